/** functools._lru_cache_wrapper: the cache is a dict in order of use. */
import { andThen, AstralStr, cont, NOVALUE, PUSHED, PyFloat, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { call, callPrelude, dictFromKwargs } from '../../objects/call.js';
import { call1 } from '../../objects/fast-call.js';
import { NEEDS_PYTHON, PyDict } from '../../objects/dict.js';
import { dictOf } from '../../objects/object-type.js';
import { PyMethod } from '../../objects/function.js';
import { asInt } from '../../objects/int.js';
import { asJS } from '../../objects/str.js';
import { PyTuple } from '../../objects/tuple.js';
import { PyInstance, type PyType } from '../../objects/type.js';
import { isCallable } from './partial.js';

export class LruCache extends PyObject {
  dict: PyDict | null = null;
  table = new PyDict();
  hits = 0;
  misses = 0;
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
    return lookUp(vm, this, args, NO_KEYWORDS);
  }
  override callKeywordsAt(vm: VM, st: readonly any[], at: number, n: number, nkw: number): Result {
    if (this.cls !== LRU || this.maxsize === 0) return NOVALUE;
    const args: PyValue[] = [];
    for (let i = 0; i < n; i++) args.push(st[at + i]);
    const names: string[] = [];
    const values: PyValue[] = [];
    for (let k = 0, p = at + n; k < nkw; k++, p += 2) {
      const name = asJS(st[p]);
      if (name === undefined) return NOVALUE;
      names.push(name);
      values.push(st[p + 1]);
    }
    return found(vm, this, args, names, values);
  }
}
const NO_KEYWORDS: Map<string, PyValue> = new Map();
const NONE: readonly never[] = [];

function keyFor(self: LruCache, args: readonly PyValue[], names: readonly string[], values: readonly PyValue[]): PyValue {
  if (!self.typed && names.length === 0 && args.length === 1) {
    const a = args[0]!;
    if (typeof a === 'number' || typeof a === 'bigint' || typeof a === 'string') return a;
  }
  const items = args.slice();
  if (names.length > 0) items.push(namesMark(names), ...values);
  if (self.typed) {
    const given = items.length;
    let classes = 0;
    for (let i = 0; i < given; i++) {
      const mark = i === args.length && names.length > 0 ? 0 : typeMark(items[i]!);
      // The commonest in one number, as long as there are only those.
      if (typeof mark === 'number' && classes >= 0 && i < 20) classes = classes * 4 + mark;
      else {
        if (classes >= 0) for (let k = 0; k < i; k++) items.push(typeMark(items[k]!));
        classes = -1;
        items.push(mark);
      }
    }
    if (classes >= 0) items.push(classes);
  }
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

/** What stands between positional and keyword arguments in a key: an object for each sequence of names. */
const marks = new Map<string, PyValue>();
function namesMark(names: readonly string[]): PyValue {
  const key = names.length === 1 ? names[0]! : names.join('\0');
  let mark = marks.get(key);
  if (mark === undefined) marks.set(key, (mark = new PyInstance(T.object)));
  return mark;
}

function lookUp(vm: VM, self: LruCache, args: PyValue[], kw: Map<string, PyValue>): Result {
  if (self.maxsize === 0) {
    self.misses++;
    return call(vm, self.func, args, kw.size === 0 ? null : kw);
  }
  return kw.size === 0 ? found(vm, self, args, NONE, NONE) : found(vm, self, args, [...kw.keys()], [...kw.values()]);
}

/** The cached value of a call, or what the call gives; `names` and `values` are its keyword arguments. */
function found(vm: VM, self: LruCache, args: PyValue[], names: readonly string[], values: readonly PyValue[]): Result {
  const base = vm.frame;
  const key = keyFor(self, args, names, values);
  const { table } = self;
  const i = table.find(key);
  const keywords = (): Map<string, PyValue> => new Map(names.map((name, k) => [name, values[k]!]));
  if (i === NEEDS_PYTHON) return callPrelude(vm, 'lru_call', self, key, new PyTuple(args), dictFromKwargs(keywords()));
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
  const r = names.length > 0 ? call(vm, self.func, args, keywords()) : args.length === 1 ? call1(vm, self.func, args[0]!) : call(vm, self.func, args);
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
