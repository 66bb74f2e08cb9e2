/**
 * _pickle_native: dumps and loads of values made of the builtin types alone, as CPython's _pickle writes them (batches,
 * frames and memo included). Anything else is left to CPython's Python code (pickle.py, see scripts/lib-modules.mjs):
 * nothing that the guest could see has happened by then.
 */
import { AstralStr, AnyFloat, PyFloat, T, type PyValue } from '../../objects/object.js';
import { PyByteArray, PyBytes } from '../../objects/bytes.js';
import { PyDict } from '../../objects/dict.js';
import { norm } from '../../objects/int.js';
import { PySet } from '../../objects/set.js';
import { jsStr, strFromJS } from '../../objects/str.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

/** Opcodes, by pickletools' names. */
enum P {
  MARK = 0x28, STOP = 0x2e, POP = 0x30, POP_MARK = 0x31, BINFLOAT = 0x47, BININT = 0x4a, BININT1 = 0x4b, BININT2 = 0x4d, NONE = 0x4e, BINUNICODE = 0x58,
  BINBYTES = 0x42, SHORT_BINBYTES = 0x43, APPEND = 0x61, APPENDS = 0x65, BINGET = 0x68, LONG_BINGET = 0x6a, BINPUT = 0x71, LONG_BINPUT = 0x72, SETITEM = 0x73,
  TUPLE = 0x74, SETITEMS = 0x75, EMPTY_LIST = 0x5d, EMPTY_DICT = 0x7d, EMPTY_TUPLE = 0x29, PROTO = 0x80, TUPLE1 = 0x85, TUPLE2 = 0x86, TUPLE3 = 0x87,
  NEWTRUE = 0x88, NEWFALSE = 0x89, LONG1 = 0x8a, LONG4 = 0x8b, SHORT_BINUNICODE = 0x8c, EMPTY_SET = 0x8f, ADDITEMS = 0x90, FROZENSET = 0x91, MEMOIZE = 0x94,
  FRAME = 0x95, BYTEARRAY8 = 0x96,
}

/** Items between a MARK and its APPENDS. */
const BATCH = 1000;
/** Bytes of a frame after which it ends, and from which on a str or bytes goes outside of frames. */
const FRAME_TARGET = 65536;
const FRAME_LEAST = 4;
const FRAME_HEADER = 9;
/** Nesting that the JavaScript stack surely takes. */
const MAX_DEPTH = 200;

/** Not a value of the kind this file knows. */
class Unknown {}
const UNKNOWN = new Unknown();

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

class Writer {
  private out = new Uint8Array(256);
  private view = new DataView(this.out.buffer);
  private n = 0;
  /** Where the frame being written begins, with room for its header; -1: none. */
  private frame = -1;
  private framing = false;
  private readonly memo = new Map<PyValue, number>();
  private readonly utf8 = new TextEncoder();

  constructor(private readonly proto: number) {}

  dump(v: PyValue): Uint8Array {
    this.op(P.PROTO);
    this.byte(this.proto);
    this.framing = this.proto >= 4;
    this.save(v, 0);
    this.op(P.STOP);
    this.endFrame();
    return this.out.slice(0, this.n);
  }

  private room(k: number): void {
    if (this.n + k <= this.out.length) return;
    const bigger = new Uint8Array(Math.max(this.out.length * 2, this.n + k));
    bigger.set(this.out);
    this.out = bigger;
    this.view = new DataView(bigger.buffer);
  }

  private byte(b: number): void {
    this.room(1);
    this.out[this.n++] = b;
  }

  /** An opcode: opens a frame where none is open. */
  private op(b: number): void {
    if (this.framing && this.frame < 0) {
      this.room(FRAME_HEADER + 1);
      this.frame = this.n;
      this.n += FRAME_HEADER;
    }
    this.byte(b);
  }

  private uint32(k: number): void {
    this.room(4);
    this.view.setUint32(this.n, k, true);
    this.n += 4;
  }

  private raw(b: Uint8Array): void {
    this.room(b.length);
    this.out.set(b, this.n);
    this.n += b.length;
  }

  private endFrame(): void {
    if (this.frame < 0) return;
    const length = this.n - this.frame - FRAME_HEADER;
    if (length >= FRAME_LEAST) {
      this.out[this.frame] = P.FRAME;
      this.view.setUint32(this.frame + 1, length, true);
      this.view.setUint32(this.frame + 5, 0, true);
    } else {
      this.out.copyWithin(this.frame, this.frame + FRAME_HEADER, this.n);
      this.n -= FRAME_HEADER;
    }
    this.frame = -1;
  }

  private boundary(): void {
    if (this.frame >= 0 && this.n - this.frame - FRAME_HEADER >= FRAME_TARGET) this.endFrame();
  }

