/**
 * Verifier for code objects of unknown origin, and the true stack depth of any.
 *
 * It runs the code abstractly: a state is the stack's depth, the block stack, and which stack items
 * say how a finally part was entered (so that END_FINALLY is followed exactly). Every way out of a
 * block is followed: exceptions, return, break, continue, a silenced exception.
 */
import { CO, type CodeObject } from './code.js';
import { type RawInstruction, decode } from './decode.js';
import { HAVE_ARGUMENT, Op, opByNumber } from './opcodes.js';

export type BlockKind = 'loop' | 'except' | 'finally' | 'handler';

export interface Block {
  readonly kind: BlockKind;
  readonly handler: number;
  readonly level: number;
}

/** Status of a finally part on the stack; `at` is the index of its topmost item. */
export type Mark =
  | { readonly at: number; readonly kind: 'none' | 'exception' | 'silenced' | 'return' | 'break' }
  | { readonly at: number; readonly kind: 'continue'; readonly target: number };

/** What is on the stacks before an instruction. */
export interface FrameState {
  depth: number;
  blocks: readonly Block[];
  marks: readonly Mark[];
}

interface State extends FrameState {
  index: number;
}

type Why = { readonly kind: 'return' | 'break' } | { readonly kind: 'continue'; readonly target: number };

/** What the abstract run found out. */
export interface Verification {
  /** null: the code is sound. */
  error: string | null;
  /** Greatest depth reached. */
  depth: number;
}

/**
 * More states than this per instruction, on average, and the code is refused. The states of finally
 * parts inside finally parts multiply (about twice per level): ten levels deep is within the floor.
 */
const STATES_PER_INSTRUCTION = 64;
const MIN_STATES = 200_000;

/** Says what is wrong with a code object (not with those among its constants), or null. */
export function verifyCode(code: CodeObject): string | null {
  return verify(code).error;
}

export function verify(code: CodeObject): Verification {
  const run = new Run(code, code.stacksize);
  try {
    run.checkFields();
    run.all();
    run.checkDepth();
    return { error: null, depth: run.max };
  } catch (e) {
    if (e instanceof Unsound) return { error: e.message, depth: run.max };
    throw e;
  }
}

/** Greatest stack depth the code can reach, or -1 if it is unsound. `stacksize` is not looked at. */
export function reachedDepth(code: CodeObject): number {
  const run = new Run(code, Infinity);
  try {
    run.all();
    return run.max;
  } catch (e) {
    if (e instanceof Unsound) return -1;
    throw e;
  }
}

/**
 * Stack depths the code can have before each instruction, by offset (also of an EXTENDED_ARG in front), as the
 * opcode table and the block rules give them; null if it is unsound. What checked mode compares a run with.
 */
export function possibleDepths(code: CodeObject): Map<number, Set<number>> | null {
  const run = new Run(code, Infinity);
  run.depths = new Map();
  try {
    run.all();
    return run.depths;
  } catch (e) {
    if (e instanceof Unsound) return null;
    throw e;
  }
}

/** The states in which control can come to each instruction, by offset; null if the code is unsound. */
export function possibleStates(code: CodeObject): ReadonlyMap<number, readonly FrameState[]> | null {
  const run = new Run(code, Infinity);
  const states = new Map<number, Map<string, FrameState>>();
  run.visit = (offset, s) => {
    const { depth, blocks, marks } = s;
    const key = JSON.stringify([depth, blocks, marks]);
    const at = states.get(offset) ?? new Map<string, FrameState>();
    if (!at.has(key)) at.set(key, { depth, blocks, marks });
    states.set(offset, at);
  };
  try {
    run.all();
  } catch (e) {
    if (e instanceof Unsound) return null;
    throw e;
  }
  return new Map([...states].map(([offset, at]) => [offset, [...at.values()]]));
}

class Unsound extends Error {}

