/**
 * The table behind dict and set: insertion order in parallel arrays, JS Maps for finding a key.
 *
 * A key's JS form (`keyOf`) decides where it is found:
 * - primitive keys (int, str, bool, None, float by value; instances with identity `__eq__`/`__hash__`
 *   by themselves) in `map`, or by scanning while the table is small: no Python code, no hashing of ours;
 * - structural keys (tuple, bytes, frozenset, complex, ... of such) in `hmap` by a 32-bit hash and
 *   native equality;
 * - keys whose class defines `__eq__` or `__hash__` in Python need the VM: the table then goes over to
 *   *general* mode, where `hmap` finds every key by its Python hash, and continuations do the
 *   comparing (key-search.ts; for whole tables Python code, prelude/containers.py).
 */
import { error } from './errors.js';
import { MAX_ITEMS } from './list-growth.js';
import { room, work } from './work.js';
import { AstralStr, PyFloat, PyObject, T, type PyValue } from './object.js';

/** Below this many entries a table has no Map; keys are compared one by one. */
const SMALL = 8;

/** Tables of at least so many int keys are looked at: when they are close together, `ints` finds them. */
const MANY = 256;
/** A place of `ints` is worth this share of a key, at least. */
const SPARSE = 4;

/** JS form of a primitive key. `undefined`: not primitive (ask `structHash`). */
export type JSKey = number | bigint | string | null | object;

export interface KeyHooks {
  /** The object itself where instances are found by identity; the value of an instance of a subclass of str or int that compares as those do. */
  objectKey(v: PyObject): JSKey | undefined;
  /** 32-bit hash of a structural key; undefined when Python code is needed or it is unhashable. */
  structHash(v: PyValue): number | undefined;
  /** Native equality of two keys of one struct hash. */
  structEq(a: PyValue, b: PyValue): boolean;
  /** Python hash of a key that needs no Python code for it, as a JS number (general mode). */
  pyHash(v: PyValue): number;
}

/** Filled in by `objects/hash.ts`, which knows the types. */
export const keyHooks: KeyHooks = {
  objectKey: (v) => v,
  structHash: () => undefined,
  structEq: () => false,
  pyHash: () => 0,
};

/** Primitive JS key of a Python key, or undefined. 1, 1.0 and True are one key; so are equal floats and ints. */
export function keyOf(v: PyValue): JSKey | undefined {
  switch (typeof v) {
    case 'string':
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    default:
      if (v === null) return null;
      if (v.cls === T.tuple) return undefined;
      if (v instanceof PyFloat) return floatKey(v);
      if (v instanceof AstralStr) return astralKey(v);
      return keyHooks.objectKey(v);
  }
}

function floatKey(f: PyFloat): JSKey | undefined {
  const v = f.v;
  if (v !== v) return f; // a nan is found only by itself
  if (Number.isInteger(v)) return Number.isSafeInteger(v) ? v + 0 : BigInt(v);
  return v;
}

function astralKey(s: AstralStr): JSKey {
  // Lone surrogates side by side would read as one character: escape them out of the way of real text.
  if (s.cps.length === [...s.s].length) return s.s;
  return '\uFFFF' + Array.from(s.cps).join(',');
}

/** Index of a key that is gone, in a Map. */
const GONE = -1;

/** Mask of a million. */
const MILLION = 0xfffff;

/** Source of `version` and `layout`. */
let stamp = 1;

/** What `ints` may have. */
const isPlace = (k: unknown): k is number => typeof k === 'number' && k >= 0 && (k | 0) === k;

export abstract class HashTable extends PyObject {
  /** Keys in insertion order; undefined where one was deleted. */
  keys: (PyValue | undefined)[] = [];
  /** Values beside the keys; null in a set. */
  vals: PyValue[] | null;
  map: Map<JSKey, number> | null = null;
  /**
   * By int, its index and one, or 0: half of a Map's time, where many are asked for. Ints that are too large for it are in `map`, which is there then too; those
   * below its length are never in `map`.
   */
  protected ints: Int32Array | null = null;
  /** `map` (and `ints`) are those of a copy too: whoever changes it first takes one of its own. */
  protected sharesMap = false;
  /** Hash to index or indexes: structural keys, or every key in general mode. */
  hmap: Map<number, number | number[]> | null = null;
  /** Python hash by index; only in general mode. */
  hashes: number[] | null = null;
  /**
   * Every key so far is the int of its own index: it is found without any Map. As soon as that is no longer so,
   * `scatter` makes the Map.
   */
  dense = true;
  /** Live keys. */
  used = 0;
  /** No live key below this index. */
  first = 0;
  /** Changes whenever a key is added or removed; no two tables ever have the same. */
  version = stamp++;
  /** Changes whenever a key moves to another index or is removed; no two tables ever have the same. */
  layout = stamp++;

