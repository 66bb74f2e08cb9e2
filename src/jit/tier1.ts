/**
 * Tier 1's driver: compiling a code object that is hot, and the trampoline over frames whose code is
 * compiled. See docs/tiers.md.
 */
import type { PyCode } from '../objects/code.js';
import type { PyFrame } from '../objects/frame.js';
import type { Thread } from '../vm/thread.js';
import { emit } from './emit.js';
import { runtime } from './runtime.js';

interface Compiled {
  readonly run: (vm: Thread, f: PyFrame) => number;
  /** By offset: the `sp` with which `run` can be entered there, or -1. */
  readonly entry: Int32Array;
}

/** What is known of one code object. */
export class Tier1Code {
  run: (vm: Thread, f: PyFrame) => number = () => 1;
  entry: Int32Array = new Int32Array(0);
  /** Places where a frame came back that were no entries, with how often. */
  readonly missed = new Map<number, number>();
  readonly extra = new Set<number>();
  versions = 0;
}

export const stats = { compiled: 0, refused: 0, ms: 0, bytes: 0 };

/** False once `new Function` was refused: the VM stays in tier 0. */
let allowed = true;

/** Compiles `code` (decoded already). Leaves `code.jit` null where that is not possible. */
export function compile(code: PyCode): void {
  // A frame just pushed may not have run yet: nothing is decoded.
  if (!allowed || code.ops === null) return;
  const known = code.jit instanceof Tier1Code ? code.jit : new Tier1Code();
  const start = performance.now();
  const text = emit(code, known.extra);
  if (text === null) {
    code.heat = -Infinity;
    stats.refused++;
    return;
  }
  let made: Compiled;
  try {
    made = (new Function('R', 'K', 'C', 'N', text) as (...args: unknown[]) => Compiled)(runtime, code.consts, code.caches, code.names);
  } catch (e) {
    if (e instanceof SyntaxError) throw e;
    allowed = false;
    return;
  }
  known.run = made.run;
  known.entry = made.entry;
  known.versions++;
  code.jit = known;
  stats.compiled++;
  stats.bytes += text.length;
  stats.ms += performance.now() - start;
}

/** Frames came back to `pc` without finding an entry: after enough of them the code is compiled again with one. */
function miss(code: PyCode, j: Tier1Code, pc: number): void {
  const n = (j.missed.get(pc) ?? 0) + 1;
  j.missed.set(pc, n);
  if (n >= 200 && j.versions < 4) {
    for (const [at, count] of j.missed) if (count >= 20) j.extra.add(at);
    j.missed.clear();
    compile(code);
  }
}

/**
 * Runs `f` and the frames above and below it as long as their code is compiled. 0: run the frame on top
 * (tier 0's turn when `vm.cold`), 2: raise in `f`, the frame on top; 3: deliver; 4: the slice is used up.
 */
export function runTier1(vm: Thread, f: PyFrame): number {
  for (;;) {
    const { jit } = f.code;
    if (!(jit instanceof Tier1Code)) return 1;
    if (jit.entry[f.pc] !== f.sp) {
      miss(f.code, jit, f.pc);
      return 1;
    }
    if (vm.jitExits !== 0 && Math.random() < vm.jitExits) return 1;
    const k = jit.run(vm, f);
    if (k !== 0) return k;
    if (--vm.budget < 0 && vm.outOfBudget()) return 4;
    const top = vm.frame!;
    if (!top.isPython) return 0;
    if (top.code.jit === null || vm.throwing !== null) return 0;
    f = top;
  }
}
