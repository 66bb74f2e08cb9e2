/**
 * Where every instruction of a code object finds its values: the depth of the value stack and the open
 * blocks, by abstract walk. A `finally` body is walked as it is entered without an exception; tier 0 enters it in
 * the other ways. Null for code with a place that is reached with two stacks, which no compiler writes: the block
 * stack of a frame is made from what is known here.
 */
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { Block } from '../objects/frame.js';
import { plainOp, Quick } from '../vm/quick.js';

export interface OpenBlock {
  readonly type: number;
  readonly handler: number;
  readonly level: number;
}

export interface Place {
  readonly op: number;
  readonly arg: number;
  readonly next: number;
  /** Values on the stack before it; -1: not reached. */
  depth: number;
  blocks: readonly OpenBlock[];
  /** Tier 0 goes on here. */
  leaves: boolean;
}

export interface Analysis {
  /** By offset; undefined inside instructions. */
  readonly places: (Place | undefined)[];
  readonly order: readonly number[];
  /** Offsets that start a block of straight code. */
  readonly leaders: Set<number>;
  /** Leaders at which the function can be entered from outside. */
  readonly entries: Set<number>;
  /** Entries that control flow inside the function does not come to. */
  readonly outside: Set<number>;
  /** Where an instruction may jump to. */
  readonly jumpOf: (p: Place) => number | undefined;
  /** Whether the text goes on behind an instruction only by a jump. */
  readonly ends: (p: Place) => boolean;
}

const ONE_LESS = new Set<number>([
  Op.BINARY_ADD, Op.BINARY_SUBTRACT, Op.BINARY_MULTIPLY, Op.BINARY_TRUE_DIVIDE, Op.BINARY_FLOOR_DIVIDE, Op.BINARY_MODULO, Op.BINARY_POWER,
  Op.BINARY_MATRIX_MULTIPLY, Op.BINARY_LSHIFT, Op.BINARY_RSHIFT, Op.BINARY_AND, Op.BINARY_OR, Op.BINARY_XOR, Op.BINARY_SUBSCR,
  Op.INPLACE_ADD, Op.INPLACE_SUBTRACT, Op.INPLACE_MULTIPLY, Op.INPLACE_TRUE_DIVIDE, Op.INPLACE_FLOOR_DIVIDE, Op.INPLACE_MODULO, Op.INPLACE_POWER,
  Op.INPLACE_MATRIX_MULTIPLY, Op.INPLACE_LSHIFT, Op.INPLACE_RSHIFT, Op.INPLACE_AND, Op.INPLACE_OR, Op.INPLACE_XOR,
  Op.COMPARE_OP, Op.POP_TOP, Op.STORE_FAST, Op.STORE_GLOBAL, Op.STORE_NAME, Op.STORE_DEREF, Op.LIST_APPEND, Op.SET_ADD, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE,
  Op.END_FINALLY, Op.DELETE_ATTR, Op.YIELD_FROM,
]);
const SAME = new Set<number>([
  Op.ROT_TWO, Op.ROT_THREE, Op.ROT_FOUR, Op.ROT_N, Op.NOP, Op.EXTENDED_ARG, Op.UNARY_NEGATIVE, Op.UNARY_POSITIVE, Op.UNARY_NOT, Op.UNARY_INVERT,
  Op.GET_ITER, Op.LOAD_ATTR, Op.DELETE_FAST, Op.DELETE_DEREF, Op.DELETE_NAME, Op.DELETE_GLOBAL, Op.SETUP_LOOP, Op.SETUP_EXCEPT, Op.SETUP_FINALLY, Op.JUMP_FORWARD,
  Op.JUMP_ABSOLUTE, Quick.JUMP_BACK, Op.YIELD_VALUE, Op.GET_YIELD_FROM_ITER, Op.GET_AWAITABLE, Op.COPY_DICT_WITHOUT_KEYS,
]);
const ONE_MORE = new Set<number>([Op.DUP_TOP, Op.LOAD_FAST, Op.LOAD_CONST, Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.LOAD_DEREF, Op.LOAD_CLOSURE, Op.LOAD_CLASSDEREF, Quick.LOAD_METHOD,
  Op.GET_LEN, Op.MATCH_MAPPING, Op.MATCH_SEQUENCE, Op.IMPORT_FROM, Op.LOAD_BUILD_CLASS]);

