/**
 * Sorting. JS's Array.prototype.sort is stable (TimSort), so lists whose keys order natively are sorted by it;
 * with guest `__lt__` timsort.ts says what to compare, and waits in a native frame where the answer takes Python frames. A key
 * function's calls are a native frame too.
 */
import { cont, Cont, insertCont, PUSHED, PyFloat, T, andThen, type PyValue, type Result, type VM } from './object.js';
import { attempt, valueError } from './errors.js';
import { PyList, PyTuple } from './tuple.js';
import { call1, pureCall2 } from './fast-call.js';
import { compareTable, richCompare } from './compare.js';
import { PyInstance } from './type.js';
import { index, truth } from './convert.js';
import { strCompare, type Str } from './str.js';
import { AstralStr } from './object.js';
import { inChunks } from './chunks.js';
import { orderOf, ranksOf } from './sort-rank.js';
import { TimSort } from './timsort.js';

type Compare = (a: any, b: any) => number;

/** Kind of a key that orders natively with others of its kind. */
function kindOf(v: PyValue): 'int' | 'float' | 'str' | 'astral' | 'tuple' | undefined {
  switch (typeof v) {
    case 'number':
    case 'boolean':
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    default:
      if (v instanceof PyFloat) return v.cls === T.float && v.v === v.v ? 'float' : undefined;
      if (v instanceof AstralStr) return 'astral';
      if (v instanceof PyTuple) return v.cls === T.tuple ? 'tuple' : undefined;
      return undefined;
  }
}

const byNumber: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byFloat: Compare = (a: PyFloat, b: PyFloat) => (a.v < b.v ? -1 : a.v > b.v ? 1 : 0);
const num = (v: PyValue): number | bigint => (v instanceof PyFloat ? v.v : (v as number | bigint));
const byMixed: Compare = (a, b) => byNumber(num(a), num(b));
const byStr: Compare = (a: Str, b: Str) => strCompare(a, b);

const allOf = (values: readonly PyValue[], type: 'number' | 'string'): boolean => {
  return inChunks(values.length, (from, to) => {
    for (let i = from; i < to; i++) if (typeof values[i] !== type) return false;
    return true;
  });
};

/** The items of `saved` by their places. */
function inOrderOf(order: readonly number[], saved: readonly PyValue[]): PyValue[] {
  const items: PyValue[] = [];
  inChunks(order.length, (from, to) => {
    for (let i = from; i < to; i++) items.push(saved[order[i]!]!);
    return true;
  });
  return items;
}

/** Whether values of one plain type are in order already: as often as not they are. */
function inOrder(values: readonly any[]): boolean {
  for (let i = 1; i < values.length; i++) if (values[i - 1] > values[i]) return false;
  return true;
}

/** The same backwards: then they need to be turned round only. */
function inReverse(values: readonly any[]): boolean {
  for (let i = 1; i < values.length; i++) if (values[i - 1] < values[i]) return false;
  return true;
}

/** Fewer numbers than this are sorted by insertion: a typed array costs more than that. */
const FEW = 24;

function sortNumbers(items: number[]): number[] {
  if (items.length >= FEW) {
    const doubles = new Float64Array(items).sort();
    for (let i = 0; i < doubles.length; i++) items[i] = doubles[i]!;
    return items;
  }
  for (let i = 1; i < items.length; i++) {
    const v = items[i]!;
    let k = i - 1;
    for (; k >= 0 && items[k]! > v; k--) items[k + 1] = items[k]!;
    items[k + 1] = v;
  }
  return items;
}

/** Sorts ints that are numbers, or strings: equal ones cannot be told apart, so no comparison function is needed. undefined: something else. */
function sortPlain(items: PyValue[], reverse: boolean): PyValue[] | undefined {
  if (items.length < 2) return undefined;
  let sorted: PyValue[];
  if (typeof items[0] === 'number' && allOf(items, 'number')) sorted = inOrder(items) ? items : inReverse(items) ? items.reverse() : sortNumbers(items as number[]);
  else if (typeof items[0] === 'string' && allOf(items, 'string')) sorted = inOrder(items) ? items : inReverse(items) ? items.reverse() : items.sort(undefined);
  else return undefined;
  return reverse ? sorted.reverse() : sorted;
}

