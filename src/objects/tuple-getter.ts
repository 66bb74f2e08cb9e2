/** The descriptor of a named tuple's field (its type: stdlib/collections.ts); attribute caches know it. */
import { PyObject, type PyValue } from './object.js';

export class TupleGetter extends PyObject {
  constructor(
    readonly index: number,
    public doc: PyValue,
  ) {
    super();
  }
}
