/** property and classmethod objects: the classes (staticmethod: define.ts). Types: descriptor-types.ts. */
import { PyObject, T, type PyValue } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyProperty extends PyObject {
  dict: PyDict | null = null;
  fget: PyValue = null;
  fset: PyValue = null;
  fdel: PyValue = null;
  doc: PyValue = null;
  /** The doc came from fget. */
  getterDoc = false;
  /** From `__set_name__`, for error messages. */
  name: PyValue = null;
  constructor(cls?: PyType) {
    super();
    this.cls = cls ?? T.property;
  }
}

export class PyClassMethod extends PyObject {
  dict: PyDict | null = null;
  constructor(
    public func: PyValue,
    cls?: PyType,
  ) {
    super();
    this.cls = cls ?? T.classmethod;
  }
}
