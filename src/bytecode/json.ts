/** A code object as the neutral JSON document other tools read (`pyvm dis --json`). */
import { CodeObject, type CodeConst } from './code.js';
import {
  ConstBytes, ConstComplex, ConstEllipsis, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, type ConstValue,
} from './consts.js';

export type JsonConst =
  | { t: 'None' | 'Ellipsis' }
  | { t: 'bool'; v: boolean }
  | { t: 'int' | 'float' | 'str' | 'bytes'; v: string }
  | { t: 'complex'; re: string; im: string }
  | { t: 'tuple' | 'frozenset'; v: JsonConst[] }
  | { t: 'code'; v: JsonCode };

export interface JsonCode {
  name: string;
  argcount: number;
  kwonlyargcount: number;
  nlocals: number;
  stacksize: number;
  flags: number;
  firstlineno: number;
  names: readonly string[];
  varnames: readonly string[];
  freevars: readonly string[];
  cellvars: readonly string[];
  consts: JsonConst[];
  code: string;
  lnotab: string;
}

export interface JsonDocument {
  format: 1;
  filename: string;
  code: JsonCode;
}

/** The document of one source file. */
export function codeToJson(code: CodeObject, filename: string): JsonDocument {
  return { format: 1, filename, code: jsonCode(code) };
}

function jsonCode(c: CodeObject): JsonCode {
  return {
    name: c.name,
    argcount: c.argcount,
    kwonlyargcount: c.kwonlyargcount,
    nlocals: c.nlocals,
    stacksize: c.stacksize,
    flags: c.flags,
    firstlineno: c.firstlineno,
    names: c.names,
    varnames: c.varnames,
    freevars: c.freevars,
    cellvars: c.cellvars,
    consts: c.consts.map(jsonConst),
    code: hex(c.code),
    lnotab: hex(c.lnotab),
  };
}

function jsonConst(v: CodeConst): JsonConst {
  return v instanceof CodeObject ? { t: 'code', v: jsonCode(v) } : jsonValue(v);
}

function jsonValue(v: ConstValue): JsonConst {
  switch (typeof v) {
    case 'boolean':
      return { t: 'bool', v };
    case 'number':
    case 'bigint':
      return { t: 'int', v: String(v) };
    case 'string':
      return { t: 'str', v };
  }
  if (v === null) return { t: 'None' };
  if (v instanceof ConstFloat) return { t: 'float', v: floatHex(v.v) };
  if (v instanceof ConstComplex) return { t: 'complex', re: floatHex(v.re), im: floatHex(v.im) };
  if (v instanceof ConstBytes) return { t: 'bytes', v: hex(v.v) };
  if (v instanceof ConstStr) return { t: 'str', v: String.fromCodePoint(...v.codePoints) };
  if (v instanceof ConstEllipsis) return { t: 'Ellipsis' };
  if (v instanceof ConstTuple) return { t: 'tuple', v: v.items.map(jsonValue) };
  const items = (v as ConstFrozenset).items.map(jsonValue);
  const keys = new Map(items.map((i) => [i, asciiJson(i)]));
  return { t: 'frozenset', v: items.sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1)) };
}

/** JSON text in ASCII, as frozenset members are ordered by. */
function asciiJson(v: JsonConst): string {
  return JSON.stringify(v).replace(/[\u007f-\uffff]/g, (ch) => '\\u' + ch.charCodeAt(0).toString(16).padStart(4, '0'));
}

function hex(bytes: Uint8Array): string {
  let out = '';
  for (const b of bytes) out += (b < 16 ? '0' : '') + b.toString(16);
  return out;
}

/** Python's `float.hex()`. */
export function floatHex(n: number): string {
  if (Number.isNaN(n)) return 'nan';
  if (!Number.isFinite(n)) return n > 0 ? 'inf' : '-inf';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, n);
  const high = view.getUint32(0);
  const sign = high >>> 31 === 1 ? '-' : '';
  const exponent = (high >>> 20) & 0x7ff;
  const mantissa = (high & 0xfffff).toString(16).padStart(5, '0') + view.getUint32(4).toString(16).padStart(8, '0');
  if (n === 0) return sign + '0x0.0p+0';
  const e = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${mantissa}p${e < 0 ? '-' : '+'}${Math.abs(e)}`;
}
