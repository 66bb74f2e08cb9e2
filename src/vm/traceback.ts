/** Tracebacks as CPython 3.11 prints them: chained exceptions, source lines, `^^^^` markers, groups, notes, hints. */
import { T, type PyValue, type VM } from '../objects/object.js';
import { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import { PyTraceback } from '../objects/traceback.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { asJS, asStr, jsStr } from '../objects/str.js';
import { reprSync, strSync } from '../objects/convert.js';
import type { PyType } from '../objects/type.js';
import { suggestionFor } from './suggestions.js';
import type { Machine } from './machine.js';

/** `module.QualName` of an exception class as the last line shows it. */
function className(cls: PyType): string {
  const mod = cls.dict.getStr('__module__');
  const m = mod === undefined ? 'builtins' : asJS(mod);
  if (m === undefined) return `<unknown>.${cls.qualname}`;
  return m === 'builtins' || m === '__main__' ? cls.qualname : `${m}.${cls.qualname}`;
}

export function formatException(machine: Machine, e: PyBaseException): string {
  void T;
  const out: string[] = [];
  chain(machine, e, out, new Set());
  return out.join('');
}

/** An exception as sys.unraisablehook shows it: itself alone, also of a group, and without notes. */
export function formatUnraisable(machine: Machine, e: PyBaseException): string {
  return `${formatTraceback(machine, e.traceback)}${className(e.cls)}: ${safeStr(machine.thread as VM, e)}\n`;
}

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

function chain(machine: Machine, e: PyBaseException, out: string[], seen: Set<PyBaseException>): void {
  const links: [PyBaseException, string][] = [];
  for (let x: PyBaseException | null = e; x !== null; ) {
    seen.add(x);
    let nextOne: PyBaseException | null = null;
    if (x.cause !== null && !seen.has(x.cause)) {
      nextOne = x.cause;
      links.push([x, CAUSE]);
    } else if (x.cause === null && x.context !== null && !x.suppressContext && !seen.has(x.context)) {
      nextOne = x.context;
      links.push([x, CONTEXT]);
    } else links.push([x, '']);
    x = nextOne;
  }
  for (let i = links.length - 1; i >= 0; i--) {
    out.push(one(machine, links[i]![0]));
    if (i > 0) out.push(links[i - 1]![1]);
  }
}

function one(machine: Machine, e: PyBaseException): string {
  if (e.cls.isSubtype(T.BaseExceptionGroup!)) return group(machine, e, { depth: 0, needClose: false });
  let s = '';
  s += formatTraceback(machine, e.traceback);
  return s + lastLines(machine, e);
}

/** Where the printing of nested groups stands (traceback.py's _ExceptionPrintContext). */
interface GroupContext {
  depth: number;
  needClose: boolean;
}

/** At most this many members of a group are shown, and this many levels of groups. */
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

const indented = (text: string, prefix: string): string => text.replace(/^(?=.)/gm, prefix).replace(/^$(?=\n)/gm, prefix.trimEnd() === '' ? '' : prefix);

/** A group with its members, boxed in `+-+` and `|`. */
function group(machine: Machine, e: PyBaseException, c: GroupContext): string {
  const top = c.depth === 0;
  if (top) c.depth = 1;
  const margin = (d: number, withBar = true): string => ' '.repeat(2 * d) + (withBar ? '| ' : '');
  let s = '';
  const trace = formatTraceback(machine, e.traceback, '');
  if (trace !== '') s += `${top ? '  + ' : margin(c.depth)}Exception Group Traceback (most recent call last):\n${indented(trace, margin(c.depth))}`;
  s += indented(lastLines(machine, e), margin(c.depth));
  const members = e.field('exceptions');
  const items = members instanceof PyTuple ? members.items : [];
  const n = Math.min(items.length, MAX_GROUP_WIDTH);
  c.needClose = false;
  for (let i = 0; i < n; i++) {
    const last = i === n - 1;
    if (last) c.needClose = true;
    const title = items.length > MAX_GROUP_WIDTH && i === MAX_GROUP_WIDTH ? '...' : String(i + 1);
    s += `${' '.repeat(2 * c.depth)}${i === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`;
    c.depth++;
    const m = items[i] as PyBaseException;
    if (c.depth - 1 > MAX_GROUP_DEPTH) s += `${margin(c.depth)}... (max_group_depth is ${MAX_GROUP_DEPTH})\n`;
    else s += member(machine, m, c);
    if (last && items.length > MAX_GROUP_WIDTH) {
      s += `${' '.repeat(2 * (c.depth - 1))}  +---------------- ... ----------------\n${margin(c.depth)}and ${items.length - MAX_GROUP_WIDTH} more exception${items.length - MAX_GROUP_WIDTH === 1 ? '' : 's'}\n`;
    }
    if (last && c.needClose) {
      s += `${' '.repeat(2 * c.depth)}+------------------------------------\n`;
      c.needClose = false;
    }
    c.depth--;
  }
  if (top) c.depth = 0;
  return s;
}

/** A member of a group, with the exceptions it was chained to. */
function member(machine: Machine, e: PyBaseException, c: GroupContext): string {
  const prefix = `${' '.repeat(2 * c.depth)}| `;
  let s = '';
  const before = e.cause ?? (e.suppressContext ? null : e.context);
  if (before !== null) s += member(machine, before, c) + indented(e.cause !== null ? CAUSE : CONTEXT, prefix);
  if (e.cls.isSubtype(T.BaseExceptionGroup!)) return s + group(machine, e, c);
  const text = formatTraceback(machine, e.traceback) + lastLines(machine, e);
  return s + indented(text, prefix);
}

/** Source of a file, line by line, from the host or what was compiled. */
function sourceLine(machine: Machine, file: string, line: number): string | null {
  const lines = machine.sourceLines(file);
  return lines === null ? null : (lines[line - 1] ?? null);
}

/** How many frames are shown, the innermost ones (PyTraceBack_LIMIT). */
const MAX_FRAMES = 1000;

/** `sys.tracebacklimit` where it is an int. */
function frameLimit(machine: Machine): number {
  const sys = machine.modules.getStr('sys');
  const limit = sys instanceof PyModule ? sys.dict.getStr('tracebacklimit') : undefined;
  return typeof limit === 'number' || typeof limit === 'bigint' || typeof limit === 'boolean' ? Number(limit) : MAX_FRAMES;
}

function formatTraceback(machine: Machine, tb: PyTraceback | null, head = 'Traceback (most recent call last):\n'): string {
  const limit = frameLimit(machine);
  if (tb === null || limit <= 0) return '';
  let depth = 0;
  for (let t: PyTraceback | null = tb; t !== null; t = t.next) depth++;
  for (; depth > limit; depth--) tb = tb!.next;
  let out = head;
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (count > 3) out += `  [Previous line repeated ${count - 3} more time${count - 3 === 1 ? '' : 's'}]\n`;
  };
  for (let t: PyTraceback | null = tb; t !== null; t = t.next) {
    const key = `${t.frame.code.co.filename}:${t.lineno}:${t.frame.code.co.name}`;
    if (key !== last) {
      flush();
      last = key;
      count = 0;
    }
    count++;
    if (count <= 3) out += entry(machine, t);
  }
  flush();
  return out;
}

