/**
 * Where the run loop finds its instructions: the decoded ones (decode.ts) of every code that runs, one behind the other
 * in an array that V8 knows as a constant. An instruction is then one load from a known address; with an array for each
 * code, V8 looks at the array's kind, length and address at every instruction again (decision 0026).
 *
 * Only numbers are here, so that nothing is kept alive. When the array is full, everything is dropped and codes are put
 * here again as they run.
 */
import { HAVE_ARGUMENT } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import type { PyFrame } from '../objects/frame.js';
import { TARGET } from './decode.js';
import { Quick } from './quick.js';

const UNITS = 1 << 20;

/** The first places are no instructions. */
export const enum Place {
  /** Counts how often everything was dropped: a code with another number in `placed` is not here. */
  AGE = 0,
  /** Run loops on the JS stack: while there is another than the one that asks, nothing is dropped. */
  LOOPS = 1,
  /** An instruction that a frame comes to when there is no place for its code. */
  NO_PLACE = 2,
  FIRST = 4,
}

/** The first ones: see Place. The others: opcode at an offset, argument behind it; targets of jumps and blocks are places in this array. */
export const CODE = new Int32Array(UNITS);
CODE[Place.AGE] = 1;
CODE[Place.NO_PLACE] = Quick.NO_PLACE;
let top: number = Place.FIRST;

/** Whether there can be place for a code. */
export const fits = (code: PyCode): boolean => code.ops!.length <= UNITS - Place.FIRST;

/** Puts the instructions of `f` here, where it goes on at `pc`. Answers what is to be added to offsets in them. */
export function place(f: PyFrame, pc: number): number {
  const { code } = f;
  const ops = code.ops!;
  if (ops.length > UNITS - top) {
    if (!fits(code) || CODE[Place.LOOPS]! > 1) return Place.NO_PLACE - pc;
    CODE[Place.AGE]!++;
    top = Place.FIRST;
  }
  const base = top;
  CODE.set(ops, base);
  const bytes = code.co.code;
  for (let i = 0; i < bytes.length; i += bytes[i]! < HAVE_ARGUMENT ? 1 : 3) if (TARGET[bytes[i]!] !== 0) CODE[base + i + 1]! += base;
  top += ops.length;
  code.base = base;
  code.placed = CODE[Place.AGE]!;
  return base;
}
