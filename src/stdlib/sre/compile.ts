/**
 * A pattern as JavaScript. One function for each way of use (match or search, the end checked or not, str or code points);
 * its meaning is matcher.ts's. Choices lie on a stack of ints that all patterns share: the words a place needs to go on,
 * then the number of that place, a case of one switch. Parts that need no choices are plain nested code, whose failure is a
 * `break`; firsts.ts knows which they are. A mark is put back by an entry of the same stack, where a choice may be open.
 */
import { disjoint, isUniWord, paged, testOf, wordLow, type CharTest } from './charset.js';
import { afterBody, ALWAYS, apart, differ, endsWord, info, PERHAPS, type Info } from './firsts.js';
import { folding, type Node, type Tree } from './tree.js';
import { MAXREPEAT } from './program.js';

/** What generated code uses of a matcher: where it leaves the result, and the limits. */
export interface Target {
  readonly marks: number[];
  lastindex: number;
  end: number;
  steps: number;
  /** The choice stack. */
  choices: Int32Array;
  /** A larger stack, with room for `words` above `sp`. */
  grow(sp: number, words: number): Int32Array;
  /** Charges `n` steps; 0. */
  spend(n: number): number;
}

/**
 * Start of the match, or -1. Looks from `from` on (or there only) up to `stop`. With the end checked: no match ends at
 * `adv`, and with `full` only at `stop`.
 */
export type Run = (m: Target, text: string | ArrayLike<number>, from: number, stop: number, adv: number, full: boolean) => number;

export interface Use {
  readonly search: boolean;
  readonly checked: boolean;
  readonly codes: boolean;
}

/** Thrown where a part that was to be nested code needs choices. */
const NEEDS_STATES = { name: 'NEEDS_STATES' };
const POP = '{ pc = S[--sp]; continue B; }';

/** Where code is written: what a failure does there (null: back to the last choice), and whether a choice may be open. */
interface Place {
  readonly fail: string | null;
  readonly live: boolean;
}

function ranges(low: Uint8Array, value: number): [from: number, to: number][] {
  const out: [number, number][] = [];
  for (let c = 0; c < 256; c++) {
    if (low[c] !== value) continue;
    const last = out[out.length - 1];
    if (last !== undefined && last[1] === c - 1) last[1] = c;
    else out.push([c, c]);
  }
  return out;
}
/** Whether `c` is in one of `list`, as an expression without calls. */
const inRanges = (list: readonly [number, number][]): string =>
  list.length === 0 ? 'false' : `(${list.map(([a, z]) => (a === z ? `c === ${a}` : z - a === 1 ? `c === ${a} || c === ${z}` : a === 0 ? `c <= ${z}` : `(c >= ${a} && c <= ${z})`)).join(' || ')})`;

/** `i` of the marks within `n`. */
function marksOf(n: Node, out: Set<number> = new Set()): Set<number> {
  switch (n.kind) {
    case 'mark':
      out.add(n.i);
      break;
    case 'seq':
    case 'alt':
      for (const p of n.parts) marksOf(p, out);
      break;
    case 'repeat':
    case 'look':
    case 'atomic':
      marksOf(n.body, out);
      break;
    case 'cond':
      marksOf(n.yes, out);
      marksOf(n.no, out);
      break;
  }
  return out;
}

/** A test that takes all characters a match of `k` can begin with, and maybe more. */
const firstTest = (k: Info): CharTest => testOf(k.low, k.kinds);

class Writer {
  private main: string[] = [];
  private side: string[] = [];
  /** Cases of the switch: 0 the begin, 1 the bottom of the stack. */
  private states = 2;
  private words = 8;
  private nesting = 0;
  private names = 0;
  private locals: string[] = [];
  readonly constants: unknown[] = [];
  private readonly known = new Map<unknown, string>();
  /** Undo cases by mark and by repeat. */
  private readonly undos = new Map<string, number>();
  /** Marks that every match sets and nothing asks for: never put back. */
  private readonly settled = new Set<number>();

  constructor(
    private readonly tree: Tree,
    private readonly groups: number,
    private readonly use: Use,
  ) {
    const { root } = tree;
    for (const p of root.kind === 'seq' ? root.parts : [root]) if (p.kind === 'mark' && !tree.asked.has((p.i >> 1) + 1)) this.settled.add(p.i);
  }

