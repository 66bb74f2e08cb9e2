/** dict, its views and mappingproxy. Keys that need Python code go on in prelude/containers.py. */
import { work } from './work.js';
import { type NativeFn } from './native.js';
import { dictSize } from './sizes.js';
import { cont, Cont, insertCont, NOVALUE, PUSHED, PyObject, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, keyError, runtimeError, typeError } from './errors.js';
import { defineType, type TypeRecord } from './define.js';
import { NEEDS_PYTHON, PyDict } from './dict.js';
import { findOwn, orOwn } from './own-keys.js';
import { PyList, PyTuple } from './tuple.js';
import { PyListIterator, PyTableIterator, PyTupleIterator, type DictIteration } from './iterators.js';
import { MappingProxy } from './mappingproxy.js';
import { callPrelude, callUnbound, call } from './call.js';
import { getitem } from './subscript.js';
import { getattr } from './attribute.js';
import { eqSync } from './compare.js';
import { len, reprSync, repr, hash, str } from './convert.js';
import { strFromJS, asJS } from './str.js';
import { NotImplemented } from './singletons.js';
import { checkNew } from './args.js';
import { PyType, typeName } from './type.js';
import { contains } from './contains.js';
import { itemsSync, iter, next } from './iterate.js';
import { richCompare } from './compare.js';
import { binaryOp } from './operators.js';
import { keyAction, searchKey } from './key-search.js';
import { aliasHook } from './generator-type.js';

type Kw = Map<string, PyValue>;

const MISSING_CALL = cont('dict.missing', (_vm, v) => v);

/** `d[k]`, `__missing__` of a subclass included. */
function getItem(vm: VM, self: PyDict, k: PyValue): Result {
  const i = orOwn(vm, self, k, self.find(k));
  if (i >= 0) return self.vals[i]!;
  return i === NEEDS_PYTHON ? searchKey(vm, self, k, GET_ITEM) : missing(vm, self, k);
}

export function missing(vm: VM, self: PyDict, k: PyValue): Result {
  if (self.cls !== T.dict) {
    const m = self.cls.lookup('__missing__');
    if (m !== undefined) {
      const base = vm.frame;
      return andThen(vm, base, callUnbound(vm, m, self, [k]), MISSING_CALL);
    }
  }
  return vm.raise(keyError(k));
}

// Operations whose key is found by Python code.
const GET_ITEM = keyAction('dict.getitem', (vm, d: PyDict, k, i) => (i >= 0 ? d.vals[i]! : missing(vm, d, k)));
const GET = keyAction('dict.get', (_vm, d: PyDict, _k, i, _h, other: PyValue) => (i >= 0 ? d.vals[i]! : other));
const SET_ITEM = keyAction('dict.setitem', (_vm, d: PyDict, k, i, h, v: PyValue) => {
  d.vals[i >= 0 ? i : d.addGeneral(h, k)] = v;
  return null;
});
const DELETE_ITEM = keyAction('dict.delitem', (vm, d: PyDict, k, i) => {
  if (i < 0) return vm.raise(keyError(k));
  d.removeIndex(i);
  return null;
});
const CONTAINS_KEY = keyAction('dict.contains', (_vm, _d, _k, i) => i >= 0);
const SET_DEFAULT = keyAction('dict.setdefault', (_vm, d: PyDict, k, i, h, v: PyValue) => {
  if (i < 0) d.vals[(i = d.addGeneral(h, k))] = v;
  return d.vals[i]!;
});
const POP = keyAction('dict.pop', (vm, d: PyDict, k, i, _h, other: PyValue | undefined) => {
  if (i < 0) return other !== undefined ? other : vm.raise(keyError(k));
  const v = d.vals[i]!;
  d.removeIndex(i);
  return v;
});

/** Sets a key whose class compares in Python; false where that needs frames. */
function setOwn(vm: VM, self: PyDict, k: PyValue, v: PyValue): boolean {
  const { index, hash } = findOwn(vm, self, k);
  if (index === NEEDS_PYTHON) return false;
  self.vals[index >= 0 ? index : self.addGeneral(hash, k)] = v;
  return true;
}

/** Merges `other` (a dict) natively; false: Python code is needed from somewhere on. */
function mergeDict(vm: VM, self: PyDict, other: PyDict): boolean {
  if (self.used === 0 && self.hashes === null) {
    self.takeFrom(other);
    vm.charge(other.used);
    return true;
  }
  work(4 * other.used);
  for (const [k, v] of other.entries()) if (!self.setFast(k, v)) return false;
  return true;
}

