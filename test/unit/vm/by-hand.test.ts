/** The code of a comprehension, called by hand with something that is no iterator. (CPython 3.11 ends the process.) */
import { expect, test } from 'vitest';
import { createVM } from '../../../src/index.js';

const SOURCE = `
import types
def code_of(f):
    return types.FunctionType(next(k for k in f.__code__.co_consts if isinstance(k, types.CodeType)), {})
one = code_of(lambda y: [x for x in y])
two = code_of(lambda y: {x: z for x, z in y})
gen = code_of(lambda y: (x for x in y))
def ask(f, a):
    try:
        f(a)
    except TypeError as e:
        return str(e)
def all_of(a):
    return {ask(one, a), ask(two, a), ask(lambda a: list(gen(a)), a)}
for a in (5, None, 'abc', [1], 1.5, True):
    assert all_of(a) == {f"'{type(a).__name__}' object is not an iterator"}, (a, all_of(a))
assert one(iter([1, 2])) == [1, 2] and list(gen(iter('ab'))) == ['a', 'b'] and two(iter([(1, 2)])) == {1: 2}
`;

for (const codegen of ['off', 'auto'] as const) {
  test(`is a TypeError, codegen: ${codegen}`, () => {
    const vm = createVM({ codegen });
    vm.run(SOURCE);
    // Once the comprehensions are compiled.
    vm.run('for _ in range(3000): one(iter([1, 2])), list(gen(iter("ab"))), two(iter([(1, 2)]))');
    vm.run(SOURCE.slice(SOURCE.indexOf('for a in')));
    expect(vm.run('sorted(all_of(5))')).toEqual(["'int' object is not an iterator"]);
  });
}
