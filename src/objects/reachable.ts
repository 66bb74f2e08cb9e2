/**
 * What the program can still reach: from its modules, its frames and the exceptions being handled. JavaScript's collector tells
 * nobody when an object is gone; where CPython's counts would show (a bytearray that is exported, `__del__`), this is searched.
 */
import { PyCode } from './code.js';
import { PyFrame } from './frame.js';
import { PyFunction, PyModule } from './function.js';
import { PyDict } from './dict.js';
import { PyBytes } from './bytes.js';
import { GetSet, NativeDef, NativeFunction } from './native.js';
import type { AnyFrame, VM } from './object.js';
import { PyObject, T } from './object.js';
import { PyList, PyTuple } from './tuple.js';
import { PyType, Shape } from './type.js';

/** Objects one search looks at. */
const MOST = 500_000;

/**
 * Visits all that can be reached from `roots`; `visit` gets each object (what holds nothing each time it is come to), what holds it and its place there, and ends the search by
 * answering true. `whole`: also what compiled code left in frames, which may be old. `seen`: not looked at again. Result: how many objects were seen; -1: ended.
 */
export function walk(vm: VM, roots: readonly unknown[], whole: boolean, visit: (v: object, holder: unknown, at: number) => boolean, seen = new Set<unknown>()): number {
  const todo: object[] = [];
  const before = seen.size;
  let found = false;
  const look = (v: unknown, holder: unknown, at: number): void => {
    if (typeof v !== 'object' || v === null || seen.has(v) || skipped(v, vm)) return;
    if (visit(v, holder, at)) found = true;
    if (holdsNothing(v)) return;
    // A function of a module mostly leads to its globals only.
    if (v instanceof PyFunction && isPlain(v)) {
      look(v.globals, v, 0);
      look(v.builtins, v, 1);
      return;
    }
    seen.add(v);
    todo.push(v);
  };
  const all = (parts: Iterable<unknown>, holder: unknown): void => {
    let i = 0;
    for (const v of parts) look(v, holder, i++);
  };
  all(roots, null);
  while (todo.length > 0 && !found && seen.size < MOST) {
    const v = todo.pop()!;
    if (v instanceof PyFrame) all(frameParts(v, whole), v);
    else if (v instanceof PyDict && v.cls === T.dict) {
      all(v.keys, v);
      all(v.vals, v);
    } else if ((v instanceof PyTuple && v.cls === T.tuple) || (v instanceof PyList && v.cls === T.list)) all(v.items, v);
    else if (v instanceof PyType) all([v.dict, v.cls, ...v.bases], v);
    else if (v instanceof Map) {
      all(v.keys(), v);
      all(v.values(), v);
    } else if (Array.isArray(v) || v instanceof Set) all(v, v);
    else for (const part of Object.values(v)) Array.isArray(part) ? (seen.add(part), all(part, v)) : look(part, v, 0);
  }
  return found ? -1 : seen.size - before;
}

/** Builtin classes and functions, functions of the prelude: nearly all that most searches would look at, again and again. */
function holdsNothing(v: object): boolean {
  if (v instanceof PyType) return !v.flags.heap;
  if (v instanceof GetSet || (v instanceof PyBytes && v.cls === T.bytes)) return true;
  if (v instanceof NativeFunction) return v.self === undefined || typeof v.self !== 'object' || v.self instanceof PyModule;
  return v instanceof PyFunction && v.code.hidden && isPlain(v);
}

const isPlain = (f: PyFunction): boolean =>
  f.closure === null && f.defaults === null && f.kwdefaults === null && f.dict === null && f.annotations === null && typeof (f.doc ?? '') === 'string' && typeof (f.module ?? '') === 'string';

/** Where a search begins. */
export function rootsOf(vm: VM): unknown[] {
  // Threads that wait, functions for the exit and the like are among the state of natives.
  const roots: unknown[] = [vm.state.modules, vm.handled, vm.exc, ...Object.values(vm.state).filter((v) => v !== vm.state.modules)];
  for (let f: AnyFrame | null = vm.frame; f !== null; f = f.back) roots.push(f, f.isPython ? f.gen : null);
  return roots;
}

/** The variables and the value stack; not the generator, which has the frame. Compiled code has its own, and what it left in the frame may be old. */
function frameParts(f: PyFrame, whole: boolean): unknown[] {
  const own = [f.locals, f.globals, f.func, f.newObject, f.localsDict, f.savedHandled, f.trace, f.tracing, f.back];
  return f.virtual !== 0 ? (whole ? [...own, ...f.st] : own) : [...own, ...f.st.slice(0, f.sp)];
}

function skipped(v: object, vm: VM): boolean {
  if (v instanceof PyCode || v instanceof Shape || v instanceof NativeDef || ArrayBuffer.isView(v) || v instanceof ArrayBuffer) return true;
  // Not the machine, which knows everything.
  return !(v instanceof PyObject) && (v === vm || v === vm.state || 'thread' in v || 'host' in v);
}
