/** The parser's promises besides trees and messages: depth, validation, lines of 3.5, modes, warnings. */
import { describe, expect, it } from 'vitest';
import type { ExprNode, Module, StmtNode } from '../../src/parser/ast.js';
import { DECISIONS } from '../../src/parser/generated/decisions.js';
import { readDecisions } from '../../src/parser/grammar/decisions.js';
import { PythonParser } from '../../src/parser/grammar/statements.js';
import { dumpAst, isIncompleteInput, parse, PySyntaxErrorInfo } from '../../src/parser/parse.js';

const module = (source: string): Module => parse(source) as Module;
const message = (source: string): string => {
  try {
    parse(source);
    return 'no error';
  } catch (e) {
    if (e instanceof PySyntaxErrorInfo) return e.message;
    throw e;
  }
};

it('the grammar passes the validation the product skips', () => {
  expect(() => new PythonParser(undefined, false)).not.toThrow();
});

it("the build's table of the grammar's decisions is what Chevrotain finds", () => {
  const found = new PythonParser().decisions;
  const table = readDecisions(DECISIONS);
  expect([...table.keys()]).toEqual([...found.keys()]);
  for (const [key, row] of found) for (let kind = 0; kind < row.length; kind++) expect([key, kind, table.get(key)![kind]]).toEqual([key, kind, row[kind]]);
});

describe('depth', () => {
  const nests: [string, string, string][] = [
    ['(', '1', ')'], ['f(', '1', ')'], ['[', '1', ']'], ['a[', '1', ']'], ['1+(', '1', ')'], ['f(x, a=', '1', ')'],
    ['{1:', '1', '}'], ['(1,', '1', ')'], ['[x for x in ', '1', ']'], ['(1 if 2 else ', '1', ')'],
  ];
  it('lambdas in brackets, of which CPython has no room for 200', () => {
    expect(() => dumpAst(module('(lambda x=1: '.repeat(100) + '1' + ')'.repeat(100)))).not.toThrow();
  });
  it.each(nests)('200 of %s but not 201', (open, middle, close) => {
    expect(() => dumpAst(module(open.repeat(200) + middle + close.repeat(200)))).not.toThrow();
    expect(message(open.repeat(201) + middle + close.repeat(201))).toBe('too many nested parentheses');
  });
  it.each(nests)('200 of %s with little of the stack left', (open, middle, close) => {
    const source = open.repeat(200) + middle + close.repeat(200);
    const expected = dumpAst(module(source));
    // Frames of a host that is deep in its own calls: half of Node's default stack.
    const below = (n: number): string => (n === 0 ? dumpAst(module(source)) : below(n - 1));
    let most = 0;
    const count = (): void => {
      most++;
      count();
    };
    expect(count).toThrow(RangeError);
    expect(below(Math.floor(most / 4))).toBe(expected);
  });
  it('deep text: many deep places, faults among them, and one warning each', () => {
    const deep = (middle: string): string => '['.repeat(90) + middle + ']'.repeat(90);
    const warned: string[] = [];
    parse(`a = [${deep("'\\q'")}, ${deep('b')}, ${deep("f(x)(y).z[0]{'\\w'}".replace('{', '+(').replace('}', ')'))}]\n`.repeat(3), { warn: (...args) => warned.push(args.join(' ')) });
    expect(warned).toEqual([1, 2, 3].flatMap((line) => ["\\q", "\\w"].map((escape) => `DeprecationWarning invalid escape sequence '${escape}' ${line}`)));
    expect(message(`${deep('1')}\n${deep('a b')}\n${deep('c')} d`)).toBe('invalid syntax. Perhaps you forgot a comma?');
    expect(message(`(${deep('a')} := ${deep('b')})`)).toBe('cannot use assignment expressions with list');
  });
  it.each([
    ['sum', '1+'.repeat(10000) + '1'],
    ['elifs', 'if a: b\n' + 'elif a: b\n'.repeat(3000)],
    ['list', '[' + '1,'.repeat(100000) + ']'],
    ['conditionals', '1 if 2 else '.repeat(3000) + '3'],
    ['attributes', 'a' + '.b'.repeat(10000)],
    ['calls', 'a' + '()'.repeat(10000)],
    ['and', 'a and '.repeat(10000) + 'b'],
    ['unary', '-'.repeat(3000) + '1'],
    ['power', '2**'.repeat(3000) + '1'],
  ])('long %s', (_name, source) => {
    expect(() => dumpAst(module(source))).not.toThrow();
  });
  it('100 levels of indentation are too many', () => {
    const blocks = (n: number): string => Array.from({ length: n }, (_, i) => ' '.repeat(i) + 'if a:').join('\n') + '\n' + ' '.repeat(n) + 'b\n';
    expect(() => module(blocks(99))).not.toThrow();
    expect(message(blocks(100))).toBe('too many levels of indentation');
  });
  it.each(['(('.repeat(90) + 'a b', '('.repeat(150) + '1 2' + ')'.repeat(150), 'lambda: '.repeat(30000) + '1', '-'.repeat(100000) + ')'])('no JavaScript error escapes (%#)', (source) => {
    expect(() => message(source)).not.toThrow();
  });
});

