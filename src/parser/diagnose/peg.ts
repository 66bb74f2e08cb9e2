/**
 * A small packrat engine for `diagnose`: it reads a failed text again the way CPython 3.11 does.
 *
 * CPython's messages and positions depend on the order in which its PEG tries alternatives and on
 * the furthest token it has looked at. So the second pass is a PEG too: rules in a compact notation
 * (`rules.ts`), compiled to closures at the first syntax error, run twice (without and with the
 * `invalid_` rules). Speed does not matter here, faithfulness does.
 *
 * Notation: `a b` sequence, `a | b` ordered choice, `[a]` optional, `a*`, `a+`, `sep.a+`, `&a`, `!a`
 * look-ahead, `&&'x'` must come or it is an error, `~` commits to the alternative, `'x'` a token,
 * `"x"` a soft keyword, NAME and friends token kinds, `-> action` at the end of an alternative.
 */
import { T, type Token } from '../tokens.js';

/** A match that failed. */
export const FAIL: unique symbol = Symbol('FAIL');
export type Fail = typeof FAIL;

/** Anything with a place in the text: tokens and nodes alike. */
export interface Placed {
  lineno: number;
  col: number;
  endLineno: number;
  endCol: number;
}

/** A node as far as messages need it. */
export interface PegNode extends Placed {
  type: string;
  /** What the alternative matched, in order; meaning depends on `type`. */
  kids: readonly unknown[];
}

/** What the engine needs of the run: tokens as CPython fetches them, and the ways to fail. */
export interface PegRun {
  mark: number;
  /** Are `invalid_` rules tried? */
  invalid: boolean;
  /** The token at `mark`, fetched now if it was not yet. */
  peek(): Token;
  /** The token before `mark` that is not layout. */
  lastToken(): Token;
  forced(token: Token, expected: string): never;
  memo: Map<Matcher, { value: unknown; end: number }>[];
}

export type Matcher = (run: PegRun) => unknown;
export type Action = (run: PegRun, values: unknown[], start: Token) => unknown;

/** An alternative committed and failed: the rule fails with it. */
const CUT: unique symbol = Symbol('CUT');

const KINDS: Record<string, readonly T[]> = {
  NAME: [T.Name, T.Match, T.Case],
  NUMBER: [T.Number],
  STRING: [T.String],
  NEWLINE: [T.Newline],
  INDENT: [T.Indent],
  DEDENT: [T.Dedent],
  ENDMARKER: [T.EOF],
  AUGASSIGN: [T.AugAssign],
};

/** Builds a node from `start` to the last token. */
export function makeNode(run: PegRun, type: string, kids: readonly unknown[], start: Placed): PegNode {
  const end = run.lastToken();
  return { type, kids, lineno: start.lineno, col: start.col, endLineno: end.endLineno, endCol: end.endCol };
}

/** Rules whose results CPython keeps, whether or not `invalid_` rules were on when they were found. */
const MEMOIZED = /* @__PURE__ */ new Set(['simple_stmt', 'block', 'expression', 'star_expression', 'star_target', 'target_with_star_atom', 'del_target', 'arguments', 'strings', 'closed_pattern', 'star_pattern', 'invalid_named_expression']);

/** Remembers what a rule gave at a token. */
export function memoize(body: Matcher, shared: boolean): Matcher {
  return (run) => {
    const start = run.mark;
    const at = (run.memo[shared || run.invalid ? start * 2 : start * 2 + 1] ??= new Map());
    const known = at.get(body);
    if (known !== undefined) {
      run.mark = known.end;
      return known.value;
    }
    const value = body(run);
    at.set(body, { value, end: run.mark });
    return value;
  };
}

/** Compiles rules; `natives` are rules written by hand. */
export function compileRules(text: string, actions: Record<string, Action>, natives: Record<string, Matcher>): Record<string, Matcher> {
  const rules: Record<string, Matcher> = { ...natives };
  for (const line of text.split('\n')) {
    const cut = line.indexOf(':');
    if (line.trim() === '' || line.startsWith('#')) continue;
    const name = line.slice(0, cut).trim();
    const body = new RuleReader(line.slice(cut + 1), actions, (rule) => {
      const matcher = rules[rule];
      if (matcher === undefined) throw new Error(`no rule ${rule}`);
      return matcher;
    }).read();
    rules[name] = memoize(body, MEMOIZED.has(name));
  }
  return rules;
}

/** Reads one rule's right side. */
class RuleReader {
  private readonly tokens: string[];
  private at = 0;

  constructor(
    text: string,
    private readonly actions: Record<string, Action>,
    private readonly rule: (name: string) => Matcher,
  ) {
    this.tokens = text.match(/'[^']+'|"[^"]+"|->|&&|[A-Za-z_][A-Za-z_0-9]*|\$\d+|[^\s]/g) ?? [];
  }

  read(): Matcher {
    const matcher = this.choice();
    if (this.at < this.tokens.length) throw new Error(`grammar: ${this.tokens.slice(this.at).join(' ')}`);
    return matcher;
  }

  private choice(): Matcher {
    const alternatives = [this.sequence()];
    while (this.tokens[this.at] === '|') {
      this.at++;
      alternatives.push(this.sequence());
    }
    return (run) => {
      for (const alternative of alternatives) {
        const value = alternative(run);
        if (value === CUT) return FAIL;
        if (value !== FAIL) return value;
      }
      return FAIL;
    };
  }

