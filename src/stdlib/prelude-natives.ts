/** What prelude/stdlib.py needs of the native side, beside the intrinsics of vm/prelude.ts. */
import { type PyList, PyTuple } from '../objects/tuple.js';
import { fromUnique } from '../objects/union-type.js';
import type { HashTable } from '../objects/hashtable.js';
import type { NativeFn } from '../objects/native.js';
import type { LruCache } from './functools/lru-cache.js';
import { piecesOf, subNative, subTemplate, type Pattern } from './sre/pattern.js';
import { abcNatives } from './abc-data.js';

export const stdlibNatives: Record<string, NativeFn> = {
  'lru_parts(w, /)': (_vm, w: LruCache) => new PyTuple([w.table, w.maxsize, w.func]),
  'lru_count(w, hit, /)': (_vm, w: LruCache, hit) => {
    if (hit) w.hits++;
    else w.misses++;
    return null;
  },
  'table_first(t, /)': (_vm, t: HashTable) => t.first,
  'union_from(items, /)': (_vm, items: PyList) => fromUnique(items.items),
  'sre_sub_literal(pattern, repl, string, count, /)': (vm, p: Pattern, repl, s, count) => new PyTuple(subNative(vm, p, repl, s, Number(count))),
  'sre_sub_template(pattern, repl, groups, literals, string, count, /)': (vm, p: Pattern, repl, groups: PyList, literals: PyList, s, count) =>
    subTemplate(vm, p, repl, groups.items, literals.items, s, Number(count)),
  'sre_pieces(pattern, string, count, parts, /)': (vm, p: Pattern, s, count, parts: PyList) => piecesOf(vm, p, s, Number(count), parts),
  ...abcNatives,
};
