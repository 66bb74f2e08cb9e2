/** The containers: .xz, .lzma and raw streams, read as far as they have come and written whole. */
import { crc32 } from '../checksums.js';
import { CHECK_SIZE, checkOf, supported } from './check.js';
import { History, Lzma2Decoder, LzmaDataError, LzmaDecoder, LzmaNeedsMore } from './decode.js';
import { LzmaEncoder } from './encode.js';
import { Model, propertiesByte, propertiesOf, type Properties } from './model.js';

/** A failure as liblzma names it. */
export class LzmaFailure extends Error {
  constructor(readonly kind: 'format' | 'options' | 'data' | 'memory limit') {
    super();
  }
}

/** A filter of a chain; `options` by name. */
export interface Filter {
  id: number;
  properties: Properties;
  dictionary: number;
  /** Of the delta filter. */
  distance: number;
}
export const FILTER = { Lzma1: 0x4000000000000001, Delta: 3, Lzma2: 0x21 } as const;

export const DICTIONARY = [18, 20, 21, 22, 22, 23, 23, 24, 25, 26].map((bits) => 2 ** bits);

/** The byte of LZMA2's dictionary size. */
export function dictionaryByte(size: number): number {
  for (let b = 0; b < 40; b++) if ((2 | (b & 1)) * 2 ** ((b >> 1) + 11) >= size) return b;
  return 40;
}
export const dictionaryOf = (b: number): number => (b === 40 ? 0xffffffff : (2 | (b & 1)) * 2 ** ((b >> 1) + 11));

function delta(b: Uint8Array, distance: number, decode: boolean): Uint8Array {
  const out = b.slice();
  if (decode) for (let i = distance; i < out.length; i++) out[i] = out[i]! + out[i - distance]!;
  else for (let i = distance; i < out.length; i++) out[i] = b[i]! - b[i - distance]!;
  return out;
}

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0];

/** Writes a number in groups of seven bits. */
function putNumber(out: number[], n: number): void {
  for (; n >= 128; n = Math.floor(n / 128)) out.push((n % 128) | 128);
  out.push(n);
}
function put32(out: number[], n: number): void {
  for (let i = 0; i < 4; i++) out.push((n >>> (8 * i)) & 255);
}
const putAll = (out: number[], b: ArrayLike<number>): void => {
  for (let i = 0; i < b.length; i++) out.push(b[i]!);
};
const crcOf = (b: number[]): number => crc32(Uint8Array.from(b));

/** What the last filter of a chain writes; those before it have been applied. */
function coded(b: Uint8Array, filters: readonly Filter[]): ArrayLike<number> {
  for (const f of filters.slice(0, -1)) b = delta(b, f.distance, false);
  const last = filters[filters.length - 1]!;
  const e = new LzmaEncoder(b, last.properties, last.dictionary);
  return last.id === FILTER.Lzma2 ? e.chunks() : e.whole();
}

export function writeRaw(b: Uint8Array, filters: readonly Filter[]): Uint8Array {
  return Uint8Array.from(coded(b, filters));
}

export function writeAlone(b: Uint8Array, f: Filter): Uint8Array {
  const out: number[] = [propertiesByte(f.properties)];
  put32(out, f.dictionary);
  for (let i = 0; i < 8; i++) out.push(255);
  putAll(out, coded(b, [f]));
  return Uint8Array.from(out);
}

