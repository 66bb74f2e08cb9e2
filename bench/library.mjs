// node bench/library.mjs [--only name,name] [--seconds n] [--cli FILE]: library functions on pyvm against python3, as microseconds a call
// and ratios. See library/functions.py.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const at = args.indexOf('--cli');
const [cli] = at < 0 ? [join(here, '../dist/cli.js')] : args.splice(at, 2).slice(1);
const program = join(here, 'library/functions.py');
const times = (command, options) =>
  new Map(execFileSync(command, [...options, program, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n').map((l) => [l.split(' ')[0], Number(l.split(' ')[1])]));

const python = times('python3', []);
const pyvm = times(process.execPath, [cli, 'run']);
const pad = (x, n) => String(x).padStart(n);
console.log(`${'function'.padEnd(26)}${pad('python us', 12)}${pad('pyvm us', 12)}${pad('ratio', 8)}`);
const rows = [...python].map(([name, p]) => [name, p, pyvm.get(name), pyvm.get(name) / p]).sort((a, b) => b[3] - a[3]);
for (const [name, p, v, r] of rows) console.log(`${name.padEnd(26)}${pad(p.toFixed(1), 12)}${pad(v.toFixed(1), 12)}${pad(r.toFixed(2), 8)}`);
console.log(`geometric mean ${Math.exp(rows.reduce((s, r) => s + Math.log(r[3]), 0) / rows.length).toFixed(2)}, above 3: ${rows.filter((r) => r[3] > 3).length} of ${rows.length}`);
