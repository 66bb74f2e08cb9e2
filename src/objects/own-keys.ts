/**
 * Keys whose classes define `__hash__` and `__eq__` in Python, found without a frame where both are small functions
 * that tier 1 made leaves of (jit/leaf.ts). Wherever that does not do, nothing has happened and
 * key-search.ts, which makes frames, owns the search.
 */
import { NEEDS_PYTHON } from './dict.js';
import { pureCall1, pureCall2 } from './fast-call.js';
import type { HashTable } from './hashtable.js';
import type { PyValue, VM } from './object.js';
import { PyInstance, Special } from './type.js';

export interface Found {
  /** Index of the key; -1: it is not there; NEEDS_PYTHON: nothing was found out. */
  index: number;
  /** The key's Python hash. */
  hash: number;
}

const found: Found = { index: NEEDS_PYTHON, hash: 0 };

/** `a == b` of a key that is there and the one that is looked for. */
function equal(vm: VM, a: PyValue, b: PyInstance): boolean | undefined {
  if (!(a instanceof PyInstance) || (a.cls !== b.cls && b.cls.isSubtype(a.cls))) return undefined;
  const r = pureCall2(vm, a.cls.special(Special.EQ), a, b);
  return typeof r === 'boolean' ? r : undefined;
}

/** Where `key`, which `table.find` could not look up, is; the answer is good until the next call. */
export function findOwn(vm: VM, table: HashTable, key: PyValue): Found {
  found.index = NEEDS_PYTHON;
  if (!(key instanceof PyInstance)) return found;
  const h = pureCall1(vm, key.cls.special(Special.HASH), key);
  if (typeof h === 'number') found.hash = h === -1 ? -2 : h;
  else if (typeof h === 'bigint' && BigInt.asIntN(64, h) === h) found.hash = Number(h);
  else return found;
  table.toGeneral();
  for (const i of table.candidates(found.hash)) {
    const k = table.keys[i]!;
    const same = k === key || equal(vm, k, key);
    if (same === false) continue;
    if (same === true) found.index = i;
    return found;
  }
  found.index = -1;
  return found;
}

/**
 * Index of a key; -1 where it is not, NEEDS_PYTHON where only frames can tell. `index` is what `table.find` says, asked where each
 * kind of table is known: here it would be a call of several kinds, which takes V8 as long as the rest.
 */
export const orOwn = (vm: VM, table: HashTable, key: PyValue, index: number): number => (index === NEEDS_PYTHON ? findOwn(vm, table, key).index : index);
