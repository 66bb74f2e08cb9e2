/** Packing and unpacking single values of struct formats. */
import { PyFloat, typeOf, type PyValue, type VM } from '../../objects/object.js';
import { overflowError, type PyException } from '../../objects/errors.js';
import { truthSync } from '../../objects/convert.js';
import { asDouble } from '../../objects/float.js';
import { asBytes, PyByteArray, PyBytes } from '../../objects/bytes.js';
import { asInt, norm, type Int } from '../../objects/int.js';
import { fail, type Format } from './format.js';

function half(d: DataView, at: number, little: boolean): number {
  const h = d.getUint16(at, little);
  const e = (h >> 10) & 31;
  const m = h & 1023;
  const sign = h & 0x8000 ? -1 : 1;
  if (e === 0) return sign * m * 2 ** -24;
  if (e === 31) return m === 0 ? sign * Infinity : NaN;
  return sign * (1 + m / 1024) * 2 ** (e - 15);
}

function toHalf(x: number): number {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (a !== a) return 0x7e00;
  if (a === Infinity) return sign | 0x7c00;
  const even = (v: number): number => {
    const f = Math.floor(v);
    const r = v - f;
    return r > 0.5 || (r === 0.5 && f % 2 === 1) ? f + 1 : f;
  };
  if (a < 2 ** -14) return sign | even(a * 2 ** 24);
  let e = Math.floor(Math.log2(a));
  if (2 ** e > a) e--;
  let m = even((a / 2 ** e - 1) * 1024);
  if (m === 1024) {
    m = 0;
    e++;
  }
  if (e > 15) throw overflowError('float too large to pack with e format');
  return sign | ((e + 15) << 10) | m;
}

/** All values of `f` in the bytes of `d` from `base`. */
export function unpack(f: Format, d: DataView, base: number): PyValue[] {
  const out: PyValue[] = [];
  const { little } = f;
  for (const { code, size, offset, count } of f.fields) {
    let at = base + offset;
    for (let k = 0; k < count; k++, at += size) {
      switch (code) {
        case 'b':
          out.push(d.getInt8(at));
          break;
        case 'B':
          out.push(d.getUint8(at));
          break;
        case '?':
          out.push(d.getUint8(at) !== 0);
          break;
        case 'h':
          out.push(d.getInt16(at, little));
          break;
        case 'H':
          out.push(d.getUint16(at, little));
          break;
        case 'e':
          out.push(new PyFloat(half(d, at, little)));
          break;
        case 'f':
          out.push(new PyFloat(d.getFloat32(at, little)));
          break;
        case 'd':
          out.push(new PyFloat(d.getFloat64(at, little)));
          break;
        case 'c':
        case 's':
          out.push(new PyBytes(bytesAt(d, at, size)));
          break;
        case 'p': {
          const n = size === 0 ? 0 : Math.min(d.getUint8(at), size - 1);
          out.push(new PyBytes(bytesAt(d, at + 1, n)));
          break;
        }
        default: {
          const signed = code === 'i' || code === 'l' || code === 'q' || code === 'n';
          if (size === 4) out.push(signed ? d.getInt32(at, little) : d.getUint32(at, little));
          else {
            // Most values are small: two halves are cheaper than a bigint.
            const lo = d.getUint32(little ? at : at + 4, little);
            const hi = signed ? d.getInt32(little ? at + 4 : at, little) : d.getUint32(little ? at + 4 : at, little);
            out.push(hi < 2097152 && (hi > -2097152 || (hi === -2097152 && lo > 0)) ? hi * 4294967296 + lo : norm(signed ? d.getBigInt64(at, little) : d.getBigUint64(at, little)));
          }
        }
      }
    }
  }
  return out;
}

/** A copy of `n` bytes; few of them one by one, which costs less than a view. */
function bytesAt(d: DataView, at: number, n: number): Uint8Array {
  if (n > 32) return new Uint8Array(d.buffer, d.byteOffset + at, n).slice();
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) out[i] = d.getUint8(at + i);
  return out;
}

/** A value that has to be asked for its `__index__` or `__float__` by Python code before it can be packed. */
export class NeedsPython {
  constructor(
    readonly value: PyValue,
    readonly method: '__index__' | '__float__' | '__bool__',
  ) {}
}

function intOf(v: PyValue): Int {
  const n = asInt(v);
  if (n !== undefined) return n;
  if (typeOf(v).lookup('__index__') !== undefined) throw new NeedsPython(v, '__index__');
  throw fail('required argument is not an integer');
}

function doubleOf(v: PyValue): number {
  const x = asDouble(v);
  if (x !== undefined) return x;
  if (typeOf(v).lookup('__float__') !== undefined) throw new NeedsPython(v, '__float__');
  if (typeOf(v).lookup('__index__') !== undefined) throw new NeedsPython(v, '__index__');
  throw fail('required argument is not a float');
}

