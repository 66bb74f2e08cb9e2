/** Attribute access: `o.name`, `o.name = v`, `del o.name`, for instances, classes and modules. */
import { cont, PUSHED, andThen, T, typeOf, type AnyFrame, type PyObject, type PyValue, type Result, type VM } from './object.js';
import { attributeError, error, PyException, typeError } from './errors.js';
import { attributeHook, bindDescriptor, call, callUnbound, firstBorn } from './call.js';
import { GetSet, NativeFunction, type NativeFn } from './native.js';
import { Late, PyFunction, PyModule } from './function.js';
import { PyFrame } from './frame.js';
import { PyProperty } from './descriptors.js';
import { PyDict } from './dict.js';
import { isImmutable, PyInstance, PyType, typeName } from './type.js';
import { asJS, strFromJS } from './str.js';
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';

/** Objects with an instance dict of their own other than PyInstance. */
export interface HasDict {
  dict: PyDict | null;
}

export function hasDictField(o: PyValue): o is PyObject & HasDict {
  return typeof o === 'object' && o !== null && 'dict' in o && !(o instanceof PyType);
}

/** An attribute in the instance's own namespace. */
export function ownAttr(o: PyValue, name: string): PyValue | undefined {
  if (typeof o !== 'object' || o === null) return undefined;
  if (o instanceof PyInstance) return o.getOwn(name);
  if (o instanceof PyType) return undefined;
  const d = (o as Partial<HasDict>).dict;
  return d === undefined || d === null ? undefined : d.getStr(name);
}

export function isDataDescriptor(d: PyValue): boolean {
  if (d === null || typeof d !== 'object' || d instanceof PyFunction || d instanceof NativeFunction) return false;
  if (d instanceof GetSet || d instanceof PyProperty) return true;
  const c = d.cls;
  return c.lookup('__set__') !== undefined || c.lookup('__delete__') !== undefined;
}

/** Whether a value in a class namespace is no descriptor: an attribute of that name is the value itself. */
export function isPlainData(v: PyValue): boolean {
  if (v === null || typeof v !== 'object') return true;
  return !(v instanceof PyFunction) && !(v instanceof NativeFunction) && v.cls.lookup('__get__') === undefined && !isDataDescriptor(v);
}

/** To be called when values that exist become instances of `cls`: are they descriptors now, wherever they stand, no cache holds. */
export function mayBeDescriptors(cls: PyType): void {
  if (cls.lookup('__get__') !== undefined || cls.lookup('__set__') !== undefined || cls.lookup('__delete__') !== undefined) T.object!.modified();
}

export function getattr(vm: VM, o: PyValue, name: string): Result {
  const base = vm.frame;
  const r = getattrUnnamed(vm, o, name);
  if (r === PUSHED) return andThen(vm, base, r, NAMED, o, name);
  return r === undefined ? aboutAttribute(vm, o, name) : r;
}

const NAMED = cont('getattr.named', (vm, v, c) => (v === undefined ? aboutAttribute(vm, c.a, c.b) : v), { catches: true });

/** An AttributeError that does not say so is about this object and name (object.c: set_attribute_error_context). */
export function aboutAttribute(vm: VM, o: PyValue, name: string): undefined {
  const e = vm.exc;
  if (e !== null && e.cls.isSubtype(T.AttributeError!) && e.field('name') === null && e.field('obj') === null) {
    e.setField('name', name);
    e.setField('obj', o);
  }
  return undefined;
}

/** `getattr` whose errors are left as they are: the lookup of a method that is called at once. */
export function getattrUnnamed(vm: VM, o: PyValue, name: string): Result {
  const cls = typeOf(o);
  const base = vm.frame;
  const ga = cls.lookup('__getattribute__');
  if (ga instanceof NativeFunction) {
    const r = ga.def.fn === objectGet ? genericGet(vm, o, cls, name) : ga.def.fn(vm, o, strFromJS(name));
    return withFallback(vm, base, o, cls, name, r);
  }
  return andThen(vm, base, callUnbound(vm, ga!, o, [strFromJS(name)]), GETATTRIBUTE_DONE, o, name);
}