describe('lines of CPython 3.5', () => {
  const line = (node: ExprNode | StmtNode): number => (node as { line35?: number }).line35 ?? node.lineno;
  const value = (source: string): ExprNode => {
    const statement = module(source).body[0]!;
    if (statement._type === 'Expr' || statement._type === 'Assign') return statement.value;
    throw new Error('no expression');
  };
  it.each<[string, string, number]>([
    ['a string of several lines has its last', 'x = """a\nb"""', 2],
    ['adjacent strings the first one', 'x = ("a"\n"b")', 1],
    ['a chain of operations its last operator', 'x = (a\n+ b\n+ c)', 3],
    ['one operation its first token', 'x = (a\n+ b)', 1],
    ['levels of precedence are chains of their own', 'x = (a\n+ b\n* c)', 1],
    ['a tuple the first token inside', 'x = (\na, b)', 2],
    ['an empty tuple its bracket', 'x = (\n)', 1],
    ['a generator the first token inside', 'x = (\na for a in b)', 2],
    ['a list comprehension too', 'x = [\na for a in b]', 2],
    ['a list does not', 'x = [\na]', 1],
    ['a dict comprehension does not', 'x = {\na: b for a in c}', 1],
    ['a call is where its function is', 'x = (\na\n)(b)', 2],
    ['so are attributes and subscripts', 'x = (\na\n).b[c]', 2],
    ['an operation that begins with a bracket', 'x = (\na\n) + b', 1],
    ['a method of a string of several lines', 'x = """a\nb""".c()', 2],
    ['what begins with such a string', 'x = """a\nb""" % c', 2],
  ])('%s', (_name, source, expected) => expect(line(value(source))).toBe(expected));
  it('statements that begin with a string of several lines', () => {
    expect(line(module('"""a\nb"""\n').body[0]!)).toBe(2);
  });
});

describe('modes', () => {
  it('eval takes an expression', () => expect(dumpAst(parse('a, b\n\n', { mode: 'eval' }))).toBe("Expression(body=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()))"));
  it('single takes one statement', () => {
    expect(dumpAst(parse('a; b', { mode: 'single' }))).toContain('Interactive');
    expect(() => parse('a\nb', { mode: 'single' })).toThrow(PySyntaxErrorInfo);
  });
  it('func_type', () => expect(dumpAst(parse('(a, *b, **c) -> d', { mode: 'func_type' }))).toContain('FunctionType(argtypes=['));
  it.each<[string, boolean]>([
    ['a = (', true], ['if x:', true], ['if x:\n  a', true], ['if x:\n  a\n', false], ['"""abc', true], ['"abc', false],
    ['x = [1,\n2', true], ['@d', true], ['a b', false], ['a', false], ['a = \\', true], ['try:\n a\n', true], ['', false],
  ])('incomplete %j: %s', (source, expected) => expect(isIncompleteInput(source)).toBe(expected));
});

describe('sources', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((ch) => ch.charCodeAt(0)));
  it('BOM', () => expect(dumpAst(parse(bytes('\xef\xbb\xbfa')))).toContain("id='a'"));
  it('coding line', () => expect(dumpAst(parse(bytes('# -*- coding: latin-1 -*-\nx = "\xe9"')))).toContain("'é'"));
  it('unknown encoding', () => expect(() => parse(bytes('# coding: nonsense\n'))).toThrow(PySyntaxErrorInfo));
  it('null bytes', () => expect(message('a\0')).toBe('source code string cannot contain null bytes'));
});

describe('warnings', () => {
  it('invalid escapes and numbers that touch a keyword', () => {
    const seen: unknown[] = [];
    parse('"\\d"\nb"\\q"\n1if 2else 3\nf"{a}\\w"\n"\\400"', { warn: (...args) => seen.push(args) });
    expect(seen).toEqual(expect.arrayContaining([
      ['DeprecationWarning', "invalid escape sequence '\\d'", 1],
      ['DeprecationWarning', "invalid escape sequence '\\q'", 2],
      ['SyntaxWarning', 'invalid decimal literal', 3, [1, 3, 1]],
      ['DeprecationWarning', "invalid escape sequence '\\w'", 4],
      ['DeprecationWarning', "invalid octal escape sequence '\\400'", 5],
    ]));
  });
});
