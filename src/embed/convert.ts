/**
 * Values across the border. None is null; int a number when safe, else a bigint; bool, str as they are;
 * float a number; bytes a Uint8Array; list and tuple an Array; dict a Map; set a Set. Anything else is the
 * guest object itself, opaque, which needs no disposal.
 */
import { AstralStr, AnyFloat, PyFloat, PyObject, T, type PyValue } from '../objects/object.js';
import { PyDict } from '../objects/dict.js';
import { error } from '../objects/errors.js';
import { exceptionTable, type ExceptionName, type PyBaseException } from '../objects/exception.js';
import { PyError } from './errors.js';
import { PySet } from '../objects/set.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyByteArray, PyBytes } from '../objects/bytes.js';
import { PyFunction } from '../objects/function.js';
import { NativeFunction } from '../objects/native.js';
import { PyType, typeName } from '../objects/type.js';
import { asJS, PyIntObj, PyStrObj, strFromJS } from '../objects/str.js';

/** What Node's console shows of a guest object, and String() makes of it. */
for (const key of [Symbol.for('nodejs.util.inspect.custom'), 'toString']) {
  Object.defineProperty(PyObject.prototype, key, {
    value(this: PyObject): string {
      const name = this instanceof PyType ? this.name : this instanceof PyFunction ? asJS(this.name as PyValue) : this instanceof NativeFunction ? this.def.name : undefined;
      return `<Python ${typeName(this)}${name === undefined ? '' : ` ${name}`}>`;
    },
    configurable: true,
    writable: true,
  });
}

export class ConversionError extends Error {
  override name = 'ConversionError';
}

/** A guest value as JavaScript; cycles keep their identity, and nesting may be of any depth. */
export function toJS(v: PyValue, seen = new Map<object, unknown>()): unknown {
  /** Containers whose copies are to be filled. */
  const todo: (() => void)[] = [];
  const made = shallow(v, seen, todo);
  for (let fill = todo.pop(); fill !== undefined; fill = todo.pop()) fill();
  return made;
}

function shallow(v: PyValue, seen: Map<object, unknown>, todo: (() => void)[]): unknown {
  if (typeof v !== 'object' || v === null) return v;
  if (v instanceof AnyFloat) return v.v;
  if (v instanceof AstralStr) return v.s;
  if (v instanceof PyStrObj) return shallow(v.v, seen, todo);
  if (v instanceof PyIntObj) return v.v;
  const known = seen.get(v);
  if (known !== undefined) return known;
  if (v instanceof PyList || v instanceof PyTuple) {
    const out: unknown[] = [];
    seen.set(v, out);
    todo.push(() => {
      for (const x of v.items) out.push(shallow(x, seen, todo));
    });
    return out;
  }
  if (v instanceof PyDict) {
    const out = new Map<unknown, unknown>();
    seen.set(v, out);
    todo.push(() => {
      for (const [k, x] of v.entries()) out.set(shallow(k, seen, todo), shallow(x, seen, todo));
    });
    return out;
  }
  if (v instanceof PySet) {
    const out = new Set<unknown>();
    seen.set(v, out);
    todo.push(() => {
      for (const x of v.items()) out.add(shallow(x, seen, todo));
    });
    return out;
  }
  if (v instanceof PyBytes) return v.v.slice();
  if (v instanceof PyByteArray) return v.v.slice(0, v.length);
  return v;
}

/** What to do with values that mean too many things in Python to be converted. */
const HINTS: Readonly<Record<string, string>> = {
  Date: ' (of a Date: toISOString(), or getTime() / 1000)',
  Promise: ' (of a Promise: what a host function returns may be one)',
  RegExp: ' (of a RegExp: its source)',
};

/** What the host throws, or hands in as a value, as a Python exception: of the class its name says, where that is a builtin one. */
export function errorToPy(e: Error): PyBaseException {
  if (e instanceof PyError) return e.exception;
  if (e instanceof ConversionError) return error('TypeError', strFromJS(e.message)).value;
  const name: ExceptionName = Object.hasOwn(exceptionTable, e.name) ? (e.name as ExceptionName) : e.name === 'RangeError' ? 'ValueError' : 'RuntimeError';
  return error(name, strFromJS(e.message)).value;
}

