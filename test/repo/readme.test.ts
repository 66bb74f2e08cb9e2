/** The README's commands and code are run; the files the docs name exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { VERSION } from '../../src/version.js';

const root = new URL('../..', import.meta.url).pathname;
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const cli = join(root, 'dist/cli.js');

const blocks = (lang: string): string[] => [...readme.matchAll(new RegExp(`\`\`\`${lang}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((m) => m[1]!);

test('the README opens with the two commands', () => {
  const [first, second] = blocks('sh');
  expect(first).toBe('npm ci && npx pyvm run examples/averager.py\n');
  expect(second).toBe('npm ci && npm test\n');
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/npm ci[^\n]*\nnpm test/);
});

test('the main job prints what the example promises', () => {
  const out = execFileSync(process.execPath, [cli, 'run', 'examples/averager.py'], { cwd: root, encoding: 'utf8' });
  expect(out.split('\n').slice(0, 3)).toEqual(['sent 10 -> average 10.0', 'sent 20 -> average 15.0', 'sent 60 -> average 30.0']);
});

test('the commands of the README run', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pyvm-'));
  writeFileSync(join(dir, 'program.py'), 'import sys\nprint(sys.argv[1:])\n');
  writeFileSync(join(dir, 'module.py'), "print('module', __name__)\n");
  const lines = blocks('sh')[2]!.split('\n').filter((l) => l.startsWith('pyvm') && !l.startsWith('pyvm repl'));
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const words = [...line.replace(/#.*/, '').trim().matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2]!);
    const out = execFileSync(process.execPath, [cli, ...words.slice(1)], { cwd: dir, encoding: 'utf8' });
    expect(out, line).not.toBe('');
  }
  expect(execFileSync(process.execPath, [cli, 'repl'], { input: '1 + 1\n', encoding: 'utf8' })).toBe('2\n');
});

/** Type-stripped and run with `pyvm` meaning the built library. */
async function runTypeScript(source: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'pyvm-ts-'));
  writeFileSync(join(dir, 'main.ts'), source);
  await build({
    entryPoints: [join(dir, 'main.ts')],
    outfile: join(dir, 'main.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { pyvm: join(root, 'dist/index.js') },
    logLevel: 'error',
  });
  return execFileSync(process.execPath, [join(dir, 'main.mjs')], { cwd: root, encoding: 'utf8' });
}

test('the embedding code of the README gives what its comments say', async () => {
  const code = blocks('ts')[0]!;
  const checks = code.replace(/^(\s*(?:await )?vm\.[^\n]*?); \/\/ (.+)$/gm, (_m, expr: string, want: string) => `check(${expr.trim()}, ${want.endsWith(']') || /^[\d']/.test(want) ? want : JSON.stringify(want)});`);
  const out = await runTypeScript(
    `${checks}\nfunction check(got: unknown, want: unknown): void { if (JSON.stringify(got) !== JSON.stringify(want)) throw new Error(JSON.stringify(got)); console.log('ok'); }\n`,
  );
  expect(out.match(/ok/g)?.length).toBe(4);
});

test('examples/embedding.ts', async () => {
  const out = await runTypeScript(readFileSync(join(root, 'examples/embedding.ts'), 'utf8'));
  expect(out.split('\n')).toEqual([
    '14',
    "[ 'fig', 'pear', 'banana' ]",
    '21',
    'ZeroDivisionError | ZeroDivisionError: division by zero | line 2',
    'limit exceeded: maxSteps (10000 steps)',
    '2 3 2 3 2',
    '',
  ]);
});

// averager.out differs from CPython 3.11's output in one number: f_lasti is an offset in 3.5's bytecode.
test('examples print what CPython prints', () => {
  const dir = join(root, 'examples');
  for (const f of readdirSync(dir).filter((n) => n.endsWith('.py'))) {
    const base = join(dir, f.replace(/\.py$/, ''));
    const input = existsSync(`${base}.in`) ? readFileSync(`${base}.in`) : '';
    const out = execFileSync(process.execPath, [cli, 'run', f], { cwd: dir, input, encoding: 'utf8' });
    expect(out, f).toBe(readFileSync(`${base}.out`, 'utf8'));
  }
});

test('files the docs name exist', () => {
  for (const doc of ['CONTRIBUTING.md', 'README.md', 'docs/architecture.md', 'docs/objects.md']) {
    const text = readFileSync(join(root, doc), 'utf8');
    for (const m of text.matchAll(/`((?:src|test|scripts|docs|examples|bench)\/[\w./-]+)`/g)) {
      const name = m[1]!;
      if (name.includes('NAME') || name.includes('<') || name === 'src/lib') continue;
      expect(existsSync(join(root, name)), `${doc} names ${name}`).toBe(true);
    }
  }
});

test('one version', () => {
  expect(VERSION).toBe(pkg.version);
});
