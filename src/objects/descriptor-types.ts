/** property, classmethod, staticmethod, super. */
import { NativeFunction } from './native.js';
import { inherit, PyObject, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, runtimeError, typeError } from './errors.js';
import { defineType, PyStaticMethod } from './define.js';
import { bindDescriptor, call, noGetter } from './call.js';
import { attrName, genericGet, getattr, getattrOptional, setattr } from './attribute.js';
import { PyClassMethod, PyProperty, type PyWrapper } from './descriptors.js';
import { docOf, PyFunction } from './function.js';
import { PyDict } from './dict.js';
import { PyType, typeName } from './type.js';
import { strFromJS, asJS } from './str.js';
import { address, repr, truth } from './convert.js';
import { cont, andThen } from './object.js';
import type { PyCell } from './function.js';

const COPY_DOC = cont('property.doc', (vm, doc, c) => {
  const p = c.a as PyProperty;
  if (doc !== undefined) {
    p.doc = doc;
    p.getterDoc = true;
    // A subclass instance gets it as an attribute, which one without __dict__ cannot have.
    if (p.cls !== T.property) return setattr(vm, p, '__doc__', doc);
  }
  return null;
}, { iter: true });

function initProperty(vm: VM, self: PyProperty, fget: PyValue, fset: PyValue, fdel: PyValue, doc: PyValue): Result {
  self.fget = fget;
  self.fset = fset;
  self.fdel = fdel;
  self.doc = doc;
  self.getterDoc = false;
  if (doc === null && fget !== null) {
    const base = vm.frame;
    return andThen(vm, base, getattrOptional(vm, fget, '__doc__'), COPY_DOC, self);
  }
  if (self.cls !== T.property && doc !== null) (self.dict ??= new PyDict()).setStr('__doc__', doc);
  return null;
}

/** getter(), setter(), deleter(): a copy with one function replaced, of the same class. */
function copyProperty(vm: VM, self: PyProperty, fget: PyValue, fset: PyValue, fdel: PyValue): Result {
  const base = vm.frame;
  const doc = self.getterDoc && fget !== self.fget ? null : self.getterDoc ? null : self.doc;
  return andThen(vm, base, call(vm, self.cls, [fget, fset, fdel, doc]), COPIED, self.name);
}
const COPIED = cont('property.copied', (_vm, p, c) => {
  if (p instanceof PyProperty) p.name = c.a;
  return p;
});

defineType({
  name: 'property',
  instance: PyProperty,
  flags: { basetype: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new PyProperty(cls)],
  methods: {
    '!__init__(self, /, fget=None, fset=None, fdel=None, doc=None)': initProperty,
    '!__get__(self, instance, owner=None, /)': (vm, self: PyProperty, o, owner) => {
      if (o === null && owner === null) throw typeError('__get__(None, None) is invalid');
      if (o === null) return self;
      if (self.fget === null) return vm.raise(noGetter(self, o));
      return call(vm, self.fget, [o]);
    },
    '!__set__(self, instance, value, /)': (vm, self: PyProperty, o, v) => {
      if (self.fset === null) return vm.raise(noAccessor(self, o, 'setter'));
      return call(vm, self.fset, [o, v]);
    },
    '!__delete__(self, instance, /)': (vm, self: PyProperty, o) => {
      if (self.fdel === null) return vm.raise(noAccessor(self, o, 'deleter'));
      return call(vm, self.fdel, [o]);
    },
    '!getter(self, fget, /)': (vm, self: PyProperty, f) => copyProperty(vm, self, f, self.fset, self.fdel),
    '!setter(self, fset, /)': (vm, self: PyProperty, f) => copyProperty(vm, self, self.fget, f, self.fdel),
    '!deleter(self, fdel, /)': (vm, self: PyProperty, f) => copyProperty(vm, self, self.fget, self.fset, f),
    '__set_name__(self, /, *args)': (_vm, self: PyProperty, args: PyValue[]) => {
      if (args.length !== 2) throw typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
      self.name = args[1]!;
      return null;
    },
  },
  members: {
    fget: (_vm, self: PyProperty) => self.fget,
    fset: (_vm, self: PyProperty) => self.fset,
    fdel: (_vm, self: PyProperty) => self.fdel,
    __doc__: [
      (_vm, self: PyProperty) => self.doc,
      (_vm, self: PyProperty, v) => {
        self.doc = v ?? null;
        self.getterDoc = false;
        return null;
      },
    ],
  },
  getset: {
    __isabstractmethod__: (vm, self: PyProperty) => {
      const base = vm.frame;
      return andThen(vm, base, abstractOf(vm, [self.fget, self.fset, self.fdel]), RETURN_BOOL);
    },
  },
});

const RETURN_BOOL = cont('property.abstract', (_vm, v) => v);

