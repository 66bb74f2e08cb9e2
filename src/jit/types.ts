/**
 * What is known of the values of a code object at each of its segments: by walking it with types instead of
 * values until nothing changes. Types that cannot be known are taken from what tier 0 saw there (feedback.ts);
 * generated code checks them and leaves to tier 0 when they are wrong.
 */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import type { NativeFunction } from '../objects/native.js';
import { PyFloat, type PyValue } from '../objects/object.js';
import { Quick } from '../vm/quick.js';
import { catcher, effect, joins, withException, type Analysis, type Exit, type Place } from './analyse.js';
import { Saw, type Feedback } from './feedback.js';
import { chainAt } from './wrap.js';

/** How a value is held. The order matters only to `join`. */
export const enum Type {
  /** A local that is not bound. */
  UNBOUND,
  /** A Python value, or unbound. */
  MAYBE,
  /** A Python value as it is on the heap. */
  OBJECT,
  /** true or false. */
  BOOL,
  /** A JS number that is a safe integer. */
  INT,
  /** A JS number for a float. */
  FLOAT,
  /** INT or FLOAT, or not bound: a flag tells. */
  MAYBE_INT,
  MAYBE_FLOAT,
}

/** The type with which one variable can hold both. */
export function join(a: Type, b: Type): Type {
  if (a === b) return a;
  if (a > b) [a, b] = [b, a];
  if (b === Type.MAYBE_INT) return a === Type.UNBOUND || a === Type.INT ? b : Type.MAYBE;
  if (b === Type.MAYBE_FLOAT) return a === Type.UNBOUND || a === Type.FLOAT ? b : Type.MAYBE;
  if (a === Type.UNBOUND) return b === Type.INT ? Type.MAYBE_INT : b === Type.FLOAT ? Type.MAYBE_FLOAT : Type.MAYBE;
  return a === Type.MAYBE ? Type.MAYBE : Type.OBJECT;
}

export interface State {
  readonly locals: Type[];
  /** Locals whose slot in the frame is up to date. */
  readonly clean: boolean[];
  readonly stack: Type[];
}

export const copyState = (s: State): State => ({ locals: s.locals.slice(), clean: s.clean.slice(), stack: s.stack.slice() });

/** How an operator works: on numbers known or checked to be such, or in general. */
export type Kind = 'int' | 'float' | 'object';

const isNumber = (t: Type): boolean => t === Type.INT || t === Type.FLOAT;

/** What an operand is, or is taken for. */
function operand(t: Type, saw: number): Type {
  if (t !== Type.OBJECT) return t;
  return saw === Saw.INT ? Type.INT : saw === Saw.FLOAT ? Type.FLOAT : Type.OBJECT;
}

/** [kind, type of the left operand, of the right one] of a binary operator or comparison at `pc`. */
export function operatorKind(p: Place, pc: number, a: Type, b: Type, fb: Feedback): [Kind, Type, Type] {
  const general: [Kind, Type, Type] = ['object', a, b];
  if (fb.pending > 0 || fb.general.has(pc)) return general;
  const ta = operand(a, fb.left(pc));
  const tb = operand(b, fb.right(pc));
  if (!isNumber(ta) || !isNumber(tb)) return general;
  const float = ta === Type.FLOAT || tb === Type.FLOAT;
  switch (p.op) {
    case Op.BINARY_ADD:
    case Op.INPLACE_ADD:
    case Op.BINARY_SUBTRACT:
    case Op.INPLACE_SUBTRACT:
    case Op.BINARY_MULTIPLY:
    case Op.INPLACE_MULTIPLY:
    case Op.COMPARE_OP:
      return [float ? 'float' : 'int', ta, tb];
    case Op.BINARY_TRUE_DIVIDE:
    case Op.INPLACE_TRUE_DIVIDE:
      return ['float', ta, tb];
    case Op.BINARY_POWER:
    case Op.INPLACE_POWER:
      return ta === Type.FLOAT ? ['float', ta, tb] : general;
    default:
      return float ? general : ['int', ta, tb];
  }
}

/** Operators that generated code does on numbers; the rest is always general. */
export const NUMERIC = new Set<number>([
  Op.BINARY_ADD, Op.INPLACE_ADD, Op.BINARY_SUBTRACT, Op.INPLACE_SUBTRACT, Op.BINARY_MULTIPLY, Op.INPLACE_MULTIPLY,
  Op.BINARY_TRUE_DIVIDE, Op.INPLACE_TRUE_DIVIDE, Op.BINARY_MODULO, Op.INPLACE_MODULO, Op.BINARY_FLOOR_DIVIDE, Op.INPLACE_FLOOR_DIVIDE,
  Op.BINARY_AND, Op.INPLACE_AND, Op.BINARY_OR, Op.INPLACE_OR, Op.BINARY_XOR, Op.INPLACE_XOR,
  Op.BINARY_LSHIFT, Op.INPLACE_LSHIFT, Op.BINARY_RSHIFT, Op.INPLACE_RSHIFT, Op.BINARY_POWER, Op.INPLACE_POWER,
]);