/** dict.update / dict(): positional source, then keywords. Result: None. */
export function update(vm: VM, self: PyDict, source: PyValue | undefined, kw: Kw | null): Result {
  if (source !== undefined) {
    if (source instanceof MappingProxy && source.mapping instanceof PyDict && source.mapping.cls === T.dict) source = source.mapping;
    if (source instanceof PyDict && usesPlainIteration(source)) {
      if (source === self || mergeDict(vm, self, source)) return addKeywords(self, kw);
    }
    const base = vm.frame;
    const cls = typeOf(source);
    // `list[int]` has the attributes of its origin, and may have keys().
    if (!cls.flags.heap && cls !== T.GenericAlias && cls.lookup('keys') === undefined && cls.lookup('__iter__') !== undefined) {
      if (source instanceof PyList || source instanceof PyTuple) {
        const n = takePairs(self, source.items);
        if (n === source.items.length) return addKeywords(self, kw);
        // Python code takes over where it stands.
        const it = source instanceof PyList ? new PyListIterator(source) : new PyTupleIterator(source);
        it.index = n;
        return andThen(vm, base, updatePairs(vm, self, it, n), THEN_KEYWORDS, self, kw);
      }
      return andThen(vm, base, andThen(vm, base, iter(vm, source), PAIRS, self), THEN_KEYWORDS, self, kw);
    }
    return andThen(vm, base, callPrelude(vm, 'dict_update', self, source), THEN_KEYWORDS, self, kw);
  }
  return addKeywords(self, kw);
}

const PAIRS = cont('dict.update.pairs', (vm, it, c) => updatePairs(vm, c.a, it!, 0));

/** Takes what is left of `it`, an iterator over pairs; `n` were taken already. Result: None. */
function updatePairs(vm: VM, d: PyDict, it: PyValue, n: number): Result {
  if (it instanceof PyObject) {
    for (;;) {
      const k = it.quickPair();
      if (k === NOVALUE) break;
      if (k === undefined) return null;
      if (!d.setFast(k, it.second)) return callPrelude(vm, 'dict_pairs', d, new PyTuple([k, it.second]), it, n);
      if ((++n & 1023) === 0) vm.charge(1024);
    }
  }
  for (;;) {
    const base = vm.frame;
    const v = next(vm, it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(NEXT_PAIR, d, it, n, null));
    if (v === undefined) return vm.exc === null ? null : undefined;
    if (!takePair(d, v)) return callPrelude(vm, 'dict_pairs', d, v, it, n);
    if ((++n & 1023) === 0) vm.charge(1024);
  }
}
const NEXT_PAIR = cont(
  'dict.update.pair',
  (vm, v, c) => {
    if (v === undefined) return vm.exc === null ? null : undefined;
    if (!takePair(c.a, v)) return callPrelude(vm, 'dict_pairs', c.a, v, c.b, c.c);
    return updatePairs(vm, c.a, c.b, c.c + 1);
  },
  { iter: true },
);

/** Stores pairs as far as none needs Python code or is no pair; how many. */
function takePairs(d: PyDict, pairs: readonly PyValue[]): number {
  work(4 * pairs.length);
  let n = 0;
  while (n < pairs.length && takePair(d, pairs[n]!)) n++;
  return n;
}

/** Stores a pair; false: it is none, or Python code is needed for it. */
function takePair(d: PyDict, pair: PyValue): boolean {
  if (!(pair instanceof PyTuple || pair instanceof PyList) || (pair.cls !== T.tuple && pair.cls !== T.list) || pair.items.length !== 2) return false;
  return d.setFast(pair.items[0]!, pair.items[1]!);
}

/** A dict whose keys and values may be taken from the table: no guest override is skipped. */
function usesPlainIteration(d: PyDict): boolean {
  return d.cls === T.dict || d.cls.ownerOf('__iter__') === T.dict;
}

function addKeywords(self: PyDict, kw: Kw | null): Result {
  if (kw !== null) {
    work(8 * kw.size);
    for (const [k, v] of kw) self.setStr(k, v);
  }
  return null;
}
const THEN_KEYWORDS = cont('dict.update.kw', (_vm, _v, c) => addKeywords(c.a, c.b));

