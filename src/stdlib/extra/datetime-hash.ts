/** Dates, times and timedeltas as keys of dicts and sets, and their hashes, which are those of datetime.py. */
import type { PyValue } from '../../objects/object.js';
import { PyBytes } from '../../objects/bytes.js';
import { nativeHash } from '../../objects/hash.js';
import type { Int } from '../../objects/int.js';
import { PyTuple } from '../../objects/tuple.js';
import type { PyInstance } from '../../objects/type.js';
import { normalize, ordinal } from './datetime-fields.js';
import type { Classes, Fields } from './datetime-objects.js';

function mixed(values: readonly number[]): number {
  let h = values.length;
  for (const v of values) h = Math.imul(h ^ v, 0x9e3779b1) ^ (h >>> 15);
  return h | 0;
}

const bytes = (v: readonly number[]): PyBytes => new PyBytes(Uint8Array.from(v));
const dateBytes = (f: readonly number[]): number[] => [f[0]! >> 8, f[0]! & 255, f[1]!, f[2]!];
const clockBytes = (f: readonly number[]): number[] => [f[0]!, f[1]!, f[2]!, f[3]! >> 16, (f[3]! >> 8) & 255, f[3]! & 255];

export function installHashes(k: Classes): void {
  const { deltas, dates, stamps, times } = k;
  /** An aware datetime in UTC, as a timedelta's fields. */
  const inUtc = (v: PyInstance, offset: PyInstance): [number, number, number] => {
    const [y, m, d, h, min, s, us] = stamps.all(v) as [number, number, number, number, number, number, number];
    return normalize(ordinal(y, m, d) - deltas.get(offset, 0), h * 3600 + min * 60 + s - deltas.get(offset, 1), us - deltas.get(offset, 2));
  };
  /** What tells two datetimes apart; undefined: their zone is Python's matter. */
  const place = (v: PyInstance): readonly number[] | undefined => {
    const tz = stamps.zone(v);
    if (tz === null) return stamps.all(v);
    const offset = k.fixed(tz);
    return offset === undefined ? undefined : inUtc(v, offset);
  };
  const equal = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);
  const simple = (of: Fields, ok: (v: PyInstance) => boolean, pyHash: (f: readonly number[]) => Int, ordered: boolean) => ({
    hash: (v: PyInstance) => (ok(v) ? mixed(of.all(v)) : undefined),
    same: (a: PyInstance, b: PyInstance) => ok(a) && ok(b) && of.compare(a, b) === 0,
    pyHash: (v: PyInstance) => pyHash(of.all(v)),
    ordered: () => ordered,
  });
  const tupleHash = (v: readonly PyValue[]): Int => nativeHash(new PyTuple([...v]));
  const stampHash = (p: readonly number[]): Int => (p.length === 3 ? tupleHash(p) : nativeHash(bytes([...dateBytes(p), ...clockBytes(p.slice(3))])));
  deltas.cls.structKey = simple(deltas, () => true, tupleHash, true);
  dates.cls.structKey = simple(dates, () => true, (f) => tupleHash([bytes(dateBytes(f))]), false);
  times.cls.structKey = simple(times, (v) => times.zone(v) === null, (f) => nativeHash(bytes(clockBytes(f))), false);
  stamps.cls.structKey = {
    hash: (v: PyInstance) => {
      const p = place(v);
      return p === undefined ? undefined : mixed(p);
    },
    same: (a: PyInstance, b: PyInstance) => {
      const p = place(a);
      const q = place(b);
      return p !== undefined && q !== undefined && equal(p, q);
    },
    pyHash: (v: PyInstance) => stampHash(place(v)!),
    ordered: (v: PyInstance) => stamps.zone(v) !== null,
  };
  for (const of of [deltas, dates, times, stamps]) {
    k.over(of.cls, '__hash__', 'self, /', (v) => {
      const { structKey } = of.cls;
      return of.is(v) && structKey!.hash(v) !== undefined ? structKey!.pyHash(v) : undefined;
    });
  }
}
