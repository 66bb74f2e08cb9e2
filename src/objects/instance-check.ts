/** `isinstance`, as far as it needs no Python code. */
import { abcInstance } from './abc.js';
import { NativeFunction } from './native.js';
import { T, typeOf, type PyValue } from './object.js';
import { PyTuple } from './tuple.js';
import { PyType } from './type.js';

/** Whether instances of `t` may say by `__class__` that they are of another class. */
function lies(t: PyType): boolean {
  if (!t.flags.heap) return t.lookup('__class__') !== T.object.lookup('__class__');
  const ga = t.lookup('__getattribute__');
  return t.lookup('__class__') !== T.object.lookup('__class__') || !(ga instanceof NativeFunction);
}

/** isinstance without Python code; undefined when `__instancecheck__` or a union is involved. */
export function isInstanceSync(o: PyValue, cls: PyValue): boolean | undefined {
  if (cls instanceof PyType) {
    const t = typeOf(o);
    if (t === cls) return true;
    if (cls.cls === T.type) {
      if (t.isSubtype(cls)) return true;
      // A proxy may lie about its class.
      return lies(t) ? undefined : false;
    }
    const m = cls.cls.lookup('__instancecheck__');
    if (m instanceof NativeFunction && m.owner === T.type) return t.isSubtype(cls) ? true : lies(t) ? undefined : false;
    return lies(t) ? undefined : abcInstance(cls, m, o);
  }
  if (cls instanceof PyTuple) {
    for (const c of cls.items) {
      const r = isInstanceSync(o, c);
      if (r !== false) return r;
    }
    return false;
  }
  return undefined;
}
