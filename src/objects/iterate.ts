/** The iterator protocol: `iter`, `next`, and draining an iterable from native code. */
import { work } from './work.js';
import { append } from './list-growth.js';
import { PyFunction } from './function.js';
import { AstralStr, cont, insertCont, Cont, NOVALUE, PUSHED, andThen, T, typeOf, type PyValue, type Result, type VM, PyObject } from './object.js';
import { attempt, stopIteration, typeError, error } from './errors.js';
import { callPrelude, callUnbound, callSlot } from './call.js';
import { NativeFunction } from './native.js';
import { PyGenerator } from './generator.js';
import { PyDict } from './dict.js';
import { PySet } from './set.js';
import { PyBytes } from './bytes.js';
import { PyList, PyTuple } from './tuple.js';
import { strFromCodePoints } from './str.js';
import { Special, typeName } from './type.js';
import { pushFrame } from './call.js';
import { into, isPlainGenerator, ListSink } from './sink.js';

/** `iter(o)` */
/** PySequence_Check: there is a `__getitem__`, and not only for subscripts. */
export const isSequence = (o: PyValue): boolean => typeOf(o).lookup('__getitem__') !== undefined && !(o instanceof PyDict) && !typeOf(o).flags.subscriptOnly;

export function iter(vm: VM, o: PyValue): Result {
  const m = typeOf(o).special(Special.ITER);
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, o);
  if (m === undefined) {
    if (isSequence(o)) return new SequenceIterator(o);
    return vm.raise(typeError(`'${typeName(o)}' object is not iterable`));
  }
  if (m === null) return vm.raise(typeError(`'${typeName(o)}' object is not iterable`));
  const base = vm.frame;
  if (m instanceof PyFunction) return andThen(vm, base, callUnbound(vm, m, o, []), CHECK_ITERATOR);
  const other = typeOf(o).lookup('__getitem__') === undefined ? typeError(`'${typeName(o)}' object is not iterable`) : new SequenceIterator(o);
  return andThen(vm, base, callSlot(vm, m, o, [], other), CHECK_ITERATOR);
}

const CHECK_ITERATOR = cont('iter.check', (vm, it) => {
  if (typeOf(it!).special(Special.NEXT) === undefined) return vm.raise(typeError(`iter() returned non-iterator of type '${typeName(it!)}'`));
  return it;
});

/** `iter(o)`; any TypeError of it becomes one with this message. */
export function iterElse(vm: VM, o: PyValue, message: string): Result {
  return orTypeError(vm, () => iter(vm, o), message);
}

/** The result of `operation`; any TypeError becomes one with this message. */
export function orTypeError(vm: VM, operation: () => Result, message: string): Result {
  return andThen(vm, vm.frame, attempt(vm, operation), TYPE_ERROR, message);
}
const TYPE_ERROR = cont('or.typeerror', (vm, v, c) => (v === undefined && isTypeError(vm) ? vm.raise(typeError(c.a)) : v), { catches: true });

/** The exception that is set is a TypeError. */
export const isTypeError = (vm: VM): boolean => vm.exc!.cls.isSubtype(T.TypeError!);

/** Iterator over anything with `__getitem__`; its type is defined in iterator-types.ts. */
export class SequenceIterator extends PyObject {
  index = 0;
  constructor(public seq: PyValue | null) {
    super();
    this.cls = T.iterator!;
  }
}

/**
 * Resumes a generator (or coroutine) with a value: pushes its frame. Its yield comes back as the value
 * of the operation, its return as exhaustion.
 */
export function resumeGenerator(vm: VM, gen: PyGenerator, value: PyValue): Result {
  const f = gen.frame;
  if (gen.running) return vm.raise(error('ValueError', `${generatorKind(gen)} already executing`));
  if (f === null) {
    if (gen.cls === T.coroutine) return vm.raise(error('RuntimeError', 'cannot reuse already awaited coroutine'));
    vm.exc = null;
    vm.stopValue = null;
    return undefined;
  }
  if (f.lasti < 0) {
    if (value !== null) {
      return vm.raise(typeError(`can't send non-None value to a just-started ${generatorKind(gen)}`));
    }
  } else f.st[f.sp++] = value;
  const r = pushFrame(vm, f);
  if (r === undefined) {
    if (f.lasti >= 0) f.sp--;
    return r;
  }
  gen.running = true;
  if (gen.handled !== null) {
    vm.handled = gen.handled;
    gen.handled = null;
  }
  return r;
}

export function generatorKind(gen: PyGenerator): string {
  return gen.cls === T.coroutine ? 'coroutine' : gen.cls === T.async_generator ? 'async generator' : 'generator';
}

/**
 * The next item. Exhaustion: undefined with `vm.exc === null` (`vm.stopValue` is the value of a
 * generator's return); a StopIteration that Python code raised is turned into that.
 */
export function next(vm: VM, it: PyValue): Result {
  if (typeof it === 'object' && it !== null) {
    const quick = it.quickNext();
    if (quick !== NOVALUE) {
      vm.exc = null;
      return quick;
    }
  }
  if (it instanceof PyGenerator && it.cls === T.generator) return resumeGenerator(vm, it, null);
  const m = typeOf(it).special(Special.NEXT);
  if (m instanceof NativeFunction && m.self === undefined) {
    vm.exc = null;
    const r = m.def.fn(vm, it);
    if (r === undefined && vm.exc !== null) return stopToEnd(vm);
    return r;
  }
  if (m === undefined || m === null) return vm.raise(typeError(`'${typeName(it)}' object is not an iterator`));
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, it, []), NEXT_PYTHON);
}

