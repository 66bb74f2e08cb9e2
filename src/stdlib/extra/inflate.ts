/** A running decompression: pako's port of zlib's inflate. */
import { inflate, inflateInit2, inflateSetDictionary } from 'pako/lib/zlib/inflate.js';
import ZStream from 'pako/lib/zlib/zstream.js';
import { joined, NO_FLUSH, FINISH } from './compressor.js';

/** What zlib says of bad data: its return code and message. */
export class ZlibError {
  constructor(
    readonly code: number,
    readonly message: string,
    /** What was being done; decompressing, that is not said. */
    readonly doing = 'while decompressing data',
  ) {}
}

const [OK, STREAM_END, NEED_DICT, STREAM_ERROR, BUF_ERROR] = [0, 1, 2, -2, -5];
const NOTHING = new Uint8Array(0);

export const SETTING_ZDICT = 'while setting zdict';

export class Inflater {
  /** The stream has ended. */
  eof = false;
  /** Of the input that was given last, what was not used. */
  rest: Uint8Array = NOTHING;
  /** What was wrong with it. */
  failed: ZlibError | null = null;
  /** zlib was told that no more is wanted. */
  closed = false;
  private constructor(
    private readonly stream: ZStream,
    private readonly dictionary: Uint8Array | null,
  ) {}

  /**
   * `wbits`: 8 to 15, or 0 for what the header says (a zlib stream), -8 to -15 (raw), 24 to 31 (gzip), 40 to 47 (zlib or gzip). Null: zlib takes no such
   * number, or not this dictionary.
   */
  static make(wbits: number, dictionary: Uint8Array | null = null): Inflater | null {
    const stream = new ZStream();
    if (inflateInit2(stream, wbits) !== OK) return null;
    if (dictionary !== null && wbits < 0 && inflateSetDictionary(stream, dictionary) !== OK) return null;
    return new Inflater(stream, dictionary);
  }

  /** Takes `data`, the rest of what was given before in front, and gives at most `max` bytes (Infinity: all there are). `last`: there is no more. */
  push(data: Uint8Array, max = Infinity, last = false): Uint8Array {
    if (this.eof) {
      this.rest = data;
      this.failed = this.closed ? new ZlibError(STREAM_ERROR, 'inconsistent stream state') : null;
      return NOTHING;
    }
    const { stream } = this;
    stream.input = data;
    stream.next_in = 0;
    stream.avail_in = data.length;
    const parts: Uint8Array[] = [];
    let given = 0;
    let status: number;
    for (let room = Math.min(max, Math.max(1 << 14, Math.min(4 * data.length, 1 << 20))); ; room = Math.min(2 * room, 1 << 24, max - given)) {
      const out = (stream.output = new Uint8Array(room));
      stream.next_out = 0;
      stream.avail_out = room;
      status = inflate(stream, last ? FINISH : NO_FLUSH);
      if (status === NEED_DICT && this.dictionary !== null) {
        status = inflateSetDictionary(stream, this.dictionary);
        if (status === OK) status = inflate(stream, last ? FINISH : NO_FLUSH);
        else {
          stream.input = stream.output = NOTHING;
          this.failed = new ZlibError(status, 'invalid input data', SETTING_ZDICT);
          return NOTHING;
        }
      }
      given += stream.next_out;
      parts.push(out.subarray(0, stream.next_out));
      if ((status !== OK && status !== BUF_ERROR) || stream.avail_out > 0 || given === max) break;
    }
    this.rest = data.subarray(stream.next_in);
    stream.input = stream.output = NOTHING;
    this.eof = status === STREAM_END;
    this.failed = status === OK || status === STREAM_END || status === BUF_ERROR ? null : new ZlibError(status, stream.msg);
    return joined(parts);
  }

  copy(): Inflater {
    const c = new Inflater(structuredClone(this.stream), this.dictionary);
    c.eof = this.eof;
    c.closed = this.closed;
    c.rest = this.rest;
    return c;
  }
}
