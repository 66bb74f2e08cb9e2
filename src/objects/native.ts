/**
 * Native functions: a JS function, its Python signature, and the objects guest code sees of it
 * (builtin_function_or_method, method_descriptor, wrapper_descriptor, method-wrapper, ...), which are
 * all one JS class and differ in `cls`.
 */
import { Op } from '../bytecode/opcodes.js';
import { inherit, PyObject, T, typeOf, type AnyFrame, type PyValue, type Result, type VM } from './object.js';
import type { PyFrame } from './frame.js';
import { parseSignature, type Callee, type Signature } from './signature.js';
import type { PyType } from './type.js';

/**
 * A native implementation. Gets `vm`, then one argument per parameter of its signature in order
 * (`self` first for methods), defaults filled in; `*args` as a JS array, `**kwargs` as a Map.
 * A parameter without a visible default (`x=<unset>`) is undefined when missing.
 */
export type NativeFn = (vm: VM, ...args: any[]) => Result;

export class NativeDef {
  readonly name: string;
  /** May return PUSHED. Natives that do not say so are called where there is no way to wait. */
  readonly pushes: boolean;
  /** What an operator calls instead, where calling the method by name raises what the operator leaves to the other side. */
  op: NativeFn | null = null;
  /** Of a `__new__` with any signature: the instance of a call with `n` positional arguments at `st[at]`; null: ask `fn`. */
  make: ((vm: VM, cls: PyType, st: readonly any[], at: number, n: number) => Result | null) | null = null;
  /** The parameters as `__text_signature__` is to show them, where what is called binds the arguments. */
  shown: string | null = null;
  /** Of a `__new__` that looks at the class only: what it makes of it. */
  bare: ((cls: PyType) => PyObject) | null = null;
  private parsed: Signature | null = null;
  /** How many arguments it takes, where that is known and all are positional and needed: the run loop calls it at once. */
  exact = -1;

  /** `text` as in signature.ts; a leading `!` marks an implementation that may return PUSHED. */
  constructor(
    private readonly text: string,
    readonly fn: NativeFn,
    readonly doc: string | null,
  ) {
    this.pushes = text.charCodeAt(0) === 33;
    this.name = text.slice(this.pushes ? 1 : 0, text.indexOf('('));
  }

  /** Parsed at the first call: thousands are declared at start-up, few are called. */
  get sig(): Signature {
    if (this.parsed !== null) return this.parsed;
    const sig = parseSignature(this.pushes ? this.text.slice(1) : this.text);
    if (sig.plain && sig.required === sig.npos && sig.params.length === sig.npos) this.exact = sig.npos;
    return (this.parsed = sig);
  }
}

export function nativeDef(signature: string, fn: NativeFn, doc: string | null = null): NativeDef {
  return new NativeDef(signature, fn, doc);
}

/** Without importing PyType, which would make a circle. */
const isType = (v: PyValue): v is PyType => typeof v === 'object' && v !== null && 'mro' in v;

export class NativeFunction {
  constructor(
    readonly def: NativeDef,
    cls: PyType,
    /** `__self__`; undefined for a descriptor. */
    readonly self: PyValue | undefined,
    /** The type whose namespace holds it (descriptors and their bound forms). */
    readonly owner: PyType | null,
    /** `__module__` of a module function. */
    readonly module: string | null,
    /** A call puts `self` before the arguments. */
    readonly bound = false,
  ) {
    this.cls = cls;
  }

  /** An attribute of a super object: its argument errors name it as an object that is called. */
  viaSuper = false;

  /** How its argument errors name it (see signature.ts), when it is called by the instruction `caller` stands at. */
  callee(caller: AnyFrame | null): Callee {
    return new CalleeOf(this, caller);
  }

  /** `__qualname__`, with the module before it unless that is builtins (_PyObject_FunctionStr). */
  get ofModule(): string {
    const { module, qualname } = this;
    return this.owner !== null || module === null || module === 'builtins' ? qualname : `${module}.${qualname}`;
  }

  /** True for method_descriptor and wrapper_descriptor: `self` comes as the first argument. */
  get unbound(): boolean {
    return this.self === undefined;
  }

  get qualname(): string {
    if (this.owner === null) return this.def.name;
    if (!this.bound || this.self === undefined || this.cls === T['method-wrapper']) return `${this.owner.qualname}.${this.def.name}`;
    const of = this.cls === T.builtin_function_or_method && isType(this.self) ? this.self : typeOf(this.self);
    return `${of.qualname}.${this.def.name}`;
  }

  /** The bound form of a descriptor. */
  bind(self: PyValue): NativeFunction {
    const cls = this.cls === T.wrapper_descriptor ? T['method-wrapper'] : T.builtin_function_or_method;
    return new NativeFunction(this.def, cls, self, this.owner, this.module, true);
  }
}
export interface NativeFunction extends PyObject {}
inherit(NativeFunction, PyObject);

/** A data descriptor implemented natively: getset_descriptor or member_descriptor. */
export class GetSet extends PyObject {
  constructor(
    readonly name: string,
    readonly get: (vm: VM, self: any) => Result,
    /** null: read-only. `v` undefined: delete. */
    readonly set: ((vm: VM, self: any, v: PyValue | undefined) => Result) | null,
    readonly owner: PyType,
    readonly doc: string | null,
    cls: PyType,
  ) {
    super();
    this.cls = cls;
  }
}

/** Names for the errors of one call. Made at each call that is not simple, so nothing is worked out before it is asked for. */
class CalleeOf implements Callee {
  readonly sig: Signature;
  constructor(
    private readonly f: NativeFunction,
    private readonly caller: AnyFrame | null,
  ) {
    this.sig = f.def.sig;
  }
  get object(): boolean {
    const { f, caller } = this;
    return f.bound && f.owner !== null && f.cls === T.builtin_function_or_method && !isType(f.self as PyValue) && !(!f.viaSuper && caller !== null && caller.isPython && callsAttribute(caller));
  }
  get method(): string {
    const { owner, def } = this.f;
    return owner === null ? '' : `${owner.name}.${def.name}`;
  }
  get qualname(): string {
    const { f } = this;
    // A bound method that is called as an object goes by the type of its self; `o.m()` by the type that has it.
    if (f.owner === null || (f.cls === T.builtin_function_or_method && f.self !== undefined && (!f.bound || isType(f.self) || this.object))) return f.ofModule;
    return `${f.owner.qualname}.${f.def.name}`;
  }
}

/** Whether what the call instruction of `f` calls was written as an attribute: `o.m(...)`. Stars make CPython take it as any object. */
function callsAttribute(f: PyFrame): boolean {
  const { code, positions } = f.code.co;
  const at = f.lasti;
  if (at < 0 || code[at] !== Op.CALL_FUNCTION) return false;
  // Rows of five, see CodeObject.positions. The last instruction before it that begins where the call does gives the callee.
  let row = -1;
  for (let i = 0; i < positions.length && positions[i]! <= at; i += 5) row = i;
  if (row < 0) return true;
  let callee = -1;
  for (let i = 0; i < row; i += 5) {
    if (positions[i + 1] !== positions[row + 1] || positions[i + 3] !== positions[row + 3]) continue;
    // Names of keyword arguments have the place of what is before them.
    for (let k = positions[i]!; k < positions[i + 5]!; k += code[k]! < 90 ? 1 : 3) if (code[k] !== Op.LOAD_CONST) callee = k;
  }
  return callee < 0 || code[callee] === Op.LOAD_ATTR;
}
