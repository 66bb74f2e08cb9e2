/** An exception's whole text, when parts of it (a `__str__` in Python) have to be run first. */
import { T, type PyValue } from '../objects/object.js';
import { PyBaseException } from '../objects/exception.js';
import { NativeFunction } from '../objects/native.js';
import { PyTuple } from '../objects/tuple.js';
import { asStr, jsStr } from '../objects/str.js';
import { str } from '../objects/convert.js';
import { formatException, rendered } from './traceback.js';
import type { Machine } from './machine.js';

/** Works out `str(e)` of every exception in the chain that needs Python code, then formats. */
export function renderException(machine: Machine, e: PyBaseException): string {
  const seen = new Set<PyBaseException>();
  const todo: PyBaseException[] = [e];
  while (todo.length > 0) {
    const x = todo.pop()!;
    if (seen.has(x)) continue;
    seen.add(x);
    if (x.cause !== null) todo.push(x.cause);
    if (x.context !== null) todo.push(x.context);
    const members = x.fields?.get('exceptions');
    if (members instanceof PyTuple) for (const m of members.items) if (m instanceof PyBaseException) todo.push(m);
    if (!rendered.has(x)) renderOne(machine, x);
  }
  return formatException(machine, e);
}

function renderOne(machine: Machine, e: PyBaseException): void {
  const m = e.cls.lookup('__str__');
  const args = e.args.items;
  const simple = m instanceof NativeFunction && (args.length === 0 || (args.length === 1 && typeof args[0] === 'string'));
  if (simple) return;
  let text = '<exception str() failed>';
  try {
    const out = machine.execute((vm) => str(vm, e as PyValue));
    if (out.kind === 'done') {
      const s = asStr(out.value);
      if (s !== undefined) text = jsStr(s);
    } else if (out.kind === 'waiting') machine.abandonAll();
  } catch {
    // A limit: the text stays what it is.
  }
  rendered.set(e, text);
  void T;
}
