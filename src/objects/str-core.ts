/** str: the type record, its special methods and iterators. Other methods: str-methods-*.ts. */
import { inherit, AstralStr, cont, NOVALUE, PyObject, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { asBytes } from './bytes.js';
import { lookupSpecial } from './call.js';
import { checkIndex, checkNew } from './args.js';
import { decode, encodingArgs } from './codecs.js';
import * as convert from './convert.js';
import { defineType } from './define.js';
import { error, indexError, overflowError, typeError } from './errors.js';
import { formatStr } from './format-spec.js';
import { hashStr } from './hash.js';
import { asInt, toIndex, type Int } from './int.js';
import { percentFormat } from './percent-format.js';
import { NotImplemented } from './singletons.js';
import { asStr, charAt, codeAt, isAsciiStr, PyStrObj, strCompare, strConcat, strEquals, strFind, strFromCodePoints, strLength, strRepeat, strSlice, type Str } from './str.js';
import { reprOfStr } from './str-repr.js';
import { strFormat, strFormatMap } from './str-format.js';
import { PySlice, resolveSlice, sliceIndices } from './subscript.js';
import { PyTuple } from './tuple.js';
import { argTypeName, typeName, type PyType } from './type.js';
import type { NativeFn } from './native.js';

const strOf = (v: PyValue): Str => (typeof v === 'string' ? v : asStr(v)!);

/** An instance of `cls` (str or a guest subclass). */
export function makeStr(cls: PyType, s: Str): PyValue {
  return cls === T.str ? s : new PyStrObj(s, cls);
}

function strNew(vm: VM, clsArg: PyValue, object: PyValue | undefined, encoding: PyValue | undefined, errors: PyValue | undefined): Result {
  const cls = checkNew(clsArg, T.str);
  if (object === undefined) {
    encodingArgs('str', encoding === undefined ? 'utf-8' : encoding, errors === undefined ? 'strict' : errors);
    return makeStr(cls, '');
  }
  if (encoding === undefined && errors === undefined) {
    if (cls === T.str) {
      if (typeof object === 'string') return object;
      if (typeof object === 'number') return String(object);
    }
    return andThen(vm, vm.frame, convert.str(vm, object), STR_NEW, cls);
  }
  const [enc, err] = encodingArgs('str', encoding === undefined ? 'utf-8' : encoding, errors === undefined ? 'strict' : errors);
  if (asStr(object) !== undefined) throw typeError('decoding str is not supported');
  const b = asBytes(object);
  if (b === undefined) throw typeError(`decoding to str: need a bytes-like object, ${object === null ? 'NoneType' : typeName(object)} found`);
  return andThen(vm, vm.frame, decode(vm, b, enc, err), STR_NEW, cls);
}

const STR_NEW = cont('str.new', (_vm, v, c) => (c.a === T.str ? v : makeStr(c.a, asStr(v!)!)));

/** What formatting without arguments gives for a subclass's instance that has no fields: itself, if there is any text. */
const unchanged = (self: PyStrObj, mark: string): PyValue => (self.v === '' || strFind(self.v, mark, 0, strLength(self.v)) >= 0 ? self.v : self);

const compare = (f: (c: number) => boolean): NativeFn => (_vm, self, other) => {
  const b = asStr(other);
  return b === undefined ? NotImplemented : f(strCompare(strOf(self), b));
};

// ---- subscript ----

/** Every `step`th character from `start`; undefined: there are surrogates, which might meet. */
function stepped(s: string, start: number, step: number, count: number): string | undefined {
  const codes: number[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) {
    const c = s.charCodeAt(at);
    if ((c & 0xf800) === 0xd800) return undefined;
    codes.push(c);
  }
  return String.fromCharCode.apply(null, codes);
}

function getitem(vm: VM, self: PyValue, k: PyValue): Result {
  const s = strOf(self);
  if (typeof k === 'number') {
    const n = strLength(s);
    const i = k < 0 ? k + n : k;
    if (i < 0 || i >= n) return vm.raise(indexError('string index out of range'));
    return charAt(s, i);
  }
  if (k instanceof PySlice) {
    const ix = sliceIndices(k, strLength(s));
    if (ix === undefined) return andThen(vm, vm.frame, resolveSlice(vm, k), GETITEM, self);
    if (ix.step === 1) return strSlice(s, ix.start, ix.start + ix.count);
    const short = typeof s === 'string' && ix.count <= 1024 ? stepped(s, ix.start, ix.step, ix.count) : undefined;
    if (short !== undefined) return short;
    const cps = new Uint32Array(ix.count);
    for (let i = 0, at = ix.start; i < ix.count; i++, at += ix.step) cps[i] = codeAt(s, at);
    vm.charge(ix.count >> 4);
    return strFromCodePoints(cps);
  }
  const i = asInt(k);
  if (i === undefined) {
    if (lookupSpecial(k, '__index__') === undefined) throw typeError(`string indices must be integers, not '${k === null ? 'NoneType' : typeName(k)}'`);
    return andThen(vm, vm.frame, convert.index(vm, k), GETITEM_INDEX, self, typeName(k));
  }
  return getitem(vm, s, toIndex(i, typeName(k)));
}

const GETITEM = cont('str.getitem', (vm, k, c) => getitem(vm, c.a, k!));
const GETITEM_INDEX = cont('str.getitem.index', (vm, k, c) => getitem(vm, c.a, toIndex(checkIndex(k!), c.b)));

/** `s * n` with the limits on the size of a str. */
function repeat(vm: VM, self: PyValue, by: PyValue): Result {
  const n = asInt(by);
  if (n === undefined) {
    if (lookupSpecial(by, '__index__') === undefined) return NotImplemented;
    return andThen(vm, vm.frame, convert.index(vm, by), REPEAT, self, typeName(by));
  }
  return repeatStr(vm, strOf(self), n, typeName(by));
}

const REPEAT = cont('str.repeat', (vm, v, c) => repeatStr(vm, strOf(c.a), checkIndex(v!), c.b));

export function repeatStr(vm: VM, s: Str, n: Int, type: string): Str {
  if (typeof n === 'bigint' && (n > 0x7fffffffffffffffn || n < -0x8000000000000000n)) throw overflowError(`cannot fit '${type}' into an index-sized integer`);
  const len = strLength(s);
  if (n <= 0 || len === 0) return '';
  const total = Number(n) * len;
  if (total > 0x1fffffe8) {
    if (total > 2 ** 63) throw overflowError('repeated string is too long');
    throw error('MemoryError');
  }
  if (total > 4096) vm.charge(total >> 4);
  return n === 1 ? s : strRepeat(s, Number(n));
}

// ---- iterators ----

export class PyStrIterator {
  i = 0;
  /** null once exhausted. */
  s: Str | null;
  /** `plain`: of a str itself, not of a subclass. */
  constructor(s: Str, plain = true) {
    this.s = s;
    this.cls = plain && isAsciiStr(s) ? T.str_ascii_iterator! : T.str_iterator!;
  }

  quickNext(): PyValue | undefined {
    const { s } = this;
    if (typeof s !== 'string') return NOVALUE;
    if (this.i < s.length) return s[this.i++]!;
    this.s = null;
    return undefined;
  }
}
export interface PyStrIterator extends PyObject {}
inherit(PyStrIterator, PyObject);

const iteratorRecord = (name: string) =>
  ({
    name,
    instance: PyStrIterator,
    methods: {
      '__iter__(self, /)': (_vm: VM, self: PyStrIterator) => self,
      '__next__(self, /)': (_vm: VM, self: PyStrIterator) => {
        const { s } = self;
        if (s === null) return undefined;
        if (self.i < strLength(s)) return charAt(s, self.i++);
        self.s = null;
        return undefined;
      },
      '__length_hint__(self, /)': (_vm: VM, self: PyStrIterator) => (self.s === null ? 0 : strLength(self.s) - self.i),
      '__reduce__(self, /)': (vm: VM, self: PyStrIterator) => {
        const iter = vm.state.builtins.getStr('iter')!;
        return self.s === null ? new PyTuple([iter, new PyTuple([''])]) : new PyTuple([iter, new PyTuple([self.s]), self.i]);
      },
      '__setstate__(self, state, /)': (_vm: VM, self: PyStrIterator, state: PyValue) => {
        const n = asInt(state);
        if (n === undefined) throw typeError('an integer is required');
        if (self.s !== null) self.i = Math.min(Math.max(convert.sizeArg(n), 0), strLength(self.s));
        return null;
      },
    },
  }) as const;

T.str = defineType({
  name: 'str',
  instance: PyStrObj,
  flags: { basetype: true },
  new: ['!__new__(cls, object=<unset>, encoding=<unset>, errors=<unset>)', strNew],
  make: (vm, cls, st, at, n) => (n > 3 ? null : strNew(vm, cls, n > 0 ? st[at] : undefined, n > 1 ? st[at + 1] : undefined, n > 2 ? st[at + 2] : undefined)),
  methods: {
    '__repr__(self, /)': (_vm, self) => reprOfStr(strOf(self)),
    '__hash__(self, /)': (_vm, self) => hashStr(strOf(self)),
    '__str__(self, /)': (_vm, self) => strOf(self),
    '__lt__(self, value, /)': compare((c) => c < 0),
    '__le__(self, value, /)': compare((c) => c <= 0),
    '__eq__(self, value, /)': (_vm, self, other) => {
      const b = asStr(other);
      return b === undefined ? NotImplemented : strEquals(strOf(self), b);
    },
    '__ne__(self, value, /)': (_vm, self, other) => {
      const b = asStr(other);
      return b === undefined ? NotImplemented : !strEquals(strOf(self), b);
    },
    '__gt__(self, value, /)': compare((c) => c > 0),
    '__ge__(self, value, /)': compare((c) => c >= 0),
    '__iter__(self, /)': (_vm, self) => new PyStrIterator(strOf(self), !(self instanceof PyStrObj)),
    '!__mod__(self, value, /)': (vm, self, value) => {
      const r = percentFormat(vm, strOf(self), value);
      return self instanceof PyStrObj && r === self.v ? unchanged(self, '%') : r;
    },
    '!__rmod__(self, value, /)': (vm, self, value) => {
      const s = asStr(value);
      return s === undefined ? NotImplemented : percentFormat(vm, s, self);
    },
    '__len__(self, /)': (_vm, self) => strLength(strOf(self)),
    '!__getitem__(self, key, /)': getitem,
    '__add__(self, value, /)': (vm, self, other) => {
      const b = asStr(other);
      if (b === undefined) return NotImplemented;
      const a = strOf(self);
      const n = strLength(a) + strLength(b);
      if (n > 4096) {
        if (n > 0x1fffffe8) throw error('MemoryError');
        vm.charge(n >> 8);
      }
      return strConcat(a, b);
    },
    '!__mul__(self, value, /)': repeat,
    '!__rmul__(self, value, /)': repeat,
    '__contains__(self, key, /)': (vm, self, key) => {
      const x = asStr(key);
      if (x === undefined) return vm.raise(typeError(`'in <string>' requires string as left operand, not ${key === null ? 'NoneType' : typeName(key)}`));
      const s = strOf(self);
      return strFind(s, x, 0, strLength(s)) >= 0;
    },
    '!format(self, /, *args, **kwargs)': (vm, self, args: PyValue[], kwargs: Map<string, PyValue>) => {
      const r = strFormat(vm, strOf(self), args, kwargs);
      return self instanceof PyStrObj && r === self.v ? unchanged(self, '{') : r;
    },
    '!format_map(self, mapping, /)': (vm, self, mapping) => strFormatMap(vm, strOf(self), mapping),
    '!__format__(self, format_spec, /)': (vm, self, spec) => {
      const f = asStr(spec);
      if (f === undefined) throw typeError(`__format__() argument must be str, not ${argTypeName(spec)}`);
      if (f === '' && (typeof self === 'string' || self instanceof AstralStr)) return self;
      if (f === '') return convert.str(vm, self);
      const text = formatStr(vm, strOf(self), f, typeOf(self).name);
      // Nothing to add and nothing to cut: CPython hands back the very object, of a subclass too.
      return self instanceof PyStrObj && strEquals(text as Str, self.v) ? self : text;
    },
    '__sizeof__(self, /)': (_vm, self) => {
      const s = strOf(self);
      const n = strLength(s);
      if (typeof s !== 'string') return 76 + 4 * n;
      return isAsciiStr(s) ? 49 + n : /[^\x00-\xff]/.test(s) ? 74 + 2 * n : 73 + n;
    },
    '__getnewargs__(self, /)': (_vm, self) => new PyTuple([strOf(self)]),
  },
});
AstralStr.prototype.cls = T.str;
defineType(iteratorRecord('str_iterator'));
defineType(iteratorRecord('str_ascii_iterator'));