function equal(vm: VM, a: PyDict, b: PyDict): Result {
  if (a.used !== b.used) return false;
  work(4 * a.used);
  for (const [k, v] of a.entries()) {
    const i = b.find(k);
    if (i === NEEDS_PYTHON) return callPrelude(vm, 'dict_equal', a, b);
    if (i < 0) return false;
    const w = b.vals[i]!;
    if (v === w) continue;
    const r = eqSync(vm, v, w);
    if (r === undefined) return callPrelude(vm, 'dict_equal', a, b);
    if (!r) return false;
  }
  return true;
}
const NEGATE = cont('dict.ne', (_vm, r) => !r);

/** PyDict_Copy: of a subclass with an `__iter__` of its own by its keys() and `__getitem__`. */
function copyBy(vm: VM, d: PyDict): Result {
  if (d.used === 0 || usesPlainIteration(d)) return copyOf(d);
  const out = new PyDict();
  return andThen(vm, vm.frame, update(vm, out, d, null), RETURN_A, out);
}
const OR_WITH = cont('dict.or', (vm, out, c) => andThen(vm, vm.frame, update(vm, out as PyDict, c.a, null), RETURN_A, out));

const copyOf = (d: PyDict): PyDict => {
  const out = new PyDict();
  out.takeFrom(d);
  return out;
};

const RETURN_A = cont('return.a', (_vm, _v, c) => c.a);

/** Also of the classes that are made of it: OrderedDict and defaultdict have no `__new__` of their own. */
const newDict = (_vm: VM, cls: PyValue): PyDict => {
  const t = checkNew(cls, T.dict);
  return new (t.layout.instance as typeof PyDict)(t);
};

