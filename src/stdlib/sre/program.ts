/**
 * The compiled program of `re._compiler` translated for our matcher: flat instructions with absolute targets,
 * character sets as tables. CPython's program keeps relative skips inside a nest; here each instruction
 * says where to go on.
 */
import { InternalError } from '../../objects/errors.js';
import { inSet } from './charset.js';

/** Operators of the program that re/_constants.py (3.11) numbers. */
export enum Sre {
  FAILURE, SUCCESS, ANY, ANY_ALL, ASSERT, ASSERT_NOT, AT, BRANCH, CATEGORY, CHARSET, BIGCHARSET, GROUPREF, GROUPREF_EXISTS, IN, INFO, JUMP,
  LITERAL, MARK, MAX_UNTIL, MIN_UNTIL, NOT_LITERAL, NEGATE, RANGE, REPEAT, REPEAT_ONE, SUBPATTERN, MIN_REPEAT_ONE, ATOMIC_GROUP,
  POSSESSIVE_REPEAT, POSSESSIVE_REPEAT_ONE, GROUPREF_IGNORE, IN_IGNORE, LITERAL_IGNORE, NOT_LITERAL_IGNORE, GROUPREF_LOC_IGNORE,
  IN_LOC_IGNORE, LITERAL_LOC_IGNORE, NOT_LITERAL_LOC_IGNORE, GROUPREF_UNI_IGNORE, IN_UNI_IGNORE, LITERAL_UNI_IGNORE,
  NOT_LITERAL_UNI_IGNORE, RANGE_UNI_IGNORE,
}

/** Our instructions; operands follow in `ops`. */
export enum I {
  /** FAIL */
  FAIL,
  /** MATCH: the whole pattern (or a sub-program) matched. */
  MATCH,
  END,
  /** one of TEST: kind, value */
  CHAR,
  NOT_CHAR,
  ANY,
  ANY_ALL,
  SET,
  AT,
  /** other */
  SPLIT,
  JUMP,
  MARK,
  /** mode min max test next: repeats one test; mode 0 greedy, 1 lazy, 2 possessive */
  ONE,
  REP,
  UNTIL_MAX,
  UNTIL_MIN,
  MORE,
  REF,
  COND,
  LOOK,
  ATOMIC,
}

/** How a character is folded before a test: not, ASCII, Unicode. */
export type Fold = 0 | 1 | 2;

export const MAXREPEAT = 4294967295;

export interface CharSet {
  readonly low: Uint8Array;
  readonly code: readonly number[];
  readonly at: number;
}

export enum Anchor {
  NONE,
  TEXT,
  LINE,
}

export interface Program {
  readonly ops: readonly number[];
  readonly sets: readonly CharSet[];
  /** Number of counted repeats. */
  readonly repeats: number;
  /** Shortest match. */
  readonly min: number;
  /** A literal start of every match, or null; as text where its characters are units; whether it is all of the pattern. */
  readonly prefix: readonly number[] | null;
  readonly prefixText: string | null;
  readonly literal: boolean;
  /** Where a match can begin: anywhere, only at the text's start, or at the start of a line. */
  readonly anchor: Anchor;
  /** Set every match starts in. */
  readonly first: CharSet | null;
}

/** What every match begins with, as far as its first instruction tells. */
function anchorOf(ops: readonly number[]): Anchor {
  let i = 0;
  while (ops[i] === I.MARK) i += 2;
  if (ops[i] !== I.AT) return Anchor.NONE;
  const what = ops[i + 1];
  return what === 0 || what === 2 ? Anchor.TEXT : what === 1 ? Anchor.LINE : Anchor.NONE;
}

