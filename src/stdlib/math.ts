/** math. Special functions: math/special.ts; whole numbers: math/integers.ts. */
import { andThen, cont, type ContRow, AnyFloat, PyFloat, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, overflowError, typeError, valueError } from '../objects/errors.js';
import { callPrelude, callUnbound } from '../objects/call.js';
import { index } from '../objects/convert.js';
import * as elementary from '../objects/elementary.js';
import { asDouble, floatPow } from '../objects/float.js';
import { asInt, bitLength, intAbs, intFromFloat, intFloorDiv, intGcd, intMul, intShr, type Int } from '../objects/int.js';
import { listFrom } from '../objects/iterate.js';
import type { NativeFn } from '../objects/native.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { comb, factorial, isqrt, perm } from './math/integers.js';
import * as special from './math/special.js';
import { itemsRow, realArgs, realItems } from './real-args.js';
import type { NativeModuleMaker } from './registry.js';

const domain = (): never => {
  throw valueError('math domain error');
};
const rangeError = (): never => {
  throw overflowError('math range error');
};

/** Rows made from a name: declared by the first VM that imports math, the same for all. */
const rows = new Map<string, ContRow>();
function rowOnce(name: string, fn: ContRow['fn']): ContRow {
  let row = rows.get(name);
  if (row === undefined) rows.set(name, (row = cont(name, fn)));
  return row;
}

/** A function of one real number: NaN out of a number is a domain error, infinity out of a finite one overflow. */
function real(name: string, f: (x: number) => number, overflow = true): NativeFn {
  return realArgs(`math.${name}`, 1, (_vm, x: number) => {
    const r = f(x);
    if (r !== r && x === x) domain();
    if ((r === Infinity || r === -Infinity) && Number.isFinite(x)) return overflow ? rangeError() : domain();
    return new PyFloat(r);
  });
}

const bool = (name: string, f: (x: number) => boolean): NativeFn => realArgs(`math.${name}`, 1, (_vm, x: number) => f(x));

/** log of an int of any size. */
function logOf(v: number, f: (x: number) => number): number {
  if (v > 0) return f(v);
  if (v === 0 || v < 0) domain();
  return v;
}


function logValue(v: PyValue, x: number | undefined, f: (x: number) => number, two: number): number {
  const n = asInt(v);
  if (typeof n === 'bigint') {
    if (n < 0n) domain();
    const e = bitLength(n) - 60;
    return e > 900 ? f(Number(intShr(n, e))) + two * e : f(Number(n));
  }
  return logOf(x!, f);
}

const logFunction = (name: string, f: (x: number) => number, two: number): NativeFn => {
  const plain = realArgs(`math.${name}`, 1, (_vm, x: number) => new PyFloat(logOf(x, f)));
  return (vm, v) => (typeof v === 'bigint' ? new PyFloat(logValue(v, undefined, f, two)) : plain(vm, v));
};
const ln = logFunction('ln', elementary.log, Math.LN2);
const LOG_BASE = cont('math.log.base', (vm, x, c) => {
  const base = vm.frame;
  return andThen(vm, base, ln(vm, c.a), LOG_QUOTIENT, x);
});
const LOG_QUOTIENT = cont('math.log.quotient', (_vm, b, c) => {
  const d = (b as PyFloat).v;
  if (d === 0) throw error('ZeroDivisionError', 'float division by zero');
  return new PyFloat((c.a as PyFloat).v / d);
});

/** Rounding to an int: floats here, anything else by its special method. */
function rounding(dunder: string, f: (x: number) => number): NativeFn {
  const viaFloat = realArgs(`math.${dunder}`, 1, (_vm, x: number) => intFromFloat(f(x)));
  return (vm, v) => {
    const m = typeOf(v).lookup(dunder);
    if (m !== undefined && m !== null) return callUnbound(vm, m, v, []);
    if (dunder === '__trunc__') throw typeError(`type ${typeName(v)} doesn't define __trunc__ method`);
    return viaFloat(vm, v);
  };
}

