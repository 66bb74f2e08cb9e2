/** The LZMA decoder, and LZMA2's chunks of it. */
import { afterLiteral, afterMatch, afterRep, afterShortRep, Model, propertiesOf, type LengthModel, type Properties } from './model.js';

/** The data is wrong. */
export class LzmaDataError extends Error {}
/** The data ends before what is asked for. */
export class LzmaNeedsMore extends Error {}

/** What was decoded: also the dictionary. */
export class History {
  buf = new Uint8Array(4096);
  n = 0;
  /** Where the dictionary begins. */
  start = 0;
  room(k: number): void {
    if (this.n + k <= this.buf.length) return;
    const larger = new Uint8Array(Math.max(this.n + k, this.buf.length * 2));
    larger.set(this.buf.subarray(0, this.n));
    this.buf = larger;
  }
}

/** Decodes symbols from a range-coded text. */
export class LzmaDecoder {
  private range = 0;
  private code = 0;
  private src: Uint8Array = new Uint8Array(0);
  at = 0;
  private end = 0;
  constructor(
    public model: Model,
    readonly out: History,
  ) {}

  /** Begins a range-coded text at `at`. */
  begin(src: Uint8Array, at: number, end: number): void {
    if (end - at < 5) throw new LzmaNeedsMore();
    if (src[at] !== 0) throw new LzmaDataError();
    this.src = src;
    this.end = end;
    this.range = -1;
    this.code = (src[at + 1]! << 24) | (src[at + 2]! << 16) | (src[at + 3]! << 8) | src[at + 4]!;
    this.at = at + 5;
  }

  /** The text ended as it should. */
  get clean(): boolean {
    return this.code === 0;
  }

  private bit(probs: Uint16Array, i: number): number {
    const p = probs[i]!;
    const bound = Math.imul(this.range >>> 11, p);
    let r: number;
    if (this.code >>> 0 < bound >>> 0) {
      this.range = bound;
      probs[i] = p + ((2048 - p) >> 5);
      r = 0;
    } else {
      this.range = (this.range - bound) | 0;
      this.code = (this.code - bound) | 0;
      probs[i] = p - (p >> 5);
      r = 1;
    }
    if (this.range >>> 0 < 0x1000000) this.shift();
    return r;
  }
  private shift(): void {
    if (this.at >= this.end) throw new LzmaNeedsMore();
    this.range <<= 8;
    this.code = (this.code << 8) | this.src[this.at++]!;
  }
  private direct(n: number): number {
    let v = 0;
    for (; n > 0; n--) {
      this.range >>>= 1;
      this.code = (this.code - this.range) | 0;
      const t = this.code >> 31;
      this.code = (this.code + (this.range & t)) | 0;
      v = v * 2 + t + 1;
      if (this.range >>> 0 < 0x1000000) this.shift();
    }
    return v;
  }
  private tree(probs: Uint16Array, from: number, bits: number): number {
    let m = 1;
    for (let i = 0; i < bits; i++) m = (m << 1) | this.bit(probs, from + m);
    return m - (1 << bits);
  }
  private reverse(probs: Uint16Array, from: number, bits: number): number {
    let m = 1;
    let v = 0;
    for (let i = 0; i < bits; i++) {
      const b = this.bit(probs, from + m);
      m = (m << 1) | b;
      v |= b << i;
    }
    return v;
  }
  private length(l: LengthModel, pos: number): number {
    if (this.bit(l.choice, 0) === 0) return this.tree(l.low, pos * 8, 3);
    if (this.bit(l.choice, 1) === 0) return 8 + this.tree(l.mid, pos * 8, 3);
    return 16 + this.tree(l.high, 0, 8);
  }

