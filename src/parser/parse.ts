/**
 * The parser's front door: source in, AST out, or a `PySyntaxErrorInfo` thrown.
 *
 * Everything heavy is built at the first parse. A text that does not parse goes to `diagnose`, which
 * reads it again the way CPython does and finds the words.
 */
import { asyncNames35 } from './python35.js';
import type { ModNode } from './ast.js';
import { diagnose } from './diagnose/diagnose.js';
import { DECISIONS } from './generated/decisions.js';
import { readDecisions } from './grammar/decisions.js';
import { PARSE_FAILED } from './grammar/engine.js';
import { PythonParser } from './grammar/statements.js';
import { decodeSource, namesEncoding, normalizeNewlines } from './source-text.js';
import { PySyntaxErrorInfo } from './syntax-error.js';
import { tokenize, type WarnPlace } from './tokenizer.js';

export { PySyntaxErrorInfo } from './syntax-error.js';
export { dumpAst, type DumpOptions } from './ast-dump.js';
export { isIncompleteInput, isOpenInput } from './incomplete.js';

/** What a text is parsed as. */
export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type';

export type WarnCategory = 'SyntaxWarning' | 'DeprecationWarning';

export interface ParseOptions {
  mode?: ParseMode;
  filename?: string;
  /** Called for what CPython warns of while parsing: invalid escapes, numbers that touch a keyword. May throw. */
  warn?: ((category: WarnCategory, message: string, lineno: number, where?: WarnPlace) => void) | undefined;
  /** Resolves `\N{...}`; without it such names are unknown. */
  lookupName?: ((name: string) => string | null) | undefined;
  /** The text comes from a prompt. */
  interactive?: boolean;
  /** `async` and `await` are names outside `async def`, as in Python 3.5 (for listings). */
  python35?: boolean;
  /** Accepted for the compiler's sake: the grammar takes `await` everywhere. */
  allowTopLevelAwait?: boolean;
}

let parser: PythonParser | undefined;

/** The one parser, built at first use. */
function grammar(): PythonParser {
  parser ??= new PythonParser(readDecisions(DECISIONS));
  return parser;
}

/** Parses Python 3.11 source. Throws {@link PySyntaxErrorInfo}. */
export function parse(source: string | Uint8Array, options: ParseOptions = {}): ModNode {
  const mode = options.mode ?? 'exec';
  const filename = options.filename ?? '<unknown>';
  const decoded = decodeSource(source, filename);
  if (decoded.includes('\0')) {
    throw new PySyntaxErrorInfo('SyntaxError', 'source code string cannot contain null bytes', filename, null, null, null, null, null);
  }
  const text = normalizeNewlines(decoded, mode === 'exec');
  const { warn, lookupName } = options;
  const warnings: [WarnCategory, string, number, WarnPlace?][] = [];
  const { tokens, error } = tokenize(text, { mode, warn: warn === undefined ? undefined : (...args) => warnings.push(args) });
  if (options.python35 === true) asyncNames35(tokens);
  let stoppedAt: number | undefined;
  if (error === null) {
    const run = grammar();
    let line = 0;
    run.warned = warnings;
    run.literalLine = (lineno) => (line = lineno);
    run.literals = {
      lookupName,
      ...(warn === undefined ? {} : { invalidEscape: (text: string, octal = false) => warnings.push(['DeprecationWarning', `invalid ${octal ? 'octal ' : ''}escape sequence '\\${text}'`, line]) }),
    };
    try {
      const node = run.parse(tokens, mode);
      if (mode !== 'single' || endsHere(text, tokens[run.consumed - 1]?.endOffset ?? 0)) {
        for (const args of warnings) warn!(...args);
        return node;
      }
    } catch (e) {
      if (e === PARSE_FAILED) stoppedAt = tokens[run.consumed]?.startOffset;
      else if (!(e instanceof RangeError)) throw e;
    } finally {
      run.release();
    }
  }
  // The tokenizer's warnings come as its tokens do: those before the error are told.
  const info = diagnose(text, { mode, filename, lookupName, byteColumns: typeof source !== 'string' && !namesEncoding(source), interactive: options.interactive === true, ...(stoppedAt === undefined ? {} : { stoppedAt }) });
  for (const args of warnings) if (args[0] === 'SyntaxWarning' && args[2] <= (info.lineno ?? 0)) warn!(...args);
  throw info;
}

/** In 'single' mode nothing but space and comments may follow the statement. */
function endsHere(text: string, offset: number): boolean {
  return /^(?:[ \t\n\f]|#[^\n]*)*$/.test(text.slice(offset));
}