  private at(i: string): string {
    return this.use.codes ? `s[${i}]` : `s.charCodeAt(${i})`;
  }
  private constant(v: unknown, key: unknown = v): string {
    let name = this.known.get(key);
    if (name === undefined) {
      name = `K${this.constants.push(v) - 1}`;
      this.known.set(key, name);
    }
    return name;
  }
  private name(prefix: string): string {
    return `${prefix}${this.names++}`;
  }
  private local(prefix: string): string {
    const name = this.name(prefix);
    this.locals.push(name);
    return name;
  }
  private put(...lines: string[]): void {
    this.main.push(...lines);
  }
  private state(): number {
    if (this.nesting > 0) throw NEEDS_STATES;
    return this.states++;
  }
  private label(state: number): void {
    this.put(`case ${state}:`);
  }
  private goto(state: number): string {
    return `{ pc = ${state}; continue B; }`;
  }
  private fail(p: Place): string {
    return p.fail ?? (p.live ? POP : 'continue A;');
  }
  /** A push of `words` and where to go on. */
  private push(words: readonly string[], state: number): string {
    const n = words.length;
    this.words += n + 1;
    return `${words.map((w, i) => `S[sp${i === 0 ? '' : ` + ${i}`}] = ${w}; `).join('')}S[sp${n === 0 ? '' : ` + ${n}`}] = ${state}; sp += ${n + 1};`;
  }

  /** Whether the character in `c` passes. */
  private test(t: CharTest): string {
    if (t.kinds === '') {
      const list = ranges(t.low, 1);
      return list.length <= 3 ? inRanges(list) : `(c < 256 && ${this.constant(t.low)}[c] === 1)`;
    }
    if (t.kinds === 'A') {
      const list = ranges(t.low, 0);
      return list.length === 0 ? 'true' : list.length <= 3 ? `!${inRanges(list)}` : `(c > 255 || ${this.constant(t.low)}[c] === 1)`;
    }
    return `(c < 256 ? ${this.constant(t.low)}[c] === 1 : ${this.constant(t.has)}(c))`;
  }
  private testAt(i: string, t: CharTest): string {
    return `(c = ${this.at(i)}, ${this.test(t)})`;
  }

  /** Nested code by `nested`, or `flat` where that needs choices. */
  private either(p: Place, nested: (p: Place) => void, flat: () => boolean): boolean {
    if (p.fail !== null) {
      nested(p);
      return p.live;
    }
    const saved = [this.main.length, this.side.length, this.locals.length, this.words] as const;
    this.nesting++;
    try {
      nested({ fail: this.fail(p), live: p.live });
      this.nesting--;
      return p.live;
    } catch (e) {
      this.nesting--;
      if (e !== NEEDS_STATES) throw e;
      [this.main.length, this.side.length, this.locals.length, this.words] = saved;
      return flat();
    }
  }

  /** `write`s nested code whose failure puts everything back and goes on behind it; `done` is where success goes. */
  private attempt(n: Node, p: Place, write: (p: Place) => void, done: string): void {
    const block = this.name('L');
    const marks = [...marksOf(n)];
    const start = this.name('p');
    const saved = marks.map((m) => `${start}m${m} = m${m}`);
    if (marks.some((m) => m & 1)) saved.push(`${start}li = li`);
    const trail = marks.length > 0 && p.live;
    if (trail) saved.push(`${start}sp = sp`);
    this.put(`const ${[`${start} = pos`, ...saved].join(', ')};`, `${block}: {`);
    write({ fail: `break ${block};`, live: p.live });
    this.put(done, '}', `pos = ${start};`, ...saved.map((s) => `${s.split(' = ').reverse().join(' = ')};`));
  }

  private undo(key: string, restore: string): number {
    let u = this.undos.get(key);
    if (u === undefined) {
      u = this.states++;
      this.undos.set(key, u);
      // Kept apart from `side`: an attempt at nested code that is given up must not take it away.
      this.undoCases.push(`case ${u}: ${restore} pc = S[--sp]; continue B;`);
    }
    return u;
  }
  private readonly undoCases: string[] = [];
  private undoMark(i: number, mark: string, li: string): string {
    const odd = (i & 1) === 1;
    const u = this.undo(`m${i}`, odd ? `li = S[--sp]; m${i} = S[--sp];` : `m${i} = S[--sp];`);
    return this.push(odd ? [mark, li] : [mark], u);
  }