function abstractOf(vm: VM, fs: PyValue[]): Result {
  for (const f of fs) {
    if (f === null) continue;
    if (f instanceof PyFunction) {
      const mark = f.dict?.getStr('__isabstractmethod__');
      if (mark === undefined) continue;
      const at = vm.frame;
      return andThen(vm, at, truth(vm, mark), ABSTRACT_TRUTH, fs.slice(fs.indexOf(f) + 1));
    }
    const base = vm.frame;
    const r = andThen(vm, base, getattrOptional(vm, f, '__isabstractmethod__'), ABSTRACT_NEXT, fs.slice(fs.indexOf(f) + 1));
    return r;
  }
  return false;
}
const ABSTRACT_NEXT = cont('property.abstract.next', (vm, v, c) => {
  if (v === undefined) return abstractOf(vm, c.a);
  const base = vm.frame;
  return andThen(vm, base, truth(vm, v), ABSTRACT_TRUTH, c.a);
}, { iter: true });
const ABSTRACT_TRUTH = cont('property.abstract.truth', (vm, t, c) => (t === true ? true : abstractOf(vm, c.a)));

function noAccessor(p: PyProperty, o: PyValue, what: string): ReturnType<typeof error> {
  const name = p.name === null ? '' : ` '${asJS(p.name) ?? ''}'`;
  return error('AttributeError', `property${name} of '${typeOf(o).qualname}' object has no ${what}`);
}

/** classmethod and staticmethod copy the names of what they wrap. */
function copyNames(vm: VM, self: PyWrapper, names: string[]): Result {
  const f = self.func;
  const d = (self.dict ??= new PyDict());
  if (f instanceof PyFunction) {
    d.setStr('__module__', f.module);
    d.setStr('__name__', f.name);
    d.setStr('__qualname__', f.qualname);
    d.setStr('__doc__', docOf(f));
    d.setStr('__annotations__', (f.annotations ??= new PyDict()));
    return null;
  }
  const name = names.shift();
  if (name === undefined) return null;
  const base = vm.frame;
  return andThen(vm, base, getattrOptional(vm, f, name), NAME_COPIED, self, names, name);
}
const COPIED_NAMES = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'];
const NAME_COPIED = cont('wrapper.names', (vm, v, c) => {
  if (v !== undefined) c.a.dict.setStr(c.c, v);
  return copyNames(vm, c.a, c.b);
}, { iter: true });

for (const name of ['classmethod', 'staticmethod'] as const) {
  const Class = name === 'classmethod' ? PyClassMethod : PyStaticMethod;
  defineType({
    name,
    instance: Class,
    flags: { basetype: true, hasDict: true },
    new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new Class(null, cls)],
    methods: {
      '!__init__(self, function, /)': (vm, self, f) => {
        self.func = f;
        if (!(f instanceof NativeFunction || (f instanceof PyType && !f.flags.heap))) return copyNames(vm, self, [...COPIED_NAMES]);
        self.copyNames = () => {
          const { exc } = vm;
          copyNames(vm, self, [...COPIED_NAMES]);
          vm.exc = exc;
        };
        return null;
      },
      '!__get__(self, instance, owner=None, /)': (vm, self, o, owner) => {
        if (o === null && owner === null) throw typeError('__get__(None, None) is invalid');
        return bindDescriptor(vm, self, o, owner ?? typeOf(o));
      },
      '!__repr__(self, /)': (vm, self) => {
        const base = vm.frame;
        return andThen(vm, base, repr(vm, self.func), WRAP_REPR, name);
      },
      ...(name === 'staticmethod' ? { '!__call__(self, /, *args, **kwargs)': (vm: VM, self: PyStaticMethod, args: PyValue[], kw: Map<string, PyValue>) => call(vm, self.func, args, kw) } : {}),
    },
    members: {
      __func__: (_vm, self) => self.func,
      __wrapped__: (_vm, self) => self.func,
    },
    getset: {
      __isabstractmethod__: (vm, self) => abstractOf(vm, [self.func]),
      __dict__: (_vm, self) => (self.dict ??= new PyDict()),
    },
  });
}
const WRAP_REPR = cont('wrap.repr', (_vm, s, c) => strFromJS(`<${c.a}(${asJS(s!)})>`));

export class PySuper {
  /** `__thisclass__`; null before `__init__`. */
  type: PyType | null = null;
  self: PyValue | undefined = undefined;
  selfClass: PyType | null = null;
  dict: PyDict | null = null;
  constructor(cls: PyType) {
    this.cls = cls;
  }
}
export interface PySuper extends PyObject {}
inherit(PySuper, PyObject);

/** `__self_class__` for super(type, obj): the class whose MRO is searched. */
function superCheck(type: PyType, obj: PyValue): PyType | null {
  if (obj instanceof PyType && obj.isSubtype(type)) return obj;
  const cls = typeOf(obj);
  return cls.isSubtype(type) ? cls : null;
}

