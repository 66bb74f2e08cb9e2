/** asyncio.Future, which CPython has in C: state, callbacks, and the iterator that `await` goes through. */
import { andThen, cont, Cont, insertCont, NOVALUE, PUSHED, PyException, PyObject, T, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { call } from '../../../objects/call.js';
import { eqSync } from '../../../objects/compare.js';
import { truth } from '../../../objects/convert.js';
import { defineType } from '../../../objects/define.js';
import type { PyDict } from '../../../objects/dict.js';
import { error, runtimeError, stopIteration, typeError, valueError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { aliasHook } from '../../../objects/generator-type.js';
import { PyTraceback } from '../../../objects/traceback.js';
import { PyList, PyTuple } from '../../../objects/tuple.js';
import { PyType, typeName } from '../../../objects/type.js';
import { copyContext } from '../context.js';
import { callNamed, callSoon, currentLoop, exceptionOf, helper, methodOf } from './loop.js';

export const enum State {
  PENDING,
  CANCELLED,
  FINISHED,
}
const STATE_NAMES = ['PENDING', 'CANCELLED', 'FINISHED'];

export class FutureObj extends PyObject {
  dict: PyDict | null = null;
  /** undefined: `__init__` was not called. */
  loop: PyValue | undefined = undefined;
  state = State.PENDING;
  /** Functions and their contexts in turn. */
  callbacks: PyValue[] | null = null;
  /** undefined: none. */
  value: PyValue | undefined = undefined;
  exception: PyBaseException | null = null;
  /** The traceback that the exception came with, until it is raised for the first time. */
  exceptionTraceback: PyTraceback | null = null;
  sourceTraceback: PyValue = null;
  cancelMessage: PyValue = null;
  /** What ended a cancelled task: raised once, as it is. */
  cancelledBy: PyBaseException | null = null;
  /** Nobody has asked for the exception yet. */
  unseen = false;
  blocking = false;
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }

  /** undefined with `vm.exc`: the exception is raised, or there is nothing yet. */
  result(vm: VM): Result {
    if (this.loop === undefined) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'Future object is not initialized.'));
    if (this.state === State.CANCELLED) return raise(vm, this.cancelledError(vm));
    if (this.state === State.PENDING) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'Result is not set.'));
    this.unseen = false;
    const e = this.exception;
    if (e === null) return this.value!;
    e.traceback = this.exceptionTraceback;
    this.exceptionTraceback = null;
    return raise(vm, e);
  }

  cancelledError(vm: VM): PyBaseException {
    const known = this.cancelledBy;
    this.cancelledBy = null;
    if (known !== null) return known;
    return this.cancelMessage === null ? exceptionOf(vm, 'CancelledError') : exceptionOf(vm, 'CancelledError', this.cancelMessage);
  }
}

export function raise(vm: VM, e: PyBaseException): undefined {
  return vm.raise(new PyException(e));
}

/** Future or Task itself, whose methods nobody can have replaced. */
export const isPlain = (o: PyValue): o is FutureObj => o instanceof FutureObj && !o.cls.flags.heap;

function alive(self: FutureObj): PyValue {
  if (self.loop === undefined) throw runtimeError('Future object is not initialized.');
  return self.loop;
}

export function initFuture(vm: VM, self: FutureObj, loop: PyValue): Result {
  self.state = State.PENDING;
  self.callbacks = self.exception = self.exceptionTraceback = self.cancelledBy = null;
  self.sourceTraceback = self.cancelMessage = null;
  self.value = undefined;
  self.unseen = self.blocking = false;
  self.loop = undefined;
  if (loop !== null) return withLoop(vm, self, loop);
  return andThen(vm, vm.frame, currentLoop(vm), INIT_LOOP, self);
}
const INIT_LOOP = cont('future.loop', (vm, loop, c) => withLoop(vm, c.a, loop!));
function withLoop(vm: VM, self: FutureObj, loop: PyValue): Result {
  self.loop = loop;
  const base = vm.frame;
  const debug = callNamed(vm, loop, 'get_debug');
  return debug === false ? null : andThen(vm, base, debug, INIT_DEBUG, self);
}
const INIT_DEBUG = cont('future.debug', (vm, debug, c) => andThen(vm, vm.frame, truth(vm, debug!), INIT_TRUTH, c.a));
const INIT_TRUTH = cont('future.debug_truth', (vm, debug, c) => (debug === true ? andThen(vm, vm.frame, call(vm, helper(vm, 'extract_stack'), []), INIT_TRACEBACK, c.a) : null));
const INIT_TRACEBACK = cont('future.traceback', (_vm, tb, c) => {
  (c.a as FutureObj).sourceTraceback = tb!;
  return null;
});

