/** `pyvm run`: a program as python3 runs it. */
import '../objects/boot.js';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeTier1, Machine, tier1Stats as stats, type Outcome } from '../vm/machine.js';
import { nativeWork } from '../vm/thread.js';
import { compilerFile, lazyCompile } from './lazy-compiler.js';
import { cachedCode, storeCode, textsFile } from './code-cache.js';
import { PyCode } from '../objects/code.js';
import { compileSource, execMain, syntaxErrorObject, type CompilerWarning } from '../builtins/scope.js';
import { error, PyException } from '../objects/errors.js';
import { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import type { PyValue, Result } from '../objects/object.js';
import { asJS, strFromJS } from '../objects/str.js';
import { PySyntaxErrorInfo } from '../parser/syntax-error.js';
import { PyList } from '../objects/tuple.js';
import { LazyNames } from '../vm/lazy-names.js';
import { LimitError } from '../vm/limits.js';
import { runSlow } from '../vm/generated/interpreter-slow.js';
import { asksForSpec } from '../vm/import-natives.js';
import { callPrelude } from '../objects/call.js';
import { NodeHost } from './node-host.js';
import { parseOptions, type Options } from './options.js';
import { end, fail, how, report } from './report.js';
import { readSource, readStdin } from './source.js';
import { TextCache } from './text-cache.js';

/** From the code cache, else compiled and put there. Source that warns is compiled each time, so that it warns. */
function compileCached(m: Machine, text: Uint8Array, filename: string, optimize: number, pending: CompilerWarning[] | null = null): PyCode {
  const build = optimize === 0 ? BUILD : `${BUILD} -O${optimize}`;
  const known = cachedCode(text, filename, build);
  if (known !== null) return new PyCode(known);
  const warned = m.thread.state.warnings;
  const code = compileSource(m.thread, text, filename, 'exec', 0, true, -1, pending);
  if (m.thread.state.warnings === warned) storeCode(text, filename, build, code.co);
  return code;
}

/** Identity of the compiler that made a cached code object; set by the build. */
declare const PYVM_BUILD: string | undefined;
const BUILD = typeof PYVM_BUILD === 'string' ? PYVM_BUILD : 'dev';

/** Milliseconds a program runs before Ctrl-C is looked for. */
const SLICE_MS = 50;

/** What the program is: its text and the name it goes by, where it is not a module. */
function programOf(o: Options): { text: Uint8Array | string; filename: string } {
  const { kind, value } = o.source;
  if (kind === 'string') return { text: value, filename: '<string>' };
  if (kind === 'stdin') return { text: readStdin(), filename: '<stdin>' };
  let text = readSource(value);
  if (o.skipFirstLine) text = text.subarray(text.indexOf(10) < 0 ? text.length : text.indexOf(10));
  return { text, filename: resolve(value) };
}

/** A directory is run by its `__main__.py`, and goes into sys.path. */
function directoryMain(dir: string): string {
  const file = join(dir, '__main__.py');
  if (existsSync(file)) return file;
  process.stderr.write(`pyvm: can't find '__main__' module in '${resolve(dir)}'\n`);
  process.exit(1);
}

/** What CPython's reader of program files says of bytes that are no text: `compile()`, whose error `e` is, has other words for them. */
function errorOfFile(e: unknown, text: Uint8Array, filename: string): unknown {
  const message = e instanceof PyException ? asJS(e.value.args.items[0] ?? null) : undefined;
  if (message === undefined) return e;
  const lineAt = (at: number): number => text.subarray(0, at).reduce((n, c) => n + (c === 10 ? 1 : 0), 1);
  if (message.startsWith('source code string cannot contain null bytes')) {
    const zero = text.indexOf(0);
    const line = new TextDecoder().decode(text.subarray(zero === 0 ? 0 : text.lastIndexOf(10, zero - 1) + 1, zero));
    return syntaxErrorObject(new PySyntaxErrorInfo('SyntaxError', 'source code cannot contain null bytes', filename, lineAt(zero), null, null, null, line));
  }
  const told = (words: string): PyException => {
    const made = error('SyntaxError', words);
    made.value.setField('msg', strFromJS(words));
    return made;
  };
  const encoding = /^unknown encoding: (.*)/.exec(message)?.[1] ?? /^'(ascii)' codec can't decode/.exec(message)?.[1];
  if (encoding !== undefined) return told(`encoding problem: ${encoding}`);
  const bad = /^\(unicode error\) 'utf-8' codec can't decode bytes? (?:0x\w+ )?in position (\d+)/.exec(message);
  if (bad === null) return e;
  const at = Number(bad[1]);
  return told(`Non-UTF-8 code starting with '\\x${text[at]!.toString(16)}' in file ${filename} on line ${lineAt(at)}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`);
}

const isDirectory = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

/** A zip file (perhaps behind a first line of its own), which is run by the `__main__.py` in it. */
const isArchive = (b: Uint8Array): boolean => b.length >= 22 && Buffer.from(b.buffer, b.byteOffset, b.byteLength).subarray(Math.max(0, b.length - 65557)).lastIndexOf('PK\x05\x06', undefined, 'latin1') >= 0;

/** Runs something to its end, signals and promises included. */
async function drive(m: Machine, host: NodeHost, begin: (vm: Machine['thread']) => Result, checked: boolean): Promise<Outcome> {
  const bottom = m.begin(begin);
  const loop = checked ? runSlow : undefined;
  let out: Outcome = m.resume(bottom, loop, SLICE_MS);
  while (out.kind === 'waiting' || out.kind === 'paused') {
    host.flush();
    if (out.kind === 'paused') {
      // Let Node deliver signals.
      await new Promise((done) => setImmediate(done));
      out = m.resume(bottom, loop, SLICE_MS);
      continue;
    }
    let answer: PyValue = null;
    let failed: PyBaseException | null = null;
    try {
      const v: unknown = await out.promise;
      answer = typeof v === 'string' ? strFromJS(v) : null;
    } catch (e) {
      failed = e instanceof PyBaseException ? e : null;
    }
    m.answer(answer, failed);
    out = m.resume(bottom, loop, SLICE_MS);
  }
  return out;
}

export async function run(argv: string[]): Promise<void> {
  const o = parseOptions(argv);
  const host = new NodeHost();
  const { kind } = o.source;
  const { flags } = o;
  how.byModule = kind === 'module';
  how.warns = flags.warnOptions.length === 0;
  let first: string[] = [''];
  let inDirectory = false;
  if (kind === 'file') {
    first = [dirname(resolve(o.source.value))];
    if (isDirectory(o.source.value)) {
      first = [resolve(o.source.value)];
      o.source.value = directoryMain(o.source.value);
      inDirectory = how.byModule = how.byPath = true;
    }
  } else if (kind === 'module') first = [process.cwd()];
  if (flags.safePath) first = [];
  const texts = new TextCache(lazyCompile, BUILD);
  const m: Machine = new Machine({
    host, compile: kind === 'file' && o.cache ? texts.hook : lazyCompile, compileModule: (text, file) => (o.cache ? compileCached(m, text, file, Math.min(flags.optimize, 2)) : null), anchors: (s) => compilerFile().caretAnchors(s), argv: o.args, path: [...first, ...o.path], limits: o.limits, flags, executable: process.argv[1] ?? '', origArgv: [process.argv[1] ?? 'pyvm', ...process.argv.slice(2)],
  });
  if (o.limits.maxRecursion !== undefined) m.thread.limitRecursion(Math.min(m.thread.recursionLimit, o.limits.maxRecursion));
  if (o.checked) m.thread.fuse = false;
  if (o.checked) m.thread.step = { steps: Infinity, line: false, frame: null, startLine: -1, breakpoints: null, checked: true, started: true };
  if (o.jitThreshold !== undefined) m.thread.jitThreshold = o.jitThreshold;
  const hot = (): void => (globalThis as { __pyvmHot?: () => void }).__pyvmHot?.();
  // Without tier 1 the run loop is what is hot from the start.
  if (m.thread.jitThreshold === Infinity) hot();
  else beforeTier1.call = hot;
  nativeWork.call = (globalThis as { __pyvmWorking?: (on: boolean) => void }).__pyvmWorking ?? null;
  if (o.jitStats) process.on('exit', () => process.stderr.write(`tier 1: ${stats.compiled} compiled, ${stats.refused} refused, ${stats.bytes} characters, ${stats.ms.toFixed(1)} ms\n`));
  process.on('SIGINT', () => {
    // The last one was not even noticed.
    if (m.thread.interruptRequested) process.exit(130);
    m.thread.interruptRequested = true;
  });
  const main = m.makeMain();
  try {
    // As CPython does, so that the filters are there and what is wrong with them is said before the program runs.
    if (flags.warnOptions.length > 0) await drive(m, host, (vm) => callPrelude(vm, 'import_module', 'warnings'), o.checked);
    if (kind === 'stdin' && flags.interactive > 0) return (await import('./repl.js')).interact(m, host, main, true);
    let begin;
    if (kind === 'module') {
      const sys = m.modules.getStr('sys') as PyModule;
      (sys.dict.getStr('argv') as PyList).items[0] = strFromJS('-m');
      begin = (vm: Machine['thread']) => callPrelude(vm, 'run_module_as_main', strFromJS(o.source.value), main);
    } else {
      const { text, filename } = programOf(o);
      if (kind !== 'string') {
        main.dict.setStr('__file__', strFromJS(filename));
        main.dict.setStr('__cached__', null);
      }
      if (kind === 'file' && !inDirectory && isArchive(text as Uint8Array)) {
        how.byModule = how.byPath = true;
        (m.modules.getStr('sys') as PyModule).dict.setStr('path', new PyList([resolve(o.source.value), ...o.path].map(strFromJS)));
        const out = await drive(m, host, (vm) => callPrelude(vm, 'run_archive_as_main', strFromJS(resolve(o.source.value)), main), o.checked);
        if (out.kind === 'raised') fail(m, host, out.error);
        end(m, host, 0);
      }
      if (inDirectory) main.dict.setStr('__package__', '');
      else if (kind === 'string') m.addUnshownSource(filename, o.source.value);
      const pending: CompilerWarning[] = [];
      let code: PyCode;
      if (kind === 'file') texts.file = textsFile(text as Uint8Array, filename, BUILD);
      try {
        code = kind === 'file' && o.cache ? compileCached(m, text as Uint8Array, filename, Math.min(flags.optimize, 2), pending) : compileSource(m.thread, text, filename, 'exec', 0, true, -1, pending);
      } catch (e) {
        throw kind === 'file' ? errorOfFile(e, text as Uint8Array, filename) : e;
      }
      m.thread.state.pendingNames = new LazyNames(main, host);
      begin =
        pending.length === 0 && asksForSpec(typeof text === 'string' ? new TextEncoder().encode(text) : text)
          ? (vm: Machine['thread']) => callPrelude(vm, 'run_main_with_spec', code, main)
          : (vm: Machine['thread']) => execMain(vm, code, pending, filename, main.dict);
    }
    const out = await drive(m, host, begin, o.checked);
    // PYTHONINSPECT alone wants a terminal; the program may have set it.
    if (flags.interactive > 0 || ((flags.inspect > 0 || process.env.PYTHONINSPECT) && process.stdin.isTTY === true)) {
      if (out.kind === 'raised') report(m, host, out.error);
      return (await import('./repl.js')).interact(m, host, main, false);
    }
    if (out.kind === 'raised') fail(m, host, out.error);
    end(m, host, 0);
  } catch (e) {
    host.flush();
    if (e instanceof PyException) fail(m, host, e.value);
    if (e instanceof LimitError) {
      host.stderr(`pyvm: ${e.message}\n`);
      process.exit(e.limit === 'maxTimeMs' ? 124 : 3);
    }
    throw e;
  }
}