class Run {
  max = 0;
  /** Filled only for `possibleDepths`. */
  depths: Map<number, Set<number>> | null = null;
  /** Called before every instruction (possibleStates). */
  visit: ((offset: number, s: FrameState) => void) | null = null;
  private readonly instructions: readonly RawInstruction[];
  private readonly indexOf = new Map<number, number>();
  /** Indices where several ways may meet. */
  private readonly joins = new Set<number>();
  /** Starts of finally parts: a None loaded right before one is its status. */
  private readonly finallyStarts = new Set<number>();
  private readonly seen = new Map<number, Set<string>>();
  private readonly todo: State[] = [];
  private budget: number;

  constructor(
    private readonly code: CodeObject,
    private readonly limit: number,
  ) {
    this.instructions = decode(code.code);
    this.instructions.forEach((ins, i) => this.indexOf.set(ins.start, i));
    this.budget = Math.max(MIN_STATES, this.instructions.length * STATES_PER_INSTRUCTION);
  }

  fail(message: string, ins?: RawInstruction): never {
    throw new Unsound(ins === undefined ? message : `${Op[ins.op] ?? ins.op} at ${ins.offset}: ${message}`);
  }

  checkDepth(): void {
    if (this.max > this.limit) this.fail(`stack of ${this.max} is deeper than co_stacksize ${this.limit}`);
  }

  // ---- what can be seen without running -------------------------------------------------------

  checkFields(): void {
    const c = this.code;
    for (const [name, n] of Object.entries({ argcount: c.argcount, kwonlyargcount: c.kwonlyargcount, stacksize: c.stacksize, flags: c.flags })) {
      if (!Number.isInteger(n) || n < 0) this.fail(`bad co_${name}`);
    }
    if (c.posonlyargcount > c.argcount || c.posonlyargcount < 0) this.fail('bad co_posonlyargcount');
    const extra = ((c.flags & CO.VARARGS) !== 0 ? 1 : 0) + ((c.flags & CO.VARKEYWORDS) !== 0 ? 1 : 0);
    if (c.argcount + c.kwonlyargcount + extra > c.varnames.length) this.fail('co_varnames is too small');
    if (c.lnotab.length % 2 !== 0) this.fail('co_lnotab has an odd length');
    if (c.code.length === 0) this.fail('co_code is empty');
    if (this.instructions[this.instructions.length - 1]?.end !== c.code.length) this.fail('co_code is cut off');
    for (const ins of this.instructions) this.checkOperand(ins);
    this.checkLoops();
  }

  /** Every loop passes a JUMP_ABSOLUTE (or CONTINUE_LOOP), where steps are counted: 3.5's compiler makes no other. */
  private checkLoops(): void {
    const backs = new Set(this.instructions.filter((i) => i.op === Op.JUMP_ABSOLUTE && i.arg <= i.offset).map((i) => i.arg));
    for (const ins of this.instructions) {
      if (opByNumber[ins.op]?.operand !== 'jabs' || ins.op === Op.CONTINUE_LOOP || ins.arg > ins.offset) continue;
      if (!backs.has(ins.arg)) this.fail('loop without JUMP_ABSOLUTE', ins);
    }
  }

