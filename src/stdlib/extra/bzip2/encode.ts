/** Compression as libbzip2 1.0.8 does it: the same blocks, tables and bits. */
import { sortRotations } from './sort.js';

let crcTable: Int32Array | null = null;
/** CRC-32 with the high bit first. */
export function bzCrcTable(): Int32Array {
  if (crcTable === null) {
    crcTable = new Int32Array(256);
    for (let i = 0; i < 256; i++) {
      let c = i << 24;
      for (let k = 0; k < 8; k++) c = c & 0x80000000 ? (c << 1) ^ 0x04c11db7 : c << 1;
      crcTable[i] = c;
    }
  }
  return crcTable;
}

export class Bzip2Encoder {
  private readonly block: Uint8Array;
  private readonly room: number;
  private n = 0;
  private inUse = new Uint8Array(256);
  private crc = -1;
  private combined = 0;
  private first = true;
  /** The run that is being read. */
  private runByte = 256;
  private runLength = 0;
  private out: number[] = [];
  private bits = 0;
  private live = 0;
  constructor(private readonly level: number) {
    this.room = level * 100000 - 19;
    this.block = new Uint8Array(level * 100000 + 8);
  }

  /** Takes data in; what is finished comes out. */
  write(data: Uint8Array): Uint8Array {
    for (let i = 0; i < data.length; i++) {
      if (this.n >= this.room) this.compress(false);
      const c = data[i]!;
      if (c !== this.runByte && this.runLength === 1) {
        this.put(this.runByte);
        this.crc = (this.crc << 8) ^ bzCrcTable()[(this.crc >>> 24) ^ this.runByte]!;
        this.runByte = c;
      } else if (c !== this.runByte || this.runLength === 255) {
        if (this.runByte < 256) this.endRun();
        this.runByte = c;
        this.runLength = 1;
      } else this.runLength++;
    }
    if (this.n >= this.room) this.compress(false);
    return this.taken();
  }

  finish(): Uint8Array {
    if (this.runByte < 256) this.endRun();
    this.runByte = 256;
    this.runLength = 0;
    this.compress(true);
    return this.taken();
  }

  private taken(): Uint8Array {
    const b = Uint8Array.from(this.out);
    this.out = [];
    return b;
  }

  private put(c: number): void {
    this.block[this.n++] = c;
    this.inUse[c] = 1;
  }

  private endRun(): void {
    const { runByte: c, runLength: n } = this;
    const table = bzCrcTable();
    let { crc } = this;
    for (let i = 0; i < n; i++) crc = (crc << 8) ^ table[(crc >>> 24) ^ c]!;
    this.crc = crc;
    for (let i = 0; i < Math.min(n, 4); i++) this.put(c);
    if (n >= 4) this.put(n - 4);
  }

  private write1(count: number, v: number): void {
    while (this.live >= 8) {
      this.out.push((this.bits >>> 24) & 255);
      this.bits <<= 8;
      this.live -= 8;
    }
    this.bits |= v << (32 - this.live - count);
    this.live += count;
  }
  private write32(v: number): void {
    for (let s = 24; s >= 0; s -= 8) this.write1(8, (v >>> s) & 255);
  }
  private writeMagic(hex: string): void {
    for (let i = 0; i < hex.length; i += 2) this.write1(8, parseInt(hex.slice(i, i + 2), 16));
  }

  private compress(last: boolean): void {
    if (this.first) for (const c of `BZh${this.level}`) this.write1(8, c.charCodeAt(0));
    this.first = false;
    if (this.n > 0) {
      const crc = ~this.crc;
      this.combined = ((this.combined << 1) | (this.combined >>> 31)) ^ crc;
      const order = sortRotations(this.block, this.n);
      this.writeMagic('314159265359');
      this.write32(crc);
      this.write1(1, 0);
      this.write1(24, order.indexOf(0));
      this.code(order);
    }
    if (last) {
      this.writeMagic('177245385090');
      this.write32(this.combined);
      while (this.live > 0) {
        this.out.push((this.bits >>> 24) & 255);
        this.bits <<= 8;
        this.live -= 8;
      }
    }
    this.n = 0;
    this.crc = -1;
    this.inUse.fill(0);
  }

