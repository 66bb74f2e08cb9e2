/** `object`: the root class and the default of every special method. */
import { PyBytes } from './bytes.js';
import { basicSize, itemSize } from './sizes.js';
import { cont, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, typeError } from './errors.js';
import { defineType } from './define.js';
import { NotImplemented } from './singletons.js';
import { callPrelude, callUnbound, firstBorn, objectInitCheck, objectNew } from './call.js';
import { hasDictField, mayBeDescriptors, objectDelete, objectGet, objectSet } from './attribute.js';
import { defaultRepr, repr, str } from './convert.js';
import { richCompare } from './compare.js';
import { argTypeName, PyInstance, PyType, typeName } from './type.js';
import { PyDict } from './dict.js';
import { PyTuple } from './tuple.js';
import { strFromJS, asStr, strLength } from './str.js';
import { idOf } from './object.js';

const notEqual = cont('object.ne', (_vm, r) => (r === NotImplemented ? r : !r));

/** The `__dict__` of any object that has one, made when first asked for. */
export function dictOf(o: PyValue): PyDict | undefined {
  if (typeof o !== 'object' || o === null || !o.cls.flags.hasDict) return undefined;
  if (o instanceof PyInstance) return o.toDict();
  if (hasDictField(o)) return (o.dict ??= new PyDict());
  return undefined;
}

defineType({
  name: 'object',
  instance: PyInstance,
  flags: { basetype: true, noNew: false },
  new: ['!__new__(cls, *args, **kwargs)', (vm, cls: PyType, args: PyValue[], kw: Map<string, PyValue>) => {
    if (!(cls instanceof PyType)) throw typeError(`object.__new__(X): X is not a type object (${typeName(cls)})`);
    const o = objectNew(cls, args, kw);
    return cls.unborn ? firstBorn(vm, cls, o) : o;
  }],
  methods: {
    '__init__(self, /, *args, **kwargs)': (_vm, self, args, kw) => {
      objectInitCheck(typeOf(self), args, kw);
      return null;
    },
    '__repr__(self, /)': (_vm, self) => strFromJS(defaultRepr(self)),
    '!__str__(self, /)': (vm, self) => repr(vm, self),
    '__hash__(self, /)': (_vm, self) => idOf(self) / 16,
    '__eq__(self, value, /)': (_vm, self, other) => (self === other ? true : NotImplemented),
    '!__ne__(self, value, /)': (vm, self, other) => {
      const m = typeOf(self).lookup('__eq__');
      if (m === undefined) return NotImplemented;
      const base = vm.frame;
      return andThen(vm, base, callUnbound(vm, m, self, [other]), notEqual);
    },
    '__lt__(self, value, /)': () => NotImplemented,
    '__le__(self, value, /)': () => NotImplemented,
    '__gt__(self, value, /)': () => NotImplemented,
    '__ge__(self, value, /)': () => NotImplemented,
    '!__getattribute__(self, name, /)': objectGet,
    '!__setattr__(self, name, value, /)': objectSet,
    '!__delattr__(self, name, /)': objectDelete,
    '!__format__(self, format_spec, /)': (vm, self, spec) => {
      const s = asStr(spec);
      if (s === undefined) throw typeError(`__format__() argument must be str, not ${argTypeName(spec)}`);
      if (strLength(s) > 0) throw typeError(`unsupported format string passed to ${typeName(self)}.__format__`);
      return str(vm, self);
    },
    '!__dir__(self, /)': (vm, self) => callPrelude(vm, 'object_dir', self),
    '__sizeof__(self, /)': (_vm, self) => {
      const t = typeOf(self);
      const n = itemSize(t) === 8 && self instanceof PyTuple ? self.items.length : itemSize(t) === 1 && self instanceof PyBytes ? self.v.length : 0;
      return basicSize(t) + n * itemSize(t);
    },
    '!__reduce__(self, /)': (vm, self) => callPrelude(vm, 'object_reduce', self, 0),
    '!__reduce_ex__(self, protocol, /)': (vm, self, protocol) => callPrelude(vm, 'object_reduce_ex', self, protocol),
    '!__getstate__(self, /)': (vm, self) => callPrelude(vm, 'object_getstate', self),
  },
  classMethods: {
    '__init_subclass__(cls, /)': () => null,
    '__subclasshook__(cls, subclass, /)': () => NotImplemented,
  },
  getset: {
    __class__: [
      (_vm, self) => typeOf(self),
      (vm, self, v) => setClass(vm, self, v),
    ],
  },
});

/** Nearest class at or above `t` that adds something to the layout of its base. */
function addsLayout(t: PyType): PyType {
  while (t.flags.heap && t.base !== null && t.members.length === t.base.members.length && t.flags.hasDict === t.base.flags.hasDict && t.flags.hasWeakref === t.base.flags.hasWeakref) t = t.base;
  return t;
}

/** CPython's compatible_for_assignment. */
function sameLayout(a: PyType, b: PyType): boolean {
  const x = addsLayout(a);
  const y = addsLayout(b);
  if (x === y) return true;
  return x.flags.heap && y.flags.heap && x.base === y.base && x.members.join() === y.members.join() && x.flags.hasDict === y.flags.hasDict && x.flags.hasWeakref === y.flags.hasWeakref;
}

function setClass(vm: VM, self: PyValue, v: PyValue | undefined): Result {
  if (v === undefined) return vm.raise(typeError("can't delete __class__ attribute"));
  if (!(v instanceof PyType)) return vm.raise(typeError(`__class__ must be set to a class, not '${typeName(v)}' object`));
  const old = typeOf(self);
  const moduleish = old.isSubtype(T.module) && v.isSubtype(T.module);
  if (!moduleish && (!old.flags.heap || !v.flags.heap)) {
    return vm.raise(typeError('__class__ assignment only supported for mutable types or ModuleType subclasses'));
  }
  if (!moduleish && !sameLayout(old, v)) {
    return vm.raise(typeError(`__class__ assignment: '${v.name}' object layout differs from '${old.name}'`));
  }
  if (old === v) return null;
  if (self instanceof PyInstance) {
    if (self.dict !== null) {
      self.cls = v;
      self.shape = v.shape;
    } else {
      const { names, nmembers } = self.shape;
      let s = v.shape;
      for (let i = nmembers; i < names.length; i++) s = s.with(names[i]!);
      self.cls = v;
      self.shape = s;
    }
  } else (self as { cls: PyType }).cls = v;
  mayBeDescriptors(v);
  return v.unborn ? firstBorn(vm, v, self) : null;
}

export { error, PyTuple, richCompare };
