/** V8 never optimises a function above 61,440 bytes of its bytecode: the run loop must stay well below. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the run loop is below 50,000 bytes of V8 bytecode', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'pyvm-loop-'));
  try {
    const src = new URL('../../../src', import.meta.url).pathname;
    const entry = join(dir, 'entry.ts');
    writeFileSync(
      entry,
      `import { Machine } from '${src}/vm/machine.ts';\nimport { run } from '${src}/vm/interpreter.ts';\nimport { Thread } from '${src}/vm/thread.ts';\nconst t = new Thread({} as never);\ntry { run(t); } catch {}\nif (Machine === undefined) throw 0;\n`,
    );
    const out = join(dir, 'entry.mjs');
    await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile: out, logLevel: 'error' });
    const text = execFileSync(process.execPath, ['--no-lazy', '--print-bytecode', '--print-bytecode-filter=interpret*', out], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const sizes = [...text.matchAll(/^Bytecode length: (\d+)/gm)].map((m) => Number(m[1]));
    const largest = Math.max(...sizes);
    expect(largest).toBeGreaterThan(10_000);
    expect(largest).toBeLessThan(50_000);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);
