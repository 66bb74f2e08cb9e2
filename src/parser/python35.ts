/**
 * `async` and `await` in Python 3.5: names, except inside `async def` (and `async` right before `def`). Source that
 * only 3.5 accepts can so be listed by `pyvm dis`; programs that run are 3.11's.
 */
import { T, Token } from './tokens.js';

const asName = (t: Token): Token => new Token(T.Name, t.image, t.startOffset, t.endOffset, t.lineno, t.col, t.endLineno, t.endCol);

/** Turns the two words into names where 3.5's tokenizer did. In place. */
export function asyncNames35(tokens: Token[]): void {
  /** Indentation of the `async def` lines we are inside of. */
  const open: number[] = [];
  let depth = 0;
  let lineStart = true;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    switch (t.tokenTypeIdx) {
      case T.Indent:
        depth++;
        continue;
      case T.Dedent:
        depth--;
        continue;
      case T.Newline:
        lineStart = true;
        continue;
      default:
        break;
    }
    if (lineStart) {
      // A logical line no deeper than an `async def` ends it.
      while (open.length > 0 && depth <= open[open.length - 1]!) open.pop();
      lineStart = false;
    }
    if (t.tokenTypeIdx === T.Async) {
      if (tokens[i + 1]?.tokenTypeIdx === T.Def) {
        open.push(depth);
      } else if (open.length === 0) tokens[i] = asName(t);
    } else if (t.tokenTypeIdx === T.Await && open.length === 0) tokens[i] = asName(t);
  }
}
