/** A syntax error as a plain value: the VM makes the exception of it. */

/** What CPython's `SyntaxError.args` hold, with its units: characters from 1. */
export class PySyntaxErrorInfo {
  constructor(
    /** `ValueError`, `MemoryError` and `UnicodeDecodeError` are what `compile()` raises for some texts instead. */
    readonly kind: 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError' | 'RecursionError',
    readonly message: string,
    readonly filename: string,
    /** null where CPython gives no position at all. */
    readonly lineno: number | null,
    readonly offset: number | null,
    readonly endLineno: number | null,
    readonly endOffset: number | null,
    /** The source line, usually with its newline. */
    readonly text: string | null,
    /** Found by the compiler, to which CPython gives no source text: the line is read from the file. */
    readonly late = false,
    /** The exception has the message alone among its `args`. */
    readonly bare = false,
  ) {}

  withText(text: string | null): PySyntaxErrorInfo {
    return new PySyntaxErrorInfo(this.kind, this.message, this.filename, this.lineno, this.offset, this.endLineno, this.endOffset, text, this.late, this.bare);
  }

  toString(): string {
    return `${this.kind}: ${this.message} (${this.filename}, line ${this.lineno})`;
  }
}
