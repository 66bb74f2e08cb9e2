/** Bytes of a document to text. A byte that is none of the encoding becomes a lone surrogate, which no scanner lets pass. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1' | 'ascii' | 'table' | 'unknown';

const KNOWN: Readonly<Record<string, Encoding | 'utf-16'>> = {
  'ISO-8859-1': 'latin-1', 'US-ASCII': 'ascii', 'UTF-8': 'utf-8', 'UTF-16': 'utf-16', 'UTF-16BE': 'utf-16be', 'UTF-16LE': 'utf-16le',
};

const wide = (e: Encoding | 'utf-16'): boolean => e.startsWith('utf-16');
const bad = (b: number): string => String.fromCharCode(0xdc00 + b);

/** The length of what `b` has at its end of a character that is not whole. */
function openTail(b: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= b.length; back++) {
    const c = b[b.length - back]!;
    if ((c & 0xc0) === 0x80) continue;
    return back < (c >= 0xf0 && c < 0xf5 ? 4 : c >= 0xe0 ? (c < 0xf0 ? 3 : 0) : c >= 0xc2 ? 2 : 0) ? back : 0;
  }
  return 0;
}

let strict: InstanceType<typeof TextDecoder> | null = null;

function fromUtf8(b: Uint8Array): string {
  strict ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return strict.decode(b);
  } catch {
    // Somewhere something is wrong: by hand, up to there.
  }
  let s = '';
  let i = 0;
  while (i < b.length) {
    const c = b[i]!;
    const n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
    let cp = n === 1 ? c : n === 2 ? c & 31 : n === 3 ? c & 15 : c & 7;
    let ok = n > 0 && i + n <= b.length;
    for (let k = 1; ok && k < n; k++) {
      const d = b[i + k]!;
      ok = (d & 0xc0) === 0x80;
      cp = (cp << 6) | (d & 63);
    }
    if (ok && ((n === 3 && (cp < 0x800 || (cp >= 0xd800 && cp < 0xe000))) || (n === 4 && (cp < 0x10000 || cp > 0x10ffff)))) ok = false;
    // What follows the first wrong byte is never looked at.
    if (!ok) return s + bad(c);
    s += String.fromCodePoint(cp);
    i += n;
  }
  return s;
}

function fromUnits(b: Uint8Array, low: number): string {
  let s = '';
  for (let i = 0; i + 1 < b.length; i += 2) s += String.fromCharCode(b[i + low]! | (b[i + 1 - low]! << 8));
  return s;
}

export class Input {
  encoding: Encoding | null = null;
  /** Behind an XML declaration: bytes that wait until it is known what they mean. */
  private held: Uint8Array | null = null;
  private rest: Uint8Array = new Uint8Array(0);
  /** 256 characters of an encoding the host was asked for. */
  private table: readonly (string | null)[] | null = null;
  /** The document ends inside a character. */
  partial = false;
  /** It ends inside a unit of two bytes. */
  half = false;
  /** The name of an encoding that is to be asked for. */
  asked: string | null = null;
  /** The encoding was said from outside. */
  fixed: boolean;
  constructor(protocol: string | null) {
    this.fixed = protocol !== null;
    if (protocol === null) return;
    const known = KNOWN[protocol.toUpperCase()];
    if (known === undefined) {
      this.encoding = 'unknown';
      this.asked = protocol;
    } else if (known !== 'utf-16') this.encoding = known;
  }

  get waiting(): boolean {
    return this.held !== null;
  }
  /** Text is given to the handlers in pieces of a buffer's size, as it is not the document's own bytes. */
  get converted(): boolean {
    return this.encoding !== 'utf-8' && this.encoding !== 'ascii';
  }

  /** A document (or its first part) that is text already. */
  say(encoding: Encoding): void {
    this.fixed = true;
    this.encoding = encoding;
    this.asked = null;
  }

  /** Bytes that came in, as text as far as it can be told. */
  feed(b: Uint8Array, final: boolean): string {
    if (this.held !== null || this.asked !== null) {
      this.held = join(this.held ?? new Uint8Array(0), b);
      return '';
    }
    const all = this.rest.length > 0 ? join(this.rest, b) : b;
    this.rest = new Uint8Array(0);
    if (this.encoding !== null && !(this.fixed && this.encoding === 'utf-8' && !this.begun)) return this.decode(all, final);
    return this.begin(all, final);
  }
  private begun = false;
  /** The encoding of what is held back. */
  private next: Encoding | null = null;

