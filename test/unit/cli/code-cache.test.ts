import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruneCache } from '../../../src/cli/code-cache.js';

let directory = '';
const before = process.env.PYVM_CACHE;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pyvm-cache-'));
  process.env.PYVM_CACHE = directory;
  for (let i = 0; i < 10; i++) {
    const file = join(directory, `f${i}.code`);
    writeFileSync(file, Buffer.alloc(1000));
    // The seconds of their age; f9 is the oldest.
    utimesSync(file, 2_000_000 - i, 2_000_000 - i);
  }
});
afterEach(() => {
  rmSync(directory, { recursive: true });
  if (before === undefined) delete process.env.PYVM_CACHE;
  else process.env.PYVM_CACHE = before;
});

test('a full cache is emptied to half, the oldest first', () => {
  pruneCache(8000);
  expect(readdirSync(directory).sort()).toEqual(['f0.code', 'f1.code', 'f2.code', 'f3.code']);
});

test('one with room is left alone', () => {
  pruneCache(10_000);
  expect(readdirSync(directory)).toHaveLength(10);
});

test('no directory is no error', () => {
  process.env.PYVM_CACHE = join(directory, 'none');
  expect(() => pruneCache(1)).not.toThrow();
});
