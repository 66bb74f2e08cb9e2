/** cmath: Kahan's algorithms as in Modules/cmathmodule.c, with its tables of special values. */
import { atan2 as realAtan2, cos as realCos, cosh as realCosh, exp as realExp, log as realLog, sin as realSin, tan as realTan } from '../../objects/elementary.js';
import { andThen, cont, AnyFloat, PyFloat, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { overflowError, typeError, valueError } from '../../objects/errors.js';
import { callUnbound } from '../../objects/call.js';
import { PyComplex } from '../../objects/complex.js';
import { complexDiv, hypot } from '../../objects/complex-math.js';
import { asDouble } from '../../objects/float.js';
import { toFloat } from '../../objects/float-type.js';
import { PyTuple } from '../../objects/tuple.js';
import { typeName } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

type C = readonly [re: number, im: number];

const P = Math.PI;
const P14 = 0.25 * P;
const P12 = 0.5 * P;
const P34 = 0.75 * P;
const INF = Infinity;
const N = NaN;
/** "Cannot happen" entries of the tables. */
const U = -9.5426319407711027e33;
const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = realLog(LARGE);
const SQRT_MIN = Math.sqrt(2 ** -1022);

/** Rows and columns: -inf, negative finite, -0, +0, positive finite, +inf, nan. */
type Table = readonly (readonly C[])[];
const kind = (x: number): number => (x !== x ? 6 : x === INF ? 5 : x === -INF ? 0 : x > 0 ? 4 : x < 0 ? 1 : Object.is(x, -0) ? 2 : 3);

const table = (rows: string): Table =>
  rows.trim().split('\n').map((r) => r.trim().split(/\s+/).map((c) => {
    const [re, im] = c.split(',') as [string, string];
    return [value(re), value(im)] as const;
  }));
const NAMES: Record<string, number> = { INF, N, U, P, P12, P14, P34 };
const value = (s: string): number => {
  const neg = s.startsWith('-');
  const t = neg ? s.slice(1) : s;
  const v = t in NAMES ? NAMES[t]! : Number(t);
  return neg ? -v : v;
};

const ACOS = table(`
P34,INF P,INF P,INF P,-INF P,-INF P34,-INF N,INF
P12,INF U,U U,U U,U U,U P12,-INF N,N
P12,INF U,U P12,0 P12,-0 U,U P12,-INF P12,N
P12,INF U,U P12,0 P12,-0 U,U P12,-INF P12,N
P12,INF U,U U,U U,U U,U P12,-INF N,N
P14,INF 0,INF 0,INF 0,-INF 0,-INF P14,-INF N,INF
N,INF N,N N,N N,N N,N N,-INF N,N`);
const ACOSH = table(`
INF,-P34 INF,-P INF,-P INF,P INF,P INF,P34 INF,N
INF,-P12 U,U U,U U,U U,U INF,P12 N,N
INF,-P12 U,U 0,-P12 0,P12 U,U INF,P12 N,N
INF,-P12 U,U 0,-P12 0,P12 U,U INF,P12 N,N
INF,-P12 U,U U,U U,U U,U INF,P12 N,N
INF,-P14 INF,-0 INF,-0 INF,0 INF,0 INF,P14 INF,N
INF,N N,N N,N N,N N,N INF,N N,N`);
const ASINH = table(`
-INF,-P14 -INF,-0 -INF,-0 -INF,0 -INF,0 -INF,P14 -INF,N
-INF,-P12 U,U U,U U,U U,U -INF,P12 N,N
-INF,-P12 U,U -0,-0 -0,0 U,U -INF,P12 N,N
INF,-P12 U,U 0,-0 0,0 U,U INF,P12 N,N
INF,-P12 U,U U,U U,U U,U INF,P12 N,N
INF,-P14 INF,-0 INF,-0 INF,0 INF,0 INF,P14 INF,N
INF,N N,N N,-0 N,0 N,N INF,N N,N`);
const ATANH = table(`
-0,-P12 -0,-P12 -0,-P12 -0,P12 -0,P12 -0,P12 -0,N
-0,-P12 U,U U,U U,U U,U -0,P12 N,N
-0,-P12 U,U -0,-0 -0,0 U,U -0,P12 -0,N
0,-P12 U,U 0,-0 0,0 U,U 0,P12 0,N
0,-P12 U,U U,U U,U U,U 0,P12 N,N
0,-P12 0,-P12 0,-P12 0,P12 0,P12 0,P12 0,N
0,-P12 N,N N,N N,N N,N 0,P12 N,N`);
const COSH = table(`
INF,N U,U INF,0 INF,-0 U,U INF,N INF,N
N,N U,U U,U U,U U,U N,N N,N
N,0 U,U 1,0 1,-0 U,U N,0 N,0
N,0 U,U 1,-0 1,0 U,U N,0 N,0
N,N U,U U,U U,U U,U N,N N,N
INF,N U,U INF,-0 INF,0 U,U INF,N INF,N
N,N N,N N,0 N,0 N,N N,N N,N`);
const EXP = table(`
0,0 U,U 0,-0 0,0 U,U 0,0 0,0
N,N U,U U,U U,U U,U N,N N,N
N,N U,U 1,-0 1,0 U,U N,N N,N
N,N U,U 1,-0 1,0 U,U N,N N,N
N,N U,U U,U U,U U,U N,N N,N
INF,N U,U INF,-0 INF,0 U,U INF,N INF,N
N,N N,N N,-0 N,0 N,N N,N N,N`);
const LOG = table(`
INF,-P34 INF,-P INF,-P INF,P INF,P INF,P34 INF,N
INF,-P12 U,U U,U U,U U,U INF,P12 N,N
INF,-P12 U,U -INF,-P -INF,P U,U INF,P12 N,N
INF,-P12 U,U -INF,-0 -INF,0 U,U INF,P12 N,N
INF,-P12 U,U U,U U,U U,U INF,P12 N,N
INF,-P14 INF,-0 INF,-0 INF,0 INF,0 INF,P14 INF,N
INF,N N,N N,N N,N N,N INF,N N,N`);
const SINH = table(`
INF,N U,U -INF,-0 -INF,0 U,U INF,N INF,N
N,N U,U U,U U,U U,U N,N N,N
0,N U,U -0,-0 -0,0 U,U 0,N 0,N
0,N U,U 0,-0 0,0 U,U 0,N 0,N
N,N U,U U,U U,U U,U N,N N,N
INF,N U,U INF,-0 INF,0 U,U INF,N INF,N
N,N N,N N,-0 N,0 N,N N,N N,N`);
const SQRT = table(`
INF,-INF 0,-INF 0,-INF 0,INF 0,INF INF,INF N,INF
INF,-INF U,U U,U U,U U,U INF,INF N,N
INF,-INF U,U 0,-0 0,0 U,U INF,INF N,N
INF,-INF U,U 0,-0 0,0 U,U INF,INF N,N
INF,-INF U,U U,U U,U U,U INF,INF N,N
INF,-INF INF,-0 INF,-0 INF,0 INF,0 INF,INF INF,N
INF,-INF N,N N,N N,N N,N INF,INF N,N`);
const TANH = table(`
-1,0 U,U -1,-0 -1,0 U,U -1,0 -1,0
N,N U,U U,U U,U U,U N,N N,N
-0,N U,U -0,-0 -0,0 U,U -0,N N,N
0,N U,U 0,-0 0,0 U,U 0,N N,N
N,N U,U U,U U,U U,U N,N N,N
1,0 U,U 1,-0 1,0 U,U 1,0 1,0
N,N N,N N,-0 N,0 N,N N,N N,N`);

const special = (t: Table, re: number, im: number): C | undefined => (Number.isFinite(re) && Number.isFinite(im) ? undefined : t[kind(re)]![kind(im)]!);
const sign = (m: number, s: number): number => (s < 0 || Object.is(s, -0) ? -Math.abs(m) : Math.abs(m));
const domain = (): never => {
  throw valueError('math domain error');
};
const range = (): never => {
  throw overflowError('math range error');
};

function sqrt(re: number, im: number): C {
  const sp = special(SQRT, re, im);
  if (sp !== undefined) return sp;
  if (re === 0 && im === 0) return [0, im];
  let ax = Math.abs(re);
  const ay = Math.abs(im);
  let s: number;
  if (ax < 2 ** -1022 && ay < 2 ** -1022 && (ax > 0 || ay > 0)) {
    // Subnormal: scaled, so that nothing is lost.
    ax = ax * 2 ** 54;
    s = (Math.sqrt(ax + hypot(ax, ay * 2 ** 54)) / Math.SQRT2) * 2 ** -27;
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return re >= 0 ? [s, sign(d, im)] : [d, sign(s, im)];
}

function log(re: number, im: number): C {
  const sp = special(LOG, re, im);
  if (sp !== undefined) return sp;
  const ax = Math.abs(re);
  const ay = Math.abs(im);
  let r: number;
  if (ax > LARGE || ay > LARGE) r = realLog(hypot(ax / 2, ay / 2)) + Math.LN2;
  else if (ax < 2 ** -1022 && ay < 2 ** -1022) {
    if (ax > 0 || ay > 0) r = realLog(hypot(ax * 2 ** 53, ay * 2 ** 53)) - 53 * Math.LN2;
    else return domain();
  } else {
    const h = hypot(ax, ay);
    if (0.71 <= h && h <= 1.73) {
      const am = ax > ay ? ax : ay;
      const an = ax > ay ? ay : ax;
      r = Math.log1p((am - 1) * (am + 1) + an * an) / 2;
    } else r = realLog(h);
  }
  return [r, realAtan2(im, re)];
}

function acos(re: number, im: number): C {
  const sp = special(ACOS, re, im);
  if (sp !== undefined) return sp;
  if (Math.abs(re) > LARGE || Math.abs(im) > LARGE) {
    const r = realAtan2(Math.abs(im), re);
    const i = realLog(hypot(re / 2, im / 2)) + Math.LN2 * 2;
    return re < 0 ? [r, -sign(i, im)] : [r, sign(i, -im)];
  }
  const s1 = sqrt(1 - re, -im);
  const s2 = sqrt(1 + re, im);
  return [2 * realAtan2(s1[0], s2[0]), Math.asinh(s2[0] * s1[1] - s2[1] * s1[0])];
}
function acosh(re: number, im: number): C {
  const sp = special(ACOSH, re, im);
  if (sp !== undefined) return sp;
  if (Math.abs(re) > LARGE || Math.abs(im) > LARGE) return [realLog(hypot(re / 2, im / 2)) + Math.LN2 * 2, realAtan2(im, re)];
  const s1 = sqrt(re - 1, im);
  const s2 = sqrt(re + 1, im);
  return [Math.asinh(s1[0] * s2[0] + s1[1] * s2[1]), 2 * realAtan2(s1[1], s2[0])];
}
function asinh(re: number, im: number): C {
  const sp = special(ASINH, re, im);
  if (sp !== undefined) return sp;
  if (Math.abs(re) > LARGE || Math.abs(im) > LARGE) {
    const l = realLog(hypot(re / 2, im / 2)) + Math.LN2 * 2;
    return [im > 0 || Object.is(im, 0) ? sign(l, re) : -sign(l, -re), realAtan2(im, Math.abs(re))];
  }
  const s1 = sqrt(1 + im, -re);
  const s2 = sqrt(1 - im, re);
  return [Math.asinh(s1[0] * s2[1] - s2[0] * s1[1]), realAtan2(im, s1[0] * s2[0] - s1[1] * s2[1])];
}
function asin(re: number, im: number): C {
  const [r, i] = asinh(-im, re);
  return [i, -r];
}
function atanh(re: number, im: number): C {
  const sp = special(ATANH, re, im);
  if (sp !== undefined) return sp;
  if (re < 0 || Object.is(re, -0)) {
    const [r, i] = atanh(-re, -im);
    return [-r, -i];
  }
  const ay = Math.abs(im);
  if (re > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot(re / 2, im / 2);
    return [re / 4 / h / h, -sign(P12, -im)];
  }
  if (re === 1 && ay < SQRT_MIN) {
    if (ay === 0) return domain();
    return [-realLog(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))), sign(realAtan2(2, -ay) / 2, im)];
  }
  return [Math.log1p((4 * re) / ((1 - re) * (1 - re) + ay * ay)) / 4, -realAtan2(-2 * im, (1 - re) * (1 + re) - ay * ay) / 2];
}
function atan(re: number, im: number): C {
  const [r, i] = atanh(-im, re);
  return [i, -r];
}
function cosh(re: number, im: number): C {
  if (!Number.isFinite(re) || !Number.isFinite(im)) {
    if (Math.abs(re) === INF && Number.isFinite(im) && im !== 0) {
      return re > 0 ? [sign(INF, realCos(im)), sign(INF, realSin(im))] : [sign(INF, realCos(im)), -sign(INF, realSin(im))];
    }
    if (Math.abs(im) === INF && re === re) domain();
    return special(COSH, re, im)!;
  }
  let r: number;
  let i: number;
  if (Math.abs(re) > LOG_LARGE) {
    const x = re - sign(1, re);
    r = realCos(im) * realCosh(x) * Math.E;
    i = realSin(im) * Math.sinh(x) * Math.E;
  } else {
    r = realCos(im) * realCosh(re);
    i = realSin(im) * Math.sinh(re);
  }
  if (Math.abs(r) === INF || Math.abs(i) === INF) range();
  return [r, i];
}
function sinh(re: number, im: number): C {
  if (!Number.isFinite(re) || !Number.isFinite(im)) {
    if (Math.abs(re) === INF && Number.isFinite(im) && im !== 0) {
      return re > 0 ? [sign(INF, realCos(im)), sign(INF, realSin(im))] : [-sign(INF, realCos(im)), sign(INF, realSin(im))];
    }
    if (Math.abs(im) === INF && re === re) domain();
    return special(SINH, re, im)!;
  }
  let r: number;
  let i: number;
  if (Math.abs(re) > LOG_LARGE) {
    const x = re - sign(1, re);
    r = realCos(im) * Math.sinh(x) * Math.E;
    i = realSin(im) * realCosh(x) * Math.E;
  } else {
    r = realCos(im) * Math.sinh(re);
    i = realSin(im) * realCosh(re);
  }
  if (Math.abs(r) === INF || Math.abs(i) === INF) range();
  return [r, i];
}
function tanh(re: number, im: number): C {
  if (!Number.isFinite(re) || !Number.isFinite(im)) {
    if (Math.abs(re) === INF && Number.isFinite(im) && im !== 0) return [re > 0 ? 1 : -1, sign(0, 2 * realSin(im) * realCos(im))];
    if (Math.abs(im) === INF && Number.isFinite(re)) domain();
    return special(TANH, re, im)!;
  }
  if (Math.abs(re) > LOG_LARGE) return [sign(1, re), 4 * realSin(im) * realCos(im) * realExp(-2 * Math.abs(re))];
  const tx = Math.tanh(re);
  const ty = realTan(im);
  const cx = 1 / realCosh(re);
  const txty = tx * ty;
  const denom = 1 + txty * txty;
  return [(tx * (1 + ty * ty)) / denom, ((ty / denom) * cx) * cx];
}
function exp(re: number, im: number): C {
  if (!Number.isFinite(re) || !Number.isFinite(im)) {
    if (Math.abs(re) === INF && Number.isFinite(im) && im !== 0) {
      return re > 0 ? [sign(INF, realCos(im)), sign(INF, realSin(im))] : [sign(0, realCos(im)), sign(0, realSin(im))];
    }
    if (Math.abs(im) === INF && (Number.isFinite(re) || re === INF)) domain();
    return special(EXP, re, im)!;
  }
  let r: number;
  let i: number;
  if (re > LOG_LARGE) {
    const l = realExp(re - 1);
    r = l * realCos(im) * Math.E;
    i = l * realSin(im) * Math.E;
  } else {
    const l = realExp(re);
    r = l * realCos(im);
    i = l * realSin(im);
  }
  if (Math.abs(r) === INF || Math.abs(i) === INF) range();
  return [r, i];
}
/** f(iz) rotated back. */
const sin = (re: number, im: number): C => {
  const [r, i] = sinh(-im, re);
  return [i, -r];
};
const cos = (re: number, im: number): C => cosh(-im, re);
const tan = (re: number, im: number): C => {
  const [r, i] = tanh(-im, re);
  return [i, -r];
};

