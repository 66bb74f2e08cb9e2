/** Inflate (RFC 1951) that can stop for more input at any symbol, with zlib and gzip wrappers. */
import { adler32, crc32 } from './checksums.js';

/** What zlib says of bad data: its return code and message. */
export class ZlibError {
  constructor(
    readonly code: number,
    readonly message: string,
  ) {}
}

/** Thrown by the bit reader; `step` goes back to the start of the symbol. */
const MORE = Symbol('more input');

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DIST_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DIST_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Canonical Huffman code: symbols by length, and how many codes each length has. */
interface Code {
  readonly count: Uint16Array;
  readonly symbols: Uint16Array;
  readonly lengths: ArrayLike<number>;
  /** By the next QUICK bits: symbol * 16 + length of its code; 0 where the code is longer, or none. Made when it is first used. */
  quick: Uint16Array | null;
}
const QUICK = 10;

function quickTable(c: Code): Uint16Array {
  const table = new Uint16Array(1 << QUICK);
  const { count, lengths } = c;
  const next = new Uint16Array(16);
  for (let n = 1, code = 0; n < 16; n++) next[n] = code = (code + (n > 1 ? count[n - 1]! : 0)) << 1;
  for (let i = 0; i < lengths.length; i++) {
    const n = lengths[i]!;
    if (n === 0) continue;
    let code = next[n]!++;
    if (n > QUICK) continue;
    let turned = 0;
    for (let k = 0; k < n; k++, code >>= 1) turned = (turned << 1) | (code & 1);
    for (let at = turned; at < 1 << QUICK; at += 1 << n) table[at] = i * 16 + n;
  }
  return table;
}

/** `left`: how many more codes the lengths could hold; negative when they are too many. */
function makeCode(lengths: ArrayLike<number>): Code & { left: number } {
  const count = new Uint16Array(16);
  for (let i = 0; i < lengths.length; i++) count[lengths[i]!]!++;
  let left = 1;
  for (let n = 1; n < 16; n++) {
    left = left * 2 - count[n]!;
    if (left < 0) return { count, symbols: new Uint16Array(0), lengths, quick: null, left };
  }
  const offsets = new Uint16Array(16);
  for (let n = 1; n < 15; n++) offsets[n + 1] = offsets[n]! + count[n]!;
  const symbols = new Uint16Array(lengths.length);
  for (let i = 0; i < lengths.length; i++) if (lengths[i] !== 0) symbols[offsets[lengths[i]!]!++] = i;
  count[0] = 0;
  return { count, symbols, lengths, quick: null, left };
}

let fixed: [Code, Code] | null = null;
function fixedCodes(): [Code, Code] {
  if (fixed === null) {
    const l = new Uint8Array(288);
    l.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
    fixed = [makeCode(l), makeCode(new Uint8Array(30).fill(5))];
  }
  return fixed;
}

export type Wrapper = 'raw' | 'zlib' | 'gzip' | 'auto';

export class Inflater {
  private input: Uint8Array = new Uint8Array(0);
  private pos = 0;
  private bits = 0;
  private nbits = 0;
  private out = new Uint8Array(1024);
  private n = 0;
  /** First byte of `out` that was not handed over. */
  private given = 0;
  private state: 'header' | 'dictionary' | 'block' | 'stored' | 'codes' | 'trailer' | 'done' = 'header';
  private last = false;
  private stored = 0;
  private lit: Code = { count: new Uint16Array(16), symbols: new Uint16Array(0), lengths: [], quick: null };
  private dist: Code = this.lit;
  private check = 1;
  private kind: Wrapper;
  private total = 0;

  constructor(
    kind: Wrapper,
    private readonly dictionary: Uint8Array | null = null,
    /** The largest window a zlib stream may have. */
    private readonly windowBits = 15,
  ) {
    this.kind = kind;
    if (kind === 'raw') {
      this.state = 'block';
      if (dictionary !== null) this.preset(dictionary);
    }
  }

  /** The stream has ended and all of it was handed over. */
  get eof(): boolean {
    return this.state === 'done' && this.given === this.n;
  }
  /** Input behind the end of the stream, or not yet used. */
  get rest(): Uint8Array {
    return this.input.slice(this.pos - (this.nbits >> 3));
  }
  copy(): Inflater {
    const c = new Inflater(this.kind, this.dictionary, this.windowBits);
    Object.assign(c, this);
    c.out = this.out.slice();
    c.input = this.input.slice();
    return c;
  }