/** The native function a call instruction is taken to call. */
export function nativeAt(p: Place, pc: number, fb: Feedback): NativeFunction | undefined {
  if (p.op === Op.CALL_FUNCTION) {
    const fn = p.arg < 256 ? fb.native(pc, p.arg) : undefined;
    return fn?.self === undefined ? undefined : fn;
  }
  const fn = fb.native(pc, p.arg + 1);
  if (fn !== undefined && fn.self === undefined) return fn;
  const plain = fb.native(pc, p.arg);
  return plain?.self === undefined ? undefined : plain;
}

/** Whether FOR_ITER at `pc` is taken to walk a range. */
export const countsUp = (fb: Feedback, pc: number): boolean => fb.pending <= 0 && fb.iterator(pc) === Saw.RANGE && !fb.general.has(pc);

export function constType(v: PyValue): Type {
  if (typeof v === 'number') return Type.INT;
  if (typeof v === 'boolean') return Type.BOOL;
  return v instanceof PyFloat ? Type.FLOAT : Type.OBJECT;
}

/** Does to `s` what the instruction does when it goes on to the next one in the text. */
export function step(code: PyCode, pc: number, p: Place, s: State, fb: Feedback): void {
  const { stack, locals } = s;
  const { op, arg } = p;
  if (NUMERIC.has(op)) {
    const b = stack.pop()!;
    const a = stack.pop()!;
    const [kind] = operatorKind(p, pc, a, b, fb);
    stack.push(kind === 'int' ? Type.INT : kind === 'float' ? Type.FLOAT : Type.OBJECT);
    return;
  }
  switch (op) {
    case Op.LOAD_FAST:
      if (locals[arg] === Type.MAYBE || locals[arg] === Type.UNBOUND) locals[arg] = Type.OBJECT;
      else if (locals[arg] === Type.MAYBE_INT) locals[arg] = Type.INT;
      else if (locals[arg] === Type.MAYBE_FLOAT) locals[arg] = Type.FLOAT;
      stack.push(locals[arg]!);
      return;
    case Op.STORE_FAST:
      locals[arg] = stack.pop()!;
      s.clean[arg] = false;
      return;
    case Op.DELETE_FAST:
      locals[arg] = Type.MAYBE;
      s.clean[arg] = false;
      return;
    case Op.LOAD_CONST:
      stack.push(constType(code.consts[arg]!));
      return;
    case Op.COMPARE_OP: {
      const b = stack.pop()!;
      const a = stack.pop()!;
      stack.push(arg >= 8 || (arg < 6 && operatorKind(p, pc, a, b, fb)[0] !== 'object') ? Type.BOOL : Type.OBJECT);
      return;
    }
    case Op.UNARY_NOT:
      stack[stack.length - 1] = Type.BOOL;
      return;
    case Op.UNARY_NEGATIVE: {
      const t = stack.pop()!;
      stack.push(isNumber(t) ? t : Type.OBJECT);
      return;
    }
    case Op.ROT_TWO: {
      const b = stack.pop()!;
      const a = stack.pop()!;
      stack.push(b, a);
      return;
    }
    case Op.ROT_THREE:
    case Op.ROT_FOUR:
    case Op.ROT_N: {
      const k = op === Op.ROT_THREE ? 3 : op === Op.ROT_FOUR ? 4 : arg;
      stack.splice(stack.length - k, 0, stack.pop()!);
      return;
    }
    case Op.DUP_TOP:
      stack.push(stack.at(-1)!);
      return;
    case Op.DUP_TOP_TWO:
      stack.push(stack.at(-2)!, stack.at(-1)!);
      return;
    case Op.FOR_ITER:
      stack.push(countsUp(fb, pc) ? Type.INT : Type.OBJECT);
      return;
    case Op.SETUP_EXCEPT:
    case Op.SETUP_FINALLY:
      // What is below a handler is read from the frame.
      stack.fill(Type.OBJECT);
      return;
    case Op.CALL_FUNCTION:
    case Quick.CALL_METHOD:
      if (!fb.stays.has(pc)) s.clean.fill(true);
      break;
    case Op.YIELD_FROM:
      s.clean.fill(true);
      break;
    case Op.POP_BLOCK:
    case Op.POP_EXCEPT:
      stack.length = p.blocks.at(-1)?.level ?? stack.length;
      return;
    case Op.SETUP_WITH:
      stack.pop();
      stack.fill(Type.OBJECT);
      stack.push(Type.OBJECT, Type.OBJECT);
      return;
    case Op.WITH_CLEANUP_START:
      if (withException(p)) stack.length -= 7;
      else stack.length -= 2;
      while (stack.length < p.depth + (withException(p) ? 2 : 1)) stack.push(Type.OBJECT);
      return;
    case Op.UNPACK_EX:
      stack.pop();
      for (let i = (arg & 255) + (arg >> 8); i >= 0; i--) stack.push(Type.OBJECT);
      return;
    case Op.MATCH_CLASS:
      stack.length -= 3;
      stack.push(Type.OBJECT, Type.OBJECT);
      return;
    case Op.MATCH_KEYS:
      stack.push(Type.OBJECT, Type.OBJECT);
      return;
    case Op.UNPACK_SEQUENCE:
      stack.pop();
      for (let i = 0; i < arg; i++) stack.push(Type.OBJECT);
      return;
    case Op.SETUP_LOOP:
    case Op.NOP:
    case Op.EXTENDED_ARG:
    case Op.JUMP_FORWARD:
    case Op.JUMP_ABSOLUTE:
    case Quick.JUMP_BACK:
      return;
    case Op.POP_TOP:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
    case Op.STORE_GLOBAL:
    case Op.STORE_NAME:
    case Op.STORE_DEREF:
    case Op.LIST_APPEND:
    case Op.SET_ADD:
    case Op.END_FINALLY:
    case Op.DELETE_ATTR:
      stack.pop();
      return;
    default:
  }
  const e = effect(op, arg);
  if (e === undefined) return;
  const to = stack.length + e;
  // What an instruction leaves on top is new; what lies below stays as it is.
  const made = MADE.has(op) ? (op === Quick.LOAD_METHOD ? 2 : 1) : 0;
  stack.length = Math.max(0, Math.min(stack.length, to - made));
  while (stack.length < to) stack.push(Type.OBJECT);
}

