/** _asyncio_native: what src/lib/_asyncio.py makes CPython's `_asyncio` of. */
import { T, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { call, callMethod } from '../../../objects/call.js';
import { defineType } from '../../../objects/define.js';
import { call1 } from '../../../objects/fast-call.js';
import { iter } from '../../../objects/iterate.js';
import { PyList, PyTuple } from '../../../objects/tuple.js';
import { PyDict } from '../../../objects/dict.js';
import { runtimeError, typeError } from '../../../objects/errors.js';
import { asJS } from '../../../objects/str.js';
import { defineModule } from '../../define-module.js';
import type { NativeModuleMaker } from '../../registry.js';
import { typeName } from '../../../objects/type.js';
import { PyContext, runIn } from '../context.js';
import { asyncioState, currentLoop, enterTask, leaveTask, TaskSet } from './loop.js';
import { defineFuture } from './future.js';
import { defineTask, step, StepWrapper } from './task.js';

function defineTaskSet(): void {
  defineType({
    name: '_asyncio.TaskSet',
    instance: TaskSet,
    methods: {
      '!__iter__(self, /)': (vm, self: TaskSet) => iter(vm, new PyList([...self.tasks])),
      '__len__(self, /)': (_vm, self: TaskSet) => self.tasks.size,
      '__contains__(self, task, /)': (_vm, self: TaskSet, task) => self.tasks.has(task),
      'add(self, task, /)': (_vm, self: TaskSet, task) => {
        self.tasks.add(task);
        return null;
      },
      'discard(self, task, /)': (_vm, self: TaskSet, task) => {
        self.tasks.delete(task);
        return null;
      },
    },
  });
}

/** A handle's function, in its context. */
function callHandle(vm: VM, f: PyValue, args: readonly PyValue[]): Result {
  if (f instanceof StepWrapper && args.length === 0) return step(vm, f.task, f.exc);
  return args.length === 1 ? call1(vm, f, args[0]!) : call(vm, f, args);
}

export const makeAsyncio: NativeModuleMaker = (machineVm) => {
  if (T['_asyncio.Future'] === undefined) {
    defineTask(defineFuture());
    defineTaskSet();
  }
  const s = asyncioState(machineVm);
  const m = defineModule({
    // The functions' own module.
    name: '_asyncio',
    functions: {
      '_get_running_loop()': () => s.loop.items[0]!,
      '_set_running_loop(loop, /)': (_vm, loop) => {
        s.loop.items[0] = loop;
        return null;
      },
      'get_running_loop()': () => {
        const loop = s.loop.items[0]!;
        if (loop === null) throw runtimeError('no running event loop');
        return loop;
      },
      '!get_event_loop()': (vm) => currentLoop(vm),
      '!_get_event_loop(stacklevel=3)': (vm) => currentLoop(vm),
      '_register_task(task)': (_vm, task) => {
        s.tasks.tasks.add(task);
        return null;
      },
      '_unregister_task(task)': (_vm, task) => {
        s.tasks.tasks.delete(task);
        return null;
      },
      '!_enter_task(loop, task)': enterTask,
      '!_leave_task(loop, task)': leaveTask,
      /** `context.run(callback, *args)`, for a Context and a tuple. */
      '!_run_in(context, callback, args, /)': (vm, context, f, args) => {
        if (context instanceof PyContext && args instanceof PyTuple) return runIn(vm, context, callHandle, f, args.items, null);
        if (!(args instanceof PyTuple || args instanceof PyList)) throw typeError(`Value after * must be an iterable, not ${typeName(args)}`);
        return callMethod(vm, context, 'run', [f, ...args.items]);
      },
      'use(helpers, /)': (_vm, helpers) => {
        for (const [name, value] of (helpers as PyDict).entries()) s.helpers.set(asJS(name)!, value);
        return null;
      },
    },
    values: { Future: T['_asyncio.Future']!, Task: T['_asyncio.Task']!, _all_tasks: s.tasks, _current_tasks: s.current },
  });
  m.dict.setStr('__name__', '_asyncio_native');
  return m;
};
