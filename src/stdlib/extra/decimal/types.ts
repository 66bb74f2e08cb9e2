/** Decimal, Context and SignalDict: the objects, their conversions and how conditions become exceptions. */
import { PyObject, T, type PyValue, type VM } from '../../../objects/object.js';
import { error, keyError, overflowError, PyException, typeError, valueError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { defineException } from '../../../objects/define-exception.js';
import type { PyDict } from '../../../objects/dict.js';
import { asInt, type Int } from '../../../objects/int.js';
import { PyList, PyTuple } from '../../../objects/tuple.js';
import { decimalText } from '../../../objects/unicode.js';
import { asJS, asStr, jsStr } from '../../../objects/str.js';
import { floatRatio } from '../../../objects/float.js';
import { typeName, type PyType } from '../../../objects/type.js';
import { exactCtx, fix, inf, INVALID, isNaN_, K, NAN, Num, num, ROUNDINGS, S, whole, type Ctx, type Rounding } from './number.js';
import { isBeyond, parseDecimal } from './text.js';

export class PyDecimal extends PyObject {
  dict: PyDict | null = null;
  constructor(
    readonly n: Num,
    cls?: PyType,
  ) {
    super();
    if (cls !== undefined) this.cls = cls;
  }
}

// ---- signals ----

const E = (name: string, base: PyType, ...more: PyType[]): PyType => defineException(`decimal.${name}`, base, null, more);
const EXC = E('DecimalException', T.ArithmeticError!);
const CLAMPED = E('Clamped', EXC);
const ROUNDED = E('Rounded', EXC);
const INEXACT = E('Inexact', EXC);
const SUBNORMAL = E('Subnormal', EXC);
const DIVISION_BY_ZERO = E('DivisionByZero', EXC, T.ZeroDivisionError!);
const OVERFLOW = E('Overflow', INEXACT, ROUNDED);
const UNDERFLOW = E('Underflow', INEXACT, ROUNDED, SUBNORMAL);
const FLOAT_OPERATION = E('FloatOperation', EXC, T.TypeError!);
const INVALID_OPERATION = E('InvalidOperation', EXC);

/** The signals of a context, in the order they are looked at. */
export const SIGNALS: readonly (readonly [name: string, mask: number, type: PyType])[] = [
  ['InvalidOperation', INVALID, INVALID_OPERATION], ['FloatOperation', S.FloatOperation, FLOAT_OPERATION], ['DivisionByZero', S.DivisionByZero, DIVISION_BY_ZERO],
  ['Overflow', S.Overflow, OVERFLOW], ['Underflow', S.Underflow, UNDERFLOW], ['Subnormal', S.Subnormal, SUBNORMAL], ['Inexact', S.Inexact, INEXACT],
  ['Rounded', S.Rounded, ROUNDED], ['Clamped', S.Clamped, CLAMPED],
];
/** Kinds of InvalidOperation. */
const CONDITIONS: readonly (readonly [mask: number, type: PyType])[] = [
  [S.InvalidOperation, INVALID_OPERATION], [S.ConversionSyntax, E('ConversionSyntax', INVALID_OPERATION)], [S.DivisionImpossible, E('DivisionImpossible', INVALID_OPERATION)],
  [S.DivisionUndefined, E('DivisionUndefined', INVALID_OPERATION, T.ZeroDivisionError!)], [S.InvalidContext, E('InvalidContext', INVALID_OPERATION)],
];
export const EXCEPTIONS: Readonly<Record<string, PyType>> = {
  DecimalException: EXC, Clamped: CLAMPED, InvalidOperation: INVALID_OPERATION, DivisionByZero: DIVISION_BY_ZERO, Inexact: INEXACT, Rounded: ROUNDED,
  Subnormal: SUBNORMAL, Overflow: OVERFLOW, Underflow: UNDERFLOW, FloatOperation: FLOAT_OPERATION,
};

/** Names in a context's repr: libmpdec's order of bits. */
const BY_BIT = ['Clamped', 'InvalidOperation', 'DivisionByZero', 'InvalidOperation', 'InvalidOperation', '', 'Inexact', 'InvalidOperation', 'InvalidOperation', '', 'FloatOperation', 'Overflow', 'Rounded', 'Subnormal', 'Underflow'];
export function namesOf(flags: number): string {
  const out: string[] = [];
  BY_BIT.forEach((name, bit) => {
    if (name !== '' && flags & (1 << bit) && !out.includes(name)) out.push(name);
  });
  return out.join(', ');
}

/** Flags or traps of a context as a mapping. */
export class SignalDict extends PyObject {
  constructor(
    readonly owner: PyContext,
    readonly what: 'flags' | 'traps',
  ) {
    super();
  }
}

const VALID_SIGNALS = 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';

export function signalMask(v: PyValue): number {
  const row = SIGNALS.find(([, , t]) => t === v);
  if (row === undefined) throw keyError(VALID_SIGNALS);
  return row[1];
}

// ---- contexts ----

export class PyContext extends PyObject implements Ctx {
  dict: PyDict | null = null;
  prec = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
  emin = -999999;
  emax = 999999;
  clamp = 0;
  capitals = 1;
  flags = 0;
  traps: number = INVALID | S.DivisionByZero | S.Overflow;
  status = 0;
  constructor(cls?: PyType) {
    super();
    if (cls !== undefined) this.cls = cls;
  }
  copyFrom(o: PyContext): this {
    const { prec, rounding, emin, emax, clamp, capitals, flags, traps } = o;
    return Object.assign(this, { prec, rounding, emin, emax, clamp, capitals, flags, traps });
  }
  /** Hands the conditions of the operation that just ended over to the flags; raises the trapped ones. */
  settle(): void {
    const { status } = this;
    if (status === 0) return;
    this.status = 0;
    this.flags |= status;
    const trapped = status & this.traps;
    if (trapped !== 0) throw signal(trapped);
  }
}

function signal(flags: number): PyException {
  const type = SIGNALS.find(([, mask]) => flags & mask)![2];
  const list = [...CONDITIONS.filter(([mask]) => flags & mask).map(([, t]) => t), ...SIGNALS.slice(1).filter(([, mask]) => flags & mask).map(([, , t]) => t)];
  return new PyException(new PyBaseException(type, [new PyList(list)]));
}

export const MAX = 999999999999999999n;

export function currentContext(vm: VM): PyContext {
  return (vm.state.decimalContext as PyContext | undefined) ?? ((vm.state.decimalContext = new PyContext().copyFrom(vm.state.decimalDefault as PyContext)) as PyContext);
}

/** Runs an operation under a context and settles its conditions. */
export function run<R>(x: PyContext, f: (x: PyContext) => R): R {
  x.status = 0;
  const r = f(x);
  x.settle();
  return r;
}

const range = (name: string, lo: bigint, hi: bigint) => (v: PyValue): number => {
  const n = asInt(v);
  if (n === undefined) throw typeError('an integer is required');
  if (n < lo || n > hi) throw name === 'capitals' || name === 'clamp' ? valueError(`valid values for ${name} are 0 or 1`) : valueError(`valid range for ${name} is ${name === 'prec' ? '[1, MAX_PREC]' : name === 'Emin' ? '[MIN_EMIN, 0]' : '[0, MAX_EMAX]'}`);
  return Number(n);
};
const PREC = range('prec', 1n, MAX);
const EMIN = range('Emin', -MAX, 0n);
const EMAX = range('Emax', 0n, MAX);
const CLAMP = range('clamp', 0n, 1n);
const CAPITALS = range('capitals', 0n, 1n);

function roundingOf(v: PyValue): Rounding {
  const s = asJS(v);
  if (s === undefined || !(ROUNDINGS as readonly string[]).includes(s)) {
    throw typeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]');
  }
  return s as Rounding;
}
export const roundingArg = (v: PyValue, x: PyContext): Rounding => (v === null ? x.rounding : roundingOf(v));

