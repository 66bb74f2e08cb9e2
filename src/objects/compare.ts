/** Rich comparison. `eqSync` and `ltSync` answer without Python code, or say that they cannot. */
import { work } from './work.js';
import { AstralStr, Cont, cont, is, PUSHED, PyFloat, PyObject, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import { callSlot } from './call.js';
import { call2, pushMethod1 } from './fast-call.js';
import { PyFunction } from './function.js';
import { NativeFunction } from './native.js';
import { NotImplemented } from './singletons.js';
import { PyList, PyTuple } from './tuple.js';
import { PyInstance, Special, specialId, typeName } from './type.js';

export type CompareOp = '<' | '<=' | '==' | '!=' | '>' | '>=';

interface CompareRow {
  readonly name: string;
  readonly reflected: string;
  /** The same by number (PyType.special). */
  readonly id: number;
  readonly reflectedId: number;
}

const row = (name: string, reflected: string): CompareRow => ({ name, reflected, id: specialId(name), reflectedId: specialId(reflected) });

export const compareTable: Readonly<Record<CompareOp, CompareRow>> = {
  '<': row('__lt__', '__gt__'),
  '<=': row('__le__', '__ge__'),
  '==': row('__eq__', '__eq__'),
  '!=': row('__ne__', '__ne__'),
  '>': row('__gt__', '__lt__'),
  '>=': row('__ge__', '__le__'),
};

/** Deeper nesting than this is compared by the prelude, on heap frames. */
const MAX_DEPTH = 100;

/**
 * `a == b` for values whose comparison is native all the way down; undefined when Python code (or an
 * exception) is involved.
 */
export function eqSync(vm: VM, a: PyValue, b: PyValue, depth = 0): boolean | undefined {
  if (typeof a !== 'object' && typeof b !== 'object') {
    // int/bool are equal across JS types: 1 == True
    return a === b || (typeof a !== typeof b && typeof a !== 'string' && typeof b !== 'string' && Number(a) === Number(b) && typeof a !== 'bigint' && typeof b !== 'bigint');
  }
  if (a === null || b === null) {
    if (a === b) return true;
    const o = a === null ? b : a;
    if (typeof o !== 'object' || o === null) return false;
    const m = o.cls.special(Special.EQ);
    return m instanceof NativeFunction ? false : undefined;
  }
  if (a instanceof PyFloat && b instanceof PyFloat) return a.v === b.v;
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === T.tuple && b.cls === T.tuple) return itemsEq(vm, a.items, b.items, depth);
  if (a instanceof PyList && b instanceof PyList && a.cls === T.list && b.cls === T.list) return itemsEq(vm, a.items, b.items, depth);
  return eqByMethods(vm, a, b);
}

function itemsEq(vm: VM, x: PyValue[], y: PyValue[], depth: number): boolean | undefined {
  if (x.length !== y.length) return false;
  if (depth > MAX_DEPTH) return undefined;
  for (let i = 0; i < x.length; i++) {
    if (is(x[i]!, y[i]!)) continue;
    const r = eqSync(vm, x[i]!, y[i]!, depth + 1);
    if (r !== true) {
      work(i);
      return r;
    }
  }
  work(x.length);
  return true;
}

function eqByMethods(vm: VM, a: PyValue, b: PyValue): boolean | undefined {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const ma = ta.special(Special.EQ);
  const mb = tb.special(Special.EQ);
  if (!(ma instanceof NativeFunction) || !(mb instanceof NativeFunction)) return undefined;
  if (ma.def.pushes || mb.def.pushes) return undefined;
  const first = ta !== tb && tb.isSubtype(ta) && ma !== mb;
  let r = first ? mb.def.fn(vm, b, a) : ma.def.fn(vm, a, b);
  if (r === NotImplemented) r = first ? ma.def.fn(vm, a, b) : mb.def.fn(vm, b, a);
  if (r === NotImplemented) return a === b;
  return typeof r === 'boolean' ? r : undefined;
}