  /** Writes `n`, behind which `after` comes; whether a choice may be open then. `next`: the part behind, where known. */
  write(n: Node, after: Info, p: Place, next?: Node): boolean {
    switch (n.kind) {
      case 'test':
        this.tests([n.test], p);
        return p.live;
      case 'seq':
        return this.seq(n.parts, after, p, next);
      case 'mark':
        if (p.live && !this.settled.has(n.i)) this.put(this.undoMark(n.i, `m${n.i}`, 'li'));
        this.put(`m${n.i} = pos;`);
        if (n.i & 1) this.put(`li = ${(n.i >> 1) + 1};`);
        return p.live;
      case 'at':
        this.put(`if (!(${this.anchor(n.what)})) ${this.fail(p)}`);
        return p.live;
      case 'one':
        return this.one(n, after, p, next);
      case 'alt':
        return this.alt(n, after, p);
      case 'repeat':
        return this.repeat(n, after, p);
      case 'ref': {
        const g = n.group * 2;
        const f = n.fold === 0 ? '' : this.constant(folding(n.fold));
        this.put(
          `{ const a = m${g}, z = m${g + 1}; if (a < 0 || z < a || pos + (z - a) > stop) ${this.fail(p)}`,
          `n += (z - a) >> 3; for (let k = a; k < z; k++, pos++) if (${f}(${this.at('k')}) !== ${f}(${this.at('pos')})) ${this.fail(p)} }`,
        );
        return p.live;
      }
      case 'cond': {
        const g = n.group * 2;
        const set = `m${g} >= 0 && m${g + 1} >= m${g}`;
        return this.either(
          p,
          (q) => {
            this.put(`if (${set}) {`);
            this.write(n.yes, after, q);
            this.put('} else {');
            this.write(n.no, after, q);
            this.put('}');
          },
          () => {
            const no = this.state();
            const end = this.state();
            this.put(`if (!(${set})) ${this.goto(no)}`);
            const a = this.write(n.yes, after, p);
            this.put(this.goto(end));
            this.label(no);
            const b = this.write(n.no, after, p);
            this.label(end);
            return a || b;
          },
        );
      }
      case 'look':
        return this.look(n, p);
      case 'atomic':
        return this.either(
          p,
          (q) => void this.write(n.body, ALWAYS, q),
          () => this.cut(n.body, p, null, true),
        );
      case 'fail':
        this.put(this.fail(p));
        return p.live;
    }
  }

  private seq(parts: readonly Node[], after: Info, p: Place, next: Node | undefined): boolean {
    const infos: Info[] = [];
    let k = after;
    for (let i = parts.length - 1; i >= 0; i--) {
      infos[i] = k;
      k = info(parts[i]!, k);
    }
    let { live } = p;
    for (let i = 0; i < parts.length; i++) {
      const n = parts[i]!;
      if (n.kind === 'test') {
        const run: CharTest[] = [];
        for (let q = parts[i]; q?.kind === 'test'; q = parts[++i]) run.push(q.test);
        i--;
        this.tests(run, { ...p, live });
        continue;
      }
      let j = i + 1;
      while (parts[j]?.kind === 'mark') j++;
      live = this.write(n, infos[i]!, { ...p, live }, parts[j] ?? next);
    }
    return live;
  }

  /** Tests of one character after the other. */
  private tests(run: readonly CharTest[], p: Place): void {
    const checks = run.map((t, i) => (this.test(t) === 'true' ? '' : ` || !${this.testAt(i === 0 ? 'pos' : `pos + ${i}`, t)}`));
    this.put(`if (pos${run.length === 1 ? ' >=' : ` + ${run.length} >`} stop${checks.join('')}) ${this.fail(p)}`, `pos += ${run.length};`);
  }

