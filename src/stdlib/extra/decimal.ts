/** _decimal_native: the types Decimal and Context. Arithmetic: decimal/; what is better said in Python: lib/_decimal.py. */
import { idOf, AnyFloat, PyFloat, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { attributeError, overflowError, typeError, valueError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { call } from '../../objects/call.js';
import { genericGet, genericSet } from '../../objects/attribute.js';
import { parseFloatText } from '../../objects/float.js';
import { asInt, norm } from '../../objects/int.js';
import { PyDict } from '../../objects/dict.js';
import { PyComplex } from '../../objects/complex.js';
import type { NativeFn } from '../../objects/native.js';
import { NotImplemented } from '../../objects/singletons.js';
import { asJS, asStr, strFromJS } from '../../objects/str.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { typeName, type PyType } from '../../objects/type.js';
import { dictOf } from '../../objects/object-type.js';
import { defineModule } from '../define-module.js';
import { contextTypes, follow, PyContextVar } from './context.js';
import type { NativeModuleMaker } from '../registry.js';
import * as A from './decimal/arithmetic.js';
import * as F from './decimal/functions.js';
import { abs, adjusted, compare, digits, etiny, etop, fix, INVALID, isNaN_, isZero, K, NAN, nanResult, negate, num, pow10, ROUNDINGS, S, type Ctx, type Num } from './decimal/number.js';
import { formatDecimal, toText, type Locale } from './decimal/text.js';
import {
  contextArg, currentContext, exact, EXCEPTIONS, fromFloat, fromInt, fromText, fromTuple, mustBe, namesOf, operand, PyContext, PyDecimal, roundingArg, run, setContext, SignalDict,
  signalBits, signalMask, SIGNALS, toInteger, MAX,
} from './decimal/types.js';

const dec = (n: Num): PyDecimal => new PyDecimal(n);
const bool = (f: (n: Num, x: Ctx) => boolean) => f;

/** Operations of one operand that both types have: `Decimal.exp(context=None)`, `Context.exp(a)`. */
const UNARY: Readonly<Record<string, (n: Num, x: PyContext) => Num>> = {
  exp: F.exp, ln: F.ln, log10: F.log10, logb: A.logb, sqrt: A.sqrt, normalize: A.normalize,
  next_minus: (n, x) => A.nextTo(n, false, x), next_plus: (n, x) => A.nextTo(n, true, x),
  logical_invert: (n, x) => A.logical(n, null, x, (p) => 1 - p),
};
/** Operations of two operands: `Decimal.compare(other, context=None)`, `Context.compare(a, b)`. */
const BINARY: Readonly<Record<string, (a: Num, b: Num, x: PyContext) => Num>> = {
  compare: (a, b, x) => A.compareOp(a, b, x), compare_signal: (a, b, x) => A.compareOp(a, b, x, true),
  compare_total: (a, b) => fromInt(A.compareTotal(a, b)), compare_total_mag: (a, b) => fromInt(A.compareTotal(abs(a), abs(b))),
  max: (a, b, x) => A.extreme(a, b, x, true, false), max_mag: (a, b, x) => A.extreme(a, b, x, true, true),
  min: (a, b, x) => A.extreme(a, b, x, false, false), min_mag: (a, b, x) => A.extreme(a, b, x, false, true),
  next_toward: A.nextToward, remainder_near: A.remainderNear, scaleb: A.scaleb,
  rotate: (a, b, x) => A.shift(a, b, x, true), shift: (a, b, x) => A.shift(a, b, x, false),
  logical_and: (a, b, x) => A.logical(a, b, x, (p, q) => p & q), logical_or: (a, b, x) => A.logical(a, b, x, (p, q) => p | q), logical_xor: (a, b, x) => A.logical(a, b, x, (p, q) => p ^ q),
};
/** Questions about a number. */
const PREDICATES: Readonly<Record<string, (n: Num, x: Ctx) => boolean>> = {
  is_canonical: bool(() => true), is_finite: bool((n) => n.k === K.Finite), is_infinite: bool((n) => n.k === K.Inf), is_nan: bool((n) => isNaN_(n)),
  is_qnan: bool((n) => n.k === K.QNaN), is_snan: bool((n) => n.k === K.SNaN), is_signed: bool((n) => n.s === 1), is_zero: bool((n) => isZero(n)),
  is_normal: bool((n, x) => n.k === K.Finite && !n.zero && adjusted(n) >= x.emin), is_subnormal: bool((n, x) => n.k === K.Finite && !n.zero && adjusted(n) < x.emin),
};
const WITH_CONTEXT = new Set(['is_normal', 'is_subnormal']);

// ---- Decimal ----

function construct(vm: VM, cls: PyType, v: PyValue, x: PyContext): PyValue {
  if (v instanceof PyDecimal) return v.cls === cls && cls === DECIMAL ? v : new PyDecimal(v.n, cls);
  const i = asInt(v);
  if (i !== undefined) return new PyDecimal(run(x, () => exact(fromInt(i), x)), cls);
  if (asStr(v) !== undefined) return new PyDecimal(run(x, () => exact(fromText(v, x, true), x)), cls);
  if (v instanceof PyTuple || v instanceof PyList) return new PyDecimal(run(x, () => exact(fromTuple(v), x)), cls);
  if (v instanceof AnyFloat) {
    return new PyDecimal(
      run(x, () => {
        x.status |= S.FloatOperation;
        return fromFloat(v.v);
      }),
      cls,
    );
  }
  void vm;
  throw typeError(`conversion from ${typeName(v)} to Decimal is not supported`);
}

const binary = (f: (a: Num, b: Num, x: PyContext) => Num, swap = false): NativeFn => (vm: VM, self: PyDecimal, o: PyValue): Result => {
  const b = operand(o);
  if (b === undefined) return NotImplemented;
  const x = currentContext(vm);
  x.status = 0;
  const r = swap ? f(b, self.n, x) : f(self.n, b, x);
  if (x.status !== 0) x.settle();
  return new PyDecimal(r);
};
const operators: Record<string, NativeFn> = {};
for (const [name, f] of Object.entries({ add: A.add, sub: A.subtract, mul: A.multiply, truediv: A.divide, floordiv: A.divideInt, mod: A.remainder })) {
  operators[`__${name}__(self, value, /)`] = binary(f);
  operators[`__r${name}__(self, value, /)`] = binary(f, true);
}

type Op = '<' | '<=' | '==' | '!=' | '>' | '>=';
/** Whether the operator holds for the numbers; for NaNs a condition may be raised. */
function holds(a: Num, b: Num, op: Op, x: PyContext): boolean {
  if (isNaN_(a) || isNaN_(b)) {
    if (a.k === K.SNaN || b.k === K.SNaN || (op !== '==' && op !== '!=')) x.status |= S.InvalidOperation;
    return op === '!=';
  }
  const c = compare(a, b);
  return op === '<' ? c < 0 : op === '<=' ? c <= 0 : op === '>' ? c > 0 : op === '>=' ? c >= 0 : op === '==' ? c === 0 : c !== 0;
}

const comparison = (op: Op): NativeFn => (vm: VM, self: PyDecimal, o: PyValue): Result => {
  const x = currentContext(vm);
  let b = operand(o);
  if (b === undefined && (o instanceof AnyFloat || (o instanceof PyComplex && (op === '==' || op === '!=')))) {
    if (o instanceof PyComplex && o.im !== 0) return op === '!=';
    const value = o instanceof AnyFloat ? o.v : (o as PyComplex).re;
    b = fromFloat(value);
    const equality = op === '==' || op === '!=';
    return run(x, () => {
      // An equality test only sets the flag.
      if (equality) x.flags |= S.FloatOperation;
      else x.status |= S.FloatOperation;
      return holds(self.n, b!, op, x);
    });
  }
  if (b === undefined) {
    if (typeof o !== 'object' || o === null || typeOf(o).lookup('numerator') === undefined) return NotImplemented;
    return call(vm, vm.state.decimalRational as PyValue, [self, o, op]);
  }
  x.status = 0;
  const r = holds(self.n, b, op, x);
  if (x.status !== 0) x.settle();
  return r;
};

function hashOf(self: PyDecimal): PyValue {
  const { n } = self;
  if (n.k === K.SNaN) throw typeError('Cannot hash a signaling NaN value');
  if (n.k === K.QNaN) return idOf(self) / 16;
  if (n.k === K.Inf) return n.s ? -314159 : 314159;
  if (n.e === 0 && n.hi === 0) return n.s ? (n.lo === 1 ? -2 : -n.lo) : n.lo;
  const scale = n.e >= 0 ? modPower(10n, BigInt(n.e)) : n.e < -64 ? modPower(TENTH, BigInt(-n.e)) : (INVERSES[-n.e] ??= modPower(TENTH, BigInt(-n.e)));
  const h = ((n.c % P) * scale) % P;
  const r = n.s ? -h : h;
  return norm(r === -1n ? -2n : r);
}

/** The modulus of numeric hashes. */
const P = 2n ** 61n - 1n;
function modPower(b: bigint, e: bigint): bigint {
  let r = 1n;
  for (; e > 0n; e >>= 1n) {
    if (e & 1n) r = (r * b) % P;
    b = (b * b) % P;
  }
  return r;
}
/** The inverse of ten, and its powers that were asked for. */
const TENTH = modPower(10n, P - 2n);
const INVERSES: Record<number, bigint> = {};

function toDouble(n: Num): number {
  if (n.k === K.SNaN) throw valueError('cannot convert signaling NaN to float');
  if (n.k === K.QNaN) return NaN;
  // Both exact: one rounding.
  if (n.hi === 0 && n.e <= 0 && n.e >= -22) return (n.s ? -n.lo : n.lo) / 10 ** -n.e;
  return parseFloatText(toText(n, true))!;
}

function roundTo(vm: VM, self: PyDecimal, places: PyValue | undefined): PyValue {
  const x = currentContext(vm);
  if (places === undefined) return norm(toInteger(wholeOf(self.n, 'ROUND_HALF_EVEN')));
  const p = asInt(places);
  if (p === undefined) throw typeError('optional arg must be an integer');
  return dec(run(x, () => A.quantize(self.n, num(0, 1n, -Number(p)), x, x.rounding)));
}
const wholeOf = (n: Num, rounding: Ctx['rounding']): Num => (n.k === K.Finite ? A.rescale(n, n.e > 0 ? n.e : 0, rounding) : n);
const whole = (rounding: Ctx['rounding']) => (_vm: VM, self: PyDecimal): PyValue => norm(toInteger(wholeOf(self.n, rounding)));

function asTuple(vm: VM, self: PyDecimal): Result {
  const { n } = self;
  const ds = n.k === K.Inf ? [0] : n.zero && n.k !== K.Finite ? [] : Array.from(n.text, Number);
  const e = n.k === K.Finite ? n.e : n.k === K.Inf ? 'F' : n.k === K.QNaN ? 'n' : 'N';
  return call(vm, vm.state.decimalTuple as PyValue, [n.s, new PyTuple(ds), e]);
}

function ratio(n: Num): PyTuple {
  if (n.k !== K.Finite) throw n.k === K.Inf ? overflowError('cannot convert Infinity to integer ratio') : valueError('cannot convert NaN to integer ratio');
  let p = n.s ? -n.c : n.c;
  let q = 1n;
  if (n.zero) return new PyTuple([0, 1]);
  if (n.e >= 0) p *= pow10(n.e);
  else {
    q = pow10(-n.e);
    let a = p < 0n ? -p : p;
    let b = q;
    while (b > 0n) [a, b] = [b, a % b];
    p /= a;
    q /= a;
  }
  return new PyTuple([norm(p), norm(q)]);
}

function power(vm: VM, a: Num, b: Num, m: PyValue, x: PyContext): PyValue {
  void vm;
  if (m === null || m === undefined) return dec(run(x, () => F.power(a, b, x)));
  const mod = operand(m);
  if (mod === undefined) return NotImplemented;
  return dec(run(x, () => F.powerMod(a, b, mod, x)));
}

/** The second argument of `__format__`: a dict with the marks that the type 'n' uses. */
function localeOf(override: PyValue | undefined): Locale {
  if (override === null || override === undefined) return { point: '.', separator: '', grouping: [] };
  if (!(override instanceof PyDict)) throw typeError('optional argument must be a dict');
  const text = (name: string, dflt: string): string => {
    const v = override.getStr(name);
    if (v === undefined) return dflt;
    const s = asJS(v);
    if (s === undefined) throw typeError(`override: ${name} must be a str`);
    if (name !== 'grouping' && (s.length > 4 || (name === 'decimal_point' && s.length === 0))) throw valueError('invalid override dict');
    return s;
  };
  return { point: text('decimal_point', '.'), separator: text('thousands_sep', ''), grouping: Array.from(text('grouping', ''), (c) => c.charCodeAt(0)) };
}

const methods: Record<string, NativeFn> = {
  ...operators,
  '__repr__(self, /)': (vm, self: PyDecimal) => `Decimal('${toText(self.n, currentContext(vm).capitals === 1)}')`,
  '__str__(self, /)': (vm, self: PyDecimal) => toText(self.n, currentContext(vm).capitals === 1),
  '!__eq__(self, value, /)': comparison('=='), '!__ne__(self, value, /)': comparison('!='), '!__lt__(self, value, /)': comparison('<'),
  '!__le__(self, value, /)': comparison('<='), '!__gt__(self, value, /)': comparison('>'), '!__ge__(self, value, /)': comparison('>='),
  '__hash__(self, /)': (_vm, self: PyDecimal) => hashOf(self),
  '__bool__(self, /)': (_vm, self: PyDecimal) => !isZero(self.n),
  '__neg__(self, /)': (vm, self: PyDecimal) => {
    const x = currentContext(vm);
    return dec(run(x, () => minus(self.n, x)));
  },
  '__pos__(self, /)': (vm, self: PyDecimal) => {
    const x = currentContext(vm);
    return dec(run(x, () => plus(self.n, x)));
  },
  '__abs__(self, /)': (vm, self: PyDecimal) => {
    const x = currentContext(vm);
    return dec(run(x, () => (self.n.s ? minus(self.n, x) : plus(self.n, x))));
  },
  '__divmod__(self, value, /)': (vm, self: PyDecimal, o) => divmodOf(vm, self.n, operand(o)),
  '__rdivmod__(self, value, /)': (vm, self: PyDecimal, o) => {
    const a = operand(o);
    return a === undefined ? NotImplemented : divmodOf(vm, a, self.n);
  },
  '__pow__(self, value, mod=None, /)': (vm, self: PyDecimal, o, m) => {
    const b = operand(o);
    return b === undefined ? NotImplemented : power(vm, self.n, b, m, currentContext(vm));
  },
  '__rpow__(self, value, mod=None, /)': (vm, self: PyDecimal, o, m) => {
    const a = operand(o);
    return a === undefined ? NotImplemented : power(vm, a, self.n, m, currentContext(vm));
  },
  '__int__(self, /)': whole('ROUND_DOWN'), '__trunc__(self, /)': whole('ROUND_DOWN'), '__floor__(self, /)': whole('ROUND_FLOOR'), '__ceil__(self, /)': whole('ROUND_CEILING'),
  '__float__(self, /)': (_vm, self: PyDecimal) => new PyFloat(toDouble(self.n)),
  '__complex__(self, /)': (_vm, self: PyDecimal) => new PyComplex(toDouble(self.n), 0),
  '__round__(self, ndigits=<unset>, /)': roundTo,
  '__format__(self, spec, override=None, /)': (vm, self: PyDecimal, spec, override) => {
    const s = asJS(spec);
    if (s === undefined) throw typeError('format arg must be str');
    const x = currentContext(vm);
    const locale = localeOf(override);
    return strFromJS(formatDecimal(self.n, s, x, x.capitals === 1, locale));
  },
  '__reduce__(self, /)': (vm, self: PyDecimal) => new PyTuple([self.cls, new PyTuple([toText(self.n, currentContext(vm).capitals === 1)])]),
  '__copy__(self, /)': (_vm, self) => self,
  '__deepcopy__(self, memo, /)': (_vm, self) => self,
  '__sizeof__(self, /)': (_vm, self: PyDecimal) => 72 + 8 * Math.ceil(self.n.digits / 19),
  'adjusted(self, /)': (_vm, self: PyDecimal) => (self.n.k === K.Finite ? adjusted(self.n) : 0),
  '!as_tuple(self, /)': asTuple,
  'as_integer_ratio(self, /)': (_vm, self: PyDecimal) => ratio(self.n),
  'canonical(self, /)': (_vm, self) => self,
  'conjugate(self, /)': (_vm, self) => self,
  'radix(self, /)': () => dec(num(0, 10n, 0)),
  'copy_abs(self, /)': (_vm, self: PyDecimal) => dec(abs(self.n)),
  'copy_negate(self, /)': (_vm, self: PyDecimal) => dec(negate(self.n)),
  'copy_sign(self, /, other, context=None)': (_vm, self: PyDecimal, o) => dec(self.n.with(mustBe(o).s)),
  'fma(self, /, other, third, context=None)': (vm, self: PyDecimal, b, c, ctx) => {
    const x = contextArg(vm, ctx);
    const [p, q] = [mustBe(b), mustBe(c)];
    return dec(run(x, () => A.fma(self.n, p, q, x)));
  },
  'number_class(self, /, context=None)': (vm, self: PyDecimal, ctx) => A.numberClass(self.n, contextArg(vm, ctx)),
  'quantize(self, /, exp, rounding=None, context=None)': (vm, self: PyDecimal, e, rounding, ctx) => {
    const x = contextArg(vm, ctx);
    const b = mustBe(e);
    const mode = roundingArg(rounding, x);
    return dec(run(x, () => A.quantize(self.n, b, x, mode)));
  },
  'same_quantum(self, /, other, context=None)': (_vm, self: PyDecimal, o) => sameQuantum(self.n, mustBe(o)),
  'to_eng_string(self, /, context=None)': (vm, self: PyDecimal, ctx) => toText(self.n, contextArg(vm, ctx).capitals === 1, true),
};
for (const [name, exactly] of [['to_integral', false], ['to_integral_value', false], ['to_integral_exact', true]] as const) {
  methods[`${name}(self, /, rounding=None, context=None)`] = (vm, self: PyDecimal, rounding, ctx) => {
    const x = contextArg(vm, ctx);
    const mode = roundingArg(rounding, x);
    return dec(run(x, () => A.toIntegral(self.n, x, mode, exactly)));
  };
}
for (const [name, f] of Object.entries(UNARY)) {
  methods[`${name}(self, /, context=None)`] = (vm, self: PyDecimal, ctx) => {
    const x = contextArg(vm, ctx);
    return dec(run(x, () => f(self.n, x)));
  };
}
for (const [name, f] of Object.entries(BINARY)) {
  methods[`${name}(self, /, other, context=None)`] = (vm, self: PyDecimal, o, ctx) => {
    const x = contextArg(vm, ctx);
    const b = mustBe(o);
    return dec(run(x, () => f(self.n, b, x)));
  };
}
for (const [name, f] of Object.entries(PREDICATES)) {
  if (WITH_CONTEXT.has(name)) methods[`${name}(self, /, context=None)`] = (vm, self: PyDecimal, ctx) => f(self.n, contextArg(vm, ctx));
  else methods[`${name}(self, /)`] = (vm, self: PyDecimal) => f(self.n, currentContext(vm));
}

function plus(n: Num, x: Ctx): Num {
  const nan = nanResult(x, n);
  if (nan !== null) return nan;
  if (isZero(n) && x.rounding !== 'ROUND_FLOOR') return fix(abs(n), x);
  return fix(n, x);
}
function minus(n: Num, x: Ctx): Num {
  const nan = nanResult(x, n);
  if (nan !== null) return nan;
  if (isZero(n) && x.rounding !== 'ROUND_FLOOR') return fix(abs(n), x);
  return fix(negate(n), x);
}
const sameQuantum = (a: Num, b: Num): boolean => (a.k === K.Finite && b.k === K.Finite ? a.e === b.e : a.k === K.Inf || b.k === K.Inf ? a.k === b.k : isNaN_(a) && isNaN_(b));

function divmodOf(vm: VM, a: Num, b: Num | undefined): PyValue {
  if (b === undefined) return NotImplemented;
  const x = currentContext(vm);
  const [q, r] = run(x, () => A.divmod(a, b, x));
  return new PyTuple([dec(q), dec(r)]);
}

const DECIMAL: PyType = defineType({
  name: 'decimal.Decimal',
  instance: PyDecimal,
  flags: { basetype: true, hasWeakref: true },
  doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal('0'). The\ncontext does not affect the conversion and is only passed to determine if\nthe InvalidOperation trap is active.\n\n",
  new: ['__new__(cls, value=0, context=None)', (vm, cls: PyType, v, ctx) => construct(vm, cls, v, contextArg(vm, ctx))],
  methods,
  classMethods: {
    'from_float(type, f, /)': (vm, cls: PyType, f) => {
      const i = asInt(f);
      if (i === undefined && !(f instanceof AnyFloat)) throw typeError('argument must be int or float');
      const n = i !== undefined ? fromInt(i) : fromFloat((f as PyFloat).v);
      return cls === DECIMAL ? dec(n) : call(vm, cls, [dec(n)]);
    },
  },
  getset: { real: (_vm, self) => self, imag: () => dec(num(0, 0n, 0)) },
});
PyDecimal.prototype.cls = DECIMAL;

// ---- Context ----

const contextMethods: Record<string, NativeFn> = {
  '__repr__(self, /)': (_vm, self: PyContext) =>
    `Context(prec=${self.prec}, rounding=${self.rounding}, Emin=${self.emin}, Emax=${self.emax}, capitals=${self.capitals}, clamp=${self.clamp}, flags=[${namesOf(self.flags)}], traps=[${namesOf(self.traps)}])`,
  '__getattribute__(self, name, /)': (vm, self: PyContext, name) => genericGet(vm, self, self.cls, asJS(name)!),
  '__setattr__(self, name, value, /)': (vm, self: PyContext, name, v) => {
    const text = asJS(name)!;
    if (v !== undefined && setContext(self, text, v)) return null;
    if (self.cls === CONTEXT) throw attributeError(`'decimal.Context' object has no attribute '${text}'`, self, text);
    return genericSet(vm, self, self.cls, text, v);
  },
  '__delattr__(self, name, /)': (_vm, self, name) => {
    throw attributeError('context attributes cannot be deleted', self, asJS(name)!);
  },
  'Etiny(self, /)': (_vm, self: PyContext) => etiny(self),
  'Etop(self, /)': (_vm, self: PyContext) => etop(self),
  'radix(self, /)': () => dec(num(0, 10n, 0)),
  'clear_flags(self, /)': (_vm, self: PyContext) => {
    self.flags = 0;
    return null;
  },
  'clear_traps(self, /)': (_vm, self: PyContext) => {
    self.traps = 0;
    return null;
  },
  'copy(self, /)': (_vm, self: PyContext) => new PyContext(CONTEXT).copyFrom(self),
  '__copy__(self, /)': (_vm, self: PyContext) => new PyContext(CONTEXT).copyFrom(self),
  '__reduce__(self, /)': (_vm, self: PyContext) => {
    const list = (bits: number): PyList => new PyList(SIGNALS.filter(([, mask]) => bits & mask).map(([, , t]) => t));
    return new PyTuple([self.cls, new PyTuple([self.prec, self.rounding, self.emin, self.emax, self.capitals, self.clamp, list(self.flags), list(self.traps)])]);
  },
  '_apply(self, x, /)': (_vm, self: PyContext, a) => {
    const n = mustBe(a);
    return dec(run(self, (x) => fix(n, x)));
  },
  'create_decimal(self, num=0, /)': (_vm, self: PyContext, v) => {
    if (v instanceof AnyFloat) {
      return dec(
        run(self, (x) => {
          x.status |= S.FloatOperation;
          return fix(fromFloat(v.v), x);
        }),
      );
    }
    if (v instanceof PyDecimal && isNaN_(v.n) && !v.n.zero && v.n.digits > self.prec - self.clamp) return dec(run(self, (x) => ((x.status |= S.ConversionSyntax), NAN)));
    return dec(
      run(self, (x) => {
        if (asStr(v) !== undefined) {
          const n = fromText(v, x, false);
          if (isNaN_(n) && !n.zero && n.digits > x.prec - x.clamp) {
            x.status |= S.ConversionSyntax;
            return NAN;
          }
          return fix(n, x);
        }
        return fix(v instanceof PyTuple || v instanceof PyList ? fromTuple(v) : mustBe(v), x);
      }),
    );
  },
  'create_decimal_from_float(self, f, /)': (_vm, self: PyContext, f) => {
    const i = asInt(f);
    if (i === undefined && !(f instanceof AnyFloat)) throw typeError('argument must be int or float');
    return dec(run(self, (x) => fix(i !== undefined ? fromInt(i) : fromFloat((f as PyFloat).v), x)));
  },
  'divmod(self, x, y, /)': (_vm, self: PyContext, a, b) => {
    const [p, q] = [mustBe(a), mustBe(b)];
    const [d, r] = run(self, (x) => A.divmod(p, q, x));
    return new PyTuple([dec(d), dec(r)]);
  },
  'fma(self, x, y, z, /)': (_vm, self: PyContext, a, b, c) => {
    const [p, q, r] = [mustBe(a), mustBe(b), mustBe(c)];
    return dec(run(self, (x) => A.fma(p, q, r, x)));
  },
  'power(self, /, a, b, modulo=None)': (vm, self: PyContext, a, b, m) => {
    if (m !== null) mustBe(m);
    return power(vm, mustBe(a), mustBe(b), m, self);
  },
  'quantize(self, x, y, /)': (_vm, self: PyContext, a, b) => {
    const [p, q] = [mustBe(a), mustBe(b)];
    return dec(run(self, (x) => A.quantize(p, q, x, x.rounding)));
  },
  'same_quantum(self, x, y, /)': (_vm, _self, a, b) => sameQuantum(mustBe(a), mustBe(b)),
  'canonical(self, x, /)': (_vm, _self, a) => {
    if (!(a instanceof PyDecimal)) throw typeError('argument must be a Decimal');
    return a;
  },
  'copy_abs(self, x, /)': (_vm, _self, a) => dec(abs(mustBe(a))),
  'copy_negate(self, x, /)': (_vm, _self, a) => dec(negate(mustBe(a))),
  'copy_decimal(self, x, /)': (_vm, _self, a) => dec(mustBe(a)),
  'copy_sign(self, x, y, /)': (_vm, _self, a, b) => dec(mustBe(a).with(mustBe(b).s)),
  'number_class(self, x, /)': (_vm, self: PyContext, a) => A.numberClass(mustBe(a), self),
  'to_sci_string(self, x, /)': (_vm, self: PyContext, a) => toText(mustBe(a), self.capitals === 1),
  'to_eng_string(self, x, /)': (_vm, self: PyContext, a) => toText(mustBe(a), self.capitals === 1, true),
};
const contextUnary: Record<string, (n: Num, x: PyContext) => Num> = {
  ...UNARY, abs: (n, x) => (n.s ? minus(n, x) : plus(n, x)), plus, minus,
  to_integral_exact: (n, x) => A.toIntegral(n, x, x.rounding, true), to_integral_value: (n, x) => A.toIntegral(n, x, x.rounding, false), to_integral: (n, x) => A.toIntegral(n, x, x.rounding, false),
};
for (const [name, f] of Object.entries(contextUnary)) {
  contextMethods[`${name}(self, x, /)`] = (_vm, self: PyContext, a) => {
    const n = mustBe(a);
    return dec(run(self, (x) => f(n, x)));
  };
}
const contextBinary = { ...BINARY, add: A.add, subtract: A.subtract, multiply: A.multiply, divide: A.divide, divide_int: A.divideInt, remainder: A.remainder };
for (const [name, f] of Object.entries(contextBinary)) {
  contextMethods[`${name}(self, x, y, /)`] = (_vm, self: PyContext, a, b) => {
    const [p, q] = [mustBe(a), mustBe(b)];
    return dec(run(self, (x) => f(p, q, x)));
  };
}
for (const [name, f] of Object.entries(PREDICATES)) contextMethods[`${name}(self, x, /)`] = (_vm, self: PyContext, a) => f(mustBe(a), self);

const settable = (name: string, get: (x: PyContext) => PyValue) => [(_vm: VM, self: PyContext) => get(self), (_vm: VM, self: PyContext, v: PyValue | undefined) => {
  setContext(self, name, v!);
  return null;
}] as const;

const CONTEXT: PyType = defineType({
  name: 'decimal.Context',
  instance: PyContext,
  flags: { basetype: true },
  doc: 'The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more.  A new context\ncan be constructed as follows:\n\n    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,\n    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,\n    ...             traps=[InvalidOperation, DivisionByZero, Overflow],\n    ...             flags=[])\n    >>>\n\n\n',
  new: ['__new__(cls, *args, **kwargs)', (vm, cls: PyType) => {
    const x = new PyContext(cls);
    const base = vm.state.decimalDefault as PyContext | undefined;
    if (base !== undefined) x.copyFrom(base);
    x.flags = 0;
    return x;
  }],
  methods: {
    '__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None, **kwargs)': (_vm, self: PyContext, ...values: any[]) => {
      for (const k of (values[8] as Map<string, PyValue>).keys()) throw typeError(`'${k}' is an invalid keyword argument for this function`);
      ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'].forEach((name, i) => {
        if (values[i] !== null && values[i] !== undefined) setContext(self, name, values[i]!);
      });
      return null;
    },
    ...contextMethods,
  },
  getset: {
    prec: settable('prec', (x) => x.prec), rounding: settable('rounding', (x) => x.rounding), Emin: settable('Emin', (x) => x.emin), Emax: settable('Emax', (x) => x.emax),
    capitals: settable('capitals', (x) => x.capitals), clamp: settable('clamp', (x) => x.clamp),
    flags: settable('flags', (x) => new SignalDict(x, 'flags')), traps: settable('traps', (x) => new SignalDict(x, 'traps')),
    __dict__: (_vm, self) => dictOf(self)!,
  },
});
PyContext.prototype.cls = CONTEXT;

