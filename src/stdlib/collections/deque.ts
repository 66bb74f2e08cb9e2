/** collections.deque: a ring buffer. What compares or shows items goes on in prelude/stdlib.py. */
import { MAX_ITEMS } from '../../objects/list-growth.js';
import { room, work } from '../../objects/work.js';
import { andThen, cont, Cont, insertCont, NOVALUE, PUSHED, PyObject, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, indexError, typeError, valueError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { callPrelude } from '../../objects/call.js';
import { eqSync } from '../../objects/compare.js';
import { index, reprSync } from '../../objects/convert.js';
import type { PyDict } from '../../objects/dict.js';
import { asInt, clipInt, type Int } from '../../objects/int.js';
import { iter, itemsSync, next } from '../../objects/iterate.js';
import { NotImplemented } from '../../objects/singletons.js';
import { indexOfSync } from '../../objects/list-type.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { argTypeName, typeName, type PyType } from '../../objects/type.js';
import { aliasHook } from '../../objects/generator-type.js';
import type { CompareOp } from '../../objects/compare.js';
import type { NativeFn } from '../../objects/native.js';

/** A ring of `n` places: arrays of one kind, whatever is put in. Very long ones would become dictionaries if they were made at once. */
function emptyRing(n: number): (PyValue | undefined)[] {
  if (n <= 2 ** 22) return new Array<undefined>(n).fill(undefined);
  const ring: undefined[] = [];
  for (let i = 0; i < n; i++) ring.push(undefined);
  return ring;
}

export class Deque extends PyObject {
  dict: PyDict | null = null;
  /** Ring of a power-of-two length. */
  ring = emptyRing(8);
  head = 0;
  size = 0;
  maxlen: number | null = null;
  /** Changes whenever items are added or removed: iterators see it. */
  state = 0;
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }

  at(i: number): PyValue {
    return this.ring[(this.head + i) & (this.ring.length - 1)]!;
  }

  put(i: number, v: PyValue): void {
    this.ring[(this.head + i) & (this.ring.length - 1)] = v;
  }

  /** Makes room for one more, at least. */
  private grow(): void {
    if (this.size >= MAX_ITEMS) throw error('MemoryError');
    this.reserve(this.size + 1);
  }

  /** Makes room for `size` items in all. */
  private reserve(size: number): void {
    const { ring, head } = this;
    if (size <= ring.length) return;
    let n = 2 * ring.length;
    while (n < size) n *= 2;
    room(20 * n);
    work(2 * this.size);
    const to = emptyRing(n);
    const mask = ring.length - 1;
    for (let i = 0; i < this.size; i++) to[i] = ring[(head + i) & mask];
    this.ring = to;
    this.head = 0;
  }

  push(v: PyValue): void {
    if (this.maxlen !== null && this.size >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.shift();
    }
    if (this.size === this.ring.length) this.grow();
    this.ring[(this.head + this.size++) & (this.ring.length - 1)] = v;
    this.state++;
  }

  unshift(v: PyValue): void {
    if (this.maxlen !== null && this.size >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.pop();
    }
    if (this.size === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = v;
    this.size++;
    this.state++;
  }

  pop(): PyValue | undefined {
    if (this.size === 0) return undefined;
    const at = (this.head + --this.size) & (this.ring.length - 1);
    const v = this.ring[at];
    this.ring[at] = undefined;
    this.state++;
    return v;
  }

  shift(): PyValue | undefined {
    if (this.size === 0) return undefined;
    const v = this.ring[this.head];
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.size--;
    this.state++;
    return v;
  }

  items(): PyValue[] {
    const { ring, head, size } = this;
    work(2 * size);
    const behind = head + size - ring.length;
    return (behind <= 0 ? ring.slice(head, head + size) : ring.slice(head).concat(ring.slice(0, behind))) as PyValue[];
  }

  setItems(items: readonly PyValue[]): void {
    work(2 * items.length);
    let n = 8;
    while (n < items.length) n *= 2;
    const ring = emptyRing(n);
    for (let i = 0; i < items.length; i++) ring[i] = items[i];
    this.ring = ring;
    this.head = 0;
    this.size = items.length;
    this.state++;
  }

  /** Adds many at once; `items` stays as it is. */
  addAll(items: readonly PyValue[], left: boolean): void {
    const most = this.maxlen ?? Infinity;
    if (this.size + items.length > MAX_ITEMS && most > MAX_ITEMS) throw error('MemoryError');
    // Of what does not fit, the other end goes.
    const from = Math.max(0, items.length - most);
    const added = items.length - from;
    let over = Math.max(0, this.size + added - most);
    work(2 * items.length);
    this.reserve(this.size - over + added);
    for (; over > 0; over--) if (left) this.pop();
      else this.shift();
    const { ring, head, size } = this;
    const mask = ring.length - 1;
    if (left) {
      let at = head;
      for (let i = from; i < items.length; i++) {
        at = (at - 1) & mask;
        ring[at] = items[i];
      }
      this.head = at;
    } else for (let i = from, at = head + size; i < items.length; i++, at++) ring[at & mask] = items[i];
    this.size += added;
    this.state++;
  }

  copyAs(): Deque {
    const d = new Deque(this.cls);
    work(2 * this.size);
    d.ring = this.ring.slice();
    d.head = this.head;
    d.size = this.size;
    d.maxlen = this.maxlen;
    return d;
  }
}

class DequeIterator extends PyObject {
  readonly state: number;
  index = 0;
  constructor(
    public deque: Deque | null,
    readonly reverse: boolean,
  ) {
    super();
    this.cls = T[reverse ? '_collections._deque_reverse_iterator' : '_collections._deque_iterator']!;
    this.state = deque!.state;
  }
  override quickNext(): PyValue | undefined {
    const d = this.deque;
    if (d === null) return undefined;
    // It was changed: `__next__` raises.
    if (d.state !== this.state) return NOVALUE;
    if (this.index >= d.size) {
      this.deque = null;
      return undefined;
    }
    const i = this.index++;
    return d.at(this.reverse ? d.size - 1 - i : i);
  }
}

/** How many items are `v`, at most `most`; undefined where Python code has to tell. */
function countSync(vm: VM, self: Deque, v: PyValue, most: number): number | undefined {
  const { ring, head, size } = self;
  const mask = ring.length - 1;
  const isNumber = typeof v === 'number';
  const isString = typeof v === 'string';
  work(2 * size);
  let n = 0;
  for (let i = 0; i < size && n < most; i++) {
    const x = ring[(head + i) & mask]!;
    if (x === v) n++;
    else if (typeof x === 'number' ? !isNumber : typeof x !== 'string' || !isString) {
      const same = eqSync(vm, x, v);
      if (same === undefined) return undefined;
      if (same) n++;
    }
  }
  return n;
}

/** Adds the items of an iterable at one end. Result: `done`. */
function extend(vm: VM, self: Deque, source: PyValue, left: boolean, done: PyValue): Result {
  const items = source instanceof Deque ? source.items() : source instanceof PyList && source.cls === T.list ? source.items : itemsSync(source);
  if (items !== undefined) {
    vm.charge(items.length);
    if (items.length > 16 && items.length >= self.size >> 2) self.addAll(items, left);
    else for (const v of items) if (left) self.unshift(v);
      else self.push(v);
    return done;
  }
  const base = vm.frame;
  return andThen(vm, base, iter(vm, source), EXTEND_ITER, self, left, done);
}
const EXTEND_ITER = cont('deque.extend', (vm, it, c) => extendFrom(vm, it!, new Cont(EXTEND_ITEM, it, c.a, c.b, c.c)));
function extendFrom(vm: VM, it: PyValue, c: Cont): Result {
  for (;;) {
    const quick = typeof it === 'object' && it !== null ? it.quickNext() : NOVALUE;
    const base = vm.frame;
    if (quick === undefined) vm.exc = null;
    const v = quick === NOVALUE ? next(vm, it) : quick;
    if (v === PUSHED) return insertCont(vm, base, c);
    if (v === undefined) return vm.exc === null ? c.d : undefined;
    if (c.c) c.b.unshift(v);
    else c.b.push(v);
    vm.charge(1);
  }
}
const EXTEND_ITEM = cont(
  'deque.extend.item',
  (vm, v, c) => {
    if (v === undefined) return vm.exc === null ? c.d : undefined;
    if (c.c) c.b.unshift(v);
    else c.b.push(v);
    return extendFrom(vm, c.a, c);
  },
  { iter: true },
);

/** An int argument (through `__index__`), then `row` with it as value. */
function withInt(vm: VM, v: PyValue, row: ReturnType<typeof cont>, self: Deque, x?: unknown): Result {
  const base = vm.frame;
  return andThen(vm, base, index(vm, v), row, self, x);
}

const slot = (self: Deque, i: Int, words: string): number => {
  if (typeof i === 'bigint' && i !== BigInt.asIntN(64, i)) throw indexError("cannot fit 'int' into an index-sized integer");
  let n = clipInt(i);
  if (n < 0) n += self.size;
  if (n < 0 || n >= self.size) throw indexError(words);
  return n;
};

const GET = cont('deque.getitem', (_vm, i, c) => (c.a as Deque).at(slot(c.a, i as Int, 'deque index out of range')));
const SET = cont('deque.setitem', (_vm, i, c) => {
  (c.a as Deque).put(slot(c.a, i as Int, 'deque index out of range'), c.b);
  return null;
});
const DEL = cont('deque.delitem', (_vm, i, c) => {
  const self = c.a as Deque;
  const at = slot(self, i as Int, 'deque index out of range');
  const items = self.items();
  items.splice(at, 1);
  self.setItems(items);
  return null;
});
function rotate(self: Deque, n: Int): null {
  const { size } = self;
  if (typeof n === 'bigint' && n !== BigInt.asIntN(64, n)) throw error('OverflowError', 'Python int too large to convert to C ssize_t');
  if (size < 2) return null;
  let k = typeof n === 'number' ? n % size : Number(n % BigInt(size));
  if (k > size / 2) k -= size;
  else if (k < -size / 2) k += size;
  if (k === 0) return null;
  const { maxlen } = self;
  self.maxlen = null;
  work(4 * Math.abs(k));
  for (; k > 0; k--) self.unshift(self.pop()!);
  for (; k < 0; k++) self.push(self.shift()!);
  self.maxlen = maxlen;
  return null;
}
const ROTATE = cont('deque.rotate', (_vm, n, c) => rotate(c.a, n as Int));
const INSERT = cont('deque.insert', (_vm, i, c) => {
  const self = c.a as Deque;
  if (self.maxlen !== null && self.size >= self.maxlen) throw indexError('deque already at its maximum size');
  const items = self.items();
  items.splice(clipInt(i as Int) < 0 ? Math.max(0, items.length + clipInt(i as Int)) : clipInt(i as Int), 0, c.b);
  self.setItems(items);
  return null;
});

function repeat(self: Deque, n: PyValue): Deque {
  const k = Math.max(0, clipInt(asInt(n)!));
  const items = self.items();
  const out: PyValue[] = [];
  const total = items.length * k;
  if (self.maxlen !== null && total > self.maxlen && items.length > 0) {
    // Only the last maxlen items stay.
    const start = total - self.maxlen;
    for (let i = start; i < total; i++) out.push(items[i % items.length]!);
  } else {
    if (total > MAX_ITEMS) throw error('MemoryError');
    work(2 * total);
    for (let i = 0; i < k; i++) for (const v of items) out.push(v);
  }
  const d = new Deque(self.cls);
  d.setItems(out);
  d.maxlen = self.maxlen;
  return d;
}

const compare = (op: CompareOp): NativeFn => (vm, self: Deque, other) =>
  other instanceof Deque ? callPrelude(vm, 'deque_compare', new PyList(self.items()), new PyList(other.items()), op) : NotImplemented;

const INIT = cont('deque.init', (vm, n, c) => {
  if ((n as Int) < 0) throw valueError('maxlen must be non-negative');
  (c.a as Deque).maxlen = clipInt(n as Int);
  return c.b === undefined ? null : extend(vm, c.a, c.b, false, null);
});

const EMPTY = 'pop from an empty deque';
export const DEQUE: PyType = defineType({
  name: 'collections.deque',
  instance: Deque,
  flags: { basetype: true, hasWeakref: true, sequence: true },
  doc: 'deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.',
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new Deque(cls)],
  methods: {
    '!__init__(self, iterable=<unset>, maxlen=None)': (vm, self: Deque, source, maxlen) => {
      self.setItems([]);
      self.maxlen = null;
      if (maxlen !== null) {
        if (asInt(maxlen) === undefined) throw typeError('an integer is required');
        return withInt(vm, maxlen, INIT, self, source);
      }
      return source === undefined ? null : extend(vm, self, source, false, null);
    },
    'append(self, item, /)': (_vm, self: Deque, v) => {
      self.push(v);
      return null;
    },
    'appendleft(self, item, /)': (_vm, self: Deque, v) => {
      self.unshift(v);
      return null;
    },
    'pop(self, /)': (vm, self: Deque) => (self.size > 0 ? self.pop()! : vm.raise(indexError(EMPTY))),
    'popleft(self, /)': (vm, self: Deque) => (self.size > 0 ? self.shift()! : vm.raise(indexError(EMPTY))),
    '!extend(self, iterable, /)': (vm, self, source) => extend(vm, self, source, false, null),
    '!extendleft(self, iterable, /)': (vm, self, source) => extend(vm, self, source, true, null),
    '!__iadd__(self, value, /)': (vm, self, source) => extend(vm, self, source, false, self),
    'clear(self, /)': (_vm, self: Deque) => {
      self.setItems([]);
      return null;
    },
    'copy(self, /)': (_vm, self: Deque) => self.copyAs(),
    '__copy__(self, /)': (_vm, self: Deque) => self.copyAs(),
    '!rotate(self, n=1, /)': (vm, self, n) => (typeof n === 'number' ? rotate(self, n) : withInt(vm, n, ROTATE, self)),
    'reverse(self, /)': (_vm, self: Deque) => {
      const { ring, head, size } = self;
      const mask = ring.length - 1;
      work(size);
      for (let i = head, j = head + size - 1; i < j; i++, j--) {
        const v = ring[i & mask];
        ring[i & mask] = ring[j & mask];
        ring[j & mask] = v;
      }
      return null;
    },
    '!insert(self, index, value, /)': (vm, self, i, v) => withInt(vm, i, INSERT, self, v),
    '!count(self, value, /)': (vm, self: Deque, v) => countSync(vm, self, v, Infinity) ?? callPrelude(vm, 'deque_count', self, v),
    '!index(self, value, start=<unset>, stop=<unset>, /)': (vm, self: Deque, v, start, stop) => {
      for (const bound of [start, stop]) if (bound !== undefined && lookup(bound)) throw typeError('slice indices must be integers or have an __index__ method');
      return callPrelude(vm, 'deque_index', self, v, start ?? 0, stop ?? self.size);
    },
    '!remove(self, value, /)': (vm, self: Deque, v) => {
      const items = self.items();
      const i = indexOfSync(vm, items, v);
      if (i === undefined || i < 0) return callPrelude(vm, 'deque_remove', self, v);
      items.splice(i, 1);
      self.setItems(items);
      return null;
    },
    '__len__(self, /)': (_vm, self: Deque) => self.size,
    '__bool__(self, /)': (_vm, self: Deque) => self.size > 0,
    '!__getitem__(self, key, /)': (vm, self: Deque, k) => {
      if (typeof k === 'number') return self.at(slot(self, k, 'deque index out of range'));
      if (asInt(k) === undefined && lookup(k)) throw typeError(`sequence index must be integer, not '${typeName(k)}'`);
      return withInt(vm, k, GET, self);
    },
    '!__setitem__(self, key, value, /)': (vm, self: Deque, k, v) => {
      if (typeof k === 'number') {
        self.put(slot(self, k, 'deque index out of range'), v);
        return null;
      }
      if (lookup(k)) throw typeError(`sequence index must be integer, not '${typeName(k)}'`);
      return withInt(vm, k, SET, self, v);
    },
    '!__delitem__(self, key, /)': (vm, self, k) => {
      if (lookup(k)) throw typeError(`sequence index must be integer, not '${typeName(k)}'`);
      return withInt(vm, k, DEL, self);
    },
    '!__contains__(self, key, /)': (vm, self: Deque, v) => {
      const n = countSync(vm, self, v, 1);
      return n === undefined ? callPrelude(vm, 'sequence_contains', self, v) : n > 0;
    },
    '__iter__(self, /)': (_vm, self: Deque) => new DequeIterator(self, false),
    '__reversed__(self, /)': (_vm, self: Deque) => new DequeIterator(self, true),
    '!__repr__(self, /)': (vm, self: Deque) => {
      const shown = reprSync(vm, new PyList(self.items()));
      if (typeof shown === 'string' && !shown.includes('...')) return `${self.cls.name.split('.').pop()}(${shown}${self.maxlen === null ? '' : `, maxlen=${self.maxlen}`})`;
      vm.exc = null;
      return callPrelude(vm, 'deque_repr', self);
    },
    '!__eq__(self, value, /)': compare('=='),
    '!__ne__(self, value, /)': compare('!='),
    '!__lt__(self, value, /)': compare('<'),
    '!__le__(self, value, /)': compare('<='),
    '!__gt__(self, value, /)': compare('>'),
    '!__ge__(self, value, /)': compare('>='),
    '__add__(self, value, /)': (_vm, self: Deque, other) => {
      if (!(other instanceof Deque)) throw typeError(`can only concatenate deque (not "${typeName(other)}") to deque`);
      return joined(self, other);
    },
    '__mul__(self, value, /)': (_vm, self: Deque, n) => (asInt(n) === undefined ? NotImplemented : repeat(self, n)),
    '__rmul__(self, value, /)': (_vm, self: Deque, n) => (asInt(n) === undefined ? NotImplemented : repeat(self, n)),
    '__imul__(self, value, /)': (_vm, self: Deque, n) => {
      if (asInt(n) === undefined) return NotImplemented;
      self.setItems(repeat(self, n).items());
      return self;
    },
    '!__reduce__(self, /)': (vm, self: Deque) => callPrelude(vm, 'deque_reduce', self, new DequeIterator(self, false)),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  getset: { maxlen: (_vm, self: Deque) => self.maxlen },
  attrs: { __hash__: null },
});

const lookup = (k: PyValue): boolean => asInt(k) === undefined && !(typeof k === 'object' && k !== null && k.cls.lookup('__index__') !== undefined);

function joined(a: Deque, b: Deque): Deque {
  const d = a.copyAs();
  work(4 * b.size);
  for (const v of b.items()) d.push(v);
  return d;
}

for (const [name, reverse] of [['_collections._deque_iterator', false], ['_collections._deque_reverse_iterator', true]] as const) {
  defineType({
    name,
    instance: reverse ? null : DequeIterator,
    new: ['__new__(cls, *args, **kwargs)', (_vm, _cls, args: PyValue[]) => {
      if (args.length < 1 || args.length > 2) throw typeError(`function takes at ${args.length < 1 ? 'least 1 argument' : 'most 2 arguments'} (${args.length} given)`);
      const [d, i = 0] = args as [PyValue, PyValue?];
      if (!(d instanceof Deque)) throw typeError(`argument 1 must be collections.deque, not ${argTypeName(d)}`);
      const n = asInt(i);
      if (n === undefined) throw typeError(`'${typeName(i)}' object cannot be interpreted as an integer`);
      const it = new DequeIterator(d, reverse);
      it.index = Math.max(0, Math.min(clipInt(n), d.size));
      return it;
    }],
    methods: {
      '__iter__(self, /)': (_vm, self) => self,
      '__next__(self, /)': (vm, self: DequeIterator) => {
        const v = self.quickNext();
        if (v !== NOVALUE) return v;
        self.index = self.deque!.size;
        return vm.raise(error('RuntimeError', 'deque mutated during iteration'));
      },
      '__length_hint__(self, /)': (_vm, self: DequeIterator) => (self.deque === null ? 0 : self.deque.size - self.index),
      '__reduce__(self, /)': (_vm, self: DequeIterator) => new PyTuple([self.cls, new PyTuple([self.deque ?? null, self.index])]),
    },
  });
}
