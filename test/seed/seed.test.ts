// The notebook that started the project: every cell, in one namespace, gives what it gave then.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createVM } from '../../src/index.js';

interface Cell {
  in: number | string;
  source: string;
  stdout?: string;
  result?: string;
  result_includes?: string[];
  error?: string;
}

const { cells } = JSON.parse(readFileSync(new URL('cells.json', import.meta.url), 'utf8')) as { cells: Cell[] };

/**
 * 0xADDR stands for any address, ID for any id() number. Two recorded forms are CPython 3.5's: a frame's
 * repr has more in it since, and an error without arguments was shown with a colon by the notebook.
 */
function pattern(text: string): RegExp {
  const escaped = text.replace(/: $/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/<frame at 0xADDR>/, '<frame at 0xADDR, file .*>').replaceAll('0xADDR', '0x[0-9a-f]+').replaceAll(/\bID\b/g, '\\d+')}$`);
}

/** The file name the notebook gave a cell, where an output shows it. */
function fileName(n: Cell['in']): string {
  const found = new RegExp(`<ipython-input-${n}-[0-9a-f]+>`).exec(JSON.stringify(cells));
  return found === null ? `<ipython-input-${n}>` : found[0];
}

test('every cell of the notebook', () => {
  let out = '';
  const vm = createVM({ stdout: (s) => (out += s) });
  for (const cell of cells) {
    out = '';
    const r = vm.runCell(cell.source, { filename: fileName(cell.in) });
    const where = `cell ${cell.in}`;
    expect(out, `stdout of ${where}`).toMatch(pattern(cell.stdout ?? ''));
    const last = r.error === undefined ? undefined : r.error.message.trimEnd().split('\n').at(-1);
    if (cell.error === undefined) expect(last, `error of ${where}`).toBeUndefined();
    else expect(last, `error of ${where}`).toMatch(pattern(cell.error));
    if (cell.result !== undefined) expect(r.repr, `result of ${where}`).toMatch(pattern(cell.result));
    else if (cell.result_includes === undefined) expect(r.repr, `result of ${where}`).toBeUndefined();
    for (const part of cell.result_includes ?? []) expect(r.repr, `result of ${where}`).toContain(part);
  }
});
