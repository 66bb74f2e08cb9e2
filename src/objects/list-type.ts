/** list and tuple: the types and their methods. What compares guest objects goes on in prelude/containers.py. */
import { room, work } from './work.js';
import { append, MAX_ITEMS } from './list-growth.js';
import { listRoom } from './sizes.js';
import { NativeFunction } from './native.js';
import { inherit, cont, NOVALUE, PUSHED, PyFloat, PyObject, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, indexError, typeError, valueError } from './errors.js';
import { defineType, type TypeRecord } from './define.js';
import { PyList, PyTuple, emptyTuple, tupleOf } from './tuple.js';
import { PyListIterator, PyTupleIterator } from './iterators.js';
import { callPrelude, lookupSpecial } from './call.js';
import { eqSync, richCompare } from './compare.js';
import { appendAll, iter, itemsSync, listFrom } from './iterate.js';
import { hashSync, index, indexSized, indexSync, reprSync } from './convert.js';
import { hashTupleOf } from './hash.js';
import { PySlice, sliceIndices, withIndex } from './subscript.js';
import { NotImplemented } from './singletons.js';
import { checkNew, indexArgs } from './args.js';
import { PyType, typeName } from './type.js';
import { clipInt, type Int, toIndex } from './int.js';
import { sortList } from './sort.js';
import { aliasHook } from './generator-type.js';

type Seq = PyList | PyTuple;
type Items = readonly PyValue[];
type SeqName = 'list' | 'tuple';

/** Position of the first item equal to `v` in items[from..to); undefined: Python code has to compare. */
export function indexOfSync(vm: VM, items: Items, v: PyValue, from = 0, to = items.length): number | undefined {
  if (typeof v === 'string' || (typeof v === 'number' && false)) {
    for (let i = from; i < to; i++) {
      const x = items[i]!;
      if (x === v) {
        work((i - from) >> 1);
        return i;
      }
      if (typeof x === 'object' && x !== null) {
        const r = eqSync(vm, x, v);
        if (r === undefined) return undefined;
        if (r) return i;
      }
    }
    work((to - from) >> 1);
    return -1;
  }
  for (let i = from; i < to && i < items.length; i++) {
    const x = items[i]!;
    if (x === v) {
      work(i - from);
      return i;
    }
    const r = eqSync(vm, x, v);
    if (r === undefined) return undefined;
    if (r) return i;
  }
  work(to - from);
  return -1;
}

function take(items: Items, s: PySlice): PyValue[] {
  const { start, stop, step, count } = sliceIndices(s, items.length)!;
  work(step === 1 ? count >> 2 : count);
  if (step === 1) return items.slice(start, Math.max(start, stop));
  const out: PyValue[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) out.push(items[at]!);
  return out;
}

/** A list or tuple of items of `seq`; an ordinary tuple that is `forward` all of another is that one. */
function partOf(seq: Seq, part: PyValue[], forward: boolean): PyValue {
  if (seq instanceof PyList) return new PyList(part);
  return forward && part.length === seq.items.length && seq.cls === T.tuple ? seq : tupleOf(part);
}

/** `seq[start:stop]` where the bounds are ints or left out; undefined: another slice. */
export function plainSlice(seq: Seq, k: PySlice): PyValue | undefined {
  const { start, stop, step } = k;
  if (step !== null || !(start === null || typeof start === 'number') || !(stop === null || typeof stop === 'number')) return undefined;
  // Array.prototype.slice reads bounds as Python does.
  const part = seq.items.slice(start ?? 0, stop ?? seq.items.length);
  work(part.length >> 2);
  return partOf(seq, part, true);
}

const getRow = (name: SeqName): ReturnType<typeof cont> =>
  cont(`${name}.getitem`, (vm, k, c) => {
    const { items } = c.a as Seq;
    if (k instanceof PySlice) return partOf(c.a, take(items, k), k.step === null || k.step === 1);
    const i = clip(k as Int);
    const v = i >= 0 ? items[i] : items[items.length + i];
    return v !== undefined ? v : vm.raise(indexError(`${name} index out of range`));
  });
