/** Wrong programs of our own, against the message and place CPython 3.11 recorded (`scripts/ast-compare.py --errors`). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, PySyntaxErrorInfo } from '../../src/parser/parse.js';

const folder = new URL('../syntax-errors/', import.meta.url);

function outcome(program: string): string {
  try {
    parse(program, { filename: '<test>' });
    return 'no error';
  } catch (e) {
    if (!(e instanceof PySyntaxErrorInfo)) throw e;
    return `${e.kind} ${e.lineno}:${e.offset}-${e.endLineno}:${e.endOffset} ${e.message}`;
  }
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (file) => {
  const chunks = readFileSync(new URL(file, folder), 'utf8').split('\n---\n');
  it.each(chunks.map((chunk) => {
    const end = chunk.indexOf('\n');
    return [chunk.slice(end + 1), chunk.slice(4, end)] as const;
  }))('%j', (program, expected) => expect(outcome(program)).toBe(expected));
});
