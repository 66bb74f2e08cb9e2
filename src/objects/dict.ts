/** dict: the class and its native fast paths; methods stand in dict-type.ts. */
import { work } from './work.js';
import { T, type PyObject, type PyValue } from './object.js';
import { HashTable, keyHooks, keyOf } from './hashtable.js';
import { strFromJS } from './str.js';
import type { PyType } from './type.js';

/** Answer of `DictTable.find...` when Python code would have to run. */
export const NEEDS_PYTHON = -2;

export class PyDict extends HashTable {
  declare vals: PyValue[];
  /** Attributes of an instance of a guest subclass. */
  dict: PyDict | null = null;
  constructor(cls?: PyType) {
    super(true);
    this.cls = cls ?? T.dict;
  }

  get size(): number {
    return this.used;
  }

  /** What the names of its views and iterators begin with. */
  get viewPrefix(): 'dict' | 'odict' {
    return 'dict';
  }

  /** Value of a str key (guest names always go through here, never through JS property names). */
  getStr(name: string): PyValue | undefined {
    const i = this.findPrim(name);
    return i < 0 ? undefined : this.vals[i];
  }

  setStr(name: string, value: PyValue): void {
    const i = this.findPrim(name);
    if (i >= 0) this.vals[i] = value;
    else {
      const at = this.addPrim(name, strFromJS(name));
      this.vals[at] = value;
    }
  }

  /** Adds a name that is not there in the place kept by `mark` (keepPlace). */
  setKept(mark: PyObject, name: string, value: PyValue): void {
    const i = this.freePlace(mark);
    if (i < 0 || this.hashes !== null) return this.setStr(name, value);
    this.addAt(i, name, strFromJS(name));
    this.vals[i] = value;
  }

  delStr(name: string): boolean {
    const i = this.findPrim(name);
    if (i < 0) return false;
    this.removeAt(i, name, undefined);
    return true;
  }

  /** Index of a key; -1 when missing, NEEDS_PYTHON when only Python code can tell. */
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

  /** Removes the entry at `i`, found by `find`. */
  removeIndex(i: number): void {
    const key = this.keys[i]!;
    const k = keyOf(key);
    this.removeAt(i, k, k === undefined && this.hashes === null ? keyHooks.structHash(key) : undefined);
  }

  /** Sets without Python code; false when that is not possible. */
  setFast(key: PyValue, value: PyValue): boolean {
    const t = this;
    const k = keyOf(key);
    if (k !== undefined) {
      let i = t.findPrim(k);
      if (i < 0) {
        if (t.hashes !== null && t.generalMiss(key)) return false;
        i = t.addPrim(k, key);
      }
      t.vals[i] = value;
      return true;
    }
    if (t.hashes !== null) return false;
    const h = keyHooks.structHash(key);
    if (h === undefined) return false;
    let i = t.findStruct(h, key);
    if (i < 0) i = t.addStruct(h, key);
    t.vals[i] = value;
    return true;
  }

  /** Live entries in order. Must not be used while guest code may change the dict. */
  *entries(): Generator<[PyValue, PyValue]> {
    const { keys, vals } = this;
    work(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k !== undefined) yield [k, vals[i]!];
    }
  }
}
