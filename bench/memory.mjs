// Bytes a value, pyvm against python3: the growth of the heap while n of them are kept, divided by n.
//   node --expose-gc bench/memory.mjs            the table
//   node --expose-gc bench/memory.mjs --leaks    loops that make and drop values: the heap must not grow
// pyvm: `heapUsed` plus `external` after a collection, of a VM in this process. CPython: tracemalloc. The list that keeps
// the values is part of the figure on both sides (8 bytes a value in CPython).
import { execFileSync } from 'node:child_process';
import { createVM } from '../dist/index.js';

if (globalThis.gc === undefined) throw new Error('needs node --expose-gc');
const used = () => {
  for (let i = 0; i < 4; i++) gc();
  const m = process.memoryUsage();
  return m.heapUsed + m.external;
};

const SETUP = `
class A1:
    def __init__(self, i): self.a = i
class A3:
    def __init__(self, i): self.a = self.b = self.c = i
class A6:
    def __init__(self, i): self.a = self.b = self.c = self.d = self.e = self.f = i
class S3:
    __slots__ = ('a', 'b', 'c')
    def __init__(self, i): self.a = self.b = self.c = i
class M:
    def m(self): pass
m = M()
def gen(x):
    yield x
    yield x
def closure(x):
    return lambda: x
def deep(k):
    if k: yield from deep(k - 1)
    else: yield 0
def started(x):
    g = gen(x)
    next(g)
    return g
def failed(x):
    try:
        raise ValueError(x)
    except ValueError as e:
        return e
`;
const N = 100000;
/** Name, expression for the values (n is their number). */
const ROWS = [
  ['int in a list (small)', '[i & 127 for i in range(n)]'],
  ['int in a list (above 2**40)', '[i + (1 << 40) for i in range(n)]'],
  ['float in a list', '[i + 0.5 for i in range(n)]'],
  ['str of 6 characters in a list', '["%06d" % i for i in range(n)]'],
  ['instance, 1 attribute', '[A1(1) for i in range(n)]'],
  ['instance, 3 attributes', '[A3(1) for i in range(n)]'],
  ['instance, 6 attributes', '[A6(1) for i in range(n)]'],
  ['instance, 3 __slots__', '[S3(1) for i in range(n)]'],
  ['dict entry, int key (sparse)', '{i * 7 + 1: None for i in range(n)}'],
  ['dict entry, str key of 6', '{"%06d" % i: None for i in range(n)}'],
  ['set entry, int (sparse)', '{i * 7 + 1 for i in range(n)}'],
  ['empty dict', '[{} for i in range(n)]'],
  ['dict of 3', '[{"a": 1, "b": 2, "c": 3} for i in range(n)]'],
  ['empty list', '[[] for i in range(n)]'],
  ['tuple of 2', '[(1, i & 127) for i in range(n)]'],
  ['generator, not begun', '[gen(1) for i in range(n)]'],
  ['generator, suspended', '[started(1) for i in range(n)]'],
  ['closure of one variable', '[closure(1) for i in range(n)]'],
  ['bound method', '[m.m for i in range(n)]'],
  ['exception with traceback', '[failed(1) for i in range(n)]'],
];
const LEAKS = [
  ['1e6 generators', 'for i in range(n):\n    g = gen(i)\n    next(g)\n', 1000000],
  ['1e6 exceptions', 'for i in range(n):\n    failed(i)\n', 1000000],
  ['1e5 instances in cycles', 'for i in range(n):\n    a = A1(1)\n    a.me = a\n', 100000],
  ['1e4 classes', 'for i in range(n):\n    type("T", (A1,), {"x": i})\n', 10000],
  ['2e3 texts compiled and run', 'for i in range(n):\n    exec("def f(): return %d\\nf()" % i)\n', 2000],
];

const pad = (x, n) => String(x).padStart(n);
if (process.argv.includes('--leaks')) {
  console.log(`${'bytes kept by'.padEnd(36)}${pad('first', 12)}${pad('second', 12)}`);
  // What a WeakRef points at lives until the job is over: a turn of the event loop before each collection.
  const settled = async () => {
    for (let i = 0; i < 3; i++) {
      await new Promise((r) => setTimeout(r, 5));
      gc();
    }
    return used();
  };
  const show = async (name, run) => {
    run();
    const sizes = [await settled()];
    for (let i = 0; i < 2; i++) {
      run();
      sizes.push(await settled());
    }
    const grown = [sizes[1] - sizes[0], sizes[2] - sizes[1]];
    if (Math.min(...grown) > 300_000) process.exitCode = 1;
    console.log(name.padEnd(36) + grown.map((g) => pad(g, 12)).join(''));
  };
  for (const [name, loop, n] of LEAKS) {
    const vm = createVM();
    vm.run(SETUP);
    await show(name, () => vm.run(`n = ${n}\n${loop}`));
  }
  await show('1e4 VMs', () => {
    for (let i = 0; i < 10000; i++) createVM().run('1+1');
  });
} else {
  const tests = ROWS.map(([, e]) => e);
  const cpython = JSON.parse(
    execFileSync('python3', ['-c', `import tracemalloc, json, sys\n${SETUP}\nn = ${N}\nout = []\nfor e in json.loads(sys.argv[1]):\n    c = compile(e, 'e', 'eval')\n    tracemalloc.start()\n    k = eval(c)\n    out.append(tracemalloc.get_traced_memory()[0] / n)\n    tracemalloc.stop()\n    del k\nprint(json.dumps(out))`, JSON.stringify(tests)], { encoding: 'utf8' }),
  );
  console.log(`${'bytes'.padEnd(30)}${pad('pyvm', 8)}${pad('CPython', 9)}${pad('ratio', 8)}`);
  ROWS.forEach(([name, e], i) => {
    const vm = createVM();
    vm.run(SETUP);
    vm.run(`n = 1000\nkeep = ${e}\nkeep = None\nn = ${N}`);
    const before = used();
    vm.run(`keep = ${e}`);
    const size = (used() - before) / N;
    vm.run('keep = None');
    console.log(`${name.padEnd(30)}${pad(size.toFixed(0), 8)}${pad(cpython[i].toFixed(0), 9)}${pad((size / cpython[i]).toFixed(2), 8)}`);
  });
}
