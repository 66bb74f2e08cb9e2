/** traceback objects: one per frame an exception passed. Printing: vm/traceback.ts. */
import { PyObject, T } from './object.js';
import { lineOf, type PyFrame } from './frame.js';

export class PyTraceback extends PyObject {
  constructor(
    public next: PyTraceback | null,
    readonly frame: PyFrame,
    /** Offset of the instruction that raised. */
    readonly lasti: number,
    private line = -1,
  ) {
    super();
    this.cls = T.traceback;
  }

  /** Source line; worked out when somebody asks, because most tracebacks nobody sees. */
  get lineno(): number {
    if (this.line < 0) this.line = lineOf(this.frame.code, this.lasti);
    return this.line;
  }
}
