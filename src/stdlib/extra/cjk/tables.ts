/** The tables behind the multi-byte codecs of East Asia: rows of src/stdlib/data/cjk-tables.json (made by scripts/gen-cjk.py), unpacked when a codec is first used. */
import { unzlibSync } from 'fflate';
import { frozenTable } from '../../../vm/frozen-table.js';
import type { Host } from '../../../host.js';

interface Row {
  two: string;
  single: string;
  three?: string;
  like?: [codec: string, how: 'same' | 'shift'];
  strings?: string[];
  encode?: [cp: number, hex: string | null][];
  quad?: [cp: number, linear: number, length: number][];
  never?: number[];
}

/** First unit of the cells that are not one UTF-16 unit: they count the strings. */
const STRINGS = 0xd800;

export class Charset {
  /** By byte; 0xffff: begins a longer sequence. */
  readonly single: Uint16Array;
  /** By both bytes; 0: nothing. */
  readonly two: Uint16Array;
  /** By the two bytes behind 0x8f. */
  readonly three: Uint16Array | null;
  readonly strings: readonly string[];
  readonly never: ReadonlySet<number>;
  /** Runs of characters that have four bytes (GB 18030): first character, number of its code, length. */
  readonly quad: readonly (readonly [number, number, number])[];
  private back: Map<number, number> | null = null;
  /** Second characters and codes of those sequences of two that have a code of their own, by the first one. */
  readonly pairs = new Map<number, [second: number, code: number][]>();
  constructor(
    readonly name: string,
    private readonly row: Row,
    like: Uint16Array | null,
  ) {
    this.single = unpack(row.single);
    const two = unpack(row.two);
    if (like !== null) for (let i = 0; i < 65536; i++) two[i]! ^= like[i]!;
    this.two = two;
    this.three = row.three === undefined ? null : unpack(row.three);
    this.strings = row.strings ?? [];
    this.never = new Set(row.never ?? []);
    this.quad = row.quad ?? [];
  }

  /** What a cell stands for. */
  text(cell: number): string {
    return cell >= STRINGS && cell < 0xe000 ? this.strings[cell - STRINGS]! : String.fromCharCode(cell);
  }

  /** Bytes by character, as one number with a 1 before them; 0: it has none. */
  code(cp: number): number {
    return (this.back ?? this.makeBack()).get(cp) ?? 0;
  }

  private makeBack(): Map<number, number> {
    const back = (this.back = new Map<number, number>());
    const take = (cell: number, code: number): void => {
      const chars = Array.from(this.text(cell), (c) => c.codePointAt(0)!);
      if (chars.length === 2) {
        const known = this.pairs.get(chars[0]!) ?? [];
        known.push([chars[1]!, code]);
        this.pairs.set(chars[0]!, known);
      } else if (!back.has(chars[0]!)) back.set(chars[0]!, code);
    };
    this.two.forEach((cell, code) => {
      if (cell !== 0) take(cell, 0x10000 + code);
    });
    this.three?.forEach((cell, code) => {
      if (cell !== 0) take(cell, 0x18f0000 + code);
    });
    this.single.forEach((cell, code) => {
      if (cell !== 0xffff) back.set(cell, 0x100 + code);
    });
    for (const [cp, hex] of this.row.encode ?? []) {
      if (hex === null) back.delete(cp);
      else back.set(cp, parseInt(`1${hex}`, 16));
    }
    return back;
  }
}

function unpack(text: string): Uint16Array {
  const raw = atob(text);
  const packed = Uint8Array.from(raw, (c) => c.charCodeAt(0));
  const planes = unzlibSync(packed);
  const n = planes.length / 2;
  const out = new Uint16Array(n);
  let v = 0;
  for (let i = 0; i < n; i++) out[i] = v = (v + planes[i]! + planes[n + i]! * 256) & 0xffff;
  return out;
}

/** Rows and columns of a table for EUC, where Shift JIS has them. */
function shifted(two: Uint16Array): Uint16Array {
  const out = new Uint16Array(65536);
  for (let row = 0; row < 94; row++) {
    for (let col = 0; col < 94; col++) {
      const lead = (row >> 1) + (row < 62 ? 0x81 : 0xc1);
      const trail = col + (row & 1 ? 0x9f : col < 63 ? 0x40 : 0x41);
      out[(lead << 8) | trail] = two[((row + 0xa1) << 8) | (col + 0xa1)]!;
    }
  }
  return out;
}

const charsets = new Map<string, Charset>();

export function charset(host: Host, name: string): Charset {
  let c = charsets.get(name);
  if (c === undefined) {
    const row = JSON.parse(frozenTable(host, '_multibytecodec.tables').get(name)!) as Row;
    let like: Uint16Array | null = null;
    if (row.like !== undefined) {
      like = charset(host, row.like[0]).two;
      if (row.like[1] === 'shift') like = shifted(like);
    }
    c = new Charset(name, row, like);
    charsets.set(name, c);
  }
  return c;
}