defineType({
  name: 'dict',
  instance: PyDict,
  flags: { basetype: true, mapping: true },
  new: ['__new__(cls, *args, **kwargs)', newDict],
  bare: (cls) => new PyDict(cls),
  make: (vm, cls, st, at, n) => {
    if (n === 0 && !cls.flags.heap) return new (cls.layout.instance as typeof PyDict)(cls);
    if (n > 1 || (cls !== T.dict && !(cls.flags.heap && cls.layout.instance === PyDict))) return null;
    const d = new PyDict(cls);
    if (n === 0) return d;
    const base = vm.frame;
    const r = update(vm, d, st[at], null);
    return r === null ? d : andThen(vm, base, r, RETURN_A, d);
  },
  methods: {
    '!__init__(self, /, *args, **kwargs)': (vm, self: PyDict, args: PyValue[], kw: Kw) => {
      if (args.length > 1) throw typeError(`dict expected at most 1 argument, got ${args.length}`);
      return update(vm, self, args[0], kw.size === 0 ? null : kw);
    },
    '!__getitem__(self, key, /)': getItem,
    '!__setitem__(self, key, value, /)': (vm, self: PyDict, k, v) => (self.setFast(k, v) || setOwn(vm, self, k, v) ? null : searchKey(vm, self, k, SET_ITEM, v)),
    '!__delitem__(self, key, /)': (vm, self: PyDict, k) => {
      const i = orOwn(vm, self, k, self.find(k));
      if (i === NEEDS_PYTHON) return searchKey(vm, self, k, DELETE_ITEM);
      if (i < 0) return vm.raise(keyError(k));
      self.removeIndex(i);
      return null;
    },
    '!__contains__(self, key, /)': (vm, self: PyDict, k) => {
      const i = orOwn(vm, self, k, self.find(k));
      return i === NEEDS_PYTHON ? searchKey(vm, self, k, CONTAINS_KEY) : i >= 0;
    },
    '__len__(self, /)': (_vm, self: PyDict) => self.used,
    '__iter__(self, /)': (_vm, self: PyDict) => tableIterator(self, 'keys', false),
    '__reversed__(self, /)': (_vm, self: PyDict) => tableIterator(self, 'keys', true),
    '!__repr__(self, /)': (vm, self: PyDict) => {
      const s = reprSync(vm, self);
      if (s !== undefined || vm.exc !== null) return s;
      return callPrelude(vm, 'dict_repr', self);
    },
    '!__eq__(self, value, /)': (vm, self: PyDict, o) => (o instanceof PyDict ? equal(vm, self, o) : NotImplemented),
    '!__ne__(self, value, /)': (vm, self: PyDict, o) => {
      if (!(o instanceof PyDict)) return NotImplemented;
      const base = vm.frame;
      return andThen(vm, base, equal(vm, self, o), NEGATE);
    },
    '!__or__(self, value, /)': (vm, self: PyDict, o) => {
      if (!(o instanceof PyDict)) return NotImplemented;
      vm.charge((self.used + o.used) >> 2);
      const base = vm.frame;
      return andThen(vm, base, copyBy(vm, self), OR_WITH, o);
    },
    '!__ror__(self, value, /)': (vm, self: PyDict, o) => {
      if (!(o instanceof PyDict)) return NotImplemented;
      const base = vm.frame;
      return andThen(vm, base, copyBy(vm, o), OR_WITH, self);
    },
    '!__ior__(self, value, /)': (vm, self: PyDict, o) => {
      const base = vm.frame;
      return andThen(vm, base, update(vm, self, o, null), RETURN_A, self);
    },
    '!get(self, key, default=None, /)': (vm, self: PyDict, k, d) => {
      const i = orOwn(vm, self, k, self.find(k));
      if (i >= 0) return self.vals[i]!;
      return i === NEEDS_PYTHON ? searchKey(vm, self, k, GET, d) : d;
    },
    '!setdefault(self, key, default=None, /)': (vm, self: PyDict, k, d) => {
      const i = orOwn(vm, self, k, self.find(k));
      if (i >= 0) return self.vals[i]!;
      if (i === NEEDS_PYTHON) return searchKey(vm, self, k, SET_DEFAULT, d);
      if (!self.setFast(k, d)) setOwn(vm, self, k, d);
      return d;
    },
    '!pop(self, key, default=<unset>, /)': (vm, self: PyDict, k, d) => {
      // As CPython: an empty dict does not look at the key.
      if (self.used === 0) return d !== undefined ? d : vm.raise(keyError(k));
      const i = orOwn(vm, self, k, self.find(k));
      if (i === NEEDS_PYTHON) return searchKey(vm, self, k, POP, d);
      if (i < 0) return d !== undefined ? d : vm.raise(keyError(k));
      const v = self.vals[i]!;
      self.removeIndex(i);
      return v;
    },
    'popitem(self, /)': (vm, self: PyDict) => {
      if (self.used === 0) return vm.raise(error('KeyError', 'popitem(): dictionary is empty'));
      let i = self.keys.length - 1;
      while (self.keys[i] === undefined) i--;
      const pair = new PyTuple([self.keys[i]!, self.vals[i]!]);
      self.removeIndex(i);
      return pair;
    },
    '!update(self, /, *args, **kwargs)': (vm, self: PyDict, args: PyValue[], kw: Kw) => {
      if (args.length > 1) throw typeError(`update expected at most 1 argument, got ${args.length}`);
      return update(vm, self, args[0], kw.size === 0 ? null : kw);
    },
    'clear(self, /)': (_vm, self: PyDict) => {
      self.clear();
      return null;
    },
    '!copy(self, /)': (vm, self: PyDict) => copyBy(vm, self),
    'keys(self, /)': (_vm, self: PyDict) => new DictView(self, 'keys'),
    'values(self, /)': (_vm, self: PyDict) => new DictView(self, 'values'),
    'items(self, /)': (_vm, self: PyDict) => new DictView(self, 'items'),
    '__sizeof__(self, /)': (_vm, self: PyDict) => dictSize(self.size, self.cls === T.dict && [...self.entries()].every(([k]) => typeof k === 'string')),
  },
  classMethods: {
    '!fromkeys(cls, iterable, value=None, /)': (vm, cls, it, v) => {
      const items = cls === T.dict ? itemsSync(it) : undefined;
      if (items !== undefined) {
        vm.charge(items.length);
        const d = new PyDict();
        let i = 0;
        while (i < items.length && d.setFast(items[i]!, v)) i++;
        if (i === items.length) return d;
      }
      return callPrelude(vm, 'dict_fromkeys', cls, it, v);
    },
    '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item),
  },
  attrs: { __hash__: null },
});

// ---- iterators ----

const iteratorNames: Readonly<Record<DictIteration, string>> = { keys: 'dict_keyiterator', values: 'dict_valueiterator', items: 'dict_itemiterator' };
const reverseNames: Readonly<Record<DictIteration, string>> = {
  keys: 'dict_reversekeyiterator',
  values: 'dict_reversevalueiterator',
  items: 'dict_reverseitemiterator',
};