/** Writes `args` from `from` on (as many as the format has values) at `base`. Throws NeedsPython where Python code must convert one. */
export function pack(vm: VM, f: Format, d: DataView, base: number, args: readonly PyValue[], from = 0): void {
  const { little } = f;
  let a = from;
  const { fields } = f;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    const { code, size, count } = field;
    let at = base + field.offset;
    for (let k = 0; k < count; k++, at += size) {
      const v = args[a++]!;
      switch (code) {
        case 'b':
        case 'B':
        case 'h':
        case 'H':
        case 'i':
        case 'I': {
          const n = typeof v === 'number' ? v : intOf(v);
          const { lo, hi } = field;
          if (n < lo || n > hi) throw (code === 'I' || (code === 'H' && !little) ? isUnsignedLong(n) : isLong(n)) ? rangeError(code, lo, hi, little) : outOfRange();
          if (size === 1) d.setUint8(at, Number(n));
          else if (size === 2) d.setUint16(at, Number(n), little);
          else d.setUint32(at, Number(n), little);
          break;
        }
        case '?': {
          const t = truthSync(vm, v);
          if (t === undefined) throw new NeedsPython(v, '__bool__');
          d.setUint8(at, t ? 1 : 0);
          break;
        }
        case 'e':
          d.setUint16(at, toHalf(doubleOf(v)), little);
          break;
        case 'f': {
          const x = doubleOf(v);
          if (!f.native && Number.isFinite(x) && !Number.isFinite(Math.fround(x))) throw overflowError('float too large to pack with f format');
          d.setFloat32(at, x, little);
          break;
        }
        case 'd':
          d.setFloat64(at, doubleOf(v), little);
          break;
        case 'c': {
          const b = v instanceof PyBytes ? v.v : undefined;
          if (b === undefined || b.length !== 1) throw fail('char format requires a bytes object of length 1');
          d.setUint8(at, b[0]!);
          break;
        }
        case 's':
        case 'p': {
          const b = v instanceof PyBytes || v instanceof PyByteArray ? asBytes(v)! : undefined;
          if (b === undefined) throw fail(`argument for '${code}' must be a bytes object`);
          if (code === 's' && size <= 32) {
            for (let i = 0; i < size; i++) d.setUint8(at + i, i < b.length ? b[i]! : 0);
            break;
          }
          const to = new Uint8Array(d.buffer, d.byteOffset + at, size);
          if (code === 's') to.set(b.subarray(0, size));
          else if (size > 0) {
            const n = Math.min(b.length, size - 1);
            to.set(b.subarray(0, n), 1);
            to[0] = Math.min(n, 255);
          }
          break;
        }
        default: {
          const n = intOf(v);
          const signed = code === 'l' || code === 'q' || code === 'n';
          if (typeof n === 'number' && size === 8 && (n >= 0 || signed)) {
            // Two halves are cheaper than a bigint.
            const hi = Math.floor(n / 4294967296);
            d.setUint32(little ? at : at + 4, n - hi * 4294967296, little);
            d.setInt32(little ? at + 4 : at, hi, little);
            break;
          }
          if (typeof n === 'number' && size === 4 && (signed ? n >= -2147483648 && n <= 2147483647 : n >= 0 && n <= 4294967295)) {
            d.setUint32(at, n, little);
            break;
          }
          const big = BigInt(n);
          const bits = BigInt(size * 8);
          const lo = signed ? -(2n ** (bits - 1n)) : 0n;
          const hi = signed ? 2n ** (bits - 1n) - 1n : 2n ** bits - 1n;
          if (code === 'P') {
            if (!isLong(n) && !isUnsignedLong(n)) throw fail('int too large to convert');
          } else if (big < lo || big > hi) {
            if (!little && size === 8) throw fail('int too large to convert');
            throw (signed ? isLong(n) : isUnsignedLong(n)) ? rangeError(code, lo, hi, little) : outOfRange();
          }
          if (size === 4) d.setUint32(at, Number(BigInt.asUintN(32, big)), little);
          else d.setBigUint64(at, BigInt.asUintN(64, big), little);
        }
      }
    }
  }
}

const NAMES: Readonly<Record<string, string>> = { b: 'byte', B: 'ubyte', h: 'short', H: 'ushort' };

/** Big-endian formats go through CPython's general functions, which have other words for shorts. */
const rangeError = (code: string, lo: Int, hi: Int, little: boolean): PyException => fail(`${(little || code === 'b' || code === 'B' ? NAMES[code] : undefined) ?? `'${code}'`} format requires ${lo} <= number <= ${hi}`);
const outOfRange = (): PyException => fail('argument out of range');
/** Whether a C long takes it. */
const isLong = (n: Int): boolean => typeof n === 'number' || (n >= -(2n ** 63n) && n < 2n ** 63n);
const isUnsignedLong = (n: Int): boolean => n >= 0 && (typeof n === 'number' || n < 2n ** 64n);
