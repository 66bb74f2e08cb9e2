/**
 * Sort keys as numbers in the same order: strings, floats and tuples of such become their ranks among the others, so
 * that a typed array sorts them without calling anything.
 */
import { inChunks } from './chunks.js';
import { PyFloat, T, type PyValue } from './object.js';
import { PyTuple } from './tuple.js';

/** Numbers from 0 to `size` - 1, equal where the keys are. */
interface Ranks {
  readonly rank: Float64Array;
  readonly size: number;
}

/** Fewer keys than this are compared one by one. */
const FEW = 8;

/** Columns of tuples, at most. */
const WIDE = 6;

/** Ranks of keys that order natively; undefined: of other kinds, or of mixed ones. */
export function ranksOf(keys: readonly PyValue[]): Ranks | undefined {
  if (keys.length < FEW) return undefined;
  const first = keys[0];
  if (typeof first === 'string') return rankStrings(keys);
  if (first instanceof PyTuple) return rankTuples(keys);
  return typeof first === 'number' || typeof first === 'boolean' || first instanceof PyFloat ? rankNumbers(keys) : undefined;
}

function rankStrings(keys: readonly PyValue[]): Ranks | undefined {
  const ranks = new Map<string, number>();
  const strings = inChunks(keys.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const k = keys[i]!;
      if (typeof k !== 'string') return false;
      ranks.set(k, 0);
    }
    return true;
  });
  if (!strings) return undefined;
  const distinct = [...ranks.keys()].sort();
  inChunks(distinct.length, (from, to) => {
    for (let i = from; i < to; i++) ranks.set(distinct[i]!, i);
    return true;
  });
  const rank = new Float64Array(keys.length);
  inChunks(keys.length, (from, to) => {
    for (let i = from; i < to; i++) rank[i] = ranks.get(keys[i] as string)!;
    return true;
  });
  return { rank, size: distinct.length };
}

/** Ints and floats; a nan has no order. */
function rankNumbers(keys: readonly PyValue[]): Ranks | undefined {
  const n = keys.length;
  const values = new Float64Array(n);
  let min = Infinity;
  let max = -Infinity;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const k = keys[i]!;
    let v: number;
    if (typeof k === 'number') v = k;
    else if (typeof k === 'boolean') v = k ? 1 : 0;
    else if (k instanceof PyFloat && k.cls === T.float && k.v === k.v) {
      v = k.v;
      whole = false;
    } else return undefined;
    values[i] = v;
    if (v < min) min = v;
    if (v > max) max = v;
  }
  if (whole && max - min < 0x100000000) {
    for (let i = 0; i < n; i++) values[i]! -= min;
    return { rank: values, size: max - min + 1 };
  }
  return squeeze(values);
}

/** Ranks of numbers. */
function squeeze(values: Float64Array): Ranks {
  const sorted = values.slice().sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[size - 1]) sorted[size++] = sorted[i]!;
  const rank = new Float64Array(values.length);
  for (let i = 0; i < rank.length; i++) {
    const v = values[i]!;
    let lo = 0;
    let hi = size - 1;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (sorted[mid]! < v) lo = mid + 1;
      else hi = mid;
    }
    rank[i] = lo;
  }
  return { rank, size };
}

/** Tuples of one length: the ranks of their items, most significant first. */
function rankTuples(keys: readonly PyValue[]): Ranks | undefined {
  const width = (keys[0] as PyTuple).items.length;
  if (width === 0 || width > WIDE) return undefined;
  for (const k of keys) if (!(k instanceof PyTuple) || k.cls !== T.tuple || k.items.length !== width) return undefined;
  let all: Ranks | undefined;
  for (let i = 0; i < width; i++) {
    const column = keys.map((k) => (k as PyTuple).items[i]!);
    let one = column[0] instanceof PyTuple ? undefined : ranksOf(column);
    if (one === undefined) return undefined;
    if (all === undefined) {
      all = one;
      continue;
    }
    // Both sizes are at most the number of keys once they are squeezed.
    if (all.size * one.size * keys.length >= Number.MAX_SAFE_INTEGER) all = squeeze(all.rank);
    if (all.size * one.size * keys.length >= Number.MAX_SAFE_INTEGER) one = squeeze(one.rank);
    const { rank } = all;
    const { size } = one;
    if (all.size * size >= Number.MAX_SAFE_INTEGER) return undefined;
    for (let k = 0; k < rank.length; k++) rank[k] = rank[k]! * size + one.rank[k]!;
    all = { rank, size: all.size * size };
  }
  return all;
}

/** The order of ranked keys, stable: rank and place packed into one number each. undefined: they do not fit. */
export function orderOf(r: Ranks, reverse: boolean): number[] | undefined {
  const n = r.rank.length;
  let { rank, size } = r;
  if (!(size * n < Number.MAX_SAFE_INTEGER)) ({ rank, size } = squeeze(rank));
  if (!(size * n < Number.MAX_SAFE_INTEGER)) return undefined;
  const packed = new Float64Array(n);
  for (let i = 0; i < n; i++) packed[i] = (reverse ? size - 1 - rank[i]! : rank[i]!) * n + i;
  packed.sort();
  const order = new Array<number>(n);
  for (let i = 0; i < n; i++) order[i] = packed[i]! % n;
  return order;
}
