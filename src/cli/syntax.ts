/** A syntax error on its own (dis, ast): as python3 prints it, without a traceback. */
import type { PySyntaxErrorInfo } from '../parser/syntax-error.js';

export function reportSyntaxError(e: PySyntaxErrorInfo): never {
  let s = e.lineno === null ? '' : `  File "${e.filename}", line ${e.lineno}\n`;
  if (e.text !== null && e.lineno !== null) {
    const line = e.text.replace(/\n$/, '');
    const shown = line.trimStart();
    s += `    ${shown}\n`;
    if (e.offset !== null && e.offset > 0) {
      const from = e.offset - 1 - (line.length - shown.length);
      const end = e.endLineno === e.lineno && e.endOffset !== null && e.endOffset > e.offset ? e.endOffset : e.endLineno !== null && e.endLineno > e.lineno ? line.length + 1 : e.offset + 1;
      if (from >= 0) s += `    ${' '.repeat(from)}${'^'.repeat(Math.max(1, end - e.offset))}\n`;
    }
  }
  process.stderr.write(`${s}${e.kind}: ${e.message}\n`);
  process.exit(1);
}
