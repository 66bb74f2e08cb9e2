/** A named tuple's code object is what the compiler makes of CPython's text. */
import { expect, test } from 'vitest';
import { codeToJson } from '../../../src/bytecode/json.js';
import { compileHook } from '../../../src/compile-hook-core.js';
import { namedTupleCode } from '../../../src/stdlib/collections/namedtuple-code.js';
import type { CodeObject } from '../../../src/bytecode/code.js';

const all = (c: CodeObject): unknown => [codeToJson(c, ''), [...c.positions], [...c.edges], c.consts.map((k) => (typeof k === 'object' && k !== null && 'consts' in k ? all(k as CodeObject) : k))];

test.each([['x'], ['x', 'yy'], Array.from({ length: 300 }, (_, i) => `f${i}`)].map((f) => [f]))('%#', (fields) => {
  const args = fields.join(', ') + (fields.length === 1 ? ',' : '');
  const text = `lambda _cls, ${args}: _tuple_new(_cls, (${args}))`;
  const made = compileHook(text, '<string>', 'eval', { flags: 0, optimize: -1, warn: () => undefined });
  expect(all(namedTupleCode(fields)!)).toEqual(all(made));
});

test('names that are not ASCII, and none, are left to the compiler', () => {
  expect(namedTupleCode(['ﬁ'])).toBeNull();
  expect(namedTupleCode([])).toBeNull();
});
