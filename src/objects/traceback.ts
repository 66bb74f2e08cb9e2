/** traceback objects: one per frame an exception passed. Printing: vm/traceback.ts. */
import { inherit, PyObject, T } from './object.js';
import { lineOf, type PyFrame } from './frame.js';

export class PyTraceback {
  constructor(
    public next: PyTraceback | null,
    readonly frame: PyFrame,
    /** Offset of the instruction that raised. */
    readonly lasti: number,
    private line = -1,
  ) {
    this.cls = T.traceback;
  }

  /** Source line; worked out when somebody asks, because most tracebacks nobody sees. */
  get lineno(): number {
    if (this.line < 0) this.line = lineOf(this.frame.code, this.lasti);
    return this.line;
  }
}
export interface PyTraceback extends PyObject {}
inherit(PyTraceback, PyObject);
