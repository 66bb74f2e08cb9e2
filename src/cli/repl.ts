/** `pyvm repl`: an interactive session. Line editing and history are Node's readline. */
import '../objects/boot.js';
import { createInterface } from 'node:readline';
import { Machine } from '../vm/machine.js';
import { compilerFile, lazyCompile } from './lazy-compiler.js';
import { compileSource, execCode } from '../builtins/scope.js';
import { PyException } from '../objects/errors.js';
import { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import { T } from '../objects/object.js';
import { asJS } from '../objects/str.js';
import { renderException } from '../vm/render.js';
import { LimitError } from '../vm/limits.js';
import { VERSION } from '../version.js';
import { NodeHost } from './node-host.js';

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

/** `prompts`: written to stderr though no terminal is there. */
async function session(m: Machine, host: NodeHost, main: PyModule, prompts: boolean): Promise<void> {
  host.flush();
  const interactive = process.stdin.isTTY === true;
  const rl = createInterface({ input: process.stdin, output: interactive ? process.stdout : undefined, terminal: interactive });
  const sys = (m.modules.getStr('sys') as PyModule).dict;
  if (sys.getStr('ps1') === undefined) sys.setStr('ps1', '>>> ');
  if (sys.getStr('ps2') === undefined) sys.setStr('ps2', '... ');
  const prompt = (more: boolean): void => {
    const text = asJS(sys.getStr(more ? 'ps2' : 'ps1') ?? null) ?? '';
    if (prompts) process.stderr.write(text);
    if (interactive) {
      rl.setPrompt(text);
      rl.prompt();
    }
  };
  const report = (e: PyBaseException): boolean => {
    host.flush();
    if (e.cls.isSubtype(T.SystemExit!)) {
      const code = e.field('code');
      process.exitCode = code === null ? 0 : typeof code === 'number' ? code & 0xff : 1;
      if (code !== null && typeof code !== 'number') host.stderr(`${String(code)}\n`);
      return true;
    }
    host.stderr(renderException(m, e));
    return false;
  };
  let buffer = '';
  prompt(false);
  for await (const line of rl) {
    buffer = buffer === '' ? line : `${buffer}\n${line}`;
    if (buffer.trim() === '') {
      buffer = '';
      prompt(false);
      continue;
    }
    if (compilerFile().isIncompleteInput(`${buffer}\n`)) {
      prompt(true);
      continue;
    }
    const text = `${buffer}\n`;
    buffer = '';
    try {
      const code = compileSource(m.thread, text, '<stdin>', 'single');
      const out = m.execute((vm) => execCode(vm, code, main.dict, main.dict));
      if (out.kind === 'raised' && report(out.error)) return rl.close();
    } catch (e) {
      if (e instanceof PyException) {
        if (report(e.value)) return rl.close();
      } else if (e instanceof LimitError) host.stderr(`pyvm: ${e.message}\n`);
      else throw e;
    }
    host.flush();
    prompt(false);
  }
  m.finalize();
  host.flush();
  if (interactive) process.stdout.write('\n');
  else if (prompts) process.stderr.write('\n');
}
