/** What an abstract base class remembers of `isinstance` and `issubclass`; `_abc` has the rest (stdlib/abc-data.ts). */
import { PyFunction } from './function.js';
import { PyObject, T, typeOf, type PyValue } from './object.js';
import type { PyType } from './type.js';

/** `invalidation` changes with every registration: negative answers from before it are void. */
export const abcState = { invalidation: 0 };

export class AbcCaches extends PyObject {
  cache = new WeakSet<object>();
  negative = new WeakSet<object>();
  negativeVersion = 0;
}

/** Whether `m` is a method of abc.py's ABCMeta, which asks the caches and then `__subclasshook__`. */
const isAbcMeta = (m: PyValue | undefined, name: string): boolean => m instanceof PyFunction && m.code.co.filename === '<frozen>/abc.py' && m.code.co.qualname === name;

function known(cls: PyType, sub: PyType): boolean | undefined {
  const d = cls.lookup('_abc_impl');
  if (!(d instanceof AbcCaches)) return undefined;
  if (d.cache.has(sub)) return true;
  return d.negativeVersion === abcState.invalidation && d.negative.has(sub) ? false : undefined;
}

/** isinstance(o, cls) of a class with a metaclass, as far as it was asked before; `m`: its `__instancecheck__`. */
export function abcInstance(cls: PyType, m: PyValue | undefined, o: PyValue): boolean | undefined {
  if (!isAbcMeta(m, 'ABCMeta.__instancecheck__')) return undefined;
  const t = typeOf(o);
  return t.lookup('__class__') === T.object.lookup('__class__') ? known(cls, t) : undefined;
}

/** issubclass(sub, cls) likewise. */
export function abcSubclass(cls: PyType, m: PyValue | undefined, sub: PyType): boolean | undefined {
  return isAbcMeta(m, 'ABCMeta.__subclasscheck__') ? known(cls, sub) : undefined;
}
