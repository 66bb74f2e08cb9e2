/** Operators beyond the run loop's inline paths, comparison, truth. */
import { work } from '../../objects/work.js';
import { CMP_OP, Op } from '../../bytecode/opcodes.js';
import { AstralStr, type Cont, cont, NOVALUE, PUSHED, PyFloat, PyObject, andThen, T, typeOf, type AnyFrame, type PyValue, type Result } from '../../objects/object.js';
import { binaryOp, inplaceOp, instanceOp, reflectedOp, unaryOp, type BinaryOp, type UnaryOp, operatorTable, type OperatorRow } from '../../objects/operators.js';
import { eqSync, instanceCompare, richCompare, type CompareOp } from '../../objects/compare.js';
import { notBool, truth } from '../../objects/convert.js';
import { pushMethod0 } from '../../objects/fast-call.js';
import { PyFunction } from '../../objects/function.js';
import { intAdd, intAnd, intFloorDiv, intMod, intMul, intOr, intShl, intShr, intSub, intXor, POWERS_OF_2, andInts, orInts, xorInts } from '../../objects/int.js';
import { concatBytes, PyBytes } from '../../objects/bytes.js';
import { PyComplex } from '../../objects/complex.js';
import { complexMul } from '../../objects/complex-math.js';
import { pow } from '../../bytecode/float-pow.js';
import { percentFormat } from '../../objects/percent-format.js';
import { strConcat } from '../../objects/str.js';
import { typeError } from '../../objects/errors.js';
import { contains } from '../../objects/contains.js';
import { PyInstance, PyType, Special } from '../../objects/type.js';
import { concat, concatTuples } from '../../objects/list-type.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import type { PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';

const BINARY: Partial<Record<number, BinaryOp>> = {
  [Op.BINARY_ADD]: '+',
  [Op.BINARY_SUBTRACT]: '-',
  [Op.BINARY_MULTIPLY]: '*',
  [Op.BINARY_TRUE_DIVIDE]: '/',
  [Op.BINARY_FLOOR_DIVIDE]: '//',
  [Op.BINARY_MODULO]: '%',
  [Op.BINARY_POWER]: '**',
  [Op.BINARY_MATRIX_MULTIPLY]: '@',
  [Op.BINARY_LSHIFT]: '<<',
  [Op.BINARY_RSHIFT]: '>>',
  [Op.BINARY_AND]: '&',
  [Op.BINARY_OR]: '|',
  [Op.BINARY_XOR]: '^',
};

const INPLACE: Partial<Record<number, BinaryOp>> = {
  [Op.INPLACE_ADD]: '+',
  [Op.INPLACE_SUBTRACT]: '-',
  [Op.INPLACE_MULTIPLY]: '*',
  [Op.INPLACE_TRUE_DIVIDE]: '/',
  [Op.INPLACE_FLOOR_DIVIDE]: '//',
  [Op.INPLACE_MODULO]: '%',
  [Op.INPLACE_POWER]: '**',
  [Op.INPLACE_MATRIX_MULTIPLY]: '@',
  [Op.INPLACE_LSHIFT]: '<<',
  [Op.INPLACE_RSHIFT]: '>>',
  [Op.INPLACE_AND]: '&',
  [Op.INPLACE_OR]: '|',
  [Op.INPLACE_XOR]: '^',
};

const rows: (OperatorRow | undefined)[] = [];
for (const table of [BINARY, INPLACE]) for (const [op, text] of Object.entries(table)) rows[Number(op)] = operatorTable[text as BinaryOp];

/** The row of a binary or in-place operator opcode. */
export const operatorOf = (op: number): OperatorRow => rows[op]!;
export const isInplace = (op: number): boolean => INPLACE[op] !== undefined;

const isInt = (v: PyValue): v is number | bigint => typeof v === 'number' || typeof v === 'bigint';

/** Operators of ints of which one at least is big, or the result may be; undefined: not a case for here. */
function bigOp(vm: Thread, op: number, a: PyValue, b: PyValue): Result {
  if (!isInt(a) || !isInt(b)) return undefined;
  switch (op) {
    case Op.BINARY_MODULO:
    case Op.INPLACE_MODULO:
      return b === 0 ? undefined : intMod(vm, a, b);
    case Op.BINARY_FLOOR_DIVIDE:
    case Op.INPLACE_FLOOR_DIVIDE:
      return b === 0 ? undefined : intFloorDiv(vm, a, b);
    case Op.BINARY_AND:
    case Op.INPLACE_AND:
      return intAnd(a, b);
    case Op.BINARY_OR:
    case Op.INPLACE_OR:
      return intOr(a, b);
    case Op.BINARY_XOR:
    case Op.INPLACE_XOR:
      return intXor(a, b);
    case Op.BINARY_RSHIFT:
    case Op.INPLACE_RSHIFT:
      return typeof b === 'number' && b >= 0 ? intShr(a, b) : undefined;
    case Op.BINARY_LSHIFT:
    case Op.INPLACE_LSHIFT:
      return typeof b === 'number' && b >= 0 && b < 64 ? intShl(vm, a, b) : undefined;
    default:
      return undefined;
  }
}