const GET = { list: getRow('list'), tuple: getRow('tuple') };

const clip = (n: Int): number => toIndex(n, 'int');

/** Order of two sequences: first difference decides. NOVALUE: Python code has to find that. */
function compareItems(vm: VM, a: Items, b: Items, op: '<' | '<=' | '>' | '>='): Result {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    if ((i & 4095) === 4095) work(4096);
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) continue;
    if (x instanceof PyFloat && y instanceof PyFloat) {
      if (x.v === y.v) continue;
    } else {
      const e = eqSync(vm, x, y);
      if (e === undefined) return NOVALUE;
      if (e) continue;
      if ((typeof x === 'number' && typeof y === 'number') || (typeof x === 'string' && typeof y === 'string')) {
        return op === '<' ? x < y : op === '<=' ? x <= y : op === '>' ? x > y : x >= y;
      }
    }
    return richCompare(vm, x, y, op);
  }
  return op === '<' ? a.length < b.length : op === '<=' ? a.length <= b.length : op === '>' ? a.length > b.length : a.length >= b.length;
}

function comparisons(name: SeqName, Class: typeof PyList | typeof PyTuple): TypeRecord['methods'] {
  const rows: NonNullable<TypeRecord['methods']> = {};
  for (const [dunder, op] of [['__lt__', '<'], ['__le__', '<='], ['__gt__', '>'], ['__ge__', '>=']] as const) {
    rows[`!${dunder}(self, value, /)`] = (vm, self: Seq, o) => {
      if (!(o instanceof Class)) return NotImplemented;
      const r = compareItems(vm, self.items, (o as Seq).items, op);
      return r !== NOVALUE ? r : callPrelude(vm, 'sequence_compare', self, o, op);
    };
  }
  rows['!__eq__(self, value, /)'] = (vm, self: Seq, o) => {
    if (!(o instanceof Class)) return NotImplemented;
    return equal(vm, self, o as Seq, false);
  };
  rows['!__ne__(self, value, /)'] = (vm, self: Seq, o) => {
    if (!(o instanceof Class)) return NotImplemented;
    return equal(vm, self, o as Seq, true);
  };
  void name;
  return rows;
}

function equal(vm: VM, a: Seq, b: Seq, negate: boolean): Result {
  const x = a.items;
  const y = b.items;
  if (x.length !== y.length) return negate;
  for (let i = 0; i < x.length; i++) {
    if ((i & 4095) === 4095) work(4096);
    if (x[i] === y[i]) continue;
    const r = eqSync(vm, x[i]!, y[i]!);
    if (r === false) return negate;
    if (r === undefined) return callPrelude(vm, 'sequence_equal', a, b, i, negate);
  }
  return !negate;
}

/** An argument that must fit a Py_ssize_t. */
function ssize(i: Int): number {
  if (typeof i === 'bigint' && (i >= 1n << 63n || i < -(1n << 63n))) throw error('OverflowError', 'Python int too large to convert to C ssize_t');
  return clipInt(i);
}

function repeat(vm: VM, items: Items, n: Int): PyValue[] {
  if (typeof n === 'bigint' && (n >= 1n << 63n || n < -(1n << 63n))) throw error('OverflowError', "cannot fit 'int' into an index-sized integer");
  const count = Math.max(0, typeof n === 'number' ? n : clipInt(n));
  if (count === 0 || items.length === 0) return [];
  const total = items.length * count;
  if (total > MAX_ITEMS) throw error('MemoryError');
  room(12 * total);
  vm.charge(total);
  if (items.length === 1) return new Array<PyValue>(count).fill(items[0]!);
  const out: PyValue[] = [];
  for (let i = 0; i < count; i++) for (const x of items) out.push(x);
  return out;
}

export function concat(vm: VM, a: PyValue[], b: PyValue[]): PyValue[] {
  if (a.length + b.length > MAX_ITEMS) throw error('MemoryError');
  room(8 * (a.length + b.length));
  vm.charge(a.length + b.length);
  if (b.length > 16) return a.concat(b);
  // `concat` is a call of V8's runtime: that takes longer than a few items.
  const out = a.slice();
  for (let i = 0; i < b.length; i++) out.push(b[i]!);
  return out;
}

