/** What can stand where a part of a pattern and all that follows it matches: what generated code needs no choices for. */
import { disjoint, wordLow, type CharTest } from './charset.js';
import type { Node } from './tree.js';

/** About a part and what follows it. */
export interface Info {
  /** The characters that a match of it can begin with. */
  readonly low: Uint8Array;
  readonly kinds: string;
  /** It may match whatever comes next. */
  readonly any: boolean;
  /** It may match at the end of the text. */
  readonly end: boolean;
  /** It matches in any case. */
  readonly infallible: boolean;
  /** It matches where the next character is one that it can begin with. */
  readonly sure: boolean;
}

const NONE = new Uint8Array(256);
const NEWLINE = Uint8Array.from({ length: 256 }, (_, c) => (c === 10 ? 1 : 0));

export const ALWAYS: Info = { low: NONE, kinds: '', any: true, end: true, infallible: true, sure: true };
/** The end of a pattern whose match may be refused there. */
export const PERHAPS: Info = { ...ALWAYS, infallible: false, sure: false };

export function union(a: Info, b: Info, infallible: boolean, sure: boolean): Info {
  let kinds = a.kinds;
  for (const k of b.kinds) if (!kinds.includes(k)) kinds += k;
  return { low: a.low.map((x, c) => x | b.low[c]!), kinds, any: a.any || b.any, end: a.end || b.end, infallible, sure };
}

/** What follows a repeated body: once more the body, or `after`. */
export function afterBody(n: Extract<Node, { kind: 'repeat' }>, after: Info): Info {
  const again = info(n.body, PERHAPS);
  return union(again, after, after.infallible && n.lo <= 1 && n.body.min > 0, false);
}

/** `n` with `after` behind it. */
export function info(n: Node, after: Info): Info {
  switch (n.kind) {
    case 'test':
      return { low: n.test.low, kinds: n.test.kinds, any: false, end: false, infallible: false, sure: after.infallible };
    case 'mark':
      return after;
    case 'at':
      if (n.what < 5 || n.what > 7) return { ...after, infallible: false, sure: false };
      return { low: n.what === 7 ? NONE : NEWLINE, kinds: '', any: false, end: true, infallible: false, sure: false };
    case 'seq': {
      let k = after;
      for (let i = n.parts.length - 1; i >= 0; i--) k = info(n.parts[i]!, k);
      return k;
    }
    case 'alt': {
      const all = n.parts.map((p) => info(p, after));
      return all.reduce((a, b) => union(a, b, a.infallible || b.infallible, a.sure && b.sure));
    }
    case 'one': {
      const own: Info = { low: n.test.low, kinds: n.test.kinds, any: false, end: false, infallible: false, sure: n.lo === 1 && n.mode !== 1 && after.infallible };
      if (n.lo > 0) return n.lo === 1 && n.mode === 1 ? { ...own, sure: after.infallible } : own;
      return union(own, after, after.infallible, after.infallible);
    }
    case 'repeat': {
      const first = info(n.body, n.body.min > 0 ? afterBody(n, after) : PERHAPS);
      if (n.body.min === 0) return { ...first, any: true, end: true, infallible: false, sure: false };
      if (n.lo > 0) return { ...first, infallible: false, sure: n.lo === 1 && first.sure };
      return union(first, after, after.infallible, after.infallible);
    }
    case 'atomic': {
      const own = info(n.body, ALWAYS);
      if (n.body.min > 0) return { ...own, infallible: false, sure: own.sure && after.infallible };
      return { ...own, any: true, end: true, infallible: own.infallible && after.infallible, sure: false };
    }
    case 'cond': {
      const a = info(n.yes, after);
      const b = info(n.no, after);
      return union(a, b, a.infallible && b.infallible, false);
    }
    case 'ref':
    case 'look':
      return { ...after, any: true, end: true, infallible: false, sure: false };
    case 'fail':
      return { low: NONE, kinds: '', any: false, end: false, infallible: false, sure: false };
  }
}

/** Whether one of the two cannot match where the other does. */
export const apart = (a: Info, b: Info): boolean => !a.any && !b.any && !(a.end && b.end) && disjoint(a, b);

/** The tests that a part begins with, one for each character. */
function leading(n: Node, out: CharTest[]): boolean {
  switch (n.kind) {
    case 'test':
      out.push(n.test);
      return true;
    case 'mark':
      return true;
    case 'seq':
      return n.parts.every((p) => leading(p, out));
    case 'one':
      for (let i = 0; i < n.lo && i < 16; i++) out.push(n.test);
      return n.lo === n.hi && n.lo <= 16;
    default:
      return false;
  }
}

/** Whether two alternatives take different characters at a place that both look at. */
export function differ(a: Node, b: Node): boolean {
  const x: CharTest[] = [];
  const y: CharTest[] = [];
  leading(a, x);
  leading(b, y);
  for (let i = 0; i < x.length && i < y.length; i++) if (disjoint(x[i]!, y[i]!)) return true;
  return false;
}

/** Whether `next` is a word boundary that a run of `test` has at its longest or nowhere. */
export function endsWord(test: CharTest, next: Node | undefined): boolean {
  if (next?.kind !== 'at' || (next.what !== 3 && next.what !== 8 && next.what !== 10)) return false;
  const ascii = next.what !== 10;
  for (const k of test.kinds) if (ascii || (k !== 'w' && k !== 'd')) return false;
  const word = wordLow(ascii);
  return test.low.every((x, c) => x === 0 || word[c] === 1);
}
