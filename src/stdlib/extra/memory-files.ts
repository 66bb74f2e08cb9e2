/**
 * _memory_files: what lib/_io.py's StringIO and BytesIO hold (their attribute `_b`), and the methods of theirs that are
 * called much. These are put into the classes as method descriptors; what is not plain (newlines that are translated,
 * sizes that are no ints, buffers of other kinds) they leave to methods in Python with the same name behind `_slow_`.
 */
import { PyObject, type PyValue, type Result, type VM } from '../../objects/object.js';
import { valueError } from '../../objects/errors.js';
import { addMethod, defineType } from '../../objects/define.js';
import { callMethod } from '../../objects/call.js';
import { asBytes, checkExports, PyByteArray, PyBytes } from '../../objects/bytes.js';
import type { NativeFn } from '../../objects/native.js';
import { asStr, strFind, strJoin, strLength, strRepeat, strSlice, type Str } from '../../objects/str.js';
import { PyInstance, type PyType } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

/** A text: what was written at its end stays in parts until somebody asks. */
class MemoryText extends PyObject {
  private parts: Str[] = [];
  length = 0;
  pos = 0;
  closed = false;
  constructor(readonly newline: PyValue) {
    super();
  }

  get text(): Str {
    if (this.parts.length !== 1) this.parts = [strJoin(this.parts)];
    return this.parts[0]!;
  }
  set text(s: Str) {
    this.parts = [s];
    this.length = strLength(s);
  }

  write(s: Str): void {
    const n = strLength(s);
    if (this.pos === this.length) {
      this.parts.push(s);
      this.length += n;
    } else {
      const { text, pos, length } = this;
      this.text = pos > length ? strJoin([text, strRepeat('\0', pos - length), s]) : strJoin([strSlice(text, 0, pos), s, strSlice(text, Math.min(length, pos + n), length)]);
    }
    this.pos += n;
  }

  /** The text from the position to `end`, which is the new position. */
  take(end: number): Str {
    const { text, pos } = this;
    if (end <= pos) return '';
    this.pos = end;
    return strSlice(text, pos, end);
  }
  /** Where the line ends that the position is in. */
  lineEnd(): number {
    const at = strFind(this.text, '\n', Math.min(this.pos, this.length), this.length);
    return at < 0 ? this.length : at + 1;
  }
}

class MemoryBytes extends PyObject {
  closed = false;
  pos = 0;
  constructor(public buffer: PyByteArray) {
    super();
  }

  write(b: Uint8Array): void {
    const { buffer, pos } = this;
    const end = pos + b.length;
    checkExports(buffer);
    if (end > buffer.v.length) {
      const larger = new Uint8Array(Math.max(end, buffer.v.length + (buffer.v.length >> 1), 64));
      larger.set(buffer.v.length === buffer.length ? buffer.v : buffer.v.subarray(0, buffer.length));
      buffer.v = larger;
    } else if (pos > buffer.length) buffer.v.fill(0, buffer.length, pos);
    // A call of `set` costs more than to move a few bytes.
    if (b.length < 32) for (let i = 0; i < b.length; i++) buffer.v[pos + i] = b[i]!;
    else buffer.v.set(b, pos);
    if (end > buffer.length) buffer.length = end;
    this.pos = end;
  }

  take(end: number): PyBytes {
    const { buffer, pos } = this;
    if (end <= pos) return new PyBytes(new Uint8Array(0));
    this.pos = end;
    return new PyBytes(buffer.v.slice(pos, end));
  }
  lineEnd(): number {
    const { buffer, pos } = this;
    const at = buffer.v.indexOf(10, pos);
    return at < 0 || at >= buffer.length ? buffer.length : at + 1;
  }
  get length(): number {
    return this.buffer.length;
  }
}

defineType({
  name: '_io.MemoryText',
  instance: MemoryText,
  members: {
    text: [(_vm, self: MemoryText) => self.text, (_vm, self: MemoryText, v) => ((self.text = asStr(v!)!), null)],
    pos: [(_vm, self: MemoryText) => self.pos, (_vm, self: MemoryText, v) => ((self.pos = Number(v)), null)],
    closed: [(_vm, self: MemoryText) => self.closed, (_vm, self: MemoryText, v) => ((self.closed = v === true), null)],
    newline: (_vm, self: MemoryText) => self.newline,
  },
  methods: { 'put(self, text, /)': (_vm, self: MemoryText, s) => (self.write(asStr(s)!), null) },
});
defineType({
  name: '_io.MemoryBytes',
  instance: MemoryBytes,
  members: {
    buffer: [(_vm, self: MemoryBytes) => self.buffer, (_vm, self: MemoryBytes, v) => ((self.buffer = v as PyByteArray), null)],
    pos: [(_vm, self: MemoryBytes) => self.pos, (_vm, self: MemoryBytes, v) => ((self.pos = Number(v)), null)],
    closed: [
      (_vm, self: MemoryBytes) => self.closed,
      (_vm, self: MemoryBytes, v) => {
        if (v === true && !self.closed) checkExports(self.buffer);
        self.closed = v === true;
        return null;
      },
    ],
  },
});

