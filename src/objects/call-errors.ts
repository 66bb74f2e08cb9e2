/** The TypeErrors of a call to a Python function, in CPython 3.11's words (Python/ceval.c). */
import { CO } from '../bytecode/code.js';
import { typeError, type PyException } from './errors.js';
import type { PyFunction } from './function.js';
import type { PyValue } from './object.js';
import { asJS } from './str.js';

const nameOf = (fn: PyFunction): string => asJS(fn.qualname) ?? '';

/** `'a', 'b', and 'c'` */
function listNames(names: string[]): string {
  const q = names.map((n) => `'${n}'`);
  if (q.length === 1) return q[0]!;
  if (q.length === 2) return `${q[0]} and ${q[1]}`;
  return `${q.slice(0, -1).join(', ')}, and ${q[q.length - 1]}`;
}

function missing(fn: PyFunction, kind: string, names: string[]): PyException {
  return typeError(`${nameOf(fn)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${listNames(names)}`);
}

export const bindError = {
  unexpectedKeyword(fn: PyFunction, name: string, kwargs: Map<string, PyValue>): PyException {
    const { co } = fn.code;
    const posonly = co.varnames.slice(0, co.posonlyargcount).filter((n) => kwargs.has(n));
    if (posonly.length > 0) {
      return typeError(`${nameOf(fn)}() got some positional-only arguments passed as keyword arguments: '${posonly.join(', ')}'`);
    }
    return typeError(`${nameOf(fn)}() got an unexpected keyword argument '${name}'`);
  },
  multipleValues(fn: PyFunction, name: string): PyException {
    return typeError(`${nameOf(fn)}() got multiple values for argument '${name}'`);
  },
  missingPositional(fn: PyFunction, st: unknown[]): PyException {
    const { co, argcount } = fn.code;
    const ndefaults = fn.defaults === null ? 0 : fn.defaults.items.length;
    return missing(fn, 'positional', co.varnames.slice(0, argcount - ndefaults).filter((_, i) => st[i] === undefined));
  },
  missingKeywordOnly(fn: PyFunction, st: unknown[]): PyException {
    const { co, argcount } = fn.code;
    return missing(fn, 'keyword-only', co.varnames.slice(argcount, argcount + co.kwonlyargcount).filter((_, i) => st[argcount + i] === undefined));
  },
};

export function tooManyPositional(fn: PyFunction, given: number, st: unknown[]): PyException {
  const { co, argcount, flags } = fn.code;
  const ndefaults = fn.defaults === null ? 0 : fn.defaults.items.length;
  let kwGiven = 0;
  for (let i = argcount; i < argcount + co.kwonlyargcount; i++) if (st[i] !== undefined) kwGiven++;
  const takes = ndefaults > 0 ? `from ${argcount - ndefaults} to ${argcount}` : `${argcount}`;
  const plural = ndefaults > 0 ? true : argcount !== 1;
  const kw =
    kwGiven > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${kwGiven} keyword-only argument${kwGiven === 1 ? '' : 's'})`
      : '';
  void (flags & CO.VARARGS);
  return typeError(
    `${nameOf(fn)}() takes ${takes} positional argument${plural ? 's' : ''} but ${given}${kw} ${given === 1 && kwGiven === 0 ? 'was' : 'were'} given`,
  );
}
