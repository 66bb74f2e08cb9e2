/** `item in o`, with the fallbacks to iteration. */
import { cont, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import { callPrelude, callUnbound } from './call.js';
import { NativeFunction } from './native.js';
import { PyDict } from './dict.js';
import { PySet } from './set.js';
import { truth } from './convert.js';
import { PyList, PyTuple } from './tuple.js';
import { typeName } from './type.js';

export function contains(vm: VM, o: PyValue, item: PyValue): Result {
  if ((o instanceof PyDict || o instanceof PySet) && (o.cls === T.dict || o.cls === T.set || o.cls === T.frozenset)) {
    const i = o.find(item);
    if (i >= -1) return i >= 0;
  }
  if (typeof o === 'string' && typeof item === 'string') return o.includes(item);
  if ((o instanceof PyList && o.cls === T.list) || (o instanceof PyTuple && o.cls === T.tuple)) {
    // The same int or str first: that needs no `__eq__`, unless an object before it has one.
    const { items } = o;
    if (typeof item === 'number' || typeof item === 'string') {
      let plain = true;
      for (let i = 0; i < items.length; i++) {
        const x = items[i];
        if (x === item) {
          if (plain) return true;
          break;
        }
        if (typeof x !== 'number' && typeof x !== 'string' && x !== null) plain = false;
      }
      if (plain) return false;
    }
  }
  const cls = typeOf(o);
  const m = cls.lookup('__contains__');
  const base = vm.frame;
  if (m instanceof NativeFunction && m.self === undefined) return andThen(vm, base, m.def.fn(vm, o, item), TRUTH);
  if (m !== undefined && m !== null) return andThen(vm, base, callUnbound(vm, m, o, [item]), TRUTH);
  if (m === null) return vm.raise(typeError(`'${typeName(o)}' object is not a container`));
  if ((cls.lookup('__iter__') === undefined && cls.lookup('__getitem__') === undefined)) {
    return vm.raise(typeError(`argument of type '${typeName(o)}' is not iterable`));
  }
  return callPrelude(vm, 'contains', o, item);
}

const TRUTH = cont('contains.truth', (vm, v) => truth(vm, v!));
