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

/** classmethod and staticmethod: a function, and the names they copy from it. */
export abstract class PyWrapper extends PyObject {
  private own: PyDict | null = null;
  /** Copies the names when somebody looks: the docstrings of builtins are in a table that most programs never read. */
  copyNames: (() => void) | null = null;
  constructor(
    public func: PyValue,
    cls: PyType,
  ) {
    super();
    this.cls = cls;
  }
  get dict(): PyDict | null {
    const copy = this.copyNames;
    if (copy !== null) {
      this.copyNames = null;
      copy();
    }
    return this.own;
  }
  set dict(d: PyDict | null) {
    this.own = d;
  }
}

export class PyClassMethod extends PyWrapper {
  constructor(func: PyValue, cls?: PyType) {
    super(func, cls ?? T.classmethod);
  }
}
