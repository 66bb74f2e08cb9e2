/** docs/notebook.md: its `python` blocks are run in one VM; each gives what the `output` block below it says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createVM, type VM } from '../../src/index.js';

const page = new URL('../../docs/notebook.md', import.meta.url);

const BLOCK = /```python\n([\s\S]*?)```\n(?:\n```output\n([\s\S]*?)```\n)?/g;

/** What a notebook would show of a cell: printed text, then the value, then the last line of the error. */
function show(vm: VM, source: string, printed: () => string): string {
  const r = vm.runCell(source);
  const shown = [printed().replace(/\n$/, ''), r.repr ?? '', r.error?.format().trimEnd().split('\n').at(-1) ?? ''];
  return shown.filter((s) => s !== '').map((s) => `${s}\n`).join('').replace(/0x[0-9a-f]+/g, '0xADDR');
}

test('every cell gives what the page says', async () => {
  const text = readFileSync(page, 'utf8');
  let out = '';
  const vm = createVM({ stdout: (s) => (out += s) });
  const now = text.replace(BLOCK, (_all, source: string) => {
    out = '';
    const shown = show(vm, source, () => out);
    return `\`\`\`python\n${source}\`\`\`\n${shown === '' ? '' : `\n\`\`\`output\n${shown}\`\`\`\n`}`;
  });
  expect([...text.matchAll(BLOCK)].length).toBeGreaterThan(25);
  await expect(now).toMatchFileSnapshot(page.pathname);
});
