/** tuple and list: the classes; methods stand in tuple-type.ts and list-type.ts. */
import { inherit, PyObject, T, type PyValue } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyTuple {
  /** Attributes (and `__slots__` values) of an instance of a guest subclass. */
  dict: PyDict | null = null;
  constructor(
    readonly items: PyValue[],
    cls?: PyType,
  ) {
    this.cls = cls ?? T.tuple;
  }
}
export interface PyTuple extends PyObject {}
inherit(PyTuple, PyObject);

export class PyList {
  dict: PyDict | null = null;
  constructor(
    public items: PyValue[],
    cls?: PyType,
  ) {
    this.cls = cls ?? T.list;
  }
}
export interface PyList extends PyObject {}
inherit(PyList, PyObject);

/** The empty tuple, made on first use: T.tuple must exist. */
let empty: PyTuple | undefined;
export function emptyTuple(): PyTuple {
  return (empty ??= new PyTuple([]));
}

/** A tuple of `items`: there is one empty one, as in CPython. */
export const tupleOf = (items: PyValue[]): PyTuple => (items.length === 0 ? emptyTuple() : new PyTuple(items));
