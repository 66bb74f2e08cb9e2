/** The tests of test/programs*.test.ts: files of their own, as each has a process, and all modes in one fill its heap. */
import { describe, expect, test } from 'vitest';
import { expected, knownFailures, programs, runProgram, type Mode } from './programs.js';

/** Every program in each of `modes`, against what CPython printed. */
export function testPrograms(modes: readonly Mode[]): void {
  const known = knownFailures();
  const all = programs();
  for (const mode of modes) {
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
}
