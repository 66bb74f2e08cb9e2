/** types.GenericAlias: `list[int]`. Substitution of parameters is prelude Python (prelude/stdlib.py). */
import { andThen, cont, PyObject, T, type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import { defineType } from './define.js';
import { getattr, genericGet, setattr } from './attribute.js';
import { call, callPrelude } from './call.js';
import { checkNew } from './args.js';
import { aliasHook } from './generator-type.js';
import { hash } from './convert.js';
import { nativeHash } from './hash.js';
import { subscriptHooks } from './subscript.js';
import { unionHooks } from './type-type.js';
import { PyTuple } from './tuple.js';
import { PyType } from './type.js';
import { asJS } from './str.js';
import { NotImplemented } from './singletons.js';
import type { PyDict } from './dict.js';

export class GenericAlias extends PyObject {
  dict: PyDict | null = null;
  /** Made when first asked for. */
  parameters: PyValue | undefined;
  constructor(
    cls: PyType,
    readonly origin: PyValue,
    readonly args: PyTuple,
    /** `*tuple[int]` */
    readonly starred: boolean,
  ) {
    super();
    this.cls = cls;
  }
}

/** Attributes that are the alias's own; all others are the origin's. */
const OWN = new Set(
  '__class__ __origin__ __args__ __unpacked__ __parameters__ __typing_unpacked_tuple_args__ __mro_entries__ __reduce_ex__ __reduce__ __copy__ __deepcopy__'.split(' '),
);

const make = (origin: PyValue, item: PyValue): GenericAlias => new GenericAlias(ALIAS, origin, item instanceof PyTuple ? item : new PyTuple([item]), false);

/** What the call of an alias made learns what it was parametrised with, if it can. */
const CALLED = cont('alias.called', (vm, o, c) => {
  const base = vm.frame;
  return andThen(vm, base, setattr(vm, o!, '__orig_class__', c.a), MARKED, o);
});
const MARKED = cont(
  'alias.marked',
  (vm, v, c) => {
    if (v === undefined) {
      const e = vm.exc!;
      if (!e.cls.isSubtype(T.AttributeError!) && !e.cls.isSubtype(T.TypeError!)) return undefined;
      vm.exc = null;
    }
    return c.a;
  },
  { catches: true },
);
const PARAMETERS = cont('alias.parameters', (_vm, v, c) => (c.a.parameters = v!));
const HASH_ORIGIN = cont('alias.hash', (vm, h, c) => {
  const base = vm.frame;
  return andThen(vm, base, hash(vm, (c.a as GenericAlias).args), HASH_ARGS, h);
});
const HASH_ARGS = cont('alias.hash.args', (_vm, h, c) => nativeHash(new PyTuple([c.a, h!])));

export const ALIAS: PyType = (T.GenericAlias = defineType({
  name: 'types.GenericAlias',
  instance: GenericAlias,
  flags: { basetype: true, hasWeakref: true, subscriptOnly: true },
  new: ['__new__(cls, origin, args, /)', (_vm, cls, origin, args) =>
    new GenericAlias(checkNew(cls, ALIAS), origin, args instanceof PyTuple ? args : new PyTuple([args]), false)],
  methods: {
    '!__repr__(self, /)': (vm, self) => callPrelude(vm, 'alias_repr', self),
    '!__getattribute__(self, name, /)': (vm, self: GenericAlias, name) => {
      const n = asJS(name) ?? '';
      return OWN.has(n) ? genericGet(vm, self, self.cls, n) : getattr(vm, self.origin, n);
    },
    '!__call__(self, /, *args, **kwargs)': (vm, self: GenericAlias, args: PyValue[], kw: Map<string, PyValue>) => {
      const base = vm.frame;
      return andThen(vm, base, call(vm, self.origin, args, kw.size === 0 ? null : kw), CALLED, self);
    },
    '!__getitem__(self, key, /)': (vm, self, item) => callPrelude(vm, 'alias_getitem', self, item),
    '!__eq__(self, value, /)': (vm, self: GenericAlias, o) =>
      o instanceof GenericAlias ? (self.starred === o.starred ? callPrelude(vm, 'alias_eq', self, o) : false) : NotImplemented,
    '!__hash__(self, /)': (vm, self: GenericAlias) => {
      const base = vm.frame;
      return andThen(vm, base, hash(vm, self.origin), HASH_ORIGIN, self);
    },
    '__or__(self, value, /)': (vm, self, o) => unionHooks.make(vm, self, o),
    '__ror__(self, value, /)': (vm, self, o) => unionHooks.make(vm, o, self),
    '__iter__(self, /)': (_vm, self: GenericAlias) => new StarIterator(self),
    '__mro_entries__(self, bases, /)': (_vm, self: GenericAlias) => new PyTuple([self.origin]),
    '__instancecheck__(self, instance, /)': () => {
      throw typeError('isinstance() argument 2 cannot be a parameterized generic');
    },
    '__subclasscheck__(self, cls, /)': () => {
      throw typeError('issubclass() argument 2 cannot be a parameterized generic');
    },
    '!__reduce__(self, /)': (vm, self: GenericAlias) => callPrelude(vm, 'alias_reduce', self, ALIAS),
    '!__dir__(self, /)': (vm, self: GenericAlias) => callPrelude(vm, 'alias_dir', self),
  },
  getset: {
    __parameters__: (vm, self: GenericAlias) => {
      if (self.parameters !== undefined) return self.parameters;
      const base = vm.frame;
      return andThen(vm, base, callPrelude(vm, 'alias_parameters', self.args), PARAMETERS, self);
    },
    __typing_unpacked_tuple_args__: (_vm, self: GenericAlias) => (self.starred && self.origin === T.tuple ? self.args : null),
  },
  members: {
    __origin__: (_vm, self: GenericAlias) => self.origin,
    __args__: (_vm, self: GenericAlias) => self.args,
    __unpacked__: (_vm, self: GenericAlias) => self.starred,
  },
}));

/** The star of `*tuple[int]`: one item, the starred alias. */
class StarIterator extends PyObject {
  constructor(public alias: GenericAlias | null) {
    super();
  }
}
defineType({
  name: 'generic_alias_iterator',
  instance: StarIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (_vm, self: StarIterator) => {
      const a = self.alias;
      if (a === null) return undefined;
      self.alias = null;
      return new GenericAlias(a.cls, a.origin, a.args, true);
    },
    '__reduce__(self, /)': (vm, self: StarIterator) => new PyTuple([vm.state.builtins.getStr('iter')!, new PyTuple([self.alias ?? new PyTuple([])])]),
  },
});

aliasHook.make = (_vm: VM, origin: PyValue, item: PyValue): Result => make(origin, item);
subscriptHooks.typeAlias = (_vm, origin, item) => make(origin, item);
