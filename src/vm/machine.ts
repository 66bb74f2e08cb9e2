/**
 * One machine: a Thread with its builtins, sys, modules and host. What the embedding API and the CLI drive.
 */
import { PyGenerator } from '../objects/generator.js';
import { Finalizers } from './finalizers.js';
import { delHook } from '../objects/attribute.js';
import { NativeFunction } from '../objects/native.js';
import { PyInstance, PyType } from '../objects/type.js';
import { callerFrame } from '../builtins/scope.js';
import { frozenTable } from './frozen-table.js';
import '../objects/boot.js';
import { cont, Cont, PUSHED, PyObject, settleTypes, T, type PyValue, type Result, type VM, type VMState } from '../objects/object.js';
import { frameBack, isLibraryCode, isProgram, type PyFrame } from '../objects/frame.js';
import { PyDict } from '../objects/dict.js';
import { meterBy } from '../objects/work.js';
import { PyList } from '../objects/tuple.js';
import { PyFunction, PyModule } from '../objects/function.js';
import { PyBaseException } from '../objects/exception.js';
import { generatorHooks } from '../objects/generator-type.js';
import { asJS, strFromJS } from '../objects/str.js';
import { reprSync } from '../objects/convert.js';
import { characterByName, characterNames } from '../objects/codecs.js';
import { InternalError, error } from '../objects/errors.js';
import { makeBuiltins } from '../builtins/module.js';
import { execCode, type CompilerHook } from '../builtins/scope.js';
import { callPrelude, call } from '../objects/call.js';
import type { PyCode } from '../objects/code.js';
import { extraNames, nativeModules, type NativeModuleMaker } from '../stdlib/registry.js';
import { extraModules } from '../stdlib/extra-loader.js';
import { stdlibNatives } from '../stdlib/prelude-natives.js';
import type { Host } from '../host.js';
import { importName } from './import.js';
import { importNatives } from './import-natives.js';
import { installPrelude } from './prelude.js';
import { HOST_RETURN, HOST_WAIT, Thread } from './thread.js';
import { changeFields } from './changing-fields.js';
import { run } from './interpreter.js';
import { runSlow } from './generated/interpreter-slow.js';
import { closeGenerator, send, throwInto, yieldFromTarget } from './ops/generators.js';
import { LimitError, type Limits } from './limits.js';
import type { Scheduler } from './scheduler.js';

generatorHooks.send = (vm, g, v) => send(vm as Thread, g, v);
generatorHooks.throwInto = (vm, g, e, raw) => throwInto(vm as Thread, g, e, raw);
generatorHooks.close = (vm, g) => closeGenerator(vm as Thread, g);
generatorHooks.yieldFrom = yieldFromTarget;

export interface MachineOptions {
  host: Host;
  compile?: CompilerHook;
  /** Code of a module's file where it need not be compiled; null: it has to be. */
  compileModule?: (text: Uint8Array, file: string) => PyCode | null;
  argv?: readonly string[];
  path?: readonly string[];
  flags?: InterpreterFlags;
  /** `sys.executable` and `sys.orig_argv`. */
  executable?: string;
  origArgv?: readonly string[];
  limits?: Limits;
  /** 'off': tier 0 only, no `new Function`. Default 'auto': tier 1 for hot code, where the platform allows it. */
  codegen?: 'auto' | 'off';
  /** Which part of an expression a traceback underlines; needs a parser, so it is handed in. */
  anchors?: (segment: string) => [from: number, to: number] | null;
}

/** What python3's command line and environment say: `sys.flags`, `sys.warnoptions`, `sys._xoptions`. */
export interface InterpreterFlags {
  debug: number;
  inspect: number;
  /** Set by -i, with `inspect`. */
  interactive: number;
  /** 1: no asserts, `__debug__` is false; 2: no docstrings either. */
  optimize: number;
  dontWriteBytecode: boolean;
  noUserSite: number;
  noSite: number;
  ignoreEnvironment: boolean;
  verbose: number;
  bytesWarning: number;
  quiet: number;
  isolated: boolean;
  devMode: boolean;
  utf8Mode: boolean;
  safePath: boolean;
  /** undefined: the default. */
  maxStrDigits: number | undefined;
  warnOptions: string[];
  /** `name` or `name=value`. */
  xOptions: string[];
}