/** Whether `p` only loads or deletes a local that is known to be bound. */
function isBound(p: Place, s: State): boolean {
  if (p.op !== Op.LOAD_FAST && p.op !== Op.DELETE_FAST) return false;
  const t = s.locals[p.arg];
  return t !== Type.MAYBE && t !== Type.UNBOUND && t !== Type.MAYBE_INT && t !== Type.MAYBE_FLOAT;
}

/** Instructions whose result lies on top of the stack. */
const MADE = new Set<number>([
  Op.UNARY_POSITIVE, Op.UNARY_INVERT, Op.GET_ITER, Op.LOAD_ATTR, Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.LOAD_DEREF, Op.LOAD_CLOSURE, Op.LOAD_CLASSDEREF,
  Quick.LOAD_METHOD, Op.BINARY_SUBSCR, Op.BINARY_MATRIX_MULTIPLY, Op.INPLACE_MATRIX_MULTIPLY, Op.CALL_FUNCTION, Quick.CALL_METHOD, Op.BUILD_TUPLE, Op.BUILD_LIST,
  Op.BUILD_SET, Op.BUILD_STRING, Op.BUILD_LIST_UNPACK, Op.BUILD_TUPLE_UNPACK, Op.BUILD_SET_UNPACK, Op.BUILD_MAP_UNPACK, Op.BUILD_MAP_UNPACK_WITH_CALL,
  Op.CALL_FUNCTION_VAR, Op.CALL_FUNCTION_KW, Op.CALL_FUNCTION_VAR_KW, Op.GET_LEN, Op.MATCH_MAPPING, Op.MATCH_SEQUENCE, Op.IMPORT_FROM, Op.IMPORT_NAME, Op.LOAD_BUILD_CLASS, Op.COPY_DICT_WITHOUT_KEYS, Op.BUILD_MAP, Op.BUILD_SLICE, Op.FORMAT_VALUE, Op.MAKE_FUNCTION, Op.MAKE_CLOSURE, Op.YIELD_VALUE, Op.YIELD_FROM,
  Op.GET_YIELD_FROM_ITER, Op.GET_AWAITABLE,
]);

/** Does to `s` what a way out of blocks does to the stack. */
export function leaveBlocks(s: State, x: Exit): void {
  s.stack.length = x.level;
  for (let i = 0; i < x.pushed; i++) s.stack.push(Type.OBJECT);
}

