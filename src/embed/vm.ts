/** createVM: the embedding API. */
import { heapHas, heapIsFull, heapLimit } from '../heap.js';
import '../objects/boot.js';
import { cont, NOVALUE, PUSHED, T, andThen, type PyValue, type Result } from '../objects/object.js';
import { PyException } from '../objects/errors.js';
import { PyBaseException } from '../objects/exception.js';
import { nativeFunction } from '../objects/define.js';
import { PyCode } from '../objects/code.js';
import { PyModule } from '../objects/function.js';
import { strFromJS } from '../objects/str.js';
import { call } from '../objects/call.js';
import { compileSource, execCode, type CompilerHook } from '../builtins/scope.js';
import { error } from '../objects/errors.js';
import { Machine, waitForHost, type Outcome } from '../vm/machine.js';
import { renderException } from '../vm/render.js';
import { runSlow } from '../vm/generated/interpreter-slow.js';
import type { Limits } from '../vm/limits.js';
import type { Host } from '../host.js';
import { compileHook } from '../compile-hook.js';
import { caretAnchors } from '../compile-hook-core.js';
import { Code } from './code.js';
import { errorToPy, toJS, toPy } from './convert.js';
import { libraryModule } from './library.js';
import { PyError, PySuspendedError, PySyntaxError } from './errors.js';
import { Execution } from './execution.js';

export interface VMOptions {
  /** Uncatchable bounds, of each run (`run`, `runAsync`, `runCell`, `start`) anew; see {@link Limits}. */
  limits?: Limits;
  /** Receives what the guest prints. Default: discarded in a browser, process.stdout on Node. */
  stdout?: (text: string) => void;
  stderr?: (text: string) => void;
  /** Answers input(): a line without its newline, null at the end, or a promise of one. The prompt is written to stdout too. */
  stdin?: (prompt: string) => string | null | Promise<string | null>;
  /** Importable modules, by dotted name: source text, or the values and functions of a module of the host's. */
  modules?: Record<string, string | HostModule>;
  argv?: readonly string[];
  env?: Record<string, string>;
  /**
   * 'off': Python runs in the bytecode interpreter alone. 'auto', the default: code that runs often becomes JavaScript, by
   * `new Function`; where the platform refuses that (a content security policy), it stays in the interpreter.
   */
  codegen?: 'auto' | 'off';
  /** Assert after every instruction that the value stack is where the opcode table says (slow; for tests). */
  checked?: boolean;
  /** Advanced: replaces single services of the host (files, clock, frozen library). */
  host?: Partial<Host>;
}

export interface RunOptions {
  filename?: string;
}

export type HostFn = (...args: any[]) => unknown;

/** A module made of JavaScript values, converted as by `set`, and functions, as by `define`. */
export type HostModule = Readonly<Record<string, unknown>>;

/** How `runAsync` and `callAsync` go on. */
export interface AsyncOptions {
  /** Milliseconds between two turns of the host's event loop (default 50). */
  sliceMs?: number;
  /** Stops the guest with KeyboardInterrupt, also while it waits for a promise. */
  signal?: AbortSignal;
}

/** Result of a notebook cell: the value of a final expression statement, or the error. */
export interface CellResult {
  /** Converted value; undefined when the cell does not end in an expression (or it is None). */
  value: unknown;
  /** `repr` of the value; undefined likewise. */
  repr: string | undefined;
  error: PyError | undefined;
}

export class VM {
  private readonly machine: Machine;
  private readonly main: PyModule;
  private cells = 0;

  /** @internal use createVM */
  constructor(private readonly options: VMOptions = {}) {
    const host: Host = { ...defaultHost(options), ...options.host };
    this.machine = new Machine({
      host,
      compile: compileHook as CompilerHook,
      anchors: caretAnchors,
      ...(options.argv === undefined ? {} : { argv: options.argv }),
      path: [''],
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      ...(options.codegen === undefined ? {} : { codegen: options.codegen }),
    });
    // Checked mode looks at every single instruction: nothing may be fused.
    if (options.checked === true) this.machine.thread.fuse = false;
    const max = options.limits?.maxRecursion;
    if (max !== undefined) this.machine.thread.limitRecursion(Math.min(max, this.machine.thread.recursionLimit));
    this.main = this.machine.makeMain();
    for (const [name, m] of Object.entries(options.modules ?? {})) if (typeof m !== 'string') this.registerModule(name, m);
  }

