/**
 * Invariants of compiled code on a corpus of small functions: the line table leads back to the source,
 * jumps land on instructions, no stack is deeper than promised, and every opcode occurs. What newer
 * syntax compiles to is recorded beside its source (`newer/*.dis`).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CodeObject } from '../../../src/bytecode/code.js';
import { decode } from '../../../src/bytecode/decode.js';
import { disassemble, disTree, findLabels, findLineStarts, lineOfOffset } from '../../../src/bytecode/dis.js';
import { Op, opByNumber } from '../../../src/bytecode/opcodes.js';
import { decodeCode, encodeCode } from '../../../src/bytecode/serialize.js';
import { reachedDepth, verifyCode } from '../../../src/bytecode/verify.js';
import { compileModule } from '../../../src/compiler/compile.js';
import type * as ast from '../../../src/parser/ast.js';
import { parse } from '../../../src/parser/parse.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const read = (file: string): string => readFileSync(here + file, 'utf8');
const sources = ['corpus', 'newer'].flatMap((d) => readdirSync(here + d).filter((f) => f.endsWith('.py')).map((f) => `${d}/${f}`));

interface Compiled {
  mod: ast.Module;
  code: CodeObject;
}

const cache = new Map<string, Compiled>();
function compile(file: string): Compiled {
  let done = cache.get(file);
  if (done === undefined) {
    const filename = file.split('/').pop() as string;
    const mod = parse(read(file), { filename }) as ast.Module;
    cache.set(file, (done = { mod, code: compileModule(mod, { filename }) }));
  }
  return done;
}

function* all(code: CodeObject): Generator<CodeObject> {
  yield code;
  for (const c of code.consts) if (c instanceof CodeObject) yield* all(c);
}

type Span = readonly [first: number, last: number];

/** Lines of statements that leave code, outside nested definitions' bodies. */
function statementLines(body: readonly ast.StmtNode[], out: Span[]): Span[] {
  for (const s of body) {
    switch (s._type) {
      case 'Pass':
      case 'Global':
      case 'Nonlocal':
        continue;
      case 'Expr':
        if (s.value._type === 'Constant') continue;
        break;
      case 'AnnAssign':
        if (s.value === null) continue;
        break;
      case 'If':
      case 'While':
        // A known test leaves no code of its own, or none of its body.
        if (s.test._type === 'Constant') continue;
        break;
      default:
        break;
    }
    const decorators = 'decorator_list' in s ? s.decorator_list : [];
    out.push([decorators[0]?.lineno ?? s.lineno, s.end_lineno]);
    if (s._type === 'FunctionDef' || s._type === 'AsyncFunctionDef' || s._type === 'ClassDef') continue;
    for (const field of ['body', 'orelse', 'finalbody'] as const) {
      if (field in s) statementLines((s as unknown as Record<typeof field, ast.StmtNode[]>)[field] ?? [], out);
    }
    if ('handlers' in s) for (const h of s.handlers) {
      out.push([h.lineno, h.lineno]);
      statementLines(h.body, out);
    }
  }
  return out;
}

/** Lines of every statement (and except clause), decorators included. */
function allSpans(body: readonly unknown[], out: Span[] = []): Span[] {
  type Fields = Partial<Record<'body' | 'orelse' | 'finalbody' | 'handlers', unknown[]>>;
  for (const s of body as (Fields & { lineno: number; end_lineno: number; decorator_list?: ast.ExprNode[] })[]) {
    out.push([s.decorator_list?.[0]?.lineno ?? s.lineno, s.end_lineno]);
    for (const field of ['body', 'orelse', 'finalbody', 'handlers'] as const) allSpans(s[field] ?? [], out);
  }
  return out;
}