export function translate(code: readonly number[]): Program {
  const ops: number[] = [];
  const sets: CharSet[] = [];
  /** Source index to our index, and places to be filled in with a translated source index. */
  const where = new Map<number, number>();
  const fixups: [at: number, source: number][] = [];
  let repeats = 0;
  let min = 0;
  let prefix: number[] | null = null;
  let literal = false;
  let first: CharSet | null = null;

  const makeSet = (at: number): CharSet => {
    const s: CharSet = { low: new Uint8Array(256), code, at };
    for (let c = 0; c < 256; c++) s.low[c] = inSet(code, at, c) ? 1 : 0;
    return s;
  };
  const addSet = (at: number): number => sets.push(makeSet(at)) - 1;

  const body = (from: number, to: number): void => {
    let i = from;
    while (i < to) {
      where.set(i, ops.length);
      const op = code[i++]!;
      switch (op) {
        case Sre.FAILURE:
          ops.push(I.FAIL);
          break;
        case Sre.SUCCESS:
          ops.push(I.MATCH);
          break;
        case Sre.ANY:
          ops.push(I.ANY);
          break;
        case Sre.ANY_ALL:
          ops.push(I.ANY_ALL);
          break;
        case Sre.LITERAL:
          ops.push(I.CHAR, 0, code[i++]!);
          break;
        case Sre.NOT_LITERAL:
          ops.push(I.NOT_CHAR, 0, code[i++]!);
          break;
        case Sre.LITERAL_IGNORE:
        case Sre.LITERAL_LOC_IGNORE:
          ops.push(I.CHAR, 1, code[i++]!);
          break;
        case Sre.NOT_LITERAL_IGNORE:
        case Sre.NOT_LITERAL_LOC_IGNORE:
          ops.push(I.NOT_CHAR, 1, code[i++]!);
          break;
        case Sre.LITERAL_UNI_IGNORE:
          ops.push(I.CHAR, 2, code[i++]!);
          break;
        case Sre.NOT_LITERAL_UNI_IGNORE:
          ops.push(I.NOT_CHAR, 2, code[i++]!);
          break;
        case Sre.IN:
        case Sre.IN_IGNORE:
        case Sre.IN_LOC_IGNORE:
        case Sre.IN_UNI_IGNORE:
          ops.push(I.SET, op === Sre.IN ? 0 : op === Sre.IN_UNI_IGNORE ? 2 : 1, addSet(i + 1));
          i += code[i]!;
          break;
        case Sre.AT:
          ops.push(I.AT, code[i++]!);
          break;
        case Sre.MARK:
          ops.push(I.MARK, code[i++]!);
          break;
        case Sre.GROUPREF:
        case Sre.GROUPREF_IGNORE:
        case Sre.GROUPREF_LOC_IGNORE:
        case Sre.GROUPREF_UNI_IGNORE:
          ops.push(I.REF, op === Sre.GROUPREF ? 0 : op === Sre.GROUPREF_UNI_IGNORE ? 2 : 1, code[i++]!);
          break;
        case Sre.GROUPREF_EXISTS:
          ops.push(I.COND, code[i]!, 0);
          fixups.push([ops.length - 1, i + code[i + 1]!]);
          i += 2;
          break;
        case Sre.JUMP:
          ops.push(I.JUMP, 0);
          fixups.push([ops.length - 1, i + code[i]!]);
          i++;
          break;
        case Sre.BRANCH: {
          // Each branch ends in a JUMP behind the last; a skip of 0 ends the list.
          while (code[i] !== 0) {
            const next = i + code[i]!;
            const last = code[next] === 0;
            if (!last) ops.push(I.SPLIT, 0);
            const split = ops.length - 1;
            body(i + 1, next);
            if (!last) ops[split] = ops.length;
            i = next;
          }
          i++;
          break;
        }
        case Sre.REPEAT_ONE:
        case Sre.MIN_REPEAT_ONE:
        case Sre.POSSESSIVE_REPEAT_ONE: {
          const end = i + code[i]!;
          ops.push(I.ONE, op === Sre.REPEAT_ONE ? 0 : op === Sre.MIN_REPEAT_ONE ? 1 : 2, code[i + 1]!, code[i + 2]!, 0);
          const next = ops.length - 1;
          body(i + 3, end - 1);
          ops[next] = ops.length;
          i = end;
          break;
        }
        case Sre.REPEAT:
        case Sre.POSSESSIVE_REPEAT: {
          const end = i + code[i]!;
          const lo = code[i + 1]!;
          const hi = code[i + 2]!;
          const r = repeats++;
          const atomic = op === Sre.POSSESSIVE_REPEAT;
          if (atomic) ops.push(I.ATOMIC, 0);
          const close = ops.length - 1;
          ops.push(I.REP, r, 0);
          const until = ops.length - 1;
          const start = ops.length;
          body(i + 3, end);
          ops[until] = ops.length;
          if (code[end] === Sre.MIN_UNTIL) {
            ops.push(I.UNTIL_MIN, r, lo, hi, start, ops.length + 9);
            ops.push(I.MORE, r, hi, start);
            ops[ops.length - 5] = ops.length;
          } else ops.push(I.UNTIL_MAX, r, lo, hi, start);
          if (atomic) {
            ops.push(I.END);
            ops[close] = ops.length;
          }
          i = end + 1;
          break;
        }
        case Sre.ATOMIC_GROUP: {
          const end = i + code[i]!;
          ops.push(I.ATOMIC, 0);
          const close = ops.length - 1;
          body(i + 1, end - 1);
          ops.push(I.END);
          ops[close] = ops.length;
          i = end;
          break;
        }
        case Sre.ASSERT:
        case Sre.ASSERT_NOT: {
          const end = i + code[i]!;
          ops.push(I.LOOK, op === Sre.ASSERT ? 1 : 0, code[i + 1]!, 0);
          const close = ops.length - 1;
          body(i + 2, end - 1);
          ops.push(I.END);
          ops[close] = ops.length;
          i = end;
          break;
        }
        case Sre.INFO: {
          const flags = code[i + 1]!;
          min = code[i + 2]!;
          let at = i + 4;
          if (flags & 1) {
            const n = code[at]!;
            prefix = code.slice(at + 2, at + 2 + n);
            literal = (flags & 2) !== 0;
            at += 2 + 2 * n;
          }
          if (flags & 4) first = makeSet(at);
          i += code[i]!;
          break;
        }
        default:
          throw new InternalError(`operator ${op} in a pattern`);
      }
    }
    where.set(to, ops.length);
  };
  body(0, code.length);
  for (const [at, source] of fixups) {
    const target = where.get(source);
    if (target === undefined) throw new InternalError('jump out of a pattern');
    ops[at] = target;
  }
  const start = prefix as readonly number[] | null;
  const units = start !== null && start.every((c) => c < 0x10000);
  return { ops, sets, repeats, min, prefix, prefixText: units ? String.fromCharCode(...start) : null, literal, anchor: anchorOf(ops), first };
}
