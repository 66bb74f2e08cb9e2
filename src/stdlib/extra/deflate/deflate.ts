/**
 * Compression as zlib 1.2.13 does it, byte for byte: matches are found by chains of equal hashes of three bytes, at once (levels 1 to 3) or
 * after a look at the next byte (4 to 9). The algorithms are those of zlib's deflate (described in its `algorithm.txt` and RFC 1951).
 * At level 0 blocks are as long as they can be; zlib's depend on the caller's buffers.
 */
import { BitWriter } from './bits.js';
import { Blocks } from './trees.js';

const MIN_MATCH = 3;
const MAX_MATCH = 258;
/** Bytes that have to be there before a match is looked for, but at the end. */
const MIN_LOOKAHEAD = MAX_MATCH + MIN_MATCH + 1;
/** A match of three bytes from further away costs more than three literals. */
const TOO_FAR = 4096;

/** By level: a match this good shortens the search; up to this length a better one is looked for; this is good enough; candidates looked at. */
const LEVELS: readonly (readonly [good: number, lazy: number, nice: number, chain: number])[] = [
  [0, 0, 0, 0], [4, 4, 8, 4], [4, 5, 16, 8], [4, 6, 32, 32], [4, 4, 16, 16], [8, 16, 32, 32], [8, 16, 128, 128], [8, 32, 128, 256], [32, 128, 258, 1024], [32, 258, 258, 4096],
];

export const enum Strategy {
  Default,
  Filtered,
  HuffmanOnly,
  Rle,
  Fixed,
}
export const enum Flush {
  None,
  Partial,
  Sync,
  Full,
  Finish,
  Block,
}

export class Deflate {
  private readonly windowSize: number;
  private readonly maxDistance: number;
  private readonly hashShift: number;
  private readonly hashMask: number;
  private readonly head: Int32Array;
  private readonly prev: Int32Array;
  /** What may be matched, and what is yet to be compressed, up to `end`. */
  private data: Uint8Array;
  private end = 0;
  private at = 0;
  private blockStart = 0;
  /**
   * Where zlib's window begins, and how far it is filled: no match reaches to that place or before it, and a block that begins before it
   * cannot be stored as it is.
   */
  private windowStart = 0;
  private filled = 0;
  /** Bytes before `at` that are not in the chains yet. */
  private insert = 0;
  private matchLength = MIN_MATCH - 1;
  private matchStart = 0;
  private matchAvailable = false;
  private blocks: Blocks;

  /** `level` 0 to 9, `windowBits` 9 to 15, `memLevel` 1 to 9. */
  constructor(
    private readonly out: BitWriter,
    private level: number,
    private readonly windowBits: number,
    private readonly memLevel: number,
    private readonly strategy: Strategy,
  ) {
    this.windowSize = 1 << windowBits;
    this.maxDistance = this.windowSize - MIN_LOOKAHEAD;
    const hashBits = memLevel + 7;
    this.hashShift = Math.floor((hashBits + MIN_MATCH - 1) / MIN_MATCH);
    this.hashMask = (1 << hashBits) - 1;
    this.head = new Int32Array(1 << hashBits);
    this.prev = new Int32Array(this.windowSize);
    this.data = new Uint8Array(0);
    this.blocks = new Blocks(out, 1 << (memLevel + 6), strategy === Strategy.Fixed);
  }

  /** As if it were new. */
  restart(level: number): void {
    this.level = level;
    this.head.fill(0);
    // A large text is not held.
    if (this.data.length > 1 << 18) this.data = new Uint8Array(0);
    this.end = this.at = this.blockStart = this.windowStart = this.filled = this.insert = this.matchStart = 0;
    this.matchLength = MIN_MATCH - 1;
    this.matchAvailable = false;
  }

  copy(out: BitWriter): Deflate {
    const c = new Deflate(out, this.level, this.windowBits, this.memLevel, this.strategy);
    c.head.set(this.head);
    c.prev.set(this.prev);
    c.data = this.data.slice();
    c.end = this.end;
    c.at = this.at;
    c.blockStart = this.blockStart;
    c.insert = this.insert;
    c.windowStart = this.windowStart;
    c.filled = this.filled;
    c.matchLength = this.matchLength;
    c.matchStart = this.matchStart;
    c.matchAvailable = this.matchAvailable;
    c.blocks = this.blocks.copy(out);
    return c;
  }

  /** What may be matched before anything is given. */
  setDictionary(dictionary: Uint8Array): void {
    const d = dictionary.length > this.windowSize ? dictionary.subarray(dictionary.length - this.windowSize) : dictionary;
    this.append(d);
    for (; this.at + MIN_MATCH <= this.end; this.at++) this.insertAt(this.at);
    this.insert = this.end - this.at;
    this.at = this.blockStart = this.filled = this.end;
  }

