/** `from __future__ import ...`: which features, and down to which line they may stand. */
import { CO } from '../bytecode/code.js';
import type * as ast from '../parser/ast.js';
import { type Where, syntaxError } from './errors.js';

/** Bits by feature; features that are part of the language set none. */
const features: Readonly<Record<string, number>> = {
  nested_scopes: 0,
  generators: 0,
  division: 0,
  absolute_import: 0,
  with_statement: 0,
  print_function: 0,
  unicode_literals: 0,
  barry_as_FLUFL: CO.FUTURE_BARRY_AS_BDFL,
  generator_stop: CO.FUTURE_GENERATOR_STOP,
  annotations: CO.FUTURE_ANNOTATIONS,
};

export interface Future {
  flags: number;
  /** Line of the last one: a later one is an error. */
  line: number;
}

export function findFutures(mod: ast.ModNode, filename: string): Future {
  const future: Future = { flags: 0, line: -1 };
  if (mod._type !== 'Module' && mod._type !== 'Interactive') return future;
  let done = false;
  let previousLine = 0;
  for (const [i, s] of mod.body.entries()) {
    if (done && s.lineno > previousLine) return future;
    previousLine = s.lineno;
    if (s._type === 'ImportFrom' && s.module === '__future__' && (s.level ?? 0) === 0) {
      if (done) throw syntaxError('from __future__ imports must occur at the beginning of the file', filename, { ...startOf(s), col_offset: s.col_offset - 1 });
      for (const a of s.names) {
        if (a.name === 'braces') throw syntaxError('not a chance', filename, startOf(s), true);
        const bit = Object.hasOwn(features, a.name) ? features[a.name] : undefined;
        if (bit === undefined) throw syntaxError(`future feature ${a.name} is not defined`, filename, startOf(s), true);
        future.flags |= bit;
      }
      future.line = s.lineno;
    } else if (!(i === 0 && s._type === 'Expr' && s.value._type === 'Constant' && typeof s.value.value === 'string')) {
      done = true;
    }
  }
  return future;
}

/** CPython gives these errors no end. */
const startOf = (s: ast.StmtNode): Where => ({ lineno: s.lineno, col_offset: s.col_offset, end_lineno: s.lineno, end_col_offset: -1 });
