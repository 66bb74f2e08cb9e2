/** Iterator types: of lists, tuples and sequences; enumerate, zip, map, filter, reversed, callable iterators. */
import { NotImplemented } from './singletons.js';
import { inherit, cont, Cont, insertCont, NOVALUE, PUSHED, PyObject, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { attempt, typeError, valueError } from './errors.js';
import { defineType } from './define.js';
import { PyListIterator, PyRangeIterator, PyTupleIterator } from './iterators.js';
import { PyListReverseIterator } from './list-type.js';
import { call, callUnbound } from './call.js';
import { call1, call2 } from './fast-call.js';
import { isSequence, iter, next, SequenceIterator } from './iterate.js';
import { getitem } from './subscript.js';
import { index, len, sizeArg, truth } from './convert.js';
import { PyList, PyTuple } from './tuple.js';
import { PyDict } from './dict.js';
import { checkNew } from './args.js';
import { asInt, intAdd, type Int } from './int.js';
import { PyType, typeName } from './type.js';
import { eqSync, richCompare } from './compare.js';

const self_ = (_vm: VM, self: PyValue): Result => self;
const ITER = '__iter__(self, /)';

/** What `__reduce__` of a sequence's iterator gives: the builtin that makes one, its argument and how far it is. */
const resume = (vm: VM, maker: string | PyType, arg: PyValue | undefined, index?: number): PyTuple => {
  const f = typeof maker === 'string' ? vm.state.builtins.getStr(maker)! : maker;
  return new PyTuple(index === undefined ? [f, new PyTuple([arg ?? new PyTuple([])])] : [f, new PyTuple([arg!]), index]);
};

/** The state of `__setstate__`: an int. */
function stateOf(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError('an integer is required');
  return sizeArg(n);
}

defineType({
  name: 'list_iterator',
  instance: PyListIterator,
  methods: {
    [ITER]: self_,
    '__next__(self, /)': (_vm, self: PyListIterator) => self.quickNext(),
    '__length_hint__(self, /)': (_vm, self: PyListIterator) => (self.list === null ? 0 : Math.max(0, self.list.items.length - self.index)),
    '__reduce__(self, /)': (vm, self: PyListIterator) => (self.list === null ? resume(vm, 'iter', new PyList([])) : resume(vm, 'iter', self.list, self.index)),
    '__setstate__(self, state, /)': (_vm, self: PyListIterator, n) => {
      if (self.list !== null) self.index = Math.max(0, Math.min(self.list.items.length, stateOf(n)));
      return null;
    },
  },
});

defineType({
  name: 'list_reverseiterator',
  instance: PyListReverseIterator,
  methods: {
    [ITER]: self_,
    '__next__(self, /)': (_vm, self: PyListReverseIterator) => {
      const { list } = self;
      if (list === null) return undefined;
      if (self.index >= 0 && self.index < list.items.length) return list.items[self.index--]!;
      self.list = null;
      return undefined;
    },
    '__length_hint__(self, /)': (_vm, self: PyListReverseIterator) => (self.list === null ? 0 : self.index + 1),
    '__reduce__(self, /)': (vm, self: PyListReverseIterator) => (self.list === null ? resume(vm, 'iter', new PyList([])) : resume(vm, 'reversed', self.list, self.index)),
    '__setstate__(self, state, /)': (_vm, self: PyListReverseIterator, n) => {
      const k = stateOf(n);
      if (self.list !== null) self.index = Math.max(-1, Math.min(self.list.items.length - 1, k));
      return null;
    },
  },
});

defineType({
  name: 'tuple_iterator',
  instance: PyTupleIterator,
  methods: {
    [ITER]: self_,
    '__next__(self, /)': (_vm, self: PyTupleIterator) => self.quickNext(),
    '__length_hint__(self, /)': (_vm, self: PyTupleIterator) => (self.tuple === null ? 0 : self.tuple.items.length - self.index),
    '__reduce__(self, /)': (vm, self: PyTupleIterator) => (self.tuple === null ? resume(vm, 'iter', undefined) : resume(vm, 'iter', self.tuple, self.index)),
    '__setstate__(self, state, /)': (_vm, self: PyTupleIterator, n) => {
      if (self.tuple !== null) self.index = Math.max(0, Math.min(self.tuple.items.length, stateOf(n)));
      return null;
    },
  },
});

// ---- iterator over __getitem__ ----

const SEQ_ITEM = cont(
  'sequence.item',
  (vm, v, c) => {
    if (v !== undefined) {
      (c.a as SequenceIterator).index++;
      return v;
    }
    const e = vm.exc!;
    if (e.cls.isSubtype(T.IndexError!) || e.cls.isSubtype(T.StopIteration!)) {
      vm.exc = null;
      (c.a as SequenceIterator).seq = null;
    }
    return undefined;
  },
  { catches: true },
);

defineType({
  name: 'iterator',
  instance: SequenceIterator,
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': (vm, self: SequenceIterator) => {
      if (self.seq === null) return undefined;
      const base = vm.frame;
      return andThen(vm, base, attempt(vm, () => getitem(vm, self.seq, self.index)), SEQ_ITEM, self);
    },
    '!__length_hint__(self, /)': (vm, self: SequenceIterator) => {
      if (self.seq === null) return 0;
      if (typeOf(self.seq).lookup('__len__') === undefined) return NotImplemented;
      const base = vm.frame;
      return andThen(vm, base, len(vm, self.seq), SEQ_HINT, self);
    },
    '__reduce__(self, /)': (vm, self: SequenceIterator) => (self.seq === null ? resume(vm, 'iter', undefined) : resume(vm, 'iter', self.seq, self.index)),
    '__setstate__(self, state, /)': (_vm, self: SequenceIterator, n) => {
      const k = stateOf(n);
      if (self.seq !== null) self.index = Math.max(0, k);
      return null;
    },
  },
});
const SEQ_HINT = cont('sequence.hint', (_vm, n, c) => Math.max(0, small(n!) - (c.a as SequenceIterator).index));