  constructor(withValues: boolean) {
    super();
    this.vals = withValues ? [] : null;
  }

  /** Index of a primitive key, or -1. */
  findPrim(k: JSKey): number {
    if (this.dense) return typeof k === 'number' && k >= 0 && k < this.keys.length && Number.isInteger(k) ? k : -1;
    const map = this.map;
    if (map !== null) {
      if (typeof k === 'number') {
        const { ints } = this;
        if (ints !== null && k >= 0 && k < ints.length && (k | 0) === k) return ints[k]! - 1;
      }
      const i = map.get(k);
      return i === undefined ? -1 : i;
    }
    const keys = this.keys;
    if (typeof k === 'string') {
      for (let i = 0; i < keys.length; i++) if (keys[i] === k) return i;
      for (let i = 0; i < keys.length; i++) {
        const q = keys[i];
        if (typeof q === 'object' && q !== null && keyOf(q) === k) return i;
      }
      return -1;
    }
    for (let i = 0; i < keys.length; i++) {
      const q = keys[i];
      if (q === k && q !== undefined) return i;
      if (q !== undefined && typeof q !== 'string' && typeof q !== 'number' && keyOf(q) === k) return i;
    }
    return -1;
  }

  /** Index of a structural key, or -1. */
  findStruct(h: number, v: PyValue): number {
    const at = this.hmap === null ? undefined : this.hmap.get(h);
    if (at === undefined || at === GONE) return -1;
    if (typeof at === 'number') return keyHooks.structEq(this.keys[at]!, v) ? at : -1;
    for (const i of at) if (keyHooks.structEq(this.keys[i]!, v)) return i;
    return -1;
  }

  /** Adds a primitive key that is not there. Returns its index. */
  addPrim(k: JSKey, key: PyValue): number {
    if (this.dense) {
      if (key === this.keys.length) return this.append(key);
      this.scatter();
    }
    const i = this.append(key);
    if (this.map !== null) this.place(k, i);
    else if (this.keys.length > SMALL) this.buildMap();
    if ((i & (i - 1)) === 0 && i >= MANY && typeof k === 'number' && this.ints === null) this.countInts();
    if (this.hashes !== null) this.index(i, keyHooks.pyHash(key));
    return i;
  }

  /** Keeps the place behind the last key for a key that may be added later. Until then nobody may see the table as an object: `mark` stands there. */
  keepPlace(mark: PyObject): void {
    if (this.dense) this.scatter();
    this.keys.push(mark);
    if (this.vals !== null) this.vals.push(null);
    this.version = stamp++;
  }

  /** Gives the place of `mark` free. Result: where it is, or -1. */
  freePlace(mark: PyObject): number {
    const i = this.keys.indexOf(mark);
    if (i >= 0) this.keys[i] = undefined;
    if (this.map !== null) this.ownMap().delete(mark);
    return i;
  }

  /** The end of `dense`. */
  private scatter(): void {
    this.dense = false;
    if (this.keys.length > SMALL) this.buildMap();
  }

  /** `addPrim`, where a mark stood; for tables that are not in general mode. */
  protected addAt(i: number, k: JSKey, key: PyValue): void {
    this.keys[i] = key;
    this.used++;
    this.version = stamp++;
    if (i < this.first) this.first = i;
    if (this.map !== null) this.place(k, i);
  }

  addStruct(h: number, key: PyValue): number {
    if (this.dense) this.scatter();
    const i = this.append(key);
    this.link(h, i);
    return i;
  }

  /** Adds a key in general mode; `h` is its Python hash. */
  addGeneral(h: number, key: PyValue): number {
    if (this.dense) this.scatter();
    const i = this.append(key);
    const k = keyOf(key);
    if (k !== undefined) {
      if (this.map !== null) this.place(k, i);
      else if (this.keys.length > SMALL) this.buildMap();
    }
    this.index(i, h);
    return i;
  }

  private index(i: number, h: number): void {
    this.hashes![i] = h;
    this.link(h, i);
  }