/** gcd and lcm: every argument through `__index__`, folded. */
function folded(name: string, start: Int, f: (vm: VM, a: Int, b: Int) => Int): NativeFn {
  const step = (vm: VM, args: PyValue[], i: number, acc: Int): Result => {
    for (; i < args.length; i++) {
      const n = asInt(args[i]);
      if (n === undefined) {
        const base = vm.frame;
        return andThen(vm, base, index(vm, args[i]!), row, args, i, acc);
      }
      acc = i === 0 ? intAbs(n) : f(vm, acc, n);
    }
    return acc;
  };
  const row = rowOnce(`math.${name}`, (vm, n, c) => step(vm, c.a, c.b + 1, c.b === 0 ? intAbs(n as Int) : f(vm, c.c, n as Int)));
  return (vm, args: PyValue[]) => step(vm, args, 0, start);
}

/** Ints at the first `n` positions, through `__index__`; None stays from the position `optional` on. */
function ints(name: string, n: number, f: (vm: VM, ...args: any[]) => Result, optional = n): NativeFn {
  const go = (vm: VM, args: any[], i: number): Result => {
    for (; i < n; i++) {
      if (args[i] === null && i >= optional) continue;
      const v = asInt(args[i]);
      if (v === undefined) {
        const base = vm.frame;
        return andThen(vm, base, index(vm, args[i]), row, args, i);
      }
      args[i] = v;
    }
    return f(vm, ...args);
  };
  const row = rowOnce(`math.${name}`, (vm, v, c) => {
    c.a[c.b] = v;
    return go(vm, c.a, c.b + 1);
  });
  return (vm, ...args) => go(vm, args, 0);
}

const choose = (what: 'k' | 'n', n: Int): number => {
  if (n < 0) throw valueError(`${what} must be a non-negative integer`);
  if (typeof n === 'bigint') throw overflowError(what === 'k' ? `k must not exceed ${2n ** 63n - 1n}` : 'Python int too large');
  return n;
};

const FSUM = cont('math.fsum', (vm, list) => realItems(vm, 'math.fsum', (list as PyList).items));
itemsRow('math.fsum', (_vm, items) => {
  const s = new special.ExactSum();
  for (const x of items) s.add(x);
  return new PyFloat(s.result());
});
itemsRow('math.hypot', (_vm, items) => new PyFloat(special.vectorNorm(items)));
itemsRow('math.dist', (_vm, items) => {
  const n = items.length / 2;
  const d: number[] = [];
  for (let i = 0; i < n; i++) d.push(items[i]! - items[n + i]!);
  return new PyFloat(special.vectorNorm(d));
});
const DIST_P = cont('math.dist.p', (vm, p, c) => {
  const base = vm.frame;
  return andThen(vm, base, listFrom(vm, c.a), DIST_Q, p);
});
const DIST_Q = cont('math.dist.q', (vm, q, c) => {
  const a = (c.a as PyList).items;
  const b = (q as PyList).items;
  if (a.length !== b.length) throw valueError('both points must have the same number of dimensions');
  return realItems(vm, 'math.dist', [...a, ...b]);
});

const PROD = cont('math.prod', (vm, list, c) => {
  let acc = c.a as PyValue;
  const { items } = list as PyList;
  for (let i = 0; i < items.length; i++) {
    const x = items[i]!;
    if ((typeof acc === 'number' || typeof acc === 'bigint') && (typeof x === 'number' || typeof x === 'bigint')) acc = intMul(vm, acc, x);
    else if ((acc instanceof PyFloat && acc.cls.name === 'float') || (x instanceof PyFloat && x.cls.name === 'float')) {
      const a = asDouble(acc);
      const b = asDouble(x);
      if (a === undefined || b === undefined) return callPrelude(vm, 'math_prod', new PyList(items.slice(i)), acc);
      acc = new PyFloat(a * b);
    } else return callPrelude(vm, 'math_prod', new PyList(items.slice(i)), acc);
  }
  return acc;
});

const pow = realArgs('math.pow', 2, (_vm, x: number, y: number) => {
  if (x === 0 && y < 0 && Number.isFinite(y)) domain();
  if (x === 0 && y === -Infinity) return new PyFloat(Infinity);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) domain();
  if (x === 1 || y === 0) return new PyFloat(1);
  try {
    const r = floatPow(x, y);
    return r instanceof AnyFloat ? r : domain();
  } catch {
    return rangeError();
  }
});

