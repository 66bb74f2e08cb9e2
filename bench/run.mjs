// npm run bench: pyvm (tier 1, and tier 0 alone) against python3 and hand-written JavaScript (bench/js, where there is
// one: same algorithm, same answer), program by program, interleaved in one run.
//   node bench/run.mjs [--without tier0,js,python] [--only name,name] [--quick] [--rounds n] [--json] [--save] [--cli FILE] [--against FILE] [-- pyvm options]
// Every program times itself (perf_counter around its main, so warm-up counts and start-up does not) and prints
// its answer, which is compared with bench/answers.json. The minimum over the rounds counts; only ratios are
// worth keeping. --against: a second cli.js measured beside the first. --save: writes bench/history/DATE.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const rest = args.includes('--') ? args.splice(args.indexOf('--')).slice(1) : [];
const flag = (name) => args.includes(name);
const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

const only = value('--only')?.split(',');
const rounds = Number(value('--rounds') ?? (flag('--quick') ? 1 : 3));
const cli = value('--cli') ?? join(here, '../dist/cli.js');
const against = value('--against');
const answers = JSON.parse(readFileSync(join(here, 'answers.json'), 'utf8'));
const programs = readdirSync(here)
  .filter((f) => f.endsWith('.py'))
  .map((f) => f.slice(0, -3))
  .filter((p) => only === undefined || only.includes(p));

const hasPython = spawnSync('python3', ['--version']).status === 0;
const without = new Set(value('--without')?.split(','));
/** Name, command, its options, the file of a program for it. */
const python = (p) => join(here, `${p}.py`);
const engines = [['pyvm', process.execPath, [cli, 'run', ...rest], python]];
if (!without.has('tier0')) engines.push(['tier0', process.execPath, [cli, 'run', '--tier0', ...rest], python]);
if (against !== undefined) engines.push(['against', process.execPath, [against, 'run', ...rest], python]);
if (!without.has('js')) engines.push(['js', process.execPath, [], (p) => join(here, 'js', `${p}.mjs`)]);
if (hasPython && !without.has('python')) engines.push(['python', 'python3', [], python]);

const history = join(here, 'history');
const last = existsSync(history) ? readdirSync(history).filter((f) => f.endsWith('.json')).sort().at(-1) : undefined;
const baseline = last === undefined ? {} : JSON.parse(readFileSync(join(history, last), 'utf8')).ratios;

/** Seconds of one run, NaN when it failed or answered wrongly. */
function once(command, options, program, file) {
  let out;
  try {
    out = execFileSync(command, [...options, file], { encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (e) {
    console.error(`${program}: ${String(e.stderr ?? e).trim().split('\n').at(-1)}`);
    return NaN;
  }
  const lines = out.trim().split('\n');
  const seconds = Number(lines.pop());
  if (flag('--record')) answers[program] = lines.join('\n');
  if (lines.join('\n') !== answers[program]) {
    console.error(`${program}: wrong answer ${lines.join('\n').slice(0, 200)}`);
    return NaN;
  }
  return seconds;
}

const geomean = (xs) => Math.exp(xs.reduce((a, x) => a + Math.log(x), 0) / xs.length);
const results = {};
const ratios = {};
const pad = (x, n) => String(x).padStart(n);
const fixed = (x, d) => (x === undefined || Number.isNaN(x) ? '-' : x.toFixed(d));
if (!flag('--json')) console.log(`${'program'.padEnd(16)}${engines.map(([n]) => pad(`${n} s`, 11)).join('')}${pad('ratio', 8)}${pad('last', 8)}`);
for (const p of programs) {
  const best = {};
  for (let r = 0; r < rounds; r++) {
    for (const [name, command, options, file] of flag('--record') ? engines.slice(-1) : engines) {
      if (!existsSync(file(p))) continue;
      const s = once(command, options, p, file(p));
      if (Number.isNaN(s) || best[name] === undefined || s < best[name]) best[name] = s;
    }
  }
  results[p] = best;
  const base = best.python ?? best.against;
  if (base !== undefined) ratios[p] = best.pyvm / base;
  if (!flag('--json')) console.log(`${p.padEnd(16)}${engines.map(([n]) => pad(fixed(best[n], 3), 11)).join('')}${pad(fixed(ratios[p], 2), 8)}${pad(fixed(baseline[p], 2), 8)}`);
}
const good = Object.entries(ratios).filter(([, r]) => !Number.isNaN(r));
const mean = good.length > 0 ? geomean(good.map(([, r]) => r)) : NaN;
const both = good.filter(([p]) => baseline[p] > 0);
if (flag('--record')) writeFileSync(join(here, 'answers.json'), `${JSON.stringify(answers, null, 1)}\n`);
const report = { node: process.version, rounds, geomean: mean, ratios: Object.fromEntries(good.map(([p, r]) => [p, Number(r.toFixed(3))])), seconds: results };
if (flag('--json')) console.log(JSON.stringify(report, null, 1));
else {
  console.log(`geometric mean of ${good.length} programs: ${fixed(mean, 3)}${both.length > 0 ? `; the last committed run had ${fixed(geomean(both.map(([p]) => baseline[p])), 3)} on these` : ''}`);
}
if (flag('--save') && only === undefined) {
  mkdirSync(history, { recursive: true });
  writeFileSync(join(history, `${new Date().toISOString().slice(0, 16).replace(':', '')}.json`), `${JSON.stringify(report, null, 1)}\n`);
}
if (good.length < programs.length && hasPython && !without.has('python') && !flag('--record')) process.exitCode = 1;