/** How a run ended, or why it stopped. */
export type Outcome =
  | { kind: 'done'; value: PyValue }
  | { kind: 'raised'; error: PyBaseException }
  | { kind: 'waiting'; promise: PromiseLike<unknown> }
  | { kind: 'paused' };

/** A class with `__del__` was made. Whether instructions are watched from now on: not before there is an instance, where objectNew makes them all. */
function delDefined(vm: VM, cls: PyType, del: PyValue): boolean {
  if (del instanceof PyFunction && isLibraryCode(del.code)) return false;
  if (isPlain(cls)) {
    cls.unborn = true;
    return false;
  }
  beginWatching(vm);
  return true;
}

const isPlain = (cls: PyType): boolean =>
  cls.mro.every((c) => c === T.object || (c.flags.heap && !(c.dict.getStr('__new__') instanceof NativeFunction))) && (cls.layout.instance === null || cls.layout.instance === PyInstance);

function beginWatching(vm: VM): Finalizers {
  const thread = vm as Thread;
  const finalizers = (thread.finalizers ??= new Finalizers());
  finalizers.full();
  thread.endSlice();
  return finalizers;
}

/** `o` is the first of a class with `__del__`; null: instances may be there already. */
function watchInstances(vm: VM, o: PyValue): void {
  const finalizers = beginWatching(vm);
  if (o === null) finalizers.survey(vm as Thread);
  else if (o instanceof PyObject) finalizers.watch(o);
}

/** A weak reference to `o` was made: by the program, or for it by the modules of weak references. */
function watch(vm: VM, o: PyObject): void {
  let f = callerFrame(vm);
  while (f !== null && /^<\w+>\/(weakref|_weakrefset)\.py$/.test(f.code.co.filename)) f = frameBack(f);
  if (!isProgram(f)) return;
  const thread = vm as Thread;
  // A class is in a cycle with itself: it waits for the collector.
  if (o instanceof PyType) {
    (thread.finalizers ??= new Finalizers()).putAside(o);
    return;
  }
  if (thread.finalizers?.begun !== true) vm.state.watching = 'new';
  beginWatching(vm).watch(o);
}

/** A generator of the program's that has something to do when it is left half-way. */
function watchGenerator(vm: VM, g: PyGenerator): void {
  const thread = vm as Thread;
  if (thread.finalizers !== null && thread.finalizers.begun && !thread.finalizers.active) return;
  if (!isProgram(callerFrame(vm))) return;
  thread.finalizers ??= new Finalizers();
  if (!thread.finalizers.begun) {
    thread.finalizers.begin();
    vm.state.watching = 'new';
    thread.endSlice();
  }
  thread.finalizers.watch(g);
}

export class Machine {
  readonly thread: Thread;
  readonly host: Host;
  readonly builtins: PyModule;
  /** Bodies of library modules being run. */
  importing = 0;
  readonly modules = new PyDict();
  /** Modules whose body is running. */
  readonly initializing = new Set<PyValue>();
  /** Finders of sys.meta_path that stand for the built-in search. */
  readonly defaultFinders = new Set<PyValue>();
  private readonly made = new Map<string, PyModule>();
  private readonly sources = new Map<string, string[]>();
  private readonly unshown = new Map<string, string[]>();
  private readonly nativeSet = new Set<PyValue>();

