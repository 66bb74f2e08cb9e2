/**
 * V8 notes of each field of a class whether it ever changed after its object was made, and what kinds of values it held;
 * code made while that was not so yet is thrown away (or not even finished) as soon as one object is changed
 * (`node --trace-generalization --trace-compilation-dependencies`). So the fields that change in every program are
 * changed once before V8 optimises the run loop (docs/decisions/0019).
 */
import { PyDict } from '../objects/dict.js';
import { PyEnumerate } from '../objects/iterator-types.js';
import { PyListIterator, PyRangeIterator, PyTableIterator, PyTupleIterator } from '../objects/iterators.js';
import { Cont, T, type AnyFrame, type ContRow } from '../objects/object.js';
import { PyStrIterator } from '../objects/str-core.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyInstance } from '../objects/type.js';
import type { Thread } from './thread.js';

/** Changes a field and back. */
function change<O, K extends keyof O>(o: O, ...keys: K[]): void {
  for (const k of keys) {
    const v: unknown = o[k];
    o[k] = (typeof v === 'number' ? v + 1 : typeof v === 'boolean' ? !v : v === null ? undefined : null) as O[K];
    o[k] = v as O[K];
  }
}

/** The same with a field that holds objects of one class only. */
function replace<O, K extends keyof O>(o: O, k: K, other: O[K]): void {
  const v = o[k];
  o[k] = other;
  o[k] = v;
}

let done = false;

/** Once in a process, when a program has run long enough that V8 may soon optimise the loop. */
export function changeFields(vm: Thread): void {
  if (done) return;
  done = true;
  const dict = new PyDict();
  change(new PyListIterator(new PyList([])), 'index', 'list');
  change(new PyTupleIterator(new PyTuple([])), 'index', 'tuple');
  change(new PyRangeIterator(0, 1, 1), 'current', 'left');
  change(new PyTableIterator(dict, 'keys'), 'index', 'left', 'layout', 'table', 'second');
  change(new PyEnumerate(T.enumerate!, null, 0), 'count', 'second');
  change(new PyStrIterator(''), 'i', 's');
  const o = new PyInstance(T.SimpleNamespace!);
  replace(o, 'shape', o.shape.with('x'));
  change(new Cont(null as unknown as ContRow, null, null, null, null), 'back', 'a', 'b', 'c', 'd');
  change(vm, 'exc', 'stopValue', 'handled', 'throwing', 'returning', 'method', 'lastStop', 'delivered', 'leftFrame', 'answer', 'bounced', 'depth', 'budget');
  for (let f: AnyFrame | null = vm.frame; f !== null; f = f.back) {
    if (!f.isPython) continue;
    change(f, 'back', 'sp', 'pc', 'lasti', 'locals', 'gen', 'newObject', 'captured', 'finished', 'special', 'savedHandled', 'func', 'virtual');
    replace(f, 'st', []);
    replace(f, 'globals', dict);
    replace(f, 'builtins', dict);
    change(f.code, 'pool', 'heat', 'calls', 'guarded', 'feedback', 'jit', 'leaf', 'unfused');
    break;
  }
}
