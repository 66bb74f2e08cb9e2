/**
 * Constants as parser and compiler know them: values without a VM. The VM turns them into its own
 * objects when it first loads a code object (`objects/code.ts`).
 *
 * | Python      | here                                                             |
 * | ----------- | ---------------------------------------------------------------- |
 * | None, bool  | `null`, `true`, `false`                                          |
 * | int         | `number` when a safe integer, else `bigint` (never -0)           |
 * | str         | JS string; `ConstStr` only when surrogate code points stand side |
 * |             | by side and UTF-16 would read them as one character              |
 * | the others  | one small class each, below                                      |
 */
export class ConstFloat {
  constructor(readonly v: number) {}
}
export class ConstComplex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
}
export class ConstBytes {
  constructor(readonly v: Uint8Array) {}
}
/** A str whose code points cannot be told from a UTF-16 string (lone surrogates next to each other). */
export class ConstStr {
  constructor(readonly codePoints: readonly number[]) {}
}
export class ConstTuple {
  constructor(readonly items: readonly ConstValue[]) {}
}
export class ConstFrozenset {
  constructor(readonly items: readonly ConstValue[]) {}
}
export class ConstEllipsis {
  private constructor() {}
  static readonly value = new ConstEllipsis();
}
export const ELLIPSIS = ConstEllipsis.value;

export type ConstValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | ConstStr
  | ConstFloat
  | ConstComplex
  | ConstBytes
  | ConstTuple
  | ConstFrozenset
  | ConstEllipsis;

/** A string that two constants share exactly when they are one constant to the compiler. */
export function constKey(v: ConstValue): string {
  switch (typeof v) {
    case 'string':
      return 's' + v;
    case 'number':
    case 'bigint':
      return 'i' + v;
    case 'boolean':
      return v ? 'T' : 'F';
  }
  if (v === null) return 'N';
  if (v instanceof ConstFloat) return 'f' + floatKey(v.v);
  if (v instanceof ConstComplex) return 'c' + floatKey(v.re) + ',' + floatKey(v.im);
  if (v instanceof ConstBytes) return 'b' + v.v.join(',');
  if (v instanceof ConstStr) return 'S' + v.codePoints.join(',');
  if (v instanceof ConstTuple) return '(' + v.items.map(lengthKey).join('') + ')';
  if (v instanceof ConstFrozenset) return '{' + v.items.map(lengthKey).sort().join('') + '}';
  if (v instanceof ConstEllipsis) return 'E';
  throw new Error('not a constant');
}

function lengthKey(v: ConstValue): string {
  const k = constKey(v);
  return k.length + ':' + k;
}

function floatKey(n: number): string {
  return Object.is(n, -0) ? '-0' : String(n);
}
