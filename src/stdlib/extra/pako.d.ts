// What is used of pako's port of zlib, which has no types of its own. Numbers are zlib's: return codes, flushes, strategies.
declare module 'pako/lib/zlib/zstream.js' {
  export default class ZStream {
    input: Uint8Array | null;
    next_in: number;
    avail_in: number;
    output: Uint8Array | null;
    next_out: number;
    avail_out: number;
    msg: string;
  }
}

declare module 'pako/lib/zlib/deflate.js' {
  import type ZStream from 'pako/lib/zlib/zstream.js';

  export function deflateInit2(strm: ZStream, level: number, method: number, windowBits: number, memLevel: number, strategy: number): number;
  export function deflateReset(strm: ZStream): number;
  export function deflateSetDictionary(strm: ZStream, dictionary: Uint8Array): number;
  export function deflate(strm: ZStream, flush: number): number;
}

declare module 'pako/lib/zlib/inflate.js' {
  import type ZStream from 'pako/lib/zlib/zstream.js';

  export function inflateInit2(strm: ZStream, windowBits: number): number;
  export function inflateSetDictionary(strm: ZStream, dictionary: Uint8Array): number;
  export function inflate(strm: ZStream, flush: number): number;
}
