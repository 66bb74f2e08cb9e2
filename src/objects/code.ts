/**
 * code objects: a `CodeObject` of the compiler with its constants as Python values, and what the run
 * loop adds at first execution: decoded instructions, inline caches, the frame pool.
 */
import { CO, CodeObject, type CodeConst } from '../bytecode/code.js';
import { ConstBytes, ConstComplex, ConstEllipsis, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, constKey, ELLIPSIS, type ConstValue } from '../bytecode/consts.js';
import { AstralStr, PyFloat, PyObject, T, type PyValue, type VM } from './object.js';
import { PyTuple, tupleOf } from './tuple.js';
import { strFromCodePoints, strFromJS } from './str.js';
import type { PyFrame } from './frame.js';
import type { PyFunction } from './function.js';
import { oneByte, PyBytes } from './bytes.js';
import { PyComplex } from './complex.js';
import { frozensetOf, type PySet } from './set.js';
import { Ellipsis } from './singletons.js';

/** What can be called of a code object's form without a frame: NOVALUE where a frame is needed, and nothing has happened. */
export interface LeafCode {
  call(vm: VM, fn: PyFunction, ...args: PyValue[]): PyValue;
  /** It stores nothing: it may be called to find something out. */
  readonly pure: boolean;
}

/** What code that never ran has of everything. */
const NOTHING: never[] = [];

export class PyCode extends PyObject {
  readonly flags: number;
  readonly nlocals: number;
  readonly ncells: number;
  readonly nfrees: number;
  /** Parameters in locals: positional, keyword-only, `*args`, `**kwargs`. */
  readonly nparams: number;
  readonly argcount: number;
  /** Slots of a frame before its value stack: locals, cells, frees. */
  readonly nfixed: number;
  /** Index of the parameter a cell variable takes its value from, or -1; null without such cells. */
  readonly cellArgs: readonly number[] | null;
  /** A call with exactly `argcount` positional arguments needs no binding work at all. */
  readonly simpleArgs: boolean;
  /** Calling makes a generator, coroutine or async generator. */
  readonly isGenerator: boolean;
  /** Not the body of a module or class, which runs once. */
  readonly isFunction: boolean;
  /** `argcount` where a call only has to put its arguments (and cells) into a frame; else -1. */
  readonly fastArgs: number;
  /** Prelude code: hidden from tracebacks and `f_back`. */
  hidden = false;
  /** Decoded instructions by byte offset: opcode at pc, argument at pc + 1 (see vm/decode.ts). */
  ops: Int32Array | null = null;
  /** Where the run loop has them, and when they were put there (vm/code-space.ts). */
  base = 0;
  placed = 0;
  /** Some of them leave floats in boxes (vm/temps.ts). */
  boxes = false;
  /** Decoded with fused instructions. */
  fused = false;
  /** `ops` without fused pairs, for the slow loop (see vm/decode.ts). */
  unfused: Int32Array | null = null;
  /** Inline caches by byte offset. */
  caches: any[] = NOTHING;
  /** Constants as values, made at first execution. */
  consts: PyValue[] = NOTHING;
  /** Names, set at first execution. */
  names: readonly string[] = NOTHING;
  /** Value-stack slots a frame needs: co_stacksize and what fused method calls add. */
  stackSize: number;
  /** Frames to use again. */
  pool: PyFrame | null = null;
  /** Calls and back-edges seen, for tier 1. */
  heat = 0;
  /** Calls from compiled code while this is not compiled. */
  calls = 0;
  /** Of a generator's: it yields inside `with` or `finally`; undefined: not looked at yet. */
  guarded: boolean | undefined = undefined;
  /** What tier 0 saw of the values here (jit/feedback.ts), or null. */
  feedback: unknown = null;
  /** Tier 1's function, or null. */
  jit: unknown = null;
  /** Its form without a frame (jit/leaf.ts), or null. */
  leaf: LeafCode | null = null;
  private values: PyTuple | null;
  /** Constants of the module's code objects, by content; made when constants are. */
  private shared: Map<string, PyValue> | null = null;
  private twins: PyCode[] | null = null;
  private blank: undefined[] = [];

  /** `values`: the constants as objects, where they are not to be made from `co.consts`. */
  constructor(
    readonly co: CodeObject,
    values: PyTuple | null = null,
  ) {
    super();
    this.values = values;
    this.cls = T.code;
    this.flags = co.flags;
    this.nlocals = co.nlocals;
    this.ncells = co.ncells;
    this.nfrees = co.nfrees;
    this.argcount = co.argcount;
    this.nparams = co.argcount + co.kwonlyargcount + (co.flags & CO.VARARGS ? 1 : 0) + (co.flags & CO.VARKEYWORDS ? 1 : 0);
    this.nfixed = this.nlocals + this.ncells + this.nfrees;
    this.stackSize = co.stacksize;
    this.cellArgs = co.cellParams;
    this.simpleArgs = co.kwonlyargcount === 0 && (co.flags & (CO.VARARGS | CO.VARKEYWORDS)) === 0;
    this.isGenerator = (co.flags & (CO.GENERATOR | CO.COROUTINE | CO.ASYNC_GENERATOR)) !== 0;
    this.isFunction = (co.flags & CO.OPTIMIZED) !== 0;
    this.fastArgs = this.simpleArgs && !this.isGenerator ? this.argcount : -1;
  }

