/** Natives whose work grows with their argument take steps for it: what a time limit needs to be kept. */
import { describe, expect, it } from 'vitest';
import { createVM, LimitError } from '../../../src/index.js';

const SETUP = `
import array, bisect, binascii, collections, copy, hashlib, json, math, random, re, struct, zlib
N = 20000
l = list(range(N)); l2 = list(range(N)); t = tuple(l); t2 = tuple(l2); ls = [str(x) for x in l]; lt = [(x,) for x in l]; lt2 = [(x,) for x in l]
d = dict.fromkeys(l); d2 = dict.fromkeys(l); ds = dict.fromkeys(ls, 1); s = set(l); s2 = set(l); ss = set(ls); ss2 = set(ls)
st = 'ab c' * N; st2 = st[:-1] + 'd'; astral = '\\U0001F600x' * N; wide = '\\xe9\\u4e00x ' * N; lines = 'line\\n' * N
b = b'ab c' * N; b2 = b[:-1] + b'd'; ba = bytearray(b); mv = memoryview(b); mv2 = memoryview(b2)
dq = collections.deque(l); dq2 = collections.deque(l2); ar = array.array('i', l); ar2 = array.array('i', l); big = (1 << 8 * N) - 12345
def f(*a, **k): pass
`;

const statements = `
l == l2; l != l2; l < l2; lt == lt2; hash(t); hash((t,)); hash(frozenset(s)); [*l]; (*l,); {*l}; {**d}; f(*l); f(*t); f(**ds); a, *c = l
l[:]; l[::2]; t[1:]; l.copy(); -1 in l; -1 in t; 'x' in ls; l.count(1); l.index(N - 1); t.index(N - 1); l.reverse(); x = l[:]; del x[::2]
dict(d); d.copy(); dict(lt3); d == d2; ds == dict(ds); {}.update(d); d | d2; s == s2; ss == ss2; s <= s2; s | s2; s & s2; s - s2; s ^ s2; s.isdisjoint(t); s.copy(); -1 in d.values()
st < st2; hash(st + 'x'); 'zz' in st; 'zz' in astral; st.find('zz'); st.rfind('zz'); st.count('a'); astral.count('x'); st.replace('a', 'b'); st.replace('', '-'); st.split(); st.split(' '); astral.split()
lines.splitlines(); lines.partition('zz'); st.translate({97: 'x'}); st.upper(); wide.upper(); st.title(); st.swapcase(); ('a' * N).isalpha(); (' ' * N).strip(); ('a\\t' * N).expandtabs(); repr(st); repr(wide); str.maketrans(st, st)
wide.encode(); b.decode(); float('1' * N); eval('[' + '1,' * 2000 + ']')
b == b2; b < b2; b'zz' in b; b.find(b'zz'); b.rfind(b'zz'); b.count(b'a'); b.replace(b'a', b'b'); b.split(); b.splitlines(); b.translate(None, b'a'); b.upper(); b.title(); b.hex(); bytes.fromhex('61' * N); b + b2; b[::2]; hash(b + b'x')
ba.find(b'zz'); x = bytearray(b); x = ba[:]; del x[::2]; mv == mv2; mv[::2].tobytes(); mv.tolist(); int.from_bytes(b, 'big'); big.to_bytes(N, 'big'); hash(big); big.bit_count(); hex(big); format(big, 'x'); '%x' % big; math.isqrt(big)
dq == dq2; dq + dq2; dq * 2; dq.copy(); dq.count(1); dq.index(N - 1); dq.reverse(); dq.rotate(N // 2); ar == ar2; ar + ar2; ar[::2]; ar.tolist(); ar.count(1); ar.index(N - 1); ar.reverse(); ar.byteswap(); x = array.array('i'); x.fromlist(l)
random.getrandbits(8 * N); json.dumps(st); json.dumps(l); zlib.crc32(b); zlib.adler32(b); binascii.hexlify(b); binascii.b2a_base64(b); hashlib.sha256(b); struct.pack('%di' % N, *l); re.sub('a', 'b', st); copy.copy(l); bisect.insort(l, 5)
`;

describe('natives charge for long work', () => {
  const limits: { maxSteps?: number } = {};
  const vm = createVM({ limits });
  vm.run(SETUP + 'lt3 = list(zip(l, l))');
  for (const statement of statements.trim().split('\n').flatMap((line) => line.split(/; (?!x = l|del|x\.from)/))) {
    it(statement, () => {
      limits.maxSteps = 50_000;
      try {
        expect(() => vm.run(`n = 0\nwhile True:\n    n += 1\n    ${statement}`)).toThrow(LimitError);
      } finally {
        delete limits.maxSteps;
      }
      // At least a step for a hundred items, or 50 for a long text.
      expect(vm.get('n')).toBeLessThan(1000);
    });
  }
});

describe('a time limit', () => {
  it('is kept by a loop whose steps become long', () => {
    const limits = { maxTimeMs: 100 };
    const vm = createVM({ limits });
    const began = performance.now();
    expect(() => vm.run("for i in range(100000): pass\nx = 'ab' * 3000000\nwhile True: x.count('b')")).toThrow(/maxTimeMs/);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('that ends an import leaves no half of a module', () => {
    const limits: { maxSteps?: number } = {};
    const vm = createVM({ limits });
    let ended = 0;
    for (let n = 50; n < 4000; n = Math.ceil(n * 1.3)) {
      limits.maxSteps = n;
      try {
        vm.run('import threading, textwrap, argparse, decimal\nargparse.ArgumentParser()');
      } catch (e) {
        if (!(e instanceof LimitError)) throw e;
        ended++;
      }
    }
    expect(ended).toBeGreaterThan(3);
    delete limits.maxSteps;
    expect(vm.run('import threading, textwrap, argparse, decimal\n[threading.Thread, textwrap.wrap, argparse.ArgumentParser, decimal.Decimal] and 1')).toBe(1);
  });

  it('does not outlive its run', () => {
    const limits: { maxTimeMs?: number } = { maxTimeMs: 20 };
    const vm = createVM({ limits });
    expect(() => vm.run('while True: pass')).toThrow(LimitError);
    delete limits.maxTimeMs;
    expect(vm.run('n = 0\nfor i in range(100000): n += 1\nn')).toBe(100000);
  });
});
