/** complex: the type. Arithmetic: complex-math.ts. */
import { warnSubclass } from './warn.js';
import { cont, idOf, AnyFloat, PyFloat, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { checkNew } from './args.js';
import { callSpecial, lookupSpecial } from './call.js';
import { str } from './convert.js';
import { toFloat } from './float-type.js';
import { PyComplex, PyComplexObj } from './complex.js';
import { badUnderscores, complexAbs, complexDiv, complexMul, complexPow, complexRepr, parseComplexText } from './complex-math.js';
import { defineType } from './define.js';
import { typeError, valueError } from './errors.js';
import { asDouble } from './float.js';
import { formatComplex } from './format-spec.js';
import { hashComplex } from './hash.js';
import { asInt, compareIntFloat, intToFloat } from './int.js';
import { NotImplemented } from './singletons.js';
import { asStr } from './str.js';
import { reprStr } from './str-repr.js';
import { PyTuple } from './tuple.js';
import { argTypeName, typeName, type PyType } from './type.js';
import { decimalText } from './unicode.js';
import type { NativeFn } from './native.js';

/** A number as complex; undefined for anything else. */
function asComplex(v: PyValue): PyComplex | undefined {
  if (v instanceof PyComplex) return v;
  const d = asDouble(v);
  return d === undefined ? undefined : new PyComplex(d, 0);
}

type Op = (a: PyComplex, b: PyComplex) => PyComplex;

const binary = (f: Op): NativeFn => (_vm, self, other) => {
  const b = asComplex(other);
  return b === undefined ? NotImplemented : f(self, b);
};
const reflected = (f: Op): NativeFn => (_vm, self, other) => {
  const b = asComplex(other);
  return b === undefined ? NotImplemented : f(b, self);
};

const add: Op = (a, b) => new PyComplex(a.re + b.re, a.im + b.im);
const sub: Op = (a, b) => new PyComplex(a.re - b.re, a.im - b.im);
const mul: Op = (a, b) => complexMul(a.re, a.im, b.re, b.im);
const div: Op = (a, b) => complexDiv(a.re, a.im, b.re, b.im);

const power = (f: (self: PyComplex, other: PyComplex) => PyComplex): NativeFn => (_vm, self, other, mod) => {
  const b = asComplex(other);
  if (b === undefined) return NotImplemented;
  if (mod !== null) throw valueError('complex modulo');
  return f(self, b);
};
const pow = (a: PyComplex, b: PyComplex): PyComplex => complexPow(a.re, a.im, b.re, b.im);

function equal(a: PyComplex, b: PyValue): boolean | undefined {
  if (b instanceof PyComplex) return a.re === b.re && a.im === b.im;
  if (b instanceof AnyFloat) return a.re === b.v && a.im === 0;
  const n = asInt(b);
  return n === undefined ? undefined : a.im === 0 && compareIntFloat(n, a.re) === 0;
}

/** An instance of `cls` (complex or a guest subclass). */
export function makeComplex(cls: PyType, re: number, im: number): PyComplex {
  return cls === T.complex ? new PyComplex(re, im) : new PyComplexObj(re, im, cls);
}

// ---- complex(real, imag) ----

function complexNew(vm: VM, clsArg: PyValue, real: PyValue | undefined, imag: PyValue | undefined): Result {
  const cls = checkNew(clsArg, T.complex);
  const r = real ?? (real === null ? null : 0);
  if (real !== undefined && imag === undefined && real instanceof PyComplex && real.cls === T.complex && cls === T.complex) return real;
  const s = real === undefined ? undefined : asStr(real);
  if (s !== undefined) {
    if (imag !== undefined) throw typeError("complex() can't take second arg if first is a string");
    const text = decimalText(s);
    if (badUnderscores(text)) throw valueError(`could not convert string to complex: ${reprStr(s)}`);
    const c = parseComplexText(text);
    if (c === undefined) throw valueError('complex() arg is a malformed string');
    return makeComplex(cls, c.re, c.im);
  }
  if (imag !== undefined && asStr(imag) !== undefined) throw typeError("complex() second arg can't be a string");
  return andThen(vm, vm.frame, part(vm, r, true), NEW_REAL, cls, imag);
}

/** A number as float or complex, through `__complex__` (of the first argument), `__float__` or `__index__`. */
function part(vm: VM, v: PyValue, first: boolean): Result {
  if (v instanceof PyComplex && (v.cls === T.complex || !first)) return v;
  if (v instanceof PyFloat && v.cls === T.float) return v;
  const n = typeof v === 'object' ? undefined : asInt(v);
  if (n !== undefined) return new PyFloat(intToFloat(n));
  const base = vm.frame;
  if (first && lookupSpecial(v, '__complex__') !== undefined) return andThen(vm, base, callSpecial(vm, v, '__complex__', []), PART_COMPLEX);
  if (v instanceof PyComplex) return v;
  if (lookupSpecial(v, '__float__') !== undefined || lookupSpecial(v, '__index__') !== undefined) return toFloat(vm, T.float, v);
  throw typeError(`complex() ${first ? 'first argument must be a string or a number' : 'second argument must be a number'}, not '${typeName(v)}'`);
}

const PART_COMPLEX = cont('complex.new.complex', (vm, v) => {
  if (!(v instanceof PyComplex)) throw typeError(`__complex__ returned non-complex (type ${typeName(v!)})`);
  return warnSubclass(vm, '__complex__', T.complex, v, v);
});

const NEW_REAL = cont('complex.new.real', (vm, r, c) => {
  if (c.b === undefined) return finish(c.a, r!, null);
  return andThen(vm, vm.frame, part(vm, c.b, false), NEW_IMAG, c.a, r);
});
const NEW_IMAG = cont('complex.new.imag', (_vm, i, c) => finish(c.a, c.b, i!));

/** real + imag * 1j, where both may be complex; without an imaginary part signs of zero are kept. */
function finish(cls: PyType, r: PyValue, i: PyValue): PyComplex {
  let re = r instanceof PyComplex ? r.re : (r as PyFloat).v;
  let im = r instanceof PyComplex ? r.im : 0;
  if (i instanceof PyComplex) {
    re -= i.im;
    im += i.re;
  } else if (i instanceof AnyFloat) im = r instanceof PyComplex ? im + i.v : i.v;
  return makeComplex(cls, re, im);
}

const same: NativeFn = (_vm, self) => (self.cls === T.complex ? self : new PyComplex(self.re, self.im));

T.complex = defineType({
  name: 'complex',
  instance: PyComplex,
  flags: { basetype: true },
  new: ['!__new__(cls, real=<unset>, imag=<unset>)', complexNew],
  methods: {
    '__repr__(self, /)': (_vm, self: PyComplex) => complexRepr(self.re, self.im),
    '__hash__(self, /)': (_vm, self: PyComplex) => hashComplex(self.re, self.im, () => Math.floor(idOf(self) / 16)),
    '__lt__(self, value, /)': () => NotImplemented,
    '__le__(self, value, /)': () => NotImplemented,
    '__eq__(self, value, /)': (_vm, self: PyComplex, other) => equal(self, other) ?? NotImplemented,
    '__ne__(self, value, /)': (_vm, self: PyComplex, other) => {
      const e = equal(self, other);
      return e === undefined ? NotImplemented : !e;
    },
    '__gt__(self, value, /)': () => NotImplemented,
    '__ge__(self, value, /)': () => NotImplemented,
    '__add__(self, value, /)': binary(add),
    '__radd__(self, value, /)': reflected(add),
    '__sub__(self, value, /)': binary(sub),
    '__rsub__(self, value, /)': reflected(sub),
    '__mul__(self, value, /)': binary(mul),
    '__rmul__(self, value, /)': reflected(mul),
    '__pow__(self, value, mod=None, /)': power(pow),
    '__rpow__(self, value, mod=None, /)': power((a, b) => pow(b, a)),
    '__neg__(self, /)': (_vm, self: PyComplex) => new PyComplex(-self.re, -self.im),
    '__pos__(self, /)': same,
    '__abs__(self, /)': (_vm, self: PyComplex) => new PyFloat(complexAbs(self.re, self.im)),
    '__bool__(self, /)': (_vm, self: PyComplex) => self.re !== 0 || self.im !== 0,
    '__truediv__(self, value, /)': binary(div),
    '__rtruediv__(self, value, /)': reflected(div),
    'conjugate(self, /)': (_vm, self: PyComplex) => new PyComplex(self.re, -self.im),
    '__complex__(self, /)': same,
    '__getnewargs__(self, /)': (_vm, self: PyComplex) => new PyTuple([new PyFloat(self.re), new PyFloat(self.im)]),
    '!__format__(self, format_spec, /)': (vm, self: PyComplex, spec) => {
      const s = asStr(spec);
      if (s === undefined) throw typeError(`__format__() argument must be str, not ${argTypeName(spec)}`);
      if (s === '') return self.cls === T.complex ? complexRepr(self.re, self.im) : str(vm, self);
      return formatComplex(vm, self.re, self.im, s, typeOf(self).name);
    },
  },
  members: {
    real: (_vm, self: PyComplex) => new PyFloat(self.re),
    imag: (_vm, self: PyComplex) => new PyFloat(self.im),
  },
});
