/**
 * The matcher: a pattern that is used much runs as JavaScript that compile.ts makes of it; the others, and all where no
 * code may be generated, are interpreted here. Interpreting is backtracking over a translated program, with its
 * choices on an explicit stack (memory linear in the text, no JavaScript recursion but for nested look-arounds and atomic groups).
 */
import type { VM } from '../../objects/object.js';
import { Anchor, I, MAXREPEAT, type CharSet, type Program } from './program.js';
import { compileRun, type Run, type Target } from './compile.js';
import { parseProgram, type Tree } from './tree.js';
import { error } from '../../objects/errors.js';
import { inSet, isAsciiWord, isUniWord, lowerAscii, lowerUnicode } from './charset.js';

/** Entries of the choice stack: four numbers each. */
const CHOICE = 0; // pc, pos
const SHRINK = 1; // pc, pos, least pos: a greedy run gives one back
const GROW = 2; // pc of ONE, pos, most pos: a lazy run takes one more
const UNDO_MARK = 3; // index, old
const UNDO_REPEAT = 4; // r, old count, old last
const UNDO_LAST = 5; // old lastindex

const NO_CODES: readonly number[] = [];
const NEWLINE: readonly number[] = [10];

/** Calls and 64ths of steps after which a way of using a pattern is compiled. */
const HOT = 40;

/** What is kept of a pattern for running it as JavaScript: by way of use, how much it was used, or its function. */
export class CompiledRuns {
  private tree: Tree | null = null;
  private readonly runs: (Run | null)[] = new Array<Run | null>(8).fill(null);
  private readonly heat: number[] = new Array<number>(8).fill(0);
  constructor(
    private readonly code: readonly number[],
    private readonly groups: number,
  ) {}

  /** The function for this use once it is hot, or null. `steps`: done by interpreting since the last question. */
  run(vm: VM, search: boolean, checked: boolean, codes: boolean, steps: number): Run | null {
    const i = (search ? 1 : 0) + (checked ? 2 : 0) + (codes ? 4 : 0);
    const run = this.runs[i]!;
    if (run !== null) return run;
    if ((this.heat[i]! += 1 + (steps >> 6)) < HOT && vm.jitThreshold !== 0) return null;
    if (vm.jitThreshold === Infinity) return null;
    this.heat[i] = -Infinity;
    this.tree ??= parseProgram(this.code);
    return (this.runs[i] = compileRun(this.tree, this.code.length, this.groups, { search, checked, codes }));
  }
}

/** The choice stack of compiled patterns; one matching is over before the next begins. */
let choices = new Int32Array(1024);
/** Words above which the stack is given back, and above which there is no larger one. */
const KEPT = 1 << 20;
const MOST = 1 << 28;

export class Matcher implements Target {
  readonly marks: number[];
  private readonly counts: number[];
  private readonly lasts: number[];
  private readonly stack: number[] = [];
  lastindex = -1;
  /** End of the match found. */
  end = 0;
  steps = 0;
  /** Steps at the last look at `compiled`. */
  private seen = 0;
  /** Steps of interpreting. */
  private work = 0;
  /** The match must end at `stop`; must not be empty. */
  matchAll = false;
  mustAdvance = false;
  private start = 0;

  /** The text: units of a BMP str, or code points / bytes. */
  private s: string | null = null;
  private a: ArrayLike<number> = NO_CODES;
  private stop = 0;

  constructor(
    private readonly vm: VM,
    private readonly program: Program,
    groups: number,
    private readonly compiled: CompiledRuns | null = null,
  ) {
    this.marks = new Array<number>(groups * 2).fill(-1);
    this.counts = new Array<number>(program.repeats).fill(0);
    this.lasts = new Array<number>(program.repeats).fill(-1);
  }

  /** What is matched from now on: `s`, or `a` where that is null, up to `stop`. */
  over(s: string | null, a: ArrayLike<number>, stop: number): void {
    this.s = s;
    this.a = a;
    this.stop = stop;
    this.mustAdvance = false;
    this.matchAll = false;
  }

