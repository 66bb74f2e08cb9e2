/** A running compression: pako, a kept port of zlib whose bytes are zlib's. */
import { deflate, deflateInit2, deflateReset, deflateSetDictionary } from 'pako/lib/zlib/deflate.js';
import ZStream from 'pako/lib/zlib/zstream.js';

/** zlib's flush modes that are named here. */
export const NO_FLUSH = 0;
export const FINISH = 4;

const DEFLATED = 8;
const STREAM_ERROR = -2;

/** KiB of room that zlib is given at a time, the last again and again, as CPython does (pycore_blocks_output_buffer.h): stored blocks are cut by it. */
const ROOMS = [32, 64, 256, 1024, 4096, 8192, 16384, 16384, 32768, 32768, 32768, 32768, 65536, 65536, 131072, 131072, 262144];

const NOTHING = new Uint8Array(0);

let spare: { readonly key: number; readonly compressor: Compressor } | null = null;

export class Compressor {
  private constructor(private readonly stream: ZStream) {}

  /**
   * `wbits`: 9 to 15 (a zlib stream), -9 to -15 (raw), 25 to 31 (gzip); `level` -1 to 9, `memLevel` 1 to 9, `strategy` 0 to 4.
   * Null: zlib takes no such numbers.
   */
  static make(level: number, wbits: number, memLevel: number, strategy: number): Compressor | null {
    const stream = new ZStream();
    return deflateInit2(stream, level, DEFLATED, wbits, memLevel, strategy) === 0 ? new Compressor(stream) : null;
  }

  /** All of `data` at once, by the stream that did so last where it was made with the same numbers: zlib's tables are half a megabyte. Null as for `make`. */
  static whole(data: Uint8Array, level: number, wbits: number): Uint8Array | null {
    const key = 100 * level + wbits;
    const c = spare?.key === key ? spare.compressor : Compressor.make(level, wbits, 8, 0);
    spare = null;
    if (c === null) return null;
    const out = c.push(data, FINISH)!;
    if (deflateReset(c.stream) === 0) spare = { key, compressor: c };
    return out;
  }

  /** Before anything is pushed. False: a gzip stream has none. */
  setDictionary(dictionary: Uint8Array): boolean {
    return deflateSetDictionary(this.stream, dictionary) === 0;
  }

  /** The bytes that come of `data`; undefined: the stream is at its end, or there is no such flush. */
  push(data: Uint8Array, flush: number): Uint8Array | undefined {
    const { stream } = this;
    stream.input = data;
    stream.next_in = 0;
    stream.avail_in = data.length;
    const parts: Uint8Array[] = [];
    for (let i = 0; ; i++) {
      const room = 1024 * ROOMS[Math.min(i, ROOMS.length - 1)]!;
      const out = (stream.output = new Uint8Array(room));
      stream.next_out = 0;
      stream.avail_out = room;
      if (deflate(stream, flush) === STREAM_ERROR) return undefined;
      parts.push(out.subarray(0, stream.next_out));
      if (stream.avail_out > 0) break;
    }
    stream.input = stream.output = NOTHING;
    return joined(parts);
  }

  copy(): Compressor {
    return new Compressor(structuredClone(this.stream));
  }
}

/** The bytes of all parts one after the other, in an array of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}