  /** Move to front, runs of zeros, Huffman codes. */
  private code(order: Int32Array): void {
    const { block, n, inUse } = this;
    const used: number[] = [];
    for (let c = 0; c < 256; c++) if (inUse[c]) used.push(c);
    const seq = new Uint8Array(256);
    used.forEach((c, i) => (seq[c] = i));
    const alpha = used.length + 2;
    const mtf = new Uint16Array(n + 1);
    const freq = new Int32Array(258);
    let m = 0;
    const emit = (v: number): void => {
      mtf[m++] = v;
      freq[v]!++;
    };
    const front = Uint8Array.from({ length: used.length }, (_, i) => i);
    let zeros = 0;
    const flushZeros = (): void => {
      for (let z = zeros; z > 0; z = (z - 1) >> 1) {
        emit(z & 1 ? 0 : 1);
      }
      zeros = 0;
    };
    for (let p = 0; p < n; p++) {
      const j = order[p]! - 1;
      const c = seq[block[j < 0 ? j + n : j]!]!;
      if (front[0] === c) {
        zeros++;
        continue;
      }
      flushZeros();
      let k = 1;
      let carry = front[0]!;
      front[0] = c;
      for (;;) {
        const t = front[k]!;
        front[k] = carry;
        if (t === c) break;
        carry = t;
        k++;
      }
      emit(k + 1);
    }
    flushZeros();
    emit(alpha - 1);
    const groups = m < 200 ? 2 : m < 600 ? 3 : m < 1200 ? 4 : m < 2400 ? 5 : 6;
    const lens = firstLengths(groups, m, alpha, freq);
    const count = Math.ceil(m / 50);
    const selector = new Uint8Array(count);
    for (let round = 0; round < 4; round++) {
      const rfreq = lens.map(() => new Int32Array(258));
      const cost = new Int32Array(groups);
      for (let g = 0; g < count; g++) {
        const from = g * 50;
        const to = Math.min(m, from + 50);
        let best = 0;
        for (let t = 0; t < groups; t++) {
          const len = lens[t]!;
          let sum = 0;
          for (let i = from; i < to; i++) sum += len[mtf[i]!]!;
          cost[t] = sum;
          if (sum < cost[best]!) best = t;
        }
        selector[g] = best;
        const f = rfreq[best]!;
        for (let i = from; i < to; i++) f[mtf[i]!]!++;
      }
      for (let t = 0; t < groups; t++) codeLengths(lens[t]!, rfreq[t]!, alpha, 17);
    }
    // Which bytes there are.
    let rows = 0;
    for (let i = 0; i < 16; i++) if (inUse.subarray(i * 16, i * 16 + 16).includes(1)) rows |= 0x8000 >> i;
    this.write1(16, rows);
    for (let i = 0; i < 16; i++) if (rows & (0x8000 >> i)) for (let j = 0; j < 16; j++) this.write1(1, inUse[i * 16 + j]!);
    this.write1(3, groups);
    this.write1(15, count);
    const pos = Array.from({ length: groups }, (_, i) => i);
    for (const s of selector) {
      const k = pos.indexOf(s);
      pos.splice(k, 1);
      pos.unshift(s);
      for (let i = 0; i < k; i++) this.write1(1, 1);
      this.write1(1, 0);
    }
    const codes = lens.map((len) => assignCodes(len, alpha));
    for (const len of lens) {
      let curr = len[0]!;
      this.write1(5, curr);
      for (let i = 0; i < alpha; i++) {
        for (; curr < len[i]!; curr++) this.write1(2, 2);
        for (; curr > len[i]!; curr--) this.write1(2, 3);
        this.write1(1, 0);
      }
    }
    for (let g = 0; g < count; g++) {
      const len = lens[selector[g]!]!;
      const code = codes[selector[g]!]!;
      for (let i = g * 50; i < Math.min(m, g * 50 + 50); i++) this.write1(len[mtf[i]!]!, code[mtf[i]!]!);
    }
  }
}

