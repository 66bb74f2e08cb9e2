/**
 * Whether a bytearray's memory is exported: CPython counts views and forbids to change the size while there are any. A view that was
 * dropped without `release()` is not counted there; here nobody tells, so when the size is to change, what the program can
 * still reach is searched for a view.
 */
import type { PyByteArray } from './bytes.js';
import { PyCode } from './code.js';
import { PyFrame } from './frame.js';
import { PyMemoryView } from './memoryview-type.js';
import { NativeDef } from './native.js';
import type { AnyFrame, VM } from './object.js';
import { PyObject } from './object.js';
import { PyType, Shape } from './type.js';

/** Objects one search looks at, and all searches of one VM that found nothing. */
const MOST = 500_000;
const MOST_IN_VAIN = 500_000;
const spent = new WeakMap<VM, number>();

/** Whether a view of `b` that was not released is in use. */
export function isExported(b: PyByteArray): boolean {
  if (b.exports > 0) return true;
  const vm = b.viewedBy;
  if (vm === null || b.views === 0) return false;
  const before = spent.get(vm) ?? 0;
  if (before > MOST_IN_VAIN) return false;
  const seen = search(vm, b);
  if (seen < 0) return true;
  spent.set(vm, before + seen);
  vm.charge(seen);
  b.views = 0;
  return false;
}

/** How many objects were looked at; -1: there is a view. */
function search(vm: VM, b: PyByteArray): number {
  const seen = new Set<unknown>();
  const todo: unknown[] = [vm.state.modules, vm.handled];
  const look = (v: unknown): void => {
    if (typeof v === 'object' && v !== null && !seen.has(v)) {
      seen.add(v);
      todo.push(v);
    }
  };
  for (let f: AnyFrame | null = vm.frame; f !== null; f = f.back) look(f);
  while (todo.length > 0 && seen.size < MOST) {
    const v = todo.pop();
    if (v instanceof PyMemoryView) {
      if (v.of === b && !v.released) return -1;
    } else if (v instanceof PyFrame) frameParts(v).forEach(look);
    else if (v instanceof PyType) {
      if (v.flags.heap) [v.dict, v.cls, ...v.bases].forEach(look);
    } else if (Array.isArray(v) || v instanceof Set) v.forEach(look);
    else if (v instanceof Map) v.forEach((value, key) => (look(key), look(value)));
    else if (!skipped(v, vm)) Object.values(v as object).forEach(look);
  }
  return seen.size;
}

/** The variables and the value stack. Compiled code has its own, and what it left in the frame may be old. */
function frameParts(f: PyFrame): unknown[] {
  const own = [f.locals, f.globals, f.func, f.newObject, f.gen, f.localsDict];
  return f.virtual ? own : [...own, ...f.st.slice(0, f.sp)];
}

const skipped = (v: unknown, vm: VM): boolean => v === vm || v === vm.state || v instanceof PyCode || v instanceof Shape || v instanceof NativeDef || ArrayBuffer.isView(v) || v instanceof ArrayBuffer || !(v instanceof PyObject || isPlain(v));

/** Frames of natives, tables of dicts and the like: but not the machine. */
const isPlain = (v: unknown): boolean => typeof v === 'object' && v !== null && !('thread' in v) && !('host' in v);