  private anchor(what: number): string {
    const word = (ascii: boolean): string => {
      const low = this.constant(wordLow(ascii), `word${ascii}`);
      const test = ascii ? `(c < 256 && ${low}[c] === 1)` : `(c < 256 ? ${low}[c] === 1 : ${this.constant(paged(isUniWord), 'isWord')}(c))`;
      return `(pos > 0 && (c = ${this.at('pos - 1')}, ${test})) ${what === 4 || what === 9 || what === 11 ? '===' : '!=='} (pos < stop && (c = ${this.at('pos')}, ${test}))`;
    };
    switch (what) {
      case 0:
      case 2:
        return 'pos === 0';
      case 1:
        return `pos === 0 || ${this.at('pos - 1')} === 10`;
      case 3:
      case 8:
        return word(true);
      case 4:
      case 9:
        return `stop > 0 && ${word(true)}`;
      case 10:
        return word(false);
      case 11:
        return `stop > 0 && ${word(false)}`;
      case 5:
        return `pos === stop || (pos === stop - 1 && ${this.at('pos')} === 10)`;
      case 6:
        return `pos === stop || ${this.at('pos')} === 10`;
      default:
        return 'pos === stop';
    }
  }

  /** A run of one test. */
  private one(n: Extract<Node, { kind: 'one' }>, after: Info, p: Place, next: Node | undefined): boolean {
    const { lo, hi, test } = n;
    const all = this.test(test) === 'true';
    const meets = after.any || !disjoint(test, after);
    const run = (limit: string): string => (all ? `pos = ${limit};` : `while (pos < ${limit} && ${this.testAt('pos', test)}) pos++;`);
    const exactly = (count: number): void => {
      if (count === 0) return;
      if (count === 1) this.tests([test], p);
      else this.put(`{ const z = pos + ${count}; if (z > stop) ${this.fail(p)}`, `${run('z')} if (pos < z) ${this.fail(p)} }`);
    };
    if (lo === hi || (n.mode === 1 && after.infallible)) {
      exactly(lo);
      return p.live;
    }
    if (n.mode === 1 && meets) return this.lazy(n, after, p, exactly);
    // Greedy; a lazy run that cannot go on behind the first place where what follows may match is the same.
    const again = n.mode === 0 && !after.infallible && meets && !(lo > 0 && endsWord(test, next));
    const back = again ? this.state() : 0;
    const limit = hi === MAXREPEAT ? 'stop' : 'z';
    this.put(`{ const a = pos;${hi === MAXREPEAT ? '' : ` const z = Math.min(stop, pos + ${hi});`}`, all && lo > 0 ? `if (pos + ${lo} > stop) ${this.fail(p)}` : '', run(limit));
    if (!all && lo > 0) this.put(lo === 1 ? `if (pos === a) ${this.fail(p)}` : `if (pos < a + ${lo}) ${this.fail(p)}`);
    this.put('n += (pos - a) >> 3;');
    if (!again) {
      this.put('}');
      return p.live;
    }
    const least = lo === 0 ? 'a' : `a + ${lo}`;
    const on = this.state();
    this.put(`if (pos > ${least}) { ${this.push([least, 'pos'], back)} } }`);
    this.label(on);
    // Back by one, or at once to a place where what follows can begin.
    const skip = after.any ? '' : `while (pos >= a && !${this.testAt('pos', firstTest(after))}) pos--; n += (S[sp - 1] - pos) >> 3; if (pos < a) { sp -= 2; ${POP} }`;
    this.side.push(
      `case ${back}: { if (++n > 1023) n = M.spend(n); const a = S[sp - 2]; pos = S[sp - 1] - 1; ${skip}`,
      `if (pos > a) { S[sp - 1] = pos; S[sp++] = ${back}; } else sp -= 2; pc = ${on}; continue B; }`,
    );
    return true;
  }

  private lazy(n: Extract<Node, { kind: 'one' }>, after: Info, p: Place, exactly: (n: number) => void): boolean {
    const more = this.state();
    const on = this.state();
    const bounded = n.hi !== MAXREPEAT;
    const limit = bounded ? this.local('z') : 'stop';
    if (bounded) this.put(`${limit} = Math.min(stop, pos + ${n.hi});`);
    exactly(n.lo);
    this.label(on);
    if (!after.any) this.put(`{ const a = pos; while (pos < ${limit} && (c = ${this.at('pos')}, !${this.test(firstTest(after))} && ${this.test(n.test)})) pos++; n += (pos - a) >> 3; }`);
    this.put(`if (pos < ${limit} && ${this.testAt('pos', n.test)}) { ${this.push(bounded ? ['pos', limit] : ['pos'], more)} }`);
    this.side.push(`case ${more}: if (++n > 1023) n = M.spend(n); ${bounded ? `${limit} = S[--sp]; ` : ''}pos = S[--sp] + 1; pc = ${on}; continue B;`);
    return true;
  }

