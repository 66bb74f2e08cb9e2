/**
 * Python signatures of native functions, from text: `'pop(self, index=-1, /)'`. One string gives the
 * argument binder and its TypeErrors in CPython's words (`__text_signature__`: docs.ts).
 *
 * Text: `name(params)`; `/` ends the positional-only parameters, `*` starts the keyword-only ones,
 * `*args` and `**kwargs` collect. Defaults: None, True, False, ints, 'str', `<unset>` (undefined).
 */
import type { PyValue } from './object.js';
import { InternalError, typeError } from './errors.js';

export interface Param {
  readonly name: string;
  readonly kind: 'pos' | 'both' | 'kw';
  readonly required: boolean;
  readonly default: PyValue | undefined;
}

export interface Signature {
  readonly name: string;
  readonly text: string;
  /** Positional parameters (positional-only first), then keyword-only ones. */
  readonly params: readonly Param[];
  readonly npos: number;
  readonly nposonly: number;
  readonly required: number;
  readonly varargs: boolean;
  readonly varkw: boolean;
  /** The first parameter is `self` (or `cls`/`type`): not counted in messages. */
  readonly hasSelf: boolean;
  /** Neither keywords nor varargs: callable with `fn(vm, ...args)` when the count fits. */
  readonly simple: boolean;
  /** No keyword-only parameter is required. */
  readonly positional: boolean;
  /** That, and neither `*args` nor `**kwargs`: without keywords, what is not given has its default. */
  readonly plain: boolean;
}

function parseDefault(text: string): PyValue | undefined {
  if (text === 'None') return null;
  if (text === 'True') return true;
  if (text === 'False') return false;
  if (text === '<unset>') return undefined;
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^'.*'$/s.test(text)) return text.slice(1, -1);
  throw new Error(`default ${text} in a native signature`);
}

/** Splits at top-level commas; defaults may be strings with commas in them. */
function splitParams(text: string): string[] {
  return text.match(/(?:'[^']*'|[^,'])+/g)?.map((s) => s.trim()).filter((s) => s !== '') ?? [];
}

export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const name = text.slice(0, open);
  const params: Param[] = [];
  let nposonly = 0;
  let npos = 0;
  let kwonly = false;
  let varargs = false;
  let varkw = false;
  for (const part of splitParams(text.slice(open + 1, text.lastIndexOf(')')))) {
    if (part === '/') nposonly = params.length;
    else if (part === '*') kwonly = true;
    else if (part.startsWith('**')) varkw = true;
    else if (part.startsWith('*')) varargs = kwonly = true;
    else {
      const eq = part.indexOf('=');
      const pname = eq < 0 ? part : part.slice(0, eq).trim();
      params.push({
        name: pname,
        kind: kwonly ? 'kw' : 'both',
        required: eq < 0,
        default: eq < 0 ? undefined : parseDefault(part.slice(eq + 1).trim()),
      });
      if (!kwonly) npos++;
    }
  }
  // The receiver has no name that a keyword could mean: dict(cls=1) has an item of it.
  if (nposonly === 0 && (params[0]?.name === 'self' || params[0]?.name === 'cls') && name !== 'issubclass') nposonly = 1;
  for (let i = 0; i < nposonly; i++) params[i] = { ...params[i]!, kind: 'pos' };
  const first = params[0]?.name;
  let required = 0;
  while (required < npos && params[required]!.required) required++;
  return {
    name,
    text: text.slice(open),
    params,
    npos,
    nposonly,
    required,
    varargs,
    varkw,
    hasSelf: first === 'self' || (first === 'cls' && name !== 'issubclass') || first === 'type',
    simple: !varargs && !varkw && npos === params.length,
    positional: !params.slice(npos).some((p) => p.required),
    plain: !varargs && !varkw && !params.slice(npos).some((p) => p.required),
  };
}

