/**
 * `__text_signature__`: from the signature texts of natives, which bind arguments and need not read as CPython's
 * (`inspect.signature` shows CPython's). What differs, and what has none there because it is older than Argument
 * Clinic, is listed here.
 */
import type { PyValue } from './object.js';
import type { NativeFunction } from './native.js';
import type { PyType } from './type.js';

/** Signatures of calls of a class. */
const CLASSES: Readonly<Record<string, string>> = {
  CellType: '([contents])',
  cell: '([contents])',
  code:
    '(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n' +
    '     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)',
  complex: '(real=0, imag=0)',
  enumerate: '(iterable, start=0)',
  float: '(x=0, /)',
  function: '(code, globals, name=None, argdefs=None, closure=None)',
  list: '(iterable=(), /)',
  memoryview: '(object)',
  method: '(function, instance, /)',
  module: '(name, doc=None)',
  object: '()',
  property: '(fget=None, fset=None, fdel=None, doc=None)',
  reversed: '(sequence, /)',
  tuple: '(iterable=(), /)',
  'itertools.accumulate': '(iterable, func=None, *, initial=None)',
  'itertools.combinations': '(iterable, r)',
  'itertools.combinations_with_replacement': '(iterable, r)',
  'itertools.compress': '(data, selectors)',
  'itertools.count': '(start=0, step=1)',
  'itertools.cycle': '(iterable, /)',
  'itertools.dropwhile': '(predicate, iterable, /)',
  'itertools.filterfalse': '(function, iterable, /)',
  'itertools.groupby': '(iterable, key=None)',
  'itertools.pairwise': '(iterable, /)',
  'itertools.permutations': '(iterable, r=None)',
  'itertools.starmap': '(function, iterable, /)',
  'itertools.takewhile': '(predicate, iterable, /)',
};

const FILL = "($self, width, fillchar=b' ', /)";
const TRANSLATE = "($self, table, /, delete=b'')";

/** Functions and methods whose text here is not CPython's. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'builtins.__import__': '($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)',
  'builtins.anext': '($module, aiterator, default=<unrepresentable>, /)',
  'builtins.compile': '($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)',
  'builtins.input': "($module, prompt='', /)",
  'builtins.open': "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
  'builtins.print': "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
  'builtins.sorted': '($module, iterable, /, *, key=None, reverse=False)',
  'bytearray.center': FILL,
  'bytearray.ljust': FILL,
  'bytearray.rjust': FILL,
  'bytearray.translate': TRANSLATE,
  'bytes.center': FILL,
  'bytes.ljust': FILL,
  'bytes.rjust': FILL,
  'bytes.translate': TRANSLATE,
  'code.replace': '($self, /, **changes)',
  'list.index': '($self, value, start=0, stop=sys.maxsize, /)',
  'memoryview.tobytes': "($self, /, order='C')",
  'tuple.__getitem__': '($self, key, /)',
  'tuple.index': '($self, value, start=0, stop=sys.maxsize, /)',
};

const BYTES = '__getnewargs__ capitalize count endswith find index isalnum isalpha isascii isdigit islower isspace istitle isupper lower rfind rindex startswith swapcase title upper';
const SET = '__class_getitem__ __contains__ __reduce__ __sizeof__ copy difference intersection isdisjoint issubset issuperset symmetric_difference union';

/** Names without a signature. */
const WITHOUT: Readonly<Record<string, string>> = {
  builtins: '__build_class__ breakpoint dir getattr iter max min next vars',
  int: '__ceil__ __floor__ __trunc__ conjugate',
  str: '__getnewargs__ count endswith find format format_map index rfind rindex startswith',
  bytes: BYTES,
  bytearray: `__alloc__ ${BYTES}`,
  list: '__class_getitem__ __getitem__',
  dict: '__class_getitem__ __getitem__ __sizeof__ clear copy items keys update values',
  set: `${SET} add clear difference_update discard intersection_update pop remove symmetric_difference_update update`,
  frozenset: SET,
  tuple: '__class_getitem__',
  range: '__reduce__ __reversed__ count index',
  slice: '__reduce__ indices',
  type: '__prepare__',
  object: '__init_subclass__ __subclasshook__',
  property: '__set_name__ deleter getter setter',
  memoryview: '__enter__ __exit__',
  BaseException: '__reduce__ __setstate__ add_note with_traceback',
  code: '__sizeof__ co_lines co_positions',
  frame: '__sizeof__ clear',
  generator: '__del__ close send throw',
  coroutine: '__del__ close send throw',
  async_generator: '__class_getitem__ __del__ aclose asend athrow',
  traceback: '__dir__',
  module: '__dir__',
  mappingproxy: '__class_getitem__ __reversed__ copy get items keys values',
  'types.SimpleNamespace': '__reduce__',
  enumerate: '__class_getitem__ __reduce__',
  zip: '__reduce__ __setstate__',
  map: '__reduce__',
  filter: '__reduce__',
  reversed: '__length_hint__ __reduce__ __setstate__',
  'types.GenericAlias': '__dir__ __instancecheck__ __mro_entries__ __reduce__ __subclasscheck__',
};

/** `__text_signature__` of a native function or descriptor. */
export function functionTextSignature(f: NativeFunction): PyValue {
  const { name, sig } = f.def;
  if (f.owner !== null && name === '__new__') return '($type, *args, **kwargs)';
  if (f.owner !== null && name === '__init__') return '($self, /, *args, **kwargs)';
  const where = f.owner !== null ? f.owner.name : (f.module ?? '');
  const known = FUNCTIONS[`${where}.${name}`];
  if (known !== undefined) return known;
  if (Object.hasOwn(WITHOUT, where) && ` ${WITHOUT[where]!} `.includes(` ${name} `)) return null;
  // Functions of modules with a parameter without default value are older than Argument Clinic.
  if (f.owner === null && sig.text.includes('<unset>')) return null;
  const params = (f.def.shown ?? sig.text).slice(1, -1).replace(/<unset>/g, '<unrepresentable>');
  const slash = /(^|, )\/(, |$)/.test(params);
  const bound = f.owner !== null && sig.hasSelf;
  const first = bound ? (/^(cls|type)\b/.test(params) ? '$type' : '$self') : f.owner === null && f.module !== null ? '$module' : '';
  const rest = bound ? params.replace(/^\w+(, )?/, '') : params;
  return `(${[first, first === '' || slash ? '' : '/', rest].filter((s) => s !== '').join(', ')})`;
}

/** `__text_signature__` of a class. */
export function classTextSignature(t: PyType): PyValue {
  return t.flags.heap || !Object.hasOwn(CLASSES, t.name) ? null : CLASSES[t.name]!;
}
