/** `pyvm ast`: `ast.dump(ast.parse(...), include_attributes=True, indent=1)`. */
import { dumpAst, parse } from '../parser/parse.js';
import { PySyntaxErrorInfo } from '../parser/syntax-error.js';
import { sourceFromArgs } from './source.js';
import { reportSyntaxError } from './syntax.js';

export function ast(argv: string[], lookupName?: (name: string) => string | null): void {
  const { text, filename } = sourceFromArgs(argv);
  try {
    process.stdout.write(`${dumpAst(parse(text, { filename, lookupName }), { includeAttributes: true, indent: 1 })}\n`);
  } catch (e) {
    if (e instanceof PySyntaxErrorInfo) reportSyntaxError(e);
    throw e;
  }
}
