/** LOAD_ATTR, LOAD_METHOD and STORE_ATTR beyond their caches, and filling the caches. */
import { NOVALUE, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { call } from '../../objects/call.js';
import { aboutAttribute, getattr, getattrUnnamed, isDataDescriptor, isPlainData, objectGet, objectSet, setattr } from '../../objects/attribute.js';
import { GetSet, NativeFunction } from '../../objects/native.js';
import { PyStaticMethod } from '../../objects/define.js';
import { PyFunction, PyMethod, PyModule } from '../../objects/function.js';
import { PyInstance, PyType, type Shape } from '../../objects/type.js';
import { PyBaseException } from '../../objects/exception.js';
import { PyDict } from '../../objects/dict.js';
import { PyTuple } from '../../objects/tuple.js';
import { TupleGetter } from '../../objects/tuple-getter.js';
import { PySuper, superGet, superLookup } from '../../objects/descriptor-types.js';
import { PyClassMethod, PyProperty } from '../../objects/descriptors.js';
import type { PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';
import { discard } from './arithmetic.js';

/** One inline cache of an attribute instruction; which fields count depends on who filled it. */
export class AttrCache {
  constructor(
    /** Shape of the receiver; null: any instance of a builtin `cls`. */
    readonly shape: Shape | null,
    readonly cls: PyType,
    readonly version: number,
    /** Slot index, or index in `dict`; -1: `value` is the method; GETTER: `value` is the function of a property; DATA. */
    readonly index: number,
    readonly value: PyValue | undefined,
    /** Namespace of a module, or of the class that has the attribute: its values are never cached, only their places. */
    readonly dict: PyDict | null,
    readonly name: string,
    /** STORE_ATTR that adds the attribute (at `index`): the shape after it. */
    readonly next: Shape | null,
  ) {}
  /** The caches this one took the place of at its instruction: other classes seen there. */
  alt: AttrCache | null = null;
}

/** `AttrCache.index` of a property. */
export const GETTER = -2;

/** `AttrCache.version` of a named tuple's field: the class's version is in `value`, the item's number in `index`. */
const FIELD = -1;

/** `AttrCache.index` of an attribute of the class that is no descriptor: at index `value` of `dict`. */
export const DATA = -3;

/** `AttrCache.index` of a function of the class that is bound to the instance: `value`. */
export const METHOD = -4;

/** `AttrCache.index` of what a getter of a builtin type (`value`) answers. */
const NATIVE_GET = -5;

/** `AttrCache.index` of a staticmethod and a classmethod of Python functions: `value`. */
export const STATIC = -6;
export const CLASS_METHOD = -7;

/** `AttrCache.index` of what is `value` for every instance of the class: `__class__`. */
export const CONSTANT = -8;

/** `AttrCache.index` of a method (`value`) of a class whose instances are no PyInstance but may have attributes of their own: what those are is asked each time. */
export const UNLESS_OWN = -9;

/** `AttrCache.index` of a method found through `super()`: `value` is a tuple of the class whose method asks and the method; `cls` is the object's. */
export const SUPER = -10;

/** Caches kept per instruction. */
const MAX_CHAIN = 6;

/** Puts `c` in front at `pc`; what is stale or too far back is dropped. */
function remember(f: PyFrame, pc: number, c: AttrCache): void {
  const { caches } = f.code;
  const old = caches[pc] as AttrCache | undefined;
  if (old !== undefined) {
    let n = 1;
    let last: AttrCache | null = null;
    for (let o: AttrCache | null = old; o !== null && n < MAX_CHAIN; o = o.alt) {
      if (o.cls.version !== o.version) continue;
      if (last === null) c.alt = o;
      else last.alt = o;
      last = o;
      n++;
    }
    if (last !== null) last.alt = null;
  }
  caches[pc] = c;
}

/** The cache that fits an instance; undefined: none. */
function other(f: PyFrame, pc: number, o: PyInstance): AttrCache | undefined {
  let c = (f.code.caches[pc] as AttrCache | undefined) ?? null;
  for (; c !== null; c = c.alt) if (c.shape === o.shape && c.cls.version === c.version) return c;
  return undefined;
}

/** Index of the `__slots__` member that descriptor `d` stands for, or -1. */
function memberIndex(cls: PyType, name: string, d: PyValue | undefined): number {
  if (!(d instanceof GetSet) || d.cls !== T.member_descriptor || !d.owner.flags.heap) return -1;
  const i = cls.members.indexOf(name);
  return i >= 0 && cls.members.lastIndexOf(name) === i ? i : -1;
}

/** What an instance's cache of an attribute of the class gives. */
function fromClass(vm: Thread, o: PyInstance, c: AttrCache): Result {
  switch (c.index) {
    case GETTER:
      return call(vm, c.value!, [o]);
    case METHOD:
      return new PyMethod(c.value!, o);
    case NATIVE_GET:
      return (c.value as GetSet).get(vm, o);
    case CONSTANT:
      return c.value;
    case STATIC:
      return (c.value as PyStaticMethod).func;
    case CLASS_METHOD:
      return new PyMethod((c.value as PyClassMethod).func, o.cls);
    default:
      return c.dict!.vals[c.value as number];
  }
}

/** STATIC or CLASS_METHOD where `d` is one of a Python function, undefined for anything else. */
function unboundKind(d: PyValue | undefined): number | undefined {
  if (d instanceof PyStaticMethod) return d.cls === T.staticmethod && d.func instanceof PyFunction ? STATIC : undefined;
  return d instanceof PyClassMethod && d.cls === T.classmethod && d.func instanceof PyFunction ? CLASS_METHOD : undefined;
}

/** Whether attributes of `cls`'s own instances, which are classes, are looked up by type's rules, and `name` is not an attribute of `cls`. */
const plainClassAttribute = (cls: PyType, name: string): boolean => {
  if (cls.lookup(name) !== undefined) return false;
  if (cls === T.type) return true;
  const m = cls.lookup('__getattribute__');
  return m instanceof NativeFunction && m.owner === T.type;
};

const plainGetattribute = (cls: PyType): boolean => {
  const m = cls.lookup('__getattribute__');
  return m instanceof NativeFunction && m.def.fn === objectGet;
};

const about = (vm: Thread, r: Result, o: PyValue, name: string): Result => (r === undefined ? aboutAttribute(vm, o, name) : r);

/** An attribute that is there without Python code; NOVALUE: there is none; undefined: ask `getattr`. */
export function plainAttribute(o: PyInstance, name: string): PyValue | undefined {
  const { cls } = o;
  if (o.dict !== null || !plainGetattribute(cls)) return undefined;
  const i = o.shape.indexOf(name);
  const d = cls.lookup(name);
  if (d === undefined) return i >= 0 ? o.slots[i] : cls.lookup('__getattr__') === undefined ? NOVALUE : undefined;
  if (i >= 0) return isDataDescriptor(d) ? undefined : o.slots[i];
  const at = memberIndex(cls, name, d);
  return at >= 0 ? o.slots[at] : isPlainData(d) ? d : undefined;
}

export function loadAttr(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string): Result {
  if (o instanceof PyInstance) {
    const hit = other(f, pc, o);
    if (hit !== undefined) {
      // Compiled code may have run the getter at once.
      if (hit.index < 0) return about(vm, fromClass(vm, o, hit), o, name);
      const v = o.slots[hit.index];
      if (v !== undefined) return v;
    }
    const cls = o.cls;
    if (o.dict === null && plainGetattribute(cls)) {
      const i = o.shape.indexOf(name);
      const d = cls.lookup(name);
      if (i >= 0) {
        if (d === undefined || !isDataDescriptor(d)) {
          remember(f, pc, new AttrCache(o.shape, cls, cls.version, i, undefined, null, name, null));
          return o.slots[i];
        }
      }
      if (d instanceof PyProperty && d.cls === T.property && d.fget instanceof PyFunction && i < 0 && cls.lookup('__getattr__') === undefined) {
        remember(f, pc, new AttrCache(o.shape, cls, cls.version, GETTER, d.fget, null, name, null));
        return about(vm, call(vm, d.fget, [o]), o, name);
      }
      const at = memberIndex(cls, name, d);
      if (at >= 0 && o.slots[at] !== undefined) {
        remember(f, pc, new AttrCache(o.shape, cls, cls.version, at, undefined, null, name, null));
        return o.slots[at];
      }
      if (i < 0 && d !== undefined && isPlainData(d)) {
        const { dict } = cls.ownerOf(name)!;
        remember(f, pc, new AttrCache(o.shape, cls, cls.version, DATA, dict.findPrim(name), dict, name, null));
        return d;
      }
      if (name === '__class__' && d instanceof GetSet && d.owner === T.object) {
        remember(f, pc, new AttrCache(o.shape, cls, cls.version, CONSTANT, cls, null, name, null));
        return cls;
      }
      const kind = d instanceof GetSet ? NATIVE_GET : i >= 0 ? undefined : d instanceof PyFunction ? METHOD : unboundKind(d);
      if (kind !== undefined) {
        const c = new AttrCache(o.shape, cls, cls.version, kind, d, null, name, null);
        remember(f, pc, c);
        return fromClass(vm, o, c);
      }
    }
  } else if (o instanceof PyType) {
    const c = f.code.caches[pc] as AttrCache | undefined;
    if (c !== undefined && c.shape === null) {
      if (c.index === NATIVE_GET && c.cls === o.cls && c.version === o.cls.version) return (c.value as GetSet).get(vm, o);
      if (classHit(c, o)) return c.dict!.vals[c.index];
    }
    const d = o.cls.lookup(name);
    if (d instanceof GetSet && o.cls === T.type) {
      f.code.caches[pc] = new AttrCache(null, T.type, T.type.version, NATIVE_GET, d, null, name, null);
      return d.get(vm, o);
    }
    cacheClass(f, pc, o, name);
  } else if (o instanceof PyModule && o.cls === T.module) cacheModule(f, pc, o, name);
  else if (o instanceof PyTuple && o.cls !== T.tuple) {
    const { cls } = o;
    const c = f.code.caches[pc] as AttrCache | undefined;
    if (c !== undefined && c.version === FIELD && c.cls === cls && c.value === cls.version && c.index < o.items.length) return o.items[c.index];
    const d = cls.lookup(name);
    if (d instanceof TupleGetter && d.index < o.items.length && plainGetattribute(cls)) {
      f.code.caches[pc] = new AttrCache(null, cls, FIELD, d.index, cls.version, null, name, null);
      return o.items[d.index];
    }
    if (d !== undefined && !cls.flags.hasDict && plainGetattribute(cls)) {
      if (unboundKind(d) === CLASS_METHOD) return new PyMethod((d as PyClassMethod).func, cls);
      if (isPlainData(d)) return d;
    }
  } else {
    const cls = typeOf(o);
    const c = f.code.caches[pc] as AttrCache | undefined;
    if (c !== undefined && c.shape === null && c.index === NATIVE_GET && c.cls === cls && c.version === cls.version) return about(vm, (c.value as GetSet).get(vm, o), o, name);
    if ((!cls.flags.heap || o instanceof PyBaseException) && plainGetattribute(cls)) {
      const d = cls.lookup(name);
      if (d instanceof GetSet && cls.lookup('__getattr__') === undefined) {
        f.code.caches[pc] = new AttrCache(null, cls, cls.version, NATIVE_GET, d, null, name, null);
        return about(vm, d.get(vm, o), o, name);
      }
      if (o instanceof PyBaseException && o.dict !== null && (d === undefined || !isDataDescriptor(d))) {
        const own = o.dict.getStr(name);
        if (own !== undefined) return own;
      }
      // A method of a builtin type that is not called where it is loaded, as in `row.append(1 if x else 0)`.
      if (d instanceof NativeFunction && d.cls === T.method_descriptor && d.self === undefined && (!cls.flags.hasDict || !hasOwn(o, name))) return d.bind(o);
    }
  }
  return getattr(vm, o, name);
}

/** Whether `o`, an object of a type that is not a guest class, has an attribute of its own of that name. */
function hasOwn(o: PyValue, name: string): boolean {
  const own = typeof o === 'object' && o !== null && 'dict' in o ? (o.dict as PyDict | null) : null;
  return own !== null && own.getStr(name) !== undefined;
}

/** Whether `c` is the place of an attribute of class `o`: as long as neither it nor its metaclass (`value`: the version) changed. */
const classHit = (c: AttrCache, o: PyType): boolean => c.cls === o && c.version === o.version && c.dict !== null && (c.value === undefined || c.value === o.cls.version);

/** An attribute of a class that is given as it is. */
function cacheClass(f: PyFrame, pc: number, o: PyType, name: string): PyValue | undefined {
  if (!plainClassAttribute(o.cls, name)) return undefined;
  const v = o.lookup(name);
  // `str.lower`: what a class of ours has is found on it as it is, but for class methods.
  const asItIs = v instanceof PyFunction || (v instanceof NativeFunction && v.self === undefined && v.cls !== T.classmethod_descriptor);
  if (v === undefined || !(asItIs || isPlainData(v))) return undefined;
  const { dict } = o.ownerOf(name)!;
  f.code.caches[pc] = new AttrCache(null, o, o.version, dict.findPrim(name), o.cls === T.type ? undefined : o.cls.version, dict, name, null);
  return v;
}

function cacheModule(f: PyFrame, pc: number, o: PyModule, name: string): void {
  const i = o.dict.findPrim(name);
  if (i >= 0 && o.dict.keys[i] === name && T.module.lookup(name) === undefined) {
    f.code.caches[pc] = new AttrCache(null, T.module, T.module.version, i, undefined, o.dict, name, null);
  }
}

/** LOAD_METHOD of a class's own static or class method. */
function ofClass(vm: Thread, kind: number, m: PyValue): Result {
  const { func } = m as PyStaticMethod | PyClassMethod;
  if (kind === STATIC) return func;
  vm.method = func;
  return NOVALUE;
}

/** LOAD_METHOD of `super()`. */
function superMethod(vm: Thread, f: PyFrame, pc: number, o: PySuper, name: string): Result {
  const cls = o.selfClass;
  if (cls === null || o.self === cls || o.type === null) return superGet(vm, o, name);
  const c = f.code.caches[pc] as AttrCache | undefined;
  if (c !== undefined && c.index === SUPER && c.cls === cls && c.version === cls.version) {
    const [type, method] = (c.value as PyTuple).items;
    if (type === o.type) {
      vm.method = method!;
      return NOVALUE;
    }
  }
  const m = superLookup(o, name);
  // The argument errors of other natives tell how they were come to.
  if (!(m instanceof PyFunction || (m instanceof NativeFunction && m.cls !== T.classmethod_descriptor && m.self === undefined && m.def.sig.varargs))) return superGet(vm, o, name);
  f.code.caches[pc] = new AttrCache(null, cls, cls.version, SUPER, new PyTuple([o.type, m]), null, name, null);
  vm.method = m;
  return NOVALUE;
}

/** What LOAD_METHOD puts above a method: the object itself, or the one that a `super` stands for. */
export const methodSelf = (o: PyValue): PyValue => (o instanceof PySuper ? (o.self as PyValue) : o);

/**
 * LOAD_METHOD. NOVALUE: `vm.method` is the function to call with `methodSelf(o)` as first argument; otherwise the
 * result is the callable.
 */
export function loadMethod(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string): Result {
  const cls = typeOf(o);
  if (!(o instanceof PyInstance)) {
    const c = f.code.caches[pc] as AttrCache | undefined;
    if (c !== undefined && c.index === UNLESS_OWN && c.cls === cls && c.version === cls.version && !hasOwn(o, name)) {
      vm.method = c.value!;
      return NOVALUE;
    }
  } else {
    const hit = other(f, pc, o);
    if (hit !== undefined) {
      if (hit.index === -1) {
        vm.method = hit.value!;
        return NOVALUE;
      }
      if (hit.index < 0) return fromClass(vm, o, hit);
      const v = o.slots[hit.index];
      if (v !== undefined) return v;
    }
  }
  if (o instanceof PyModule) {
    if (cls === T.module) cacheModule(f, pc, o, name);
  } else if (o instanceof PyType) {
    const c = f.code.caches[pc] as AttrCache | undefined;
    if (c !== undefined && c.shape === null) {
      if (classHit(c, o)) return c.dict!.vals[c.index];
      if ((c.index === STATIC || c.index === CLASS_METHOD) && c.cls === o && c.version === o.version) return ofClass(vm, c.index, c.value!);
    }
    const v = cacheClass(f, pc, o, name);
    if (v !== undefined) return v;
    const m = plainClassAttribute(cls, name) ? o.lookup(name) : undefined;
    const kind = unboundKind(m);
    if (kind !== undefined) {
      if (cls === T.type) f.code.caches[pc] = new AttrCache(null, o, o.version, kind, m, null, name, null);
      return ofClass(vm, kind, m!);
    }
  } else if (o instanceof PySuper && cls === T.super) {
    return superMethod(vm, f, pc, o, name);
  } else if (plainGetattribute(cls)) {
    const m = cls.lookup(name);
    const isMethod = m instanceof PyFunction || (m instanceof NativeFunction && m.self === undefined && m.cls !== T.classmethod_descriptor && (m.owner === T.object || cls.isSubtype(m.owner!)));
    if (o instanceof PyInstance) {
      const own = o.dict === null ? o.shape.indexOf(name) : -1;
      if (own >= 0 && !(m !== undefined && isDataDescriptor(m))) {
        remember(f, pc, new AttrCache(o.shape, cls, cls.version, own, undefined, null, name, null));
        return o.slots[own];
      }
      if (isMethod) {
        if (o.dict === null) remember(f, pc, new AttrCache(o.shape, cls, cls.version, -1, m, null, name, null));
        else if (o.dict.getStr(name) !== undefined) return getattr(vm, o, name);
        vm.method = m;
        return NOVALUE;
      }
      const kind = own < 0 && o.dict === null ? unboundKind(m) : undefined;
      if (kind !== undefined) {
        const c = new AttrCache(o.shape, cls, cls.version, kind, m, null, name, null);
        remember(f, pc, c);
        return fromClass(vm, o, c);
      }
    } else if (isMethod) {
      if (!hasOwn(o, name)) {
        f.code.caches[pc] = new AttrCache(null, cls, cls.version, cls.flags.hasDict ? UNLESS_OWN : -1, m, null, name, null);
        vm.method = m;
        return NOVALUE;
      }
    } else if (!cls.flags.hasDict && unboundKind(m) === CLASS_METHOD) return new PyMethod((m as PyClassMethod).func, cls);
  }
  return plainGetattribute(cls) && cls.lookup('__getattr__') === undefined ? getattrUnnamed(vm, o, name) : getattr(vm, o, name);
}

export function storeAttr(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string, v: PyValue): Result {
  if (o instanceof PyInstance) {
    const hit = other(f, pc, o);
    if (hit !== undefined) {
      if (hit.next === null) o.slots[hit.index] = v;
      else {
        o.slots[hit.index] = v;
        o.shape = hit.next;
      }
      return NOVALUE;
    }
  }
  if (o instanceof PyInstance && o.dict === null && (o.cls.flags.hasDict || o.cls.members.length > 0)) {
    const cls = o.cls;
    const m = cls.lookup('__setattr__');
    if (m instanceof NativeFunction && m.def.fn === objectSet) {
      const d = cls.lookup(name);
      const at = memberIndex(cls, name, d);
      if (at >= 0) {
        remember(f, pc, new AttrCache(o.shape, cls, cls.version, at, undefined, null, name, null));
        o.slots[at] = v;
        return NOVALUE;
      }
      if (cls.flags.hasDict && (d === undefined || !isDataDescriptor(d))) {
        const before = o.shape;
        const i = before.indexOf(name);
        o.setOwn(name, v);
        if (o.dict === null) {
          remember(
            f,
            pc,
            i >= 0
              ? new AttrCache(before, cls, cls.version, i, undefined, null, name, null)
              : new AttrCache(before, cls, cls.version, before.names.length, undefined, null, name, o.shape),
          );
        }
        return NOVALUE;
      }
    }
  }
  if (o instanceof PyBaseException) {
    const m = o.cls.lookup('__setattr__');
    if (m instanceof NativeFunction && m.def.fn === objectSet && o.cls.lookup(name) === undefined) {
      (o.dict ??= new PyDict()).setStr(name, v);
      return NOVALUE;
    }
  }
  return discard(vm, vm.frame, setattr(vm, o, name, v));
}

/** For compiled code. */
export { aboutAttribute };
