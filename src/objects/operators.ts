/** Binary, in-place and unary operators: dispatch to special methods, reflected ones included. */
import { Cont, cont, andThen, NOVALUE, PUSHED, typeOf, T, type ContRow, type PyValue, type Result, type VM } from './object.js';
import { typeError } from './errors.js';
import { callUnbound } from './call.js';
import { pushMethod1 } from './fast-call.js';
import { NativeFunction } from './native.js';
import { NotImplemented } from './singletons.js';
import { PyList, PyTuple } from './tuple.js';
import { PyInstance, PyType, specialId, typeName } from './type.js';
import { PyFunction } from './function.js';

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

const ADD = operatorTable['+'];
const MULTIPLY = operatorTable['*'];

/**
 * `a op b` where `a` is an object of a plain class of the program's whose method is a plain Python function: its frame and what
 * looks at its result, without asking further. null: a case for `binaryOp` or `inplaceOp`.
 */
export function instanceOp(vm: VM, o: OperatorRow, a: PyInstance, b: PyValue, inplace: boolean): Result | null {
  const ta = a.cls;
  let m = inplace ? ta.special(o.inplaceId) : undefined;
  let row = INPLACE;
  let rest: unknown = undefined;
  if (m === undefined) {
    m = ta.special(o.id);
    row = TRY_RIGHT;
    rest = inplace;
  }
  if (!(m instanceof PyFunction)) return null;
  if (b instanceof PyInstance) {
    if (b.cls !== ta && row === TRY_RIGHT) {
      if (b.cls.isSubtype(ta)) return null;
      const right = b.cls.special(o.reflectedId);
      if (right !== undefined) rest = [right, inplace];
    }
  } else if (typeof b === 'object' && b !== null ? b.cls.flags.heap || (inplace && o === MULTIPLY) : inplace && o === MULTIPLY && typeof b === 'string') return null;
  else if (row === TRY_RIGHT) row = TRY_BUILTIN;
  return pushOperator(vm, m, a, b, row, a, b, o, rest);
}

/** `a op b` where `a` is a plain number and `b` an object whose class answers for itself. null: a case for `binaryOp`. */
export function reflectedOp(vm: VM, o: OperatorRow, a: PyValue, b: PyInstance, inplace: boolean): Result | null {
  const m = b.cls.special(o.reflectedId);
  return m instanceof PyFunction ? pushOperator(vm, m, b, a, UNSUPPORTED, a, b, o, inplace) : null;
}

/** The frame of `m(self, other)`, under it what waits for its result; null: `m` is no plain function of two. */
function pushOperator(vm: VM, m: PyFunction, self: PyValue, other: PyValue, row: ContRow, a: PyValue, b: PyValue, o: OperatorRow, rest: unknown): Result | null {
  const { leaf } = m.code;
  if (leaf !== null && vm.budget > 0 && m.code.fastArgs === 2) {
    // One that may say NotImplemented changes nothing, and may be run again.
    const quick = leaf.call(vm, m, self, other);
    if (quick !== NOVALUE && quick !== NotImplemented) return quick;
  }
  const base = vm.frame;
  const r = pushMethod1(vm, m, self, other);
  if (r !== PUSHED) return r;
  const c = new Cont(row, a, b, o, rest);
  c.back = base;
  vm.frame!.back = c;
  return PUSHED;
}

/** `a op b` */
export function binaryOp(vm: VM, op: BinaryOp, a: PyValue, b: PyValue): Result {
  return binary(vm, operatorTable[op], a, b, false);
}

