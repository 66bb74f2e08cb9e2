/** `pyvm repl`: an interactive session. Line editing and history are Node's readline. */
import '../objects/boot.js';
import { createInterface } from 'node:readline';
import { CO } from '../bytecode/code.js';
import { Machine } from '../vm/machine.js';
import { compilerFile, lazyCompile } from './lazy-compiler.js';
import { compileSource, execCode } from '../builtins/scope.js';
import { PyException } from '../objects/errors.js';
import type { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import { T } from '../objects/object.js';
import { asJS } from '../objects/str.js';
import { str } from '../objects/convert.js';
import { LimitError } from '../vm/limits.js';
import { VERSION } from '../version.js';
import { NodeHost } from './node-host.js';
import { end, fail, report } from './report.js';

export async function repl(): Promise<void> {
  const host = new NodeHost();
  const m = new Machine({ host, compile: lazyCompile, anchors: (s) => compilerFile().caretAnchors(s), argv: [''], path: [''] });
  const main = m.makeMain();
  if (process.stdin.isTTY === true) process.stdout.write(`pyvm ${VERSION} (Python 3.11). Ctrl-D to leave.\n`);
  return session(m, host, main, false);
}

/** `-i`: a session in the namespace of a program that has ended. It prompts in any case, as python3 does. */
export async function interact(m: Machine, host: NodeHost, main: PyModule, banner: boolean): Promise<void> {
  if (banner) process.stderr.write(`pyvm ${VERSION} (Python 3.11). Ctrl-D to leave.\n`);
  return session(m, host, main, process.stdin.isTTY !== true);
}

/** Lines with their ends: of a terminal, edited; of anything else, as they come, so that `input()` reads on where the session is. */
async function* linesOf(host: NodeHost, onPrompt: (show: (text: string) => void) => void): AsyncGenerator<string> {
  if (process.stdin.isTTY !== true) {
    for (let line = host.readLine(); line !== ''; line = host.readLine()) yield line;
    return;
  }
  const rl = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  onPrompt((text) => {
    rl.setPrompt(text);
    rl.prompt();
  });
  for await (const line of rl) yield `${line}\n`;
}

/** `prompts`: written to stderr though no terminal is there. */
async function session(m: Machine, host: NodeHost, main: PyModule, prompts: boolean): Promise<void> {
  host.flush();
  const interactive = process.stdin.isTTY === true;
  let show = (text: string): void => {
    if (prompts) host.stderr(text);
  };
  const lines = linesOf(host, (toTerminal) => (show = toTerminal));
  const sys = (m.modules.getStr('sys') as PyModule).dict;
  if (sys.getStr('ps1') === undefined) sys.setStr('ps1', '>>> ');
  if (sys.getStr('ps2') === undefined) sys.setStr('ps2', '... ');
  const prompt = (more: boolean): void => {
    const value = sys.getStr(more ? 'ps2' : 'ps1');
    if (value === undefined) return show('');
    const text = asJS(value);
    if (text !== undefined) return show(text);
    const out = m.execute((vm) => str(vm, value));
    show(out.kind === 'done' ? (asJS(out.value) ?? '') : '');
  };
  const failed = (e: PyBaseException): void => {
    host.flush();
    if (e.cls.isSubtype(T.SystemExit!)) fail(m, host, e);
    report(m, host, e);
  };
  // What `from __future__ import ...` asked for holds for all that follows.
  let future = 0;
  const run = (text: string): void => {
    try {
      const code = compileSource(m.thread, text, '<stdin>', 'single', future | compilerFile().FROM_PROMPT);
      future |= code.flags & (CO.FUTURE_BARRY_AS_BDFL | CO.FUTURE_GENERATOR_STOP | CO.FUTURE_ANNOTATIONS);
      const out = m.execute((vm) => execCode(vm, code, main.dict, main.dict));
      if (out.kind === 'raised') failed(out.error);
    } catch (e) {
      if (e instanceof PyException) {
        // An empty line has a first column where it ends what is not complete.
        if (e.value.cls.isSubtype(T.SyntaxError!) && e.value.field('offset') === 0 && asJS(e.value.field('text') ?? null) === '\n') e.value.setField('offset', 1);
        failed(e.value);
      }
      else if (e instanceof LimitError) host.stderr(`pyvm: ${e.message}\n`);
      else throw e;
    }
    host.flush();
  };
  let buffer: string | null = null;
  const first = lines.next();
  prompt(false);
  for (let next = await first; next.done !== true; next = await lines.next()) {
    const line = next.value.replace(/\n$/, '');
    if (buffer === null) {
      if (/^\s*(?:#.*)?$/.test(line)) {
        prompt(false);
        continue;
      }
      buffer = line;
    } else {
      buffer += `\n${line}`;
      // Only a line with nothing in it ends a block.
      if (line !== '' && line.trim() === '') {
        prompt(true);
        continue;
      }
    }
    // An empty line is the end, complete or not, but inside of brackets and strings.
    if (compilerFile().isIncompleteInput(buffer) && (line !== '' || compilerFile().isOpenInput(buffer))) {
      prompt(true);
      continue;
    }
    // The tokenizer asks for more where a line has no end.
    if (!next.value.endsWith('\n')) {
      prompt(true);
      if (prompts) host.stderr('\n');
    }
    const text: string = `${buffer}\n`;
    buffer = null;
    run(text);
    prompt(false);
  }
  if (buffer !== null) {
    if (prompts) host.stderr('\n');
    run(`${buffer}\n`);
    prompt(false);
  }
  if (interactive || prompts) (interactive ? host.stdout('\n') : host.stderr('\n'));
  end(m, host, 0);
}
