/** What prelude/stdlib.py needs of the native side, beside the intrinsics of vm/prelude.ts. */
import type { VM } from '../objects/object.js';
import { type PyList, PyTuple } from '../objects/tuple.js';
import { fromUnique } from '../objects/union-type.js';
import type { HashTable } from '../objects/hashtable.js';
import type { NativeFn } from '../objects/native.js';
import type { LruCache } from './functools/lru-cache.js';
import type { SreNatives } from './sre.js';
import type { Pattern } from './sre/pattern.js';
import { abcNatives } from './abc-data.js';

/** Of the module _sre, which has been made when there is a pattern. */
const sre = (vm: VM): SreNatives => vm.state.sre as SreNatives;

export const stdlibNatives: Record<string, NativeFn> = {
  'lru_parts(w, /)': (_vm, w: LruCache) => new PyTuple([w.table, w.maxsize, w.func]),
  'lru_count(w, hit, /)': (_vm, w: LruCache, hit) => {
    if (hit) w.hits++;
    else w.misses++;
    return null;
  },
  'table_first(t, /)': (_vm, t: HashTable) => t.first,
  'union_from(items, /)': (_vm, items: PyList) => fromUnique(items.items),
  'sre_sub_literal(pattern, repl, string, count, /)': (vm, p: Pattern, repl, s, count) => new PyTuple(sre(vm).subNative(vm, p, repl, s, Number(count))),
  'sre_sub_template(pattern, repl, groups, literals, string, count, /)': (vm, p: Pattern, repl, groups: PyList, literals: PyList, s, count) =>
    sre(vm).subTemplate(vm, p, repl, groups.items, literals.items, s, Number(count)),
  'sre_pieces(pattern, string, count, parts, /)': (vm, p: Pattern, s, count, parts: PyList) => sre(vm).piecesOf(vm, p, s, Number(count), parts),
  ...abcNatives,
};
