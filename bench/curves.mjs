// Cost curves: time against n, to see that nothing is accidentally quadratic.
//   node bench/curves.mjs [--only name,name] [--cli FILE] [-- pyvm options]
// Every row is one process that times `work(n)` for n, 2n, 4n, 8n, 16n (after half a second of warm-up at n; the minimum of
// three counts) and the table shows nanoseconds a unit. `growth` is the cost of a unit at 16n over the cheapest: linear work
// stays near 1 (a larger heap costs cache misses and collections: up to about 2), quadratic work is at 16. Above 4 is
// marked, and the exit status is 1.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const rest = args.includes('--') ? args.splice(args.indexOf('--')).slice(1) : [];
const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const cli = value('--cli') ?? join(dirname(fileURLToPath(import.meta.url)), '../dist/cli.js');
const only = value('--only')?.split(',');

/** Name, smallest n, source of `work(n)`. */
const CURVES = [
  ['calls', 20000, 'def f(x):\n  return x\ndef work(n):\n  for i in range(n): f(i)'],
  ['method calls', 20000, 'class A:\n  def f(self): return 1\ndef work(n):\n  a = A()\n  for i in range(n): a.f()'],
  ['generator chain, n long', 50, 'def g(it):\n  for x in it: yield x\ndef work(n):\n  it = range(200)\n  for _ in range(n): it = g(it)\n  for x in it: pass'],
  ['yield from, n deep', 50, 'def g(k):\n  if k: yield from g(k - 1)\n  else:\n    for i in range(200): yield i\ndef work(n):\n  for x in g(n): pass'],
  ['live generators', 62500, 'def g():\n  yield 1\n  yield 2\ndef work(n):\n  l = [g() for _ in range(n)]\n  for x in l: next(x)\n  for x in l: next(x)'],
  ['dict growth, int keys', 20000, 'def work(n):\n  d = {}\n  for i in range(n): d[i * 7] = i'],
  ['dict growth, str keys', 20000, 'def work(n):\n  d = {}\n  for i in range(n): d["k%d" % i] = i'],
  ['dict emptied by popitem', 20000, 'def work(n):\n  d = dict.fromkeys(range(n))\n  while d: d.popitem()'],
  ['dict as a queue', 5000, 'def work(n):\n  d = dict.fromkeys(range(n))\n  while d: del d[next(iter(d))]'],
  ['set growth and shrinkage', 20000, 'def work(n):\n  s = set()\n  for i in range(n): s.add(i * 3)\n  while s: s.pop()'],
  ['str +=', 20000, 'def work(n):\n  s = ""\n  for i in range(n): s += "xy"\n  return len(s), s[-1], hash(s)'],
  ['str += and len', 20000, 'def work(n):\n  s = ""\n  for i in range(n):\n    s += "x"\n    len(s)'],
  ['str joined', 20000, 'def work(n):\n  return len("".join([str(i) for i in range(n)]))'],
  ['str indexed, not ASCII', 20000, 'def work(n):\n  s = "\\u00e9\\U0001f600" * n\n  t = 0\n  for i in range(0, 2 * n, 2): t += s[i] == "\\u00e9"'],
  ['bytearray +=', 20000, 'def work(n):\n  b = bytearray()\n  for i in range(n): b += b"xy"'],
  ['StringIO', 5000, 'import io\ndef work(n):\n  f = io.StringIO()\n  for i in range(n): f.write("line\\n")\n  f.seek(0)\n  for l in f: pass'],
  ['list append and pop', 20000, 'def work(n):\n  l = []\n  for i in range(n): l.append(i)\n  while l: l.pop()'],
  ['deque as a queue', 20000, 'from collections import deque\ndef work(n):\n  d = deque(range(n))\n  for i in range(n): d.append(d.popleft())'],
  ['sort', 10000, 'def work(n):\n  l = [(i * 7919) % 1000003 for i in range(n)]\n  l.sort()'],
  ['recursion, n deep', 1000, 'import sys\nsys.setrecursionlimit(1000000)\ndef f(k):\n  return f(k - 1) + 1 if k else 0\ndef work(n):\n  for _ in range(5): f(n)'],
  ['raise from n deep', 1000, 'import sys\nsys.setrecursionlimit(1000000)\ndef f(k):\n  if k: f(k - 1)\n  else: raise ValueError\ndef work(n):\n  try: f(n)\n  except ValueError: pass'],
  ['exceptions', 5000, 'def work(n):\n  for i in range(n):\n    try: raise ValueError(i)\n    except ValueError: pass'],
  ['instances', 10000, 'class P:\n  def __init__(self, x): self.x = x\ndef work(n):\n  l = [P(i) for i in range(n)]'],
  ['compile, n lines', 100, 'def work(n):\n  compile("x = a + b * 3\\n" * n, "f", "exec")'],
];

const pad = (x, n) => String(x).padStart(n);
console.log(`${'ns a unit'.padEnd(28)}${pad('n', 8)}${[1, 2, 4, 8, 16].map((k) => pad(`${k}n`, 9)).join('')}${pad('growth', 9)}`);
for (const [name, n, source] of CURVES) {
  if (only !== undefined && !only.includes(name)) continue;
  const program = `import time\n${source}\nstart = time.perf_counter()\nwhile time.perf_counter() - start < 0.5: work(${n})\nfor k in (1, 2, 4, 8, 16):\n  best = 1e9\n  for _ in range(3):\n    t = time.perf_counter()\n    work(${n} * k)\n    best = min(best, time.perf_counter() - t)\n  print(best / (${n} * k) * 1e9)\n`;
  let units;
  try {
    units = execFileSync(process.execPath, [cli, 'run', ...rest, '-'], { input: program, encoding: 'utf8', timeout: 120_000, stdio: ['pipe', 'pipe', 'pipe'] }).trim().split('\n').map(Number);
  } catch (e) {
    console.log(`${name.padEnd(28)}${pad(n, 8)}  ${String(e.stderr || e).trim().split('\n').at(-1)}`);
    process.exitCode = 1;
    continue;
  }
  const growth = units[4] / Math.min(...units);
  const bad = growth > 4;
  if (bad) process.exitCode = 1;
  console.log(`${name.padEnd(28)}${pad(n, 8)}${units.map((u) => pad(u.toFixed(0), 9)).join('')}${pad(growth.toFixed(2), 9)}${bad ? '  beyond linear' : ''}`);
}
