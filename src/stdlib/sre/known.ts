/**
 * Regular expressions of the library itself, compiled at build time (scripts/record-patterns.py): importing `textwrap`
 * need not run the parser and compiler of module re, which are Python. Keyed by content: what a row holds is what
 * `re._compiler` makes of that pattern and flags.
 */
import type { PyValue } from '../../objects/object.js';
import { PyBytes } from '../../objects/bytes.js';
import { PyDict } from '../../objects/dict.js';
import { asInt } from '../../objects/int.js';
import { frozenTable } from '../../vm/frozen-table.js';
import type { Host } from '../../host.js';
import { Pattern } from './pattern.js';

/** A row's JSON. */
type Row = [flags: number, groups: number, groupindex: Record<string, number>, code: number[]];

/** The compiled pattern, or null: it is none of the library's. */
export function knownPattern(host: Host, pattern: PyValue, flags: PyValue): Pattern | null {
  const f = asInt(flags);
  if (typeof f !== 'number') return null;
  let key: string;
  if (typeof pattern === 'string') key = `${f}s${pattern}`;
  else if (pattern instanceof PyBytes && pattern.v.length < 1000) key = `${f}b${String.fromCharCode(...pattern.v)}`;
  else return null;
  // Keys: flags as the caller gives them, `s` or `b`, the pattern.
  const row = frozenTable(host, '_sre.patterns').get(key);
  if (row === undefined) return null;
  const [all, groups, names, code] = JSON.parse(row) as Row;
  const groupindex = new PyDict();
  for (const [name, i] of Object.entries(names)) groupindex.setStr(name, i);
  return new Pattern(pattern, all, code, groups, groupindex);
}