// ---- iter(callable, sentinel) ----

export class CallableIterator extends PyObject {
  constructor(
    public callable: PyValue | undefined,
    readonly sentinel: PyValue,
  ) {
    super();
  }
}

const CALLED = cont(
  'callable.item',
  (vm, v, c) => {
    const self = c.a as CallableIterator;
    if (v === undefined) {
      if (vm.exc!.cls.isSubtype(T.StopIteration!)) {
        vm.exc = null;
        self.callable = undefined;
      }
      return undefined;
    }
    // The call may have exhausted this very iterator.
    if (self.callable === undefined) return undefined;
    const same = eqSync(vm, v, self.sentinel);
    if (same === undefined) {
      const base = vm.frame;
      return andThen(vm, base, richCompare(vm, self.sentinel, v, '=='), SENTINEL, self, v);
    }
    if (!same) return v;
    self.callable = undefined;
    return undefined;
  },
  { catches: true },
);
const SENTINEL = cont('callable.sentinel', (vm, r, c) => {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, r!), SENTINEL_TRUTH, c.a, c.b);
});
const SENTINEL_TRUTH = cont('callable.sentinel.truth', (vm, t, c) => {
  if (t === false) return c.b;
  c.a.callable = undefined;
  vm.exc = null;
  return undefined;
});

defineType({
  name: 'callable_iterator',
  instance: CallableIterator,
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': (vm, self: CallableIterator) => {
      if (self.callable === undefined) return undefined;
      const base = vm.frame;
      return andThen(vm, base, attempt(vm, () => call(vm, self.callable!, [])), CALLED, self);
    },
    '__reduce__(self, /)': (vm, self: CallableIterator) => (self.callable === undefined ? resume(vm, 'iter', undefined) : new PyTuple([vm.state.builtins.getStr('iter')!, new PyTuple([self.callable, self.sentinel])])),
  },
});

// ---- enumerate ----

export class PyEnumerate {
  dict: PyDict | null = null;
  constructor(
    cls: PyType,
    readonly it: PyValue,
    public count: Int,
  ) {
    this.cls = cls;
  }

