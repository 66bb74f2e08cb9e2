/** collections.defaultdict and collections.OrderedDict: dicts with a factory, and with an order one can change. */
import { andThen, cont, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, keyError, typeError } from '../../objects/errors.js';
import { defineType, nativeFunction } from '../../objects/define.js';
import { call, callPrelude } from '../../objects/call.js';
import { truthSync } from '../../objects/convert.js';
import { NEEDS_PYTHON, PyDict } from '../../objects/dict.js';
import { tableIterator, update } from '../../objects/dict-type.js';
import { NotImplemented } from '../../objects/singletons.js';
import { NativeFunction } from '../../objects/native.js';
import { emptyTuple, PyList, PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { setitem } from '../../objects/subscript.js';
import { aliasHook } from '../../objects/generator-type.js';
import { eqSync } from '../../objects/compare.js';
import { PyGenerator } from '../../objects/generator.js';
import { dictOf } from '../../objects/object-type.js';
import { itemsSync, listFrom } from '../../objects/iterate.js';

type Kw = Map<string, PyValue>;

export class DefaultDict extends PyDict {
  factory: PyValue = null;
}

const copyDefault = (self: DefaultDict): DefaultDict => {
  const d = new DefaultDict(self.cls);
  d.factory = self.factory;
  d.takeFrom(self);
  return d;
};

const STORE_MISSING = cont('defaultdict.missing', (vm, v, c) => {
  const base = vm.frame;
  return andThen(vm, base, setitem(vm, c.a, c.b, v!), STORED, v);
});
const STORED = cont('defaultdict.stored', (_vm, _v, c) => c.a);
const RETURN_A = cont('collections.return', (_vm, _v, c) => c.a);

export const DEFAULTDICT: PyType = defineType({
  name: 'collections.defaultdict',
  base: T.dict,
  instance: DefaultDict,
  flags: { noNew: false, basetype: true, hasWeakref: true },
  doc: 'defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.',
  methods: {
    '!__init__(self, /, *args, **kwargs)': (vm, self: DefaultDict, args: PyValue[], kw: Kw) => {
      const [factory = null, ...rest] = args;
      if (factory !== null && typeOf(factory).lookup('__call__') === undefined) throw typeError('first argument must be callable or None');
      if (rest.length > 1) throw typeError(`dict expected at most 1 argument, got ${rest.length}`);
      self.factory = factory;
      return update(vm, self, rest[0], kw.size === 0 ? null : kw);
    },
    '!__missing__(self, key, /)': (vm, self: DefaultDict, key) => {
      if (self.factory === null) return vm.raise(keyError(key));
      const base = vm.frame;
      return andThen(vm, base, call(vm, self.factory, []), STORE_MISSING, self, key);
    },
    'copy(self, /)': (_vm, self) => copyDefault(self),
    '__copy__(self, /)': (_vm, self) => copyDefault(self),
    '!__repr__(self, /)': (vm, self) => callPrelude(vm, 'defaultdict_repr', self),
    '!__or__(self, value, /)': (vm, self, o) => {
      if (!(o instanceof PyDict) || !(self instanceof DefaultDict)) return NotImplemented;
      const out = copyDefault(self);
      const base = vm.frame;
      return andThen(vm, base, update(vm, out, o, null), RETURN_A, out);
    },
    '!__ror__(self, value, /)': (vm, self: DefaultDict, o) => {
      if (!(o instanceof PyDict)) return NotImplemented;
      const out = new DefaultDict(self.cls);
      out.factory = self.factory;
      out.takeFrom(o);
      const base = vm.frame;
      return andThen(vm, base, update(vm, out, self, null), RETURN_A, out);
    },
    '!__reduce__(self, /)': (vm, self) => callPrelude(vm, 'defaultdict_reduce', self),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  members: {
    default_factory: [
      (_vm, self: DefaultDict) => self.factory,
      (_vm, self: DefaultDict, v) => {
        self.factory = v ?? null;
        return null;
      },
    ],
  },
});

export class OrderedDict extends PyDict {
  override get viewPrefix(): 'odict' {
    return 'odict';
  }
}

for (const what of ['keys', 'values', 'items'] as const) defineType({ name: `odict_${what}`, base: T[`dict_${what}`]!, instance: null });
defineType({ name: 'odict_iterator', base: T.dict_keyiterator!, instance: null });

/** Whether \`update\` of dict takes \`source\` as an OrderedDict does: what is no pair has other words there. */
const pairsOnly = (source: PyValue | undefined): boolean => source === undefined || source instanceof PyDict || (itemsSync(source)?.every((p) => (p instanceof PyTuple || p instanceof PyList) && p.items.length === 2) ?? false);

function move(self: PyDict, i: number, last: boolean): void {
  if (last) self.moveToBack(i);
  else self.moveToFront(i);
}

/** A method of dict. */
const ofDict = (vm: VM, name: string, ...args: (PyValue | undefined)[]): Result => (T.dict.lookup(name) as NativeFunction).def.fn(vm, ...args);

function popIndex(self: PyDict, i: number): PyValue {
  const v = self.vals[i]!;
  self.removeIndex(i);
  return v;
}

/** Set as the value itself: of a tuple the items are the arguments. */
const notThere = (vm: VM, key: PyValue): undefined => vm.raise(key instanceof PyTuple ? error('KeyError', ...key.items) : keyError(key));

/** For the prelude, which has found the key's place. */
const POP_INDEX = nativeFunction('pop_index(d, index, /)', (_vm, d: PyDict, i) => popIndex(d, i), '_collections');
const MOVE_INDEX = nativeFunction('move_index(d, index, last, /)', (vm, d: PyDict, i, last) => {
  move(d, i, truthSync(vm, last) ?? true);
  return null;
}, '_collections');

const GENERATED = cont('ordereddict.generated', (vm, list, c) => fill(vm, c.a, [list!], c.b));
function fill(vm: VM, self: OrderedDict, args: PyValue[], kw: Kw): Result {
  if (self.cls === ORDERED && pairsOnly(args[0])) return update(vm, self, args[0], kw.size === 0 ? null : kw);
  return callPrelude(vm, 'ordered_update', self, new PyTuple(args), kwDict(kw));
}

/** Equality of two with their orders; undefined: Python code has to tell. */
function sameItems(vm: VM, a: OrderedDict, b: OrderedDict): boolean | undefined {
  if (a.used !== b.used) return false;
  vm.charge(a.used);
  for (let i = a.first, j = b.first; i < a.keys.length; i++, j++) {
    if (a.keys[i] === undefined) {
      j--;
      continue;
    }
    while (b.keys[j] === undefined) j++;
    for (const [x, y] of [[a.keys[i]!, b.keys[j]!], [a.vals[i]!, b.vals[j]!]] as const) {
      if (x === y) continue;
      const same = eqSync(vm, x, y);
      if (same !== true) return same;
    }
  }
  return true;
}
const compare = (name: 'ordered_eq' | 'ordered_ne') => (vm: VM, self: OrderedDict, o: PyValue): Result => {
  if (!(o instanceof PyDict)) return NotImplemented;
  const both = o instanceof OrderedDict;
  const same = both && self.cls === ORDERED && o.cls === ORDERED ? sameItems(vm, self, o) : undefined;
  return same === undefined ? callPrelude(vm, name, self, o, both) : same === (name === 'ordered_eq');
};

export const ORDERED: PyType = defineType({
  name: 'collections.OrderedDict',
  base: T.dict,
  instance: OrderedDict,
  flags: { noNew: false, basetype: true, hasDict: true, hasWeakref: true },
  doc: 'Dictionary that remembers insertion order',
  methods: {
    '!__init__(self, /, *args, **kwargs)': (vm, self, args: PyValue[], kw: Kw) => {
      if (args.length > 1) throw typeError(`expected at most 1 arguments, got ${args.length}`);
      if (args.length === 0 && kw.size === 0) return null;
      // Nobody sees what is half made.
      if (args[0] instanceof PyGenerator) return andThen(vm, vm.frame, listFrom(vm, args[0]), GENERATED, self, kw);
      return fill(vm, self, args, kw);
    },
    '!update(self, /, *args, **kwargs)': (vm, self, args: PyValue[], kw: Kw) => {
      if (args.length > 1) throw typeError(`update() takes at most 1 positional argument (${args.length} given)`);
      return fill(vm, self, args, kw);
    },
    '!move_to_end(self, key, last=True)': (vm, self: OrderedDict, key, last) => {
      const i = self.find(key);
      if (i === NEEDS_PYTHON) return callPrelude(vm, 'ordered_move', self, key, last, MOVE_INDEX);
      if (i < 0) return notThere(vm, key);
      move(self, i, truthSync(vm, last) ?? true);
      return null;
    },
    'popitem(self, last=True)': (vm, self: OrderedDict, last) => {
      if (self.used === 0) throw error('KeyError', 'dictionary is empty');
      let i = self.first;
      if (truthSync(vm, last) ?? true) {
        i = self.keys.length - 1;
        while (self.keys[i] === undefined) i--;
      } else while (self.keys[i] === undefined) i++;
      const pair = new PyTuple([self.keys[i]!, self.vals[i]!]);
      self.removeIndex(i);
      return pair;
    },
    '!copy(self, /)': (vm, self: OrderedDict) => {
      if (self.cls !== ORDERED) return callPrelude(vm, 'ordered_copy', self);
      const d = new OrderedDict(ORDERED);
      d.takeFrom(self);
      if (self.dict !== null) (d.dict = new PyDict()).takeFrom(self.dict);
      return d;
    },
    '!setdefault(self, key, default=None)': (vm, self, key, d) => (self.cls === ORDERED ? ofDict(vm, 'setdefault', self, key, d) : callPrelude(vm, 'ordered_setdefault', self, key, d)),
    '!pop(self, key, default=<unset>)': (vm, self: OrderedDict, key, d) => {
      const i = self.find(key);
      if (i === NEEDS_PYTHON) return callPrelude(vm, 'ordered_pop', self, key, POP_INDEX, d === undefined ? emptyTuple() : new PyTuple([d]));
      return i >= 0 ? popIndex(self, i) : d !== undefined ? d : notThere(vm, key);
    },
    '__reversed__(self, /)': (_vm, self) => tableIterator(self, 'keys', true),
    '!__eq__(self, value, /)': compare('ordered_eq'),
    '!__ne__(self, value, /)': compare('ordered_ne'),
    '!__or__(self, value, /)': (vm, self, o) => (o instanceof PyDict && self instanceof PyDict ? callPrelude(vm, 'ordered_or', self, self, o) : NotImplemented),
    '!__ror__(self, value, /)': (vm, self, o) => (o instanceof PyDict ? callPrelude(vm, 'ordered_or', self, o, self) : NotImplemented),
    '!__ior__(self, value, /)': (vm, self, o) => callPrelude(vm, 'ordered_ior', self, o),
    '!__repr__(self, /)': (vm, self) => callPrelude(vm, 'ordered_repr', self),
    '!__reduce__(self, /)': (vm, self) => callPrelude(vm, 'ordered_reduce', self),
  },
  classMethods: {
    '!fromkeys(cls, iterable, value=None)': (vm, cls, it, v) => {
      const items = cls === ORDERED ? itemsSync(it) : undefined;
      if (items !== undefined) {
        const d = new OrderedDict(ORDERED);
        vm.charge(items.length);
        if (items.every((k) => d.setFast(k, v))) return d;
      }
      return callPrelude(vm, 'ordered_fromkeys', cls, it, v);
    },
  },
  getset: { __dict__: (_vm, self) => dictOf(self)! },
  attrs: { __hash__: null },
});

const kwDict = (kw: Kw): PyDict => {
  const d = new PyDict();
  for (const [k, v] of kw) d.setStr(k, v);
  return d;
};
