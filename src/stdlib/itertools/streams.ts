/** itertools over one iterable: chain, filters, slices, windows, accumulate, starmap, groupby, tee. */
import { andThen, cont, Cont, insertCont, NOVALUE, PUSHED, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError, valueError } from '../../objects/errors.js';
import { call } from '../../objects/call.js';
import { call1, call2 } from '../../objects/fast-call.js';
import { index, truth } from '../../objects/convert.js';
import { eqSync, richCompare } from '../../objects/compare.js';
import { asInt } from '../../objects/int.js';
import { drain, iter, next } from '../../objects/iterate.js';
import { binaryOp } from '../../objects/operators.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { PyListIterator, PyTupleIterator } from '../../objects/iterators.js';
import { work } from '../../objects/work.js';
import { argTypeName, typeName, type PyType } from '../../objects/type.js';
import { aliasHook } from '../../objects/generator-type.js';
import { end, Iterator, iteratorType, iterators, overIter, reduced, ROWS, stateIndex, stateParts } from './base.js';

// ---- chain ----

class Chain extends Iterator {
  active: PyValue | undefined;
  constructor(
    cls: PyType,
    public source: PyValue | undefined,
  ) {
    super(cls);
  }

  override quickNext(): PyValue | undefined {
    if (this.cls.flags.heap) return NOVALUE;
    for (;;) {
      const { active, source } = this;
      if (typeof active === 'object' && active !== null) {
        const v = active.quickNext();
        if (v !== undefined) return v;
        this.active = undefined;
      } else {
        // The next of its arguments, where that is a list or a tuple.
        if (!(source instanceof PyTupleIterator) || source.tuple === null) return NOVALUE;
        if (source.index >= source.tuple.items.length) {
          this.source = undefined;
          return undefined;
        }
        const s = source.tuple.items[source.index];
        if (s instanceof PyList && s.cls === T.list) this.active = new PyListIterator(s);
        else if (s instanceof PyTuple && s.cls === T.tuple) this.active = new PyTupleIterator(s);
        else return NOVALUE;
        source.index++;
        work(1);
      }
    }
  }
}

function chainStep(vm: VM, self: Chain): Result {
  for (;;) {
    if (self.source === undefined) return end(vm);
    const base = vm.frame;
    if (self.active === undefined) {
      const s = next(vm, self.source);
      if (s === PUSHED) return insertCont(vm, base, new Cont(CHAIN_SOURCE, self, null, null, null));
      if (s === undefined) {
        if (vm.exc === null) self.source = undefined;
        return undefined;
      }
      const it = iter(vm, s);
      if (it === PUSHED) return insertCont(vm, base, new Cont(CHAIN_ITER, self, null, null, null));
      if (it === undefined) {
        self.source = undefined;
        return undefined;
      }
      self.active = it;
    }
    const b2 = vm.frame;
    const v = next(vm, self.active);
    if (v === PUSHED) return insertCont(vm, b2, new Cont(CHAIN_ITEM, self, null, null, null));
    if (v !== undefined) return v;
    if (vm.exc !== null) return undefined;
    self.active = undefined;
    vm.charge(1);
  }
}
const CHAIN_SOURCE = cont('chain.source', (vm, s, c) => {
  const base = vm.frame;
  return andThen(vm, base, iter(vm, s!), CHAIN_ITER, c.a);
});
const CHAIN_ITER = cont('chain.iter', (vm, it, c) => {
  c.a.active = it;
  return chainStep(vm, c.a);
});
const CHAIN_ITEM = cont(
  'chain.item',
  (vm, v, c) => {
    if (v !== undefined || vm.exc !== null) return v;
    c.a.active = undefined;
    return chainStep(vm, c.a);
  },
  { iter: true },
);
const CHAIN_NEW = cont('chain.new', (_vm, it, c) => new Chain(c.a, it!));
iteratorType({
  name: 'chain',
  instance: Chain,
  doc: 'chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.',
  new: ['*iterables', (vm, cls, sources: PyValue[]) => overIter(vm, new PyTuple(sources), CHAIN_NEW, cls)],
  next: chainStep,
  classMethods: {
    '!from_iterable(cls, iterable, /)': (vm, cls: PyType, source) => overIter(vm, source, CHAIN_NEW, cls),
    '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item),
  },
  methods: {
    '__reduce__(self, /)': (_vm, self: Chain) =>
      new PyTuple(self.source === undefined ? [self.cls, new PyTuple([])] : [self.cls, new PyTuple([]), new PyTuple(self.active === undefined ? [self.source] : [self.source, self.active])]),
    '__setstate__(self, state, /)': (_vm, self: Chain, state: PyValue) => {
      if (!(state instanceof PyTuple)) throw typeError('state is not a tuple');
      const { items } = state;
      if (items.length < 1) throw typeError('function takes at least 1 argument (0 given)');
      if (items.length > 2) throw typeError(`function takes at most 2 arguments (${items.length} given)`);
      if (items.some((it) => typeOf(it).lookup('__next__') === undefined)) throw typeError('Arguments must be iterators.');
      self.source = items[0];
      self.active = items[1];
      return null;
    },
  },
});

