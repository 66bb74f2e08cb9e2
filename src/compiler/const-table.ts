/** `co_consts` while it grows: equal constants (same type, same value, same sign of zero) share a place. */
import { CodeObject, type CodeConst } from '../bytecode/code.js';
import {
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenset,
  ConstStr,
  ConstTuple,
  type ConstValue,
} from '../bytecode/consts.js';

export class ConstTable {
  readonly items: CodeConst[] = [];
  private readonly index = new Map<string, number>();
  /** Places of code objects, by name and line: a module may hold thousands. */
  private readonly codes = new Map<string, number[]>();

  add(value: CodeConst): number {
    if (value instanceof CodeObject) return this.addCode(value);
    const key = constKey(value);
    let i = this.index.get(key);
    if (i === undefined) {
      i = this.items.push(value) - 1;
      this.index.set(key, i);
    }
    return i;
  }

  /** Two lambdas of one line may be the same code. */
  private addCode(code: CodeObject): number {
    const key = code.firstlineno + code.name;
    const places = this.codes.get(key) ?? [];
    for (const i of places) if (sameCode(this.items[i] as CodeObject, code)) return i;
    const i = this.items.push(code) - 1;
    this.codes.set(key, [...places, i]);
    return i;
  }
}

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

function sameCode(a: CodeObject, b: CodeObject): boolean {
  return (
    a.firstlineno === b.firstlineno &&
    a.name === b.name &&
    a.argcount === b.argcount &&
    a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount &&
    a.flags === b.flags &&
    sameStrings(a.names, b.names) &&
    sameStrings(a.varnames, b.varnames) &&
    sameStrings(a.freevars, b.freevars) &&
    sameStrings(a.cellvars, b.cellvars) &&
    a.code.length === b.code.length &&
    a.code.every((byte, i) => byte === b.code[i]) &&
    a.consts.length === b.consts.length &&
    a.consts.every((c, i) => sameConst(c, b.consts[i] as CodeConst))
  );
}

function sameConst(a: CodeConst, b: CodeConst): boolean {
  if (a instanceof CodeObject) return b instanceof CodeObject && sameCode(a, b);
  return !(b instanceof CodeObject) && constKey(a) === constKey(b);
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((s, i) => s === b[i]);
}
