/** float: the type. Values: float.ts; text: float-format.ts. */
import { warnSubclass } from './warn.js';
import { AstralStr, cont, AnyFloat, PyFloat, PyFloatObj, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { call, callSpecial, lookupSpecial } from './call.js';
import { address, index, str } from './convert.js';
import { defineType } from './define.js';
import { typeError, valueError, zeroDivision } from './errors.js';
import { checkNew, indexArgs } from './args.js';
import { asStr, PyStrObj } from './str.js';
import { asBytes, simpleBytes, PyBytes, reprOfBytes } from './bytes.js';
import { PyTuple } from './tuple.js';
import { NotImplemented } from './singletons.js';
import type { NativeFn } from './native.js';
import { argTypeName, typeName, type PyType } from './type.js';
import { hashFloat, hashPointer } from './hash.js';
import { formatFloat } from './format-spec.js';
import { decimalText, trimAscii } from './unicode.js';
import { reprStr } from './str-repr.js';
import { asDouble, BY_ZERO, floatDivmod, floatFloorDiv, floatFromHex, floatHex, floatMod, floatPow, floatRatio, floatTrueDiv, parseFloatText, roundFloat, roundHalfEven } from './float.js';
import { floatRepr } from './float-format.js';
import { asInt, compareIntFloat, intFromFloat, intToFloat, type Int } from './int.js';

const value = (v: PyFloat): number => v.v;

type Op = (a: number, b: number, vm: VM) => Result;

const binary = (f: Op): NativeFn => (vm, self, other) => {
  const b = asDouble(other);
  return b === undefined ? NotImplemented : f(value(self), b, vm);
};

const reflected = (f: Op): NativeFn => (vm, self, other) => {
  const b = asDouble(other);
  return b === undefined ? NotImplemented : f(b, value(self), vm);
};

const arith = (f: (a: number, b: number) => number): [NativeFn, NativeFn] => {
  const g: Op = (a, b) => new PyFloat(f(a, b));
  return [binary(g), reflected(g)];
};

/** Not thrown, as in int-type.ts (unlessZero). */
const division = (text: string, f: (a: number, b: number) => number): [NativeFn, NativeFn] => {
  const g: Op = (a, b, vm) => (b === 0 ? vm.raise(zeroDivision(text)) : new PyFloat(f(a, b)));
  return [binary(g), reflected(g)];
};

/** `order` gets a negative number, zero, a positive number or NaN. Exact against ints of any size. */
const compare = (order: (c: number) => boolean): NativeFn => (_vm, self, other) => {
  const a = value(self);
  if (other instanceof AnyFloat) return order(a < other.v ? -1 : a > other.v ? 1 : a === other.v ? 0 : NaN);
  const n = asInt(other);
  return n === undefined ? NotImplemented : order(-compareIntFloat(n, a));
};

const [add, radd] = arith((a, b) => a + b);
const [sub, rsub] = arith((a, b) => a - b);
const [mul, rmul] = arith((a, b) => a * b);
const [mod, rmod] = division(BY_ZERO.remainder, floatMod);
const [truediv, rtruediv] = division(BY_ZERO.ratio, floatTrueDiv);
const [floordiv, rfloordiv] = division(BY_ZERO.quotient, floatFloorDiv);

function divmod(a: number, b: number): Result {
  if (b === 0) throw zeroDivision('float divmod()');
  const [q, m] = floatDivmod(a, b);
  return new PyTuple([new PyFloat(q), new PyFloat(m)]);
}

function power(modArg: PyValue): void {
  if (modArg !== null) throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
}

/** An instance of `cls` (float or a guest subclass). */
export function makeFloat(cls: PyType, v: number): PyFloat {
  return cls === T.float ? new PyFloat(v) : new PyFloatObj(v, cls);
}

// ---- float(x) ----

function floatNew(vm: VM, clsArg: PyValue, x: PyValue): Result {
  const cls = checkNew(clsArg, T.float);
  if (x instanceof PyFloat && x.cls === T.float) return cls === T.float ? x : makeFloat(cls, x.v);
  if (typeof x === 'number') return makeFloat(cls, x);
  if (typeof x === 'string' || x instanceof AstralStr) return parseObject(vm, cls, x);
  return toFloat(vm, cls, x);
}

/** A bytes-like object that is no number, as it is shown. */
function bufferText(x: PyValue): string {
  const bytes = reprOfBytes(asBytes(x)!);
  return x instanceof PyBytes ? bytes : typeOf(x).isSubtype(T.bytearray) ? `bytearray(${bytes})` : `<memory at ${address(x)}>`;
}

function parseObject(vm: VM, cls: PyType, x: PyValue): Result {
  const s = asStr(x);
  let text: string;
  if (s !== undefined) text = decimalText(s);
  else {
    let t = '';
    for (const c of asBytes(x)!) t += String.fromCharCode(c);
    text = trimAscii(t);
  }
  const v = parseFloatText(text);
  if (v !== undefined) return makeFloat(cls, v);
  return vm.raise(valueError(`could not convert string to float: ${s !== undefined ? reprStr(s) : bufferText(x)}`));
}

/** `PyNumber_Float` of what is neither float, int nor str. */
export function toFloat(vm: VM, cls: PyType, x: PyValue): Result {
  const n = typeof x === 'bigint' || typeof x === 'boolean' ? asInt(x) : undefined;
  if (n !== undefined) return makeFloat(cls, intToFloat(n));
  const base = vm.frame;
  if (lookupSpecial(x, '__float__') !== undefined) {
    return andThen(vm, base, callSpecial(vm, x, '__float__', []), NEW_FLOAT, cls, x);
  }
  if (lookupSpecial(x, '__index__') !== undefined) return andThen(vm, base, index(vm, x), NEW_INDEX, cls);
  if (x instanceof PyStrObj || simpleBytes(x) !== undefined) return parseObject(vm, cls, x);
  throw typeError(`float() argument must be a string or a real number, not '${typeName(x)}'`);
}

const NEW_FLOAT = cont('float.new.float', (vm, v, c) => {
  if (!(v instanceof AnyFloat)) throw typeError(`${typeName(c.b)}.__float__ returned non-float (type ${typeName(v!)})`);
  if (v.cls !== T.float) return warnSubclass(vm, `${typeName(c.b)}.__float__`, T.float, v, makeFloat(c.a, v.v));
  return c.a === T.float ? v : makeFloat(c.a, v.v);
});

const NEW_INDEX = cont('float.new.index', (_vm, v, c) => {
  const n = asInt(v!);
  if (n === undefined) throw typeError(`__index__ returned non-int (type ${typeName(v!)})`);
  return makeFloat(c.a, intToFloat(n));
});

const same: NativeFn = (_vm, self) => (self.cls === T.float ? self : new PyFloat(self.v));

T.float = defineType({
  name: 'float',
  instance: PyFloat,
  flags: { basetype: true },
  new: ['!__new__(cls, x=0, /)', floatNew],
  methods: {
    '__repr__(self, /)': (_vm, self) => floatRepr(value(self)),
    '__hash__(self, /)': (_vm, self) => hashFloat(value(self), () => hashPointer(self)),
    '__lt__(self, value, /)': compare((c) => c < 0),
    '__le__(self, value, /)': compare((c) => c <= 0),
    '__eq__(self, value, /)': compare((c) => c === 0),
    '__ne__(self, value, /)': compare((c) => c !== 0),
    '__gt__(self, value, /)': compare((c) => c > 0),
    '__ge__(self, value, /)': compare((c) => c >= 0),
    '__add__(self, value, /)': add,
    '__radd__(self, value, /)': radd,
    '__sub__(self, value, /)': sub,
    '__rsub__(self, value, /)': rsub,
    '__mul__(self, value, /)': mul,
    '__rmul__(self, value, /)': rmul,
    '__mod__(self, value, /)': mod,
    '__rmod__(self, value, /)': rmod,
    '__divmod__(self, value, /)': binary(divmod),
    '__rdivmod__(self, value, /)': reflected(divmod),
    '__pow__(self, value, mod=None, /)': (_vm, self, other, m) => {
      power(m);
      const b = asDouble(other);
      return b === undefined ? NotImplemented : floatPow(value(self), b);
    },
    '__rpow__(self, value, mod=None, /)': (_vm, self, other, m) => {
      power(m);
      const b = asDouble(other);
      return b === undefined ? NotImplemented : floatPow(b, value(self));
    },
    '__neg__(self, /)': (_vm, self) => new PyFloat(-value(self)),
    '__pos__(self, /)': same,
    '__abs__(self, /)': (_vm, self) => new PyFloat(Math.abs(value(self))),
    '__bool__(self, /)': (_vm, self) => value(self) !== 0,
    '__int__(self, /)': (_vm, self) => intFromFloat(value(self)),
    '__float__(self, /)': same,
    '__floordiv__(self, value, /)': floordiv,
    '__rfloordiv__(self, value, /)': rfloordiv,
    '__truediv__(self, value, /)': truediv,
    '__rtruediv__(self, value, /)': rtruediv,
    'conjugate(self, /)': same,
    '__trunc__(self, /)': (_vm, self) => intFromFloat(value(self)),
    '__floor__(self, /)': (_vm, self) => intFromFloat(Math.floor(value(self))),
    '__ceil__(self, /)': (_vm, self) => intFromFloat(Math.ceil(value(self))),
    '!__round__(self, ndigits=None, /)': (vm, self, n) =>
      n === null ? intFromFloat(roundHalfEven(value(self))) : roundTo(vm, self, n),
    'as_integer_ratio(self, /)': (_vm, self) => new PyTuple(floatRatio(value(self))),
    'hex(self, /)': (_vm, self) => floatHex(value(self)),
    'is_integer(self, /)': (_vm, self) => Number.isInteger(value(self)),
    '__getnewargs__(self, /)': (_vm, self) => new PyTuple([new PyFloat(value(self))]),
    '!__format__(self, format_spec, /)': (vm, self, spec) => {
      const s = asStr(spec);
      if (s === undefined) throw typeError(`__format__() argument must be str, not ${argTypeName(spec)}`);
      if (s === '') return self.cls === T.float ? floatRepr(value(self)) : str(vm, self);
      return formatFloat(vm, value(self), s, typeOf(self).name);
    },
  },
  classMethods: {
    '!fromhex(type, string, /)': (vm, cls: PyType, text) => {
      const s = asStr(text);
      if (s === undefined) throw typeError('bad argument type for built-in operation');
      const v = new PyFloat(floatFromHex(trimAscii(typeof s === 'string' ? s : s.s)));
      return cls === T.float ? v : call(vm, cls, [v]);
    },
    '__getformat__(type, typestr, /)': (_vm, _cls, kind) => {
      const s = asStr(kind);
      if (s === undefined) throw typeError(`__getformat__() argument must be str, not ${argTypeName(kind)}`);
      if (s !== 'double' && s !== 'float') throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
      return 'IEEE, little-endian';
    },
  },
  getset: {
    real: same as never,
    imag: () => new PyFloat(0),
  },
});

const roundTo = indexArgs('float.__round__', [1], (_vm, self, n: Int) => new PyFloat(roundFloat(value(self), n)));

