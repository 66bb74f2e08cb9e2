/** What an abstract base class remembers of `isinstance` and `issubclass`; `_abc` has the rest (stdlib/abc-data.ts). */
import { PyClassMethod } from './descriptors.js';
import { PyFunction } from './function.js';
import { PyObject, T, typeOf, type PyValue } from './object.js';
import { NativeFunction } from './native.js';
import { NotImplemented } from './singletons.js';
import { PyType } from './type.js';

/** `invalidation` changes with every registration: negative answers from before it are void. */
export const abcState = { invalidation: 0 };

export class AbcCaches extends PyObject {
  cache = new WeakSet<object>();
  negative = new WeakSet<object>();
  negativeVersion = 0;
  readonly registry: WeakRef<PyObject>[] = [];

  /** Forgets negative answers from before a registration. */
  refresh(): void {
    if (this.negativeVersion === abcState.invalidation) return;
    this.negative = new WeakSet();
    this.negativeVersion = abcState.invalidation;
  }

  remember(sub: object, yes: boolean): boolean {
    (yes ? this.cache : this.negative).add(sub);
    return yes;
  }
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
  return t.lookup('__class__') === T.object.lookup('__class__') ? subclassSync(cls, t) : undefined;
}

/** issubclass(sub, cls) likewise. */
export function abcSubclass(cls: PyType, m: PyValue | undefined, sub: PyType): boolean | undefined {
  return isAbcMeta(m, 'ABCMeta.__subclasscheck__') ? decide(cls, sub) : undefined;
}

/** issubclass(sub, cls) without Python code; undefined: it takes some. */
export function subclassSync(cls: PyType, sub: PyType): boolean | undefined {
  const m = cls.cls.lookup('__subclasscheck__');
  if (m instanceof NativeFunction) return m.owner === T.type ? sub.isSubtype(cls) : undefined;
  return abcSubclass(cls, m, sub);
}

/** Files of the library whose `__subclasshook__` have the form that `hookAnswer` knows. */
const PLAIN_HOOKS: ReadonlySet<string> = new Set(['<frozen>/_collections_abc.py', '<frozen>/contextlib.py', '<frozen>/os.py']);

/**
 * What `cls.__subclasshook__(sub)` answers when it is object's own or of the form `if cls is X: return _check_methods(sub, "__iter__", ...)`:
 * whether `sub` has the methods. undefined: it is another one.
 */
function hookAnswer(cls: PyType, sub: PyType): true | typeof NotImplemented | undefined {
  const hook = cls.lookup('__subclasshook__');
  if (hook === T.object.lookup('__subclasshook__')) return NotImplemented;
  const f = hook instanceof PyClassMethod ? hook.func : null;
  if (!(f instanceof PyFunction)) return undefined;
  const { filename, names, consts } = f.code.co;
  if (!PLAIN_HOOKS.has(filename) || names.at(-1) !== 'NotImplemented' || names.at(-2) !== '_check_methods') return undefined;
  if (f.globals.getStr(names[0]!) !== cls) return NotImplemented;
  for (const method of consts) {
    if (typeof method !== 'string') continue;
    const owner = sub.mro.find((b) => b.dict.getStr(method) !== undefined);
    if (owner === undefined || owner.dict.getStr(method) === null) return NotImplemented;
  }
  return true;
}

/** `_abc_subclasscheck` where all that it asks needs no Python code. */
function decide(cls: PyType, sub: PyType): boolean | undefined {
  const answer = known(cls, sub);
  const data = cls.lookup('_abc_impl');
  if (answer !== undefined || !(data instanceof AbcCaches)) return answer;
  if (cls.lookup('__subclasses__') !== undefined || cls.cls.lookup('__subclasses__') !== T.type.lookup('__subclasses__') || sub.cls.lookup('__getattribute__') !== T.type.lookup('__getattribute__')) return undefined;
  const hook = hookAnswer(cls, sub);
  if (hook === undefined) return undefined;
  data.refresh();
  if (hook === true || sub.mro.includes(cls)) return data.remember(sub, true);
  const others: PyObject[] = [];
  for (const r of data.registry) {
    const c = r.deref();
    if (c !== undefined) others.push(c);
  }
  others.push(...cls.liveSubclasses());
  for (const c of others) {
    const r = c instanceof PyType ? subclassSync(c, sub) : undefined;
    if (r === undefined) return undefined;
    if (r) return data.remember(sub, true);
  }
  return data.remember(sub, false);
}
