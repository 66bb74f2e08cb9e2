/**
 * CPython 3.5's peephole optimiser: one pass over the bytes of a code object, left to right. What it
 * removes becomes NOPs, which the end of the pass takes out; what it folds is appended to `consts`.
 */
import { CodeObject, type CodeConst } from '../bytecode/code.js';
import { ConstFrozenset, ConstTuple, type ConstValue } from '../bytecode/consts.js';
import { Op, opByNumber } from '../bytecode/opcodes.js';
import type { LocTable } from './assembler.js';
import { constTruth, equalityKey, foldBinary, foldUnary } from './fold.js';

export interface Optimized {
  code: Uint8Array;
  lnotab: Uint8Array;
  table: LocTable;
  /** Rows of `CodeObject.edges`. */
  edges: number[];
}

/** Longer code is left alone, so that no jump can outgrow its two bytes. */
const MAX_LENGTH = 32700;

const relative: readonly boolean[] = opByNumber.map((r) => r?.operand === 'jrel');
const absolute: readonly boolean[] = opByNumber.map((r) => r?.operand === 'jabs');

const isConditional = (op: number): boolean =>
  op === Op.JUMP_IF_FALSE_OR_POP || op === Op.JUMP_IF_TRUE_OR_POP || op === Op.POP_JUMP_IF_FALSE || op === Op.POP_JUMP_IF_TRUE;
const isUnconditional = (op: number): boolean => op === Op.JUMP_FORWARD || op === Op.JUMP_ABSOLUTE;
const jumpsOnTrue = (op: number): boolean => op === Op.JUMP_IF_TRUE_OR_POP || op === Op.POP_JUMP_IF_TRUE;
const sizeOf = (op: number): number => (op < 90 ? 1 : 3);

/** `consts` grows; `code`, `lnotab` and `table` are returned new, or as they are if nothing may be done. */
export function optimize(code: Uint8Array, consts: CodeConst[], lnotab: Uint8Array, table: LocTable, edges: number[]): Optimized {
  const unchanged = { code, lnotab, table, edges };
  if (lnotab.includes(255) || code.length > MAX_LENGTH || code[code.length - 1] !== Op.RETURN_VALUE) return unchanged;
  const pass = new Pass(code.slice(), consts, table);
  if (!pass.run()) return unchanged;
  return pass.finish(lnotab, edges);
}

class Pass {
  /** Number of the basic block each byte was in at the beginning. */
  private readonly blocks: Int32Array;
  private readonly locs = new Map<number, LocTable['locs'][number]>();
  /** Jumps that took the place of the instruction before them, and the jumps that a jump now passes over. */
  private readonly movedJumps = new Map<number, number>();
  private readonly passed = new Map<number, number[]>();
  /** Offsets and values of the constant loads directly before the current instruction. */
  private readonly constOffsets: number[] = [];
  private readonly constValues: CodeConst[] = [];
  private inConsts = false;

  constructor(
    private readonly code: Uint8Array,
    private readonly consts: CodeConst[],
    table: LocTable,
  ) {
    this.blocks = markBlocks(code);
    for (let i = 0; i < table.offsets.length; i++) this.locs.set(table.offsets[i] as number, table.locs[i] ?? null);
  }

  /** False: an EXTENDED_ARG stands in the way, and the code stays as it was. */
  run(): boolean {
    const { code } = this;
    let i = 0;
    while (i < code.length) {
      const op = code[i] as number;
      if (!this.inConsts) this.resetConsts();
      this.inConsts = false;
      const at = this.step(i, op);
      if (at === ABORT) return false;
      if (at === AGAIN) continue;
      i = at + sizeOf(code[at] as number);
    }
    return true;
  }

