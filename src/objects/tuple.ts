/** tuple and list: the classes; methods stand in tuple-type.ts and list-type.ts. */
import { PyObject, T, type PyValue } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyTuple extends PyObject {
  /** Attributes (and `__slots__` values) of an instance of a guest subclass. */
  dict: PyDict | null = null;
  constructor(
    readonly items: PyValue[],
    cls?: PyType,
  ) {
    super();
    this.cls = cls ?? T.tuple;
  }
}

export class PyList extends PyObject {
  dict: PyDict | null = null;
  constructor(
    public items: PyValue[],
    cls?: PyType,
  ) {
    super();
    this.cls = cls ?? T.list;
  }
}

/** The empty tuple, made on first use: T.tuple must exist. */
let empty: PyTuple | undefined;
export function emptyTuple(): PyTuple {
  return (empty ??= new PyTuple([]));
}
