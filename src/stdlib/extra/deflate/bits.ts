/** Bits of a deflate stream, least first, into bytes. */
export class BitWriter {
  private out = new Uint8Array(4096);
  private n = 0;
  private bits = 0;
  private count = 0;

  private room(n: number): void {
    if (this.n + n <= this.out.length) return;
    const larger = new Uint8Array(Math.max(this.out.length * 2, this.n + n));
    larger.set(this.out.subarray(0, this.n));
    this.out = larger;
  }

  /** Up to 16 bits. */
  put(value: number, length: number): void {
    this.bits |= value << this.count;
    this.count += length;
    if (this.count >= 16) {
      this.room(2);
      this.out[this.n++] = this.bits & 255;
      this.out[this.n++] = (this.bits >> 8) & 255;
      this.bits >>>= 16;
      this.count -= 16;
    }
  }

  /** The rest of the byte stays zero. */
  align(): void {
    this.flush();
    if (this.count > 0) this.byte(this.bits);
    this.bits = this.count = 0;
  }

  /** Puts the whole bytes there are into the output. */
  private flush(): void {
    while (this.count >= 8) {
      this.byte(this.bits);
      this.bits >>>= 8;
      this.count -= 8;
    }
  }

  /** At a byte's beginning only. */
  bytes(b: Uint8Array): void {
    this.room(b.length);
    this.out.set(b, this.n);
    this.n += b.length;
  }
  byte(b: number): void {
    this.room(1);
    this.out[this.n++] = b & 255;
  }

  /** What was written since the last time, but for the bits of a byte that is not full. */
  take(): Uint8Array {
    this.flush();
    const out = this.out.slice(0, this.n);
    this.n = 0;
    return out;
  }

  copy(): BitWriter {
    const c = new BitWriter();
    c.out = this.out.slice();
    c.n = this.n;
    c.bits = this.bits;
    c.count = this.count;
    return c;
  }
}