  /** Looks at one instruction; returns the offset to go on behind, AGAIN or ABORT. */
  private step(i: number, op: number): number {
    const { code } = this;
    switch (op) {
      case Op.UNARY_NOT:
        if (code[i + 1] !== Op.POP_JUMP_IF_FALSE || !this.sameBlock(i, 4)) return i;
        this.setArg(i, this.arg(i + 1));
        code[i] = Op.POP_JUMP_IF_TRUE;
        code[i + 3] = Op.NOP;
        this.locs.set(i, this.locs.get(i + 1) ?? null);
        this.movedJumps.set(i + 1, i);
        return AGAIN;
      case Op.COMPARE_OP: {
        const cmp = this.arg(i);
        if (cmp < 6 || cmp > 9 || code[i + 3] !== Op.UNARY_NOT || !this.sameBlock(i, 4)) return i;
        this.setArg(i, cmp ^ 1);
        code[i + 3] = Op.NOP;
        return i;
      }
      case Op.LOAD_CONST: {
        const value = this.consts[this.arg(i)] as CodeConst;
        this.pushConst(i, value);
        if (code[i + 3] !== Op.POP_JUMP_IF_FALSE || !this.sameBlock(i, 6) || !constTruth(value)) return i;
        code.fill(Op.NOP, i, i + 6);
        this.resetConsts();
        return i;
      }
      case Op.BUILD_TUPLE:
      case Op.BUILD_LIST:
      case Op.BUILD_SET:
        this.sequence(i, op);
        return i;
      case Op.BINARY_POWER:
      case Op.BINARY_MULTIPLY:
      case Op.BINARY_TRUE_DIVIDE:
      case Op.BINARY_FLOOR_DIVIDE:
      case Op.BINARY_MODULO:
      case Op.BINARY_ADD:
      case Op.BINARY_SUBTRACT:
      case Op.BINARY_SUBSCR:
      case Op.BINARY_LSHIFT:
      case Op.BINARY_RSHIFT:
      case Op.BINARY_AND:
      case Op.BINARY_XOR:
      case Op.BINARY_OR:
        return this.foldOperation(i, op, 2);
      case Op.UNARY_NEGATIVE:
      case Op.UNARY_INVERT:
      case Op.UNARY_POSITIVE:
        return this.foldOperation(i, op, 1);
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        return this.jumpOrPop(i, op) ? AGAIN : this.jump(i, op);
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.FOR_ITER:
      case Op.JUMP_FORWARD:
      case Op.JUMP_ABSOLUTE:
      case Op.CONTINUE_LOOP:
      case Op.SETUP_LOOP:
      case Op.SETUP_EXCEPT:
      case Op.SETUP_FINALLY:
      case Op.SETUP_WITH:
      case Op.SETUP_ASYNC_WITH:
        return this.jump(i, op);
      case Op.EXTENDED_ARG:
        // The argument of a MAKE_FUNCTION is of no interest; any other long argument ends it all.
        return code[i + 3] === Op.MAKE_FUNCTION ? i + 3 : ABORT;
      case Op.RETURN_VALUE:
        if (i + 4 >= code.length) return i;
        if (code[i + 4] === Op.RETURN_VALUE && this.sameBlock(i, 5)) code.fill(Op.NOP, i + 1, i + 5);
        else if (isUnconditional(code[i + 1] as number) && this.sameBlock(i, 4)) code.fill(Op.NOP, i + 1, i + 4);
        return i;
      default:
        return i;
    }
  }

  private arg(i: number): number {
    return (this.code[i + 1] as number) | ((this.code[i + 2] as number) << 8);
  }

  private setArg(i: number, value: number): void {
    this.code[i + 1] = value & 255;
    this.code[i + 2] = value >> 8;
  }

  private jumpTarget(i: number): number {
    const arg = this.arg(i);
    return absolute[this.code[i] as number] === true ? arg : arg + i + 3;
  }

  private sameBlock(start: number, length: number): boolean {
    return this.blocks[start] === this.blocks[start + length - 1];
  }

  private resetConsts(): void {
    this.constOffsets.length = 0;
    this.constValues.length = 0;
  }

