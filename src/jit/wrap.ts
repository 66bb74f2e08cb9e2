/**
 * Products and left shifts of ints that a mask or a modulus cuts back at once: `(x * a + c) & 0xffffffff`,
 * `(x << k | x >> 32 - k) & m`, `x * y % m`. What lies between would need a BigInt; its low 32 bits do not. Such a chain
 * is one piece: every check leaves to tier 0 at its first instruction, which is why only loads and arithmetic
 * may stand in it.
 */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import type { Analysis, Place } from './analyse.js';
import { Saw, type Feedback } from './feedback.js';

/** An operator under either of its opcodes. */
const SIGNS = new Map<number, string>([
  [Op.BINARY_ADD, '+'], [Op.INPLACE_ADD, '+'], [Op.BINARY_SUBTRACT, '-'], [Op.INPLACE_SUBTRACT, '-'], [Op.BINARY_MULTIPLY, '*'], [Op.INPLACE_MULTIPLY, '*'],
  [Op.BINARY_OR, '|'], [Op.INPLACE_OR, '|'], [Op.BINARY_XOR, '^'], [Op.INPLACE_XOR, '^'], [Op.BINARY_AND, '&'], [Op.INPLACE_AND, '&'],
  [Op.BINARY_LSHIFT, '<<'], [Op.INPLACE_LSHIFT, '<<'], [Op.BINARY_RSHIFT, '>>'], [Op.INPLACE_RSHIFT, '>>'], [Op.BINARY_MODULO, '%'], [Op.INPLACE_MODULO, '%'],
]);

/** Instructions of a chain, at most. */
const LONGEST = 16;

export interface Chain {
  /** Offsets, from the operator that may overflow to the one that cuts. */
  readonly at: readonly number[];
  /** Values that it takes from the stack. */
  readonly takes: number;
  /** `%` at the end, by something else than a power of two: a product, or one with something added. */
  readonly modulo: boolean;
}

/** A value inside a chain: whole, or its low 32 bits. */
interface Value {
  readonly text: string;
  readonly whole: boolean;
}

/** What the walk over a chain does at each instruction; texts are of no interest to who only wants the chain. */
export interface Walk {
  load(pc: number, p: Place): string | null;
  /** A variable that holds `text`. */
  keep(text: string): string;
  /** Leaves where `condition` holds. */
  unless(condition: string): void;
}
const NO_TEXT: Walk = { load: () => '', keep: () => '', unless: () => {} };

const isPower = (v: unknown): v is number => typeof v === 'number' && v > 0 && v <= 0x100000000 && Math.log2(v) % 1 === 0;

/** The chain that begins at `pc`. */
export function chainAt(code: PyCode, a: Analysis, pc: number, fb: Feedback): Chain | undefined {
  const first = a.places[pc]!;
  const sign = SIGNS.get(first.op);
  if ((sign !== '*' && sign !== '<<') || fb.pending > 0 || fb.general.has(pc) || fb.left(pc) !== Saw.INT || fb.right(pc) !== Saw.INT) return undefined;
  return walk(code, a, pc, [{ text: '', whole: true }, { text: '', whole: true }], NO_TEXT)?.chain;
}

/**
 * Walks the chain at `pc`; `stack`: the values below, the two operands on top. Null where it is none. The answer has
 * the text of its result.
 */
