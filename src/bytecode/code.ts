/**
 * A code object as the compiler makes it and as frozen code stores it: CPython 3.5's fields, plus
 * what 3.11's tracebacks need (`positions`, `qualname`, `posonlyargcount`). It knows no VM: constants
 * are neutral (`consts.ts`), nested code objects stand among them.
 */
import type { ConstValue } from './consts.js';

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

export class CodeObject implements CodeFields {
  declare readonly name: string;
  declare readonly qualname: string;
  declare readonly filename: string;
  declare readonly argcount: number;
  declare readonly posonlyargcount: number;
  declare readonly kwonlyargcount: number;
  declare readonly stacksize: number;
  declare readonly flags: number;
  declare readonly firstlineno: number;
  declare readonly names: readonly string[];
  declare readonly varnames: readonly string[];
  declare readonly freevars: readonly string[];
  declare readonly cellvars: readonly string[];
  declare readonly consts: readonly CodeConst[];
  declare readonly code: Uint8Array;
  declare readonly lnotab: Uint8Array;
  declare readonly positions: Int32Array;
  declare readonly edges: Int32Array;

  constructor(fields: CodeFields) {
    Object.assign(this, fields);
  }

  get nlocals(): number {
    return this.varnames.length;
  }
}
