// Mutated code objects through types.CodeType and marshal, run with a step limit: node scripts/fuzz-code.mjs [N] [SEED]
import { build } from 'esbuild';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'build/fuzz-code.mjs');
await build({ entryPoints: [join(root, 'test/drivers/fuzz-code.ts')], bundle: true, format: 'esm', platform: 'node', outfile: out, logLevel: 'error' });
const { fuzzCode } = await import(out);
const total = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
let ran = 0;
let refused = 0;
const ends = {};
const STEP = 50_000;
for (let done = 0; done < total; done += STEP) {
  const n = Math.min(STEP, total - done);
  const r = fuzzCode(n, seed + done / STEP, join(root, 'test/unit/compiler/corpus'), (done / STEP) % 2 === 1);
  ran += r.ran;
  refused += r.refused;
  for (const [k, v] of Object.entries(r.ends)) ends[k] = (ends[k] ?? 0) + v;
  for (const f of r.faults) console.log(f);
  console.log(`${done + n} mutations: ${refused} refused, ${ran} ran`);
  if (r.faults.length > 0) process.exitCode = 1;
}
console.log(ends);
