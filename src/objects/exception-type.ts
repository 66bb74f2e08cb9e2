/** The exception classes: one defineType per row of `exceptionTable`, and what single classes add. */
import { PyRange } from './range-type.js';
import { asInt } from './int.js';
import { PyFunction } from './function.js';
import { cont, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, typeError, valueError } from './errors.js';
import { defineType, extendType, type TypeRecord } from './define.js';
import { exceptionTable, PyBaseException, type ExceptionName } from './exception.js';
import { PyTraceback } from './traceback.js';
import { PyDict } from './dict.js';
import { PyList, PyTuple } from './tuple.js';
import { argTypeName, PyType, typeName } from './type.js';
import { strFromJS, asJS, asStr, jsStr } from './str.js';
import { repr, reprSync, str, strSync } from './convert.js';
import { callPrelude } from './call.js';
import { listFrom } from './iterate.js';
import { asBytes, PyBytes } from './bytes.js';
import { aliasHook } from './generator-type.js';

type Kw = Map<string, PyValue>;

const noKeywords = (self: PyBaseException, kw: Kw): void => {
  if (kw.size > 0) throw typeError(`${self.cls.name}() takes no keyword arguments`);
};

const SHOW = cont('exception.repr', (_vm, s, c) => strFromJS(`${c.a}(${asJS(s!)})`));
const STRIP = cont('exception.args', (_vm, s, c) => {
  const text = asJS(s!)!;
  return strFromJS(`${c.a}${text}`);
});

function exceptionOrNone(v: PyValue | undefined, what: string): PyBaseException | null {
  if (v === undefined) throw typeError(`__${what}__ may not be deleted`);
  if (v === null) return null;
  if (v instanceof PyBaseException) return v;
  throw typeError(`exception ${what} must be None or derive from BaseException`);
}

const baseMembers: Partial<TypeRecord> = {
  methods: {
    '__init__(self, /, *args, **kwargs)': (_vm, self: PyBaseException, args: PyValue[], kw: Kw) => {
      noKeywords(self, kw);
      self.args = new PyTuple(args);
      return null;
    },
    '!__str__(self, /)': (vm, self: PyBaseException) => {
      const a = self.args.items;
      if (a.length === 0) return '';
      if (a.length === 1) return str(vm, a[0]!);
      return repr(vm, self.args);
    },
    '!__repr__(self, /)': (vm, self: PyBaseException) => {
      const a = self.args.items;
      const base = vm.frame;
      const name = self.cls.name;
      if (a.length === 1) return andThen(vm, base, repr(vm, a[0]!), SHOW, name);
      return andThen(vm, base, repr(vm, self.args), STRIP, name);
    },
    'with_traceback(self, tb, /)': (_vm, self: PyBaseException, tb) => {
      if (tb !== null && !(tb instanceof PyTraceback)) throw typeError('__traceback__ must be a traceback or None');
      self.traceback = tb;
      return self;
    },
    'add_note(self, note, /)': (_vm, self: PyBaseException, note) => {
      if (asStr(note) === undefined) throw typeError(`note must be a str, not '${typeName(note)}'`);
      const d = (self.dict ??= new PyDict());
      let notes = d.getStr('__notes__');
      if (notes === undefined) d.setStr('__notes__', (notes = new PyList([])));
      if (!(notes instanceof PyList)) throw typeError('Cannot add note: __notes__ is not a list');
      notes.items.push(note);
      return null;
    },
    '__reduce__(self, /)': (_vm, self: PyBaseException) =>
      self.dict !== null && self.dict.used > 0 ? new PyTuple([self.cls, self.args, self.dict]) : new PyTuple([self.cls, self.args]),
    '!__setstate__(self, state, /)': (vm, self: PyBaseException, state) => {
      if (state === null) return null;
      if (!(state instanceof PyDict)) throw typeError('state is not a dictionary');
      return callPrelude(vm, 'set_attributes', self, state);
    },
  },
  getset: {
    args: [
      (_vm, self: PyBaseException) => self.args,
      (vm, self: PyBaseException, v) => {
        if (v === undefined) throw typeError('args may not be deleted');
        const base = vm.frame;
        return andThen(vm, base, listFrom(vm, v), SET_ARGS, self);
      },
    ],
    __traceback__: [
      (_vm, self: PyBaseException) => self.traceback,
      (_vm, self: PyBaseException, v) => {
        if (v === undefined) throw typeError('__traceback__ may not be deleted');
        if (v !== null && !(v instanceof PyTraceback)) throw typeError('__traceback__ must be a traceback or None');
        self.traceback = v;
        return null;
      },
    ],
    __context__: [
      (_vm, self: PyBaseException) => self.context,
      (_vm, self: PyBaseException, v) => {
        self.context = exceptionOrNone(v, 'context');
        return null;
      },
    ],
    __cause__: [
      (_vm, self: PyBaseException) => self.cause,
      (_vm, self: PyBaseException, v) => {
        self.cause = exceptionOrNone(v, 'cause');
        self.suppressContext = true;
        return null;
      },
    ],
    __dict__: [
      (_vm, self: PyBaseException) => (self.dict ??= new PyDict()),
      (_vm, self: PyBaseException, v) => {
        if (v === undefined) throw typeError('cannot delete __dict__');
        if (!(v instanceof PyDict)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(v)}'`);
        self.dict = v;
        return null;
      },
    ],
  },
  members: {
    __suppress_context__: [
      (_vm, self: PyBaseException) => self.suppressContext,
      (_vm, self: PyBaseException, v) => {
        if (v === undefined) throw typeError("can't delete numeric/char attribute");
        if (typeof v !== 'boolean') throw typeError('attribute value type must be bool');
        self.suppressContext = v;
        return null;
      },
    ],
  },
};