export function tableIterator(d: PyDict, what: DictIteration, reverse: boolean): PyTableIterator {
  const it = new PyTableIterator(d, what, reverse);
  it.cls = d.viewPrefix === 'odict' ? T.odict_iterator! : T[(reverse ? reverseNames : iteratorNames)[what]]!;
  return it;
}

/** Next entry of a dict or set iterator. */
export function tableNext(vm: VM, it: PyTableIterator): Result {
  const t = it.table;
  if (t === null) return undefined;
  if (t.used !== it.used) {
    it.table = null;
    return vm.raise(runtimeError(t.vals === null ? 'Set changed size during iteration' : 'dictionary changed size during iteration'));
  }
  if (t.layout !== it.layout) {
    // All were taken, one was deleted and one added: CPython finds the new one behind.
    if (it.left === 0 && t.vals !== null && !it.reverse) {
      it.table = null;
      return vm.raise(runtimeError('dictionary keys changed during iteration'));
    }
    it.layout = t.layout;
  }
  const { keys } = t;
  const step = it.reverse ? -1 : 1;
  let i = it.index;
  while (i >= 0 && i < keys.length && keys[i] === undefined) i += step;
  if (i < 0 || i >= keys.length) {
    it.table = null;
    return undefined;
  }
  if (it.left === 0 && t.vals !== null && !it.reverse) {
    it.table = null;
    return vm.raise(runtimeError('dictionary keys changed during iteration'));
  }
  it.left--;
  it.index = i + step;
  switch (it.what) {
    case 'keys':
      return keys[i]!;
    case 'values':
      return t.vals![i]!;
    case 'items':
      return new PyTuple([keys[i]!, t.vals![i]!]);
  }
}

export function tableLengthHint(it: PyTableIterator): number {
  const t = it.table;
  if (t === null || t.used !== it.used) return 0;
  let n = 0;
  const step = it.reverse ? -1 : 1;
  for (let i = it.index; i >= 0 && i < t.keys.length; i += step) if (t.keys[i] !== undefined) n++;
  return n;
}

for (const name of [...Object.values(iteratorNames), ...Object.values(reverseNames)]) {
  defineType({
    name,
    instance: name === 'dict_keyiterator' ? PyTableIterator : null,
    methods: {
      '__iter__(self, /)': (_vm, self) => self,
      '__next__(self, /)': tableNext,
      '__length_hint__(self, /)': (_vm, self) => tableLengthHint(self),
      '!__reduce__(self, /)': (vm, self) => callPrelude(vm, 'iterator_reduce', self),
    },
  });
}

// ---- views ----

export class DictView extends PyObject {
  constructor(
    readonly d: PyDict,
    readonly what: DictIteration,
  ) {
    super();
    this.cls = T[`${d.viewPrefix}_${what}`]!;
  }
}


export function viewItems(v: DictView): PyList {
  const out: PyValue[] = [];
  const { keys, vals } = v.d;
  work(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i];
    if (k !== undefined) out.push(v.what === 'keys' ? k : v.what === 'values' ? vals[i]! : new PyTuple([k, vals[i]!]));
  }
  return new PyList(out);
}

const setLike: TypeRecord['methods'] = {};
for (const [dunder, op] of [['and', '&'], ['or', '|'], ['xor', '^'], ['sub', '-']] as const) {
  setLike[`!__${dunder}__(self, value, /)`] = (vm, self, o) => callPrelude(vm, 'view_operation', self, o, op);
  setLike[`!__r${dunder}__(self, value, /)`] = (vm, self, o) => callPrelude(vm, 'view_operation', o, self, op);
}
for (const [dunder, op] of [['lt', '<'], ['le', '<='], ['gt', '>'], ['ge', '>='], ['eq', '=='], ['ne', '!=']] as const) {
  setLike[`!__${dunder}__(self, value, /)`] = (vm, self, o) => callPrelude(vm, 'view_compare', self, o, op);
}

for (const what of ['keys', 'values', 'items'] as const) {
  defineType({
    name: `dict_${what}`,
    instance: what === 'keys' ? DictView : null,
    methods: {
      '__len__(self, /)': (_vm, self: DictView) => self.d.used,
      '__iter__(self, /)': (_vm, self: DictView) => tableIterator(self.d, what, false),
      '__reversed__(self, /)': (_vm, self: DictView) => tableIterator(self.d, what, true),
      '!__repr__(self, /)': (vm, self: DictView) => {
        return callPrelude(vm, 'view_repr', self, self.cls!.name, viewItems(self));
      },
      ...(what === 'values'
        ? {}
        : {
            ...setLike,
            '!__contains__(self, key, /)': (vm: VM, self: DictView, k: PyValue): Result =>
              what === 'keys' ? contains(vm, self.d, k) : callPrelude(vm, 'items_contains', self.d, k),
            '!isdisjoint(self, other, /)': (vm: VM, self: DictView, o: PyValue): Result => callPrelude(vm, 'view_isdisjoint', self, o),
          }),
    },
    getset: { mapping: (_vm, self: DictView) => new MappingProxy(self.d) },
    ...(what === 'values' ? {} : { attrs: { __hash__: null } }),
  });
}

