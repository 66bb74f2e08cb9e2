/** range and slice. */
import { inherit, cont, PyObject, T, andThen, type PyValue, type Result, type VM } from './object.js';
import { error, indexError, typeError, valueError } from './errors.js';
import { asInt } from './int.js';
import { defineType } from './define.js';
import { PyRangeIterator } from './iterators.js';
import { PySlice, resolveSlice, withIndex } from './subscript.js';
import { index, indexSync, repr, sizeArg } from './convert.js';
import { richCompare } from './compare.js';
import { PyTuple } from './tuple.js';
import { hashTupleOf } from './hash.js';
import { norm, type Int } from './int.js';
import { NotImplemented } from './singletons.js';
import { typeName } from './type.js';
import { strFromJS, asJS } from './str.js';
import { callPrelude } from './call.js';

export class PyRange {
  constructor(
    readonly start: Int,
    readonly stop: Int,
    readonly step: Int,
    readonly length: Int,
  ) {
  }
}
export interface PyRange extends PyObject {}
inherit(PyRange, PyObject);

function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= 0) return 0;
    if (Number.isSafeInteger(span)) {
      const s = Math.abs(step);
      return (span - 1 - ((span - 1) % s)) / s + 1;
    }
  }
  const [a, b, s] = [BigInt(start), BigInt(stop), BigInt(step)];
  const span = s > 0n ? b - a : a - b;
  if (span <= 0n) return 0;
  return norm((span - 1n) / (s < 0n ? -s : s) + 1n);
}

export function makeRange(start: Int, stop: Int, step: Int): PyRange {
  return new PyRange(start, stop, step, rangeLength(start, stop, step));
}

/** The i-th element. */
function at(r: PyRange, i: Int): Int {
  if (typeof r.start === 'number' && typeof r.step === 'number' && typeof i === 'number') {
    const v = r.start + i * r.step;
    if (Number.isSafeInteger(v) && Number.isSafeInteger(i * r.step)) return v + 0;
  }
  return norm(BigInt(r.start) + BigInt(i) * BigInt(r.step));
}

/** Iterator over a range whose numbers leave the safe integers. */
class PyLongRangeIterator extends PyObject {
  index = 0;
  constructor(readonly r: PyRange) {
    super();
  }
}

export function rangeIterator(r: PyRange): PyObject {
  const { start, stop, step, length } = r;
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number' && typeof length === 'number' && Number.isSafeInteger(start + length * step)) {
    return new PyRangeIterator(start, step, length);
  }
  return new PyLongRangeIterator(r);
}

const args = (vm: VM, given: PyValue[], done: Int[]): Result => {
  for (let i = done.length; i < given.length; i++) {
    const n = indexSync(given[i]!);
    if (n === undefined) {
      const base = vm.frame;
      return andThen(vm, base, index(vm, given[i]!), RANGE_ARG, given, done);
    }
    done.push(n);
  }
  if (done.length === 1) return makeRange(0, done[0]!, 1);
  const step = done[2] ?? 1;
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return makeRange(done[0]!, done[1]!, step);
};
const RANGE_ARG = cont('range.arg', (vm, n, c) => {
  c.b.push(n);
  return args(vm, c.a, c.b);
});

const GET = cont('range.getitem', (vm, k, c) => {
  const r = c.a as PyRange;
  if (!(k instanceof PySlice)) {
    const i = k as Int;
    const n = r.length;
    const j = i < 0 ? (typeof i === 'number' && typeof n === 'number' ? i + n : norm(BigInt(i) + BigInt(n))) : i;
    if (j < 0 || j >= n) return vm.raise(indexError('range object index out of range'));
    return at(r, j);
  }
  return sliceRange(r, k);
});

function sliceRange(r: PyRange, s: PySlice): PyRange {
  const n = BigInt(r.length);
  const step = s.step === null ? 1n : BigInt(indexSync(s.step)!);
  if (step === 0n) throw valueError('slice step cannot be zero');
  const clamp = (v: PyValue, dflt: bigint): bigint => {
    if (v === null) return dflt;
    let i = BigInt(indexSync(v)!);
    if (i < 0n) {
      i += n;
      if (i < 0n) i = step < 0n ? -1n : 0n;
    } else if (i >= n) i = step < 0n ? n - 1n : n;
    return i;
  };
  const start = clamp(s.start, step < 0n ? n - 1n : 0n);
  const stop = clamp(s.stop, step < 0n ? -1n : n);
  const at2 = (i: bigint): Int => norm(BigInt(r.start) + i * BigInt(r.step));
  return makeRange(at2(start), at2(stop), norm(BigInt(r.step) * step));
}