  private at(i: number): number {
    return this.s !== null ? this.s.charCodeAt(i) : this.a[i]!;
  }

  reset(): void {
    this.marks.fill(-1);
    this.lastindex = -1;
    this.stack.length = 0;
  }

  get choices(): Int32Array {
    return choices;
  }
  grow(sp: number, words: number): Int32Array {
    if (sp > MOST) throw error('MemoryError');
    const larger = new Int32Array(Math.max(choices.length * 2, sp + 2 * words));
    larger.set(choices.subarray(0, sp));
    return (choices = larger);
  }
  spend(n: number): number {
    this.vm.charge(n);
    return 0;
  }

  /** The compiled function for what is asked for, or null. */
  private hot(search: boolean): Run | null {
    if (this.compiled === null) return null;
    const steps = this.work - this.seen;
    this.seen = this.work;
    return this.compiled.run(this.vm, search, this.matchAll || (this.mustAdvance && this.program.min === 0), this.s === null, steps);
  }
  private runHot(run: Run, from: number): number {
    const start = run(this, this.s ?? this.a, from, this.stop, this.mustAdvance ? from : -1, this.matchAll);
    if (choices.length > KEPT) choices = new Int32Array(1024);
    if (this.steps >= 1024) this.charge(0);
    return start;
  }

  /** Match at exactly `pos`. */
  match(pos: number): boolean {
    const run = this.hot(false);
    if (run !== null) return this.runHot(run, pos) >= 0;
    return this.matchAt(pos);
  }
  private matchAt(pos: number): boolean {
    this.reset();
    this.start = pos;
    if (this.stop - pos < this.program.min) return false;
    return this.run(0, pos);
  }

  /** First match from `pos` on; its start, or -1. */
  search(pos: number): number {
    const { program, stop } = this;
    const { prefix, first, anchor } = program;
    const hot = this.hot(true);
    if (hot !== null) return this.runHot(hot, pos);
    const lastStart = stop - program.min;
    const advance = this.mustAdvance;
    if (anchor === Anchor.TEXT) return pos === 0 && this.matchAt(0) ? 0 : -1;
    for (let i = pos; i <= lastStart; i++) {
      if (prefix !== null) {
        i = this.find(prefix, i, stop);
        if (i < 0) return -1;
        if (program.literal && !this.matchAll) {
          this.reset();
          this.end = i + prefix.length;
          return i;
        }
      } else if (first !== null) {
        i = this.skipTo(first, i, stop);
        if (i >= stop) return -1;
      } else if (anchor === Anchor.LINE && i > 0 && this.at(i - 1) !== 10) {
        i = this.find(NEWLINE, i, stop) + 1;
        if (i === 0 || i > lastStart) return -1;
      }
      this.mustAdvance = advance && i === pos;
      if (this.matchAt(i)) return i;
      this.charge(1);
      if (this.work - this.seen < 1024) continue;
      const run = this.hot(true);
      if (run !== null) {
        this.mustAdvance = advance && i + 1 === pos;
        return this.runHot(run, i + 1);
      }
    }
    return -1;
  }

  private find(prefix: readonly number[], from: number, stop: number): number {
    const n = prefix.length;
    const c0 = prefix[0]!;
    if (this.s !== null) {
      const text = prefix === NEWLINE ? '\n' : this.program.prefixText;
      if (text === null) return -1;
      const i = this.s.indexOf(text, from);
      return i < 0 || i + n > stop ? -1 : i;
    }
    outer: for (let i = from; i + n <= stop; i++) {
      if (this.a[i] !== c0) continue;
      for (let k = 1; k < n; k++) if (this.a[i + k] !== prefix[k]) continue outer;
      return i;
    }
    return -1;
  }

