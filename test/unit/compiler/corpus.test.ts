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
import { disTree, findLabels, findLineStarts } from '../../../src/bytecode/dis.js';
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

test('the corpus is large', () => {
  let functions = 0;
  for (const f of sources.filter((s) => s.startsWith('corpus/'))) functions += [...all(compile(f).code)].length - 1;
  expect(functions).toBeGreaterThanOrEqual(300);
});

test('every opcode occurs', () => {
  const seen = new Set<number>();
  for (const f of [...sources]) for (const c of all(compile(f).code)) for (const i of decode(c.code)) seen.add(i.op);
  const interactive = compileModule(parse('1\n', { mode: 'single' }), { filename: 'x' });
  for (const i of decode(interactive.code)) seen.add(i.op);
  for (const i of decode(compileModule(parse('from a import *\n'), { filename: 'x' }).code)) seen.add(i.op);
  const missing = opByNumber.flatMap((row, op) => (row !== undefined && !seen.has(op) ? [Op[op]] : []));
  // EXTENDED_ARG is folded into its instruction by `decode`.
  expect(missing.filter((n) => n !== 'NOP' && n !== 'EXTENDED_ARG')).toEqual([]);
});

describe.each(sources)('%s', (file) => {
  test('is sound and no deeper than co_stacksize', () => {
    for (const c of all(compile(file).code)) {
      expect([c.qualname, verifyCode(c)]).toEqual([c.qualname, null]);
      expect(reachedDepth(c)).toBeLessThanOrEqual(c.stacksize);
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
