/**
 * Copies of `finally` bodies, one for each way into them that leaves something else than None on the stack. What a copy's
 * END_FINALLY does then is known, but for which of the ways that share it was taken. Copies of code that is itself in a copy
 * have that one as their parent.
 */
import type { Place } from './analyse.js';

export const enum CopyKind {
  /** Entered by an exception: six values. */
  EXCEPTION,
  /** By `break`: its Why. */
  ONE,
  /** By `return` or `continue`: a value (where to), and the Why. */
  TWO,
}

/** By what they are copies of: 1, 2, ... The same in all versions of the code, since frames keep them. */
export type CopyNumbers = Map<string, number>;

interface Copy {
  readonly base: number;
  readonly parent: number;
  readonly handler: number;
  readonly kind: CopyKind;
  /** Stack and blocks at its beginning. */
  readonly depth: number;
  readonly blocks: number;
  readonly whys: { why: number; target: number }[];
  /** Ids of its END_FINALLY. */
  readonly ends: number[];
}

/** Copies of one code object, and instructions with those in copies, at most. */
const MAX_COPIES = 60;
const MAX_PLACES = 1900;

export class Copies {
  /** Instructions reached. */
  reached = 0;
  private readonly byBase = new Map<number, Copy>();

  constructor(
    private readonly size: number,
    private readonly numbers: CopyNumbers | null,
  ) {}

  /** Id of the beginning of the copy of the body at `handler`, of the block opened at `setup` in `base`; -1: no more copies. */
  head(base: number, setup: number, handler: number, kind: CopyKind, depth: number, blocks: number): number {
    if (this.numbers === null) return -1;
    const key = `${base / this.size}:${setup}:${kind}`;
    let n = this.numbers.get(key);
    if (n === undefined) {
      if (this.numbers.size >= MAX_COPIES) return -1;
      this.numbers.set(key, (n = this.numbers.size + 1));
    }
    const own = n * this.size;
    if (!this.byBase.has(own)) {
      if (this.reached > MAX_PLACES) return -1;
      this.byBase.set(own, { base: own, parent: base, handler, kind, depth, blocks, whys: [], ends: [] });
    }
    return own + handler;
  }

  parent(base: number): number {
    return this.byBase.get(base)?.parent ?? 0;
  }

  headOf(base: number): number {
    const c = this.byBase.get(base);
    return c === undefined ? -1 : base + c.handler;
  }

  /** See Analysis.pendingAt. */
  pendingAt(id: number): number {
    const c = this.byBase.get(id - (id % this.size));
    return c === undefined || c.base + c.handler !== id || c.kind === CopyKind.EXCEPTION ? 0 : c.kind === CopyKind.ONE ? 1 : 2;
  }

  /** The copy that begins at `head` is entered by `why` too: ids of its ends, to be looked at again. */
  addWhy(head: number, why: number, target: number): readonly number[] {
    const c = this.byBase.get(head - (head % this.size))!;
    if (c.whys.some((w) => w.why === why && w.target === target)) return [];
    c.whys.push({ why, target });
    return c.ends;
  }

  /** If the END_FINALLY with this id ends the copy that it stands in: why that can have been entered. */
  endOf(id: number, depth: number, blocks: number, isWith: boolean): readonly { why: number; target: number }[] | null {
    const c = this.byBase.get(id - (id % this.size));
    if (c === undefined || c.kind === CopyKind.EXCEPTION || blocks !== c.blocks || depth !== c.depth - (isWith ? 1 : 0)) return null;
    if (!c.ends.includes(id)) c.ends.push(id);
    return c.whys;
  }

  /** Ids of all that is reached, each copy before what it is a copy of. */
  order(places: readonly (Place | undefined)[]): number[] {
    const out: number[] = [];
    const list = (base: number): void => {
      const inside = [...this.byBase.values()].filter((c) => c.parent === base).sort((x, y) => x.handler - y.handler || x.kind - y.kind);
      let k = 0;
      for (let pc = 0; pc < this.size; pc++) {
        for (; k < inside.length && inside[k]!.handler === pc; k++) list(inside[k]!.base);
        const p = places[base + pc];
        if (p !== undefined && p.depth >= 0) out.push(base + pc);
      }
    };
    list(0);
    return out;
  }
}
