/** An LZMA encoder: matches by chains of equal three bytes, the longer of two starts taken. Its streams are valid, not liblzma's byte for byte. */
import { afterLiteral, afterMatch, afterRep, afterShortRep, Model, propertiesByte, type LengthModel, type Properties } from './model.js';

const MAX_LENGTH = 273;
const CHAIN = 48;

/** Range coder with carry. */
class RangeEncoder {
  out: number[] = [];
  private low = 0;
  private range = 0xffffffff;
  private cache = 0;
  private pending = 1;

  get size(): number {
    return this.out.length + this.pending + 4;
  }
  bit(probs: Uint16Array, i: number, b: number): void {
    const p = probs[i]!;
    const bound = (this.range >>> 11) * p;
    if (b === 0) {
      this.range = bound;
      probs[i] = p + ((2048 - p) >> 5);
    } else {
      this.low += bound;
      this.range -= bound;
      probs[i] = p - (p >> 5);
    }
    while (this.range < 0x1000000) {
      this.range = (this.range * 256) >>> 0;
      this.shift();
    }
  }
  direct(v: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      this.range >>>= 1;
      if ((v >>> i) & 1) this.low += this.range;
      while (this.range < 0x1000000) {
        this.range = (this.range * 256) >>> 0;
        this.shift();
      }
    }
  }
  private shift(): void {
    if (this.low < 0xff000000 || this.low >= 0x100000000) {
      const carry = this.low >= 0x100000000 ? 1 : 0;
      let byte = this.cache;
      do {
        this.out.push((byte + carry) & 255);
        byte = 255;
      } while (--this.pending > 0);
      this.cache = Math.floor(this.low / 0x1000000) & 255;
    }
    this.pending++;
    this.low = (this.low % 0x1000000) * 256;
  }
  finish(): void {
    for (let i = 0; i < 5; i++) this.shift();
  }
  tree(probs: Uint16Array, from: number, bits: number, v: number): void {
    let m = 1;
    for (let i = bits - 1; i >= 0; i--) {
      const b = (v >>> i) & 1;
      this.bit(probs, from + m, b);
      m = (m << 1) | b;
    }
  }
  reverse(probs: Uint16Array, from: number, bits: number, v: number): void {
    let m = 1;
    for (let i = 0; i < bits; i++) {
      const b = (v >>> i) & 1;
      this.bit(probs, from + m, b);
      m = (m << 1) | b;
    }
  }
}

export class LzmaEncoder {
  private rc = new RangeEncoder();
  private model: Model;
  private readonly heads = new Int32Array(1 << 16).fill(-1);
  private readonly chain: Int32Array;
  private hashed = 0;
  at = 0;
  constructor(
    private readonly src: Uint8Array,
    private readonly p: Properties,
    private readonly dictionary: number,
  ) {
    this.model = new Model(p);
    this.chain = new Int32Array(src.length);
  }

  private hash(i: number): number {
    const { src } = this;
    return ((src[i]! * 0x9e5f) ^ (src[i + 1]! * 0x3a7) ^ (src[i + 2]! * 0x1f35b)) & 0xffff;
  }
  private index(to: number): void {
    const { src, heads, chain } = this;
    for (; this.hashed < to && this.hashed + 2 < src.length; this.hashed++) {
      const h = this.hash(this.hashed);
      chain[this.hashed] = heads[h]!;
      heads[h] = this.hashed;
    }
  }

  private same(a: number, b: number): number {
    const { src } = this;
    const end = Math.min(src.length - b, MAX_LENGTH);
    let n = 0;
    while (n < end && src[a + n] === src[b + n]) n++;
    return n;
  }

  /** The longest match at `i`: length and distance less one, 0 for none worth it. */
  private longest(i: number): [number, number] {
    if (i + 2 >= this.src.length) return [0, 0];
    this.index(i);
    let best = 2;
    let distance = 0;
    let c = this.heads[this.hash(i)]!;
    for (let k = 0; k < CHAIN && c >= 0 && i - c <= this.dictionary; k++, c = this.chain[c]!) {
      if (this.src[c + best] !== this.src[i + best]) continue;
      const n = this.same(c, i);
      if (n > best) {
        best = n;
        distance = i - c - 1;
        if (n >= MAX_LENGTH) break;
      }
    }
    // Three bytes from far away cost more than three literals.
    return best < 3 || (best === 3 && distance > 0x8000) ? [0, 0] : [best, distance];
  }

  private literal(i: number): void {
    const { src, model: m, rc } = this;
    rc.bit(m.isMatch, m.state * 16 + (i & ((1 << m.p.pb) - 1)), 0);
    const from = m.literalAt(i, i > 0 ? src[i - 1]! : 0);
    const c = src[i]!;
    let s = 1;
    let k = 7;
    if (m.state >= 7) {
      const match = src[i - m.rep0 - 1]!;
      for (; k >= 0; k--) {
        const b = (match >> k) & 1;
        const r = (c >> k) & 1;
        rc.bit(m.literal, from + ((1 + b) << 8) + s, r);
        s = (s << 1) | r;
        if (b !== r) {
          k--;
          break;
        }
      }
    }
    for (; k >= 0; k--) {
      const r = (c >> k) & 1;
      rc.bit(m.literal, from + s, r);
      s = (s << 1) | r;
    }
    m.state = afterLiteral(m.state);
  }

