// docs/bytecode.md, see bytecode-page.ts. `--check`: fail if the committed page is not what would be made.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, dirname, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'build/bytecode-page.mjs');
await build({ entryPoints: [join(root, 'scripts/bytecode-page.ts')], bundle: true, format: 'esm', platform: 'node', outfile: out, logLevel: 'error' });
const { bytecodePage } = await import(`${out}?${Date.now()}`);
const page = bytecodePage();
const file = join(root, 'docs/bytecode.md');
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/bytecode.md is stale: node scripts/gen-docs.mjs');
    process.exit(1);
  }
} else writeFileSync(file, page);
