/** What tier 1 knows of one code object. */
import type { PyFrame } from '../objects/frame.js';
import type { Thread } from '../vm/thread.js';
import type { OpenBlock, Place } from './analyse.js';

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
  versions = 0;
  /** By offset: what was analysed. */
  places: readonly (Place | undefined)[] = [];
  /** Entries that were left out because nothing was recorded there. */
  cold: ReadonlySet<number> = new Set();
  /** Assumptions that were wrong, since it was compiled. */
  bails = 0;

  private readonly flat = new Map<readonly OpenBlock[], number[]>();

  /** Block stack at an offset, as a frame has it; `base`: where the value stack begins. */
  blocksAt(pc: number, base: number): readonly number[] {
    const blocks = this.places[pc]?.blocks ?? NONE;
    let out = this.flat.get(blocks);
    if (out === undefined) {
      out = [];
      for (const b of blocks) out.push(b.type, b.handler, base + b.level);
      this.flat.set(blocks, out);
    }
    return out;
  }
}

const NONE: readonly OpenBlock[] = [];

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