attributeHook.getattr = getattr;

/** `__getattr__` after an AttributeError, also one that a property's getter raises later. */
function withFallback(vm: VM, base: AnyFrame | null, o: PyValue, cls: PyType, name: string, r: Result): Result {
  if (r === undefined) return cls.lookup('__getattr__') === undefined ? undefined : getattrHook(vm, o, cls, name);
  if (r === PUSHED && cls.lookup('__getattr__') !== undefined) return andThen(vm, base, r, GETATTRIBUTE_DONE, o, name);
  return r;
}

function getattrHook(vm: VM, o: PyValue, cls: PyType, name: string): Result {
  const hook = cls.lookup('__getattr__');
  if (hook === undefined || vm.exc === null || !vm.exc.cls.isSubtype(T.AttributeError!)) return undefined;
  vm.exc = null;
  return callUnbound(vm, hook, o, [strFromJS(name)]);
}

const GETATTRIBUTE_DONE = cont(
  'getattr.fallback',
  (vm, v, c) => (v !== undefined ? v : getattrHook(vm, c.a, typeOf(c.a), c.b)),
  { catches: true },
);

/** The rows `__getattribute__` and `__setattr__` of object, which several types have again as their own. */
export const objectGet: NativeFn = (vm, self, name) => {
  const attr = attrName(name);
  if (self instanceof PyType) {
    // A class is an object like others here: what stands in its own `__dict__` is not bound.
    const d = self.cls.lookup(attr);
    const own = d !== undefined && isDataDescriptor(d) ? undefined : self.dict.getStr(attr);
    if (own !== undefined) return own;
    if (d === undefined) return vm.raise(attributeError(`'${typeName(self)}' object has no attribute '${attr}'`, self, attr));
  }
  if (self instanceof PyModule) {
    // A module whose body has not run yet has a class of its own (vm/lazy-modules.ts).
    if (self.cls !== T.module && !self.cls.flags.heap) return getattr(vm, self, attr);
    if (attr === '__doc__') return moduleGet(vm, self, attr);
    if (self.dict.getStr(attr) === undefined && self.cls.lookup(attr) === undefined) return vm.raise(attributeError(`'${typeName(self)}' object has no attribute '${attr}'`, self, attr));
  }
  return genericGet(vm, self, typeOf(self), attr);
};
export const objectSet: NativeFn = (vm, self, name, v) => (self instanceof PyType ? vm.raise(cannotApply('__setattr__', self)) : genericSet(vm, self, typeOf(self), attrName(name), v));
export const objectDelete: NativeFn = (vm, self, name) => (self instanceof PyType ? vm.raise(cannotApply('__delattr__', self)) : genericSet(vm, self, typeOf(self), attrName(name), undefined));

/** "Carlo Verre's hack": object's methods do not reach around those of type. */
const cannotApply = (what: string, self: PyType): ReturnType<typeof typeError> => typeError(`can't apply this ${what} to ${typeName(self)} object`);

/** object.__getattribute__ */
export function genericGet(vm: VM, o: PyValue, cls: PyType, name: string): Result {
  const d = cls.lookup(name);
  if (d !== undefined) {
    if (d instanceof PyFunction) {
      const own = ownAttr(o, name);
      return own !== undefined ? own : bindDescriptor(vm, d, o, cls);
    }
    if (d instanceof GetSet) {
      if (cls !== d.owner && !cls.isSubtype(d.owner)) return vm.raise(wrongReceiver(d, o));
      return d.get(vm, o);
    }
    if (isDataDescriptor(d) && (d instanceof PyProperty || typeOf(d).lookup('__get__') !== undefined)) return bindDescriptor(vm, d, o, cls);
  }
  const own = ownAttr(o, name);
  if (own !== undefined) return own;
  if (d !== undefined) return bindDescriptor(vm, d, o, cls);
  return vm.raise(noAttribute(o, name));
}