/** How error messages name the function: `list.append` for METH_O/NOARGS methods, `append` elsewhere. */
export interface Callee {
  readonly sig: Signature;
  /** `list.append()` style name. */
  readonly qualname: string;
  /** The type whose function it is, and its name there: `list.append`. */
  readonly method: string;
  /** A bound method called as an object, not by `o.m()`. */
  readonly object: boolean;
}

/** Special methods that are ordinary methods in CPython; every other `__x__` is a slot wrapper. */
const PLAIN_DUNDERS = new Set(
  `__format__ __round__ __trunc__ __floor__ __ceil__ __getnewargs__ __getnewargs_ex__ __sizeof__ __bytes__ __complex__ __reduce__ __reduce_ex__
  __getformat__ __length_hint__ __setstate__ __getstate__ __alloc__ __reversed__ __dir__ __subclasshook__ __init_subclass__ __class_getitem__
  __enter__ __exit__ __mro_entries__ __instancecheck__ __subclasscheck__ __subclasses__ __prepare__ __copy__ __deepcopy__ __missing__
  __typing_subst__ __typing_prepare_subst__ __set_name__ __import__ __build_class__ __aenter__ __aexit__`.split(/\s+/),
);

/** Whether `name` is a slot wrapper's (wrapper_descriptor), which has its own words for wrong arguments. */
export function isSlotName(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__') && name !== '__new__' && name !== '__init__' && !PLAIN_DUNDERS.has(name);
}

/** Slot methods that are ordinary methods too (METH_COEXIST). */
export const COEXISTING: ReadonlySet<string> = new Set(['list.__getitem__', 'dict.__getitem__', 'dict.__contains__', 'set.__contains__', 'frozenset.__contains__']);
/** Slots whose arguments are taken apart by PyArg_UnpackTuple with an empty name: its messages begin with a blank. */
const unpacked = (c: Callee): boolean => /^(list|tuple|str|bytes|bytearray|deque)\.__[ri]?mul__$/.test(c.qualname);
const isSlot = (c: Callee): boolean => isSlotName(c.sig.name) && !COEXISTING.has(c.method);

/** The name in messages, short and qualified: a constructor goes by its type's name. */
function namesOf(c: Callee): [name: string, qualname: string] {
  const { name } = c.sig;
  if (name === '__new__' || name === '__init__') {
    const dot = c.qualname.lastIndexOf('.');
    const type = dot < 0 ? c.qualname : c.qualname.slice(0, dot);
    const short = type.slice(type.lastIndexOf('.') + 1);
    return [short, short];
  }
  return [name, c.qualname];
}

/** `str.find(sub[, start[, end]])` and its like are parsed by PyArg_ParseTuple, with other words. */
const isFinder = (sig: Signature): boolean => sig.params.some((p) => p.name === 'start' && !p.required && p.default === undefined);

/** What a native with `**kwargs` gets in a call without keywords. It is one for all: nobody puts anything in. */
export const NO_KEYWORDS: Map<string, PyValue> = new Map();
NO_KEYWORDS.set = () => {
  throw new InternalError('a native puts something into the keywords of a call that has none');
};

/** `bindArguments` of a call without keywords; null: it does not fit. */
export function bindPositional(sig: Signature, args: readonly PyValue[]): any[] | null {
  const n = args.length;
  const { params, npos } = sig;
  if (!sig.positional || n < sig.required || (n > npos && !sig.varargs)) return null;
  const out: any[] = [];
  for (let i = 0; i < params.length; i++) out.push(i < npos && i < n ? args[i] : params[i]!.default);
  if (sig.varargs) out.push(args.slice(npos));
  if (sig.varkw) out.push(NO_KEYWORDS);
  return out;
}

/**
 * Arguments in parameter order, defaults filled in; then the array of `*args`, then the Map of
 * `**kwargs`, where the signature has them. `args` includes self. Throws TypeError in CPython's words.
 */
