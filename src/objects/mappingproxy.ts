/** mappingproxy: a read-only view of a mapping (`type.__dict__`). Type: mappingproxy-type in dict-type.ts. */
import { PyObject, T, type PyValue } from './object.js';

export class MappingProxy extends PyObject {
  constructor(
    readonly mapping: PyValue,
    /** Names to leave out (`__qualname__` lives in a class's table but not in its `__dict__`). */
    readonly hide: ((name: string) => boolean) | undefined = undefined,
  ) {
    super();
    this.cls = T.mappingproxy!;
  }
}