  private preset(d: Uint8Array): void {
    this.need(d.length);
    this.out.set(d, this.n);
    this.n += d.length;
    this.given = this.n;
  }

  /** Takes more input and gives at most `max` bytes of output (Infinity: all there is). */
  push(data: Uint8Array, max = Infinity): Uint8Array {
    const rest = this.rest;
    if (rest.length === 0 && this.nbits < 8) {
      this.input = data;
      this.pos = 0;
    } else {
      const all = new Uint8Array(rest.length + data.length);
      all.set(rest);
      all.set(data, rest.length);
      this.input = all;
      this.pos = 0;
      // Whole bytes in the bit buffer went back into `rest`.
      this.nbits &= 7;
      this.bits &= (1 << this.nbits) - 1;
    }
    while (this.state !== 'done' && this.n - this.given < max && this.step());
    const take = Math.min(this.n - this.given, max);
    const result = this.out.slice(this.given, this.given + take);
    this.given += take;
    this.count(result);
    if (this.state === 'trailer' && this.given === this.n) while (this.state as string !== 'done' && this.step());
    // Only the last 32 KB are needed for distances.
    if (this.given > 1 << 17) {
      const from = this.given - 32768;
      this.out.copyWithin(0, from, this.n);
      this.n -= from;
      this.given -= from;
    }
    return result;
  }

  private count(b: Uint8Array): void {
    if (this.kind === 'zlib') this.check = adler32(b, this.check);
    else if (this.kind === 'gzip') this.check = crc32(b, this.check);
    this.total += b.length;
  }

  private take(n: number): number {
    while (this.nbits < n) {
      if (this.pos >= this.input.length) throw MORE;
      this.bits |= this.input[this.pos++]! << this.nbits;
      this.nbits += 8;
    }
    const v = this.bits & ((1 << n) - 1);
    this.bits >>>= n;
    this.nbits -= n;
    return v;
  }

  private symbol(c: Code): number {
    let code = 0;
    let first = 0;
    let index = 0;
    const { count, symbols } = c;
    for (let len = 1; len < 16; len++) {
      if (this.nbits === 0) {
        if (this.pos >= this.input.length) throw MORE;
        this.bits = this.input[this.pos++]!;
        this.nbits = 8;
      }
      code |= this.bits & 1;
      this.bits >>>= 1;
      this.nbits--;
      const n = count[len]!;
      if (code - n < first) return symbols[index + (code - first)]!;
      index += n;
      first = (first + n) << 1;
      code <<= 1;
    }
    return -1;
  }

  private need(n: number): void {
    if (this.n + n <= this.out.length) return;
    const bigger = new Uint8Array(Math.max(this.out.length * (this.out.length < 1 << 18 ? 4 : 2), this.n + n));
    bigger.set(this.out.subarray(0, this.n));
    this.out = bigger;
  }

  private match(length: number, back: number): void {
    this.need(length);
    const { out, n } = this;
    if (length > 24 && back >= length) out.copyWithin(n, n - back, n - back + length);
    else if (length > 24 && back === 1) out.fill(out[n - 1]!, n, n + length);
    else for (let k = n; k < n + length; k++) out[k] = out[k - back]!;
    this.n = n + length;
  }

  /** Symbols with short codes, as long as there is plenty of input; the others `symbols` does one by one, which knows what is wrong. */
  private quickly(): void {
    const { input } = this;
    const last = input.length - 8;
    const literals = (this.lit.quick ??= quickTable(this.lit));
    const distances = (this.dist.quick ??= quickTable(this.dist));
    const mask = (1 << QUICK) - 1;
    const most = this.n + 65536;
    let { pos, bits, nbits } = this;
    let ended = false;
    while (pos <= last && this.n < most) {
      while (nbits < 16) {
        bits |= input[pos++]! << nbits;
        nbits += 8;
      }
      const e = literals[bits & mask]!;
      const s = e >> 4;
      if (e === 0 || s > 285) break;
      if (s < 256) {
        bits >>>= e & 15;
        nbits -= e & 15;
        if (this.n === this.out.length) this.need(1);
        this.out[this.n++] = s;
        continue;
      }
      if (s === 256) {
        bits >>>= e & 15;
        nbits -= e & 15;
        ended = true;
        break;
      }
      const pos0 = pos;
      const bits0 = bits;
      const nbits0 = nbits;
      bits >>>= e & 15;
      nbits -= e & 15;
      const more = LENGTH_EXTRA[s - 257]!;
      const length = LENGTH_BASE[s - 257]! + (bits & ((1 << more) - 1));
      bits >>>= more;
      nbits -= more;
      while (nbits < 16) {
        bits |= input[pos++]! << nbits;
        nbits += 8;
      }
      const f = distances[bits & mask]!;
      const d = f >> 4;
      let back = Infinity;
      if (f !== 0 && d < 30) {
        bits >>>= f & 15;
        nbits -= f & 15;
        const extra = DIST_EXTRA[d]!;
        while (nbits < extra) {
          bits |= input[pos++]! << nbits;
          nbits += 8;
        }
        back = DIST_BASE[d]! + (bits & ((1 << extra) - 1));
        bits >>>= extra;
        nbits -= extra;
      }
      if (back > this.n) {
        pos = pos0;
        bits = bits0;
        nbits = nbits0;
        break;
      }
      this.match(length, back);
    }
    // Whole bytes are given back.
    this.pos = pos - (nbits >> 3);
    this.nbits = nbits & 7;
    this.bits = bits & ((1 << (nbits & 7)) - 1);
    if (ended) this.endBlock();
  }

