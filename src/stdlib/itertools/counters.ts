/** itertools without end, and zip_longest: count, repeat, cycle. */
import { append } from '../../objects/list-growth.js';
import { andThen, cont, Cont, insertCont, NOVALUE, PUSHED, type PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { callMethod } from '../../objects/call.js';
import { index, repr } from '../../objects/convert.js';
import { asJS } from '../../objects/str.js';
import { asInt, clipInt, intAdd } from '../../objects/int.js';
import { iter, next } from '../../objects/iterate.js';
import { isWalk } from '../../objects/iterator-types.js';
import { binaryOp } from '../../objects/operators.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { end, Iterator, iteratorType, iterators, overIter, reduced, stateIndex, stateParts } from './base.js';

// ---- count ----

class Count extends Iterator {
  constructor(
    cls: PyType,
    public value: PyValue,
    readonly step: PyValue,
  ) {
    super(cls);
  }
  override quickNext(): PyValue | undefined {
    const { value, step } = this;
    if (typeof value !== 'number' || typeof step !== 'number' || this.cls.flags.heap) return NOVALUE;
    const sum = value + step;
    if (!Number.isSafeInteger(sum)) return NOVALUE;
    this.value = sum;
    return value;
  }
}
const isNumber = (v: PyValue): boolean => asInt(v) !== undefined || ['__index__', '__float__', '__complex__'].some((n) => typeOf(v).lookup(n) !== undefined);
const COUNTED = cont('count.step', (_vm, v, c) => {
  c.a.value = v!;
  return c.b;
});
const COUNT_REPR = cont('count.repr', (vm, s, c) => {
  const self = c.a as Count;
  if (c.b !== undefined) return `count(${c.b}, ${asJS(s!)})`;
  if (self.step === 1) return `count(${asJS(s!)})`;
  const base = vm.frame;
  return andThen(vm, base, repr(vm, self.step), COUNT_REPR, self, asJS(s!));
});
iteratorType({
  name: 'count',
  instance: Count,
  doc: 'Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step',
  new: ['start=0, step=1', (_vm, cls, start, step) => {
    if (!isNumber(start) || !isNumber(step)) throw typeError('a number is required');
    return new Count(cls, start, step);
  }],
  next: (vm, self: Count) => {
    const { value, step } = self;
    if (typeof value === 'number' && typeof step === 'number') {
      self.value = intAdd(value, step);
      return value;
    }
    const base = vm.frame;
    return andThen(vm, base, binaryOp(vm, '+', value, step), COUNTED, self, value);
  },
  methods: {
    '!__repr__(self, /)': (vm, self: Count) => {
      const base = vm.frame;
      return andThen(vm, base, repr(vm, self.value), COUNT_REPR, self);
    },
    '__reduce__(self, /)': (_vm, self: Count) => new PyTuple([self.cls, new PyTuple(self.step === 1 && asInt(self.value) !== undefined ? [self.value] : [self.value, self.step])]),
  },
});

// ---- repeat ----

class Repeat extends Iterator {
  constructor(
    cls: PyType,
    readonly value: PyValue,
    /** -1: for ever. */
    public left: number,
  ) {
    super(cls);
  }
  override quickNext(): PyValue | undefined {
    if (this.left === 0 || this.cls.flags.heap) return NOVALUE;
    if (this.left > 0) this.left--;
    return this.value;
  }
}
const REPEAT_NEW = cont('repeat.new', (_vm, n, c) => new Repeat(c.a, c.b, Math.max(0, clipInt(n as number))));
const REPEAT_REPR = cont('repeat.repr', (_vm, s, c) => `repeat(${asJS(s!)}${c.a < 0 ? '' : `, ${c.a}`})`);
iteratorType({
  name: 'repeat',
  instance: Repeat,
  doc: 'repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.',
  new: ['object, times=<unset>', (vm, cls, value, times) => {
    if (times === undefined) return new Repeat(cls, value, -1);
    const base = vm.frame;
    return andThen(vm, base, index(vm, times), REPEAT_NEW, cls, value);
  }],
  next: (vm, self: Repeat) => {
    if (self.left === 0) return end(vm);
    if (self.left > 0) self.left--;
    return self.value;
  },
  methods: {
    '!__repr__(self, /)': (vm, self: Repeat) => {
      const base = vm.frame;
      return andThen(vm, base, repr(vm, self.value), REPEAT_REPR, self.left);
    },
    '__length_hint__(self, /)': (_vm, self: Repeat) => {
      if (self.left < 0) throw typeError('len() of unsized object');
      return self.left;
    },
    '__reduce__(self, /)': (_vm, self: Repeat) => new PyTuple([self.cls, new PyTuple(self.left < 0 ? [self.value] : [self.value, self.left])]),
  },
});

// ---- cycle ----

class Cycle extends Iterator {
  saved: PyValue[] = [];
  at = 0;
  /** Whether all items are saved although `it` gives some still: after `__setstate__`. */
  complete = false;
  constructor(
    cls: PyType,
    public it: PyValue | undefined,
  ) {
    super(cls);
  }
  override quickNext(): PyValue | undefined {
    const { saved } = this;
    if (this.it !== undefined || saved.length === 0 || this.cls.flags.heap) return NOVALUE;
    const v = saved[this.at]!;
    if (++this.at >= saved.length) this.at = 0;
    return v;
  }
}
function again(vm: VM, self: Cycle): Result {
  if (self.saved.length === 0) return end(vm);
  const v = self.saved[self.at]!;
  if (++self.at >= self.saved.length) self.at = 0;
  return v;
}
const CYCLE_ITEM = cont(
  'cycle.item',
  (vm, v, c) => {
    const self = c.a as Cycle;
    if (v !== undefined) {
      if (!self.complete) append(self.saved, v);
      return v;
    }
    if (vm.exc !== null) return undefined;
    self.it = undefined;
    return again(vm, self);
  },
  { iter: true },
);
const CYCLE_REST = cont('cycle.rest', (vm, it, c) => {
  const base = vm.frame;
  return andThen(vm, base, callMethod(vm, it!, '__setstate__', [c.a.at]), CYCLE_REDUCED, c.a, it);
});
const CYCLE_REDUCED = cont('cycle.reduced', (_vm, _v, c) => reduced(c.a, [c.b], new PyTuple([new PyList(c.a.saved), true])));
const CYCLE_NEW = cont('cycle.new', (_vm, it, c) => new Cycle(c.a, it!));
iteratorType({
  name: 'cycle',
  instance: Cycle,
  new: ['iterable, /', (vm, cls, source) => overIter(vm, source, CYCLE_NEW, cls)],
  next: (vm, self: Cycle) => {
    if (self.it === undefined) return again(vm, self);
    const base = vm.frame;
    return andThen(vm, base, next(vm, self.it), CYCLE_ITEM, self);
  },
  methods: {
    '!__reduce__(self, /)': (vm, self: Cycle) => {
      if (self.it !== undefined) return reduced(self, [self.it], new PyTuple([new PyList(self.saved), self.complete]));
      const base = vm.frame;
      return andThen(vm, base, iter(vm, new PyList(self.saved)), CYCLE_REST, self);
    },
    '__setstate__(self, state, /)': (_vm, self: Cycle, state: PyValue) => {
      const [saved, complete] = stateParts(state, T.list!, null) as [PyList, PyValue];
      if (asInt(complete) === undefined) throw typeError(`'${typeOf(complete).name}' object cannot be interpreted as an integer`);
      self.complete = stateIndex(complete) !== 0;
      self.saved = saved.items;
      self.at = 0;
      return null;
    },
  },
});

// ---- zip_longest ----

class ZipLongest extends Iterator {
  active: number;
  constructor(
    cls: PyType,
    readonly its: (PyValue | undefined)[],
    public fill: PyValue,
  ) {
    super(cls);
    this.active = its.length;
    this.walks = its.every((it) => isWalk(it as PyValue));
  }
  /** All of them give their items without Python code. */
  private readonly walks: boolean;

  override quickNext(): PyValue | undefined {
    if (!this.walks || this.active <= 0 || this.cls.flags.heap) return NOVALUE;
    const { its } = this;
    const got: PyValue[] = [];
    for (let i = 0; i < its.length; i++) {
      const it = its[i];
      const v = it === undefined ? this.fill : (it as PyObject).quickNext();
      if (v !== undefined) got.push(v);
      else {
        if (--this.active === 0) return undefined;
        its[i] = undefined;
        got.push(this.fill);
      }
    }
    return new PyTuple(got);
  }
}
function longestStep(vm: VM, self: ZipLongest, got: PyValue[]): Result {
  const { its } = self;
  while (got.length < its.length) {
    const it = its[got.length];
    if (it === undefined) {
      got.push(self.fill);
      continue;
    }
    const base = vm.frame;
    const v = next(vm, it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(LONGEST_ITEM, self, got, null, null));
    if (v !== undefined) got.push(v);
    else if (!ended(vm, self, got)) return undefined;
  }
  return new PyTuple(got);
}
/** One iterator has nothing more; false: all have (or there is an exception). */
function ended(vm: VM, self: ZipLongest, got: PyValue[]): boolean {
  if (vm.exc !== null) {
    self.active = 0;
    return false;
  }
  // The last one stays: it is asked no more.
  if (--self.active === 0) return false;
  self.its[got.length] = undefined;
  got.push(self.fill);
  return true;
}
const LONGEST_ITEM = cont(
  'zip_longest.item',
  (vm, v, c) => {
    if (v !== undefined) c.b.push(v);
    else if (!ended(vm, c.a, c.b)) return undefined;
    return longestStep(vm, c.a, c.b);
  },
  { iter: true },
);
const LONGEST_NEW = cont('zip_longest.new', (_vm, _v, c) => new ZipLongest(c.a, c.b, c.c));
iteratorType({
  name: 'zip_longest',
  instance: ZipLongest,
  new: ['*iterables, fillvalue=None', (vm, cls, fill, sources: PyValue[]) => iterators(vm, sources, [], LONGEST_NEW, cls, fill)],
  next: (vm, self: ZipLongest) => (self.active === 0 || self.its.length === 0 ? end(vm) : longestStep(vm, self, [])),
  methods: {
    '__reduce__(self, /)': (_vm, self: ZipLongest) => reduced(self, self.its.map((it) => it ?? new PyTuple([])), self.fill),
    '__setstate__(self, state, /)': (_vm, self: ZipLongest, fill: PyValue) => {
      self.fill = fill;
      return null;
    },
  },
});

