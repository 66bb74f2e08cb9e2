/** What a REPL asks before it runs a line: is this all, or does the user want to go on? */
import { findError } from './diagnose/diagnose.js';
import { normalizeNewlines } from './source-text.js';

/**
 * What `codeop.compile_command` decides: true if the text is the beginning of a statement that more
 * lines could complete; false if it is complete, or wrong whatever follows (then `parse` says why).
 */
export function isIncompleteInput(source: string, mode: 'single' | 'exec' | 'eval' = 'single'): boolean {
  if (source.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return mode === 'eval';
  // A block is complete only with an empty line after it: here its end is not implied.
  const find = (text: string): string | null => findError(normalizeNewlines(text, mode === 'exec'), { mode, filename: '<input>', allowIncomplete: true })?.message ?? null;
  if (find(source) === null) return false;
  const error = find(source + '\n');
  return error === null || error.includes('incomplete input');
}

/** Whether a text that is incomplete ends inside of brackets, of a string or behind a backslash, so that more of the same statement must follow. */
export function isOpenInput(source: string): boolean {
  const error = findError(normalizeNewlines(`${source}\n`, false), { mode: 'single', filename: '<input>' })?.message ?? '';
  return /was never closed|^unterminated triple-quoted|: expecting '}'/.test(error);
}
