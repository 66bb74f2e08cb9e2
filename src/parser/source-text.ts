/** From what the caller has (a string or a file's bytes) to the text the tokenizer reads. */
import { PySyntaxErrorInfo } from './syntax-error.js';

/** PEP 263: a comment in one of the first two lines. */
const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

function fail(message: string, filename: string): never {
  throw new PySyntaxErrorInfo('SyntaxError', message, filename, 0, -1, null, null, null);
}

/** Decodes bytes by BOM and coding line; strings are taken as they are (their coding line is ignored, as in CPython). */
export function decodeSource(source: string | Uint8Array, filename: string): string {
  if (typeof source === 'string') return source;
  let bytes = source;
  const bom = hasBom(bytes);
  if (bom) bytes = bytes.subarray(3);
  const declared = declaredEncoding(bytes);
  const name = declared === null ? 'utf-8' : normalizeEncoding(declared);
  if (bom && declared !== null && (name !== 'utf-8' || !/^utf-8(?:-|$)/i.test(declared.replaceAll('_', '-')))) {
    fail(`encoding problem: ${/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(declared.toLowerCase().replaceAll('_', '-')) ? 'iso-8859-1' : declared} with BOM`, filename);
  }
  if (name === 'iso-8859-1') {
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x2000) text += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
    return text;
  }
  if (name === 'utf-8') {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return failUtf8(bytes, filename);
    }
  }
  if (name === 'ascii') {
    const bad = bytes.findIndex((b) => b >= 128);
    if (bad >= 0) fail(`'ascii' codec can't decode byte 0x${bytes[bad]!.toString(16)} in position ${bad}: ordinal not in range(128)`, filename);
    return new TextDecoder('utf-8').decode(bytes);
  }
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    const part = LATIN[name.replace(/^l(\d+)$/, 'latin$1')];
    const label = part === undefined ? name.replace(/^(?:cp|windows-?)(125\d)$/, 'windows-$1').replace(/^iso-?8859-?(\d+)$/, 'iso-8859-$1').replace(/^cp866$/, 'ibm866').replace(/^mac-roman$/, 'macintosh') : `iso-8859-${part}`;
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return fail(`unknown encoding: ${declared}`, filename);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return fail(`encoding problem: ${declared}`, filename);
  }
}

/** Whether bytes say what they are encoded in, by BOM or coding line. */
export const namesEncoding = (bytes: Uint8Array): boolean => hasBom(bytes) || declaredEncoding(bytes) !== null;

const hasBom = (bytes: Uint8Array): boolean => bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function declaredEncoding(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 4096)));
    const found = CODING.exec(text);
    if (found !== null) return found[1]!;
    if (!BLANK.test(text) || end >= bytes.length) return null;
    start = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return null;
}

/** Python's names for parts of ISO 8859 that TextDecoder has by number. */
const LATIN: Record<string, number> = { latin2: 2, latin3: 3, latin4: 4, cyrillic: 5, arabic: 6, greek: 7, hebrew: 8, latin5: 9, latin6: 10, thai: 11, latin7: 13, latin8: 14, latin9: 15, latin10: 16 };

const ALSO_LATIN_1 = new Set(['latin1', 'latin', 'iso8859-1', 'l1', '8859', 'cp819', 'iso8859', 'iso-ir-100', 'ibm819', 'csisolatin1']);

/** CPython's own short list of aliases, before it asks the codec registry. */
function normalizeEncoding(name: string): string {
  const low = name.toLowerCase().replaceAll('_', '-');
  if (low === 'utf-8' || low.startsWith('utf-8-') || low === 'utf8' || low === 'u8') return 'utf-8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(low) || ALSO_LATIN_1.has(low)) return 'iso-8859-1';
  if (low === 'ascii' || low === 'us-ascii') return 'ascii';
  return low;
}

/** CPython's words for bytes that are no UTF-8. */
function failUtf8(bytes: Uint8Array, filename: string): never {
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i]!;
    const need = b < 0x80 ? 0 : b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : -1;
    if (need === -1) fail(`(unicode error) 'utf-8' codec can't decode byte 0x${b.toString(16)} in position ${i}: invalid start byte`, filename);
    for (let n = 1; n <= need; n++) {
      const c = bytes[i + n];
      const low = n === 1 ? (b === 0xe0 ? 0xa0 : b === 0xf0 ? 0x90 : 0x80) : 0x80;
      const high = n === 1 ? (b === 0xed ? 0x9f : b === 0xf4 ? 0x8f : 0xbf) : 0xbf;
      if (c === undefined || c < low || c > high) {
        const where = n > 1 ? `bytes in position ${i}-${i + n - 1}` : `byte 0x${b.toString(16)} in position ${i}`;
        fail(`(unicode error) 'utf-8' codec can't decode ${where}: ${c === undefined ? 'unexpected end of data' : 'invalid continuation byte'}`, filename);
      }
    }
    i += need + 1;
  }
  return fail('(unicode error) encoding problem: utf-8', filename);
}

/** Line ends become `\n`; a program (not an expression) ends in one. */
export function normalizeNewlines(text: string, addFinal: boolean): string {
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (addFinal && !text.endsWith('\n')) text += '\n';
  return text;
}