  /** Compresses `data`; what comes out is in the writer. */
  push(data: Uint8Array, flush: Flush): void {
    this.append(data);
    if (this.level === 0) this.store(flush);
    else if (this.strategy === Strategy.HuffmanOnly) this.literalsOnly(flush);
    else if (this.strategy === Strategy.Rle) this.repeats(flush);
    else if (this.level < 4) this.fast(flush);
    else this.slow(flush);
    if (flush === Flush.None || flush === Flush.Finish || flush === Flush.Block) return;
    if (flush === Flush.Partial) this.blocks.empty();
    else {
      this.blocks.stored(this.data.subarray(0, 0), false);
      if (flush === Flush.Full) {
        this.head.fill(0);
        this.windowStart = this.at;
        this.insert = 0;
      }
    }
  }

  private append(data: Uint8Array): void {
    if (this.end + data.length + MAX_MATCH > this.data.length) {
      // One byte more than can be reached stays, so that no candidate is at 0, which means none.
      let drop = Math.max(0, Math.min(this.blockStart, this.at - this.windowSize) - 1);
      // Places are numbered in the chains modulo the window's size.
      drop -= drop % this.windowSize;
      const kept = this.end - drop;
      const larger = new Uint8Array(Math.max(kept + data.length + MAX_MATCH, data.length < 65536 && this.data.length > 0 ? 4 * this.windowSize : 0));
      larger.set(this.data.subarray(drop, this.end));
      this.data = larger;
      if (drop > 0) {
        for (const table of [this.head, this.prev]) for (let i = 0; i < table.length; i++) table[i] = Math.max(0, table[i]! - drop);
        this.end = kept;
        this.at -= drop;
        this.blockStart -= drop;
        this.matchStart -= drop;
        this.windowStart -= drop;
        this.filled -= drop;
      }
    }
    this.data.set(data, this.end);
    this.end += data.length;
  }

  /** Puts the three bytes at `i` into their chain; the last place with the same hash, 0 for none. */
  private insertAt(i: number): number {
    const { data, head, hashShift } = this;
    const h = ((((data[i]! << hashShift) ^ data[i + 1]!) << hashShift) ^ data[i + 2]!) & this.hashMask;
    const before = head[h]!;
    this.prev[i & (this.windowSize - 1)] = before;
    head[h] = i;
    return before;
  }

  /** `insertAt` for all places from `i` up to `to`. */
  private insertAll(i: number, to: number): void {
    if (i >= to) return;
    const { data, head, prev, hashShift, hashMask } = this;
    const mask = this.windowSize - 1;
    let h = (data[i]! << hashShift) ^ data[i + 1]!;
    for (; i < to; i++) {
      h = ((h << hashShift) ^ data[i + 2]!) & hashMask;
      prev[i & mask] = head[h]!;
      head[h] = i;
    }
  }

  /** Bytes before a flush that can go into the chains now. */
  private catchUp(): void {
    for (; this.insert > 0 && this.at - this.insert + MIN_MATCH <= this.end; this.insert--) this.insertAt(this.at - this.insert);
  }

  /** Whether it can go on: there is enough, or nothing more will come. */
  private ready(flush: Flush, need: number): boolean {
    if (this.filled - this.at < need) this.fill();
    const ahead = this.end - this.at;
    return ahead >= need || (flush !== Flush.None && ahead > 0);
  }

  /** Moves zlib's window, which holds twice its size, and reads into it what there is. */
  private fill(): void {
    do {
      if (this.at - this.windowStart >= this.windowSize + this.maxDistance) this.windowStart += this.windowSize;
      if (this.filled === this.end) return;
      this.filled = Math.min(this.end, this.windowStart + 2 * this.windowSize);
    } while (this.filled - this.at < MIN_LOOKAHEAD && this.filled < this.end);
  }

  private endBlock(last: boolean): void {
    this.blocks.end(this.data.subarray(this.blockStart, this.at), last, this.blockStart >= this.windowStart);
    this.blockStart = this.at;
  }

  private atEnd(flush: Flush): void {
    if (flush === Flush.Finish) this.endBlock(true);
    else if (flush !== Flush.None && this.blocks.count > 0) this.endBlock(false);
  }

  /** The longest match of what is at `at` with a candidate of the chain that begins at `candidate`: longer than `best`, or what is returned is not. */
  private longest(candidate: number, best: number): number {
    const { data, prev, at, windowStart } = this;
    const [good, , niceLength, most] = LEVELS[this.level]!;
    const mask = this.windowSize - 1;
    const ahead = this.end - at;
    const limit = Math.max(at - this.maxDistance, windowStart);
    const nice = niceLength > ahead ? ahead : niceLength;
    let chain = best >= good ? most >> 2 : most;
    let endByte = data[at + best]!;
    let beforeEnd = data[at + best - 1]!;
    const first = data[at]!;
    const second = data[at + 1]!;
    const stop = at + MAX_MATCH;
    do {
      if (data[candidate + best] !== endByte || data[candidate + best - 1] !== beforeEnd || data[candidate] !== first || data[candidate + 1] !== second) continue;
      let i = at + 2;
      let k = candidate + 2;
      while (i < stop && data[i] === data[k]) {
        i++;
        k++;
      }
      const length = i - at;
      if (length > best) {
        this.matchStart = candidate;
        best = length;
        if (length >= nice) break;
        endByte = data[at + best]!;
        beforeEnd = data[at + best - 1]!;
      }
    } while ((candidate = prev[candidate & mask]!) > limit && --chain !== 0);
    return best <= ahead ? best : ahead;
  }

