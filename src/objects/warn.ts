/** Warnings that native code gives: through the module `warnings`, so filters and `catch_warnings` see them. */
import { andThen, cont, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { callPrelude } from './call.js';
import { typeName, type PyType } from './type.js';

const WARNED = cont('warn.done', (_vm, _v, c) => c.a);

/** Warns at the line of the running Python code; result `value`, or the warning as an exception. */
export function warn(vm: VM, category: PyType, message: string, value: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'warn', category, message), WARNED, value);
}

/** What `method` returned (a str for messages) is of a subclass of `type`: deprecated. Result `value`. */
export function warnSubclass(vm: VM, method: string, type: PyType, returned: PyValue, value: PyValue): Result {
  if (typeOf(returned) === type) return value;
  return warn(
    vm,
    T.DeprecationWarning!,
    `${method} returned non-${type.name} (type ${typeName(returned)}).  The ability to return an instance of a strict subclass of ${type.name} is deprecated, and may be removed in a future version of Python.`,
    value,
  );
}
