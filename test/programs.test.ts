/** Every program under test/python prints what CPython 3.11 printed: in tier 0, and checked. */
import { expect, test } from 'vitest';
import { testPrograms } from './drivers/in-modes.js';
import { knownFailures, programs } from './drivers/programs.js';

testPrograms(['plain', 'checked']);

test('known failures name programs', () => {
  const names = new Set(programs().map((p) => p.name));
  for (const n of knownFailures().keys()) expect(names.has(n), `${n} in test/known-failures.txt is no program`).toBe(true);
});
