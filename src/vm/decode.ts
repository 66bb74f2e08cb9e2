/**
 * Decoding: `co_code` to the Int32Array the run loop executes. The slot of offset i holds the opcode of
 * the instruction at i, slot i + 1 its whole argument (EXTENDED_ARG folded in, relative jumps made
 * absolute), so offsets, jump targets and `f_lasti` are the same in both. Pairs are fused here, once.
 */
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { Operand, plainOp, Quick } from './quick.js';
import { fuseTemps } from './temps.js';

/** What an opcode's argument means here: 1 a target relative to the next instruction, 2 an absolute one. */
export const TARGET = new Uint8Array(256);
const RELATIVE: readonly number[] = [Op.FOR_ITER, Op.JUMP_FORWARD, Op.SETUP_LOOP, Op.SETUP_EXCEPT, Op.SETUP_FINALLY, Op.SETUP_WITH, Op.SETUP_ASYNC_WITH];
const ABSOLUTE: readonly number[] = [Op.JUMP_IF_FALSE_OR_POP, Op.JUMP_IF_TRUE_OR_POP, Op.JUMP_ABSOLUTE, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.CONTINUE_LOOP];
for (const op of RELATIVE) TARGET[op] = 1;
for (const op of ABSOLUTE) TARGET[op] = 2;

const interned = new Map<string, string>();
/** One JS string per name, so that comparing names is comparing pointers. */
export function intern(s: string): string {
  const known = interned.get(s);
  if (known !== undefined) return known;
  interned.set(s, s);
  return s;
}

/** Fills in what running `code` needs. `fuse` false: no quick forms (checked mode, tracing). */
export function decode(code: PyCode, fuse = true): void {
  const bytes = code.co.code;
  const ops = new Int32Array(bytes.length + 8);
  const starts: number[] = [];
  /** How many instructions jump to an offset. */
  const targets = new Uint16Array(bytes.length + 1);
  let ext = 0;
  let loops = false;
  for (let i = 0; i < bytes.length; ) {
    const op = bytes[i]!;
    starts.push(i);
    ops[i] = op;
    if (op < HAVE_ARGUMENT) {
      i += 1;
      continue;
    }
    let arg = bytes[i + 1]! | (bytes[i + 2]! << 8);
    if (op === Op.EXTENDED_ARG) {
      ext = arg << 16;
      ops[i + 1] = arg;
      i += 3;
      continue;
    }
    arg |= ext;
    ext = 0;
    const target = TARGET[op]!;
    if (target === 1) arg += i + 3;
    ops[i + 1] = arg;
    if (target !== 0) targets[arg]!++;
    if (op === Op.JUMP_ABSOLUTE && arg <= i) {
      ops[i] = Quick.JUMP_BACK;
      loops = true;
    }
    i += 3;
  }
  if (loops) countBackJumps(ops, starts);
  code.consts = code.constValues().items;
  code.names = code.co.names.map(intern);
  const caches: unknown[] = (code.caches = new Array(bytes.length).fill(undefined));
  for (const i of starts) if (ops[i] === Op.LOAD_CONST) caches[i] = code.consts[ops[i + 1]!];
  // The body of a class or module without loops runs once: making quick forms takes longer than they save.
  fuse &&= code.isFunction || loops;
  code.fused = fuse;
  if (fuse) {
    code.stackSize = code.co.stacksize + fuseMethods(ops, starts, targets);
    code.boxes = fuseTemps(ops, starts, targets);
    fusePairs(ops, starts);
  }
  code.ops = ops;
}

const CONDITIONAL = new Set<number>([Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.JUMP_IF_FALSE_OR_POP, Op.JUMP_IF_TRUE_OR_POP]);

/**
 * The peephole optimiser lets a test at the end of a loop's body jump straight to the loop's start. Steps are counted
 * at JUMP_BACK only, so such a test jumps to one again, as the compiler first had it.
 */
function countBackJumps(ops: Int32Array, starts: readonly number[]): void {
  let backs: Map<number, number> | null = null;
  for (const i of starts) {
    if (!CONDITIONAL.has(ops[i]!) || ops[i + 1]! > i) continue;
    if (backs === null) {
      backs = new Map();
      for (const k of starts) if (ops[k] === Quick.JUMP_BACK) backs.set(ops[k + 1]!, k);
    }
    const via = backs.get(ops[i + 1]!);
    if (via !== undefined) ops[i + 1] = via;
  }
}

