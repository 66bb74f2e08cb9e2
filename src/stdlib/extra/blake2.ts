/** _blake2: BLAKE2b and BLAKE2s (RFC 7693) with keys, salt, personalisation and tree parameters. */
import { PyObject, type PyValue } from '../../objects/object.js';
import { overflowError, typeError, valueError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { asInt } from '../../objects/int.js';
import { typeName, type PyType } from '../../objects/type.js';
import { feed, hex } from '../hash/hash-module.js';
import { Blake2, BLAKE2B as B, BLAKE2S as S, type Blake2Kind } from '../hash/blake2.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

class Hash extends PyObject {
  constructor(
    cls: PyType,
    readonly d: Blake2,
  ) {
    super();
    this.cls = cls;
  }
}

function make(name: 'blake2b' | 'blake2s', k: Blake2Kind): PyType {
  const small = (v: PyValue, what: string, lo: number, hi: number): number => {
    const n = asInt(v);
    if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    if (n < lo || n > hi) throw valueError(`${what} must be between ${lo} and ${hi}`);
    return Number(n);
  };
  const buffer = (v: PyValue): Uint8Array => {
    const b = asBytes(v);
    if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
    return b;
  };
  const t: PyType = defineType({
    name: `_blake2.${name}`,
    instance: class extends Hash {},
    flags: { basetype: true },
    doc: `Return a new BLAKE2${name === 'blake2b' ? 'b' : 's'} hash object.`,
    new: [
      `__new__(cls, data=<unset>, /, *, digest_size=${k.out}, key=<unset>, salt=<unset>, person=<unset>, fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)`,
      (vm, cls: PyType, data, size, key, salt, person, fanout, depth, leaf, offset, nodeDepth, inner, last) => {
        const p = new Uint8Array(k.out);
        const n = asInt(size);
        if (n === undefined) throw typeError(`'${typeName(size)}' object cannot be interpreted as an integer`);
        if (n <= 0 || n > k.out) throw valueError(`digest_size must be between 1 and ${k.out} bytes`);
        const part = (v: PyValue | undefined, what: string, at: number): void => {
          if (v === undefined) return;
          const b = buffer(v);
          if (b.length > k.salt) throw valueError(`maximum ${what} length is ${k.salt} bytes`);
          p.set(b, at);
        };
        const keyBytes = key === undefined ? new Uint8Array(0) : buffer(key);
        if (keyBytes.length > k.out) throw valueError(`maximum key length is ${k.out} bytes`);
        p[0] = Number(n);
        p[1] = keyBytes.length;
        part(salt, 'salt', k.out - 2 * k.salt);
        part(person, 'person', k.out - k.salt);
        p[2] = small(fanout, 'fanout', 0, 255);
        p[3] = small(depth, 'depth', 1, 255);
        const d = new DataView(p.buffer);
        const leafSize = asInt(leaf)!;
        if (leafSize < 0) throw valueError('value must be positive');
        if (leafSize > 0xffffffff) throw overflowError('leaf_size is too large');
        d.setUint32(4, Number(leafSize), true);
        const off = BigInt(asInt(offset)!);
        if (off < 0n) throw valueError('value must be positive');
        if (off >= 1n << 64n) throw overflowError('int too big to convert');
        if (k === B) d.setBigUint64(8, off, true);
        else {
          if (off > 0xffffffffffffn) throw overflowError('node_offset is too large');
          d.setUint32(8, Number(off & 0xffffffffn), true);
          d.setUint16(12, Number(off >> 32n), true);
        }
        const depthAt = k === B ? 16 : 14;
        p[depthAt] = small(nodeDepth, 'node_depth', 0, 255);
        p[depthAt + 1] = small(inner, 'inner_size', 0, k.out);
        const h = new Hash(cls, new Blake2(k, Number(n), p, last === true || (typeof last === 'number' && last !== 0)));
        if (keyBytes.length > 0) {
          const block = new Uint8Array(k.block);
          block.set(keyBytes);
          h.d.update(block);
        }
        if (data !== undefined) feed(vm, h.d, data);
        return h;
      },
    ],
    methods: {
      'update(self, data, /)': (vm, self: Hash, v) => {
        feed(vm, self.d, v);
        return null;
      },
      'digest(self, /)': (_vm, self: Hash) => new PyBytes(self.d.digest()),
      'hexdigest(self, /)': (_vm, self: Hash) => hex(self.d.digest()),
      'copy(self, /)': (_vm, self: Hash) => new Hash(self.cls, self.d.copy()),
    },
    getset: { name: () => name, block_size: () => k.block, digest_size: (_vm, self: Hash) => self.d.size },
    attrs: { SALT_SIZE: k.salt, PERSON_SIZE: k.salt, MAX_KEY_SIZE: k.out, MAX_DIGEST_SIZE: k.out },
  });
  return t;
}

const TYPES = { blake2b: make('blake2b', B), blake2s: make('blake2s', S) };

export const makeBlake2: NativeModuleMaker = () => defineModule({ name: '_blake2', values: TYPES });