  private pushConst(offset: number, value: CodeConst): void {
    this.constOffsets.push(offset);
    this.constValues.push(value);
    this.inConsts = true;
  }

  /** Puts a LOAD_CONST of a new constant at `at` in place of what began with the n-th last constant. */
  private replaceConsts(n: number, at: number, value: CodeConst, from: number): void {
    const { code } = this;
    const start = this.constOffsets[this.constOffsets.length - n] as number;
    code.fill(Op.NOP, start, at);
    code[at] = Op.LOAD_CONST;
    this.setArg(at, this.consts.push(value) - 1);
    this.locs.set(at, this.locs.get(from) ?? null);
    this.constOffsets.length -= n;
    this.constValues.length -= n;
    this.pushConst(at, value);
  }

  private sequence(i: number, op: number): void {
    const { code } = this;
    const n = this.arg(i);
    if (n === 0) return;
    if (n <= this.constOffsets.length) {
      const start = this.constOffsets[this.constOffsets.length - n] as number;
      let foldable = false;
      if (op === Op.BUILD_TUPLE) foldable = this.sameBlock(start, i - start + 3);
      else if (code[i + 3] === Op.COMPARE_OP) {
        const cmp = this.arg(i + 3);
        foldable = (cmp === 6 || cmp === 7) && this.sameBlock(start, i - start + 6);
      }
      const items = foldable ? this.constValues.slice(-n) : [];
      if (foldable && items.every((v): v is ConstValue => !(v instanceof CodeObject))) {
        const value = op === Op.BUILD_SET ? makeFrozenset(items) : new ConstTuple(items);
        this.replaceConsts(n, i, value, i);
        return;
      }
    }
    if (code[i + 3] !== Op.UNPACK_SEQUENCE || !this.sameBlock(i, 6) || this.arg(i + 3) !== n || op === Op.BUILD_SET) return;
    if (n > 3) return;
    code.fill(Op.NOP, i, i + 6);
    if (n === 2) code[i] = Op.ROT_TWO;
    if (n === 3) {
      code[i] = Op.ROT_THREE;
      code[i + 1] = Op.ROT_TWO;
      this.locs.set(i + 1, this.locs.get(i + 3) ?? null);
    }
    if (n > 1) this.resetConsts();
  }

  private foldOperation(i: number, op: number, operands: 1 | 2): number {
    const have = this.constOffsets.length;
    if (have < operands) return i;
    const start = this.constOffsets[have - operands] as number;
    if (!this.sameBlock(start, i - start + 1)) return i;
    const top = this.constValues[have - 1] as CodeConst;
    let value: ConstValue | undefined;
    if (top instanceof CodeObject) return i;
    if (operands === 1) value = foldUnary(op, top);
    else {
      const left = this.constValues[have - 2] as CodeConst;
      if (left instanceof CodeObject) return i;
      value = foldBinary(op, left, top);
    }
    if (value === undefined) return i;
    // A load is two bytes longer than an operator: it begins inside the operand's last load.
    this.replaceConsts(operands, i - 2, value, i);
    return i - 2;
  }

  /** A test whose jump lands on a test of the same value. */
  private jumpOrPop(i: number, op: number): boolean {
    const { code } = this;
    const target = this.jumpTarget(i);
    const next = code[target] as number;
    if (!isConditional(next)) return false;
    if (jumpsOnTrue(next) === jumpsOnTrue(op)) {
      this.setArg(i, this.jumpTarget(target));
      code[i] = next;
    } else {
      code[i] = jumpsOnTrue(op) ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE;
      this.setArg(i, target + 3);
    }
    return true;
  }