  private sequence(): Matcher {
    const items: { match: Matcher; keep: boolean }[] = [];
    const first = this.tokens[this.at];
    let action: Action | undefined;
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token === '|' || token === ')' || token === ']') break;
      if (token === '->') {
        action = this.action(this.tokens[this.at + 1]!);
        this.at += 2;
        break;
      }
      items.push(this.item());
    }
    // As in CPython only an alternative that is nothing but such a rule waits for the second pass.
    const diagnostic = items.length === 1 && first!.startsWith('invalid_');
    return (run) => {
      if (diagnostic && !run.invalid) return FAIL;
      const mark = run.mark;
      const start = run.peek();
      const values: unknown[] = [];
      let committed = false;
      for (const { match, keep } of items) {
        const value = match(run);
        if (value === FAIL) {
          run.mark = mark;
          return committed ? CUT : FAIL;
        }
        if (value === CUT) committed = true;
        else if (keep) values.push(value);
      }
      if (action === undefined) return values.length === 1 ? values[0] : values;
      const result = action(run, values, start);
      if (result === FAIL) run.mark = mark;
      return result;
    };
  }

  private action(name: string): Action {
    if (name.startsWith('$')) {
      const index = Number(name.slice(1));
      return (_run, values) => values[index];
    }
    const action = this.actions[name];
    if (action !== undefined) return action;
    if (/^[A-Z]/.test(name)) return (run, values, start) => makeNode(run, name, values, start);
    throw new Error(`no action ${name}`);
  }

  /** An item, whether its value is kept: look-aheads have none. */
  private item(): { match: Matcher; keep: boolean } {
    const token = this.tokens[this.at]!;
    if (token === '~') {
      this.at++;
      return { match: () => CUT, keep: false };
    }
    if (token === '&&') {
      const expected = this.tokens[this.at + 1]!.slice(1, -1);
      this.at += 2;
      return {
        match: (run) => {
          const next = run.peek();
          if (next.image !== expected) run.forced(next, expected);
          run.mark++;
          return next;
        },
        keep: true,
      };
    }
    if (token === '&' || token === '!') {
      this.at++;
      const inner = this.item().match;
      const wanted = token === '&';
      return {
        match: (run) => {
          const mark = run.mark;
          const found = inner(run) !== FAIL;
          run.mark = mark;
          return found === wanted ? null : FAIL;
        },
        keep: false,
      };
    }
    let match = this.atom();
    for (;;) {
      const suffix = this.tokens[this.at];
      if (suffix === '*' || suffix === '+') match = repeat(match, suffix === '+' ? 1 : 0);
      else if (suffix === '?') match = optional(match);
      else if (suffix === '.') {
        this.at++;
        match = separated(match, this.atom());
        if (this.tokens[this.at] !== '+') throw new Error('grammar: sep.a needs +');
      } else break;
      this.at++;
    }
    return { match, keep: true };
  }

  private atom(): Matcher {
    const token = this.tokens[this.at++]!;
    if (token === '(' || token === '[') {
      const inner = this.choice();
      this.at++;
      return token === '[' ? optional(inner) : inner;
    }
    const quote = token[0];
    if (quote === "'" || quote === '"') {
      const image = token.slice(1, -1);
      const soft = quote === '"';
      return (run) => {
        const next = run.peek();
        if (next.image !== image || next.tokenTypeIdx === T.String || next.tokenTypeIdx === T.Newline) return FAIL;
        const isName = next.tokenTypeIdx === T.Name || next.tokenTypeIdx === T.Match || next.tokenTypeIdx === T.Case;
        if (isName !== soft) return FAIL;
        run.mark++;
        return next;
      };
    }
    const kinds = KINDS[token];
    if (kinds !== undefined) {
      const isName = token === 'NAME';
      return (run) => {
        const next = run.peek();
        if (!kinds.includes(next.tokenTypeIdx)) return FAIL;
        run.mark++;
        return isName || token === 'NUMBER' ? makeNode(run, isName ? 'Name' : 'Constant', [next], next) : next;
      };
    }
    let rule: Matcher | undefined;
    return (run) => (rule ??= this.rule(token))(run);
  }
}

function optional(match: Matcher): Matcher {
  return (run) => {
    const value = match(run);
    return value === FAIL || value === CUT ? null : value;
  };
}

function repeat(match: Matcher, least: number): Matcher {
  return (run) => {
    const mark = run.mark;
    const list: unknown[] = [];
    for (;;) {
      const before = run.mark;
      const value = match(run);
      if (value === FAIL || run.mark === before) break;
      list.push(value);
    }
    if (list.length >= least) return list;
    run.mark = mark;
    return FAIL;
  };
}

function separated(separator: Matcher, match: Matcher): Matcher {
  return (run) => {
    const first = match(run);
    if (first === FAIL) return FAIL;
    const list = [first];
    for (;;) {
      const mark = run.mark;
      if (separator(run) === FAIL) break;
      const value = match(run);
      if (value === FAIL) {
        run.mark = mark;
        break;
      }
      list.push(value);
    }
    return list;
  };
}