  /** One piece of work; false when it needs more input. */
  private step(): boolean {
    const { pos, bits, nbits } = this;
    try {
      this.work();
      return true;
    } catch (e) {
      if (e !== MORE) throw e;
      this.pos = pos;
      this.bits = bits;
      this.nbits = nbits;
      return false;
    }
  }

  private work(): void {
    switch (this.state) {
      case 'header':
        this.header();
        break;
      case 'dictionary':
        if (this.dictionary === null) throw new ZlibError(2, '');
        if (adler32(this.dictionary) !== this.check) throw new ZlibError(-3, '');
        this.check = 1;
        this.preset(this.dictionary);
        this.state = 'block';
        break;
      case 'block':
        this.blockHeader();
        break;
      case 'stored': {
        const n = Math.min(this.stored, this.input.length - this.pos);
        if (n === 0 && this.stored > 0) throw MORE;
        this.need(n);
        this.out.set(this.input.subarray(this.pos, this.pos + n), this.n);
        this.n += n;
        this.pos += n;
        this.stored -= n;
        if (this.stored === 0) this.endBlock();
        break;
      }
      case 'codes':
        this.symbols();
        break;
      case 'trailer':
        this.trailer();
        break;
      default:
    }
  }

  private header(): void {
    if (this.kind === 'auto' || this.kind === 'gzip') {
      const a = this.take(8);
      const b = this.take(8);
      if (a === 0x1f && b === 0x8b) {
        if (this.take(8) !== 8) throw new ZlibError(-3, 'unknown compression method');
        const flags = this.take(8);
        for (let i = 0; i < 6; i++) this.take(8);
        if (flags & 4) for (let n = this.take(8) | (this.take(8) << 8); n > 0; n--) this.take(8);
        for (const f of [8, 16]) if (flags & f) while (this.take(8) !== 0);
        if (flags & 2) this.take(16);
        this.kind = 'gzip';
        this.check = 0;
        this.state = 'block';
        return;
      }
      if (this.kind === 'gzip') throw new ZlibError(-3, 'incorrect header check');
      this.zlibHeader(a, b);
      return;
    }
    this.zlibHeader(this.take(8), this.take(8));
  }

  private zlibHeader(cmf: number, flg: number): void {
    if (((cmf << 8) | flg) % 31 !== 0) throw new ZlibError(-3, 'incorrect header check');
    if ((cmf & 15) !== 8) throw new ZlibError(-3, 'unknown compression method');
    if ((cmf >> 4) + 8 > this.windowBits) throw new ZlibError(-3, 'invalid window size');
    this.kind = 'zlib';
    this.check = 1;
    if (flg & 32) {
      let id = 0;
      for (let i = 0; i < 4; i++) id = id * 256 + this.take(8);
      this.check = id;
      this.state = 'dictionary';
    } else this.state = 'block';
  }

  private endBlock(): void {
    this.state = this.last ? 'trailer' : 'block';
    if (this.last) {
      // The trailer begins at a byte.
      const drop = this.nbits & 7;
      this.bits >>>= drop;
      this.nbits -= drop;
      if (this.kind === 'raw') this.state = 'done';
    }
  }

