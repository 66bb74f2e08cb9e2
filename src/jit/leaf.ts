/**
 * Calls without a frame. A small function that only loads, computes, compares and stores gets a second form, a JavaScript
 * function of its arguments, which V8 inlines where it is called. It needs no frame, as it is all or nothing: what it
 * stores, it stores at its end, and wherever something is not as it was when the code was recorded (or would raise, or
 * call what has a frame), it answers NOVALUE before anything has happened, and the call is made in the ordinary way.
 *
 * The text is a tree: each branch goes on by itself with what it knows, so that nothing is tested twice on a way
 * through, and every value has a JavaScript constant of its own.
 */
import { CO } from '../bytecode/code.js';
import { CMP_OP, Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { compareTable, type CompareOp } from '../objects/compare.js';
import { isPlainException, plainInit } from '../objects/fast-call.js';
import { PyFunction } from '../objects/function.js';
import { NOVALUE, type PyValue } from '../objects/object.js';
import type { PyType } from '../objects/type.js';
import { isInplace, operatorOf } from '../vm/ops/arithmetic.js';
import type { Thread } from '../vm/thread.js';
import { Tier1Code } from './code.js';
import { driverHooks } from './drive.js';
import type { Place } from './analyse.js';
import type { Feedback } from './feedback.js';
import { nativeAt } from './types.js';

/** The result of `fn(...args)`, or NOVALUE: nothing has happened. */
export type LeafCall = (vm: Thread, fn: PyFunction, ...args: PyValue[]) => PyValue;

/** What the stores of a leaf can be seen in: nothing, its first argument, or anything. */
export const enum Stores {
  NOTHING,
  SELF,
  ANYTHING,
}

/** The form of a code object without a frame. */
export class Leaf {
  call: LeafCall = () => NOVALUE;
  hits = 0;
  misses = 0;
  stores: Stores = Stores.NOTHING;
  /** Leaves called one inside the other, at most. */
  nesting = 0;
  constructor(readonly code: PyCode) {}

  get pure(): boolean {
    return this.stores === Stores.NOTHING;
  }

  /** Whether all that it does, called with a new object, is to that object. */
  get makes(): boolean {
    return this.stores <= Stores.SELF;
  }
}

/** Of calls, the share (in tenths) that may come to nothing before a leaf is given up. */
const MISSES = 3;

/** Times that a leaf is tried to be made of one code object: what it calls may have one later. */
const TRIES = 3;

/** The leaf of compiled code. */
export function leafOf(code: PyCode | null | undefined): Leaf | null {
  if (code == null || code.leaf !== null) return (code?.leaf ?? null) as Leaf | null;
  if (!(code.jit instanceof Tier1Code) || leafParams(code) < 0) return null;
  const fb = code.feedback as Feedback;
  if (fb.pending > 0 || fb.leaves >= TRIES) return null;
  fb.leaves++;
  driverHooks.leaf(code);
  return code.leaf as Leaf | null;
}

/** A leaf found something unexpected. */
export function miss(l: Leaf): PyValue {
  if ((++l.misses & 1023) === 0 && l.misses * 10 > l.hits * MISSES) {
    l.code.leaf = null;
    (l.code.feedback as Feedback).leaves = TRIES;
  }
  return NOVALUE;
}

/** Parameters that a leaf of `code` has; -1: it has none, as calls are not just values. */
export const leafParams = (code: PyCode): number => (code.isGenerator || !code.isFunction || (code.flags & (CO.VARARGS | CO.VARKEYWORDS)) !== 0 ? -1 : code.nparams);

/**
 * The arguments of a call of function `fn`, which has `code`, one text for each parameter, and what has to be true for it.
 * `temp` makes a variable. Null: the call does not fit.
 */
export function fillParams(
  code: PyCode,
  fn: string,
  positional: readonly string[],
  keywords: readonly (readonly [name: PyValue, value: string])[],
  constant: (v: PyValue) => string,
  temp: () => string,
): { tests: string[]; args: string[] } | null {
  const { argcount } = code;
  const { varnames, posonlyargcount } = code.co;
  const n = leafParams(code);
  if (positional.length > argcount) return null;
  const args: (string | undefined)[] = positional.slice();
  while (args.length < n) args.push(undefined);
  for (const [name, value] of keywords) {
    const i = varnames.indexOf(name as string);
    if (i < posonlyargcount || i >= n || args[i] !== undefined) return null;
    args[i] = value;
  }
  const tests: string[] = [];
  const first = args.indexOf(undefined);
  if (first >= 0 && first < argcount) tests.push(`${fn}.defaults!==null&&${fn}.defaults.items.length>=${argcount - first}`);
  for (let i = 0; i < n; i++) {
    if (args[i] !== undefined) continue;
    if (i < argcount) args[i] = `${fn}.defaults.items[${fn}.defaults.items.length-${argcount - i}]`;
    else {
      const t = (args[i] = temp());
      tests.push(`${fn}.kwdefaults!==null&&(${t}=${fn}.kwdefaults.getStr(${constant(varnames[i]!)}))!==undefined`);
    }
  }
  return { tests, args: args as string[] };
}

/** Natives that look at the variables of who calls them: the frame is brought up to date before. */
const LOOK_AT_FRAMES = new Set(['locals', 'vars', 'dir', 'eval', 'exec', '_getframe']);

/**
 * Whether a call may come back without that the frame was brought up to date for it: what is called is a native, or has a
 * leaf. Asked once for each version of the code, as more code may have leaves later.
 */
export function staysHere(p: Place, pc: number, fb: Feedback): boolean {
  const native = nativeAt(p, pc, fb);
  if (native !== undefined) return !LOOK_AT_FRAMES.has(native.def.name);
  const made = p.op === Op.CALL_FUNCTION && p.arg < 256 ? fb.created(pc) : undefined;
  if (made !== undefined && isPlainException(made)) return true;
  const code = made === undefined ? fb.code(pc) : plainInit(made)?.code;
  return leafOf(code) !== null || (code === null && p.arg < 256);
}

/** The method of an operator that a leaf may call, its operands being `a`, an instance of `cls`, and `b`. */
export interface OwnOperator {
  readonly cls: PyType;
  readonly method: PyFunction;
  readonly leaf: Leaf;
}

/** What binary operator `op`, or comparison `arg` (op undefined), comes to at `pc`, if only instances of one guest class were seen there. */
export function ownOperator(fb: Feedback, pc: number, op: number | undefined, arg: number): OwnOperator | null {
  const cls = fb.leftClass(pc);
  if (cls === undefined) return null;
  let id: number;
  if (op === undefined) id = compareTable[CMP_OP[arg] as CompareOp].id;
  else {
    const row = operatorOf(op);
    if (isInplace(op) && cls.special(row.inplaceId) !== undefined) return null;
    id = row.id;
  }
  const method = cls.special(id);
  if (!(method instanceof PyFunction) || method.code.fastArgs !== 2) return null;
  const leaf = leafOf(method.code);
  return leaf === null ? null : { cls, method, leaf };
}

/** The test that goes before `own` for operands in `a` and `b`: that the right one has no say before the left. `cls`: text of the class. */
export const ownTest = (own: OwnOperator, cls: string, a: string, b: string): string =>
  `${a}.cls===${cls}&&${cls}.version===${own.cls.version}&&(typeof ${b}!=='object'||${b}===null||${b}.cls===${cls}||${b}.constructor===PyFloat)`;
