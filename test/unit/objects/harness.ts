/** Calls natives directly, without the run loop, on values from a JSON table of cases made by CPython. */
import { AstralStr, PUSHED, PyFloat, T, type PyValue, type Result, type VM } from '../../../src/objects/object.js';
import '../../../src/objects/boot.js';
import { PyBaseException } from '../../../src/objects/exception.js';
import { PyByteArray, PyBytes } from '../../../src/objects/bytes.js';
import { PyComplex } from '../../../src/objects/complex.js';
import { PyDict } from '../../../src/objects/dict.js';
import { PyException } from '../../../src/objects/errors.js';
import { complexRepr } from '../../../src/objects/complex-math.js';
import { floatRepr } from '../../../src/objects/float-format.js';
import { norm } from '../../../src/objects/int.js';
import { NativeFunction } from '../../../src/objects/native.js';
import { bindArguments } from '../../../src/objects/signature.js';
import { NotImplemented } from '../../../src/objects/singletons.js';
import { asJS, strFromCodePoints, strFromJS } from '../../../src/objects/str.js';
import { reprStr } from '../../../src/objects/str-repr.js';
import { reprOfBytes } from '../../../src/objects/bytes.js';
import { PySlice } from '../../../src/objects/subscript.js';
import { PyList, PyTuple } from '../../../src/objects/tuple.js';
import { PyStaticMethod } from '../../../src/objects/define.js';

export const vm = {
  frame: null,
  exc: null,
  stopValue: null,
  raise(e: { value: PyBaseException }): undefined {
    vm.exc = e.value;
    return undefined;
  },
  charge() {},
  state: { builtins: new PyDict() },
} as unknown as VM;

/** A value from its JSON form; see cases.py. */
export function decode(j: any): PyValue {
  if (j === null || typeof j === 'boolean' || typeof j === 'number') return j;
  if (typeof j === 'string') return strFromJS(j);
  const [tag, a, b, c] = j;
  switch (tag) {
    case 'i':
      return norm(BigInt(a));
    case 'f':
      return new PyFloat(a === 'nan' ? NaN : a === 'inf' ? Infinity : a === '-inf' ? -Infinity : Number(a));
    case 'c':
      return new PyComplex((decode(['f', a]) as PyFloat).v, (decode(['f', b]) as PyFloat).v);
    case 'b':
      return new PyBytes(Uint8Array.from(Buffer.from(a, 'hex')));
    case 'B':
      return new PyByteArray(Uint8Array.from(Buffer.from(a, 'hex')));
    case 'u':
      return strFromCodePoints(a);
    case 't':
      return new PyTuple(a.map(decode));
    case 'l':
      return new PyList(a.map(decode));
    case 'S':
      return new PySlice(decode(a), decode(b), decode(c));
    case 'd': {
      const d = new PyDict();
      for (const [k, v] of a) d.setFast(decode(k), decode(v));
      return d;
    }
    case 'T':
      return T[a]!;
    default:
      throw new Error(`tag ${tag}`);
  }
}

/** repr, for the values natives under test return. */
export function show(v: Result): string {
  if (v === undefined) return vm.exc === null ? '<end>' : `!${vm.exc.cls.name}: ${message(vm.exc)}`;
  if (v === PUSHED) return '<pushed>';
  if (v === null) return 'None';
  if (v === NotImplemented) return 'NotImplemented';
  switch (typeof v) {
    case 'boolean':
      return v ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(v);
    case 'string':
      return reprStr(v);
    default:
      break;
  }
  if (v instanceof AstralStr) return reprStr(v);
  if (v instanceof PyFloat) return floatRepr(v.v);
  if (v instanceof PyComplex) return complexRepr(v.re, v.im);
  if (v instanceof PyBytes) return reprOfBytes(v.v);
  if (v instanceof PyByteArray) return `bytearray(${reprOfBytes(v.v.subarray(0, v.length), true)})`;
  if (v instanceof PyTuple) return v.items.length === 1 ? `(${show(v.items[0]!)},)` : `(${v.items.map(show).join(', ')})`;
  if (v instanceof PyList) return `[${v.items.map(show).join(', ')}]`;
  if (v instanceof PyDict) return `{${[...v.entries()].map(([k, x]) => `${show(k)}: ${show(x)}`).join(', ')}}`;
  return `<${v.cls.name}>`;
}

/** `str(exception)` */
function message(e: PyBaseException): string {
  const { items } = e.args;
  const text = (v: PyValue): string => asJS(v) ?? show(v);
  const name = e.cls.name;
  if (name === 'UnicodeEncodeError' || name === 'UnicodeDecodeError') return ['encoding', 'object', 'start', 'end', 'reason'].map((f) => show(e.field(f))).join(', ');
  if (items.length === 0) return '';
  if (items.length === 1) return name === 'KeyError' ? show(items[0]!) : text(items[0]!);
  return `(${items.map(show).join(', ')})`;
}

/** `type.method(*args, **kwargs)` as text: the repr of the result or `!Error: message`. */
export function run(type: string, method: string, args: any[], kwargs: Record<string, any> | null): string {
  vm.exc = null;
  const values = args.map(decode);
  const first = values[0];
  const text = call(type, method, values, kwargs);
  return first instanceof PyByteArray && method !== '__new__' ? `${text} | ${show(first)}` : text;
}

function call(type: string, method: string, values: PyValue[], kwargs: Record<string, any> | null): string {
  try {
    let f = method === '__new__' ? T[type]!.dict.getStr('__new__') : T[type]!.lookup(method);
    if (f instanceof PyStaticMethod) f = f.func;
    if (!(f instanceof NativeFunction)) return `no ${type}.${method}`;
    if (method === '__new__' || f.cls === T.classmethod_descriptor) values.unshift(T[type]!);
    const kw = kwargs === null ? null : new Map(Object.entries(kwargs).map(([k, v]) => [k, decode(v)]));
    let r = f.def.fn(vm, ...bindArguments(f.callee(null), values, kw));
    if (method === '__new__' && type === 'bytearray' && r instanceof PyByteArray) {
      const init = T.bytearray.lookup('__init__') as NativeFunction;
      if (init.def.fn(vm, ...bindArguments(init.callee(null), [r, ...values.slice(1)], kw)) === undefined) r = undefined;
    }
    return show(r);
  } catch (e) {
    if (e instanceof PyException) {
      vm.exc = e.value;
      return show(undefined);
    }
    return `JS: ${e instanceof Error ? (e.stack ?? '').split('\n').slice(0, 4).join(' ') : String(e)}`;
  }
}
