/** Binary, in-place and unary operators: dispatch to special methods, reflected ones included. */
import { cont, andThen, typeOf, T, type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import { callUnbound } from './call.js';
import { pushMethod1 } from './fast-call.js';
import { NativeFunction } from './native.js';
import { NotImplemented } from './singletons.js';
import { PyList, PyTuple } from './tuple.js';
import { PyType, specialId, typeName } from './type.js';

export type BinaryOp = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '<<' | '>>' | '&' | '|' | '^' | 'divmod()';

export interface OperatorRow {
  readonly name: string;
  readonly reflected: string;
  readonly inplace: string | null;
  /** The same by number (PyType.special); -1: none. */
  readonly id: number;
  readonly reflectedId: number;
  readonly inplaceId: number;
  /** In error messages: `unsupported operand type(s) for <text>`. */
  readonly text: string;
}

const row = (base: string, text: string, inplace = true): OperatorRow => ({
  name: `__${base}__`,
  reflected: `__r${base}__`,
  inplace: inplace ? `__i${base}__` : null,
  id: specialId(`__${base}__`),
  reflectedId: specialId(`__r${base}__`),
  inplaceId: inplace ? specialId(`__i${base}__`) : -1,
  text,
});

/** One row an operator; the in-place one is the same row. */
export const operatorTable: Readonly<Record<BinaryOp, OperatorRow>> = {
  '+': row('add', '+'),
  '-': row('sub', '-'),
  '*': row('mul', '*'),
  '/': row('truediv', '/'),
  '//': row('floordiv', '//'),
  '%': row('mod', '%'),
  '**': row('pow', '** or pow()'),
  '@': row('matmul', '@'),
  '<<': row('lshift', '<<'),
  '>>': row('rshift', '>>'),
  '&': row('and', '&'),
  '|': row('or', '|'),
  '^': row('xor', '^'),
  'divmod()': row('divmod', 'divmod()', false),
};

/** `a op b` */
export function binaryOp(vm: VM, op: BinaryOp, a: PyValue, b: PyValue): Result {
  return binary(vm, operatorTable[op], a, b, false);
}

function binary(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, inplace: boolean): Result {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const ml = ta.special(o.id);
  if (ta !== tb) {
    const mr = tb.special(o.reflectedId);
    if (mr !== undefined && tb.isSubtype(ta) && mr !== ta.special(o.reflectedId)) {
      // The right operand's class is a subclass with a method of its own: it goes first.
      const base = vm.frame;
      return andThen(vm, base, callOp(vm, mr, b, a, o), TRY_LEFT, a, b, o, inplace);
    }
    // A sequence repeats (sq_repeat) only when the other's `__rmul__` (nb_multiply) does not want it.
    if (o === operatorTable['*'] && mr !== undefined && !(mr instanceof NativeFunction) && isSequence(ta) && repeats(a)) {
      return andThen(vm, vm.frame, callOp(vm, mr, b, a, o), TRY_LEFT, a, b, o, inplace);
    }
    return tryLeft(vm, o, a, b, ml, mr, inplace);
  }
  return tryLeft(vm, o, a, b, ml, undefined, inplace);
}

function callOp(vm: VM, m: PyValue, self: PyValue, other: PyValue, o: OperatorRow): Result {
  if (m instanceof NativeFunction && m.self === undefined) return o.text[1] === '*' ? m.def.fn(vm, self, other, null) : (m.def.op ?? m.def.fn)(vm, self, other);
  const r = pushMethod1(vm, m, self, other);
  return r !== null ? r : callUnbound(vm, m, self, [other]);
}

const TRY_LEFT = cont('binary.left', (vm, r, c) => {
  if (r !== NotImplemented) return r;
  return tryLeft(vm, c.c, c.a, c.b, typeOf(c.a).special((c.c as OperatorRow).id), undefined, c.d);
});

function tryLeft(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, ml: PyValue | undefined, mr: PyValue | undefined, inplace: boolean): Result {
  if (ml === undefined) return tryRight(vm, o, a, b, mr, inplace);
  const base = vm.frame;
  return andThen(vm, base, callOp(vm, ml, a, b, o), TRY_RIGHT, a, b, o, mr === undefined ? inplace : [mr, inplace]);
}

export const TRY_RIGHT = cont('binary.right', (vm, r, c) => {
  if (r !== NotImplemented) return r;
  return Array.isArray(c.d) ? tryRight(vm, c.c, c.a, c.b, c.d[0], c.d[1]) : tryRight(vm, c.c, c.a, c.b, undefined, c.d);
});

/** Goes on after the left operand's method said NotImplemented. */
export function tryRight(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, mr: PyValue | undefined, inplace: boolean): Result {
  if (mr === undefined || (o === operatorTable['*'] && repeats(a) && repeats(b))) return unsupported(vm, o, a, b, inplace);
  const base = vm.frame;
  return andThen(vm, base, callOp(vm, mr, b, a, o), UNSUPPORTED, a, b, o, inplace);
}

const UNSUPPORTED = cont('binary.unsupported', (vm, r, c) => (r === NotImplemented ? unsupported(vm, c.c, c.a, c.b, c.d) : r));

/** CPython's sequences have `+` and `*` of their own (sq_concat, sq_repeat) with their own words. */
function unsupported(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, inplace: boolean): Result {
  if (o.name === '__add__' && concatenates(a)) {
    const what = typeOf(a).isSubtype(T.str) ? 'str' : undefined;
    if (what === 'str') return vm.raise(typeError(`can only concatenate str (not "${typeName(b)}") to str`));
    if (a instanceof PyList) return vm.raise(typeError(`can only concatenate list (not "${typeName(b)}") to list`));
    if (a instanceof PyTuple) return vm.raise(typeError(`can only concatenate tuple (not "${typeName(b)}") to tuple`));
    return vm.raise(typeError(`can't concat ${typeName(b)} to ${typeName(a)}`));
  }
  if (o.name === '__mul__') {
    // With one of `__mul__` and `__rmul__` in Python both are called as methods, and the other is the sequence's own.
    if (isSequence(typeOf(a)) && !repeats(a) && native(typeOf(a), '__mul__')) return vm.raise(typeError(`'${typeName(b)}' object cannot be interpreted as an integer`));
    if (isSequence(typeOf(b)) && !repeats(b) && native(typeOf(b), '__rmul__')) return vm.raise(typeError(`'${typeName(a)}' object cannot be interpreted as an integer`));
    if (repeats(a)) return vm.raise(typeError(`can't multiply sequence by non-int of type '${typeName(b)}'`));
    // An in-place `*=` asks the right operand only where the left one is no sequence or mapping of any kind.
    const asksRight = !inplace || (!typeOf(a).flags.heap && typeOf(a).lookup('__len__') === undefined);
    if (repeats(b) && asksRight) return vm.raise(typeError(`can't multiply sequence by non-int of type '${typeName(a)}'`));
  }
  const text = inplace ? inplaceText(o) : o.text;
  if (o.name === '__rshift__' && typeName(a) === 'builtin_function_or_method' && (a as NativeFunction).def?.name === 'print') {
    return vm.raise(
      typeError(`unsupported operand type(s) for ${text}: '${typeName(a)}' and '${typeName(b)}'. Did you mean "print(<message>, file=<output_stream>)"?`),
    );
  }
  return vm.raise(typeError(`unsupported operand type(s) for ${text}: '${typeName(a)}' and '${typeName(b)}'`));
}

const inplaceText = (o: OperatorRow): string => (o.name === '__pow__' ? '**=' : `${o.text}=`);

const isSequence = (t: PyType): boolean => t.isSubtype(T.str) || t.isSubtype(T.list) || t.isSubtype(T.tuple) || t.isSubtype(T.bytes) || t.isSubtype(T.bytearray);
const native = (t: PyType, name: string): boolean => t.lookup(name) instanceof NativeFunction;

/** A class with an `__add__` of its own has no sq_concat. */
const concatenates = (v: PyValue): boolean => isSequence(typeOf(v)) && native(typeOf(v), '__add__');
const repeats = (v: PyValue): boolean => isSequence(typeOf(v)) && native(typeOf(v), '__mul__') && native(typeOf(v), '__rmul__');

/** `a op= b` */
export function inplaceOp(vm: VM, op: BinaryOp, a: PyValue, b: PyValue): Result {
  const o = operatorTable[op];
  const m = typeOf(a).special(o.inplaceId);
  if (m === undefined) return binary(vm, o, a, b, true);
  const base = vm.frame;
  if (op === '*' && m instanceof NativeFunction) {
    // `__mul__` in Python (nb_multiply) comes before a list's own `*=` (sq_inplace_repeat).
    const own = typeOf(a).special(o.id)!;
    if (!(own instanceof NativeFunction)) return andThen(vm, base, callOp(vm, own, a, b, o), INPLACE_REPEAT, a, b, o);
  }
  const r = m instanceof NativeFunction && m.self === undefined ? (m.def.op ?? m.def.fn)(vm, a, b) : callUnbound(vm, m, a, [b]);
  return andThen(vm, base, r, INPLACE, a, b, o);
}

const INPLACE_REPEAT = cont('inplace.repeat', (vm, r, c) => {
  if (r !== NotImplemented) return r;
  const m = typeOf(c.a).special((c.c as OperatorRow).inplaceId) as NativeFunction;
  return andThen(vm, vm.frame, m.def.fn(vm, c.a, c.b), INPLACE, c.a, c.b, c.c);
});

const INPLACE = cont('inplace', (vm, r, c) => (r === NotImplemented ? binary(vm, c.c, c.a, c.b, true) : r));

export type UnaryOp = '+' | '-' | '~';

export const unaryTable: Readonly<Record<UnaryOp, string>> = { '+': '__pos__', '-': '__neg__', '~': '__invert__' };

export function unaryOp(vm: VM, op: UnaryOp, a: PyValue): Result {
  const m = typeOf(a).lookup(unaryTable[op]);
  if (m === undefined) return vm.raise(typeError(`bad operand type for unary ${op}: '${typeName(a)}'`));
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, a);
  return callUnbound(vm, m, a, []);
}

export { PyType };