  private checkOperand(ins: RawInstruction): void {
    const c = this.code;
    const row = opByNumber[ins.op];
    if (row === undefined || ins.op === Op.NOP) this.fail('unknown opcode', ins);
    if (ins.start !== ins.offset && (ins.op < HAVE_ARGUMENT || ins.offset - ins.start > 3)) this.fail('misplaced EXTENDED_ARG', ins);
    const below = (n: number): void => {
      if (ins.arg >= n) this.fail('argument out of range', ins);
    };
    switch (row.operand) {
      case 'const':
        return below(c.consts.length);
      case 'name':
        return below(c.names.length);
      case 'local':
        return below(c.varnames.length);
      case 'free':
        return below(c.cellvars.length + c.freevars.length);
      case 'compare':
        return below(11);
      case 'jrel':
      case 'jabs': {
        const target = this.targetOf(ins);
        if (!this.indexOf.has(target)) this.fail('jump into the middle of an instruction or out of the code', ins);
        return;
      }
      default:
        break;
    }
    switch (ins.op) {
      case Op.RAISE_VARARGS:
        return below(3);
      case Op.BUILD_SLICE:
        if (ins.arg !== 2 && ins.arg !== 3) this.fail('argument out of range', ins);
        return;
      case Op.FORMAT_VALUE:
        return below(8);
      case Op.LIST_APPEND:
      case Op.SET_ADD:
      case Op.MAP_ADD:
      case Op.MAP_ADD_VK:
      case Op.ROT_N:
        if (ins.arg === 0) this.fail('argument out of range', ins);
        return;
      case Op.YIELD_VALUE:
      case Op.YIELD_FROM:
        if ((c.flags & (CO.GENERATOR | CO.COROUTINE | CO.ASYNC_GENERATOR | CO.ITERABLE_COROUTINE)) === 0) this.fail('not a generator', ins);
        return;
      default:
        return;
    }
  }

  private targetOf(ins: RawInstruction): number {
    return opByNumber[ins.op]?.operand === 'jrel' ? ins.end + ins.arg : ins.arg;
  }

  // ---- the abstract run -----------------------------------------------------------------------

  all(): void {
    for (const ins of this.instructions) {
      const operand = opByNumber[ins.op]?.operand;
      if (operand !== 'jrel' && operand !== 'jabs') continue;
      const target = this.indexOf.get(this.targetOf(ins));
      if (target === undefined) this.fail('jump into the middle of an instruction or out of the code', ins);
      this.joins.add(target);
      if (ins.op === Op.SETUP_FINALLY || ins.op === Op.SETUP_WITH || ins.op === Op.SETUP_ASYNC_WITH) this.finallyStarts.add(target);
    }
    this.enter(0, 0, [], []);
    for (let s = this.todo.pop(); s !== undefined; s = this.todo.pop()) this.straight(s);
  }

  /** A state to go on from, unless it has been there. */
  private enter(index: number, depth: number, blocks: readonly Block[], marks: readonly Mark[]): void {
    if (depth > this.max) this.max = depth;
    marks = marks.filter((m) => m.at < depth);
    const key = `${depth};${blocks.map((b) => `${b.kind}${b.handler},${b.level}`).join(';')};${marks.map((m) => `${m.at}${m.kind}${'target' in m ? m.target : ''}`).join(';')}`;
    let keys = this.seen.get(index);
    if (keys === undefined) this.seen.set(index, (keys = new Set()));
    if (keys.has(key)) return;
    keys.add(key);
    if (--this.budget < 0) this.fail('too many states');
    this.checkDepth();
    this.todo.push({ index, depth, blocks, marks });
  }

  private jumpTo(ins: RawInstruction, depth: number, s: State): void {
    this.enter(this.indexOf.get(this.targetOf(ins)) as number, depth, s.blocks, s.marks);
  }

  /** Runs on from a state until control ends or reaches a place where ways meet. */
  private straight(s: State): void {
    for (let first = true; ; first = false) {
      if (s.index >= this.instructions.length) this.fail('control runs off the end');
      if (!first && this.joins.has(s.index)) return this.enter(s.index, s.depth, s.blocks, s.marks);
      const ins = this.instructions[s.index] as RawInstruction;
      if (!this.step(s, ins)) return;
      s.index++;
      if (s.depth > this.max) this.max = s.depth;
    }
  }