  private length(l: LengthModel, pos: number, len: number): void {
    const { rc } = this;
    const n = len - 2;
    if (n < 8) {
      rc.bit(l.choice, 0, 0);
      rc.tree(l.low, pos * 8, 3, n);
    } else if (n < 16) {
      rc.bit(l.choice, 0, 1);
      rc.bit(l.choice, 1, 0);
      rc.tree(l.mid, pos * 8, 3, n - 8);
    } else {
      rc.bit(l.choice, 0, 1);
      rc.bit(l.choice, 1, 1);
      rc.tree(l.high, 0, 8, n - 16);
    }
  }

  private match(pos: number, len: number, distance: number): void {
    const { model: m, rc } = this;
    rc.bit(m.isMatch, m.state * 16 + pos, 1);
    rc.bit(m.isRep, m.state, 0);
    m.rep3 = m.rep2;
    m.rep2 = m.rep1;
    m.rep1 = m.rep0;
    m.rep0 = distance;
    this.length(m.lengths, pos, len);
    m.state = afterMatch(m.state);
    const slot = distance < 4 ? distance : ((31 - Math.clz32(distance)) << 1) | ((distance >>> (30 - Math.clz32(distance))) & 1);
    rc.tree(m.slot, Math.min(len - 2, 3) * 64, 6, slot);
    if (slot < 4) return;
    const bits = (slot >> 1) - 1;
    const base = ((2 | (slot & 1)) << bits) >>> 0;
    const rest = distance - base;
    if (slot < 14) rc.reverse(m.special, base - slot, bits, rest);
    else {
      rc.direct(rest >>> 4, bits - 4);
      rc.reverse(m.align, 0, 4, rest & 15);
    }
  }

  private repeat(pos: number, len: number, which: number): void {
    const { model: m, rc } = this;
    rc.bit(m.isMatch, m.state * 16 + pos, 1);
    rc.bit(m.isRep, m.state, 1);
    rc.bit(m.isRepG0, m.state, which === 0 ? 0 : 1);
    if (which === 0) rc.bit(m.isRep0Long, m.state * 16 + pos, len === 1 ? 0 : 1);
    else {
      rc.bit(m.isRepG1, m.state, which === 1 ? 0 : 1);
      if (which > 1) rc.bit(m.isRepG2, m.state, which - 2);
      const d = [m.rep0, m.rep1, m.rep2, m.rep3][which]!;
      if (which === 3) m.rep3 = m.rep2;
      if (which >= 2) m.rep2 = m.rep1;
      m.rep1 = m.rep0;
      m.rep0 = d;
    }
    if (len === 1) m.state = afterShortRep(m.state);
    else {
      this.length(m.repLengths, pos, len);
      m.state = afterRep(m.state);
    }
  }

  /** One symbol. */
  private symbol(): void {
    const { src, model: m } = this;
    const i = this.at;
    const pos = i & ((1 << m.p.pb) - 1);
    let repeated = 0;
    let which = 0;
    const reps = [m.rep0, m.rep1, m.rep2, m.rep3];
    for (let r = 0; r < 4; r++) {
      if (reps[r]! >= i) continue;
      const n = this.same(i - reps[r]! - 1, i);
      if (n > repeated) [repeated, which] = [n, r];
    }
    const [len, distance] = this.longest(i);
    if (repeated >= 2 && repeated + 1 >= len) {
      this.repeat(pos, repeated, which);
      this.at += repeated;
      return;
    }
    // A match that begins one byte later may be so much longer that a literal pays.
    if (len >= 3 && (len >= 64 || this.longest(i + 1)[0] <= len + 1)) {
      this.match(pos, len, distance);
      this.at += len;
      return;
    }
    if (m.rep0 < i && src[i] === src[i - m.rep0 - 1]) this.repeat(pos, 1, 0);
    else this.literal(i);
    this.at++;
  }

  /** All of it, with an end marker: what LZMA1 is. */
  whole(): Uint8Array {
    while (this.at < this.src.length) this.symbol();
    const pos = this.at & ((1 << this.p.pb) - 1);
    this.match(pos, 2, 0xffffffff);
    this.rc.finish();
    return Uint8Array.from(this.rc.out);
  }

  /** All of it as LZMA2. */
  chunks(): number[] {
    const out: number[] = [];
    let fresh = true;
    let reset = true;
    let props = true;
    while (this.at < this.src.length) {
      const from = this.at;
      if (reset) this.model = new Model(this.p);
      this.rc = new RangeEncoder();
      while (this.at < this.src.length && this.rc.size < 60000 && this.at - from < 0x1ffe00) this.symbol();
      this.rc.finish();
      const packed = this.rc.out;
      const size = this.at - from;
      if (packed.length < size) {
        const control = fresh ? 0xe0 : props ? 0xc0 : reset ? 0xa0 : 0x80;
        out.push(control | ((size - 1) >> 16), ((size - 1) >> 8) & 255, (size - 1) & 255, (packed.length - 1) >> 8, (packed.length - 1) & 255);
        if (control >= 0xc0) {
          out.push(propertiesByte(this.p));
          props = false;
        }
        for (const b of packed) out.push(b);
        fresh = reset = false;
        continue;
      }
      for (let p = from; p < this.at; p += 0x10000) {
        const n = Math.min(0x10000, this.at - p);
        out.push(fresh ? 1 : 2, (n - 1) >> 8, (n - 1) & 255);
        for (let k = 0; k < n; k++) out.push(this.src[p + k]!);
        fresh = false;
      }
      reset = true;
    }
    out.push(0);
    return out;
  }
}
