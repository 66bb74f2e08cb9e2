/**
 * Opcodes only the run loop sees: fused pairs and specialised forms, in numbers the opcode table leaves
 * free. `co_code` never holds them. Decoding keeps every instruction's slot, so a jump to the second half
 * of a pair still finds its own opcode there.
 */
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';

export enum Quick {
  /** LOAD_FAST a; LOAD_FAST b */
  LOAD_FAST_LOAD_FAST = 200,
  /** LOAD_FAST a; LOAD_CONST b */
  LOAD_FAST_LOAD_CONST = 201,
  /** STORE_FAST a; LOAD_FAST b */
  STORE_FAST_LOAD_FAST = 202,
  /** COMPARE_OP op; POP_JUMP_IF_FALSE target */
  COMPARE_JUMP_FALSE = 203,
  /** FOR_ITER target; STORE_FAST a */
  FOR_ITER_STORE_FAST = 204,
  /** LOAD_ATTR whose value the matching CALL_METHOD calls: pushes function and self, or a hole and the value. */
  LOAD_METHOD = 205,
  /** CALL_FUNCTION of what LOAD_METHOD pushed. */
  CALL_METHOD = 206,
  /** JUMP_ABSOLUTE to a lower offset: counts a step. */
  JUMP_BACK = 207,
  /** LOAD_FAST a; LOAD_ATTR name */
  LOAD_FAST_LOAD_ATTR = 208,
  /** BINARY_ADD, ... whose result only the next operators see: a float goes into a box that is used again (temps.ts). */
  ADD_TEMP = 209,
  SUBTRACT_TEMP = 210,
  MULTIPLY_TEMP = 211,
  DIVIDE_TEMP = 212,
  /** JUMP_BACK to a FOR_ITER, which it runs. */
  JUMP_BACK_FOR = 213,
  /** A local or a constant as the right operand; BINARY_ADD, INPLACE_ADD or ADD_TEMP; perhaps STORE_FAST. See Operand. */
  LOAD_ADD = 214,
  LOAD_SUBTRACT = 215,
  LOAD_MULTIPLY = 216,
  /** The same with BINARY_SUBSCR, and COMPARE_OP or COMPARE_JUMP_FALSE, without the STORE_FAST. */
  LOAD_SUBSCR = 217,
  LOAD_COMPARE = 218,
  /** Both operands are locals or constants. */
  LOAD_LOAD_ADD = 219,
  LOAD_LOAD_SUBTRACT = 220,
  LOAD_LOAD_MULTIPLY = 221,
  LOAD_LOAD_SUBSCR = 222,
  LOAD_LOAD_COMPARE = 223,
  LOAD_MODULO = 224,
  LOAD_LOAD_MODULO = 225,
  /** &, |, ^, << and >>. */
  LOAD_BITS = 226,
  /** `self.x = value`: the value, then the object, a local. */
  LOAD_LOAD_STORE_ATTR = 227,
  /** A container that is a local, and the key. */
  LOAD_LOAD_STORE_SUBSCR = 228,
  /** The last argument; CALL_FUNCTION or CALL_METHOD. */
  LOAD_CALL = 229,
  LOAD_RETURN = 230,
  /** LOAD_FAST a; LOAD_METHOD name */
  LOAD_FAST_LOAD_METHOD = 231,
  /** DUP_TOP_TWO; BINARY_SUBSCR */
  DUP_TOP_TWO_SUBSCR = 232,
  /** ROT_THREE; STORE_SUBSCR */
  ROT_THREE_STORE_SUBSCR = 233,
  /** UNPACK_SEQUENCE n; n times STORE_FAST */
  UNPACK_STORE = 234,
  LOAD_LIST_APPEND = 235,
  /** `self.x += value`: LOAD_FAST a; DUP_TOP; LOAD_ATTR name */
  LOAD_FAST_DUP_ATTR = 236,
  /** ROT_TWO; STORE_ATTR name */
  ROT_TWO_STORE_ATTR = 237,
  /** STORE_FAST a; JUMP_BACK_FOR */
  STORE_FAST_JUMP_BACK = 238,
  /** POP_TOP; JUMP_BACK_FOR */
  POP_TOP_JUMP_BACK = 239,
  /** Of no code: where a frame goes on whose code has no place in the run loop's array (code-space.ts). */
  NO_PLACE = 240,
}

/** What an operand of a fused operator is: flags in the decoded instruction's third place, which no other has a use for. */
export enum Operand {
  LOCAL = 0,
  /** A constant, beside the caches at the instruction's offset. */
  CONST = 1,
  /** At the right operand: a STORE_FAST behind the operator is part of it. */
  STORED = 2,
  /** A cell's value: of subscripts and comparisons only. */
  CELL = 4,
}

const LOAD = 'LOAD_FAST, LOAD_CONST or LOAD_DEREF';

