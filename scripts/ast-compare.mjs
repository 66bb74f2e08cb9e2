// Bundles and runs scripts/ast-compare.ts: `node scripts/ast-compare.mjs [FILE...]`.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

mkdirSync('.cache', { recursive: true });
const outfile = '.cache/ast-compare.bundle.mjs';
await build({ entryPoints: ['scripts/ast-compare.ts'], bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile, logLevel: 'warning' });
await import(pathToFileURL(outfile).href);
