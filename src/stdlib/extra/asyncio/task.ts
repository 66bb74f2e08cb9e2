/** asyncio.Task, which CPython has in C: a coroutine that is sent on each time what it waits for is done. */
import { andThen, cont, Cont, insertCont, PUSHED, PyObject, T, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { call, callMethod } from '../../../objects/call.js';
import { str, truth } from '../../../objects/convert.js';
import { defineType } from '../../../objects/define.js';
import { attempt, runtimeError, typeError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { PyGenerator } from '../../../objects/generator.js';
import { generatorHooks } from '../../../objects/generator-type.js';
import { next } from '../../../objects/iterate.js';
import { nativeDef, NativeFunction } from '../../../objects/native.js';
import { PyType } from '../../../objects/type.js';
import { copyContext } from '../context.js';
import { asyncioState, callSoon, enterTask, helper, isStr, leaveTask } from './loop.js';
import { addCallback, cancelFuture, flagRow, FutureObj, initFuture, isPlain, raise, setException, setResult, State } from './future.js';

export class TaskObj extends FutureObj {
  coro: PyValue = null;
  name: PyValue = null;
  context: PyValue = null;
  waiter: PyValue = null;
  mustCancel = false;
  cancels = 0;
  /** Whether being collected unfinished is said. */
  logsDestroyed = true;
}

function initTask(vm: VM, self: TaskObj, coro: PyValue, loop: PyValue, name: PyValue, context: PyValue): Result {
  const base = vm.frame;
  const r = initFuture(vm, self, loop);
  return r === null ? withCoroutine(vm, self, coro, name, context) : andThen(vm, base, r, TASK_FUTURE, self, coro, name, context);
}
const TASK_FUTURE = cont('task.future', (vm, _v, c) => withCoroutine(vm, c.a, c.b, c.c, c.d));

const isNative = (coro: PyValue): coro is PyGenerator => coro instanceof PyGenerator && (coro.cls === T.coroutine || coro.cls === T.generator);

function withCoroutine(vm: VM, self: TaskObj, coro: PyValue, name: PyValue, context: PyValue): Result {
  self.context = context ?? copyContext(vm);
  self.mustCancel = false;
  self.cancels = 0;
  self.waiter = null;
  self.logsDestroyed = true;
  self.coro = coro;
  self.name = name;
  if (isNative(coro)) return named(vm, self);
  return andThen(vm, vm.frame, call(vm, helper(vm, 'iscoroutine'), [coro]), TASK_ASKED, self);
}
const TASK_ASKED = cont('task.asked', (vm, is, c) => {
  const self = c.a as TaskObj;
  if (is === true) return named(vm, self);
  self.logsDestroyed = false;
  return call(vm, helper(vm, 'no_coroutine'), [self.coro]);
});
function named(vm: VM, self: TaskObj): Result {
  if (self.name === null) self.name = `Task-${++asyncioState(vm).names}`;
  else if (!isStr(self.name)) return andThen(vm, vm.frame, str(vm, self.name), TASK_NAMED, self);
  return begin(vm, self);
}
const TASK_NAMED = cont('task.named', (vm, name, c) => {
  (c.a as TaskObj).name = name!;
  return begin(vm, c.a);
});
function begin(vm: VM, self: TaskObj): Result {
  const base = vm.frame;
  const r = stepSoon(vm, self, null);
  return r === PUSHED || r === undefined ? andThen(vm, base, r, TASK_BEGUN, self) : register(vm, self);
}
function register(vm: VM, self: TaskObj): null {
  asyncioState(vm).tasks.tasks.add(self);
  return null;
}
const TASK_BEGUN = cont('task.begun', (vm, _v, c) => register(vm, c.a));

/** What the loop is given to call for the next step. */
export class StepWrapper extends PyObject {
  constructor(
    readonly task: TaskObj,
    /** Thrown into the coroutine. */
    readonly exc: PyBaseException | null,
  ) {
    super();
  }
}

const stepSoon = (vm: VM, task: TaskObj, exc: PyBaseException | null): Result => callSoon(vm, task.loop!, new StepWrapper(task, exc), undefined, task.context);

export function step(vm: VM, task: TaskObj, exc: PyBaseException | null): Result {
  const base = vm.frame;
  const r = enterTask(vm, task.loop ?? null, task);
  if (r !== null) return andThen(vm, base, r, ENTERED, task, exc);
  return resume(vm, task, exc);
}
const ENTERED = cont('task.entered', (vm, _v, c) => resume(vm, c.a, c.b));

/** The task is the loop's current one. */
function resume(vm: VM, task: TaskObj, exc: PyBaseException | null): Result {
  const base = vm.frame;
  if (task.state !== State.PENDING) return andThen(vm, base, call(vm, helper(vm, 'already_done'), [task, exc]), LEAVE, task, vm);
  if (task.mustCancel) {
    if (exc === null || !exc.cls.isSubtype(helper(vm, 'CancelledError') as PyType)) exc = task.cancelledError(vm);
    task.mustCancel = false;
  }
  task.waiter = null;
  const { coro } = task;
  const send = exc;
  const r = attempt(vm, () => {
    if (isNative(coro)) return send === null ? generatorHooks.send(vm, coro, null) : generatorHooks.throwInto(vm, coro, send);
    if (send !== null) return callMethod(vm, coro, 'throw', [send]);
    return coro !== null && typeof coro === 'object' && coro.cls.lookup('__next__') !== undefined ? next(vm, coro) : callMethod(vm, coro, 'send', [null]);
  });
  return andThen(vm, base, r, STEPPED, task, vm);
}

const quit = (c: Cont): void => {
  const { current } = asyncioState(c.b as VM);
  const i = current.find((c.a as TaskObj).loop ?? null);
  if (i >= 0) current.removeIndex(i);
};

const STEPPED = cont(
  'task.stepped',
  (vm, v, c) => {
    const task = c.a as TaskObj;
    const base = vm.frame;
    const r = attempt(vm, () => (v === undefined ? ended(vm, task) : yielded(vm, task, v)));
    return r === PUSHED ? insertCont(vm, base, new Cont(LEAVE, task, vm, null, null)) : left(vm, task, r);
  },
  { catches: true, iter: true, abandoned: quit },
);
const LEAVE = cont('task.leave', (vm, r, c) => left(vm, c.a, r), { catches: true, abandoned: quit });

function left(vm: VM, task: TaskObj, r: Result): Result {
  const { exc } = vm;
  if (task.state !== State.PENDING) asyncioState(vm).tasks.tasks.delete(task);
  const base = vm.frame;
  const done = leaveTask(vm, task.loop ?? null, task);
  if (r !== undefined) return done === PUSHED ? andThen(vm, base, done, LEFT, null) : done;
  if (done === PUSHED) return andThen(vm, base, done, LEFT, exc);
  vm.exc = exc;
  return undefined;
}
const LEFT = cont(
  'task.left',
  (vm, v, c) => {
    if (c.a === null) return v;
    return raise(vm, c.a);
  },
  { catches: true },
);

/** The coroutine has returned (`vm.exc` null) or raised. */
function ended(vm: VM, task: TaskObj): Result {
  let e = vm.exc;
  vm.exc = null;
  let value = vm.stopValue;
  if (e !== null && e.cls.isSubtype(T.StopIteration!)) {
    value = e.field('value');
    e = null;
  }
  if (e === null) {
    vm.stopValue = null;
    if (!task.mustCancel) return setResult(vm, task, value);
    // It was cancelled right before it returned.
    task.mustCancel = false;
    return cancelFuture(vm, task, task.cancelMessage);
  }
  if (e.cls.isSubtype(helper(vm, 'CancelledError') as PyType)) {
    task.cancelledBy = e;
    return cancelFuture(vm, task, null);
  }
  const again = e.cls.isSubtype(T.KeyboardInterrupt!) || e.cls.isSubtype(T.SystemExit!) ? e : null;
  return andThen(vm, vm.frame, setException(vm, task, e), FAILED, again);
}
const FAILED = cont('task.failed', (vm, _v, c) => (c.a === null ? null : raise(vm, c.a)));

/** The coroutine waits for `v`. */
function yielded(vm: VM, task: TaskObj, v: PyValue): Result {
  if (v === task) return misuse(vm, 'self', task, v);
  if (isPlain(v)) {
    if (v.loop !== task.loop) return misuse(vm, 'loop', task, v);
    if (!v.blocking) return misuse(vm, 'yield', task, v);
    v.blocking = false;
    const base = vm.frame;
    const r = addCallback(vm, v, wakeupOf(task), task.context);
    return r === PUSHED || r === undefined ? andThen(vm, base, r, WAITS, task, v) : waits(vm, task, v);
  }
  if (v === null) return stepSoon(vm, task, null);
  return andThen(vm, vm.frame, call(vm, helper(vm, 'foreign'), [task, v, wakeupOf(task), task.context]), FOREIGN, task, v);
}

/** `foreign` has answered: None, `v` is waited for; else the error. */
const FOREIGN = cont('task.foreign', (vm, e, c) => (e instanceof PyBaseException ? stepSoon(vm, c.a, e) : waits(vm, c.a, c.b)));

function waits(vm: VM, task: TaskObj, v: PyValue): Result {
  task.waiter = v;
  if (!task.mustCancel) return null;
  return andThen(vm, vm.frame, cancelAny(vm, v, task.cancelMessage), WAITER_CANCELLED, task);
}
const WAITS = cont('task.waits', (vm, _v, c) => waits(vm, c.a, c.b));
const WAITER_CANCELLED = cont('task.waiter_cancelled', (vm, v, c) => andThen(vm, vm.frame, truth(vm, v!), WAITER_TRUTH, c.a));
const WAITER_TRUTH = cont('task.waiter_truth', (_vm, v, c) => {
  if (v === true) (c.a as TaskObj).mustCancel = false;
  return null;
});

function misuse(vm: VM, how: 'self' | 'loop' | 'yield', task: TaskObj, v: PyValue): Result {
  return andThen(vm, vm.frame, call(vm, helper(vm, 'misuse'), [how, task, v]), MISUSED, task);
}
const MISUSED = cont('task.misused', (vm, e, c) => stepSoon(vm, c.a, e as PyBaseException));

const WAKEUP = nativeDef('!task_wakeup(self, object, /)', (vm, task: TaskObj, future: PyValue) => {
  const base = vm.frame;
  if (!isPlain(future)) return andThen(vm, base, callMethod(vm, future, 'result', []), WOKEN, task);
  const r = future.result(vm);
  return woken(vm, task, r);
});
let TASK: PyType;
const wakeupOf = (task: TaskObj): PyValue => new NativeFunction(WAKEUP, T.builtin_function_or_method, task, TASK, null, true);
function woken(vm: VM, task: TaskObj, r: Result): Result {
  if (r !== undefined) return step(vm, task, null);
  const e = vm.exc!;
  vm.exc = null;
  return step(vm, task, e);
}
const WOKEN = cont('task.woken', (vm, r, c) => woken(vm, c.a, r), { catches: true });

/** `o.cancel(msg=message)` */
function cancelAny(vm: VM, o: PyValue, message: PyValue): Result {
  if (isPlain(o)) return o instanceof TaskObj ? cancelTask(vm, o, message) : cancelFuture(vm, o, message);
  return callMethod(vm, o, 'cancel', [], new Map([['msg', message]]));
}

function cancelTask(vm: VM, self: TaskObj, message: PyValue): Result {
  self.unseen = false;
  if (self.state !== State.PENDING) return false;
  self.cancels++;
  if (self.waiter === null) return cancelSoon(self, message);
  const base = vm.frame;
  const r = cancelAny(vm, self.waiter, message);
  return r === true ? true : andThen(vm, base, r, CANCEL_ASKED, self, message);
}
function cancelSoon(self: TaskObj, message: PyValue): PyValue {
  self.mustCancel = true;
  self.cancelMessage = message;
  return true;
}
const CANCEL_ASKED = cont('task.cancel_asked', (vm, v, c) => andThen(vm, vm.frame, truth(vm, v!), CANCEL_TRUTH, c.a, c.b));
const CANCEL_TRUTH = cont('task.cancel_truth', (_vm, v, c) => (v === true ? true : cancelSoon(c.a, c.b)));

const NAME_SET = cont('task.name_set', (_vm, name, c) => {
  (c.a as TaskObj).name = name!;
  return null;
});

export function defineTask(future: PyType): PyType {
  defineType({
    name: 'TaskStepMethWrapper',
    instance: StepWrapper,
    methods: {
      '!__call__(self, /, *args, **kwargs)': (vm, self: StepWrapper, args: PyValue[], kwargs: Map<string, PyValue>) => {
        if (kwargs.size > 0) throw typeError('function takes no keyword arguments');
        if (args.length > 0) throw typeError('function takes no positional arguments');
        return step(vm, self.task, self.exc);
      },
    },
    getset: { __self__: (_vm, self: StepWrapper) => self.task },
  });
  const refuse = (what: string) => (): Result => {
    throw runtimeError(`Task does not support ${what} operation`);
  };
  TASK = defineType({
    name: '_asyncio.Task',
    base: future,
    instance: TaskObj,
    flags: { basetype: true, hasDict: true, hasWeakref: true },
    new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new TaskObj(cls)],
    methods: {
      '!__init__(self, coro, *, loop=None, name=None, context=None)': initTask,
      '!__repr__(self, /)': (vm, self) => call(vm, helper(vm, 'task_repr'), [self]),
      '!__del__(self, /)': (vm, self) => call(vm, helper(vm, 'task_del'), [self]),
      'set_result(self, result, /)': refuse('set_result'),
      'set_exception(self, exception, /)': refuse('set_exception'),
      '!cancel(self, /, msg=None)': cancelTask,
      'cancelling(self, /)': (_vm, self: TaskObj) => self.cancels,
      'uncancel(self, /)': (_vm, self: TaskObj) => (self.cancels > 0 ? --self.cancels : 0),
      '!get_stack(self, /, *, limit=None)': (vm, self, limit) => call(vm, helper(vm, 'task_get_stack'), [self, limit]),
      '!print_stack(self, /, *, limit=None, file=None)': (vm, self, limit, file) => call(vm, helper(vm, 'task_print_stack'), [self, limit, file]),
      'get_name(self, /)': (_vm, self: TaskObj) => self.name,
      '!set_name(self, value, /)': (vm, self: TaskObj, value) => {
        if (!isStr(value)) return andThen(vm, vm.frame, str(vm, value), NAME_SET, self);
        self.name = value;
        return null;
      },
      'get_coro(self, /)': (_vm, self: TaskObj) => self.coro,
    },
    getset: {
      _log_destroy_pending: flagRow('logsDestroyed'),
      _must_cancel: (_vm, self: TaskObj) => self.mustCancel,
      _coro: (_vm, self: TaskObj) => self.coro,
      _fut_waiter: (_vm, self: TaskObj) => self.waiter,
    },
  });
  return TASK;
}

