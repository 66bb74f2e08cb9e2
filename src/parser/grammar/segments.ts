/**
 * Texts nested deeper than the stack should bear.
 *
 * Python allows 200 brackets in one another, and a host may call the parser with little of its stack left. So
 * a primary within `DEEPEST` others is not read where it stands: the run skips it by its brackets, which makes
 * the run a first look, and when it has ended (well or not, as the stand-ins may be wrong where they are) the
 * skipped ones are read with the stack empty, each in the same way, and the run is made again with their nodes
 * at hand. Every token is so read about twice, and only in texts that are nested so deeply.
 */
import type { ExprNode } from '../ast.js';
import { T, type Token } from '../tokens.js';
import { PARSE_FAILED } from './engine.js';

/** Primaries that may stand in one another in one run (about 5 KB of stack each). */
export const DEEPEST = 32;

/** What reading a primary left behind. */
interface Segment {
  node: ExprNode;
  /** Index of its last token. */
  end: number;
  grouped: ExprNode | null;
  container: ExprNode | null;
}

/** Primaries read apart, by the index of their first token, and those still to be read. */
export class Segments {
  private readonly known = new Map<number, Segment>();
  private jobs: number[] = [0];
  private skipped: number[] = [];

  clear(): void {
    this.known.clear();
    this.jobs = [0];
    this.skipped = [];
  }

  /** The token to begin at; 0 stands for the whole text. */
  job(): number {
    return this.jobs.at(-1)!;
  }

  /** Whether the last run skipped anything. */
  get missing(): boolean {
    return this.skipped.length > 0;
  }

  /** What was skipped comes before the run that skipped it; the first in the text first, so that the first fault is found first. */
  later(): void {
    this.jobs.push(...this.skipped.reverse());
    this.skipped = [];
  }

  get(first: number): Segment | undefined {
    return this.known.get(first);
  }

  done(first: number, segment: Segment): void {
    this.known.set(first, segment);
    this.jobs.pop();
  }

  /** Notes the primary that begins at `first`; gives its last token, as far as brackets tell. */
  wanted(tokens: Token[], first: number): number {
    this.skipped.push(first);
    let last = closing(tokens, first);
    for (;;) {
      const kind = tokens[last + 1]?.tokenTypeIdx;
      if (kind === T.Dot) last += 2;
      else if (kind === T.LPar || kind === T.LSqb || kind === T.String || kind === T.FStringStart) last = closing(tokens, last + 1);
      else return last;
    }
  }
}

/** The token that closes the one at `at`, or `at` if it opens nothing. */
function closing(tokens: Token[], at: number): number {
  let open = 0;
  for (let i = at; i < tokens.length; i++) {
    const kind = tokens[i]!.tokenTypeIdx;
    if (kind === T.LPar || kind === T.LSqb || kind === T.LBrace || kind === T.FStringStart || kind === T.FStringLBrace) open++;
    else if (kind === T.RPar || kind === T.RSqb || kind === T.RBrace || kind === T.FStringEnd || kind === T.FStringRBrace) open--;
    if (open <= 0) return i;
  }
  throw PARSE_FAILED;
}
