/**
 * What a native makes of a generator's values, one by one. A generator that a native runs through with `into` has the
 * sink below it, where YIELD_VALUE finds it: a value it takes needs no suspending, no way down to the native and back.
 * What the generator's code can see of the world is the same: a sink's `take` runs no Python code.
 */
import { append } from './list-growth.js';
import { andThen, cont, Cont, insertCont, NOVALUE, PUSHED, PyFloat, PyObject, T, type PyValue, type Result, type VM } from './object.js';
import { next } from './iterate.js';
import { callPrelude } from './call.js';
import { truthSync } from './convert.js';
import { InternalError } from './errors.js';
import { PyGenerator } from './generator.js';
import { PyList, PyTuple } from './tuple.js';
import type { PySet } from './set.js';

export abstract class Sink {
  /** False: it takes Python code to do so, see `rest`. */
  abstract take(v: PyValue): boolean;
  /** `take` of a float that has no object yet. */
  takeFloat(x: number): boolean {
    return this.take(new PyFloat(x));
  }
  /** The generator has ended. */
  abstract result(vm: VM): Result;
  /** What the native does with `v`, which was not taken, and with what `it` has left. */
  abstract rest(vm: VM, v: PyValue, it: PyValue): Result;
}

/** Whether `into` may run through `o`. */
export const isPlainGenerator = (o: PyValue): o is PyGenerator => o instanceof PyGenerator && o.cls === T.generator;

/** Runs through `gen`; the result is the sink's. */
export function into(vm: VM, gen: PyGenerator, sink: Sink): Result {
  return pour(vm, gen, sink, null);
}

/** The same for any iterator, of which `quickNext` may tell what it has. */
export function intoFrom(vm: VM, it: PyValue, sink: Sink): Result {
  if (it instanceof PyObject) {
    for (let n = 1; ; n++) {
      const v = it.quickNext();
      if (v === NOVALUE) break;
      if (v === undefined) {
        vm.exc = null;
        return sink.result(vm);
      }
      if (!sink.take(v)) return sink.rest(vm, v, it);
      if ((n & 1023) === 0) vm.charge(1024);
    }
  }
  return pour(vm, it, sink, null);
}

function pour(vm: VM, gen: PyValue, sink: Sink, c: Cont | null): Result {
  for (;;) {
    const base = vm.frame;
    const v = next(vm, gen);
    // The same Cont goes back under the next frame: a million items, one Cont.
    if (v === PUSHED) return insertCont(vm, base, c ?? new Cont(SINK, gen, sink, null, null));
    if (v === undefined) return vm.exc === null ? sink.result(vm) : undefined;
    if (!sink.take(v)) return sink.rest(vm, v, gen);
  }
}

/** The native frame below the generator's: `b` is the sink. */
export const SINK = cont(
  'sink',
  (vm, v, c) => {
    const sink = c.b as Sink;
    if (v === undefined) return vm.exc === null ? sink.result(vm) : undefined;
    return sink.take(v) ? pour(vm, c.a, sink, c) : sink.rest(vm, v, c.a);
  },
  { iter: true },
);

/** list, and what begins by making one. */
export class ListSink extends Sink {
  constructor(private readonly list: PyList) {
    super();
  }
  take(v: PyValue): boolean {
    append(this.list.items, v);
    return true;
  }
  result(): PyValue {
    return this.list;
  }
  rest(): never {
    throw new InternalError('a list takes everything');
  }
}

export class SetSink extends Sink {
  constructor(
    private readonly set: PySet,
    private readonly ret: PyValue,
  ) {
    super();
  }
  take(v: PyValue): boolean {
    return this.set.addFast(v);
  }
  result(): PyValue {
    return this.ret;
  }
  rest(vm: VM, v: PyValue, it: PyValue): Result {
    return andThen(vm, vm.frame, callPrelude(vm, 'set_update', this.set, new PyTuple([new PyList([v]), it])), SET_FILLED, this.ret);
  }
}
const SET_FILLED = cont('sink.set', (_vm, _v, c) => c.a);

/** sum() of ints and floats, as CPython adds them: exactly, and from the first float on as floats. */
export class SumSink extends Sink {
  private isFloat = false;
  private x = 0.5;
  constructor(private n: number) {
    super();
  }
  take(v: PyValue): boolean {
    const n = typeof v === 'number' ? v : v === true ? 1 : v === false ? 0 : undefined;
    if (n === undefined) return v instanceof PyFloat && v.cls === T.float && this.takeFloat(v.v);
    if (this.isFloat) {
      this.x += n;
      return true;
    }
    const t = this.n + n;
    if (!Number.isSafeInteger(t)) return false;
    this.n = t;
    return true;
  }
  override takeFloat(x: number): boolean {
    this.x = (this.isFloat ? this.x : this.n) + x;
    this.isFloat = true;
    return true;
  }
  result(): PyValue {
    return this.isFloat ? new PyFloat(this.x) : this.n;
  }
  rest(vm: VM, v: PyValue, it: PyValue): Result {
    return callPrelude(vm, 'sum_rest', v, it, this.result());
  }
}

/** any() (stops at true) and all() (at false). */
export class QuantifySink extends Sink {
  constructor(
    private readonly vm: VM,
    private readonly stopAt: boolean,
  ) {
    super();
  }
  take(v: PyValue): boolean {
    return typeof v === 'boolean' ? v !== this.stopAt : truthSync(this.vm, v) === !this.stopAt;
  }
  result(): PyValue {
    return !this.stopAt;
  }
  rest(vm: VM, v: PyValue, it: PyValue): Result {
    if (truthSync(vm, v) !== undefined) return this.stopAt;
    return callPrelude(vm, this.stopAt ? 'any_rest' : 'all_rest', v, it);
  }
}

/** min() (sign -1) and max() (sign 1) of ints, of floats or of strings, without a key. */
export class ExtremeSink extends Sink {
  private best: PyValue | undefined = undefined;
  constructor(
    private readonly sign: 1 | -1,
    private readonly empty: (vm: VM) => Result,
  ) {
    super();
  }
  take(v: PyValue): boolean {
    const { best } = this;
    if (best === undefined) {
      this.best = v;
      return true;
    }
    let above: boolean;
    if ((typeof v === 'number' && typeof best === 'number') || (typeof v === 'string' && typeof best === 'string')) above = this.sign === 1 ? v > best : v < best;
    else if (v instanceof PyFloat && best instanceof PyFloat && v.cls === T.float && best.cls === T.float) above = this.sign === 1 ? v.v > best.v : v.v < best.v;
    else return false;
    if (above) this.best = v;
    return true;
  }
  result(vm: VM): Result {
    return this.best === undefined ? this.empty(vm) : this.best;
  }
  rest(vm: VM, v: PyValue, it: PyValue): Result {
    return callPrelude(vm, this.sign === 1 ? 'max_rest' : 'min_rest', v, it, this.best!);
  }
}
