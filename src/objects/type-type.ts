/** `type`: making classes, and what a class object answers. */
import { typeFlags } from './type-flags.js';
import { classTextSignature, docRows, TYPE_DOC, TypeDoc, typeDoc } from './docs.js';
import { cont, PyObject, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { attempt, error, runtimeError, typeError } from './errors.js';
import { encodeError } from './codecs.js';
import { addMethod, defineType, PyStaticMethod } from './define.js';
import { call, callPrelude, callUnbound, kwargsFromDict, lookupSpecial, typeCall } from './call.js';
import { attrName, delHook, isDataDescriptor, mayBeDescriptors, typeGet, typeSet } from './attribute.js';
import { GetSet, NativeFunction } from './native.js';
import { basicSize, dictOffset, itemSize, weakOffset } from './sizes.js';
import { PyCell, PyFunction, PyMethod, PyModule } from './function.js';
import { PyBaseException } from './exception.js';
import { PyClassMethod } from './descriptors.js';
import { PyDict } from './dict.js';
import { PyList, PyTuple } from './tuple.js';
import { argTypeName, builtinModule, c3, classOf, isImmutable, PyInstance, PyType, Shape, typeName, typeRepr } from './type.js';
import { known, strFromJS, asJS, asStr } from './str.js';
import { MappingProxy } from './mappingproxy.js';
import { listFrom } from './iterate.js';
import { isIdentifier } from './identifier.js';

/** Metaclass of the result: the most derived of `meta` and the bases' classes. */
export function winnerMeta(meta: PyType, bases: readonly PyValue[]): PyType {
  let winner = meta;
  for (const b of bases) {
    const m = typeOf(b);
    if (winner.isSubtype(m)) continue;
    if (m.isSubtype(winner)) winner = m;
    else {
      throw typeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases');
    }
  }
  return winner;
}

/** The base whose layout the instances take; TypeError where two bases need different ones. */
function bestBase(bases: readonly PyType[]): PyType {
  let best: PyType | null = null;
  for (const b of bases) {
    if (!b.flags.basetype) throw typeError(`type '${b.name}' is not an acceptable base type`);
    if (best === null) best = b;
    else {
      const x = solid(best);
      const y = solid(b);
      if (x === y || x.isSubtype(y)) continue;
      if (y.isSubtype(x)) best = b;
      else throw typeError('multiple bases have instance lay-out conflict');
    }
  }
  return best!;
}

/** The class that last changed the layout: a builtin one, or one with non-empty `__slots__`. */
function solid(t: PyType): PyType {
  let c = t;
  while (c.base !== null) {
    if (!c.flags.heap) {
      if (c.layout !== c.base.layout || c === T.bool) return c;
    } else if (c.members.length !== c.base.members.length) return c;
    c = c.base;
  }
  return c;
}

const mangle = (cls: string, name: string): string => {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  const c = cls.replace(/^_+/, '');
  return c === '' ? name : `_${c}${name}`;
};

/**
 * `type.__new__`, up to the calls into Python (`__set_name__`, `__init_subclass__`, a metaclass's
 * `mro()`), which the prelude makes. `ns` is copied.
 */
export function newClass(meta: PyType, name: string, bases: readonly PyType[], ns: PyDict, slots: PyValue[] | null, module?: PyValue): PyType {
  const base = bases.length === 0 ? T.object : bestBase(bases);
  const all = bases.length === 0 ? [T.object] : bases;
  const dict = new PyDict();
  for (const [k, v] of ns.entries()) {
    if (typeof k === 'string') dict.setStr(k, v);
    else dict.setFast(k, v);
  }
  const cls = new PyType(meta, name, all, dict, base.layout, {
    ...base.flags,
    basetype: true,
    heap: true,
    noNew: false,
    subscriptOnly: base.flags.subscriptOnly && dict.getStr('__getitem__') === undefined,
    abstract: false,
    hasDict: true,
    // Objects of varying size have no place for weak references.
    hasWeakref: all.some((b) => b.flags.hasWeakref) || itemSize(base) === 0 || base.isSubtype(T.type),
    sequence: all.some((b) => b.flags.sequence),
    mapping: all.some((b) => b.flags.mapping),
  });
  cls.base = base;
  cls.members = base.members;
  if (module !== undefined && dict.getStr('__module__') === undefined) dict.setStr('__module__', module);
  const qualname = dict.getStr('__qualname__');
  if (qualname !== undefined) {
    if (asStr(qualname) === undefined) throw typeError(`type __qualname__ must be a str, not ${typeName(qualname)}`);
    cls.ownQualname = qualname;
    dict.delStr('__qualname__');
  }
  const baseHasDict = all.some((b) => b.flags.hasDict);
  const baseHasWeakref = all.some((b) => b.flags.hasWeakref);
  const cell = dict.getStr('__classcell__');
  if (cell !== undefined) {
    if (!(cell instanceof PyCell)) throw typeError(`__classcell__ must be a nonlocal cell, not ${typeRepr(typeOf(cell))}`);
    cell.v = cls;
    dict.delStr('__classcell__');
  }
  if (slots !== null) applySlots(cls, base, dict, slots, baseHasDict, baseHasWeakref);
  cls.shape = new Shape(cls, cls.members, cls.members.length);
  cls.room = Math.max(cls.members.length, base.room);
  for (const special of ['__new__']) {
    const f = dict.getStr(special);
    if (f instanceof PyFunction) dict.setStr(special, new PyStaticMethod(f));
  }
  for (const special of ['__init_subclass__', '__class_getitem__']) {
    const f = dict.getStr(special);
    if (f instanceof PyFunction) dict.setStr(special, new PyClassMethod(f));
  }
  if (cls.flags.hasDict && !baseHasDict && !base.isSubtype(T.type) && dict.getStr('__dict__') === undefined) dict.setStr('__dict__', new GetSet('__dict__', getDict, setDict, cls, "dictionary for instance variables", T.getset_descriptor));
  if (cls.flags.hasWeakref && !baseHasWeakref && !base.isSubtype(T.type) && dict.getStr('__weakref__') === undefined) {
    dict.setStr('__weakref__', new GetSet('__weakref__', () => null, null, cls, 'list of weak references to the object', T.getset_descriptor));
  }
  if (dict.getStr('__doc__') === undefined) dict.setStr('__doc__', null);
  if (dict.getStr('__eq__') !== undefined && dict.getStr('__hash__') === undefined) dict.setStr('__hash__', null);
  return cls;
}

/** In CPython a class's name is UTF-8 that ends with a zero byte. */
function checkTypeName(name: string): void {
  const bad = /\p{Surrogate}+/u.exec(name);
  if (bad !== null) {
    const at = [...name.slice(0, bad.index)].length;
    throw encodeError('utf-8', strFromJS(name), at, at + bad[0].length, 'surrogates not allowed');
  }
  if (name.includes('\0')) throw error('ValueError', 'type name must not contain null characters');
}

function getDict(vm: VM, self: PyValue): Result {
  // As CPython's subtype_dict: a class's own is the one of `type`.
  if (self instanceof PyType) return (T.type.dict.getStr('__dict__') as GetSet).get!(vm, self);
  const d = dictOf(self);
  return d !== undefined ? d : vm.raise(error('AttributeError', `'${typeName(self)}' object has no attribute '__dict__'`));
}

function setDict(vm: VM, self: PyValue, v: PyValue | undefined): Result {
  if (self instanceof PyType) return vm.raise(error('AttributeError', "attribute '__dict__' of 'type' objects is not writable"));
  if (self instanceof PyModule) return vm.raise(error('AttributeError', 'readonly attribute'));
  if (v === undefined) {
    if (self instanceof PyBaseException) return vm.raise(typeError('cannot delete __dict__'));
    if (self instanceof PyInstance) self.setDict(new PyDict());
    else (self as unknown as { dict: PyDict }).dict = new PyDict();
    return null;
  }
  if (!(v instanceof PyDict)) return vm.raise(typeError(`__dict__ must be set to a dictionary, not a '${typeName(v)}'`));
  if (self instanceof PyInstance) self.setDict(v);
  else (self as unknown as { dict: PyDict }).dict = v;
  return null;
}

import { dictOf } from './object-type.js';
export { getDict, setDict };

function applySlots(cls: PyType, base: PyType, dict: PyDict, slots: PyValue[], baseHasDict: boolean, baseHasWeakref: boolean): void {
  cls.flags.hasDict = baseHasDict;
  cls.flags.hasWeakref = baseHasWeakref;
  if (slots.length > 0 && itemSize(base) !== 0) throw typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
  const names: string[] = [];
  for (const s of slots) {
    const text = asJS(s);
    if (text === undefined) throw typeError(`__slots__ items must be strings, not '${typeName(s)}'`);
    if (!isIdentifier(asStr(s)!)) throw typeError('__slots__ must be identifiers');
    if (text === '__dict__') {
      if (baseHasDict || cls.flags.hasDict) throw typeError('__dict__ slot disallowed: we already got one');
      cls.flags.hasDict = true;
      continue;
    }
    if (text === '__weakref__') {
      if (baseHasWeakref || cls.flags.hasWeakref || itemSize(base) !== 0) throw typeError('__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0');
      cls.flags.hasWeakref = true;
      continue;
    }
    names.push(mangle(cls.name, text));
  }
  for (const name of names) {
    if (dict.getStr(name) !== undefined && name !== '__qualname__' && name !== '__classcell__') {
      throw error('ValueError', `'${name}' in __slots__ conflicts with class variable`);
    }
  }
  names.sort();
  cls.members = [...base.members, ...names];
  names.forEach((name, i) => {
    const at = base.members.length + i;
    dict.setStr(name, memberDescriptor(cls, name, at));
  });
}

/** Slot values of instances that are not PyInstance (a subclass of a builtin type with `__slots__`). */
const foreignSlots = new WeakMap<PyObject, (PyValue | undefined)[]>();

function memberDescriptor(cls: PyType, name: string, at: number): GetSet {
  const slotsOf = (o: PyObject): (PyValue | undefined)[] => {
    if (o instanceof PyInstance) return o.slots;
    let s = foreignSlots.get(o);
    if (s === undefined) foreignSlots.set(o, (s = []));
    return s;
  };
  const check = (o: PyValue): void => {
    if (!typeOf(o).isSubtype(cls)) throw typeError(`descriptor '${name}' for '${cls.name}' objects doesn't apply to a '${typeName(o)}' object`);
  };
  return new GetSet(
    name,
    (vm, o: PyObject) => {
      check(o);
      const v = slotsOf(o)[at];
      if (v !== undefined) return v;
      const e = error('AttributeError', `'${typeName(o)}' object has no attribute '${name}'`);
      e.value.setField('name', name);
      e.value.setField('obj', o);
      return vm.raise(e);
    },
    (vm, o: PyObject, v) => {
      check(o);
      const s = slotsOf(o);
      if (v === undefined && s[at] === undefined) return vm.raise(error('AttributeError', name));
      s[at] = v;
      return null;
    },
    cls,
    null,
    T.member_descriptor,
  );
}

/** Gives `cls` its MRO and registers it with its bases. */
export function finishClass(cls: PyType, mro: readonly PyType[]): void {
  cls.mro = mro;
  // The first class of the MRO that is a sequence or a mapping for `match` decides.
  const kind = mro.find((c) => c !== cls && (c.flags.sequence || c.flags.mapping));
  cls.flags.sequence = kind?.flags.sequence ?? false;
  cls.flags.mapping = kind?.flags.mapping ?? false;
  for (const b of cls.bases) b.addSubclass(cls);
  cls.modified();
}

export function mroOf(cls: PyType, bases: readonly PyType[]): PyType[] {
  const open = bases.find((b) => b.mro.length === 0);
  if (open !== undefined) throw typeError(`Cannot extend an incomplete type '${open.name}'`);
  const twice = bases.find((b, i) => bases.indexOf(b) !== i);
  if (twice !== undefined) throw typeError(`duplicate base class ${twice.name}`);
  const r = c3(cls, bases);
  if ('mro' in r) return r.mro;
  throw typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${r.conflict.map((c) => c.name).join(', ')}`);
}

/** type.__new__(meta, name, bases, namespace, **kwargs) */
function typeNew(vm: VM, meta: PyValue, args: PyValue[], kwargs: Map<string, PyValue>): Result {
  if (!(meta instanceof PyType)) throw typeError(`type.__new__(X): X is not a type object (${typeName(meta)})`);
  if (!meta.isSubtype(T.type)) throw typeError(`type.__new__(${meta.name}): ${meta.name} is not a subtype of type`);
  if (meta === T.type && args.length === 1 && kwargs.size === 0) return classOf(args[0]!);
  if (args.length !== 3) {
    throw typeError(`type.__new__() takes exactly 3 arguments (${args.length} given)`);
  }
  const [name, bases, ns] = args as [PyValue, PyValue, PyValue];
  const text = asJS(name);
  if (text === undefined) throw typeError(`type.__new__() argument 1 must be str, not ${argTypeName(name)}`);
  if (!(bases instanceof PyTuple)) throw typeError(`type.__new__() argument 2 must be tuple, not ${argTypeName(bases)}`);
  if (!(ns instanceof PyDict)) throw typeError(`type.__new__() argument 3 must be dict, not ${argTypeName(ns)}`);
  checkTypeName(text);
  for (const b of bases.items) {
    if (!(b instanceof PyType)) {
      if (lookupSpecial(b, '__mro_entries__') !== undefined) throw typeError("type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  const winner = winnerMeta(meta, bases.items);
  if (winner !== meta) {
    const make = winner.lookup('__new__');
    if (make !== undefined && !(make instanceof NativeFunction && make.owner === T.type)) {
      return callUnboundNew(vm, make, winner, args, kwargs);
    }
    meta = winner;
  }
  const slots = ns.getStr('__slots__');
  const base = vm.frame;
  if (slots === undefined) return buildClass(vm, meta as PyType, text, bases, ns, null, kwargs);
  if (asStr(slots) !== undefined) return buildClass(vm, meta as PyType, text, bases, ns, [slots], kwargs);
  return andThen(vm, base, listFrom(vm, slots), SLOTS, [meta, text, bases, ns], kwargs);
}

const SLOTS = cont('type.new.slots', (vm, list, c) => buildClass(vm, c.a[0], c.a[1], c.a[2], c.a[3], (list as PyList).items, c.b));

function callUnboundNew(vm: VM, make: PyValue, cls: PyType, args: PyValue[], kwargs: Map<string, PyValue>): Result {
  return call(vm, make instanceof PyStaticMethod ? make.func : make, [cls, ...args], kwargs);
}

function buildClass(vm: VM, meta: PyType, name: string, bases: PyTuple, ns: PyDict, slots: PyValue[] | null, kwargs: Map<string, PyValue>): Result {
  const cls = newClass(meta, name, bases.items as PyType[], ns, slots, callerGlobal(vm, '__name__'));
  cls.realm = vm.state;
  const custom = meta.lookup('mro');
  if (custom instanceof NativeFunction) {
    finishClass(cls, mroOf(cls, cls.bases));
    return completeClass(vm, cls, kwargs);
  }
  // Until mro() has answered, the class has none, and `__mro__` is None.
  cls.mro = [];
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'custom_mro', cls), CUSTOM_MRO, cls, kwargs);
}

function callerGlobal(vm: VM, name: string): PyValue | undefined {
  let f = vm.frame;
  while (f !== null && (!f.isPython || f.code.hidden)) f = f.back;
  return f === null ? undefined : f.globals.getStr(name);
}

const CUSTOM_MRO = cont('type.new.mro', (vm, tuple, c) => {
  const items = (tuple as PyTuple).items;
  checkMro(c.a, items);
  finishClass(c.a, items as PyType[]);
  return completeClass(vm, c.a, c.b);
});

/** `__set_name__` and `__init_subclass__`. */
function completeClass(vm: VM, cls: PyType, kwargs: Map<string, PyValue>): Result {
  const base = vm.frame;
  const del = cls.dict.getStr('__del__');
  const watched = del !== undefined ? delHook.defined?.(vm, cls, del) === true : cls.mro.some((c) => c.unborn) && delHook.defined?.(vm, cls, cls.lookup('__del__')!) === true;
  cls.modified();
  // The loop that runs is to change: Python code that is called makes it look up.
  return watched ? andThen(vm, base, callPrelude(vm, 'as_it_is', cls), COMPLETE, cls, kwargs) : complete(vm, cls, kwargs);
}
const COMPLETE = cont('type.new.complete', (vm, _v, c) => complete(vm, c.a, c.b));

function complete(vm: VM, cls: PyType, kwargs: Map<string, PyValue>): Result {
  for (const [, v] of cls.dict.entries()) {
    if (mayBeNamed(v) && v.cls.lookup('__set_name__') !== undefined) return setNames(vm, cls, kwargs, [...cls.dict.entries()]);
  }
  return initSubclass(vm, cls, kwargs);
}

const mayBeNamed = (v: PyValue): v is PyObject => typeof v === 'object' && v !== null && !(v instanceof PyFunction) && !(v instanceof NativeFunction);

/** Tells the values of the namespace their names; `rest`: those that are left. */
function setNames(vm: VM, cls: PyType, kwargs: Map<string, PyValue>, rest: [PyValue, PyValue][]): Result {
  for (let i = 0; i < rest.length; i++) {
    const [name, v] = rest[i]!;
    const method = mayBeNamed(v) ? v.cls.lookup('__set_name__') : undefined;
    if (method === undefined) continue;
    const base = vm.frame;
    // What goes wrong in finding the method is not the method's.
    const bound = method instanceof PyFunction || method instanceof NativeFunction ? new PyMethod(method, v) : bindDescriptor(vm, method, v, typeOf(v));
    return andThen(vm, base, bound, NAMER, cls, kwargs, rest.slice(i));
  }
  return initSubclass(vm, cls, kwargs);
}
const NAMER = cont('type.new.namer', (vm, method, c) => {
  const base = vm.frame;
  return andThen(vm, base, attempt(vm, () => call(vm, method!, [c.a, c.c[0][0]])), NAME_SET, c.a, c.b, c.c);
});
const NAME_SET = cont(
  'type.new.named',
  (vm, r, c) => {
    if (r === undefined) {
      const e = vm.exc;
      if (e === null) return undefined;
      const [name, v] = c.c[0] as [PyValue, PyValue];
      vm.exc = null;
      const base = vm.frame;
      return andThen(vm, base, callPrelude(vm, 'set_name_message', v, name, c.a), SET_NAME_FAILED, e);
    }
    return setNames(vm, c.a, c.b, c.c.slice(1));
  },
  { catches: true },
);

const SET_NAME_FAILED = cont('type.new.set_name_failed', (vm, message, c) => {
  const e = runtimeError(asJS(message!)!);
  e.value.cause = e.value.context = c.a;
  e.value.suppressContext = true;
  return vm.raise(e);
});

/** `super(cls, cls).__init_subclass__(**kwargs)` */
function initSubclass(vm: VM, cls: PyType, kwargs: Map<string, PyValue>): Result {
  // A mro() of the program's may leave the class itself out.
  if (cls.mro[0] !== cls && !cls.mro.includes(cls)) throw typeError('super(type, obj): obj must be an instance or subtype of type');
  const owner = cls.mro.find((c, i) => i > 0 && (c !== T.object || kwargs.size > 0) && c.dict.getStr('__init_subclass__') !== undefined);
  if (owner === undefined) return cls;
  const base = vm.frame;
  const method = owner.dict.getStr('__init_subclass__')!;
  return andThen(vm, base, bindDescriptor(vm, method, undefined, cls), INIT_SUBCLASS, cls, kwargs);
}
const INIT_SUBCLASS = cont('type.new.init_subclass', (vm, method, c) => {
  if (method instanceof NativeFunction && method.bound) method.viaSuper = true;
  const base = vm.frame;
  return andThen(vm, base, call(vm, method!, [], c.b.size === 0 ? null : c.b), RETURN_STATE, c.a);
});

defineType({ name: 'type_doc', instance: TypeDoc, methods: docRows });

const RETURN_STATE = cont('type.new.done', (_vm, _v, c) => c.a);

defineType({
  name: 'type',
  instance: PyType,
  flags: { basetype: true, hasDict: false },
  new: ['!__new__(cls, *args, **kwargs)', typeNew],
  methods: {
    '__init__(self, /, *args, **kwargs)': (_vm, self, args: PyValue[], kw: Map<string, PyValue>) => {
      if (args.length === 1 && kw.size > 0) throw typeError('type.__init__() takes no keyword arguments');
      if (args.length !== 1 && args.length !== 3) throw typeError('type.__init__() takes 1 or 3 arguments');
      return null;
    },
    '!__call__(self, /, *args, **kwargs)': (vm, self, args, kw) => typeCall(vm, self, args, kw.size === 0 ? null : kw),
    '__repr__(self, /)': (_vm, self: PyType) => strFromJS(typeRepr(self)),
    '!__getattribute__(self, name, /)': (vm, self, name) => typeGet(vm, self, attrName(name)),
    '!__setattr__(self, name, value, /)': (vm, self, name, v) => typeSet(vm, self, attrName(name), v),
    '!__delattr__(self, name, /)': (vm, self, name) => typeSet(vm, self, attrName(name), undefined),
    'mro(self, /)': (_vm, self: PyType) => new PyList(mroOf(self, self.bases)),
    '__subclasses__(self, /)': (vm, self: PyType) => new PyList(self.liveSubclasses().filter((c) => c.realm === null || c.realm === vm.state)),
    '!__instancecheck__(self, instance, /)': (vm, self: PyType, o) => (typeOf(o).isSubtype(self) ? true : callPrelude(vm, 'real_isinstance', o, self)),
    '!__subclasscheck__(self, subclass, /)': (vm, self: PyType, c) => (c instanceof PyType ? c.isSubtype(self) : callPrelude(vm, 'real_issubclass', c, self)),
    '!__dir__(self, /)': (vm, self) => callPrelude(vm, 'type_dir', self),
    // A class of a program's has its type object and a table of the names of its instances' attributes.
    '__sizeof__(self, /)': (_vm, self: PyType) => (self.flags.heap ? 1672 : 408),
    '__or__(self, value, /)': (vm, self, other) => unionHooks.make(vm, self, other),
    '__ror__(self, value, /)': (vm, self, other) => unionHooks.make(vm, other, self),
  },
  classMethods: {
    '__prepare__(cls, /, *args, **kwargs)': () => new PyDict(),
  },
  members: {
    __base__: (_vm, self: PyType) => self.base,
    __mro__: (_vm, self: PyType) => (self.mro.length === 0 ? null : new PyTuple(self.mro as PyType[])),
    __basicsize__: (_vm, self: PyType) => basicSize(self),
    __itemsize__: (_vm, self: PyType) => itemSize(self),
    __flags__: (_vm, self: PyType) => typeFlags(self),
    __dictoffset__: (_vm, self: PyType) => dictOffset(self),
    __weakrefoffset__: (_vm, self: PyType) => weakOffset(self),
  },
  getset: {
    __name__: [
      (_vm, self: PyType) => strFromJS(shortName(self)),
      (vm, self: PyType, v) => {
        checkHeap(self, '__name__');
        if (v === undefined) return vm.raise(typeError(`cannot delete '__name__' attribute of immutable type '${self.name}'`));
        const s = asJS(v);
        if (s === undefined) return vm.raise(typeError(`can only assign string to ${self.name}.__name__, not '${typeName(v)}'`));
        checkTypeName(s);
        // The qualified name is a text of its own.
        self.ownQualname ??= self.name;
        self.name = s;
        return null;
      },
    ],
    __qualname__: [
      (_vm, self: PyType) => known(self.flags.heap ? (self.ownQualname ?? self.name) : shortName(self)),
      (vm, self: PyType, v) => {
        checkHeap(self, '__qualname__');
        if (v === undefined) return vm.raise(typeError(`cannot delete '__qualname__' attribute of immutable type '${self.name}'`));
        if (asStr(v) === undefined) return vm.raise(typeError(`can only assign string to ${self.name}.__qualname__, not '${typeName(v)}'`));
        self.ownQualname = v;
        self.modified();
        return null;
      },
    ],
    __module__: [
      (vm, self: PyType) => {
        if (!self.flags.heap) return builtinModule(self);
        const m = self.dict.getStr('__module__');
        return m !== undefined ? m : vm.raise(error('AttributeError', '__module__'));
      },
      (_vm, self: PyType, v) => {
        checkHeap(self, '__module__');
        if (v === undefined) throw typeError(`cannot delete '__module__' attribute of immutable type '${self.name}'`);
        self.setAttr('__module__', v);
        return null;
      },
    ],
    __bases__: [
      (_vm, self: PyType) => new PyTuple(self.bases as PyType[]),
      (vm, self: PyType, v) => setBases(vm, self, v),
    ],
    __dict__: (vm, self: PyType) => {
      // The texts of all builtins' docstrings are read for one of them.
      return new MappingProxy(self.dict, self.dict.getStr('__doc__') === TYPE_DOC ? () => self.dict.setStr('__doc__', typeDoc(vm, self)) : null);
    },
    __doc__: [
      (vm, self: PyType) => {
        const own = self.flags.heap ? null : typeDoc(vm, self);
        if (own !== null) return own;
        const d = self.flags.heap ? self.lookup('__doc__') : self.dict.getStr('__doc__');
        if (d === undefined || d === TYPE_DOC) return null;
        return typeof d === 'object' && d !== null && d.cls.lookup('__get__') !== undefined ? bindDescriptor(vm, d, undefined, self) : d;
      },
      (_vm, self: PyType, v) => {
        checkHeap(self, '__doc__');
        if (v === undefined) throw typeError(`cannot delete '__doc__' attribute of immutable type '${self.name}'`);
        self.setAttr('__doc__', v);
        return null;
      },
    ],
    __abstractmethods__: [
      (vm, self: PyType) => {
        const v = self === T.type ? undefined : self.dict.getStr('__abstractmethods__');
        return v !== undefined ? v : vm.raise(error('AttributeError', '__abstractmethods__'));
      },
      (vm, self: PyType, v) => {
        if (v === undefined) {
          if (!self.dict.delStr('__abstractmethods__')) return vm.raise(error('AttributeError', '__abstractmethods__'));
          self.flags.abstract = false;
        } else {
          self.dict.setStr('__abstractmethods__', v);
          self.flags.abstract = v instanceof Object && 'used' in v && (v as { used: number }).used > 0;
        }
        self.modified();
        return null;
      },
    ],
    __annotations__: [
      (vm, self: PyType) => {
        if (!self.flags.heap) return vm.raise(error('AttributeError', `type object '${self.name}' has no attribute '__annotations__'`));
        let d = self.dict.getStr('__annotations__');
        if (d === undefined) {
          d = new PyDict();
          self.dict.setStr('__annotations__', d);
        }
        return d;
      },
      (vm, self: PyType, v) => {
        checkHeap(self, '__annotations__');
        if (v === undefined) {
          if (!self.dict.delStr('__annotations__')) return vm.raise(error('AttributeError', '__annotations__'));
          self.modified();
        } else self.setAttr('__annotations__', v);
        return null;
      },
    ],
    __text_signature__: (vm, self: PyType) => classTextSignature(vm, self),
  },
});

import { bindDescriptor } from './call.js';

/** Bytes of an item of CPython's variable-sized objects. */

/** `X | Y`; installed by union-type.ts. */
export const unionHooks: { make: (vm: VM, a: PyValue, b: PyValue) => Result } = {
  make: (vm) => vm.raise(typeError('unsupported operand type(s) for |')),
};

const shortName = (t: PyType): string => (t.flags.heap ? t.name : t.name.slice(t.name.lastIndexOf('.') + 1));

function checkHeap(t: PyType, name: string): void {
  if (isImmutable(t)) throw typeError(`cannot set '${name}' attribute of immutable type '${t.messageName ?? t.name}'`);
}

/** Types whose instances CPython's collector does not track have another deallocator. */
const UNTRACKED = new Set(['object', 'int', 'bool', 'float', 'complex', 'str', 'bytes', 'bytearray', 'range', 'NoneType']);
const collected = (t: PyType): boolean => t.flags.heap || !UNTRACKED.has(t.name);

function setBases(vm: VM, self: PyType, v: PyValue | undefined): Result {
  checkHeap(self, '__bases__');
  if (v === undefined) return vm.raise(typeError(`cannot delete '__bases__' attribute of immutable type '${self.name}'`));
  if (!(v instanceof PyTuple)) return vm.raise(typeError(`can only assign tuple to ${self.name}.__bases__, not ${typeName(v)}`));
  if (v.items.length === 0) return vm.raise(typeError(`can only assign non-empty tuple to ${self.name}.__bases__, not ()`));
  for (const b of v.items) {
    if (!(b instanceof PyType)) return vm.raise(typeError(`${self.name}.__bases__ must be tuple of classes, not '${typeName(b)}'`));
    // A mro() of the program's that assigns bases itself runs while `base` is new and the MROs are old.
    if (b.isSubtype(self) || baseChain(b).includes(self)) return vm.raise(typeError("a __bases__ item causes an inheritance cycle"));
  }
  const bases = v.items as PyType[];
  const base = bestBase(bases);
  if (collected(base) !== collected(self.base!)) {
    return vm.raise(typeError(`__bases__ assignment: '${base.name}' deallocator differs from '${self.base!.name}'`));
  }
  if (solid(base) !== solid(self.base!) || base.flags.hasDict !== self.base!.flags.hasDict) {
    return vm.raise(typeError(`__bases__ assignment: '${base.name}' object layout differs from '${self.base!.name}'`));
  }
  const old = { bases: self.bases, base: self.base };
  self.bases = bases;
  self.base = base;
  const changed = new Map<PyType, readonly PyType[]>();
  const undo = (): void => {
    for (const [c, mro] of changed) {
      c.mro = mro;
      c.modified();
    }
    if (self.bases === bases) {
      self.bases = old.bases;
      self.base = old.base;
    }
  };
  const todo = affected(self);
  if (todo.some((c) => !(c.cls.lookup('mro') instanceof NativeFunction))) {
    const frame = vm.frame;
    return andThen(vm, frame, callPrelude(vm, 'redo_mros', self), REDONE, self, bases, old.bases, undo);
  }
  try {
    for (const c of todo) {
      const mro = mroOf(c, c.bases);
      changed.set(c, c.mro);
      c.mro = mro;
    }
  } catch (e) {
    undo();
    throw e;
  }
  return linkBases(self, bases, old.bases);
}

function baseChain(cls: PyType): PyType[] {
  const out: PyType[] = [];
  for (let c: PyType | null = cls; c !== null; c = c.base) out.push(c);
  return out;
}

/** A class and its subclasses, a class before its subclasses. */
function affected(cls: PyType): PyType[] {
  return [cls, ...cls.liveSubclasses().flatMap(affected)];
}

function linkBases(self: PyType, bases: readonly PyType[], old: readonly PyType[]): PyValue {
  for (const b of old) {
    const at = b.subclasses.findIndex((r) => r.deref() === self);
    if (at >= 0) b.subclasses.splice(at, 1);
  }
  for (const b of bases) b.addSubclass(self);
  self.modified();
  mayBeDescriptors(self);
  return null;
}

const REDONE = cont(
  'type.bases',
  (_vm, v, c) => {
    if (v === undefined) {
      c.d();
      return undefined;
    }
    // mro() may have assigned __bases__ itself: that assignment stands.
    return c.a.bases === c.b ? linkBases(c.a, c.b, c.c) : null;
  },
  { catches: true },
);

/** Checks what a metaclass's `mro()` gave and installs it (CPython's mro_check). */
export function checkMro(cls: PyType, items: readonly PyValue[]): void {
  const own = solid(cls);
  if (items.length === 0) throw typeError('type MRO must not be empty');
  for (const b of items) {
    if (!(b instanceof PyType)) throw typeError(`mro() returned a non-class ('${typeName(b)}')`);
    if (!own.isSubtype(solid(b)) && own !== solid(b)) throw typeError(`mro() returned base with unsuitable layout ('${b.name}')`);
  }
}

export { addMethod, callUnbound, isDataDescriptor, kwargsFromDict };