/** The tables to begin with: each is for a part of the alphabet. */
function firstLengths(groups: number, m: number, alpha: number, freq: Int32Array): Uint8Array[] {
  const lens = Array.from({ length: groups }, () => new Uint8Array(258).fill(15));
  let rest = m;
  let from = 0;
  for (let part = groups; part > 0; part--) {
    const target = Math.floor(rest / part);
    let to = from - 1;
    let sum = 0;
    while (sum < target && to < alpha - 1) sum += freq[++to]!;
    if (to > from && part !== groups && part !== 1 && (groups - part) % 2 === 1) sum -= freq[to--]!;
    for (let v = from; v <= to; v++) lens[part - 1]![v] = 0;
    from = to + 1;
    rest -= sum;
  }
  return lens;
}

/** Huffman's algorithm over a heap; weights are halved until no code is longer than `max`. */
function codeLengths(len: Uint8Array, freq: Int32Array, alpha: number, max: number): void {
  const heap = new Int32Array(alpha + 2);
  const weight = new Float64Array(alpha * 2);
  const parent = new Int32Array(alpha * 2);
  for (let i = 0; i < alpha; i++) weight[i + 1] = (freq[i] === 0 ? 1 : freq[i]!) * 256;
  for (;;) {
    let nodes = alpha;
    let size = 0;
    heap[0] = 0;
    weight[0] = 0;
    parent[0] = -2;
    const up = (z: number): void => {
      const tmp = heap[z]!;
      while (weight[tmp]! < weight[heap[z >> 1]!]!) {
        heap[z] = heap[z >> 1]!;
        z >>= 1;
      }
      heap[z] = tmp;
    };
    const down = (z: number): void => {
      const tmp = heap[z]!;
      for (;;) {
        let y = z << 1;
        if (y > size) break;
        if (y < size && weight[heap[y + 1]!]! < weight[heap[y]!]!) y++;
        if (weight[tmp]! < weight[heap[y]!]!) break;
        heap[z] = heap[y]!;
        z = y;
      }
      heap[z] = tmp;
    };
    const pop = (): number => {
      const top = heap[1]!;
      heap[1] = heap[size--]!;
      down(1);
      return top;
    };
    for (let i = 1; i <= alpha; i++) {
      parent[i] = -1;
      heap[++size] = i;
      up(size);
    }
    while (size > 1) {
      const a = pop();
      const b = pop();
      nodes++;
      parent[a] = parent[b] = nodes;
      const [wa, wb] = [weight[a]!, weight[b]!];
      // The low eight bits are the depth.
      weight[nodes] = wa - (wa % 256) + (wb - (wb % 256)) + 1 + Math.max(wa % 256, wb % 256);
      parent[nodes] = -1;
      heap[++size] = nodes;
      up(size);
    }
    let long = false;
    for (let i = 1; i <= alpha; i++) {
      let depth = 0;
      for (let k = i; parent[k]! >= 0; k = parent[k]!) depth++;
      len[i - 1] = depth;
      if (depth > max) long = true;
    }
    if (!long) return;
    for (let i = 1; i <= alpha; i++) weight[i] = (1 + Math.floor(Math.floor(weight[i]! / 256) / 2)) * 256;
  }
}

/** Codes of the lengths, in order. */
function assignCodes(len: Uint8Array, alpha: number): Int32Array {
  const code = new Int32Array(258);
  let v = 0;
  for (let n = 1; n <= 20; n++) {
    for (let i = 0; i < alpha; i++) if (len[i] === n) code[i] = v++;
    v <<= 1;
  }
  return code;
}
