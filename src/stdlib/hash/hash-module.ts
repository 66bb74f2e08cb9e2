/** The modules _md5, _sha1, ...: hash objects around a Digest. */
import { PyObject, type PyValue, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { asStr } from '../../objects/str.js';
import type { PyModule } from '../../objects/function.js';
import type { NativeFn } from '../../objects/native.js';
import type { PyType } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { Digest } from './digest.js';

export class Hash extends PyObject {
  constructor(
    cls: PyType,
    readonly name: string,
    public d: Digest,
  ) {
    super();
    this.cls = cls;
  }
}

export function hashedBytes(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(asStr(v) !== undefined ? 'Strings must be encoded before hashing' : 'object supporting the buffer API required');
  return b;
}

const DIGITS = '0123456789abcdef';

export const hex = (b: Uint8Array): string => {
  let s = '';
  for (let i = 0; i < b.length; i++) s += DIGITS[b[i]! >> 4]! + DIGITS[b[i]! & 15]!;
  return s;
};

export function feed(vm: VM, d: Digest, v: PyValue): void {
  const b = hashedBytes(v);
  vm.charge(b.length >> 6);
  d.update(b);
}

/** Name of an algorithm to what starts it. */
export type Algorithms = Readonly<Record<string, () => Digest>>;

const types = new Map<string, PyType>();

/** A module of hash constructors: `functions` are `name(string=b'', *, usedforsecurity=True)`. */
export function hashModule(module: string, algorithms: Algorithms): PyModule {
  const functions: Record<string, NativeFn> = {};
  const values: Record<string, PyValue> = {};
  for (const [name, start] of Object.entries(algorithms)) {
    const cls = types.get(name) ?? hashType(`${module}.${name}`);
    types.set(name, cls);
    functions[`${name}(string=<unset>, *, usedforsecurity=True)`] = (vm, data) => {
      const h = new Hash(cls, name, start());
      if (data !== undefined) feed(vm, h.d, data);
      return h;
    };
    values[`${name.toUpperCase()}Type`] = cls;
  }
  return defineModule({ name: module, functions, values });
}

function hashType(name: string): PyType {
  return defineType({
    name,
    instance: class extends Hash {},
    methods: {
      'update(self, obj, /)': (vm, self: Hash, v) => {
        feed(vm, self.d, v);
        return null;
      },
      'digest(self, /)': (_vm, self: Hash) => new PyBytes(self.d.digest()),
      'hexdigest(self, /)': (_vm, self: Hash) => hex(self.d.digest()),
      'copy(self, /)': (_vm, self: Hash) => new Hash(self.cls, self.name, self.d.copy()),
    },
    getset: { name: (_vm, self: Hash) => self.name, digest_size: (_vm, self: Hash) => self.d.digest().length, block_size: (_vm, self: Hash) => self.d.blockSize },
  });
}
