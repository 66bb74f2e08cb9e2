/** except*: splitting the exception in flight, and what is raised at the end (PEP 654). */
import { cont, NOVALUE, andThen, T, type PyValue, type Result } from '../../objects/object.js';
import { callPrelude } from '../../objects/call.js';
import { PyBaseException } from '../../objects/exception.js';
import { PyTuple } from '../../objects/tuple.js';
import type { PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';

/** rest type -> rest-or-None match-or-None; a match becomes the exception being handled. */
export function checkEgMatch(vm: Thread, f: PyFrame): Result {
  const type = f.st[--f.sp] as PyValue;
  const rest = f.st[--f.sp] as PyValue;
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'eg_match', rest, type), EG_MATCHED, f);
}

const EG_MATCHED = cont('eg.match', (vm, pair, c) => {
  const f = c.a as PyFrame;
  const [rest, match] = (pair as PyTuple).items;
  f.st[f.sp++] = rest;
  if (match instanceof PyBaseException) vm.handled = match;
  return match;
});

/** orig list -> exception or None */
export function prepReraiseStar(vm: Thread, orig: PyValue, list: PyValue): Result {
  return callPrelude(vm, 'prep_reraise_star', orig, list);
}

export { NOVALUE, T };