  constructor(readonly options: MachineOptions) {
    this.host = options.host;
    this.builtins = makeBuiltins();
    const state: VMState = {
      builtins: this.builtins.dict,
      modules: this.modules,
      writeOut: (s) => this.writeText(1, s),
      writeErr: (s) => this.writeText(2, s),
      doc: (key) => this.docs.get(key) ?? null,
      sourceLine: (file, line) => {
        const lines = this.sourceLines(file);
        const text = lines?.[line - 1];
        return text === undefined ? null : line < lines!.length ? text + '\n' : text;
      },
      builtinsModule: this.builtins,
      compile: options.compile,
      machine: this,
      nativeModules: this.nativeSet,
      intMaxStrDigits: options.flags?.maxStrDigits ?? 4300,
      watch,
      watchGenerator,
      watchInstances,
      bytesWarning: (options.flags?.bytesWarning ?? 0) > 0,
      optimize: Math.min(options.flags?.optimize ?? 0, 2),
      importName: (vm: VM, name: string, globals: PyValue, fromlist: PyValue, level: number | bigint) => importName(vm as Thread, this, name, globals, fromlist, level),
    };
    characterNames.load ??= () => void this.nativeModule('unicodedata');
    state.lookupName = (name: string): string | null => {
      const cp = characterByName(name);
      return cp === undefined ? null : String.fromCodePoint(cp);
    };
    // What the compiler warns of, as the warnings module shows it by default.
    state.syntaxWarning = (category: string, message: string, file: string, line: number): void => {
      // The default filters ignore DeprecationWarnings outside `__main__`, and a text being compiled is not in it.
      if (category === 'DeprecationWarning') return;
      const text = this.sourceLines(file)?.[line - 1]?.trim();
      this.writeText(2, `${file}:${line}: ${category}: ${message}\n${text === undefined || text === '' ? '' : `  ${text}\n`}`);
    };
    this.thread = new Thread(state);
    delHook.defined = delDefined;
    this.thread.jitThreshold = options.codegen === 'off' ? Infinity : 1;
    if (options.limits !== undefined) this.thread.limits = options.limits;
    const { host } = options;
    if (host.heapFull !== undefined) this.thread.heapFull = () => host.heapFull!();
    if (host.heapHas !== undefined) this.thread.heapHas = (bytes) => host.heapHas!(bytes);
    if (host.heapLimit !== undefined) this.thread.heapLimit = () => host.heapLimit!();
    if (host.memoryUsed !== undefined) this.thread.memoryUsed = () => host.memoryUsed!();
    if (state.optimize !== 0) this.builtins.dict.setStr('__debug__', false);
    this.nativeSet.add(this.builtins);
    this.made.set('builtins', this.builtins);
    this.modules.setStr('builtins', this.builtins);
    installPrelude(this.thread, { ...importNatives(this), ...stdlibNatives });
    this.modules.setStr('sys', this.nativeModule('sys')!);
    settleTypes();
  }

  /** A module written in TypeScript, made at first use. */
  nativeModule(name: string): PyModule | undefined {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const make: NativeModuleMaker | undefined = Object.hasOwn(nativeModules, name) ? nativeModules[name] : extraNames.has(name) ? extraModules()[name] : undefined;
    if (make === undefined) return undefined;
    const m = make(this.thread, this);
    this.made.set(name, m);
    settleTypes();
    this.nativeSet.add(m);
    return m;
  }

  /** Docstrings by key; a row has its text and the keys that share it. */
  private get docs(): ReadonlyMap<string, string> {
    if (this.docTable === null) {
      this.docTable = new Map();
      for (const [text, keys] of frozenTable(this.host, 'builtins.docs')) for (const key of keys.split(' ')) this.docTable.set(key, text);
    }
    return this.docTable;
  }
  private docTable: Map<string, string> | null = null;

  /** Whether a module is written in TypeScript. */
  isNative(name: string): boolean {
    return Object.hasOwn(nativeModules, name) || extraNames.has(name) || name === 'builtins';
  }

  /** Names a script's own files may not shadow: modules that are there before any script runs. */
  isCore(name: string): boolean {
    return name === 'sys' || name === 'builtins';
  }

  /** Lines of a source file, for tracebacks: what was compiled, else what the host reads. */
  sourceLines(file: string): string[] | null {
    const known = this.sources.get(file);
    if (known !== undefined) return known;
    if (file.startsWith('<')) return null;
    const bytes = this.host.readFile?.(file) ?? null;
    if (bytes === null) return null;
    const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
    this.sources.set(file, lines);
    return lines;
  }

  /** Remembers source text that has no file (notebook cells). */
  addSource(file: string, text: string): void {
    this.sources.set(file, text.split(/\r\n|\r|\n/));
  }

  /** Source text that tracebacks do not show, as CPython's do not (`-c`), but that inspect finds. */
  addUnshownSource(file: string, text: string): void {
    this.unshown.set(file, text.split(/\r\n|\r|\n/));
  }

  /** Where dup2 sent the standard streams (stdlib/descriptors.ts); false: to the host. */
  redirected: ((fd: 1 | 2, text: string) => boolean) | null = null;

  /** Text for standard output (1) or the standard error stream (2), as `Host.stdout` takes it. */
  writeText(fd: 1 | 2, text: string): void {
    if (this.redirected !== null && this.redirected(fd, text)) return;
    if (fd === 1) this.host.stdout(text);
    else this.host.stderr(text);
  }