  private memoize(v: PyValue): void {
    const i = this.memo.size;
    this.memo.set(v, i);
    if (this.proto >= 4) this.op(P.MEMOIZE);
    else if (i < 256) {
      this.op(P.BINPUT);
      this.byte(i);
    } else {
      this.op(P.LONG_BINPUT);
      this.uint32(i);
    }
  }

  private get(i: number): void {
    if (i < 256) {
      this.op(P.BINGET);
      this.byte(i);
    } else {
      this.op(P.LONG_BINGET);
      this.uint32(i);
    }
  }

  private save(v: PyValue, depth: number): void {
    if (v === null) return this.op(P.NONE);
    if (typeof v === 'boolean') return this.op(v ? P.NEWTRUE : P.NEWFALSE);
    if (typeof v === 'number') return this.saveInt(v);
    if (typeof v === 'bigint') return this.saveLong(v);
    if (v instanceof AnyFloat) {
      if (v.cls !== T.float) throw UNKNOWN;
      this.op(P.BINFLOAT);
      this.room(8);
      this.view.setFloat64(this.n, v.v);
      this.n += 8;
      return;
    }
    const known = this.memo.get(v);
    if (known !== undefined) this.get(known);
    else if (typeof v === 'string' || v instanceof AstralStr) this.saveStr(v);
    else if (depth > MAX_DEPTH) throw UNKNOWN;
    else this.saveObject(v, depth + 1);
    this.boundary();
  }

  private saveObject(v: PyValue, depth: number): void {
    if (v instanceof PyTuple && v.cls === T.tuple) this.saveTuple(v, depth);
    else if (v instanceof PyList && v.cls === T.list) this.saveList(v, depth);
    else if (v instanceof PyDict && v.cls === T.dict) this.saveDict(v, depth);
    else if (v instanceof PyBytes && v.cls === T.bytes && this.proto >= 3) this.saveBytes(v);
    else if (v instanceof PySet && this.proto >= 4 && (v.cls === T.set || v.cls === T.frozenset)) this.saveSet(v, depth);
    else throw UNKNOWN;
  }

  private saveInt(n: number): void {
    if (n >= 0 && n <= 255) {
      this.op(P.BININT1);
      this.byte(n);
    } else if (n >= 0 && n <= 65535) {
      this.op(P.BININT2);
      this.byte(n & 255);
      this.byte(n >> 8);
    } else if (n >= -2147483648 && n <= 2147483647) {
      this.op(P.BININT);
      this.uint32(n >>> 0);
    } else this.saveLong(BigInt(n));
  }

  /** Two's complement, least byte first, as short as it gets. */
  private saveLong(n: bigint): void {
    const bytes: number[] = [];
    let x = n;
    do {
      bytes.push(Number(x & 255n));
      x >>= 8n;
      if (bytes.length > 255) throw UNKNOWN;
    } while (!((x === 0n && (bytes[bytes.length - 1]! & 128) === 0) || (x === -1n && (bytes[bytes.length - 1]! & 128) !== 0)));
    this.op(P.LONG1);
    this.byte(bytes.length);
    for (const b of bytes) this.byte(b);
  }

  /** A short ASCII string, as most are; false: it is none. */
  private saveAscii(s: string): boolean {
    const n = s.length;
    if (n > 255 || this.proto < 4) return false;
    this.room(FRAME_HEADER + 2 + n);
    const at = this.n;
    const { frame } = this;
    this.op(P.SHORT_BINUNICODE);
    this.byte(n);
    const { out } = this;
    for (let i = 0, k = this.n; i < n; i++, k++) {
      const c = s.charCodeAt(i);
      if (c > 127) {
        this.n = at;
        this.frame = frame;
        return false;
      }
      out[k] = c;
    }
    this.n += n;
    return true;
  }

  private saveStr(v: string | AstralStr): void {
    if (typeof v === 'string' && this.saveAscii(v)) return this.memoize(v);
    const s = jsStr(v);
    if (LONE.test(s)) throw UNKNOWN;
    const b = this.utf8.encode(s);
    if (b.length < 256 && this.proto >= 4) {
      this.op(P.SHORT_BINUNICODE);
      this.byte(b.length);
      this.raw(b);
    } else this.large(P.BINUNICODE, b);
    this.memoize(v);
  }

  private saveBytes(v: PyBytes): void {
    const b = v.v;
    if (b.length < 256) {
      this.op(P.SHORT_BINBYTES);
      this.byte(b.length);
      this.raw(b);
    } else this.large(P.BINBYTES, b);
    this.memoize(v);
  }

  /** Bytes behind their length; much of it outside of frames. */
  private large(op: P, b: Uint8Array): void {
    const { framing } = this;
    if (b.length >= FRAME_TARGET) {
      this.endFrame();
      this.framing = false;
    }
    this.op(op);
    this.uint32(b.length);
    this.raw(b);
    this.framing = framing;
  }