/** Any binary or in-place operator opcode. */
export function binarySlow(vm: Thread, op: number, a: PyValue, b: PyValue): Result {
  if (a instanceof PyInstance) {
    const r = instanceOp(vm, rows[op]!, a, b, INPLACE[op] !== undefined);
    if (r !== null) return r;
  } else if (isInt(a)) {
    const r = bigOp(vm, op, a, b);
    if (r !== undefined) return r;
  } else if (a instanceof PyFloat && op === Op.BINARY_POWER && a.cls === T.float) {
    const y = asDouble(b);
    if (y !== undefined && a.v > 0 && a.v < Infinity && y > -64 && y < 64) {
      const v = pow(a.v, y);
      if (v < Infinity) return new PyFloat(v);
    }
  } else if (typeof a === 'string' && op === Op.BINARY_MODULO && (b instanceof PyTuple ? b.cls === T.tuple : typeof b === 'string' || typeof b === 'number')) return percentFormat(vm, a, b);
  const inplace = INPLACE[op];
  return byMethods(vm, inplace ?? BINARY[op]!, a, b, inplace !== undefined);
}

/** The other operand's double when an int meets a float; NaN-safe because the caller checks types. */
function asDouble(v: PyValue): number | undefined {
  return typeof v === 'number' ? v : v instanceof PyFloat && v.cls === T.float ? v.v : undefined;
}

/** `a + b`, `a - b` or `a * b` where one is a complex and the other a complex, float or small int; undefined: something else. */
function complexOp(op: '+' | '-' | '*', a: PyValue, b: PyValue): PyComplex | undefined {
  const x = a instanceof PyComplex ? a.re : asDouble(a);
  const y = b instanceof PyComplex ? b.re : asDouble(b);
  if (x === undefined || y === undefined) return undefined;
  let u = 0;
  let v = 0;
  if (a instanceof PyComplex) {
    if (a.cls !== T.complex) return undefined;
    u = a.im;
  }
  if (b instanceof PyComplex) {
    if (b.cls !== T.complex) return undefined;
    v = b.im;
  }
  return op === '+' ? new PyComplex(x + y, u + v) : op === '-' ? new PyComplex(x - y, u - v) : complexMul(x, u, y, v);
}

/** What is no case for a fast path: an object on the right answers for itself where the left one is a number. */
function byMethods(vm: Thread, op: BinaryOp, a: PyValue, b: PyValue, inplace: boolean): Result {
  if (op === '+' && a instanceof PyBytes && b instanceof PyBytes && a.cls === T.bytes && b.cls === T.bytes) return concatBytes(a, b);
  if (b instanceof PyInstance && (isInt(a) || (a instanceof PyFloat && a.cls === T.float))) {
    const r = reflectedOp(vm, operatorTable[op], a, b, inplace);
    if (r !== null) return r;
  }
  return inplace ? inplaceOp(vm, op, a, b) : binaryOp(vm, op, a, b);
}

export function add(vm: Thread, a: PyValue, b: PyValue, inplace: boolean): Result {
  if (typeof a === 'string' && typeof b === 'string') {
    const c = b.charCodeAt(0);
    const t = (c & 0xfc00) !== 0xdc00 ? a + b : strConcat(a, b);
    if (t instanceof AstralStr) return t;
    if (t.length > 4096) vm.charge(b.length >> 8);
    return t;
  }
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const x = asDouble(a);
    const y = asDouble(b);
    if (x !== undefined && y !== undefined) return new PyFloat(x + y);
  }
  if (isInt(a) && isInt(b)) return intAdd(a, b);
  if (a instanceof PyList && b instanceof PyList && !inplace && a.cls === T.list && b.cls === T.list) return new PyList(concat(vm, a.items, b.items));
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === T.tuple && b.cls === T.tuple) return concatTuples(vm, a, b);
  if (a instanceof PyComplex || b instanceof PyComplex) {
    const c = complexOp('+', a, b);
    if (c !== undefined) return c;
  }
  return byMethods(vm, '+', a, b, inplace);
}