// ---- mappingproxy ----

const PROXY_REPR = cont('mappingproxy.repr', (_vm, s, c) => strFromJS(`${c.a}(${asJS(s!)})`));
const CALL = cont('mappingproxy.call', (vm, m, c) => call(vm, m!, c.a));

const forward = (name: string) => (vm: VM, self: MappingProxy, ...args: PyValue[]): Result => {
  const base = vm.frame;
  return andThen(vm, base, getattr(vm, self.mapping, name), CALL, args.filter((a) => a !== undefined));
};

const order = (name: string, op: '<' | '<=' | '>' | '>='): Record<string, NativeFn> => ({
  [`!${name}(self, value, /)`]: (vm, self: MappingProxy, o) => richCompare(vm, self.mapping, o, op),
});

defineType({
  name: 'mappingproxy',
  instance: MappingProxy,
  flags: { mapping: true },
  new: ['__new__(cls, mapping)', (_vm, _cls, m) => {
    if (typeOf(m).lookup('__getitem__') === undefined || m instanceof PyList || m instanceof PyTuple) {
      throw typeError(`mappingproxy() argument must be a mapping, not ${typeName(m)}`);
    }
    return new MappingProxy(m);
  }],
  methods: {
    '!__getitem__(self, key, /)': (vm, self: MappingProxy, k) => {
      return getitem(vm, asJS(k) === '__doc__' ? self.mapping : self.keysOf, k);
    },
    '!__contains__(self, key, /)': (vm, self: MappingProxy, k) => {
      return contains(vm, self.keysOf, k);
    },
    '!__len__(self, /)': (vm, self: MappingProxy) => len(vm, self.keysOf),
    '!__iter__(self, /)': (vm, self: MappingProxy) => iter(vm, self.keysOf),
    '!__reversed__(self, /)': forward('__reversed__'),
    '!__repr__(self, /)': (vm, self: MappingProxy) => {
      const base = vm.frame;
      return andThen(vm, base, repr(vm, self.mapping), PROXY_REPR, 'mappingproxy');
    },
    '!__str__(self, /)': (vm, self: MappingProxy) => str(vm, self.mapping),
    '!__eq__(self, value, /)': (vm, self: MappingProxy, o) => richCompare(vm, self.mapping, o instanceof MappingProxy ? o.mapping : o, '=='),
    '!__ne__(self, value, /)': (vm, self: MappingProxy, o) => richCompare(vm, self.mapping, o instanceof MappingProxy ? o.mapping : o, '!='),
    ...order('__lt__', '<'),
    ...order('__le__', '<='),
    ...order('__gt__', '>'),
    ...order('__ge__', '>='),
    '!__hash__(self, /)': (vm, self: MappingProxy) => hash(vm, self.mapping),
    '!__or__(self, value, /)': (vm, self: MappingProxy, o) => binaryOp(vm, '|', self.mapping, o instanceof MappingProxy ? o.mapping : o),
    '!__ror__(self, value, /)': (vm, self: MappingProxy, o) => binaryOp(vm, '|', o, self.mapping),
    '__ior__(self, value, /)': (_vm, self: MappingProxy, o) => {
      throw typeError(`'|=' is not supported by ${typeName(self)}; use '|' instead`);
      return o;
    },
    '!get(self, key, default=None, /)': (vm, self: MappingProxy, k, d) => (self.keysOf instanceof PyDict && self.keysOf.cls === T.dict && asJS(k) !== '__doc__' && asJS(k) !== undefined ? (self.keysOf.getStr(asJS(k)!) ?? d) : forward('get')(vm, self, k, d)),
    '!keys(self, /)': forward('keys'),
    '!values(self, /)': forward('values'),
    '!items(self, /)': forward('items'),
    '!copy(self, /)': forward('copy'),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
});

export { PyType };