// ---- takewhile, dropwhile, filterfalse ----

class Testing extends Iterator {
  /** dropwhile: the first item that failed was seen; takewhile: it ended. */
  done = false;
  /** An item that is yet to be tested. */
  held: PyValue | undefined = undefined;
  constructor(
    cls: PyType,
    readonly kind: 'take' | 'drop' | 'false',
    readonly predicate: PyValue,
    readonly it: PyValue,
  ) {
    super(cls);
  }

  /** `filterfalse(None, ...)` over numbers and texts. */
  override quickNext(): PyValue | undefined {
    const { it, held } = this;
    if (this.kind !== 'false' || (this.predicate !== null && this.predicate !== T.bool) || held !== undefined || this.cls.flags.heap || typeof it !== 'object' || it === null) return NOVALUE;
    for (let n = 0; n < MOST_QUICK; n++) {
      const v = it.quickNext();
      if (v === undefined || v === NOVALUE) return v;
      if (typeof v === 'object' && v !== null) {
        this.held = v;
        return NOVALUE;
      }
      if (!v) return v;
    }
    return NOVALUE;
  }
}
/** Items that are passed over without counting them. */
const MOST_QUICK = 1000;

function testStep(vm: VM, self: Testing): Result {
  for (;;) {
    if (self.kind === 'take' && self.done) return end(vm);
    let base = vm.frame;
    const v = self.held !== undefined ? self.held : next(vm, self.it);
    self.held = undefined;
    if (v === PUSHED) return insertCont(vm, base, new Cont(TEST_ITEM, self, null, null, null));
    if (v === undefined) return undefined;
    if (self.kind === 'drop' && self.done) return v;
    base = vm.frame;
    const t = predicate(vm, self, v);
    if (t === PUSHED) return insertCont(vm, base, new Cont(TESTED, self, v, null, null));
    if (t === undefined) return undefined;
    if (accepts(self, t === true)) return v;
    if (self.kind === 'take') return end(vm);
    vm.charge(1);
  }
}
/** Whether the tested item comes out. */
function accepts(self: Testing, t: boolean): boolean {
  if (self.kind === 'take') {
    if (!t) self.done = true;
    return t;
  }
  if (self.kind === 'drop') {
    if (!t) self.done = true;
    return !t;
  }
  return !t;
}
function predicate(vm: VM, self: Testing, v: PyValue): Result {
  if (self.kind === 'false' && (self.predicate === null || self.predicate === T.bool)) return truth(vm, v);
  const base = vm.frame;
  const r = call1(vm, self.predicate, v);
  return typeof r === 'boolean' ? r : andThen(vm, base, r, TRUTH);
}
const TRUTH = cont('itertools.truth', (vm, v) => truth(vm, v!));
const TEST_ITEM = cont('itertools.test.item', (vm, v, c) => {
  const self = c.a as Testing;
  if (self.kind === 'drop' && self.done) return v;
  const base = vm.frame;
  const t = predicate(vm, self, v!);
  if (t === PUSHED) return insertCont(vm, base, new Cont(TESTED, self, v, null, null));
  if (t === undefined) return undefined;
  return TESTED.fn(vm, t, new Cont(TESTED, self, v, null, null));
});
const TESTED = cont('itertools.tested', (vm, t, c) => {
  if (accepts(c.a, t === true)) return c.b;
  return c.a.kind === 'take' ? end(vm) : testStep(vm, c.a);
});
const TEST_STATE = cont('itertools.test.state', (_vm, t, c) => {
  c.a.done = t === true;
  return null;
});
const TEST_NEW = cont('itertools.test.new', (_vm, it, c) => new Testing(c.a, c.b[0], c.b[1], it!));
for (const [name, kind] of [['takewhile', 'take'], ['dropwhile', 'drop'], ['filterfalse', 'false']] as const) {
  iteratorType({
    name,
    instance: name === 'takewhile' ? Testing : (class extends Testing {}),
    new: [kind === 'false' ? 'function, iterable, /' : 'predicate, iterable, /', (vm, cls, f, source) => overIter(vm, source, TEST_NEW, cls, [kind, f])],
    next: testStep,
    methods:
      kind === 'false'
        ? { '__reduce__(self, /)': (_vm, self: Testing) => reduced(self, [self.predicate, self.it]) }
        : {
            '__reduce__(self, /)': (_vm, self: Testing) => reduced(self, [self.predicate, self.it], self.done ? 1 : 0),
            '!__setstate__(self, state, /)': (vm, self: Testing, state) => {
              const base = vm.frame;
              return andThen(vm, base, truth(vm, state), TEST_STATE, self);
            },
          },
  });
}