export function wrongReceiver(d: GetSet, o: PyValue): ReturnType<typeof typeError> {
  return typeError(`descriptor '${d.name}' for '${d.owner.name}' objects doesn't apply to a '${typeName(o)}' object`);
}

export function noAttribute(o: PyValue, name: string): ReturnType<typeof attributeError> {
  if (o instanceof PyType) return attributeError(`type object '${o.messageName ?? o.name}' has no attribute '${name}'`, o, name);
  if (o instanceof PyModule) {
    const mod = asJS(o.dict.getStr('__name__') ?? null);
    return attributeError(mod === undefined ? `module has no attribute '${name}'` : `module '${mod}' has no attribute '${name}'`, o, name);
  }
  return attributeError(`'${typeName(o)}' object has no attribute '${name}'`, o, name);
}

/** type.__getattribute__ */
export function typeGet(vm: VM, cls: PyType, name: string): Result {
  const meta = cls.cls;
  const d = meta.lookup(name);
  if (d !== undefined && isDataDescriptor(d) && (d instanceof PyProperty || typeOf(d).lookup('__get__') !== undefined)) return bindDescriptor(vm, d, cls, meta);
  const own = cls.lookup(name);
  if (own !== undefined) return bindDescriptor(vm, own, undefined, cls);
  if (d !== undefined) return bindDescriptor(vm, d, cls, meta);
  return vm.raise(noAttribute(cls, name));
}

/** module.__getattribute__, PEP 562 included. */
/** `__doc__` of a native module: CPython's, where it is known and the program has put no other there. */
function moduleDoc(vm: VM, m: PyModule, own: PyValue): PyValue {
  const known = vm.state.doc(asJS(m.dict.getStr('__name__') ?? null) ?? '');
  m.docInTable = false;
  if (known !== null) m.dict.setStr('__doc__', strFromJS(known));
  return known === null ? own : strFromJS(known);
}

export function moduleGet(vm: VM, m: PyModule, name: string): Result {
  const cls = m.cls;
  const d = cls.lookup(name);
  if (d !== undefined && isDataDescriptor(d)) return bindDescriptor(vm, d, m, cls);
  const own = m.dict.getStr(name);
  if (own !== undefined) {
    if (own instanceof Late) {
      const made = own.make(vm);
      m.dict.setStr(name, made);
      return made;
    }
    return m.docInTable && name === '__doc__' ? moduleDoc(vm, m, own) : own;
  }
  if (d !== undefined) return bindDescriptor(vm, d, m, cls);
  const hook = m.dict.getStr('__getattr__');
  if (hook !== undefined) return call(vm, hook, [strFromJS(name)]);
  return submoduleImportedAs(vm, m, name) ?? vm.raise(noAttributeOf(vm, m, name));
}

/**
 * `import a.b as c` takes `b` by LOAD_ATTR, as 3.5's bytes say; in 3.11 it is IMPORT_FROM, which in a circular import finds the
 * module in sys.modules before it is an attribute.
 */
function submoduleImportedAs(vm: VM, m: PyModule, name: string): PyValue | undefined {
  const full = `${asJS(m.dict.getStr('__name__') ?? null) ?? ''}.${name}`;
  const found = vm.state.modules.getStr(full);
  const f = vm.frame;
  if (found === undefined || !(f instanceof PyFrame)) return undefined;
  const { names, code } = f.code.co;
  if (!names.some((n) => n === full || n.startsWith(`${full}.`))) return undefined;
  for (let at = 0; at < code.length; at += code[at]! < HAVE_ARGUMENT ? 1 : 3) {
    if (code[at] !== Op.IMPORT_NAME) continue;
    const path = names[code[at + 1]! + code[at + 2]! * 256]!.split('.');
    const depth = full.split('.').length;
    if (path.slice(0, depth).join('.') === full && path.slice(1, depth).every((part, i) => code[at + 3 * i + 3] === Op.LOAD_ATTR && names[code[at + 3 * i + 4]! + code[at + 3 * i + 5]! * 256] === part)) return found;
  }
  return undefined;
}

