/** Exceptions in compiled code: where they go, and that no code is compiled again and again because of them. */
import { describe, expect, test } from 'vitest';
import { createVM } from '../../../src/embed/vm.js';
import { analyse, catcher } from '../../../src/jit/analyse.js';
import { stats } from '../../../src/jit/tier1.js';
import { PyFunction } from '../../../src/objects/function.js';
import { decode } from '../../../src/vm/decode.js';
import type { PyCode } from '../../../src/objects/code.js';

/** The code of function `f` of `source`, decoded. */
async function codeOf(source: string): Promise<PyCode> {
  const vm = createVM({ stdout: () => {} });
  await vm.runAsync(source);
  const f = (vm as unknown as { main: { dict: { getStr(name: string): unknown } } }).main.dict.getStr('f');
  if (!(f instanceof PyFunction)) throw new Error('no function f');
  decode(f.code);
  return f.code;
}

describe('versions', () => {
  const run = async (source: string): Promise<[number, string]> => {
    let out = '';
    const vm = createVM({ stdout: (s) => void (out += s) });
    const before = stats.compiled;
    await vm.runAsync(source);
    return [stats.compiled - before, out];
  };

  test('a with statement whose exceptions are silenced', async () => {
    const [n, out] = await run('class C:\n    def __enter__(self): pass\n    def __exit__(self, t, v, tb): return True\ndef f(n):\n    c = C()\n    k = 0\n    for i in range(n):\n        with c: raise ValueError(i)\n        k += 1\n    print(k)\nf(60000)\n');
    expect(out).toBe('60000\n');
    expect(n).toBeLessThanOrEqual(12);
  });

  test('a finally body that exceptions, returns and breaks come to', async () => {
    const source = 'def f(i, d):\n    for j in range(2):\n        try:\n            if i % 3 == 0: return 1\n            if i % 3 == 1: break\n            d[i]\n        finally:\n            d["n"] += 1\n    return 2\ndef main():\n    d = {"n": 0}\n    t = 0\n    for i in range(60000):\n        try: t += f(i, d)\n        except KeyError as e: t += e.args[0] & 1\n    print(t, d)\nmain()\n';
    const [n, out] = await run(source);
    expect(out).toBe(`${20000 + 40000 + 10000} {'n': 60000}\n`);
    expect(n).toBeLessThanOrEqual(16);
  });
});

describe('copies of finally bodies', () => {
  test('one for exceptions, one for returns; none where no copies are made', async () => {
    const code = await codeOf('def f(x):\n    try:\n        return x()\n    finally:\n        x = 1\n');
    const size = code.co.code.length;
    const a = analyse(code, new Set(), new Map())!;
    expect(new Set(a.order.map((id) => Math.floor(id / size)))).toEqual(new Set([0, 1, 2]));
    const none = analyse(code, new Set(), null)!;
    expect(none.order.every((id) => id < size)).toBe(true);
  });

  test('numbers are the same in each version', async () => {
    const code = await codeOf('def f(x):\n    for i in x:\n        try:\n            if i: break\n            if x: return i\n        finally:\n            try: x.a()\n            finally: x.b()\n');
    const numbers = new Map<string, number>();
    const first = analyse(code, new Set(), numbers)!;
    const known = new Map(numbers);
    const again = analyse(code, new Set([3]), numbers)!;
    expect(numbers).toEqual(known);
    expect(again.order.length).toBe(first.order.length);
  });

  test('exceptions in them go outwards', async () => {
    const code = await codeOf('def f(x):\n    try:\n        try:\n            x.a()\n        finally:\n            x.b()\n    except KeyError:\n        x.c()\n');
    const a = analyse(code, new Set(), new Map())!;
    const size = code.co.code.length;
    const goes = a.order.map((id) => a.places[id]!).filter((p) => p.base > 0).map((p) => catcher(p)).filter((to) => to >= 0);
    expect(new Set(goes).size).toBe(1);
    expect(goes[0]! < size).toBe(true);
  });
});