  quickNext(): PyValue | undefined {
    const first = this.quickPair();
    return first === undefined || first === NOVALUE ? first : new PyTuple([first, this.second]);
  }

  quickPair(): PyValue | undefined {
    const { it, count } = this;
    if (this.cls !== T.enumerate || typeof count !== 'number' || count >= Number.MAX_SAFE_INTEGER) return NOVALUE;
    const v = (it as PyObject).quickNext();
    if (v === undefined || v === NOVALUE) return v;
    this.count = count + 1;
    this.second = v;
    return count;
  }
  /** See quickPair. */
  second: PyValue = null;
}
export interface PyEnumerate extends PyObject {}
inherit(PyEnumerate, PyObject);

const pair = (self: PyEnumerate, v: PyValue): PyTuple => {
  const n = self.count;
  self.count = intAdd(n, 1);
  return new PyTuple([n, v]);
};
const ENUM_ITEM = cont('enumerate.item', (_vm, v, c) => pair(c.a, v!));
const ENUM_START = cont('enumerate.start', (vm, n, c) => {
  const base = vm.frame;
  return andThen(vm, base, iter(vm, c.b), ENUM_ITER, c.a, n);
});
const ENUM_ITER = cont('enumerate.iter', (_vm, it, c) => new PyEnumerate(c.a, it!, c.b));

defineType({
  name: 'enumerate',
  instance: PyEnumerate,
  flags: { basetype: true },
  new: ['!__new__(cls, iterable=<unset>, start=0)', (vm, cls, iterable, start) => {
    cls = checkNew(cls, T.enumerate!);
    if (iterable === undefined) throw typeError(start === 0 ? "enumerate() missing required argument 'iterable'" : "'start' is an invalid keyword argument for enumerate()");
    const base = vm.frame;
    return andThen(vm, base, index(vm, start), ENUM_START, cls, iterable);
  }],
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': (vm, self: PyEnumerate) => {
      const base = vm.frame;
      const v = next(vm, self.it);
      if (v === PUSHED) return insertCont(vm, base, new Cont(ENUM_ITEM, self, null, null, null));
      return v === undefined ? undefined : pair(self, v);
    },
    '__reduce__(self, /)': (_vm, self: PyEnumerate) => new PyTuple([self.cls, new PyTuple([self.it, self.count])]),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
});

import { aliasHook } from './generator-type.js';

// ---- zip ----

export class PyZip {
  dict: PyDict | null = null;
  constructor(
    cls: PyType,
    readonly its: PyValue[],
    public strict: boolean,
  ) {
    this.cls = cls;
    if (its.length === 2 && cls === T.zip) {
      const [a, b] = its as [PyObject, PyObject];
      if (isWalk(b)) this.pair = [a, b];
    }
  }
  /** Two iterators: where the first gives an item without Python code, the second does so too. */
  private readonly pair: readonly [PyObject, PyObject] | null = null;

  quickNext(): PyValue | undefined {
    const first = this.quickPair();
    return first === undefined || first === NOVALUE ? first : new PyTuple([first, this.second]);
  }

  quickPair(): PyValue | undefined {
    const { pair } = this;
    if (pair === null || this.strict) return NOVALUE;
    const a = pair[0].quickNext();
    if (a === undefined || a === NOVALUE) return a;
    const b = pair[1].quickNext();
    if (b === undefined) return undefined;
    this.second = b;
    return a;
  }
  /** See quickPair. */
  second: PyValue = null;
}
export interface PyZip extends PyObject {}
inherit(PyZip, PyObject);

/** An iterator whose `quickNext` never answers NOVALUE. */
export const isWalk = (it: PyValue): boolean => it instanceof PyListIterator || it instanceof PyTupleIterator || it instanceof PyRangeIterator;

/** Collects the iterators of several iterables, then makes the object. */
function iterators(vm: VM, sources: PyValue[], its: PyValue[], make: ReturnType<typeof cont>, a: unknown, b?: unknown): Result {
  while (its.length < sources.length) {
    const base = vm.frame;
    const it = iter(vm, sources[its.length]!);
    if (it === undefined) return undefined;
    if (it === PUSHED) return insertCont(vm, base, new Cont(NEXT_ITER, sources, its, make, [a, b]));
    its.push(it);
  }
  return make.fn(vm, null, new Cont(make, a, its, b, null));
}
const NEXT_ITER = cont('iterators.next', (vm, it, c) => {
  c.b.push(it);
  return iterators(vm, c.a, c.b, c.c, c.d[0], c.d[1]);
});

