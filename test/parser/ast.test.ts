/** Programs of our own, every construct, against the dump CPython 3.11 recorded (`scripts/ast-compare.py --record`). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dumpAst, parse } from '../../src/parser/parse.js';

const folder = new URL('./programs/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.py'));

describe('ast.dump equals CPython', () => {
  it('has a sample of every construct', () => expect(names.length).toBeGreaterThanOrEqual(60));
  it.each(names)('%s', (name) => {
    const source = readFileSync(new URL(name, folder));
    const expected = readFileSync(new URL(name.replace(/\.py$/, '.ast'), folder), 'utf8');
    expect(dumpAst(parse(source, { filename: name }), { includeAttributes: true, indent: 1 }) + '\n').toBe(expected);
  });
});
