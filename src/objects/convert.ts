/** Conversions every builtin needs: truth, repr, str, hash, index, len, format. */
import { warnSubclass } from './warn.js';
import { AstralStr, cont, PUSHED, PyFloat, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, type PyException, overflowError, typeError, valueError } from './errors.js';
import { callUnbound, callSlot } from './call.js';
import { NativeFunction } from './native.js';
import { PyFunction } from './function.js';
import { PyDict } from './dict.js';
import { itemsSync } from './iterate.js';
import { PySet } from './set.js';
import { PyList, PyTuple } from './tuple.js';
import { strFromJS, asStr, PyIntObj, PyStrObj, type Str } from './str.js';
import { asciiObject } from './str-repr.js';
import { PyInstance, PyType, Special, specialId, typeName } from './type.js';
import { PyBytes } from './bytes.js';

/** Truth of a value whose class needs no Python code to tell; undefined otherwise. */
export function truthSync(vm: VM, v: PyValue): boolean | undefined {
  switch (typeof v) {
    case 'boolean':
      return v;
    case 'number':
      return v !== 0;
    case 'string':
      return v !== '';
    case 'bigint':
      return true;
    default:
      break;
  }
  if (v === null) return false;
  if (v.cls === T.float) return (v as PyFloat).v !== 0;
  if (v.cls === T.list) return (v as PyList).items.length > 0;
  if (v.cls === T.tuple) return (v as PyTuple).items.length > 0;
  if (v.cls === T.dict) return (v as PyDict).used > 0;
  if (v instanceof PyFunction || v instanceof PyType && v.cls === T.type) return true;
  const cls = v.cls;
  const m = cls.special(Special.BOOL);
  if (m !== undefined) {
    if (!(m instanceof NativeFunction) || m.def.pushes) return undefined;
    return m.def.fn(vm, v) as boolean;
  }
  const n = cls.special(Special.LEN);
  if (n === undefined) return true;
  if (!(n instanceof NativeFunction) || n.def.pushes) return undefined;
  return n.def.fn(vm, v) !== 0;
}

/** `bool(v)`: a JS boolean as Python value. */
export function truth(vm: VM, v: PyValue): Result {
  const t = truthSync(vm, v);
  if (t !== undefined) return t;
  if (vm.exc !== null) return undefined;
  const cls = typeOf(v);
  const base = vm.frame;
  const m = cls.special(Special.BOOL);
  if (m !== undefined) return andThen(vm, base, callUnbound(vm, m, v, []), TRUTH_BOOL);
  return andThen(vm, base, len(vm, v), TRUTH_LEN);
}

const TRUTH_BOOL = cont('truth.bool', (vm, r) => (typeof r === 'boolean' ? r : vm.raise(notBool(r!))));
export const notBool = (r: PyValue): PyException => typeError(`__bool__ should return bool, returned ${typeName(r)}`);
const TRUTH_LEN = cont('truth.len', (_vm, r) => r !== 0);

/** `len(v)` */
export function len(vm: VM, v: PyValue): Result {
  if (typeof v === 'string') return v.length;
  if (typeof v === 'object' && v !== null) {
    if (v.cls === T.list || v.cls === T.tuple) return (v as PyList).items.length;
    if (v.cls === T.dict) return (v as PyDict).used;
  }
  const m = typeOf(v).special(Special.LEN);
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, v);
  if (m === undefined) return vm.raise(typeError(`object of type '${typeName(v)}' has no len()`));
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, v, []), LEN_CHECK);
}

const LEN_CHECK = cont('len.check', (vm, r) => {
  if (typeof r === 'number' && r >= 0) return r;
  const base = vm.frame;
  return andThen(vm, base, index(vm, r!), LEN_INDEX);
});
const LEN_INDEX = cont('len.index', (vm, n) => {
  if ((n as number) < 0) return vm.raise(valueError('__len__() should return >= 0'));
  if (typeof n === 'bigint' && n > 0x7fffffffffffffffn) return vm.raise(overflowError("cannot fit 'int' into an index-sized integer"));
  return n;
});

/** The int value of an int, bool or instance of a subclass; undefined for anything else. */
export function indexSync(v: PyValue): number | bigint | undefined {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    default:
      return v instanceof PyIntObj ? v.v : undefined;
  }
}

/** `operator.index(v)` */
export function index(vm: VM, v: PyValue): Result {
  const n = indexSync(v);
  if (n !== undefined) return n;
  const m = typeOf(v).lookup('__index__');
  if (m === undefined) return vm.raise(typeError(`'${typeName(v)}' object cannot be interpreted as an integer`));
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, v, []), INDEX_CHECK);
}

const INDEX_CHECK = cont('index.check', (vm, r) => {
  const n = indexSync(r!);
  if (n === undefined) return vm.raise(typeError(`__index__ returned non-int (type ${typeName(r!)})`));
  return typeOf(r!) === T.int ? n : warnSubclass(vm, '__index__', T.int, r!, n);
});