/** Asks the loop to call all callbacks. Result: `answer`. */
function schedule(vm: VM, self: FutureObj, answer: PyValue): Result {
  const { callbacks } = self;
  if (callbacks === null) return answer;
  self.callbacks = null;
  return scheduleFrom(vm, self, callbacks, 0, answer);
}
function scheduleFrom(vm: VM, self: FutureObj, callbacks: PyValue[], from: number, answer: PyValue): Result {
  for (let i = from; i < callbacks.length; i += 2) {
    const base = vm.frame;
    const r = callSoon(vm, self.loop!, callbacks[i]!, self, callbacks[i + 1]!);
    if (r === PUSHED) return insertCont(vm, base, new Cont(SCHEDULED, self, callbacks, i + 2, answer));
    if (r === undefined) return undefined;
  }
  return answer;
}
const SCHEDULED = cont('future.scheduled', (vm, _v, c) => scheduleFrom(vm, c.a, c.b, c.c, c.d));

export function setResult(vm: VM, self: FutureObj, value: PyValue): Result {
  alive(self);
  if (self.state !== State.PENDING) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'invalid state'));
  self.value = value;
  self.state = State.FINISHED;
  return schedule(vm, self, null);
}

export function setException(vm: VM, self: FutureObj, exc: PyValue): Result {
  alive(self);
  if (self.state !== State.PENDING) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'invalid state'));
  if (exc instanceof PyType && exc.isSubtype(T.BaseException)) return andThen(vm, vm.frame, call(vm, exc, []), EXCEPTION_MADE, self);
  return setExceptionObject(vm, self, exc);
}
const EXCEPTION_MADE = cont('future.exception_made', (vm, e, c) => setExceptionObject(vm, c.a, e!));
function setExceptionObject(vm: VM, self: FutureObj, e: PyValue): Result {
  if (self.state !== State.PENDING) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'invalid state'));
  if (!(e instanceof PyBaseException)) throw typeError('invalid exception object');
  if (e.cls === T.StopIteration) throw typeError('StopIteration interacts badly with generators and cannot be raised into a Future');
  self.exception = e;
  self.exceptionTraceback = e.traceback;
  self.state = State.FINISHED;
  return andThen(vm, vm.frame, schedule(vm, self, null), EXCEPTION_SET, self);
}
const EXCEPTION_SET = cont('future.exception_set', (vm, _v, c) => {
  const self = c.a as FutureObj;
  self.unseen = true;
  // Our loop says at its end what CPython says when the future is collected.
  const note = methodOf(self.loop!, '_note_failed');
  return note === undefined ? null : andThen(vm, vm.frame, call(vm, note, [self.loop!, self]), NOTED);
});
const NOTED = cont('future.noted', () => null);

export function cancelFuture(vm: VM, self: FutureObj, message: PyValue): Result {
  alive(self);
  self.unseen = false;
  if (self.state !== State.PENDING) return false;
  self.state = State.CANCELLED;
  self.cancelMessage = message;
  return schedule(vm, self, true);
}

export function addCallback(vm: VM, self: FutureObj, fn: PyValue, context: PyValue): Result {
  if (self.loop === undefined) throw runtimeError('uninitialized Future object');
  if (self.state !== State.PENDING) return andThen(vm, vm.frame, callSoon(vm, self.loop, fn, self, context), NOTED);
  if (self.callbacks === null) self.callbacks = [fn, context];
  else self.callbacks.push(fn, context);
  return null;
}

