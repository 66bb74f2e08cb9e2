/** The scripts under examples/scripts print what CPython 3.11 printed (NAME.out, recorded with python3). */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../examples/scripts/', import.meta.url).pathname;
const command = new URL('../dist/cli.js', import.meta.url).pathname;

for (const f of readdirSync(folder).filter((n) => n.endsWith('.py')).sort()) {
  test(f, { timeout: 60_000 }, () => {
    const out = execFileSync(process.execPath, [command, 'run', f], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    // Where the folder lies is no matter of the script's.
    expect(out.replaceAll(folder, '')).toBe(readFileSync(`${folder}${f.replace(/\.py$/, '.out')}`, 'utf8'));
  });
}
