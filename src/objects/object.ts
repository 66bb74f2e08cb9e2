/**
 * What a Python value is in JavaScript, and the two facts every native function needs to know:
 * how to fail (`undefined`) and how to wait for Python code (`PUSHED`). See
 * docs/decisions/0001-native-frame-protocol.md, 0002-value-representation.md, 0003-exception-sentinel.md.
 *
 * | Python                   | JavaScript                                                    |
 * | ------------------------ | ------------------------------------------------------------- |
 * | int                      | `number` when a safe integer (never -0), else `bigint`        |
 * | bool, None               | `true`/`false`, `null`                                        |
 * | str                      | string when every code point is one UTF-16 unit, `AstralStr`  |
 * |                          | otherwise                                                     |
 * | float                    | `PyFloat`                                                     |
 * | everything else          | a subclass of `PyObject`                                      |
 *
 * Instances of guest subclasses of int and str are `PyIntObj` / `PyStrObj` (a value and a class).
 */
import type { PyType } from './type.js';
import type { PyBaseException } from './exception.js';
import type { PyFrame } from './frame.js';

export type PyValue = null | boolean | number | bigint | string | PyObject;

/**
 * What a native operation returns: a value; `undefined` after it set `vm.exc` (an exception), or with
 * `vm.exc === null` where the operation has a "nothing there" answer (exhausted iterator, missing key);
 * or `PUSHED`: it pushed one or more frames, and the value the lowest of them returns is the result.
 */
export type Result = PyValue | undefined;

/**
 * Makes the instances of `cls` instances of `base` too, as `extends` would, but leaves the constructor of `cls` a plain one:
 * V8 inlines that at every `new`, however large the function around it, where one that calls `super` becomes
 * three calls. For the kinds of objects that running code makes all the time. `base` must have an empty constructor,
 * or `cls` do what it does.
 */
export function inherit(cls: Function, base: Function): void {
  Object.setPrototypeOf(cls.prototype, base.prototype as object);
}

/** Base of every Python object that is not a JS primitive. */
export abstract class PyObject {
  declare cls: PyType;

  /**
   * The next item of an iterator that gives it without Python code and without raising, undefined at its end.
   * NOVALUE: ask `next`, nothing has happened. A virtual call, because each place that iterates mostly meets one kind.
   */
  quickNext(): PyValue | undefined {
    return NOVALUE;
  }

  /** A call with `n` positional arguments at `st[at]`, by what needs no array of them; NOVALUE: `__call__` is to be looked up. */
  callAt(_vm: VM, _st: readonly any[], _at: number, _n: number): Result {
    return NOVALUE;
  }
  /** The same with `nkw` pairs of a name and a value behind the `n` arguments. */
  callKeywordsAt(_vm: VM, _st: readonly any[], _at: number, _n: number, _nkw: number): Result {
    return NOVALUE;
  }

  /** `quickNext` where the item is a pair: its first value; the second is in `second`. NOVALUE: `quickNext` may know more. */
  quickPair(): PyValue | undefined {
    return NOVALUE;
  }
  /** See quickPair. */
  declare second: PyValue;
}

/** Identity of the two sentinels below; never seen by guest code. */
class Sentinel extends PyObject {
  constructor(readonly label: string) {
    super();
  }
}

/** "I pushed a frame; its result is mine." See `Result`. */
export const PUSHED: PyObject = new Sentinel('PUSHED');

/** Result of a continuation that leaves nothing on the value stack (a store, a taken jump). */
export const NOVALUE: PyObject = new Sentinel('NOVALUE');

/** A float or an instance of a guest subclass of it. */
export abstract class AnyFloat extends PyObject {
  constructor(readonly v: number) {
    super();
  }
}

/** A plain float: its operators are known. */
export class PyFloat {
  constructor(readonly v: number) {}
}
export interface PyFloat extends AnyFloat {}
inherit(PyFloat, AnyFloat);

/** Instance of a guest subclass of float. */
export class PyFloatObj extends AnyFloat {
  dict: import('./dict.js').PyDict | null = null;
  constructor(v: number, cls: PyType) {
    super(v);
    this.cls = cls;
  }
}

/** A str with characters outside the BMP, or surrogates side by side: code points beside UTF-16. */
export class AstralStr extends PyObject {
  constructor(
    /** Code points; may hold lone surrogates. */
    readonly cps: Uint32Array,
    /** The same as a JS string (ambiguous only where surrogates stand side by side). */
    readonly s: string,
  ) {
    super();
  }
}

/** Frames of both kinds, linked by `back`. */
export type AnyFrame = PyFrame | Cont;

