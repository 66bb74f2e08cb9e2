/**
 * Code objects as bytes: for the frozen library and the code cache. Small (one string table, numbers
 * of variable length) and quick to read; the positions of a code object are decoded when first asked for.
 *
 * Layout: magic `PYVC`, version, string table, one code object. The format is private to one version
 * of pyvm: another version is refused, not converted.
 */
import { CodeObject, isDocumented, type CodeBody, type CodeConst, type CodeFields, type CodeHead, type Twin } from './code.js';
import {
  ConstBytes, ConstComplex, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, ELLIPSIS, type ConstValue, ConstEllipsis,
} from './consts.js';

const MAGIC = [0x50, 0x59, 0x56, 0x43] as const;
/** Raised whenever the layout or the meaning of the bytecode changes. */
export const FORMAT_VERSION = 5;

enum Tag {
  None,
  True,
  False,
  Ellipsis,
  PosInt,
  NegInt,
  BigInt,
  Float,
  Complex,
  Str,
  CodePoints,
  Bytes,
  Tuple,
  Frozenset,
  Code,
}

/** How a string is written. */
enum Text {
  Ascii,
  Utf8,
  Utf16,
}

// ---- writing ----------------------------------------------------------------------------------------

class Writer {
  private buffer = new Uint8Array(1024);
  private view = new DataView(this.buffer.buffer);
  length = 0;

  private room(n: number): void {
    if (this.length + n <= this.buffer.length) return;
    const bigger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + n));
    bigger.set(this.buffer);
    this.buffer = bigger;
    this.view = new DataView(bigger.buffer);
  }

  byte(n: number): void {
    this.room(1);
    this.buffer[this.length++] = n;
  }

  /** Seven bits a byte, lowest first. */
  uint(n: number): void {
    while (n > 127) {
      this.byte((n % 128) + 128);
      n = Math.floor(n / 128);
    }
    this.byte(n);
  }

  /** Signed, zigzag. */
  int(n: number): void {
    this.uint(n < 0 ? -n * 2 - 1 : n * 2);
  }

  uint16(n: number): void {
    this.byte(n & 255);
    this.byte(n >> 8);
  }

  uint32(n: number): void {
    this.room(4);
    this.view.setUint32(this.length, n, true);
    this.length += 4;
  }

  float(n: number): void {
    this.room(8);
    this.view.setFloat64(this.length, n, true);
    this.length += 8;
  }

  bytes(b: Uint8Array): void {
    this.uint(b.length);
    this.raw(b);
  }

  raw(b: Uint8Array): void {
    this.room(b.length);
    this.buffer.set(b, this.length);
    this.length += b.length;
  }

  done(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** A code object and all below it as bytes. */
export function encodeCode(code: CodeObject): Uint8Array {
  const strings = new Map<string, number>();
  let body = new Writer();
  const str = (s: string): void => {
    let i = strings.get(s);
    if (i === undefined) strings.set(s, (i = strings.size));
    body.uint(i);
  };
  const list = (items: readonly string[]): void => {
    body.uint(items.length);
    items.forEach(str);
  };

  const writeCode = (c: CodeObject): void => {
    str(c.name);
    str(c.qualname);
    str(c.filename);
    body.uint(c.argcount);
    body.uint(c.posonlyargcount);
    body.uint(c.kwonlyargcount);
    body.uint(c.stacksize);
    body.uint(c.flags);
    body.uint(c.firstlineno);
    body.uint(c.nlocals);
    body.uint(c.ncells);
    body.uint(c.nfrees);
    body.byte((c.documented ? 1 : 0) + (c.cellParams === null ? 0 : 2) + (c.twins === null ? 0 : 4));
    c.cellParams?.forEach((i) => body.uint(i + 1));
    if (c.twins !== null) {
      body.uint(c.twins.length);
      for (const { column, code } of c.twins) {
        body.uint(column);
        writeCode(code);
      }
    }
    // With its length before it, so that it can be left for later.
    const outer = body;
    body = new Writer();
    list(c.names);
    list(c.varnames);
    list(c.freevars);
    list(c.cellvars);
    body.bytes(c.code);
    body.bytes(c.lnotab);
    body.bytes(packPositions(c.positions, c.firstlineno));
    body.uint(c.edges.length / 3);
    for (let i = 0; i < c.edges.length; i += 3) {
      body.int(c.edges[i]! * 2 + c.edges[i + 1]!);
      body.int(c.edges[i + 2]! - c.firstlineno);
    }
    body.uint(c.consts.length);
    c.consts.forEach(writeConst);
    const inner = body.done();
    body = outer;
    body.bytes(inner);
  };

  const items = (tag: Tag, values: readonly ConstValue[]): void => {
    body.byte(tag);
    body.uint(values.length);
    values.forEach(writeConst);
  };

  const writeConst = (v: CodeConst): void => {
    if (v === null) body.byte(Tag.None);
    else if (v === true) body.byte(Tag.True);
    else if (v === false) body.byte(Tag.False);
    else if (typeof v === 'number') {
      body.byte(v < 0 ? Tag.NegInt : Tag.PosInt);
      body.uint(Math.abs(v));
    } else if (typeof v === 'bigint') {
      body.byte(Tag.BigInt);
      str(v.toString(16));
    } else if (typeof v === 'string') {
      body.byte(Tag.Str);
      str(v);
    } else if (v instanceof CodeObject) {
      body.byte(Tag.Code);
      writeCode(v);
    } else if (v instanceof ConstFloat) {
      body.byte(Tag.Float);
      body.float(v.v);
    } else if (v instanceof ConstComplex) {
      body.byte(Tag.Complex);
      body.float(v.re);
      body.float(v.im);
    } else if (v instanceof ConstStr) {
      body.byte(Tag.CodePoints);
      body.uint(v.codePoints.length);
      for (const p of v.codePoints) body.uint(p);
    } else if (v instanceof ConstBytes) {
      body.byte(Tag.Bytes);
      body.bytes(v.v);
    } else if (v instanceof ConstTuple) items(Tag.Tuple, v.items);
    else if (v instanceof ConstFrozenset) items(Tag.Frozenset, v.items);
    else if (v instanceof ConstEllipsis) body.byte(Tag.Ellipsis);
  };
  writeCode(code);

  const head = new Writer();
  for (const b of MAGIC) head.byte(b);
  head.uint(FORMAT_VERSION);
  head.uint(strings.size);
  // A table of where each string ends, and how it is written; then the strings.
  const texts = new Writer();
  const utf8 = new TextEncoder();
  for (const s of strings.keys()) {
    let kind = Text.Ascii;
    if (!isAscii(s)) kind = isWellFormed(s) ? Text.Utf8 : Text.Utf16;
    // Lone surrogates do not survive UTF-8.
    if (kind === Text.Utf16) for (let i = 0; i < s.length; i++) texts.uint16(s.charCodeAt(i));
    else texts.raw(utf8.encode(s));
    head.uint32(texts.length * 4 + kind);
  }
  head.raw(texts.done());
  head.raw(body.done());
  return head.done();
}

function isAscii(s: string): boolean {
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) > 127) return false;
  return true;
}