/** State at the start of each segment, by id. */
export function infer(code: PyCode, a: Analysis, fb: Feedback): Map<number, State> {
  const { places, leaders, entries } = a;
  const n = code.nlocals;
  const at = new Map<number, State>();
  const work: number[] = [];
  const deleted = new Set<number>();
  for (const pc of a.order) if (places[pc]!.op === Op.DELETE_FAST) deleted.add(places[pc]!.arg);
  const params = (t: Type, kept: (i: number) => boolean): Type[] => Array.from({ length: n }, (_, i) => (i < code.nparams && kept(i) ? Type.OBJECT : t));

  const flow = (pc: number, s: State): void => {
    const known = at.get(pc);
    if (known === undefined) {
      at.set(pc, copyState(s));
      work.push(pc);
      return;
    }
    let changed = false;
    for (let i = 0; i < n; i++) {
      const t = join(known.locals[i]!, s.locals[i]!);
      if (t !== known.locals[i]) {
        known.locals[i] = t;
        changed = true;
      }
      if (known.clean[i] && !s.clean[i]) {
        known.clean[i] = false;
        changed = true;
      }
    }
    for (let i = 0; i < known.stack.length; i++) {
      const t = join(known.stack[i]!, s.stack[i] ?? Type.OBJECT);
      if (t !== known.stack[i]) {
        known.stack[i] = t;
        changed = true;
      }
    }
    if (changed && !work.includes(pc)) work.push(pc);
  };

  // Each parameter has a value at first, also one that `del` or the end of `except ... as` takes away.
  flow(0, { locals: params(Type.UNBOUND, () => true), clean: new Array(n).fill(true), stack: [] });
  // What is left to tier 0 goes on nowhere. But code that was in a loop already when it was recorded (as `main` is, which runs
  // once) did not run what leads there, which tells what the loop's variables hold at first.
  const before = new Set<number>([0]);
  for (;;) {
    settleStates();
    const missing = [...entries].filter((pc) => !at.has(pc) && !fb.cold(pc));
    if (missing.length === 0) return at;
    const border = [...at.keys()].filter((pc) => fb.cold(pc) && !before.has(pc));
    for (const pc of border) before.add(pc);
    work.push(...border);
    // Entries that only tier 0 comes to: nothing is known.
    if (border.length === 0) for (const pc of missing) flow(pc, { locals: params(Type.MAYBE, (i) => !deleted.has(i)), clean: new Array(n).fill(true), stack: new Array(places[pc]!.depth).fill(Type.OBJECT) });
  }

  function settleStates(): void {
    while (work.length > 0) {
      const start = work.pop()!;
      const cold = fb.cold(start);
      if (cold && !before.has(start)) continue;
      const goTo = (pc: number, s: State): void => {
        if (cold) before.add(pc);
        flow(pc, s);
      };
      const s = copyState(at.get(start)!);
      for (let pc = start; ; ) {
        const p = places[pc];
        if (p === undefined || p.depth < 0) break;
        const target = a.jumpOf(p);
        if (target !== undefined && joins(a, pc, target)) {
          const t = copyState(s);
          if (p.op === Op.FOR_ITER) t.stack.pop();
          else if (p.op === Op.POP_JUMP_IF_FALSE || p.op === Op.POP_JUMP_IF_TRUE) t.stack.pop();
          goTo(target, t);
        }
        const caught = catcher(p);
        if (caught >= 0 && !isBound(p, s)) goTo(caught, { locals: s.locals.slice(), clean: s.clean.slice(), stack: new Array(places[caught]!.depth).fill(Type.OBJECT) });
        for (const x of p.exits) {
          if (x.to < 0) continue;
          const t = copyState(s);
          leaveBlocks(t, x);
          goTo(x.to, t);
        }
        if (a.ends(p)) break;
        const chain = chainAt(code, a, pc, fb);
        if (chain === undefined) {
          step(code, p.pc, p, s, fb);
          pc = p.next + p.base;
        } else {
          // What was bound is known to be, as after any load.
          for (const at of chain.at) if (places[at]!.op === Op.LOAD_FAST) step(code, places[at]!.pc, places[at]!, s, fb);
          s.stack.length -= chain.at.filter((at) => places[at]!.op === Op.LOAD_FAST).length + chain.takes;
          s.stack.push(Type.INT);
          pc = places[chain.at.at(-1)!]!.next + p.base;
        }
        if (places[pc] === undefined || places[pc]!.depth !== s.stack.length) break;
        if (leaders.has(pc)) {
          goTo(pc, s);
          break;
        }
      }
    }
  }
}
