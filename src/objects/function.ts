/** function, method (bound), cell and module objects: the classes. Attributes: function-type.ts. */
import { inherit, PyObject, T, type PyValue, type VM } from './object.js';
import type { PyCode } from './code.js';
import { PyDict } from './dict.js';
import type { PyTuple } from './tuple.js';
import type { PyType } from './type.js';

export class PyFunction {
  defaults: PyTuple | null = null;
  kwdefaults: PyDict | null = null;
  closure: PyTuple | null = null;
  annotations: PyDict | null = null;
  dict: PyDict | null = null;
  name: PyValue;
  qualname: PyValue;
  /** undefined: the first constant of the code, not looked at yet. */
  doc: PyValue | undefined = null;
  module: PyValue = null;
  constructor(
    public code: PyCode,
    readonly globals: PyDict,
    public builtins: PyDict,
    name: PyValue,
    qualname: PyValue,
  ) {
    this.cls = T.function;
    this.name = name;
    this.qualname = qualname;
  }
}
export interface PyFunction extends PyObject {}
inherit(PyFunction, PyObject);

/** A function's docstring. */
export function docOf(fn: PyFunction): PyValue {
  return fn.doc === undefined ? (fn.doc = fn.code.constValues().items[0]!) : fn.doc;
}

/** A bound method. */
export class PyMethod {
  constructor(
    readonly func: PyValue,
    readonly self: PyValue,
  ) {
    this.cls = T.method;
  }
}
export interface PyMethod extends PyObject {}
inherit(PyMethod, PyObject);

export class PyCell {
  constructor(public v: PyValue | undefined) {}
}
export interface PyCell extends PyObject {}
inherit(PyCell, PyObject);
// Both kinds of values that V8 tells apart, as for Cont.
for (const v of [0, null]) new PyCell(v);

/** Stands in a module's namespace for a value that is made when somebody asks for it. */
export class Late extends PyObject {
  constructor(readonly make: (vm: VM) => PyValue) {
    super();
    this.cls = T.object!;
  }
}

export class PyModule extends PyObject {
  dict: PyDict;
  /** Its docstring is to be looked for in the table of CPython's texts (docs.ts) first. */
  docInTable = false;
  constructor(name: string, cls?: PyType, dict?: PyDict) {
    super();
    this.cls = cls ?? T.module;
    this.dict = dict ?? new PyDict();
    if (dict === undefined) {
      this.dict.setStr('__name__', name);
      this.dict.setStr('__doc__', null);
      this.dict.setStr('__package__', null);
      this.dict.setStr('__loader__', null);
      this.dict.setStr('__spec__', null);
    }
  }
}