/** How deep what the host hands in may be nested. */
const MAX_DEPTH = 1000;

/** A JavaScript value as guest value. Plain objects become dicts by their own enumerable keys. */
export function toPy(v: unknown, wrapFunction: (f: (...a: unknown[]) => unknown) => PyValue, seen = new Map<object, PyValue>(), depth = 0): PyValue {
  if (depth > MAX_DEPTH) throw new ConversionError(`nested more than ${MAX_DEPTH} deep`);
  switch (typeof v) {
    case 'undefined':
      return null;
    case 'boolean':
      return v;
    case 'number':
      if (Number.isInteger(v) && !Object.is(v, -0)) return Number.isSafeInteger(v) ? v : new PyFloat(v);
      return new PyFloat(v);
    case 'bigint':
      return v >= BigInt(Number.MIN_SAFE_INTEGER) && v <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(v) : v;
    case 'string':
      return strFromJS(v);
    case 'function':
      return wrapFunction(v as (...a: unknown[]) => unknown);
    case 'symbol':
      throw new ConversionError('a symbol has no Python value');
    default:
      break;
  }
  if (v === null) return null;
  if (v instanceof PyObject) return v;
  const o = v as object;
  const known = seen.get(o);
  if (known !== undefined) return known;
  if (Array.isArray(o)) {
    const out = new PyList([]);
    seen.set(o, out);
    for (const x of o) out.items.push(toPy(x, wrapFunction, seen, depth + 1));
    return out;
  }
  // A copy, also of Node's Buffer, whose slice is none.
  if (o instanceof Uint8Array) return new PyBytes(new Uint8Array(o));
  if (o instanceof ArrayBuffer || (typeof SharedArrayBuffer === 'function' && o instanceof SharedArrayBuffer)) return new PyBytes(new Uint8Array(o).slice());
  if (o instanceof DataView) return new PyBytes(new Uint8Array(o.buffer, o.byteOffset, o.byteLength).slice());
  if (ArrayBuffer.isView(o)) return new PyList(Array.from(o as unknown as ArrayLike<number | bigint>, (x) => (o instanceof Float32Array || o instanceof Float64Array ? new PyFloat(x as number) : toPy(x, wrapFunction))));
  if (o instanceof Number || o instanceof String || o instanceof Boolean || o instanceof BigInt) return toPy(o.valueOf(), wrapFunction);
  if (o instanceof Map) {
    const out = new PyDict();
    seen.set(o, out);
    for (const [k, x] of o) setKey(out, toPy(k, wrapFunction, seen, depth + 1), toPy(x, wrapFunction, seen, depth + 1));
    return out;
  }
  if (o instanceof Set) {
    const out = new PySet(T.set);
    seen.set(o, out);
    for (const x of o) if (!out.addFast(toPy(x, wrapFunction, seen, depth + 1))) throw new ConversionError('an element of the Set is not hashable in Python');
    return out;
  }
  if (o instanceof Error) return errorToPy(o);
  const proto = Object.getPrototypeOf(o) as unknown;
  if (proto !== Object.prototype && proto !== null) {
    const name = (o.constructor as { name?: string } | undefined)?.name;
    throw new ConversionError(`a ${name ?? 'class'} instance has no Python value; pass plain data or functions${name !== undefined && Object.hasOwn(HINTS, name) ? HINTS[name] : ''}`);
  }
  const out = new PyDict();
  seen.set(o, out);
  for (const [k, x] of Object.entries(o)) out.setStr(k, toPy(x, wrapFunction, seen, depth + 1));
  return out;
}

function setKey(d: PyDict, k: PyValue, v: PyValue): void {
  if (!d.setFast(k, v)) throw new ConversionError('a key of the Map is not hashable in Python');
}
