/** `%` formatting of constant strings and bytes: what `'%d' % 5` gives; undefined where it would raise. */
import { ConstBytes, ConstFloat, ConstStr, ConstTuple, type ConstValue } from '../bytecode/consts.js';
import { constRepr } from '../bytecode/const-repr.js';
import { codePoints, fromCodePoints } from './fold.js';

interface Spec {
  minus: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number | null;
}

/** Wider results are of no use: nothing over 20 characters is folded. */
const MAX_WIDTH = 20;

export function formatPercent(format: ConstValue, args: ConstValue): ConstValue | undefined {
  const isBytes = format instanceof ConstBytes;
  if (!isBytes && typeof format !== 'string' && !(format instanceof ConstStr)) return undefined;
  const points = isBytes ? [...format.v] : codePoints(format);
  const values = args instanceof ConstTuple ? args.items : [args];
  const out = run(points, values, isBytes, !isBytes && args instanceof ConstBytes);
  if (out === undefined) return undefined;
  return isBytes ? new ConstBytes(Uint8Array.from(out)) : fromCodePoints(out);
}

function run(f: readonly number[], values: readonly ConstValue[], isBytes: boolean, mayBeUnused: boolean): number[] | undefined {
  const out: number[] = [];
  let used = 0;
  const next = (): ConstValue | undefined => values[used++];
  for (let i = 0; i < f.length; ) {
    const p = f[i++] as number;
    if (p !== 37) {
      out.push(p);
      continue;
    }
    const spec: Spec = { minus: false, plus: false, space: false, alternate: false, zero: false, width: 0, precision: null };
    for (; ; i++) {
      const ch = String.fromCharCode(f[i] ?? 0);
      if (ch === '-') spec.minus = true;
      else if (ch === '+') spec.plus = true;
      else if (ch === ' ') spec.space = true;
      else if (ch === '#') spec.alternate = true;
      else if (ch === '0') spec.zero = true;
      else break;
    }
    const number = (): number | undefined => {
      if (f[i] === 42) {
        i++;
        const v = next();
        return typeof v === 'number' ? v : undefined;
      }
      let n = 0;
      for (let d = f[i] ?? 0; d >= 48 && d <= 57; d = f[++i] ?? 0) n = Math.min(n * 10 + d - 48, 1e6);
      return n;
    };
    const width = number();
    if (width === undefined) return undefined;
    if (width < 0) spec.minus = true;
    spec.width = Math.abs(width);
    if (f[i] === 46) {
      i++;
      const precision = number();
      if (precision === undefined) return undefined;
      spec.precision = Math.max(precision, 0);
    }
    if (spec.width > MAX_WIDTH || (spec.precision ?? 0) > 50) return undefined;
    while (f[i] === 104 || f[i] === 108 || f[i] === 76) i++; // h, l, L mean nothing
    const conversion = String.fromCodePoint(f[i++] ?? 0);
    if (conversion === '%') {
      out.push(37);
      continue;
    }
    if (used >= values.length) return undefined;
    const piece = convert(conversion, next() as ConstValue, spec, isBytes);
    if (piece === undefined) return undefined;
    for (const q of piece) out.push(q);
  }
  // A mapping may be left unused; among constants only bytes count as one.
  return used === values.length || mayBeUnused ? out : undefined;
}

function convert(conversion: string, v: ConstValue, spec: Spec, isBytes: boolean): readonly number[] | undefined {
  switch (conversion) {
    case 's':
    case 'r':
    case 'a':
    case 'b': {
      let text: readonly number[] | undefined;
      if (isBytes && (conversion === 's' || conversion === 'b')) text = v instanceof ConstBytes ? [...v.v] : undefined;
      else if (conversion === 'b') return undefined;
      else if (conversion === 's' && (typeof v === 'string' || v instanceof ConstStr)) text = codePoints(v);
      else text = codePoints(conversion === 'a' || isBytes ? ascii(constRepr(v)) : constRepr(v));
      if (text === undefined) return undefined;
      return pad(spec.precision === null ? text : text.slice(0, spec.precision), spec);
    }
    case 'c':
      if (typeof v === 'boolean') return pad([Number(v)], spec);
      if (typeof v === 'number') return v < 0 || v > (isBytes ? 255 : 0x10ffff) ? undefined : pad([v], spec);
      if (!isBytes && (typeof v === 'string' || v instanceof ConstStr) && codePoints(v).length === 1) return pad(codePoints(v), spec);
      return isBytes && v instanceof ConstBytes && v.v.length === 1 ? pad([...v.v], spec) : undefined;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return integer(conversion, v, spec);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return float(conversion, v, spec);
    default:
      return undefined;
  }
}

