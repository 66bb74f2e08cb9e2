/** types.SimpleNamespace: attributes and nothing else. */
import { PyObject, T, type PyValue } from './object.js';
import { typeError } from './errors.js';
import { defineType } from './define.js';
import { callPrelude } from './call.js';
import { checkNew } from './args.js';
import { PyDict } from './dict.js';
import { dictOf } from './object-type.js';
import { NotImplemented } from './singletons.js';
import { PyTuple } from './tuple.js';
import type { PyType } from './type.js';

export class PyNamespace extends PyObject {
  dict: PyDict | null = null;
  constructor(cls?: PyType) {
    super();
    if (cls !== undefined) this.cls = cls;
  }
  get attributes(): PyDict {
    return (this.dict ??= new PyDict());
  }
}

export const NAMESPACE: PyType = defineType({
  name: 'types.SimpleNamespace',
  instance: PyNamespace,
  flags: { basetype: true, hasDict: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new PyNamespace(checkNew(cls, NAMESPACE))],
  methods: {
    '__init__(self, /, *args, **kwargs)': (_vm, self: PyNamespace, args: PyValue[], kw: Map<string, PyValue>) => {
      if (args.length > 0) throw typeError('no positional arguments expected');
      for (const [k, v] of kw) self.attributes.setStr(k, v);
      return null;
    },
    '!__repr__(self, /)': (vm, self: PyNamespace) => callPrelude(vm, 'namespace_repr', self, self.cls === NAMESPACE ? 'namespace' : self.cls.name, self.attributes),
    '!__eq__(self, value, /)': (vm, self: PyNamespace, o) => (o instanceof PyNamespace ? callPrelude(vm, 'values_equal', self.attributes, o.attributes) : NotImplemented),
    '!__ne__(self, value, /)': (vm, self: PyNamespace, o) => (o instanceof PyNamespace ? callPrelude(vm, 'values_differ', self.attributes, o.attributes) : NotImplemented),
    '__reduce__(self, /)': (_vm, self: PyNamespace) => new PyTuple([self.cls, new PyTuple([]), self.attributes]),
  },
  getset: { __dict__: (_vm, self) => dictOf(self)! },
  attrs: { __hash__: null },
});
T.SimpleNamespace = NAMESPACE;