/** Values that a call with `*` or `**` takes from the stack, the function included. */
export const starOperands = (op: number, arg: number): number => (arg & 255) + 2 * ((arg >> 8) & 255) + (op === Op.CALL_FUNCTION_VAR_KW ? 3 : 2);

/** What an instruction does to the depth when it goes on to the next; undefined: tier 0 does it. */
export function effect(op: number, arg: number): number | undefined {
  if (ONE_LESS.has(op)) return -1;
  if (SAME.has(op)) return 0;
  if (ONE_MORE.has(op)) return 1;
  switch (op) {
    case Op.DUP_TOP_TWO:
      return 2;
    case Op.STORE_ATTR:
    case Op.DELETE_SUBSCR:
    case Op.MAP_ADD:
    case Op.MAP_ADD_VK:
      return -2;
    case Op.STORE_SUBSCR:
      return -3;
    case Op.CALL_FUNCTION_VAR:
    case Op.CALL_FUNCTION_KW:
    case Op.CALL_FUNCTION_VAR_KW:
      return 1 - starOperands(op, arg);
    case Op.UNPACK_EX:
      return (arg & 255) + (arg >> 8);
    case Op.MATCH_KEYS:
      return 2;
    case Op.IMPORT_NAME:
    case Op.MATCH_CLASS:
      return -1;
    case Op.WITH_CLEANUP_START:
      return 1;
    case Op.WITH_CLEANUP_FINISH:
      return -2;
    case Op.FOR_ITER:
      return 1;
    case Op.CALL_FUNCTION:
      return -(arg & 255) - 2 * (arg >> 8);
    case Quick.CALL_METHOD:
      return -arg - 1;
    case Op.BUILD_TUPLE:
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
    case Op.BUILD_STRING:
    case Op.BUILD_LIST_UNPACK:
    case Op.BUILD_TUPLE_UNPACK:
    case Op.BUILD_SET_UNPACK:
    case Op.BUILD_MAP_UNPACK:
      return 1 - arg;
    case Op.BUILD_MAP_UNPACK_WITH_CALL:
      return 1 - (arg & 255);
    case Op.BUILD_MAP:
      return 1 - 2 * arg;
    case Op.BUILD_SLICE:
      return 1 - arg;
    case Op.UNPACK_SEQUENCE:
      return arg - 1;
    case Op.FORMAT_VALUE:
      return arg & 4 ? -1 : 0;
    case Op.MAKE_FUNCTION:
    case Op.MAKE_CLOSURE:
      return 1 - ((arg & 255) + 2 * ((arg >> 8) & 255) + (arg >>> 16) + 2 + (op === Op.MAKE_CLOSURE ? 1 : 0));
    default:
      return undefined;
  }
}

const JUMPS = new Set<number>([
  Op.JUMP_FORWARD, Op.JUMP_ABSOLUTE, Quick.JUMP_BACK, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.JUMP_IF_FALSE_OR_POP, Op.JUMP_IF_TRUE_OR_POP, Op.FOR_ITER,
]);
const ENDS = new Set<number>([Op.JUMP_FORWARD, Op.JUMP_ABSOLUTE, Quick.JUMP_BACK, Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.BREAK_LOOP, Op.CONTINUE_LOOP]);

function jumpOf(p: Place): number | undefined {
  if (JUMPS.has(p.op)) return p.arg;
  if (p.op === Op.CONTINUE_LOOP) return p.leaves ? undefined : p.arg;
  if (p.op !== Op.BREAK_LOOP) return undefined;
  const n = loopAt(p.blocks);
  return n < 0 ? undefined : p.blocks[n]!.handler;
}

/** Index of the innermost loop, where nothing but `except` lies between: -1 otherwise. */
export function loopAt(blocks: readonly OpenBlock[]): number {
  for (let i = blocks.length - 1; i >= 0; i--) {
    if (blocks[i]!.type === Block.LOOP) return i;
    if (blocks[i]!.type === Block.FINALLY) return -1;
  }
  return -1;
}

const ends = (p: Place): boolean => ENDS.has(p.op) || p.leaves;