export function subtract(vm: Thread, a: PyValue, b: PyValue, inplace: boolean): Result {
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const x = asDouble(a);
    const y = asDouble(b);
    if (x !== undefined && y !== undefined) return new PyFloat(x - y);
  }
  if (isInt(a) && isInt(b)) return intSub(a, b);
  if (a instanceof PyComplex || b instanceof PyComplex) {
    const c = complexOp('-', a, b);
    if (c !== undefined) return c;
  }
  return byMethods(vm, '-', a, b, inplace);
}

export function multiply(vm: Thread, a: PyValue, b: PyValue, inplace: boolean): Result {
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const x = asDouble(a);
    const y = asDouble(b);
    if (x !== undefined && y !== undefined) return new PyFloat(x * y);
  }
  if (isInt(a) && isInt(b)) return intMul(vm, a, b);
  if (a instanceof PyComplex || b instanceof PyComplex) {
    const c = complexOp('*', a, b);
    if (c !== undefined) return c;
  }
  return byMethods(vm, '*', a, b, inplace);
}

/** Ints below 2**53 divide exactly rounded as doubles. */
export function trueDivide(vm: Thread, a: PyValue, b: PyValue, inplace: boolean): Result {
  const x = asDouble(a);
  const y = asDouble(b);
  if (x !== undefined && y !== undefined && y !== 0) return new PyFloat(x / y);
  return byMethods(vm, '/', a, b, inplace);
}

/** & | ^ << >> of two int32; undefined when the result does not fit the quick way. */
export function smallBitOp(op: number, a: number, b: number): number | undefined {
  switch (op) {
    case Op.BINARY_AND:
    case Op.INPLACE_AND:
      return a & b;
    case Op.BINARY_OR:
    case Op.INPLACE_OR:
      return a | b;
    case Op.BINARY_XOR:
    case Op.INPLACE_XOR:
      return a ^ b;
    case Op.BINARY_RSHIFT:
    case Op.INPLACE_RSHIFT:
      return b >= 0 ? (b > 31 ? (a < 0 ? -1 : 0) : a >> b) : undefined;
    default:
      return b >= 0 && b < 21 ? a * (1 << b) : undefined;
  }
}

/** The same of ints of up to 53 bits. */
export function wideBitOp(op: number, a: number, b: number): number | undefined {
  const t = wide(op, a, b);
  return Number.isSafeInteger(t) ? t : undefined;
}

function wide(op: number, a: number, b: number): number {
  switch (op) {
    case Op.BINARY_AND:
    case Op.INPLACE_AND:
      return andInts(a, b);
    case Op.BINARY_OR:
    case Op.INPLACE_OR:
      return orInts(a, b);
    case Op.BINARY_XOR:
    case Op.INPLACE_XOR:
      return xorInts(a, b);
    case Op.BINARY_RSHIFT:
    case Op.INPLACE_RSHIFT:
      return b >= 0 && b < 53 ? Math.floor(a / POWERS_OF_2[b]!) : NaN;
    default:
      return b >= 0 && b < 53 ? a * POWERS_OF_2[b]! : NaN;
  }
}

const UNARY: Partial<Record<number, UnaryOp>> = { [Op.UNARY_NEGATIVE]: '-', [Op.UNARY_POSITIVE]: '+', [Op.UNARY_INVERT]: '~' };

export function unary(vm: Thread, op: number, a: PyValue): Result {
  return unaryOp(vm, UNARY[op]!, a);
}

const NOT = cont('not', (_vm, t) => !t);

export function notSlow(vm: Thread, a: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, a), NOT);
}

/** COMPARE_OP by argument. */
export function compare(vm: Thread, arg: number, a: PyValue, b: PyValue): Result {
  if (a instanceof PyInstance && arg < 6) {
    const r = instanceCompare(vm, CMP_OP[arg] as CompareOp, a, b);
    if (r !== null) return r;
  }
  switch (arg) {
    case 2:
    case 3: {
      const t = eqFast(vm, a, b);
      if (t !== undefined) return arg === 2 ? t : !t;
      return richCompare(vm, a, b, CMP_OP[arg]! as CompareOp);
    }
    case 0:
    case 1:
    case 4:
    case 5:
      if (typeof a === 'string' && typeof b === 'string') return compareStr(a, b, arg);
      if (a instanceof PyFloat || b instanceof PyFloat) {
        const x = asDouble(a);
        const y = asDouble(b);
        if (x !== undefined && y !== undefined) return arg === 0 ? x < y : arg === 1 ? x <= y : arg === 4 ? x > y : x >= y;
      }
      return richCompare(vm, a, b, CMP_OP[arg]! as CompareOp);
    case 6:
      return contains(vm, b, a);
    case 7: {
      const base = vm.frame;
      return andThen(vm, base, contains(vm, b, a), NOT);
    }
    case 8:
      return a === b;
    case 9:
      return a !== b;
    default:
      return exceptionMatch(vm, a, b);
  }
}

