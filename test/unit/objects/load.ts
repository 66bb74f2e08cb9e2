/**
 * The harness as one bundle. vitest awaits the modules it loads, and object.ts exports a function
 * named `then`, which makes its namespace a thenable: a bundle has no such namespace.
 */
import { buildSync } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export async function loadHarness(): Promise<typeof import('./harness.js')> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'pyvm-unit-')), 'harness.mjs');
  buildSync({
    entryPoints: [fileURLToPath(new URL('./harness.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // package.json says sideEffects: false, but a type's file is imported for its effect.
    ignoreAnnotations: true,
    outfile,
    logLevel: 'error',
  });
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
}