export function writeXz(b: Uint8Array, filters: readonly Filter[], check: number): Uint8Array {
  const out = [...MAGIC, 0, check];
  put32(out, crcOf([0, check]));
  const index: number[] = [0];
  putNumber(index, b.length > 0 ? 1 : 0);
  if (b.length > 0) {
    const head: number[] = [0, filters.length - 1];
    for (const f of filters) {
      putNumber(head, f.id);
      head.push(1, f.id === FILTER.Delta ? f.distance - 1 : dictionaryByte(f.dictionary));
    }
    while (head.length % 4 !== 0) head.push(0);
    head[0] = head.length / 4;
    put32(head, crcOf(head));
    putAll(out, head);
    const data = coded(b, filters);
    putAll(out, data);
    for (let n = data.length; n % 4 !== 0; n++) out.push(0);
    putAll(out, checkOf(check, b));
    putNumber(index, head.length + data.length + CHECK_SIZE[check]!);
    putNumber(index, b.length);
  }
  while (index.length % 4 !== 0) index.push(0);
  put32(index, crcOf(index));
  putAll(out, index);
  const foot: number[] = [];
  put32(foot, index.length / 4 - 1);
  foot.push(0, check);
  put32(out, crcOf(foot));
  putAll(out, foot);
  out.push(0x59, 0x5a);
  return Uint8Array.from(out);
}

/** A stream that is read: what comes out goes to `give`. */
export abstract class Reader {
  input: Uint8Array = new Uint8Array(0);
  at = 0;
  done = false;
  /** The check of the stream; 16: not known yet. */
  check = 16;
  constructor(protected readonly give: (b: Uint8Array) => void) {}

  write(b: Uint8Array): void {
    const all = new Uint8Array(this.input.length - this.at + b.length);
    all.set(this.input.subarray(this.at));
    all.set(b, this.input.length - this.at);
    this.input = all;
    this.at = 0;
    try {
      while (!this.done && this.next());
    } catch (e) {
      if (e instanceof LzmaDataError) throw new LzmaFailure('data');
      throw e;
    }
  }
  /** Reads a part; false: it has not come in whole. */
  protected abstract next(): boolean;
  get rest(): Uint8Array {
    return this.input.subarray(this.at);
  }
}

/** A block of .xz that is being read, or a raw chain that ends in LZMA2. */
class Chain {
  readonly history = new History();
  readonly decoder = new Lzma2Decoder(this.history);
  given = 0;
  constructor(private readonly deltas: readonly number[]) {}
  private undone: Uint8Array = new Uint8Array(0);

  /** Reads on; what is new in plain text. */
  read(src: Uint8Array, at: number): { at: number; out: Uint8Array } {
    const next = this.decoder.read(src, at);
    const { history } = this;
    let out = history.buf.slice(this.given, history.n);
    if (this.deltas.length > 0 && history.n > this.given) {
      let all: Uint8Array = history.buf.slice(0, history.n);
      for (const d of [...this.deltas].reverse()) all = delta(all, d, true);
      this.undone = all;
      out = all.slice(this.given);
    }
    this.given = history.n;
    return { at: next, out };
  }
  get plain(): Uint8Array {
    return this.deltas.length > 0 ? this.undone : this.history.buf.subarray(0, this.history.n);
  }
}

export class XzReader extends Reader {
  private stage: 'header' | 'block' | 'data' | 'tail' | 'index' = 'header';
  private chain: Chain | null = null;
  private headSize = 0;
  private packed = 0;
  private declared: { packed: number; plain: number } = { packed: -1, plain: -1 };
  private readonly records: [number, number][] = [];
  constructor(
    give: (b: Uint8Array) => void,
    private readonly limit: number,
  ) {
    super(give);
  }