  /** The array of a new frame: locals, cells and value stack, all unset. A copy is as long as it has to be, where one that grows has room for 17. */
  blankState(): any[] {
    const n = this.nfixed + this.stackSize;
    if (this.blank.length !== n) {
      this.blank = [];
      // Pushing keeps the array packed; `new Array(n)` would make it holey.
      for (let i = 0; i < n; i++) this.blank.push(undefined);
    }
    return this.blank.slice();
  }

  /** `co_consts` as values. Nested code objects keep their identity. */
  constValues(): PyTuple {
    if (this.values === null) {
      this.shared ??= new Map();
      this.values = new PyTuple(this.co.consts.map((c) => (c instanceof CodeObject ? this.nested(c) : pooled(c, this.shared!))));
    }
    return this.values;
  }

  /** Code of the same module. */
  private nested(co: CodeObject): PyCode {
    const code = new PyCode(co);
    code.hidden = this.hidden;
    code.shared = this.shared;
    return code;
  }

  /** This code, or what shares its place in `co_consts` and belongs to the function made at `column`. */
  twin(column: number): PyCode {
    const i = this.co.twins!.findIndex((t) => t.column === column);
    if (i < 0) return this;
    this.twins ??= [];
    return (this.twins[i] ??= this.nested(this.co.twins![i]!.code));
  }
}

/** A constant that equal ones of the same module share, as CPython's compiler merges them; so do the parts of tuples. */
function pooled(c: ConstValue, pool: Map<string, PyValue>): PyValue {
  if (typeof c !== 'object' || c === null || c instanceof ConstEllipsis || c instanceof ConstStr) return constValue(c);
  const key = constKey(c);
  let v = pool.get(key);
  if (v === undefined) pool.set(key, (v = c instanceof ConstTuple ? tupleOf(c.items.map((x) => pooled(x, pool))) : constValue(c)));
  return v;
}

export function constValue(c: CodeConst, hidden = false): PyValue {
  if (c === null || typeof c === 'number' || typeof c === 'bigint' || typeof c === 'boolean') return c;
  if (typeof c === 'string') return strFromJS(c);
  if (c instanceof CodeObject) {
    const code = new PyCode(c);
    code.hidden = hidden;
    return code;
  }
  if (c instanceof ConstFloat) return new PyFloat(c.v);
  if (c instanceof ConstTuple) return tupleOf(c.items.map((x) => constValue(x)));
  if (c instanceof ConstStr) return strFromCodePoints(c.codePoints);
  if (c instanceof ConstBytes) return c.v.length === 1 ? oneByte(c.v[0]!) : new PyBytes(c.v);
  if (c instanceof ConstComplex) return new PyComplex(c.re, c.im);
  if (c instanceof ConstFrozenset) {
    // CPython's compiler makes the set, then another one from it when it merges equal constants: its order shows.
    return frozensetOf(frozensetOf(c.items.map((x) => constValue(x))).items());
  }
  if (c instanceof ConstEllipsis) return Ellipsis;
  throw new Error('unknown constant');
}

/** A value as the compiler's constant; undefined for objects that no source text makes. */
export function constOf(v: PyValue): CodeConst | undefined {
  if (v === null || typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean' || typeof v === 'string') return v;
  if (v instanceof PyCode) return v.co;
  if (v === Ellipsis) return ELLIPSIS;
  if (v instanceof AstralStr) return new ConstStr([...v.cps]);
  if (v.cls === T.float) return new ConstFloat((v as PyFloat).v);
  if (v.cls === T.complex) return new ConstComplex((v as PyComplex).re, (v as PyComplex).im);
  if (v.cls === T.bytes) return new ConstBytes((v as PyBytes).v);
  const items = v.cls === T.tuple ? (v as PyTuple).items : v.cls === T.frozenset ? (v as PySet).items() : undefined;
  if (items === undefined) return undefined;
  const consts: ConstValue[] = [];
  for (const item of items) {
    const c = constOf(item);
    if (c === undefined || c instanceof CodeObject) return undefined;
    consts.push(c);
  }
  return v.cls === T.tuple ? new ConstTuple(consts) : new ConstFrozenset(consts);
}
