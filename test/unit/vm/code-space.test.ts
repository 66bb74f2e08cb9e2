/** The array of all instructions: codes that do not fit, and codes that are put there again. */
import { describe, expect, test } from 'vitest';
import { createVM } from '../../../src/index.js';
import { CODE, Place } from '../../../src/vm/code-space.js';

function make(options: Parameters<typeof createVM>[0] = {}): { vm: ReturnType<typeof createVM>; out: () => string } {
  let out = '';
  return { vm: createVM({ ...options, stdout: (s) => void (out += s) }), out: () => out };
}

const age = (): number => CODE[Place.AGE]!;

/** A function of about 30,000 units, and one that defines and calls `n` of them. */
const LARGE = `
source = 'def f(x):\\n' + '    x = x + 1\\n' * 3000 + '    return x\\n'
code = compile(source, 'large', 'exec')
def fresh():
    names = {}
    exec(code, names)
    f = names['f']
    # A code of its own.
    return type(f)(f.__code__.replace(co_name='f'), names)
def many(n):
    return sum(fresh()(i) for i in range(n))
`;

for (const codegen of ['off', 'auto'] as const) {
  describe(`codegen: ${codegen}`, () => {
    test('a function longer than the array', () => {
      const { vm, out } = make({ codegen });
      vm.run(`
source = 'def f(x):\\n' + '    x = x + 1\\n' * 110000 + '    return x\\n'
source += 'def g(x):\\n    yield x\\n' + '    x = x + 1\\n' * 110000 + '    yield x\\n'
names = {}
exec(source, names)
f, g = names['f'], names['g']
print(f(1), sorted([2, 1], key=f), list(g(1)), [v for v in g(2)])
class A:
    __len__ = f
    def __getattr__(self, name): return f(5)
print(A().x, next(map(f, [7])))
try:
    f('')
except TypeError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
`);
      expect(out()).toBe(`110001 [1, 2] [1, 110001] [2, 110002]\n110005 110007\ncan only concatenate str (not "int") to str 2\n`);
    });

    test('more functions than there is room for', () => {
      const { vm, out } = make({ codegen });
      const before = age();
      vm.run(`${LARGE}
def counted():
    for i in range(5):
        yield many(30) + i
print([v for v in counted()])
`);
      expect(out()).toBe('[90435, 90436, 90437, 90438, 90439]\n');
      expect(age()).toBeGreaterThan(before + 1);
    });

    test('called from where compiled code runs, and from a host function that runs Python', () => {
      const { vm, out } = make({ codegen });
      const inner = make({ codegen });
      inner.vm.run(LARGE);
      const before = age();
      vm.define('other', (n: unknown) => inner.vm.run(`many(${String(n)})`) ?? inner.vm.get('many'));
      vm.run(`${LARGE}
def key(v):
    return many(v % 3)
def loop(n):
    total = 0
    for i in range(n):
        total += key(i)
    return total
print(loop(90), sorted(range(60), key=key)[:3], max(map(key, range(50))))
for i in range(4):
    other(15)
    print(many(15))
`);
      expect(out()).toBe(`${[...Array(90).keys()].reduce((a, i) => a + [0, 3000, 6001][i % 3]!, 0)} [0, 3, 6] 6001\n${'45105\n'.repeat(4)}`);
      // Everything was dropped again and again: the runs did not stay in the slow loop.
      expect(age()).toBeGreaterThan(before + 3);
    });
  });
}

test('stepping through a function longer than the array', () => {
  const { vm, out } = make();
  vm.run(`source = 'def f(x):\\n' + '    x = x + 1\\n' * 110000 + '    return x\\n'\nexec(source)`);
  const run = vm.start('print(f(1))');
  for (let i = 0; i < 20; i++) run.step('opcode');
  run.resume();
  expect(out()).toBe('110001\n');
});

test('loops that limits ended are counted as ended', () => {
  for (const codegen of ['off', 'auto'] as const) {
    const { vm } = make({ codegen, limits: { maxSteps: 100_000 } });
    for (const source of ['while True: pass', 'def f(): return sorted([1, 2], key=lambda v: f())\nf()', 'def g():\n    while True: yield 1\nfor x in g(): pass']) {
      expect(() => vm.run(source)).toThrow();
      expect(CODE[Place.LOOPS]).toBe(0);
    }
  }
});