export function bindArguments(c: Callee, args: PyValue[], kwargs: Map<string, PyValue> | null): any[] {
  const { sig } = c;
  const { params, npos } = sig;
  const nkw = kwargs === null ? 0 : kwargs.size;
  const n = args.length;
  if (nkw > 0 && !sig.varkw && params.length === npos && (sig.nposonly === npos || (npos === 1 && sig.hasSelf))) {
    // A subclass with an `__init__` of its own may take keywords; the builtin `__new__` lets them pass.
    if (sig.name === '__new__' && overridesInit(args[0])) return bindArguments(c, args, null);
    const [, qualname] = namesOf(c);
    if (c.object && c.qualname !== 'deque.index' && (isFinder(sig) || (sig.varargs && sig.hasSelf))) throw typeError(`${sig.name}() takes no keyword arguments`); // METH_VARARGS
    throw typeError(isSlotName(sig.name) && !COEXISTING.has(c.method) ? `wrapper ${sig.name}() takes no keyword arguments` : `${qualname}() takes no keyword arguments`);
  }
  if (n > npos && !sig.varargs) throw tooMany(c, n, nkw);
  if (nkw > 0 && !sig.varkw && !sig.varargs && n + nkw > params.length) throw tooMany(c, n, nkw);
  const out: any[] = [];
  /** The first parameter that is given by position and by name: looked at when none is missing. */
  let twice: number | null = null;
  let used = 0;
  for (let i = 0; i < params.length; i++) {
    const p = params[i]!;
    if (i < npos && i < n) {
      out.push(args[i]);
      if (nkw > 0 && p.kind === 'both' && kwargs!.has(p.name)) twice ??= i;
    } else if (nkw > 0 && p.kind !== 'pos' && kwargs!.has(p.name)) {
      out.push(kwargs!.get(p.name));
      used++;
    } else if (p.required) throw missing(c, i, n);
    else out.push(p.default);
  }
  if (twice !== null) throw typeError(`argument for ${namesOf(c)[0]}() given by name ('${params[twice]!.name}') and position (${twice + (sig.hasSelf ? 0 : 1)})`);
  if (sig.varargs) out.push(args.slice(npos));
  if (sig.varkw) {
    const rest = new Map<string, PyValue>();
    if (kwargs !== null) {
      for (const [k, v] of kwargs) if (!params.some((p) => p.kind !== 'pos' && p.name === k)) rest.set(k, v);
    }
    out.push(rest);
  } else if (nkw > used) {
    for (const k of kwargs!.keys()) {
      if (!params.some((p) => p.kind !== 'pos' && p.name === k)) {
        // These look at their count of arguments before the keywords.
        if ((sig.name === 'min' || sig.name === 'max') && n === 0) throw typeError(`${sig.name} expected at least 1 argument, got 0`);
        if (namesOf(c)[0] === 'zip' && nkw > 1) throw typeError(`zip() takes at most 1 keyword argument (${nkw} given)`);
        if (namesOf(c)[0] === 'zip_longest') throw typeError('zip_longest() got an unexpected keyword argument');
        throw typeError(`'${k}' is an invalid keyword argument for ${namesOf(c)[0]}()`);
      }
    }
  }
  return out;
}

function overridesInit(cls: unknown): boolean {
  const init = (cls as { lookup?(name: string): unknown } | null)?.lookup?.('__init__');
  return typeof init === 'object' && init !== null && !('def' in init);
}

/** Constructors unpack their arguments themselves, and say so in other words than a METH_O function. */
const isConstructor = (sig: Signature): boolean => sig.name === '__new__' || sig.name === '__init__';

const plural = (n: number): string => (n === 1 ? '' : 's');

/** Functions that count their positional arguments in words of their own, by qualified name. */
const OWN_WORDS: Readonly<Record<string, (given: number) => string>> = {
  'math.log': () => 'math.log requires 1 to 2 arguments',
  'deque.insert': (n) => `insert() takes exactly 2 arguments (${n} given)`,
  'deque.rotate': (n) => `deque.rotate expected at most 1 argument, got ${n}`,
  'time.strftime': (n) => `strftime() takes at ${n === 0 ? 'least 1 argument' : 'most 2 arguments'} (${n} given)`,
  '_operator.call': (n) => `call expected at least 1 argument, got ${n}`,
};

