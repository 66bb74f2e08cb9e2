/**
 * How native code fails. Three things that are never mixed:
 * - a Python exception (`PyException` carries one through cold native code; hot code returns undefined
 *   after `vm.raise`);
 * - a limit of the embedder (`LimitError`): guest code cannot catch it;
 * - a bug of ours (`InternalError`).
 */
import { strFromJS } from './str.js';
import { PyException, T, type PyValue, type Result, type VM } from './object.js';
import { PyBaseException, type ExceptionName } from './exception.js';

export { PyException };

/** What `f` gives; a Python exception that a native throws in it is in `vm.exc` then, like any other. */
export function attempt(vm: VM, f: () => Result): Result {
  try {
    return f();
  } catch (e) {
    if (!(e instanceof PyException)) throw e;
    vm.exc = e.value;
    return undefined;
  }
}

/** A bug in pyvm. Ends the run; invisible to guest `except`. */
export class InternalError extends Error {
  override name = 'InternalError';
}

/** Makes an exception of a builtin class: `throw error('ValueError', 'msg')` or `return vm.raise(error(...))`. */
export function error(name: ExceptionName, ...args: PyValue[]): PyException {
  for (let i = 0; i < args.length; i++) if (typeof args[i] === 'string') args[i] = strFromJS(args[i] as string);
  return new PyException(new PyBaseException(T[name]!, args));
}

export const typeError = (msg: string): PyException => error('TypeError', msg);
export const valueError = (msg: string): PyException => error('ValueError', msg);
export const indexError = (msg: string): PyException => error('IndexError', msg);
export const runtimeError = (msg: string): PyException => error('RuntimeError', msg);
export const overflowError = (msg: string): PyException => error('OverflowError', msg);
export const zeroDivision = (msg: string): PyException => error('ZeroDivisionError', msg);
export const systemError = (msg: string): PyException => error('SystemError', msg);
export const keyError = (key: PyValue): PyException => error('KeyError', key);

export function stopIteration(value: PyValue): PyException {
  const e = error('StopIteration', ...(value === null ? [] : [value]));
  e.value.setField('value', value);
  return e;
}

/** AttributeError with the `name` and `obj` that "Did you mean" reads. */
export function attributeError(msg: string, obj: PyValue, name: string): PyException {
  const e = error('AttributeError', msg);
  e.value.setField('name', strFromJS(name));
  e.value.setField('obj', obj);
  return e;
}

export function nameError(msg: string, name: string): PyException {
  const e = error('NameError', msg);
  e.value.setField('name', strFromJS(name));
  return e;
}
