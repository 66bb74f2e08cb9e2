/** set and frozenset. Elements that need Python code go on in prelude/containers.py. */
import { work } from './work.js';
import { intoFrom, SetSink } from './sink.js';
import { setSize } from './sizes.js';
import { cont, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { keyError, typeError, error } from './errors.js';
import { defineType, type TypeRecord } from './define.js';
import { hashFrozenset } from './hash.js';
import { PySet } from './set.js';
import { NEEDS_PYTHON, PyDict } from './dict.js';
import { findOwn, orOwn } from './own-keys.js';
import { keyAction, searchKey } from './key-search.js';
import { PyList, PyTuple } from './tuple.js';
import { PyTableIterator } from './iterators.js';
import { DictView, tableLengthHint, tableNext, viewItems } from './dict-type.js';
import { callPrelude } from './call.js';
import { itemsSync, iter } from './iterate.js';
import { PyRange } from './range-type.js';
import { reprSync } from './convert.js';
import { hashDeep } from './list-type.js';
import { NotImplemented } from './singletons.js';
import { checkNew } from './args.js';
import { PyInstance, PyType, typeName } from './type.js';
import { aliasHook } from './generator-type.js';
import type { Int } from './int.js';

type SetOp = 'union' | 'intersection' | 'difference' | 'symmetric_difference';

/** Elements of another operand, when no Python code is needed to list them. */
function elements(o: PyValue): PyValue[] | undefined {
  if (o instanceof PySet) return o.items();
  if (o instanceof PyRange) return rangeItems(o);
  return o instanceof DictView ? viewItems(o).items : itemsSync(o);
}

/** What iteration over `o` gives, likewise, where nothing that is done can change a list. */
function listed(o: PyValue): readonly PyValue[] | undefined {
  if ((o instanceof PyList && o.cls === T.list) || (o instanceof PyTuple && o.cls === T.tuple)) return o.items;
  return o instanceof PySet ? itemsSync(o) : elements(o);
}

/** Of ranges that are not too long to be listed. */
function rangeItems({ start, step, length }: PyRange): PyValue[] | undefined {
  if (typeof start !== 'number' || typeof step !== 'number' || length > 0xffff || !Number.isSafeInteger(start + step * (length as number))) return undefined;
  const out: PyValue[] = [];
  for (let i = 0; i < length; i++) out.push(start + i * step);
  work(out.length);
  return out;
}

/** Adds all; false: the rest needs Python code (nothing is lost: adding again is harmless). */
function addAll(s: PySet, items: readonly PyValue[]): boolean {
  work(4 * items.length);
  for (const x of items) if (!s.addFast(x)) return false;
  return true;
}

/** Adds all elements of `o`, listed in `items`; false: the rest needs Python code. */
function merge(s: PySet, o: PyValue, items: readonly PyValue[]): boolean {
  if (s === o) return true;
  if (o instanceof PySet && s.used === 0 && o.cls !== undefined && s.isNew()) {
    s.takeFrom(o);
    return true;
  }
  if (o instanceof PySet || o instanceof PyDict) s.reserve(o.used);
  return addAll(s, items);
}

function removeAll(s: PySet, items: readonly PyValue[]): boolean {
  work(8 * items.length);
  for (const x of items) {
    const i = s.find(x);
    if (i === NEEDS_PYTHON) return false;
    if (i >= 0) s.removeIndex(i);
  }
  return true;
}

/** Takes out what is there, puts in what is not. */
function toggle(s: PySet, items: readonly PyValue[]): boolean {
  work(8 * items.length);
  for (const x of items) {
    const i = s.find(x);
    if (i === NEEDS_PYTHON) return false;
    if (i >= 0) s.removeIndex(i);
    else if (!s.addFast(x)) return false;
  }
  return true;
}

/** Adds an element whose class compares in Python; false where that needs frames. */
function addOwn(vm: VM, s: PySet, k: PyValue): boolean {
  const { index, hash } = findOwn(vm, s, k);
  if (index === -1) s.addGeneral(hash, k);
  return index !== NEEDS_PYTHON;
}

/** A set of plain membership answers, or undefined where one needs Python code. */
function membership(s: PySet | PyDict, items: readonly PyValue[]): boolean[] | undefined {
  work(4 * items.length);
  const out: boolean[] = [];
  for (const x of items) {
    const i = s.find(x);
    if (i === NEEDS_PYTHON) return undefined;
    out.push(i >= 0);
  }
  return out;
}

/** Adds to `s`, which is new, those of `items` that are in `t` (`there`) or are not; undefined where that needs Python code. */
function addThose(s: PySet, items: readonly PyValue[], t: PySet | PyDict, there: boolean): PySet | undefined {
  for (const x of items) {
    const i = t.find(x);
    if (i === NEEDS_PYTHON || (i >= 0 === there && !s.addFast(x))) return undefined;
  }
  return s;
}

/** One set operation on native elements; undefined: use the prelude. */
function operate(vm: VM, op: SetOp, a: PySet, o: PyValue, cls: PyType): PySet | undefined {
  const items = elements(o);
  if (items === undefined) return undefined;
  vm.charge(items.length + a.used);
  switch (op) {
    case 'union': {
      const s = a.copyAs(cls);
      return a === o || merge(s, o, items) ? s : undefined;
    }
    case 'intersection': {
      if (a === o) return a.copyAs(cls);
      const s = new PySet(cls);
      return o instanceof PySet && o.used > a.used ? addThose(s, a.items(), o, true) : addThose(s, items, a, true);
    }
    case 'difference': {
      // As set_difference: what is not in the other is added to a new set, unless the other is small.
      if ((o instanceof PySet || o instanceof PyDict) && a.used >> 2 <= o.used) {
        return addThose(new PySet(cls), a.items(), o, false);
      }
      const s = a.copyAs(cls);
      if (!removeAll(s, items)) return undefined;
      s.shrink();
      return s;
    }
    case 'symmetric_difference': {
      const s = new PySet(cls);
      return merge(s, o, items) && toggle(s, a.items()) ? s : undefined;
    }
  }
}

const plainClass = (s: PySet): PyType => (s.cls.isSubtype(T.set) ? T.set : T.frozenset);

function binary(op: SetOp): (vm: VM, self: PySet, o: PyValue) => Result {
  return (vm, self, o) => {
    if (!(o instanceof PySet)) return NotImplemented;
    return operate(vm, op, self, o, plainClass(self)) ?? callPrelude(vm, 'set_operation', self, o, op);
  };
}

function reflected(op: SetOp): (vm: VM, self: PySet, o: PyValue) => Result {
  return (vm, self, o) => {
    if (!(o instanceof PySet)) return NotImplemented;
    return operate(vm, op, o, self, plainClass(o)) ?? callPrelude(vm, 'set_operation', o, self, op);
  };
}

function replaceContents(self: PySet, by: PySet): void {
  self.become(by);
}

const REPLACE = cont('set.replace', (_vm, s, c) => {
  replaceContents(c.a, s as PySet);
  return c.b;
});

function inplace(op: SetOp): (vm: VM, self: PySet, o: PyValue) => Result {
  return (vm, self, o) => {
    if (!(o instanceof PySet)) return NotImplemented;
    if (op === 'union' && merge(self, o, o.items())) return self;
    if (inPlaceFast(op, self, o)) return self;
    const base = vm.frame;
    return andThen(vm, base, operate(vm, op, self, o, T.set) ?? callPrelude(vm, 'set_operation', self, o, op), REPLACE, self, self);
  };
}

/** `-=` and `^=` work on the table that is there. False: it was not possible, nothing has changed. */
function inPlaceFast(op: SetOp, self: PySet, o: PyValue): boolean {
  if (op !== 'difference' && op !== 'symmetric_difference') return false;
  if (self === o) {
    self.clear();
    return true;
  }
  let items = elements(o);
  if (items !== undefined && op === 'symmetric_difference' && !(o instanceof PySet || o instanceof PyDict)) items = toSet(o)?.items();
  if (items === undefined || membership(self, items) === undefined) return false;
  if (op === 'symmetric_difference') return toggle(self, items);
  removeAll(self, items);
  self.shrink();
  return true;
}

/** union(*others) and friends. */
function many(op: SetOp): (vm: VM, self: PySet, others: PyValue[]) => Result {
  return (vm, self, others) => {
    const cls = plainClass(self);
    if (others.length === 0) return self.copyAs(cls);
    let s = self;
    for (let i = 0; i < others.length; i++) {
      const next = operate(vm, op, s, others[i]!, cls);
      if (next === undefined) return callPrelude(vm, 'set_many', s, new PyTuple(others.slice(i)), op);
      s = next;
    }
    return s;
  };
}

function manyInPlace(op: SetOp): (vm: VM, self: PySet, others: PyValue[]) => Result {
  return (vm, self, others) => {
    if (op === 'union') {
      for (let i = 0; i < others.length; i++) {
        const items = elements(others[i]!);
        if (items === undefined && i === others.length - 1) return andThen(vm, vm.frame, iter(vm, others[i]!), FROM_ITERATOR, self, null);
        if (items === undefined || !merge(self, others[i]!, items)) return callPrelude(vm, 'set_update', self, new PyTuple(others.slice(i)));
      }
      return null;
    }
    if (others.length === 0) return null;
    if (op === 'difference') {
      for (let i = 0; i < others.length; i++) if (!inPlaceFast(op, self, others[i]!)) return callPrelude(vm, 'set_difference_update', self, new PyTuple(others.slice(i)));
      return null;
    }
    if (op === 'symmetric_difference') return inPlaceFast(op, self, others[0]!) ? null : callPrelude(vm, 'set_symmetric_update', self, others[0]!);
    const base = vm.frame;
    return andThen(vm, base, many(op)(vm, self, others), REPLACE, self, null);
  };
}

type Relation = 'subset' | 'superset' | 'equal';

function relate(vm: VM, rel: Relation, a: PySet, b: PySet): boolean | undefined {
  void vm;
  if (rel === 'superset') return relate(vm, 'subset', b, a);
  if (rel === 'equal' && a.used !== b.used) return false;
  if (a.used > b.used) return false;
  work(4 * a.used);
  for (const x of a.items()) {
    const i = b.find(x);
    if (i === NEEDS_PYTHON) return undefined;
    if (i < 0) return false;
  }
  return true;
}

function relation(rel: Relation, strict: boolean, negate = false): (vm: VM, self: PySet, o: PyValue) => Result {
  return (vm, self, o) => {
    if (!(o instanceof PySet)) return NotImplemented;
    if (strict && self.used === o.used) return false;
    const r = relate(vm, rel, self, o);
    if (r === undefined) return callPrelude(vm, 'set_relation', self, o, rel, negate);
    return r !== negate;
  };
}

function toSet(o: PyValue): PySet | undefined {
  if (o instanceof PySet) return o;
  const items = listed(o);
  if (items === undefined) return undefined;
  const s = new PySet(T.set);
  return addAll(s, items) ? s : undefined;
}

function relationMethod(rel: Relation): (vm: VM, self: PySet, o: PyValue) => Result {
  return (vm, self, o) => {
    const s = toSet(o);
    const r = s === undefined ? undefined : relate(vm, rel, self, s);
    return r ?? callPrelude(vm, 'set_relation', self, o, rel, false);
  };
}

// Operations whose element is found by Python code.
const CONTAINS = keyAction('set.contains', (_vm, _s, _v, i) => i >= 0);
export const ADD = keyAction('set.add', (_vm, s: PySet, v, i, h) => {
  if (i < 0) s.addGeneral(h, v);
  return null;
});

const shared: NonNullable<TypeRecord['methods']> = {
  '__len__(self, /)': (_vm, self: PySet) => self.used,
  '__iter__(self, /)': (_vm, self: PySet) => setIterator(self),
  '!__contains__(self, key, /)': (vm, self: PySet, k) => {
    const i = orOwn(vm, self, k, self.find(k));
    if (i !== NEEDS_PYTHON) return i >= 0;
    return k instanceof PyInstance ? searchKey(vm, self, k, CONTAINS) : callPrelude(vm, 'set_contains', self, k);
  },
  '!__repr__(self, /)': (vm, self: PySet) => {
    const s = reprSync(vm, self);
    if (s !== undefined || vm.exc !== null) return s;
    return callPrelude(vm, 'set_repr', self);
  },
  '!__and__(self, value, /)': binary('intersection'),
  '!__or__(self, value, /)': binary('union'),
  '!__sub__(self, value, /)': binary('difference'),
  '!__xor__(self, value, /)': binary('symmetric_difference'),
  '!__rand__(self, value, /)': reflected('intersection'),
  '!__ror__(self, value, /)': reflected('union'),
  '!__rsub__(self, value, /)': reflected('difference'),
  '!__rxor__(self, value, /)': reflected('symmetric_difference'),
  '!__le__(self, value, /)': relation('subset', false),
  '!__lt__(self, value, /)': relation('subset', true),
  '!__ge__(self, value, /)': relation('superset', false),
  '!__gt__(self, value, /)': relation('superset', true),
  '!__eq__(self, value, /)': relation('equal', false),
  '!__ne__(self, value, /)': relation('equal', false, true),
  '!union(self, /, *others)': many('union'),
  '!intersection(self, /, *others)': many('intersection'),
  '!difference(self, /, *others)': many('difference'),
  '!symmetric_difference(self, other, /)': (vm, self, o) => many('symmetric_difference')(vm, self, [o]),
  '!issubset(self, other, /)': relationMethod('subset'),
  '!issuperset(self, other, /)': relationMethod('superset'),
  '!isdisjoint(self, other, /)': (vm, self: PySet, o) => {
    const items = listed(o);
    if (items === undefined) return callPrelude(vm, 'set_isdisjoint', self, o);
    vm.charge(items.length >> 3);
    for (let i = 0; i < items.length; i++) {
      const at = self.find(items[i]!);
      if (at >= 0) return false;
      if (at === NEEDS_PYTHON) return callPrelude(vm, 'set_isdisjoint', self, o);
    }
    return true;
  },
  'copy(self, /)': (_vm, self: PySet) => (self.cls === T.frozenset ? self : self.copyAs(plainClass(self))),
  '!__reduce__(self, /)': (vm, self: PySet) => callPrelude(vm, 'set_reduce', self),
  '__sizeof__(self, /)': (_vm, self: PySet) => setSize(self.used),
};

/** Fills a new set from any iterable. Result: `s` (or `ret`). */
function fill(vm: VM, s: PySet, source: PyValue, ret: PyValue): Result {
  // A subclass too, whatever its __iter__ says (set_merge).
  if (source instanceof PySet) {
    s.takeFrom(source);
    return ret;
  }
  const items = listed(source);
  if (items !== undefined) {
    vm.charge(items.length);
    for (let i = 0; i < items.length; i++) {
      if (!s.addFast(items[i]!)) {
        const base = vm.frame;
        return andThen(vm, base, callPrelude(vm, 'set_update', s, new PyTuple([source instanceof PyDict ? source : new PyList(items.slice(i))])), FILLED, ret);
      }
    }
    return ret;
  }
  return andThen(vm, vm.frame, iter(vm, source), FROM_ITERATOR, s, ret);
}
const FROM_ITERATOR = cont('set.iterator', (vm, it, c) => intoFrom(vm, it!, new SetSink(c.a, c.b)));
const FILLED = cont('set.filled', (_vm, _v, c) => c.a);

defineType({
  name: 'set',
  instance: PySet,
  flags: { basetype: true, hasWeakref: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new PySet(checkNew(cls, T.set))],
  bare: (cls) => new PySet(cls),
  make: (vm, cls, st, at, n) => {
    if (n > 1 || (cls !== T.set && !(cls.flags.heap && cls.layout.instance === PySet))) return null;
    const s = new PySet(cls);
    return n === 0 ? s : fill(vm, s, st[at], s);
  },
  methods: {
    ...shared,
    '!__init__(self, iterable=<unset>, /, *args)': (vm, self: PySet, source, more: PyValue[]) => {
      if (more.length > 0) throw typeError(`${typeName(self)} expected at most 1 argument, got ${more.length + 1}`);
      self.clear();
      return source === undefined ? null : fill(vm, self, source, null);
    },
    '!__iand__(self, value, /)': inplace('intersection'),
    '!__ior__(self, value, /)': inplace('union'),
    '!__isub__(self, value, /)': inplace('difference'),
    '!__ixor__(self, value, /)': inplace('symmetric_difference'),
    '!add(self, object, /)': (vm, self: PySet, v) => (self.addFast(v) || addOwn(vm, self, v) ? null : searchKey(vm, self, v, ADD)),
    '!discard(self, object, /)': (vm, self: PySet, v) => {
      const i = orOwn(vm, self, v, self.find(v));
      if (i === NEEDS_PYTHON) return callPrelude(vm, 'set_discard', self, v, false);
      if (i >= 0) self.removeIndex(i);
      return null;
    },
    '!remove(self, object, /)': (vm, self: PySet, v) => {
      const i = orOwn(vm, self, v, self.find(v));
      if (i === NEEDS_PYTHON) return callPrelude(vm, 'set_discard', self, v, true);
      if (i < 0) return vm.raise(keyError(v));
      self.removeIndex(i);
      return null;
    },
    'pop(self, /)': (vm, self: PySet) => {
      if (self.used === 0) return vm.raise(error('KeyError', 'pop from an empty set'));
      const i = self.popIndex();
      const v = self.keys[i]!;
      self.removeIndex(i);
      return v;
    },
    'clear(self, /)': (_vm, self: PySet) => {
      self.clear();
      return null;
    },
    '!update(self, /, *others)': manyInPlace('union'),
    '!intersection_update(self, /, *others)': manyInPlace('intersection'),
    '!difference_update(self, /, *others)': manyInPlace('difference'),
    '!symmetric_difference_update(self, other, /)': (vm, self, o) => manyInPlace('symmetric_difference')(vm, self, [o]),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  attrs: { __hash__: null },
});

defineType({
  name: 'frozenset',
  instance: null,
  flags: { basetype: true, hasWeakref: true },
  new: ['!__new__(cls, iterable=<unset>, /)', (vm, cls: PyType, source) => {
    cls = checkNew(cls, T.frozenset);
    if (source instanceof PySet && source.cls === T.frozenset && cls === T.frozenset) return source;
    const s = new PySet(cls);
    return source === undefined ? s : fill(vm, s, source, s);
  }],
  methods: {
    ...shared,
    '!__hash__(self, /)': (vm, self: PySet) => {
      if (self.hashed !== null) return self.hashed;
      const hs: Int[] = [];
      for (const x of self.items()) {
        const h = hashDeep(vm, x, 0);
        if (h === undefined) return callPrelude(vm, 'frozenset_hash', self);
        hs.push(h);
      }
      return (self.hashed = hashFrozenset(hs));
    },
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
});

class PySetIterator extends PyTableIterator {
  constructor(s: PySet) {
    super(s, 'keys');
    this.cls = T.set_iterator!;
  }
}

function setIterator(s: PySet): PySetIterator {
  s.arrange();
  return new PySetIterator(s);
}

defineType({
  name: 'set_iterator',
  instance: PySetIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': tableNext,
    '__length_hint__(self, /)': (_vm, self) => tableLengthHint(self),
    '!__reduce__(self, /)': (vm, self) => callPrelude(vm, 'iterator_reduce', self),
  },
});

export { hashFrozenset, typeError, typeName, typeOf };