  /** The first place from `i` on whose character `set` takes, or `stop`. */
  private skipTo(set: CharSet, i: number, stop: number): number {
    const { s } = this;
    const { low } = set;
    if (s === null) {
      while (i < stop && !has(set, this.a[i]!)) i++;
      return i;
    }
    for (; i < stop; i++) {
      const c = s.charCodeAt(i);
      if (c < 256 ? low[c] === 1 : has(set, c)) return i;
    }
    return i;
  }

  /** Where a run of the test at `pc` ends that begins at `i`; not behind `until`. */
  private runOf(pc: number, i: number, until: number): number {
    const { s } = this;
    const { ops } = this.program;
    if (s === null || (ops[pc] !== I.ANY && ops[pc] !== I.ANY_ALL && ops[pc + 1] !== 0)) {
      while (i < until && this.test(pc, this.at(i))) i++;
      return i;
    }
    switch (ops[pc]) {
      case I.SET: {
        const set = this.program.sets[ops[pc + 2]!]!;
        const { low } = set;
        for (; i < until; i++) {
          const c = s.charCodeAt(i);
          if (c < 256 ? low[c] !== 1 : !has(set, c)) return i;
        }
        return i;
      }
      case I.CHAR: {
        const c = ops[pc + 2]!;
        while (i < until && s.charCodeAt(i) === c) i++;
        return i;
      }
      case I.NOT_CHAR: {
        const c = ops[pc + 2]!;
        while (i < until && s.charCodeAt(i) !== c) i++;
        return i;
      }
      case I.ANY:
        while (i < until && s.charCodeAt(i) !== 10) i++;
        return i;
      default:
        return until;
    }
  }

  private charge(n: number): void {
    this.steps += n;
    this.work += n;
    if (this.steps >= 1024) {
      this.vm.charge(this.steps);
      this.steps = 0;
    }
  }

  private setMark(i: number, pos: number): void {
    this.stack.push(UNDO_MARK, i, this.marks[i]!, 0);
    this.marks[i] = pos;
    if (i & 1) {
      this.stack.push(UNDO_LAST, this.lastindex, 0, 0);
      this.lastindex = (i >> 1) + 1;
    }
  }

  /** Whether the test at `pc` takes character `c`. */
  private test(pc: number, c: number): boolean {
    const { ops } = this.program;
    switch (ops[pc]) {
      case I.CHAR:
        return fold(ops[pc + 1]!, c) === ops[pc + 2];
      case I.NOT_CHAR:
        return fold(ops[pc + 1]!, c) !== ops[pc + 2];
      case I.ANY:
        return c !== 10;
      case I.SET:
        return has(this.program.sets[ops[pc + 2]!]!, fold(ops[pc + 1]!, c));
      default:
        return true;
    }
  }

