/** mappingproxy: a read-only view of a mapping (`type.__dict__`). Type: mappingproxy-type in dict-type.ts. */
import { PyObject, T, type PyValue } from './object.js';

export class MappingProxy extends PyObject {
  /** `complete` is called before anybody sees more of the mapping than its keys. */
  constructor(
    readonly keysOf: PyValue,
    private complete: (() => void) | null = null,
  ) {
    super();
    this.cls = T.mappingproxy!;
  }

  get mapping(): PyValue {
    const { complete } = this;
    if (complete !== null) {
      this.complete = null;
      complete();
    }
    return this.keysOf;
  }
}
