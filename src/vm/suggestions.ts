/**
 * "Did you mean": the name nearest to one that was not found, as CPython 3.11 proposes it when an uncaught
 * exception is printed (Python/suggestions.c: Levenshtein distance with cheaper case changes, at most 750 names).
 */
import { T, typeOf, type PyValue } from '../objects/object.js';
import { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import { PyDict } from '../objects/dict.js';
import { PyInstance, PyType } from '../objects/type.js';
import { asJS } from '../objects/str.js';
import type { PyFrame } from '../objects/frame.js';
import { pendingOf } from '../objects/shown.js';

const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a < '\x80' && a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Weighted edit distance, or more than `max` as soon as that is certain. */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  a = a.slice(start, endA);
  b = b.slice(start, endB);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return max + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > max) return max + 1;
  const row: number[] = [];
  for (let i = 0; i < a.length; i++) row.push((i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let distance = (result = j * MOVE_COST);
    let least = Infinity;
    for (let i = 0; i < a.length; i++) {
      const replace = distance + substitution(b[j]!, a[i]!);
      distance = row[i]!;
      result = Math.min(replace, Math.min(result, distance) + MOVE_COST);
      row[i] = result;
      if (result < least) least = result;
    }
    if (least > max) return max + 1;
  }
  return result;
}

/** A name as CPython compares it: a character per byte of UTF-8. */
const inBytes = (name: string): string => (/^[\x00-\x7f]*$/.test(name) ? name : String.fromCharCode(...new TextEncoder().encode(name)));

/** The best candidate near enough to `name`. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length >= MAX_CANDIDATES) return undefined;
  const wanted = inBytes(name);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const c of candidates) {
    if (c === name) continue;
    const candidate = inBytes(c);
    let max = Math.floor(((wanted.length + candidate.length + 3) * MOVE_COST) / 6);
    max = Math.min(max, bestDistance - 1);
    const d = editDistance(wanted, candidate, max);
    if (d > max) continue;
    if (best === undefined || d < bestDistance) {
      best = c;
      bestDistance = d;
    }
  }
  return best;
}

const keysOf = (d: PyDict): string[] => [...d.entries()].map(([k]) => asJS(k)).filter((k) => k !== undefined);

/** What dir() of an object gives when no Python code is needed; sorted, as dir() is. */
function attributeNames(o: PyValue): string[] {
  const names = new Set<string>();
  const addClass = (c: PyType): void => {
    for (const t of c.mro) for (const k of keysOf(t.dict)) names.add(k);
  };
  if (o instanceof PyType) addClass(o);
  else {
    if (o instanceof PyModule) return keysOf(o.dict).sort();
    if (o instanceof PyInstance) {
      if (o.dict !== null) for (const k of keysOf(o.dict)) names.add(k);
      else o.shape.names.slice(o.shape.nmembers).forEach((k) => names.add(k));
    } else if (typeof o === 'object' && o !== null && 'dict' in o && o.dict instanceof PyDict) for (const k of keysOf(o.dict)) names.add(k);
    addClass(typeOf(o));
  }
  return [...names].sort();
}

/** Names that are proposed for one not found in a frame: its variables (bound or not, free ones are not among them), globals, builtins. */
const frameNames = (f: PyFrame): (readonly string[])[] => [f.code.co.varnames, [...keysOf(f.globals), ...(pendingOf.get(f.globals)?.names() ?? [])], keysOf(f.builtins)];

/** `. Did you mean: 'x'?`, or ''. */
export function suggestionFor(e: PyBaseException): string {
  const hint = (s: string | undefined): string => (s === undefined ? '' : `. Did you mean: '${s}'?`);
  if (e.cls.isSubtype(T.AttributeError!)) {
    const name = asJS(e.field('name'));
    if (name === undefined || e.fields?.has('obj') !== true || e.fields.get('obj') === null) return '';
    return hint(nearest(name, attributeNames(e.field('obj'))));
  }
  if (e.cls.isSubtype(T.NameError!)) {
    const name = asJS(e.field('name'));
    let tb = e.traceback;
    if (name === undefined || tb === null) return '';
    while (tb.next !== null) tb = tb.next;
    const f = tb.frame;
    const [locals, globals, builtins] = frameNames(f);
    return hint(nearest(name, locals!) ?? nearest(name, globals!) ?? nearest(name, builtins!));
  }
  return '';
}
