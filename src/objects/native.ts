/**
 * Native functions: a JS function, its Python signature, and the objects guest code sees of it
 * (builtin_function_or_method, method_descriptor, wrapper_descriptor, method-wrapper, ...), which are
 * all one JS class and differ in `cls`.
 */
import { PyObject, T, type PyValue, type Result, type VM } from './object.js';
import { parseSignature, type Callee, type Signature } from './signature.js';
import type { PyType } from './type.js';

/**
 * A native implementation. Gets `vm`, then one argument per parameter of its signature in order
 * (`self` first for methods), defaults filled in; `*args` as a JS array, `**kwargs` as a Map.
 * A parameter without a visible default (`x=<unset>`) is undefined when missing.
 */
export type NativeFn = (vm: VM, ...args: any[]) => Result;

export interface NativeDef {
  readonly name: string;
  readonly fn: NativeFn;
  readonly sig: Signature;
  readonly doc: string | null;
  /** May return PUSHED. Natives that do not say so are called where there is no way to wait. */
  readonly pushes: boolean;
}

/** `signature` as in signature.ts; a leading `!` marks an implementation that may return PUSHED. */
export function nativeDef(signature: string, fn: NativeFn, doc: string | null = null): NativeDef {
  const pushes = signature.startsWith('!');
  const sig = parseSignature(pushes ? signature.slice(1) : signature);
  return { name: sig.name, fn, sig, doc, pushes };
}

export class NativeFunction extends PyObject {
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
    super();
    this.cls = cls;
  }

  /** How its argument errors name it (see signature.ts). */
  get callee(): Callee {
    return { sig: this.def.sig, qualname: this.qualname };
  }

  /** True for method_descriptor and wrapper_descriptor: `self` comes as the first argument. */
  get unbound(): boolean {
    return this.self === undefined;
  }

  get qualname(): string {
    return this.owner === null ? this.def.name : `${this.owner.name}.${this.def.name}`;
  }

  /** The bound form of a descriptor. */
  bind(self: PyValue): NativeFunction {
    const cls = this.cls === T.wrapper_descriptor ? T['method-wrapper'] : T.builtin_function_or_method;
    return new NativeFunction(this.def, cls, self, this.owner, this.module, true);
  }
}

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
