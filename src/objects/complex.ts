/** complex: the class; arithmetic and methods: complex-type.ts. */
import { inherit, PyObject } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyComplex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {
  }
}
export interface PyComplex extends PyObject {}
inherit(PyComplex, PyObject);

/** Instance of a guest subclass of complex. */
export class PyComplexObj extends PyComplex {
  dict: PyDict | null = null;
  constructor(re: number, im: number, cls: PyType) {
    super(re, im);
    this.cls = cls;
  }
}