  private alt(n: Extract<Node, { kind: 'alt' }>, after: Info, p: Place): boolean {
    const { parts } = n;
    const infos = parts.map((q) => info(q, after));
    const last = parts.length - 1;
    /** The next alternative that can begin where the `i`th does; -1: none. */
    const rival = (i: number, from = i + 1): number => {
      for (let j = from; j <= last; j++) if (!apart(infos[i]!, infos[j]!)) return j;
      return -1;
    };
    /** Whether an alternative behind the `i`th may match where that did. */
    const doubtful = (i: number): boolean => {
      for (let j = rival(i); j >= 0; j = rival(i, j + 1)) if (!differ(parts[i]!, parts[j]!)) return true;
      return false;
    };
    return this.either(
      p,
      (q) => {
        if (!after.infallible && parts.some((_, i) => doubtful(i))) throw NEEDS_STATES;
        const end = this.name('L');
        this.put(`${end}: {`);
        parts.forEach((part, i) => {
          if (i === last) this.write(part, after, q);
          else
            this.attempt(
              part,
              q,
              (r) => {
                // One that takes nothing succeeds; that it is none of the others' turn is seen by what comes next.
                const k = infos[i]!;
                if (part.min === 0 && !k.any) this.put(`if (pos >= stop${k.end ? ' ? false :' : ' ||'} !${this.testAt('pos', firstTest(k))}) ${this.fail(r)}`);
                this.write(part, after, r);
              },
              `break ${end};`,
            );
        });
        this.put('}');
      },
      () => {
        const starts = parts.map(() => this.state());
        const end = this.state();
        let open = p.live;
        parts.forEach((part, i) => {
          const k = infos[i]!;
          if (i > 0) this.label(starts[i]!);
          let { live } = p;
          if (!k.any) {
            const miss = i === last ? this.fail(p) : this.goto(starts[i + 1]!);
            this.put(`if (pos >= stop${k.end ? ' ? false :' : ' ||'} !${this.testAt('pos', firstTest(k))}) ${miss}`);
          }
          const j = k.infallible || (k.sure && !k.any && !k.end && k.kinds === '') ? -1 : rival(i);
          if (j >= 0) {
            const back = this.state();
            this.put(this.push(['pos'], back));
            this.side.push(`case ${back}: if (++n > 1023) n = M.spend(n); pos = S[--sp]; pc = ${starts[j]}; continue B;`);
            live = true;
          }
          if (this.write(part, after, { fail: null, live })) open = true;
          if (i < last) this.put(this.goto(end));
        });
        this.label(end);
        return open;
      },
    );
  }

