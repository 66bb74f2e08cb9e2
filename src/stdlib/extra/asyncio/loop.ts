/** What futures and tasks ask of event loops and of the library's own Python code (src/lib/_asyncio.py). */
import { andThen, cont, PUSHED, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { call, callMethod } from '../../../objects/call.js';
import { call1, pushKeywords } from '../../../objects/fast-call.js';
import { PyDict } from '../../../objects/dict.js';
import type { PyBaseException } from '../../../objects/exception.js';
import { PyFunction } from '../../../objects/function.js';
import { NativeFunction } from '../../../objects/native.js';
import { PyList } from '../../../objects/tuple.js';
import { PyInstance } from '../../../objects/type.js';
import { schedulerOf } from '../../../vm/scheduler.js';

/** Functions and classes of the library that are asked for in rare cases, by their names in src/lib/_asyncio.py. */
export type Helper =
  | 'CancelledError' | 'InvalidStateError' | 'extract_stack' | 'future_repr' | 'future_del' | 'task_repr' | 'task_del' | 'iscoroutine' | 'task_get_stack' | 'task_print_stack'
  | 'get_event_loop_policy' | 'others' | 'enter' | 'leave' | 'already_done' | 'misuse' | 'foreign' | 'no_coroutine';

/** Tasks that are not done. CPython holds them weakly; here they leave. */
export class TaskSet extends PyObject {
  readonly tasks = new Set<PyValue>();
}

export class AsyncioState {
  helpers = new Map<string, PyValue>();
  /** Its item is the running loop of the thread. */
  readonly loop = new PyList([null]);
  /** By loop. */
  readonly current = new PyDict();
  readonly tasks = new TaskSet();
  names = 0;
}

export function asyncioState(vm: VM): AsyncioState {
  let s = vm.state.asyncio as AsyncioState | undefined;
  if (s === undefined) {
    vm.state.asyncio = s = new AsyncioState();
    schedulerOf(vm).cells.push(s.loop);
  }
  return s;
}

export const helper = (vm: VM, name: Helper): PyValue => asyncioState(vm).helpers.get(name) ?? null;

/** An instance of one of asyncio's exceptions, whose classes have no `__init__` of their own. */
export const exceptionOf = (vm: VM, name: 'CancelledError' | 'InvalidStateError', ...args: PyValue[]): PyBaseException => call(vm, helper(vm, name), args) as PyBaseException;

/** The method `name` of the class of `o`, if it is a Python function that `o.name` is bound to. */
export function methodOf(o: PyValue, name: string): PyFunction | undefined {
  if (!(o instanceof PyInstance) || o.getOwn(name) !== undefined) return undefined;
  const m = o.cls.lookup(name);
  if (!(m instanceof PyFunction)) return undefined;
  const get = o.cls.lookup('__getattribute__');
  return get instanceof NativeFunction && get.owner === T.object ? m : undefined;
}

/** `o.name()` */
export function callNamed(vm: VM, o: PyValue, name: string): Result {
  const m = methodOf(o, name);
  return m === undefined ? callMethod(vm, o, name, []) : call1(vm, m, o);
}

/** `loop.call_soon(fn, arg, context=context)`; `arg` undefined: none. */
export function callSoon(vm: VM, loop: PyValue, fn: PyValue, arg: PyValue | undefined, context: PyValue): Result {
  const m = methodOf(loop, 'call_soon');
  if (m !== undefined) {
    const r = arg === undefined ? pushKeywords(vm, m, loop, [fn, 'context', context], 0, 1, 1) : pushKeywords(vm, m, loop, [fn, arg, 'context', context], 0, 2, 1);
    if (r !== null) return r === PUSHED ? vm.runNow() : r;
  }
  return callMethod(vm, loop, 'call_soon', arg === undefined ? [fn] : [fn, arg], new Map([['context', context]]));
}

/** The running loop, else the policy's. */
export function currentLoop(vm: VM): Result {
  const loop = asyncioState(vm).loop.items[0]!;
  return loop === null ? andThen(vm, vm.frame, call(vm, helper(vm, 'get_event_loop_policy'), []), POLICY) : loop;
}
const POLICY = cont('asyncio.policy', (vm, policy) => callMethod(vm, policy!, 'get_event_loop', []));

/** Makes `task` the one that runs in `loop`. Result: None. */
export function enterTask(vm: VM, loop: PyValue, task: PyValue): Result {
  const { current } = asyncioState(vm);
  // There is one already, or the loop has a __hash__ in Python.
  if (current.find(loop) !== -1 || !current.setFast(loop, task)) return call(vm, helper(vm, 'enter'), [loop, task]);
  return null;
}

export function leaveTask(vm: VM, loop: PyValue, task: PyValue): Result {
  const { current } = asyncioState(vm);
  const i = current.find(loop);
  if (i < 0 || current.vals[i] !== task) return call(vm, helper(vm, 'leave'), [loop, task]);
  current.removeIndex(i);
  return null;
}

export const isStr = (v: PyValue): boolean => typeOf(v) === T.str;
