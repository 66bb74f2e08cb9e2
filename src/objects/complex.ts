/** complex: the class; arithmetic and methods: complex-type.ts. */
import { PyObject } from './object.js';

export class PyComplex extends PyObject {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {
    super();
  }
}