  private repeat(n: Extract<Node, { kind: 'repeat' }>, after: Info, p: Place): boolean {
    const { lo, hi, body, r } = n;
    const bounded = hi !== MAXREPEAT;
    const behind = afterBody(n, after);
    const first = info(body, body.min > 0 ? behind : PERHAPS);
    const leaves = after.infallible || !apart(first, after);
    return this.either(
      p,
      (q) => {
        if (n.lazy || body.min === 0 || (leaves && !after.infallible)) throw NEEDS_STATES;
        const loop = this.name('L');
        const count = this.name('k');
        const counted = bounded || lo > 0;
        if (counted) this.put(`{ let ${count} = 0;`);
        this.put(`${loop}: for (;;) {`, bounded ? `if (${count} === ${hi}) break;` : '');
        this.attempt(body, q, (s) => void this.write(body, behind, s), `n++;${counted ? ` ${count}++;` : ''} continue ${loop};`);
        this.put('break; }');
        if (counted) this.put(lo > 0 ? `if (${count} < ${lo}) ${this.fail(q)} }` : '}');
      },
      () => {
        const empty = body.min === 0;
        const vars = [...(bounded || lo > 0 ? [`c${r}`] : []), ...(empty ? [`l${r}`] : [])];
        const restore = [...vars].reverse().map((v) => `${v} = S[--sp];`).join(' ');
        const keep = vars.length === 0 ? '' : this.push(vars, this.undo(`r${r}`, restore));
        this.words += 3 * (vars.length + 1);
        const step = bounded || lo > 0 ? `c${r}++;` : '';
        const mark = empty ? `l${r} = pos;` : '';
        const [head, inside, exit, back] = [this.state(), this.state(), this.state(), this.state()];
        if (p.live) this.put(keep);
        if (vars.includes(`c${r}`)) this.put(`c${r} = 0;`);
        if (empty) this.put(`l${r} = -1;`);
        const q: Place = { fail: null, live: true };
        this.label(head);
        this.put('if (++n > 1023) n = M.spend(n);', 'if (sp > room) { S = M.grow(sp, WORDS); room = S.length - WORDS; }');
        if (lo > 0) this.put(`if (c${r} < ${lo}) { ${keep} ${step} pc = ${inside}; continue B; }`);
        const ends = [...(bounded ? [`c${r} >= ${hi}`] : []), ...(empty ? [`pos === l${r}`] : [])].join(' || ');
        if (n.lazy) {
          this.put(this.push(['pos', ...vars], back), this.goto(exit));
          this.side.push(`case ${back}: ${restore} pos = S[--sp]; ${ends === '' ? '' : `if (${ends}) ${POP}`} ${keep} ${step} ${mark} pc = ${inside}; continue B;`);
        } else {
          if (ends !== '') this.put(`if (${ends}) ${this.goto(exit)}`);
          if (!first.any) this.put(`if (${first.end ? 'pos < stop &&' : 'pos >= stop ||'} !${this.testAt('pos', firstTest(first))}) ${this.goto(exit)}`);
          this.put(leaves ? this.push(['pos', ...vars], back) : keep, step, mark);
          this.side.push(`case ${back}: ${restore} pos = S[--sp]; pc = ${exit}; continue B;`);
        }
        this.label(inside);
        this.write(body, behind, q);
        this.put(this.goto(head));
        this.label(exit);
        return true;
      },
    );
  }

  private look(n: Extract<Node, { kind: 'look' }>, p: Place): boolean {
    return this.either(
      p,
      (q) => {
        const start = this.name('q');
        if (n.wanted) {
          this.put(`{ const ${start} = pos; ${n.back > 0 ? `if (pos < ${n.back}) ${this.fail(q)} pos -= ${n.back};` : ''}`);
          this.write(n.body, ALWAYS, q);
          this.put(`pos = ${start}; }`);
          return;
        }
        const found = this.name('f');
        this.put(`{ let ${found} = false;`);
        this.attempt(
          n.body,
          q,
          (s) => {
            if (n.back > 0) this.put(`if (pos < ${n.back}) ${this.fail(s)} pos -= ${n.back};`);
            this.write(n.body, ALWAYS, s);
          },
          `${found} = true;`,
        );
        this.put(`if (${found}) ${this.fail(q)} }`);
      },
      () => this.cut(n.body, p, n.back, n.wanted),
    );
  }

  /** A look-around (`back`: how far behind) or an atomic group (null) whose body needs choices: they are dropped at its end. */
  private cut(body: Node, p: Place, back: number | null, wanted: boolean): boolean {
    const base = this.local('b');
    const start = this.local('q');
    const marks = [...marksOf(body)];
    const saved = new Map(marks.map((m) => [m, this.local('t')]));
    const last = this.local('t');
    const failed = this.state();
    const on = this.state();
    this.put(`${base} = sp; ${start} = pos; ${last} = li; ${marks.map((m) => `${saved.get(m)} = m${m};`).join(' ')}`, this.push([], failed));
    const inner: Place = { fail: null, live: true };
    if (back !== null && back > 0) this.put(`if (pos < ${back}) ${this.fail(inner)} pos -= ${back};`);
    this.write(body, ALWAYS, inner);
    this.put(`sp = ${base};`);
    if (back !== null) this.put(`pos = ${start};`);
    if (!wanted) {
      this.put(`li = ${last}; ${marks.map((m) => `m${m} = ${saved.get(m)};`).join(' ')}`, this.fail(p));
      this.side.push(`case ${failed}: pos = ${start}; pc = ${on}; continue B;`);
    } else {
      if (p.live) for (const m of marks) this.put(this.undoMark(m, saved.get(m)!, last));
      this.side.push(`case ${failed}: ${this.fail(p)}`);
    }
    this.label(on);
    return p.live;
  }

