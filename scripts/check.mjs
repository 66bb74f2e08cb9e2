// npm run check: everything that must be green before a commit lands, one line each, and what to do when it is not.
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { readFileSync, statSync } from 'node:fs';
import { join, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules/.bin', name);
let failed = false;

function step(name, hint, run) {
  process.stdout.write(`${name} ... `);
  try {
    const note = run();
    console.log(note ?? 'ok');
  } catch (e) {
    failed = true;
    console.log('FAILED');
    process.stdout.write(String(e.stdout ?? '') + String(e.stderr ?? '') + (e.stdout === undefined ? `${e.message}\n` : ''));
    console.log(`  -> ${hint}`);
  }
}
const sh = (file, args) => execFileSync(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 28 });

step('build', 'node scripts/build.mjs', () => void sh(process.execPath, ['scripts/build.mjs']));
step('types', 'npx tsc -p .', () => void sh(bin('tsc'), ['-p', '.']));
step('format', 'tabs, trailing blanks and very long lines: fix the named lines', () => {
  const files = sh('git', ['ls-files', 'src/*.ts', 'test/*.ts', 'scripts/*.mjs']).trim().split('\n');
  // A docstring of CPython's, a rule of its grammar and a patch of its Lib are one row of data each.
  const row = /^\s*doc: '|^\s*invalid_\w+: /;
  const wrong = [];
  for (const f of files) {
    if (f.includes('unicode-data') || f.includes('codec-tables') || f.endsWith('lib-patches.mjs')) continue;
    readFileSync(join(root, f), 'utf8').split('\n').forEach((line, i) => {
      if (/[ \t]$/.test(line) || /^\t/.test(line) || (line.length > 400 && !row.test(line))) wrong.push(`${f}:${i + 1}`);
    });
  }
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'));
});
step('tests', 'npx vitest run FILE shows one file', () => {
  const out = sh(bin('vitest'), ['run', '--reporter=default']);
  return /Tests\s+(.*)/.exec(out.replace(/\x1b\[[0-9;]*m/g, ''))?.[1] ?? 'ok';
});

/** Bytes, gzip level 9, of what a browser downloads. The aim is 200 KB; this only keeps it from growing further. */
const BUDGET = 372 * 1024;
step('size', `dist/pyvm.min.js must stay below ${BUDGET} bytes gzip: node scripts/size-report.mjs shows who grew`, () => {
  const size = gzipSync(readFileSync(join(root, 'dist/pyvm.min.js')), { level: 9 }).length;
  const lib = statSync(join(root, 'dist/lib.bin')).size;
  if (size > BUDGET) throw new Error(`browser bundle ${size} bytes gzip`);
  return `browser bundle ${size} bytes gzip, library ${lib} bytes`;
});
process.exit(failed ? 1 : 0);
