/** `ast.dump` of CPython 3.11, without recursion: a sum of 10,000 terms is a tree 10,000 deep. */
import { ConstBytes, ConstComplex, ConstEllipsis, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, type ConstValue } from '../bytecode/consts.js';
import { isPrintable } from './chars.js';
import { nodeTable, type Node } from './ast.js';

export interface DumpOptions {
  /** Positions too. */
  includeAttributes?: boolean;
  /** Spaces a level, or the text itself; none for one line. */
  indent?: number | string | null;
  /** False to leave field names out, as `annotate_fields=False`. */
  annotateFields?: boolean;
}

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;

/** An operator or a context stands in the tree as its name alone. */
const ENUM_TYPES = new Set(['expr_context', 'boolop', 'operator', 'unaryop', 'cmpop']);

type Work = string | { value: unknown; asdl: string; level: number };

/** The text `ast.dump(node, ...)` gives. */
export function dumpAst(node: Node, options: DumpOptions = {}): string {
  const { includeAttributes = false, annotateFields = true } = options;
  const indent = options.indent === undefined || options.indent === null ? null : typeof options.indent === 'number' ? ' '.repeat(options.indent) : options.indent;
  const out: string[] = [];
  const stack: Work[] = [{ value: node, asdl: 'mod', level: 0 }];
  const breaks = (level: number): [string, string] => (indent === null ? ['', ', '] : ['\n' + indent.repeat(level), ',\n' + indent.repeat(level)]);
  while (stack.length > 0) {
    const work = stack.pop()!;
    if (typeof work === 'string') {
      out.push(work);
      continue;
    }
    const { value, asdl, level } = work;
    const pieces: Work[] = [];
    if (Array.isArray(value)) {
      if (value.length === 0) {
        out.push('[]');
        continue;
      }
      const [prefix, separator] = breaks(level + 1);
      const item = asdl.slice(0, -1);
      pieces.push('[');
      value.forEach((element, i) => pieces.push(i === 0 ? prefix : separator, { value: element, asdl: item, level: level + 1 }));
      pieces.push(']');
    } else if (isNode(value)) {
      const row = nodeTable[value._type];
      const [prefix, separator] = breaks(level + 1);
      const parts: Work[][] = [];
      let named = annotateFields;
      for (const [name, type] of row.fields) {
        const field = (value as unknown as Record<string, unknown>)[name];
        // A missing optional field is left out; None as a constant is a value.
        if ((field === null || field === undefined) && type.endsWith('?')) {
          named = true;
          continue;
        }
        const piece: Work = { value: field, asdl: type.replace('?', ''), level: level + 1 };
        parts.push(named ? [`${name}=`, piece] : [piece]);
      }
      if (includeAttributes && row.positioned) {
        for (const name of POSITIONS) parts.push([`${name}=${(value as unknown as Record<string, unknown>)[name]}`]);
      }
      // CPython: an indented dump keeps a node on one line only when it has no fields to print.
      pieces.push(`${value._type}(`);
      const simple = parts.length <= 3 && parts.every((part) => part.every((piece) => typeof piece === 'string' || isSimple(piece, includeAttributes)));
      parts.forEach((part, i) => pieces.push(i === 0 ? (simple ? '' : prefix) : simple ? ', ' : separator, ...part));
      pieces.push(')');
    } else {
      out.push(leaf(value, asdl));
      continue;
    }
    for (let i = pieces.length - 1; i >= 0; i--) stack.push(pieces[i]!);
  }
  return out.join('');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { _type?: unknown })._type === 'string' && (value as { _type: string })._type in nodeTable;
}

/** CPython counts what is no node and no non-empty list as simple. */
function isSimple(work: Exclude<Work, string>, includeAttributes: boolean): boolean {
  if (Array.isArray(work.value)) return work.value.length === 0;
  return !isNode(work.value) || printsNothing(work.value, includeAttributes);
}

