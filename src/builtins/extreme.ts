/** min() and max() of anything: items, keys and comparisons may each have to wait for Python frames. */
import { Cont, cont, insertCont, PUSHED, PyFloat, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { richCompare } from '../objects/compare.js';
import { truth } from '../objects/convert.js';
import { call1 } from '../objects/fast-call.js';
import { next } from '../objects/iterate.js';

class Search {
  best: PyValue | undefined = undefined;
  bestKey: PyValue = null;
  constructor(
    readonly it: PyValue,
    readonly key: PyValue,
    /** 1: max, -1: min. */
    readonly sign: 1 | -1,
    /** What there is of nothing. */
    readonly empty: (vm: VM) => Result,
  ) {}
}

/** The extreme of iterator `it` by `key` (None: by the items themselves). */
export function search(vm: VM, it: PyValue, key: PyValue, sign: 1 | -1, empty: (vm: VM) => Result): Result {
  return more(vm, new Search(it, key, sign, empty));
}

/** Goes on with the next item. */
function more(vm: VM, s: Search): Result {
  for (;;) {
    const base = vm.frame;
    const v = next(vm, s.it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(ITEM, s, null, null, null));
    if (v === undefined) return vm.exc !== null ? undefined : s.best === undefined ? s.empty(vm) : s.best;
    const r = withItem(vm, s, v);
    if (r !== DONE) return r;
    vm.charge(1);
  }
}

/** Answer of the steps below: the item was dealt with. */
const DONE = null;

function withItem(vm: VM, s: Search, v: PyValue): Result {
  if (s.key === null) return withKey(vm, s, v, v);
  const base = vm.frame;
  const k = call1(vm, s.key, v);
  if (k === PUSHED) return insertCont(vm, base, new Cont(KEY, s, v, null, null));
  return k === undefined ? undefined : withKey(vm, s, v, k);
}

function withKey(vm: VM, s: Search, v: PyValue, k: PyValue): Result {
  const { bestKey } = s;
  let above: boolean;
  if (s.best === undefined) above = true;
  else if ((typeof k === 'number' && typeof bestKey === 'number') || (typeof k === 'string' && typeof bestKey === 'string')) above = s.sign === 1 ? k > bestKey : k < bestKey;
  else if (k instanceof PyFloat && bestKey instanceof PyFloat && k.cls === T.float && bestKey.cls === T.float) above = s.sign === 1 ? k.v > bestKey.v : k.v < bestKey.v;
  else {
    const base = vm.frame;
    const r = richCompare(vm, k, bestKey, s.sign === 1 ? '>' : '<');
    if (r === PUSHED) return insertCont(vm, base, new Cont(COMPARED, s, v, k, null));
    if (r === undefined) return undefined;
    if (typeof r === 'boolean') above = r;
    else {
      const t = truth(vm, r);
      if (t === PUSHED) return insertCont(vm, base, new Cont(DECIDED, s, v, k, null));
      if (t === undefined) return undefined;
      above = t === true;
    }
  }
  if (above) {
    s.best = v;
    s.bestKey = k;
  }
  return DONE;
}

const then = (vm: VM, s: Search, r: Result): Result => (r === DONE ? more(vm, s) : r);

const ITEM = cont(
  'extreme.item',
  (vm, v, c) => {
    const s = c.a as Search;
    if (v === undefined) return vm.exc !== null ? undefined : s.best === undefined ? s.empty(vm) : s.best;
    return then(vm, s, withItem(vm, s, v));
  },
  { iter: true },
);
const KEY = cont('extreme.key', (vm, k, c) => then(vm, c.a, withKey(vm, c.a, c.b, k!)));
const COMPARED = cont('extreme.compared', (vm, r, c) => {
  const base = vm.frame;
  const t = typeof r === 'boolean' ? r : truth(vm, r!);
  if (t === PUSHED) return insertCont(vm, base, new Cont(DECIDED, c.a, c.b, c.c, null));
  return t === undefined ? undefined : decided(vm, c.a, c.b, c.c, t === true);
});
const DECIDED = cont('extreme.decided', (vm, t, c) => decided(vm, c.a, c.b, c.c, t === true));

function decided(vm: VM, s: Search, v: PyValue, k: PyValue, above: boolean): Result {
  if (above) {
    s.best = v;
    s.bestKey = k;
  }
  return more(vm, s);
}