  private run(pc: number, pos: number): boolean {
    const { ops, sets } = this.program;
    const { stack, stop, marks, counts, lasts } = this;
    const floor = stack.length;
    for (;;) {
      let ok = true;
      switch (ops[pc]) {
        case I.FAIL:
          ok = false;
          break;
        case I.MATCH:
          if ((this.matchAll && pos !== stop) || (this.mustAdvance && pos === this.start)) {
            ok = false;
            break;
          }
          this.end = pos;
          return true;
        case I.END:
          this.end = pos;
          return true;
        case I.CHAR:
          if (pos < stop && fold(ops[pc + 1]!, this.at(pos)) === ops[pc + 2]) {
            pos++;
            pc += 3;
          } else ok = false;
          break;
        case I.NOT_CHAR:
          if (pos < stop && fold(ops[pc + 1]!, this.at(pos)) !== ops[pc + 2]) {
            pos++;
            pc += 3;
          } else ok = false;
          break;
        case I.ANY:
          if (pos < stop && this.at(pos) !== 10) {
            pos++;
            pc++;
          } else ok = false;
          break;
        case I.ANY_ALL:
          if (pos < stop) {
            pos++;
            pc++;
          } else ok = false;
          break;
        case I.SET:
          if (pos < stop && has(sets[ops[pc + 2]!]!, fold(ops[pc + 1]!, this.at(pos)))) {
            pos++;
            pc += 3;
          } else ok = false;
          break;
        case I.AT:
          if (this.assertAt(ops[pc + 1]!, pos)) pc += 2;
          else ok = false;
          break;
        case I.SPLIT:
          stack.push(CHOICE, ops[pc + 1]!, pos, 0);
          pc += 2;
          break;
        case I.JUMP:
          pc = ops[pc + 1]!;
          break;
        case I.MARK:
          this.setMark(ops[pc + 1]!, pos);
          pc += 2;
          break;
        case I.ONE: {
          const mode = ops[pc + 1]!;
          const lo = ops[pc + 2]!;
          const hi = ops[pc + 3]!;
          const next = ops[pc + 4]!;
          const most = hi === MAXREPEAT ? stop : Math.min(stop, pos + hi);
          const least = pos + lo;
          if (least > stop) {
            ok = false;
            break;
          }
          const until = mode === 1 ? least : most;
          const i = this.runOf(pc + 5, pos, until);
          this.charge((i - pos) >> 3);
          if (i < least) {
            ok = false;
            break;
          }
          if (mode === 0 && i > least) stack.push(SHRINK, next, i, least);
          else if (mode === 1) stack.push(GROW, pc, i, most);
          pos = i;
          pc = next;
          break;
        }
        case I.REP: {
          const r = ops[pc + 1]!;
          stack.push(UNDO_REPEAT, r, counts[r]!, lasts[r]!);
          counts[r] = 0;
          lasts[r] = -1;
          pc = ops[pc + 2]!;
          break;
        }
        case I.UNTIL_MAX: {
          const r = ops[pc + 1]!;
          const n = counts[r]!;
          if (n < ops[pc + 2]!) {
            stack.push(UNDO_REPEAT, r, n, lasts[r]!);
            counts[r] = n + 1;
            pc = ops[pc + 4]!;
          } else if ((ops[pc + 3] === MAXREPEAT || n < ops[pc + 3]!) && pos !== lasts[r]) {
            stack.push(CHOICE, pc + 5, pos, 0);
            stack.push(UNDO_REPEAT, r, n, lasts[r]!);
            counts[r] = n + 1;
            lasts[r] = pos;
            pc = ops[pc + 4]!;
          } else pc += 5;
          break;
        }
        case I.UNTIL_MIN: {
          const r = ops[pc + 1]!;
          const n = counts[r]!;
          if (n < ops[pc + 2]!) {
            stack.push(UNDO_REPEAT, r, n, lasts[r]!);
            counts[r] = n + 1;
            pc = ops[pc + 4]!;
          } else {
            stack.push(CHOICE, pc + 6, pos, 0);
            pc = ops[pc + 5]!;
          }
          break;
        }
        case I.MORE: {
          const r = ops[pc + 1]!;
          const n = counts[r]!;
          if ((ops[pc + 2] !== MAXREPEAT && n >= ops[pc + 2]!) || pos === lasts[r]) ok = false;
          else {
            stack.push(UNDO_REPEAT, r, n, lasts[r]!);
            counts[r] = n + 1;
            lasts[r] = pos;
            pc = ops[pc + 3]!;
          }
          break;
        }
        case I.REF: {
          const g = ops[pc + 2]! * 2;
          const from = marks[g]!;
          const to = marks[g + 1]!;
          if (from < 0 || to < from || pos + (to - from) > stop) {
            ok = false;
            break;
          }
          const f = ops[pc + 1]!;
          for (let i = from; i < to; i++, pos++) {
            if (fold(f, this.at(i)) !== fold(f, this.at(pos))) {
              ok = false;
              break;
            }
          }
          pc += 3;
          break;
        }
        case I.COND: {
          const g = ops[pc + 1]! * 2;
          pc = marks[g]! >= 0 && marks[g + 1]! >= marks[g]! ? pc + 3 : ops[pc + 2]!;
          break;
        }
        case I.LOOK: {
          const wanted = ops[pc + 1] === 1;
          const from = pos - ops[pc + 2]!;
          const base = stack.length;
          const found = from >= 0 && this.run(pc + 4, from);
          if (found && wanted) this.commit(base);
          else if (found) this.unwind(base);
          if (found === wanted) pc = ops[pc + 3]!;
          else ok = false;
          break;
        }
        case I.ATOMIC: {
          const base = stack.length;
          if (this.run(pc + 2, pos)) {
            this.commit(base);
            pos = this.end;
            pc = ops[pc + 1]!;
          } else ok = false;
          break;
        }
      }
      if (ok) continue;
      // Back to the last choice.
      this.charge(1);
      back: for (;;) {
        if (stack.length === floor) return false;
        const z = stack.pop()!;
        const y = stack.pop()!;
        const x = stack.pop()!;
        switch (stack.pop()) {
          case CHOICE:
            pc = x;
            pos = y;
            break back;
          case SHRINK: {
            let i = y - 1;
            if (ops[x] === I.CHAR && ops[x + 1] === 0) {
              // What comes next is a character: go back to where it stands.
              const c = ops[x + 2]!;
              while (i >= z && (i >= stop || this.at(i) !== c)) i--;
              this.charge((y - i) >> 3);
              if (i < z) continue back;
            }
            if (i > z) stack.push(SHRINK, x, i, z);
            pc = x;
            pos = i;
            break back;
          }
          case GROW:
            if (y >= z || !this.test(x + 5, this.at(y))) continue back;
            stack.push(GROW, x, y + 1, z);
            pc = ops[x + 4]!;
            pos = y + 1;
            break back;
          case UNDO_MARK:
            marks[x] = y;
            break;
          case UNDO_REPEAT:
            counts[x] = y;
            lasts[x] = z;
            break;
          case UNDO_LAST:
            this.lastindex = x;
            break;
        }
      }
    }
  }

