/** mappingproxy: a read-only view of a mapping (`type.__dict__`). Type: mappingproxy-type in dict-type.ts. */
import { PyObject, T, type PyValue } from './object.js';

export class MappingProxy extends PyObject {
  constructor(
    readonly mapping: PyValue,
  ) {
    super();
    this.cls = T.mappingproxy!;
  }
}