// ---- arguments ----

const rows = new Map<string, (vm: VM, args: any[]) => Result>();

function asComplex(v: PyValue): C | undefined {
  if (v instanceof PyComplex) return [v.re, v.im];
  if (typeOf(v).lookup('__complex__') !== undefined) return undefined;
  const d = asDouble(v);
  return d === undefined ? undefined : [d, 0];
}

/** Runs `rows[name]` with the first `n` arguments as complex numbers. */
function convert(vm: VM, name: string, n: number, args: any[], from: number): Result {
  for (let i = from; i < n; i++) {
    const v = args[i] as PyValue;
    const c = asComplex(v);
    if (c !== undefined) {
      args[i] = c;
      continue;
    }
    const base = vm.frame;
    const m = typeOf(v).lookup('__complex__');
    if (m !== undefined) return andThen(vm, base, callUnbound(vm, m, v, []), COMPLEX, name, n, args, i);
    if (typeOf(v).lookup('__float__') === undefined && typeOf(v).lookup('__index__') === undefined) throw typeError(`must be real number, not ${typeName(v)}`);
    return andThen(vm, base, toFloat(vm, T.float, v), COMPLEX, name, n, args, i);
  }
  return rows.get(name)!(vm, args);
}
const COMPLEX = cont('cmath.convert', (vm, v, c) => {
  if (v instanceof AnyFloat) c.c[c.d] = [v.v, 0];
  else if (v instanceof PyComplex) c.c[c.d] = [v.re, v.im];
  else throw typeError(`__complex__ should return a complex object`);
  return convert(vm, c.a, c.b, c.c, c.d + 1);
});

