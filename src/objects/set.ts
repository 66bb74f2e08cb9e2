/** set and frozenset: the class and its native fast paths; methods: set-type.ts. */
import { T, type PyValue } from './object.js';
import { HashTable, keyHooks, keyOf } from './hashtable.js';
import { NEEDS_PYTHON, type PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PySet extends HashTable {
  dict: PyDict | null = null;
  /** Memoised hash of a frozenset. */
  hashed: number | bigint | null = null;
  constructor(cls?: PyType) {
    super(false);
    this.cls = cls ?? T.set;
  }

  find(key: PyValue): number {
    const k = keyOf(key);
    if (this.hashes !== null) return NEEDS_PYTHON;
    if (k !== undefined) return this.findPrim(k);
    const h = keyHooks.structHash(key);
    return h === undefined ? NEEDS_PYTHON : this.findStruct(h, key);
  }

  /** Adds without Python code; false when that is not possible. */
  addFast(key: PyValue): boolean {
    if (this.hashes !== null) return false;
    const k = keyOf(key);
    if (k !== undefined) {
      if (this.findPrim(k) < 0) this.addPrim(k, key);
      return true;
    }
    const h = keyHooks.structHash(key);
    if (h === undefined) return false;
    if (this.findStruct(h, key) < 0) this.addStruct(h, key);
    return true;
  }
}

/** A frozenset of hashable builtin values. */
export function frozensetOf(items: PyValue[]): PySet {
  const s = new PySet(T.frozenset);
  for (const v of items) s.addFast(v);
  return s;
}
