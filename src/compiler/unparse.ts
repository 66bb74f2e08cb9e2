/** Source text of an expression, as CPython's ast_unparse.c writes it (for postponed annotations). */
import { constRepr } from '../bytecode/const-repr.js';
import { ConstComplex, ConstEllipsis, ConstFloat, ConstStr, ConstTuple, type ConstValue } from '../bytecode/consts.js';
import type * as ast from '../parser/ast.js';

/** Binding strength, weakest first. */
enum Pr {
  TUPLE,
  TEST,
  OR,
  AND,
  NOT,
  CMP,
  EXPR,
  BXOR,
  BAND,
  SHIFT,
  ARITH,
  TERM,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

const binary: Readonly<Record<ast.Operator, readonly [text: string, pr: Pr]>> = {
  Add: [' + ', Pr.ARITH],
  Sub: [' - ', Pr.ARITH],
  Mult: [' * ', Pr.TERM],
  MatMult: [' @ ', Pr.TERM],
  Div: [' / ', Pr.TERM],
  Mod: [' % ', Pr.TERM],
  FloorDiv: [' // ', Pr.TERM],
  LShift: [' << ', Pr.SHIFT],
  RShift: [' >> ', Pr.SHIFT],
  BitOr: [' | ', Pr.EXPR],
  BitXor: [' ^ ', Pr.BXOR],
  BitAnd: [' & ', Pr.BAND],
  Pow: [' ** ', Pr.POWER],
};

const unary: Readonly<Record<ast.Unaryop, readonly [text: string, pr: Pr]>> = {
  Invert: ['~', Pr.FACTOR],
  Not: ['not ', Pr.NOT],
  UAdd: ['+', Pr.FACTOR],
  USub: ['-', Pr.FACTOR],
};

const compare: Readonly<Record<ast.Cmpop, string>> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
};

/** The text of an expression. */
export function unparse(e: ast.ExprNode): string {
  return expr(e, Pr.TEST);
}

const parens = (when: boolean, text: string): string => (when ? `(${text})` : text);
const joined = (list: readonly ast.ExprNode[]): string => list.map((e) => expr(e, Pr.TEST)).join(', ');

