/** A run driven by the host: step, resume for a while, look at the frames. */
import { CO } from '../bytecode/code.js';
import type { Cont, PyValue } from '../objects/object.js';
import { PyCell } from '../objects/function.js';
import { frameBack, lineOf, type PyFrame } from '../objects/frame.js';
import type { PyBaseException } from '../objects/exception.js';
import type { Machine, Outcome } from '../vm/machine.js';
import { runSlow } from '../vm/generated/interpreter-slow.js';
import { toJS } from './convert.js';
import { PyDict } from '../objects/dict.js';
import { asJS } from '../objects/str.js';

/** One frame of a paused run. Values are converted when asked for. */
export interface FrameView {
  readonly name: string;
  readonly filename: string;
  /** Line the next instruction belongs to. */
  readonly line: number;
  /** Offset of the instruction last started (`f_lasti`), -1 before the first. */
  readonly lasti: number;
  /** Offset of the instruction that runs next. */
  readonly pc: number;
  readonly locals: Map<string, unknown>;
  /** Value stack, bottom to top. */
  readonly stack: unknown[];
  /** Blocks, outermost first. */
  readonly blocks: readonly { type: number; handler: number; level: number }[];
}

export type Stop =
  | { kind: 'done'; value: unknown }
  | { kind: 'failed'; error: Error }
  | { kind: 'step' | 'budget' | 'breakpoint'; frame: FrameView }
  | { kind: 'waiting'; promise: PromiseLike<unknown> };

export function frameView(f: PyFrame): FrameView {
  const locals = new Map<string, unknown>();
  const { co, nlocals } = f.code;
  if (f.code.flags & CO.OPTIMIZED) {
    co.varnames.forEach((n, i) => {
      if (f.st[i] !== undefined) locals.set(n, toJS(f.st[i]));
    });
    [...co.cellvars, ...co.freevars].forEach((n, i) => {
      const c = f.st[nlocals + i] as PyCell | undefined;
      if (c instanceof PyCell && c.v !== undefined) locals.set(n, toJS(c.v));
    });
  } else if (f.locals instanceof PyDict) {
    for (const [k, v] of f.locals.entries()) {
      const name = asJS(k);
      if (name !== undefined && !name.startsWith('__')) locals.set(name, toJS(v));
    }
  }
  const blocks = [];
  for (let i = 0; i < f.blocks.length; i += 3) blocks.push({ type: f.blocks[i]!, handler: f.blocks[i + 1]!, level: f.blocks[i + 2]! - f.code.nfixed });
  return {
    name: co.name,
    filename: co.filename,
    line: lineOf(f.code, f.pc),
    lasti: f.lasti,
    pc: f.pc,
    locals,
    stack: f.st.slice(f.code.nfixed, f.sp).filter((v) => v !== undefined).map((v) => toJS(v as PyValue)),
    blocks,
  };
}

export class Execution {
  private outcome: Outcome | null = null;
  /** @internal */
  constructor(
    private readonly machine: Machine,
    private readonly bottom: Cont,
    private readonly fail: (e: PyBaseException) => Error,
    private readonly checked = false,
  ) {}

  get state(): 'ready' | 'done' | 'failed' | 'waiting' {
    if (this.outcome === null) return 'ready';
    switch (this.outcome.kind) {
      case 'done':
        return 'done';
      case 'raised':
        return 'failed';
      case 'waiting':
        return 'waiting';
      default:
        return 'ready';
    }
  }

  /** Live frames, innermost first. */
  get frames(): readonly FrameView[] {
    const out: FrameView[] = [];
    let f = this.machine.thread.frame;
    while (f !== null && f !== this.bottom && (!f.isPython || f.code.hidden)) f = f.back;
    let p = f === null || !f.isPython ? null : f;
    while (p !== null) {
      out.push(frameView(p));
      p = frameBack(p);
    }
    return out;
  }

  /** Runs one instruction, or up to the next line. */
  step(kind: 'opcode' | 'line' = 'opcode'): Stop {
    const top = this.topFrame();
    return this.go(kind === 'opcode' ? 1 : Infinity, kind === 'line', null, 'step', top);
  }

  /** Goes on: to the end, for `maxSteps` instructions, or up to a breakpoint ("file:line"). */
  resume(options: { maxSteps?: number; breakpoints?: Iterable<string> } = {}): Stop {
    const points = options.breakpoints === undefined ? null : new Set(options.breakpoints);
    return this.go(options.maxSteps ?? Infinity, false, points, points === null ? 'budget' : 'breakpoint', this.topFrame());
  }

  private topFrame(): PyFrame | null {
    let f = this.machine.thread.frame;
    while (f !== null && (!f.isPython || f.code.hidden)) f = f.back;
    return f;
  }

  private go(steps: number, line: boolean, breakpoints: ReadonlySet<string> | null, kind: 'step' | 'budget' | 'breakpoint', top: PyFrame | null): Stop {
    const { thread } = this.machine;
    thread.step = { steps, line, frame: top, startLine: top === null ? -1 : lineOf(top.code, top.pc), breakpoints, checked: this.checked, started: false };
    thread.paused = false;
    try {
      this.outcome = this.machine.resume(this.bottom, runSlow);
    } finally {
      thread.step = null;
    }
    const o = this.outcome;
    switch (o.kind) {
      case 'done':
        return { kind: 'done', value: toJS(o.value) };
      case 'raised':
        return { kind: 'failed', error: this.fail(o.error) };
      case 'waiting':
        return { kind: 'waiting', promise: o.promise };
      default: {
        const f = this.topFrame();
        return { kind, frame: frameView(f!) };
      }
    }
  }

  /** Answers the promise a `waiting` stop named (or `raise`s in its place), then goes on with resume or step. */
  answer(value: PyValue): void {
    this.machine.answer(value, null);
  }
}