test('co_stacksize is the depth that is reached, where 3.5 counts no more', () => {
  const more: string[] = [];
  for (const f of sources.filter((n) => n.startsWith('corpus/'))) {
    for (const c of all(compile(f).code)) {
      const ops = new Set(decode(c.code).map((i) => i.op));
      if (!GENEROUS.some((op) => ops.has(op)) && reachedDepth(c) !== c.stacksize) more.push(c.qualname);
    }
  }
  // 3.5 counts before the optimiser folds constants and tuples of them, and code that nothing reaches.
  const folded = ['K029', 'g030', 'e029', 'e030', 'e031', 'e033', 'e034', 'e038', 'e039', 'e040', 'e041', 'e055', 'e056', 'e065', 'e066', 'e067', 's012', 'c031'];
  expect(more.sort()).toEqual([...folded, 'c069', 'c071', 's032'].sort());
});

/** Whose stack effect in 3.5's table is more than they do. */
const GENEROUS: readonly Op[] = [Op.SETUP_EXCEPT, Op.SETUP_FINALLY, Op.SETUP_WITH, Op.SETUP_ASYNC_WITH];

test('the corpus is large', () => {
  let functions = 0;
  for (const f of sources.filter((s) => s.startsWith('corpus/'))) functions += [...all(compile(f).code)].length - 1;
  expect(functions).toBeGreaterThanOrEqual(300);
});

test('every opcode occurs', () => {
  const seen = new Set<number>();
  for (const f of sources) for (const c of all(compile(f).code)) for (const row of disassemble(c)) seen.add(row.op);
  const interactive = compileModule(parse('1\n', { mode: 'single' }), { filename: 'x' });
  for (const i of decode(interactive.code)) seen.add(i.op);
  for (const i of decode(compileModule(parse('from a import *\n'), { filename: 'x' }).code)) seen.add(i.op);
  const missing = opByNumber.flatMap((row, op) => (row !== undefined && !seen.has(op) ? [Op[op]] : []));
  // The optimiser leaves no NOP.
  expect(missing).toEqual(['NOP']);
});

describe('jumps longer than 16 bits', () => {
  const body = 'x = a + 1; '.repeat(80).trimEnd().replace(/;$/, '\n');
  const long = (indent: string): string => `${indent}${body}`.repeat(90);
  test.each([
    ['if', `def f(a):\n    if a:\n${long('        ')}    return 5\n`],
    ['while', `def f(a):\n    while a:\n${long('        ')}        a -= 1\n    return 5\n`],
    ['for', `def f(a):\n    for i in range(a):\n${long('        ')}    return 5\n`],
    ['try', `def f(a):\n    try:\n${long('        ')}    except E:\n        return 4\n    finally:\n        a = 6\n    return 5\n`],
    ['with', `def f(a):\n    with a:\n${long('        ')}    return 5\n`],
    ['or', `def f(a):\n    return a or [${'a + 1, '.repeat(20_000)}]\n`],
  ])('%s', (_name, source) => {
    const code = compileModule(parse(source), { filename: 'long.py' });
    const f = code.consts.find((c) => c instanceof CodeObject) as CodeObject;
    expect(f.code.length).toBeGreaterThan(65_536);
    expect(verifyCode(f)).toBe(null);
    expect(reachedDepth(f)).toBeLessThanOrEqual(f.stacksize);
    const starts = new Set(decode(f.code).map((i) => i.start));
    const labels = findLabels(f.code);
    expect(labels.some((l) => l > 65_535)).toBe(true);
    for (const label of labels) expect(starts.has(label)).toBe(true);
    expect(disassemble(f).some((row) => row.op === Op.EXTENDED_ARG)).toBe(true);
    const lines = findLineStarts(f).map(([, line]) => line);
    expect(lines[0]).toBe(2);
    expect(lines.at(-1)).toBe(source.trimEnd().split('\n').length);
  });
});