// ---- compress ----

class Compress extends Iterator {
  constructor(
    cls: PyType,
    readonly its: readonly [data: PyValue, selectors: PyValue],
  ) {
    super(cls);
  }
}
/** phase 0: next datum; 1: next selector; 2: its truth. */
function compressStep(vm: VM, self: Compress, phase = 0, datum: PyValue = null, got?: Result): Result {
  for (;;) {
    const base = vm.frame;
    const r = phase === 0 ? next(vm, self.its[0]) : phase === 1 ? next(vm, self.its[1]) : truth(vm, got as PyValue);
    if (r === PUSHED) return insertCont(vm, base, new Cont(COMPRESS, self, phase, datum, null));
    if (r === undefined) return undefined;
    if (phase === 0) {
      datum = r;
      phase = 1;
    } else if (phase === 1) {
      got = r;
      phase = 2;
    } else {
      if (r === true) return datum;
      phase = 0;
      vm.charge(1);
    }
  }
}
const COMPRESS = cont('compress.step', (vm, v, c) => {
  if (c.b === 0) return compressStep(vm, c.a, 1, v!);
  if (c.b === 1) return compressStep(vm, c.a, 2, c.c, v);
  return v === true ? c.c : compressStep(vm, c.a);
});
const COMPRESS_NEW = cont('compress.new', (_vm, _v, c) => new Compress(c.a, c.b));
iteratorType({
  name: 'compress',
  instance: Compress,
  new: ['data, selectors', (vm, cls, data, selectors) => iterators(vm, [data, selectors], [], COMPRESS_NEW, cls)],
  next: (vm, self) => compressStep(vm, self),
  methods: { '__reduce__(self, /)': (_vm, self: Compress) => reduced(self, self.its) },
});

// ---- islice ----