  /** A jump to a jump, or to a return. */
  private jump(i: number, op: number): number {
    const { code } = this;
    const target = this.jumpTarget(i);
    if (isUnconditional(op) && code[target] === Op.RETURN_VALUE) {
      code[i] = Op.RETURN_VALUE;
      code.fill(Op.NOP, i + 1, i + 3);
      return i;
    }
    if (!isUnconditional(code[target] as number)) return i;
    this.passed.set(i, [...(this.passed.get(i) ?? []), target]);
    let final = this.jumpTarget(target);
    const newOp = op === Op.JUMP_FORWARD ? Op.JUMP_ABSOLUTE : op;
    if (absolute[newOp] !== true) final -= i + 3;
    if (final < 0) return i;
    code[i] = newOp;
    this.setArg(i, final);
    return i;
  }

  /** Takes the NOPs out and moves jumps, line table and ranges along. */
  finish(lnotab: Uint8Array, edges: readonly number[]): Optimized {
    const { code } = this;
    const moved = new Int32Array(code.length + 1);
    let nops = 0;
    for (let i = 0; i < code.length; ) {
      const op = code[i] as number;
      const size = sizeOf(op);
      for (let k = 0; k < size; k++) moved[i + k] = i - nops + k;
      if (op === Op.NOP) nops++;
      i += size;
    }
    moved[code.length] = code.length - nops;

    const newLnotab = lnotab.slice();
    let original = 0;
    let last = 0;
    for (let i = 0; i < lnotab.length; i += 2) {
      original += lnotab[i] as number;
      const now = moved[original] as number;
      newLnotab[i] = now - last;
      last = now;
    }

    const out = new Uint8Array(code.length - nops);
    const table: LocTable = { offsets: [], locs: [] };
    let h = 0;
    for (let i = 0; i < code.length; ) {
      const op = code[i] as number;
      if (op === Op.NOP) {
        i++;
        continue;
      }
      if (absolute[op] === true) this.setArg(i, moved[this.arg(i)] as number);
      else if (relative[op] === true) this.setArg(i, (moved[this.arg(i) + i + 3] as number) - (moved[i] as number) - 3);
      if (this.locs.has(i)) {
        table.offsets.push(h);
        table.locs.push(this.locs.get(i) ?? null);
      }
      for (let size = sizeOf(op); size > 0; size--) out[h++] = code[i++] as number;
    }
    const newEdges: number[] = [];
    const copy = (rows: number, kind: number, to: number): void => {
      for (let i = 0; i < edges.length; i += 3) if (edges[i] === rows && edges[i + 1] === kind) newEdges.push(to, kind, edges[i + 2] as number);
    };
    if (edges.length > 0) {
      copy(-1, 0, -1);
      for (let i = 0; i < code.length; i += sizeOf(code[i] as number)) {
        // Of an instruction that is gone nothing is left to tell.
        if (code[i] === Op.NOP) continue;
        let from = i;
        for (const [old, now] of this.movedJumps) if (now === i) from = old;
        const to = moved[i] as number;
        copy(from, 0, to);
        for (const at of [from, ...(this.passed.get(i) ?? [])]) copy(at, 1, to);
      }
    }
    return { code: out, lnotab: newLnotab, table, edges: newEdges };
  }
}

const AGAIN = -1;
const ABORT = -2;

function markBlocks(code: Uint8Array): Int32Array {
  const starts = new Int32Array(code.length);
  for (let i = 0; i < code.length; i += sizeOf(code[i] as number)) {
    const op = code[i] as number;
    const isAbsolute = absolute[op] === true;
    if (!isAbsolute && relative[op] !== true) continue;
    const arg = (code[i + 1] as number) | ((code[i + 2] as number) << 8);
    const target = isAbsolute ? arg : arg + i + 3;
    if (target < code.length) starts[target] = 1;
  }
  let block = 0;
  for (let i = 0; i < code.length; i++) {
    block += starts[i] as number;
    starts[i] = block;
  }
  return starts;
}

/** Members in the order given, equal ones once: equality is Python's, 1 == 1.0 == True. */
function makeFrozenset(items: readonly ConstValue[]): ConstFrozenset {
  const seen = new Map<string, ConstValue>();
  for (const item of items) {
    const key = equalityKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return new ConstFrozenset([...seen.values()]);
}