/**
 * A native frame: the rest of a native operation that waits for Python code. Its whole state is a
 * row of `ContRow` (found by name, so it can be saved) and up to four values.
 */
export class Cont {
  /** False on every Cont, true on every PyFrame: the run loop's discriminator. */
  readonly isPython = false as const;
  back: AnyFrame | null = null;
  constructor(
    readonly row: ContRow,
    public a: any,
    public b: any,
    public c: any,
    public d: any,
  ) {}
}

export interface ContRow {
  readonly name: string;
  /**
   * Goes on with the value the frame above returned. `value` is undefined when it raised (`vm.exc`
   * set; only if `catches`) or was exhausted (`vm.exc` null, `vm.stopValue` set; only if `iter`).
   * The Cont is already popped; `again` puts it back under newly pushed frames.
   */
  readonly fn: (vm: VM, value: Result, c: Cont) => Result;
  /** Is called for exceptions too. */
  readonly catches: boolean;
  /** Takes exhaustion of a generator frame raw, without a StopIteration object. */
  readonly iter: boolean;
  /** Gives back any value but NotImplemented as it is: the run loop leaves it out. */
  readonly passes: boolean;
  /** Is called instead of `fn` when a limit ends the run it belongs to: sets right what was begun. */
  readonly abandoned: ((c: Cont) => void) | undefined;
}

const contRows = new Map<string, ContRow>();

/** Declares a continuation. Names are unique: a saved program finds its rows by them. */
export function cont(name: string, fn: ContRow['fn'], options: { catches?: boolean; iter?: boolean; passes?: boolean; abandoned?: (c: Cont) => void } = {}): ContRow {
  if (contRows.has(name)) throw new Error(`continuation ${name} declared twice`);
  const row: ContRow = { name, fn, catches: options.catches ?? false, iter: options.iter ?? false, passes: options.passes ?? false, abandoned: options.abandoned };
  contRows.set(name, row);
  return row;
}

// V8 notes what kinds of values a field ever held, and makes code anew when there is one more: let it see both at once.
for (const v of [0, null]) new Cont({ name: '', fn: () => undefined, catches: false, iter: false, passes: false, abandoned: undefined }, v, v, v, v);

export function contByName(name: string): ContRow | undefined {
  return contRows.get(name);
}

/** Puts `c` under the frames pushed since `base` was the top frame. Returns PUSHED. */
export function insertCont(vm: VM, base: AnyFrame | null, c: Cont): Result {
  let f: AnyFrame = vm.frame!;
  if (f === base) throw new Error('PUSHED without a frame');
  while (f.back !== base) f = f.back!;
  f.back = c;
  c.back = base;
  return PUSHED;
}

/**
 * Carries a Python exception through native JavaScript. Not an Error: no stack is captured. May be
 * thrown by any native; the run loop turns it into the sentinel at the one place that calls natives.
 */
export class PyException {
  constructor(readonly value: PyBaseException) {}
}

/**
 * Goes on with `row` after an operation that may have pushed frames. `base` is `vm.frame` from before
 * the operation, `r` its result. At once when the result is there, by a Cont otherwise.
 */
export function andThen(vm: VM, base: AnyFrame | null, r: Result, row: ContRow, a?: any, b?: any, c?: any, d?: any): Result {
  if (r === PUSHED) return insertCont(vm, base, new Cont(row, a, b, c, d));
  if (r === undefined) {
    const { exc } = vm;
    if (exc !== null && row.iter && !row.catches && exc.cls.isSubtype(T.StopIteration!)) {
      // As where the run loop calls `row`: a StopIteration is exhaustion to whom asked for an item.
      vm.stopValue = exc.field('value');
      vm.exc = null;
    } else if (!(exc === null ? row.iter : row.catches)) return undefined;
  }
  try {
    return row.fn(vm, r, new Cont(row, a, b, c, d));
  } catch (e) {
    // Whoever waits for this one's result finds an exception in it as it would if the run loop had called `row`.
    if (!(e instanceof PyException)) throw e;
    vm.exc = e.value;
    return undefined;
  }
}

/**
 * The running machine as objects see it. Implemented by `vm/thread.ts`; natives get it as their first
 * argument.
 */
