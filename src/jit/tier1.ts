/**
 * Compiling a code object that is hot, and the run loop's way into compiled code. See docs/tiers.md.
 */
import type { PyCode } from '../objects/code.js';
import type { PyFrame } from '../objects/frame.js';
import { InternalError } from '../objects/errors.js';
import type { Thread } from '../vm/thread.js';
import { Tier1Code } from './code.js';
import { drive, driverHooks, LEFT, Left, MAX_STACK } from './drive.js';
import { emit } from './emit.js';
import { analyse } from './analyse.js';
import { feedbackOf } from './feedback.js';
import { Leaf, leafOf, type LeafCall } from './leaf.js';
import { leafText } from './leaf-writer.js';
import { runtime } from './runtime.js';

interface Compiled {
  readonly run: Tier1Code['run'];
  readonly leave: Tier1Code['leaves'][number];
  readonly enter: Tier1Code['enter'];
  readonly entry: Int32Array;
  readonly more: ReadonlySet<number>;
  /** Bytes of JS stack one activation needs, at most. */
  readonly size: number;
}

export const stats = { compiled: 0, refused: 0, ms: 0, bytes: 0 };

/** Called before the first code object is compiled. */
export const beforeFirst: { call: (() => void) | null } = { call: null };

/** `heat` of code that is not compiled: counting up never brings it to a threshold, and it is a small int as all others. */
const NEVER = -(2 ** 30);

/** False once `new Function` was refused: the VM stays in tier 0. */
let allowed = true;

/** Compiles `code` (decoded already). Leaves `code.jit` null where that is not possible. */
export function compile(code: PyCode): void {
  // A frame just pushed may not have run yet: nothing is decoded.
  if (!allowed || code.ops === null) return;
  const known = code.jit instanceof Tier1Code ? code.jit : new Tier1Code();
  beforeFirst.call?.();
  beforeFirst.call = null;
  const start = performance.now();
  const feedback = feedbackOf(code);
  const source = emit(code, known.extra, feedback, known.copies, known.leaves.length);
  if (source === null) {
    code.heat = NEVER;
    stats.refused++;
    return;
  }
  let made: Compiled;
  try {
    made = (new Function('R', 'K', 'C', 'N', 'F', 'X', 'code', source.text) as (...args: unknown[]) => Compiled)(runtime, code.consts, code.caches, code.names, feedback, source.constants, code);
  } catch (e) {
    if (e instanceof SyntaxError) throw new InternalError(`tier 1 wrote no JavaScript for ${code.co.name} of ${code.co.filename}: ${e.message}`);
    allowed = false;
    return;
  }
  known.run = made.run;
  known.leaves.push(made.leave);
  known.enter = made.enter;
  known.entry = made.entry;
  known.more = made.more;
  known.size = made.size;
  known.places = source.analysis.places;
  known.cold = source.cold;
  known.bails = 0;
  code.jit = known;
  if (feedback.pending <= 0) {
    code.leaf = null;
    leafOf(code);
  }
  stats.compiled++;
  stats.bytes += source.text.length;
  stats.ms += performance.now() - start;
}


driverHooks.leaf = (code) => {
  const { extra, copies } = code.jit as Tier1Code;
  const known = analyse(code, extra, copies);
  const leaf = new Leaf(code);
  const source = known === null ? null : leafText(code, known, feedbackOf(code), leaf);
  if (source === null) return;
  leaf.call = new Function('R', 'X', 'L', source.text)(runtime, source.constants, leaf) as LeafCall;
  code.leaf = leaf;
};

/** The source that tier 1 makes of decoded code it has seen nothing of yet; null where tier 0 runs it. */
export function generatedJS(code: PyCode): string | null {
  return emit(code, new Set(), feedbackOf(code), new Map(), 0)?.text ?? null;
}

driverHooks.compile = compile;

/**
 * Runs the frames on top as long as their code is compiled. 0: the run loop looks at the frame on top; 1: tier 0
 * goes on with it at `pc`; 4: the run loop returns; 5: it returns because `floor` has its result.
 */
export function runTier1(vm: Thread, f: PyFrame, floor: PyFrame | null, depth: number): number {
  if (!(f.code.jit instanceof Tier1Code)) return Left.TIER0;
  for (;;) {
    const r = drive(vm, floor, depth, true);
    if (r !== LEFT) {
      vm.delivered = r;
      return Left.FLOOR;
    }
    const k = vm.left;
    if (k !== Left.ENTER) return k;
    if (vm.budget < 0) {
      vm.outOfBudget();
      return Left.STOP;
    }
    const top = vm.frame!;
    if (!top.isPython || top.code.jit === null || vm.throwing !== null || vm.traceFunc !== null || vm.profileFunc !== null || depth > MAX_STACK) return Left.ENTER;
  }
}