/** Position of an exact int in the range, or -1. */
function position(r: PyRange, v: Int): Int {
  const [a, s, x] = [BigInt(r.start), BigInt(r.step), BigInt(v)];
  const d = x - a;
  if (d % s !== 0n) return -1;
  const i = d / s;
  return i >= 0n && i < BigInt(r.length) ? norm(i) : -1;
}

const sameRange = (a: PyRange, b: PyRange): boolean =>
  a.length === b.length && (a.length === 0 || (a.start === b.start && (a.length === 1 || a.step === b.step)));

defineType({
  name: 'range',
  instance: PyRange,
  flags: { sequence: true },
  new: ['!__new__(cls, *args, **kwargs)', (vm, _cls, given: PyValue[], kw: Map<string, PyValue>) => {
    if (kw.size > 0) throw typeError('range() takes no keyword arguments');
    if (given.length === 0) throw typeError('range expected at least 1 argument, got 0');
    if (given.length > 3) throw typeError(`range expected at most 3 arguments, got ${given.length}`);
    return args(vm, given, []);
  }],
  methods: {
    '__iter__(self, /)': (_vm, self: PyRange) => rangeIterator(self),
    '__reversed__(self, /)': (_vm, self: PyRange) => {
      if (self.length === 0) return rangeIterator(makeRange(0, 0, 1));
      const last = at(self, typeof self.length === 'number' ? self.length - 1 : norm(self.length - 1n));
      const step = norm(-BigInt(self.step));
      return rangeIterator(makeRange(last, norm(BigInt(self.start) + BigInt(step)), step));
    },
    '__len__(self, /)': (_vm, self: PyRange) => {
      if (typeof self.length === 'bigint' && self.length > 0x7fffffffffffffffn) throw error('OverflowError', 'Python int too large to convert to C ssize_t');
      return self.length;
    },
    '__bool__(self, /)': (_vm, self: PyRange) => self.length !== 0,
    '!__getitem__(self, key, /)': (vm, self: PyRange, k) => withIndex(vm, k, GET, self, undefined, 'range'),
    '!__contains__(self, key, /)': (vm, self: PyRange, v) => {
      if (typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean') return position(self, typeof v === 'boolean' ? Number(v) : v) !== -1;
      return callPrelude(vm, 'sequence_contains', self, v);
    },
    '!index(self, value, /)': (vm, self: PyRange, v) => {
      if (typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean') {
        const i = position(self, typeof v === 'boolean' ? Number(v) : v);
        if (i !== -1) return i;
        throw valueError(`${String(typeof v === 'boolean' ? (v ? 'True' : 'False') : v)} is not in range`);
      }
      return callPrelude(vm, 'range_index', self, v);
    },
    '!count(self, value, /)': (vm, self: PyRange, v) => {
      if (typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean') return position(self, typeof v === 'boolean' ? Number(v) : v) !== -1 ? 1 : 0;
      return callPrelude(vm, 'sequence_count', self, v);
    },
    '__repr__(self, /)': (_vm, self: PyRange) => (self.step === 1 ? `range(${self.start}, ${self.stop})` : `range(${self.start}, ${self.stop}, ${self.step})`),
    '__eq__(self, value, /)': (_vm, self: PyRange, o) => (o instanceof PyRange ? sameRange(self, o) : NotImplemented),
    '__ne__(self, value, /)': (_vm, self: PyRange, o) => (o instanceof PyRange ? !sameRange(self, o) : NotImplemented),
    '!__hash__(self, /)': (vm, self: PyRange) => {
      const t = self.length === 0 ? [0, null, null] : self.length === 1 ? [1, self.start, null] : [self.length, self.start, self.step];
      void vm;
      return hashTupleOf(t.map((x) => (x === null ? 0x1d5a8e3f : x)));
    },
    '__reduce__(self, /)': (_vm, self: PyRange) => new PyTuple([T.range, new PyTuple([self.start, self.stop, self.step])]),
  },
  members: {
    start: (_vm, self: PyRange) => self.start,
    stop: (_vm, self: PyRange) => self.stop,
    step: (_vm, self: PyRange) => self.step,
  },
});

defineType({
  name: 'range_iterator',
  instance: PyRangeIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (_vm, self: PyRangeIterator) => {
      if (self.left <= 0) return undefined;
      self.left--;
      const v = self.current;
      self.current += self.step;
      return v;
    },
    '__length_hint__(self, /)': (_vm, self: PyRangeIterator) => self.left,
    '!__reduce__(self, /)': (vm, self: PyRangeIterator) => {
      const start = self.current - (self.total - self.left) * self.step;
      const r = makeRange(start, start + self.total * self.step, self.step);
      return new PyTuple([vm.state.builtins.getStr('iter')!, new PyTuple([r]), self.total - self.left]);
    },
    '__setstate__(self, state, /)': (_vm, self: PyRangeIterator, n) => {
      const i = asInt(n);
      if (i === undefined) throw typeError(`'${typeName(n)}' object cannot be interpreted as an integer`);
      const k = Math.max(0, Math.min(self.total, sizeArg(i, 'Python int too large to convert to C long')));
      self.current += (k - (self.total - self.left)) * self.step;
      self.left = self.total - k;
      return null;
    },
  },
});

defineType({
  name: 'longrange_iterator',
  instance: PyLongRangeIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (_vm, self: PyLongRangeIterator) => (self.index < self.r.length ? at(self.r, self.index++) : undefined),
    '__length_hint__(self, /)': (_vm, self: PyLongRangeIterator) => (typeof self.r.length === 'number' ? self.r.length - self.index : norm(self.r.length - BigInt(self.index))),
    '__reduce__(self, /)': (vm, self: PyLongRangeIterator) => new PyTuple([vm.state.builtins.getStr('iter')!, new PyTuple([self.r]), self.index]),
    '__setstate__(self, state, /)': (_vm, self: PyLongRangeIterator, n) => {
      const i = asInt(n);
      if (i === undefined) throw typeError(`'${typeName(n)}' object cannot be interpreted as an integer`);
      self.index = Math.max(0, Math.min(Number(self.r.length), Number(i)));
      return null;
    },
  },
});

