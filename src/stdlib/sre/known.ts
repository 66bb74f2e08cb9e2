/**
 * Regular expressions of the library itself, compiled at build time (scripts/record-patterns.py): importing `textwrap`
 * need not run the parser and compiler of module re, which are Python. Keyed by content: what a row holds is what
 * `re._compiler` makes of that pattern and flags.
 */
import type { PyValue } from '../../objects/object.js';
import { PyBytes } from '../../objects/bytes.js';
import { PyDict } from '../../objects/dict.js';
import { asInt } from '../../objects/int.js';
import { decodeCode } from '../../bytecode/serialize.js';
import type { Host } from '../../host.js';
import { Pattern } from './pattern.js';

/** Rows by key: flags as the caller gives them, `s` or `b`, the pattern. */
type Table = ReadonlyMap<string, string>;
/** A row's JSON. */
type Row = [flags: number, groups: number, groupindex: Record<string, number>, code: number[]];

const tables = new WeakMap<Host, Table>();

function tableOf(host: Host): Table {
  let t = tables.get(host);
  if (t !== undefined) return t;
  const rows = new Map<string, string>();
  const frozen = host.frozenModule?.('_sre.patterns') ?? null;
  if (frozen !== null) {
    const { consts } = decodeCode(frozen.code, true);
    for (let i = 1; i + 1 < consts.length; i += 2) rows.set(consts[i] as string, consts[i + 1] as string);
  }
  tables.set(host, (t = rows));
  return t;
}

/** The compiled pattern, or null: it is none of the library's. */
export function knownPattern(host: Host, pattern: PyValue, flags: PyValue): Pattern | null {
  const f = asInt(flags);
  if (typeof f !== 'number') return null;
  let key: string;
  if (typeof pattern === 'string') key = `${f}s${pattern}`;
  else if (pattern instanceof PyBytes && pattern.v.length < 1000) key = `${f}b${String.fromCharCode(...pattern.v)}`;
  else return null;
  const row = tableOf(host).get(key);
  if (row === undefined) return null;
  const [all, groups, names, code] = JSON.parse(row) as Row;
  const groupindex = new PyDict();
  for (const [name, i] of Object.entries(names)) groupindex.setStr(name, i);
  return new Pattern(pattern, all, code, groups, groupindex);
}
