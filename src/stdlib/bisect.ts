/** _bisect: binary search in lists and tuples whose items order natively; anything else goes through the prelude. */
import { work } from '../objects/work.js';
import { andThen, cont, PUSHED, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { indexError, typeError, valueError } from '../objects/errors.js';
import { callPrelude } from '../objects/call.js';
import { richCompare } from '../objects/compare.js';
import { truth } from '../objects/convert.js';
import { call1 } from '../objects/fast-call.js';
import { asInt, clipInt } from '../objects/int.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { ltQuick } from './less-than.js';
import type { NativeModuleMaker } from './registry.js';

/** The insertion point; undefined when Python code has to compare. */
function search(vm: VM, items: readonly PyValue[], x: PyValue, lo: number, hi: number, right: boolean): number | undefined {
  while (lo < hi) {
    const mid = Math.floor((lo + hi) / 2);
    const v = items[mid];
    if (v === undefined) return undefined;
    const less = right ? ltQuick(vm, x, v) : ltQuick(vm, v, x);
    if (less === undefined) return undefined;
    if (right ? less : !less) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

/** A search by keys, between `lo` and `hi`. */
interface Search {
  readonly a: PyList | PyTuple;
  readonly x: PyValue;
  readonly key: PyValue;
  readonly right: boolean;
  lo: number;
  hi: number;
}

function byKey(vm: VM, s: Search): Result {
  while (s.lo < s.hi) {
    const mid = Math.floor((s.lo + s.hi) / 2);
    const v = s.a.items[mid];
    if (v === undefined) throw indexError(`${s.a instanceof PyList ? 'list' : 'tuple'} index out of range`);
    const base = vm.frame;
    const k = call1(vm, s.key, v);
    const r = k === PUSHED || k === undefined ? andThen(vm, base, k, KEYED, s, mid) : compared(vm, s, mid, k);
    if (r !== null) return r;
  }
  return s.lo;
}
/** `k` is the key at `mid`. null: go on. */
function compared(vm: VM, s: Search, mid: number, k: PyValue): Result {
  const less = s.right ? ltQuick(vm, s.x, k) : ltQuick(vm, k, s.x);
  if (less === undefined) return andThen(vm, vm.frame, s.right ? richCompare(vm, s.x, k, '<') : richCompare(vm, k, s.x, '<'), COMPARED, s, mid);
  narrow(s, mid, less);
  return null;
}
function narrow(s: Search, mid: number, less: boolean): void {
  if (less === s.right) s.hi = mid;
  else s.lo = mid + 1;
}
const KEYED = cont('bisect.keyed', (vm, k, c) => {
  const r = compared(vm, c.a, c.b, k!);
  return r === null ? byKey(vm, c.a) : r;
});
const COMPARED = cont('bisect.compared', (vm, v, c) => andThen(vm, vm.frame, truth(vm, v!), NARROWED, c.a, c.b));
const NARROWED = cont('bisect.narrowed', (vm, less, c) => {
  narrow(c.a, c.b, less === true);
  return byKey(vm, c.a);
});

function bound(v: PyValue): number | undefined {
  const n = asInt(v);
  return n === undefined ? undefined : clipInt(n);
}

const find = (right: boolean, insert: boolean) => (vm: VM, a: PyValue, x: PyValue, lo: PyValue, hi: PyValue, key: PyValue): Result => {
  const from = bound(lo);
  if (from !== undefined && from < 0) throw valueError('lo must be non-negative');
  if (hi !== null && asInt(hi) === undefined && (typeof hi !== 'object' || hi.cls.lookup('__index__') === undefined)) {
    throw typeError(`argument should be integer or None, not '${typeName(hi)}'`);
  }
  const list = a instanceof PyList && a.cls === T.list;
  if (key !== null && !insert && from !== undefined && (list || (a instanceof PyTuple && a.cls === T.tuple))) {
    const { length } = (a as PyList).items;
    const to = hi === null ? length : bound(hi);
    if (to !== undefined) return byKey(vm, { a: a as PyList, x, key, right, lo: from, hi: to === -1 ? length : to });
  }
  if (key === null && from !== undefined && (list || (a instanceof PyTuple && a.cls === T.tuple && !insert))) {
    const { items } = a as PyList;
    const to = hi === null ? items.length : bound(hi);
    if (to !== undefined && to <= items.length) {
      const i = search(vm, items, x, from, to === -1 ? items.length : to, right);
      if (i !== undefined) {
        if (!insert) return i;
        work((items.length - i) >> 2);
        items.splice(i, 0, x);
        return null;
      }
    }
  }
  return callPrelude(vm, insert ? 'bisect_insert' : right ? 'bisect_right' : 'bisect_left', ...(insert ? [a, x, lo, hi, key, right] : [a, x, lo, hi, key]));
};

const PARAMS = '(a, x, lo=0, hi=None, *, key=None)';

export const makeBisect: NativeModuleMaker = () =>
  defineModule({
    name: '_bisect',
    doc: 'Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n',
    functions: {
      [`!bisect_left${PARAMS}`]: find(false, false),
      [`!bisect_right${PARAMS}`]: find(true, false),
      [`!insort_left${PARAMS}`]: find(false, true),
      [`!insort_right${PARAMS}`]: find(true, true),
    },
  });
