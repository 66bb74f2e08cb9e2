/**
 * Blocks of a deflate stream (RFC 1951): Huffman codes made as zlib makes them, so that the bytes are zlib's. The algorithms are those of
 * zlib's description: a heap by frequency and depth, codes of limited length by moving leaves, the cheapest of three kinds of blocks.
 */
import { BitWriter } from './bits.js';

const END_BLOCK = 256;
const LENGTH_CODES = 29;
const L_CODES = 286;
const D_CODES = 30;
const BL_CODES = 19;
const HEAP_SIZE = 2 * L_CODES + 1;

const EXTRA_LENGTH = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const EXTRA_DISTANCE = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const EXTRA_BL = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7];
/** In which order the lengths of the code for code lengths are written. */
const BL_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REP_3_6 = 16;
const REPZ_3_10 = 17;
const REPZ_11_138 = 18;

/** By length - 3. */
const LENGTH_CODE = new Uint8Array(256);
const BASE_LENGTH = new Uint16Array(LENGTH_CODES);
/** By distance - 1 below 256; above, by (distance - 1) >> 7, from 256 on. */
const DISTANCE_CODE = new Uint8Array(512);
const BASE_DISTANCE = new Uint16Array(D_CODES);
for (let code = 0, length = 0; code < LENGTH_CODES - 1; code++) {
  BASE_LENGTH[code] = length;
  for (let n = 0; n < 1 << EXTRA_LENGTH[code]!; n++) LENGTH_CODE[length++] = code;
}
LENGTH_CODE[255] = LENGTH_CODES - 1;
for (let code = 0, distance = 0; code < D_CODES; code++) {
  BASE_DISTANCE[code] = distance;
  for (let n = 0; n < 1 << EXTRA_DISTANCE[code]!; n++, distance++) {
    if (distance < 256) DISTANCE_CODE[distance] = code;
    else DISTANCE_CODE[256 + (distance >> 7)] = code;
  }
}
const distanceCode = (d: number): number => (d < 256 ? DISTANCE_CODE[d]! : DISTANCE_CODE[256 + (d >> 7)]!);

function reversed(code: number, length: number): number {
  let r = 0;
  for (; length > 0; length--, code >>= 1) r = (r << 1) | (code & 1);
  return r;
}

/** A code: how often each symbol occurs, and the bits it gets. */
class Tree {
  /** Of symbols, then of the inner nodes. */
  readonly freq = new Int32Array(HEAP_SIZE);
  readonly len = new Uint16Array(HEAP_SIZE + 1);
  readonly code = new Uint16Array(HEAP_SIZE);
  readonly dad = new Uint16Array(HEAP_SIZE);
  maxCode = 0;
  constructor(
    readonly elements: number,
    readonly extra: readonly number[],
    readonly extraBase: number,
    readonly maxLength: number,
    readonly fixed: Tree | null,
  ) {}

  /** Codes in the order of the symbols, of the lengths that are there. */
  assign(counts: ArrayLike<number>): void {
    const next = [0];
    for (let bits = 1, code = 0; bits <= 15; bits++) next[bits] = code = (code + (counts[bits - 1] ?? 0)) << 1;
    for (let n = 0; n <= this.maxCode; n++) {
      const l = this.len[n]!;
      if (l !== 0) this.code[n] = reversed(next[l]!++, l);
    }
  }
}

