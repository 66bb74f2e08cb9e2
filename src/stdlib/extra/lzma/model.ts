/** LZMA's model: the probabilities both coder and decoder adapt, and the states that remember the last symbols (LZMA specification by I. Pavlov). */

export interface Properties {
  lc: number;
  lp: number;
  pb: number;
}

/** A probability that nothing is known of. */
const HALF = 1024;

const probabilities = (n: number): Uint16Array => new Uint16Array(n).fill(HALF);

/** Lengths: a choice of three trees, two of them by position. */
export class LengthModel {
  readonly choice = probabilities(2);
  readonly low = probabilities(16 * 8);
  readonly mid = probabilities(16 * 8);
  readonly high = probabilities(256);
}

export class Model {
  readonly literal: Uint16Array;
  readonly isMatch = probabilities(12 * 16);
  readonly isRep = probabilities(12);
  readonly isRepG0 = probabilities(12);
  readonly isRepG1 = probabilities(12);
  readonly isRepG2 = probabilities(12);
  readonly isRep0Long = probabilities(12 * 16);
  readonly slot = probabilities(4 * 64);
  readonly special = probabilities(128);
  readonly align = probabilities(16);
  readonly lengths = new LengthModel();
  readonly repLengths = new LengthModel();
  state = 0;
  rep0 = 0;
  rep1 = 0;
  rep2 = 0;
  rep3 = 0;
  constructor(readonly p: Properties) {
    this.literal = probabilities(0x300 << (p.lc + p.lp));
  }

  /** Where the probabilities of a literal begin: by its position and the byte before. */
  literalAt(pos: number, before: number): number {
    const { lc, lp } = this.p;
    return 0x300 * (((pos & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
  }
}

export const afterLiteral = (s: number): number => (s < 4 ? 0 : s < 10 ? s - 3 : s - 6);
export const afterMatch = (s: number): number => (s < 7 ? 7 : 10);
export const afterRep = (s: number): number => (s < 7 ? 8 : 11);
export const afterShortRep = (s: number): number => (s < 7 ? 9 : 11);

/** `lc`, `lp` and `pb` from their byte; null: none. */
export function propertiesOf(byte: number): Properties | null {
  if (byte >= 225) return null;
  return { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
}
export const propertiesByte = (p: Properties): number => (p.pb * 5 + p.lp) * 9 + p.lc;
