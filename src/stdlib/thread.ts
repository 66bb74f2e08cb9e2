/** _thread: locks, thread-local data, starting threads (vm/scheduler.ts runs them). */
import { andThen, cont, PyFloat, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { attrName, genericGet, genericSet } from '../objects/attribute.js';
import { callUnbound } from '../objects/call.js';
import { error, runtimeError, typeError, valueError } from '../objects/errors.js';
import type { PyBaseException } from '../objects/exception.js';
import { defineType } from '../objects/define.js';
import { address, reprSync, truthSync } from '../objects/convert.js';
import { PyDict } from '../objects/dict.js';
import { asDouble } from '../objects/float.js';
import { asInt } from '../objects/int.js';
import { NativeFunction } from '../objects/native.js';
import { asJS } from '../objects/str.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { argTypeName, type PyType } from '../objects/type.js';
import type { Machine } from '../vm/machine.js';
import { formatException } from '../vm/traceback.js';
import { currentIdent, MAIN_IDENT, schedulerOf, type GuestThread, type Scheduler, type Waited } from '../vm/scheduler.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

class Lock extends PyObject implements Waited {
  /** How often it is held. */
  count = 0;
  take(_t: GuestThread): boolean {
    if (this.count > 0) return false;
    this.count = 1;
    return true;
  }
}
class RLock extends Lock {
  /** The identity of the thread that holds it. */
  owner = 0;
  /** What `_acquire_restore` puts back. */
  wanted = 1;
  override take(t: GuestThread): boolean {
    if (this.count > 0 && this.owner !== t.ident) return false;
    this.count += this.wanted;
    this.wanted = 1;
    this.owner = t.ident;
    return true;
  }
}

/** Takes the lock, or waits for it. */
function acquire(vm: VM, self: Lock, blocking: PyValue, timeout: PyValue): Result {
  const wait = truthSync(vm, blocking) ?? true;
  const t = asDouble(timeout);
  if (t === undefined) throw typeError("'timeout' must be a number");
  if (!wait && t !== -1) throw valueError("can't specify a timeout for a non-blocking call");
  if (t < 0 && t !== -1) throw valueError('timeout value must be a non-negative number');
  if (t > TIMEOUT_MAX) throw error('OverflowError', 'timeout value is too large');
  const threads = schedulerOf(vm);
  if (self.take(threads.current)) return true;
  if (!wait || t === 0) return false;
  return threads.block(vm, self, t < 0 ? Infinity : t * 1000);
}

function release(vm: VM, self: Lock): null {
  if (self instanceof RLock) {
    if (self.count === 0 || self.owner !== currentIdent(vm)) throw runtimeError('cannot release un-acquired lock');
    if (--self.count === 0) self.owner = 0;
    return null;
  }
  if (self.count === 0) throw runtimeError('release unlocked lock');
  self.count = 0;
  return null;
}

const lockRows = {
  '!acquire(self, blocking=True, timeout=-1)': acquire,
  'release(self, /)': release,
  '!__enter__(self, /)': (vm: VM, self: Lock) => acquire(vm, self, true, -1),
  '__exit__(self, /, *args)': release,
  '_at_fork_reinit(self, /)': (_vm: VM, self: Lock) => {
    self.count = 0;
    return null;
  },
};

const LOCK = defineType({
  name: '_thread.lock',
  instance: Lock,
  flags: { hasWeakref: true },
  methods: {
    ...lockRows,
    'locked(self, /)': (_vm, self: Lock) => self.count > 0,
    'locked_lock(self, /)': (_vm, self: Lock) => self.count > 0,
    '!acquire_lock(self, blocking=True, timeout=-1)': acquire,
    'release_lock(self, /)': release,
    '__repr__(self, /)': (_vm, self: Lock) => `<${self.count > 0 ? 'locked' : 'unlocked'} _thread.lock object at ${address(self)}>`,
  },
});
const RLOCK = defineType({
  name: '_thread.RLock',
  instance: RLock,
  flags: { basetype: true, hasWeakref: true },
  new: ['__new__(cls, *args, **kwargs)', () => new RLock()],
  methods: {
    ...lockRows,
    '_is_owned(self, /)': (vm, self: RLock) => self.count > 0 && self.owner === currentIdent(vm),
    '_release_save(self, /)': (_vm, self: RLock) => {
      if (self.count === 0) throw runtimeError('cannot release un-acquired lock');
      const saved = new PyTuple([self.count, self.owner]);
      self.count = self.owner = 0;
      return saved;
    },
    '!_acquire_restore(self, state, /)': (vm, self: RLock, state: PyTuple) => {
      self.wanted = state.items[0] as number;
      const threads = schedulerOf(vm);
      return self.take(threads.current) ? null : threads.block(vm, self, Infinity);
    },
    '_recursion_count(self, /)': (vm, self: RLock) => (self.owner === currentIdent(vm) ? self.count : 0),
    '__repr__(self, /)': (_vm, self: RLock) => `<${self.count > 0 ? 'locked' : 'unlocked'} _thread.RLock object owner=${self.owner} count=${self.count} at ${address(self)}>`,
  },
});

/** An object with attributes of its own in each thread. */
class Local extends PyObject {
  readonly dicts = new Map<number, PyDict>();
  constructor(
    cls: PyType,
    readonly vm: VM,
    /** What `__init__` gets again in each thread. */
    readonly args: PyValue[],
    readonly kwargs: Map<string, PyValue>,
  ) {
    super();
    this.cls = cls;
    this.dicts.set(currentIdent(vm), new PyDict());
  }
  get dict(): PyDict {
    const ident = currentIdent(this.vm);
    let d = this.dicts.get(ident);
    if (d === undefined) this.dicts.set(ident, (d = new PyDict()));
    return d;
  }
}

/** Attributes of a local: the first use in a thread calls `__init__`. */
function inThread(vm: VM, self: Local, go: (vm: VM) => Result): Result {
  if (self.dicts.has(currentIdent(vm))) return go(vm);
  self.dicts.set(currentIdent(vm), new PyDict());
  const init = self.cls.lookup('__init__');
  if (init === undefined || init instanceof NativeFunction) return go(vm);
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, init, self, self.args, self.kwargs.size === 0 ? null : self.kwargs), LOCAL_READY, go);
}
const LOCAL_READY = cont('local.ready', (vm, _v, c) => (c.a as (vm: VM) => Result)(vm));

