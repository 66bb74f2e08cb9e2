/** Arithmetic of constants, as CPython computes it; `undefined` where it would raise or is not worth it. */
import {
  ConstBytes, ConstComplex, ConstEllipsis, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, type ConstValue,
  constKey,
} from '../bytecode/consts.js';
import { CodeObject, type CodeConst } from '../bytecode/code.js';
import { Op } from '../bytecode/opcodes.js';
import { binaryComplex, binaryFloat, powComplex } from './fold-float.js';
import { binaryInt, normalizeInt, trueDivide } from './fold-int.js';
import { formatPercent } from './fold-format.js';

/** Sequences longer than this are not made at compile time. */
const MAX_SEQUENCE = 20;

/** Python's truth of a constant. */
export function constTruth(v: CodeConst): boolean {
  switch (typeof v) {
    case 'boolean':
      return v;
    case 'number':
      return v !== 0;
    case 'bigint':
      return v !== 0n;
    case 'string':
      return v !== '';
  }
  if (v === null) return false;
  if (v instanceof ConstFloat) return v.v !== 0;
  if (v instanceof ConstComplex) return v.re !== 0 || v.im !== 0;
  if (v instanceof ConstStr) return v.codePoints.length > 0;
  if (v instanceof ConstBytes) return v.v.length > 0;
  if (v instanceof ConstTuple || v instanceof ConstFrozenset) return v.items.length > 0;
  return v instanceof ConstEllipsis || v instanceof CodeObject;
}

/** Equal keys: equal in Python (1 == 1.0 == True). */
export function equalityKey(v: ConstValue): string {
  if (typeof v === 'boolean') return 'i' + Number(v);
  if (v instanceof ConstFloat) return Number.isInteger(v.v) ? 'i' + BigInt(v.v) : constKey(v);
  if (v instanceof ConstComplex) return v.im === 0 ? equalityKey(new ConstFloat(v.re)) : constKey(new ConstComplex(v.re + 0, v.im + 0));
  if (v instanceof ConstTuple) return '(' + v.items.map(equalityKey).join(',') + ')';
  return constKey(v);
}

type Real = number | bigint | boolean;
const isInt = (v: ConstValue): v is Real => typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean';
const asInt = (v: Real): number | bigint => (typeof v === 'boolean' ? Number(v) : v);

export function foldUnary(op: Op, v: ConstValue): ConstValue | undefined {
  if (isInt(v)) {
    const n = BigInt(asInt(v));
    if (op === Op.UNARY_NEGATIVE) return normalizeInt(-n);
    if (op === Op.UNARY_INVERT) return normalizeInt(~n);
    return asInt(v);
  }
  if (op === Op.UNARY_INVERT) return undefined;
  const negative = op === Op.UNARY_NEGATIVE;
  if (v instanceof ConstFloat) return negative ? new ConstFloat(-v.v) : v;
  if (v instanceof ConstComplex) return negative ? new ConstComplex(-v.re, -v.im) : v;
  return undefined;
}

export function foldBinary(op: Op, a: ConstValue, b: ConstValue): ConstValue | undefined {
  const value = compute(op, a, b);
  return value !== undefined && lengthOf(value) > MAX_SEQUENCE ? undefined : value;
}

function compute(op: Op, a: ConstValue, b: ConstValue): ConstValue | undefined {
  if (isNumber(a) && isNumber(b)) return arithmetic(op, a, b);
  switch (op) {
    case Op.BINARY_ADD:
      return concatenate(a, b);
    case Op.BINARY_MULTIPLY:
      return isInt(b) ? repeat(a, asInt(b)) : isInt(a) ? repeat(b, asInt(a)) : undefined;
    case Op.BINARY_SUBSCR:
      return isInt(b) ? item(a, asInt(b)) : undefined;
    case Op.BINARY_MODULO:
      return formatPercent(a, b);
    default:
      return undefined;
  }
}

function isNumber(v: ConstValue): v is Real | ConstFloat | ConstComplex {
  return isInt(v) || v instanceof ConstFloat || v instanceof ConstComplex;
}