/** PyNumber_AsSsize_t: `index`, and an error of class `kind` for what is out of a Py_ssize_t's range. */
export function indexSized(vm: VM, v: PyValue, kind: 'IndexError' | 'OverflowError'): Result {
  return andThen(vm, vm.frame, index(vm, v), SIZED, typeName(v), kind);
}

const SIZED = cont('index.sized', (vm, n, c) =>
  typeof n === 'bigint' && (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) ? vm.raise(error(c.b as 'IndexError', `cannot fit '${c.a}' into an index-sized integer`)) : n,
);

/** Nested containers deeper than this are shown by the prelude, on heap frames. */
const MAX_REPR_DEPTH = 50;

/** repr without Python code; undefined when some is needed (or an exception was set). */
export function reprSync(vm: VM, v: PyValue): Str | undefined {
  if (typeof v === 'number') return String(v);
  const m = typeOf(v).special(REPR);
  if (!(m instanceof NativeFunction) || m.self !== undefined) return undefined;
  if (!m.def.pushes) return m.def.fn(vm, v) as Str | undefined;
  if (v instanceof PyList && m.owner === T.list) return reprItems(vm, v, v.items, '[', ']', false);
  if (v instanceof PyTuple && m.owner === T.tuple) return reprItems(vm, v, v.items, '(', ')', v.items.length === 1);
  if (v instanceof PyDict && m.owner === T.dict) return reprDict(vm, v);
  if (v instanceof PySet && (m.owner === T.set || m.owner === T.frozenset)) return reprSet(vm, v);
  return undefined;
}

/** Containers being shown, outermost first: a container in itself prints as `[...]`. */
const showing: object[] = [];

function reprItems(vm: VM, o: object, items: readonly PyValue[], open: string, close: string, comma: boolean): Str | undefined {
  if (items.length === 0) return open + close;
  if (showing.includes(o)) return `${open}...${close}`;
  if (showing.length >= MAX_REPR_DEPTH) return undefined;
  showing.push(o);
  try {
    vm.charge(items.length >> 1);
    const out: string[] = [];
    let astral = false;
    for (const x of items) {
      const s = reprSync(vm, x);
      if (s === undefined) return undefined;
      if (typeof s !== 'string') astral = true;
      out.push(typeof s === 'string' ? s : s.s);
    }
    const text = open + out.join(', ') + (comma ? ',' : '') + close;
    return astral ? astralFrom(text) : text;
  } finally {
    showing.pop();
  }
}

function astralFrom(text: string): Str {
  return new AstralStr(Uint32Array.from(Array.from(text, (c) => c.codePointAt(0)!)), text);
}

function reprDict(vm: VM, d: PyDict): Str | undefined {
  if (d.used === 0) return '{}';
  if (showing.includes(d)) return '{...}';
  if (showing.length >= MAX_REPR_DEPTH) return undefined;
  showing.push(d);
  try {
    vm.charge(d.used);
    const out: string[] = [];
    let astral = false;
    for (const [k, v] of d.entries()) {
      const ks = reprSync(vm, k);
      if (ks === undefined) return undefined;
      const vs = reprSync(vm, v);
      if (vs === undefined) return undefined;
      if (typeof ks !== 'string' || typeof vs !== 'string') astral = true;
      out.push(`${typeof ks === 'string' ? ks : ks.s}: ${typeof vs === 'string' ? vs : vs.s}`);
    }
    const text = `{${out.join(', ')}}`;
    return astral ? astralFrom(text) : text;
  } finally {
    showing.pop();
  }
}

function reprSet(vm: VM, s: PySet): Str | undefined {
  const name = s.cls === T.set ? '' : s.cls.name;
  if (s.used === 0) return `${s.cls.name}()`;
  // What its class says that is in it.
  const items = itemsSync(s);
  if (items === undefined) return undefined;
  if (showing.includes(s)) return `${s.cls.name}(...)`;
  const body = reprItems(vm, s, items, '{', '}', false);
  if (body === undefined || name === '') return body;
  const text = typeof body === 'string' ? body : body.s;
  return typeof body === 'string' ? `${name}(${text})` : astralFrom(`${name}(${text})`);
}

const REPR = specialId('__repr__');
const STR = specialId('__str__');

/** `repr(v)` */
export function repr(vm: VM, v: PyValue): Result {
  const m = typeOf(v).special(REPR);
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, v);
  if (m === undefined) return strFromJS(defaultRepr(v));
  const base = vm.frame;
  return andThen(vm, base, m instanceof PyFunction ? callUnbound(vm, m, v, []) : callSlot(vm, m, v, [], strFromJS(`<${typeName(v)} object at ${address(v)}>`)), REPR_CHECK);
}

const REPR_CHECK = cont('repr.check', (vm, r) =>
  asStr(r!) !== undefined ? r : vm.raise(typeError(`__repr__ returned non-string (type ${typeName(r!)})`)),
);