class ISlice extends Iterator {
  count = 0;
  constructor(
    cls: PyType,
    public it: PyValue | undefined,
    public at: number,
    readonly stop: number,
    readonly step: number,
  ) {
    super(cls);
  }

  override quickNext(): PyValue | undefined {
    const { it, count, stop } = this;
    if (typeof it !== 'object' || it === null || count < this.at || count >= stop || this.cls.flags.heap) return NOVALUE;
    const v = it.quickNext();
    if (v === NOVALUE) return v;
    if (v === undefined) {
      this.it = undefined;
      return v;
    }
    this.count++;
    return taken(this, v);
  }
}
function sliceStep(vm: VM, self: ISlice): Result {
  if (self.it === undefined) return end(vm);
  const target = Math.min(self.at, self.stop);
  for (;;) {
    const wanted = self.count >= target;
    if (wanted && self.count >= self.stop) {
      self.it = undefined;
      return end(vm);
    }
    const base = vm.frame;
    const v = next(vm, self.it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(SLICE_ITEM, self, wanted, null, null));
    if (v === undefined) {
      if (vm.exc === null) self.it = undefined;
      return undefined;
    }
    self.count++;
    if (wanted) return taken(self, v);
    if ((self.count & 255) === 0) vm.charge(256);
  }
}
function taken(self: ISlice, v: PyValue): PyValue {
  self.at = Math.min(self.at + self.step, self.stop);
  return v;
}
const SLICE_ITEM = cont(
  'islice.item',
  (vm, v, c) => {
    const self = c.a as ISlice;
    if (v === undefined) {
      if (vm.exc === null) self.it = undefined;
      return undefined;
    }
    self.count++;
    return c.b ? taken(self, v) : sliceStep(vm, self);
  },
  { iter: true },
);
const SLICE_SPENT = cont('islice.spent', (_vm, it, c) => reduced(c.a, [it!, 0], 0));
const SLICE_NEW = cont('islice.new', (_vm, it, c) => new ISlice(c.a, it!, c.b[0], c.b[1], c.b[2]));
const SLICE_BOUND = cont('islice.bound', (vm, n, c) => {
  c.c[c.d] = n ?? -1;
  return sliceNew(vm, c.a, c.b, c.c);
}, { catches: true });
const STOP_WORDS = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const BOUND_WORDS = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const STEP_WORDS = 'Step for islice() must be a positive integer or None.';
/** The arguments one after the other, as CPython reads them: what is no int counts as -1. */
function sliceNew(vm: VM, cls: PyType, source: PyValue, bounds: PyValue[]): Result {
  vm.exc = null;
  const start = bounds.length === 1 ? -1 : 0;
  const at = (i: number, dflt: number): number => {
    const v = i < 0 ? null : bounds[i] ?? null;
    if (v === null) return dflt;
    // Up to sys.maxsize.
    if (typeof v === 'bigint') return v >= 1n << 63n || v < -(1n << 63n) ? -1 : Number(v);
    return v as number;
  };
  for (let i = 0; i < bounds.length; i++) {
    const b = bounds[i]!;
    if (b !== null) {
      const n = asInt(b);
      if (n === undefined && typeOf(b).lookup('__index__') !== undefined) return andThen(vm, vm.frame, index(vm, b), SLICE_BOUND, cls, source, bounds, i);
      bounds[i] = n ?? -1;
    }
    if (i === start + 1) {
      const stop = at(i, Infinity);
      if (stop === -1) throw valueError(STOP_WORDS);
      if (stop < -1 || at(start, 0) < 0) throw valueError(BOUND_WORDS);
    }
  }
  const by = start < 0 ? 1 : at(2, 1);
  if (by < 1) throw valueError(STEP_WORDS);
  return overIter(vm, source, SLICE_NEW, cls, [at(start, 0), at(start + 1, Infinity), by]);
}
iteratorType({
  name: 'islice',
  instance: ISlice,
  doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object',
  new: ['*args', (vm, cls, args: PyValue[]) => {
    if (args.length < 2) throw typeError(`islice expected at least 2 arguments, got ${args.length}`);
    if (args.length > 4) throw typeError(`islice expected at most 4 arguments, got ${args.length}`);
    return sliceNew(vm, cls, args[0]!, args.slice(1));
  }],
  next: sliceStep,
  methods: {
    '!__reduce__(self, /)': (vm, self: ISlice) => {
      const { stop } = self;
      if (self.it !== undefined) return reduced(self, [self.it, self.at, stop === Infinity ? null : stop, self.step], self.count);
      const base = vm.frame;
      return andThen(vm, base, iter(vm, new PyList([])), SLICE_SPENT, self);
    },
    '__setstate__(self, state, /)': (_vm, self: ISlice, state) => {
      self.count = stateIndex(state);
      return null;
    },
  },
});

