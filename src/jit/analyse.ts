/**
 * Where every instruction of a code object finds its values: the depth of the value stack and the open
 * blocks, by abstract walk. A `finally` body (also the end of a `with`) is entered in up to four ways, with different stacks:
 * with None, with an exception, with a `break` (its `Why`), with a `return` or `continue` (a value and its `Why`). Each of
 * the last three has a copy of the body (copies.ts): its instructions have places of their own. Null for code with a place
 * that is reached with two stacks, which no compiler writes: the block stack of a frame is made from what is known here.
 */
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { Block } from '../objects/frame.js';
import { plainOp, Quick } from '../vm/quick.js';
import { Why } from '../vm/why.js';
import { CopyKind, Copies, type CopyNumbers } from './copies.js';

export interface OpenBlock {
  readonly type: number;
  /** Offset, as frames have it. */
  readonly handler: number;
  readonly level: number;
  /** Where the instruction stands that opened it, and what is added to the offsets there. */
  readonly setup: number;
  readonly base: number;
  /** Id of what an exception goes to; -1: tier 0 does that, or none does. */
  readonly exc: number;
}

/** A way out of blocks: by `break`, `continue`, `return`, or the end of a `with` that silences. */
export interface Exit {
  readonly why: number;
  /** Of a `continue`: the offset it goes to, in the end. */
  readonly target: number;
  /** Id of the next place; RETURNS: out of the function; LEAVES: tier 0 does it. */
  readonly to: number;
  /** Blocks that are still open then. */
  readonly blocks: readonly OpenBlock[];
  /** Values on the stack that stay, and those that come on top. */
  readonly level: number;
  readonly pushed: number;
}
export const RETURNS = -1;
export const LEAVES = -2;

/** An instruction. Its id is `pc + base`. */
export interface Place {
  readonly pc: number;
  /** 0, and for copies of `finally` bodies multiples of `Analysis.size`. */
  readonly base: number;
  readonly op: number;
  readonly arg: number;
  /** Offset of the next. */
  readonly next: number;
  /** Values on the stack before it; -1: not reached. */
  depth: number;
  blocks: readonly OpenBlock[];
  /** Tier 0 goes on here. */
  leaves: boolean;
  /** WITH_CLEANUP_FINISH and END_FINALLY after an `__exit__` that was given an exception. */
  afterExit: boolean;
  /** Ways out of blocks that begin here. */
  exits: Exit[];
}