const MAX_BODY = 40;
const NOT_STRAIGHT = new Set<number>([...JUMPS, ...ENDS, Op.SETUP_LOOP, Op.SETUP_EXCEPT, Op.SETUP_FINALLY, Op.SETUP_WITH, Op.POP_BLOCK, Op.POP_EXCEPT, Op.YIELD_VALUE, Op.YIELD_FROM]);

/** What neither raises nor calls, where the compiler writes it: the end of `except ... as name`. */
const QUIET = new Set<number>([Op.LOAD_CONST, Op.STORE_FAST, Op.DELETE_FAST, Op.STORE_DEREF, Op.DELETE_DEREF, Op.END_FINALLY]);

/**
 * Offsets of the `finally` body of block `n` of `blocks`, END_FINALLY the last, when it can be written anywhere: it has no
 * jumps, and the blocks open in it are those below. (That of `except ... as name` is come to, else, when the handler has
 * ended: it does nothing that asks for blocks.) Null for any other.
 */
export function straightBody(a: Analysis, blocks: readonly OpenBlock[], n: number): readonly number[] | null {
  const { handler } = blocks[n]!;
  const same = a.places[handler]?.blocks.length === n;
  const out: number[] = [];
  for (let pc = handler; out.length < MAX_BODY; ) {
    const p = a.places[pc];
    if (p === undefined || p.depth < 0 || p.leaves || NOT_STRAIGHT.has(p.op) || !(same || QUIET.has(p.op))) return null;
    out.push(pc);
    if (p.op === Op.END_FINALLY) return out;
    pc = p.next;
  }
  return null;
}

/** Whether the body at `pc` is the end of `except ... as name`. */
function isQuiet(places: readonly (Place | undefined)[], pc: number): boolean {
  for (let p = places[pc]; p !== undefined && QUIET.has(p.op); p = places[p.next]) if (p.op === Op.END_FINALLY) return true;
  return false;
}

