/**
 * Folds one flat run of operands and operators by precedence.
 *
 * A grammar rule per precedence level would multiply the JavaScript frames of a nested expression
 * by fifteen; two explicit stacks do the same work, and a chain of 10,000 terms needs no recursion.
 */
import type { Boolop, Cmpop, ExprNode, Operator, Unaryop } from '../ast.js';
import { binaryOperators, comparisonOperators, line35Of, Prec, T, type Token } from '../tokens.js';

/** Binding strength of a token that stands after an operand; 0 if it is no operator. */
export function precedenceOf(token: Token): Prec {
  switch (token.tokenTypeIdx) {
    case T.Or:
      return Prec.Or;
    case T.And:
      return Prec.And;
    case T.In:
    case T.Is:
    case T.Not:
      return Prec.Compare;
    case T.Plus:
    case T.Minus:
      return Prec.Sum;
    case T.Star:
    case T.Slash:
    case T.At:
      return Prec.Term;
    case T.DoubleStar:
      return Prec.Power;
    case T.VBar:
      return Prec.BitOr;
    case T.BinaryOnly:
      return binaryOperators.get(token.image)?.prec ?? Prec.Compare;
    default:
      return Prec.None;
  }
}

const UNARY: Partial<Record<T, Unaryop>> = { [T.Minus]: 'USub', [T.Plus]: 'UAdd', [T.Tilde]: 'Invert', [T.Not]: 'Not' };

/** The run being folded. */
export class OperatorFold {
  private readonly nodes: ExprNode[] = [];
  private readonly starts: Token[] = [];
  private readonly ends: Token[] = [];
  /** What made an operand: the precedence of its outermost operator in this run, 0 for an atom or a group. */
  private readonly made: Prec[] = [];
  private readonly ops: Token[] = [];
  private readonly precs: Prec[] = [];
  private readonly unary: boolean[] = [];
  private readonly compares: (Cmpop | null)[] = [];

  constructor(private readonly weakest: Prec) {}

  /** Takes a prefix operator; false if it may not stand there. */
  prefix(token: Token): boolean {
    const top = this.precs.length - 1;
    const above = top < 0 ? this.weakest : this.precs[top]!;
    let prec: Prec;
    if (token.tokenTypeIdx === T.Not) {
      if (above > Prec.Not) return false;
      prec = Prec.Not;
    } else if (token.tokenTypeIdx === T.Await) {
      if (above === Prec.Await) return false;
      prec = Prec.Await;
    } else {
      if (above === Prec.Await) return false;
      prec = Prec.Unary;
    }
    this.shift(token, prec, true, null);
    return true;
  }

  operand(node: ExprNode, start: Token, end: Token): void {
    this.nodes.push(node);
    this.starts.push(start);
    this.ends.push(end);
    this.made.push(Prec.None);
  }

  /** Takes a binary operator; `second` is the other token of `is not` and `not in`. */
  operator(token: Token, second: Token): void {
    const prec = precedenceOf(token);
    // `**` binds to the right, everything else to the left.
    this.reduceWhile(prec === Prec.Power ? prec + 1 : prec);
    let compare: Cmpop | null = null;
    if (prec === Prec.Compare) {
      if (token.tokenTypeIdx === T.In) compare = 'In';
      else if (token.tokenTypeIdx === T.Not) compare = 'NotIn';
      else if (token.tokenTypeIdx === T.Is) compare = second === token ? 'Is' : 'IsNot';
      else compare = comparisonOperators.get(token.image)!;
    }
    this.shift(token, prec, false, compare);
  }

  /** Folds what is left and returns it. */
  finish(): ExprNode {
    this.reduceWhile(Prec.None);
    return this.nodes[0]!;
  }

  private shift(token: Token, prec: Prec, unary: boolean, compare: Cmpop | null): void {
    this.ops.push(token);
    this.precs.push(prec);
    this.unary.push(unary);
    this.compares.push(compare);
  }

  private reduceWhile(prec: Prec): void {
    while (this.precs.length > 0 && this.precs[this.precs.length - 1]! >= prec) this.reduce();
  }

  private reduce(): void {
    const { nodes, starts, ends, made } = this;
    const op = this.ops.pop()!;
    const prec = this.precs.pop()!;
    const compare = this.compares.pop()!;
    const top = nodes.length - 1;
    const right = nodes[top]!;
    const end = ends[top]!;
    const end_lineno = end.endLineno;
    const end_col_offset = end.endCol;
    if (this.unary.pop() === true) {
      const { lineno, col } = op;
      nodes[top] =
        prec === Prec.Await
          ? { _type: 'Await', value: right, lineno, col_offset: col, end_lineno, end_col_offset }
          : { _type: 'UnaryOp', op: UNARY[op.tokenTypeIdx]!, operand: right, lineno, col_offset: col, end_lineno, end_col_offset };
      starts[top] = op;
      made[top] = Prec.None;
      return;
    }
    nodes.pop();
    starts.pop();
    ends.pop();
    made.pop();
    const at = top - 1;
    const left = nodes[at]!;
    const start = starts[at]!;
    const chained = made[at] === prec;
    ends[at] = end;
    made[at] = prec;
    if (chained && left._type === 'BoolOp') {
      left.values.push(right);
      left.end_lineno = end_lineno;
      left.end_col_offset = end_col_offset;
      return;
    }
    if (chained && left._type === 'Compare') {
      left.ops.push(compare!);
      left.comparators.push(right);
      left.end_lineno = end_lineno;
      left.end_col_offset = end_col_offset;
      return;
    }
    const { lineno, col: col_offset } = start;
    let line35 = line35Of(start);
    let node: ExprNode;
    if (prec <= Prec.And) {
      const name: Boolop = prec === Prec.Or ? 'Or' : 'And';
      node = { _type: 'BoolOp', op: name, values: [left, right], lineno, col_offset, end_lineno, end_col_offset };
    } else if (compare !== null) {
      node = { _type: 'Compare', left, ops: [compare], comparators: [right], lineno, col_offset, end_lineno, end_col_offset };
    } else {
      const operator: Operator = binaryOperators.get(op.image)!.op;
      node = { _type: 'BinOp', left, op: operator, right, lineno, col_offset, end_lineno, end_col_offset };
      // CPython 3.5: later operations of a chain stand where their operator does.
      if (chained && prec !== Prec.Power) line35 = op.lineno;
    }
    if (line35 !== lineno) node.line35 = line35;
    nodes[at] = node;
  }
}