export const makeMath: NativeModuleMaker = () =>
  defineModule({
    name: 'math',
    doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
    functions: {
      '!acos(x, /)': real('acos', elementary.acos),
      '!acosh(x, /)': real('acosh', special.acosh),
      '!asin(x, /)': real('asin', elementary.asin),
      '!asinh(x, /)': real('asinh', special.asinh),
      '!atan(x, /)': real('atan', elementary.atan),
      '!atan2(y, x, /)': realArgs('math.atan2', 2, (_vm, y: number, x: number) => new PyFloat(elementary.atan2(y, x))),
      '!atanh(x, /)': real('atanh', Math.atanh, false),
      '!cbrt(x, /)': real('cbrt', Math.cbrt),
      '!ceil(x, /)': rounding('__ceil__', Math.ceil),
      '!comb(n, k, /)': ints('comb', 2, (vm, n: Int, k: Int) => {
        if (n < 0) throw valueError('n must be a non-negative integer');
        if (k < 0) throw valueError('k must be a non-negative integer');
        if (k > n) return 0;
        if (typeof n === 'number') k = Math.min(Number(k), n - Number(k));
        return comb(vm, n, choose('k', k));
      }),
      '!copysign(x, y, /)': realArgs('math.copysign', 2, (_vm, x: number, y: number) => new PyFloat(y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
      '!cos(x, /)': real('cos', elementary.cos),
      '!cosh(x, /)': real('cosh', elementary.cosh),
      '!degrees(x, /)': realArgs('math.degrees', 1, (_vm, x: number) => new PyFloat(x * (180 / Math.PI))),
      '!dist(p, q, /)': (vm, p, q) => {
        const base = vm.frame;
        return andThen(vm, base, listFrom(vm, p), DIST_P, q);
      },
      '!erf(x, /)': real('erf', special.erf),
      '!erfc(x, /)': real('erfc', special.erfc),
      '!exp(x, /)': real('exp', elementary.exp),
      '!exp2(x, /)': real('exp2', elementary.exp2),
      '!expm1(x, /)': real('expm1', Math.expm1),
      '!fabs(x, /)': realArgs('math.fabs', 1, (_vm, x: number) => new PyFloat(Math.abs(x))),
      '!factorial(x, /)': ints('factorial', 1, (vm, n: Int) => {
        if (n < 0) throw valueError('factorial() not defined for negative values');
        if (typeof n === 'bigint') throw overflowError('factorial() argument should not exceed 9223372036854775807');
        return factorial(vm, n);
      }),
      '!floor(x, /)': rounding('__floor__', Math.floor),
      '!fmod(x, y, /)': realArgs('math.fmod', 2, (_vm, x: number, y: number) => {
        const r = x % y;
        if (r !== r && x === x && y === y) domain();
        return new PyFloat(r);
      }),
      '!frexp(x, /)': realArgs('math.frexp', 1, (_vm, x: number) => {
        const [m, e] = special.frexp(x);
        return new PyTuple([new PyFloat(m), e]);
      }),
      '!fsum(seq, /)': (vm, seq) => {
        const base = vm.frame;
        return andThen(vm, base, listFrom(vm, seq, false), FSUM);
      },
      '!gamma(x, /)': real('gamma', special.gamma),
      '!gcd(*integers)': folded('gcd', 0, intGcd),
      '!hypot(*coordinates)': (vm, args: PyValue[]) => realItems(vm, 'math.hypot', args),
      '!isclose(a, b, *, rel_tol=<unset>, abs_tol=<unset>)': (vm, a, b, rel, abs) =>
        rel === undefined && abs === undefined && a instanceof AnyFloat && b instanceof AnyFloat ? near(a.v, b.v, 1e-9, 0) : isclose(vm, a, b, rel ?? new PyFloat(1e-9), abs ?? new PyFloat(0)),
      '!isfinite(x, /)': bool('isfinite', Number.isFinite),
      '!isinf(x, /)': bool('isinf', (x) => x === Infinity || x === -Infinity),
      '!isnan(x, /)': bool('isnan', Number.isNaN),
      '!isqrt(n, /)': ints('isqrt', 1, (_vm, n: Int) => {
        if (n < 0) throw valueError('isqrt() argument must be nonnegative');
        return isqrt(n);
      }),
      '!lcm(*integers)': folded('lcm', 1, (vm, a, b) => (a == 0 || b == 0 ? 0 : intAbs(intMul(vm, intFloorDiv(vm, a, intGcd(vm, a, b)), b)))),
      '!ldexp(x, i, /)': realArgs('math.ldexp', 1, (_vm, x: number, i) => {
        const e = asInt(i);
        if (e === undefined) throw typeError('Expected an int as second argument to ldexp.');
        const r = special.scale(x, typeof e === 'bigint' ? (e > 0n ? 1e6 : -1e6) : Math.max(-1e6, Math.min(1e6, e)));
        if (!Number.isFinite(r) && Number.isFinite(x)) rangeError();
        return new PyFloat(r);
      }),
      '!lgamma(x, /)': real('lgamma', special.lgamma),
      '!log(x, base=<unset>, /)': (vm, x, b) => {
        if (b === undefined) return ln(vm, x);
        const base = vm.frame;
        return andThen(vm, base, ln(vm, x), LOG_BASE, b);
      },
      '!log10(x, /)': logFunction('log10', special.log10, Math.log10(2)),
      '!log1p(x, /)': real('log1p', Math.log1p, false),
      '!log2(x, /)': logFunction('log2', (x) => {
        const [m, e] = special.frexp(x);
        return m === 0.5 ? e - 1 : Math.log2(x);
      }, 1),
      '!modf(x, /)': realArgs('math.modf', 1, (_vm, x: number) => {
        if (!Number.isFinite(x)) return new PyTuple([new PyFloat(x !== x ? x : x > 0 ? 0 : -0), new PyFloat(x)]);
        const whole = Math.trunc(x);
        const part = x - whole;
        return new PyTuple([new PyFloat(part === 0 && (x < 0 || Object.is(x, -0)) ? -0 : part), new PyFloat(whole)]);
      }),
      '!nextafter(x, y, /)': realArgs('math.nextafter', 2, (_vm, x: number, y: number) => new PyFloat(special.nextafter(x, y))),
      '!perm(n, k=None, /)': ints('perm', 2, (vm, n: Int, k: Int | null) => {
        if (k === null && n < 0) throw valueError('factorial() not defined for negative values');
        if (k === null && typeof n === 'bigint') throw overflowError('factorial() argument should not exceed 9223372036854775807');
        if (k === null) return factorial(vm, n as number);
        if (n < 0) throw valueError('n must be a non-negative integer');
        if (k < 0) throw valueError('k must be a non-negative integer');
        return k > n ? 0 : perm(vm, n, choose('k', k));
      }, 1),
      '!pow(x, y, /)': pow,
      '!prod(iterable, /, *, start=1)': (vm, iterable, start) => {
        const base = vm.frame;
        return andThen(vm, base, listFrom(vm, iterable, false), PROD, start);
      },
      '!radians(x, /)': realArgs('math.radians', 1, (_vm, x: number) => new PyFloat(x * (Math.PI / 180))),
      '!remainder(x, y, /)': realArgs('math.remainder', 2, (_vm, x: number, y: number) => {
        const r = special.remainder(x, y);
        if (r !== r && x === x && y === y) domain();
        return new PyFloat(r);
      }),
      '!sin(x, /)': real('sin', elementary.sin),
      '!sinh(x, /)': real('sinh', Math.sinh),
      '!sqrt(x, /)': real('sqrt', Math.sqrt),
      '!tan(x, /)': real('tan', elementary.tan),
      '!tanh(x, /)': real('tanh', Math.tanh),
      '!trunc(x, /)': rounding('__trunc__', Math.trunc),
      '!ulp(x, /)': realArgs('math.ulp', 1, (_vm, x: number) => new PyFloat(special.ulp(x))),
    },
    values: { pi: new PyFloat(Math.PI), e: new PyFloat(Math.E), tau: new PyFloat(2 * Math.PI), inf: new PyFloat(Infinity), nan: new PyFloat(NaN) },
  });

const isclose = realArgs('math.isclose', 4, (_vm, a: number, b: number, rel: number, abs: number) => {
  if (rel < 0 || abs < 0) throw valueError('tolerances must be non-negative');
  return near(a, b, rel, abs);
});

function near(a: number, b: number, rel: number, abs: number): boolean {
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const d = Math.abs(b - a);
  return d <= Math.abs(rel * b) || d <= Math.abs(rel * a) || d <= abs;
}