/** `a op b` */
export function richCompare(vm: VM, a: PyValue, b: PyValue, op: CompareOp): Result {
  const row = compareTable[op];
  const ta = typeOf(a);
  const tb = typeOf(b);
  if (ta !== tb && tb.isSubtype(ta)) {
    const m = tb.special(row.reflectedId);
    if (m !== undefined) {
      const base = vm.frame;
      return andThen(vm, base, callSlot(vm, m, b, [a], NotImplemented), COMPARE_LEFT, a, b, op);
    }
  }
  return compareLeft(vm, a, b, op, false);
}

/**
 * `a op b` where `a` is an object of a plain class of the program's whose method is a plain Python function, and the right one's
 * does not go first. null: a case for `richCompare`.
 */
export function instanceCompare(vm: VM, op: CompareOp, a: PyInstance, b: PyValue): Result | null {
  const ta = a.cls;
  const m = ta.special(compareTable[op].id);
  if (!(m instanceof PyFunction) || (typeof b === 'object' && b !== null && b.cls !== ta && b.cls.isSubtype(ta))) return null;
  const base = vm.frame;
  const r = pushMethod1(vm, m, a, b);
  if (r !== PUSHED) return r;
  const c = new Cont(COMPARE_RIGHT, a, b, op, false);
  c.back = base;
  vm.frame!.back = c;
  return PUSHED;
}

const COMPARE_LEFT = cont('compare.left', (vm, r, c) => (r === NotImplemented ? compareLeft(vm, c.a, c.b, c.c, true) : r), { passes: true });

function compareLeft(vm: VM, a: PyValue, b: PyValue, op: CompareOp, rightTried: boolean): Result {
  const m = typeOf(a).special(compareTable[op].id);
  if (m === undefined) return compareRight(vm, a, b, op, rightTried);
  const base = vm.frame;
  if (m instanceof NativeFunction && m.self === undefined) {
    const r = m.def.fn(vm, a, b);
    if (r === NotImplemented) return compareRight(vm, a, b, op, rightTried);
    return r === PUSHED ? andThen(vm, base, r, COMPARE_RIGHT, a, b, op, rightTried) : r;
  }
  const r = m instanceof PyFunction ? call2(vm, m, a, b) : callSlot(vm, m, a, [b], NotImplemented);
  if (r === PUSHED) return andThen(vm, base, r, COMPARE_RIGHT, a, b, op, rightTried);
  return r === NotImplemented ? compareRight(vm, a, b, op, rightTried) : r;
}

export const COMPARE_RIGHT = cont('compare.right', (vm, r, c) => (r === NotImplemented ? compareRight(vm, c.a, c.b, c.c, c.d) : r), { passes: true });

/** Goes on after the left operand's method said NotImplemented. */
export function compareRight(vm: VM, a: PyValue, b: PyValue, op: CompareOp, tried: boolean): Result {
  if (!tried) {
    const m = typeOf(b).special(compareTable[op].reflectedId);
    if (m !== undefined) {
      const base = vm.frame;
      return andThen(vm, base, callSlot(vm, m, b, [a], NotImplemented), COMPARE_DEFAULT, a, b, op);
    }
  }
  return compareDefault(vm, a, b, op);
}

const COMPARE_DEFAULT = cont('compare.default', (vm, r, c) => (r === NotImplemented ? compareDefault(vm, c.a, c.b, c.c) : r), { passes: true });

function compareDefault(vm: VM, a: PyValue, b: PyValue, op: CompareOp): Result {
  if (op === '==') return is(a, b);
  if (op === '!=') return !is(a, b);
  return vm.raise(typeError(`'${op}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`));
}

/**
 * `a == b` as containers see it (identity first); undefined: an exception, or NEEDS: ask `richCompare`.
 */
export function sameKey(vm: VM, a: PyValue, b: PyValue): boolean | undefined {
  return a === b ? true : eqSync(vm, a, b);
}

export { AstralStr, PyObject };