// ---- pairwise ----

class Pairwise extends Iterator {
  old: PyValue | undefined;
  constructor(
    cls: PyType,
    public it: PyValue | undefined,
  ) {
    super(cls);
  }

  override quickNext(): PyValue | undefined {
    const { it } = this;
    if (typeof it !== 'object' || it === null || this.cls.flags.heap) return NOVALUE;
    const { old } = this;
    if (old === undefined) return NOVALUE;
    const v = it.quickNext();
    if (v === NOVALUE) return v;
    if (v === undefined) return pairEnd(this);
    this.old = v;
    return new PyTuple([old, v]);
  }
}
/** The value before is taken before the next one is asked for: the iterator may come back to this one. */
function pairStep(vm: VM, self: Pairwise): Result {
  for (;;) {
    if (self.it === undefined) return end(vm);
    const { old } = self;
    const base = vm.frame;
    const v = next(vm, self.it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(PAIR_ITEM, self, old, null, null));
    if (v === undefined) return pairEnd(self);
    self.old = v;
    if (old !== undefined) return new PyTuple([old, v]);
  }
}
function pairEnd(self: Pairwise): undefined {
  self.it = self.old = undefined;
  return undefined;
}
const PAIR_ITEM = cont(
  'pairwise.item',
  (vm, v, c) => {
    const self = c.a as Pairwise;
    if (v === undefined) return pairEnd(self);
    self.old = self.it === undefined && c.b === undefined ? undefined : v;
    return c.b === undefined ? pairStep(vm, self) : new PyTuple([c.b, v]);
  },
  { iter: true },
);
const PAIR_NEW = cont('pairwise.new', (_vm, it, c) => new Pairwise(c.a, it!));
iteratorType({ name: 'pairwise', instance: Pairwise, new: ['iterable, /', (vm, cls, source) => overIter(vm, source, PAIR_NEW, cls)], next: pairStep });

// ---- starmap ----

class Starmap extends Iterator {
  constructor(
    cls: PyType,
    readonly fn: PyValue,
    readonly it: PyValue,
  ) {
    super(cls);
  }
}
function starStep(vm: VM, self: Starmap): Result {
  const base = vm.frame;
  const args = next(vm, self.it);
  return args instanceof PyTuple ? spread(vm, self.fn, args.items) : andThen(vm, base, args, STAR_ITEM, self);
}
const spread = (vm: VM, f: PyValue, args: PyValue[]): Result => (args.length === 2 ? call2(vm, f, args[0]!, args[1]!) : args.length === 1 ? call1(vm, f, args[0]!) : call(vm, f, args));
const STAR_ITEM = cont('starmap.item', (vm, args, c) => {
  if (args instanceof PyTuple) return call(vm, c.a.fn, args.items);
  const base = vm.frame;
  return andThen(vm, base, iter(vm, args!), STAR_ITER, c.a);
});
const STAR_ITER = cont('starmap.iter', (vm, it, c) => {
  const base = vm.frame;
  return andThen(vm, base, drain(vm, it!, new PyList([])), STAR_ARGS, c.a);
});
const STAR_ARGS = cont('starmap.args', (vm, args, c) => call(vm, c.a.fn, (args as PyList).items));
const STAR_NEW = cont('starmap.new', (_vm, it, c) => new Starmap(c.a, c.b, it!));
iteratorType({ name: 'starmap', instance: Starmap, new: ['function, iterable, /', (vm, cls, f, source) => overIter(vm, source, STAR_NEW, cls, f)], next: starStep, methods: { '__reduce__(self, /)': (_vm, self: Starmap) => reduced(self, [self.fn, self.it]) } });

