/** The embedding API: values, cells, errors, limits, stepping, isolation. */
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createVM, InternalError, LimitError, PyError, PySyntaxError } from '../../../src/index.js';

describe('values', () => {
  test('cross the border and come back', () => {
    const vm = createVM();
    for (const v of [null, true, 0, -5, 2 ** 53, 1.5, 'text', '\u{1f600}', 12345678901234567890n, [1, [2]], new Map([['a', 1]]), new Uint8Array([1, 2]), new Set([1])]) {
      vm.set('v', v);
      const want = v === 2 ** 53 ? 2 ** 53 : v;
      expect(vm.get('v')).toEqual(want);
    }
    vm.set('o', { a: { b: [1] } });
    expect(vm.run('o["a"]["b"][0]')).toBe(1);
    expect(vm.run('2 ** 70')).toBe(2n ** 70n);
    expect(vm.run('float("inf")')).toBe(Infinity);
    expect(vm.get('nothing')).toBeUndefined();
    vm.set('u', undefined);
    expect(vm.run('u is None')).toBe(true);
  });

  test('guest names are no JS property names', () => {
    const vm = createVM();
    expect(vm.run('class A: pass\na = A()\na.__proto__ = 1\na.constructor = 2\na.then = 3\n(a.__proto__, a.constructor, a.then)')).toEqual([1, 2, 3]);
    expect(vm.run('d = {"__proto__": 1, "constructor": 2}\nd["__proto__"] + d["constructor"]')).toBe(3);
    expect(() => vm.run('hasOwnProperty')).toThrow(PyError);
    vm.set('m', { ['__proto__x']: 1 });
  });

  test('host functions get positional and keyword arguments', () => {
    const vm = createVM();
    const seen: unknown[] = [];
    vm.define('f', (...a: unknown[]) => void seen.push(a));
    vm.run('f(1, "a", k=[2])');
    expect(seen).toEqual([[1, 'a', Object.assign(Object.create(null) as object, { k: [2] })]]);
    vm.set('g', (x: number) => x * 2);
    expect(vm.run('g(21)')).toBe(42);
  });
});

describe('errors', () => {
  test('PyError has data and text', () => {
    const vm = createVM();
    try {
      vm.run('def f(x):\n    return [][x]\nf(3)', { filename: 'a.py' });
      expect.unreachable();
    } catch (e) {
      expect(e).toBeInstanceOf(PyError);
      const err = e as PyError;
      expect(err.pyType).toBe('IndexError');
      expect(err.pyArgs).toEqual(['list index out of range']);
      expect(err.frames.map((f) => [f.name, f.line])).toEqual([['<module>', 3], ['f', 2]]);
      expect(err.format()).toBe(
        'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    f(3)\n  File "a.py", line 2, in f\n    return [][x]\n           ~~^^^\nIndexError: list index out of range\n',
      );
    }
  });

  test('syntax errors', () => {
    expect(() => createVM().run('x = = 1')).toThrow(PySyntaxError);
  });

  test('what a host function throws', () => {
    const vm = createVM();
    vm.define('bad', () => {
      throw new RangeError('too far');
    });
    expect(vm.run('try:\n    bad()\nexcept Exception as e:\n    r = (type(e).__name__, str(e))\nr')).toEqual(['ValueError', 'too far']);
  });
});