  /** Changes the state by one instruction; false if control does not go on behind it. */
  private step(s: State, ins: RawInstruction): boolean {
    if (this.depths !== null) this.note(ins, s.depth);
    this.visit?.(ins.offset, s);
    switch (ins.op) {
      case Op.JUMP_FORWARD:
      case Op.JUMP_ABSOLUTE:
        this.jumpTo(ins, s.depth, s);
        return false;
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
        this.need(s, 1, ins);
        this.setDepth(s, s.depth - 1);
        this.jumpTo(ins, s.depth, s);
        return true;
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        this.need(s, 1, ins);
        this.jumpTo(ins, s.depth, s);
        this.setDepth(s, s.depth - 1);
        return true;
      case Op.FOR_ITER:
        this.need(s, 1, ins);
        this.jumpTo(ins, s.depth - 1, s);
        this.setDepth(s, s.depth + 1);
        return true;
      case Op.SETUP_LOOP:
        this.push(s, { kind: 'loop', handler: this.targetOf(ins), level: s.depth });
        return true;
      case Op.SETUP_EXCEPT:
        this.setup(s, 'except', ins, s.depth);
        return true;
      case Op.SETUP_FINALLY:
        this.setup(s, 'finally', ins, s.depth);
        return true;
      case Op.SETUP_WITH:
        this.need(s, 1, ins);
        this.setup(s, 'finally', ins, s.depth);
        this.setDepth(s, s.depth + 1);
        return true;
      case Op.SETUP_ASYNC_WITH:
        this.need(s, 2, ins);
        this.setup(s, 'finally', ins, s.depth - 1);
        return true;
      case Op.POP_BLOCK: {
        const b = s.blocks[s.blocks.length - 1];
        if (b === undefined || b.kind === 'handler') this.fail('no block to pop', ins);
        s.blocks = s.blocks.slice(0, -1);
        this.setDepth(s, b.level);
        return true;
      }
      case Op.POP_EXCEPT: {
        const b = s.blocks[s.blocks.length - 1];
        if (b?.kind !== 'handler' || s.depth < b.level + 3) this.fail('no exception handler to leave', ins);
        s.blocks = s.blocks.slice(0, -1);
        this.setDepth(s, b.level);
        return true;
      }
      case Op.RETURN_VALUE:
        this.need(s, 1, ins);
        this.unwind(s, { kind: 'return' }, ins);
        return false;
      case Op.BREAK_LOOP:
        this.unwind(s, { kind: 'break' }, ins);
        return false;
      case Op.CONTINUE_LOOP:
        this.unwind(s, { kind: 'continue', target: ins.arg }, ins);
        return false;
      case Op.RAISE_VARARGS:
      case Op.RERAISE:
        this.need(s, ins.op === Op.RERAISE ? 1 : ins.arg, ins);
        return false;
      case Op.END_FINALLY:
        return this.endFinally(s, ins);
      case Op.WITH_CLEANUP_START:
        this.cleanupStart(s, ins);
        return true;
      case Op.WITH_CLEANUP_FINISH:
        this.cleanupFinish(s, ins);
        return true;
      case Op.LOAD_CONST:
        this.setDepth(s, s.depth + 1);
        if (this.finallyStarts.has(s.index + 1) && this.code.consts[ins.arg] === null) {
          s.marks = [...s.marks, { at: s.depth - 1, kind: 'none' }];
        }
        return true;
      default:
        this.plain(s, ins);
        return true;
    }
  }

  private note(ins: RawInstruction, depth: number): void {
    for (let at = ins.start; at <= ins.offset; at += 3) {
      const known = this.depths!.get(at);
      if (known === undefined) this.depths!.set(at, new Set([depth]));
      else known.add(depth);
    }
  }

  /** No instruction may reach below the level of the innermost block. */
  private need(s: State, n: number, ins: RawInstruction): void {
    const b = s.blocks[s.blocks.length - 1];
    const floor = b === undefined ? 0 : b.kind === 'handler' ? b.level + 3 : b.kind === 'loop' ? 0 : b.level;
    if (s.depth - n < floor) this.fail('stack underflow', ins);
  }

