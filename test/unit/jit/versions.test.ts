/** How often one code object is compiled: each version costs its emission and V8's work, with tier 0 running meanwhile. */
import { describe, expect, test } from 'vitest';
import { createVM } from '../../../src/embed/vm.js';
import { stats } from '../../../src/jit/tier1.js';

/** Runs `source`; how many versions were compiled, and what it printed. */
async function versions(source: string): Promise<[number, string]> {
  let out = '';
  const vm = createVM({ stdout: (s) => void (out += s) });
  const before = stats.compiled;
  await vm.runAsync(source);
  return [stats.compiled - before, out];
}

describe('a function that runs once', () => {
  test('is in its loop when it is recorded, and keeps the loop: one version that records, one for good', async () => {
    const [n, out] = await versions('def main():\n    total = 0\n    for i in range(300000):\n        total += i % 7\n    print(total)\nmain()\n');
    expect(out).toBe('899997\n');
    expect(n).toBe(2);
  });

  test('what stands around a long inner loop is recorded when it is come to', async () => {
    const source = 'def main():\n    total = 0\n    for i in range(40):\n        row = [i] * 3\n        for j in range(9000):\n            total += j & 3\n        total += len(row)\n    print(total)\nmain()\n';
    const [n, out] = await versions(source);
    expect(out).toBe('540120\n');
    expect(n).toBeLessThanOrEqual(4);
  });

  test('its later loops get typed code, too', async () => {
    const loop = (k: number): string => `    x${k} = 0.5\n    for i in range(60000):\n        x${k} = x${k} * 0.5 + i\n`;
    const [n, out] = await versions(`def main():\n${[1, 2, 3].map(loop).join('')}    print(x1 == x2 == x3)\nmain()\n`);
    expect(out).toBe('True\n');
    expect(n).toBeLessThanOrEqual(6);
  });
});