const MAKE_ZIP = cont('zip.make', (_vm, _v, c) => new PyZip(c.a, c.b, c.c));

function zipStep(vm: VM, self: PyZip, got: PyValue[]): Result {
  const { its } = self;
  while (got.length < its.length) {
    const base = vm.frame;
    const v = next(vm, its[got.length]!);
    if (v === PUSHED) return insertCont(vm, base, new Cont(ZIP_ITEM, self, got, null, null));
    if (v === undefined) {
      if (vm.exc === null && self.strict) return zipStrict(vm, self, got.length);
      return undefined;
    }
    got.push(v);
  }
  return new PyTuple(got);
}
const ZIP_ITEM = cont(
  'zip.item',
  (vm, v, c) => {
    if (v === undefined) return vm.exc === null && (c.a as PyZip).strict ? zipStrict(vm, c.a, c.b.length) : undefined;
    c.b.push(v);
    return zipStep(vm, c.a, c.b);
  },
  { iter: true },
);

/** One iterable ended: with strict all must. */
function zipStrict(vm: VM, self: PyZip, at: number): Result {
  if (at > 0) {
    const args = at === 1 ? 'argument 1' : `arguments 1-${at}`;
    return vm.raise(valueError(`zip() argument ${at + 1} is shorter than ${args}`));
  }
  return strictRest(vm, self, 1);
}
function strictRest(vm: VM, self: PyZip, at: number): Result {
  for (let i = at; i < self.its.length; i++) {
    const base = vm.frame;
    const v = next(vm, self.its[i]!);
    if (v === PUSHED) return insertCont(vm, base, new Cont(STRICT, self, i, null, null));
    if (v !== undefined) return vm.raise(longer(i));
    if (vm.exc !== null) return undefined;
  }
  vm.exc = null;
  return undefined;
}
const longer = (i: number): ReturnType<typeof valueError> => valueError(`zip() argument ${i + 1} is longer than ${i === 1 ? 'argument 1' : `arguments 1-${i}`}`);
const STRICT = cont(
  'zip.strict',
  (vm, v, c) => {
    if (v !== undefined) return vm.raise(longer(c.b));
    if (vm.exc !== null) return undefined;
    return strictRest(vm, c.a, c.b + 1);
  },
  { iter: true },
);

defineType({
  name: 'zip',
  instance: PyZip,
  flags: { basetype: true },
  make: (vm, cls, st, at, n) => (cls === T.zip ? iterators(vm, st.slice(at, at + n), [], MAKE_ZIP, cls, false) : null),
  new: ['!__new__(cls, *iterables, strict=False)', (vm, cls, strict, sources: PyValue[]) => {
    cls = checkNew(cls, T.zip!);
    if (!Array.isArray(sources)) [strict, sources] = [sources, strict as unknown as PyValue[]];
    const base = vm.frame;
    return andThen(vm, base, truth(vm, strict), ZIP_STRICT, cls, sources);
  }],
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': (vm, self: PyZip) => (self.its.length === 0 ? undefined : zipStep(vm, self, [])),
    '__reduce__(self, /)': (_vm, self: PyZip) => new PyTuple(self.strict ? [self.cls, new PyTuple(self.its.slice()), true] : [self.cls, new PyTuple(self.its.slice())]),
    '!__setstate__(self, state, /)': (vm, self: PyZip, v) => {
      const base = vm.frame;
      return andThen(vm, base, truth(vm, v), ZIP_STATE, self);
    },
  },
});
const ZIP_STATE = cont('zip.state', (_vm, t, c) => {
  c.a.strict = t === true;
  return null;
});
const ZIP_STRICT = cont('zip.new', (vm, strict, c) => iterators(vm, c.b, [], MAKE_ZIP, c.a, strict));

// ---- map ----