/** A list of signals, or a dict of them, as bits. */
export function signalBits(v: PyValue): number {
  if (v instanceof SignalDict) return v.owner[v.what];
  if (v instanceof PyList || v instanceof PyTuple) {
    let bits = 0;
    for (const s of v.items) {
      bits |= signalMask(s);
    }
    return bits;
  }
  if (typeof v === 'object' && v !== null && 'entries' in v) {
    let bits = 0;
    let n = 0;
    for (const [k, on] of (v as PyDict).entries()) {
      const mask = signalMask(k);
      if (on !== false && on !== 0 && on !== null) bits |= mask;
      n++;
    }
    if (n !== SIGNALS.length) throw keyError('invalid signal dict');
    return bits;
  }
  throw typeError('argument must be a signal dict');
}

/** Sets one attribute of a context; false: there is no such one. */
export function setContext(x: PyContext, name: string, v: PyValue): boolean {
  switch (name) {
    case 'prec':
      x.prec = PREC(v);
      return true;
    case 'rounding':
      x.rounding = roundingOf(v);
      return true;
    case 'Emin':
      x.emin = EMIN(v);
      return true;
    case 'Emax':
      x.emax = EMAX(v);
      return true;
    case 'clamp':
      x.clamp = CLAMP(v);
      return true;
    case 'capitals':
      x.capitals = CAPITALS(v);
      return true;
    case 'flags':
      x.flags = signalBits(v);
      return true;
    case 'traps':
      x.traps = signalBits(v);
      return true;
    default:
      return false;
  }
}