  private begin(b: Uint8Array, final: boolean): string {
    if (b.length < 2 && !final && (b.length === 0 || [0xfe, 0xff, 0xef, 0, 0x3c].includes(b[0]!))) {
      this.rest = b;
      return '';
    }
    if (b.length === 0) return '';
    this.begun = true;
    const [x, y] = [b[0]!, b[1]!];
    if (x === 0xfe && y === 0xff) this.encoding = 'utf-16be';
    else if ((x === 0xff && y === 0xfe) || (x !== 0 && y === 0)) this.encoding = 'utf-16le';
    else if (x === 0 && b.length > 1) this.encoding = 'utf-16be';
    else if (this.encoding === null) {
      const bom = x === 0xef && y === 0xbb && b[2] === 0xbf ? 3 : 0;
      const head = latin1(b.subarray(bom, bom + 6));
      // One byte that begins no encoding's mark decides for UTF-8.
      const declared = /^<\?xml[ \t\r\n]$/.test(head);
      if ((declared || ('<?xml '.startsWith(head) && head.length < 6)) && !final) {
        const end = declared ? endOfDeclaration(b) : -1;
        if (end < 0) {
          this.begun = false;
          this.rest = b;
          return '';
        }
      }
      this.encoding = 'utf-8';
      const end = declared ? endOfDeclaration(b) : -1;
      if (end >= 0) {
        this.held = b.slice(end);
        return fromUtf8(b.subarray(0, end));
      }
    }
    return this.decode(b, final);
  }

  /**
   * Goes on behind the XML declaration, which named `name` (null: none). `incorrect`: it cannot be that; `asked`: the host is to be asked.
   */
  declare(name: string | null): 'ok' | 'incorrect' | 'asked' {
    if (name !== null && !this.fixed) {
      const known = KNOWN[name.toUpperCase()];
      const now = this.encoding!;
      if (known === undefined) {
        this.asked = name;
        this.held ??= new Uint8Array(0);
        return 'asked';
      }
      if (wide(known) !== wide(now) || (wide(known) && known !== 'utf-16' && known !== now)) return 'incorrect';
      if (!wide(known)) this.next = known as Encoding;
    }
    return 'ok';
  }

  /** What is held back is in another encoding than the declaration. */
  get changes(): boolean {
    return this.next !== null && this.next !== this.encoding;
  }

  /** The bytes that waited, as text. */
  release(final: boolean): string {
    const b = this.held;
    this.held = null;
    this.encoding = this.next ?? this.encoding;
    this.next = null;
    return b === null ? '' : this.decode(b, final);
  }

  /** The answer to `asked`: what the bytes 0 to 255 mean, U+FFFD for nothing. False: no encoding Expat can take. */
  setTable(chars: string): boolean {
    this.asked = null;
    const table: (string | null)[] = [];
    for (let i = 0; i < 256; i++) {
      const c = chars[i]!;
      const used = i < 128 && (/[\t\n\r -~]/.test(String.fromCharCode(i)) && !'$@\\^`{}~'.includes(String.fromCharCode(i)));
      if (used && c.charCodeAt(0) !== i) return false;
      table.push(c === '\ufffd' ? null : c);
    }
    this.table = table;
    this.next = 'table';
    this.held ??= new Uint8Array(0);
    return true;
  }

  private decode(b: Uint8Array, final: boolean): string {
    switch (this.encoding) {
      case 'utf-8': {
        const open = openTail(b);
        if (open > 0) {
          this.rest = b.slice(b.length - open);
          if (final) this.partial = true;
          return fromUtf8(b.subarray(0, b.length - open));
        }
        return fromUtf8(b);
      }
      case 'utf-16le':
      case 'utf-16be': {
        const low = this.encoding === 'utf-16le' ? 0 : 1;
        let n = b.length & ~1;
        if (n >= 2 && (b[n - 1 - low]! & 0xfc) === 0xd8) n -= 2;
        if (n < b.length) {
          this.rest = b.slice(n);
          if (final && b.length - n > 1) this.partial = true;
          else if (final) this.half = true;
        }
        return fromUnits(b.subarray(0, n), low);
      }
      case 'latin-1':
        return latin1(b);
      case 'ascii': {
        let s = '';
        for (const c of b) s += c < 128 ? String.fromCharCode(c) : bad(c);
        return s;
      }
      default: {
        let s = '';
        for (const c of b) s += this.table![c] ?? bad(c);
        return s;
      }
    }
  }

  /** How many bytes `text` was. */
  size(text: string): number {
    const { encoding } = this;
    if (encoding === 'latin-1' || encoding === 'ascii' || encoding === 'table') return text.length;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') return text.length * 2;
    if (!/[^\x00-\x7f]/.test(text)) return text.length;
    let n = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      n += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 2 : 3;
    }
    return n;
  }
}

function latin1(b: Uint8Array): string {
  let s = '';
  for (let i = 0; i < b.length; i += 4096) s += String.fromCharCode.apply(null, b.subarray(i, i + 4096) as unknown as number[]);
  return s;
}

function endOfDeclaration(b: Uint8Array): number {
  for (let i = 5; i + 1 < b.length; i++) if (b[i] === 0x3f && b[i + 1] === 0x3e) return i + 2;
  return -1;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