/** What each form stands for, and what it does to the stack beyond its parts. A form that is `lasting` is one in the other tiers' eyes, too. */
export const quickTable: Readonly<Record<keyof typeof Quick, { readonly of: readonly string[]; readonly extra: number; readonly lasting?: true }>> = {
  LOAD_FAST_LOAD_FAST: { of: ['LOAD_FAST', 'LOAD_FAST'], extra: 0 },
  LOAD_FAST_LOAD_CONST: { of: ['LOAD_FAST', 'LOAD_CONST'], extra: 0 },
  STORE_FAST_LOAD_FAST: { of: ['STORE_FAST', 'LOAD_FAST'], extra: 0 },
  COMPARE_JUMP_FALSE: { of: ['COMPARE_OP', 'POP_JUMP_IF_FALSE'], extra: 0 },
  FOR_ITER_STORE_FAST: { of: ['FOR_ITER', 'STORE_FAST'], extra: 0 },
  LOAD_METHOD: { of: ['LOAD_ATTR'], extra: 1, lasting: true },
  CALL_METHOD: { of: ['CALL_FUNCTION'], extra: -1, lasting: true },
  JUMP_BACK: { of: ['JUMP_ABSOLUTE'], extra: 0, lasting: true },
  LOAD_FAST_LOAD_ATTR: { of: ['LOAD_FAST', 'LOAD_ATTR'], extra: 0 },
  ADD_TEMP: { of: ['BINARY_ADD'], extra: 0 },
  SUBTRACT_TEMP: { of: ['BINARY_SUBTRACT'], extra: 0 },
  MULTIPLY_TEMP: { of: ['BINARY_MULTIPLY'], extra: 0 },
  DIVIDE_TEMP: { of: ['BINARY_TRUE_DIVIDE'], extra: 0 },
  JUMP_BACK_FOR: { of: ['JUMP_BACK'], extra: 0 },
  LOAD_ADD: { of: [LOAD, 'BINARY_ADD'], extra: 0 },
  LOAD_SUBTRACT: { of: [LOAD, 'BINARY_SUBTRACT'], extra: 0 },
  LOAD_MULTIPLY: { of: [LOAD, 'BINARY_MULTIPLY'], extra: 0 },
  LOAD_SUBSCR: { of: [LOAD, 'BINARY_SUBSCR'], extra: 0 },
  LOAD_COMPARE: { of: [LOAD, 'COMPARE_OP'], extra: 0 },
  LOAD_LOAD_ADD: { of: [LOAD, LOAD, 'BINARY_ADD'], extra: 0 },
  LOAD_LOAD_SUBTRACT: { of: [LOAD, LOAD, 'BINARY_SUBTRACT'], extra: 0 },
  LOAD_LOAD_MULTIPLY: { of: [LOAD, LOAD, 'BINARY_MULTIPLY'], extra: 0 },
  LOAD_LOAD_SUBSCR: { of: [LOAD, LOAD, 'BINARY_SUBSCR'], extra: 0 },
  LOAD_LOAD_COMPARE: { of: [LOAD, LOAD, 'COMPARE_OP'], extra: 0 },
  LOAD_MODULO: { of: [LOAD, 'BINARY_MODULO'], extra: 0 },
  LOAD_LOAD_MODULO: { of: [LOAD, LOAD, 'BINARY_MODULO'], extra: 0 },
  LOAD_BITS: { of: [LOAD, 'BINARY_AND'], extra: 0 },
  LOAD_LOAD_STORE_ATTR: { of: [LOAD, 'LOAD_FAST', 'STORE_ATTR'], extra: 0 },
  LOAD_LOAD_STORE_SUBSCR: { of: ['LOAD_FAST', LOAD, 'STORE_SUBSCR'], extra: 0 },
  LOAD_CALL: { of: [LOAD, 'CALL_FUNCTION'], extra: 0 },
  LOAD_RETURN: { of: [LOAD, 'RETURN_VALUE'], extra: 0 },
  LOAD_FAST_LOAD_METHOD: { of: ['LOAD_FAST', 'LOAD_ATTR'], extra: 0 },
  DUP_TOP_TWO_SUBSCR: { of: ['DUP_TOP_TWO', 'BINARY_SUBSCR'], extra: 0 },
  ROT_THREE_STORE_SUBSCR: { of: ['ROT_THREE', 'STORE_SUBSCR'], extra: 0 },
  LOAD_LIST_APPEND: { of: [LOAD, 'LIST_APPEND'], extra: 0 },
  LOAD_FAST_DUP_ATTR: { of: ['LOAD_FAST', 'DUP_TOP', 'LOAD_ATTR'], extra: 0 },
  ROT_TWO_STORE_ATTR: { of: ['ROT_TWO', 'STORE_ATTR'], extra: 0 },
  STORE_FAST_JUMP_BACK: { of: ['STORE_FAST', 'JUMP_BACK'], extra: 0 },
  POP_TOP_JUMP_BACK: { of: ['POP_TOP', 'JUMP_BACK'], extra: 0 },
  NO_PLACE: { of: ['NOP'], extra: 0 },
  UNPACK_STORE: { of: ['UNPACK_SEQUENCE', 'STORE_FAST'], extra: 0 },
};

/** Whether a form takes operands from where they are. */
export const isOperandForm = (name: keyof typeof Quick): boolean => quickTable[name].of.includes(LOAD);

/** Bytes of an instruction by its opcode or form; a form's are those of its first part. */
export const WIDTH = Uint8Array.from({ length: 256 }, (_, op) => {
  const first = (quickTable as Record<string, { of: readonly string[] } | undefined>)[Quick[op] ?? '']?.of[0];
  return (first === undefined ? op : first === LOAD || first === 'JUMP_BACK' ? HAVE_ARGUMENT : Op[first as keyof typeof Op]) < HAVE_ARGUMENT ? 1 : 3;
});

const FUSED = new Uint8Array(256);
for (const [name, row] of Object.entries(quickTable)) if (row.lasting !== true) FUSED[Quick[name as keyof typeof Quick]] = 1;

/** The instruction at `i` as the other tiers and the slow loop see it: not fused with the next, without boxes. */
export function plainOp(ops: Int32Array, bytes: Uint8Array, i: number): number {
  const op = ops[i]!;
  return FUSED[op] === 0 ? op : op === Quick.JUMP_BACK_FOR ? Quick.JUMP_BACK : bytes[i]!;
}