const pairsOf = (callbacks: PyValue[] | null): PyValue[] => {
  const out: PyValue[] = [];
  for (let i = 0; callbacks !== null && i < callbacks.length; i += 2) out.push(new PyTuple([callbacks[i]!, callbacks[i + 1]!]));
  return out;
};

function removeCallback(vm: VM, self: FutureObj, fn: PyValue): Result {
  alive(self);
  const { callbacks } = self;
  if (callbacks === null) return 0;
  const kept: PyValue[] = [];
  for (let i = 0; i < callbacks.length; i += 2) {
    const same = callbacks[i] === fn || eqSync(vm, callbacks[i]!, fn);
    if (same === undefined) return andThen(vm, vm.frame, call(vm, helper(vm, 'others'), [new PyList(pairsOf(callbacks)), fn]), REMOVED, self, callbacks.length);
    if (!same) kept.push(callbacks[i]!, callbacks[i + 1]!);
  }
  self.callbacks = kept.length === 0 ? null : kept;
  return (callbacks.length - kept.length) / 2;
}
const REMOVED = cont('future.removed', (_vm, others, c) => {
  const self = c.a as FutureObj;
  const kept = (others as PyList).items.flatMap((pair) => (pair as PyTuple).items);
  self.callbacks = kept.length === 0 ? null : kept;
  return ((c.b as number) - kept.length) / 2;
});

/** What `await` of a future iterates over: the future itself, once, if there is no result yet. */
class FutureIter extends PyObject {
  constructor(public future: FutureObj | null) {
    super();
  }
  override quickNext(): PyValue | undefined {
    const f = this.future;
    if (f === null || f.state !== State.PENDING || f.blocking) return NOVALUE;
    f.blocking = true;
    return f;
  }
  /** undefined with `vm.exc === null`: ended, the result is `vm.stopValue`. */
  next(vm: VM): Result {
    const f = this.future;
    if (f === null) {
      vm.exc = null;
      vm.stopValue = null;
      return undefined;
    }
    if (f.state === State.PENDING) {
      if (f.blocking) return vm.raise(runtimeError("await wasn't used with future"));
      f.blocking = true;
      return f;
    }
    this.future = null;
    const r = f.result(vm);
    if (r === undefined) return undefined;
    vm.exc = null;
    vm.stopValue = r;
    return undefined;
  }
}

function throwIter(vm: VM, self: FutureIter, type: PyValue, value: PyValue, tb: PyValue): Result {
  if (tb !== null && !(tb instanceof PyTraceback)) throw typeError('throw() third argument must be a traceback');
  if (type instanceof PyType && type.isSubtype(T.BaseException)) {
    if (value instanceof PyBaseException && value.cls.isSubtype(type)) return thrown(vm, self, value, tb);
    return andThen(vm, vm.frame, call(vm, type, value === null ? [] : value instanceof PyTuple ? value.items : [value]), ITER_THROWN, self, tb);
  }
  if (!(type instanceof PyBaseException)) throw typeError('exceptions must be classes deriving BaseException or instances of such a class');
  if (value !== null) throw typeError('instance exception may not have a separate value');
  return thrown(vm, self, type, tb);
}
const ITER_THROWN = cont('futureiter.thrown', (vm, e, c) => thrown(vm, c.a, e as PyBaseException, c.b));
function thrown(vm: VM, self: FutureIter, e: PyBaseException, tb: PyValue): undefined {
  self.future = null;
  if (tb instanceof PyTraceback) e.traceback = tb;
  return raise(vm, e);
}

const iterOf = (_vm: VM, self: FutureObj): PyValue => {
  alive(self);
  return new FutureIter(self);
};

function setFlag(vm: VM, v: PyValue | undefined, go: (on: boolean) => void): Result {
  if (v === undefined) return vm.raise(error('AttributeError', 'cannot delete attribute'));
  return andThen(vm, vm.frame, truth(vm, v), FLAG_SET, go);
}
const FLAG_SET = cont('future.flag', (_vm, on, c) => {
  (c.a as (on: boolean) => void)(on === true);
  return null;
});
export const flagRow = (name: 'blocking' | 'logsDestroyed') =>
  [
    (_vm: VM, self: Record<typeof name, boolean>): PyValue => self[name],
    (vm: VM, self: Record<typeof name, boolean>, v: PyValue | undefined): Result => setFlag(vm, v, (on) => void (self[name] = on)),
  ] as const;