const SET_ARGS = cont('exception.setargs', (_vm, list, c) => {
  c.a.args = new PyTuple((list as PyList).items);
  return null;
});

/** Fields that cannot be assigned. */
const FIXED = new Set(['message', 'exceptions']);

/** A field an exception class has beyond args. */
const field = (name: string): NonNullable<TypeRecord['members']>[string] => FIXED.has(name) ? (_vm, self: PyBaseException) => self.field(name) : [
  (_vm, self: PyBaseException) => self.field(name),
  (_vm, self: PyBaseException, v) => {
    self.setField(name, v ?? null);
    return null;
  },
];

/** Classes whose C struct leaves tp_new to the base (ComplexExtendsException without one). */
const INHERITS_NEW = new Set<ExceptionName>(
  `SystemExit AttributeError ImportError ModuleNotFoundError NameError UnboundLocalError StopIteration SyntaxError IndentationError TabError KeyError ExceptionGroup BlockingIOError
  ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError BrokenPipeError
  ConnectionAbortedError ConnectionRefusedError ConnectionResetError`.split(/\s+/) as ExceptionName[],
);

for (const [name, [base, ...fields]] of Object.entries(exceptionTable) as unknown as [ExceptionName, [string, ...string[]]][]) {
  const r: TypeRecord = {
    name,
    base: T[base]!,
    instance: name === 'BaseException' ? PyBaseException : null,
    ...(name === 'ExceptionGroup' ? { mixins: [T.Exception!] } : {}),
    flags: { basetype: true, hasDict: true, noNew: false },
    ...(INHERITS_NEW.has(name) ? {} : { new: ['__new__(cls, *args, **kwargs)', newException] as const }),
    members: Object.fromEntries(fields.map((f) => [f, field(f)])),
  };
  if (name === 'BaseException') {
    r.methods = baseMembers.methods!;
    r.getset = baseMembers.getset!;
    r.members = { ...r.members, ...baseMembers.members };
  } else if (name !== 'ExceptionGroup') r.methods = { '__init__(self, /, *args, **kwargs)': initOf(name) };
  defineType(r);
}

