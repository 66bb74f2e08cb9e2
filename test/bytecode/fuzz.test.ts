/** Code that a program brings itself: a short run of scripts/fuzz-code.mjs. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fuzzCode } from '../drivers/fuzz-code.js';

const corpus = fileURLToPath(new URL('../unit/compiler/corpus', import.meta.url));

test.each([false, true])('20,000 mutated code objects, compiled code: %s', (jit) => {
  const r = fuzzCode(20_000, jit ? 100 : 99, corpus, jit);
  expect(r.faults).toEqual([]);
  expect(r.mutations).toBe(20_000);
  expect(r.refused).toBeGreaterThan(10_000);
  expect(r.ran).toBeGreaterThan(2_000);
});