const take = (name: string, n: number, f: (vm: VM, args: any[]) => Result) => {
  rows.set(name, f);
  return (vm: VM, ...args: any[]): Result => convert(vm, name, n, args, 0);
};
const unary = (name: string, f: (re: number, im: number) => C) => take(name, 1, (_vm, [z]) => {
  const [re, im] = f(z[0], z[1]);
  return new PyComplex(re, im);
});
const test = (name: string, f: (re: number, im: number) => boolean) => take(name, 1, (_vm, [z]) => f(z[0], z[1]));

const isinf = (x: number): boolean => Math.abs(x) === INF;
const real = (v: PyValue): number => {
  const d = asDouble(v);
  if (d === undefined) throw typeError(`must be real number, not ${typeName(v)}`);
  return d;
};

function rect(r: number, phi: number): C {
  if (!Number.isFinite(r) || !Number.isFinite(phi)) {
    if (isinf(r) && Number.isFinite(phi) && phi !== 0) {
      return r > 0 ? [sign(INF, realCos(phi)), sign(INF, realSin(phi))] : [-sign(INF, realCos(phi)), -sign(INF, realSin(phi))];
    }
    if (r !== 0 && r === r && isinf(phi)) domain();
    if (r === 0) return [0, 0];
    if (phi === 0) return [r, r === r ? r * phi : 0];
    if (isinf(r)) return phi === 0 ? [r, sign(0, phi) * (r > 0 ? 1 : -1)] : [INF, N];
    return [N, N];
  }
  if (phi === 0) return [r, r * phi];
  return [r * realCos(phi), r * realSin(phi)];
}