describe('limits', () => {
  const loops = ['while True: pass', 'for i in iter(int, 1): pass', 'sum(iter(int, 1))', 'list(iter(int, 1))', 'def g():\n  while True: yield 1\nfor x in g(): pass',
    'x = [1]\nfor i in x: x.append(1)', 'def f():\n  try:\n    f2()\n  finally:\n    f()\ndef f2():\n  while True: pass\nf()',
    'x = 0\nwhile True:\n  if x:\n    print(1)', 'while True:\n  try:\n    1/0\n  except ZeroDivisionError:\n    continue', 'while True:\n  try: continue\n  finally: pass'];
  for (const source of loops) {
    test(`steps: ${source.split('\n')[0]!}`, () => {
      const vm = createVM({ limits: { maxSteps: 20_000 } });
      expect(() => vm.run(`try:\n${source.replace(/^/gm, '  ')}\nexcept BaseException:\n  print("caught")\nfinally:\n  done = 1`)).toThrow(LimitError);
      expect(vm.get('done')).toBeUndefined();
    });
  }

  test('time', () => {
    const vm = createVM({ limits: { maxTimeMs: 50 } });
    const start = performance.now();
    expect(() => vm.run('while True: pass')).toThrow(/maxTimeMs \(50 ms\)/);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  const SUM = 't = 0\nfor i in range(N):\n    t += i\nt';
  const sum = (n: number): string => SUM.replace('N', String(n));

  test('each run has its own steps, also after one that used them up', () => {
    for (const checked of [false, true]) {
      const vm = createVM({ limits: { maxSteps: 20_000 }, checked });
      for (let k = 0; k < 5; k++) expect(vm.run(sum(15_000))).toBe(112_492_500);
      expect(() => vm.run('while True: pass')).toThrow(/maxSteps \(20000 steps\)/);
      expect(vm.run(sum(15_000))).toBe(112_492_500);
      expect(() => vm.runCell(sum(30_000))).toThrow(LimitError);
      expect(vm.runCell(sum(15_000)).repr).toBe('112492500');
      expect(() => vm.start('while True: pass').resume()).toThrow(LimitError);
      expect(vm.start(sum(15_000)).resume().kind).toBe('done');
    }
  });

  test('the parts of a run share its steps', () => {
    const vm = createVM({ limits: { maxSteps: 20_000 } });
    const twice = `${sum(15_000)}\nsum(i for i in range(15_000))`;
    expect(() => vm.run(twice)).toThrow(LimitError);
    expect(() => vm.runCell(twice)).toThrow(LimitError);
  });

  test('fewer steps than a slice', () => {
    const vm = createVM({ limits: { maxSteps: 100 } });
    expect(() => vm.run(sum(200))).toThrow(/maxSteps \(100 steps\)/);
    expect(vm.run(sum(50))).toBe(1225);
  });

  test('each run has its own time; waiting for the host does not count', async () => {
    const vm = createVM({ limits: { maxTimeMs: 400 } });
    vm.define('later', () => new Promise((done) => setTimeout(done, 500)));
    expect(() => vm.run('while True: pass')).toThrow(LimitError);
    expect(await vm.runAsync(`later()\n${sum(1000)}`)).toBe(499_500);
    await expect(vm.runAsync('later()\nwhile True: pass')).rejects.toThrow(/maxTimeMs/);
    expect(vm.run(sum(1000))).toBe(499_500);
  });

  test('recursion', () => {
    const vm = createVM({ limits: { maxRecursion: 200 } });
    expect(vm.run('import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError as e:\n    r = str(e)\nr')).toMatch(/maximum recursion depth exceeded/);
  });
});

describe('deep programs', () => {
  test('1e5 frames end in RecursionError, and run through when the limit allows', () => {
    const vm = createVM();
    vm.run('def deep(n): return 0 if n == 0 else 1 + deep(n - 1)');
    expect(vm.run('try:\n    deep(100000)\nexcept RecursionError as e:\n    r = type(e).__name__\nr')).toBe('RecursionError');
    expect(vm.run('import sys\nsys.setrecursionlimit(200000)\ndeep(100000)')).toBe(100000);
  });

  test('a generator suspended 1e5 deep', () => {
    const vm = createVM();
    expect(vm.run('import sys\nsys.setrecursionlimit(200000)\ndef g(n):\n    if n:\n        yield from g(n - 1)\n    else:\n        got = yield "bottom"\n        yield got\nit = g(100000)\n(next(it), it.send("sent"))')).toEqual(['bottom', 'sent']);
  });

  for (const [what, source] of Object.entries({
    'sorted(key=)': 'def f(x): return sorted([1, 2], key=f)\nf(1)',
    map: 'def f(x): return list(map(f, [x]))\nf(1)',
    __repr__: 'class R:\n    def __repr__(self): return repr(self)\nrepr(R())',
    __eq__: 'class E:\n    def __eq__(self, o): return self == o\nE() == E()',
    __getattr__: 'class G:\n    def __getattr__(self, n): return getattr(self, n + "x")\nG().a',
    property: 'class P:\n    @property\n    def p(self): return self.p\nP().p',
    decorator: 'def d(f):\n    return d(lambda: f)\nd(1)',
    'a nested list': 'l = []\nfor i in range(100000): l = [l]\nrepr(l)',
    'comparing nested lists': 'a = []\nb = []\nfor i in range(100000): a = [a]; b = [b]\na == b',
  })) {
    test(`recursion through ${what}`, () => {
      const vm = createVM();
      let error: unknown;
      try {
        vm.run(source);
      } catch (e) {
        error = e;
      }
      expect(error).not.toBeInstanceOf(InternalError);
      expect((error as PyError).pyType).toBe('RecursionError');
      expect(vm.run('1 + 1')).toBe(2);
    });
  }
});

describe('cells and stepping', () => {
  test('cells may name characters', () => {
    expect(createVM().runCell("'\\N{BULLET}'").value).toBe('•');
  });

  test('inspect finds the text of cells', () => {
    const vm = createVM();
    vm.runCell('def g():\n    yield 1\n', { filename: '<cell 1>' });
    expect(vm.runCell('import inspect\ninspect.getsource(g)', { filename: '<cell 2>' }).repr).toBe("'def g():\\n    yield 1\\n'");
  });

  test('cells share a namespace and give the last value', () => {
    const vm = createVM();
    expect(vm.runCell('x = 20').value).toBeUndefined();
    expect(vm.runCell('y = 1\nx + y').repr).toBe('21');
    expect(vm.runCell('_ + 1').value).toBe(22);
    expect(vm.runCell('1 / 0').error!.message).toBe('ZeroDivisionError: division by zero');
    expect(vm.runCell('if x: 5').value).toBeUndefined();
    expect(vm.runCell('def f(:').error).toBeInstanceOf(PySyntaxError);
    expect(vm.runCell('x').value).toBe(20);
  });

  test('stepping sees frames, locals and the value stack', () => {
    const vm = createVM();
    const run = vm.start('def f(a):\n    b = a + 1\n    return b * 2\nx = f(4)\n', { filename: 's.py' });
    const seen: string[] = [];
    for (let stop = run.step('line'); stop.kind === 'step'; stop = run.step('line')) {
      seen.push(`${stop.frame.name}:${stop.frame.line} ${JSON.stringify(stop.frame.name === 'f' ? [...stop.frame.locals] : [])}`);
    }
    expect(seen).toEqual(['<module>:4 []', 'f:2 [["a",4]]', 'f:3 [["a",4],["b",5]]', '<module>:4 []']);
    expect(run.state).toBe('done');
    expect(vm.get('x')).toBe(10);
  });

  test('resume for a number of steps, breakpoints, frames', () => {
    const vm = createVM();
    const run = vm.start('t = 0\nfor i in range(100):\n    t += i\nt = -t\n', { filename: 'r.py' });
    expect(run.resume({ maxSteps: 10 }).kind).toBe('budget');
    const stop = run.resume({ breakpoints: ['r.py:4'] });
    expect(stop.kind).toBe('breakpoint');
    expect(run.frames[0]!.locals.get('t')).toBe(4950);
    expect(run.resume()).toEqual({ kind: 'done', value: null });
    expect(vm.get('t')).toBe(-4950);
  });

  test('VMs are isolated', () => {
    const a = createVM();
    const b = createVM();
    a.run('x = 1\nimport sys\nsys.y = 2\nlen = 3');
    expect(() => b.run('x')).toThrow(PyError);
    expect(b.run('import sys\nhasattr(sys, "y"), len([])')).toEqual([false, 0]);
  });

  test('the classes of a VM are no subclasses in another one', () => {
    const a = createVM();
    const b = createVM();
    const names = '[c.__name__ for k in (object, Exception, int) for c in k.__subclasses__() if c.__name__.startswith("Own")]';
    expect(a.run(`class OwnPlain: pass\nclass OwnError(Exception): pass\nclass OwnInt(int): pass\n${names}`)).toEqual(['OwnPlain', 'OwnError', 'OwnInt']);
    expect(b.run(names)).toEqual([]);
    // Python's own classes in Python are a VM's too, builtin ones all VMs'.
    expect(b.run('bool in int.__subclasses__(), [c.__module__ for c in int.__subclasses__() if c.__name__ == "IntEnum"]')).toEqual([true, []]);
  });

  test('weak references to what all VMs have are seen where they were made', () => {
    const a = createVM();
    const b = createVM();
    const count = 'import weakref, collections\n[weakref.getweakrefcount(c) for c in (int, len, collections.deque)]';
    expect(a.run(`import weakref, collections\nrefs = [weakref.ref(c, lambda r: None) for c in (int, len, collections.deque)]\n${count}`)).toEqual([1, 1, 1]);
    expect(b.run(count)).toEqual([0, 0, 0]);
  });

  test('an error that nobody catches shows its traceback, and not the VM', () => {
    const vm = createVM();
    let error: unknown;
    try {
      vm.run('1 / 0', { filename: 'p.py' });
    } catch (e) {
      error = e;
    }
    expect(inspect(error).length).toBeLessThan(3000);
    expect((error as PyError).exception.cls.name).toBe('ZeroDivisionError');
  });

  test('compile shows what CPython 3.5 shows', () => {
    const code = createVM().compile('x + 1', { mode: 'eval' });
    expect(code.dis()).toBe('  1           0 LOAD_NAME                0 (x)\n              3 LOAD_CONST               0 (1)\n              6 BINARY_ADD\n              7 RETURN_VALUE\n');
    expect(code.showCode()).toContain('Stack size:        2');
  });
});

describe('calling in, modules of the host, limits', () => {
  test('call: by name, of an object that crossed, with keywords, waiting for promises', async () => {
    const vm = createVM({ modules: { source: 'X = 3\ndef f(): return X', host: { PI: 3.5, add: (a: number, b: number) => a + b, later: async (x: number) => x * 2 } } });
    vm.run('def f(a, b=2, *c, k=0, **kw): return (a, b, c, k, kw)');
    expect(vm.call('f', [1], { k: 3, z: [1] })).toEqual([1, 2, [], 3, new Map([['z', [1]]])]);
    expect(vm.call(vm.get('f'), [1, 2, 3])).toEqual([1, 2, [3], 0, new Map()]);
    expect(() => vm.call('nothing')).toThrow("NameError: name 'nothing' is not defined");
    expect(() => vm.call(5)).toThrow("TypeError: 'int' object is not callable");
    vm.define('apply', (f: unknown, ...args: unknown[]) => vm.call(f, args));
    expect(vm.run('sorted([3, 1, 2], key=lambda x: apply(lambda y: -y, x))')).toEqual([3, 2, 1]);
    expect(vm.run('import host, source\nfrom host import add\nhost.PI, add(1, 2), source.f(), add.__module__')).toEqual([3.5, 3, 3, 'host']);
    expect(await vm.callAsync('sorted', [[3, 1, 2]], { key: vm.run('lambda x: host.later(-x)') })).toEqual([3, 2, 1]);
    vm.registerModule('host.more', { n: 1n });
    expect(vm.run('import host.more\nhost.more.n')).toBe(1);
    expect(String(vm.get('f'))).toBe('<Python function f>');
  });

  test('values of any depth go out, buffers come in, what has no value is a TypeError', () => {
    const vm = createVM();
    let deep = vm.run('x = []\nfor i in range(20000): x = [x]\nx') as unknown[];
    let n = 0;
    for (; deep.length > 0; deep = deep[0] as unknown[]) n++;
    expect(n).toBe(20000);
    for (const [value, repr] of [[Buffer.from('hi'), "b'hi'"], [new ArrayBuffer(2), "b'\\x00\\x00'"], [new Uint16Array([1, 500]), '[1, 500]'], [new Float32Array([1]), '[1.0]'], [new BigInt64Array([-1n]), '[-1]']] as const) {
      vm.set('v', value);
      expect(vm.run('repr(v)')).toBe(repr);
    }
    vm.define('odd', () => Symbol('x'));
    expect(vm.run('try:\n    odd()\nexcept TypeError as e:\n    r = str(e)\nr')).toBe('a symbol has no Python value');
    vm.define('deepHost', () => (function f(): never { return f(); })());
    expect(() => vm.run('deepHost()')).toThrow('RecursionError');
  });

  test('cause', () => {
    const vm = createVM();
    let e: unknown;
    try {
      vm.run('try:\n    1/0\nexcept Exception as e:\n    raise ValueError("v") from e');
    } catch (x) {
      e = x;
    }
    expect((e as PyError).cause).toBeInstanceOf(PyError);
    expect(((e as PyError).cause as PyError).message).toBe('ZeroDivisionError: division by zero');
    expect(() => vm.run('a = ValueError(1); b = KeyError(2); a.__context__ = b; b.__context__ = a\nraise a')).toThrow('ValueError: 1');
  });

  test('signal, sleeping without blocking, and within maxTimeMs', async () => {
    const vm = createVM();
    const after = (ms: number): AbortSignal => AbortSignal.timeout(ms);
    await expect(vm.runAsync('while True: pass', { signal: after(20) })).rejects.toThrow('KeyboardInterrupt');
    vm.define('never', () => new Promise(() => undefined));
    expect(await vm.runAsync('try:\n    never()\nexcept KeyboardInterrupt:\n    r = 1\nr', { signal: after(300) })).toBe(1);
    await expect(vm.runAsync('1', { signal: AbortSignal.abort() })).rejects.toThrow('KeyboardInterrupt');
    expect(vm.run('2')).toBe(2);
    let turned = 0;
    const timer = setInterval(() => turned++, 5);
    await vm.runAsync('import time\ntime.sleep(0.25)');
    clearInterval(timer);
    expect(turned).toBeGreaterThan(1);
    const bounded = createVM({ limits: { maxTimeMs: 300 } });
    for (const source of ['import time\ntime.sleep(10 ** 6)', 'import threading, time\nt = threading.Thread(target=time.sleep, args=(1000,))\nt.start()\nt.join()']) {
      expect(() => bounded.run(source)).toThrow(LimitError);
      await expect(bounded.runAsync(source)).rejects.toThrow(LimitError);
    }
  });

  test('what natives do at length is charged for, and huge sizes are refused', () => {
    for (const op of ['repr(l)', 'str(d)', 'd | {1: 1}']) {
      expect(() => createVM({ limits: { maxSteps: 2_000_000 } }).run(`l = list(range(20000)); d = dict.fromkeys(l)\nfor i in range(10000): ${op}`)).toThrow(LimitError);
    }
    const vm = createVM();
    expect(() => vm.run('import random\nrandom.getrandbits(10 ** 11)')).toThrow('MemoryError');
    expect(vm.run('import random\nrandom.seed(5)\nrandom.getrandbits(70)')).toBe(BigInt('871709100316485385285'));
    expect(vm.run('class L:\n    def __len__(s): return 10 ** 18\n    def __getitem__(s, i): return i\nnext(reversed(L())) > 2 ** 52')).toBe(true);
    expect(vm.run('A = object\nfor i in range(1500): A = type("A", (A,), {})\nlen(A.__mro__)')).toBe(1501);
  });

  test('maxMemoryBytes', () => {
    const vm = createVM({ limits: { maxMemoryBytes: 100e6 } });
    expect(() => vm.run('x = []\nwhile True: x.append("a" * 1000 + str(len(x)))')).toThrow('limit exceeded: maxMemoryBytes');
    expect(vm.run('x = None\n1 + 1')).toBe(2);
  });

  test('the prompt of input()', () => {
    expect(createVM({ stdin: (prompt) => `<${prompt}>`, stdout: () => undefined }).run('input("name? "), input()')).toEqual(['<name? >', '<>']);
  });
});