/** Binds `self` to `obj`; a proxy may say by its `__class__` that it is an instance. Result: `r`. */
function superBind(vm: VM, self: PySuper, obj: PyValue, r: PyValue): Result {
  self.selfClass = superCheck(self.type!, obj);
  if (self.selfClass !== null) {
    self.self = obj;
    return r;
  }
  const base = vm.frame;
  return andThen(vm, base, getattrOptional(vm, obj, '__class__'), SUPER_PROXY, self, obj, r);
}
const SUPER_PROXY = cont('super.proxy', (vm, cls, c) => {
  if (!(cls instanceof PyType) || !cls.isSubtype(c.a.type)) return vm.raise(typeError('super(type, obj): obj must be an instance or subtype of type'));
  c.a.selfClass = cls;
  c.a.self = c.b;
  return c.c;
}, { iter: true });

/** What stands in a class of the MRO after `__thisclass__`. */
export function superLookup(self: PySuper, name: string): PyValue | undefined {
  if (self.selfClass === null || name === '__class__') return undefined;
  const { mro } = self.selfClass;
  let i = mro.indexOf(self.type!);
  if (i < 0) return undefined;
  for (i++; i < mro.length; i++) {
    const v = mro[i]!.dict.getStr(name);
    if (v !== undefined) return v;
  }
  return undefined;
}

/** The attribute along the MRO after `__thisclass__`. */
export function superGet(vm: VM, self: PySuper, name: string): Result {
  const v = superLookup(self, name);
  if (v === undefined) return genericGet(vm, self, self.cls, name);
  const r = bindDescriptor(vm, v, self.self === self.selfClass ? undefined : self.self, self.selfClass!);
  if (r instanceof NativeFunction && r !== v && r.bound) r.viaSuper = true;
  return r;
}

/** `super()` in the running frame. */
export function superHere(vm: VM): Result {
  const [type, obj] = implicitSuper(vm);
  const s = new PySuper(T.super);
  s.type = type;
  return superBind(vm, s, obj, s);
}

/** `super()` without arguments: `__class__` cell and first argument of the calling frame. */
function implicitSuper(vm: VM): [PyType, PyValue] {
  let f = vm.frame;
  while (f !== null && !f.isPython) f = f.back;
  if (f === null) throw runtimeError('super(): no current frame');
  const { co } = f.code;
  if (co.argcount === 0) throw runtimeError('super(): no arguments');
  let self = f.st[0] as PyValue | undefined;
  const cellAt = f.code.cellArgs?.indexOf(0) ?? -1;
  if (cellAt >= 0) self = (f.st[f.code.nlocals + cellAt] as PyCell).v;
  if (self === undefined) throw runtimeError('super(): arg[0] deleted');
  const i = co.freevars.indexOf('__class__');
  if (i < 0) throw runtimeError('super(): __class__ cell not found');
  const cell = f.st[f.code.nlocals + f.code.ncells + i] as PyCell;
  if (cell.v === undefined) throw runtimeError('super(): empty __class__ cell');
  if (!(cell.v instanceof PyType)) throw runtimeError(`super(): __class__ is not a type (${typeName(cell.v)})`);
  return [cell.v, self];
}

defineType({
  name: 'super',
  instance: PySuper,
  flags: { basetype: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new PySuper(cls)],
  methods: {
    '!__init__(self, /, *args)': (vm, self: PySuper, args: PyValue[]) => {
      if (args.length > 2) throw typeError(`super() expected at most 2 arguments, got ${args.length}`);
      let [type, obj] = args;
      if (type === undefined) [type, obj] = implicitSuper(vm);
      if (!(type instanceof PyType)) throw typeError(`super() argument 1 must be a type, not ${typeName(type)}`);
      self.type = type;
      if (obj === undefined || obj === null) return null;
      return superBind(vm, self, obj, null);
    },
    '!__getattribute__(self, name, /)': (vm, self: PySuper, name) => superGet(vm, self, attrName(name)),
    '!__get__(self, instance, owner=None, /)': (vm, self: PySuper, o, owner) => {
      if (o === null && owner === null) throw typeError('__get__(None, None) is invalid');
      if (o === null || self.self !== undefined) return self;
      if (self.cls !== T.super) return call(vm, self.cls, [self.type, o]);
      const s = new PySuper(T.super);
      s.type = self.type;
      return superBind(vm, s, o, s);
    },
    '__repr__(self, /)': (_vm, self: PySuper) =>
      self.selfClass === null
        ? `<super: <class '${self.type?.name ?? 'NULL'}'>, NULL>`
        : `<super: <class '${self.type!.name}'>, <${self.selfClass.name} object>>`,
  },
  members: {
    __thisclass__: (_vm, self: PySuper) => self.type,
    __self__: (_vm, self: PySuper) => self.self ?? null,
    __self_class__: (_vm, self: PySuper) => self.selfClass,
  },
});

export { address, getattr };