defineType({
  name: 'decimal.SignalDict',
  instance: SignalDict,
  flags: { mapping: true },
  methods: {
    '__getitem__(self, key, /)': (_vm, self: SignalDict, k) => (self.owner[self.what] & signalMask(k)) !== 0,
    '__setitem__(self, key, value, /)': (_vm, self: SignalDict, k, v) => {
      const mask = signalMask(k);
      if (v !== false && v !== 0 && v !== null) self.owner[self.what] |= mask;
      else self.owner[self.what] &= ~mask;
      return null;
    },
    '__delitem__(self, key, /)': () => {
      throw valueError('signal keys cannot be deleted');
    },
    '__len__(self, /)': () => SIGNALS.length,
    '__contains__(self, key, /)': (_vm, _self, k) => SIGNALS.some(([, , t]) => t === k),
    '!__iter__(self, /)': (vm, _self) => {
      const list = new PyList(SIGNALS.map(([, , t]) => t));
      return call(vm, vm.state.builtins.getStr('iter')!, [list]);
    },
    'keys(self, /)': () => new PyList(SIGNALS.map(([, , t]) => t)),
    'values(self, /)': (_vm, self: SignalDict) => new PyList(SIGNALS.map(([, mask]) => (self.owner[self.what] & mask) !== 0)),
    'items(self, /)': (_vm, self: SignalDict) => new PyList(SIGNALS.map(([, mask, t]) => new PyTuple([t, (self.owner[self.what] & mask) !== 0]))),
    'get(self, key, default=None, /)': (_vm, self: SignalDict, k, d) => (SIGNALS.some(([, , t]) => t === k) ? (self.owner[self.what] & signalMask(k)) !== 0 : d),
    'copy(self, /)': (_vm, self: SignalDict) => {
      const d = new PyDict();
      for (const [, mask, t] of SIGNALS) d.setFast(t, (self.owner[self.what] & mask) !== 0);
      return d;
    },
    '__eq__(self, value, /)': (_vm, self: SignalDict, o) => {
      if (!(o instanceof SignalDict) && !(o instanceof PyDict)) return NotImplemented;
      try {
        const mine = self.owner[self.what];
        const other = signalBits(o);
        return SIGNALS.every(([, mask]) => (mine & mask) !== 0 === ((other & mask) !== 0));
      } catch {
        return false;
      }
    },
    '__repr__(self, /)': (_vm, self: SignalDict) => `{${SIGNALS.map(([name, mask]) => `<class 'decimal.${name}'>:${(self.owner[self.what] & mask) !== 0 ? 'True' : 'False'}`).join(', ')}}`,
  },
  attrs: { __hash__: null },
});

