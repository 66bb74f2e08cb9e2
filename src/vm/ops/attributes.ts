/** LOAD_ATTR, LOAD_METHOD and STORE_ATTR beyond their caches, and filling the caches. */
import { NOVALUE, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { getattr, isDataDescriptor, setattr } from '../../objects/attribute.js';
import { NativeFunction } from '../../objects/native.js';
import { PyFunction, PyModule } from '../../objects/function.js';
import { PyInstance, type PyType, type Shape } from '../../objects/type.js';
import type { PyDict } from '../../objects/dict.js';
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
    /** Slot index, or index in `dict`; -1: `value` is the method. */
    readonly index: number,
    readonly value: PyValue | undefined,
    /** Module namespace. */
    readonly dict: PyDict | null,
    readonly name: string,
    /** STORE_ATTR that adds the attribute: the shape after it. */
    readonly next: Shape | null,
  ) {}
}

const plainGetattribute = (cls: PyType): boolean => {
  const m = cls.lookup('__getattribute__');
  return m instanceof NativeFunction && m.owner === T.object;
};

export function loadAttr(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string): Result {
  if (o instanceof PyInstance) {
    const cls = o.cls;
    if (o.dict === null && plainGetattribute(cls)) {
      const i = o.shape.indexOf(name);
      if (i >= 0) {
        const d = cls.lookup(name);
        if (d === undefined || !isDataDescriptor(d)) {
          f.code.caches[pc] = new AttrCache(o.shape, cls, cls.version, i, undefined, null, name, null);
          return o.slots[i];
        }
      }
    }
  } else if (o instanceof PyModule && o.cls === T.module) cacheModule(f, pc, o, name);
  return getattr(vm, o, name);
}

function cacheModule(f: PyFrame, pc: number, o: PyModule, name: string): void {
  const i = o.dict.findPrim(name);
  if (i >= 0 && o.dict.keys[i] === name && T.module.lookup(name) === undefined) {
    f.code.caches[pc] = new AttrCache(null, T.module, T.module.version, i, undefined, o.dict, name, null);
  }
}

/**
 * LOAD_METHOD. NOVALUE: `vm.method` is the function to call with `o` as first argument; otherwise the
 * result is the callable.
 */
export function loadMethod(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string): Result {
  const cls = typeOf(o);
  if (o instanceof PyModule) {
    if (cls === T.module) cacheModule(f, pc, o, name);
  } else if (plainGetattribute(cls)) {
    const m = cls.lookup(name);
    const isMethod = m instanceof PyFunction || (m instanceof NativeFunction && m.self === undefined && m.cls !== T.classmethod_descriptor);
    if (o instanceof PyInstance) {
      const own = o.dict === null ? o.shape.indexOf(name) : -1;
      if (own >= 0 && !(m !== undefined && isDataDescriptor(m))) {
        f.code.caches[pc] = new AttrCache(o.shape, cls, cls.version, own, undefined, null, name, null);
        return o.slots[own];
      }
      if (isMethod) {
        if (o.dict === null) f.code.caches[pc] = new AttrCache(o.shape, cls, cls.version, -1, m, null, name, null);
        else if (o.dict.getStr(name) !== undefined) return getattr(vm, o, name);
        vm.method = m;
        return NOVALUE;
      }
    } else if (isMethod) {
      const own = typeof o === 'object' && o !== null && 'dict' in o ? (o.dict as PyDict | null) : null;
      if (own === null || own.getStr(name) === undefined) {
        if (!cls.flags.hasDict) f.code.caches[pc] = new AttrCache(null, cls, cls.version, -1, m, null, name, null);
        vm.method = m;
        return NOVALUE;
      }
    }
  }
  return getattr(vm, o, name);
}

export function storeAttr(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string, v: PyValue): Result {
  if (o instanceof PyInstance && o.dict === null && o.cls.flags.hasDict) {
    const cls = o.cls;
    const m = cls.lookup('__setattr__');
    if (m instanceof NativeFunction && m.owner === T.object) {
      const d = cls.lookup(name);
      if (d === undefined || !isDataDescriptor(d)) {
        const before = o.shape;
        const i = before.indexOf(name);
        o.setOwn(name, v);
        if (o.dict === null) {
          f.code.caches[pc] =
            i >= 0
              ? new AttrCache(before, cls, cls.version, i, undefined, null, name, null)
              : new AttrCache(before, cls, cls.version, -1, undefined, null, name, o.shape);
        }
        return NOVALUE;
      }
    }
  }
  return discard(vm, vm.frame, setattr(vm, o, name, v));
}
