/** A host function that returns a promise can be called from sync Python code wherever it stands. */
import { describe, expect, test } from 'vitest';
import { createVM, PySuspendedError } from '../../../src/index.js';

function make(): { vm: ReturnType<typeof createVM>; out: () => string; calls: () => number } {
  let out = '';
  let calls = 0;
  const vm = createVM({ stdout: (s) => void (out += s) });
  vm.define('wait', async (v: unknown) => {
    calls++;
    await Promise.resolve();
    return v;
  });
  vm.define('fail', async () => {
    await Promise.resolve();
    const e = new Error('no such thing');
    e.name = 'KeyError';
    throw e;
  });
  return { vm, out: () => out, calls: () => calls };
}

const PLACES: Record<string, [source: string, prints: string]> = {
  'a statement': ['print(wait(1) + 1)', '2\n'],
  'sorted(key=)': ['print(sorted([3, 1, 2], key=lambda v: wait(-v)))', '[3, 2, 1]\n'],
  'list.sort(key=)': ['a = [3, 1, 2]\na.sort(key=wait)\nprint(a)', '[1, 2, 3]\n'],
  'list(generator)': ['def g():\n    for i in range(3):\n        yield wait(i)\nprint(list(g()), sum(g()), tuple(g()), max(g()))', '[0, 1, 2] 3 (0, 1, 2) 2\n'],
  '__eq__ in `in`': ['class E:\n    def __init__(self, v): self.v = v\n    def __eq__(self, o): return wait(self.v == o)\nprint(2 in [E(1), E(2)], [E(1), E(2)].index(2), [E(1), E(1)].count(1))', 'True 1 2\n'],
  '__hash__ and __eq__ in a dict': ['class K:\n    def __init__(self, v): self.v = v\n    def __hash__(self): return wait(self.v)\n    def __eq__(self, o): return wait(self.v == o.v)\nd = {K(1): "a"}\nd[K(1)] = "b"\nprint(len(d), d[K(1)], K(2) in d, {K(3), K(3)} == {K(3)})', '1 b False True\n'],
  '__lt__ in sorting': ['class L:\n    def __init__(self, v): self.v = v\n    def __lt__(self, o): return wait(self.v < o.v)\nprint([x.v for x in sorted([L(3), L(1), L(2)])], min(L(5), L(4)).v)', '[1, 2, 3] 4\n'],
  'a comprehension': ['print([wait(i) for i in range(3) if wait(i) != 1], {wait(i): wait(-i) for i in range(2)})', '[0, 2] {0: 0, 1: -1}\n'],
  'a class body': ['class C:\n    x = wait(5)\n    y = [wait(i) for i in range(2)]\nprint(C.x, C.y)', '5 [0, 1]\n'],
  with: ['class M:\n    def __enter__(self): return wait("in")\n    def __exit__(self, *a): return wait(True)\nwith M() as m:\n    print(m)\n    raise ValueError\nprint("after")', 'in\nafter\n'],
  'repr, str and format': ['class R:\n    def __repr__(self): return wait("R!")\n    def __format__(self, s): return wait("F" + s)\nprint([R()], f"{R():x}", "%s" % R(), "{!r}".format(R()), str([R()]))', '[R!] Fx R! R! [R!]\n'],
  'a property, __getattr__ and __setattr__': ['class P:\n    @property\n    def p(self): return wait(7)\n    def __getattr__(self, n): return wait(n)\n    def __setattr__(self, n, v): object.__setattr__(self, n, wait(v))\nx = P()\nx.a = 3\nprint(x.p, x.q, x.a, getattr(x, "z"), hasattr(x, "b"))', '7 q 3 z True\n'],
  'a decorator and a default': ['def deco(f): return wait and (lambda: wait(f()))\n@deco\ndef f(x=wait(4)): return x\nprint(f())', '4\n'],
  'map, filter, zip, any, all': ['print(list(map(wait, [1, 2])), list(filter(wait, [0, 1])), any(map(wait, [0, 1])), all(map(wait, [1, 0])), list(zip(map(wait, "ab"), [1, 2])))', "[1, 2] [1] True False [('a', 1), ('b', 2)]\n"],
  'operators': ['class V:\n    def __add__(self, o): return wait("add")\n' +
    '    def __radd__(self, o): return wait("radd")\n    def __bool__(self): return wait(False)\n    def __len__(self): return wait(3)\n    def __getitem__(self, k): return wait(k)\n    def __contains__(self, k): return wait(k == 1)\n' +
    'v = V()\nprint(v + 1, 1 + v, not v, len(v), v[9], 1 in v, "yes" if v else "no")', 'add radd True 3 9 True no\n'],
  'a generator driven by send, inside yield from': ['def inner():\n    while True:\n        x = yield wait("y")\n        if x is None: return wait("done")\ndef outer():\n    r = yield from inner()\n    yield r\ng = outer()\nprint(next(g), g.send(1), g.send(None))', 'y y done\n'],
  'str.join, dict.update, set, unpacking, star calls': ['def g():\n    yield wait("a")\n    yield wait("b")\nx, y = g()\nprint("-".join(g()), x + y, {*g()} == {"a", "b"}, [*g()], (lambda *a: a)(*g()), dict(zip(g(), [1, 2])))', "a-b ab True ['a', 'b'] ('a', 'b') {'a': 1, 'b': 2}\n"],
  'exceptions: raise, except, finally': ['try:\n    try:\n        raise ValueError(wait("v"))\n    finally:\n        print(wait("f"))\nexcept ValueError as e:\n    print(e)', 'f\nv\n'],
  'metaclass, __init_subclass__, __set_name__': ['class D:\n    def __set_name__(self, o, n): self.n = wait(n)\nclass B:\n    def __init_subclass__(cls, **k): cls.k = wait(k)\nclass S(B, a=1):\n    d = D()\nprint(S.k, S.__dict__["d"].n)', "{'a': 1} d\n"],
  'isinstance and issubclass': ['class M(type):\n    def __instancecheck__(c, o): return wait(True)\n    def __subclasscheck__(c, o): return wait(False)\nclass C(metaclass=M): pass\nprint(isinstance(1, C), issubclass(int, C))', 'True False\n'],
  'eval and exec': ['print(eval("wait(2) * 3"))\nexec("print(wait(8))")', '6\n8\n'],
  match: ['class C:\n    __match_args__ = ("a",)\n    @property\n    def a(self): return wait(3)\nmatch C():\n    case C(x) if wait(x == 3): print("three", x)', 'three 3\n'],
  'a coroutine and an async generator': ['async def ag():\n    for i in range(2):\n        yield wait(i)\nasync def main():\n    return [x async for x in ag()], wait("m")\ntry:\n    main().send(None)\nexcept StopIteration as e:\n    print(e.value)', "([0, 1], 'm')\n"],
  'a promise that fails': ['try:\n    fail()\nexcept KeyError as e:\n    print("caught", e)', "caught 'no such thing'\n"],
};

describe('runAsync', () => {
  for (const [place, [source, prints]] of Object.entries(PLACES)) {
    test(place, async () => {
      const { vm, out } = make();
      await vm.runAsync(source);
      expect(out()).toBe(prints);
    });
  }

  test('run refuses to wait, and the VM works on', () => {
    const { vm } = make();
    expect(() => vm.run('sorted([2, 1], key=wait)')).toThrow(PySuspendedError);
    expect(vm.run('1 + 1')).toBe(2);
  });

  test('the value of a final expression', async () => {
    const { vm } = make();
    expect(await vm.runAsync('x = wait(20)\nx + wait(1)')).toBe(21);
  });
});
