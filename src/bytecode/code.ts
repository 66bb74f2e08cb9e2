/**
 * A code object as the compiler makes it and as frozen code stores it: CPython 3.5's fields, plus
 * what 3.11's tracebacks need (`positions`, `qualname`, `posonlyargcount`). It knows no VM: constants
 * are neutral (`consts.ts`), nested code objects stand among them.
 */
import { ConstStr, type ConstValue } from './consts.js';

/** Bits of `co_flags`. CPython 3.5's, except the ones marked. */
export const CO = {
  OPTIMIZED: 0x1,
  NEWLOCALS: 0x2,
  VARARGS: 0x4,
  VARKEYWORDS: 0x8,
  NESTED: 0x10,
  GENERATOR: 0x20,
  NOFREE: 0x40,
  COROUTINE: 0x80,
  ITERABLE_COROUTINE: 0x100,
  /** 3.6 */
  ASYNC_GENERATOR: 0x200,
  FUTURE_BARRY_AS_BDFL: 0x40000,
  FUTURE_GENERATOR_STOP: 0x80000,
  /** 3.7, continuing 3.5's numbering */
  FUTURE_ANNOTATIONS: 0x100000,
} as const;

export type CodeConst = ConstValue | CodeObject;

export interface CodeFields {
  name: string;
  /** 3.11's `co_qualname`; 3.5 has it only as a constant of the enclosing code. */
  qualname: string;
  filename: string;
  argcount: number;
  /** How many of `argcount` are positional-only (3.8). */
  posonlyargcount: number;
  kwonlyargcount: number;
  stacksize: number;
  flags: number;
  firstlineno: number;
  names: readonly string[];
  varnames: readonly string[];
  freevars: readonly string[];
  cellvars: readonly string[];
  consts: readonly CodeConst[];
  /** `co_code`: one byte for an opcode < 90, else three (argument little-endian). */
  code: Uint8Array;
  /** `co_lnotab`: pairs (bytes of code, lines), both unsigned. */
  lnotab: Uint8Array;
  /**
   * 3.11's `co_positions`, run-length: rows of five, (offset of the first instruction it holds for,
   * lineno, end_lineno, col_offset, end_col_offset), ascending by offset; -1 where there is none.
   * Empty for code made without positions.
   */
  positions: Int32Array;
  /**
   * Statements that leave no instruction, where 3.11 has a NOP that trace functions see (`pass`): rows of three,
   * (offset of an instruction or -1 for the start, 0 behind it or 1 where it jumps to, lineno).
   */
  edges: Int32Array;
}

/** The fields of a code object that only running it or looking at it needs. */
export type CodeBody = Pick<CodeFields, 'names' | 'varnames' | 'freevars' | 'cellvars' | 'consts' | 'code' | 'lnotab' | 'positions' | 'edges'>;
/** The others, which making a function of it needs, and how many names the body has. */
export type CodeHead = Omit<CodeFields, keyof CodeBody> & {
  nlocals: number;
  ncells: number;
  nfrees: number;
  documented: boolean;
  cellParams: readonly number[] | null;
};

/** Whether the first constant is a string: the docstring, if the code is a function's. */
export const isDocumented = (consts: readonly CodeConst[]): boolean => typeof consts[0] === 'string' || consts[0] instanceof ConstStr;

/** The parameter each cell variable takes its value from, or -1; null where none does. */
export function cellParams(f: Pick<CodeFields, 'argcount' | 'kwonlyargcount' | 'flags' | 'varnames' | 'cellvars'>): readonly number[] | null {
  if (f.cellvars.length === 0) return null;
  const nparams = f.argcount + f.kwonlyargcount + (f.flags & CO.VARARGS ? 1 : 0) + (f.flags & CO.VARKEYWORDS ? 1 : 0);
  const from = f.cellvars.map((name) => f.varnames.indexOf(name)).map((i) => (i < nparams ? i : -1));
  return from.some((i) => i >= 0) ? from : null;
}

/** Code that shares a place of `co_consts` with equal code of the same line: 3.11 has one more constant, 3.5 has not. */
export interface Twin {
  /** Column of the expression that makes a function of it. */
  readonly column: number;
  readonly code: CodeObject;
}

export class CodeObject implements CodeFields {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly firstlineno: number;
  readonly nlocals: number;
  readonly ncells: number;
  readonly nfrees: number;
  /** The first constant is a string. */
  readonly documented: boolean;
  readonly cellParams: readonly number[] | null;
  /** What differs from this code in its positions only; see MAKE_FUNCTION. */
  twins: readonly Twin[] | null = null;
  private body: CodeBody | null;
  private read: (() => CodeBody) | null;

  constructor(fields: CodeFields);
  /** Code whose body is read when it is first asked for: most functions of a library module are never called. */
  constructor(head: CodeHead, read: () => CodeBody);
  constructor(head: CodeFields | CodeHead, read: (() => CodeBody) | null = null) {
    this.name = head.name;
    this.qualname = head.qualname;
    this.filename = head.filename;
    this.argcount = head.argcount;
    this.posonlyargcount = head.posonlyargcount;
    this.kwonlyargcount = head.kwonlyargcount;
    this.stacksize = head.stacksize;
    this.flags = head.flags;
    this.firstlineno = head.firstlineno;
    this.read = read;
    if (read !== null) {
      const { nlocals, ncells, nfrees, documented, cellParams: params } = head as CodeHead;
      this.nlocals = nlocals;
      this.ncells = ncells;
      this.nfrees = nfrees;
      this.documented = documented;
      this.cellParams = params;
      this.body = null;
    } else {
      const { names, varnames, freevars, cellvars, consts, code, lnotab, positions, edges } = head as CodeFields;
      this.nlocals = varnames.length;
      this.ncells = cellvars.length;
      this.nfrees = freevars.length;
      this.documented = isDocumented(consts);
      this.cellParams = cellParams(head as CodeFields);
      this.body = { names, varnames, freevars, cellvars, consts, code, lnotab, positions, edges };
    }
  }

  private open(): CodeBody {
    const body = this.read!();
    this.body = body;
    this.read = null;
    return body;
  }

  get names(): readonly string[] {
    return (this.body ?? this.open()).names;
  }
  get varnames(): readonly string[] {
    return (this.body ?? this.open()).varnames;
  }
  get freevars(): readonly string[] {
    return (this.body ?? this.open()).freevars;
  }
  get cellvars(): readonly string[] {
    return (this.body ?? this.open()).cellvars;
  }
  get consts(): readonly CodeConst[] {
    return (this.body ?? this.open()).consts;
  }
  get code(): Uint8Array {
    return (this.body ?? this.open()).code;
  }
  get lnotab(): Uint8Array {
    return (this.body ?? this.open()).lnotab;
  }
  get positions(): Int32Array {
    return (this.body ?? this.open()).positions;
  }
  get edges(): Int32Array {
    return (this.body ?? this.open()).edges;
  }

  /** The same code but for `changes`. */
  with(changes: Partial<CodeFields>): CodeObject {
    const { name, qualname, filename, argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno } = this;
    const { names, varnames, freevars, cellvars, consts, code, lnotab, positions, edges } = this;
    const changed = new CodeObject({
      name, qualname, filename, argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno, names, varnames, freevars, cellvars, consts, code, lnotab, positions, edges, ...changes,
    });
    changed.twins = this.twins;
    return changed;
  }
}
