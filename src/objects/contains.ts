/** `item in o`, with the fallbacks to iteration. */
import { work } from './work.js';
import { cont, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import { callPrelude, callUnbound } from './call.js';
import { NativeFunction } from './native.js';
import { PyDict } from './dict.js';
import { PySet } from './set.js';
import { truth } from './convert.js';
import { strFind } from './str.js';
import { isSequence } from './iterate.js';
import { PyList, PyTuple } from './tuple.js';
import { Special, typeName } from './type.js';

/** Whether a `__contains__` is dict's own. */
const isDicts = (m: PyValue | undefined): boolean => m instanceof NativeFunction && m.owner === T.dict;

/** `k in c` where that takes no Python code and is soon found out; undefined: ask `contains`. */
export function holds(c: PyValue, k: PyValue): boolean | undefined {
  if (typeof k !== 'number' && typeof k !== 'string') return undefined;
  if (typeof c === 'string') return typeof k === 'string' && c.length < 4096 ? c.includes(k) : undefined;
  if ((c instanceof PyDict && (c.cls === T.dict || isDicts(c.cls.special(Special.CONTAINS)))) || (c instanceof PySet && (c.cls === T.set || c.cls === T.frozenset))) {
    // A key of a class of its own may be equal to it.
    return c.findPrim(k) >= 0 ? true : c.hashes === null ? false : undefined;
  }
  if ((c instanceof PyTuple && c.cls === T.tuple) || (c instanceof PyList && c.cls === T.list)) {
    // An object before the same int or str has an `__eq__` to be asked.
    const { items } = c;
    for (let i = 0; i < items.length; i++) {
      const x = items[i];
      if (x === k) {
        work(i);
        return true;
      }
      if (typeof x !== 'number' && typeof x !== 'string' && x !== null) return undefined;
    }
    work(items.length);
    return false;
  }
  return undefined;
}

export function contains(vm: VM, o: PyValue, item: PyValue): Result {
  const quick = holds(o, item);
  if (quick !== undefined) return quick;
  if ((o instanceof PyDict || o instanceof PySet) && (o.cls === T.dict || o.cls === T.set || o.cls === T.frozenset)) {
    const i = o.find(item);
    if (i >= -1) return i >= 0;
  }
  if (typeof o === 'string' && typeof item === 'string') return strFind(o, item, 0, o.length) >= 0;
  const cls = typeOf(o);
  const m = cls.special(Special.CONTAINS);
  const base = vm.frame;
  if (m instanceof NativeFunction && m.self === undefined) return andThen(vm, base, m.def.fn(vm, o, item), TRUTH);
  if (m !== undefined && m !== null) return andThen(vm, base, callUnbound(vm, m, o, [item]), TRUTH);
  if (m === null) return vm.raise(typeError(`'${typeName(o)}' object is not a container`));
  if (cls.lookup('__iter__') === undefined && !isSequence(o)) {
    return vm.raise(typeError(`argument of type '${typeName(o)}' is not iterable`));
  }
  return callPrelude(vm, 'contains', o, item);
}

const TRUTH = cont('contains.truth', (vm, v) => truth(vm, v!));