/** What fusion of calls knows of an opcode's stack use: 1 + pops, when that is no matter of the argument; 0: see popsOf. Each pushes one. */
const POPS = new Uint8Array(256);
const BY_ARGUMENT = 255;
for (const op of [Op.LOAD_FAST, Op.LOAD_CONST, Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.LOAD_DEREF, Op.LOAD_CLOSURE, Op.LOAD_CLASSDEREF]) POPS[op] = 1;
for (const op of [Op.UNARY_NEGATIVE, Op.UNARY_NOT, Op.UNARY_INVERT, Op.UNARY_POSITIVE, Op.LOAD_ATTR, Op.GET_ITER]) POPS[op] = 2;
for (const op of [
  Op.BINARY_ADD, Op.BINARY_SUBTRACT, Op.BINARY_MULTIPLY, Op.BINARY_TRUE_DIVIDE, Op.BINARY_FLOOR_DIVIDE, Op.BINARY_MODULO,
  Op.BINARY_POWER, Op.BINARY_SUBSCR, Op.BINARY_AND, Op.BINARY_OR, Op.BINARY_XOR, Op.BINARY_LSHIFT, Op.BINARY_RSHIFT, Op.COMPARE_OP,
]) POPS[op] = 3;
for (const op of [Op.BUILD_TUPLE, Op.BUILD_LIST, Op.BUILD_SET, Op.BUILD_STRING, Op.BUILD_MAP, Op.BUILD_SLICE, Op.FORMAT_VALUE, Op.CALL_FUNCTION]) POPS[op] = BY_ARGUMENT;

/** Pops of an opcode that POPS leaves to the argument. */
function popsOf(op: number, n: number): number {
  switch (op) {
    case Op.BUILD_MAP:
      return 2 * n;
    case Op.FORMAT_VALUE:
      return n & 4 ? 2 : 1;
    case Op.CALL_FUNCTION:
      return (n & 255) + 2 * (n >> 8) + 1;
    default:
      return n;
  }
}

/**
 * Finds each LOAD_ATTR whose value is called by a CALL_FUNCTION without keywords further on, and turns the two into
 * LOAD_METHOD and CALL_METHOD: no bound method is made. Between them may be what has its stack use in POPS, and forward
 * jumps within arguments (`a.append(x if y else z)`): where ways meet, only what all of them have is known.
 * Returns how many more stack slots that may need.
 */
function fuseMethods(ops: Int32Array, starts: readonly number[], jumps: Uint16Array): number {
  /** Offset of the LOAD_ATTR that made each value on top of the stack, -1 for others. */
  let stack: number[] = [];
  /** What the jumps to an offset bring there, and how many they are so far. */
  const coming = new Map<number, { stack: number[]; count: number }>();
  let extra = 0;
  const jump = (to: number, from: number): void => {
    if (to <= from) return;
    const known = coming.get(to);
    if (known === undefined) coming.set(to, { stack: stack.slice(), count: 1 });
    else {
      known.stack = meet(known.stack, stack);
      known.count++;
    }
  };
  let reached = true;
  for (const i of starts) {
    const op = ops[i]!;
    if (jumps[i] !== 0) {
      const known = coming.get(i);
      stack = known === undefined || known.count !== jumps[i] ? [] : reached ? meet(known.stack, stack) : known.stack;
      reached = true;
    }
    const arg = ops[i + 1]!;
    switch (op) {
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
        stack.pop();
        jump(arg, i);
        continue;
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        if (stack.length > 0) stack[stack.length - 1] = -1;
        jump(arg, i);
        stack.pop();
        continue;
      case Op.JUMP_FORWARD:
        jump(arg, i);
        stack = [];
        reached = false;
        continue;
    }
    const use = POPS[op]!;
    if (use === 0) {
      stack = [];
      continue;
    }
    const pops = use === BY_ARGUMENT ? popsOf(op, arg) : use - 1;
    if (op === Op.CALL_FUNCTION && arg < 256 && stack.length >= pops) {
      const callee = stack[stack.length - pops]!;
      if (callee >= 0) {
        ops[callee] = Quick.LOAD_METHOD;
        ops[i] = Quick.CALL_METHOD;
      }
    }
    stack.length = Math.max(0, stack.length - pops);
    stack.push(op === Op.LOAD_ATTR ? i : -1);
    if (op === Op.LOAD_ATTR) {
      let pending = 0;
      for (const by of stack) if (by >= 0) pending++;
      if (pending > extra) extra = pending;
    }
  }
  return extra;
}

/** The values on top that two ways to one place agree on the number of; those they make differently are not known. */
function meet(a: readonly number[], b: readonly number[]): number[] {
  const n = Math.min(a.length, b.length);
  const out: number[] = [];
  for (let k = 0; k < n; k++) {
    const x = a[a.length - n + k]!;
    out.push(x === b[b.length - n + k] ? x : -1);
  }
  return out;
}