  /** The function's text. */
  text(): string {
    const { tree, use, groups } = this;
    const { root } = tree;
    const after = use.checked ? PERHAPS : ALWAYS;
    const live = this.write(root, after, { fail: null, live: false });
    if (use.checked) this.put(`if ((full && pos !== stop) || pos === adv) ${this.fail({ fail: null, live })}`);
    const marks = Array.from({ length: groups * 2 }, (_, i) => i);
    this.put(...(marks.length > 0 ? [`const k = M.marks; ${marks.map((i) => `k[${i}] = m${i};`).join(' ')}`] : []), 'M.lastindex = li; M.end = pos; M.steps += n + 1; return start;');
    const switched = this.states > 2;
    const variables = ['pos = 0', 'c = 0', 'li = -1', 'n = 0', 'start = from', ...marks.map((i) => `m${i} = -1`), ...this.locals.map((l) => `${l} = 0`)];
    for (let r = 0; r < tree.repeats; r++) variables.push(`c${r} = 0`, `l${r} = -1`);
    const out = [`let ${variables.join(', ')};`, `const last = stop - ${root.min};`];
    if (switched) out.push('let S = M.choices, sp = 1, pc = 0, room = S.length - WORDS; if (room < 1) { S = M.grow(1, WORDS); room = S.length - WORDS; } S[0] = 1;');
    out.push('A: for (;; start++) {', use.search ? 'if (start > last) break;' : 'if (start !== from || start > last) break;');
    if (use.search) out.push(...this.skip(root, after));
    out.push('if (++n > 1023) n = M.spend(n);', `pos = start; li = -1; ${marks.map((i) => `m${i} = -1;`).join(' ')}`);
    if (switched) out.push('sp = 1; pc = 0; B: for (;;) switch (pc) { case 0:', ...this.main, 'case 1: continue A;', ...this.side, ...this.undoCases, '}');
    else out.push(...this.main);
    out.push('}', 'M.steps += n + 1; return -1;');
    return out.join('\n').replaceAll('WORDS', String(this.words));
  }

  /** From `start` to a place where a match may begin. */
  private skip(root: Node, after: Info): string[] {
    const parts = root.kind === 'seq' ? root.parts : [root];
    const real = parts.filter((n) => n.kind !== 'mark');
    const head = real[0];
    if (head?.kind === 'at' && (head.what === 0 || head.what === 2)) return ['if (start > 0) break;'];
    if (head?.kind === 'at' && head.what === 1) {
      const find = this.use.codes ? 'while (start <= last && s[start - 1] !== 10) start++; if (start > last) break;' : "start = s.indexOf('\\n', start) + 1; if (start === 0 || start > last) break;";
      return [`if (start > 0 && ${this.at('start - 1')} !== 10) { ${find} }`];
    }
    let prefix = '';
    for (const n of real) {
      const list = n.kind === 'test' && n.test.kinds === '' ? ranges(n.test.low, 1) : [];
      if (list.length !== 1 || list[0]![0] !== list[0]![1]) break;
      prefix += String.fromCharCode(list[0]![0]);
    }
    if (prefix !== '' && !this.use.codes) return [`start = s.indexOf(${this.constant(prefix)}, start); if (start < 0 || start > last) break;`];
    const k = info(root, after);
    if (k.any || k.end) return [];
    return [`{ const a = start; while (start <= last && !${this.testAt('start', firstTest(k))}) start++; n += (start - a) >> 4; if (start > last) break; }`];
  }
}

/** Patterns with more words than this are left to the matcher. */
const MAX_CODE = 4000;

/** False once `new Function` was refused. */
let allowed = true;

/** The text of `compileRun`'s function, for tests and people. */
export function runSource(tree: Tree, groups: number, use: Use): string {
  return new Writer(tree, groups, use).text();
}

/** A function for this use, or null: `new Function` is refused here, or the pattern is too long. */
export function compileRun(tree: Tree, words: number, groups: number, use: Use): Run | null {
  if (!allowed || words > MAX_CODE) return null;
  const w = new Writer(tree, groups, use);
  const body = w.text();
  try {
    const names = w.constants.map((_, i) => `K${i}`);
    return (new Function(...names, `return function run(M, s, from, stop, adv, full) {\n${body}\n}`) as (...k: unknown[]) => Run)(...w.constants);
  } catch (e) {
    if (e instanceof SyntaxError) throw e;
    allowed = false;
    return null;
  }
}