export function concatTuples(vm: VM, a: PyTuple, b: PyTuple): PyTuple {
  if (b.items.length === 0 && a.cls === T.tuple) return a;
  if (a.items.length === 0 && b.cls === T.tuple) return b;
  return tupleOf(concat(vm, a.items, b.items));
}

const sharedMethods = (name: SeqName, Class: typeof PyList | typeof PyTuple): NonNullable<TypeRecord['methods']> => ({
  '!__getitem__(self, index, /)': (vm, self: Seq, k) => {
    if (typeof k === 'number') {
      const v = k >= 0 ? self.items[k] : self.items[self.items.length + k];
      return v !== undefined ? v : vm.raise(indexError(`${name} index out of range`));
    }
    return (k instanceof PySlice ? plainSlice(self, k) : undefined) ?? withIndex(vm, k, GET[name], self, undefined, name);
  },
  '__len__(self, /)': (_vm, self: Seq) => self.items.length,
  '!__contains__(self, key, /)': (vm, self: Seq, v) => {
    const i = indexOfSync(vm, self.items, v);
    return i !== undefined ? i >= 0 : callPrelude(vm, 'sequence_contains', self, v);
  },
  '!__repr__(self, /)': (vm, self: Seq) => {
    const s = reprSync(vm, self);
    if (s !== undefined) return s;
    if (vm.exc !== null) return undefined;
    return callPrelude(vm, `${name}_repr`, self);
  },
  [`__mul__(self, value, /)`]: (vm, self: Seq, n) => multiply(vm, self, n, name),
  [`__rmul__(self, value, /)`]: (vm, self: Seq, n) => multiply(vm, self, n, name),
  '!index(self, value, start=0, stop=9223372036854775807, /)': indexArgs(`${name}.index`, [2, 3], (vm, self: Seq, v, start: Int, stop: Int) => {
    const n = self.items.length;
    let from = clipInt(start);
    let to = clipInt(stop);
    if (from < 0) from = Math.max(0, from + n);
    if (to < 0) to = Math.max(0, to + n);
    const i = indexOfSync(vm, self.items, v, from, Math.min(to, n));
    if (i === undefined) return callPrelude(vm, 'sequence_index', self, v, from, to);
    if (i >= 0) return i;
    if (name === 'tuple') return vm.raise(valueError('tuple.index(x): x not in tuple'));
    const r = reprSync(vm, v);
    if (r === undefined) return callPrelude(vm, 'sequence_index', self, v, from, to);
    return vm.raise(valueError(`${typeof r === 'string' ? r : r.s} is not in list`));
  }),
  '!count(self, value, /)': (vm, self: Seq, v) => {
    let n = 0;
    work(self.items.length);
    for (const x of self.items) {
      if (x === v) {
        n++;
        continue;
      }
      const r = eqSync(vm, x, v);
      if (r === undefined) return callPrelude(vm, 'sequence_count', self, v);
      if (r) n++;
    }
    return n;
  },
  ...comparisons(name, Class),
});

function multiply(vm: VM, self: Seq, n: PyValue, name: SeqName): Result {
  const k = indexSync(n);
  if (k === undefined) {
    if (typeOf(n).lookup('__index__') !== undefined) return andThen(vm, vm.frame, indexSized(vm, n, 'OverflowError'), MULTIPLY, self, name);
    return NotImplemented;
  }
  if (name === 'tuple' && k === 1 && self.cls === T.tuple) return self;
  const items = repeat(vm, self.items, k);
  return name === 'list' ? new PyList(items) : tupleOf(items);
}

const MULTIPLY = cont('sequence.multiply', (vm, n, c) => multiply(vm, c.a, n!, c.b));

// ---- list ----

