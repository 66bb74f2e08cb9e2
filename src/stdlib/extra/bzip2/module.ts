/** _bz2: BZ2Compressor and BZ2Decompressor. */
import { PyObject, type PyValue, type VM } from '../../../objects/object.js';
import { asBytes, PyBytes } from '../../../objects/bytes.js';
import { defineType } from '../../../objects/define.js';
import { error, PyException, typeError, valueError } from '../../../objects/errors.js';
import { asInt, clipInt } from '../../../objects/int.js';
import { typeName, type PyType } from '../../../objects/type.js';
import { defineModule } from '../../define-module.js';
import type { NativeModuleMaker } from '../../registry.js';
import { OutputQueue } from '../output-queue.js';
import { Bzip2Decoder, Bzip2Error } from './decode.js';
import { Bzip2Encoder } from './encode.js';

class Compressor extends PyObject {
  flushed = false;
  readonly encoder: Bzip2Encoder;
  constructor(cls: PyType, level: number) {
    super();
    this.cls = cls;
    this.encoder = new Bzip2Encoder(level);
  }
}

class Decompressor extends PyObject {
  readonly decoder = new Bzip2Decoder();
  readonly out = new OutputQueue();
  needsInput = true;
  constructor(cls: PyType) {
    super();
    this.cls = cls;
  }
  get eof(): boolean {
    return this.decoder.done && this.out.length === 0;
  }
}

function bytes(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  return b;
}

function int(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return clipInt(n);
}

const COMPRESSOR = defineType({
  name: '_bz2.BZ2Compressor',
  instance: Compressor,
  flags: { basetype: true },
  doc: 'Create a compressor object for compressing data incrementally.\n\n  compresslevel\n    Compression level, as a number between 1 and 9.\n\nFor one-shot compression, use the compress() function instead.',
  new: ['__new__(cls, compresslevel=9, /)', (_vm, cls: PyType, level) => {
    const n = int(level);
    if (n < 1 || n > 9) throw valueError('compresslevel must be between 1 and 9');
    return new Compressor(cls, n);
  }],
  methods: {
    'compress(self, data, /)': (vm: VM, self: Compressor, data) => {
      if (self.flushed) throw valueError('Compressor has been flushed');
      const b = bytes(data);
      vm.charge(b.length);
      return new PyBytes(self.encoder.write(b));
    },
    'flush(self, /)': (_vm, self: Compressor) => {
      if (self.flushed) throw valueError('Repeated call to flush()');
      self.flushed = true;
      return new PyBytes(self.encoder.finish());
    },
  },
});

const DECOMPRESSOR = defineType({
  name: '_bz2.BZ2Decompressor',
  instance: Decompressor,
  flags: { basetype: true },
  doc: 'Create a decompressor object for decompressing data incrementally.\n\nFor one-shot decompression, use the decompress() function instead.',
  new: ['__new__(cls, /)', (_vm, cls: PyType) => new Decompressor(cls)],
  methods: {
    'decompress(self, /, data, max_length=-1)': (vm, self: Decompressor, data, max) => {
      if (self.eof) throw error('EOFError', 'End of stream already reached');
      const b = bytes(data);
      const limit = int(max);
      vm.charge(b.length * 2);
      try {
        if (!self.decoder.done) for (const part of self.decoder.write(b)) self.out.push(part);
      } catch (e) {
        if (!(e instanceof Bzip2Error)) throw e;
        throw new PyException(error('OSError', 'Invalid data stream').value);
      }
      const out = self.out.take(limit);
      self.needsInput = !self.decoder.done && self.out.length === 0;
      return new PyBytes(out);
    },
  },
  members: {
    eof: (_vm, self: Decompressor) => self.eof,
    needs_input: (_vm, self: Decompressor) => self.needsInput,
    unused_data: (_vm, self: Decompressor) => new PyBytes(self.eof ? self.decoder.rest.slice() : new Uint8Array(0)),
  },
});

export const makeBz2: NativeModuleMaker = () => defineModule({ name: '_bz2', values: { BZ2Compressor: COMPRESSOR, BZ2Decompressor: DECOMPRESSOR } });