function binary(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, inplace: boolean): Result {
  const ta = typeOf(a);
  const tb = typeOf(b);
  if ((o === ADD || o === MULTIPLY) && (ta.flags.heap || tb.flags.heap) && bySlots(ta, tb, o, inplace)) return run(vm, sequencePlan(o, a, b, inplace), 0);
  const ml = ta.special(o.id);
  if (ta !== tb) {
    const mr = tb.special(o.reflectedId);
    if (mr !== undefined && tb.isSubtype(ta) && mr !== ta.special(o.reflectedId)) {
      // The right operand's class is a subclass with a method of its own: it goes first.
      const base = vm.frame;
      return andThen(vm, base, callOp(vm, mr, b, a, o), TRY_LEFT, a, b, o, inplace);
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
}, { passes: true });

function tryLeft(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, ml: PyValue | undefined, mr: PyValue | undefined, inplace: boolean): Result {
  if (ml === undefined) return tryRight(vm, o, a, b, mr, inplace);
  const base = vm.frame;
  const r = callOp(vm, ml, a, b, o);
  if (r !== undefined && r !== PUSHED && r !== NotImplemented) return r;
  return andThen(vm, base, r, TRY_RIGHT, a, b, o, mr === undefined ? inplace : [mr, inplace]);
}

export const TRY_RIGHT = cont('binary.right', (vm, r, c) => {
  if (r !== NotImplemented) return r;
  return Array.isArray(c.d) ? tryRight(vm, c.c, c.a, c.b, c.d[0], c.d[1]) : tryRight(vm, c.c, c.a, c.b, undefined, c.d);
}, { passes: true });

/** The same with a right operand of a builtin type, whose methods never change. */
const TRY_BUILTIN = cont('binary.builtin', (vm, r, c) => (r !== NotImplemented ? r : tryRight(vm, c.c, c.a, c.b, typeOf(c.b).special((c.c as OperatorRow).reflectedId), c.d)), { passes: true });

/** Goes on after the left operand's method said NotImplemented. */
export function tryRight(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, mr: PyValue | undefined, inplace: boolean): Result {
  if (mr === undefined || (o === MULTIPLY && repeats(a) && repeats(b))) return unsupported(vm, o, a, b, inplace);
  const base = vm.frame;
  return andThen(vm, base, callOp(vm, mr, b, a, o), UNSUPPORTED, a, b, o, inplace);
}

const UNSUPPORTED = cont('binary.unsupported', (vm, r, c) => (r === NotImplemented ? unsupported(vm, c.c, c.a, c.b, c.d) : r), { passes: true });

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
    if (repeats(a) || repeatsToo(typeOf(a))) return vm.raise(typeError(`can't multiply sequence by non-int of type '${typeName(b)}'`));
    // An in-place `*=` asks the right operand only where the left one is no sequence or mapping of any kind.
    const asksRight = !inplace || (!typeOf(a).flags.heap && typeOf(a).lookup('__len__') === undefined);
    if (repeats(b) && asksRight) return vm.raise(typeError(`can't multiply sequence by non-int of type '${typeName(a)}'`));
  }
  return unsupportedTypes(vm, o, a, b, inplace);
}

function unsupportedTypes(vm: VM, o: OperatorRow, a: PyValue, b: PyValue, inplace: boolean): Result {
  const text = inplace ? inplaceText(o) : o.text;
  if (o.name === '__rshift__' && typeName(a) === 'builtin_function_or_method' && (a as NativeFunction).def?.name === 'print') {
    return vm.raise(
      typeError(`unsupported operand type(s) for ${text}: '${typeName(a)}' and '${typeName(b)}'. Did you mean "print(<message>, file=<output_stream>)"?`),
    );
  }
  return vm.raise(typeError(`unsupported operand type(s) for ${text}: '${typeName(a)}' and '${typeName(b)}'`));
}

const inplaceText = (o: OperatorRow): string => (o.name === '__pow__' ? '**=' : `${o.text}=`);

/** Asked once per type: a change of `__bases__` keeps the builtin type that instances are laid out as. */
const isSequence = (t: PyType): boolean =>
  (t.sequence ??= t.isSubtype(T.str) || t.isSubtype(T.list) || t.isSubtype(T.tuple) || t.isSubtype(T.bytes) || t.isSubtype(T.bytearray));
const native = (t: PyType, name: string): boolean => t.lookup(name) instanceof NativeFunction;

/** A class with an `__add__` of its own has no sq_concat. */
const concatenates = (v: PyValue): boolean => isSequence(typeOf(v)) && native(typeOf(v), '__add__');
const repeats = (v: PyValue): boolean => isSequence(typeOf(v)) && native(typeOf(v), '__mul__') && native(typeOf(v), '__rmul__');

