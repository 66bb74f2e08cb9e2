/**
 * Finding a key whose class defines `__hash__` or `__eq__` in Python: the steps of the prelude's `find` (prelude/containers.py)
 * as continuations, for the operations of dict and set that look one key up. Frames are made for the methods alone.
 */
import { hash, truth, truthSync } from './convert.js';
import { richCompare } from './compare.js';
import { andThen, cont, is, PUSHED, type PyValue, type Result, type VM } from './object.js';
import type { HashTable } from './hashtable.js';

/** What is done with the place of the key: its index (-1: it is not there), its Python hash, and what the caller gave. */
export type Then = (vm: VM, t: any, key: PyValue, index: number, hash: number, value: any) => Result;

const actions = new Map<string, Then>();

/** Declares an operation; a saved program finds it by its name. */
export function keyAction(name: string, then: Then): string {
  if (actions.has(name)) throw new Error(`operation ${name} declared twice`);
  actions.set(name, then);
  return name;
}

/** A search that waits for an `__eq__`. */
interface Search {
  readonly key: PyValue;
  readonly hash: number;
  /** Indexes of the keys of that hash, when it began. */
  readonly candidates: readonly number[];
  readonly action: string;
  readonly value: any;
}

/** Looks `key` up in `t` by its methods and does `action` (a name from `keyAction`) with what it found. */
export function searchKey(vm: VM, t: HashTable, key: PyValue, action: string, value?: any): Result {
  const base = vm.frame;
  const h = hash(vm, key);
  return h === undefined ? undefined : h === PUSHED ? andThen(vm, base, h, HASHED, t, key, action, value) : begin(vm, t, key, h as number | bigint, action, value);
}

const HASHED = cont('key.hashed', (vm, h, c) => begin(vm, c.a, c.b, h as number | bigint, c.c, c.d));

function begin(vm: VM, t: HashTable, key: PyValue, hash: number | bigint, action: string, value: any): Result {
  const h = Number(hash);
  t.toGeneral();
  const at = t.candidates(h);
  return at.length === 0 ? actions.get(action)!(vm, t, key, -1, h, value) : go(vm, t, { key, hash: h, candidates: at.slice(), action, value }, 0);
}

function go(vm: VM, t: HashTable, s: Search, n: number): Result {
  for (; n < s.candidates.length; n++) {
    const i = s.candidates[n]!;
    const k = t.keys[i];
    if (k === undefined) continue;
    if (is(k, s.key)) return actions.get(s.action)!(vm, t, s.key, i, s.hash, s.value);
    const base = vm.frame;
    const r = richCompare(vm, k, s.key, '==');
    if (r === undefined) return undefined;
    const same = typeof r === 'boolean' ? r : r === PUSHED ? undefined : truthSync(vm, r);
    if (same === undefined) return andThen(vm, base, r, COMPARED, t, s, n, k);
    if (t.keys[i] !== k || t.hashes === null) return begin(vm, t, s.key, s.hash, s.action, s.value);
    if (same) return actions.get(s.action)!(vm, t, s.key, i, s.hash, s.value);
  }
  return actions.get(s.action)!(vm, t, s.key, -1, s.hash, s.value);
}

const COMPARED = cont('key.compared', (vm, same, c) => {
  const t = c.a as HashTable;
  const s = c.b as Search;
  // As in CPython, it only matters whether the comparison left that entry where it was.
  if (t.keys[s.candidates[c.c as number]!] !== c.d || t.hashes === null) return begin(vm, t, s.key, s.hash, s.action, s.value);
  if (typeof same === 'boolean') return decided(vm, t, s, c.c, same);
  return andThen(vm, vm.frame, truth(vm, same!), TRUE, t, s, c.c);
});

const TRUE = cont('key.true', (vm, t, c) => decided(vm, c.a, c.b, c.c, t === true));

function decided(vm: VM, t: HashTable, s: Search, n: number, same: boolean): Result {
  return same ? actions.get(s.action)!(vm, t, s.key, s.candidates[n]!, s.hash, s.value) : go(vm, t, s, n + 1);
}