// ---- conversions ----

export function fromInt(n: Int): Num {
  if (typeof n === 'number') return n < 0 ? whole(1, -n, 0) : whole(0, n, 0);
  const b = n;
  return b < 0n ? num(1, -b, 0) : num(0, b, 0);
}

export function fromFloat(v: number): Num {
  const s = v < 0 || Object.is(v, -0) ? 1 : 0;
  if (v !== v) return NAN;
  if (!Number.isFinite(v)) return inf(s);
  const [n, d] = floatRatio(Math.abs(v));
  // n / 2**k = n * 5**k / 10**k
  const k = BigInt(d).toString(2).length - 1;
  return num(s, BigInt(n) * 5n ** BigInt(k), -k);
}

/** The text of a number, spaces at the ends and underscores gone, digits of any script turned into ASCII. */
export function fromText(v: PyValue, x: PyContext, exact: boolean): Num {
  const s = decimalText(asStr(v)!);
  const text = s.replace(/_/g, '');
  const n = parseDecimal(exact ? text.trim() : text);
  if (n === null || (!exact && /^\s|\s$|_/.test(jsStr(asStr(v)!)))) {
    x.status |= S.ConversionSyntax;
    return NAN;
  }
  if (exact && isBeyond(text.trim())) {
    x.status |= S.InvalidOperation;
    return NAN;
  }
  return n;
}

/** Exactness has its limits too: those of libmpdec. */
export function exact(n: Num, x: PyContext): Num {
  if (n.k !== K.Finite) return n;
  const wide = exactCtx();
  const r = fix(n, wide);
  if (wide.status & (S.Inexact | S.Overflow | S.Underflow)) {
    x.status |= S.InvalidOperation;
    return NAN;
  }
  return r;
}

export function fromTuple(t: PyTuple | PyList): Num {
  if (t.items.length !== 3) throw valueError('argument must be a sequence of length 3');
  const [sign, ds, e] = t.items as [PyValue, PyValue, PyValue];
  const s = asInt(sign);
  if (s === undefined || (s !== 0 && s !== 1)) throw valueError('sign must be an integer with the value 0 or 1');
  const special = asJS(e);
  let kind: K = K.Finite;
  if (special !== undefined) {
    if (special === 'F') return inf(Number(s));
    if (special === 'n') kind = K.QNaN;
    else if (special === 'N') kind = K.SNaN;
    else throw valueError("string argument in the third position must be 'F', 'n' or 'N'");
  } else if (asInt(e) === undefined) throw valueError('exponent must be an integer');
  const list = ds instanceof PyTuple || ds instanceof PyList ? ds.items : undefined;
  if (list === undefined) throw valueError('coefficient must be a tuple of digits');
  let text = '';
  for (const d of list) {
    const n = asInt(d);
    if (n === undefined || n < 0 || n > 9) throw valueError('coefficient must be a tuple of digits');
    text += n;
  }
  const c = BigInt(text === '' ? 0 : text);
  return Num.of(Number(s), c, kind === K.Finite ? Number(asInt(e)) : 0, kind);
}

/** An operand: Decimals and ints; undefined for anything else. */
export function operand(v: PyValue): Num | undefined {
  if (v instanceof PyDecimal) return v.n;
  const n = asInt(v);
  return n === undefined ? undefined : fromInt(n);
}
export function mustBe(v: PyValue): Num {
  const n = operand(v);
  if (n === undefined) throw typeError(`conversion from ${typeName(v)} to Decimal is not supported`);
  return n;
}

export function contextArg(vm: VM, v: PyValue): PyContext {
  if (v === null || v === undefined) return currentContext(vm);
  if (!(v instanceof PyContext)) throw typeError('optional argument must be a context');
  return v;
}

export function toInteger(n: Num): bigint {
  if (isNaN_(n)) throw valueError('cannot convert NaN to integer');
  if (n.k === K.Inf) throw overflowError('cannot convert Infinity to integer');
  if (n.e > 10000000) throw error('MemoryError');
  const v = n.e >= 0 ? n.c * 10n ** BigInt(n.e) : -n.e > n.digits ? 0n : n.c / 10n ** BigInt(-n.e);
  return n.s ? -v : v;
}