const preset = (traps: number, rounding: Ctx['rounding'], prec = 28): PyContext => Object.assign(new PyContext(CONTEXT), { traps, rounding, prec });

/** Each context of contextvars, so each task, has a decimal context of its own. */
function perContext(vm: VM): void {
  contextTypes();
  const variable = new PyContextVar('decimal_context', undefined);
  follow(vm, {
    save: (left) => {
      const value = vm.state.decimalContext as PyContext | undefined;
      if (value !== undefined && left.value(variable) !== value) left.change(variable, value);
    },
    load: (entered) => void (vm.state.decimalContext = entered.value(variable)),
  });
}

export const makeDecimal: NativeModuleMaker = (vm) => {
  const standard = preset(INVALID | S.DivisionByZero | S.Overflow, 'ROUND_HALF_EVEN');
  vm.state.decimalDefault = standard;
  perContext(vm);
  return defineModule({
    name: '_decimal_native',
    of: 'decimal',
    functions: {
      'getcontext()': (v) => currentContext(v),
      'setcontext(context, /)': (v, c) => {
        if (!(c instanceof PyContext)) throw typeError('argument must be a context');
        const presets: PyValue[] = [standard, basic, extended];
        v.state.decimalContext = presets.includes(c) ? Object.assign(new PyContext(CONTEXT).copyFrom(c), { flags: 0 }) : c;
        return null;
      },
      'use(tuple, compare_rational, /)': (v, tuple, rational) => {
        v.state.decimalTuple = tuple;
        v.state.decimalRational = rational;
        return null;
      },
    },
    values: {
      Decimal: DECIMAL, Context: CONTEXT, ...EXCEPTIONS, ...Object.fromEntries(ROUNDINGS.map((r) => [r, r])),
      ConversionSyntax: named('ConversionSyntax'), DivisionImpossible: named('DivisionImpossible'), DivisionUndefined: named('DivisionUndefined'), InvalidContext: named('InvalidContext'),
      DefaultContext: standard, BasicContext: basic, ExtendedContext: extended,
      MAX_PREC: norm(MAX), MAX_EMAX: norm(MAX), MIN_EMIN: norm(-MAX), MIN_ETINY: norm(-2n * MAX + 1n), HAVE_THREADS: true, HAVE_CONTEXTVAR: true,
    },
  });
};
const basic = preset(INVALID | S.DivisionByZero | S.Overflow | S.Underflow | S.Clamped, 'ROUND_HALF_UP', 9);
const extended = preset(0, 'ROUND_HALF_EVEN', 9);
const named = (name: string): PyType => EXCEPTIONS.InvalidOperation!.liveSubclasses().find((c) => c.name === name)!;

