/** What a decompressor has made and nobody has taken yet. */
export class OutputQueue {
  private readonly parts: Uint8Array[] = [];
  length = 0;

  push(part: Uint8Array): void {
    if (part.length === 0) return;
    this.parts.push(part);
    this.length += part.length;
  }

  /** Up to `max` bytes; negative: all. */
  take(max: number): Uint8Array {
    const n = max < 0 ? this.length : Math.min(max, this.length);
    const out = new Uint8Array(n);
    let at = 0;
    while (at < n) {
      const part = this.parts[0]!;
      const k = Math.min(part.length, n - at);
      out.set(part.subarray(0, k), at);
      at += k;
      if (k === part.length) this.parts.shift();
      else this.parts[0] = part.subarray(k);
    }
    this.length -= n;
    return out;
  }
}
