/** One block of the symbol table and the flags of its names (CPython's `PySTEntryObject`). */
import type { Node, Position } from '../parser/ast.js';

/** What is known of a name in a block: how it is defined and used, and, after analysis, its scope. */
export const DEF = {
  GLOBAL: 1,
  LOCAL: 2,
  PARAM: 4,
  NONLOCAL: 8,
  USE: 16,
  FREE_CLASS: 64,
  IMPORT: 128,
  ANNOT: 256,
  COMP_ITER: 512,
} as const;
export const DEF_BOUND = DEF.LOCAL | DEF.PARAM | DEF.IMPORT;

export enum ScopeKind {
  UNKNOWN = 0,
  LOCAL = 1,
  GLOBAL_EXPLICIT = 2,
  GLOBAL_IMPLICIT = 3,
  FREE = 4,
  CELL = 5,
}

export type BlockType = 'module' | 'function' | 'class' | 'annotation';
export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator' | null;

/** Where `global` and `nonlocal` statements named something: for errors found only in analysis. */
export interface Directive {
  name: string;
  where: Position;
}

export class Scope {
  readonly flags = new Map<string, number>();
  readonly kinds = new Map<string, ScopeKind>();
  readonly children: Scope[] = [];
  /** Parameters, in order: the first of `co_varnames`. */
  readonly varnames: string[] = [];
  readonly directives: Directive[] = [];
  readonly nested: boolean;
  /** Has free variables, itself or below. */
  free = false;
  childFree = false;
  generator = false;
  coroutine = false;
  /** First `await` or async comprehension was seen: an `async def` that contains one is marked GENERATOR by 3.5. */
  awaits = false;
  returnsValue = false;
  varargs = false;
  varkeywords = false;
  needsClassClosure = false;
  comprehension: ComprehensionKind = null;
  /** While the target of a comprehension is visited: its names may not be walrus targets. */
  compIterTarget = false;
  /** How many comprehension iterables we are inside of: no walrus there. */
  compIterExpr = 0;

  constructor(
    readonly name: string,
    readonly type: BlockType,
    readonly node: Node,
    readonly where: Position | null,
    readonly parent: Scope | null,
  ) {
    this.nested = parent !== null && (parent.nested || parent.type === 'function');
  }

  kindOf(name: string): ScopeKind {
    return this.kinds.get(name) ?? ScopeKind.UNKNOWN;
  }
}
