/**
 * Coroutines that are never awaited. CPython warns when one is collected that has not begun, which nothing tells here; two
 * places are seen all the same: the call that stands as a statement, and what is left in variables when the program ends.
 */
import { Op } from '../bytecode/opcodes.js';
import { andThen, cont, T, type PyValue, type Result, type VM } from './object.js';
import { callPrelude } from './call.js';
import type { PyBaseException } from './exception.js';
import { PyCell } from './function.js';
import { PyDict } from './dict.js';
import { PyGenerator } from './generator.js';
import { asJS } from './str.js';
import { PyList, PyTuple } from './tuple.js';

const isNew = (v: unknown): v is PyGenerator => v instanceof PyGenerator && v.cls === T.coroutine && v.frame !== null && v.frame.lasti < 0 && !v.running;

/** The result `r` of a call instruction: warns where the next instruction drops a coroutine. */
export function warnDropped(vm: VM, r: Result): Result {
  const f = vm.frame;
  if (f === null || !f.isPython || f.lasti < 0 || !isNew(r)) return r;
  if (f.code.co.code[f.lasti + 3] !== Op.POP_TOP) return r;
  return andThen(vm, f, callPrelude(vm, 'warn_unawaited', r), DROPPED, r);
}
const DROPPED = cont('unawaited.dropped', (_vm, _v, c) => c.a);

/** What is said at the end: of the locals in the traceback that ended the program (of tasks too), then of the globals of main. */
export function unawaitedAtEnd(e: PyBaseException | null, main: PyDict): string {
  // By name: the same warning at the same place is shown once.
  const found = new Set<string>();
  const look = (v: unknown): void => {
    const held = v instanceof PyCell ? v.v : v;
    const each = held instanceof PyList || held instanceof PyTuple ? held.items : held instanceof PyDict ? Array.from(held.entries(), ([, item]) => item) : [held];
    for (const c of each) if (isNew(c)) found.add(asJS(c.qualname as PyValue) ?? '');
  };
  for (let t = e === null ? null : e.traceback; t !== null; t = t.next) {
    const { code, st } = t.frame;
    if (code.isFunction) for (let i = 0; i < code.nfixed; i++) look(st[i]);
  }
  for (const [, v] of main.entries()) look(v);
  return Array.from(found, (name) => `sys:1: RuntimeWarning: coroutine '${name}' was never awaited\n`).join('');
}