export function analyse(code: PyCode, extra: ReadonlySet<number>): Analysis | null {
  const ops = code.ops!;
  const bytes = code.co.code;
  const places: (Place | undefined)[] = [];
  const order: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const op = plainOp(ops, bytes, i);
    const next = i + (bytes[i]! < HAVE_ARGUMENT ? 1 : 3);
    places[i] = { op, arg: ops[i + 1]!, next, depth: -1, blocks: [], leaves: false };
    order.push(i);
    i = next;
  }
  const leaders = new Set<number>();
  const entries = new Set<number>();
  const outside = new Set<number>();
  const work: number[] = [];
  let ambiguous = false;
  const reach = (pc: number, depth: number, blocks: readonly OpenBlock[], entry: boolean, jump: boolean): void => {
    const p = places[pc];
    if (p === undefined || depth < 0) return;
    if (jump || entry) leaders.add(pc);
    if (entry) entries.add(pc);
    if (p.depth >= 0) {
      if (p.depth !== depth || p.blocks.length !== blocks.length || p.blocks.some((b, i) => b.type !== blocks[i]!.type || b.level !== blocks[i]!.level)) ambiguous = true;
      return;
    }
    p.depth = depth | 0; // no -0: a frame's `sp` must stay a small int to V8
    p.blocks = blocks;
    work.push(pc);
  };
  /** Where `finally` and `with` begin. */
  const setups: number[] = [];
  /** The blocks open in bodies that are never left at their end. */
  const endless = new Set<readonly OpenBlock[]>();
  reach(0, 0, [], true, true);
  for (;;) {
    if (work.length === 0) {
      // A body that nothing but exceptions and returns come to is known as if it were entered with None.
      const p = setups.map((at) => places[at]!).find((x) => places[x.arg]?.depth === -1);
      if (p === undefined) break;
      const { blocks } = p;
      if (blocks.at(-1)?.type === Block.EXCEPT_HANDLER && isQuiet(places, p.arg)) {
        // The end of an `except ... as name` that always raises or returns: nothing goes on behind it.
        const inside = blocks.slice();
        endless.add(inside);
        reach(p.arg, p.depth + 1, inside, false, false);
      } else reach(p.arg, p.depth + 1, blocks, false, false);
      continue;
    }
    const pc = work.pop()!;
    const p = places[pc]!;
    const { op, arg, next, depth, blocks } = p;
    switch (op) {
      case Op.JUMP_FORWARD:
        reach(arg, depth, blocks, false, true);
        continue;
      case Op.JUMP_ABSOLUTE:
      case Quick.JUMP_BACK:
        reach(arg, depth, blocks, arg <= pc, true);
        continue;
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
        reach(arg, depth - 1, blocks, arg <= pc, true);
        reach(next, depth - 1, blocks, false, false);
        continue;
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        reach(arg, depth, blocks, arg <= pc, true);
        reach(next, depth - 1, blocks, false, false);
        continue;
      case Op.FOR_ITER:
        reach(next, depth + 1, blocks, extra.has(next), extra.has(next));
        reach(arg, depth - 1, blocks, extra.has(arg), true);
        continue;
      case Op.SETUP_LOOP:
        reach(next, depth, [...blocks, { type: Block.LOOP, handler: arg, level: depth }], false, false);
        continue;
      case Op.SETUP_EXCEPT:
        reach(next, depth, [...blocks, { type: Block.EXCEPT, handler: arg, level: depth }], false, false);
        reach(arg, depth + 6, [...blocks, { type: Block.EXCEPT_HANDLER, handler: -1, level: depth }], true, true);
        outside.add(arg);
        continue;
      case Op.SETUP_FINALLY:
        reach(next, depth, [...blocks, { type: Block.FINALLY, handler: arg, level: depth }], false, false);
        setups.push(pc);
        continue;
      case Op.POP_BLOCK: {
        const b = blocks.at(-1);
        if (b !== undefined) reach(next, b.level, blocks.slice(0, -1), false, false);
        else p.leaves = true;
        continue;
      }
      case Op.POP_EXCEPT: {
        const b = blocks.at(-1);
        if (b !== undefined && b.type === Block.EXCEPT_HANDLER) reach(next, b.level, blocks.slice(0, -1), false, false);
        else p.leaves = true;
        continue;
      }
      case Op.BREAK_LOOP: {
        const n = loopAt(blocks);
        if (n >= 0) reach(blocks[n]!.handler, blocks[n]!.level, blocks.slice(0, n), false, true);
        else p.leaves = true;
        continue;
      }
      case Op.CONTINUE_LOOP: {
        const n = loopAt(blocks);
        const target = places[arg];
        if (n >= 0 && target !== undefined && target.depth === blocks[n]!.level + (target.op === Op.FOR_ITER ? 1 : 0)) reach(arg, target.depth, blocks.slice(0, n + 1), true, true);
        else p.leaves = true;
        continue;
      }
      case Op.SETUP_WITH:
        reach(next, depth + 1, [...blocks, { type: Block.FINALLY, handler: arg, level: depth }], false, false);
        setups.push(pc);
        continue;
      case Op.RETURN_VALUE:
      case Op.RAISE_VARARGS:
        continue;
      case Op.END_FINALLY: {
        // At the end of the `except` clauses, none of which fitted: it always raises again.
        if (endless.has(blocks)) continue;
        const b = blocks.at(-1);
        if (b !== undefined && b.type === Block.EXCEPT_HANDLER && depth === b.level + 6) {
          p.leaves = true;
          continue;
        }
        break;
      }
      case Op.YIELD_FROM:
        // Resumed at itself, with what was sent; behind it when the delegate has ended.
        leaders.add(pc);
        entries.add(pc);
        break;
      default:
    }
    const e = effect(op, arg);
    if (e === undefined) {
      p.leaves = true;
      continue;
    }
    const entry = op === Op.YIELD_VALUE || op === Op.YIELD_FROM || extra.has(next);
    reach(next, depth + e, blocks, entry, entry);
  }
  return ambiguous ? null : { places, order, leaders, entries, outside, jumpOf, ends };
}

/** Whether the stack at `from`, after it jumped, is what `to` was analysed with. */
export function joins(a: Analysis, from: number, to: number): boolean {
  const p = a.places[from]!;
  const t = a.places[to]!;
  if (t.depth < 0) return false;
  switch (p.op) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.FOR_ITER:
      return t.depth === p.depth - 1 && t.blocks.length === p.blocks.length;
    case Op.BREAK_LOOP: {
      const n = loopAt(p.blocks);
      return t.depth === p.blocks[n]!.level && t.blocks.length === n;
    }
    case Op.CONTINUE_LOOP:
      return t.blocks.length === loopAt(p.blocks) + 1;
    default:
      return t.depth === p.depth && t.blocks.length === p.blocks.length;
  }
}
