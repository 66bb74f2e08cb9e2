// node scripts/regex-differential.mjs [seed] [rounds] [patterns a round]: random patterns through python3 and through both
// matchers of pyvm (interpreted; compiled to JavaScript at the first use). Prints what differs. CPython 3.11 gives wrong
// groups, or SystemError, for some possessive repeats of groups: these are known, and counted apart.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [seed = 1, rounds = 5, count = 2000] = process.argv.slice(2).map(Number);
const program = join(here, 'random-patterns.py');
const cli = join(here, '../dist/cli.js');
const lines = (command, options, n) => execFileSync(command, [...options, program, String(n), String(count)], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n');

let total = 0;
let quirks = 0;
let wrong = 0;
for (let n = seed; n < seed + rounds; n++) {
  const python = lines('python3', [], n);
  const compiled = lines(process.execPath, [cli, 'run', '--jit-threshold', '0'], n);
  const interpreted = lines(process.execPath, [cli, 'run', '--tier0'], n);
  total += python.length;
  python.forEach((line, i) => {
    if (compiled[i] === interpreted[i] && (line === compiled[i] || /bug$/.test(line))) return;
    if (compiled[i] === interpreted[i] && /[*+?}]\+/.test(line)) {
      quirks++;
      return;
    }
    wrong++;
    console.log(`seed ${n}\n  python      ${line}\n  compiled    ${compiled[i]}\n  interpreted ${interpreted[i]}`);
  });
}
console.log(`${total} patterns, ${wrong} differ, ${quirks} possessive repeats are as CPython should have them`);
process.exitCode = wrong === 0 ? 0 : 1;
