/** Before any test: the generated sources and the build are there and fresh. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

function newest(dir: string): number {
  let t = 0;
  for (const f of readdirSync(dir, { recursive: true })) {
    if (String(f).startsWith('vm/generated')) continue;
    t = Math.max(t, statSync(join(dir, String(f))).mtimeMs);
  }
  return t;
}

export default function setup(): void {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli) || statSync(cli).mtimeMs < newest(join(root, 'src'))) {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], { stdio: 'inherit' });
  }
}
