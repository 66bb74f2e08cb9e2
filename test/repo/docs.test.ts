/** The generated page is what would be generated now. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytecodePage } from '../../scripts/bytecode-page.js';

test('docs/bytecode.md is up to date (node scripts/gen-docs.mjs)', () => {
  expect(readFileSync(new URL('../../docs/bytecode.md', import.meta.url), 'utf8')).toBe(bytecodePage());
});
