/** set and frozenset: the class and its native fast paths; methods: set-type.ts. */
import { work } from './work.js';
import { T, type PyValue } from './object.js';
import { HashTable, keyHooks, keyOf } from './hashtable.js';
import { NEEDS_PYTHON, type PyDict } from './dict.js';
import { isSmall, parts, SetOrder } from './set-order.js';
import type { Int } from './int.js';
import type { PyType } from './type.js';

/** Larger sets keep the order of insertion. */
const MAX_ORDERED = 50000;

/** The hash of an element, when it is the same in every run of CPython, or (false: it is not) that in `parts`; installed by hash.ts. */
export const orderHooks: { hash: (v: PyValue) => Int | undefined; split: (v: PyValue) => boolean } = { hash: () => undefined, split: () => false };

export class PySet extends HashTable {
  dict: PyDict | null = null;
  /** Memoised hash of a frozenset. */
  hashed: number | bigint | null = null;
  /** Its hash in our tables, once computed (frozenset only). */
  structHashed: number | null = null;
  /** CPython's table, once it matters; until then elements were only added. */
  private order: SetOrder | null = null;
  /** There is no order but that of insertion. */
  private unordered = false;
  /** `keys` is in table order. */
  private arranged = false;
  /** Where pop() goes on, once it was called. */
  private finger: { at: number } | null = null;
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
        this.added(key);
      }
      return true;
    }
    if (this.hashes !== null) return false;
    const h = keyHooks.structHash(key);
    if (h === undefined) return false;
    if (this.findStruct(h, key) < 0) {
      this.addStruct(h, key);
      this.added(key);
    }
    return true;
  }

  override addGeneral(h: number, key: PyValue): number {
    const i = super.addGeneral(h, key);
    this.added(key);
    return i;
  }

  private added(key: PyValue): void {
    this.arranged = false;
    if (this.order === null) return;
    if (this.used > MAX_ORDERED || !this.splitHash(key, this.keys.length - 1)) this.giveUp();
    else this.order.add(key);
  }

  private giveUp(): void {
    this.order = null;
    this.unordered = true;
  }

  /** Puts the hash of `key`, which is at `i`, into `parts`; false: it has none that is the same in every run. */
  private splitHash(key: PyValue, i: number): boolean {
    if (isSmall(key)) {
      parts.lo = key;
      parts.hi = key >> 31;
      return true;
    }
    // Keys with a __hash__ in Python: what it returned.
    if (this.hashes !== null && keyOf(key) === undefined && keyHooks.structHash(key) === undefined) {
      parts.lo = this.hashes[i]! | 0;
      parts.hi = Math.floor(this.hashes[i]! / 0x100000000) | 0;
      return true;
    }
    return orderHooks.split(key);
  }

  /** CPython's table of this set; null when there is none. */
  private table(): SetOrder | null {
    if (this.order !== null || this.unordered) return this.order;
    const order = new SetOrder();
    const { keys } = this;
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k === undefined) continue;
      if (this.used > MAX_ORDERED || !this.splitHash(k, i)) {
        this.giveUp();
        return null;
      }
      order.add(k);
    }
    return (this.order = order);
  }

  /** Removes the element at `i`, found by `find`. */
  removeIndex(i: number): void {
    const key = this.keys[i]!;
    const order = this.table();
    if (order !== null && this.splitHash(key, i)) order.remove(key);
    const k = keyOf(key);
    this.removeAt(i, k, k === undefined && this.hashes === null ? keyHooks.structHash(key) : undefined);
    // The last one gone, the table is empty but not new: deleted slots count until it is resized.
    if (this.used === 0) {
      this.order = order;
      this.unordered = this.arranged = false;
    }
  }

  override clear(): void {
    super.clear();
    this.order = null;
    this.unordered = this.arranged = false;
  }

  /** Index of the element pop() takes. */
  popIndex(): number {
    const order = this.table();
    if (order !== null) {
      const key = order.first((this.finger ??= { at: 0 }));
      const i = this.find(key);
      return i >= 0 ? i : this.keys.indexOf(key);
    }
    let i = this.first;
    while (this.keys[i] === undefined) i++;
    return i;
  }

  /** Puts `keys` in the order of iteration. */
  arrange(): void {
    if (this.arranged || this.used < 2) return;
    this.arranged = true;
    const order = this.table();
    if (order !== null) this.permute(order.keys());
  }

  /** Elements in the order of iteration. */
  items(): PyValue[] {
    work(this.keys.length);
    this.arrange();
    const out: PyValue[] = [];
    for (const k of this.keys) if (k !== undefined) out.push(k);
    return out;
  }

  /** Nothing was ever in it. */
  isNew(): boolean {
    return this.used === 0 && this.order === null;
  }

  /** Before the elements of a set or dict of `n` are added. */
  reserve(n: number): void {
    if (n * 5 >= 21 || this.used > 0) this.table()?.reserve(n);
  }

  /** After several removals at once. */
  shrink(): void {
    this.order?.shrink();
  }

  /** Becomes a new set of the other's elements. */
  override takeFrom(o: PySet): void {
    super.takeFrom(o);
    const order = o.table();
    this.order = order === null ? null : order.merged();
    this.unordered = o.unordered;
    this.arranged = false;
  }

  /** Takes over the very contents of a set that nobody else has. */
  become(o: PySet): void {
    super.takeFrom(o);
    this.sharesMap = false;
    this.order = o.order;
    this.unordered = o.unordered;
    this.arranged = false;
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
