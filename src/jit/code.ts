/** What tier 1 knows of one code object. */
import type { PyFrame } from '../objects/frame.js';
import type { Thread } from '../vm/thread.js';
import type { Place } from './analyse.js';
import type { CopyNumbers } from './copies.js';
import { ENTERED, LEAVES } from './exits.js';

export class Tier1Code {
  /** Runs frame `f` from its beginning, or where `enter` found it; `depth`: bytes of JS stack in use by compiled code. Answers with a `Done`, or as in exits.ts. */
  run: (vm: Thread, f: PyFrame, depth: number) => number = () => 1;
  /**
   * By version: the other half of `run`, to be called at once after it answered `LEAVES` + version: writes the frame back and
   * answers with a `Done`. An activation of an earlier version may still be under way.
   */
  readonly leaves: (((vm: Thread) => number) | null)[] = [];
  /** To be called before `run` for a frame that is not at its beginning: ENTERED, or what would be the answer of `run`. */
  enter: ((f: PyFrame) => number) | null = null;
  /** By offset: the `sp` with which `run` can be entered there, or -1. */
  entry: Int32Array = new Int32Array(0);
  /** Other pairs of both, as `pairOf` makes them: of copies (copies.ts). */
  more: ReadonlySet<number> = new Set();
  readonly copies: CopyNumbers = new Map();
  /** Bytes of JS stack one activation needs, at most. */
  size = 0;
  /** Places where a frame came back that were no entries, with how often. */
  readonly missed = new Map<number, number>();
  readonly extra = new Set<number>();
  /** Versions made because frames came back to such places, and because an assumption was wrong. */
  widened = 0;
  corrected = 0;
  /** By id: what was analysed. */
  places: readonly (Place | undefined)[] = [];
  /** Ids of entries that were left out because nothing was recorded there. */
  cold: ReadonlySet<number> = new Set();
  /** Assumptions that were wrong, since it was compiled. */
  bails = 0;

  /** By id: `blocksAt`, once asked for. */
  private readonly flat = new Map<number, readonly number[]>();

  /** Whether `run` can be entered with a frame that stands at `pc`. */
  enters(pc: number, sp: number): boolean {
    return this.entry[pc] === sp || (this.more.size > 0 && this.more.has(pairOf(pc, sp)));
  }

  /** What `run` answered with, once it has left the function (exits.ts). */
  leave(k: number, vm: Thread): number {
    return k < Done.LEFT ? k : k === Done.LEFT ? (vm.left as number) : this.leaves[k - LEAVES]!(vm);
  }

  /** Runs `f` from wherever it stands, which is an entry (`enters`), and writes it back where it is left. */
  go(vm: Thread, f: PyFrame, depth: number): number {
    if (f.pc !== 0 && this.enter !== null) {
      const k = this.enter(f);
      if (k !== ENTERED) return k;
    }
    return this.leave(this.run(vm, f, depth), vm);
  }

  /** The entry that a frame at `pc` would come to, had it been compiled; -1: there is none. */
  leftOut(pc: number, sp: number, nfixed: number): number {
    for (const id of this.cold) {
      const p = this.places[id]!;
      if (p.pc === pc && p.depth + nfixed === sp) return id;
    }
    return -1;
  }

  /** Block stack at an offset in copy `copy` (0: no copy), as a frame has it; `base`: where the value stack begins. */
  blocksAt(pc: number, copy: number, size: number, base: number): readonly number[] {
    const id = pc + copy * size;
    let out = this.flat.get(id) as number[] | undefined;
    if (out !== undefined) return out;
    out = [];
    for (const b of this.places[id]?.blocks ?? []) out.push(b.type, b.handler, base + b.level);
    this.flat.set(id, out);
    return out;
  }
}

export const pairOf = (pc: number, sp: number): number => pc * 0x10000 + sp;

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
  /** As RAISE, without a new entry in the traceback. */
  RERAISE = 6,
  /** A nested call was left: `vm.left` says how to go on. */
  LEFT = 7,
}
