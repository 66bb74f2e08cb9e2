/** Errors and warnings of the compiler: one place that knows how a SyntaxError is made. */
import type { Position } from '../parser/ast.js';

/** Where an error stands: CPython's units (column in UTF-8 bytes from 0). */
export type Where = Pick<Position, 'lineno' | 'col_offset' | 'end_lineno' | 'end_col_offset'>;

/** A SyntaxError found while compiling. `offset` and `endOffset` count UTF-8 bytes from 1, as CPython's compiler does before it converts them. */
export class CompileSyntaxError extends Error {
  override readonly name = 'SyntaxError';
  constructor(
    readonly msg: string,
    readonly filename: string,
    readonly where: Where | null,
  ) {
    super(msg);
  }
}

/** What CPython reports as `RecursionError`: the source is nested too deeply to compile. */
export class CompileRecursionError extends Error {
  override readonly name = 'RecursionError';
  constructor(message = 'maximum recursion depth exceeded during compilation') {
    super(message);
  }
}

/** How deep expressions and scopes may nest. CPython 3.11: three times the recursion limit. */
export const MAX_COMPILE_DEPTH = 3000;

/** Category and text of a warning; the callback may throw to turn it into an error. */
export type WarnCallback = (category: 'SyntaxWarning' | 'DeprecationWarning', message: string, where: Where) => void;

export function syntaxError(msg: string, filename: string, where: Where | null): CompileSyntaxError {
  return new CompileSyntaxError(msg, filename, where);
}
