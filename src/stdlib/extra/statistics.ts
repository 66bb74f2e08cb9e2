/** _statistics_native: exact sums of the numbers that statistics.py is mostly given. */
import { PyFloat, T, type PyValue } from '../../objects/object.js';
import { norm } from '../../objects/int.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const bits = new DataView(new ArrayBuffer(8));

/** A sum of doubles, exact: whole numbers by their exponent, in two halves that stay below 2**53. */
class Buckets {
  /** 2**26 times as much, and the rest, of numbers m * 2**(e - 1075). */
  private readonly high = new Float64Array(2048);
  private readonly low = new Float64Array(2048);
  private least = 2048;
  private most = -1;
  /** The double that was added last is mantissa * 2**(exponent - 1075). */
  mantissa = 0;
  exponent = 0;

  add(x: number): void {
    bits.setFloat64(0, x);
    const top = bits.getUint32(0);
    let e = (top >>> 20) & 2047;
    const m = (e === 0 ? 0 : 2 ** 52) + (top & 0xfffff) * 4294967296 + bits.getUint32(4);
    if (e === 0) e = 1;
    this.exponent = e;
    this.mantissa = x < 0 ? -m : m;
    const half = Math.trunc(this.mantissa / 67108864);
    this.high[e]! += half;
    this.low[e]! += this.mantissa - half * 67108864;
    if (e < this.least) this.least = e;
    if (e > this.most) this.most = e;
  }

  /** The sum as a whole number of units of 2**(least - 1075). */
  total(): [n: bigint, unit: number] {
    let n = 0n;
    for (let e = this.most; e >= this.least; e--) {
      n *= 2n;
      if (this.high[e] !== 0 || this.low[e] !== 0) n += (BigInt(this.high[e]!) << 26n) + BigInt(this.low[e]!);
    }
    return [n, Math.max(this.least, 1) - 1075];
  }
}

/** Numbers that the sums here hold: the halves stay exact. */
const MOST = 2 ** 26;

const fraction = (n: bigint, e: number): [PyValue, PyValue] => (e >= 0 ? [norm(n << BigInt(e)), 1] : [norm(n), norm(1n << BigInt(-e))]);

/** Type, numerator and denominator of the sum (with `squares`, of the sum of squares too), count; null: Python code is to do it. */
function exactSum(data: PyValue, squares: boolean): PyValue {
  if (!((data instanceof PyList && data.cls === T.list) || (data instanceof PyTuple && data.cls === T.tuple))) return null;
  const { items } = data;
  const n = items.length;
  if (n === 0 || n > MOST) return null;
  let ints = 0n;
  let part = 0;
  let intSquares = 0n;
  let floats: Buckets | null = null;
  let floatSquares = 0n;
  let squareUnit = 0;
  for (const x of items) {
    if (typeof x === 'number') {
      if (Number.isSafeInteger(part + x)) part += x;
      else {
        ints += BigInt(part) + BigInt(x);
        part = 0;
      }
      if (squares) intSquares += x < 94906265 && x > -94906265 ? BigInt(x * x) : BigInt(x) * BigInt(x);
    } else if (x instanceof PyFloat && x.cls === T.float && Number.isFinite(x.v)) {
      const first = floats === null;
      floats ??= new Buckets();
      floats.add(x.v);
      if (!squares) continue;
      const m = BigInt(floats.mantissa);
      const unit = 2 * (floats.exponent - 1075);
      if (first) squareUnit = unit;
      else if (unit < squareUnit) {
        floatSquares <<= BigInt(squareUnit - unit);
        squareUnit = unit;
      }
      floatSquares += (m * m) << BigInt(unit - squareUnit);
    } else return null;
  }
  ints += BigInt(part);
  if (floats === null) return new PyTuple([T.int, norm(ints), 1, ...(squares ? [norm(intSquares), 1] : []), n]);
  const add = (whole: bigint, [f, e]: [bigint, number]): [PyValue, PyValue] => (e >= 0 ? fraction(whole + (f << BigInt(e)), 0) : fraction((whole << BigInt(-e)) + f, e));
  return new PyTuple([T.float, ...add(ints, floats.total()), ...(squares ? add(intSquares, [floatSquares, squareUnit]) : []), n]);
}

export const makeStatistics: NativeModuleMaker = () =>
  defineModule({
    name: '_statistics_native',
    functions: {
      'exact_sum(data, /)': (vm, data) => {
        vm.charge(data instanceof PyList ? data.items.length : 1);
        return exactSum(data, false);
      },
      'exact_squares(data, /)': (vm, data) => {
        vm.charge(data instanceof PyList ? data.items.length : 1);
        return exactSum(data, true);
      },
    },
  });