  /** Drops the choices above `base`, keeping what undoes marks and counts. */
  private commit(base: number): void {
    const { stack } = this;
    let n = base;
    for (let i = base; i < stack.length; i += 4) {
      if (stack[i]! < UNDO_MARK) continue;
      for (let k = 0; k < 4; k++) stack[n + k] = stack[i + k]!;
      n += 4;
    }
    stack.length = n;
  }

  /** Takes back all that happened above `base`. */
  private unwind(base: number): void {
    const { stack } = this;
    while (stack.length > base) {
      const z = stack.pop()!;
      const y = stack.pop()!;
      const x = stack.pop()!;
      const kind = stack.pop();
      if (kind === UNDO_MARK) this.marks[x] = y;
      else if (kind === UNDO_REPEAT) {
        this.counts[x] = y;
        this.lasts[x] = z;
      } else if (kind === UNDO_LAST) this.lastindex = x;
    }
  }

  private assertAt(what: number, pos: number): boolean {
    const { stop } = this;
    switch (what) {
      case 0:
      case 2:
        return pos === 0;
      case 1:
        return pos === 0 || this.at(pos - 1) === 10;
      case 3:
      case 8:
        return this.boundary(pos, isAsciiWord);
      case 4:
      case 9:
        return stop > 0 && !this.boundary(pos, isAsciiWord);
      case 10:
        return this.boundary(pos, isUniWord);
      case 11:
        return stop > 0 && !this.boundary(pos, isUniWord);
      case 5:
        return pos === stop || (pos === stop - 1 && this.at(pos) === 10);
      case 6:
        return pos === stop || this.at(pos) === 10;
      default:
        return pos === stop;
    }
  }

  private boundary(pos: number, word: (c: number) => boolean): boolean {
    if (this.stop === 0) return false;
    const before = pos > 0 && word(this.at(pos - 1));
    const after = pos < this.stop && word(this.at(pos));
    return before !== after;
  }
}

function fold(f: number, c: number): number {
  return f === 0 ? c : f === 1 ? lowerAscii(c) : lowerUnicode(c);
}

function has(s: CharSet, c: number): boolean {
  return c < 256 ? s.low[c] === 1 : inSet(s.code, s.at, c);
}
