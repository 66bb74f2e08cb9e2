/** _thread without threads: locks that are never waited for, one thread that is the main one. */
import { PyFloat, PyObject, T, type PyValue, type VM } from '../objects/object.js';
import { error, runtimeError, typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { address, truthSync } from '../objects/convert.js';
import { PyDict } from '../objects/dict.js';
import { dictOf } from '../objects/object-type.js';
import { asDouble } from '../objects/float.js';
import { PyTuple } from '../objects/tuple.js';
import type { PyType } from '../objects/type.js';
import { structSequence } from '../objects/struct-sequence.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

const MAIN_THREAD = 0x7f0000000001;

class Lock extends PyObject {
  /** How often it is held. */
  count = 0;
}
class RLock extends Lock {}

function acquire(vm: VM, self: Lock, blocking: PyValue, timeout: PyValue): boolean {
  const wait = truthSync(vm, blocking) ?? true;
  const t = asDouble(timeout);
  if (t === undefined) throw typeError("'timeout' must be a number");
  if (!wait && t !== -1) throw valueError("can't specify a timeout for a non-blocking call");
  if (t < 0 && t !== -1) throw valueError('timeout value must be a non-negative number');
  if (self.count > 0 && !(self instanceof RLock)) {
    if (!wait || t >= 0) return false;
    // Nobody else could ever release it.
    throw runtimeError('deadlock: pyvm has one thread, and it waits for a lock that is held');
  }
  self.count++;
  return true;
}

const lockRows = (kind: 'lock' | 'RLock') => ({
  'acquire(self, blocking=True, timeout=-1)': (vm: VM, self: Lock, blocking: PyValue, timeout: PyValue) => acquire(vm, self, blocking, timeout),
  'release(self, /)': (_vm: VM, self: Lock) => {
    if (self.count === 0) throw kind === 'lock' ? runtimeError('release unlocked lock') : runtimeError('cannot release un-acquired lock');
    self.count--;
    return null;
  },
  '__enter__(self, /)': (vm: VM, self: Lock) => acquire(vm, self, true, -1),
  '__exit__(self, /, *args)': (_vm: VM, self: Lock) => {
    self.count--;
    return null;
  },
  '_at_fork_reinit(self, /)': (_vm: VM, self: Lock) => {
    self.count = 0;
    return null;
  },
});

const LOCK = defineType({
  name: '_thread.lock',
  instance: Lock,
  flags: { hasWeakref: true },
  methods: {
    ...lockRows('lock'),
    'locked(self, /)': (_vm, self: Lock) => self.count > 0,
    'locked_lock(self, /)': (_vm, self: Lock) => self.count > 0,
    'acquire_lock(self, blocking=True, timeout=-1)': acquire,
    '__repr__(self, /)': (_vm, self: Lock) => `<${self.count > 0 ? 'locked' : 'unlocked'} _thread.lock object at ${address(self)}>`,
  },
});
const RLOCK = defineType({
  name: '_thread.RLock',
  instance: RLock,
  flags: { basetype: true, hasWeakref: true },
  new: ['__new__(cls, *args, **kwargs)', () => new RLock()],
  methods: {
    ...lockRows('RLock'),
    '_is_owned(self, /)': (_vm, self: Lock) => self.count > 0,
    '_release_save(self, /)': (_vm, self: Lock) => {
      const n = self.count;
      self.count = 0;
      return new PyTuple([n, MAIN_THREAD]);
    },
    '_acquire_restore(self, state, /)': (_vm, self: Lock, state: PyTuple) => {
      self.count = state.items[0] as number;
      return null;
    },
    '_recursion_count(self, /)': (_vm, self: Lock) => self.count,
    '__repr__(self, /)': (_vm, self: Lock) =>
      `<${self.count > 0 ? 'locked' : 'unlocked'} _thread.RLock object owner=${self.count > 0 ? MAIN_THREAD : 0} count=${self.count} at ${address(self)}>`,
  },
});

class Local extends PyObject {
  dict: PyDict | null = null;
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }
}
const LOCAL = defineType({
  name: '_thread._local',
  instance: Local,
  flags: { basetype: true, hasDict: true, hasWeakref: true },
  doc: 'Thread-local data',
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new Local(cls)],
  methods: { '__init__(self, /, *args, **kwargs)': () => null },
  getset: { __dict__: (_vm, self) => dictOf(self)! },
});

const hookArgs = structSequence('_thread._ExceptHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'thread'], 'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.');

export const makeThread: NativeModuleMaker = () =>
  defineModule({
    name: '_thread',
    doc: 'This module provides primitive operations to write multi-threaded programs.\nThe \'threading\' module provides a more convenient interface.',
    functions: {
      'allocate_lock()': () => new Lock(),
      'allocate()': () => new Lock(),
      'get_ident()': () => MAIN_THREAD,
      'get_native_id()': () => 1,
      '_count()': () => 0,
      'stack_size(size=0, /)': () => 0,
      '_set_sentinel()': () => new Lock(),
      '_excepthook(exc, /)': () => null,
      'interrupt_main(signum=2, /)': () => {
        throw error('KeyboardInterrupt');
      },
      'exit()': () => {
        throw error('SystemExit');
      },
      'start_new_thread(function, args, kwargs=<unset>, /)': () => {
        throw runtimeError("can't start new thread");
      },
    },
    values: { LockType: LOCK, RLock: RLOCK, _local: LOCAL, error: T.RuntimeError!, TIMEOUT_MAX: new PyFloat(9223372036), _ExceptHookArgs: hookArgs.type },
  });