  private number(at: number, end: number): { n: number; at: number } {
    let n = 0;
    let scale = 1;
    for (let i = 0; i < 9; i++) {
      if (at >= end) throw new LzmaNeedsMore();
      const c = this.input[at++]!;
      n += (c & 127) * scale;
      scale *= 128;
      if (c < 128) {
        if (c === 0 && i > 0) throw new LzmaDataError();
        return { n, at };
      }
    }
    throw new LzmaDataError();
  }
  private u32(at: number): number {
    const b = this.input;
    return (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;
  }

  protected next(): boolean {
    const { input, at } = this;
    const left = input.length - at;
    switch (this.stage) {
      case 'header': {
        for (let i = 0; i < Math.min(6, left); i++) if (input[at + i] !== MAGIC[i]) throw new LzmaFailure('format');
        if (left < 12) return false;
        if (this.u32(at + 8) !== crc32(input.subarray(at + 6, at + 8))) throw new LzmaFailure('data');
        if (input[at + 6] !== 0 || input[at + 7]! > 15) throw new LzmaFailure('options');
        this.check = input[at + 7]!;
        this.at += 12;
        this.stage = 'block';
        return true;
      }
      case 'block': {
        if (left < 1) return false;
        const size = (input[at]! + 1) * 4;
        if (input[at] === 0) {
          this.stage = 'index';
          return true;
        }
        if (left < size) return false;
        this.block(at, size);
        return true;
      }
      case 'data': {
        const { at: next, out } = this.chain!.read(input, at);
        this.packed += next - at;
        this.at = next;
        if (this.chain!.history.n > 0) this.give(out);
        if (!this.chain!.decoder.done) return false;
        this.stage = 'tail';
        return true;
      }
      case 'tail': {
        const pad = (4 - (this.packed % 4)) % 4;
        const size = CHECK_SIZE[this.check]!;
        if (left < pad + size) return false;
        for (let i = 0; i < pad; i++) if (input[at + i] !== 0) throw new LzmaDataError();
        const { plain } = this.chain!;
        if (supported(this.check)) checkOf(this.check, plain).forEach((c, i) => {
          if (c !== input[at + pad + i]) throw new LzmaDataError();
        });
        if ((this.declared.packed >= 0 && this.declared.packed !== this.packed) || (this.declared.plain >= 0 && this.declared.plain !== plain.length)) throw new LzmaDataError();
        this.records.push([this.headSize + this.packed + size, plain.length]);
        this.at += pad + size;
        this.chain = null;
        this.stage = 'block';
        return true;
      }
      default:
        return this.index(at);
    }
  }

  private block(at: number, size: number): void {
    const { input } = this;
    if (this.u32(at + size - 4) !== crc32(input.subarray(at, at + size - 4))) throw new LzmaDataError();
    const flags = input[at + 1]!;
    if (flags & 0x3c) throw new LzmaFailure('options');
    let p = at + 2;
    const end = at + size - 4;
    this.declared = { packed: -1, plain: -1 };
    try {
      if (flags & 0x40) ({ n: this.declared.packed, at: p } = this.number(p, end));
      if (flags & 0x80) ({ n: this.declared.plain, at: p } = this.number(p, end));
      const deltas: number[] = [];
      for (let i = 0; i <= (flags & 3); i++) {
        const id = this.number(p, end);
        const length = this.number(id.at, end);
        const props = input.subarray(length.at, length.at + length.n);
        p = length.at + length.n;
        const last = i === (flags & 3);
        if (length.n !== 1 || (last ? id.n !== FILTER.Lzma2 || props[0]! > 40 : id.n !== FILTER.Delta)) throw new LzmaFailure('options');
        if (last && this.limit >= 0 && dictionaryOf(props[0]!) + 65536 > this.limit) throw new LzmaFailure('memory limit');
        if (!last) deltas.push(props[0]! + 1);
      }
      this.chain = new Chain(deltas);
    } catch (e) {
      throw e instanceof LzmaNeedsMore ? new LzmaDataError() : e;
    }
    for (; p < end; p++) if (input[p] !== 0) throw new LzmaFailure('options');
    this.headSize = size;
    this.packed = 0;
    this.at += size;
    this.stage = 'data';
  }

  private index(at: number): boolean {
    const { input } = this;
    let p = at + 1;
    try {
      const count = this.number(p, input.length);
      p = count.at;
      if (count.n !== this.records.length) throw new LzmaDataError();
      for (const [packed, plain] of this.records) {
        const a = this.number(p, input.length);
        const b = this.number(a.at, input.length);
        p = b.at;
        if (a.n !== packed || b.n !== plain) throw new LzmaDataError();
      }
    } catch (e) {
      if (e instanceof LzmaNeedsMore) return false;
      throw e;
    }
    const pad = (4 - ((p - at) % 4)) % 4;
    const size = p - at + pad + 4;
    if (input.length - at < size + 12) return false;
    for (let i = 0; i < pad; i++) if (input[p + i] !== 0) throw new LzmaDataError();
    if (this.u32(p + pad) !== crc32(input.subarray(at, p + pad))) throw new LzmaDataError();
    const foot = at + size;
    if (input[foot + 10] !== 0x59 || input[foot + 11] !== 0x5a) throw new LzmaDataError();
    if (this.u32(foot) !== crc32(input.subarray(foot + 4, foot + 10)) || (this.u32(foot + 4) + 1) * 4 !== size || input[foot + 9] !== this.check) throw new LzmaDataError();
    this.at = foot + 12;
    this.done = true;
    return true;
  }
}

/** LZMA1: from the start each time more has come, as its symbols end anywhere. */
class Lzma1 {
  private given = 0;
  constructor(
    private readonly properties: Properties,
    /** Length of the text; negative: there is an end marker. */
    private readonly size: number,
  ) {}