function entry(machine: Machine, t: PyTraceback): string {
  const { co } = t.frame.code;
  let s = `  File "${co.filename}", line ${t.lineno}, in ${co.name}\n`;
  const line = sourceLine(machine, co.filename, t.lineno);
  if (line === null) return s;
  // CPython's C code leaves what is behind the text.
  const text = line.trimStart();
  if (text === '') return s;
  s += `    ${text}\n`;
  const marks = carets(machine, t, line);
  if (marks !== '') s += `    ${marks}\n`;
  return s;
}

/** The row of positions an instruction has: line, end line, column, end column (UTF-8 bytes). */
function position(t: PyTraceback): [number, number, number, number] | null {
  const p = t.frame.code.co.positions;
  let at = -1;
  for (let i = 0; i < p.length && p[i]! <= t.lasti; i += 5) at = i;
  if (at < 0) return null;
  return [p[at + 1]!, p[at + 2]!, p[at + 3]!, p[at + 4]!];
}

const utf8 = new TextEncoder();

/** UTF-8 byte offset to UTF-16 index. */
function byteToIndex(line: string, bytes: number): number {
  if (/^[\x00-\x7f]*$/.test(line)) return Math.min(bytes, line.length);
  const all = utf8.encode(line);
  return new TextDecoder().decode(all.slice(0, bytes)).length;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Places the text takes on a terminal: East Asian wide characters take two. */
function cells(text: string): number {
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  let n = 0;
  for (const ch of text) n += WIDE.test(ch) ? 2 : 1;
  return n;
}

/** The `^^^^` line under a source line: which part of it raised; '' when it is all of it. */
function carets(machine: Machine, t: PyTraceback, line: string): string {
  const pos = position(t);
  if (pos === null || pos[2] < 0 || pos[3] < 0 || pos[0] !== t.lineno) return '';
  const stripped = line.trimStart();
  const indent = line.length - line.trimStart().length;
  const start = byteToIndex(line, pos[2]);
  const end = pos[1] === pos[0] ? byteToIndex(line, pos[3]) : line.trimEnd().length;
  const from = start - indent;
  const to = end - indent;
  if (from < 0 || to <= from) return '';
  // Operators and subscripts are singled out: ~~^~~. Markers that would cover the whole line are left out.
  const anchor = pos[1] === pos[0] ? (machine.options.anchors?.(line.slice(start, end)) ?? null) : null;
  if (anchor === null && from === 0 && to - from === stripped.length) return '';
  const margin = ' '.repeat(cells(stripped.slice(0, from)));
  const segment = line.slice(start, end);
  const width = cells(segment);
  if (anchor === null) return margin + '^'.repeat(width);
  const [a, b] = anchor.map((i) => cells(segment.slice(0, i))) as [number, number];
  return margin + '~'.repeat(a) + '^'.repeat(b - a) + '~'.repeat(Math.max(0, width - b));
}

function lastLines(machine: Machine, e: PyBaseException): string {
  const vm = machine.thread as VM;
  let s = '';
  const name = className(e.cls);
  const located = e.cls.isSubtype(T.SyntaxError!) && e.fields !== null && e.field('msg') !== null;
  // Without a line number CPython shows it like any exception.
  const placed = located && (e.field('lineno') !== null || e.field('filename') === null);
  if (placed) s += syntaxLines(e);
  const text = safeStr(vm, e);
  const syntax = e.cls.isSubtype(T.SyntaxError!) && (placed || !located);
  const shown = syntax ? (asJS(e.field('msg')) ?? text) : text;
  s += `${name}${shown === '' ? '' : `: ${shown}`}${syntax ? '' : suggestionFor(e)}\n`;
  const notes = e.dict?.getStr('__notes__');
  if (notes instanceof PyList || notes instanceof PyTuple) {
    for (const n of notes.items) {
      const t = asJS(n) ?? jsOrNull(strSync(vm, n)) ?? '<note str() failed>';
      for (const line of t.split('\n')) s += `${line}\n`;
    }
  } else if (notes !== undefined) s += `${jsOrNull(reprSync(vm, notes)) ?? ''}\n`;
  return s;
}

const jsOrNull = (s: ReturnType<typeof strSync>): string | null => (s === undefined ? null : jsStr(s));

/** `str(e)` when it needs no Python code; the machine renders others beforehand. */
function safeStr(vm: VM, e: PyBaseException): string {
  const cached = rendered.get(e);
  if (cached !== undefined) return cached;
  const m = e.cls.lookup('__str__');
  const r = m !== undefined && m !== null && typeof m === 'object' && 'def' in m ? (m as { def: { fn: (vm: VM, e: PyValue) => unknown } }).def.fn(vm, e) : undefined;
  const s = r === undefined ? undefined : asStr(r as PyValue);
  return s === undefined ? '<exception str() failed>' : jsStr(s);
}

/** Texts of exceptions whose `__str__` is Python code, worked out before formatting (see machine.renderException). */
export const rendered = new WeakMap<PyBaseException, string>();

function syntaxLines(e: PyBaseException): string {
  const file = asJS(e.field('filename')) ?? '<string>';
  const line = e.field('lineno');
  let s = '';
  if (typeof line === 'number') s += `  File "${file}", line ${line}\n`;
  const text = asJS(e.field('text'));
  if (text === undefined) return s;
  const noNewline = text.replace(/\n$/, '');
  const stripped = noNewline.replace(/^[ \t\f]+/, '');
  s += `    ${stripped.trimEnd() === '' ? stripped : stripped}\n`;
  const offset = e.field('offset');
  if (typeof offset !== 'number' || offset < 1) return s;
  const spaces = noNewline.length - stripped.length;
  let end = e.field('end_offset');
  const endLine = e.field('end_lineno');
  // Of subclasses (IndentationError) only the start is marked.
  if (typeof end !== 'number' || end === 0 || e.cls !== T.SyntaxError) end = offset;
  let endOffset = end as number;
  if (e.cls === T.SyntaxError && typeof endLine === 'number' && endLine !== line) endOffset = text.length;
  endOffset = Math.min(endOffset, utf8.encode(text).length + 1);
  if (endOffset === offset || endOffset === -1) endOffset = offset + 1;
  const colno = Math.min(offset - 1 - spaces, utf8.encode(stripped).length);
  const endColno = colno + (endOffset > offset ? endOffset - offset : 1);
  if (colno >= 0) {
    const lead = Array.from(stripped.slice(0, colno), (c) => (/\s/.test(c) ? c : ' ')).join('');
    s += `    ${lead}${' '.repeat(Math.max(0, colno - lead.length))}${'^'.repeat(Math.max(1, endColno - colno))}\n`;
  }
  return s;
}