function expr(e: ast.ExprNode, level: Pr): string {
  switch (e._type) {
    case 'BoolOp': {
      const pr = e.op === 'And' ? Pr.AND : Pr.OR;
      return parens(level > pr, e.values.map((v) => expr(v, pr + 1)).join(e.op === 'And' ? ' and ' : ' or '));
    }
    case 'BinOp':
      return binOp(e, level);
    case 'UnaryOp': {
      const [text, pr] = unary[e.op];
      return parens(level > pr, text + expr(e.operand, pr));
    }
    case 'Lambda': {
      const positional = e.args.posonlyargs.length + e.args.args.length > 0;
      return parens(level > Pr.TEST, `lambda${positional ? ' ' : ''}${parameters(e.args)}: ${expr(e.body, Pr.TEST)}`);
    }
    case 'IfExp':
      return parens(level > Pr.TEST, `${expr(e.body, Pr.TEST + 1)} if ${expr(e.test, Pr.TEST + 1)} else ${expr(e.orelse, Pr.TEST)}`);
    case 'Dict':
      return `{${e.values
        .map((v, i) => {
          const key = e.keys[i] ?? null;
          return key === null ? `**${expr(v, Pr.EXPR)}` : `${expr(key, Pr.TEST)}: ${expr(v, Pr.TEST)}`;
        })
        .join(', ')}}`;
    case 'Set':
      return `{${joined(e.elts)}}`;
    case 'ListComp':
      return `[${expr(e.elt, Pr.TEST)}${comprehensions(e.generators)}]`;
    case 'SetComp':
      return `{${expr(e.elt, Pr.TEST)}${comprehensions(e.generators)}}`;
    case 'GeneratorExp':
      return `(${expr(e.elt, Pr.TEST)}${comprehensions(e.generators)})`;
    case 'DictComp':
      return `{${expr(e.key, Pr.TEST)}: ${expr(e.value, Pr.TEST)}${comprehensions(e.generators)}}`;
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${expr(e.value, Pr.TEST)})`;
    case 'YieldFrom':
      return `(yield from ${expr(e.value, Pr.TEST)})`;
    case 'Await':
      return parens(level > Pr.AWAIT, `await ${expr(e.value, Pr.ATOM)}`);
    case 'Compare':
      return parens(
        level > Pr.CMP,
        expr(e.left, Pr.CMP + 1) + e.ops.map((op, i) => compare[op] + expr(e.comparators[i] as ast.ExprNode, Pr.CMP + 1)).join(''),
      );
    case 'Call':
      return call(e);
    case 'JoinedStr':
      return 'f' + constRepr(fstringBody(e.values));
    case 'FormattedValue':
      return 'f' + constRepr(fstringBody([e]));
    case 'Constant':
      return constant(e);
    case 'Attribute': {
      const v = e.value;
      const isInt = v._type === 'Constant' && (typeof v.value === 'number' || typeof v.value === 'bigint');
      return `${expr(v, Pr.ATOM)}${isInt ? ' .' : '.'}${e.attr}`;
    }
    case 'Starred':
      return `*${expr(e.value, Pr.EXPR)}`;
    case 'Name':
      return e.id;
    case 'List':
      return `[${joined(e.elts)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return parens(level > Pr.TUPLE, joined(e.elts) + (e.elts.length === 1 ? ',' : ''));
    case 'Subscript':
      return `${expr(e.value, Pr.ATOM)}[${expr(e.slice, Pr.TUPLE)}]`;
    case 'Slice': {
      const part = (x: ast.ExprNode | null): string => (x === null ? '' : expr(x, Pr.TEST));
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? '' : ':' + expr(e.step, Pr.TEST)}`;
    }
    case 'NamedExpr':
      return parens(level > Pr.TUPLE, `${expr(e.target, Pr.ATOM)} := ${expr(e.value, Pr.ATOM)}`);
  }
}

/** A chain of operators leans left as long as it is: its left side is walked in a loop. */
function binOp(e: ast.BinOp, level: Pr): string {
  const tail: string[] = [];
  let opened = 0;
  let node: ast.ExprNode = e;
  let at: Pr = level;
  while (node._type === 'BinOp') {
    const [text, pr] = binary[node.op];
    const right = node.op === 'Pow' ? 1 : 0;
    if (at > pr) {
      tail.push(')');
      opened++;
    }
    tail.push(text + expr(node.right, pr + 1 - right));
    at = pr + right;
    node = node.left;
  }
  return '('.repeat(opened) + expr(node, at) + tail.reverse().join('');
}

function call(e: ast.Call): string {
  const func = expr(e.func, Pr.ATOM);
  const only = e.args.length === 1 && e.keywords.length === 0 ? e.args[0] : undefined;
  if (only?._type === 'GeneratorExp') return func + expr(only, Pr.TEST);
  const args = e.args.map((a) => expr(a, Pr.TEST));
  const keywords = e.keywords.map((k) => (k.arg === null ? '**' : k.arg + '=') + expr(k.value, Pr.TEST));
  return `${func}(${[...args, ...keywords].join(', ')})`;
}

function comprehensions(list: readonly ast.Comprehension[]): string {
  return list
    .map((g) => {
      const ifs = g.ifs.map((i) => ` if ${expr(i, Pr.TEST + 1)}`).join('');
      return `${g.is_async !== 0 ? ' async for ' : ' for '}${expr(g.target, Pr.TUPLE)} in ${expr(g.iter, Pr.TEST + 1)}${ifs}`;
    })
    .join('');
}

function parameter(a: ast.Arg): string {
  return a.annotation === null ? a.arg : `${a.arg}: ${expr(a.annotation, Pr.TEST)}`;
}

function parameters(args: ast.Arguments): string {
  const out: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  for (const [i, a] of positional.entries()) {
    const d = args.defaults[i - positional.length + args.defaults.length];
    out.push(parameter(a) + (d === undefined ? '' : '=' + expr(d, Pr.TEST)));
    if (i + 1 === args.posonlyargs.length) out.push('/');
  }
  if (args.vararg !== null) out.push('*' + parameter(args.vararg));
  else if (args.kwonlyargs.length > 0) out.push('*');
  for (const [i, a] of args.kwonlyargs.entries()) {
    const d = args.kw_defaults[i] ?? null;
    out.push(parameter(a) + (d === null ? '' : '=' + expr(d, Pr.TEST)));
  }
  if (args.kwarg !== null) out.push('**' + parameter(args.kwarg));
  return out.join(', ');
}

function constant(e: ast.Constant): string {
  const v = e.value;
  if (v instanceof ConstEllipsis) return '...';
  if (v instanceof ConstTuple) return tupleConstant(v);
  const prefix = e.kind === 'u' ? 'u' : '';
  return prefix + number(v);
}

/** An infinity has no literal: one that overflows stands for it. */
function number(v: ConstValue): string {
  const text = constRepr(v);
  return v instanceof ConstFloat || v instanceof ConstComplex ? text.replaceAll('inf', '1e309') : text;
}

function tupleConstant(v: ConstTuple): string {
  const items = v.items.map(number);
  return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
}

/** Text between the quotes of an f-string, before it is escaped as a whole. */
function fstringBody(values: readonly ast.ExprNode[]): string {
  return values.map(fstringPart).join('');
}

function fstringPart(e: ast.ExprNode): string {
  if (e._type === 'Constant') {
    const v = e.value;
    const text = typeof v === 'string' ? v : v instanceof ConstStr ? String.fromCodePoint(...v.codePoints) : constRepr(v);
    return text.replaceAll('{', '{{').replaceAll('}', '}}');
  }
  if (e._type === 'JoinedStr') return fstringBody(e.values);
  if (e._type !== 'FormattedValue') return expr(e, Pr.TEST);
  const value = expr(e.value, Pr.TEST + 1);
  const conversion = e.conversion > 0 ? '!' + String.fromCharCode(e.conversion) : '';
  const spec = e.format_spec === null ? '' : ':' + fstringPart(e.format_spec);
  return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`;
}