const ascii = (s: string): string =>
  Array.from(s, (ch) => {
    const p = ch.codePointAt(0) as number;
    if (p < 128) return ch;
    if (p < 256) return '\\x' + p.toString(16);
    return p < 0x10000 ? '\\u' + p.toString(16).padStart(4, '0') : '\\U' + p.toString(16).padStart(8, '0');
  }).join('');

const chars = (s: string): number[] => Array.from(s, (ch) => ch.charCodeAt(0));

function pad(text: readonly number[], spec: Spec): readonly number[] {
  const fill = new Array<number>(Math.max(0, spec.width - text.length)).fill(32);
  return spec.minus ? [...text, ...fill] : [...fill, ...text];
}

function signed(negative: boolean, prefix: string, digits: string, spec: Spec): readonly number[] {
  const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
  if (spec.zero && !spec.minus) digits = digits.padStart(spec.width - sign.length - prefix.length, '0');
  return pad(chars(sign + prefix + digits), spec);
}

function integer(conversion: string, v: ConstValue, spec: Spec): readonly number[] | undefined {
  const decimal = conversion === 'd' || conversion === 'i' || conversion === 'u';
  let n: bigint;
  if (typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean') n = BigInt(v);
  else if (decimal && v instanceof ConstFloat && Number.isFinite(v.v)) n = BigInt(Math.trunc(v.v));
  else return undefined;
  const abs = n < 0n ? -n : n;
  let digits = abs.toString(decimal ? 10 : conversion === 'o' ? 8 : 16);
  if (spec.precision !== null) digits = digits.padStart(spec.precision, '0');
  let prefix = spec.alternate && !decimal ? '0' + conversion : '';
  if (conversion === 'X') {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  return signed(n < 0n, prefix, digits, spec);
}

function float(conversion: string, v: ConstValue, spec: Spec): readonly number[] | undefined {
  let n: number;
  if (v instanceof ConstFloat) n = v.v;
  else if (typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean') n = Number(v);
  else return undefined;
  if (!Number.isFinite(n) || spec.alternate) return undefined;
  const precision = spec.precision ?? 6;
  const negative = n < 0 || Object.is(n, -0);
  const abs = Math.abs(n);
  let text: string;
  const kind = conversion.toLowerCase();
  if (kind === 'f') {
    if (abs >= 1e21 || isTie(abs.toFixed(Math.min(100, precision + 30)), precision)) return undefined;
    text = abs.toFixed(precision);
  } else if (kind === 'e') {
    if (isTie(abs.toExponential(Math.min(100, precision + 30)), precision)) return undefined;
    text = exponent(abs.toExponential(precision));
  } else {
    const digits = precision === 0 ? 1 : precision;
    if (isTie(abs.toExponential(Math.min(100, digits + 29)), digits - 1)) return undefined;
    const exp = abs === 0 ? 0 : Number(abs.toExponential(digits - 1).split('e')[1]);
    text = exp < -4 || exp >= digits ? exponent(trim(abs.toExponential(digits - 1))) : trim(abs.toFixed(digits - 1 - exp));
  }
  if (conversion !== kind) text = text.toUpperCase();
  return signed(negative, '', text, spec);
}

/** Whether what stands behind the first `places` decimals may be exactly half: JavaScript rounds that up, Python to even. */
function isTie(text: string, places: number): boolean {
  return /^50*$/.test(text.replace(/e.*/, '').slice(text.indexOf('.') + 1 + places));
}

const exponent = (s: string): string => s.replace(/e([+-])(\d)$/, 'e$10$2');
const trim = (s: string): string => s.replace(/(\.\d*?)0+(e|$)/, '$1$2').replace(/\.(e|$)/, '$1');
