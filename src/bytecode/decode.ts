/** Bytes of `co_code` to instructions. */
import { HAVE_ARGUMENT, Op } from './opcodes.js';

export interface RawInstruction {
  /** Offset of its EXTENDED_ARG if it has one: where a jump to it lands. */
  start: number;
  /** Offset of the opcode itself. */
  offset: number;
  op: number;
  /** Whole argument; 0 if it has none. */
  arg: number;
  /** Offset behind it. */
  end: number;
}

/** All instructions in order. Stops before an instruction that the code cuts off. */
export function decode(code: Uint8Array): RawInstruction[] {
  const out: RawInstruction[] = [];
  let high = 0;
  let start = -1;
  for (let i = 0; i < code.length; ) {
    const op = code[i] as number;
    const size = op >= HAVE_ARGUMENT ? 3 : 1;
    if (i + size > code.length) break;
    let arg = 0;
    if (size === 3) arg = ((code[i + 1] as number) | ((code[i + 2] as number) << 8)) + high * 0x10000;
    high = 0;
    if (op === Op.EXTENDED_ARG) {
      high = arg;
      if (start < 0) start = i;
    } else {
      out.push({ start: start < 0 ? i : start, offset: i, op, arg, end: i + size });
      start = -1;
    }
    i += size;
  }
  return out;
}
