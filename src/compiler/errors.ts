/** Errors and warnings of the compiler: one place that knows how a SyntaxError is made. */
import type { Position } from '../parser/ast.js';
import { PySyntaxErrorInfo } from '../parser/syntax-error.js';

/** Where an error stands: CPython's units (column in UTF-8 bytes from 0). */
export type Where = Pick<Position, 'lineno' | 'col_offset' | 'end_lineno' | 'end_col_offset'>;

/** What CPython reports as `RecursionError`: the source is nested too deeply to compile. */
export function recursionError(filename: string): PySyntaxErrorInfo {
  const message = 'maximum recursion depth exceeded during compilation';
  return new PySyntaxErrorInfo('RecursionError', message, filename, null, null, null, null, null);
}

/** Thrown where the depth is counted, which does not know the file; `compileModule` turns it into the above. */
export class TooDeep extends Error {}

/** How deep expressions and scopes may nest. CPython 3.11: three times the recursion limit. */
export const MAX_COMPILE_DEPTH = 3000;

/** Category and text of a warning; the callback may throw to turn it into an error. */
export type WarnCallback = (category: 'SyntaxWarning' | 'DeprecationWarning', message: string, where: Where) => void;

/** An error of which only the place in the tree is known: `locate` adds the source line. */
export class UnlocatedSyntaxError extends Error {
  constructor(
    readonly msg: string,
    readonly filename: string,
    readonly where: Where | null,
    readonly bare = false,
  ) {
    super(msg);
  }

  /** As in the tree, columns are bytes; here they count from 1. */
  locate(source: string | null): PySyntaxErrorInfo {
    const { where } = this;
    if (where === null) return new PySyntaxErrorInfo('SyntaxError', this.msg, this.filename, null, null, null, null, null);
    const lines = source === null ? [] : source.split(/\r\n|\r|\n/);
    const line = lines[where.lineno - 1];
    return new PySyntaxErrorInfo(
      'SyntaxError',
      this.msg,
      this.filename,
      where.lineno,
      where.col_offset + 1,
      where.end_lineno,
      where.end_col_offset < 0 ? null : where.end_col_offset + 1,
      // CPython's compiler reads the line from the file: text that is in none has no line to show.
      line === undefined || this.filename === '<string>' || this.filename === '<stdin>' ? null : where.lineno < lines.length ? line + '\n' : line,
      true,
      this.bare,
    );
  }
}

/** `bare`: of the symbol table or the futures, whose exceptions have only the message among their `args`. */
export function syntaxError(msg: string, filename: string, where: Where | null, bare = false): UnlocatedSyntaxError {
  return new UnlocatedSyntaxError(msg, filename, where, bare);
}
