/**
 * The compiled program of `re._compiler` as a tree, for the compiler to JavaScript (compile.ts): what the flat program
 * hides, namely what a part can begin with and how short it may be, is read off here.
 */
import { InternalError } from '../../objects/errors.js';
import { HIGH_UPPER, highOf, lowerAscii, lowerUnicode, paged, setTable, type CharTest } from './charset.js';
import { MAXREPEAT, Sre, type Fold } from './program.js';

/** A part of a pattern. `min`: the fewest characters it takes. */
export type Node =
  | { readonly kind: 'test'; readonly test: CharTest; readonly min: number }
  | { readonly kind: 'at'; readonly what: number; readonly min: number }
  | { readonly kind: 'mark'; readonly i: number; readonly min: number }
  | { readonly kind: 'seq'; readonly parts: readonly Node[]; readonly min: number }
  | { readonly kind: 'alt'; readonly parts: readonly Node[]; readonly min: number }
  /** One test repeated; mode 0 greedy, 1 lazy, 2 possessive. */
  | { readonly kind: 'one'; readonly mode: number; readonly lo: number; readonly hi: number; readonly test: CharTest; readonly min: number }
  | { readonly kind: 'repeat'; readonly r: number; readonly lazy: boolean; readonly lo: number; readonly hi: number; readonly body: Node; readonly min: number }
  | { readonly kind: 'ref'; readonly fold: Fold; readonly group: number; readonly min: number }
  | { readonly kind: 'cond'; readonly group: number; readonly yes: Node; readonly no: Node; readonly min: number }
  | { readonly kind: 'look'; readonly wanted: boolean; readonly back: number; readonly body: Node; readonly min: number }
  | { readonly kind: 'atomic'; readonly body: Node; readonly min: number }
  | { readonly kind: 'fail'; readonly min: number };

const seq = (parts: Node[]): Node => (parts.length === 1 ? parts[0]! : { kind: 'seq', parts, min: parts.reduce((n, p) => n + p.min, 0) });
const alt = (parts: Node[]): Node => ({ kind: 'alt', parts, min: parts.reduce((n, p) => Math.min(n, p.min), Infinity) });
const NOTHING: Node = { kind: 'seq', parts: [], min: 0 };

const FOLDS: readonly ((c: number) => number)[] = [(c) => c, lowerAscii, lowerUnicode];
export const folding = (f: Fold): ((c: number) => number) => FOLDS[f]!;

const CHAR_TESTS: Record<number, [fold: Fold, negated: boolean]> = {
  [Sre.LITERAL]: [0, false], [Sre.NOT_LITERAL]: [0, true],
  [Sre.LITERAL_IGNORE]: [1, false], [Sre.NOT_LITERAL_IGNORE]: [1, true],
  [Sre.LITERAL_LOC_IGNORE]: [1, false], [Sre.NOT_LITERAL_LOC_IGNORE]: [1, true],
  [Sre.LITERAL_UNI_IGNORE]: [2, false], [Sre.NOT_LITERAL_UNI_IGNORE]: [2, true],
};

function charTest(f: Fold, v: number, negated: boolean): CharTest {
  const low = new Uint8Array(256);
  for (let c = 0; c < 256; c++) low[c] = (folding(f)(c) === v) !== negated ? 1 : 0;
  const above = f === 2 ? HIGH_UPPER.some((c) => lowerUnicode(c) === v) || v > 255 : v > 255;
  if (!above) return { low, kinds: negated ? 'A' : '', has: null };
  return { low, kinds: '*', has: paged((c) => (folding(f)(c) === v) !== negated) };
}

const SETS: Record<number, Fold> = { [Sre.IN]: 0, [Sre.IN_IGNORE]: 1, [Sre.IN_LOC_IGNORE]: 1, [Sre.IN_UNI_IGNORE]: 2 };
const REFS: Record<number, Fold> = { [Sre.GROUPREF]: 0, [Sre.GROUPREF_IGNORE]: 1, [Sre.GROUPREF_LOC_IGNORE]: 1, [Sre.GROUPREF_UNI_IGNORE]: 2 };

export interface Tree {
  readonly root: Node;
  /** Number of counted repeats. */
  readonly repeats: number;
  /** Groups whose text or presence is asked for by the pattern itself. */
  readonly asked: ReadonlySet<number>;
}

