/** Ellipsis and NotImplemented. (None is `null`.) */
import { PyObject } from './object.js';

export class PyEllipsis extends PyObject {}
export class PyNotImplemented extends PyObject {}

export const Ellipsis = new PyEllipsis();
export const NotImplemented = new PyNotImplemented();
