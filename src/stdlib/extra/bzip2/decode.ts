/** Decompression of bzip2 streams, block by block. */
import { bzCrcTable } from './encode.js';

export class Bzip2Error extends Error {}
/** The data ends inside a block. */
const MORE = Symbol('more');

export class Bzip2Decoder {
  private input: Uint8Array = new Uint8Array(0);
  /** Bits read of `input`. */
  private at = 0;
  private level = 0;
  private combined = 0;
  done = false;

  /** Adds data, and gives the blocks that are whole by now. */
  write(data: Uint8Array): Uint8Array[] {
    // Bytes that were read go.
    const gone = this.at >> 3;
    const all = new Uint8Array(this.input.length - gone + data.length);
    all.set(this.input.subarray(gone));
    all.set(data, this.input.length - gone);
    this.input = all;
    this.at &= 7;
    const out: Uint8Array[] = [];
    while (!this.done) {
      const from = this.at;
      try {
        const block = this.block();
        if (block !== null) out.push(block);
      } catch (e) {
        if (e !== MORE) throw e;
        this.at = from;
        break;
      }
    }
    return out;
  }

  /** What follows the stream. */
  get rest(): Uint8Array {
    return this.input.subarray((this.at + 7) >> 3);
  }

  private bits(n: number): number {
    const { input } = this;
    let v = 0;
    let { at } = this;
    if (at + n > input.length * 8) throw MORE;
    for (let left = n; left > 0; ) {
      const free = 8 - (at & 7);
      const take = Math.min(free, left);
      v = v * (1 << take) + ((input[at >> 3]! >> (free - take)) & ((1 << take) - 1));
      at += take;
      left -= take;
    }
    this.at = at;
    return v;
  }

  /** The next block's bytes; null: there was only a header or the end. */
  private block(): Uint8Array | null {
    if (this.level === 0) {
      // Byte by byte: what is wrong is wrong before there is more.
      const start = this.at >> 3;
      for (let i = 0; i < 3; i++) if (start + i < this.input.length && this.input[start + i] !== 'BZh'.charCodeAt(i)) throw new Bzip2Error();
      const level = (this.bits(24), this.bits(8)) - 48;
      if (level < 1 || level > 9) throw new Bzip2Error();
      this.level = level;
      return null;
    }
    const magic = this.bits(48);
    const crc = this.bits(32) | 0;
    if (magic === 0x177245385090) {
      if (crc !== this.combined) throw new Bzip2Error();
      this.done = true;
      return null;
    }
    if (magic !== 0x314159265359) throw new Bzip2Error();
    const random = this.bits(1);
    const origin = this.bits(24);
    const rows = this.bits(16);
    const used: number[] = [];
    for (let i = 0; i < 16; i++) if (rows & (0x8000 >> i)) for (let j = 0; j < 16; j++) if (this.bits(1)) used.push(i * 16 + j);
    if (used.length === 0) throw new Bzip2Error();
    const alpha = used.length + 2;
    const groups = this.bits(3);
    const count = this.bits(15);
    if (groups < 2 || groups > 6 || count < 1) throw new Bzip2Error();
    const pos = Array.from({ length: groups }, (_, i) => i);
    const selectors = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      let k = 0;
      while (this.bits(1)) if (++k >= groups) throw new Bzip2Error();
      const s = pos.splice(k, 1)[0]!;
      pos.unshift(s);
      selectors[i] = s;
    }
    const tables = Array.from({ length: groups }, () => {
      const len = new Uint8Array(alpha);
      let curr = this.bits(5);
      for (let i = 0; i < alpha; i++) {
        for (;;) {
          if (curr < 1 || curr > 20) throw new Bzip2Error();
          if (!this.bits(1)) break;
          curr += this.bits(1) ? -1 : 1;
        }
        len[i] = curr;
      }
      return huffman(len);
    });
    const bytes = this.symbols(used, alpha, selectors, tables);
    const n = bytes.length;
    if (origin >= n) throw new Bzip2Error();
    const text = unsorted(bytes, origin);
    if (random) derandomise(text);
    const out = unrun(text);
    const table = bzCrcTable();
    let c = -1;
    for (let i = 0; i < out.length; i++) c = (c << 8) ^ table[(c >>> 24) ^ out[i]!]!;
    if (~c !== crc) throw new Bzip2Error();
    this.combined = ((this.combined << 1) | (this.combined >>> 31)) ^ crc;
    return out;
  }

  /** Huffman codes, runs of zeros and move to front undone: the last column of the sorted rotations. */
  private symbols(used: number[], alpha: number, selectors: Uint8Array, tables: Huffman[]): Uint8Array {
    const { input } = this;
    const end = input.length * 8;
    const room = this.level * 100000;
    const out = new Uint8Array(room);
    const front = Uint8Array.from(used);
    let n = 0;
    let group = -1;
    let left = 0;
    let t = tables[0]!;
    let run = 0;
    let weight = 1;
    let { at } = this;
    for (;;) {
      if (left === 0) {
        if (++group >= selectors.length) throw new Bzip2Error();
        left = 50;
        t = tables[selectors[group]!]!;
      }
      left--;
      let code = 0;
      let len = 0;
      let symbol = -1;
      while (len < t.max) {
        if (at >= end) throw MORE;
        code = (code << 1) | ((input[at >> 3]! >> (7 - (at & 7))) & 1);
        at++;
        len++;
        const k = code - t.first[len]!;
        if (k < t.count[len]!) {
          symbol = t.symbols[t.offset[len]! + k]!;
          break;
        }
      }
      if (symbol < 0) throw new Bzip2Error();
      if (symbol < 2) {
        run += weight << symbol;
        weight <<= 1;
        if (run > room) throw new Bzip2Error();
        continue;
      }
      if (run > 0) {
        if (n + run > room) throw new Bzip2Error();
        out.fill(front[0]!, n, n + run);
        n += run;
        run = 0;
        weight = 1;
      }
      if (symbol === alpha - 1) break;
      if (n >= room) throw new Bzip2Error();
      const k = symbol - 1;
      const c = front[k]!;
      front.copyWithin(1, 0, k);
      front[0] = c;
      out[n++] = c;
    }
    this.at = at;
    return out.subarray(0, n);
  }
}

