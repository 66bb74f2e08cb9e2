/** int: the type. Arithmetic on values: int.ts. */
import { warn, warnSubclass } from './warn.js';
import { AstralStr, cont, PyFloat, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { call, callSpecial, lookupSpecial } from './call.js';
import { index, str } from './convert.js';
import { defineType } from './define.js';
import { overflowError, typeError, valueError, zeroDivision } from './errors.js';
import { checkIndex, checkNew, flag, indexArgs } from './args.js';
import { asStr, PyIntObj, PyStrObj } from './str.js';
import { asBytes, simpleBytes, PyByteArray, PyBytes, reprOfBytes } from './bytes.js';
import { PyTuple } from './tuple.js';
import { NotImplemented } from './singletons.js';
import type { NativeFn } from './native.js';
import { argTypeName, typeName, type PyType } from './type.js';
import { hashNumber } from './hash.js';
import { floatPow } from './float.js';
import { formatInt } from './format-spec.js';
import { decimalText } from './unicode.js';
import { reprStr } from './str-repr.js';
import {
  asInt, bitCount, BY_ZERO, bitLength, intAbs, intAdd, intAnd, intDivmod, intFloorDiv, intFromBytes, intFromFloat, intInvert, intMod, intMul, intNeg, intOr,
  intPow, intPowMod, intShl, intShr, intSub, intToBytes, intToFloat, intToStr, intTrueDiv, intXor, parseInt_, toSsize, type Int,
} from './int.js';

type Op = (vm: VM, a: Int, b: Int) => Result;

const binary = (f: Op): NativeFn => (vm, self, other) => {
  const b = asInt(other);
  return b === undefined ? NotImplemented : f(vm, asInt(self)!, b);
};

const reflected = (f: Op): NativeFn => (vm, self, other) => {
  const b = asInt(other);
  return b === undefined ? NotImplemented : f(vm, b, asInt(self)!);
};

const compare = (f: (a: Int, b: Int) => boolean): NativeFn => binary((_vm, a, b) => f(a, b));

/** An exception that programs expect is not thrown: V8 takes microseconds for that. */
const unlessZero = (text: string, f: Op): Op => (vm, a, b) => (b == 0 ? vm.raise(zeroDivision(text)) : f(vm, a, b));

const divmod = unlessZero(BY_ZERO.quotient, (vm, a, b) => new PyTuple(intDivmod(vm, a, b)));
const floorDiv = unlessZero(BY_ZERO.quotient, intFloorDiv);
const mod = unlessZero(BY_ZERO.remainder, intMod);
const trueDiv = unlessZero(BY_ZERO.ratio, (_vm, a, b) => new PyFloat(intTrueDiv(a, b)));

function power(vm: VM, a: Int, b: Int, mod: PyValue): Result {
  if (mod !== null) {
    const m = asInt(mod);
    return m === undefined ? NotImplemented : intPowMod(vm, a, b, m);
  }
  if (b < 0) return floatPow(intToFloat(a), intToFloat(b));
  return intPow(vm, a, b);
}

/** An instance of `cls` (int or a guest subclass) with value `v`. */
export function makeInt(cls: PyType, v: Int): PyValue {
  return cls === T.int ? v : new PyIntObj(v, cls);
}

// ---- int(x, base) ----

function intNew(vm: VM, clsArg: PyValue, x: PyValue | undefined, base: PyValue | undefined): Result {
  const cls = checkNew(clsArg, T.int);
  if (x === undefined) {
    if (base !== undefined) throw typeError('int() missing string argument');
    return makeInt(cls, 0);
  }
  if (base === undefined) return intFrom(vm, cls, x);
  const b = asInt(base);
  if (b !== undefined) return intFromText(vm, cls, x, b);
  if (lookupSpecial(base, '__index__') === undefined) throw typeError(`'${typeName(base)}' object cannot be interpreted as an integer`);
  return andThen(vm, vm.frame, index(vm, base), NEW_BASE, cls, x);
}

const NEW_BASE = cont('int.new.base', (vm, v, c) => intFromText(vm, c.a, c.b, checkIndex(v!)));

function intFromText(vm: VM, cls: PyType, x: PyValue, base: Int): Result {
  if (typeof base !== 'number' || base < 0 || base === 1 || base > 36) throw valueError('int() base must be >= 2 and <= 36, or 0');
  const s = asStr(x);
  if (s === undefined && !(x instanceof PyBytes || x instanceof PyByteArray)) throw typeError("int() can't convert non-string with explicit base");
  return parseIntObject(vm, cls, x, base);
}

/** `int(text, base)` of a str or bytes-like object. */
function parseIntObject(vm: VM, cls: PyType, x: PyValue, base: number): Result {
  const s = asStr(x);
  let text: string;
  if (s !== undefined) text = decimalText(s);
  else {
    text = '';
    for (const c of asBytes(x)!) text += String.fromCharCode(c);
    text = text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  }
  const v = parseInt_(vm, text, base);
  if (v !== undefined) return makeInt(cls, v);
  const shown = s !== undefined ? reprStr(s) : reprOfBytes(asBytes(x)!);
  return vm.raise(valueError(`invalid literal for int() with base ${base}: ${shown.slice(0, 200)}`));
}

/** The value of up to 15 ASCII digits, else -1. */
function smallDecimal(s: string): number {
  const n = s.length;
  if (n === 0 || n > 15) return -1;
  let v = 0;
  for (let i = 0; i < n; i++) {
    const d = s.charCodeAt(i) - 48;
    if (d < 0 || d > 9) return -1;
    v = v * 10 + d;
  }
  return v;
}

/** `PyNumber_Long`: int(x) of anything. */
export function intFrom(vm: VM, cls: PyType, x: PyValue): Result {
  const i = typeof x === 'number' || typeof x === 'bigint' ? x : undefined;
  if (i !== undefined) return makeInt(cls, i);
  if (typeof x === 'string') {
    const small = smallDecimal(x);
    if (small >= 0) return makeInt(cls, small);
  }
  if (typeof x === 'string' || x instanceof AstralStr) return parseIntObject(vm, cls, x, 10);
  if (typeof x === 'boolean') return makeInt(cls, x ? 1 : 0);
  if (x instanceof PyFloat && x.cls === T.float) return makeInt(cls, intFromFloat(x.v));
  const base = vm.frame;
  if (lookupSpecial(x, '__int__') !== undefined) return andThen(vm, base, callSpecial(vm, x, '__int__', []), NEW_INT, cls, '__int__');
  if (lookupSpecial(x, '__index__') !== undefined) return andThen(vm, base, callSpecial(vm, x, '__index__', []), NEW_INT, cls, '__index__');
  if (lookupSpecial(x, '__trunc__') !== undefined) return andThen(vm, base, warn(vm, T.DeprecationWarning!, 'The delegation of int() to __trunc__ is deprecated.', null), CALL_TRUNC, cls, x);
  if (x instanceof PyStrObj || simpleBytes(x) !== undefined) return parseIntObject(vm, cls, x, 10);
  throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`);
}

const NEW_INT = cont('int.new.int', (vm, v, c) => {
  const n = asInt(v!);
  if (n === undefined) throw typeError(`${c.b} returned non-int (type ${typeName(v!)})`);
  return warnSubclass(vm, c.b, T.int, v!, makeInt(c.a, n));
});

const CALL_TRUNC = cont('int.new.call-trunc', (vm, _v, c) => andThen(vm, vm.frame, callSpecial(vm, c.b, '__trunc__', []), NEW_TRUNC, c.a));

const NEW_TRUNC = cont('int.new.trunc', (vm, v, c) => {
  const n = asInt(v!);
  if (n !== undefined) return makeInt(c.a, n);
  if (lookupSpecial(v!, '__index__') === undefined) throw typeError(`__trunc__ returned non-Integral (type ${typeName(v!)})`);
  return andThen(vm, vm.frame, callSpecial(vm, v!, '__index__', []), NEW_INT, c.a, '__index__');
});

// ---- methods ----

/** `round(a, n)`: half to even at a power of ten. */
function roundInt(vm: VM, a: Int, n: Int): Int {
  if (n >= 0) return a;
  const digits = bitLength(a) * 0.302 + 2;
  if (-Number(n) > digits) return 0;
  const unit = intPow(vm, 10, intNeg(n));
  const m = intMod(vm, a, unit);
  const twice = intMul(vm, m, 2);
  const down = intSub(a, m);
  if (twice < unit) return down;
  if (twice > unit) return intAdd(down, unit);
  const q = intFloorDiv(vm, down, unit);
  return intMod(vm, q, 2) === 0 ? down : intAdd(down, unit);
}

function byteOrder(order: PyValue, fname: string): boolean {
  const s = asStr(order);
  if (s === undefined) throw typeError(`${fname}() argument 'byteorder' must be str, not ${argTypeName(order)}`);
  if (s === 'little') return true;
  if (s === 'big') return false;
  throw valueError("byteorder must be either 'little' or 'big'");
}

const toBytes = indexArgs('int.to_bytes', [1], (vm, self, length: Int, order, signed) => {
  const little = byteOrder(order, 'to_bytes');
  const n = toSsize(length);
  const v = asInt(self)!;
  if (n < 0) throw valueError('length argument must be non-negative');
  const isSigned = flag(vm, signed);
  if (!isSigned && v < 0) throw overflowError("can't convert negative int to unsigned");
  const bits = isSigned ? bitLength(v < 0 ? intInvert(v) : v) + 1 : bitLength(v);
  if (bits > n * 8 && v != 0 && !(n === 0 && v === -1)) throw overflowError('int too big to convert');
  return new PyBytes(intToBytes(v, n, little)!);
});

function fromBytes(vm: VM, cls: PyType, bytes: PyValue, order: PyValue, signed: PyValue): Result {
  const little = byteOrder(order, 'from_bytes');
  const isSigned = flag(vm, signed);
  const b = asBytes(bytes);
  if (b !== undefined && lookupSpecial(bytes, '__bytes__') === T.bytes.dict.getStr('__bytes__')) return fromBytesResult(vm, cls, intFromBytes(b, little, isSigned));
  if (b !== undefined && lookupSpecial(bytes, '__bytes__') === undefined) return fromBytesResult(vm, cls, intFromBytes(b, little, isSigned));
  const plain = lookupSpecial(bytes, '__bytes__') === undefined && lookupSpecial(bytes, '__iter__') === undefined && lookupSpecial(bytes, '__getitem__') === undefined;
  if (asInt(bytes) !== undefined || asStr(bytes) !== undefined || plain) throw typeError(`cannot convert '${typeName(bytes)}' object to bytes`);
  return andThen(vm, vm.frame, call(vm, T.bytes, [bytes]), FROM_BYTES, cls, little, isSigned);
}

const FROM_BYTES = cont('int.from_bytes', (vm, v, c) => fromBytesResult(vm, c.a, intFromBytes(asBytes(v!)!, c.b, c.c)));

function fromBytesResult(vm: VM, cls: PyType, v: Int): Result {
  return cls === T.int ? v : call(vm, cls, [v]);
}

const ident: NativeFn = (_vm, self) => asInt(self)!;

T.int = defineType({
  name: 'int',
  instance: PyIntObj,
  flags: { basetype: true },
  new: ['!__new__(cls, x=<unset>, /, base=<unset>)', intNew],
  methods: {
    '__repr__(self, /)': (vm, self) => intToStr(vm, asInt(self)!),
    '__hash__(self, /)': (_vm, self) => hashNumber(asInt(self)!),
    '__lt__(self, value, /)': compare((a, b) => a < b),
    '__le__(self, value, /)': compare((a, b) => a <= b),
    '__eq__(self, value, /)': compare((a, b) => a === b),
    '__ne__(self, value, /)': compare((a, b) => a !== b),
    '__gt__(self, value, /)': compare((a, b) => a > b),
    '__ge__(self, value, /)': compare((a, b) => a >= b),
    '__add__(self, value, /)': binary((_vm, a, b) => intAdd(a, b)),
    '__radd__(self, value, /)': reflected((_vm, a, b) => intAdd(a, b)),
    '__sub__(self, value, /)': binary((_vm, a, b) => intSub(a, b)),
    '__rsub__(self, value, /)': reflected((_vm, a, b) => intSub(a, b)),
    '__mul__(self, value, /)': binary(intMul),
    '__rmul__(self, value, /)': reflected(intMul),
    '__mod__(self, value, /)': binary(mod),
    '__rmod__(self, value, /)': reflected(mod),
    '__divmod__(self, value, /)': binary(divmod),
    '__rdivmod__(self, value, /)': reflected(divmod),
    '__pow__(self, value, mod=None, /)': (vm, self, other, mod) => {
      const b = asInt(other);
      return b === undefined ? NotImplemented : power(vm, asInt(self)!, b, mod);
    },
    '__rpow__(self, value, mod=None, /)': (vm, self, other, mod) => {
      const b = asInt(other);
      return b === undefined ? NotImplemented : power(vm, b, asInt(self)!, mod);
    },
    '__neg__(self, /)': (_vm, self) => intNeg(asInt(self)!),
    '__pos__(self, /)': ident,
    '__abs__(self, /)': (_vm, self) => intAbs(asInt(self)!),
    '__bool__(self, /)': (_vm, self) => asInt(self)! != 0,
    '__invert__(self, /)': (_vm, self) => intInvert(asInt(self)!),
    '__lshift__(self, value, /)': binary(intShl),
    '__rlshift__(self, value, /)': reflected(intShl),
    '__rshift__(self, value, /)': binary((_vm, a, b) => intShr(a, b)),
    '__rrshift__(self, value, /)': reflected((_vm, a, b) => intShr(a, b)),
    '__and__(self, value, /)': binary((_vm, a, b) => intAnd(a, b)),
    '__rand__(self, value, /)': reflected((_vm, a, b) => intAnd(a, b)),
    '__xor__(self, value, /)': binary((_vm, a, b) => intXor(a, b)),
    '__rxor__(self, value, /)': reflected((_vm, a, b) => intXor(a, b)),
    '__or__(self, value, /)': binary((_vm, a, b) => intOr(a, b)),
    '__ror__(self, value, /)': reflected((_vm, a, b) => intOr(a, b)),
    '__int__(self, /)': ident,
    '__float__(self, /)': (_vm, self) => new PyFloat(intToFloat(asInt(self)!)),
    '__floordiv__(self, value, /)': binary(floorDiv),
    '__rfloordiv__(self, value, /)': reflected(floorDiv),
    '__truediv__(self, value, /)': binary(trueDiv),
    '__rtruediv__(self, value, /)': reflected(trueDiv),
    '__index__(self, /)': ident,
    'conjugate(self, /)': ident,
    'bit_length(self, /)': (_vm, self) => bitLength(asInt(self)!),
    'bit_count(self, /)': (_vm, self) => bitCount(asInt(self)!),
    "!to_bytes(self, /, length=1, byteorder='big', *, signed=False)": toBytes,
    'as_integer_ratio(self, /)': (_vm, self) => new PyTuple([asInt(self)!, 1]),
    '__trunc__(self, /)': ident,
    '__floor__(self, /)': ident,
    '__ceil__(self, /)': ident,
    '!__round__(self, ndigits=<unset>, /)': indexArgs('int.__round__', [1], (vm, self, n: Int | undefined) => (n === undefined ? asInt(self)! : roundInt(vm, asInt(self)!, n))),
    '__getnewargs__(self, /)': (_vm, self) => new PyTuple([asInt(self)!]),
    '!__format__(self, format_spec, /)': (vm, self, spec) => {
      const s = asStr(spec);
      if (s === undefined) throw typeError(`__format__() argument must be str, not ${argTypeName(spec)}`);
      if (s === '') return typeof self === 'number' || typeof self === 'bigint' ? intToStr(vm, self) : str(vm, self);
      return formatInt(vm, asInt(self)!, s, typeOf(self).name);
    },
    '__sizeof__(self, /)': (_vm, self) => 24 + 4 * Math.max(1, Math.ceil(bitLength(asInt(self)!) / 30)),
  },
  classMethods: {
    "!from_bytes(type, /, bytes, byteorder='big', *, signed=False)": fromBytes,
  },
  getset: {
    real: ident,
    imag: () => 0,
    numerator: ident,
    denominator: () => 1,
  },
});
