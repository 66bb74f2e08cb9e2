/** types.UnionType: `int | str`. */
import { andThen, cont, PyObject, T, type PyValue, type Result, type VM } from './object.js';
import { defineType } from './define.js';
import { attrName, genericGet } from './attribute.js';
import { callPrelude } from './call.js';
import { hash } from './convert.js';
import { GenericAlias } from './generic-alias.js';
import { unionHooks } from './type-type.js';
import { PySet } from './set.js';
import { PyTuple } from './tuple.js';
import { PyType } from './type.js';
import { NotImplemented } from './singletons.js';

export class PyUnion extends PyObject {
  parameters: PyValue | undefined;
  constructor(readonly args: PyTuple) {
    super();
  }
}

const acceptable = (v: PyValue): boolean => v === null || v instanceof PyType || v instanceof GenericAlias || v instanceof PyUnion;

const argsOf = (v: PyValue): readonly PyValue[] => (v instanceof PyUnion ? v.args.items : [v === null ? T.NoneType : v]);

function makeUnion(vm: VM, a: PyValue, b: PyValue): Result {
  if (!acceptable(a) || !acceptable(b)) return NotImplemented;
  const all = [...argsOf(a), ...argsOf(b)];
  if (all.some((x) => x instanceof GenericAlias)) return callPrelude(vm, 'union_make', new PyTuple(all));
  return fromUnique([...new Set(all)]);
}

/** The union of different types; of one type that type. */
export function fromUnique(items: PyValue[]): PyValue {
  return items.length === 1 ? items[0]! : new PyUnion(new PyTuple(items));
}

const PARAMETERS = cont('union.parameters', (_vm, v, c) => (c.a.parameters = v!));

export const UNION: PyType = (T.UnionType = defineType({
  name: 'types.UnionType',
  instance: PyUnion,
  flags: { hasWeakref: true, subscriptOnly: true },
  methods: {
    '!__repr__(self, /)': (vm, self: PyUnion) => callPrelude(vm, 'union_repr', self.args),
    '!__hash__(self, /)': (vm, self: PyUnion) => {
      const s = new PySet(T.frozenset);
      if (self.args.items.every((x) => s.addFast(x))) return hash(vm, s);
      return callPrelude(vm, 'union_hash', self.args);
    },
    '!__eq__(self, value, /)': (vm, self: PyUnion, o) => (o instanceof PyUnion ? callPrelude(vm, 'union_eq', self.args, o.args) : NotImplemented),
    '!__or__(self, value, /)': (vm, self, o) => makeUnion(vm, self, o),
    '!__ror__(self, value, /)': (vm, self, o) => makeUnion(vm, o, self),
    '!__getitem__(self, key, /)': (vm, self: PyUnion, item) => callPrelude(vm, 'union_getitem', self, item),
    '!__getattribute__(self, name, /)': (vm, self: PyUnion, name) => {
      const s = attrName(name);
      return s === '__module__' ? 'types' : genericGet(vm, self, self.cls, s);
    },
  },
  getset: {
    __parameters__: (vm, self: PyUnion) => {
      if (self.parameters !== undefined) return self.parameters;
      const base = vm.frame;
      return andThen(vm, base, callPrelude(vm, 'alias_parameters', self.args), PARAMETERS, self);
    },
  },
  members: { __args__: (_vm, self: PyUnion) => self.args },
}));

unionHooks.make = makeUnion;
