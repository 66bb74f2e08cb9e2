/** bytes and bytearray: the classes; methods: bytes-type.ts. */
import { PyObject, T } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyBytes extends PyObject {
  dict: PyDict | null = null;
  constructor(
    readonly v: Uint8Array,
    cls?: PyType,
  ) {
    super();
    this.cls = cls ?? T.bytes;
  }
}

/** Growable: `v` is the buffer, `length` what is used of it. */
export class PyByteArray extends PyObject {
  dict: PyDict | null = null;
  length: number;
  /** Live memoryviews: while there are any, the size may not change (BufferError). */
  exports = 0;
  constructor(
    public v: Uint8Array,
    cls?: PyType,
  ) {
    super();
    this.length = v.length;
    this.cls = cls ?? T.bytearray;
  }
}