  /** Makes a module of JavaScript values and functions importable; one of that name that was imported before is replaced. */
  registerModule(name: string, contents: HostModule): void {
    const m = new PyModule(name);
    for (const [key, value] of Object.entries(contents)) m.dict.setStr(key, typeof value === 'function' ? this.wrap(value as HostFn, key, name) : this.toPy(value));
    this.machine.modules.setStr(name, m);
    const dot = name.lastIndexOf('.');
    const parent = dot < 0 ? undefined : this.machine.modules.getStr(name.slice(0, dot));
    if (parent instanceof PyModule) parent.dict.setStr(name.slice(dot + 1), m);
  }

  /** Compiles without running. Throws PySyntaxError. */
  compile(source: string, options: RunOptions & { mode?: 'exec' | 'eval' | 'single' } = {}): Code {
    const filename = options.filename ?? '<string>';
    try {
      this.machine.addSource(filename, source);
      return new Code(compileSource(this.machine.thread, source, filename, options.mode ?? 'exec'));
    } catch (e) {
      if (e instanceof PyException) throw this.toError(e.value);
      throw e;
    }
  }

  private codeOf(source: string | Code, options: RunOptions): PyCode {
    if (source instanceof Code) return source.code;
    return this.compile(source, options).code;
  }

  /**
   * Runs source (or compiled code) as `__main__`. The result is the value of a final expression statement,
   * else null. Throws PyError, PySyntaxError, LimitError, and
   * PySuspendedError when a host function returned a promise.
   */
  run(source: string | Code, options: RunOptions = {}): unknown {
    let value: PyValue = null;
    for (const [i, code] of this.parts(source, options).entries()) {
      value = this.finish(this.options.checked === true ? this.runChecked(code, i > 0) : this.machine.runCode(code, this.main.dict, i > 0));
    }
    return toJS(value);
  }

  /** What is to be run in turn: the statements, then a final expression on its own. */
  private parts(source: string | Code, options: RunOptions): PyCode[] {
    if (source instanceof Code) return [source.code];
    try {
      const { body, last } = splitCell(this.machine, source, options.filename ?? '<string>');
      return [body, last].filter((c) => c !== null);
    } catch (e) {
      if (e instanceof PyException) throw this.toError(e.value);
      throw e;
    }
  }

  private runChecked(code: PyCode, goesOn: boolean): Outcome {
    const { thread } = this.machine;
    const bottom = this.machine.begin((vm) => execCode(vm, code, this.main.dict, this.main.dict), goesOn);
    thread.step = { steps: Infinity, line: false, frame: null, startLine: -1, breakpoints: null, checked: true, started: true };
    try {
      return this.machine.resume(bottom, runSlow);
    } finally {
      thread.step = null;
    }
  }

  private finish(out: Outcome): PyValue {
    switch (out.kind) {
      case 'done':
        return out.value;
      case 'raised':
        throw this.toError(out.error);
      case 'waiting': {
        this.machine.abandonAll();
        throw new PySuspendedError('a host function returned a promise: use runAsync (or start) instead of run');
      }
      default:
        throw new PySuspendedError('the program was paused');
    }
  }

  /**
   * As run; waits for promises that host functions return, wherever in the guest they are called, and lets the host's
   * event loop turn now and then.
   */
  async runAsync(source: string | Code, options: RunOptions & AsyncOptions = {}): Promise<unknown> {
    this.refuseAborted(options);
    let value: PyValue = null;
    for (const [i, code] of this.parts(source, options).entries()) {
      value = await this.drive((vm) => execCode(vm, code, this.main.dict, this.main.dict), i > 0, options);
    }
    return toJS(value);
  }

  /**
   * Calls a Python callable: a global of `__main__` by its name, or an object that crossed the border (from `get`, `run`, or
   * as argument of a host function). Arguments and result are converted; it throws as `run` does.
   */
  call(callable: unknown, args: readonly unknown[] = [], kwargs: Readonly<Record<string, unknown>> = {}): unknown {
    return toJS(this.finish(this.machine.execute(this.calling(callable, args, kwargs))));
  }

  /** As call; waits for promises as runAsync does. */
  async callAsync(callable: unknown, args: readonly unknown[] = [], kwargs: Readonly<Record<string, unknown>> = {}, options: AsyncOptions = {}): Promise<unknown> {
    this.refuseAborted(options);
    return toJS(await this.drive(this.calling(callable, args, kwargs), false, options));
  }

  private refuseAborted({ signal }: AsyncOptions): void {
    if (signal?.aborted === true) throw this.toError(error('KeyboardInterrupt').value);
  }