const LOCAL = defineType({
  name: '_thread._local',
  instance: Local,
  flags: { basetype: true, hasDict: true, hasWeakref: true },
  doc: 'Thread-local data',
  new: ['__new__(cls, *args, **kwargs)', (vm, cls: PyType, args: PyValue[], kwargs: Map<string, PyValue>) => {
    const init = cls.lookup('__init__');
    if (args.length + kwargs.size > 0 && (init === undefined || init instanceof NativeFunction)) throw typeError('Initialization arguments are not supported');
    return new Local(cls, vm, args, kwargs);
  }],
  methods: {
    '__init__(self, /, *args, **kwargs)': () => null,
    '!__getattribute__(self, name, /)': (vm, self: Local, name) => inThread(vm, self, (v) => genericGet(v, self, self.cls, attrName(name))),
    '!__setattr__(self, name, value, /)': (vm, self: Local, name, value) => inThread(vm, self, (v) => genericSet(v, self, self.cls, attrName(name), value)),
    '!__delattr__(self, name, /)': (vm, self: Local, name) => inThread(vm, self, (v) => genericSet(v, self, self.cls, attrName(name), undefined)),
  },
  getset: { __dict__: (_vm, self: Local) => self.dict },
});

const TIMEOUT_MAX = 9223372036;

export const makeThread: NativeModuleMaker = (vm) =>
  defineModule({
    name: '_thread',
    doc: 'This module provides primitive operations to write multi-threaded programs.\nThe \'threading\' module provides a more convenient interface.',
    functions: {
      'allocate_lock()': () => new Lock(),
      'allocate()': () => new Lock(),
      'get_ident()': () => currentIdent(vm),
      'get_native_id()': () => (currentIdent(vm) - MAIN_IDENT) / 0x1000 + 1,
      '_count()': () => (vm.state.scheduler as Scheduler | undefined)?.count ?? 0,
      'stack_size(size=0, /)': () => 0,
      /** A lock that the thread holds until it ends. */
      '_set_sentinel()': () => {
        const lock = new Lock();
        schedulerOf(vm).current.atEnd.push(() => void (lock.count = 0));
        return lock;
      },
      '!interrupt_main(signum=2, /)': (v, signum) => {
        const n = asInt(signum);
        if (n === undefined) throw typeError(`'${argTypeName(signum)}' object cannot be interpreted as an integer`);
        if (n < 1 || n > 64) throw valueError('signal number out of range');
        const handle = v.state.handleSignal as ((vm: VM, n: number) => Result) | undefined;
        if (handle !== undefined) return handle(v, Number(n));
        if (n !== 2) return null;
        throw error('KeyboardInterrupt');
      },
      'exit()': () => {
        throw error('SystemExit');
      },
      'exit_thread()': () => {
        throw error('SystemExit');
      },
      ...Object.fromEntries(
        ['start_new_thread', 'start_new'].map((name) => [
          `${name}(function, args, kwargs=<unset>, /)`,
          (_v: VM, fn: PyValue, args: PyValue, kwargs: PyValue | undefined) => {
            if (typeOf(fn).lookup('__call__') === undefined) throw typeError('first arg must be callable');
            if (!(args instanceof PyTuple)) throw typeError('2nd arg must be a tuple');
            if (kwargs !== undefined && !(kwargs instanceof PyDict)) throw typeError('optional 3rd arg must be a dictionary');
            const named = kwargs === undefined ? null : new Map([...kwargs.entries()].map(([k, v]) => [asJS(k) ?? '', v]));
            const failed = (e: PyBaseException): void => {
              if (e.cls.isSubtype(T.SystemExit!)) return;
              const machine = vm.state.machine as Machine;
              machine.writeText(2, `Exception ignored in thread started by: ${asJS(reprSync(vm, fn) ?? '') ?? ''}\n${formatException(machine, e)}`);
            };
            return schedulerOf(vm).start(fn, args.items, named, failed).ident;
          },
        ]),
      ),
    },
    values: { LockType: LOCK, RLock: RLOCK, _local: LOCAL, error: T.RuntimeError!, TIMEOUT_MAX: new PyFloat(TIMEOUT_MAX) },
  });
