/** functools._lru_cache_wrapper: the cache is a dict in order of use. */
import { andThen, AstralStr, cont, NOVALUE, PUSHED, PyFloat, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { call, callPrelude, dictFromKwargs } from '../../objects/call.js';
import { call1 } from '../../objects/fast-call.js';
import { NEEDS_PYTHON, PyDict } from '../../objects/dict.js';
import { dictOf } from '../../objects/object-type.js';
import { PyMethod } from '../../objects/function.js';
import { NO_KEYWORDS } from '../../objects/signature.js';
import { asInt } from '../../objects/int.js';
import { asJS } from '../../objects/str.js';
import { PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { isCallable } from './partial.js';

export class LruCache extends PyObject {
  dict: PyDict | null = null;
  table = new PyDict();
  hits = 0;
  misses = 0;
  /** Of the last call with keywords. */
  lastMark = NO_NAMES;
  constructor(
    cls: PyType,
    readonly func: PyValue,
    /** null: without bound; 0: no caching. */
    readonly maxsize: number | null,
    readonly typed: boolean,
    readonly info: PyValue,
  ) {
    super();
    this.cls = cls;
  }
  override callAt(vm: VM, st: readonly any[], at: number, n: number): Result {
    if (this.cls !== LRU) return NOVALUE;
    const args: PyValue[] = [];
    for (let i = 0; i < n; i++) args.push(st[at + i]);
    return this.maxsize === 0 ? lookUp(vm, this, args, NO_KEYWORDS) : found(vm, this, args, n, NO_NAMES);
  }
  override callKeywordsAt(vm: VM, st: readonly any[], at: number, n: number, nkw: number): Result {
    if (this.cls !== LRU || this.maxsize === 0) return NOVALUE;
    const items: PyValue[] = [];
    for (let i = 0; i < n; i++) items.push(st[at + i]);
    for (let k = 0, p = at + n; k < nkw; k++, p += 2) items.push(st[p + 1]);
    let { lastMark } = this;
    if (!lastMark.isOf(st, at + n, nkw)) {
      const names: string[] = [];
      for (let k = 0, p = at + n; k < nkw; k++, p += 2) {
        const name = asJS(st[p]);
        if (name === undefined) return NOVALUE;
        names.push(name);
      }
      this.lastMark = lastMark = namesMark(names);
    }
    return found(vm, this, items, n, lastMark);
  }
}

/** How many values (and names) a key may have whose classes and names are one small int. */
const FEW = 7;
const MANY_CLASSES = 4 ** FEW;
const MANY_NAMES = 2 ** 16;

/**
 * The key of a call: its positional arguments, then the values of its keyword arguments, `mark` being their names. What stands behind them cannot be mistaken: an object
 * for the names, which no program gets hold of; and for a typed cache the classes.
 * - The commonest classes are numbers below 4. As long as there are only those they are digits of one number; of up to seven values the number of the names is in there too.
 * - Otherwise there is one object for each class.
 */
function keyFor(self: LruCache, items: PyValue[], mark: NamesMark): PyValue {
  const given = items.length;
  if (!self.typed) {
    if (mark !== NO_NAMES) items.push(mark);
    else if (given === 1) {
      const a = items[0]!;
      if (typeof a === 'number' || typeof a === 'bigint' || typeof a === 'string') return a;
    }
    return new PyTuple(items);
  }
  let classes = 0;
  for (let i = 0; i < given; i++) {
    const of = typeMark(items[i]!);
    if (typeof of === 'number' && classes >= 0 && i < 20) classes = classes * 4 + of;
    else {
      if (classes >= 0) for (let k = 0; k < i; k++) items.push(typeMark(items[k]!));
      classes = -1;
      items.push(of);
    }
  }
  if (classes >= 0 && given <= FEW && mark.id < MANY_NAMES) {
    items.push(mark.id * MANY_CLASSES + classes);
    return new PyTuple(items);
  }
  if (classes >= 0) items.push(classes);
  if (mark !== NO_NAMES) items.push(mark);
  return new PyTuple(items);
}
/** A value's class in a key; the commonest are numbers below 4, which are found faster. */
function typeMark(v: PyValue): PyValue {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return 0;
    case 'string':
      return 1;
    case 'boolean':
      return 2;
    default:
      return v instanceof PyFloat ? 3 : v instanceof AstralStr ? 1 : typeOf(v);
  }
}

/** The names of keyword arguments in a key: one object for each sequence of names. */
class NamesMark extends PyObject {
  constructor(
    readonly names: readonly string[],
    readonly id: number,
  ) {
    super();
    this.cls = T.object;
  }
  /** Whether these are the names at every other place of `st` from `at`. */
  isOf(st: readonly any[], at: number, n: number): boolean {
    const { names } = this;
    if (names.length !== n) return false;
    for (let i = 0, p = at; i < n; i++, p += 2) if (names[i] !== st[p]) return false;
    return true;
  }
}
const NO_NAMES = new NamesMark([], 0);
const marks = new Map<string, NamesMark>();
function namesMark(names: readonly string[]): NamesMark {
  if (names.length === 0) return NO_NAMES;
  const key = names.length === 1 ? names[0]! : names.map((name) => `${name.length} ${name}`).join('');
  let mark = marks.get(key);
  if (mark === undefined) marks.set(key, (mark = new NamesMark(names, marks.size + 1)));
  return mark;
}

function lookUp(vm: VM, self: LruCache, args: PyValue[], kw: Map<string, PyValue>): Result {
  if (self.maxsize === 0) {
    self.misses++;
    return call(vm, self.func, args, kw.size === 0 ? null : kw);
  }
  return kw.size === 0 ? found(vm, self, args, args.length, NO_NAMES) : found(vm, self, [...args, ...kw.values()], args.length, namesMark([...kw.keys()]));
}

/** The keyword arguments of a call whose values stand behind `n` positional ones. */
const keywordsOf = (items: readonly PyValue[], n: number, mark: NamesMark): Map<string, PyValue> => new Map(mark.names.map((name, k) => [name, items[n + k]!]));

/** The cached value of a call with `n` positional arguments, or what the call gives. `items` becomes part of the key. */
function found(vm: VM, self: LruCache, items: PyValue[], n: number, mark: NamesMark): Result {
  const { table } = self;
  const key = keyFor(self, items, mark);
  const i = table.find(key);
  if (i === NEEDS_PYTHON) return callPrelude(vm, 'lru_call', self, key, new PyTuple(items.slice(0, n)), dictFromKwargs(keywordsOf(items, n, mark)));
  if (i >= 0) {
    self.hits++;
    const v = table.vals[i]!;
    if (self.maxsize !== null && i !== table.keys.length - 1) {
      table.removeIndex(i);
      table.setFast(key, v);
    }
    return v;
  }
  self.misses++;
  const base = vm.frame;
  const r = mark !== NO_NAMES ? call(vm, self.func, items.slice(0, n), keywordsOf(items, n, mark)) : n === 1 ? call1(vm, self.func, items[0]!) : call(vm, self.func, items.slice(0, n));
  return r === PUSHED || r === undefined ? andThen(vm, base, r, STORE, self, key) : store(self, key, r);
}
function store(self: LruCache, key: PyValue, v: PyValue): PyValue {
  const { table } = self;
  // A recursive call may have stored it, or filled the cache, meanwhile.
  if (table.find(key) >= 0) return v;
  if (self.maxsize !== null && table.used >= self.maxsize) table.removeIndex(table.first);
  table.setFast(key, v);
  return v;
}
const STORE = cont('lru_cache.store', (_vm, v, c) => store(c.a, c.b, v!));

export const LRU: PyType = defineType({
  name: 'functools._lru_cache_wrapper',
  instance: LruCache,
  flags: { basetype: true, hasDict: true, hasWeakref: true },
  doc: 'Create a cached callable that wraps another function.',
  new: ['__new__(cls, user_function, maxsize, typed, cache_info_type)', (_vm, cls: PyType, func, maxsize, typed, info) => {
    if (!isCallable(func)) throw typeError('the first argument must be callable');
    const n = asInt(maxsize);
    if (n === undefined && maxsize !== null) throw typeError('maxsize should be integer or None');
    return new LruCache(cls, func, n === undefined ? null : Math.max(0, Number(n)), typed === true || (typed !== false && typed !== 0 && typed !== null), info);
  }],
  methods: {
    '!__call__(self, /, *args, **kwargs)': lookUp,
    '__get__(self, instance, owner=None, /)': (_vm, self, o) => (o === null ? self : new PyMethod(self, o)),
    '!cache_info(self, /)': (vm, self: LruCache) => call(vm, self.info, [self.hits, self.misses, self.maxsize, self.table.used]),
    'cache_clear(self, /)': (_vm, self: LruCache) => {
      self.hits = self.misses = 0;
      self.table = new PyDict();
      return null;
    },
    '!__reduce__(self, /)': (vm, self) => callPrelude(vm, 'qualname_of', self),
    '__copy__(self, /)': (_vm, self) => self,
    '__deepcopy__(self, memo, /)': (_vm, self) => self,
  },
  getset: { __dict__: (_vm, self) => dictOf(self)! },
});
