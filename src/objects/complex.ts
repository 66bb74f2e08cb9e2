/** complex: the class; arithmetic and methods: complex-type.ts. */
import { PyObject } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyComplex extends PyObject {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {
    super();
  }
}

/** Instance of a guest subclass of complex. */
export class PyComplexObj extends PyComplex {
  dict: PyDict | null = null;
  constructor(re: number, im: number, cls: PyType) {
    super(re, im);
    this.cls = cls;
  }
}
