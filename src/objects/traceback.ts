/** traceback objects: one per frame an exception passed. Printing: vm/traceback.ts. */
import { PyObject, T } from './object.js';
import type { PyFrame } from './frame.js';

export class PyTraceback extends PyObject {
  constructor(
    public next: PyTraceback | null,
    readonly frame: PyFrame,
    /** Offset of the instruction that raised. */
    readonly lasti: number,
    readonly lineno: number,
  ) {
    super();
    this.cls = T.traceback;
  }
}
