/**
 * What kinds of values met at an instruction. Recorded by a first version of compiled code, which runs only for
 * a short while, so that no other run pays for it.
 */
import type { PyCode } from '../objects/code.js';
import { PyFunction } from '../objects/function.js';
import { PyRangeIterator } from '../objects/iterators.js';
import { NativeFunction } from '../objects/native.js';
import { PyInstance, PyType } from '../objects/type.js';
import { PyFloat, type PyValue } from '../objects/object.js';

/** Kinds of values, as bits. */
export const Saw = { NOTHING: 0, INT: 1, FLOAT: 2, OTHER: 4, RANGE: 8 } as const;

/**
 * Loop iterations that are recorded before code is compiled for good, so many that an inner loop does not use
 * them all up; a call counts for ten. Tests change it.
 */
export const recording = { steps: 3000 };

export class Feedback {
  /** Instructions at which what was assumed turned out wrong: no more assumptions there. */
  readonly general = new Set<number>();
  /** Loop iterations still to be recorded. */
  pending = recording.steps;
  /** Whether anything was recorded at all. */
  readonly recorded = recording.steps > 0;
  /** By id: segments that were run while it was recorded. The others are not compiled. */
  reached: Uint8Array;
  /** Nothing is left out any more. */
  whole = false;
  /** How often a segment that was left out was come to, since the code was compiled. */
  fresh = 0;
  sessions = 0;
  /** What each call instruction called, as long as it was one and the same. */
  private readonly callees = new Map<number, PyValue | undefined>();
  /** The code of the Python functions that each call instruction called; null: of several, undefined: not only functions. */
  private readonly codes = new Map<number, PyCode | null | undefined>();
  /** The class of the guest instances that were the left operand of an operator, as long as it was only that. */
  private readonly classes = new Map<number, PyType | undefined>();
  /** Calls at which the frame need not be up to date (leaf.ts, staysHere), in the version being written. */
  readonly stays = new Set<number>();
  /** How often a leaf was tried to be made of the code. */
  leaves = 0;
  /** By offset: the operation pushed frames, or took its iterator's slow way. */
  readonly pushes: Uint8Array;
  private readonly lefts: Uint8Array;
  private readonly rights: Uint8Array;

  constructor(size: number) {
    this.lefts = new Uint8Array(size);
    this.rights = new Uint8Array(size);
    this.reached = new Uint8Array(size);
    this.pushes = new Uint8Array(size);
  }

  /** Whether the operation at `pc` may well push frames (or take the slow way, of an iterator). */
  may(pc: number): boolean {
    return this.pending > 0 || !this.recorded || this.pushes[pc] === 1;
  }

  /** Whether the left operand at `pc` may well be an instance of a guest class. */
  mayBeGuest(pc: number): boolean {
    return this.may(pc) || this.general.has(pc) || (this.lefts[pc]! & Saw.OTHER) !== 0;
  }

  /** Text that notes that it did. */
  note(pc: number): string {
    return this.pending > 0 ? `F.pushes[${pc}]=1;` : '';
  }

  /** Whether the segment with this id is left to tier 0. */
  cold(id: number): boolean {
    return this.recorded && this.pending <= 0 && !this.whole && this.reached[id] !== 1;
  }

  /** Makes room for ids below `n`. */
  reserve(n: number): void {
    if (this.reached.length >= n) return;
    const more = new Uint8Array(n);
    more.set(this.reached);
    this.reached = more;
  }

  call(pc: number, fn: PyValue): void {
    if (!this.callees.has(pc)) this.callees.set(pc, fn);
    else if (this.callees.get(pc) !== fn) this.callees.set(pc, undefined);
    const code = fn instanceof PyFunction ? fn.code : undefined;
    const known = this.codes.get(pc);
    if (!this.codes.has(pc)) this.codes.set(pc, code);
    else if (known !== code) this.codes.set(pc, known === undefined || code === undefined ? undefined : null);
  }

  /** What was called at `pc`, if it was only that. */
  callee(pc: number): PyValue | undefined {
    return this.pending > 0 || this.general.has(pc) ? undefined : this.callees.get(pc);
  }

  /** The class of the guest instances that were the left operand at `pc`, if it was only that. */
  leftClass(pc: number): PyType | undefined {
    return this.pending > 0 || this.general.has(pc) || this.lefts[pc] !== Saw.OTHER ? undefined : this.classes.get(pc);
  }

  /** The code of the Python functions called at `pc`: null if there were several, undefined if there was something else. */
  code(pc: number): PyCode | null | undefined {
    return this.pending > 0 || this.general.has(pc) ? undefined : this.codes.get(pc);
  }

  /** The native function that `n` arguments at `pc` are for, if it was only that one and takes them as they are. */
  native(pc: number, n: number): NativeFunction | undefined {
    if (this.pending > 0 || this.general.has(pc)) return undefined;
    const fn = this.callees.get(pc);
    if (!(fn instanceof NativeFunction) || fn.bound) return undefined;
    const { sig } = fn.def;
    return sig.simple && n <= sig.npos && n >= sig.required ? fn : undefined;
  }

  /** The class that was called at `pc`, if it was only that one. */
  created(pc: number): PyType | undefined {
    const fn = this.pending > 0 ? undefined : this.callees.get(pc);
    return fn instanceof PyType ? fn : undefined;
  }

  left(pc: number): number {
    return this.lefts[pc]!;
  }

  right(pc: number): number {
    return this.rights[pc]!;
  }

  iterator(pc: number): number {
    return this.lefts[pc]!;
  }

  /** Assumes nothing any more. */
  forget(): void {
    this.pending = 0;
    this.whole = true;
    this.pushes.fill(1);
    this.lefts.fill(Saw.OTHER);
    this.rights.fill(Saw.OTHER);
  }

  see(pc: number, a: PyValue, b: PyValue): void {
    const cls = a instanceof PyInstance ? a.cls : undefined;
    if (this.lefts[pc] === 0) this.classes.set(pc, cls);
    else if (this.classes.get(pc) !== cls) this.classes.set(pc, undefined);
    this.lefts[pc]! |= kindOf(a);
    this.rights[pc]! |= kindOf(b);
  }
}

function kindOf(v: PyValue): number {
  if (typeof v === 'number') return Saw.INT;
  if (v instanceof PyFloat) return Saw.FLOAT;
  return v instanceof PyRangeIterator ? Saw.RANGE : Saw.OTHER;
}

export function feedbackOf(code: PyCode): Feedback {
  return ((code.feedback as Feedback | null) ??= new Feedback(code.co.code.length + 1)) as Feedback;
}