export interface VM {
  /** Top of the frame stack (the running frame). */
  frame: AnyFrame | null;
  /** The exception in flight when a Result is undefined; null for "nothing there". */
  exc: PyBaseException | null;
  /** Return value of the generator whose exhaustion was just reported. */
  stopValue: PyValue;
  /** StopIteration that ended the last `next`, for trace functions; stays until it is looked at. */
  lastStop: PyBaseException | null;
  /** The exception being handled (`sys.exc_info()[1]`), or null. */
  handled: PyBaseException | null;
  /** Depth counter and limit of Python frames (`sys.setrecursionlimit`). */
  depth: number;
  recursionLimit: number;
  /** Steps left before the run loop must look up (budget, time limit, interrupt). */
  budget: number;
  /** Sets `exc` and returns undefined. */
  raise(e: { value: PyBaseException }): undefined;
  /** How hot code must be to be compiled to JavaScript; Infinity: none may be generated. */
  readonly jitThreshold: number;
  /** Charges native work against the limits; throws LimitError. n: elementary steps. */
  charge(n: number): void;
  /**
   * Called with the frame on top, just pushed by a native's call: where its code is compiled it is run at once, and the
   * answer is its result. PUSHED: it, or what it called, is still to be run.
   */
  runNow(): Result;
  /** A function of the frozen prelude (Python code behind the builtins). */
  prelude(name: string): PyValue;
  /** Per-VM modules and state, by name. */
  readonly state: VMState;
}

/** Per-VM state of natives. One field per owner; see vm/thread.ts. */
export interface VMState {
  builtins: import('./dict.js').PyDict;
  modules: import('./dict.js').PyDict;
  /** Text sinks behind sys.stdout/sys.stderr. */
  writeOut(text: string): void;
  writeErr(text: string): void;
  /** CPython's docstring by the key of scripts/record-docs.mjs. */
  doc(key: string): string | null;
  /** A line of a file, with its newline; null: there is none. */
  sourceLine(file: string, line: number): string | null;
  pendingNames?: import('./shown.js').PendingNames;
  [key: string]: unknown;
}

/** Builtin types by name, filled by the files that define them (cuts the import knot between them). */
export const T = {} as Record<string, PyType> & {
  object: PyType;
  type: PyType;
  int: PyType;
  bool: PyType;
  float: PyType;
  complex: PyType;
  str: PyType;
  bytes: PyType;
  bytearray: PyType;
  NoneType: PyType;
  NotImplementedType: PyType;
  ellipsis: PyType;
  list: PyType;
  tuple: PyType;
  dict: PyType;
  set: PyType;
  frozenset: PyType;
  range: PyType;
  slice: PyType;
  function: PyType;
  method: PyType;
  builtin_function_or_method: PyType;
  method_descriptor: PyType;
  wrapper_descriptor: PyType;
  'method-wrapper': PyType;
  classmethod_descriptor: PyType;
  getset_descriptor: PyType;
  member_descriptor: PyType;
  classmethod: PyType;
  staticmethod: PyType;
  property: PyType;
  super: PyType;
  module: PyType;
  code: PyType;
  frame: PyType;
  traceback: PyType;
  cell: PyType;
  generator: PyType;
  coroutine: PyType;
  async_generator: PyType;
  BaseException: PyType;
};

/**
 * To be called when types were added to `T`: V8 keeps an object with so many properties as a hash table, at 8 ns for each
 * look (`cls === T.dict` stands in every fast path). A prototype that is used as such it keeps as fields, at 1 ns.
 */
export function settleTypes(): void {
  function Heir(): void {}
  Heir.prototype = T;
  const heir = new (Heir as unknown as new () => typeof T)();
  for (let i = 0; i < 3; i++) look(heir);
}
const look = (o: typeof T): unknown => o.int;

export function typeOf(v: PyValue): PyType {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return T.int;
    case 'string':
      return T.str;
    case 'boolean':
      return T.bool;
    default:
      return v === null ? T.NoneType : v.cls;
  }
}

/** Object identity: `is`. Primitives by value, which no program can tell from identity reliably. */
export function is(a: PyValue, b: PyValue): boolean {
  return a === b;
}

let nextId = 0x7f0000001000;
const ids = new WeakMap<object, number>();

/** `id()`: a stable number per object; primitives get one from their value. */
export function idOf(v: PyValue): number {
  if (typeof v !== 'object' || v === null) {
    if (v === null) return 0x55d000000010;
    if (typeof v === 'boolean') return v ? 0x55d000000040 : 0x55d000000060;
    if (typeof v === 'number') return 0x560000000000 + (v % 0x1000000) * 32;
    let h = 0;
    const s = String(v);
    for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0;
    return 0x570000000000 + (h >>> 0) * 16;
  }
  let id = ids.get(v);
  if (id === undefined) {
    id = nextId;
    nextId += 48;
    ids.set(v, id);
  }
  return id;
}