function isWellFormed(s: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(s);
}

/**
 * What `co_linetable` holds: the line table, positions and edges of a code object, in a format of our own. Read back by
 * `decodeLines`.
 */
export function encodeLines(c: CodeObject): Uint8Array {
  const w = new Writer();
  w.bytes(c.lnotab);
  w.bytes(packPositions(c.positions, c.firstlineno));
  for (const n of c.edges) w.int(n);
  return w.done();
}

/** `encodeLines` the other way; bytes that it did not write mean a code object without lines. */
export function decodeLines(bytes: Uint8Array, firstlineno: number): Pick<CodeFields, 'lnotab' | 'positions' | 'edges'> {
  try {
    const r = new Reader(bytes);
    const lnotab = r.take(r.uint());
    const positions = unpackPositions(r.take(r.uint()), firstlineno);
    const edges: number[] = [];
    while (r.at < bytes.length) edges.push(r.int());
    if (lnotab.length % 2 === 0 && edges.length % 3 === 0) return { lnotab: lnotab.slice(), positions, edges: Int32Array.from(edges) };
  } catch {
    // Not ours.
  }
  return { lnotab: new Uint8Array(0), positions: NO_POSITIONS, edges: NO_POSITIONS };
}

/** Rows as differences: offset forward, line and columns around the row before. */
function packPositions(rows: Int32Array, firstlineno: number): Uint8Array {
  const w = new Writer();
  let offset = 0;
  let line = firstlineno;
  for (let i = 0; i + 4 < rows.length; i += 5) {
    const [at, lineno, endLine, col, endCol] = rows.subarray(i, i + 5) as unknown as [number, number, number, number, number];
    w.uint(at - offset);
    offset = at;
    if (lineno < 0) {
      w.int(0);
      w.byte(0);
      continue;
    }
    w.int(lineno >= line ? lineno - line + 1 : lineno - line);
    line = lineno;
    w.uint(Math.max(endLine - lineno, 0) * 2 + (col < 0 ? 1 : 0) + 1);
    if (col < 0) continue;
    w.uint(col);
    w.int(endCol - col);
  }
  return w.done();
}

// ---- reading ----------------------------------------------------------------------------------------

