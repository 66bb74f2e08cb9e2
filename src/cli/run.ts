/** `pyvm run`: a program as python3 runs it. */
import '../objects/boot.js';
import { dirname, resolve } from 'node:path';
import { Machine, tier1Stats as stats, type Outcome } from '../vm/machine.js';
import { compilerFile, lazyCompile } from './lazy-compiler.js';
import { cachedCode, storeCode } from './code-cache.js';
import { PyCode } from '../objects/code.js';
import { compileSource, execCode } from '../builtins/scope.js';
import { PyException } from '../objects/errors.js';
import { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import { T, type PyValue } from '../objects/object.js';
import { strFromJS } from '../objects/str.js';
import { PyList } from '../objects/tuple.js';
import { renderException } from '../vm/render.js';
import { LimitError, type Limits } from '../vm/limits.js';
import { runSlow } from '../vm/generated/interpreter-slow.js';
import { str } from '../objects/convert.js';
import { asJS } from '../objects/str.js';
import { callPrelude } from '../objects/call.js';
import { NodeHost } from './node-host.js';
import { readSource, readStdin } from './source.js';
import { usage } from './usage.js';

interface Options {
  limits: Limits;
  path: string[];
  checked: boolean;
  jitThreshold: number | undefined;
  jitStats: boolean;
  cache: boolean;
  source: { kind: 'file' | 'string' | 'module' | 'stdin'; value: string };
  args: string[];
}

function number(option: string, text: string | undefined): number {
  const n = Number(text);
  if (text === undefined || !Number.isInteger(n) || n <= 0) usage(`${option} needs a positive whole number`);
  return n;
}

function parseOptions(argv: string[]): Options {
  const o: Options = { limits: {}, path: [], checked: false, cache: true, jitThreshold: undefined, jitStats: false, source: { kind: 'stdin', value: '-' }, args: [''] };
  let i = 0;
  for (; i < argv.length; i++) {
    const a = argv[i]!;
    if (a === '-c' || a.startsWith('-c') && a.length > 2) {
      const text = a === '-c' ? argv[++i] : a.slice(2);
      if (text === undefined) usage('argument expected for the -c option');
      o.source = { kind: 'string', value: text };
      o.args = ['-c', ...argv.slice(i + 1)];
      return o;
    }
    if (a === '-m') {
      const name = argv[++i];
      if (name === undefined) usage('argument expected for the -m option');
      o.source = { kind: 'module', value: name };
      o.args = ['-m', ...argv.slice(i + 1)];
      return o;
    }
    if (a === '-') {
      o.args = ['-', ...argv.slice(i + 1)];
      return o;
    }
    switch (a) {
      case '--path':
        if (argv[i + 1] === undefined) usage('--path needs a directory');
        o.path.push(argv[++i]!);
        continue;
      case '--max-steps':
        o.limits.maxSteps = number(a, argv[++i]);
        continue;
      case '--max-time':
        o.limits.maxTimeMs = number(a, argv[++i]);
        continue;
      case '--max-recursion':
        o.limits.maxRecursion = number(a, argv[++i]);
        continue;
      case '--tier0':
        o.jitThreshold = Infinity;
        continue;
      case '--jit-threshold': {
        const n = Number(argv[++i]);
        if (!Number.isInteger(n) || n < 0) usage(`${a} needs a whole number`);
        o.jitThreshold = n;
        continue;
      }
      case '--jit-stats':
        o.jitStats = true;
        continue;
      case '--checked':
        o.checked = true;
        continue;
      case '--no-cache':
        o.cache = false;
        continue;
      case '-u':
      case '-B':
      case '-E':
      case '-I':
      case '-s':
      case '-S':
      case '-q':
        continue;
      default:
        break;
    }
    if (a.startsWith('-')) usage(`unknown option ${a}`);
    o.source = { kind: 'file', value: a };
    o.args = argv.slice(i);
    return o;
  }
  return o;
}

/** Ends the process the way the exception asks for. */
function fail(m: Machine, host: NodeHost, e: PyBaseException): never {
  host.flush();
  if (e.cls.isSubtype(T.SystemExit!)) {
    const code = e.field('code');
    if (code === null) process.exit(0);
    if (typeof code === 'number' || typeof code === 'boolean') process.exit(Number(code) & 0xff);
    const out = m.execute((vm) => str(vm, code));
    host.stderr(`${out.kind === 'done' ? (asJS(out.value) ?? '') : ''}\n`);
    process.exit(1);
  }
  report(m, host, e);
  process.exit(e.cls.isSubtype(T.KeyboardInterrupt!) ? 130 : 1);
}

/** Through sys.excepthook when the program set one, else the traceback. */
function report(m: Machine, host: NodeHost, e: PyBaseException): void {
  const sys = m.modules.getStr('sys');
  const hook = sys instanceof PyModule ? sys.dict.getStr('excepthook') : undefined;
  const own = sys instanceof PyModule ? sys.dict.getStr('__excepthook__') : undefined;
  if (hook !== undefined && hook !== own) {
    const out = m.call(hook, [e.cls, e, e.traceback]);
    host.flush();
    if (out.kind !== 'raised') return;
    host.stderr('Error in sys.excepthook:\n');
    host.stderr(renderException(m, out.error));
    host.stderr('\nOriginal exception was:\n');
  }
  host.stderr(renderException(m, e));
}

/** From the code cache, else compiled and put there. Source that warns is compiled each time, so that it warns. */
function compileCached(m: Machine, text: Uint8Array, filename: string): PyCode {
  const known = cachedCode(text, filename, BUILD);
  if (known !== null) return new PyCode(known);
  const warned = m.thread.state.warnings;
  const code = compileSource(m.thread, text, filename, 'exec');
  if (m.thread.state.warnings === warned) storeCode(text, filename, BUILD, code.co);
  return code;
}

/** Identity of the compiler that made a cached code object; set by the build. */
declare const PYVM_BUILD: string | undefined;
const BUILD = typeof PYVM_BUILD === 'string' ? PYVM_BUILD : 'dev';

/** Milliseconds a program runs before Ctrl-C is looked for. */
const SLICE_MS = 50;

export async function run(argv: string[]): Promise<void> {
  const o = parseOptions(argv);
  const host = new NodeHost();
  const { kind, value } = o.source;
  let first = '';
  if (kind === 'file') first = dirname(resolve(value));
  else if (kind === 'module') first = process.cwd();
  const m = new Machine({ host, compile: lazyCompile, anchors: (s) => compilerFile().caretAnchors(s), argv: o.args, path: [first, ...o.path], limits: o.limits });
  if (o.limits.maxRecursion !== undefined) m.thread.recursionLimit = Math.min(m.thread.recursionLimit, o.limits.maxRecursion);
  if (o.checked) m.thread.fuse = false;
  if (o.checked) m.thread.step = { steps: Infinity, line: false, frame: null, startLine: -1, breakpoints: null, checked: true, started: true };
  if (o.jitThreshold !== undefined) m.thread.jitThreshold = o.jitThreshold;
  if (o.jitStats) process.on('exit', () => process.stderr.write(`tier 1: ${stats.compiled} compiled, ${stats.refused} refused, ${stats.bytes} characters, ${stats.ms.toFixed(1)} ms\n`));
  let interrupts = 0;
  process.on('SIGINT', () => {
    if (++interrupts > 1) process.exit(130);
    m.thread.interruptRequested = true;
  });
  const main = m.makeMain();
  try {
    let begin;
    if (kind === 'module') {
      const sys = m.modules.getStr('sys') as PyModule;
      (sys.dict.getStr('argv') as PyList).items[0] = strFromJS('-m');
      begin = (vm: Machine['thread']) => callPrelude(vm, 'run_module_as_main', strFromJS(value), main);
    } else {
      const filename = kind === 'file' ? resolve(value) : kind === 'string' ? '<string>' : '<stdin>';
      const text = kind === 'file' ? readSource(value) : kind === 'string' ? value : readStdin();
      if (kind === 'file') main.dict.setStr('__file__', strFromJS(filename));
      else if (kind === 'string') m.addUnshownSource(filename, value);
      const code = kind === 'file' && o.cache ? compileCached(m, text as Uint8Array, filename) : compileSource(m.thread, text, filename, 'exec');
      begin = (vm: Machine['thread']) => execCode(vm, code, main.dict, main.dict);
    }
    const bottom = m.begin(begin);
    const loop = o.checked ? runSlow : undefined;
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
    if (out.kind === 'raised') fail(m, host, out.error);
    m.finalize();
    host.flush();
    // Nothing is left to wait for. Node would first take its heap apart, which takes milliseconds.
    process.exit(0);
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