export interface Analysis {
  /** By id; undefined inside instructions. */
  readonly places: (Place | undefined)[];
  /** Ids of what is reached, as it is to stand in the text. */
  readonly order: readonly number[];
  /** Bytes of the code. */
  readonly size: number;
  /** How many values lie on the stack because of a `break` (1), `return` or `continue` (2) at the beginning of a copy; 0 elsewhere. */
  readonly pendingAt: (id: number) => number;
  /** Ids that start a block of straight code. */
  readonly leaders: Set<number>;
  /** Leaders at which the function can be entered from outside. */
  readonly entries: Set<number>;
  /** Entries that control flow inside the function does not come to. */
  readonly outside: Set<number>;
  /** The id an instruction may jump to, ways out of blocks aside. */
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

const jumpOf = (p: Place): number | undefined => (JUMPS.has(p.op) ? p.arg + p.base : undefined);

/** Whether the instruction is at the end of clauses none of which fitted, or of what an exception came to: it is raised again. (Of a `with`, there is a hole below it.) */
export function raisesAgain(p: Place): boolean {
  const b = p.blocks.at(-1);
  return p.op === Op.END_FINALLY && b !== undefined && b.type === Block.EXCEPT_HANDLER && (p.depth === b.level + 6 || p.afterExit);
}

/** Whether WITH_CLEANUP_START or WITH_CLEANUP_FINISH has an exception to do with. */
export function withException(p: Place): boolean {
  const b = p.blocks.at(-1);
  if (b === undefined || b.type !== Block.EXCEPT_HANDLER) return false;
  return p.op === Op.WITH_CLEANUP_START ? p.depth === b.level + 6 : p.op === Op.WITH_CLEANUP_FINISH && p.afterExit;
}

const ends = (p: Place): boolean => ENDS.has(p.op) || p.leaves || (p.exits.length > 0 && p.op !== Op.WITH_CLEANUP_FINISH) || raisesAgain(p);

/** What never raises, at whatever values. */
const QUIET = new Set<number>([
  Op.NOP, Op.EXTENDED_ARG, Op.LOAD_CONST, Op.STORE_FAST, Op.POP_TOP, Op.ROT_TWO, Op.ROT_THREE, Op.ROT_FOUR, Op.ROT_N, Op.DUP_TOP, Op.DUP_TOP_TWO, Op.JUMP_FORWARD, Op.JUMP_ABSOLUTE,
  Quick.JUMP_BACK, Op.SETUP_LOOP, Op.SETUP_EXCEPT, Op.SETUP_FINALLY, Op.POP_BLOCK, Op.POP_EXCEPT, Op.BREAK_LOOP, Op.CONTINUE_LOOP, Op.RETURN_VALUE, Op.LOAD_CLOSURE, Op.STORE_DEREF,
]);

/** The id that an exception at `p` goes to inside the function; -1: out of it, or by tier 0. */
export function catcher(p: Place): number {
  if (QUIET.has(p.op) || (p.op === Op.END_FINALLY && !raisesAgain(p))) return -1;
  for (let i = p.blocks.length - 1; i >= 0; i--) {
    const { type, exc } = p.blocks[i]!;
    if (type === Block.EXCEPT || type === Block.FINALLY) return exc;
  }
  return -1;
}

/** `numbers`: those of copies made before, which frames may have; null: no copies are made. */
export function analyse(code: PyCode, extra: ReadonlySet<number>, numbers: CopyNumbers | null): Analysis | null {
  const ops = code.ops!;
  const bytes = code.co.code;
  const size = bytes.length;
  const places: (Place | undefined)[] = [];
  for (let i = 0; i < size; ) {
    const op = plainOp(ops, bytes, i);
    const next = i + (bytes[i]! < HAVE_ARGUMENT ? 1 : 3);
    places[i] = { pc: i, base: 0, op, arg: ops[i + 1]!, next, depth: -1, blocks: [], leaves: false, afterExit: false, exits: [] };
    i = next;
  }
  const leaders = new Set<number>();
  const entries = new Set<number>();
  const outside = new Set<number>();
  const work: number[] = [];
  const copies = new Copies(size, numbers);
  let ambiguous = false;
  const placeAt = (id: number): Place | undefined => {
    const known = places[id];
    if (known !== undefined || id < size) return known;
    const p = places[id % size];
    if (p !== undefined) places[id] = { ...p, base: id - p.pc, depth: -1, blocks: [], leaves: false, afterExit: false, exits: [] };
    return places[id];
  };
  const reach = (id: number, depth: number, blocks: readonly OpenBlock[], entry: boolean, jump: boolean): void => {
    const p = placeAt(id);
    if (p === undefined || depth < 0) return;
    if (jump || entry) leaders.add(id);
    if (entry) entries.add(id);
    if (p.depth >= 0) {
      if (p.depth !== depth || p.blocks.length !== blocks.length || p.blocks.some((b, i) => b.type !== blocks[i]!.type || b.level !== blocks[i]!.level)) ambiguous = true;
      return;
    }
    copies.reached++;
    p.depth = depth | 0; // no -0: a frame's `sp` must stay a small int to V8
    p.blocks = blocks;
    work.push(id);
  };
  /** Leaves `blocks` because of `why`, as far as the next `finally`. */
  const exit = (p: Place, why: number, target: number, blocks: readonly OpenBlock[]): void => {
    const add = (to: number, open: readonly OpenBlock[], level: number, pushed: number): void => {
      if (p.exits.some((x) => x.why === why && x.target === target)) return;
      p.exits.push({ why, target, to, blocks: open, level, pushed });
    };
    for (let n = blocks.length - 1; n >= 0; n--) {
      const { type, handler, level, setup, base } = blocks[n]!;
      const open = blocks.slice(0, n);
      if (type === Block.FINALLY) {
        const kind = why === Why.BREAK ? CopyKind.ONE : CopyKind.TWO;
        const pushed = kind === CopyKind.ONE ? 1 : 2;
        const head = copies.head(base, setup, handler, kind, level + pushed, open.length);
        if (head < 0) add(LEAVES, blocks, 0, 0);
        else {
          add(head, open, level, pushed);
          reach(head, level + pushed, open, false, true);
          for (const end of copies.addWhy(head, why, target)) work.push(end);
        }
        return;
      }
      if (type !== Block.LOOP || why === Why.RETURN) continue;
      if (why === Why.BREAK) {
        add(handler + base, open, level, 0);
        reach(handler + base, level, open, false, true);
      } else {
        const to = target + base;
        const at = placeAt(to);
        if (at === undefined || at.depth !== level + (at.op === Op.FOR_ITER ? 1 : 0)) add(LEAVES, blocks, 0, 0);
        else {
          add(to, blocks.slice(0, n + 1), at.depth, 0);
          reach(to, at.depth, blocks.slice(0, n + 1), true, true);
        }
      }
      return;
    }
    add(why === Why.RETURN ? RETURNS : LEAVES, [], 0, 0);
  };
  /** The block that begins at `p`, a SETUP_FINALLY or SETUP_WITH: its exceptions go to a copy of its body. */
  const finallyBlock = (p: Place, level: number): OpenBlock => {
    const exc = copies.head(p.base, p.pc, p.arg, CopyKind.EXCEPTION, level + 6, p.blocks.length + 1);
    const b: OpenBlock = { type: Block.FINALLY, handler: p.arg, level, setup: p.pc, base: p.base, exc };
    if (exc >= 0) {
      reach(exc, level + 6, [...p.blocks, handlerAt(level)], true, true);
      outside.add(exc);
      // Its copies stand before the body in the text.
      leaders.add(p.arg + p.base);
    }
    return b;
  };
  const handlerAt = (level: number): OpenBlock => ({ type: Block.EXCEPT_HANDLER, handler: -1, level, setup: -1, base: 0, exc: -1 });
  reach(0, 0, [], true, true);
  while (work.length > 0) {
    const id = work.pop()!;
    const p = places[id]!;
    const { pc, base, op, depth, blocks } = p;
    const next = p.next + base;
    const arg = p.arg + base;
    switch (op) {
      case Op.JUMP_FORWARD:
        reach(arg, depth, blocks, false, true);
        continue;
      case Op.JUMP_ABSOLUTE:
      case Quick.JUMP_BACK:
        reach(arg, depth, blocks, p.arg <= pc, true);
        continue;
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
        reach(arg, depth - 1, blocks, p.arg <= pc, true);
        reach(next, depth - 1, blocks, false, false);
        continue;
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        reach(arg, depth, blocks, p.arg <= pc, true);
        reach(next, depth - 1, blocks, false, false);
        continue;
      case Op.FOR_ITER:
        reach(next, depth + 1, blocks, extra.has(p.next), extra.has(p.next));
        reach(arg, depth - 1, blocks, extra.has(p.arg), true);
        continue;
      case Op.SETUP_LOOP:
        reach(next, depth, [...blocks, { type: Block.LOOP, handler: p.arg, level: depth, setup: pc, base, exc: -1 }], false, false);
        continue;
      case Op.SETUP_EXCEPT:
        reach(next, depth, [...blocks, { type: Block.EXCEPT, handler: p.arg, level: depth, setup: pc, base, exc: arg }], false, false);
        reach(arg, depth + 6, [...blocks, handlerAt(depth)], true, true);
        outside.add(arg);
        continue;
      case Op.SETUP_FINALLY:
        reach(next, depth, [...blocks, finallyBlock(p, depth)], false, false);
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
      case Op.BREAK_LOOP:
        exit(p, Why.BREAK, 0, blocks);
        continue;
      case Op.CONTINUE_LOOP:
        exit(p, Why.CONTINUE, p.arg, blocks);
        continue;
      case Op.SETUP_WITH:
        reach(next, depth + 1, [...blocks, finallyBlock(p, depth)], false, false);
        continue;
      case Op.RETURN_VALUE:
        if (blocks.some((b) => b.type === Block.FINALLY)) exit(p, Why.RETURN, 0, blocks);
        continue;
      case Op.RAISE_VARARGS:
        continue;
      case Op.WITH_CLEANUP_START: {
        if (!withException(p)) break;
        // `__exit__` is taken out from under what is on the stack; the handler's block moves down by one.
        const { level } = blocks.at(-1)!;
        placeAt(next)!.afterExit = true;
        reach(next, depth + 2, [...blocks.slice(0, -1), handlerAt(level - 1)], false, false);
        continue;
      }
      case Op.WITH_CLEANUP_FINISH: {
        if (!withException(p)) break;
        const { level } = blocks.at(-1)!;
        const behind = places[p.next]!.next + copies.parent(base);
        const outer = blocks.slice(0, -1);
        p.exits.push({ why: Why.SILENCED, target: 0, to: behind, blocks: outer, level, pushed: 0 });
        reach(behind, level, outer, false, true);
        placeAt(next)!.afterExit = true;
        break;
      }
      case Op.END_FINALLY: {
        if (raisesAgain(p)) continue;
        const whys = copies.endOf(id, depth, blocks.length, places[copies.headOf(base)]?.op === Op.WITH_CLEANUP_START);
        if (whys !== null) {
          for (const { why, target } of whys) exit(p, why, target, blocks);
          continue;
        }
        break;
      }
      case Op.YIELD_FROM:
        // Resumed at itself, with what was sent; behind it when the delegate has ended.
        leaders.add(id);
        entries.add(id);
        break;
      default:
    }
    const e = effect(op, p.arg);
    if (e === undefined) {
      p.leaves = true;
      continue;
    }
    const entry = op === Op.YIELD_VALUE || op === Op.YIELD_FROM || extra.has(p.next);
    reach(next, depth + e, blocks, entry, entry);
  }
  return ambiguous ? null : { places, order: copies.order(places), size, pendingAt: (id) => copies.pendingAt(id), leaders, entries, outside, jumpOf, ends };
}

/** Whether the stack at `from`, after it jumped, is what `to` was analysed with. */
export function joins(a: Analysis, from: number, to: number): boolean {
  const p = a.places[from]!;
  const t = a.places[to];
  if (t === undefined || t.depth < 0) return false;
  switch (p.op) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.FOR_ITER:
      return t.depth === p.depth - 1 && t.blocks.length === p.blocks.length;
    default:
      return t.depth === p.depth && t.blocks.length === p.blocks.length;
  }
}
