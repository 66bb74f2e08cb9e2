/**
 * Floats that only the next operators see. `x * x + y * y` makes three floats, two of which nobody can keep: where decoding
 * can tell that (a result that an operator further on in the same straight code takes, with nothing between them that
 * calls or copies), the run loop writes them into boxes made once. That saves the allocation and, as frames' arrays are
 * old and a new float is young, V8's write barrier, which cost a quarter of float programs' time.
 *
 * A box is on a value stack only between two instructions of the loop's fast paths: before anything else looks at the
 * frame, `settle` puts floats of their own in their place.
 */
import { Op } from '../bytecode/opcodes.js';
import { PyFloat, type PyValue } from '../objects/object.js';
import { Quick } from './quick.js';

/** A box: `v` is written again and again. */
interface Box {
  v: number;
}

/** How many there are: one for each place of a value stack, by the low bits of its index. */
export const PLACES = 64;
/** Values an expression may have on the stack when boxes are used, so that no two of them share a place. */
const DEEPEST = 40;

const floats = Array.from({ length: PLACES }, (_, i) => new PyFloat(i + 0.5));
export const BOXES = floats as unknown as readonly Box[];
// As V8 takes a field that was written once for constant.
for (const b of BOXES) b.v = 0.5;

const TEMPS: ReadonlyMap<number, number> = new Map([
  [Op.BINARY_ADD, Quick.ADD_TEMP],
  [Op.BINARY_SUBTRACT, Quick.SUBTRACT_TEMP],
  [Op.BINARY_MULTIPLY, Quick.MULTIPLY_TEMP],
  [Op.BINARY_TRUE_DIVIDE, Quick.DIVIDE_TEMP],
]);

const LOADS: readonly number[] = [Op.LOAD_FAST, Op.LOAD_CONST, Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.LOAD_DEREF];
/** Operators that look at the value of an operand that is a float and keep nothing of it. */
const TAKERS: readonly number[] = [
  ...TEMPS.keys(), Op.INPLACE_ADD, Op.INPLACE_SUBTRACT, Op.INPLACE_MULTIPLY, Op.INPLACE_TRUE_DIVIDE, Op.UNARY_NEGATIVE, Op.COMPARE_OP,
];
/** What may stand between: it adds a value, or takes the top ones. */
const BETWEEN: readonly number[] = [...LOADS, ...TAKERS, Op.LOAD_ATTR, Op.BINARY_SUBSCR];
const isTaker = new Uint8Array(256);
for (const op of TAKERS) isTaker[op] = 1;
const isBetween = new Uint8Array(256);
for (const op of BETWEEN) isBetween[op] = 1;
const isLoad = new Uint8Array(256);
for (const op of LOADS) isLoad[op] = 1;

/** Opcodes of the run loop at which boxes may be on the stack. */
export const HOLDS_BOXES = Uint8Array.from(isBetween);
for (const op of [...TEMPS.values(), Quick.LOAD_FAST_LOAD_FAST, Quick.LOAD_FAST_LOAD_CONST, Quick.LOAD_FAST_LOAD_ATTR, Quick.COMPARE_JUMP_FALSE]) HOLDS_BOXES[op] = 1;

/** Puts floats in the place of boxes between `from` and `sp`. */
export function settle(st: (PyValue | undefined)[], from: number, sp: number): void {
  for (let i = from; i < sp; i++) {
    const v = st[i];
    if (v instanceof PyFloat && v === floats[i & (PLACES - 1)]) st[i] = new PyFloat(v.v);
  }
}

/** Gives the operators of `ops` whose results are seen by operators only their form with a box; answers whether there are any. Before pairs are fused. */
export function fuseTemps(ops: Int32Array, starts: readonly number[], targets: Uint16Array): boolean {
  let any = false;
  /** Offset of the operator that made each value, -1 for others, of the straight code so far. */
  const made: number[] = [];
  for (const i of starts) {
    const op = ops[i]!;
    if (isBetween[op] === 0 || targets[i] !== 0) made.length = 0;
    if (isBetween[op] === 0) continue;
    if (isLoad[op] === 1) made.push(-1);
    else {
      // `is`, `in` and their like do keep their operands.
      const takes = isTaker[op] === 1 && !(op === Op.COMPARE_OP && ops[i + 1]! > 5);
      const operands = op === Op.LOAD_ATTR || op === Op.UNARY_NEGATIVE ? 1 : 2;
      for (let k = 0; k < operands; k++) {
        const by = made.pop() ?? -1;
        if (!takes || by < 0) continue;
        ops[by] = TEMPS.get(ops[by]!)!;
        any = true;
      }
      made.push(TEMPS.has(op) && made.length < DEEPEST ? i : -1);
    }
  }
  return any;
}