/** Operators that take an operand from where it is, and the forms with one such operand and with two. */
const OPERATORS = new Map<number, readonly [number, number]>([
  ...[Op.BINARY_ADD, Op.INPLACE_ADD, Quick.ADD_TEMP].map((op) => [op, [Quick.LOAD_ADD, Quick.LOAD_LOAD_ADD]] as const),
  ...[Op.BINARY_SUBTRACT, Op.INPLACE_SUBTRACT, Quick.SUBTRACT_TEMP].map((op) => [op, [Quick.LOAD_SUBTRACT, Quick.LOAD_LOAD_SUBTRACT]] as const),
  ...[Op.BINARY_MULTIPLY, Op.INPLACE_MULTIPLY, Quick.MULTIPLY_TEMP].map((op) => [op, [Quick.LOAD_MULTIPLY, Quick.LOAD_LOAD_MULTIPLY]] as const),
  [Op.BINARY_SUBSCR, [Quick.LOAD_SUBSCR, Quick.LOAD_LOAD_SUBSCR]],
  [Op.COMPARE_OP, [Quick.LOAD_COMPARE, Quick.LOAD_LOAD_COMPARE]],
  ...[Op.BINARY_MODULO, Op.INPLACE_MODULO].map((op) => [op, [Quick.LOAD_MODULO, Quick.LOAD_LOAD_MODULO]] as const),
  ...[
    Op.BINARY_AND, Op.INPLACE_AND, Op.BINARY_OR, Op.INPLACE_OR, Op.BINARY_XOR, Op.INPLACE_XOR, Op.BINARY_LSHIFT, Op.INPLACE_LSHIFT, Op.BINARY_RSHIFT, Op.INPLACE_RSHIFT,
  ].map((op) => [op, [Quick.LOAD_BITS, 0]] as const),
  [Op.CALL_FUNCTION, [Quick.LOAD_CALL, 0]],
  [Quick.CALL_METHOD, [Quick.LOAD_CALL, 0]],
  [Op.RETURN_VALUE, [Quick.LOAD_RETURN, 0]],
  [Op.LIST_APPEND, [Quick.LOAD_LIST_APPEND, 0]],
]);
/** Pairs without operands of that kind. */
const PAIRS = new Map<number, ReadonlyMap<number, number>>([
  [Op.LOAD_FAST, new Map<number, number>([[Op.LOAD_FAST, Quick.LOAD_FAST_LOAD_FAST], [Op.LOAD_CONST, Quick.LOAD_FAST_LOAD_CONST], [Op.LOAD_ATTR, Quick.LOAD_FAST_LOAD_ATTR], [Quick.LOAD_METHOD, Quick.LOAD_FAST_LOAD_METHOD]])],
  [Op.STORE_FAST, new Map([[Op.LOAD_FAST, Quick.STORE_FAST_LOAD_FAST]])],
  [Op.COMPARE_OP, new Map([[Op.POP_JUMP_IF_FALSE, Quick.COMPARE_JUMP_FALSE]])],
  [Op.FOR_ITER, new Map([[Op.STORE_FAST, Quick.FOR_ITER_STORE_FAST]])],
  [Op.DUP_TOP_TWO, new Map([[Op.BINARY_SUBSCR, Quick.DUP_TOP_TWO_SUBSCR]])],
  [Op.ROT_THREE, new Map([[Op.STORE_SUBSCR, Quick.ROT_THREE_STORE_SUBSCR]])],
  [Op.ROT_TWO, new Map([[Op.STORE_ATTR, Quick.ROT_TWO_STORE_ATTR]])],
]);
/** Those that take a cell's value as well. */
const TAKES_CELLS: ReadonlySet<number> = new Set([Quick.LOAD_SUBSCR, Quick.LOAD_LOAD_SUBSCR, Quick.LOAD_COMPARE, Quick.LOAD_LOAD_COMPARE]);
const OPERANDS = new Map<number | undefined, Operand>([[Op.LOAD_FAST, Operand.LOCAL], [Op.LOAD_CONST, Operand.CONST], [Op.LOAD_DEREF, Operand.CELL]]);
const STORING: ReadonlySet<number> = new Set([Quick.LOAD_ADD, Quick.LOAD_SUBTRACT, Quick.LOAD_MULTIPLY, Quick.LOAD_LOAD_ADD, Quick.LOAD_LOAD_SUBTRACT, Quick.LOAD_LOAD_MULTIPLY]);

