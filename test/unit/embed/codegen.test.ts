/** The `codegen` option: what becomes JavaScript, and what is done where that is refused. */
import { afterEach, expect, test } from 'vitest';
import { createVM, type VMOptions } from '../../../src/index.js';

const real = globalThis.Function;
afterEach(() => {
  globalThis.Function = real;
});

/** Runs something hot, with a pattern that is used often; answers what it printed and how many functions were asked for. */
function hot(options: VMOptions, refuse: boolean): { out: string; asked: number } {
  let asked = 0;
  let out = '';
  globalThis.Function = new Proxy(real, {
    construct(target, args) {
      asked++;
      if (refuse) throw new EvalError('Refused to evaluate a string as JavaScript');
      return Reflect.construct(target, args) as object;
    },
  });
  const vm = createVM({ ...options, stdout: (s) => void (out += s) });
  vm.run(`
import re
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
total = 0
for i in range(200000): total += i % 7
word = re.compile(r'(\\w+)-(\\d+)')
print(fib(22), total, sum(len(word.findall('ab-12 cd-34 ' * 50)) for _ in range(100)))
`);
  return { out, asked };
}

const printed = '17711 599994 10000\n';

test("'auto' compiles what is hot", () => {
  const { out, asked } = hot({}, false);
  expect(out).toBe(printed);
  expect(asked).toBeGreaterThan(0);
  expect(hot({ codegen: 'auto' }, false).asked).toBeGreaterThan(0);
});

test("'off' makes no JavaScript", () => {
  expect(hot({ codegen: 'off' }, false)).toEqual({ out: printed, asked: 0 });
});

test('where it is refused, the interpreter goes on', () => {
  const { out, asked } = hot({}, true);
  expect(out).toBe(printed);
  expect(asked).toBeGreaterThan(0);
});
