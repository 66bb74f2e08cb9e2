/** Builtin functions about objects: attributes, identity, truth, conversion. */
import { abcSubclass } from '../objects/abc.js';
import { cont, idOf, T, andThen, typeOf, type PyValue } from '../objects/object.js';
import { typeError, valueError, stopIteration, error, overflowError } from '../objects/errors.js';
import { attrName, getattr, getattrOptional, setattr } from '../objects/attribute.js';
import { call, callPrelude, callUnbound } from '../objects/call.js';
import { ascii, format, hash, indexSync, len, repr } from '../objects/convert.js';
import { iter, next, raiseStop } from '../objects/iterate.js';
import { CallableIterator } from '../objects/iterator-types.js';
import { binaryOp } from '../objects/operators.js';
import { PyTuple } from '../objects/tuple.js';
import { argTypeName, PyType, typeName } from '../objects/type.js';
import { asStr, codeAt, strFromCode, strLength } from '../objects/str.js';
import { intToBase } from '../objects/int.js';
import { index } from '../objects/convert.js';
import { isInstanceSync } from '../objects/instance-check.js';
import { NativeFunction } from '../objects/native.js';
import { PyFunction, PyMethod } from '../objects/function.js';
import { PyByteArray, PyBytes } from '../objects/bytes.js';
import { PyGenerator } from '../objects/generator.js';
import type { NativeFn } from '../objects/native.js';
import { PyFloat } from '../objects/object.js';

const DEFAULT_ATTR = cont('getattr.default', (vm, v, c) => (v !== undefined || vm.exc !== null ? v : c.a), { iter: true });
const HAS = cont('hasattr', (vm, v) => (v === undefined && vm.exc !== null ? undefined : v !== undefined), { iter: true });
const NEXT_DEFAULT = cont(
  'next.default',
  (vm, v, c) => {
    if (v !== undefined || vm.exc !== null) return v;
    if (c.a !== undefined) return c.a;
    const value = vm.stopValue;
    vm.stopValue = null;
    return vm.raise(stopIteration(value));
  },
  { iter: true },
);

const toBase = (name: string, base: number, prefix: string): [string, NativeFn] => {
  const row = cont(`builtin.${name}`, (_vm, n) => {
    const v = n as number | bigint;
    return v < 0 ? `-${prefix}${intToBase(typeof v === 'number' ? -v : -v, base)}` : prefix + intToBase(v, base);
  });
  return [
    `!${name}(number, /)`,
    (vm, n) => {
      const b = vm.frame;
      return andThen(vm, b, index(vm, n), row);
    },
  ];
};

function isSubclassSync(c: PyValue, cls: PyValue): boolean | undefined {
  if (!(c instanceof PyType)) return undefined;
  if (cls instanceof PyType) {
    const m = cls.cls.lookup('__subclasscheck__');
    if (m instanceof NativeFunction && m.owner === T.type) return c.isSubtype(cls);
    return abcSubclass(cls, m, c);
  }
  if (cls instanceof PyTuple) {
    for (const x of cls.items) {
      const r = isSubclassSync(c, x);
      if (r !== false) return r;
    }
    return false;
  }
  return undefined;
}

export function isCallable(v: PyValue): boolean {
  return v instanceof PyFunction || v instanceof NativeFunction || v instanceof PyType || v instanceof PyMethod || typeOf(v).lookup('__call__') !== undefined;
}

/** `builtins` functions, as signature: implementation. */
/** The largest number whose square is exact. */
const MAX_FACTOR = 94_906_265;

/** `a ** b % m` by squaring; `m` at most MAX_FACTOR. */
function powModulo(a: number, b: number, m: number): number {
  let r = 1 % m;
  let x = a % m;
  if (x < 0) x += m;
  for (let e = b; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) r = (r * x) % m;
    x = (x * x) % m;
  }
  return r;
}