  private calling(callable: unknown, args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>): (vm: Machine['thread']) => Result {
    const f = typeof callable === 'string' ? (this.main.dict.getStr(callable) ?? this.machine.builtins.dict.getStr(callable)) : this.toPy(callable);
    if (f === undefined) throw this.toError(error('NameError', `name '${String(callable)}' is not defined`).value);
    const values = args.map((a) => this.toPy(a));
    const kw = new Map(Object.entries(kwargs).map(([k, v]) => [k, this.toPy(v)]));
    return (vm) => call(vm, f, values, kw.size === 0 ? null : kw);
  }

  private async drive(begin: (vm: Machine['thread']) => Result, goesOn: boolean, { sliceMs = 50, signal }: AsyncOptions): Promise<PyValue> {
    let stop: (() => void) | undefined;
    const aborted = signal === undefined ? undefined : new Promise<never>((_done, fail) => (stop = () => fail(error('KeyboardInterrupt'))));
    aborted?.catch(() => undefined);
    const onAbort = (): void => {
      this.interrupt();
      stop?.();
    };
    signal?.addEventListener('abort', onAbort);
    try {
      return await this.driven(begin, goesOn, sliceMs, aborted);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      // It came too late.
      if (signal?.aborted === true) this.machine.thread.interruptRequested = false;
    }
  }

  private async driven(begin: (vm: Machine['thread']) => Result, goesOn: boolean, sliceMs: number, aborted: Promise<never> | undefined): Promise<PyValue> {
    const { thread } = this.machine;
    const bottom = this.machine.begin(begin, goesOn);
    const go = (): Outcome => {
      thread.mayWait = true;
      try {
        return this.machine.resume(bottom, undefined, sliceMs);
      } finally {
        thread.mayWait = false;
      }
    };
    let out = go();
    while (out.kind === 'waiting' || out.kind === 'paused') {
      if (out.kind === 'paused') {
        await new Promise((done) => setTimeout(done, 0));
        out = go();
        continue;
      }
      let value: PyValue | undefined;
      let failed: PyBaseException | null = null;
      try {
        value = this.toPy(await (aborted === undefined ? out.promise : Promise.race([out.promise, aborted])));
      } catch (e) {
        failed = hostError(e);
        // It stands for the interrupt, which is asked for no more.
        if (e instanceof PyException && e.value.cls === T.KeyboardInterrupt) thread.interruptRequested = false;
      }
      this.machine.answer(value, failed);
      out = go();
    }
    return this.finish(out);
  }

  /** Starts a run the host drives instruction by instruction or line by line. */
  start(source: string | Code, options: RunOptions = {}): Execution {
    const code = this.codeOf(source, options);
    const bottom = this.machine.begin((vm) => execCode(vm, code, this.main.dict, this.main.dict));
    return new Execution(this.machine, bottom, (e) => this.toError(e), this.options.checked === true);
  }

  /**
   * Runs a notebook cell in the VM's namespace: statements, then the value of a final expression statement.
   * Never throws for guest errors.
   */
  runCell(source: string, options: RunOptions = {}): CellResult {
    const filename = options.filename ?? `<cell ${++this.cells}>`;
    try {
      const { body, last } = splitCell(this.machine, source, filename);
      let value: PyValue = null;
      if (body !== null) this.finish(this.machine.runCode(body, this.main.dict));
      if (last !== null) value = this.finish(this.machine.runCode(last, this.main.dict, body !== null));
      if (value === null) return { value: undefined, repr: undefined, error: undefined };
      this.machine.builtins.dict.setStr('_', value);
      return { value: toJS(value), repr: this.reprOf(value), error: undefined };
    } catch (e) {
      if (e instanceof PyException) return { value: undefined, repr: undefined, error: this.toError(e.value) };
      if (e instanceof PyError) return { value: undefined, repr: undefined, error: e };
      throw e;
    }
  }

  private reprOf(v: PyValue): string {
    const r = this.finish(this.machine.call(this.machine.builtins.dict.getStr('repr')!, [v], true));
    return String(toJS(r));
  }

  /** Sets a global of `__main__`, converting the value. */
  set(name: string, value: unknown): void {
    this.main.dict.setStr(name, this.toPy(value));
  }

  /** A global of `__main__`, converted; undefined when there is none. */
  get(name: string): unknown {
    const v = this.main.dict.getStr(name);
    return v === undefined ? undefined : toJS(v);
  }

  /**
   * Makes a host function a global of the guest. Positional arguments arrive converted; keyword arguments, if
   * any, as a last plain object. A promise it returns suspends the whole guest until it settles (runAsync,
   * start). What it throws becomes a Python exception: by `error.name` when that is a builtin exception's.
   */
  define(name: string, fn: HostFn): void {
    this.main.dict.setStr(name, this.wrap(fn, name));
  }

