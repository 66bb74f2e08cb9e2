/** What tier 1 knows of one code object. */
import type { PyFrame } from '../objects/frame.js';
import type { Thread } from '../vm/thread.js';
import type { Place } from './analyse.js';

export class Tier1Code {
  /** Runs frame `f` from `f.pc`; `depth`: bytes of JS stack in use by compiled code. Answers with a `Done`. */
  run: (vm: Thread, f: PyFrame, depth: number) => number = () => 1;
  /** By offset: the `sp` with which `run` can be entered there, or -1. */
  entry: Int32Array = new Int32Array(0);
  /** Bytes of JS stack one activation needs, at most. */
  size = 0;
  /** Places where a frame came back that were no entries, with how often. */
  readonly missed = new Map<number, number>();
  readonly extra = new Set<number>();
  /** Versions made because frames came back to such places, and because an assumption was wrong. */
  widened = 0;
  corrected = 0;
  /** By offset: what was analysed. */
  places: readonly (Place | undefined)[] = [];
  /** Entries that were left out because nothing was recorded there. */
  cold: ReadonlySet<number> = new Set();
  /** Assumptions that were wrong, since it was compiled. */
  bails = 0;

  /** By offset: `blocksAt`, once asked for. */
  private readonly flat: (readonly number[] | undefined)[] = [];

  /** Block stack at an offset, as a frame has it; `base`: where the value stack begins. */
  blocksAt(pc: number, base: number): readonly number[] {
    const known = this.flat[pc];
    if (known !== undefined) return known;
    const out: number[] = [];
    for (const b of this.places[pc]?.blocks ?? []) out.push(b.type, b.handler, base + b.level);
    while (this.flat.length <= pc) this.flat.push(undefined);
    this.flat[pc] = out;
    return out;
  }
}

/** How compiled code ends. The numbers stand in generated text. */
export const enum Done {
  /** Frames were pushed: run the one on top. */
  PUSHED = 0,
  /** Tier 0 goes on at `f.pc`. */
  TIER0 = 1,
  /** Raise `vm.exc` in `f`, the frame on top, at `f.lasti`. */
  RAISE = 2,
  /** Hand `vm.delivered` to the frame on top. */
  DELIVER = 3,
}
