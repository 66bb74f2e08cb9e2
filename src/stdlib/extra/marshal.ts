/**
 * marshal: values in CPython's format, version 4. Code objects, whose bytes are not 3.11's, are in a format of our own
 * (bytecode/serialize.ts); what is read is verified before it can run.
 */
import { AstralStr, PyFloat, PyObject, T, cont, andThen, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { PyException, error, typeError, valueError } from '../../objects/errors.js';
import { call } from '../../objects/call.js';
import { getattr } from '../../objects/attribute.js';
import { adopt } from '../../objects/code-type.js';
import { PyCode, constOf } from '../../objects/code.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { PyComplex } from '../../objects/complex.js';
import { PyDict } from '../../objects/dict.js';
import { asInt } from '../../objects/int.js';
import { PySet } from '../../objects/set.js';
import { Ellipsis } from '../../objects/singletons.js';
import { asStr, codePoints, strFromCodePoints } from '../../objects/str.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { typeName } from '../../objects/type.js';
import { CodeObject } from '../../bytecode/code.js';
import { decodeCode, encodeCode } from '../../bytecode/serialize.js';
import { verifyCode } from '../../bytecode/verify.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const VERSION = 4;
const MAX_DEPTH = 2000;
const REF = 0x80;
const unmarshallable = (): PyException => valueError('unmarshallable object');

// ---- writing --------------------------------------------------------------------------------------------

class Writer {
  private readonly bytes: number[] = [];
  private readonly refs = new Map<PyValue, number>();
  private depth = 0;

  constructor(
    private readonly vm: VM,
    private readonly version: number,
  ) {}

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private long(n: number): void {
    this.bytes.push(n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255);
  }

  private raw(b: Uint8Array): void {
    for (const x of b) this.bytes.push(x);
  }

  private double(n: number): void {
    const b = new Uint8Array(8);
    new DataView(b.buffer).setFloat64(0, n, true);
    this.raw(b);
  }

  /** The type byte; an object seen before is written as a reference to it instead. False: that was it. */
  private begin(type: string, v: PyValue): boolean {
    if (this.version < 3 || typeof v !== 'object' || v === null) {
      this.bytes.push(type.charCodeAt(0));
      return true;
    }
    const known = this.refs.get(v);
    if (known !== undefined) {
      this.bytes.push(114);
      this.long(known);
      return false;
    }
    this.refs.set(v, this.refs.size);
    this.bytes.push(type.charCodeAt(0) | REF);
    return true;
  }

  private all(items: readonly PyValue[]): void {
    for (const v of items) this.value(v);
  }

  private int(n: number | bigint): void {
    if (n >= -(2 ** 31) && n < 2 ** 31) {
      this.bytes.push(105);
      return this.long(Number(n));
    }
    this.bytes.push(108);
    let big = BigInt(n);
    const negative = big < 0n;
    if (negative) big = -big;
    const digits: number[] = [];
    for (; big > 0n; big >>= 15n) digits.push(Number(big & 0x7fffn));
    this.long(negative ? -digits.length : digits.length);
    for (const d of digits) this.bytes.push(d & 255, d >> 8);
  }

  private str(v: PyValue): void {
    const cps = [...codePoints(asStr(v)!)];
    if (cps.every((c) => c < 128) && this.version >= 4) {
      if (!this.begin(cps.length < 256 ? 'z' : 'a', v)) return;
      if (cps.length < 256) this.bytes.push(cps.length);
      else this.long(cps.length);
      for (const c of cps) this.bytes.push(c);
      return;
    }
    if (!this.begin('u', v)) return;
    const b = encodeUtf8(cps);
    this.long(b.length);
    for (const x of b) this.bytes.push(x);
  }

  value(v: PyValue): void {
    if (++this.depth > MAX_DEPTH) throw valueError('object too deeply nested to marshal');
    this.write(v);
    this.depth--;
  }

  private write(v: PyValue): void {
    const simple = v === null ? 'N' : v === true ? 'T' : v === false ? 'F' : v === Ellipsis ? '.' : v === (T.StopIteration as PyValue) ? 'S' : null;
    if (simple !== null) {
      this.bytes.push(simple.charCodeAt(0));
      return;
    }
    if (typeof v === 'number' || typeof v === 'bigint') return this.int(v);
    if (typeof v === 'string' || v instanceof AstralStr) return this.str(v);
    switch (typeOf(v)) {
      case T.float:
        if (this.begin('g', v)) this.double((v as PyFloat).v);
        return;
      case T.complex:
        if (!this.begin('y', v)) return;
        this.double((v as PyComplex).re);
        return this.double((v as PyComplex).im);
      case T.tuple: {
        const { items } = v as PyTuple;
        const small = this.version >= 4 && items.length < 256;
        if (!this.begin(small ? ')' : '(', v)) return;
        if (small) this.bytes.push(items.length);
        else this.long(items.length);
        return this.all(items);
      }
      case T.list:
        if (!this.begin('[', v)) return;
        this.long((v as PyList).items.length);
        return this.all((v as PyList).items);
      case T.dict:
        if (!this.begin('{', v)) return;
        for (const [k, x] of (v as PyDict).entries()) this.all([k, x]);
        this.bytes.push(48);
        return;
      case T.set:
      case T.frozenset: {
        if (!this.begin(typeOf(v) === T.set ? '<' : '>', v)) return;
        const items = (v as PySet).items();
        this.long(items.length);
        return this.all(items);
      }
      case T.code: {
        const { co } = v as PyCode;
        // Constants that are objects of the program have no place in the format.
        if ((v as PyCode).constValues().items.some((c) => constOf(c) === undefined)) throw unmarshallable();
        if (!this.begin('c', v)) return;
        const b = encodeCode(co);
        this.long(b.length);
        return this.raw(b);
      }
      default: {
        const b = asBytes(v);
        if (b === undefined || (v as PyObject).cls.isSubtype(T.bytes) && (v as PyObject).cls !== T.bytes) throw unmarshallable();
        if (!this.begin('s', v)) return;
        this.long(b.length);
        this.raw(b);
      }
    }
    void this.vm;
  }
}

/** UTF-8 with surrogates passed through, as CPython's `surrogatepass`. */
function encodeUtf8(cps: readonly number[]): number[] {
  const out: number[] = [];
  for (const c of cps) {
    if (c < 0x80) out.push(c);
    else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return out;
}

function decodeUtf8(b: Uint8Array): number[] {
  const out: number[] = [];
  for (let i = 0; i < b.length; ) {
    const x = b[i]!;
    const n = x < 0x80 ? 0 : x >= 0xf0 && x < 0xf8 ? 3 : x >= 0xe0 && x < 0xf0 ? 2 : x >= 0xc2 && x < 0xe0 ? 1 : -1;
    let c = n <= 0 ? x : x & (0x3f >> n);
    if (n < 0 || i + n >= b.length) throw badData('invalid UTF-8');
    for (let k = 1; k <= n; k++) {
      if ((b[i + k]! & 0xc0) !== 0x80) throw badData('invalid UTF-8');
      c = (c << 6) | (b[i + k]! & 63);
    }
    if (c > 0x10ffff || (n === 2 && c < 0x800) || (n === 3 && c < 0x10000)) throw badData('invalid UTF-8');
    out.push(c);
    i += n + 1;
  }
  return out;
}

// ---- reading --------------------------------------------------------------------------------------------

const badData = (what: string): PyException => valueError(`bad marshal data (${what})`);
const tooShort = (): PyException => error('EOFError', 'marshal data too short');

class Reader {
  at = 0;
  private depth = 0;
  private readonly refs: (PyValue | undefined)[] = [];

  constructor(
    private readonly vm: VM,
    private readonly b: Uint8Array,
  ) {}

  private take(n: number): Uint8Array {
    if (n > this.b.length - this.at) throw tooShort();
    this.at += n;
    return this.b.subarray(this.at - n, this.at);
  }

  private byte(): number {
    return this.take(1)[0]!;
  }

  private long(): number {
    const t = this.take(4);
    return t[0]! | (t[1]! << 8) | (t[2]! << 16) | (t[3]! << 24);
  }

  private size(what: string): number {
    const n = this.long();
    if (n < 0) throw badData(`${what} size out of range`);
    return n;
  }

  private double(): number {
    const t = this.take(8);
    return new DataView(t.buffer, t.byteOffset).getFloat64(0, true);
  }

  private text(what: string): number {
    const s = String.fromCharCode(...this.take(this.byte()));
    if (s.trim() === '' || Number.isNaN(Number(s))) throw badData(what);
    return Number(s);
  }

  /** An object; undefined: the mark that ends a dict. */
  private object(): PyValue | undefined {
    if (this.at >= this.b.length) throw error('EOFError', 'EOF read where object expected');
    if (++this.depth > MAX_DEPTH) throw badData('recursion limit exceeded');
    const type = this.byte();
    const flag = (type & REF) !== 0;
    const v = this.read(String.fromCharCode(type & 127), flag);
    this.depth--;
    return v;
  }

  value(): PyValue {
    const v = this.object();
    if (v === undefined) throw typeError('NULL object in marshal data for object');
    return v;
  }

  private item(what: string): PyValue {
    const v = this.object();
    if (v === undefined) throw typeError(`NULL object in marshal data for ${what}`);
    return v;
  }

  private read(type: string, flag: boolean): PyValue | undefined {
    /** Enters a finished object into the table of references. */
    const ref = <V extends PyValue>(v: V): V => {
      if (flag) this.refs.push(v);
      return v;
    };
    /** Keeps a place for an object whose parts come first. */
    const reserve = (): number => (flag ? this.refs.push(undefined) - 1 : -1);
    const fill = <V extends PyValue>(at: number, v: V): V => {
      if (at >= 0) this.refs[at] = v;
      return v;
    };
    switch (type) {
      case '0':
        return undefined;
      case 'N':
        return null;
      case 'T':
        return true;
      case 'F':
        return false;
      case '.':
        return Ellipsis;
      case 'S':
        return T.StopIteration!;
      case 'i':
        return ref(this.long());
      case 'I': {
        const low = this.long() >>> 0;
        return ref(asInt(BigInt.asIntN(64, (BigInt(this.long()) << 32n) | BigInt(low)))!);
      }
      case 'l':
        return ref(this.bigInt());
      case 'f':
        return ref(new PyFloat(this.text('invalid float')));
      case 'g':
        return ref(new PyFloat(this.double()));
      case 'x': {
        const re = this.text('invalid complex');
        return ref(new PyComplex(re, this.text('invalid complex')));
      }
      case 'y': {
        const re = this.double();
        return ref(new PyComplex(re, this.double()));
      }
      case 's':
        return ref(new PyBytes(this.take(this.size('bytes object')).slice()));
      case 'a':
      case 'A':
        return ref(strFromCodePoints([...this.take(this.size('string'))]));
      case 'z':
      case 'Z':
        return ref(strFromCodePoints([...this.take(this.byte())]));
      case 'u':
      case 't':
        return ref(strFromCodePoints(decodeUtf8(this.take(this.size('string')))));
      case ')':
      case '(': {
        const at = reserve();
        const n = type === ')' ? this.byte() : this.size('tuple');
        const items: PyValue[] = [];
        for (let i = 0; i < n; i++) items.push(this.item('tuple'));
        return fill(at, new PyTuple(items));
      }
      case '[': {
        const n = this.size('list');
        const list = ref(new PyList([]));
        for (let i = 0; i < n; i++) list.items.push(this.item('list'));
        return list;
      }
      case '{': {
        const d = ref(new PyDict());
        for (;;) {
          const k = this.object();
          if (k === undefined) return d;
          const v = this.object();
          if (v === undefined) return d;
          if (!d.setFast(k, v)) throw this.unhashable(k);
        }
      }
      case '<':
      case '>': {
        const n = this.size('set');
        const at = reserve();
        const set = new PySet(type === '<' ? T.set : T.frozenset);
        if (type === '<') fill(at, set);
        for (let i = 0; i < n; i++) {
          const v = this.item('set');
          if (!set.addFast(v)) throw this.unhashable(v);
        }
        return type === '>' ? fill(at, set) : set;
      }
      case 'c': {
        const at = reserve();
        return fill(at, this.code(this.take(this.size('code'))));
      }
      case 'r': {
        const n = this.long();
        if (n < 0 || n >= this.refs.length || this.refs[n] === undefined) throw badData('invalid reference');
        return this.refs[n];
      }
      default:
        throw badData('unknown type code');
    }
  }

  private bigInt(): number | bigint {
    const n = this.long();
    let v = 0n;
    for (let i = 0; i < Math.abs(n); i++) {
      const t = this.take(2);
      const digit = t[0]! | (t[1]! << 8);
      if (digit > 0x7fff) throw badData('digit out of range in long');
      if (i === Math.abs(n) - 1 && digit === 0) throw badData('unnormalized long data');
      v |= BigInt(digit) << BigInt(15 * i);
    }
    return asInt(n < 0 ? -v : v)!;
  }

  private unhashable(v: PyValue): PyException {
    return typeError(`unhashable type: '${typeName(v)}'`);
  }

  private code(bytes: Uint8Array): PyCode {
    let co: CodeObject;
    try {
      co = decodeCode(bytes.slice());
      // Positions are unpacked when they are first looked at: now, as long as it can be refused.
      const force = (c: CodeObject): void => {
        void c.positions.length;
        for (const k of c.consts) if (k instanceof CodeObject) force(k);
      };
      force(co);
    } catch (e) {
      if (e instanceof PyException) throw e;
      throw badData(e instanceof Error ? e.message : 'code');
    }
    const inner = (c: CodeObject): void => {
      for (const k of c.consts) {
        if (!(k instanceof CodeObject)) continue;
        const wrong = verifyCode(k);
        if (wrong !== null) throw valueError(`bad bytecode: ${wrong}`);
        inner(k);
      }
    };
    inner(co);
    return adopt(this.vm, co);
  }
}

const READ = cont('marshal.load', (vm, data) => {
  const b = asBytes(data!);
  if (b === undefined) throw typeError(`file.read() returned not bytes but ${typeName(data!)}`);
  return new Reader(vm, b).value();
});
const READER = cont('marshal.read', (vm, read) => {
  const base = vm.frame;
  return andThen(vm, base, call(vm, read!, []), READ);
});
const WRITER = cont('marshal.write', (vm, write, c) => call(vm, write!, [c.a]));

export const makeMarshal: NativeModuleMaker = () =>
  defineModule({
    name: 'marshal',
    doc: 'This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.',
    functions: {
      'dumps(value, version=4, /)': (vm, value, version) => {
        const w = new Writer(vm, Number(asInt(version) ?? VERSION));
        w.value(value);
        return new PyBytes(w.done());
      },
      'loads(bytes, /)': (vm, bytes) => {
        const b = asBytes(bytes);
        if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(bytes)}'`);
        return new Reader(vm, b).value();
      },
      '!dump(value, file, version=4, /)': (vm, value, file, version): Result => {
        const w = new Writer(vm, Number(asInt(version) ?? VERSION));
        w.value(value);
        const base = vm.frame;
        return andThen(vm, base, getattr(vm, file, 'write'), WRITER, new PyBytes(w.done()));
      },
      '!load(file, /)': (vm, file): Result => {
        const base = vm.frame;
        return andThen(vm, base, getattr(vm, file, 'read'), READER);
      },
    },
    values: { version: VERSION },
  });