class Reader {
  at = 0;
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    const b = this.bytes[this.at++];
    if (b === undefined) throw new Error('code data is cut off');
    return b;
  }

  uint(): number {
    let n = 0;
    let factor = 1;
    for (;;) {
      const b = this.byte();
      if (b < 128) return n + b * factor;
      n += (b - 128) * factor;
      factor *= 128;
      if (factor > 2 ** 56) throw new Error('bad number in code data');
    }
  }

  int(): number {
    const n = this.uint();
    return n % 2 === 1 ? -(n + 1) / 2 : n / 2;
  }

  float(): number {
    if (this.at + 8 > this.bytes.length) throw new Error('code data is cut off');
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  uint32At(at: number): number {
    return this.view.getUint32(at, true);
  }

  take(n: number): Uint8Array {
    if (this.at + n > this.bytes.length) throw new Error('code data is cut off');
    this.at += n;
    return this.bytes.subarray(this.at - n, this.at);
  }

  skip(n: number): void {
    if (this.at + n > this.bytes.length) throw new Error('code data is cut off');
    this.at += n;
  }
}

/**
 * Reads what `encodeCode` wrote; throws an Error on anything else. The bytes must not be changed afterwards.
 * `trusted`: they come from the build. Then the bodies of nested code objects are read when first asked for.
 */
export function decodeCode(data: Uint8Array, trusted = false): CodeObject {
  // Views of a Buffer of Node's would be Buffers, which are slow to make.
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const r = new Reader(bytes);
  for (const b of MAGIC) if (r.byte() !== b) throw new Error('not code data');
  const version = r.uint();
  if (version !== FORMAT_VERSION) throw new Error(`code data of version ${version}, not ${FORMAT_VERSION}`);
  const stringAt = readStrings(r);
  const str = (): string => stringAt(r.uint());
  const count = (): number => {
    const n = r.uint();
    if (n > bytes.length) throw new Error('bad count in code data');
    return n;
  };
  const many = <T>(read: () => T): T[] => {
    const n = count();
    const out: T[] = [];
    for (let i = 0; i < n; i++) out.push(read());
    return out;
  };

  const readBody = (firstlineno: number): CodeBody => {
    const names = many(str);
    const varnames = many(str);
    const freevars = many(str);
    const cellvars = many(str);
    const code = r.take(count());
    const lines = r.at;
    r.skip(count());
    r.skip(count());
    const n = count();
    const edges = n === 0 ? NO_POSITIONS : new Int32Array(3 * n);
    for (let i = 0; i < 3 * n; i += 3) {
      const from = r.int();
      edges[i] = from >> 1;
      edges[i + 1] = from & 1;
      edges[i + 2] = r.int() + firstlineno;
    }
    const consts = many(readConst);
    return new PackedBody(names, varnames, freevars, cellvars, consts, code, edges, r, lines, firstlineno);
  };

  const readCode = (): CodeObject => {
    const head: CodeHead = {
      name: str(),
      qualname: str(),
      filename: str(),
      argcount: r.uint(),
      posonlyargcount: r.uint(),
      kwonlyargcount: r.uint(),
      stacksize: r.uint(),
      flags: r.uint(),
      firstlineno: r.uint(),
      nlocals: r.uint(),
      ncells: r.uint(),
      nfrees: r.uint(),
      documented: false,
      cellParams: null,
    };
    const more = r.byte();
    head.documented = (more & 1) !== 0;
    if ((more & 2) !== 0) head.cellParams = Array.from({ length: head.ncells }, () => r.uint() - 1);
    const twins = (more & 4) === 0 ? null : many((): Twin => ({ column: r.uint(), code: readCode() }));
    const length = count();
    const start = r.at;
    const { firstlineno } = head;
    if (trusted) {
      r.skip(length);
      const code = new CodeObject(head, () => {
        r.at = start;
        return readBody(firstlineno);
      });
      code.twins = twins;
      return code;
    }
    const body = readBody(firstlineno);
    if (r.at !== start + length || body.varnames.length !== head.nlocals || body.cellvars.length !== head.ncells || body.freevars.length !== head.nfrees || isDocumented(body.consts) !== head.documented) throw new Error('bad lengths in code data');
    const code = new CodeObject(head, () => body);
    code.twins = twins;
    return code;
  };

  const readConst = (): CodeConst => {
    const tag = r.byte();
    switch (tag) {
      case Tag.None:
        return null;
      case Tag.True:
        return true;
      case Tag.False:
        return false;
      case Tag.Ellipsis:
        return ELLIPSIS;
      case Tag.PosInt:
        return r.uint();
      case Tag.NegInt:
        return -r.uint();
      case Tag.BigInt: {
        const s = str();
        if (!/^-?[0-9a-f]+$/.test(s)) throw new Error('bad int in code data');
        return s.startsWith('-') ? -BigInt('0x' + s.slice(1)) : BigInt('0x' + s);
      }
      case Tag.Float:
        return new ConstFloat(r.float());
      case Tag.Complex:
        return new ConstComplex(r.float(), r.float());
      case Tag.Str:
        return str();
      case Tag.CodePoints:
        return new ConstStr(many(() => r.uint()));
      case Tag.Bytes:
        return new ConstBytes(r.take(count()));
      case Tag.Tuple:
        return new ConstTuple(many(readConst) as ConstValue[]);
      case Tag.Frozenset:
        return new ConstFrozenset(many(readConst) as ConstValue[]);
      case Tag.Code:
        return readCode();
      default:
        throw new Error('bad constant in code data');
    }
  };
  const code = readCode();
  if (r.at !== bytes.length) throw new Error('code data is too long');
  return code;
}