export const coreFunctions: Record<string, NativeFn> = {
  '!len(obj, /)': (vm, o) => len(vm, o),
  '!repr(obj, /)': (vm, o) => repr(vm, o),
  '!hash(obj, /)': (vm, o) => hash(vm, o),
  'id(obj, /)': (_vm, o) => idOf(o),
  'callable(obj, /)': (_vm, o) => isCallable(o),
  '!isinstance(obj, class_or_tuple, /)': (vm, o, cls) => isInstanceSync(o, cls) ?? callPrelude(vm, 'isinstance', o, cls),
  '!issubclass(cls, class_or_tuple, /)': (vm, c, cls) => isSubclassSync(c, cls) ?? callPrelude(vm, 'issubclass', c, cls),
  '!getattr(object, name, default=<unset>, /)': (vm, o, name, d) => {
    const n = attrName(name);
    if (d === undefined) return getattr(vm, o, n);
    const base = vm.frame;
    return andThen(vm, base, getattrOptional(vm, o, n), DEFAULT_ATTR, d);
  },
  '!hasattr(obj, name, /)': (vm, o, name) => {
    const base = vm.frame;
    return andThen(vm, base, getattrOptional(vm, o, attrName(name)), HAS);
  },
  '!setattr(obj, name, value, /)': (vm, o, name, v) => {
    const base = vm.frame;
    return andThen(vm, base, setattr(vm, o, attrName(name), v), RETURN_NONE);
  },
  '!delattr(obj, name, /)': (vm, o, name) => {
    const base = vm.frame;
    return andThen(vm, base, setattr(vm, o, attrName(name), undefined), RETURN_NONE);
  },
  '!iter(object, sentinel=<unset>, /)': (vm, o, sentinel) => {
    if (sentinel === undefined) return iter(vm, o);
    if (!isCallable(o)) throw typeError('iter(v, w): v must be callable');
    return new CallableIterator(o, sentinel);
  },
  '!next(iterator, default=<unset>, /)': (vm, it, d) => {
    if (typeOf(it).lookup('__next__') === undefined) throw typeError(`'${typeName(it)}' object is not an iterator`);
    if (d === undefined && it instanceof PyGenerator) {
      const r = next(vm, it);
      return r === undefined && vm.exc === null ? raiseStop(vm) : r;
    }
    if (d === undefined) {
      const m = typeOf(it).lookup('__next__')!;
      // A StopIteration object that Python code raises goes through as it is.
      if (!(m instanceof NativeFunction)) return callUnbound(vm, m, it, []);
    }
    const base = vm.frame;
    return andThen(vm, base, next(vm, it), NEXT_DEFAULT, d);
  },
  '!abs(x, /)': (vm, x) => {
    if (typeof x === 'number') return Math.abs(x);
    if (x instanceof PyFloat && x.cls === T.float) return new PyFloat(Math.abs(x.v));
    const m = typeOf(x).lookup('__abs__');
    if (m === undefined) throw typeError(`bad operand type for abs(): '${typeName(x)}'`);
    return callUnbound(vm, m, x, []);
  },
  '!divmod(x, y, /)': (vm, x, y) => binaryOp(vm, 'divmod()', x, y),
  '!format(value, format_spec=\'\', /)': (vm, v, spec) => {
    if (asStr(spec) === undefined) throw typeError(`format() argument 2 must be str, not ${argTypeName(spec)}`);
    return format(vm, v, spec);
  },
  '!ascii(obj, /)': (vm, o) => ascii(vm, o),
  '!chr(i, /)': (vm, n) => {
    const base = vm.frame;
    return andThen(vm, base, index(vm, n), CHR);
  },
  'ord(c, /)': (_vm, c) => {
    const s = asStr(c);
    if (s !== undefined) {
      const n = strLength(s);
      if (n !== 1) throw typeError(`ord() expected a character, but string of length ${n} found`);
      return codeAt(s, 0);
    }
    if (c instanceof PyBytes || c instanceof PyByteArray) {
      const n = c instanceof PyBytes ? c.v.length : c.length;
      if (n !== 1) throw typeError(`ord() expected a character, but string of length ${n} found`);
      return c.v[0]!;
    }
    throw typeError(`ord() expected string of length 1, but ${typeName(c)} found`);
  },
  ...Object.fromEntries([toBase('bin', 2, '0b'), toBase('oct', 8, '0o'), toBase('hex', 16, '0x')]),
  '!round(number, ndigits=None)': (vm, x, n) => {
    const m = typeOf(x).lookup('__round__');
    if (m === undefined) throw typeError(`type ${typeName(x)} doesn't define __round__ method`);
    return callUnbound(vm, m, x, n === null ? [] : [n]);
  },
  '!pow(base, exp, mod=None)': (vm, a, b, m) => {
    if (m === null) return binaryOp(vm, '**', a, b);
    if (typeof a === 'number' && typeof b === 'number' && typeof m === 'number' && b >= 0 && m > 0 && m <= MAX_FACTOR) return powModulo(a, b, m);
    return callPrelude(vm, 'pow3', a, b, m);
  },
  '!aiter(async_iterable, /)': (vm, o) => {
    const m = typeOf(o).lookup('__aiter__');
    if (m === undefined) throw typeError(`'${typeName(o)}' object is not an async iterable`);
    const base = vm.frame;
    return andThen(vm, base, callUnbound(vm, m, o, []), AITER);
  },
  '!anext(aiterator, default=<unset>, /)': (vm, o, d) => {
    const m = typeOf(o).lookup('__anext__');
    if (m === undefined) throw typeError(`'${typeName(o)}' object is not an async iterator`);
    if (d === undefined) return callUnbound(vm, m, o, []);
    return callPrelude(vm, 'anext_default', o, d);
  },
};

const AITER = cont('aiter', (vm, it) => {
  if (typeOf(it!).lookup('__anext__') === undefined) return vm.raise(typeError(`aiter() returned not an async iterator of type '${typeName(it!)}'`));
  return it;
});
const RETURN_NONE = cont('return.none', () => null);
const CHR = cont('chr', (vm, n) => {
  if (typeof n === 'bigint' || Math.abs(n as number) > 0x80000000 || n === 0x80000000) return vm.raise(overflowError('Python int too large to convert to C int'));
  if ((n as number) < 0 || (n as number) > 0x10ffff) {
    return vm.raise(valueError('chr() arg not in range(0x110000)'));
  }
  return strFromCode(n as number);
});

export { call, error, indexSync };