const abs = (z: C): number => {
  if (isinf(z[0]) || isinf(z[1])) return INF;
  return hypot(z[0], z[1]);
};

export const makeCmath: NativeModuleMaker = () =>
  defineModule({
    name: 'cmath',
    doc: 'This module provides access to mathematical functions for complex\nnumbers.',
    functions: {
      '!acos(z, /)': unary('acos', acos), '!acosh(z, /)': unary('acosh', acosh), '!asin(z, /)': unary('asin', asin), '!asinh(z, /)': unary('asinh', asinh),
      '!atan(z, /)': unary('atan', atan), '!atanh(z, /)': unary('atanh', atanh), '!cos(z, /)': unary('cos', cos), '!cosh(z, /)': unary('cosh', cosh),
      '!exp(z, /)': unary('exp', exp), '!sin(z, /)': unary('sin', sin), '!sinh(z, /)': unary('sinh', sinh), '!sqrt(z, /)': unary('sqrt', sqrt),
      '!tan(z, /)': unary('tan', tan), '!tanh(z, /)': unary('tanh', tanh),
      '!log10(z, /)': unary('log10', (re, im) => {
        const [r, i] = log(re, im);
        return [r / Math.LN10, i / Math.LN10];
      }),
      '!log(z, base=<unset>, /)': (vm, z, b) =>
        b === undefined
          ? convert(vm, 'log', 1, [z], 0)
          : convert(vm, 'log2', 2, [z, b], 0),
      '!isfinite(z, /)': test('isfinite', (re, im) => Number.isFinite(re) && Number.isFinite(im)),
      '!isinf(z, /)': test('isinf', (re, im) => isinf(re) || isinf(im)),
      '!isnan(z, /)': test('isnan', (re, im) => re !== re || im !== im),
      '!phase(z, /)': take('phase', 1, (_vm, [z]) => new PyFloat(realAtan2(z[1], z[0]))),
      '!polar(z, /)': take('polar', 1, (_vm, [z]) => {
        const r = abs(z);
        if (isinf(r) && Number.isFinite(z[0]) && Number.isFinite(z[1])) range();
        return new PyTuple([new PyFloat(r), new PyFloat(realAtan2(z[1], z[0]))]);
      }),
      'rect(r, phi, /)': (_vm, r, phi) => {
        const [re, im] = rect(real(r), real(phi));
        return new PyComplex(re, im);
      },
      '!isclose(a, b, *, rel_tol=<unset>, abs_tol=<unset>)': take('isclose', 2, (_vm, [a, b, rel, tol]) => {
        const r = rel === undefined ? 1e-9 : real(rel);
        const t = tol === undefined ? 0 : real(tol);
        if (r < 0 || t < 0) throw valueError('tolerances must be non-negative');
        if (a[0] === b[0] && a[1] === b[1]) return true;
        if ([...a, ...b].some(isinf)) return false;
        const diff = abs([a[0] - b[0], a[1] - b[1]]);
        return diff <= r * abs(b) || diff <= r * abs(a) || diff <= t;
      }),
    },
    values: {
      pi: new PyFloat(Math.PI), e: new PyFloat(Math.E), tau: new PyFloat(2 * Math.PI), inf: new PyFloat(INF), infj: new PyComplex(0, INF), nan: new PyFloat(NaN), nanj: new PyComplex(0, NaN),
    },
  });

rows.set('log', (_vm, [z]) => {
  const [re, im] = log(z[0], z[1]);
  return new PyComplex(re, im);
});
rows.set('log2', (_vm, [z, b]) => {
  const [re, im] = log(z[0], z[1]);
  const [br, bi] = log(b[0], b[1]);
  if (br === 0 && bi === 0) domain();
  return complexDiv(re, im, br, bi);
});