function newException(vm: VM, cls: PyType, args: PyValue[], kw: Kw): Result {
  // Where __init__ is overridden and __new__ is not, __init__ is to look at the arguments (oserror_use_init).
  if (kw.size > 0 && cls.isSubtype(T.OSError!) && !(cls.lookup('__init__') instanceof PyFunction)) throw typeError(`${cls.name}() takes no keyword arguments`);
  if (cls.isSubtype(T.OSError!)) cls = osSubclass(cls, args);
  const e = new PyBaseException(cls, args);
  if (cls.isSubtype(T.BaseExceptionGroup!)) return newGroup(vm, e, cls, args);
  return e;
}

/** `OSError(2, ...)` makes a FileNotFoundError. */
const errnoClasses: Readonly<Record<number, ExceptionName>> = {
  1: 'PermissionError', 2: 'FileNotFoundError', 3: 'ProcessLookupError', 4: 'InterruptedError', 10: 'ChildProcessError', 11: 'BlockingIOError',
  13: 'PermissionError', 17: 'FileExistsError', 20: 'NotADirectoryError', 21: 'IsADirectoryError', 32: 'BrokenPipeError', 103: 'ConnectionAbortedError',
  104: 'ConnectionResetError', 110: 'TimeoutError', 111: 'ConnectionRefusedError', 114: 'BlockingIOError', 115: 'BlockingIOError', 108: 'BrokenPipeError',
};

function osSubclass(cls: PyType, args: PyValue[]): PyType {
  if (cls !== T.OSError || args.length < 2 || args.length > 5) return cls;
  const n = asInt(args[0]!);
  const sub = typeof n === 'number' ? errnoClasses[n] : undefined;
  return sub === undefined ? cls : T[sub]!;
}

