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

/**
 * Whether `t`, a sum or product of whole numbers, is a value of an int; `first`: what makes it, where it is read first. Of what
 * V8 has in 32 bits it knows that the comparison holds, and leaves both out; Number.isSafeInteger alone makes a float of it
 * and rounds that.
 */
export const inInt = (t: string, first = t): string => `((${first}|0)===${t}||isInt(${t}))`;

/** An operator under either of its opcodes. */
const SIGNS = new Map<number, string>([
  [Op.BINARY_ADD, '+'], [Op.INPLACE_ADD, '+'], [Op.BINARY_SUBTRACT, '-'], [Op.INPLACE_SUBTRACT, '-'], [Op.BINARY_MULTIPLY, '*'], [Op.INPLACE_MULTIPLY, '*'],
  [Op.BINARY_OR, '|'], [Op.INPLACE_OR, '|'], [Op.BINARY_XOR, '^'], [Op.INPLACE_XOR, '^'], [Op.BINARY_AND, '&'], [Op.INPLACE_AND, '&'],
  [Op.BINARY_LSHIFT, '<<'], [Op.INPLACE_LSHIFT, '<<'], [Op.BINARY_RSHIFT, '>>'], [Op.INPLACE_RSHIFT, '>>'], [Op.BINARY_MODULO, '%'], [Op.INPLACE_MODULO, '%'],
]);

/** Instructions of a chain, at most. */
const LONGEST = 16;

export interface Chain {
  /** Ids, from the operator that may overflow to the one that cuts. */
  readonly at: readonly number[];
  /** Values that it takes from the stack. */
  readonly takes: number;
  /** `%` at the end, by something else than a power of two: what is done to the product before, if anything. */
  readonly modulo: '' | '+' | '-' | undefined;
}

/** A value inside a chain: whole, or its low 32 bits. */
interface Value {
  readonly text: string;
  readonly whole: boolean;
}

/** What the walk over a chain does at each instruction; texts are of no interest to who only wants the chain. */
export interface Walk {
  load(pc: number, p: Place): string;
  /** A variable that holds `text`. */
  keep(text: string): string;
  /** Leaves where `condition` holds. */
  unless(condition: string): void;
}
const NO_TEXT: Walk = { load: () => '', keep: () => '', unless: () => {} };

const isPower = (v: unknown): v is number => typeof v === 'number' && v > 0 && v <= 0x100000000 && Math.log2(v) % 1 === 0;

/** A load that a chain may hold. */
export const isLoad = (code: PyCode, p: Place): boolean => p.op === Op.LOAD_FAST || p.op === Op.LOAD_GLOBAL || (p.op === Op.LOAD_CONST && typeof code.consts[p.arg] === 'number');

/** `a * b % m`, `(a * b + c) % m`, `(a * b - c) % m`, `(c + a * b) % m`, from the product on. */
const SHAPES: readonly (readonly string[])[] = [['*', 'load', '%'], ['*', 'load', '+', 'load', '%'], ['*', 'load', '-', 'load', '%'], ['*', '+', 'load', '%']];

function moduloAt(code: PyCode, a: Analysis, pc: number): Chain | undefined {
  const at: number[] = [];
  const signs: string[] = [];
  for (let i = pc; at.length < 5; ) {
    const p = a.places[i];
    if (p === undefined || p.depth < 0 || (i !== pc && a.leaders.has(i))) break;
    at.push(i);
    signs.push(isLoad(code, p) ? 'load' : (SIGNS.get(p.op) ?? ''));
    i = p.next + p.base;
  }
  const shape = SHAPES.find((s) => s.every((sign, i) => sign === signs[i]));
  if (shape === undefined) return undefined;
  return { at: at.slice(0, shape.length), takes: shape[1] === '+' ? 3 : 2, modulo: shape.includes('+') ? '+' : shape.includes('-') ? '-' : '' };
}

/** The chain that begins at the instruction with id `pc`. */
export function chainAt(code: PyCode, a: Analysis, pc: number, fb: Feedback): Chain | undefined {
  const first = a.places[pc]!;
  const sign = SIGNS.get(first.op);
  if ((sign !== '*' && sign !== '<<') || fb.pending > 0 || fb.general.has(first.pc) || fb.left(first.pc) !== Saw.INT || fb.right(first.pc) !== Saw.INT) return undefined;
  return walk(code, a, pc, [{ text: '', whole: true }, { text: '', whole: true }], NO_TEXT)?.chain ?? moduloAt(code, a, pc);
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
  for (let i = pc; at.length < LONGEST; ) {
    const p = a.places[i];
    if (p === undefined || p.depth < 0 || (i !== pc && a.leaders.has(i))) return null;
    at.push(i);
    i = p.next + p.base;
    if (isLoad(code, p)) {
      values.push({ text: w.load(p.pc, p), whole: true });
      continue;
    }
    if (p.op === Op.UNARY_INVERT) {
      const v = pop();
      values.push({ text: w.keep(v.whole ? `-1-${v.text}` : `~${v.text}`), whole: v.whole });
      continue;
    }
    const sign = SIGNS.get(p.op);
    if (sign === undefined) return null;
    const y = pop();
    const x = pop();
    if (sign === '%' || (sign === '&' && x.whole !== y.whole)) {
      const before = a.places[at.at(-2)!]!;
      const last = before.op === Op.LOAD_CONST ? code.consts[before.arg] : undefined;
      if (values.length > 0) return null;
      const chain: Chain = { at, takes, modulo: undefined };
      if (sign === '%') return x.whole || !y.whole || !isPower(last) ? null : { chain, result: `(${x.text}&${last - 1})>>>0` };
      const mask = x.whole ? x : y;
      if (!(typeof last === 'number' && last >= 0 && last <= 0xffffffff)) w.unless(`(${mask.text}>>>0)!==${mask.text}`);
      return { chain, result: `(${x.text}&${y.text})>>>0` };
    }
    const whole = x.whole && y.whole;
    switch (sign) {
      case '*':
        values.push({ text: w.keep(`Math.imul(${x.text},${y.text})`), whole: false });
        break;
      case '<<':
        if (!y.whole) return null;
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
          w.unless(`!${inInt(text)}`);
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