// ---- accumulate ----

class Accumulate extends Iterator {
  constructor(
    cls: PyType,
    readonly it: PyValue,
    readonly fn: PyValue,
    public total: PyValue | undefined,
    public initial: boolean,
  ) {
    super(cls);
  }
}
function accumulateStep(vm: VM, self: Accumulate): Result {
  if (self.initial) {
    self.initial = false;
    return self.total!;
  }
  const base = vm.frame;
  const v = next(vm, self.it);
  return v === PUSHED || v === undefined ? andThen(vm, base, v, ACC_ITEM, self) : accumulated(vm, self, v);
}
function accumulated(vm: VM, self: Accumulate, v: PyValue): Result {
  const { total, fn } = self;
  if (total === undefined) return (self.total = v);
  if (fn === null && typeof total === 'number' && typeof v === 'number' && Number.isSafeInteger(total + v)) return (self.total = total + v);
  const base = vm.frame;
  const r = fn === null ? binaryOp(vm, '+', total, v) : call2(vm, fn, total, v);
  return r === PUSHED || r === undefined ? andThen(vm, base, r, ACC_TOTAL, self) : (self.total = r);
}
const ACC_ITEM = cont('accumulate.item', (vm, v, c) => accumulated(vm, c.a, v!));
const ACC_TOTAL = cont('accumulate.total', (_vm, v, c) => (c.a.total = v!));
const ACC_CHAINED = cont('accumulate.chained', (vm, it, c) => {
  const self = c.a as Accumulate;
  if (self.initial) return reduced(self, [it!, self.fn], null);
  const base = vm.frame;
  return andThen(vm, base, call(vm, self.cls, [it!, self.fn]), ACC_AGAIN);
});
const ACC_AGAIN = cont('accumulate.again', (_vm, acc) => new PyTuple([ROWS.get('islice')!, new PyTuple([acc!, 1, null])]));
const ACC_NEW = cont('accumulate.new', (_vm, it, c) => new Accumulate(c.a, it!, c.b[0], c.b[1] ?? undefined, c.b[1] !== null));
iteratorType({
  name: 'accumulate',
  instance: Accumulate,
  doc: 'Return series of accumulated sums (or other binary function results).',
  new: ['iterable, func=None, *, initial=None', (vm, cls, source, f, initial) => overIter(vm, source, ACC_NEW, cls, [f, initial])],
  next: accumulateStep,
  methods: {
    '!__reduce__(self, /)': (vm, self: Accumulate) => {
      const { total } = self;
      if (!self.initial && total !== null) return reduced(self, [self.it, self.fn], total ?? null);
      // A first value, or a total of None, goes in front of the rest; what was given already is left out again.
      const base = vm.frame;
      return andThen(vm, base, call(vm, ROWS.get('chain')!, [new PyTuple([total!]), self.it]), ACC_CHAINED, self);
    },
    '__setstate__(self, state, /)': (_vm, self: Accumulate, state) => {
      self.total = state;
      return null;
    },
  },
});

// ---- groupby ----