/** The open file in memory behind an instance of the Python class. */
function open<T extends MemoryText | MemoryBytes>(self: PyInstance, closed: string): T {
  const b = self.getOwn('_b') as T | undefined;
  if (b === undefined) throw valueError('I/O operation on uninitialized object');
  if (b.closed) throw valueError(closed);
  return b;
}
const TEXT_CLOSED = 'I/O operation on closed file';
const BYTES_CLOSED = 'I/O operation on closed file.';
const openText = (self: PyInstance): MemoryText => open(self, TEXT_CLOSED);
const openBytes = (self: PyInstance): MemoryBytes => open(self, BYTES_CLOSED);

/** `read(size)`, `readline(size)`; undefined: the size is no int. */
const upTo = (b: MemoryText | MemoryBytes, size: PyValue, end: number): PyValue | undefined => {
  if (size === null) return b.take(end);
  if (typeof size !== 'number') return undefined;
  return b.take(size < 0 ? end : Math.min(end, b.pos + size));
};
const slow = (vm: VM, self: PyInstance, name: string, x: PyValue): Result => callMethod(vm, self, `_slow_${name}`, [x]);

const textMethods = (cls: PyType): Record<string, NativeFn> => ({
  '!write(self, s, /)': (vm, self, s) => {
    if (typeof s !== 'string') return slow(vm, self as PyInstance, 'write', s);
    const b = openText(self as PyInstance);
    if (b.newline !== '\n') return slow(vm, self as PyInstance, 'write', s);
    b.write(s);
    return s.length;
  },
  'getvalue(self, /)': (_vm, self) => openText(self as PyInstance).text,
  '!read(self, size=-1, /)': (vm, self, size) => {
    const b = openText(self as PyInstance);
    return upTo(b, size, b.length) ?? slow(vm, self as PyInstance, 'read', size);
  },
  '!readline(self, size=-1, /)': (vm, self, size) => {
    const b = openText(self as PyInstance);
    return (b.newline === '\n' || b.newline === null ? upTo(b, size, b.lineEnd()) : undefined) ?? slow(vm, self as PyInstance, 'readline', size);
  },
  '!__next__(self, /)': (vm, self) => {
    const b = openText(self as PyInstance);
    if (self.cls !== cls || (b.newline !== '\n' && b.newline !== null)) return callMethod(vm, self, '_slow_next', []);
    const line = b.take(b.lineEnd());
    return line === '' ? undefined : line;
  },
});

const bytesMethods = (cls: PyType): Record<string, NativeFn> => ({
  '!write(self, b, /)': (vm, self, x) => {
    const b = openBytes(self as PyInstance);
    const data = x instanceof PyBytes ? x.v : x instanceof PyByteArray ? asBytes(x)! : undefined;
    if (data === undefined) return slow(vm, self as PyInstance, 'write', x);
    if (data.length > 0) b.write(x instanceof PyByteArray && x === b.buffer ? data.slice() : data);
    return data.length;
  },
  'getvalue(self, /)': (_vm, self) => new PyBytes(asBytes(openBytes(self as PyInstance).buffer)!.slice()),
  '!read(self, size=-1, /)': (vm, self, size) => {
    const b = openBytes(self as PyInstance);
    return upTo(b, size, b.length) ?? slow(vm, self as PyInstance, 'read', size);
  },
  '!readline(self, size=-1, /)': (vm, self, size) => {
    const b = openBytes(self as PyInstance);
    return upTo(b, size, b.lineEnd()) ?? slow(vm, self as PyInstance, 'readline', size);
  },
  '!__next__(self, /)': (vm, self) => {
    const b = openBytes(self as PyInstance);
    if (self.cls !== cls) return callMethod(vm, self, '_slow_next', []);
    const line = b.take(b.lineEnd());
    return line.v.length === 0 ? undefined : line;
  },
});

export const makeMemoryFiles: NativeModuleMaker = () => {
  const install = (cls: PyType, methods: Record<string, NativeFn>): null => {
    for (const [signature, fn] of Object.entries(methods)) addMethod(cls, signature, fn);
    cls.modified();
    return null;
  };
  return defineModule({
    name: '_memory_files',
    functions: {
      'text(newline, /)': (_vm, newline) => new MemoryText(newline),
      'bytes(buffer, /)': (_vm, buffer: PyByteArray) => new MemoryBytes(buffer),
      'install_text(cls, /)': (_vm, cls) => install(cls as unknown as PyType, textMethods(cls as unknown as PyType)),
      'install_bytes(cls, /)': (_vm, cls) => install(cls as unknown as PyType, bytesMethods(cls as unknown as PyType)),
    },
  });
};