function fixedTree(lengths: readonly number[]): Tree {
  const t = new Tree(lengths.length, [], 0, 15, null);
  const counts: number[] = new Array(16).fill(0);
  lengths.forEach((l, i) => {
    t.len[i] = l;
    counts[l]!++;
  });
  t.maxCode = lengths.length - 1;
  t.assign(counts);
  return t;
}
let fixed: { literals: Tree; distances: Tree } | null = null;
const fixedTrees = (): { literals: Tree; distances: Tree } =>
  (fixed ??= {
    literals: fixedTree(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
    distances: fixedTree(new Array<number>(D_CODES).fill(5)),
  });

const enum Kind {
  Stored,
  Fixed,
  Dynamic,
}

/** Collects the literals and matches of a block and writes it. */
export class Blocks {
  private readonly literals = new Tree(L_CODES, EXTRA_LENGTH, END_BLOCK + 1, 15, fixedTrees().literals);
  private readonly distances = new Tree(D_CODES, EXTRA_DISTANCE, 0, 15, fixedTrees().distances);
  private readonly lengths = new Tree(BL_CODES, EXTRA_BL, 0, 7, null);
  private readonly heap = new Int32Array(HEAP_SIZE);
  private readonly depth = new Uint8Array(HEAP_SIZE);
  private readonly counts = new Uint16Array(16);
  private heapLength = 0;
  private heapMax = 0;
  /** Bits of the block with its own codes, and with the fixed ones. */
  private ownBits = 0;
  private fixedBits = 0;
  private readonly dist: Uint16Array;
  private readonly value: Uint8Array;
  /** Symbols in the block. */
  count = 0;

  constructor(
    readonly out: BitWriter,
    /** Symbols of a block at most, and one. */
    private readonly size: number,
    private readonly onlyFixed: boolean,
  ) {
    this.dist = new Uint16Array(size);
    this.value = new Uint8Array(size);
    this.begin();
  }

  copy(out: BitWriter): Blocks {
    const c = new Blocks(out, this.size, this.onlyFixed);
    c.dist.set(this.dist);
    c.value.set(this.value);
    c.count = this.count;
    c.literals.freq.set(this.literals.freq);
    c.distances.freq.set(this.distances.freq);
    return c;
  }

  private begin(): void {
    this.literals.freq.fill(0);
    this.distances.freq.fill(0);
    this.lengths.freq.fill(0);
    this.literals.freq[END_BLOCK] = 1;
    this.ownBits = this.fixedBits = this.count = 0;
  }

  /** Whether the block is full now. */
  literal(c: number): boolean {
    this.dist[this.count] = 0;
    this.value[this.count++] = c;
    this.literals.freq[c]!++;
    return this.count === this.size - 1;
  }
  /** `length` less 3. */
  match(distance: number, length: number): boolean {
    this.dist[this.count] = distance;
    this.value[this.count++] = length;
    this.literals.freq[LENGTH_CODE[length]! + END_BLOCK + 1]!++;
    this.distances.freq[distanceCode(distance - 1)]!++;
    return this.count === this.size - 1;
  }

  /** Writes the block; `data`: what it is made of; `there`: it may be stored as it is. */
  end(data: Uint8Array, last: boolean, there: boolean): void {
    const { out } = this;
    this.build(this.literals);
    this.build(this.distances);
    this.scan(this.literals);
    this.scan(this.distances);
    this.build(this.lengths);
    let most = BL_CODES - 1;
    while (most >= 3 && this.lengths.len[BL_ORDER[most]!] === 0) most--;
    this.ownBits += 3 * (most + 1) + 5 + 5 + 4;
    let own = (this.ownBits + 3 + 7) >>> 3;
    const withFixed = (this.fixedBits + 3 + 7) >>> 3;
    if (withFixed <= own || this.onlyFixed) own = withFixed;
    if (there && data.length + 4 <= own) this.stored(data, last);
    else if (withFixed === own) {
      out.put((Kind.Fixed << 1) + (last ? 1 : 0), 3);
      this.symbols(fixedTrees().literals, fixedTrees().distances);
    } else {
      out.put((Kind.Dynamic << 1) + (last ? 1 : 0), 3);
      out.put(this.literals.maxCode + 1 - 257, 5);
      out.put(this.distances.maxCode, 5);
      out.put(most + 1 - 4, 4);
      for (let i = 0; i <= most; i++) out.put(this.lengths.len[BL_ORDER[i]!]!, 3);
      this.sendLengths(this.literals);
      this.sendLengths(this.distances);
      this.symbols(this.literals, this.distances);
    }
    this.begin();
    if (last) out.align();
  }

  /** A block that is not compressed: up to 65,535 bytes. */
  stored(data: Uint8Array, last: boolean): void {
    const { out } = this;
    out.put(last ? 1 : 0, 3);
    out.align();
    const n = data.length;
    for (const b of [n, n >> 8, ~n, ~n >> 8]) out.byte(b);
    out.bytes(data);
  }

  /** An empty block with fixed codes: what is before it can be read to its end (Z_PARTIAL_FLUSH). */
  empty(): void {
    this.out.put(Kind.Fixed << 1, 3);
    this.out.put(0, 7);
  }

  private symbols(l: Tree, d: Tree): void {
    const { out, count, dist, value } = this;
    for (let i = 0; i < count; i++) {
      const v = value[i]!;
      let distance = dist[i]!;
      if (distance === 0) {
        out.put(l.code[v]!, l.len[v]!);
        continue;
      }
      const c = LENGTH_CODE[v]!;
      out.put(l.code[c + END_BLOCK + 1]!, l.len[c + END_BLOCK + 1]!);
      if (EXTRA_LENGTH[c] !== 0) out.put(v - BASE_LENGTH[c]!, EXTRA_LENGTH[c]!);
      distance--;
      const k = distanceCode(distance);
      out.put(d.code[k]!, d.len[k]!);
      if (EXTRA_DISTANCE[k] !== 0) out.put(distance - BASE_DISTANCE[k]!, EXTRA_DISTANCE[k]!);
    }
    out.put(l.code[END_BLOCK]!, l.len[END_BLOCK]!);
  }

  private sift(t: Tree, k: number): void {
    const { heap, depth, heapLength } = this;
    const { freq } = t;
    const v = heap[k]!;
    const f = freq[v]!;
    const d = depth[v]!;
    for (let j = k << 1; j <= heapLength; j <<= 1) {
      let m = heap[j]!;
      if (j < heapLength) {
        const n = heap[j + 1]!;
        if (freq[n]! < freq[m]! || (freq[n] === freq[m] && depth[n]! <= depth[m]!)) {
          m = n;
          j++;
        }
      }
      if (f < freq[m]! || (f === freq[m] && d <= depth[m]!)) break;
      heap[k] = m;
      k = j;
    }
    heap[k] = v;
  }

  /** Makes the code's lengths and bits of its frequencies. */
  private build(t: Tree): void {
    const { heap, depth } = this;
    const { freq, len, dad, elements } = t;
    let max = -1;
    this.heapLength = 0;
    this.heapMax = HEAP_SIZE;
    for (let n = 0; n < elements; n++) {
      if (freq[n] !== 0) {
        heap[++this.heapLength] = max = n;
        depth[n] = 0;
      } else len[n] = 0;
    }
    // At least two codes, even where one is never used.
    while (this.heapLength < 2) {
      const n = (heap[++this.heapLength] = max < 2 ? ++max : 0);
      freq[n] = 1;
      depth[n] = 0;
      this.ownBits--;
      if (t.fixed !== null) this.fixedBits -= t.fixed.len[n]!;
    }
    t.maxCode = max;
    for (let n = this.heapLength >> 1; n >= 1; n--) this.sift(t, n);
    let node = elements;
    do {
      const n = heap[1]!;
      heap[1] = heap[this.heapLength--]!;
      this.sift(t, 1);
      const m = heap[1]!;
      heap[--this.heapMax] = n;
      heap[--this.heapMax] = m;
      freq[node] = freq[n]! + freq[m]!;
      depth[node] = Math.max(depth[n]!, depth[m]!) + 1;
      dad[n] = dad[m] = node;
      heap[1] = node++;
      this.sift(t, 1);
    } while (this.heapLength >= 2);
    heap[--this.heapMax] = heap[1]!;
    this.limit(t);
    t.assign(this.counts);
  }

  /** Lengths of the codes from the heap, none above the limit. */
  private limit(t: Tree): void {
    const { heap, counts } = this;
    const { freq, len, dad, extra, extraBase, maxLength, maxCode } = t;
    counts.fill(0);
    let overflow = 0;
    len[heap[this.heapMax]!] = 0;
    let h = this.heapMax + 1;
    for (; h < HEAP_SIZE; h++) {
      const n = heap[h]!;
      let bits = len[dad[n]!]! + 1;
      if (bits > maxLength) {
        bits = maxLength;
        overflow++;
      }
      len[n] = bits;
      if (n > maxCode) continue;
      counts[bits]!++;
      const more = n >= extraBase ? extra[n - extraBase]! : 0;
      this.ownBits += freq[n]! * (bits + more);
      if (t.fixed !== null) this.fixedBits += freq[n]! * (t.fixed.len[n]! + more);
    }
    if (overflow === 0) return;
    do {
      let bits = maxLength - 1;
      while (counts[bits] === 0) bits--;
      counts[bits]!--;
      counts[bits + 1]! += 2;
      counts[maxLength]!--;
      overflow -= 2;
    } while (overflow > 0);
    for (let bits = maxLength; bits !== 0; bits--) {
      for (let n = counts[bits]!; n !== 0; ) {
        const m = heap[--h]!;
        if (m > maxCode) continue;
        if (len[m] !== bits) {
          this.ownBits += (bits - len[m]!) * freq[m]!;
          len[m] = bits;
        }
        n--;
      }
    }
  }

  /** Runs of equal lengths: `seen` gets how to write each one (symbol of the third code, and how often or how many). */
  private runs(t: Tree, seen: (symbol: number, times: number) => void): void {
    const { len, maxCode } = t;
    len[maxCode + 1] = 0xffff;
    let before = -1;
    let next = len[0]!;
    let count = 0;
    let most = next === 0 ? 138 : 7;
    let least = next === 0 ? 3 : 4;
    for (let n = 0; n <= maxCode; n++) {
      const now = next;
      next = len[n + 1]!;
      if (++count < most && now === next) continue;
      if (count < least) for (let i = 0; i < count; i++) seen(now, 0);
      else if (now !== 0) {
        if (now !== before) {
          seen(now, 0);
          count--;
        }
        seen(REP_3_6, count);
      } else seen(count <= 10 ? REPZ_3_10 : REPZ_11_138, count);
      count = 0;
      before = now;
      if (next === 0) {
        most = 138;
        least = 3;
      } else if (now === next) {
        most = 6;
        least = 3;
      } else {
        most = 7;
        least = 4;
      }
    }
    len[maxCode + 1] = 0;
  }
  private scan(t: Tree): void {
    const { freq } = this.lengths;
    this.runs(t, (symbol) => void freq[symbol]!++);
  }
  private sendLengths(t: Tree): void {
    const { code, len } = this.lengths;
    const { out } = this;
    this.runs(t, (symbol, times) => {
      out.put(code[symbol]!, len[symbol]!);
      if (symbol === REP_3_6) out.put(times - 3, 2);
      else if (symbol === REPZ_3_10) out.put(times - 3, 3);
      else if (symbol === REPZ_11_138) out.put(times - 11, 7);
    });
  }
}
