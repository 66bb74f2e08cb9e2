/**
 * The second pass, run only on failure: why is this no program, in CPython 3.11's words?
 *
 * CPython reads a failed text twice, first without and then with its `invalid_` rules, and lets
 * lexical errors further on win over what it found. So do we, with a grammar of our own notation
 * (`rules.ts`) on a small PEG engine (`peg.ts`).
 */
import { PySyntaxErrorInfo } from '../syntax-error.js';
import { tokenize } from '../tokenizer.js';
import { ruleActions } from './actions.js';
import { nativeRules } from './operands.js';
import { compileRules, FAIL, type Matcher } from './peg.js';
import { RULES } from './rules.js';
import { DiagnosticRun, Raised, RaisedByLexer, type FieldOrigin } from './run.js';

export interface DiagnoseOptions {
  mode: 'exec' | 'eval' | 'single' | 'func_type';
  filename: string;
  lookupName?: ((name: string) => string | null) | undefined;
  /** For a REPL: say "incomplete input" where more text could still make it right. */
  allowIncomplete?: boolean;
  /** The text comes from a prompt: what CPython says is not looked for beyond what it has read. */
  interactive?: boolean;
  /** Offset of the token the parser stopped at: all there is to say of a text nested too deeply for this pass. */
  stoppedAt?: number;
  /** The text comes from bytes that name no encoding (most files): CPython gives the parser's errors columns in bytes then. */
  byteColumns?: boolean;
}

let compiled: Record<string, Matcher> | undefined;

function rules(): Record<string, Matcher> {
  if (compiled === undefined) {
    const found: Record<string, Matcher> = {};
    Object.assign(found, compileRules(RULES, ruleActions, nativeRules((name) => found[name]!)));
    compiled = found;
  }
  return compiled;
}

const START = { exec: 'file', eval: 'eval', single: 'interactive', func_type: 'func_type' } as const;

/** The error CPython would report for a text that does not parse. */
export function diagnose(text: string, options: DiagnoseOptions): PySyntaxErrorInfo {
  const { run, error } = examine(text, options);
  if (error !== null) return error;
  // The rules took what the parser did not: blame the end rather than nothing.
  return raisedBy(() => run.raiseGeneric(run.fetched()));
}

/** As {@link diagnose}, for a text that may be right: null if it is. */
export function findError(text: string, options: DiagnoseOptions): PySyntaxErrorInfo | null {
  return examine(text, options).error;
}

function examine(text: string, options: DiagnoseOptions): { run: DiagnosticRun; error: PySyntaxErrorInfo | null } {
  const lexed = tokenize(text, { mode: options.mode, wholeStrings: true, ...(options.allowIncomplete === true ? { dontImplyDedent: true } : {}) });
  const run = new DiagnosticRun(text, lexed, options);
  const incomplete = (byLexer: boolean): boolean => {
    if (options.allowIncomplete !== true) return false;
    const { error, tokens } = lexed;
    if (byLexer && error !== null && run.fill >= tokens.length) return error.done === 'eof' || error.done === 'eof-in-string' || error.done === 'eof-in-line';
    // A parser that stopped at the last token of an open bracket did not come to the end.
    return error === null && run.fill > 0 && run.fetched().endOffset >= text.length;
  };
  try {
    const error = explain(run, START[options.mode], incomplete);
    if (error !== null || options.mode !== 'single') return { run, error };
    const rest = text.slice(lexed.tokens[run.mark - 1]?.endOffset ?? 0);
    if (/^(?:[ \t\n\f]|#[^\n]*)*$/.test(rest)) return { run, error: null };
    return { run, error: raisedBy(() => run.raiseHere('multiple statements found while compiling a single statement')) };
  } catch (e) {
    if (e instanceof RangeError) return { run, error: run.tooDeep(options.stoppedAt) };
    throw e;
  }
}

/** The error an action raises. */
function raisedBy(action: () => never): PySyntaxErrorInfo {
  try {
    return action();
  } catch (e) {
    if (e instanceof Raised) return e.error;
    throw e;
  }
}

/** Runs both passes; null if the text is right after all. */
function explain(run: DiagnosticRun, start: string, incomplete: (byLexer: boolean) => boolean): PySyntaxErrorInfo | null {
  const rule = rules()[start]!;
  try {
    try {
      if (rule(run) !== FAIL) return null;
    } catch (e) {
      if ((e instanceof Raised || e instanceof RaisedByLexer) && incomplete(e instanceof RaisedByLexer)) return incompleteInput(run);
      throw e;
    }
    if (incomplete(false)) return incompleteInput(run);
    const stopped = run.fetched();
    run.again();
    rule(run);
    run.raiseGeneric(stopped);
  } catch (e) {
    if (e instanceof RaisedByLexer) return e.error;
    if (!(e instanceof Raised)) throw e;
    if (run.options.interactive === true || (e.error.kind === 'IndentationError' && /^unexpected (?:un)?indent/.test(e.error.message))) return e.error;
    return run.laterLexicalError() ?? e.error;
  }
}

function incompleteInput(run: DiagnosticRun): PySyntaxErrorInfo {
  return raisedBy(() => run.raiseHere('incomplete input'));
}

/** Reads the expression of an f-string's field; throws what is wrong with it. */
export function diagnoseField(source: string, origin: FieldOrigin, outer: DiagnosticRun): void {
  const text = `(${source})\n`;
  const lexed = tokenize(text, { mode: 'exec', wholeStrings: true });
  const run = new DiagnosticRun(text, lexed, { ...outer.options, field: origin });
  const error = explain(run, 'fstring', () => false);
  if (error !== null) throw new Raised(error);
}