class GroupBy extends Iterator {
  target: PyValue | undefined;
  key: PyValue | undefined;
  value: PyValue | undefined;
  grouper: Grouper | null = null;
  constructor(
    cls: PyType,
    readonly it: PyValue,
    readonly fn: PyValue,
  ) {
    super(cls);
  }
}
class Grouper extends Iterator {
  constructor(
    cls: PyType,
    readonly parent: GroupBy,
    readonly key: PyValue,
  ) {
    super(cls);
  }
}
/** Reads the next item and its key into the parent; result: anything but undefined. */
function groupRead(vm: VM, self: GroupBy): Result {
  const base = vm.frame;
  const v = next(vm, self.it);
  if (v === PUSHED || v === undefined) return andThen(vm, base, v, GROUP_ITEM, self);
  return groupKey(vm, self, v);
}
function groupKey(vm: VM, self: GroupBy, v: PyValue): Result {
  const base = vm.frame;
  const k = self.fn === null ? v : call1(vm, self.fn, v);
  if (k === PUSHED || k === undefined) return andThen(vm, base, k, GROUP_KEY, self, v);
  self.value = v;
  self.key = k;
  return null;
}
const GROUP_ITEM = cont('groupby.item', (vm, v, c) => groupKey(vm, c.a, v!));
const GROUP_KEY = cont('groupby.key', (_vm, k, c) => {
  c.a.value = c.b;
  c.a.key = k;
  return null;
});
function groupStep(vm: VM, self: GroupBy): Result {
  self.grouper = null;
  for (;;) {
    if (self.key !== undefined) {
      if (self.target === undefined) break;
      if (self.target !== self.key) {
        const same = eqSync(vm, self.target, self.key);
        if (same === undefined) {
          const base = vm.frame;
          return andThen(vm, base, richCompare(vm, self.target, self.key, '=='), GROUP_COMPARED, self);
        }
        if (!same) break;
      }
    }
    const base = vm.frame;
    const r = groupRead(vm, self);
    if (r === PUSHED) return insertCont(vm, base, new Cont(GROUP_AGAIN, self, null, null, null));
    if (r === undefined) return undefined;
    vm.charge(1);
  }
  return newGroup(self);
}
function newGroup(self: GroupBy): PyTuple {
  self.target = self.key!;
  self.grouper = new Grouper(T['itertools._grouper']!, self, self.key!);
  return new PyTuple([self.key!, self.grouper]);
}
const GROUP_AGAIN = cont('groupby.again', (vm, _v, c) => groupStep(vm, c.a));
const GROUP_COMPARED = cont('groupby.compared', (vm, r, c) => {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, r!), GROUP_SAME, c.a);
});
const GROUP_SAME = cont('groupby.same', (vm, t, c) => {
  if (t === false) return newGroup(c.a);
  const base = vm.frame;
  return andThen(vm, base, groupRead(vm, c.a), GROUP_AGAIN, c.a);
});
const GROUP_NEW = cont('groupby.new', (_vm, it, c) => new GroupBy(c.a, it!, c.b));
iteratorType({ name: 'groupby', instance: GroupBy, new: ['iterable, key=None', (vm, cls, source, key) => overIter(vm, source, GROUP_NEW, cls, key)], next: groupStep, methods: {
  '__reduce__(self, /)': (_vm, self: GroupBy) => {
    const { key, value, target } = self;
    return key !== undefined && value !== undefined && target !== undefined ? reduced(self, [self.it, self.fn], new PyTuple([key, value, target])) : reduced(self, [self.it, self.fn]);
  },
  '__setstate__(self, state, /)': (_vm, self: GroupBy, state) => {
    [self.key, self.value, self.target] = stateParts(state, null, null, null);
    return null;
  },
} });