function noAttributeOf(vm: VM, m: PyModule, name: string): ReturnType<typeof attributeError> {
  if (!(vm.state.machine as { initializing: ReadonlySet<PyValue> }).initializing.has(m)) return noAttribute(m, name);
  return attributeError(`partially initialized module '${asJS(m.dict.getStr('__name__') ?? null) ?? ''}' has no attribute '${name}' (most likely due to a circular import)`, m, name);
}

/** Whether `o` has no such attribute, and there is nobody else to ask. */
function lacks(o: PyValue, name: string): boolean {
  const cls = typeOf(o);
  if (cls.lookup(name) !== undefined || cls.lookup('__getattr__') !== undefined) return false;
  const ga = cls.lookup('__getattribute__');
  if (!(ga instanceof NativeFunction)) return false;
  if (ga.def.fn === objectGet) return ownAttr(o, name) === undefined;
  return o instanceof PyType && ga.owner === T.type && o.lookup(name) === undefined;
}

/** `getattr` that answers undefined with `vm.exc === null` instead of an AttributeError. */
export function getattrOptional(vm: VM, o: PyValue, name: string): Result {
  if (lacks(o, name)) {
    vm.exc = null;
    return undefined;
  }
  const base = vm.frame;
  let r: Result;
  try {
    r = getattr(vm, o, name);
  } catch (e) {
    // A native getter may throw.
    if (!(e instanceof PyException)) throw e;
    vm.exc = e.value;
    r = undefined;
  }
  return andThen(vm, base, r, OPTIONAL);
}
const OPTIONAL = cont(
  'getattr.optional',
  (vm, v) => {
    if (v === undefined && vm.exc !== null && vm.exc.cls.isSubtype(T.AttributeError!)) vm.exc = null;
    return v;
  },
  { catches: true },
);

/** Stores (or, with `v` undefined, deletes) an attribute. Result: None. */
export function setattr(vm: VM, o: PyValue, name: string, v: PyValue | undefined): Result {
  const cls = typeOf(o);
  const hook = v === undefined ? '__delattr__' : '__setattr__';
  const m = cls.lookup(hook);
  if (m instanceof NativeFunction) {
    if (m.def.fn === objectSet || m.def.fn === objectDelete) return genericSet(vm, o, cls, name, v);
    return v === undefined ? m.def.fn(vm, o, strFromJS(name)) : m.def.fn(vm, o, strFromJS(name), v);
  }
  return callUnbound(vm, m!, o, v === undefined ? [strFromJS(name)] : [strFromJS(name), v]);
}

/** Hands a store to a data descriptor; undefined when `d` is none. */
function descriptorSet(vm: VM, d: PyValue, o: PyValue, v: PyValue | undefined): Result | false {
  if (d === null || typeof d !== 'object' || d instanceof PyFunction) return false;
  if (d instanceof GetSet) {
    if (d.set === null) {
      const what = d.cls === T.member_descriptor ? 'readonly attribute' : `attribute '${d.name}' of '${d.owner.messageName ?? d.owner.name}' objects is not writable`;
      return vm.raise(error('AttributeError', what));
    }
    return d.set(vm, o, v);
  }
  if (d instanceof PyProperty && d.cls === T.property) {
    const f = v === undefined ? d.fdel : d.fset;
    if (f === null) {
      const name = d.name === null ? '' : ` '${asJS(d.name) ?? ''}'`;
      const owner = typeOf(o).mro.find((c) => c.messageName !== null && c.dict.getStr(asJS(d.name) ?? '') === d);
      // What stands for a C type: a field there.
      if (owner !== undefined) return vm.raise(error('AttributeError', `attribute${name} of '${owner.messageName}' objects is not writable`));
      return vm.raise(error('AttributeError', `property${name} of '${typeOf(o).qualname}' object has no ${v === undefined ? 'deleter' : 'setter'}`));
    }
    return call(vm, f, v === undefined ? [o] : [o, v]);
  }
  const m = d.cls.lookup(v === undefined ? '__delete__' : '__set__');
  if (m === undefined) {
    const other = d.cls.lookup(v === undefined ? '__set__' : '__delete__');
    if (other === undefined) return false;
    return vm.raise(error('AttributeError', v === undefined ? '__delete__' : '__set__'));
  }
  return callUnbound(vm, m, d, v === undefined ? [o] : [o, v]);
}