  /** What is new; the place behind the stream, -1 as long as it goes on. */
  read(src: Uint8Array, from: number): { end: number; out: Uint8Array } {
    const history = new History();
    const d = new LzmaDecoder(new Model(this.properties), history);
    let end = -1;
    try {
      d.begin(src, from, src.length);
      if (d.run(this.size < 0 ? Infinity : this.size) || this.size >= 0) end = d.at;
    } catch (e) {
      if (!(e instanceof LzmaNeedsMore)) throw e;
    }
    const out = history.buf.slice(this.given, history.n);
    this.given = Math.max(this.given, history.n);
    return { end, out };
  }
}

export class AloneReader extends Reader {
  private lzma: Lzma1 | null = null;
  constructor(
    give: (b: Uint8Array) => void,
    private readonly picky: boolean,
    private readonly limit: number,
  ) {
    super(give);
    this.check = 0;
  }
  protected next(): boolean {
    const { input, at } = this;
    if (this.lzma === null) {
      const p = input.length > at ? propertiesOf(input[at]!) : undefined;
      if (p === null || (p !== undefined && p.lc + p.lp > 4)) throw new LzmaFailure('format');
      if (input.length - at < 13) return false;
      const d = new DataView(input.buffer, input.byteOffset + at);
      const dictionary = d.getUint32(1, true);
      const low = d.getUint32(5, true);
      const high = d.getUint32(9, true);
      const unknown = low === 0xffffffff && high === 0xffffffff;
      const power = dictionary === 0xffffffff || [2, 3].some((k) => Number.isInteger(Math.log2(dictionary / k)));
      if (this.picky && (!power || (!unknown && high >= 64))) throw new LzmaFailure('format');
      if (this.limit >= 0 && dictionary + 65536 > this.limit) throw new LzmaFailure('memory limit');
      this.lzma = new Lzma1(propertiesOf(input[at]!)!, unknown ? -1 : high * 2 ** 32 + low);
      this.at += 13;
    }
    const { end, out } = this.lzma.read(input, this.at);
    this.give(out);
    if (end < 0) return false;
    this.at = end;
    this.done = true;
    return true;
  }
}

export class RawReader extends Reader {
  private readonly lzma: Lzma1 | null;
  private readonly chain: Chain;
  constructor(give: (b: Uint8Array) => void, filters: readonly Filter[]) {
    super(give);
    const last = filters[filters.length - 1]!;
    this.lzma = last.id === FILTER.Lzma2 ? null : new Lzma1(last.properties, -1);
    this.chain = new Chain(filters.slice(0, -1).map((f) => f.distance));
    this.check = 0;
  }
  protected next(): boolean {
    if (this.lzma !== null) {
      const { end, out } = this.lzma.read(this.input, this.at);
      this.give(out);
      if (end < 0) return false;
      this.at = end;
      this.done = true;
      return true;
    }
    const { at, out } = this.chain.read(this.input, this.at);
    this.at = at;
    this.give(out);
    this.done = this.chain.decoder.done;
    return this.done;
  }
}