const NEXT_PYTHON = cont('next.python', (vm, v) => (v !== undefined ? v : stopToEnd(vm)), { catches: true });

function stopToEnd(vm: VM): undefined {
  const e = vm.exc;
  if (e !== null && e.cls.isSubtype(T.StopIteration!)) {
    vm.stopValue = e.field('value');
    vm.lastStop = e;
    vm.exc = null;
  }
  return undefined;
}

/** Turns exhaustion of `r` (an operation like `next`) into a raised StopIteration. */
export function raiseStop(vm: VM): undefined {
  const v = vm.stopValue;
  vm.stopValue = null;
  return vm.raise(stopIteration(v));
}

/** Items of an iterable that needs no Python code to walk; undefined otherwise. A copy unless noted. */
export function itemsSync(o: PyValue): PyValue[] | undefined {
  const items = itemsOf(o);
  if (items !== undefined) work(items.length);
  return items;
}

function itemsOf(o: PyValue): PyValue[] | undefined {
  if (o instanceof PyList) return o.cls === T.list || usesBuiltinIter(o, T.list) ? o.items.slice() : undefined;
  if (o instanceof PyTuple) return o.cls === T.tuple || usesBuiltinIter(o, T.tuple) ? o.items.slice() : undefined;
  if (typeof o === 'string') return splitUnits(o);
  if (o instanceof AstralStr) return Array.from(o.cps, (c) => strFromCodePoints([c]));
  if (o instanceof PyDict) return o.cls === T.dict || usesBuiltinIter(o, T.dict) ? liveKeys(o.keys) : undefined;
  if (o instanceof PySet) return usesBuiltinIter(o, o.cls.isSubtype(T.set) ? T.set : T.frozenset) ? o.items() : undefined;
  if (o instanceof PyBytes) return usesBuiltinIter(o, T.bytes) ? Array.from(o.v) : undefined;
  return undefined;
}

/** A str's one-unit characters; `split('')` would do the same but is slower on long text. */
function splitUnits(s: string): PyValue[] {
  const out: PyValue[] = [];
  for (let i = 0; i < s.length; i++) out.push(s[i]!);
  return out;
}

function liveKeys(keys: (PyValue | undefined)[]): PyValue[] {
  const out: PyValue[] = [];
  for (const k of keys) if (k !== undefined) out.push(k);
  return out;
}

function usesBuiltinIter(o: PyObject, t: import('./type.js').PyType): boolean {
  const m = o.cls.special(Special.ITER);
  return m instanceof NativeFunction && m.owner === t && !hasHint(o);
}

/** Whether PyObject_LengthHint of `o` runs Python code. Nothing here needs its answer, but what that code does is seen. */
export function hasHint(o: PyValue): boolean {
  const t = typeOf(o);
  if (!t.flags.heap) {
    // These ask what they go over.
    const of = o instanceof SequenceIterator || t === T.reversed ? (o as { seq?: PyValue }).seq : undefined;
    return of !== undefined && of !== null && typeOf(of).flags.heap;
  }
  const m = t.special(Special.LEN) ?? t.lookup('__length_hint__');
  return m !== undefined && !(m instanceof NativeFunction);
}

/** A new list of the items of any iterable, as PySequence_List. `hint`: whether its length is asked for. */
export function listFrom(vm: VM, iterable: PyValue, hint = true): Result {
  const items = itemsSync(iterable);
  if (items !== undefined) {
    vm.charge(items.length);
    return new PyList(items);
  }
  return appendAll(vm, iterable, new PyList([]), hint);
}

/** Appends what `iterable` gives to `out`, item by item; result: `out`. */
export function appendAll(vm: VM, iterable: PyValue, out: PyList, hint = true): Result {
  const base = vm.frame;
  return andThen(vm, base, iter(vm, iterable), LIST_START, out, hint && hasHint(iterable) ? iterable : undefined);
}

const LIST_START = cont('list.from', (vm, it, c) => {
  if (c.b === undefined) return drain(vm, it!, c.a);
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'length_hint', c.b, 8), LIST_HINTED, it, c.a);
});
const LIST_HINTED = cont('list.hinted', (vm, _n, c) => drain(vm, c.a, c.b));

/** Appends what is left of iterator `it` to `out`; result: `out`. */
export function drain(vm: VM, it: PyValue, out: PyList): Result {
  if (isPlainGenerator(it)) return into(vm, it, new ListSink(out));
  if (typeof it === 'object' && it !== null) {
    for (let n = 1; ; n++) {
      const v = it.quickNext();
      if (v === NOVALUE) break;
      if (v === undefined) {
        vm.exc = null;
        return out;
      }
      append(out.items, v);
      if ((n & 1023) === 0) vm.charge(1024);
    }
  }
  for (;;) {
    const base = vm.frame;
    const v = next(vm, it);
    if (v === PUSHED) return insertCont(vm, base, new Cont(LIST_ITEM, it, out, null, null));
    if (v === undefined) return vm.exc === null ? out : undefined;
    append(out.items, v);
    if ((out.items.length & 1023) === 0) vm.charge(1024);
  }
}

const LIST_ITEM = cont(
  'list.from.item',
  (vm, v, c) => {
    if (v === undefined) return vm.exc === null ? c.b : undefined;
    append((c.b as PyList).items, v);
    // The same Cont goes back under the next frame: a million items, one Cont.
    for (;;) {
      const base = vm.frame;
      const x = next(vm, c.a);
      if (x === PUSHED) return insertCont(vm, base, c);
      if (x === undefined) return vm.exc === null ? c.b : undefined;
      append((c.b as PyList).items, x);
    }
  },
  { iter: true },
);
