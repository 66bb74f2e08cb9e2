/** What the iterator types of itertools share. All state is in fields; Python code is waited for in native frames. */
import { andThen, cont, Cont, insertCont, PUSHED, PyObject, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { defineType, type TypeRecord } from '../../objects/define.js';
import { checkNew } from '../../objects/args.js';
import type { PyDict } from '../../objects/dict.js';
import { overflowError, typeError } from '../../objects/errors.js';
import { asInt, clipInt } from '../../objects/int.js';
import { PyTuple } from '../../objects/tuple.js';
import { iter } from '../../objects/iterate.js';
import type { NativeFn } from '../../objects/native.js';
import { typeName, type PyType } from '../../objects/type.js';

export abstract class Iterator extends PyObject {
  /** Attributes of an instance of a guest subclass. */
  dict: PyDict | null = null;
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }
}

export const ROWS = new Map<string, PyType>();

export interface IteratorRecord {
  name: string;
  instance: Function;
  doc?: string;
  /** Signature of `__new__` without `cls`, and its implementation. */
  new?: readonly [params: string, fn: (vm: VM, cls: PyType, ...args: any[]) => Result];
  next: NativeFn;
  methods?: TypeRecord['methods'];
  classMethods?: TypeRecord['classMethods'];
}

/** An iterator type of module itertools. */
export function iteratorType(r: IteratorRecord): PyType {
  const name = `itertools.${r.name}`;
  const type = defineType({
    name,
    instance: r.instance,
    doc: r.doc,
    flags: { basetype: r.new !== undefined },
    ...(r.new === undefined
      ? {}
      : { new: [`!__new__(cls, ${r.new[0]})`, (vm: VM, cls: PyValue, ...args: any[]) => r.new![1](vm, checkNew(cls, type), ...args)] as const }),
    methods: {
      '__iter__(self, /)': (_vm, self) => self,
      '!__next__(self, /)': r.next,
      ...r.methods,
    },
    ...(r.classMethods === undefined ? {} : { classMethods: r.classMethods }),
  });
  type.dict.setStr('__module__', 'itertools');
  ROWS.set(r.name, type);
  return type;
}

/** Makes an iterator of `source`, then the object: `row` gets it as value and (cls, b, c) as state. */
export function overIter(vm: VM, source: PyValue, row: ReturnType<typeof cont>, cls: PyType, b?: unknown, c?: unknown): Result {
  const base = vm.frame;
  return andThen(vm, base, iter(vm, source), row, cls, b, c);
}

/** Iterators of several iterables, then `row` with (cls, iterators, b). */
export function iterators(vm: VM, sources: readonly PyValue[], its: PyValue[], row: ReturnType<typeof cont>, cls: PyType, b?: unknown): Result {
  while (its.length < sources.length) {
    const base = vm.frame;
    const it = iter(vm, sources[its.length]!);
    if (it === undefined) return undefined;
    if (it === PUSHED) return insertCont(vm, base, new Cont(NEXT_ITER, sources, its, row, [cls, b]));
    its.push(it);
  }
  return row.fn(vm, null, new Cont(row, cls, its, b, null));
}
const NEXT_ITER = cont('itertools.iterators', (vm, it, c) => {
  c.b.push(it);
  return iterators(vm, c.a, c.b, c.c, c.d[0], c.d[1]);
});

/** An exhausted iterator's answer. */
export function end(vm: VM): undefined {
  vm.exc = null;
  vm.stopValue = null;
  return undefined;
}

/** What `__reduce__` gives: the type, its arguments and perhaps a state for `__setstate__`. */
export const reduced = (self: PyObject, args: readonly PyValue[], state?: PyValue): PyTuple =>
  new PyTuple(state === undefined ? [self.cls, new PyTuple([...args])] : [self.cls, new PyTuple([...args]), state]);

/** The parts of a state, as PyArg_ParseTuple takes them apart: a type or null (any) per part. */
export function stateParts(state: PyValue, ...types: readonly (PyType | null)[]): PyValue[] {
  if (!(state instanceof PyTuple)) throw typeError('state is not a tuple');
  const { items } = state;
  if (items.length !== types.length) throw typeError(`function takes exactly ${types.length} arguments (${items.length} given)`);
  types.forEach((t, i) => {
    const v = items[i]!;
    if (t !== null && !typeOf(v).isSubtype(t)) throw typeError(`argument ${i + 1} must be ${t.name}, not ${typeName(v)}`);
  });
  return items;
}

/** An index of a state, put between `lo` and `hi`. */
export function stateIndex(v: PyValue, lo = -Infinity, hi = Infinity): number {
  const n = asInt(v);
  if (n === undefined) throw typeError('an integer is required');
  if (typeof n === 'bigint' && (n >= 2n ** 63n || n < -(2n ** 63n))) throw overflowError('Python int too large to convert to C ssize_t');
  return Math.max(lo, Math.min(hi, clipInt(n)));
}
