/**
 * What kinds of values met at an instruction. Recorded for a short while by the slow copy of the run loop,
 * once code is hot and before it is compiled, so that no other run of tier 0 pays for it.
 */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import type { PyFrame } from '../objects/frame.js';
import { PyRangeIterator } from '../objects/iterators.js';
import { PyFloat, type PyValue } from '../objects/object.js';

/** Kinds of values, as bits. */
export const Saw = { NOTHING: 0, INT: 1, FLOAT: 2, OTHER: 4, RANGE: 8 } as const;

export class Feedback {
  /** Instructions at which what was assumed turned out wrong: no more assumptions there. */
  readonly general = new Set<number>();
  private readonly lefts: Uint8Array;
  private readonly rights: Uint8Array;

  constructor(size: number) {
    this.lefts = new Uint8Array(size);
    this.rights = new Uint8Array(size);
  }

  left(pc: number): number {
    return this.lefts[pc]!;
  }

  right(pc: number): number {
    return this.rights[pc]!;
  }

  iterator(pc: number): number {
    return this.lefts[pc]!;
  }

  /** Assumes nothing any more. */
  forget(): void {
    this.lefts.fill(Saw.OTHER);
    this.rights.fill(Saw.OTHER);
  }

  see(pc: number, a: PyValue, b: PyValue): void {
    this.lefts[pc]! |= kindOf(a);
    this.rights[pc]! |= kindOf(b);
  }
}

function kindOf(v: PyValue): number {
  if (typeof v === 'number') return Saw.INT;
  if (v instanceof PyFloat) return Saw.FLOAT;
  return v instanceof PyRangeIterator ? Saw.RANGE : Saw.OTHER;
}

export function feedbackOf(code: PyCode): Feedback {
  return ((code.feedback as Feedback | null) ??= new Feedback(code.co.code.length + 1)) as Feedback;
}

/** Before an instruction of `f` in the slow loop: what lies on its stack. */
export function record(f: PyFrame): void {
  const op = f.code.co.code[f.pc]!;
  const { st, sp } = f;
  if (op === Op.FOR_ITER) feedbackOf(f.code).see(f.pc, st[sp - 1], undefined as unknown as PyValue);
  else if ((op >= Op.BINARY_POWER && op <= Op.INPLACE_TRUE_DIVIDE) || (op >= Op.INPLACE_ADD && op <= Op.INPLACE_OR) || op === Op.COMPARE_OP) {
    feedbackOf(f.code).see(f.pc, st[sp - 2], st[sp - 1]);
  }
}