function ownWords(c: Callee, given: number): ReturnType<typeof typeError> | null {
  const words = OWN_WORDS[c.qualname];
  return words === undefined ? null : typeError(words(given - (c.sig.hasSelf ? 1 : 0)));
}

function tooMany(c: Callee, given: number, nkw: number): ReturnType<typeof typeError> {
  const own = nkw > 0 ? null : ownWords(c, given);
  if (own !== null) return own;
  const { sig } = c;
  const [name, qualname] = namesOf(c);
  const self = sig.hasSelf ? 1 : 0;
  const max = sig.npos - self;
  const got = given - self;
  const min = sig.required - self;
  const total = sig.params.length - self;
  const allPositional = sig.nposonly === sig.npos && total === max;
  if (allPositional && isSlot(c)) {
    if (min === max) return typeError(`${max > 1 || unpacked(c) ? ' ' : ''}expected ${max} argument${plural(max)}, got ${got}`);
    return typeError(` expected at most ${max} argument${plural(max)}, got ${got}`);
  }
  if (max === 0 && total === 0) return typeError(`${qualname}() takes no arguments (${got} given)`);
  if (allPositional) {
    if (isFinder(sig)) return typeError(`${name}() takes at most ${max} argument${plural(max)} (${got} given)`);
    if (max === 1 && min === 1 && !isConstructor(sig)) return typeError(`${qualname}() takes exactly one argument (${got} given)`);
    if (min === max) return typeError(`${name} expected ${max} argument${plural(max)}, got ${got}`);
    return typeError(`${name} expected at most ${max} argument${plural(max)}, got ${got}`);
  }
  if (got + nkw > total) {
    const kind = got === 0 ? 'keyword ' : '';
    return typeError(`${name}() takes at most ${total} ${kind}argument${plural(total)} (${got + nkw} given)`);
  }
  if (max === 0) return typeError(`${name}() takes no positional arguments`);
  return typeError(`${name}() takes ${min === max ? 'exactly' : 'at most'} ${max} positional argument${plural(max)} (${got} given)`);
}

function missing(c: Callee, i: number, given: number): ReturnType<typeof typeError> {
  const own = ownWords(c, given);
  if (own !== null) return own;
  const { sig } = c;
  const [name, qualname] = namesOf(c);
  const self = sig.hasSelf ? 1 : 0;
  const got = given - self;
  if (got < 0) return typeError(sig.name === '__new__' ? `${name}.__new__(): not enough arguments` : `unbound method ${qualname}() needs an argument`);
  if (sig.nposonly === sig.npos && sig.params.length === sig.npos) {
    const min = sig.required - self;
    const max = sig.npos - self;
    if (isSlot(c)) {
      if (min === max) return typeError(`${min > 1 || unpacked(c) ? ' ' : ''}expected ${min} argument${plural(min)}, got ${got}`);
      return typeError(` expected at least ${min} argument${plural(min)}, got ${got}`);
    }
    if (isFinder(sig)) return typeError(`${name}() takes at least ${min} argument${plural(min)} (${got} given)`);
    if (min === 1 && max === 1 && !isConstructor(sig)) return typeError(`${qualname}() takes exactly one argument (${got} given)`);
    if (min === max) return typeError(`${name} expected ${min} argument${plural(min)}, got ${got}`);
    return typeError(`${name} expected at least ${min} argument${plural(min)}, got ${got}`);
  }
  const p = sig.params[i]!;
  if (p.kind === 'pos') {
    const min = Math.min(sig.required, sig.nposonly) - self;
    return typeError(`${name}() takes ${min < sig.npos - self ? 'at least' : 'exactly'} ${min} positional argument${plural(min)} (${got} given)`);
  }
  return typeError(`${name}() missing required argument '${p.name}' (pos ${i + 1 - self})`);
}