  private isNear(candidate: number): boolean {
    return candidate > this.windowStart && this.at - candidate <= this.maxDistance;
  }

  private fast(flush: Flush): void {
    const maxInsert = LEVELS[this.level]![1];
    this.catchUp();
    while (this.ready(flush, MIN_LOOKAHEAD)) {
      const candidate = this.end - this.at >= MIN_MATCH ? this.insertAt(this.at) : 0;
      if (this.isNear(candidate)) this.matchLength = this.longest(candidate, MIN_MATCH - 1);
      let full: boolean;
      if (this.matchLength >= MIN_MATCH) {
        full = this.blocks.match(this.at - this.matchStart, this.matchLength - MIN_MATCH);
        const to = this.at + this.matchLength;
        if (this.matchLength <= maxInsert && this.end - to >= MIN_MATCH) this.insertAll(this.at + 1, to);
        this.at = to;
        this.matchLength = 0;
      } else full = this.blocks.literal(this.data[this.at++]!);
      if (full) this.endBlock(false);
    }
    if (flush === Flush.None) return;
    this.insert = Math.min(this.at - this.windowStart, MIN_MATCH - 1);
    this.atEnd(flush);
  }

  private slow(flush: Flush): void {
    const lazy = LEVELS[this.level]![1];
    this.catchUp();
    while (this.ready(flush, MIN_LOOKAHEAD)) {
      const candidate = this.end - this.at >= MIN_MATCH ? this.insertAt(this.at) : 0;
      const before = this.matchLength;
      const beforeStart = this.matchStart;
      let now = MIN_MATCH - 1;
      if (before < lazy && this.isNear(candidate)) {
        now = this.longest(candidate, before);
        if (now <= 5 && (this.strategy === Strategy.Filtered || (now === MIN_MATCH && this.at - this.matchStart > TOO_FAR))) now = MIN_MATCH - 1;
      }
      this.matchLength = now;
      if (before >= MIN_MATCH && now <= before) {
        // The match at the byte before is the one.
        const last = this.end - MIN_MATCH;
        const full = this.blocks.match(this.at - 1 - beforeStart, before - MIN_MATCH);
        const to = this.at + before - 1;
        this.insertAll(this.at + 1, Math.min(to, last + 1));
        this.at = to;
        this.matchAvailable = false;
        this.matchLength = MIN_MATCH - 1;
        if (full) this.endBlock(false);
      } else if (this.matchAvailable) {
        if (this.blocks.literal(this.data[this.at - 1]!)) this.endBlock(false);
        this.at++;
      } else {
        this.matchAvailable = true;
        this.at++;
      }
    }
    if (flush === Flush.None) return;
    if (this.matchAvailable) {
      this.blocks.literal(this.data[this.at - 1]!);
      this.matchAvailable = false;
    }
    this.insert = Math.min(this.at - this.windowStart, MIN_MATCH - 1);
    this.atEnd(flush);
  }

  /** Runs of one byte only. */
  private repeats(flush: Flush): void {
    const { data } = this;
    while (this.ready(flush, MAX_MATCH + 1)) {
      const ahead = this.end - this.at;
      let length = 0;
      if (ahead >= MIN_MATCH && this.at > this.windowStart) {
        const b = data[this.at - 1]!;
        while (length < MAX_MATCH && length < ahead && data[this.at + length] === b) length++;
      }
      let full: boolean;
      if (length >= MIN_MATCH) {
        full = this.blocks.match(1, length - MIN_MATCH);
        this.at += length;
      } else full = this.blocks.literal(data[this.at++]!);
      if (full) this.endBlock(false);
    }
    if (flush === Flush.None) return;
    this.insert = 0;
    this.atEnd(flush);
  }

  private literalsOnly(flush: Flush): void {
    while (this.ready(flush, 1)) if (this.blocks.literal(this.data[this.at++]!)) this.endBlock(false);
    if (flush === Flush.None) return;
    this.insert = 0;
    this.atEnd(flush);
  }

  private store(flush: Flush): void {
    const most = 65535;
    while (this.end - this.blockStart > most) {
      this.blocks.stored(this.data.subarray(this.blockStart, this.blockStart + most), false);
      this.blockStart += most;
    }
    if (flush === Flush.None) {
      this.at = this.end;
      return;
    }
    if (flush === Flush.Finish || this.end > this.blockStart) this.blocks.stored(this.data.subarray(this.blockStart, this.end), flush === Flush.Finish);
    this.at = this.blockStart = this.end;
  }
}
