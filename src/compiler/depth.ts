/** `co_stacksize` as CPython 3.5 estimates it: a walk over the blocks, with its over-estimates. */
import { Op, opByNumber } from '../bytecode/opcodes.js';
import type { Block } from './codegen/unit.js';

interface Visit {
  block: Block;
  index: number;
  depth: number;
}

/**
 * The walk follows a jump at once and goes on behind it afterwards; it enters a block again only at
 * a greater depth, and never one that is on its own path. (A stack of our own: paths are as long as
 * the code.)
 */
export function stackDepth(entry: Block): number {
  let max = 0;
  const path: Visit[] = [];
  const enter = (block: Block, depth: number): void => {
    if (block.active || block.startDepth >= depth) return;
    block.active = true;
    block.startDepth = depth;
    path.push({ block, index: 0, depth });
  };
  enter(entry, 0);
  walk: for (let v = path[path.length - 1]; v !== undefined; v = path[path.length - 1]) {
    const { instrs } = v.block;
    while (v.index < instrs.length) {
      const instr = instrs[v.index++]!;
      const { op } = instr;
      const effect = opByNumber[op]!.effect;
      const before = v.depth;
      v.depth += typeof effect === 'number' ? effect : effect(instr.arg);
      if (v.depth > max) max = v.depth;
      if (instr.target === null) continue;
      const jumpEffect = opByNumber[op]!.jumpEffect ?? 0;
      if (before + jumpEffect > max) max = before + jumpEffect;
      if (op === Op.JUMP_FORWARD || op === Op.JUMP_ABSOLUTE) {
        // Nothing behind it runs: this block ends without its successor, once the target is walked.
        v.index = Infinity;
      }
      const size = path.length;
      enter(instr.target, before + jumpEffect);
      if (path.length > size) continue walk;
    }
    if (v.index !== Infinity && v.block.next !== null) {
      v.index = Infinity;
      const size = path.length;
      enter(v.block.next, v.depth);
      if (path.length > size) continue;
    }
    v.block.active = false;
    path.pop();
  }
  return max;
}
