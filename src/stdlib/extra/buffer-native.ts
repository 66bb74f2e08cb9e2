/** _buffer_native: how classes written in Python (ctypes, mmap) show bytes of theirs as a buffer. */
import type { PyValue } from '../../objects/object.js';
import { asBytes, bufferHooks, PyBytes } from '../../objects/bytes.js';
import { asInt } from '../../objects/int.js';
import { asJS } from '../../objects/str.js';
import { itemsSync } from '../../objects/iterate.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

interface Exposed {
  /** What has the bytes: a bytearray, a memoryview. */
  data: PyValue;
  offset: number;
  size: number;
  format: string;
  itemsize: number;
  shape: readonly number[];
}
const exposed = new WeakMap<object, Exposed>();
const find = (v: PyValue | undefined): Exposed | undefined => (typeof v === 'object' && v !== null ? exposed.get(v) : undefined);

const { view, format } = bufferHooks;
bufferHooks.view = (v) => {
  const e = find(v);
  return e === undefined ? view?.(v) : asBytes(e.data)?.subarray(e.offset, e.offset + e.size);
};
bufferHooks.format = (v) => {
  const e = find(v);
  return e === undefined ? format?.(v) : [e.format, e.itemsize];
};
bufferHooks.readonly = (v) => find(v)?.data instanceof PyBytes;
bufferHooks.shape = (v) => find(v)?.shape;

const num = (v: PyValue): number => Number(asInt(v) ?? 0);

export const makeBufferNative: NativeModuleMaker = () =>
  defineModule({
    name: '_buffer_native',
    functions: {
      'expose(object, data, offset, size, format, itemsize, shape, /)': (_vm, o, data, offset, size, fmt, itemsize, shape) => {
        exposed.set(o as object, { data, offset: num(offset), size: num(size), format: asJS(fmt) ?? 'B', itemsize: num(itemsize), shape: itemsSync(shape)!.map(num) });
        return null;
      },
    },
  });
