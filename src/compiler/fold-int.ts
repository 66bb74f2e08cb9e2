/** Integer arithmetic of constants. */
import { Op } from '../bytecode/opcodes.js';

/** Results of more bits are left to run time: a constant must not eat the compiler's memory. */
const MAX_BITS = 1 << 22;

/** The one form of an int: a number where it is safe. */
export function normalizeInt(n: bigint): number | bigint {
  return n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n;
}

export function bitLength(n: bigint): number {
  const hex = (n < 0n ? -n : n).toString(16);
  return hex === '0' ? 0 : (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex[0] as string, 16)));
}

export function binaryInt(op: Op, a: bigint, b: bigint): bigint | undefined {
  switch (op) {
    case Op.BINARY_ADD:
      return a + b;
    case Op.BINARY_SUBTRACT:
      return a - b;
    case Op.BINARY_MULTIPLY:
      return bitLength(a) + bitLength(b) > MAX_BITS ? undefined : a * b;
    case Op.BINARY_FLOOR_DIVIDE:
      return b === 0n ? undefined : (a - mod(a, b)) / b;
    case Op.BINARY_MODULO:
      return b === 0n ? undefined : mod(a, b);
    case Op.BINARY_POWER:
      return power(a, b);
    case Op.BINARY_LSHIFT:
      if (b < 0n) return undefined;
      if (a === 0n) return 0n;
      return b > BigInt(MAX_BITS) ? undefined : a << b;
    case Op.BINARY_RSHIFT:
      if (b < 0n) return undefined;
      return b > BigInt(MAX_BITS) ? (a < 0n ? -1n : 0n) : a >> b;
    case Op.BINARY_AND:
      return a & b;
    case Op.BINARY_OR:
      return a | b;
    case Op.BINARY_XOR:
      return a ^ b;
    default:
      return undefined;
  }
}

function mod(a: bigint, b: bigint): bigint {
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}

function power(a: bigint, b: bigint): bigint | undefined {
  if (b < 0n) return undefined;
  const bits = a === 0n || a === 1n || a === -1n ? 1 : bitLength(a);
  if (bits > 1 && b * BigInt(bits) > BigInt(MAX_BITS)) return undefined;
  if (bits === 1 && a === -1n) return b % 2n === 0n ? 1n : -1n;
  if (bits === 1) return b === 0n ? 1n : a;
  return a ** b;
}

/** a / b rounded once, to nearest even; undefined for division by zero and overflow. */
export function trueDivide(a: bigint, b: bigint): number | undefined {
  if (b === 0n) return undefined;
  const negative = a < 0n !== b < 0n;
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  if (x <= 9007199254740991n && y <= 9007199254740991n) return (negative ? -1 : 1) * (Number(x) / Number(y));
  // Scale so that the quotient has 55 to 56 bits (fewer near the subnormal end), remember the rest as a sticky bit.
  let shift = bitLength(x) - bitLength(y) - 55;
  if (shift < -1076) shift = -1076;
  if (shift >= 0) y <<= BigInt(shift);
  else x <<= BigInt(-shift);
  let q = x / y;
  if (x % y !== 0n) q |= 1n;
  const value = scale(q, shift);
  return Number.isFinite(value) ? (negative ? -value : value) : undefined;
}

/** q * 2**shift, rounded once; q's lowest bit is sticky. */
function scale(q: bigint, shift: number): number {
  const width = bitLength(q);
  // Bits to drop: down to 53, or down to what a subnormal can hold.
  const drop = Math.max(width - 53, -1074 - shift, 0);
  const half = drop > 0 ? 1n << BigInt(drop - 1) : 0n;
  let m = q >> BigInt(drop);
  const rest = q - (m << BigInt(drop));
  if (drop > 0 && (rest > half || (rest === half && (m & 1n) === 1n))) m += 1n;
  let value = Number(m);
  for (let e = shift + drop; e !== 0; ) {
    const step = Math.max(-1000, Math.min(1000, e));
    value *= 2 ** step;
    e -= step;
  }
  return value;
}
