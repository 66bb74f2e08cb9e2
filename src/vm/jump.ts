/**
 * Assigning f_lineno in a trace function: where the line's code is, whether the frame's stacks can be brought into the
 * shape it expects, and doing so. The rules and messages are those of CPython 3.11 (frame_setlineno), the stacks 3.5's:
 * blocks that the target is in and the frame is not are opened, as far as they need no value on the stack.
 */
import { HAVE_ARGUMENT } from '../bytecode/opcodes.js';
import { possibleStates, type Block as StateBlock, type FrameState } from '../bytecode/verify.js';
import { typeOf, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, valueError } from '../objects/errors.js';
import { Block, ownLine, type PyFrame } from '../objects/frame.js';
import { frameHooks } from '../objects/frame-type.js';
import { popHandler } from './ops/unwind.js';
import type { Thread } from './thread.js';

/** Where a line's code begins: offset and line, ascending by offset. */
function lineStarts(f: PyFrame): [offset: number, line: number][] {
  const { code } = f;
  const bytes = code.co.code;
  const { edges } = code.co;
  const out: [number, number][] = [];
  let last = -1;
  let behind = -1;
  for (let i = 0; i < bytes.length; ) {
    for (let e = 0; e < edges.length; e += 3) {
      if (edges[e] !== behind || edges[e + 1] !== 0) continue;
      out.push([i, edges[e + 2]!]);
      last = edges[e + 2]!;
    }
    const line = ownLine(code, i);
    if (line >= 0 && line !== last) out.push([i, line]);
    if (line >= 0) last = line;
    behind = i;
    i += bytes[i]! < HAVE_ARGUMENT ? 1 : 3;
  }
  // Branches whose only statement leaves no code.
  for (let e = 0; e < edges.length; e += 3) {
    if (edges[e + 1] === 1 && !out.some(([, line]) => line === edges[e + 2])) out.push([f.code.ops![edges[e]! + 1]!, edges[e + 2]!]);
  }
  return out;
}

const KINDS: Readonly<Record<StateBlock['kind'], number>> = { loop: Block.LOOP, except: Block.EXCEPT, finally: Block.FINALLY, handler: Block.EXCEPT_HANDLER };

/** How to get to a state: blocks to keep, depth the stack is cut to, whether a None (status of a finally part) is pushed. */
interface Way {
  readonly keep: number;
  readonly depth: number;
  readonly status: boolean;
  readonly open: readonly StateBlock[];
}

const NO_EXCEPTION = "can't jump into an 'except' block as there's no exception";

function wayTo(f: PyFrame, s: FrameState): Way | string {
  const { nfixed } = f.code;
  let keep = 0;
  for (; keep < s.blocks.length && keep * 3 < f.blocks.length; keep++) {
    const b = s.blocks[keep]!;
    const at = keep * 3;
    if (f.blocks[at] !== KINDS[b.kind] || f.blocks[at + 2] !== b.level + nfixed) break;
    if (b.kind !== 'handler' && f.blocks[at + 1] !== b.handler) break;
  }
  const have = (keep * 3 < f.blocks.length ? f.blocks[keep * 3 + 2]! : f.sp) - nfixed;
  const open = s.blocks.slice(keep);
  if (open.some((b) => b.kind === 'handler')) return NO_EXCEPTION;
  const top = s.depth - 1;
  const status = s.marks.some((m) => m.at === top && m.kind === 'none');
  const fits = open.every((b) => b.level <= have);
  if (fits && s.depth <= have && !status) return { keep, depth: s.depth, status: false, open };
  if (fits && status && top <= have) return { keep, depth: top, status: true, open };
  const loop = [...s.blocks].reverse().find((b) => b.kind === 'loop');
  if (loop !== undefined && loop.level === top) return "can't jump into the body of a for loop";
  const handler = s.blocks[s.blocks.length - 1];
  if (handler?.kind === 'handler' && top < handler.level + 6) return NO_EXCEPTION;
  return 'incompatible stacks';
}

function fail(vm: VM, message: string): undefined {
  return vm.raise(valueError(message));
}

frameHooks.setLine = (vm: VM, f: PyFrame, v: PyValue | undefined): Result => {
  if (v === undefined) return vm.raise(error('AttributeError', 'cannot delete attribute'));
  const isInt = typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean' || typeOf(v).isSubtype(T.int);
  if (!isInt || typeOf(v) !== T.int && typeof v !== 'boolean') return fail(vm, 'lineno must be an integer');
  const info = f.tracing;
  if (info === null || !info.settable) {
    const event = info?.event ?? '';
    return fail(vm, event === '' || event === 'call' ? "can't jump from the 'call' trace event of a new frame" : "can only jump from a 'line' trace event");
  }
  if (f.trace === null) return fail(vm, 'f_lineno can only be set by a trace function');
  if (typeof v === 'bigint' || Math.abs(Number(v)) > 2 ** 31 - 1) return fail(vm, 'lineno out of range');
  return jump(vm as Thread, f, Number(v));
};

function jump(vm: Thread, f: PyFrame, wanted: number): Result {
  const { code } = f;
  const info = f.tracing!;
  if (wanted < code.co.firstlineno) return fail(vm, `line ${wanted} comes before the current code block`);
  const starts = lineStarts(f);
  // The call itself has a line too (3.11's RESUME).
  starts.unshift([0, code.co.firstlineno]);
  const line = Math.min(...starts.map(([, l]) => l).filter((l) => l >= wanted));
  if (line === Infinity) return fail(vm, `line ${wanted} comes after the current code block`);
  const states = possibleStates(code.co);
  let best: { offset: number; way: Way; depth: number } | null = null;
  let message = 'cannot find bytecode for specified line';
  for (const [offset, l] of starts) {
    if (l !== line) continue;
    for (const s of states?.get(offset) ?? []) {
      const way = wayTo(f, s);
      if (typeof way === 'string') message = way;
      else if (best === null || way.depth > best.depth) best = { offset, way, depth: way.depth };
    }
  }
  if (best === null) return fail(vm, message);
  const { way } = best;
  while (f.blocks.length > way.keep * 3) {
    if (f.blocks[f.blocks.length - 3] === Block.EXCEPT_HANDLER) popHandler(vm, f);
    else f.blocks.length -= 3;
  }
  let sp = code.nfixed + way.depth;
  for (const b of way.open) f.blocks.push(KINDS[b.kind], b.handler, b.level + code.nfixed);
  if (way.status) f.st[sp++] = null;
  f.sp = sp;
  f.pc = f.lasti = best.offset;
  info.lines = null;
  info.line = line;
  info.shown = line;
  return null;
}