/** A node without fields and positions is as simple as a name. */
function printsNothing(node: Node, includeAttributes: boolean): boolean {
  const row = nodeTable[node._type];
  if (row.positioned && includeAttributes) return false;
  return row.fields.every(([name, type]) => type.endsWith('?') && ((node as unknown as Record<string, unknown>)[name] ?? null) === null);
}

function leaf(value: unknown, asdl: string): string {
  if (value === null || value === undefined) return 'None';
  if (ENUM_TYPES.has(asdl)) return `${value as string}()`;
  return constRepr(value as ConstValue);
}

/** Python's `repr` of a constant. */
export function constRepr(value: ConstValue): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return strRepr([...value].map((ch) => ch.codePointAt(0)!));
  if (value instanceof ConstStr) return strRepr(value.codePoints);
  if (value instanceof ConstFloat) return floatRepr(value.v);
  if (value instanceof ConstComplex) {
    const imaginary = floatRepr(value.im).replace(/\.0$/, '');
    return value.re === 0 && !Object.is(value.re, -0) ? `${imaginary}j` : `(${floatRepr(value.re).replace(/\.0$/, '')}${/^[-]/.test(imaginary) ? '' : '+'}${imaginary}j)`;
  }
  if (value instanceof ConstBytes) return bytesRepr(value.v);
  if (value instanceof ConstEllipsis) return 'Ellipsis';
  if (value instanceof ConstTuple) return value.items.length === 1 ? `(${constRepr(value.items[0]!)},)` : `(${value.items.map(constRepr).join(', ')})`;
  if (value instanceof ConstFrozenset) return value.items.length === 0 ? 'frozenset()' : `frozenset({${value.items.map(constRepr).join(', ')}})`;
  throw new Error('no constant');
}

function floatRepr(value: number): string {
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  if (value !== value) return 'nan';
  if (Object.is(value, -0)) return '-0.0';
  if (value === 0) return '0.0';
  const [digits, exponentText] = value.toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const size = Math.abs(exponent);
    return `${digits}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
  }
  const text = exponent >= 0 ? Number(value).toString() : value.toFixed(Math.max(0, digits.replace(/^-?\d\.?/, '').length - exponent));
  const plain = text.includes('e') ? BigInt(value).toString() : text;
  return plain.includes('.') ? plain : `${plain}.0`;
}

function bytesRepr(bytes: Uint8Array): string {
  let quote = "'";
  if (bytes.includes(39) && !bytes.includes(34)) quote = '"';
  let out = '';
  for (const b of bytes) {
    if (b === 92) out += '\\\\';
    else if (b === quote.charCodeAt(0)) out += `\\${quote}`;
    else if (b === 9) out += '\\t';
    else if (b === 10) out += '\\n';
    else if (b === 13) out += '\\r';
    else if (b < 32 || b >= 127) out += `\\x${b.toString(16).padStart(2, '0')}`;
    else out += String.fromCharCode(b);
  }
  return `b${quote}${out}${quote}`;
}

function strRepr(points: readonly number[]): string {
  const quote = points.includes(39) && !points.includes(34) ? '"' : "'";
  let out = '';
  for (const point of points) {
    const ch = String.fromCodePoint(point);
    if (ch === '\\') out += '\\\\';
    else if (ch === quote) out += `\\${quote}`;
    else if (ch === '\t') out += '\\t';
    else if (ch === '\n') out += '\\n';
    else if (ch === '\r') out += '\\r';
    else if (point < 32 || point === 127) out += `\\x${point.toString(16).padStart(2, '0')}`;
    else if (point < 127 || isPrintable(ch)) out += ch;
    else if (point < 256) out += `\\x${point.toString(16).padStart(2, '0')}`;
    else if (point < 65536) out += `\\u${point.toString(16).padStart(4, '0')}`;
    else out += `\\U${point.toString(16).padStart(8, '0')}`;
  }
  return quote + out + quote;
}