/** The order of a few keys, all numbers or all strs, by insertion; undefined: they are others. */
function orderOfFew(keys: readonly any[], reverse: boolean): number[] | undefined {
  const n = keys.length;
  const type = typeof keys[0];
  if (n >= FEW || (type !== 'number' && type !== 'string')) return undefined;
  const order: number[] = [];
  for (let i = 0; i < n; i++) {
    const v = keys[i];
    if (typeof v !== type) return undefined;
    let k = i - 1;
    if (reverse) for (; k >= 0 && keys[order[k]!] < v; k--) order[k + 1] = order[k]!;
    else for (; k >= 0 && keys[order[k]!] > v; k--) order[k + 1] = order[k]!;
    order[k + 1] = i;
  }
  return order;
}

/** The order of keys that can be made numbers, stable; undefined: they cannot. */
function orderOfKeys(keys: readonly PyValue[], reverse: boolean): number[] | undefined {
  const few = orderOfFew(keys, reverse);
  if (few !== undefined) return few;
  const ranks = ranksOf(keys);
  return ranks === undefined ? undefined : orderOf(ranks, reverse);
}

/** A native comparison for these keys, or undefined when only Python code can order them. */
function nativeCompare(keys: readonly PyValue[], depth = 0): Compare | undefined {
  let kind: string | undefined;
  for (const k of keys) {
    const x = kindOf(k);
    if (x === undefined) return undefined;
    if (kind === undefined || kind === x) kind = x;
    else if ((kind === 'int' || kind === 'float' || kind === 'mixed') && (x === 'int' || x === 'float')) kind = 'mixed';
    else if ((kind === 'str' || kind === 'astral') && (x === 'str' || x === 'astral')) kind = 'astral';
    else return undefined;
  }
  switch (kind) {
    case undefined:
    case 'int':
    case 'str':
      return byNumber;
    case 'float':
      return byFloat;
    case 'mixed':
      return byMixed;
    case 'astral':
      return byStr;
    default:
      return depth > 3 ? undefined : tupleCompare(keys as readonly PyTuple[], depth);
  }
}

/** Tuples whose items at each place order natively: compared item by item. */
function tupleCompare(keys: readonly PyTuple[], depth: number): Compare | undefined {
  let width = 0;
  for (const k of keys) if (k.items.length > width) width = k.items.length;
  const columns: Compare[] = [];
  for (let i = 0; i < width; i++) {
    const column: PyValue[] = [];
    for (const k of keys) if (i < k.items.length) column.push(k.items[i]!);
    const c = nativeCompare(column, depth + 1);
    if (c === undefined) return undefined;
    columns.push(c);
  }
  return (a: PyTuple, b: PyTuple) => {
    const n = Math.min(a.items.length, b.items.length);
    for (let i = 0; i < n; i++) {
      const d = columns[i]!(a.items[i], b.items[i]);
      if (d !== 0) return d;
    }
    return a.items.length - b.items.length;
  };
}

/** list.sort(key, reverse). While it runs the list is empty, as in CPython. */
export function sortList(vm: VM, self: PyList, key: PyValue, reverse: PyValue): Result {
  const base = vm.frame;
  if (typeof reverse === 'boolean') return andThen(vm, base, reverse, SORT, self, key);
  return andThen(vm, base, index(vm, reverse), REVERSE, self, key);
}

const REVERSE = cont('sort.reverse', (vm, n, c) => {
  const base = vm.frame;
  return andThen(vm, base, n !== 0, SORT, c.a, c.b);
});

const SORT = cont('sort', (vm, reverse, c) => {
  const self = c.a as PyList;
  const key = c.b as PyValue;
  const saved = self.items;
  if (key === null) {
    vm.charge(saved.length);
    const plain = sortPlain(saved, reverse as boolean);
    if (plain !== undefined) {
      self.items = plain;
      return null;
    }
    const order = orderOfKeys(saved, reverse as boolean);
    if (order !== undefined) {
      self.items = inOrderOf(order, saved);
      return null;
    }
    const cmp = nativeCompare(saved);
    if (cmp === undefined) {
      self.items = [];
      return guestSort(vm, { saved, keys: saved, list: self, held: self.items }, reverse as boolean);
    }
    self.items = reverse ? reverseStable(saved, cmp) : saved.sort(cmp);
    return null;
  }
  self.items = [];
  const state = { saved, keys: [] as PyValue[], list: self, held: self.items };
  return collectKeys(vm, key, state, reverse as boolean);
});

interface SortState {
  saved: PyValue[];
  keys: PyValue[];
  list: PyList;
  /** The empty array put into the list: another one there means guest code changed it. */
  held: PyValue[];
}

function collectKeys(vm: VM, key: PyValue, s: SortState, reverse: boolean): Result {
  while (s.keys.length < s.saved.length) {
    const base = vm.frame;
    const k = call1(vm, key, s.saved[s.keys.length]!);
    if (k === PUSHED) return insertCont(vm, base, new Cont(KEY, key, s, reverse, null));
    if (k === undefined) {
      s.list.items = s.saved;
      return undefined;
    }
    s.keys.push(k);
  }
  return sortByKeys(vm, s, reverse);
}

