/** `co_consts` while it grows: equal constants (same type, same value, same sign of zero) share a place. */
import { CodeObject, type CodeConst } from '../bytecode/code.js';
import { constKey } from '../bytecode/consts.js';

export class ConstTable {
  readonly items: CodeConst[] = [];
  private readonly index = new Map<string, number>();
  /** Places of code objects, by name and line: a module may hold thousands. */
  private readonly codes = new Map<string, number[]>();

  /** `column`: of the expression that makes a function of a code object. */
  add(value: CodeConst, column = 0): number {
    if (value instanceof CodeObject) return this.addCode(value, column);
    const key = constKey(value);
    let i = this.index.get(key);
    if (i === undefined) {
      i = this.items.push(value) - 1;
      this.index.set(key, i);
    }
    return i;
  }

  /** Two lambdas of one line may be the same code. */
  private addCode(code: CodeObject, column: number): number {
    const key = code.firstlineno + code.name;
    const places = this.codes.get(key) ?? [];
    for (const i of places) {
      const first = this.items[i] as CodeObject;
      if (!sameCode(first, code)) continue;
      // The body of `finally` is there several times, from the same text.
      if (!samePositions(first, code)) first.twins = [...(first.twins ?? []), { column, code }];
      return i;
    }
    const i = this.items.push(code) - 1;
    this.codes.set(key, [...places, i]);
    return i;
  }
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

const samePositions = (a: CodeObject, b: CodeObject): boolean => a.positions.length === b.positions.length && a.positions.every((n, i) => n === b.positions[i]);

function sameConst(a: CodeConst, b: CodeConst): boolean {
  if (a instanceof CodeObject) return b instanceof CodeObject && sameCode(a, b);
  return !(b instanceof CodeObject) && constKey(a) === constKey(b);
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((s, i) => s === b[i]);
}