  private saveTuple(v: PyTuple, depth: number): void {
    const n = v.items.length;
    if (n === 0) return this.op(P.EMPTY_TUPLE);
    if (n > 3) this.op(P.MARK);
    for (const x of v.items) this.save(x, depth);
    // A tuple that holds itself, through a list, is there by now.
    const known = this.memo.get(v);
    if (known !== undefined) {
      if (n > 3) this.op(P.POP_MARK);
      else for (let i = 0; i < n; i++) this.op(P.POP);
      this.get(known);
      return;
    }
    this.op(n > 3 ? P.TUPLE : P.TUPLE1 + n - 1);
    this.memoize(v);
  }

  private saveList(v: PyList, depth: number): void {
    this.op(P.EMPTY_LIST);
    this.memoize(v);
    const { items } = v;
    if (items.length === 1) {
      this.save(items[0]!, depth);
      this.op(P.APPEND);
      return;
    }
    for (let i = 0; i < items.length; ) {
      this.op(P.MARK);
      for (const end = Math.min(items.length, i + BATCH); i < end; i++) this.save(items[i]!, depth);
      this.op(P.APPENDS);
    }
  }

  private saveDict(v: PyDict, depth: number): void {
    this.op(P.EMPTY_DICT);
    this.memoize(v);
    if (v.used === 0) return;
    if (v.used > 1) this.op(P.MARK);
    let n = 0;
    const { keys, vals } = v;
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k === undefined) continue;
      this.save(k, depth);
      this.save(vals[i]!, depth);
      if (v.used > 1 && ++n % BATCH === 0) {
        this.op(P.SETITEMS);
        this.op(P.MARK);
      }
    }
    this.op(v.used > 1 ? P.SETITEMS : P.SETITEM);
  }

  private saveSet(v: PySet, depth: number): void {
    const items = v.items();
    if (v.cls === T.frozenset) {
      this.op(P.MARK);
      for (const x of items) this.save(x, depth);
      const known = this.memo.get(v);
      if (known !== undefined) {
        this.op(P.POP_MARK);
        this.get(known);
        return;
      }
      this.op(P.FROZENSET);
      this.memoize(v);
      return;
    }
    this.op(P.EMPTY_SET);
    this.memoize(v);
    if (items.length === 0) return;
    this.op(P.MARK);
    items.forEach((x, i) => {
      this.save(x, depth);
      if ((i + 1) % BATCH !== 0) return;
      this.op(P.ADDITEMS);
      this.op(P.MARK);
    });
    this.op(P.ADDITEMS);
  }
}

