/**
 * What the program can still reach: from its modules, its frames and the exceptions being handled. JavaScript's collector tells
 * nobody when an object is gone; where CPython's counts would show (a bytearray that is exported, `__del__`), this is searched.
 */
import { PyCode } from './code.js';
import { PyFrame } from './frame.js';
import { NativeDef } from './native.js';
import type { AnyFrame, VM } from './object.js';
import { PyObject } from './object.js';
import { PyType, Shape } from './type.js';

/** Objects one search looks at. */
const MOST = 500_000;

/**
 * Visits all that can be reached from `roots`; `visit` gets each object, what holds it and its place there, and ends the search by
 * answering true. `whole`: also what compiled code left in frames, which may be old. `seen`: not looked at again. Result: how many objects were seen; -1: ended.
 */
export function walk(vm: VM, roots: readonly unknown[], whole: boolean, visit: (v: object, holder: unknown, at: number) => boolean, seen = new Set<unknown>()): number {
  const todo: object[] = [];
  let found = false;
  const look = (v: unknown, holder: unknown, at: number): void => {
    if (typeof v !== 'object' || v === null || seen.has(v)) return;
    seen.add(v);
    if (skipped(v, vm)) return;
    if (visit(v, holder, at)) found = true;
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
    else if (v instanceof PyType) {
      if (v.flags.heap) all([v.dict, v.cls, ...v.bases], v);
    } else if (v instanceof Map) {
      all(v.keys(), v);
      all(v.values(), v);
    } else if (Array.isArray(v) || v instanceof Set) all(v, v);
    else for (const part of Object.values(v)) Array.isArray(part) ? (seen.add(part), all(part, v)) : look(part, v, 0);
  }
  return found ? -1 : seen.size;
}

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