  private setDepth(s: State, depth: number): void {
    s.depth = depth;
    if (s.marks.length > 0 && s.marks.some((m) => m.at >= depth)) s.marks = s.marks.filter((m) => m.at < depth);
  }

  private push(s: State, b: Block): void {
    if (s.blocks.length >= 64) this.fail('too many nested blocks');
    s.blocks = [...s.blocks, b];
  }

  /** A block whose handler starts with six values: the exception before, and the one in flight. */
  private setup(s: State, kind: 'except' | 'finally', ins: RawInstruction, level: number): void {
    const handler = this.targetOf(ins);
    const handlerBlock: Block = { kind: 'handler', handler: -1, level };
    const marks = s.marks.filter((m) => m.at < level);
    this.enter(this.indexOf.get(handler) as number, level + 6, [...s.blocks, handlerBlock], [...marks, { at: level + 5, kind: 'exception' }]);
    this.push(s, { kind, handler, level });
  }

  private unwind(s: State, why: Why, ins: RawInstruction): void {
    const blocks = [...s.blocks];
    const marksBelow = (level: number): readonly Mark[] => s.marks.filter((m) => m.at < level);
    for (let b = blocks.pop(); b !== undefined; b = blocks.pop()) {
      if (b.kind === 'loop' && why.kind === 'continue') {
        const target = this.indexOf.get(why.target);
        if (target === undefined) this.fail('jump into the middle of an instruction', ins);
        this.joins.add(target);
        const next = this.instructions[target] as RawInstruction;
        const iterates =
          next.op === Op.FOR_ITER || (next.op === Op.SETUP_EXCEPT && this.instructions[target + 1]?.op === Op.GET_ANEXT);
        const depth = b.level + (iterates ? 1 : 0);
        if (s.depth < depth) this.fail('continue without an iterator', ins);
        return this.enter(target, depth, [...blocks, b], marksBelow(b.level));
      }
      if (b.kind === 'loop' && why.kind === 'break') {
        return this.enter(this.indexOf.get(b.handler) as number, b.level, blocks, marksBelow(b.level));
      }
      if (b.kind === 'finally') {
        const depth = b.level + (why.kind === 'break' ? 1 : 2);
        return this.enter(this.indexOf.get(b.handler) as number, depth, blocks, [...marksBelow(b.level), { at: depth - 1, ...why }]);
      }
    }
    if (why.kind !== 'return') this.fail(`${why.kind} outside loop`, ins);
  }

  private topMark(s: State): Mark | undefined {
    const m = s.marks[s.marks.length - 1];
    return m !== undefined && m.at === s.depth - 1 ? m : undefined;
  }

  private endFinally(s: State, ins: RawInstruction): boolean {
    const m = this.topMark(s);
    switch (m?.kind) {
      case 'none':
        this.setDepth(s, s.depth - 1);
        return true;
      case 'exception':
        return false;
      case 'return':
      case 'break':
        this.setDepth(s, s.depth - (m.kind === 'break' ? 1 : 2));
        this.unwind(s, { kind: m.kind }, ins);
        return false;
      case 'continue':
        this.setDepth(s, s.depth - 2);
        this.unwind(s, { kind: 'continue', target: m.target }, ins);
        return false;
      case 'silenced': {
        const b = s.blocks[s.blocks.length - 1];
        if (b?.kind !== 'handler') this.fail('no exception handler to leave', ins);
        s.blocks = s.blocks.slice(0, -1);
        this.setDepth(s, b.level);
        return true;
      }
      case undefined:
        return this.fail('no status to end', ins);
    }
  }