export class PyMap {
  dict: PyDict | null = null;
  constructor(
    cls: PyType,
    readonly fn: PyValue,
    readonly its: PyValue[],
  ) {
    this.cls = cls;
  }
}
export interface PyMap extends PyObject {}
inherit(PyMap, PyObject);

const MAKE_MAP = cont('map.make', (_vm, _v, c) => new PyMap(c.a, c.c, c.b));

function mapStep(vm: VM, self: PyMap, got: PyValue[]): Result {
  const { its } = self;
  if (its.length === 1 && got.length === 0) {
    const base = vm.frame;
    const v = next(vm, its[0]!);
    if (v === PUSHED) return insertCont(vm, base, new Cont(MAP_ITEM, self, got, null, null));
    return v === undefined ? v : call1(vm, self.fn, v);
  }
  while (got.length < its.length) {
    const base = vm.frame;
    const v = next(vm, its[got.length]!);
    if (v === PUSHED) return insertCont(vm, base, new Cont(MAP_ITEM, self, got, null, null));
    if (v === undefined) return undefined;
    got.push(v);
  }
  return got.length === 2 ? call2(vm, self.fn, got[0]!, got[1]!) : call(vm, self.fn, got);
}
const MAP_ITEM = cont('map.item', (vm, v, c) => {
  c.b.push(v);
  return mapStep(vm, c.a, c.b);
});

defineType({
  name: 'map',
  instance: PyMap,
  flags: { basetype: true },
  make: (vm, cls, st, at, n) => (cls === T.map && n > 1 ? iterators(vm, st.slice(at + 1, at + n), [], MAKE_MAP, cls, st[at]) : null),
  new: ['!__new__(cls, *args)', (vm, cls, a: PyValue[]) => {
    cls = checkNew(cls, T.map!);
    if (a.length < 2) throw typeError('map() must have at least two arguments.');
    return iterators(vm, a.slice(1), [], MAKE_MAP, cls, a[0]);
  }],
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': (vm, self: PyMap) => mapStep(vm, self, []),
    '__reduce__(self, /)': (_vm, self: PyMap) => new PyTuple([self.cls, new PyTuple([self.fn, ...self.its])]),
  },
});

// ---- filter ----

export class PyFilter {
  dict: PyDict | null = null;
  constructor(
    cls: PyType,
    readonly fn: PyValue,
    readonly it: PyValue,
  ) {
    this.cls = cls;
  }
}
export interface PyFilter extends PyObject {}
inherit(PyFilter, PyObject);

function filterStep(vm: VM, self: PyFilter): Result {
  for (;;) {
    let base = vm.frame;
    const v = next(vm, self.it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(FILTER_ITEM, self, null, null, null));
    if (v === undefined) return undefined;
    base = vm.frame;
    const t = test(vm, self, v);
    if (t === PUSHED) return insertCont(vm, base, new Cont(FILTER_TESTED, self, v, null, null));
    if (t === undefined) return undefined;
    if (t === true) return v;
    vm.charge(1);
  }
}
/** Truth of fn(v) (or of v). */
function test(vm: VM, self: PyFilter, v: PyValue): Result {
  if (self.fn === null || self.fn === T.bool) return truth(vm, v);
  const base = vm.frame;
  const r = call1(vm, self.fn, v);
  return typeof r === 'boolean' ? r : andThen(vm, base, r, FILTER_TRUTH);
}
const FILTER_TRUTH = cont('filter.truth', (vm, r) => truth(vm, r!));
const FILTER_ITEM = cont('filter.item', (vm, v, c) => {
  const base = vm.frame;
  const t = test(vm, c.a, v!);
  if (t === PUSHED) return insertCont(vm, base, new Cont(FILTER_TESTED, c.a, v, null, null));
  if (t === undefined) return undefined;
  return t === true ? v : filterStep(vm, c.a);
});
const FILTER_TESTED = cont('filter.tested', (vm, t, c) => (t === true ? c.b : filterStep(vm, c.a)));