const NO_POSITIONS = new Int32Array(0);

/** Reads the table of strings; each is made when it is first asked for. */
function readStrings(r: Reader): (i: number) => string {
  const n = r.uint();
  const table = r.at;
  r.skip(4 * n);
  const { bytes } = r;
  const from = r.at;
  const endOf = (i: number): number => r.uint32At(table + 4 * i) >>> 2;
  r.skip(n === 0 ? 0 : endOf(n - 1));
  const until = r.at;
  /** The bytes of all strings as characters: most strings are pieces of it. */
  let text: string | null = null;
  const known = new Array<string | undefined>(n);
  return (i) => {
    const s = known[i];
    if (s !== undefined) return s;
    if (i >= n) throw new Error('bad string in code data');
    const start = i === 0 ? 0 : endOf(i - 1);
    const end = endOf(i);
    const kind = r.uint32At(table + 4 * i) & 3;
    if (start > end || from + end > until) throw new Error('bad string in code data');
    if (kind === Text.Ascii) {
      text ??= characters(bytes, from, until);
      return (known[i] = text.slice(start, end));
    }
    const part = bytes.subarray(from + start, from + end);
    if (kind === Text.Utf8) return (known[i] = (utf8 ??= new TextDecoder('utf-8', { ignoreBOM: true })).decode(part));
    let units = '';
    for (let k = 0; k + 1 < part.length; k += 2) units += String.fromCharCode(part[k]! | (part[k + 1]! << 8));
    return (known[i] = units);
  };
}

let utf8: InstanceType<typeof TextDecoder> | null = null;

interface NodeBuffer {
  from(buffer: ArrayBufferLike, offset: number, length: number): { latin1Slice(): string };
}

/** One character for each byte; those above 127 may be any. */
function characters(bytes: Uint8Array, from: number, until: number): string {
  const node = (globalThis as unknown as { Buffer?: NodeBuffer }).Buffer;
  if (node !== undefined) return node.from(bytes.buffer, bytes.byteOffset + from, until - from).latin1Slice();
  return new TextDecoder('latin1').decode(bytes.subarray(from, until));
}

/** The line table and positions are wanted for tracebacks and tracing only: unpacked on first use. */
class PackedBody implements CodeBody {
  private rows: Int32Array | null = null;
  private table: Uint8Array | null = null;

  constructor(
    readonly names: readonly string[],
    readonly varnames: readonly string[],
    readonly freevars: readonly string[],
    readonly cellvars: readonly string[],
    readonly consts: readonly CodeConst[],
    readonly code: Uint8Array,
    readonly edges: Int32Array,
    private readonly r: Reader,
    /** Where the line table begins. */
    private readonly lines: number,
    private readonly firstlineno: number,
  ) {}

  get lnotab(): Uint8Array {
    if (this.table === null) {
      const { r } = this;
      r.at = this.lines;
      this.table = r.take(r.uint());
    }
    return this.table;
  }

  get positions(): Int32Array {
    if (this.rows === null) {
      const { r } = this;
      r.at = this.lines;
      r.skip(r.uint());
      this.rows = unpackPositions(r.take(r.uint()), this.firstlineno);
    }
    return this.rows;
  }
}

function unpackPositions(packed: Uint8Array, firstlineno: number): Int32Array {
  const r = new Reader(packed);
  const rows: number[] = [];
  let offset = 0;
  let line = firstlineno;
  while (r.at < packed.length) {
    offset += r.uint();
    const step = r.int();
    const kind = r.uint();
    if (kind === 0) {
      rows.push(offset, -1, -1, -1, -1);
      continue;
    }
    line += step > 0 ? step - 1 : step;
    const end = line + Math.floor((kind - 1) / 2);
    if ((kind - 1) % 2 === 1) {
      rows.push(offset, line, end, -1, -1);
      continue;
    }
    const col = r.uint();
    rows.push(offset, line, end, col, col + r.int());
  }
  return Int32Array.from(rows);
}