export function parseProgram(code: readonly number[]): Tree {
  let repeats = 0;
  const asked = new Set<number>();

  const body = (from: number, to: number): Node => {
    const out: Node[] = [];
    let i = from;
    while (i < to) {
      const op = code[i++]!;
      if (op in CHAR_TESTS) {
        const [f, negated] = CHAR_TESTS[op]!;
        out.push({ kind: 'test', test: charTest(f, code[i++]!, negated), min: 1 });
        continue;
      }
      if (op in SETS) {
        const f = SETS[op]!;
        const { low, has } = setTable(code, i + 1, folding(f));
        const kinds = highOf(code, i + 1, f === 2);
        out.push({ kind: 'test', test: { low, kinds, has: kinds === '' || kinds === 'A' ? null : has }, min: 1 });
        i += code[i]!;
        continue;
      }
      if (op in REFS) {
        const group = code[i++]!;
        asked.add(group);
        out.push({ kind: 'ref', fold: REFS[op]!, group, min: 0 });
        continue;
      }
      switch (op) {
        case Sre.FAILURE:
          out.push({ kind: 'fail', min: 0 });
          break;
        case Sre.SUCCESS:
          break;
        case Sre.ANY:
          out.push({ kind: 'test', test: charTest(0, 10, true), min: 1 });
          break;
        case Sre.ANY_ALL:
          out.push({ kind: 'test', test: { low: new Uint8Array(256).fill(1), kinds: 'A', has: null }, min: 1 });
          break;
        case Sre.AT:
          out.push({ kind: 'at', what: code[i++]!, min: 0 });
          break;
        case Sre.MARK:
          out.push({ kind: 'mark', i: code[i++]!, min: 0 });
          break;
        case Sre.GROUPREF_EXISTS: {
          const group = code[i]!;
          asked.add(group);
          const target = i + code[i + 1]!;
          // With an else part, a jump behind it ends the first one; where that part is, the parts of the first tell.
          const end = lastJump(code, i + 2, target);
          const no = end < 0 ? NOTHING : body(target, end);
          out.push({ kind: 'cond', group, yes: body(i + 2, end < 0 ? target : target - 2), no, min: 0 });
          i = end < 0 ? target : end;
          break;
        }
        case Sre.BRANCH: {
          const parts: Node[] = [];
          while (code[i] !== 0) {
            const next = i + code[i]!;
            parts.push(body(i + 1, next - 2));
            i = next;
          }
          i++;
          out.push(alt(parts));
          break;
        }
        case Sre.REPEAT_ONE:
        case Sre.MIN_REPEAT_ONE:
        case Sre.POSSESSIVE_REPEAT_ONE: {
          const end = i + code[i]!;
          const part = body(i + 3, end - 1);
          if (part.kind !== 'test') throw new InternalError('a repeat of one thing that is none');
          const lo = code[i + 1]!;
          out.push({ kind: 'one', mode: op === Sre.REPEAT_ONE ? 0 : op === Sre.MIN_REPEAT_ONE ? 1 : 2, lo, hi: code[i + 2]!, test: part.test, min: lo });
          i = end;
          break;
        }
        case Sre.REPEAT:
        case Sre.POSSESSIVE_REPEAT: {
          const end = i + code[i]!;
          const lo = code[i + 1]!;
          const hi = code[i + 2]!;
          const part = body(i + 3, end);
          const lazy = code[end] === Sre.MIN_UNTIL;
          const whole: Node =
            lo === 0 && hi === 1 ? alt(lazy ? [NOTHING, part] : [part, NOTHING]) : { kind: 'repeat', r: repeats++, lazy, lo, hi, body: part, min: Math.min(lo * part.min, MAXREPEAT) };
          out.push(op === Sre.POSSESSIVE_REPEAT ? { kind: 'atomic', body: whole, min: whole.min } : whole);
          i = end + 1;
          break;
        }
        case Sre.ATOMIC_GROUP: {
          const end = i + code[i]!;
          const part = body(i + 1, end - 1);
          out.push({ kind: 'atomic', body: part, min: part.min });
          i = end;
          break;
        }
        case Sre.ASSERT:
        case Sre.ASSERT_NOT: {
          const end = i + code[i]!;
          out.push({ kind: 'look', wanted: op === Sre.ASSERT, back: code[i + 1]!, body: body(i + 2, end - 1), min: 0 });
          i = end;
          break;
        }
        case Sre.INFO:
          i += code[i]!;
          break;
        default:
          throw new InternalError(`operator ${op} in a pattern`);
      }
    }
    return seq(out);
  };
  const root = body(0, code.length);
  return { root, repeats, asked };
}

/** Where the jump goes that ends the instructions `from` to `to`, or -1: the last of them is none. */
function lastJump(code: readonly number[], from: number, to: number): number {
  let i = from;
  let end = -1;
  while (i < to) {
    const op = code[i++]!;
    end = -1;
    if (op === Sre.JUMP) {
      end = i + code[i]!;
      i++;
    } else if (op in CHAR_TESTS || op in REFS || op === Sre.AT || op === Sre.MARK) i++;
    else if (op === Sre.GROUPREF_EXISTS) i += 2;
    else if (op === Sre.BRANCH) {
      while (code[i] !== 0) i += code[i]!;
      i++;
    } else if (op === Sre.REPEAT || op === Sre.POSSESSIVE_REPEAT) i += code[i]! + 1;
    else if (op !== Sre.FAILURE && op !== Sre.SUCCESS && op !== Sre.ANY && op !== Sre.ANY_ALL) i += code[i]!;
  }
  return end;
}