defineType({
  name: 'filter',
  instance: PyFilter,
  flags: { basetype: true },
  new: ['!__new__(cls, function, iterable, /)', (vm, cls, fn, iterable) => {
    cls = checkNew(cls, T.filter!);
    const base = vm.frame;
    return andThen(vm, base, iter(vm, iterable), MAKE_FILTER, cls, fn);
  }],
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': filterStep,
    '__reduce__(self, /)': (_vm, self: PyFilter) => new PyTuple([self.cls, new PyTuple([self.fn, self.it])]),
  },
});
const MAKE_FILTER = cont('filter.make', (_vm, it, c) => new PyFilter(c.a, c.b, it!));

// ---- reversed ----

export class PyReversed {
  dict: PyDict | null = null;
  constructor(
    cls: PyType,
    public seq: PyValue | undefined,
    public index: number,
  ) {
    this.cls = cls;
  }
}
export interface PyReversed extends PyObject {}
inherit(PyReversed, PyObject);

/** A length as a number; a `__len__` in Python may say more than anything has. */
const small = (n: PyValue): number => Math.min(Number(n), Number.MAX_SAFE_INTEGER);

// The sequence may have shrunk.
const REV_HINT = cont('reversed.hint', (_vm, n, c) => (small(n!) < c.a.index + 1 ? 0 : c.a.index + 1));
const REV_STATE = cont('reversed.state', (_vm, n, c) => {
  c.a.index = Math.max(-1, Math.min(small(n!) - 1, c.b));
  return null;
});

const REV_LEN = cont('reversed.len', (_vm, n, c) => new PyReversed(c.a, c.b, small(n!) - 1));
const REV_ITEM = cont(
  'reversed.item',
  (vm, v, c) => {
    if (v !== undefined) return v;
    const self = c.a as PyReversed;
    self.seq = undefined;
    if (vm.exc!.cls.isSubtype(T.IndexError!) || vm.exc!.cls.isSubtype(T.StopIteration!)) vm.exc = null;
    return undefined;
  },
  { catches: true },
);

/** A guest iterator in a prelude loop: itself, but not asked for an iterator again. */
export class Walk extends PyObject {
  constructor(readonly it: PyValue) {
    super();
  }
}
defineType({ name: 'walk', instance: Walk, methods: { [ITER]: self_, '!__next__(self, /)': (vm, self: Walk) => next(vm, self.it) } });

defineType({
  name: 'reversed',
  instance: PyReversed,
  flags: { basetype: true },
  new: ['!__new__(cls, sequence, /)', (vm, cls, seq) => {
    cls = checkNew(cls, T.reversed!);
    const m = typeOf(seq).lookup('__reversed__');
    if (m === null) throw typeError(`'${typeName(seq)}' object is not reversible`);
    if (m !== undefined) return callUnbound(vm, m, seq, []);
    if (!isSequence(seq) || typeOf(seq).lookup('__len__') === undefined) {
      throw typeError(isSequence(seq) ? `object of type '${typeName(seq)}' has no len()` : `'${typeName(seq)}' object is not reversible`);
    }
    const base = vm.frame;
    return andThen(vm, base, len(vm, seq), REV_LEN, cls, seq);
  }],
  methods: {
    [ITER]: self_,
    '!__next__(self, /)': (vm, self: PyReversed) => {
      if (self.seq === undefined || self.index < 0) return undefined;
      const base = vm.frame;
      return andThen(vm, base, attempt(vm, () => getitem(vm, self.seq!, self.index--)), REV_ITEM, self);
    },
    '!__length_hint__(self, /)': (vm, self: PyReversed) => {
      if (self.seq === undefined) return 0;
      const base = vm.frame;
      return andThen(vm, base, len(vm, self.seq), REV_HINT, self);
    },
    '__reduce__(self, /)': (vm, self: PyReversed) => (self.seq === undefined ? resume(vm, self.cls, undefined) : resume(vm, self.cls, self.seq, self.index)),
    '!__setstate__(self, state, /)': (vm, self: PyReversed, n) => {
      const k = stateOf(n);
      if (self.seq === undefined) return null;
      const base = vm.frame;
      return andThen(vm, base, len(vm, self.seq), REV_STATE, self, k);
    },
  },
});