describe.each(sources)('%s', (file) => {
  test('is sound and no deeper than co_stacksize', () => {
    for (const c of all(compile(file).code)) {
      expect([c.qualname, verifyCode(c)]).toEqual([c.qualname, null]);
      expect(reachedDepth(c)).toBeLessThanOrEqual(c.stacksize);
    }
  });

  test('the line of an instruction, by line table and by range, is in one statement', () => {
    const { mod, code } = compile(file);
    const spans = allSpans(mod.body);
    for (const c of all(code)) {
      for (let i = 0; i < c.positions.length; i += 5) {
        const [offset, line, endLine] = [...c.positions.subarray(i, i + 3)] as [number, number, number];
        if (line < 0) continue;
        const at = lineOfOffset(c, offset);
        const one = ([first, last]: Span): boolean => first <= Math.min(line, at) && last >= Math.max(endLine, at);
        // Of the statements in a function's or class's body one has both; other code lies within a statement.
        const within = c.name.startsWith('<') || at === c.firstlineno ? spans : spans.filter(([first]) => first > c.firstlineno);
        expect([c.qualname, offset, at, within.some(one)]).toEqual([c.qualname, offset, at, true]);
      }
    }
  });

  test('jumps land on instructions', () => {
    for (const c of all(compile(file).code)) {
      const starts = new Set(decode(c.code).map((i) => i.start));
      for (const label of findLabels(c.code)) expect(starts.has(label)).toBe(true);
    }
  });

  test('the line table ascends and stays in the source', () => {
    const lines = read(file).split('\n').length;
    for (const c of all(compile(file).code)) {
      const starts = findLineStarts(c);
      for (const [i, [offset, line]] of starts.entries()) {
        expect(line).toBeGreaterThanOrEqual(c.firstlineno);
        expect(line).toBeLessThanOrEqual(lines);
        expect(offset).toBeLessThanOrEqual(c.code.length);
        if (i > 0) expect(offset).toBeGreaterThanOrEqual(starts[i - 1]![0]);
      }
    }
  });

  test('every statement has its line', () => {
    const { mod, code } = compile(file);
    const have = new Set(findLineStarts(code).map(([, line]) => line));
    const has = (lines: Set<number>, [first, last]: Span): boolean => [...lines].some((l) => l >= first && l <= last);
    for (const span of statementLines(mod.body, [])) expect([span, has(have, span)]).toEqual([span, true]);
    for (const c of all(code)) {
      const def = mod.body.find((s) => s._type === 'FunctionDef' && s.name === c.name && s.lineno === c.firstlineno);
      if (def?._type !== 'FunctionDef' || def.body.some((s) => s.lineno === def.lineno)) continue;
      const inside = new Set(findLineStarts(c).map(([, line]) => line));
      for (const span of statementLines(def.body, [])) expect([c.name, span, has(inside, span)]).toEqual([c.name, span, true]);
    }
  });

  test('ranges ascend by offset and lie in the source', () => {
    const text = read(file).split('\n');
    for (const c of all(compile(file).code)) {
      for (let i = 0; i < c.positions.length; i += 5) {
        const [offset, line, endLine, col, endCol] = [...c.positions.subarray(i, i + 5)] as [number, number, number, number, number];
        if (i > 0) expect(offset).toBeGreaterThan(c.positions[i - 5] as number);
        if (line < 0) continue;
        expect(line).toBeLessThanOrEqual(endLine);
        expect(col).toBeLessThanOrEqual(Buffer.byteLength(text[line - 1]!));
        expect(endCol).toBeLessThanOrEqual(Buffer.byteLength(text[endLine - 1]!));
      }
    }
  });

  test('survives serialisation', () => {
    const { code } = compile(file);
    expect(disTree(decodeCode(encodeCode(code)))).toBe(disTree(code));
  });

  if (file.startsWith('newer/')) {
    test('compiles as recorded', async () => {
      await expect(disTree(compile(file).code)).toMatchFileSnapshot(here + file.replace(/\.py$/, '.dis'));
    });
  }
});