  /** Goes over to general mode: every key is found by its Python hash too. */
  toGeneral(): void {
    if (this.hashes !== null) return;
    if (this.dense) this.scatter();
    // Only holes are worth a new layout: iterators that are under way take one for a change of the dict.
    if (this.used !== this.keys.length) this.compact();
    this.hmap = null;
    this.hashes = [];
    this.keys.forEach((k, i) => this.index(i, keyHooks.pyHash(k!)));
  }

  /** Indexes of the keys with Python hash `h`, in order of insertion (general mode). */
  candidates(h: number): readonly number[] {
    const at = this.hmap?.get(h);
    return at === undefined || at === GONE ? [] : typeof at === 'number' ? [at] : at;
  }

  /** Whether a primitive key with this Python hash could equal a key that needs Python code. */
  protected generalMiss(key: PyValue): boolean {
    for (const i of this.candidates(keyHooks.pyHash(key))) {
      const k = this.keys[i];
      if (k !== undefined && keyOf(k) === undefined) return true;
    }
    return false;
  }

  /** Forgets the key at `i`; `h` is its struct hash, if it is one. */
  removeAt(i: number, k: JSKey | undefined, h: number | undefined): void {
    if (this.dense && i !== this.keys.length - 1) this.scatter();
    this.keys[i] = undefined;
    if (this.vals !== null) this.vals[i] = null;
    if (k !== undefined && this.map !== null) this.forget(k);
    if (this.hashes !== null) this.unlink(this.hashes[i]!, i);
    else if (h !== undefined) this.unlink(h, i);
    this.used--;
    this.version = this.layout = stamp++;
    if (i === this.first) while (this.first < this.keys.length && this.keys[this.first] === undefined) this.first++;
    if (this.used === 0) this.empty();
    else if (i === this.keys.length - 1) this.trim();
  }

  /**
   * `map` no longer finds `k`. A key that is likely to come back (in a cache, a queue) keeps an entry that leads nowhere: what is deleted stays in V8's chain of its
   * bucket until the Map is made anew, and the same key put in and out a hundred times is looked for along as many entries.
   */
  private forget(k: JSKey): void {
    const map = this.ownMap();
    if (this.ints !== null && isPlace(k) && k < this.ints.length) this.ints[k] = 0;
    else if (typeof k === 'object') map.delete(k);
    else {
      map.set(k, GONE);
      if (map.size > 4 * this.used + 64) this.buildMap();
    }
  }

  /** The last key went. Small arrays stay: a table that holds one key at a time (a registry, a queue) would make new ones each time. */
  private empty(): void {
    const { keys, vals } = this;
    if (keys.length > SMALL || this.hashes !== null) return this.clear();
    while (keys.length > 0) keys.pop();
    if (vals !== null) while (vals.length > 0) vals.pop();
    this.map = this.hmap = this.ints = null;
    this.sharesMap = false;
    this.dense = true;
    this.first = 0;
  }

  clear(): void {
    this.keys = [];
    if (this.vals !== null) this.vals = [];
    this.map = this.hmap = this.hashes = this.ints = null;
    this.sharesMap = false;
    this.dense = true;
    this.used = this.first = 0;
    this.version = this.layout = stamp++;
  }

  link(h: number, i: number): void {
    const hmap = (this.hmap ??= new Map());
    const at = hmap.get(h);
    if (at === undefined || at === GONE) hmap.set(h, i);
    else if (typeof at === 'number') hmap.set(h, [at, i]);
    else at.push(i);
  }

  unlink(h: number, i: number): void {
    const at = this.hmap?.get(h);
    // See forget().
    if (at === i) {
      if (this.hmap!.size > 4 * this.used + 64) this.hmap!.delete(h);
      else this.hmap!.set(h, GONE);
    }
    else if (typeof at === 'object') {
      at.splice(at.indexOf(i), 1);
      if (at.length === 0) this.hmap!.delete(h);
    }
  }

  private append(key: PyValue): number {
    if (this.keys.length > 32 && this.used < this.keys.length >> 1) this.compact();
    if (((this.keys.push(key) - 1) & MILLION) === 0) this.grows();
    this.used++;
    this.version = stamp++;
    return this.keys.length - 1;
  }

