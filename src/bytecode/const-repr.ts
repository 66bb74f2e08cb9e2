/** Python's repr of constants: for messages, unparsed annotations and `dis`. */
import {
  ConstBytes, ConstComplex, ConstEllipsis, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, type ConstValue,
} from './consts.js';

/** Whether `str.__repr__` shows a character as it is. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

export function constRepr(v: ConstValue): string {
  switch (typeof v) {
    case 'string':
      return strRepr(Array.from(v, (ch) => ch.codePointAt(0) as number));
    case 'number':
    case 'bigint':
      return String(v);
    case 'boolean':
      return v ? 'True' : 'False';
  }
  if (v === null) return 'None';
  if (v instanceof ConstStr) return strRepr(v.codePoints);
  if (v instanceof ConstFloat) return floatRepr(v.v);
  if (v instanceof ConstComplex) return complexRepr(v);
  if (v instanceof ConstBytes) return bytesRepr(v.v);
  if (v instanceof ConstEllipsis) return 'Ellipsis';
  const items = (v as ConstTuple | ConstFrozenset).items.map(constRepr);
  if (v instanceof ConstTuple) return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  return items.length === 0 ? 'frozenset()' : `frozenset({${items.join(', ')}})`;
}

/** Shortest digits that read back, in Python's layout: exponent below 1e-4 and from 1e16. */
export function floatRepr(n: number): string {
  if (Number.isNaN(n)) return 'nan';
  if (!Number.isFinite(n)) return n > 0 ? 'inf' : '-inf';
  if (Object.is(n, -0)) return '-0.0';
  const abs = Math.abs(n);
  if (abs !== 0 && (abs < 1e-4 || abs >= 1e16)) {
    const [mantissa, exp] = n.toExponential().split('e') as [string, string];
    const e = Number(exp);
    return `${mantissa}e${e < 0 ? '-' : '+'}${String(Math.abs(e)).padStart(2, '0')}`;
  }
  const s = String(n);
  return /[.e]/.test(s) ? s : s + '.0';
}

function complexRepr(v: ConstComplex): string {
  const part = (n: number): string => floatRepr(n).replace(/\.0$/, '');
  if (v.re === 0 && !Object.is(v.re, -0)) return part(v.im) + 'j';
  const im = part(v.im);
  return `(${part(v.re)}${/^[-+]/.test(im) ? '' : '+'}${im}j)`;
}

function strRepr(points: readonly number[]): string {
  const quote = points.includes(39) && !points.includes(34) ? '"' : "'";
  let out = quote;
  for (const p of points) out += escape(p, quote);
  return out + quote;
}

function escape(p: number, quote: string): string {
  const ch = String.fromCodePoint(p);
  if (ch === quote || ch === '\\') return '\\' + ch;
  if (ch === '\n') return '\\n';
  if (ch === '\r') return '\\r';
  if (ch === '\t') return '\\t';
  if (p >= 32 && p < 127) return ch;
  if (p >= 127 && printable.test(ch) && !(p >= 0xd800 && p < 0xe000)) return ch;
  if (p < 256) return '\\x' + p.toString(16).padStart(2, '0');
  if (p < 0x10000) return '\\u' + p.toString(16).padStart(4, '0');
  return '\\U' + p.toString(16).padStart(8, '0');
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let out = 'b' + quote;
  for (const b of bytes) {
    const ch = String.fromCharCode(b);
    if (ch === quote || ch === '\\') out += '\\' + ch;
    else if (ch === '\n') out += '\\n';
    else if (ch === '\r') out += '\\r';
    else if (ch === '\t') out += '\\t';
    else if (b >= 32 && b < 127) out += ch;
    else out += '\\x' + b.toString(16).padStart(2, '0');
  }
  return out + quote;
}
