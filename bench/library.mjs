// node bench/library.mjs [--operations] [--only name,name] [--seconds n] [--cli FILE] [--fifo]: library functions (or operations of the
// language) on pyvm against python3, as microseconds a call and ratios. The two measure in turn, function by function. --fifo: both under real-time scheduling (V8's own threads one
// step above the main thread: two processes of one step keep each other's compiler waiting for ever). See library/functions.py and operations.py.
import { execFileSync, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const option = (name, n) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, n)[n - 1];
};
const cli = option('--cli', 2) ?? join(here, '../dist/cli.js');
const fifo = option('--fifo', 1) !== undefined;
const only = option('--only', 2)?.split(',');
const file = option('--operations', 1) === undefined ? 'functions' : 'operations';

/** A process that measures what it is told by lines of text. */
async function server(...command) {
  const child = spawn(...(fifo ? ['chrt', ['-f', '11', ...command]] : [command[0], command.slice(1)]), { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const names = (await lines.next()).value.split(' ');
  if (fifo) execFileSync('chrt', ['-f', '-p', '10', String(child.pid)]);
  const ask = async (name) => {
    child.stdin.write(`${name}\n`);
    return Number((await lines.next()).value.split(' ')[1]);
  };
  return { names, ask, end: () => child.stdin.end() };
}

const program = [join(here, `library/${file}.py`), '--serve', ...args];
const python = await server('python3', ...program);
const pyvm = await server(process.execPath, cli, 'run', ...program);
const rows = [];
for (const name of python.names.filter((n) => only?.includes(n) ?? true)) {
  const p = await python.ask(name);
  const v = await pyvm.ask(name);
  rows.push([name, p, v, v / p]);
}
python.end();
pyvm.end();

const pad = (x, n) => String(x).padStart(n);
console.log(`${'function'.padEnd(26)}${pad('python us', 12)}${pad('pyvm us', 12)}${pad('ratio', 8)}`);
rows.sort((a, b) => b[3] - a[3]);
for (const [name, p, v, r] of rows) console.log(`${name.padEnd(26)}${pad(p.toFixed(1), 12)}${pad(v.toFixed(1), 12)}${pad(r.toFixed(2), 8)}`);
console.log(`geometric mean ${Math.exp(rows.reduce((s, r) => s + Math.log(r[3]), 0) / rows.length).toFixed(2)}, above 3: ${rows.filter((r) => r[3] > 3).length} of ${rows.length}`);