interface Huffman {
  max: number;
  first: Int32Array;
  count: Int32Array;
  offset: Int32Array;
  symbols: number[];
}

function huffman(len: Uint8Array): Huffman {
  const count = new Int32Array(21);
  for (const n of len) count[n]!++;
  const first = new Int32Array(22);
  const offset = new Int32Array(22);
  const symbols: number[] = [];
  let max = 1;
  for (let n = 1; n <= 20; n++) {
    first[n] = n === 1 ? 0 : (first[n - 1]! + count[n - 1]!) << 1;
    offset[n] = symbols.length;
    len.forEach((l, i) => l === n && symbols.push(i));
    if (count[n]! > 0) max = n;
  }
  return { max, first, count, offset, symbols };
}

function unsorted(last: Uint8Array, origin: number): Uint8Array {
  const n = last.length;
  const starts = new Int32Array(257);
  for (let i = 0; i < n; i++) starts[last[i]! + 1]!++;
  for (let i = 0; i < 256; i++) starts[i + 1]! += starts[i]!;
  const next = new Int32Array(n);
  for (let i = 0; i < n; i++) next[starts[last[i]!]!++] = i;
  const out = new Uint8Array(n);
  let p = next[origin]!;
  for (let i = 0; i < n; i++) {
    out[i] = last[p]!;
    p = next[p]!;
  }
  return out;
}

/** Four equal bytes are followed by how many more there are. */
function unrun(b: Uint8Array): Uint8Array {
  let size = b.length;
  let same = 0;
  for (let i = 0; i < b.length; i++) {
    same = i > 0 && same > 0 && b[i] === b[i - 1] ? same + 1 : 1;
    if (same === 4) {
      size += (b[i + 1] ?? 0) - 1;
      i++;
      same = 0;
    }
  }
  const out = new Uint8Array(Math.max(0, size));
  let n = 0;
  same = 0;
  for (let i = 0; i < b.length; i++) {
    const c = b[i]!;
    same = i > 0 && same > 0 && c === b[i - 1] ? same + 1 : 1;
    out[n++] = c;
    if (same === 4 && i + 1 < b.length) {
      const more = b[++i]!;
      out.fill(c, n, n + more);
      n += more;
      same = 0;
    }
  }
  return out.subarray(0, n);
}

/** Blocks of bzip2 0.9 that were sorted badly had bits turned by a table nobody writes any more: such a block is refused. */
function derandomise(_b: Uint8Array): void {
  throw new Bzip2Error();
}