  /** Lines of source text without a file; `shown`: only what tracebacks show. */
  linesWithoutFile(file: string, shown: boolean): readonly string[] {
    return this.sources.get(file) ?? (shown ? undefined : this.unshown.get(file)) ?? [];
  }

  sysPath(): string[] {
    const sys = this.modules.getStr('sys');
    const p = sys instanceof PyModule ? sys.dict.getStr('path') : undefined;
    return p instanceof PyList ? p.items.map((x) => asJS(x) ?? '') : [];
  }

  /** Whether nothing but the built-in search looks for modules, and nobody wants to know how they were found (`__spec__`). */
  plainSearch(): boolean {
    if ((this.thread.state.setSpec ?? null) !== null) return false;
    const sys = this.modules.getStr('sys');
    const finders = sys instanceof PyModule ? sys.dict.getStr('meta_path') : undefined;
    return finders === undefined || finders === null || (finders instanceof PyList && finders.items.every((f) => this.defaultFinders.has(f)));
  }

  /** A fresh `__main__` module, in sys.modules. */
  makeMain(): PyModule {
    const main = new PyModule('__main__');
    main.dict.setStr('__annotations__', new PyDict());
    main.dict.setStr('__builtins__', this.builtins);
    this.modules.setStr('__main__', main);
    return main;
  }

  /** Pushes the host's continuation and what `begin` pushes above it. */
  private start(begin: (vm: Thread) => Result): Cont {
    const vm = this.thread;
    const bottom = new Cont(HOST_RETURN, undefined, null, false, null);
    bottom.back = vm.frame;
    vm.frame = bottom;
    let r: Result;
    try {
      r = begin(vm);
    } catch (e) {
      if (!isPyException(e)) {
        vm.frame = bottom.back;
        throw e;
      }
      vm.exc = e.value;
      r = undefined;
    }
    if (r !== PUSHED) {
      vm.frame = bottom.back;
      bottom.a = r;
      bottom.b = r === undefined ? (vm.exc ?? error('StopIteration').value) : null;
      bottom.c = true;
      vm.exc = null;
    }
    return bottom;
  }

  /** Starts something and runs it as far as it goes; `goesOn`: within the limits of the run before it. */
  execute(begin: (vm: Thread) => Result, goesOn = false): Outcome {
    if (!goesOn) this.thread.startRun();
    const bottom = this.start(begin);
    return this.resume(bottom);
  }

  /** Prepares something to be run in steps: see `resume`. `goesOn` as in `execute`. */
  begin(begin: (vm: Thread) => Result, goesOn = false): Cont {
    if (!goesOn) this.thread.startRun();
    return this.start(begin);
  }

  /** Goes on with a run that `begin` or `execute` started; `paused` after about `sliceMs` milliseconds. */
  resume(bottom: Cont, loop: (vm: Thread) => void = run, sliceMs = Infinity): Outcome {
    const vm = this.thread;
    if (!bottom.c) {
      const outermost = vm.startClock();
      const before = meterBy(vm);
      try {
        // The loop comes back after every slice: V8 then enters its newest optimised code like any function's,
        // and need not replace code in the middle of a loop that never ends.
        const until = sliceMs === Infinity ? Infinity : performance.now() + sliceMs;
        do {
          vm.bounced = false;
          vm.enterFastLoop();
          if (vm.needsSlowLoop) runSlow(vm);
          else loop(vm);
          if (vm.bounced) changeFields(vm);
          const threads = vm.state.scheduler as Scheduler | undefined;
          // No thread meets a library module whose body another one is half through with: CPython has a lock for that.
          if (outermost && threads !== undefined && threads.afterLoop(vm, vm.bounced && this.importing === 0)) vm.bounced = true;
          if (vm.bounced && until !== Infinity && performance.now() > until) return { kind: 'paused' };
        } while (vm.bounced);
      } catch (e) {
        // A limit or a bug of ours: the guest's frames are gone, no finally runs.
        this.abandon(bottom);
        throw e;
      } finally {
        meterBy(before);
        if (outermost) vm.stopClock();
      }
    }
    if (bottom.c) {
      if (bottom.b !== null) return { kind: 'raised', error: bottom.b };
      return { kind: 'done', value: bottom.a ?? null };
    }
    if (vm.pending !== null) return { kind: 'waiting', promise: vm.pending };
    return { kind: 'paused' };
  }