function newGroup(vm: VM, e: PyBaseException, cls: PyType, args: PyValue[]): Result {
  if (args.length !== 2) throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [msg, excs] = args as [PyValue, PyValue];
  if (asStr(msg) === undefined) throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${argTypeName(msg)}`);
  if (asJS(excs) !== undefined || asBytes(excs) !== undefined) {
    if ((asJS(excs) ?? asBytes(excs)!).length === 0) throw error('ValueError', 'second argument (exceptions) must be a non-empty sequence');
    throw error('ValueError', 'Item 0 of second argument (exceptions) is not an exception');
  }
  if (excs instanceof PyRange) throw error('ValueError', excs.length === 0 ? 'second argument (exceptions) must be a non-empty sequence' : 'Item 0 of second argument (exceptions) is not an exception');
  if (!(excs instanceof PyList || excs instanceof PyTuple)) throw typeError('second argument (exceptions) must be a sequence');
  const items = excs.items;
  if (items.length === 0) throw valueError('second argument (exceptions) must be a non-empty sequence');
  items.forEach((x, i) => {
    if (!(x instanceof PyBaseException)) throw valueError(`Item ${i} of second argument (exceptions) is not an exception`);
  });
  const allPlain = items.every((x) => typeOf(x).isSubtype(T.Exception!));
  if (cls === T.BaseExceptionGroup && allPlain) (e as { cls: PyType }).cls = T.ExceptionGroup!;
  else if (cls === T.ExceptionGroup && !allPlain) throw typeError('Cannot nest BaseExceptions in an ExceptionGroup');
  else if (cls !== T.BaseExceptionGroup && cls.isSubtype(T.Exception!) && !allPlain) {
    throw typeError(`Cannot nest BaseExceptions in '${cls.name}'`);
  }
  e.setField('message', msg);
  e.setField('exceptions', new PyTuple(items.slice()));
  void vm;
  return e;
}

type Init = (vm: VM, self: PyBaseException, args: PyValue[], kw: Kw) => Result;

function initOf(name: ExceptionName): Init {
  const init = inits[name];
  if (init !== undefined) return init;
  // The nearest base with an __init__ of its own: an inherited row, written out so that each class has one.
  let base: string = exceptionTable[name][0];
  while (base !== 'object' && base !== 'BaseException') {
    const inherited = inits[base as ExceptionName];
    if (inherited !== undefined) return inherited;
    base = exceptionTable[base as ExceptionName][0];
  }
  return (_vm, self, args, kw) => {
    noKeywords(self, kw);
    self.args = new PyTuple(args);
    return null;
  };
}

import { exceptionInits as inits } from './exception-inits.js';

extendType(T.BaseExceptionGroup!, {
  methods: {
    '__init__(self, /, *args, **kwargs)': (_vm, self: PyBaseException, args: PyValue[], kw: Kw) => {
      noKeywords(self, kw);
      self.args = new PyTuple(args);
      return null;
    },
    '!__str__(self, /)': (vm, self: PyBaseException) => {
      const n = (self.field('exceptions') as PyTuple).items.length;
      const base = vm.frame;
      return andThen(vm, base, str(vm, self.field('message')), GROUP_STR, n);
    },
    '!derive(self, /, *args)': (vm, self: PyBaseException, args: PyValue[]) => {
      if (args.length !== 1) throw typeError(`function takes exactly 1 argument (${args.length} given)`);
      return newException(vm, T.BaseExceptionGroup!, [self.field('message'), args[0]!], new Map());
    },
    '!split(self, /, *args)': (vm, self, args: PyValue[]) => callPrelude(vm, 'group_split', self, oneArgument('split', args)),
    '!subgroup(self, /, *args)': (vm, self, args: PyValue[]) => callPrelude(vm, 'group_subgroup', self, oneArgument('subgroup', args)),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
});
function oneArgument(name: string, args: PyValue[]): PyValue {
  if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
  return args[0]!;
}

const GROUP_STR = cont('group.str', (_vm, s, c) => strFromJS(`${asJS(s!)} (${c.a} sub-exception${c.a === 1 ? '' : 's'})`));

extendType(T.ExceptionGroup!, { attrs: { __module__: 'builtins' }, getset: { __weakref__: () => null } });

// Their rows name BaseException's str again.
for (const name of ['AttributeError', 'NameError'] as const) extendType(T[name]!, { methods: { '!__str__(self, /)': baseMembers.methods!['!__str__(self, /)']! } });

extendType(T.KeyError!, {
  methods: {
    '!__str__(self, /)': (vm, self: PyBaseException) => {
      const a = self.args.items;
      if (a.length === 0) return '';
      return a.length === 1 ? repr(vm, a[0]!) : repr(vm, self.args);
    },
  },
});

extendType(T.ImportError!, {
  methods: {
    '!__str__(self, /)': (vm, self: PyBaseException) => {
      const msg = self.field('msg');
      if (msg !== null && asStr(msg) !== undefined) return msg;
      const a = self.args.items;
      return a.length === 0 ? '' : a.length === 1 ? str(vm, a[0]!) : repr(vm, self.args);
    },
    '__reduce__(self, /)': (_vm, self: PyBaseException) => {
      const state = new PyDict();
      if (self.dict !== null) state.takeFrom(self.dict);
      for (const n of ['name', 'path']) if (self.field(n) !== null) state.setStr(n, self.field(n));
      return new PyTuple(state.used > 0 ? [self.cls, self.args, state] : [self.cls, self.args]);
    },
  },
});

const OS_STR = cont('oserror.str', (vm, s, c) => {
  const self = c.a as PyBaseException;
  const head = `[Errno ${c.b}] ${c.c}`;
  const second = self.field('filename2');
  if (c.d === 1 || second === null) return strFromJS(c.d === 1 ? `${head}: ${c.b}` : `${head}: ${asJS(s!)}`);
  const base = vm.frame;
  return andThen(vm, base, repr(vm, second), OS_STR2, `${head}: ${asJS(s!)}`);
});
const OS_STR2 = cont('oserror.str2', (_vm, s, c) => strFromJS(`${c.a} -> ${asJS(s!)}`));

extendType(T.OSError!, {
  getset: {
    characters_written: [
      (vm, self: PyBaseException) => (self.fields?.has('characters_written') ? self.field('characters_written') : vm.raise(error('AttributeError', 'characters_written'))),
      (vm, self: PyBaseException, v) => {
        if (v !== undefined) self.setField('characters_written', v);
        else if (!self.fields?.delete('characters_written')) return vm.raise(error('AttributeError', 'characters_written'));
        return null;
      },
    ],
  },
  methods: {
    '__reduce__(self, /)': (_vm, self: PyBaseException) => {
      const a = self.args.items;
      const file = self.field('filename');
      const second = self.field('filename2');
      const args = a.length !== 2 || file === null ? self.args : new PyTuple(second === null ? [...a, file] : [...a, file, null, second]);
      return new PyTuple(self.dict !== null && self.dict.used > 0 ? [self.cls, args, self.dict] : [self.cls, args]);
    },
    '!__str__(self, /)': (vm, self: PyBaseException) => {
      const errno = self.field('errno');
      const strerror = self.field('strerror');
      const filename = self.field('filename');
      const a = self.args.items;
      // What was given shows, None too; what was never set does not.
      if (self.fields?.has('errno') === true && (a.length === 2 || (errno !== null && strerror !== null))) {
        const shown = (v: PyValue): string => asJS(v) ?? asJS(strSync(vm, v) ?? reprSync(vm, v) ?? '?') ?? '?';
        if (filename !== null) return andThen(vm, vm.frame, repr(vm, filename), OS_STR, self, shown(errno), shown(strerror));
        return strFromJS(`[Errno ${shown(errno)}] ${shown(strerror)}`);
      }
      return a.length === 0 ? '' : a.length === 1 ? str(vm, a[0]!) : repr(vm, self.args);
    },
  },
});

const SYNTAX_STR = cont('syntaxerror.str', (_vm, s, c) => {
  const self = c.a as PyBaseException;
  const file = asJS(self.field('filename'));
  const line = self.field('lineno');
  const msg = asJS(s!) ?? 'None';
  const name = file === undefined ? undefined : file.slice(file.lastIndexOf('/') + 1);
  if (name !== undefined && typeof line === 'number') return strFromJS(`${msg} (${name}, line ${line})`);
  if (name !== undefined) return strFromJS(`${msg} (${name})`);
  if (typeof line === 'number') return strFromJS(`${msg} (line ${line})`);
  return msg;
});
extendType(T.SyntaxError!, {
  methods: {
    '!__str__(self, /)': (vm, self: PyBaseException) => {
      const base = vm.frame;
      return andThen(vm, base, str(vm, self.field('msg')), SYNTAX_STR, self);
    },
  },
});

const charName = (c: number): string => (c <= 0xff ? `\\x${c.toString(16).padStart(2, '0')}` : c <= 0xffff ? `\\u${c.toString(16).padStart(4, '0')}` : `\\U${c.toString(16).padStart(8, '0')}`);

/** `str()` of a field that a program may have set to anything. */
function shownText(vm: VM, v: PyValue): string {
  const s = asStr(v) ?? strSync(vm, v);
  return s === undefined ? '' : jsStr(s);
}

function unicodeText(vm: VM, self: PyBaseException, verb: string): string {
  const start = self.field('start') as number;
  const end = self.field('end') as number;
  const object = self.field('object');
  const reason = shownText(vm, self.field('reason'));
  const enc = shownText(vm, self.field('encoding'));
  const codec = verb === 'translate' ? "can't translate" : `'${enc}' codec can't ${verb}`;
  if (verb === 'decode') {
    const bytes = object instanceof PyBytes ? object.v : new Uint8Array();
    if (end === start + 1 && start < bytes.length) return `${codec} byte 0x${bytes[start]!.toString(16).padStart(2, '0')} in position ${start}: ${reason}`;
    return `${codec} bytes in position ${start}-${end - 1}: ${reason}`;
  }
  const s = asStr(object);
  const at = s === undefined ? undefined : typeof s === 'string' ? s.charCodeAt(start) : s.cps[start];
  if (end === start + 1 && at !== undefined && at === at) return `${codec} character '${charName(at)}' in position ${start}: ${reason}`;
  return `${codec} characters in position ${start}-${end - 1}: ${reason}`;
}
for (const [name, verb] of [['UnicodeDecodeError', 'decode'], ['UnicodeEncodeError', 'encode'], ['UnicodeTranslateError', 'translate']] as const) {
  extendType(T[name]!, {
    methods: { '__str__(self, /)': (vm, self: PyBaseException) => (self.fields?.has('object') ? unicodeText(vm, self, verb) : '') },
  });
}