  private blockHeader(): void {
    const last = this.take(1) === 1;
    const type = this.take(2);
    if (type === 0) {
      const drop = this.nbits & 7;
      this.take(drop);
      const n = this.take(8) | (this.take(8) << 8);
      const m = this.take(8) | (this.take(8) << 8);
      if (n !== (~m & 0xffff)) throw new ZlibError(-3, 'invalid stored block lengths');
      // take() never reads ahead of what it needs here, so the bit buffer is empty.
      this.stored = n;
      this.last = last;
      this.state = 'stored';
      if (n === 0) this.endBlock();
      return;
    }
    if (type === 3) throw new ZlibError(-3, 'invalid block type');
    if (type === 1) [this.lit, this.dist] = fixedCodes();
    else this.dynamicCodes();
    this.last = last;
    this.state = 'codes';
  }

  private dynamicCodes(): void {
    const nlen = this.take(5) + 257;
    const ndist = this.take(5) + 1;
    const ncode = this.take(4) + 4;
    if (nlen > 286 || ndist > 30) throw new ZlibError(-3, 'too many length or distance symbols');
    const lengths = new Uint8Array(320);
    for (let i = 0; i < ncode; i++) lengths[ORDER[i]!] = this.take(3);
    const code = makeCode(lengths.subarray(0, 19));
    if (code.left !== 0) throw new ZlibError(-3, 'invalid code lengths set');
    const all = new Uint8Array(nlen + ndist);
    for (let i = 0; i < nlen + ndist; ) {
      const s = this.symbol(code);
      if (s < 16) {
        all[i++] = s;
        continue;
      }
      let prev = 0;
      let n: number;
      if (s === 16) {
        if (i === 0) throw new ZlibError(-3, 'invalid bit length repeat');
        prev = all[i - 1]!;
        n = 3 + this.take(2);
      } else n = s === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (i + n > nlen + ndist) throw new ZlibError(-3, 'invalid bit length repeat');
      while (n-- > 0) all[i++] = prev;
    }
    if (all[256] === 0) throw new ZlibError(-3, 'invalid code -- missing end-of-block');
    const lit = makeCode(all.subarray(0, nlen));
    if (lit.left < 0 || (lit.left > 0 && count(all.subarray(0, nlen)) !== 1)) throw new ZlibError(-3, 'invalid literal/lengths set');
    const dist = makeCode(all.subarray(nlen));
    if (dist.left < 0 || (dist.left > 0 && count(all.subarray(nlen)) > 1)) throw new ZlibError(-3, 'invalid distances set');
    this.lit = lit;
    this.dist = dist;
  }

  /** Literals and matches, until the block ends or the input does. */
  private symbols(): void {
    for (let i = 0; i < 4096; i++) {
      if (this.pos <= this.input.length - 8) {
        const { n } = this;
        this.quickly();
        if (this.state !== 'codes' || this.n - n >= 65536) return;
      }
      const { pos, bits, nbits } = this;
      try {
        const s = this.symbol(this.lit);
        if (s < 0) throw new ZlibError(-3, 'invalid literal/length code');
        if (s < 256) {
          if (this.n === this.out.length) this.need(1);
          this.out[this.n++] = s;
          continue;
        }
        if (s === 256) {
          this.endBlock();
          return;
        }
        if (s > 285) throw new ZlibError(-3, 'invalid literal/length code');
        const len = LENGTH_BASE[s - 257]! + this.take(LENGTH_EXTRA[s - 257]!);
        const d = this.symbol(this.dist);
        if (d < 0 || d > 29) throw new ZlibError(-3, 'invalid distance code');
        const back = DIST_BASE[d]! + this.take(DIST_EXTRA[d]!);
        if (back > this.n) throw new ZlibError(-3, 'invalid distance too far back');
        this.match(len, back);
      } catch (e) {
        if (e === MORE) {
          this.pos = pos;
          this.bits = bits;
          this.nbits = nbits;
          if (i > 0) return;
        }
        throw e;
      }
    }
  }

  private trailer(): void {
    // What was not handed over yet is not in the check value.
    if (this.given < this.n) throw MORE;
    if (this.kind === 'zlib') {
      let sum = 0;
      for (let i = 0; i < 4; i++) sum = sum * 256 + this.take(8);
      if (sum !== this.check) throw new ZlibError(-3, 'incorrect data check');
    } else {
      let sum = 0;
      for (let i = 0; i < 4; i++) sum += this.take(8) * 2 ** (8 * i);
      if (sum !== this.check) throw new ZlibError(-3, 'incorrect data check');
      let size = 0;
      for (let i = 0; i < 4; i++) size += this.take(8) * 2 ** (8 * i);
      if (size !== this.total % 2 ** 32) throw new ZlibError(-3, 'incorrect length check');
    }
    this.state = 'done';
  }
}

const count = (lengths: Uint8Array): number => lengths.reduce((n, x) => n + (x > 0 ? 1 : 0), 0);