export function walk(code: PyCode, a: Analysis, pc: number, stack: readonly Value[], w: Walk): { chain: Chain; result: string } | null {
  const values: Value[] = [];
  const below = stack.slice();
  let takes = 0;
  const pop = (): Value => {
    const v = values.pop();
    if (v !== undefined) return v;
    takes++;
    return below.pop() ?? { text: '', whole: true };
  };
  const at: number[] = [];
  let products = 0;
  let others = 0;
  for (let i = pc; at.length < LONGEST; ) {
    const p = a.places[i];
    if (p === undefined || p.depth < 0 || (i !== pc && a.leaders.has(i))) return null;
    at.push(i);
    i = p.next;
    if (p.op === Op.LOAD_FAST || p.op === Op.LOAD_CONST || p.op === Op.LOAD_GLOBAL) {
      if (p.op === Op.LOAD_CONST && typeof code.consts[p.arg] !== 'number') return null;
      const text = w.load(at.at(-1)!, p);
      if (text === null) return null;
      values.push({ text, whole: true });
      continue;
    }
    if (p.op === Op.UNARY_INVERT) {
      const v = pop();
      others++;
      values.push({ text: w.keep(v.whole ? `-1-${v.text}` : `~${v.text}`), whole: v.whole });
      continue;
    }
    const sign = SIGNS.get(p.op);
    if (sign === undefined) return null;
    const y = pop();
    const x = pop();
    if (sign === '%' || (sign === '&' && x.whole !== y.whole)) {
      const last = code.consts[a.places[at.at(-2)!]!.arg];
      const byConst = a.places[at.at(-2)!]!.op === Op.LOAD_CONST;
      if (values.length > 0 || (sign === '%' && !y.whole)) return null;
      if (sign === '%' && !(byConst && isPower(last))) {
        // a * b + c: anything more is no product.
        if (products !== 1 || others > 1 || x.whole) return null;
        const added = at.slice(1, -1).find((k) => SIGNS.has(a.places[k]!.op));
        const kind = added === undefined ? '' : SIGNS.get(a.places[added]!.op)!;
        if (kind !== '' && kind !== '+' && (kind !== '-' || takes > 2)) return null;
        return { chain: { at, takes, modulo: true }, result: kind };
      }
      if (sign === '%') return x.whole ? null : { chain: { at, takes, modulo: false }, result: `(${x.text}&${(last as number) - 1})>>>0` };
      const mask = x.whole ? x : y;
      if (!(byConst && typeof last === 'number' && last >= 0 && last <= 0xffffffff)) w.unless(`(${mask.text}>>>0)!==${mask.text}`);
      return { chain: { at, takes, modulo: false }, result: `(${x.text}&${y.text})>>>0` };
    }
    if (i !== a.places[pc]!.next) others++;
    const whole = x.whole && y.whole;
    switch (sign) {
      case '*':
        products++;
        values.push({ text: w.keep(`Math.imul(${x.text},${y.text})`), whole: false });
        break;
      case '<<':
        if (!y.whole) return null;
        products += 2;
        w.unless(`!(${y.text}>=0)`);
        values.push({ text: w.keep(`${y.text}>31?0:${x.text}<<${y.text}`), whole: false });
        break;
      case '>>':
        if (!whole) return null;
        w.unless(`!(${y.text}>=0)`);
        values.push({ text: w.keep(`(${x.text}|0)===${x.text}&&${y.text}<32?${x.text}>>${y.text}:shiftRight(${x.text},${y.text})`), whole: true });
        break;
      case '+':
      case '-':
        if (whole) {
          const text = w.keep(`${x.text}${sign}(${y.text})`);
          w.unless(`!isInt(${text})`);
          values.push({ text, whole });
        } else values.push({ text: w.keep(`(${x.text}|0)${sign}(${y.text}|0)|0`), whole });
        break;
      default:
        // Bits of whole numbers: only their low halves matter here too.
        values.push({ text: w.keep(`${x.text}${sign}${y.text}`), whole: false });
    }
  }
  return null;
}

/** `(a * b + c) % m` of safe ints for `m > 0`, where the product is no safe int. */
export function multiplyModulo(a: number, b: number, c: number, m: number): number {
  if (m < 0x80000000) {
    const q = Math.floor((a * b + c) / m);
    if (q < 2 ** 40 && q > -(2 ** 40)) {
      // q is right but for one; what is left is small, so its low 32 bits say it all.
      let r = (Math.imul(a, b) + (c | 0) - Math.imul(q, m)) | 0;
      if (r < -0x100000) r += 0x100000000;
      return r < 0 ? r + m : r >= m ? r - m : r;
    }
  }
  const r = Number((BigInt(a) * BigInt(b) + BigInt(c)) % BigInt(m));
  return r < 0 ? r + m : r;
}
