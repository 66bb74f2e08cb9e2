/**
 * What the grammar decides by. Every place with a choice (an OR, an OPTION, a MANY) has a row: for the kind of the next
 * token the alternatives that may begin with it, by their places. Chevrotain finds this out by running the grammar's
 * rules once over ("recording") and computing first sets, which takes 15 to 20 ms in a fresh process, so the build does
 * it (`src/parser/analyse.ts`) and a parser starts with the rows (`src/parser/generated/decisions.ts`).
 */
import { T } from '../tokens.js';

/** One alternative; several in order, of which the first that its GATE lets through is taken; none. */
export type Choice = number | readonly number[] | undefined;

/** Rows by Chevrotain's key of a look-ahead function (engine.ts), each by kind of token. */
export type Decisions = ReadonlyMap<number, readonly Choice[]>;

/** Chevrotain's look-ahead function, called as a method of the parser; with alternatives where one has a GATE. */
export type LookAhead = (this: unknown, alternatives?: unknown) => unknown;

/** As many alternatives as an OR may have here. */
const MOST = 64;

/** The rows of Chevrotain's look-ahead functions, by asking each what it makes of each kind of token. */
export function decisionsOf(functions: ReadonlyMap<number, LookAhead>): Decisions {
  const rows = new Map<number, Choice[]>();
  for (const [key, ahead] of functions) {
    const row: Choice[] = [];
    for (let kind: number = T.EOF; kind < T.LAST; kind++) {
      const parser = { LA_FAST: () => ({ tokenTypeIdx: kind }) };
      if (ahead.length === 0) {
        const answer = ahead.call(parser);
        row[kind] = typeof answer === 'number' ? answer : answer === true ? 0 : undefined;
        continue;
      }
      const open: number[] = [];
      for (let k = 0; k < MOST; k++) if (ahead.call(parser, Array.from({ length: MOST }, (_, i) => ({ GATE: () => i === k }))) === k) open.push(k);
      row[kind] = open.length === 0 ? undefined : open;
    }
    rows.set(key, row);
  }
  return rows;
}

const FIRST = 40;
const code = (n: number): string => String.fromCharCode(FIRST + n);

/** As text: of each row the key, then for each choice its alternatives and the kinds that make it, a character each; '!' marks alternatives with gates. */
export function writeDecisions(decisions: Decisions): string[][] {
  return [...decisions].map(([key, row]) => {
    const kinds = new Map<string, string>();
    row.forEach((choice, kind) => {
      if (choice === undefined) return;
      const alternatives = typeof choice === 'number' ? code(choice) : `!${choice.map(code).join('')}`;
      kinds.set(alternatives, (kinds.get(alternatives) ?? '') + code(kind));
    });
    return [String(key), ...[...kinds].flat()];
  });
}

/** What `writeDecisions` wrote. */
export function readDecisions(rows: readonly (readonly string[])[]): Decisions {
  const decisions = new Map<number, Choice[]>();
  const number = (text: string, i: number): number => text.charCodeAt(i) - FIRST;
  for (const row of rows) {
    const choices = new Array<Choice>(T.LAST).fill(undefined);
    for (let i = 1; i < row.length; i += 2) {
      const alternatives = row[i]!;
      const choice = alternatives.startsWith('!') ? Array.from(alternatives.slice(1), (c) => number(c, 0)) : number(alternatives, 0);
      for (let k = 0; k < row[i + 1]!.length; k++) choices[number(row[i + 1]!, k)] = choice;
    }
    decisions.set(Number(row[0]), choices);
  }
  return decisions;
}
