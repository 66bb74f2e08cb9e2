/** `__init__` of the exception classes that have fields beyond `args`. */
import { type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import type { ExceptionName, PyBaseException } from './exception.js';
import { PyTuple } from './tuple.js';
import { itemsSync } from './iterate.js';
import { typeName } from './type.js';
import { asStr } from './str.js';
import { PyByteArray, PyBytes } from './bytes.js';

type Kw = Map<string, PyValue>;
type Init = (vm: VM, self: PyBaseException, args: PyValue[], kw: Kw) => Result;

/** Keyword-only fields, as `NameError(msg, name=...)`. */
function withKeywords(names: readonly string[], self: PyBaseException, args: PyValue[], kw: Kw): void {
  self.args = new PyTuple(args);
  if (kw.size > names.length) throw typeError(`${self.cls.name}() takes at most ${names.length} keyword argument${names.length === 1 ? '' : 's'} (${kw.size} given)`);
  for (const n of names) self.setField(n, kw.get(n) ?? null);
  for (const k of kw.keys()) if (!names.includes(k)) throw typeError(`'${k}' is an invalid keyword argument for ${names.length === 1 ? 'NameError' : names[1] === 'path' ? 'ImportError' : 'AttributeError'}()`);
}

function noKw(self: PyBaseException, kw: Kw): void {
  if (kw.size > 0) throw typeError(`${self.cls.name}() takes no keyword arguments`);
}

function unicodeInit(names: readonly string[]): Init {
  return (_vm, self, args, kw) => {
    noKw(self, kw);
    if (args.length !== names.length) throw typeError(`function takes exactly ${names.length} arguments (${args.length} given)`);
    self.args = new PyTuple(args);
    names.forEach((n, i) => {
      let v = args[i]!;
      if (n === 'start' || n === 'end') {
        if (typeof v !== 'number' && typeof v !== 'boolean') throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
      } else if (n === 'object' && names[0] === 'encoding' && self.cls.mro.some((c) => c.name === 'UnicodeDecodeError')) {
        if (v instanceof PyByteArray) v = new PyBytes(v.v.slice(0, v.length));
        if (!(v instanceof PyBytes)) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
      } else if (asStr(v) === undefined) throw typeError(`argument ${i + 1} must be str, not ${typeName(v)}`);
      self.setField(n, v);
    });
    return null;
  };
}

export const exceptionInits: Partial<Record<ExceptionName, Init>> = {
  StopIteration: (_vm, self, args, kw) => {
    noKw(self, kw);
    self.args = new PyTuple(args);
    self.setField('value', args[0] ?? null);
    return null;
  },
  SystemExit: (_vm, self, args, kw) => {
    noKw(self, kw);
    self.args = new PyTuple(args);
    self.setField('code', args.length === 0 ? null : args.length === 1 ? args[0]! : self.args);
    return null;
  },
  AttributeError: (_vm, self, args, kw) => {
    withKeywords(['name', 'obj'], self, args, kw);
    return null;
  },
  NameError: (_vm, self, args, kw) => {
    withKeywords(['name'], self, args, kw);
    return null;
  },
  ImportError: (_vm, self, args, kw) => {
    withKeywords(['name', 'path'], self, args, kw);
    self.setField('msg', args.length === 1 ? args[0]! : null);
    return null;
  },
  OSError: (_vm, self, args, kw) => {
    // Where __new__ is not overridden it has done the work, and __init__ looks at nothing.
    if (kw.size > 0 && !self.cls.flags.heap) return null;
    noKw(self, kw);
    const n = args.length;
    for (const f of ['errno', 'strerror', 'filename', 'filename2']) self.setField(f, null);
    if (n >= 2 && n <= 5) {
      self.setField('errno', args[0]!);
      self.setField('strerror', args[1]!);
      if (n > 2) self.setField('filename', args[2]!);
      if (n > 4) self.setField('filename2', args[4]!);
      self.args = new PyTuple(n > 2 && args[2] !== null ? args.slice(0, 2) : args);
    } else self.args = new PyTuple(args);
    return null;
  },
  SyntaxError: (_vm, self, args, kw) => {
    noKw(self, kw);
    self.args = new PyTuple(args);
    for (const f of ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line']) self.setField(f, null);
    if (args.length >= 1) self.setField('msg', args[0]!);
    if (args.length === 2) {
      const info = itemsSync(args[1]!);
      if (info === undefined) throw typeError(`'${typeName(args[1]!)}' object is not iterable`);
      if (info.length < 4) throw typeError(`function takes at least 4 arguments (${info.length} given)`);
      if (info.length > 6) throw typeError(`function takes at most 6 arguments (${info.length} given)`);
      ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'].forEach((f, i) => self.setField(f, info[i] ?? null));
      if (info.length === 5) throw typeError('end_offset must be provided when end_lineno is provided');
    }
    return null;
  },
  UnicodeDecodeError: unicodeInit(['encoding', 'object', 'start', 'end', 'reason']),
  UnicodeEncodeError: unicodeInit(['encoding', 'object', 'start', 'end', 'reason']),
  UnicodeTranslateError: unicodeInit(['object', 'start', 'end', 'reason']),
};