// ---- slice ----

const parts = (s: PySlice): PyTuple => new PyTuple([s.start, s.stop, s.step]);
const SLICE_REPR = cont('slice.repr', (_vm, s) => strFromJS(`slice${asJS(s!)}`));

const compare = (op: '<' | '<=' | '==' | '!=' | '>' | '>=') => (vm: VM, self: PySlice, o: PyValue): Result => {
  if (!(o instanceof PySlice)) return NotImplemented;
  if (self === o) return op === '<=' || op === '==' || op === '>=';
  return richCompare(vm, parts(self), parts(o), op);
};

const INDICES_LENGTH = cont('slice.indices', (vm, n, c) => {
  if ((n as Int) < 0) throw valueError('length should not be negative');
  const base = vm.frame;
  return andThen(vm, base, resolveSlice(vm, c.a), INDICES, n);
});
const INDICES = cont('slice.indices.resolved', (_vm, s, c) => {
  const slice = s as PySlice;
  const n = BigInt(c.a as Int);
  const step = slice.step === null ? 1n : BigInt(indexSync(slice.step)!);
  if (step === 0n) throw valueError('slice step cannot be zero');
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? n - 1n : n;
  const bound = (v: PyValue, dflt: bigint): bigint => {
    if (v === null) return dflt;
    let i = BigInt(indexSync(v)!);
    if (i < 0n) {
      i += n;
      return i < lower ? lower : i;
    }
    return i > upper ? upper : i;
  };
  return new PyTuple([norm(bound(slice.start, step < 0n ? upper : lower)), norm(bound(slice.stop, step < 0n ? lower : upper)), norm(step)]);
});

defineType({
  name: 'slice',
  instance: PySlice,
  new: ['__new__(cls, *args, **kwargs)', (_vm, _cls, a: PyValue[], kw: Map<string, PyValue>) => {
    if (kw.size > 0) throw typeError('slice() takes no keyword arguments');
    if (a.length === 0) throw typeError('slice expected at least 1 argument, got 0');
    if (a.length > 3) throw typeError(`slice expected at most 3 arguments, got ${a.length}`);
    return a.length === 1 ? new PySlice(null, a[0]!, null) : new PySlice(a[0]!, a[1]!, a[2] ?? null);
  }],
  methods: {
    '!__repr__(self, /)': (vm, self: PySlice) => {
      const base = vm.frame;
      return andThen(vm, base, repr(vm, parts(self)), SLICE_REPR);
    },
    '!__eq__(self, value, /)': compare('=='),
    '!__ne__(self, value, /)': compare('!='),
    '!__lt__(self, value, /)': compare('<'),
    '!__le__(self, value, /)': compare('<='),
    '!__gt__(self, value, /)': compare('>'),
    '!__ge__(self, value, /)': compare('>='),
    '!indices(self, length, /)': (vm, self: PySlice, n) => {
      const base = vm.frame;
      return andThen(vm, base, index(vm, n), INDICES_LENGTH, self);
    },
    '__reduce__(self, /)': (_vm, self: PySlice) => new PyTuple([T.slice, parts(self)]),
  },
  members: {
    start: (_vm, self: PySlice) => self.start,
    stop: (_vm, self: PySlice) => self.stop,
    step: (_vm, self: PySlice) => self.step,
  },
  attrs: { __hash__: null },
});

export { typeName };