function grouperStep(vm: VM, self: Grouper): Result {
  const { parent } = self;
  if (parent.grouper !== self) return end(vm);
  if (parent.value === undefined) {
    const base = vm.frame;
    return andThen(vm, base, groupRead(vm, parent), GROUPER_READ, self);
  }
  return grouperItem(vm, self);
}
function grouperItem(vm: VM, self: Grouper): Result {
  const { parent } = self;
  const same = self.key === parent.key ? true : eqSync(vm, self.key, parent.key!);
  if (same === undefined) {
    const base = vm.frame;
    return andThen(vm, base, richCompare(vm, self.key, parent.key!, '=='), GROUPER_COMPARED, self);
  }
  return same ? takeValue(parent) : end(vm);
}
function takeValue(parent: GroupBy): PyValue {
  const v = parent.value!;
  parent.value = undefined;
  return v;
}
const GROUPER_READ = cont('grouper.read', (vm, _v, c) => grouperItem(vm, c.a));
const GROUPER_COMPARED = cont('grouper.compared', (vm, r, c) => {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, r!), GROUPER_SAME, c.a);
});
const GROUPER_SAME = cont('grouper.same', (vm, t, c) => (t === true ? takeValue(c.a.parent) : end(vm)));
iteratorType({
  name: '_grouper',
  instance: Grouper,
  new: ['parent, tgtkey, /', (_vm, cls, parent: GroupBy, key) => {
    if (!(parent instanceof GroupBy)) throw typeError(`_grouper() argument 1 must be itertools.groupby, not ${argTypeName(parent)}`);
    return (parent.grouper = new Grouper(cls, parent, key));
  }],
  next: grouperStep,
  methods: {
    '!__reduce__(self, /)': (vm, self: Grouper) => (self.parent.grouper === self ? reduced(self, [self.parent, self.key]) : new PyTuple([vm.state.builtins.getStr('iter')!, new PyTuple([new PyTuple([])])])),
  },
});

// ---- tee ----

/** Items read but not yet seen by every branch, as a linked list. */
class TeeNode extends PyObject {
  value: PyValue | undefined;
  next: TeeNode | null = null;
}
class TeeSource extends PyObject {
  constructor(readonly it: PyValue) {
    super();
  }
}
class Tee extends Iterator {
  constructor(
    cls: PyType,
    readonly source: TeeSource,
    public node: TeeNode,
  ) {
    super(cls);
  }
}
function advance(self: Tee): PyValue {
  const v = self.node.value!;
  self.node = self.node.next!;
  return v;
}
const TEE_ITEM = cont('tee.item', (_vm, v, c) => {
  const self = c.a as Tee;
  if (self.node.next === null) {
    self.node.value = v!;
    self.node.next = new TeeNode();
  }
  return advance(self);
});
const TEE = iteratorType({
  name: '_tee',
  instance: Tee,
  new: ['iterable, /', (vm, cls, source) => overIter(vm, source, TEE_NEW, cls)],
  next: (vm, self: Tee) => {
    if (self.node.next !== null) return advance(self);
    const base = vm.frame;
    return andThen(vm, base, next(vm, self.source.it), TEE_ITEM, self);
  },
  methods: { '__copy__(self, /)': (_vm, self: Tee) => new Tee(self.cls, self.source, self.node) },
});
const TEE_NEW = cont('tee.new', (_vm, it, c) => (it instanceof Tee ? new Tee(it.cls, it.source, it.node) : new Tee(c.a, new TeeSource(it!), new TeeNode())));
const TEE_MAKE = cont('tee.make', (_vm, it, c) => {
  if (c.a === 0) return new PyTuple([]);
  const first = it instanceof Tee ? it : new Tee(TEE, new TeeSource(it!), new TeeNode());
  const out: PyValue[] = [it instanceof Tee ? new Tee(first.cls, first.source, first.node) : first];
  while (out.length < c.a) out.push(new Tee(first.cls, first.source, first.node));
  return new PyTuple(out);
});

export function tee(vm: VM, source: PyValue, n: PyValue): Result {
  const count = asInt(n);
  if (count === undefined) throw typeError(`'${typeName(n)}' object cannot be interpreted as an integer`);
  if (count < 0) throw valueError('n must be >= 0');
  const base = vm.frame;
  return andThen(vm, base, iter(vm, source), TEE_MAKE, Number(count));
}