  /** Decodes until there are `limit` bytes. True: an end marker was met. */
  run(limit: number): boolean {
    const { model: m, out } = this;
    const mask = (1 << m.p.pb) - 1;
    while (out.n < limit) {
      const pos = (out.n - out.start) & mask;
      if (this.bit(m.isMatch, m.state * 16 + pos) === 0) {
        out.room(1);
        const from = m.literalAt(out.n - out.start, out.n > out.start ? out.buf[out.n - 1]! : 0);
        let s = 1;
        if (m.state >= 7) {
          let match = out.buf[out.n - m.rep0 - 1]!;
          do {
            const b = (match >> 7) & 1;
            match <<= 1;
            const r = this.bit(m.literal, from + ((1 + b) << 8) + s);
            s = (s << 1) | r;
            if (b !== r) break;
          } while (s < 0x100);
        }
        while (s < 0x100) s = (s << 1) | this.bit(m.literal, from + s);
        out.buf[out.n++] = s & 255;
        m.state = afterLiteral(m.state);
        continue;
      }
      let len: number;
      if (this.bit(m.isRep, m.state) !== 0) {
        if (out.n === out.start) throw new LzmaDataError();
        if (this.bit(m.isRepG0, m.state) === 0) {
          if (this.bit(m.isRep0Long, m.state * 16 + pos) === 0) {
            m.state = afterShortRep(m.state);
            this.copy(1, limit);
            continue;
          }
        } else {
          let d: number;
          if (this.bit(m.isRepG1, m.state) === 0) d = m.rep1;
          else {
            if (this.bit(m.isRepG2, m.state) === 0) d = m.rep2;
            else {
              d = m.rep3;
              m.rep3 = m.rep2;
            }
            m.rep2 = m.rep1;
          }
          m.rep1 = m.rep0;
          m.rep0 = d;
        }
        len = this.length(m.repLengths, pos);
        m.state = afterRep(m.state);
      } else {
        m.rep3 = m.rep2;
        m.rep2 = m.rep1;
        m.rep1 = m.rep0;
        len = this.length(m.lengths, pos);
        m.state = afterMatch(m.state);
        const slot = this.tree(m.slot, Math.min(len, 3) * 64, 6);
        if (slot < 4) m.rep0 = slot;
        else {
          const bits = (slot >> 1) - 1;
          const base = (2 | (slot & 1)) * 2 ** bits;
          if (slot < 14) m.rep0 = base + this.reverse(m.special, base - slot, bits);
          else m.rep0 = base + this.direct(bits - 4) * 16 + this.reverse(m.align, 0, 4);
          if (m.rep0 === 0xffffffff) return true;
        }
      }
      this.copy(len + 2, limit);
    }
    return false;
  }

  private copy(len: number, limit: number): void {
    const { out } = this;
    const d = this.model.rep0 + 1;
    if (d > out.n - out.start || out.n + len > limit) throw new LzmaDataError();
    out.room(len);
    const { buf, n } = out;
    for (let i = 0; i < len; i++) buf[n + i] = buf[n + i - d]!;
    out.n += len;
  }
}

/** Decodes the chunks of LZMA2 as they come in whole. */
export class Lzma2Decoder {
  private props: Properties | null = null;
  private model: Model | null = null;
  private needsDictionary = true;
  done = false;
  constructor(readonly out: History) {}

  /** Reads what is whole from `at` on; the place behind it. */
  read(src: Uint8Array, at: number): number {
    while (!this.done) {
      const control = src[at];
      if (control === undefined) return at;
      if (control === 0) {
        this.done = true;
        return at + 1;
      }
      const left = src.length - at;
      if (control < 0x80) {
        if (control > 2 || (control === 2 && this.needsDictionary)) throw new LzmaDataError();
        if (left < 3) return at;
        const size = ((src[at + 1]! << 8) | src[at + 2]!) + 1;
        if (left < 3 + size) return at;
        if (control === 1) this.out.start = this.out.n;
        this.needsDictionary = false;
        this.out.room(size);
        this.out.buf.set(src.subarray(at + 3, at + 3 + size), this.out.n);
        this.out.n += size;
        at += 3 + size;
        continue;
      }
      const head = control >= 0xc0 ? 6 : 5;
      if (left < head) return at;
      const plain = (((control & 31) << 16) | (src[at + 1]! << 8) | src[at + 2]!) + 1;
      const packed = ((src[at + 3]! << 8) | src[at + 4]!) + 1;
      // What cannot be is wrong before the chunk is whole.
      if ((head === 6 && propertiesOf(src[at + 5]!) === null) || (left > head && src[at + head] !== 0)) throw new LzmaDataError();
      if (left < head + packed) return at;
      if (control >= 0xe0) {
        this.out.start = this.out.n;
        this.needsDictionary = false;
      }
      if (this.needsDictionary) throw new LzmaDataError();
      if (control >= 0xc0) {
        this.props = propertiesOf(src[at + 5]!);
        if (this.props === null || this.props.lc + this.props.lp > 4) throw new LzmaDataError();
      }
      if (control >= 0xa0) {
        if (this.props === null) throw new LzmaDataError();
        this.model = new Model(this.props);
      }
      if (this.model === null) throw new LzmaDataError();
      const d = new LzmaDecoder(this.model, this.out);
      try {
        d.begin(src, at + head, at + head + packed);
        if (d.run(this.out.n + plain)) throw new LzmaDataError();
      } catch (e) {
        throw e instanceof LzmaNeedsMore ? new LzmaDataError() : e;
      }
      if (d.at !== at + head + packed || !d.clean) throw new LzmaDataError();
      at += head + packed;
    }
    return at;
  }
}