export function defineFuture(): PyType {
  defineType({
    name: '_asyncio.FutureIter',
    instance: FutureIter,
    methods: {
      '__iter__(self, /)': (_vm, self) => self,
      '!__next__(self, /)': (vm, self: FutureIter) => self.next(vm),
      'send(self, arg, /)': (vm, self: FutureIter) => {
        const r = self.next(vm);
        return r !== undefined || vm.exc !== null ? r : vm.raise(stopIteration(vm.stopValue));
      },
      '!throw(self, type, val=None, tb=None, /)': throwIter,
      'close(self, /)': (_vm, self: FutureIter) => (self.future = null),
    },
  });
  return defineType({
    name: '_asyncio.Future',
    instance: FutureObj,
    flags: { basetype: true, hasDict: true, hasWeakref: true },
    new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new FutureObj(cls)],
    methods: {
      '!__init__(self, *, loop=None)': (vm, self, loop) => initFuture(vm, self, loop),
      '!__repr__(self, /)': (vm, self) => (alive(self), call(vm, helper(vm, 'future_repr'), [self])),
      '!__del__(self, /)': (vm, self) => call(vm, helper(vm, 'future_del'), [self]),
      '__iter__(self, /)': iterOf,
      '__await__(self, /)': iterOf,
      'result(self, /)': (vm, self: FutureObj) => self.result(vm),
      'exception(self, /)': (vm, self: FutureObj) => {
        if (self.loop === undefined) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'Future object is not initialized.'));
        if (self.state === State.CANCELLED) return raise(vm, self.cancelledError(vm));
        if (self.state === State.PENDING) return raise(vm, exceptionOf(vm, 'InvalidStateError', 'Exception is not set.'));
        if (self.exception !== null) self.unseen = false;
        return self.exception;
      },
      '!set_result(self, result, /)': setResult,
      '!set_exception(self, exception, /)': setException,
      '!add_done_callback(self, fn, /, *, context=<unset>)': (vm, self, fn, context) => addCallback(vm, self, fn, context ?? copyContext(vm)),
      '!remove_done_callback(self, fn, /)': removeCallback,
      '!cancel(self, /, msg=None)': cancelFuture,
      'cancelled(self, /)': (_vm, self: FutureObj) => self.loop !== undefined && self.state === State.CANCELLED,
      'done(self, /)': (_vm, self: FutureObj) => self.loop !== undefined && self.state !== State.PENDING,
      'get_loop(self, /)': (_vm, self) => alive(self),
      '_make_cancelled_error(self, /)': (vm, self: FutureObj) => self.cancelledError(vm),
    },
    classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
    getset: {
      _state: (_vm, self: FutureObj) => (alive(self), STATE_NAMES[self.state]!),
      _asyncio_future_blocking: [flagRow('blocking')[0], (vm, self, v) => (alive(self), flagRow('blocking')[1](vm, self, v))],
      _loop: (_vm, self: FutureObj) => self.loop ?? null,
      _callbacks: (_vm, self: FutureObj) => (alive(self), self.callbacks === null ? null : new PyList(pairsOf(self.callbacks))),
      _result: (_vm, self: FutureObj) => (alive(self), self.value ?? null),
      _exception: (_vm, self: FutureObj) => (alive(self), self.exception),
      _log_traceback: [
        (_vm, self: FutureObj) => (alive(self), self.unseen),
        (vm, self: FutureObj, v) =>
          setFlag(vm, v, (on) => {
            if (on) throw valueError('_log_traceback can only be set to False');
            self.unseen = false;
          }),
      ],
      _source_traceback: (_vm, self: FutureObj) => self.sourceTraceback,
      _cancel_message: [
        (_vm, self: FutureObj) => self.cancelMessage,
        (vm, self: FutureObj, v) => {
          if (v === undefined) return vm.raise(error('AttributeError', 'cannot delete attribute'));
          self.cancelMessage = v;
          return null;
        },
      ],
    },
  });
}
