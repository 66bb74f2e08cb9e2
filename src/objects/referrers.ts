/** gc.get_referrers and gc.get_referents: who has an object, of what the program can still reach. */
import { PyDict } from './dict.js';
import { PyFrame } from './frame.js';
import { PyObject, type PyValue, type VM } from './object.js';
import { rootsOf, walk } from './reachable.js';
import { PySet } from './set.js';
import { PyList, PyTuple } from './tuple.js';

/** Objects that `v` has, through tables and arrays that are no objects themselves. */
function parts(v: object, found: (part: PyObject) => void): void {
  const seen = new Set<object>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (part instanceof PyObject || part instanceof PyFrame) return found(part);
    if (seen.has(part) || ArrayBuffer.isView(part)) return;
    seen.add(part);
    // A machine, a shape, a compiled pattern and the like: not what Python calls an object's content.
    if (part instanceof Map) {
      part.forEach((value, key) => {
        look(key);
        look(value);
      });
    } else if (Array.isArray(part) || part instanceof Set) part.forEach(look);
    else if ('keys' in part || 'items' in part || 'entries' in part) Object.values(part).forEach(look);
  };
  for (const part of Object.values(v)) look(part);
}

/** Objects that have one of `targets`; frames are not among them, as those of running code are none in CPython. */
export function referrers(vm: VM, targets: ReadonlySet<unknown>): PyValue[] {
  const out = new Set<PyValue>();
  walk(vm, rootsOf(vm), true, (v) => {
    if (!(v instanceof PyObject) || v instanceof PyFrame || targets.has(v)) return false;
    let has = false;
    if (v instanceof PyDict) for (const [key, value] of v.entries()) has ||= targets.has(key) || targets.has(value);
    else parts(v, (part) => (has ||= part !== v.cls && targets.has(part)));
    if (has) out.add(v as PyValue);
    return false;
  });
  return [...out];
}

/** What `v` has, as CPython's type visits it. */
export function referents(v: PyValue): PyValue[] {
  if (v instanceof PyList || v instanceof PyTuple) return [...v.items].reverse();
  if (v instanceof PyDict) {
    const rows = [...v.entries()];
    return rows.every(([key]) => typeof key === 'string') ? rows.map(([, value]) => value) : rows.flatMap(([key, value]) => [value, key as PyValue]);
  }
  if (v instanceof PySet) return v.items();
  const out: PyValue[] = [];
  if (v instanceof PyObject) parts(v, (part) => out.push(part as PyValue));
  return out;
}
