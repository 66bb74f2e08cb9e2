/** The TypeErrors of a call to a Python function, in CPython 3.11's words (Python/ceval.c). */
import { CO } from '../bytecode/code.js';
import { PyException, typeError } from './errors.js';
import type { PyFunction } from './function.js';
import type { PyValue } from './object.js';
import { bindArguments, isSlotName, type Param, type Signature } from './signature.js';
import { asJS } from './str.js';

/** Modules of `src/lib` that stand for what CPython writes in C. */
const C_MODULES = /^<native>\/(_io|datetime|_datetime|_decimal|_decimal_base|_pydecimal|_hashlib|_pickle|_symtable|_codecs|_statistics|_imp|_queue|_elementtree|pickle|warnings|pyexpat|select|pwd|grp|faulthandler|readline|fcntl|termios|mmap|_ctypes)\.py$/;

/** The error of a function that is C in CPython, in the words such a function has; null for any other. */
export function nativeWords(fn: PyFunction, args: readonly PyValue[], kwargs: Map<string, PyValue> | null): PyException | null {
  const { co, argcount, flags } = fn.code;
  if (co.filename === '<native>/warnings.py' && !/^warn(_explicit)?$/.test(co.name)) return null;
  if (!C_MODULES.test(co.filename)) return null;
  // pickle.py's own classes and functions have a _ before their names; its C has taken their place.
  const pickle = co.filename === '<native>/pickle.py';
  if (pickle && !/^_(Pickler|Unpickler|dumps?|loads?)\b/.test(nameOf(fn))) return null;
  const first = argcount - (fn.defaults === null ? 0 : fn.defaults.items.length);
  const qualname = pickle ? nameOf(fn).slice(1) : nameOf(fn);
  const hasSelf = qualname.includes('.') && (co.varnames[0] === 'self' || co.varnames[0] === 'cls');
  const all = (first === argcount && co.kwonlyargcount === 0 && argcount - (hasSelf ? 1 : 0) <= 1) || isSlotName(co.name);
  const nposonly = all ? argcount : Math.max(co.posonlyargcount, hasSelf ? 1 : 0);
  const params = co.varnames.slice(0, argcount + co.kwonlyargcount).map((name, i): Param => ({
    name,
    kind: i < nposonly ? 'pos' : i < argcount ? 'both' : 'kw',
    required: i < first || (i >= argcount && fn.kwdefaults?.getStr(name) === undefined),
    default: null,
  }));
  const varargs = (flags & CO.VARARGS) !== 0;
  const varkw = (flags & CO.VARKEYWORDS) !== 0;
  const sig: Signature = { name: pickle && co.name[1] !== '_' ? co.name.replace(/^_/, '') : co.name, text: '', params, npos: argcount, nposonly, required: first, varargs, varkw, hasSelf, simple: false, positional: false, plain: false };
  try {
    // CPython names the module of a function that takes one argument, or positional ones only.
    const module = nposonly === argcount && co.kwonlyargcount === 0 && !qualname.includes('.') ? asJS(fn.module) : undefined;
    bindArguments({ sig, qualname: module === undefined ? qualname : `${module}.${qualname}`, method: qualname, object: true }, [...args], kwargs);
  } catch (e) {
    if (e instanceof PyException) return e;
    throw e;
  }
  return null;
}

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
