/** Arithmetic of float and complex constants. */
import { ConstComplex } from '../bytecode/consts.js';
import { pow } from '../bytecode/float-pow.js';
import { Op } from '../bytecode/opcodes.js';

export function binaryFloat(op: Op, a: number, b: number): number | undefined {
  switch (op) {
    case Op.BINARY_ADD:
      return a + b;
    case Op.BINARY_SUBTRACT:
      return a - b;
    case Op.BINARY_MULTIPLY:
      return a * b;
    case Op.BINARY_TRUE_DIVIDE:
      return b === 0 ? undefined : a / b;
    case Op.BINARY_MODULO:
      return b === 0 ? undefined : floatDivmod(a, b)[1];
    case Op.BINARY_FLOOR_DIVIDE:
      return b === 0 ? undefined : floatDivmod(a, b)[0];
    case Op.BINARY_POWER:
      return floatPower(a, b);
    default:
      return undefined;
  }
}

/** CPython's float divmod: the remainder has the divisor's sign, the quotient is whole. */
function floatDivmod(a: number, b: number): [number, number] {
  let m = a % b;
  let div = (a - m) / b;
  if (m !== 0) {
    if (b < 0 !== m < 0) {
      m += b;
      div -= 1;
    }
  } else {
    m = b < 0 ? -0 : 0;
  }
  let floored: number;
  if (div !== 0) {
    floored = Math.floor(div);
    if (div - floored > 0.5) floored += 1;
  } else {
    floored = a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  }
  return [floored, m];
}

function floatPower(a: number, b: number): number | undefined {
  if (b === 0 || a === 1) return 1;
  if (Number.isNaN(a)) return a;
  if (Number.isNaN(b)) return b;
  if (!Number.isFinite(b)) {
    const abs = Math.abs(a);
    if (abs === 1) return 1;
    return b > 0 === abs > 1 ? Infinity : 0;
  }
  if (a === 0) return b < 0 ? undefined : Math.abs(b % 2) === 1 ? a : 0;
  const v = pow(a, b);
  if (!Number.isFinite(v) && Number.isFinite(a)) return undefined;
  return v;
}

export function binaryComplex(op: Op, a: ConstComplex, b: ConstComplex): ConstComplex | undefined {
  switch (op) {
    case Op.BINARY_ADD:
      return new ConstComplex(a.re + b.re, a.im + b.im);
    case Op.BINARY_SUBTRACT:
      return new ConstComplex(a.re - b.re, a.im - b.im);
    case Op.BINARY_MULTIPLY:
      return product(a, b);
    case Op.BINARY_TRUE_DIVIDE:
      return quotient(a, b);
    case Op.BINARY_POWER:
      return powComplex(a, b);
    default:
      return undefined;
  }
}

function product(a: ConstComplex, b: ConstComplex): ConstComplex {
  return new ConstComplex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** Smith's method, as CPython. */
function quotient(a: ConstComplex, b: ConstComplex): ConstComplex | undefined {
  if (b.re === 0 && b.im === 0) return undefined;
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const denominator = b.re + b.im * ratio;
    return new ConstComplex((a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator);
  }
  if (Math.abs(b.im) >= Math.abs(b.re)) {
    const ratio = b.re / b.im;
    const denominator = b.re * ratio + b.im;
    return new ConstComplex((a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator);
  }
  return new ConstComplex(NaN, NaN);
}

/** Whole exponents up to 100 by multiplication, others by polar form. */
export function powComplex(a: ConstComplex, b: ConstComplex): ConstComplex | undefined {
  const n = Math.trunc(b.re);
  const result = b.im === 0 && b.re === n ? wholePower(a, n) : polarPower(a, b);
  if (result === undefined) return undefined;
  return Number.isFinite(result.re) && Number.isFinite(result.im) ? result : undefined;
}

function wholePower(a: ConstComplex, n: number): ConstComplex | undefined {
  if (n > 100 || n < -100) return polarPower(a, new ConstComplex(n, 0));
  if (n < 0) return quotient(new ConstComplex(1, 0), positivePower(a, -n));
  return positivePower(a, n);
}

function positivePower(a: ConstComplex, n: number): ConstComplex {
  let r = new ConstComplex(1, 0);
  let p = a;
  for (let mask = 1; n >= mask; mask <<= 1) {
    if ((n & mask) !== 0) r = product(r, p);
    p = product(p, p);
  }
  return r;
}

function polarPower(a: ConstComplex, b: ConstComplex): ConstComplex | undefined {
  if (b.re === 0 && b.im === 0) return new ConstComplex(1, 0);
  if (a.re === 0 && a.im === 0) return b.im !== 0 || b.re < 0 ? undefined : new ConstComplex(0, 0);
  const abs = Math.hypot(a.re, a.im);
  let length = pow(abs, b.re);
  const angle = Math.atan2(a.im, a.re);
  let phase = angle * b.re;
  if (b.im !== 0) {
    length /= Math.exp(angle * b.im);
    phase += b.im * Math.log(abs);
  }
  return new ConstComplex(length * Math.cos(phase), length * Math.sin(phase));
}