const LIST_MADE = cont('list.made', (_vm, list, c) => {
  c.a.items = (list as PyList).items;
  return c.a;
});
const LIST_INIT = cont('list.init', (_vm, list, c) => {
  (c.a as PyList).items = (list as PyList).items;
  return null;
});

const SET = cont('list.setitem', (vm, k, c) => setItem(vm, c.a, k as Int | PySlice, c.b));

function setItem(vm: VM, self: PyList, k: Int | PySlice, v: PyValue): Result {
  const { items } = self;
  if (!(k instanceof PySlice)) {
    let i = clip(k);
    if (i < 0) i += items.length;
    if (i < 0 || i >= items.length) return vm.raise(indexError('list assignment index out of range'));
    items[i] = v;
    return null;
  }
  const source = itemsSync(v);
  if (source !== undefined) return assignSlice(vm, self, k, source);
  if (typeOf(v).lookup('__iter__') === undefined && typeOf(v).lookup('__getitem__') === undefined) {
    return vm.raise(typeError(sliceIndices(k, 0)!.step === 1 ? 'can only assign an iterable' : 'must assign iterable to extended slice'));
  }
  const base = vm.frame;
  return andThen(vm, base, iter(vm, v), ASSIGN_ITER, self, k);
}
/** PySequence_Fast: a list of the iterator. */
const ASSIGN_ITER = cont('list.assign.iter', (vm, it, c) => andThen(vm, vm.frame, listFrom(vm, it!), ASSIGN, c.a, c.b));
const ASSIGN = cont('list.assign', (vm, list, c) => assignSlice(vm, c.a, c.b, (list as PyList).items));

function assignSlice(vm: VM, self: PyList, k: PySlice, source: PyValue[]): Result {
  const { start, stop, step, count } = sliceIndices(k, self.items.length)!;
  if (step === 1) {
    spliceInto(self, start, Math.max(start, stop), source);
    return null;
  }
  if (source.length !== count) return vm.raise(valueError(`attempt to assign sequence of size ${source.length} to extended slice of size ${count}`));
  for (let i = 0, at = start; i < count; i++, at += step) self.items[at] = source[i]!;
  return null;
}

function spliceInto(self: PyList, start: number, stop: number, source: Items): void {
  work((self.items.length - start) >> 2);
  if (source.length < 10000) self.items.splice(start, stop - start, ...source);
  else self.items = self.items.slice(0, start).concat(source, self.items.slice(stop));
}

const DEL = cont('list.delitem', (vm, k, c) => {
  const self = c.a as PyList;
  const { items } = self;
  if (!(k instanceof PySlice)) {
    let i = clip(k as Int);
    if (i < 0) i += items.length;
    if (i < 0 || i >= items.length) return vm.raise(indexError('list assignment index out of range'));
    items.splice(i, 1);
    return null;
  }
  const { start, stop, step, count } = sliceIndices(k, items.length)!;
  if (step === 1) {
    work((items.length - start) >> 2);
    items.splice(start, Math.max(0, stop - start));
    return null;
  }
  work(4 * items.length);
  const drop = new Set<number>();
  for (let i = 0, at = start; i < count; i++, at += step) drop.add(at);
  self.items = items.filter((_, i) => !drop.has(i));
  return null;
});

const EXTENDED = cont('list.extended', () => null);

/** list.extend; iterating the list itself takes its length from before. */
function extend(vm: VM, self: PyList, source: PyValue): Result {
  const items = itemsSync(source);
  if (items !== undefined) {
    if (self.items.length + items.length > MAX_ITEMS) throw error('MemoryError');
    room(12 * (self.items.length + items.length));
    vm.charge(items.length);
    for (const x of items) self.items.push(x);
    return null;
  }
  const base = vm.frame;
  // The list itself: of a copy, made as PySequence_Fast does.
  if (source === self) return andThen(vm, base, iter(vm, source), EXTEND_SELF, self);
  return andThen(vm, base, appendAll(vm, source, self), EXTENDED);
}