  /** Drops everything above (and with) `bottom`. */
  abandon(bottom: Cont): void {
    const vm = this.thread;
    for (let f = vm.frame; f !== null && f !== bottom; f = f.back) {
      if (f.isPython) {
        f.captured = true;
        f.finished = true;
        if (f.gen !== null) {
          f.gen.running = false;
          f.gen.frame = null;
        }
        vm.depth--;
      } else f.row.abandoned?.(f);
    }
    (vm.state.scheduler as Scheduler | undefined)?.clear();
    vm.frame = bottom.back;
    if (vm.frame === null) vm.depth = 0;
    vm.exc = null;
    vm.handled = null;
    vm.pending = null;
    vm.throwing = null;
    vm.inTrace = false;
    vm.raising = null;
  }

  /** What happens after the program: threads that are no daemons end, then registered exit functions (atexit) run. */
  finalize(): void {
    // None of this is stepped through.
    this.thread.step = null;
    const threading = this.modules.getStr('threading');
    const shutdown = this.thread.state.scheduler !== undefined && threading instanceof PyModule ? threading.dict.getStr('_shutdown') : undefined;
    if (shutdown !== undefined) {
      const out = this.call(shutdown, []);
      if (out.kind === 'raised') this.writeText(2, `Exception ignored in: ${asJS(reprSync(this.thread, threading!) ?? '') ?? ''}\n`);
    }
    const hooks = this.thread.state.atexit as (() => void)[] | undefined;
    if (hooks !== undefined) while (hooks.length > 0) hooks.pop()!();
    const main = this.modules.getStr('__main__');
    const left = main instanceof PyModule ? main.dict.vals.filter((v) => v instanceof PyGenerator && v.frame !== null) : [];
    if (left.length > 0) this.thread.finalizers ??= new Finalizers();
    const { finalizers } = this.thread;
    if (finalizers !== null && (finalizers.begun || left.length > 0)) {
      finalizers.active = true;
      for (const g of left) finalizers.watch(g as PyGenerator);
      finalizers.active = false;
      this.execute((t) => finalizers.atEnd(t));
    }
  }

  /** Drops every frame there is (a run that waits and will never be resumed). */
  abandonAll(): void {
    let bottom: Cont | null = null;
    for (let f = this.thread.frame; f !== null; f = f.back) if (!f.isPython && f.row === HOST_RETURN) bottom = f;
    if (bottom !== null) this.abandon(bottom);
  }

  /** Delivers the answer of the promise a `waiting` outcome named. */
  answer(value: PyValue | undefined, exc: PyBaseException | null): void {
    const vm = this.thread;
    const c = vm.frame;
    if (c === null || c.isPython || c.row !== HOST_WAIT) throw new InternalError('nothing waits for the host');
    c.a = value ?? null;
    c.b = exc;
    c.c = true;
    vm.pending = null;
  }

  /** Runs a code object as a module body; `goesOn` as in `execute`. */
  runCode(code: PyCode, globals: PyDict, goesOn = false): Outcome {
    return this.execute((vm) => execCode(vm, code, globals, globals), goesOn);
  }

  call(f: PyValue, args: PyValue[], goesOn = false): Outcome {
    return this.execute((vm) => call(vm, f, args), goesOn);
  }

  importModule(name: string): Outcome {
    return this.execute((vm) => callPrelude(vm, 'import_module', strFromJS(name)));
  }
}

function isPyException(e: unknown): e is { value: PyBaseException } {
  return typeof e === 'object' && e !== null && 'value' in e && (e as { value: unknown }).value instanceof PyBaseException;
}

/** Suspends the whole guest until `promise` settles; the native returns the result of this. */
export function waitForHost(vm: VM, promise: PromiseLike<unknown>): Result {
  const t = vm as Thread;
  const c = new Cont(HOST_WAIT, null, null, false, null);
  c.back = t.frame;
  t.frame = c;
  t.pending = promise;
  return PUSHED;
}

export { cont, LimitError, T };
export { beforeFirst as beforeTier1, generatedJS, stats as tier1Stats } from '../jit/tier1.js';