/** Of a store or deletion; these carry no `name` and `obj`. */
const cannotStore = (o: PyValue, name: string): ReturnType<typeof error> => error('AttributeError', `'${typeName(o)}' object has no attribute '${name}'`);

/** object.__setattr__ and __delattr__ */
export function genericSet(vm: VM, o: PyValue, cls: PyType, name: string, v: PyValue | undefined): Result {
  const d = cls.lookup(name);
  if (d !== undefined) {
    const r = descriptorSet(vm, d, o, v);
    if (r !== false) return r;
  }
  if (o instanceof PyInstance && cls.flags.hasDict) {
    if (v !== undefined) {
      o.setOwn(name, v);
      return null;
    }
    if (o.delOwn(name)) return null;
    return vm.raise(cannotStore(o, name));
  }
  if (cls.flags.hasDict && hasDictField(o)) {
    if (v !== undefined) {
      (o.dict ??= new PyDict()).setStr(name, v);
      return null;
    }
    if (o.dict !== null && o.dict.delStr(name)) return null;
    return vm.raise(cannotStore(o, name));
  }
  if (d !== undefined) return vm.raise(error('AttributeError', `'${typeName(o)}' object attribute '${name}' is read-only`));
  return vm.raise(cannotStore(o, name));
}

/** A class got this `__del__` (vm/finalizers.ts). True: instructions are watched from now on. */
export const delHook: { defined: ((vm: VM, cls: PyType, del: PyValue) => boolean) | null } = { defined: null };

/** A class that is there already gets a `__del__`: it and its subclasses may have instances. */
function lateDel(vm: VM, cls: PyType, del: PyValue): Result {
  const watched = delHook.defined?.(vm, cls, del) === true;
  return watched || cls.unborn ? firstBorn(vm, cls, null) : null;
}

/** type.__setattr__ and __delattr__ */
export function typeSet(vm: VM, cls: PyType, name: string, v: PyValue | undefined): Result {
  if (isImmutable(cls)) return vm.raise(typeError(`cannot set '${name}' attribute of immutable type '${cls.messageName ?? cls.name}'`));
  const d = cls.cls.lookup(name);
  if (d !== undefined) {
    const r = descriptorSet(vm, d, cls, v);
    if (r !== false) return r;
  }
  if (v !== undefined) {
    const old = cls.dict.getStr(name);
    // Counters and the like: what is cached of plain data is its place only.
    if (old !== undefined && !name.startsWith('__') && isPlainData(old) && isPlainData(v)) cls.replaceData(name, v);
    else {
      cls.setAttr(name, v);
      if (name === '__del__' && cls.flags.heap) return lateDel(vm, cls, v);
      if (name === '__get__' || name === '__set__' || name === '__delete__') mayBeDescriptors(cls);
    }
  } else {
    if (!cls.dict.delStr(name)) return vm.raise(error('AttributeError', `type object '${cls.name}' has no attribute '${name}'`));
    cls.modified();
  }
  return null;
}

/** Attribute name argument of getattr() and friends as JS text. */
export function attrName(v: PyValue, what = 'attribute name must be string'): string {
  const s = asJS(v);
  if (s === undefined) throw typeError(`${what}, not '${typeName(v)}'`);
  return s;
}