const EXTEND_SELF = cont('list.extend.self', (vm, it, c) => andThen(vm, vm.frame, listFrom(vm, it!), EXTEND_COPY, c.a));
const EXTEND_COPY = cont('list.extend.copy', (vm, copy, c) => extend(vm, c.a, copy!));

const IMUL = cont('list.imul', (vm, n, c) => {
  const self = c.a as PyList;
  self.items = repeat(vm, self.items, n as Int);
  return self;
});
const IADD = cont('list.iadd', (_vm, _v, c) => c.a);

defineType({
  name: 'list',
  instance: PyList,
  flags: { basetype: true, sequence: true, hasWeakref: false },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new PyList([], checkNew(cls, T.list))],
  bare: (cls) => new PyList([], cls),
  make: (vm, cls, st, at, n) => {
    if (n > 1 || (cls !== T.list && !(cls.flags.heap && cls.layout.instance === PyList))) return null;
    const list = new PyList([], cls);
    if (n === 0) return list;
    const base = vm.frame;
    return andThen(vm, base, listFrom(vm, st[at]), LIST_MADE, list);
  },
  methods: {
    ...sharedMethods('list', PyList),
    '!__init__(self, /, *args, **kwargs)': (vm, self: PyList, args: PyValue[], kw: Map<string, PyValue>) => {
      // A subclass with a __new__ of its own may take keywords, which end up here too.
      const make = self.cls.lookup('__new__');
      if (kw.size > 0 && make instanceof NativeFunction && make.owner === T.list) throw typeError('list() takes no keyword arguments');
      if (args.length > 1) throw typeError(`list expected at most 1 argument, got ${args.length}`);
      const source = args[0];
      self.items = [];
      if (source === undefined) return null;
      const base = vm.frame;
      return andThen(vm, base, listFrom(vm, source), LIST_INIT, self);
    },
    '__iter__(self, /)': (_vm, self: PyList) => new PyListIterator(self),
    '__reversed__(self, /)': (_vm, self: PyList) => new PyListReverseIterator(self),
    '!__setitem__(self, key, value, /)': (vm, self: PyList, k, v) => (typeof k === 'number' ? setItem(vm, self, k, v) : withIndex(vm, k, SET, self, v, 'list')),
    '!__delitem__(self, key, /)': (vm, self: PyList, k) => withIndex(vm, k, DEL, self, undefined, 'list'),
    '__add__(self, value, /)': (vm, self: PyList, o) => {
      if (!(o instanceof PyList)) return NotImplemented;
      return new PyList(concat(vm, self.items, o.items));
    },
    '!__iadd__(self, value, /)': (vm, self: PyList, o) => {
      const base = vm.frame;
      return andThen(vm, base, extend(vm, self, o), IADD, self);
    },
    '!__imul__(self, value, /)': (vm, self: PyList, n) => {
      const k = indexSync(n);
      if (k === undefined) {
        if (lookupSpecial(n, '__index__') === undefined) return NotImplemented;
        return andThen(vm, vm.frame, indexSized(vm, n, 'OverflowError'), IMUL, self);
      }
      self.items = repeat(vm, self.items, k);
      return self;
    },
    'append(self, object, /)': (_vm, self: PyList, v) => {
      append(self.items, v);
      return null;
    },
    '!extend(self, iterable, /)': extend,
    '!insert(self, index, object, /)': indexArgs('list.insert', [1], (_vm, self: PyList, i: Int, v) => {
      let at = ssize(i);
      const n = self.items.length;
      if (at < 0) at = Math.max(0, at + n);
      if (at >= n) append(self.items, v);
      else {
        work((n - at) >> 4);
        self.items.splice(at, 0, v);
      }
      return null;
    }),
    '!pop(self, index=-1, /)': indexArgs('list.pop', [1], (vm, self: PyList, i: Int) => {
      const { items } = self;
      const n = items.length;
      let at = ssize(i);
      if (n === 0) return vm.raise(indexError('pop from empty list'));
      if (at === -1 || at === n - 1) return items.pop()!;
      if (at < 0) at += n;
      if (at < 0 || at >= n) return vm.raise(indexError('pop index out of range'));
      if (at === 0) return items.shift()!;
      return items.splice(at, 1)[0]!;
    }),
    '!remove(self, value, /)': (vm, self: PyList, v) => {
      const i = indexOfSync(vm, self.items, v);
      if (i === undefined) return callPrelude(vm, 'list_remove', self, v);
      if (i < 0) return vm.raise(valueError('list.remove(x): x not in list'));
      self.items.splice(i, 1);
      return null;
    },
    'clear(self, /)': (_vm, self: PyList) => {
      self.items.length = 0;
      return null;
    },
    'copy(self, /)': (_vm, self: PyList) => {
      work(self.items.length >> 2);
      return new PyList(self.items.slice());
    },
    'reverse(self, /)': (_vm, self: PyList) => {
      work(self.items.length >> 2);
      self.items.reverse();
      return null;
    },
    '!sort(self, /, *, key=None, reverse=False)': (vm, self: PyList, key, reverse) => sortList(vm, self, key, reverse),
    '__sizeof__(self, /)': (_vm, self: PyList) => 40 + 8 * listRoom(self.items.length),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  attrs: { __hash__: null },
});