/** Other builtin sequences: deque, array. */
const repeatsToo = (t: PyType): boolean => native(t, '__mul__') && t.lookup('__len__') !== undefined && !isSequence(t);

/** Whether `+` or `*` goes by the plan below: there is a sequence, and one of the operator's methods in Python. */
function bySlots(ta: PyType, tb: PyType, o: OperatorRow, inplace: boolean): boolean {
  const seqA = isSequence(ta);
  if (seqA && (isPython(tb.special(o.reflectedId)) || (ta.flags.heap && inPython(ta, o)))) return true;
  if ((!tb.flags.heap && !(inplace && o === MULTIPLY && ta.flags.heap)) || !isSequence(tb)) return false;
  return inPython(tb, o) || (inplace && ta.flags.heap);
}
const inPython = (t: PyType, o: OperatorRow): boolean => isPython(t.special(o.id)) || isPython(t.special(o.reflectedId)) || isPython(t.special(o.inplaceId));
const isPython = (m: PyValue | undefined): boolean => m !== undefined && !(m instanceof NativeFunction);

/** What `a + b` or `a * b` does in turn until an answer is not NotImplemented. */
interface Plan {
  readonly o: OperatorRow;
  readonly a: PyValue;
  readonly b: PyValue;
  readonly inplace: boolean;
  /** Method, self, argument. */
  readonly steps: (readonly [PyValue, PyValue, PyValue])[];
}

type Number = 'python' | NativeFunction | null;

/**
 * nb_add or nb_multiply of a class, as update_one_slot (typeobject.c) fills it: one function for all that have the method in
 * Python, the native one of numbers, none for a sequence whose methods are its sq_concat and sq_repeat.
 */
function numberSlot(t: PyType, name: PyValue | undefined, reflected: PyValue | undefined): Number {
  if (isPython(name) || isPython(reflected)) return 'python';
  const m = (name ?? reflected) as NativeFunction | undefined;
  return m === undefined || (m.owner !== null && isSequence(m.owner)) || t.lookup('__len__') !== undefined ? null : m;
}

/** binary_op1 and binary_iop1 of abstract.c, with SLOT1BINFULL of typeobject.c where a slot is Python's. */
function sequencePlan(o: OperatorRow, a: PyValue, b: PyValue, inplace: boolean): Plan {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const steps: Plan['steps'] = [];
  const [ml, rl, mr] = [ta.special(o.id), ta.special(o.reflectedId), tb.special(o.reflectedId)];
  const slotA = numberSlot(ta, ml, rl);
  const slotB = ta === tb ? null : numberSlot(tb, tb.special(o.id), mr);
  const sub = ta !== tb && tb.isSubtype(ta);
  const step = (m: PyValue | undefined, self: PyValue, other: PyValue): void => {
    if (m !== undefined) steps.push([m, self, other]);
  };
  const left = (): void => {
    let other = slotB === 'python';
    if (slotA === 'python') {
      if (other && sub && mr !== undefined && mr !== rl) {
        step(mr, b, a);
        other = false;
      }
      step(ml, a, b);
    } else step(ml, a, b);
    if (slotA === 'python' && other) step(mr, b, a);
  };
  const both = slotA === 'python' && slotB === 'python';
  // list's `__iadd__` has the signature of nb_inplace_add, so its subclasses have it there too, before all others.
  const mi = inplace ? ta.special(o.inplaceId) : undefined;
  if (isPython(mi) || (o === ADD && ta.flags.heap)) step(mi, a, b);
  if (slotB !== null && !both && sub) step(mr, b, a);
  if (slotA !== null) left();
  if (slotB !== null && !both && !sub) step(mr, b, a);
  return { o, a, b, inplace, steps };
}

function run(vm: VM, plan: Plan, i: number): Result {
  const row = plan.steps[i];
  if (row === undefined) return sequenceRest(vm, plan);
  const [m, self, other] = row;
  const base = vm.frame;
  const r = m instanceof NativeFunction && m.self === undefined ? m.def.fn(vm, self, other) : callOp(vm, m, self, other, plan.o);
  return andThen(vm, base, r, PLAN_NEXT, plan, i);
}
const PLAN_NEXT = cont('binary.plan', (vm, r, c) => (r === NotImplemented ? run(vm, c.a, (c.b as number) + 1) : r), { passes: true });