export function defaultRepr(v: PyValue): string {
  const cls = typeOf(v);
  const mod = cls.dict.getStr('__module__');
  const prefix = typeof mod === 'string' && mod !== 'builtins' ? `${mod}.` : '';
  // A class of `builtins` (or of no module) goes by its plain name.
  return `<${prefix}${prefix === '' ? cls.name : cls.qualname} object at ${address(v)}>`;
}

import { idOf } from './object.js';
/** `0x7f...` as CPython prints addresses. */
export function address(v: PyValue): string {
  return `0x${idOf(v).toString(16).padStart(12, '0')}`;
}

/** `ascii(v)`: its repr, the very object where that is ASCII. */
export function ascii(vm: VM, v: PyValue): Result {
  return andThen(vm, vm.frame, repr(vm, v), ASCII);
}

const ASCII = cont('ascii', (_vm, r) => asciiObject(r!));

/** str without Python code; undefined when some is needed. */
export function strSync(vm: VM, v: PyValue): Str | undefined {
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return String(v);
  if (v instanceof AstralStr) return v;
  const m = typeOf(v).special(STR);
  if (!(m instanceof NativeFunction) || m.self !== undefined) return undefined;
  if (m.owner === T.object) return reprSync(vm, v);
  if (m.def.pushes) return undefined;
  return m.def.fn(vm, v) as Str | undefined;
}

/** `str(v)` */
export function str(vm: VM, v: PyValue): Result {
  if (typeof v === 'string' || v instanceof AstralStr) return v;
  const m = typeOf(v).special(STR);
  const own = m instanceof NativeFunction && m.self === undefined;
  if (own && m.owner !== T.object) return m.def.fn(vm, v);
  // object.__str__ is the class's __repr__; what that returns is checked as a __str__'s.
  const f = own ? typeOf(v).special(REPR)! : m;
  if (f instanceof NativeFunction && f.self === undefined) return f.def.fn(vm, v);
  return f === undefined ? repr(vm, v) : andThen(vm, vm.frame, callUnbound(vm, f, v, []), STR_CHECK);
}

const STR_CHECK = cont('str.check', (vm, r) =>
  asStr(r!) !== undefined ? r : vm.raise(typeError(`__str__ returned non-string (type ${typeName(r!)})`)),
);

/** `hash(v)` for values hashed natively; undefined when Python code is needed or `v` is unhashable. */
export function hashSync(vm: VM, v: PyValue): number | bigint | undefined {
  const m = typeOf(v).special(Special.HASH);
  if (!(m instanceof NativeFunction) || m.self !== undefined || m.def.pushes) return undefined;
  return m.def.fn(vm, v) as number | bigint | undefined;
}

/** `hash(v)` */
export function hash(vm: VM, v: PyValue): Result {
  const m = typeOf(v).special(Special.HASH);
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, v);
  if (m === undefined || m === null) return vm.raise(typeError(`unhashable type: '${typeName(v)}'`));
  const base = vm.frame;
  return andThen(vm, base, m instanceof PyFunction ? callUnbound(vm, m, v, []) : callSlot(vm, m, v, [], typeError(`unhashable type: '${typeName(v)}'`)), HASH_CHECK);
}

const HASH_CHECK = cont('hash.check', (vm, r) => {
  const n = indexSync(r!);
  if (n === undefined) return vm.raise(typeError('__hash__ method should return an integer'));
  return reduceHash(n);
});

/** An int reduced to Py_hash_t (64-bit signed) the way slot_tp_hash does; -1 becomes -2. */
export function reduceHash(n: number | bigint): number | bigint {
  if (n === -1) return -2;
  if (typeof n === 'number') return n;
  if (n >= -(2n ** 63n) && n < 2n ** 63n) return n;
  const m = n < 0n ? -n % MODULUS : n % MODULUS;
  const r = n < 0n ? -m : m;
  const s = Number(r);
  if (s === -1) return -2;
  return Number.isSafeInteger(s) ? s : r;
}
const MODULUS = 2n ** 61n - 1n;

/** `format(v, spec)` */
export function format(vm: VM, v: PyValue, spec: PyValue): Result {
  const m = typeOf(v).lookup('__format__');
  if (m === undefined) return vm.raise(typeError(`Type ${typeName(v)} doesn't define __format__`));
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, v, spec);
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, v, [spec]), FORMAT_CHECK);
}

const FORMAT_CHECK = cont('format.check', (vm, r) =>
  asStr(r!) !== undefined ? r : vm.raise(typeError(`__format__ must return a str, not ${typeName(r!)}`)),
);

/** A C `Py_ssize_t` argument from an int value: OverflowError past 2**63. */
export function sizeArg(n: number | bigint, what = "Python int too large to convert to C ssize_t"): number {
  if (typeof n === 'number') return n;
  if (n > 2n ** 63n - 1n || n < -(2n ** 63n)) throw overflowError(what);
  return n > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

export { error, PUSHED, PyBytes, PyInstance, PyStrObj };
