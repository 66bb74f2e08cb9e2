/**
 * Opcodes only the run loop sees: fused pairs and specialised forms, in numbers the opcode table leaves
 * free. `co_code` never holds them. Decoding keeps every instruction's slot, so a jump to the second half
 * of a pair still finds its own opcode there.
 */
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
}

/** What each form stands for, and what it does to the stack beyond its parts. */
export const quickTable: Readonly<Record<keyof typeof Quick, { readonly of: readonly string[]; readonly extra: number }>> = {
  LOAD_FAST_LOAD_FAST: { of: ['LOAD_FAST', 'LOAD_FAST'], extra: 0 },
  LOAD_FAST_LOAD_CONST: { of: ['LOAD_FAST', 'LOAD_CONST'], extra: 0 },
  STORE_FAST_LOAD_FAST: { of: ['STORE_FAST', 'LOAD_FAST'], extra: 0 },
  COMPARE_JUMP_FALSE: { of: ['COMPARE_OP', 'POP_JUMP_IF_FALSE'], extra: 0 },
  FOR_ITER_STORE_FAST: { of: ['FOR_ITER', 'STORE_FAST'], extra: 0 },
  LOAD_METHOD: { of: ['LOAD_ATTR'], extra: 1 },
  CALL_METHOD: { of: ['CALL_FUNCTION'], extra: -1 },
  JUMP_BACK: { of: ['JUMP_ABSOLUTE'], extra: 0 },
  LOAD_FAST_LOAD_ATTR: { of: ['LOAD_FAST', 'LOAD_ATTR'], extra: 0 },
  ADD_TEMP: { of: ['BINARY_ADD'], extra: 0 },
  SUBTRACT_TEMP: { of: ['BINARY_SUBTRACT'], extra: 0 },
  MULTIPLY_TEMP: { of: ['BINARY_MULTIPLY'], extra: 0 },
  DIVIDE_TEMP: { of: ['BINARY_TRUE_DIVIDE'], extra: 0 },
};