  private readonly wrap = (fn: (...a: any[]) => unknown, name = fn.name || 'host_function', module = '__main__'): PyValue =>
    nativeFunction(
      `!${/^[A-Za-z_]\w*$/.test(name) ? name : 'host_function'}(*args, **kwargs)`,
      (vm, args: PyValue[], kw: Map<string, PyValue>): Result => {
        const js: unknown[] = args.map((a) => toJS(a));
        if (kw.size > 0) {
          const o: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
          for (const [k, v] of kw) o[k] = toJS(v);
          js.push(o);
        }
        let r: unknown;
        try {
          r = fn(...js);
        } catch (e) {
          return vm.raise({ value: hostError(e) });
        }
        if (isThenable(r)) {
          const base = vm.frame;
          return andThen(vm, base, waitForHost(vm, r), HOST_ANSWER);
        }
        try {
          return this.toPy(r);
        } catch (e) {
          return vm.raise({ value: hostError(e) });
        }
      },
      module,
    );

  private toPy(v: unknown): PyValue {
    return toPy(v, (f) => this.wrap(f));
  }

  private toError(e: PyBaseException): PyError {
    const text = renderException(this.machine, e);
    const made = new (e.cls.isSubtype(T.SyntaxError!) ? PySyntaxError : PyError)(e, text, (x) => this.errors.get(x) ?? this.toError(x));
    this.errors.set(e, made);
    return made;
  }
  /** What was made of an exception, so that a chain that closes does so in JavaScript too. */
  private readonly errors = new WeakMap<PyBaseException, PyError>();

  /** Asks the running guest to stop with KeyboardInterrupt (from a timer, a host function, another task). */
  interrupt(): void {
    this.machine.thread.interruptRequested = true;
  }

  [Symbol.dispose](): void {
    this.machine.modules.clear();
  }
}

const HOST_ANSWER = cont('host.answer', (_vm, v) => v);

function isThenable(v: unknown): v is PromiseLike<unknown> {
  return typeof v === 'object' && v !== null && typeof (v as { then?: unknown }).then === 'function';
}

/** A thrown JavaScript value as Python exception. */
function hostError(e: unknown): PyBaseException {
  if (e instanceof PyException) return e.value;
  if (e instanceof RangeError && /call stack/i.test(e.message)) return error('RecursionError', 'the JavaScript stack is used up in a host function').value;
  if (e instanceof Error) return errorToPy(e);
  return error('RuntimeError', strFromJS(String(e))).value;
}

/** A cell's statements, and its final expression on its own. */
function splitCell(machine: Machine, source: string, filename: string): { body: PyCode | null; last: PyCode | null } {
  machine.addSource(filename, source);
  const parts = compileHook.cell(source, filename, machine.thread.state.lookupName as ((name: string) => string | null) | undefined);
  return { body: parts.body === null ? null : new PyCode(parts.body), last: parts.last === null ? null : new PyCode(parts.last) };
}

function defaultHost(o: VMOptions): Host {
  const modules = o.modules ?? {};
  const out = o.stdout ?? ((s: string): void => void (globalThis as { process?: { stdout?: { write(s: string): void } } }).process?.stdout?.write(s));
  const err = o.stderr ?? ((s: string): void => void (globalThis as { process?: { stderr?: { write(s: string): void } } }).process?.stderr?.write(s));
  const text = new TextEncoder();
  const memory = (globalThis as { process?: { memoryUsage?: () => { heapUsed: number; external: number } } }).process?.memoryUsage;
  const host: Host = {
    stdout: out,
    stderr: err,
    readFile: (path) => {
      const name = path.replace(/^\/?/, '').replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
      const source = Object.hasOwn(modules, name) ? modules[name] : undefined;
      return typeof source === 'string' ? text.encode(source) : null;
    },
    frozenModule: libraryModule,
    ...(memory === undefined ? {} : { memoryUsed: () => ((m) => m.heapUsed + m.external)(memory()) }),
    heapFull: heapIsFull,
    heapHas,
    heapLimit,
    ...(o.env === undefined ? {} : { env: o.env }),
  };
  if (o.stdin !== undefined) {
    const { stdin } = o;
    host.readLine = (prompt) => {
      const r = stdin(prompt);
      const line = (s: string | null): string => (s === null ? '' : `${s}\n`);
      return typeof r === 'object' && r !== null ? r.then(line) : line(r);
    };
  }
  return host;
}

/** Makes a VM. Synchronous; several may live in one process, each with its own modules and limits. */
export function createVM(options: VMOptions = {}): VM {
  return new VM(options);
}

export { NOVALUE, PUSHED };
