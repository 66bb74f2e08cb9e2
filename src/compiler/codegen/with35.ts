/**
 * `with (a, b):` is one manager to CPython 3.5, a tuple, and two to 3.9 and later. The tree does not
 * tell the parentheses; where 3.5's code is asked for, the source does.
 */
import type * as ast from '../../parser/ast.js';

/** The statement as 3.5 reads it; the statement itself if that makes no difference. */
export function withOf35<S extends ast.With | ast.AsyncWith>(s: S, lines: readonly string[]): S {
  const [first] = s.items;
  const last = s.items[s.items.length - 1];
  if (first === undefined || last === undefined || s.items.some((i) => i.optional_vars !== null)) return s;
  const start = first.context_expr;
  const end = last.context_expr;
  const before = gap(lines, s.lineno, s.col_offset, start.lineno, start.col_offset);
  let open = count(before, '(');
  const second = s.items[1]?.context_expr;
  if (second !== undefined) {
    open -= count(gap(lines, start.end_lineno, start.end_col_offset, second.lineno, second.col_offset).split(',')[0] as string, ')');
  } else {
    // One item: a tuple if a comma follows it inside the parentheses.
    const after = gap(lines, end.end_lineno, end.end_col_offset, end.end_lineno, Infinity, ':');
    const comma = after.indexOf(',');
    open = comma < 0 ? 0 : open - count(after.slice(0, comma), ')');
  }
  if (open <= 0) return s;
  const tuple: ast.Tuple = {
    _type: 'Tuple',
    elts: s.items.map((i) => i.context_expr),
    ctx: 'Load',
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
    ...(start.line35 === undefined ? {} : { line35: start.line35 }),
  };
  return { ...s, items: [{ _type: 'withitem', context_expr: tuple, optional_vars: null }] };
}

const count = (text: string, ch: string): number => text.split(ch).length - 1;

/** Text between two places (columns in UTF-8 bytes) without comments; there are no strings in it. */
function gap(lines: readonly string[], fromLine: number, fromCol: number, toLine: number, toCol: number, until = ''): string {
  let out = '';
  for (let n = fromLine; n <= (until === '' ? toLine : lines.length); n++) {
    const bytes = new TextEncoder().encode(lines[n - 1] ?? '');
    const part = bytes.subarray(n === fromLine ? fromCol : 0, n === toLine && until === '' ? toCol : undefined);
    out += new TextDecoder().decode(part).replace(/#.*/, '') + '\n';
    if (until !== '' && out.includes(until)) return out.slice(0, out.indexOf(until));
  }
  return out;
}