  /** At every million of keys: whether there is room for the next. */
  private grows(): void {
    const n = this.keys.length - 1;
    if (n === 0) return;
    try {
      if (n >= MAX_ITEMS / 2) throw error('MemoryError');
      // A Map is made anew, twice as large, at powers of two; arrays become half as long again.
      room(this.map !== null && (n & (n - 1)) === 0 ? 64 * n : 24 * n);
    } catch (e) {
      this.keys.pop();
      throw e;
    }
  }

  private trim(): void {
    // Popped one by one: to set an array's length is a call of the engine's runtime.
    const { keys, vals, hashes } = this;
    while (keys.length > 0 && keys[keys.length - 1] === undefined) {
      keys.pop();
      if (vals !== null) vals.pop();
      if (hashes !== null) hashes.pop();
    }
  }

  /** Index every key again, without the gaps deletion left. */
  compact(): void {
    const { keys, vals, hashes } = this;
    let n = 0;
    const moved = new Int32Array(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k === undefined) continue;
      moved[i] = n;
      keys[n] = k;
      if (vals !== null) vals[n] = vals[i]!;
      if (hashes !== null) hashes[n] = hashes[i]!;
      n++;
    }
    keys.length = n;
    if (vals !== null) vals.length = n;
    if (hashes !== null) hashes.length = n;
    this.renumber(moved);
  }

  /** Puts the keys in another order; there are no values. */
  protected permute(list: PyValue[]): void {
    if (this.dense) this.scatter();
    if (this.hmap === null && this.hashes === null) {
      this.keys = list;
      this.layout = stamp++;
      this.first = 0;
      if (this.map === null) return;
      for (let i = 0; i < list.length; i++) this.place(keyOf(list[i]!)!, i);
      return;
    }
    const at = new Map<PyValue, number>();
    list.forEach((k, i) => at.set(k, i));
    const { keys, hashes } = this;
    const moved = new Int32Array(keys.length);
    const newHashes: number[] = [];
    keys.forEach((k, i) => {
      if (k === undefined) return;
      const to = at.get(k)!;
      moved[i] = to;
      if (hashes !== null) newHashes[to] = hashes[i]!;
    });
    this.keys = list;
    if (hashes !== null) this.hashes = newHashes;
    this.renumber(moved);
  }

  private renumber(moved: Int32Array): void {
    this.layout = stamp++;
    this.first = 0;
    if (this.map !== null) {
      const map = this.ownMap();
      for (const [k, i] of map) {
        if (i < 0) map.delete(k);
        else map.set(k, moved[i]!);
      }
      const { ints } = this;
      if (ints !== null) for (let k = 0; k < ints.length; k++) if (ints[k] !== 0) ints[k] = moved[ints[k]! - 1]! + 1;
    }
    if (this.hmap !== null) {
      for (const [h, at] of this.hmap) {
        if (at === GONE) this.hmap.delete(h);
        else this.hmap.set(h, typeof at === 'number' ? moved[at]! : at.map((i) => moved[i]!));
      }
    }
  }

  /** Leaves out the gaps and makes a new one before the first key. Result: where the entry at `i` is then. */
  private roomInFront(i: number): number {
    const { keys, vals, hashes } = this;
    const gap = Math.max(SMALL, this.used >> 1);
    const moved = new Int32Array(keys.length);
    const newKeys: (PyValue | undefined)[] = new Array<undefined>(gap).fill(undefined);
    const newVals: PyValue[] = new Array<null>(vals === null ? 0 : gap).fill(null);
    const newHashes: number[] = new Array<number>(hashes === null ? 0 : gap).fill(0);
    keys.forEach((k, j) => {
      if (k === undefined) return;
      moved[j] = newKeys.length;
      newKeys.push(k);
      if (vals !== null) newVals.push(vals[j]!);
      if (hashes !== null) newHashes.push(hashes[j]!);
    });
    this.keys = newKeys;
    if (vals !== null) this.vals = newVals;
    if (hashes !== null) this.hashes = newHashes;
    this.renumber(moved);
    this.first = gap;
    work(keys.length);
    return moved[i]!;
  }

  /** Puts the entry at `i` behind all others. */
  moveToBack(i: number): void {
    const { keys } = this;
    if (i === keys.length - 1) return;
    if (this.dense) this.scatter();
    const key = keys[i]!;
    const k = keyOf(key);
    if (k === undefined || this.hashes !== null) {
      const h = this.hashes === null ? keyHooks.structHash(key)! : this.hashes[i]!;
      this.unlink(h, i);
      this.link(h, keys.length);
      if (this.hashes !== null) this.hashes.push(h);
    }
    if (k !== undefined && this.map !== null) this.place(k, keys.length);
    keys.push(key);
    keys[i] = undefined;
    if (this.vals !== null) {
      this.vals.push(this.vals[i]!);
      this.vals[i] = null;
    }
    if (i === this.first) while (keys[this.first] === undefined) this.first++;
    this.version = this.layout = stamp++;
    if (keys.length > 32 && this.used < keys.length >> 1) this.compact();
  }

  /** Puts the entry at `i` before all others. Room is made for many at once, so it costs as much as adding one. */
  moveToFront(i: number): void {
    if (this.dense) this.scatter();
    if (this.first === 0) {
      if (i === 0) return;
      i = this.roomInFront(i);
    }
    const { keys, vals, hashes } = this;
    const to = i === this.first ? i : --this.first;
    if (to !== i) {
      const key = keys[i]!;
      const k = keyOf(key);
      const h = hashes !== null ? hashes[i] : k === undefined ? keyHooks.structHash(key) : undefined;
      keys[to] = key;
      keys[i] = undefined;
      if (vals !== null) {
        vals[to] = vals[i]!;
        vals[i] = null;
      }
      if (k !== undefined && this.map !== null) this.place(k, to);
      if (h !== undefined) {
        this.unlink(h, i);
        this.link(h, to);
        if (hashes !== null) hashes[to] = h;
      }
      if (i === keys.length - 1) this.trim();
    }
    this.version = this.layout = stamp++;
  }

  /** Becomes a copy of another table (keys are not compared again). */
  takeFrom(o: HashTable): void {
    work(o.hmap === null ? o.keys.length >> 1 : 16 * o.keys.length);
    this.keys = o.keys.slice();
    if (this.vals !== null && o.vals !== null) this.vals = o.vals.slice();
    this.map = o.map;
    this.ints = o.ints;
    this.sharesMap = o.sharesMap = o.map !== null;
    this.hmap = o.hmap === null ? null : new Map([...o.hmap].map(([h, at]) => [h, typeof at === 'number' ? at : at.slice()]));
    this.hashes = o.hashes === null ? null : o.hashes.slice();
    this.dense = o.dense;
    this.used = o.used;
    this.first = o.first;
    this.version = this.layout = stamp++;
    if (this.used * 2 < this.keys.length) this.compact();
  }

  private ownMap(): Map<JSKey, number> {
    if (this.sharesMap) {
      this.map = new Map(this.map);
      if (this.ints !== null) this.ints = this.ints.slice();
      this.sharesMap = false;
    }
    return this.map!;
  }

  /** `k`, which is found through `map` or `ints`, is at `i`. */
  private place(k: JSKey, i: number): void {
    const map = this.ownMap();
    if (this.ints === null || !isPlace(k)) map.set(k, i);
    else if (k < this.ints.length) this.ints[k] = i + 1;
    else if (k < SPARSE * this.used) {
      this.widen(k);
      this.ints[k] = i + 1;
    } else map.set(k, i);
  }

  /** Makes room in `ints` for `k`, and for as many more; what `map` had of them goes there. */
  private widen(k: number): void {
    const old = this.ints!;
    const ints = (this.ints = new Int32Array(Math.max(2 * old.length, k + 1)));
    ints.set(old);
    const map = this.map!;
    if (map.size === 0) return;
    for (const [q, i] of map) {
      if (!isPlace(q) || q >= ints.length) continue;
      ints[q] = i + 1;
      map.delete(q);
    }
  }

  /** Begins with `ints` where all keys are ints, and close enough. Result: whether they are. */
  private countInts(): boolean {
    let most = 0;
    for (const k of this.keys) {
      if (k === undefined) continue;
      if (!isPlace(k)) return false;
      if (k > most) most = k;
    }
    if (most >= SPARSE * this.used) return false;
    this.map = new Map();
    this.sharesMap = false;
    const ints = (this.ints = new Int32Array(most + (most >> 1) + 1));
    this.keys.forEach((k, i) => {
      if (k !== undefined) ints[k as number] = i + 1;
    });
    return true;
  }

  private buildMap(): void {
    if (this.used >= MANY && this.countInts()) return;
    const map = (this.map = new Map());
    this.ints = null;
    this.sharesMap = false;
    this.keys.forEach((k, i) => {
      if (k === undefined) return;
      const js = keyOf(k);
      if (js !== undefined) map.set(js, i);
    });
  }
}