/** What a pickle of builtin types holds; throws UNKNOWN on any other opcode, or when the data is no such pickle. */
function load(b: Uint8Array): PyValue {
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const stack: PyValue[] = [];
  const marks: number[] = [];
  const memo: PyValue[] = [];
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  let at = 0;
  const take = (n: number): number => {
    at += n;
    if (at > b.length) throw UNKNOWN;
    return at - n;
  };
  const text = (n: number): PyValue => {
    const from = take(n);
    if (n <= 24) {
      let s = '';
      let i = from;
      for (; i < at && b[i]! < 128; i++) s += String.fromCharCode(b[i]!);
      if (i === at) return s;
    }
    return strFromJS(utf8.decode(b.subarray(from, at)));
  };
  const top = (): PyValue => {
    if (stack.length === 0) throw UNKNOWN;
    return stack[stack.length - 1]!;
  };
  const popItems = (): PyValue[] => {
    const mark = marks.pop();
    if (mark === undefined) throw UNKNOWN;
    return stack.splice(mark);
  };
  const tuple = (n: number): void => {
    if (stack.length - (marks[marks.length - 1] ?? 0) < n) throw UNKNOWN;
    stack.push(new PyTuple(stack.splice(stack.length - n)));
  };
  const setItems = (items: PyValue[]): void => {
    const d = top();
    if (!(d instanceof PyDict) || d.cls !== T.dict || items.length % 2 === 1) throw UNKNOWN;
    for (let i = 0; i < items.length; i += 2) if (!d.setFast(items[i]!, items[i + 1]!)) throw UNKNOWN;
  };
  const append = (items: PyValue[]): void => {
    const l = top();
    if (!(l instanceof PyList) || l.cls !== T.list) throw UNKNOWN;
    for (const x of items) l.items.push(x);
  };
  const remembered = (i: number): void => {
    const v = memo[i];
    if (v === undefined) throw UNKNOWN;
    stack.push(v);
  };
  const pop = (n: number): PyValue[] => {
    if (stack.length - (marks[marks.length - 1] ?? 0) < n) throw UNKNOWN;
    return stack.splice(stack.length - n);
  };
  const addAll = (s: PySet, items: PyValue[]): PySet => {
    for (const x of items) if (!s.addFast(x)) throw UNKNOWN;
    return s;
  };
  const long = (n: number): void => {
    const from = take(n);
    let x = 0n;
    for (let i = at - 1; i >= from; i--) x = (x << 8n) | BigInt(b[i]!);
    stack.push(norm(n > 0 && b[at - 1]! & 128 ? x - (1n << BigInt(8 * n)) : x));
  };
  for (;;) {
    const op = b[take(1)]!;
    switch (op) {
      case P.PROTO:
        if (b[take(1)]! > 5) throw UNKNOWN;
        break;
      case P.FRAME:
        take(8);
        break;
      case P.STOP:
        if (stack.length !== 1 || marks.length > 0) throw UNKNOWN;
        return stack[0]!;
      case P.NONE:
        stack.push(null);
        break;
      case P.NEWTRUE:
        stack.push(true);
        break;
      case P.NEWFALSE:
        stack.push(false);
        break;
      case P.BININT1:
        stack.push(b[take(1)]!);
        break;
      case P.BININT2:
        stack.push(view.getUint16(take(2), true));
        break;
      case P.BININT:
        stack.push(view.getInt32(take(4), true));
        break;
      case P.LONG1:
        long(b[take(1)]!);
        break;
      case P.BINFLOAT:
        stack.push(new PyFloat(view.getFloat64(take(8))));
        break;
      case P.SHORT_BINUNICODE:
        stack.push(text(b[take(1)]!));
        break;
      case P.BINUNICODE:
        stack.push(text(view.getUint32(take(4), true)));
        break;
      case P.SHORT_BINBYTES:
      case P.BINBYTES: {
        const n = op === P.BINBYTES ? view.getUint32(take(4), true) : b[take(1)]!;
        const from = take(n);
        stack.push(new PyBytes(b.slice(from, at)));
        break;
      }
      case P.EMPTY_TUPLE:
        stack.push(new PyTuple([]));
        break;
      case P.TUPLE1:
      case P.TUPLE2:
      case P.TUPLE3:
        tuple(op - P.TUPLE1 + 1);
        break;
      case P.TUPLE:
        stack.push(new PyTuple(popItems()));
        break;
      case P.EMPTY_LIST:
        stack.push(new PyList([]));
        break;
      case P.EMPTY_DICT:
        stack.push(new PyDict());
        break;
      case P.EMPTY_SET:
        stack.push(new PySet());
        break;
      case P.MARK:
        marks.push(stack.length);
        break;
      case P.APPEND:
        append(pop(1));
        break;
      case P.APPENDS:
        append(popItems());
        break;
      case P.SETITEM:
        setItems(pop(2));
        break;
      case P.SETITEMS:
        setItems(popItems());
        break;
      case P.ADDITEMS: {
        const items = popItems();
        const s = top();
        if (!(s instanceof PySet) || s.cls !== T.set) throw UNKNOWN;
        addAll(s, items);
        break;
      }
      case P.FROZENSET:
        stack.push(addAll(new PySet(T.frozenset), popItems()));
        break;
      case P.MEMOIZE:
        memo.push(top());
        break;
      case P.BINPUT:
        memo[b[take(1)]!] = top();
        break;
      case P.BINGET:
        remembered(b[take(1)]!);
        break;
      case P.LONG_BINGET:
        remembered(view.getUint32(take(4), true));
        break;
      default:
        throw UNKNOWN;
    }
  }
}

/** What `f` gives; null where it met something it does not know. */
function attempt<R>(f: () => R): R | null {
  try {
    return f();
  } catch (e) {
    // Data that is cut off, and text that is no UTF-8, are for the Python code to say.
    if (e instanceof Unknown || e instanceof RangeError || e instanceof TypeError) return null;
    throw e;
  }
}

export const makePickleNative: NativeModuleMaker = () =>
  defineModule({
    name: '_pickle_native',
    functions: {
      /** The pickle of `obj`, or None. */
      'dumps(obj, protocol, /)': (vm, obj, protocol) => {
        if (typeof protocol !== 'number' || protocol < 2 || protocol > 5) return null;
        const b = attempt(() => new Writer(protocol).dump(obj));
        if (b === null) return null;
        vm.charge(b.length >> 3);
        return new PyBytes(b);
      },
      /** The value in a tuple, or None. */
      'loads(data, /)': (vm, data) => {
        if (!(data instanceof PyBytes || data instanceof PyByteArray)) return null;
        const b = data instanceof PyBytes ? data.v : data.v.subarray(0, data.length);
        vm.charge(b.length >> 3);
        const r = attempt(() => [load(b)] as const);
        return r === null ? null : new PyTuple([r[0]]);
      },
    },
  });
