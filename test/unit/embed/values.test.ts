/** docs/embedding.md: what values become, and that they come back. */
import { describe, expect, test } from 'vitest';
import { createVM, PyError } from '../../../src/index.js';

const vm = createVM();

/** Python's repr of a value handed in. */
function reprOf(value: unknown): unknown {
  vm.set('it', value);
  return vm.run('repr(it)');
}

const big = 2n ** 70n;
const plain = Object.assign(Object.create(null) as object, { a: 1 });

describe('into Python and back', () => {
  for (const [value, repr, back] of [
    [undefined, 'None', null],
    [-0, '-0.0', -0],
    [2 ** 60, '1.152921504606847e+18', 2 ** 60],
    [5n, '5', 5],
    [big, '1180591620717411303424', big],
    ['\ud800x', "'\\ud800x'", '\ud800x'],
    [[1, [2.5, null]], '[1, [2.5, None]]', [1, [2.5, null]]],
    [{ a: 1, b: { c: [] } }, "{'a': 1, 'b': {'c': []}}", new Map<string, unknown>([['a', 1], ['b', new Map([['c', []]])]])],
    [plain, "{'a': 1}", new Map([['a', 1]])],
    [new Map<unknown, unknown>([[1, 'x'], [null, 'y'], [1.5, 'z'], [big, 1]]), "{1: 'x', None: 'y', 1.5: 'z', 1180591620717411303424: 1}", new Map<unknown, unknown>([[1, 'x'], [null, 'y'], [1.5, 'z'], [big, 1]])],
    [new Set([3, 'a']), "{3, 'a'}", new Set([3, 'a'])],
    [new Uint8Array([1, 255]), "b'\\x01\\xff'", new Uint8Array([1, 255])],
    [Buffer.from('hi'), "b'hi'", new Uint8Array([104, 105])],
    [new DataView(new Uint8Array([0, 65, 66, 0]).buffer, 1, 2), "b'AB'", new Uint8Array([65, 66])],
    [new Uint8Array([65]).buffer, "b'A'", new Uint8Array([65])],
    [new Float32Array([1, 0.5]), '[1.0, 0.5]', [1, 0.5]],
    [new Int16Array([-1, 2]), '[-1, 2]', [-1, 2]],
    [new BigInt64Array([-1n, 2n ** 60n]), '[-1, 1152921504606846976]', [-1, 2n ** 60n]],
    [new Number(3), '3', 3],
  ] as const) {
    test(String(repr), () => {
      expect(reprOf(value)).toBe(repr);
      expect(vm.get('it')).toEqual(back);
    });
  }

  test('cycles and shared parts', () => {
    const o: Record<string, unknown> = { shared: [1] };
    o.again = o.shared;
    o.self = o;
    vm.set('o', o);
    expect(vm.run('o["self"] is o and o["again"] is o["shared"]')).toBe(true);
    const back = vm.get('o') as Map<string, unknown>;
    expect(back.get('self')).toBe(back);
    expect(back.get('again')).toBe(back.get('shared'));
  });

  test('functions have their names; errors are exceptions', () => {
    vm.set('f', function total(...xs: number[]) {
      return xs.reduce((a, b) => a + b, 0);
    });
    expect(vm.run('f.__name__, f(1, 2)')).toEqual(['total', 3]);
    vm.set('e', new RangeError('too far'));
    expect(vm.run('repr(e)')).toBe("ValueError('too far')");
    vm.set('e', Object.assign(new Error('gone'), { name: 'KeyError' }));
    expect(vm.run('try:\n    raise e\nexcept LookupError as x:\n    r = x is e, x.args\nr')).toEqual([true, ['gone']]);
    let caught: unknown;
    try {
      vm.run('error = ZeroDivisionError("z")\nraise error');
    } catch (x) {
      caught = x;
    }
    vm.set('back', [caught]);
    expect(caught).toBeInstanceOf(PyError);
    expect(vm.run('back[0] is error')).toBe(true);
  });

  test('what has no value is a TypeError that says what to do', () => {
    class Point {}
    expect(() => vm.set('p', new Point())).toThrow('a Point instance has no Python value; pass plain data or functions');
    expect(() => vm.set('d', { when: new Date(0) })).toThrow(/a Date instance has no Python value.*toISOString/);
    expect(() => vm.set('r', /x/)).toThrow(/a RegExp instance/);
    expect(() => vm.set('p', [Promise.resolve(1)])).toThrow(/a Promise instance/);
    expect(() => vm.set('m', new Map([[[1], 2]]))).toThrow('a key of the Map is not hashable in Python');
    vm.define('date', () => new Date(0));
    expect(vm.run('try:\n    date()\nexcept TypeError as e:\n    r = str(e)\nr')).toMatch(/Date/);
  });
});

describe('out of Python', () => {
  for (const [source, value] of [
    ['(1, (2,))', [1, [2]]],
    ['{(1, 2): "t", None: 0, 2.5: 1, True: 2}', new Map<unknown, unknown>([[[1, 2], 't'], [null, 0], [2.5, 1], [true, 2]])],
    ['frozenset([1])', new Set([1])],
    ['bytearray(b"ab")', new Uint8Array([97, 98])],
    ['10 ** 20', 10n ** 20n],
    ['-(2 ** 53)', -(2n ** 53n)],
    ['"\\U0001F600"', '\u{1f600}'],
    ['__import__("collections").Counter("aab")', new Map([['a', 2], ['b', 1]])],
    ['__import__("collections").namedtuple("P", "x y")(1, 2)', [1, 2]],
    ['__import__("enum").IntEnum("E", "A B").B', 2],
    ['float("inf")', Infinity],
  ] as const) {
    test(source, () => expect(vm.run(source)).toEqual(value));
  }

  test('anything else is opaque, and works with call', () => {
    const when = vm.run('import datetime, dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\ndatetime.date(2024, 2, 29)');
    expect(vm.call('str', [when])).toBe('2024-02-29');
    expect(vm.call('getattr', [when, 'year'])).toBe(2024);
    expect(vm.call(vm.run('lambda d: d.isoformat()'), [when])).toBe('2024-02-29');
    for (const source of ['P(1)', 'ValueError("v")', 'iter([1])', '{}.keys()', 'P', 'len', 'lambda: 0']) {
      const o = vm.run(source);
      vm.set('same', [o]);
      expect(vm.call(vm.run(`lambda o: o is same[0]`), [o]), source).toBe(true);
      expect(String(o)).toMatch(/^<Python /);
    }
    expect(vm.call('repr', [vm.run('P(5)')])).toBe('P(x=5)');
  });
});
