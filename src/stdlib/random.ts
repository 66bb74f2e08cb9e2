/** _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), CPython's stream for a seed. */
import { work } from '../objects/work.js';
import { cont, andThen, PyFloat, PyObject, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callMethod } from '../objects/call.js';
import { hash } from '../objects/convert.js';
import type { PyDict } from '../objects/dict.js';
import { asInt, bitLength, norm, type Int } from '../objects/int.js';
import { NativeFunction, nativeDef } from '../objects/native.js';
import { PyTuple } from '../objects/tuple.js';
import type { PyType } from '../objects/type.js';
import { typeName } from '../objects/type.js';
import type { Host } from '../host.js';
import { defineModule } from './define-module.js';
import { randomBytes } from './random-bytes.js';
import type { NativeModuleMaker } from './registry.js';

const N = 624;
const M = 397;

export class Twister extends PyObject {
  dict: PyDict | null = null;
  readonly mt = new Uint32Array(N);
  index = N + 1;
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }

  next(): number {
    const { mt } = this;
    if (this.index >= N) {
      let k = 0;
      const twist = (a: number, b: number, c: number): number => {
        const y = (a & 0x80000000) | (b & 0x7fffffff);
        return c ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      };
      for (; k < N - M; k++) mt[k] = twist(mt[k]!, mt[k + 1]!, mt[k + M]!);
      for (; k < N - 1; k++) mt[k] = twist(mt[k]!, mt[k + 1]!, mt[k + M - N]!);
      mt[N - 1] = twist(mt[N - 1]!, mt[0]!, mt[M - 1]!);
      this.index = 0;
    }
    let y = mt[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) * (1 / 9007199254740992);
  }

  private init(s: number): void {
    const { mt } = this;
    mt[0] = s;
    for (let i = 1; i < N; i++) {
      const p = mt[i - 1]! ^ (mt[i - 1]! >>> 30);
      mt[i] = Math.imul(1812433253, p) + i;
    }
    this.index = N;
  }

  seed(key: readonly number[]): void {
    this.init(19650218);
    const { mt } = this;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      const p = mt[i - 1]! ^ (mt[i - 1]! >>> 30);
      mt[i] = (mt[i]! ^ Math.imul(p, 1664525)) + key[j]! + j;
      if (++i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      const p = mt[i - 1]! ^ (mt[i - 1]! >>> 30);
      mt[i] = (mt[i]! ^ Math.imul(p, 1566083941)) - i;
      if (++i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
    }
    mt[0] = 0x80000000;
  }
}

function seedFrom(self: Twister, n: Int): null {
  let v = BigInt(n);
  if (v < 0n) v = -v;
  const key: number[] = [];
  while (v > 0n) {
    key.push(Number(v & 0xffffffffn));
    v >>= 32n;
  }
  self.seed(key.length === 0 ? [0] : key);
  return null;
}
const SEED_HASH = cont('random.seed', (_vm, h, c) => seedFrom(c.a, BigInt.asUintN(64, BigInt(h as Int))));

function seed(vm: VM, self: Twister, v: PyValue): Result {
  if (v === null) {
    const r = new Uint32Array(8);
    randomBytes((vm.state.machine as { host: Host }).host, new Uint8Array(r.buffer));
    self.seed([...r]);
    return null;
  }
  const n = asInt(v);
  if (n !== undefined) return seedFrom(self, n);
  const base = vm.frame;
  return andThen(vm, base, hash(vm, v), SEED_HASH, self);
}

function randomBits(self: Twister, bits: number): Int {
  if (bits === 0) return 0;
  if (bits <= 32) return self.next() >>> (32 - bits);
  // As many as a BigInt of V8 has.
  if (bits > 2 ** 30) throw error('MemoryError');
  work(4 * bits);
  const words: string[] = [];
  for (let at = 0; at < bits; at += 32) {
    const left = bits - at;
    words.push((left < 32 ? self.next() >>> (32 - left) : self.next()).toString(16).padStart(8, '0'));
  }
  return norm(BigInt(`0x${words.reverse().join('')}`));
}

/** random.py's `_randbelow_with_getrandbits`, where `getrandbits` is the one here: subclasses with one of their own have the Python function. */
function below(vm: VM, self: Twister, n: PyValue): Result {
  const most = asInt(n);
  if (most === undefined || self.dict?.getStr('getrandbits') !== undefined) return callMethod(vm, self, '_randbelow_with_getrandbits', [n]);
  const bits = bitLength(most);
  let r = randomBits(self, bits);
  while (r >= most) r = randomBits(self, bits);
  return r;
}

const RANDOM = defineType({
  name: '_random.Random',
  instance: Twister,
  flags: { basetype: true },
  doc: 'Random() -> create a random number generator with its own internal state.',
  new: ['__new__(cls, *args, **kwargs)', (vm, cls: PyType, args: PyValue[]) => {
    const t = new Twister(cls);
    const n = args.length > 0 ? asInt(args[0]) : undefined;
    if (n !== undefined) seedFrom(t, n);
    else if (cls === RANDOM || args.length === 0) seed(vm, t, null);
    return t;
  }],
  methods: {
    'random(self, /)': (_vm, self: Twister) => new PyFloat(self.random()),
    '!seed(self, n=None, /)': seed,
    'getrandbits(self, k, /)': (_vm, self: Twister, k) => {
      const n = asInt(k);
      if (n === undefined) throw typeError(`'${typeName(k)}' object cannot be interpreted as an integer`);
      if (n < 0) throw valueError('number of bits must be non-negative');
      return randomBits(self, Number(n));
    },
    'getstate(self, /)': (_vm, self: Twister) => new PyTuple([...self.mt, self.index]),
    'setstate(self, state, /)': (_vm, self: Twister, state) => {
      if (!(state instanceof PyTuple)) throw typeError('state vector must be a tuple');
      if (state.items.length !== N + 1) throw valueError('state vector is the wrong size');
      // What fails leaves the state as it is.
      const words = state.items.map((v, i) => {
        const n = asInt(v);
        if (n === undefined) throw typeError(i < N ? 'an integer is required' : `'${typeName(v)}' object cannot be interpreted as an integer`);
        if (i < N && n < 0) throw error('OverflowError', "can't convert negative value to unsigned int");
        if (i < N && typeof n === 'bigint' && n >= 1n << 64n) throw error('OverflowError', 'Python int too large to convert to C unsigned long');
        return Number(n);
      });
      const at = words[N]!;
      if (at < 0 || at > N) throw valueError('invalid state');
      for (let i = 0; i < N; i++) self.mt[i] = words[i]!;
      self.index = at;
      return null;
    },
  },
});

export const makeRandom: NativeModuleMaker = () =>
  defineModule({ name: '_random', doc: 'Module implements the Mersenne Twister random number generator.', values: { Random: RANDOM, _below: new NativeFunction(nativeDef('!_randbelow(self, n, /)', below), T.method_descriptor, undefined, RANDOM, null) } });