const KEY = cont(
  'sort.key',
  (vm, k, c) => {
    const s = c.b as SortState;
    if (k === undefined) {
      s.list.items = s.saved;
      return undefined;
    }
    s.keys.push(k);
    return collectKeys(vm, c.a, s, c.c);
  },
  { catches: true },
);

function sortByKeys(vm: VM, s: SortState, reverse: boolean): Result {
  const { saved, keys } = s;
  let order = orderOfKeys(keys, reverse);
  if (order === undefined) {
    const cmp = nativeCompare(keys);
    if (cmp === undefined) return guestSort(vm, s, reverse);
    order = new Array<number>(keys.length);
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort(reverse ? (a, b) => cmp(keys[b], keys[a]) || a - b : (a, b) => cmp(keys[a], keys[b]) || a - b);
  }
  return finish(vm, s, order);
}

/** Gives the list its items in their new order. */
function finish(vm: VM, s: SortState, order: readonly number[]): Result {
  const changed = s.list.items !== s.held || s.held.length > 0;
  s.list.items = inOrderOf(order, s.saved);
  return changed ? vm.raise(valueError('list modified during sort')) : null;
}

/** A sort whose comparisons need Python code. */
interface GuestSort {
  readonly state: SortState;
  readonly order: number[];
  readonly sort: TimSort;
  readonly steps: ReturnType<TimSort['run']>;
  readonly reverse: boolean;
}

function guestSort(vm: VM, state: SortState, reverse: boolean): Result {
  const order: number[] = [];
  for (let i = 0; i < state.saved.length; i++) order.push(i);
  // Equal ones keep their order in a descending sort too.
  if (reverse) order.reverse();
  const sort = new TimSort(order, state.keys);
  const steps = sort.run();
  const g: GuestSort = { state, order, sort, steps, reverse };
  return steps.next().done === true ? sorted(vm, g) : compareNext(vm, g);
}

function sorted(vm: VM, g: GuestSort): Result {
  return finish(vm, g.state, g.reverse ? g.order.reverse() : g.order);
}

/** `a < b` of two instances of one class whose `__lt__` needs no frame (and so cannot raise); undefined: the long way. */
export function lessByLeaf(vm: VM, a: PyValue, b: PyValue): boolean | undefined {
  if (!(a instanceof PyInstance && b instanceof PyInstance) || a.cls !== b.cls) return undefined;
  const r = pureCall2(vm, a.cls.special(LESS), a, b);
  return typeof r === 'boolean' ? r : undefined;
}
const LESS = compareTable['<'].id;

function compareNext(vm: VM, g: GuestSort): Result {
  const { sort, steps } = g;
  for (;;) {
    vm.charge(1);
    const base = vm.frame;
    // What a native throws is the result, as the list is to be put back.
    let r = lessByLeaf(vm, sort.left, sort.right) ?? attempt(vm, () => richCompare(vm, sort.left, sort.right, '<'));
    if (r === PUSHED) return insertCont(vm, base, new Cont(COMPARED, g, null, null, null));
    if (r === undefined) return failed(g);
    if (typeof r !== 'boolean') {
      const answer = r;
      r = attempt(vm, () => truth(vm, answer));
      if (r === PUSHED) return insertCont(vm, base, new Cont(DECIDED, g, null, null, null));
      if (r === undefined) return failed(g);
    }
    if (steps.next(r as boolean).done === true) return sorted(vm, g);
  }
}

/** A comparison raised: the list is as it was. */
function failed(g: GuestSort): undefined {
  g.state.list.items = g.state.saved;
  return undefined;
}

const COMPARED = cont(
  'sort.compared',
  (vm, r, c) => {
    if (r === undefined) return failed(c.a);
    const base = vm.frame;
    return andThen(vm, base, typeof r === 'boolean' ? r : attempt(vm, () => truth(vm, r)), DECIDED, c.a);
  },
  { catches: true },
);
const DECIDED = cont(
  'sort.decided',
  (vm, less, c) => {
    const g = c.a as GuestSort;
    if (less === undefined) return failed(g);
    return g.steps.next(less as boolean).done === true ? sorted(vm, g) : compareNext(vm, g);
  },
  { catches: true },
);

/** Descending, equal elements still in their order. */
function reverseStable(items: PyValue[], cmp: Compare): PyValue[] {
  return items.sort((a, b) => cmp(b, a));
}
