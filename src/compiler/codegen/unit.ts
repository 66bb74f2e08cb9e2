/** What a code object is made of before it is assembled: basic blocks of instructions, name tables. */
import type { Op } from '../../bytecode/opcodes.js';
import type { CodeConst } from '../../bytecode/code.js';
import { ConstTable } from '../const-table.js';
import type { Where } from '../errors.js';
import { DEF, type Scope, ScopeKind } from '../scope.js';

export interface Instr {
  op: Op;
  arg: number;
  target: Block | null;
  /** Line of 3.5's lnotab that starts here; 0 if none does. */
  line: number;
  /** 3.11's source range; null: artificial, takes over that of the instruction before it. */
  loc: Where | null;
}

export class Block {
  readonly instrs: Instr[] = [];
  /** Statements without code, each with the number of the instruction it stands before. */
  readonly marks: { readonly at: number; readonly loc: Where }[] = [];
  next: Block | null = null;
  /** A RETURN_VALUE is somewhere in it. */
  returns = false;
  offset = 0;
  // For the depth walk.
  active = false;
  startDepth = -1;
}

/** What `continue` finds around it. */
export type FrameBlockType = 'loop' | 'except' | 'finally-try' | 'finally-end' | 'except-star';

export interface FrameBlock {
  type: FrameBlockType;
  block: Block;
}

export type UnitKind = 'module' | 'class' | 'function' | 'async' | 'lambda' | 'comprehension';

export class Unit {
  consts = new ConstTable();
  names = new Map<string, number>();
  varnames = new Map<string, number>();
  readonly cellvars = new Map<string, number>();
  readonly freevars = new Map<string, number>();
  readonly blocks: Block[];
  readonly fblocks: FrameBlock[] = [];
  current: Block;
  qualname: string;
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  /** 3.5's current line and whether an instruction carries it already. */
  line = 0;
  lineSet = false;
  /** Class whose private names are mangled here. */
  private_: string | null;

  constructor(
    readonly kind: UnitKind,
    readonly name: string,
    readonly scope: Scope,
    readonly parent: Unit | null,
    public firstlineno: number,
  ) {
    this.qualname = name;
    this.private_ = parent?.private_ ?? null;
    this.current = new Block();
    this.blocks = [this.current];
    for (const v of scope.varnames) this.varnames.set(v, this.varnames.size);
    const cells: string[] = [];
    const frees: string[] = [];
    for (const [name, flags] of scope.flags) {
      const kind = scope.kindOf(name);
      if (kind === ScopeKind.CELL) cells.push(name);
      if (kind === ScopeKind.FREE || (flags & DEF.FREE_CLASS) !== 0) frees.push(name);
    }
    if (scope.needsClassClosure) cells.push('__class__');
    for (const c of sortNames(cells)) this.cellvars.set(c, this.cellvars.size);
    for (const f of sortNames(frees)) this.freevars.set(f, this.cellvars.size + this.freevars.size);
  }

  nameIndex(name: string): number {
    return indexIn(this.names, name);
  }

  constIndex(value: CodeConst, column = 0): number {
    return this.consts.add(value, column);
  }
}

export function indexIn(table: Map<string, number>, name: string): number {
  let i = table.get(name);
  if (i === undefined) {
    i = table.size;
    table.set(name, i);
  }
  return i;
}

/** By code point: JavaScript's own order is by UTF-16 unit. */
function sortNames(names: string[]): string[] {
  return names.sort((a, b) => {
    const x = [...a];
    const y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) {
      const d = (x[i] as string).codePointAt(0)! - (y[i] as string).codePointAt(0)!;
      if (d !== 0) return d;
    }
    return x.length - y.length;
  });
}
