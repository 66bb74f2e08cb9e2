/** Embedding pyvm: host functions (async ones too), limits, cells, stepping. Run by test/repo/examples.test.ts. */
import { createVM, LimitError, PyError } from 'pyvm';

const vm = createVM({ stdout: (text) => void process.stdout.write(text) });

// Values go in and out by value.
vm.set('prices', { apple: 3, pear: 4 });
console.log(vm.run('sum(prices.values()) * 2'));

// A host function that returns a promise looks like any function to Python code, wherever it is called.
vm.define('lookup', async (name: string) => {
  await new Promise((done) => setTimeout(done, 1));
  return name.length;
});
console.log(await vm.runAsync('sorted(["pear", "fig", "banana"], key=lookup)'));

// Notebook cells share a namespace and give back the value of a final expression.
vm.runCell('x = 20');
console.log(vm.runCell('x + 1').repr);

// Errors carry data and text.
try {
  vm.run('def f():\n    return 1 / 0\nf()', { filename: 'demo.py' });
} catch (e) {
  if (!(e instanceof PyError)) throw e;
  console.log(e.pyType, '|', e.message, '| line', e.frames.at(-1)!.line);
}

// Limits cannot be caught by the program.
try {
  createVM({ limits: { maxSteps: 10_000 } }).run('while True:\n    pass');
} catch (e) {
  if (!(e instanceof LimitError)) throw e;
  console.log(e.message);
}

// A run can be driven line by line.
const run = vm.start('total = 0\nfor i in range(2):\n    total += i\n', { filename: 'steps.py' });
const lines: number[] = [];
for (let stop = run.step('line'); stop.kind === 'step'; stop = run.step('line')) lines.push(stop.frame.line);
console.log(lines.join(' '));