/** Iterator of `reversed(list)`. */
/** Not a PyListIterator: the run loop walks those forwards by hand. */
export class PyListReverseIterator {
  index: number;
  constructor(public list: PyList | null) {
    this.index = list!.items.length - 1;
    this.cls = T.list_reverseiterator!;
  }

  quickNext(): PyValue | undefined {
    const { list } = this;
    return list !== null && this.index >= 0 && this.index < list.items.length ? list.items[this.index--]! : NOVALUE;
  }
}
export interface PyListReverseIterator extends PyObject {}
inherit(PyListReverseIterator, PyObject);

// ---- tuple ----

const MAKE_TUPLE = cont('tuple.new', (_vm, list, c) => (c.a === T.tuple ? tupleOf((list as PyList).items) : new PyTuple((list as PyList).items, c.a)));

defineType({
  name: 'tuple',
  instance: PyTuple,
  flags: { basetype: true, sequence: true },
  new: ['!__new__(cls, iterable=<unset>, /)', (vm, cls: PyType, source) => {
    cls = checkNew(cls, T.tuple);
    if (source === undefined) return cls === T.tuple ? emptyTuple() : new PyTuple([], cls);
    if (source instanceof PyTuple && source.cls === T.tuple) return cls === T.tuple ? source : new PyTuple(source.items, cls);
    const base = vm.frame;
    return andThen(vm, base, listFrom(vm, source), MAKE_TUPLE, cls);
  }],
  methods: {
    ...sharedMethods('tuple', PyTuple),
    '__iter__(self, /)': (_vm, self: PyTuple) => new PyTupleIterator(self),
    '__add__(self, value, /)': (vm, self: PyTuple, o) => {
      return o instanceof PyTuple ? concatTuples(vm, self, o) : NotImplemented;
    },
    '!__hash__(self, /)': (vm, self: PyTuple) => {
      work(8 * self.items.length);
      const hs: Int[] = [];
      for (const x of self.items) {
        const h = hashDeep(vm, x, 0);
        if (h === undefined) return callPrelude(vm, 'tuple_hash', self);
        hs.push(h);
      }
      return hashTupleOf(hs);
    },
    '__getnewargs__(self, /)': (_vm, self: PyTuple) => new PyTuple([new PyTuple(self.items.slice())]),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
});

/** Hash of an item without Python code, tuples included; undefined where that cannot be. */
function hashDeep(vm: VM, v: PyValue, depth: number): Int | undefined {
  if (v instanceof PyTuple && v.cls === T.tuple) {
    if (depth > 50) return undefined;
    work(8 * v.items.length);
    const hs: Int[] = [];
    for (const x of v.items) {
      const h = hashDeep(vm, x, depth + 1);
      if (h === undefined) return undefined;
      hs.push(h);
    }
    return hashTupleOf(hs);
  }
  return hashSync(vm, v);
}

export { hashDeep, PUSHED, typeName };
