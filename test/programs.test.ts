/** Every program under test/python prints what CPython 3.11 printed: in tier 0, checked, and paused all the time. */
import { describe, expect, test } from 'vitest';
import { expected, knownFailures, programs, runProgram, type Mode } from './drivers/programs.js';

const known = knownFailures();
const all = programs();

/** Long-running programs are not paused at every instruction. */
const MODES: readonly Mode[] = ['plain', 'checked', 'every step', 'every 7 steps', 'tier 1', 'tier 1, random exits', 'tier 1, typed', 'tier 1, recorded'];

for (const mode of MODES) {
  describe(mode, () => {
    for (const p of all) {
      const reason = known.get(p.name);
      test(p.name, () => {
        const want = expected(p);
        let got;
        try {
          got = runProgram(p, mode);
        } catch (e) {
          if (reason !== undefined) return;
          throw e;
        }
        if (reason !== undefined) {
          expect(got, `${p.name} passes now: take it out of test/known-failures.txt`).not.toEqual(want);
          return;
        }
        expect(got.stdout).toBe(want.stdout);
        expect(got.lastError).toBe(want.lastError);
        expect(got.exit).toBe(want.exit);
      });
    }
  });
}

test('known failures name programs', () => {
  const names = new Set(all.map((p) => p.name));
  for (const n of known.keys()) expect(names.has(n), `${n} in test/known-failures.txt is no program`).toBe(true);
});
