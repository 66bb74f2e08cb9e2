/**
 * _heapq: Williams' binary heap in a list, with CPython's bottom-up siftup. Where a comparison needs Python code,
 * the list is a permutation of what it was, and the prelude goes on from that very step.
 */
import { andThen, cont, PyFloat, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { indexError, typeError } from '../objects/errors.js';
import { callPrelude } from '../objects/call.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { argTypeName, PyInstance } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { ltQuick } from './less-than.js';
import type { NativeModuleMaker } from './registry.js';

/** `a < b`: numbers, and tuples that begin with different ones, at once. */
function before(vm: VM, a: PyValue, b: PyValue): boolean | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === T.tuple && b.cls === T.tuple) {
    const x = a.items[0];
    const y = b.items[0];
    if (typeof x === 'number' && typeof y === 'number') {
      if (x !== y) return x < y;
    } else if (x instanceof PyFloat && y instanceof PyFloat && x.v !== y.v && x !== y && x.cls === T.float && y.cls === T.float) return x.v < y.v;
  }
  return ltQuick(vm, a, b);
}

/** Moves the item at `pos` towards the root `start` while its parent is larger (`max`: smaller). Result: None. */
function siftDown(vm: VM, heap: PyList, start: number, pos: number, max: boolean): Result {
  const { items } = heap;
  const item = items[pos]!;
  // A method of the program's may look at the list.
  const shows = item instanceof PyInstance;
  while (pos > start) {
    if (shows) items[pos] = item;
    const up = (pos - 1) >> 1;
    const parent = items[up]!;
    const less = max ? before(vm, parent, item) : before(vm, item, parent);
    if (less !== true) {
      items[pos] = item;
      return less === undefined ? callPrelude(vm, 'heap_siftdown', heap, start, pos, max) : null;
    }
    items[pos] = parent;
    pos = up;
  }
  items[pos] = item;
  return null;
}

/** Lets the item at `pos` sink to a leaf along the smaller (`max`: larger) children, then rise. */
function siftUp(vm: VM, heap: PyList, pos: number, max: boolean): Result {
  const { items } = heap;
  const n = items.length;
  const start = pos;
  const item = items[pos]!;
  const shows = item instanceof PyInstance;
  const limit = n >> 1;
  while (pos < limit) {
    let child = 2 * pos + 1;
    if (shows) items[pos] = item;
    if (child + 1 < n) {
      const less = max ? before(vm, items[child + 1]!, items[child]!) : before(vm, items[child]!, items[child + 1]!);
      if (less === undefined) {
        items[pos] = item;
        return callPrelude(vm, 'heap_siftup', heap, start, pos, max);
      }
      if (!less) child++;
    }
    items[pos] = items[child]!;
    pos = child;
  }
  items[pos] = item;
  return siftDown(vm, heap, start, pos, max);
}

const GIVE = cont('heap.give', (_vm, _v, c) => c.a);

function heapOf(name: string, v: PyValue): PyList {
  if (!(v instanceof PyList)) throw typeError(`${name}() argument ${/pop(_max)?$|ify/.test(name) && !name.startsWith('heappushpop') ? '' : '1 '}must be list, not ${argTypeName(v)}`);
  return v;
}

const pop = (name: string, max: boolean) => (vm: VM, h: PyValue): Result => {
  const heap = heapOf(name, h);
  const { items } = heap;
  if (items.length === 0) throw indexError('index out of range');
  const last = items.pop()!;
  if (items.length === 0) return last;
  const item = items[0]!;
  items[0] = last;
  const base = vm.frame;
  const r = siftUp(vm, heap, 0, max);
  return r === null ? item : andThen(vm, base, r, GIVE, item);
};

const replace = (name: string, max: boolean) => (vm: VM, h: PyValue, item: PyValue): Result => {
  const heap = heapOf(name, h);
  if (heap.items.length === 0) throw indexError('index out of range');
  const old = heap.items[0]!;
  heap.items[0] = item;
  const base = vm.frame;
  return andThen(vm, base, siftUp(vm, heap, 0, max), GIVE, old);
};

function heapify(vm: VM, heap: PyList, from: number, max: boolean): Result {
  vm.charge(heap.items.length);
  for (let i = from; i >= 0; i--) {
    const base = vm.frame;
    const r = siftUp(vm, heap, i, max);
    if (r !== null) return andThen(vm, base, r, HEAPIFY, heap, i - 1, max);
  }
  return null;
}
const HEAPIFY = cont('heap.heapify', (vm, _v, c) => heapify(vm, c.a, c.b, c.c));

const PUSHPOP = cont('heap.pushpop', (vm, less, c) => {
  const heap = c.a as PyList;
  if (less !== true) return c.b;
  if (heap.items.length === 0) throw indexError('index out of range');
  const old = heap.items[0]!;
  heap.items[0] = c.b;
  const base = vm.frame;
  return andThen(vm, base, siftUp(vm, heap, 0, false), GIVE, old);
});

export const makeHeapq: NativeModuleMaker = () =>
  defineModule({
    name: '_heapq',
    doc: 'Heap queue algorithm (a.k.a. priority queue).',
    functions: {
      '!heappush(heap, item, /)': (vm, h, item) => {
        const heap = heapOf('heappush', h);
        heap.items.push(item);
        return siftDown(vm, heap, 0, heap.items.length - 1, false);
      },
      '!heappop(heap, /)': pop('heappop', false),
      '!heapreplace(heap, item, /)': replace('heapreplace', false),
      '!heappushpop(heap, item, /)': (vm, h, item) => {
        const heap = heapOf('heappushpop', h);
        if (heap.items.length === 0) return item;
        const less = ltQuick(vm, heap.items[0]!, item);
        const base = vm.frame;
        return andThen(vm, base, less === undefined ? callPrelude(vm, 'heap_less', heap.items[0]!, item) : less, PUSHPOP, heap, item);
      },
      '!heapify(heap, /)': (vm, h) => heapify(vm, heapOf('heapify', h), (heapOf('heapify', h).items.length >> 1) - 1, false),
      '!_heapify_max(heap, /)': (vm, h) => heapify(vm, heapOf('_heapify_max', h), (heapOf('_heapify_max', h).items.length >> 1) - 1, true),
      '!_heappop_max(heap, /)': pop('_heappop_max', true),
      '!_heapreplace_max(heap, item, /)': replace('_heapreplace_max', true),
    },
    values: { __about__: 'Heap queues' },
  });