function arithmetic(op: Op, a: Real | ConstFloat | ConstComplex, b: Real | ConstFloat | ConstComplex): ConstValue | undefined {
  if (a instanceof ConstComplex || b instanceof ConstComplex) {
    const x = toComplex(a);
    const y = toComplex(b);
    return x === undefined || y === undefined ? undefined : binaryComplex(op, x, y);
  }
  if (a instanceof ConstFloat || b instanceof ConstFloat) {
    const x = toFloat(a);
    const y = toFloat(b);
    return x === undefined || y === undefined ? undefined : floatResult(op, x, y);
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') {
    if (op === Op.BINARY_AND) return a && b;
    if (op === Op.BINARY_OR) return a || b;
    if (op === Op.BINARY_XOR) return a !== b;
  }
  const x = BigInt(asInt(a));
  const y = BigInt(asInt(b));
  if (op === Op.BINARY_TRUE_DIVIDE) {
    const q = trueDivide(x, y);
    return q === undefined ? undefined : new ConstFloat(q);
  }
  if (op === Op.BINARY_POWER && y < 0n) {
    const fx = toFloat(a);
    const fy = toFloat(b);
    return fx === undefined || fy === undefined ? undefined : floatResult(op, fx, fy);
  }
  const n = binaryInt(op, x, y);
  return n === undefined ? undefined : normalizeInt(n);
}

function floatResult(op: Op, x: number, y: number): ConstValue | undefined {
  if (op === Op.BINARY_POWER && x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    return powComplex(new ConstComplex(x, 0), new ConstComplex(y, 0));
  }
  const v = binaryFloat(op, x, y);
  return v === undefined ? undefined : new ConstFloat(v);
}

/** As `float(n)`: an int too large for a float is an OverflowError. */
function toFloat(v: Real | ConstFloat): number | undefined {
  if (v instanceof ConstFloat) return v.v;
  const n = Number(asInt(v));
  return Number.isFinite(n) ? n : undefined;
}

function toComplex(v: Real | ConstFloat | ConstComplex): ConstComplex | undefined {
  if (v instanceof ConstComplex) return v;
  const re = toFloat(v);
  return re === undefined ? undefined : new ConstComplex(re, 0);
}

// ---- sequences ------------------------------------------------------------------------------------

const isText = (v: ConstValue): v is string | ConstStr => typeof v === 'string' || v instanceof ConstStr;

export function codePoints(v: string | ConstStr): readonly number[] {
  return typeof v === 'string' ? Array.from(v, (ch) => ch.codePointAt(0) as number) : v.codePoints;
}

/** A str constant of these code points. */
export function fromCodePoints(points: readonly number[]): string | ConstStr {
  let text = '';
  for (let i = 0; i < points.length; i++) {
    const p = points[i] as number;
    const next = points[i + 1] ?? 0;
    if (p >= 0xd800 && p < 0xdc00 && next >= 0xdc00 && next < 0xe000) return new ConstStr([...points]);
    text += String.fromCodePoint(p);
  }
  return text;
}

function lengthOf(v: ConstValue): number {
  if (typeof v === 'string') return v.length <= MAX_SEQUENCE ? 0 : codePoints(v).length;
  if (v instanceof ConstStr) return v.codePoints.length;
  if (v instanceof ConstBytes) return v.v.length;
  if (v instanceof ConstTuple) return v.items.length;
  return 0;
}

function concatenate(a: ConstValue, b: ConstValue): ConstValue | undefined {
  if (isText(a) && isText(b)) return fromCodePoints([...codePoints(a), ...codePoints(b)]);
  if (a instanceof ConstBytes && b instanceof ConstBytes) return new ConstBytes(Uint8Array.from([...a.v, ...b.v]));
  if (a instanceof ConstTuple && b instanceof ConstTuple) return new ConstTuple([...a.items, ...b.items]);
  return undefined;
}

function repeat(v: ConstValue, times: number | bigint): ConstValue | undefined {
  if (times >= 2n ** 63n || times < -(2n ** 63n)) return undefined; // OverflowError: no such count
  const n = times > 0 ? Number(times) : 0;
  const list = isText(v) ? codePoints(v) : v instanceof ConstBytes ? v.v : v instanceof ConstTuple ? v.items : undefined;
  if (list === undefined) return undefined;
  if (list.length > 0 && n * list.length > MAX_SEQUENCE) return undefined;
  const out: unknown[] = [];
  for (let i = 0; i < (list.length > 0 ? n : 0); i++) out.push(...list);
  if (isText(v)) return fromCodePoints(out as number[]);
  return v instanceof ConstBytes ? new ConstBytes(Uint8Array.from(out as number[])) : new ConstTuple(out as ConstValue[]);
}

function item(v: ConstValue, index: number | bigint): ConstValue | undefined {
  const list: readonly unknown[] | Uint8Array | undefined = isText(v)
    ? codePoints(v)
    : v instanceof ConstBytes
      ? v.v
      : v instanceof ConstTuple
        ? v.items
        : undefined;
  if (list === undefined) return undefined;
  let i = Number(index);
  if (i < 0) i += list.length;
  if (!(i >= 0 && i < list.length)) return undefined;
  const found = list[i];
  return isText(v) ? fromCodePoints([found as number]) : (found as ConstValue);
}