function eqFast(vm: Thread, a: PyValue, b: PyValue): boolean | undefined {
  if (typeof a === 'string') {
    if (typeof b === 'string') return a === b;
    if (b === null || typeof b !== 'object') return false;
  }
  if (a instanceof PyFloat && typeof b === 'number') return a.v === b;
  if (typeof a === 'number' && b instanceof PyFloat && b.cls === T.float) return a === b.v;
  if (a === null && (b === null || typeof b !== 'object')) return b === null;
  if ((a instanceof PyTuple || a instanceof PyList) && b instanceof PyObject && a.cls === b.cls && (a.cls === T.tuple || a.cls === T.list) && a.items.length < SHORT) return eqSync(vm, a, b);
  return undefined;
}

/** Items of lists and tuples that are compared without being charged for. */
const SHORT = 64;

/** Code-point order of two strings of UTF-16 units that are all code points. */
function compareStr(a: string, b: string, arg: number): boolean {
  work(Math.min(a.length, b.length) >> 2);
  return arg === 0 ? a < b : arg === 1 ? a <= b : arg === 4 ? a > b : a >= b;
}

const CATCH_MSG = 'catching classes that do not inherit from BaseException is not allowed';

function exceptionMatch(vm: Thread, exc: PyValue, type: PyValue): Result {
  const cls = exc instanceof PyType ? exc : typeOf(exc);
  if (type instanceof PyType && type.isSubtype(T.BaseException)) return cls === type || cls.isSubtype(type);
  if (!(type instanceof PyTuple)) return vm.raise(typeError(CATCH_MSG));
  let found = false;
  for (let i = 0; i < type.items.length; i++) {
    const t = type.items[i]!;
    if (!(t instanceof PyType) || !t.isSubtype(T.BaseException)) return vm.raise(typeError(CATCH_MSG));
    if (cls.isSubtype(t)) found = true;
  }
  return found;
}

/** POP_JUMP_IF_x of a value whose truth takes Python code: sets `f.pc`. */
export function jumpSlow(vm: Thread, f: PyFrame, v: PyValue, jumpIf: boolean, target: number): Result {
  const base = vm.frame;
  f.pc = f.lasti + 3;
  const m = v instanceof PyInstance ? v.cls.special(Special.BOOL) : undefined;
  const r = m instanceof PyFunction ? pushMethod0(vm, m, v) : null;
  if (r !== null) return andThen(vm, base, r, JUMP_BOOL, f, jumpIf, target);
  return andThen(vm, base, truth(vm, v), JUMP, f, jumpIf, target);
}

/** What `__bool__` said, which must be a bool. */
const JUMP_BOOL = cont('jump.bool', (vm, t, c) => (typeof t === 'boolean' ? jumpTo(t, c) : vm.raise(notBool(t!))));
const JUMP = cont('jump', (_vm, t, c) => jumpTo(t, c));

function jumpTo(t: Result, c: Cont): Result {
  const f = c.a as PyFrame;
  if (t === c.b) f.pc = c.c as number;
  if (f.tracing !== null) f.tracing.taken = t === c.b;
  return NOVALUE;
}

/** JUMP_IF_x_OR_POP likewise; the value is still on the stack (`f.sp` is current). */
export function jumpOrPopSlow(vm: Thread, f: PyFrame, v: PyValue, jumpIf: boolean, target: number): Result {
  const base = vm.frame;
  f.pc = f.lasti + 3;
  return andThen(vm, base, truth(vm, v), JUMP_OR_POP, f, jumpIf, target);
}

const JUMP_OR_POP = cont('jump.or.pop', (_vm, t, c) => {
  const f = c.a as PyFrame;
  if (t === c.b) f.pc = c.c as number;
  else f.sp--;
  return NOVALUE;
});

/** Drops the result of an operation that is a statement. */
export function discard(vm: Thread, base: AnyFrame | null, r: Result): Result {
  if (r === undefined) return undefined;
  if (r !== PUSHED) return NOVALUE;
  return andThen(vm, base, r, DISCARD);
}
const DISCARD = cont('discard', () => NOVALUE);

export { eqSync };