  /** exit status -> status exc result. */
  private cleanupStart(s: State, ins: RawInstruction): void {
    const m = this.topMark(s);
    if (m === undefined || m.kind === 'silenced') this.fail('no status', ins);
    if (m.kind === 'exception') {
      const b = s.blocks[s.blocks.length - 1];
      if (b?.kind !== 'handler' || b.level < 1 || s.depth !== b.level + 6) this.fail('no exception', ins);
      s.blocks = [...s.blocks.slice(0, -1), { ...b, level: b.level - 1 }];
      s.depth += 2;
      return;
    }
    const size = m.kind === 'none' || m.kind === 'break' ? 1 : 2;
    if (s.depth < size + 1) this.fail('stack underflow', ins);
    s.marks = [...s.marks.slice(0, -1), { ...m, at: m.at - 1 }];
    s.depth += 1;
  }

  /** status exc result -> status, on which a silenced exception leaves its mark. */
  private cleanupFinish(s: State, ins: RawInstruction): void {
    const m = s.marks[s.marks.length - 1];
    if (m === undefined || m.at !== s.depth - 3) this.fail('no status', ins);
    this.setDepth(s, s.depth - 2);
    if (m.kind === 'exception') this.enterNext(s, s.depth + 1, [...s.marks, { at: s.depth, kind: 'silenced' }]);
  }

  private enterNext(s: State, depth: number, marks: readonly Mark[]): void {
    if (s.index + 1 >= this.instructions.length) this.fail('control runs off the end');
    this.enter(s.index + 1, depth, s.blocks, marks);
  }

  private plain(s: State, ins: RawInstruction): void {
    const { op, arg } = ins;
    const row = opByNumber[op];
    if (row === undefined) this.fail('unknown opcode', ins);
    const effect = trueEffect(op, arg);
    const n = consumed(op, arg, effect);
    // A comprehension's container may lie below the level of a block: it is looked at, not taken.
    const looksDeep = op === Op.LIST_APPEND || op === Op.SET_ADD || op === Op.MAP_ADD || op === Op.MAP_ADD_VK;
    const peeks = op === Op.GET_ANEXT ? 0 : n;
    this.need(s, looksDeep ? -effect : peeks, ins);
    if (s.depth < n) this.fail('stack underflow', ins);
    // What an instruction touches is no status any more.
    const touched = op === Op.DUP_TOP || op === Op.DUP_TOP_TWO ? s.depth : s.depth - n;
    if (s.marks.length > 0) s.marks = s.marks.filter((m) => m.at < touched);
    s.depth += effect;
  }
}

/** Change of depth, where the table's figure is an estimate. */
function trueEffect(op: number, arg: number): number {
  const effect = opByNumber[op]!.effect;
  return typeof effect === 'number' ? effect : effect(arg);
}

/** How many items an instruction looks at or takes. */
function consumed(op: number, arg: number, effect: number): number {
  switch (op) {
    case Op.ROT_TWO:
    case Op.DUP_TOP_TWO:
    case Op.MATCH_KEYS:
    case Op.COPY_DICT_WITHOUT_KEYS:
    case Op.CHECK_EG_MATCH:
      return 2;
    case Op.ROT_THREE:
      return 3;
    case Op.ROT_FOUR:
      return 4;
    case Op.ROT_N:
      return arg;
    case Op.MATCH_CLASS:
      return 3;
    case Op.LIST_APPEND:
    case Op.SET_ADD:
      return arg + 1;
    case Op.MAP_ADD:
    case Op.MAP_ADD_VK:
      return arg + 2;
    case Op.BINARY_SUBSCR:
      return 2;
    case Op.DUP_TOP:
    case Op.GET_LEN:
    case Op.MATCH_MAPPING:
    case Op.MATCH_SEQUENCE:
    case Op.GET_ANEXT:
    case Op.BEFORE_ASYNC_WITH:
    case Op.IMPORT_FROM:
    case Op.UNPACK_SEQUENCE:
    case Op.UNPACK_EX:
      return 1;
    case Op.FORMAT_VALUE:
      return 1 - effect;
    default:
      break;
  }
  const info = opByNumber[op]!;
  const pushes = /->\s*$/.test(info.stack) ? 0 : 1;
  if (info.stack.startsWith('->')) return 0;
  return pushes - effect;
}
