/** bytes and bytearray: the classes; methods: bytes-type.ts. */
import { work } from './work.js';
import { inherit, PyObject, T, type PyValue, type VM } from './object.js';
import { error } from './errors.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

export class PyBytes {
  dict: PyDict | null = null;
  constructor(
    readonly v: Uint8Array,
    cls?: PyType,
  ) {
    work(v.length >> 3);
    this.cls = cls ?? T.bytes;
  }
}
export interface PyBytes extends PyObject {}
inherit(PyBytes, PyObject);

/** The objects of one byte, made as they are needed: there is one of each, as in CPython. */
const single: (PyBytes | undefined)[] = [];
export const oneByte = (n: number): PyBytes => (single[n] ??= new PyBytes(Uint8Array.of(n)));

/** Bytes up to which a loop is faster than a call of the typed array. */
export const FEW = 64;

/** `a + b`. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const n = a.length;
  const out = new Uint8Array(n + b.length);
  if (n <= FEW) for (let i = 0; i < n; i++) out[i] = a[i]!;
  else out.set(a);
  if (b.length <= FEW) for (let i = 0; i < b.length; i++) out[n + i] = b[i]!;
  else out.set(b, n);
  return out;
}

/** The same of two bytes objects; one that is empty gives the other, as in CPython. */
export function concatBytes(a: PyBytes, b: PyBytes): PyBytes {
  if (a.v.length === 0 && b.cls === T.bytes) return b;
  if (b.v.length === 0 && a.cls === T.bytes) return a;
  return new PyBytes(joined(a.v, b.v));
}

/** What may not change its size while a memoryview of it is in use. */
export interface Exporter {
  /** Exports in use for certain: while there are any, the size may not change (BufferError). */
  exports: number;
  /** Memoryviews that were not released; whether one is still in use, reachable.ts finds out. */
  views: number;
  /** Where the last of them was made. */
  viewedBy: VM | null;
}

/** `v`, when its size can change. */
export const asExporter = (v: PyValue): (PyValue & Exporter) | undefined => (typeof v === 'object' && v !== null && 'viewedBy' in v ? (v as PyValue & Exporter) : undefined);

/** Before any change of its size: a BufferError with `words` while a view of it is in use. */
export function checkExports(b: Exporter, words = 'Existing exports of data: object cannot be re-sized'): void {
  if ((b.views > 0 || b.exports > 0) && bufferHooks.isExported!(b)) throw error('BufferError', words);
}

/** Growable: `v` is the buffer, `length` what is used of it. */
export class PyByteArray implements Exporter {
  dict: PyDict | null = null;
  length: number;
  exports = 0;
  views = 0;
  viewedBy: VM | null = null;
  constructor(
    public v: Uint8Array,
    cls?: PyType,
  ) {
    work(v.length >> 3);
    this.length = v.length;
    this.cls = cls ?? T.bytearray;
  }
}
export interface PyByteArray extends PyObject {}
inherit(PyByteArray, PyObject);

/** The bytes of a bytes, a bytearray or an instance of a subclass (a view, not a copy); undefined for anything else. */
export function asBytes(v: PyValue | undefined): Uint8Array | undefined {
  if (v instanceof PyBytes) return v.v;
  if (v instanceof PyByteArray) return v.v.length === v.length ? v.v : v.v.subarray(0, v.length);
  return bufferHooks.view === null ? undefined : bufferHooks.view(v);
}

/** Other objects with bytes in them (memoryview, array): the file that defines them fills this in. */
export const bufferHooks: {
  view: ((v: PyValue | undefined) => Uint8Array | undefined) | null;
  /** Element format and size of a buffer whose elements are not bytes. */
  format: ((v: PyValue) => readonly [format: string, size: number] | undefined) | null;
  /** The lengths of its dimensions, where it is not one row of elements. */
  shape: ((v: PyValue) => readonly number[] | undefined) | null;
  /** Whether its bytes may not be changed. */
  readonly: ((v: PyValue) => boolean) | null;
  /** Whether a view's bytes do not lie one after the other. */
  scattered: ((v: PyValue) => boolean) | null;
  /** Whether a view that was not released is in use. */
  isExported: ((b: Exporter) => boolean) | null;
} = { view: null, format: null, shape: null, readonly: null, scattered: null, isExported: null };

/** The same, but of a buffer in one piece only (PyBUF_SIMPLE). */
export function simpleBytes(v: PyValue | undefined): Uint8Array | undefined {
  const b = asBytes(v);
  return b !== undefined && bufferHooks.scattered !== null && bufferHooks.scattered(v as PyValue) ? undefined : b;
}

const HEX = '0123456789abcdef';

/** `b'...'`. A bytearray's repr escapes a single quote even between double ones (`alwaysEscape`). */
export function reprOfBytes(b: Uint8Array, alwaysEscape = false): string {
  work(b.length);
  let quote = "'";
  if (b.includes(39) && !b.includes(34)) quote = '"';
  const q = alwaysEscape ? 39 : quote.charCodeAt(0);
  let s = 'b' + quote;
  for (let i = 0; i < b.length; i++) {
    const c = b[i]!;
    if (c === q || c === 92) s += '\\' + String.fromCharCode(c);
    else if (c >= 32 && c < 127) s += String.fromCharCode(c);
    else if (c === 9) s += '\\t';
    else if (c === 10) s += '\\n';
    else if (c === 13) s += '\\r';
    else s += '\\x' + HEX[c >> 4]! + HEX[c & 15]!;
  }
  return s + quote;
}