/** A slot of a sequence that is still the sequence's own: filled where all the names of it are native. */
function sequenceSlot(t: PyType, ...names: string[]): NativeFunction | null {
  if (!isSequence(t)) return null;
  for (const name of names) {
    const m = t.lookup(name);
    if (!(m instanceof NativeFunction) || m.owner === null || !isSequence(m.owner)) return null;
  }
  return t.lookup(names[0]!) as NativeFunction;
}

/** PyNumber_Add and PyNumber_Multiply (and the in-place ones) after the number slots: sq_concat, sq_repeat or the error. */
function sequenceRest(vm: VM, { o, a, b, inplace }: Plan): Result {
  const ta = typeOf(a);
  const base = vm.frame;
  if (o === ADD) {
    const concat = (inplace ? sequenceSlot(ta, '__iadd__') : null) ?? sequenceSlot(ta, '__add__');
    return concat === null ? unsupportedTypes(vm, o, a, b, inplace) : andThen(vm, base, (concat.def.op ?? concat.def.fn)(vm, a, b), NO_CONCAT, a, b, inplace);
  }
  const repeatA = (inplace ? sequenceSlot(ta, '__imul__') : null) ?? sequenceSlot(ta, '__mul__', '__rmul__');
  // An in-place one looks at the right operand where the left one's type has no sequence part at all.
  const noSequence = inplace ? !ta.flags.heap && ta.lookup('__len__') === undefined : true;
  const repeatB = repeatA === null && noSequence ? sequenceSlot(typeOf(b), '__mul__', '__rmul__') : null;
  const repeat = repeatA ?? repeatB;
  if (repeat === null) return unsupportedTypes(vm, o, a, b, inplace);
  const [seq, n] = repeatA !== null ? [a, b] : [b, a];
  return andThen(vm, base, (repeat.def.op ?? repeat.def.fn)(vm, seq, n), NO_REPEAT, n);
}

const NO_CONCAT = cont('binary.concat', (vm, r, c) => (r === NotImplemented ? unsupported(vm, ADD, c.a, c.b, c.c) : r), { passes: true });
const NO_REPEAT = cont('binary.repeat', (vm, r, c) => (r === NotImplemented ? vm.raise(typeError(`can't multiply sequence by non-int of type '${typeName(c.a)}'`)) : r), { passes: true });

/** `a op= b` */
export function inplaceOp(vm: VM, op: BinaryOp, a: PyValue, b: PyValue): Result {
  const o = operatorTable[op];
  const m = typeOf(a).special(o.inplaceId);
  if (m === undefined) return binary(vm, o, a, b, true);
  if ((o === ADD || o === MULTIPLY) && (typeOf(a).flags.heap || typeOf(b).flags.heap) && bySlots(typeOf(a), typeOf(b), o, true)) return run(vm, sequencePlan(o, a, b, true), 0);
  const base = vm.frame;
  const r = m instanceof NativeFunction && m.self === undefined ? (m.def.op ?? m.def.fn)(vm, a, b) : callUnbound(vm, m, a, [b]);
  if (r !== undefined && r !== PUSHED && r !== NotImplemented) return r;
  return andThen(vm, base, r, INPLACE, a, b, o);
}

const INPLACE = cont('inplace', (vm, r, c) => (r === NotImplemented ? binary(vm, c.c, c.a, c.b, true) : r), { passes: true });

export type UnaryOp = '+' | '-' | '~';

export const unaryTable: Readonly<Record<UnaryOp, string>> = { '+': '__pos__', '-': '__neg__', '~': '__invert__' };
const unaryIds: Readonly<Record<UnaryOp, number>> = { '+': specialId('__pos__'), '-': specialId('__neg__'), '~': specialId('__invert__') };

export function unaryOp(vm: VM, op: UnaryOp, a: PyValue): Result {
  const m = typeOf(a).special(unaryIds[op]);
  if (m === undefined) return vm.raise(typeError(`bad operand type for unary ${op}: '${typeName(a)}'`));
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, a);
  return callUnbound(vm, m, a, []);
}

export { PyType };
