/** The rules of `diagnose` matched by hand: operators by precedence, trailers in a loop. */
import { precedenceOf } from '../grammar/operators.js';
import { binaryOperators, Prec, T, type Token } from '../tokens.js';
import { FAIL, makeNode, memoize, type Fail, type Matcher, type PegNode, type PegRun } from './peg.js';

type Found = PegNode | Fail;
type Lookup = (name: string) => Matcher;

/** The hand-written rules; `rule` finds the others. */
export function nativeRules(rule: Lookup): Record<string, Matcher> {
  const primary = memoize((run) => trailers(run, rule, false), true);
  const operators = (weakest: Prec): Matcher => memoize((run) => binary(run, primary, weakest), true);
  return {
    primary,
    t_primary: memoize((run) => trailers(run, rule, true), true),
    disjunction: operators(Prec.Or),
    bitwise_or: operators(Prec.BitOr),
    SOFT_KEYWORD: (run) => {
      const token = run.peek();
      const name = token.tokenTypeIdx === T.Name || token.tokenTypeIdx === T.Match || token.tokenTypeIdx === T.Case;
      // CPython compares only as many letters as the name has: `c` and `mat` pass for soft keywords.
      if (!name || !['match', 'case', '_'].some((soft) => soft.startsWith(token.image))) return FAIL;
      run.mark++;
      return token;
    },
    // What comes after may be looked at, but must not complain itself.
    expression_quiet: (run) => {
      const { invalid } = run;
      run.invalid = false;
      const value = rule('expression_without_invalid')(run);
      run.invalid = invalid;
      return value;
    },
  };
}

function is(run: PegRun, kind: T): boolean {
  return run.peek().tokenTypeIdx === kind;
}

function trailers(run: PegRun, rule: Lookup, target: boolean): Found {
  const start = run.peek();
  const mark = run.mark;
  // A target's last trailer belongs to the target: stop while another one follows.
  const follows = (): boolean => !target || is(run, T.LPar) || is(run, T.LSqb) || is(run, T.Dot);
  let node = rule('atom')(run) as Found;
  if (node === FAIL || !follows()) {
    run.mark = mark;
    return FAIL;
  }
  for (;;) {
    const at = run.mark;
    const next = trailer(run, rule, node as PegNode, start, target);
    if (next === FAIL || !follows()) {
      run.mark = at;
      return node;
    }
    node = next;
  }
}

function trailer(run: PegRun, rule: Lookup, left: PegNode, start: Token, target: boolean): Found {
  const mark = run.mark;
  if (is(run, T.Dot)) {
    run.mark++;
    const name = run.peek();
    if (name.tokenTypeIdx !== T.Name && name.tokenTypeIdx !== T.Match && name.tokenTypeIdx !== T.Case) {
      run.mark = mark;
      return FAIL;
    }
    run.mark++;
    return makeNode(run, 'Attribute', [left], start);
  }
  // A generator may follow a call's name; its rule looks for mistakes behind `[` and `{` as well.
  const generator = (): Found => {
    const node = rule('genexp')(run) as Found;
    return node === FAIL ? FAIL : makeNode(run, 'Call', [left, null], start);
  };
  if (!target || is(run, T.LPar)) {
    const call = generator();
    if (call !== FAIL) return call;
  }
  if (is(run, T.LPar)) {
    run.mark++;
    const args = rule('arguments')(run);
    if (is(run, T.RPar)) {
      run.mark++;
      return makeNode(run, 'Call', [left, args === FAIL ? null : args], start);
    }
  } else if (is(run, T.LSqb)) {
    run.mark++;
    const slices = rule('slices')(run);
    if (slices !== FAIL && is(run, T.RSqb)) {
      run.mark++;
      return makeNode(run, 'Subscript', [left, slices], start);
    }
  }
  run.mark = mark;
  return target ? generator() : FAIL;
}

function unary(run: PegRun, primary: Matcher): Found {
  const start = run.peek();
  const mark = run.mark;
  switch (start.tokenTypeIdx) {
    case T.Plus:
    case T.Minus:
    case T.Tilde: {
      run.mark++;
      const operand = unary(run, primary);
      if (operand !== FAIL) return makeNode(run, 'UnaryOp', [operand], start);
      run.mark = mark;
      return FAIL;
    }
  }
  let base: Found;
  if (start.tokenTypeIdx === T.Await) {
    run.mark++;
    base = primary(run) as Found;
    if (base === FAIL) {
      run.mark = mark;
      return FAIL;
    }
    base = makeNode(run, 'Await', [base], start);
  } else {
    base = primary(run) as Found;
    if (base === FAIL) return FAIL;
  }
  if (is(run, T.DoubleStar)) {
    const at = run.mark;
    run.mark++;
    const exponent = unary(run, primary);
    if (exponent !== FAIL) return makeNode(run, 'BinOp', [base, exponent], start);
    run.mark = at;
  }
  return base;
}

function binary(run: PegRun, primary: Matcher, weakest: Prec): Found {
  const start = run.peek();
  const mark = run.mark;
  let left: Found;
  let strongest = Prec.Power;
  if (start.tokenTypeIdx === T.Not && weakest <= Prec.Not) {
    run.mark++;
    const operand = binary(run, primary, Prec.Not);
    if (operand === FAIL) {
      run.mark = mark;
      return FAIL;
    }
    left = makeNode(run, 'UnaryOp', [operand], start);
    strongest = Prec.And;
  } else {
    left = unary(run, primary);
    if (left === FAIL) return FAIL;
  }
  for (;;) {
    const at = run.mark;
    const operator = run.peek();
    const prec = precedenceOf(operator);
    if (prec < weakest || prec === Prec.None || prec >= Prec.Power || prec > strongest) return left;
    run.mark++;
    let name = operator.image;
    if (operator.tokenTypeIdx === T.Not) {
      if (!is(run, T.In)) {
        run.mark = at;
        return left;
      }
      run.mark++;
      name = 'not in';
    } else if (operator.tokenTypeIdx === T.Is && is(run, T.Not)) {
      run.mark++;
      name = 'is not';
    }
    const right = binary(run, primary, (prec + 1) as Prec);
    if (right === FAIL) {
      run.mark = at;
      return left;
    }
    const node: PegNode = left as PegNode;
    if (prec <= Prec.And) left = makeNode(run, 'BoolOp', [node, right], start);
    else if (!binaryOperators.has(name)) {
      // A chain is one comparison; only its first operator and operand are ever asked for.
      left = node.type === 'Compare' && node.kids[2] === prec ? makeNode(run, 'Compare', node.kids, start) : makeNode(run, 'Compare', [node, name, prec], start);
    } else left = makeNode(run, 'BinOp', [node, right], start);
  }
}