/** Opcodes with which a quick form can begin. */
const BEGINS = new Uint8Array(512);
for (const op of [...PAIRS.keys(), ...OPERANDS.keys(), Op.UNPACK_SEQUENCE, Op.POP_TOP, Quick.JUMP_BACK]) BEGINS[op!] = 1;

/**
 * Fuses instructions so that as few as possible are dispatched from each on: backwards, as what an instruction costs
 * depends on what follows the form it becomes. A jump into the middle of a form finds the form that begins there.
 */
function fusePairs(ops: Int32Array, starts: readonly number[]): void {
  /** Dispatches from the k-th instruction to the end of the code, were it straight. */
  const cost = new Uint32Array(starts.length + 260);
  const plain = starts.map((i) => ops[i]!);
  /** Whether the k-th, a JUMP_BACK, goes to a FOR_ITER (which comes before it, so it is not fused yet). */
  const toFor = (k: number): boolean => ops[ops[starts[k]! + 1]!] === Op.FOR_ITER;
  const operand = (k: number): Operand | undefined => OPERANDS.get(plain[k]);
  for (let k = starts.length - 1; k >= 0; k--) {
    const i = starts[k]!;
    const a = plain[k]!;
    if (BEGINS[a] === 0) {
      cost[k] = cost[k + 1]! + 1;
      continue;
    }
    const b = plain[k + 1];
    let best = a;
    let least = cost[k + 1]!;
    const form = (op: number, length: number): void => {
      if (cost[k + length]! > least) return;
      best = op;
      least = cost[k + length]!;
    };
    const pair = PAIRS.get(a)?.get(b!);
    if (pair !== undefined) form(pair, 2);
    else if (b === Quick.JUMP_BACK && (a === Op.STORE_FAST || a === Op.POP_TOP) && toFor(k + 1)) form(a === Op.POP_TOP ? Quick.POP_TOP_JUMP_BACK : Quick.STORE_FAST_JUMP_BACK, 2);
    else if (a === Quick.JUMP_BACK && toFor(k)) best = Quick.JUMP_BACK_FOR;
    else if (a === Op.UNPACK_SEQUENCE) {
      const n = ops[i + 1]!;
      let stores = 0;
      while (stores < n && plain[k + 1 + stores] === Op.STORE_FAST) stores++;
      if (n > 0 && stores === n) form(Quick.UNPACK_STORE, 1 + n);
    }
    const first = operand(k);
    if (a === Op.LOAD_FAST && b === Op.DUP_TOP && plain[k + 2] === Op.LOAD_ATTR) form(Quick.LOAD_FAST_DUP_ATTR, 3);
    if (first !== undefined) {
      ops[i + 2] = first;
      const second = operand(k + 1);
      if (second !== undefined) {
        if (plain[k + 1] === Op.LOAD_FAST && plain[k + 2] === Op.STORE_ATTR && first !== Operand.CELL) form(Quick.LOAD_LOAD_STORE_ATTR, 3);
        if (a === Op.LOAD_FAST && plain[k + 2] === Op.STORE_SUBSCR && second !== Operand.CELL) form(Quick.LOAD_LOAD_STORE_SUBSCR, 3);
      }
      for (const loads of second === undefined ? [1] : [1, 2]) {
        const op = OPERATORS.get(plain[k + loads]!)?.[loads - 1];
        if (op === undefined || op === 0 || ((first === Operand.CELL || (loads === 2 && second === Operand.CELL)) && !TAKES_CELLS.has(op))) continue;
        const stored = STORING.has(op) && plain[k + loads + 1] === Op.STORE_FAST;
        if (stored && loads === 1) ops[i + 2]! |= Operand.STORED;
        form(op, loads + 1 + (stored || (plain[k + loads] === Op.COMPARE_OP && plain[k + loads + 1] === Op.POP_JUMP_IF_FALSE) ? 1 : 0));
      }
    }
    ops[i] = best;
    cost[k] = least + 1;
  }
}

/**
 * The decoded instructions with pairs taken apart: between any two of them a frame is in the same state as in
 * `code.ops`, so a frame can change from one form to the other anywhere.
 */
export function unfused(code: PyCode): Int32Array {
  if (code.unfused !== null) return code.unfused;
  const ops = code.ops!;
  if (!code.fused) return (code.unfused = ops);
  const plain = ops.slice();
  const bytes = code.co.code;
  for (let i = 0; i < bytes.length; i += bytes[i]! < HAVE_ARGUMENT ? 1 : 3) plain[i] = plainOp(ops, bytes, i);
  return (code.unfused = plain);
}
