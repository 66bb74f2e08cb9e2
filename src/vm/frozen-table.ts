/** Tables of text in the frozen library (scripts/build.mjs, `freezeTable`): read when something is first asked of one. */
import { decodeCode } from '../bytecode/serialize.js';
import type { Host } from '../host.js';

const tables = new WeakMap<Host, Map<string, ReadonlyMap<string, string>>>();

/** The rows of `name`, which are keys and values in turn; none where the host has no library. */
export function frozenTable(host: Host, name: string): ReadonlyMap<string, string> {
  let known = tables.get(host);
  if (known === undefined) tables.set(host, (known = new Map()));
  let rows = known.get(name) as Map<string, string> | undefined;
  if (rows !== undefined) return rows;
  rows = new Map();
  const frozen = host.frozenModule?.(name) ?? null;
  if (frozen !== null) {
    const { consts } = decodeCode(frozen.code, true);
    for (let i = 1; i + 1 < consts.length; i += 2) rows.set(consts[i] as string, consts[i + 1] as string);
  }
  known.set(name, rows);
  return rows;
}
