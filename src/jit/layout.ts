/**
 * Structured control flow out of jumps. The segments of a code object keep the order of the bytecode; a forward
 * jump leaves a labelled block that ends where its target begins, a backward jump continues a loop. All that is
 * to be found is where blocks and loops begin and end so that they nest ("stackifier", as wasm compilers do it).
 */

/** One labelled block or loop around segments `start` to `end` - 1. */
export interface Region {
  start: number;
  end: number;
  readonly loop: boolean;
  /** Segment its label belongs to: where jumps to it go. */
  readonly target: number;
}

/** Code objects with more segments than this are left to tier 0. */
const MAX_SEGMENTS = 600;

/**
 * `jumps`: pairs of segments (from, to). The regions, outer before inner where they start together; null where
 * a loop is entered in the middle.
 */
export function regions(count: number, jumps: readonly (readonly [from: number, to: number])[]): Region[] | null {
  if (count > MAX_SEGMENTS) return null;
  const forward = new Map<number, Region>();
  const loops = new Map<number, Region>();
  for (const [from, to] of jumps) {
    if (to > from) {
      const r = forward.get(to);
      if (r === undefined) forward.set(to, { start: from, end: to, loop: false, target: to });
      else r.start = Math.min(r.start, from);
    } else {
      const r = loops.get(to);
      if (r === undefined) loops.set(to, { start: to, end: from + 1, loop: true, target: to });
      else r.end = Math.max(r.end, from + 1);
    }
  }
  const all = [...forward.values(), ...loops.values()];
  for (let changed = true; changed; ) {
    changed = false;
    for (const a of all) {
      for (const b of all) {
        // a begins first and ends inside b
        const crosses = a.start < b.start && b.start < a.end && a.end < b.end;
        // A block inside a loop cannot end with it: behind its end the loop would begin again.
        const shares = a.loop && !b.loop && a.start < b.start && a.end === b.end;
        if (!crosses && !shares) continue;
        if (b.loop && !a.loop) return null;
        if (b.loop) a.end = b.end;
        else b.start = a.start;
        changed = true;
      }
    }
  }
  // A forward block that ends with a loop is around it: leaving the loop is what it is for.
  return all.sort((x, y) => x.start - y.start || y.end - x.end || Number(x.loop) - Number(y.loop));
}
