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
    if (k !== undefined) {
      const i = this.findPrim(k);
      return i < 0 && this.hashes !== null && this.generalMiss(key) ? NEEDS_PYTHON : i;
    }
    if (this.hashes !== null) return NEEDS_PYTHON;
    const h = keyHooks.structHash(key);
    return h === undefined ? NEEDS_PYTHON : this.findStruct(h, key);
  }

  /** Adds without Python code; false when that is not possible. */
  addFast(key: PyValue): boolean {
    const k = keyOf(key);
    if (k !== undefined) {
      if (this.findPrim(k) < 0) {
        if (this.hashes !== null && this.generalMiss(key)) return false;
        this.addPrim(k, key);
      }
      return true;
    }
    if (this.hashes !== null) return false;
    const h = keyHooks.structHash(key);
    if (h === undefined) return false;
    if (this.findStruct(h, key) < 0) this.addStruct(h, key);
    return true;
  }

  /** Removes the element at `i`, found by `find`. */
  removeIndex(i: number): void {
    const key = this.keys[i]!;
    const k = keyOf(key);
    this.removeAt(i, k, k === undefined && this.hashes === null ? keyHooks.structHash(key) : undefined);
  }

  /** Elements in table order. */
  items(): PyValue[] {
    const out: PyValue[] = [];
    for (const k of this.keys) if (k !== undefined) out.push(k);
    return out;
  }

  /** A set of class `cls` with the same elements; indexes are rebuilt natively. */
  copyAs(cls: PyType): PySet {
    const s = new PySet(cls);
    s.takeFrom(this);
    return s;
  }
}

/** A frozenset of hashable builtin values. */
export function frozensetOf(items: PyValue[]): PySet {
  const s = new PySet(T.frozenset);
  for (const v of items) s.addFast(v);
  return s;
}
