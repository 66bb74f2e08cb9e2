/**
 * State of a compilation and the verbs all generator files share: emit an instruction, use a block,
 * enter and leave a scope, load and store a name.
 */
import { CO, type CodeConst, type CodeObject } from '../../bytecode/code.js';
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { assemble } from '../assembler.js';
import { MAX_COMPILE_DEPTH, TooDeep, type WarnCallback, type Where, syntaxError } from '../errors.js';
import { ConstTable } from '../const-table.js';
import { mangle } from '../mangle.js';
import { type Scope, ScopeKind } from '../scope.js';
import type { SymbolTable } from '../symtable.js';
import { Block, type FrameBlock, type FrameBlockType, Unit, type UnitKind, indexIn } from './unit.js';

/** CPython's CO_MAXBLOCKS. */
const MAX_BLOCKS = 20;

export interface CodegenSettings {
  readonly filename: string;
  readonly optimize: number;
  readonly interactive: boolean;
  readonly allowTopLevelAwait: boolean;
  /** Bits of future imports, or-ed into every code object. */
  readonly flags: number;
  /** Last line on which a future import may stand. */
  readonly futureLine: number;
  /** Exactly 3.5's code, also where 3.11 means another order. */
  readonly target35: boolean;
  /** Lines of the source, when 3.5's reading of it is asked for. */
  readonly lines35: readonly string[] | null;
  readonly warn: WarnCallback | null;
}

export class Codegen {
  unit!: Unit;
  /** 3.11's current source range; null for artificial instructions. */
  loc: Where | null = null;
  private depth = 0;

  constructor(
    readonly symtable: SymbolTable,
    readonly settings: CodegenSettings,
  ) {}

  get futureAnnotations(): boolean {
    return (this.settings.flags & CO.FUTURE_ANNOTATIONS) !== 0;
  }

  // ---- errors -----------------------------------------------------------------------------------

  error(msg: string, where: Where | null = this.loc): Error {
    return syntaxError(msg, this.settings.filename, where);
  }

  warn(msg: string, where: Where | null = this.loc): void {
    if (where !== null) this.settings.warn?.('SyntaxWarning', msg, where);
  }

  /** Around every recursion of the generator: deep input must not reach the JavaScript stack's end. */
  deeper(): void {
    if (++this.depth > MAX_COMPILE_DEPTH) throw new TooDeep();
  }

  shallower(): void {
    this.depth--;
  }

  // ---- instructions -----------------------------------------------------------------------------

  emit(op: Op, arg = 0): void {
    this.push(op, arg, null);
  }

  /** A jump or SETUP_*. */
  jump(op: Op, target: Block): void {
    this.push(op, 0, target);
  }

  private push(op: Op, arg: number, target: Block | null): void {
    const u = this.unit;
    let line = 0;
    if (!u.lineSet) {
      u.lineSet = true;
      line = u.line;
    }
    if (op === Op.RETURN_VALUE) u.current.returns = true;
    u.current.instrs.push({ op, arg, target, line, loc: this.loc });
  }

  /**
   * Runs `generate` for its errors and warnings only: 3.11 compiles code that is never reached and drops it, 3.5 does
   * not look at it.
   */
  discard(generate: () => void): void {
    if (this.settings.target35) return;
    const u = this.unit;
    const { current, consts, names, varnames, line, lineSet } = u;
    const blocks = u.blocks.length;
    const loc = this.loc;
    u.current = new Block();
    u.consts = new ConstTable();
    u.names = new Map(names);
    u.varnames = new Map(varnames);
    generate();
    u.blocks.length = blocks;
    Object.assign(u, { current, consts, names, varnames, line, lineSet });
    this.loc = loc;
  }

  /** A statement (or test) that leaves no instruction here, and a NOP in 3.11: trace functions see its line. */
  mark(where: Where): void {
    const { current } = this.unit;
    current.marks.push({ at: current.instrs.length, loc: where });
  }

  loadConst(value: CodeConst): void {
    this.emit(Op.LOAD_CONST, this.unit.constIndex(value, this.loc?.col_offset));
  }

  /** An instruction whose argument is an index of co_names, mangled. */
  emitName(op: Op, name: string): void {
    this.emit(op, this.unit.nameIndex(this.mangle(name)));
  }

  mangle(name: string): string {
    return mangle(this.unit.private_, name);
  }

  use(block: Block): void {
    this.unit.current.next = block;
    this.unit.current = block;
    this.unit.blocks.push(block);
  }

  nextBlock(): void {
    this.use(new Block());
  }

  // ---- lines and ranges -------------------------------------------------------------------------

  /** A statement (or except handler) begins. */
  startLine(line: number): void {
    this.unit.line = line;
    this.unit.lineSet = false;
  }

  /** An expression is visited: within a statement lines only go up. */
  raiseLine(line: number): void {
    const u = this.unit;
    if (line > u.line) {
      u.line = line;
      u.lineSet = false;
    }
  }

  // ---- blocks -----------------------------------------------------------------------------------

  pushBlock(type: FrameBlockType, block: Block): void {
    const { fblocks } = this.unit;
    if (fblocks.length >= MAX_BLOCKS) throw this.error('too many statically nested blocks');
    fblocks.push({ type, block });
  }

  popBlock(): FrameBlock | undefined {
    return this.unit.fblocks.pop();
  }

  // ---- scopes -----------------------------------------------------------------------------------

  scopeOf(node: ast.Node): Scope {
    const scope = this.symtable.byNode.get(node);
    if (scope === undefined) throw new Error(`no scope for ${node._type}`);
    return scope;
  }

  enterScope(kind: UnitKind, name: string, node: ast.Node, firstlineno: number, loc: Where | null): Unit {
    this.deeper();
    const parent = this.unit as Unit | undefined;
    const unit = new Unit(kind, name, this.scopeOf(node), parent ?? null, firstlineno);
    if (parent?.parent) unit.qualname = this.qualifiedName(unit, parent);
    else if (parent !== undefined) unit.qualname = name;
    this.unit = unit;
    this.loc = loc;
    return unit;
  }

  private qualifiedName(unit: Unit, parent: Unit): string {
    if (unit.kind === 'function' || unit.kind === 'async' || unit.kind === 'class') {
      const mangled = mangle(parent.private_, unit.name);
      if (parent.scope.kindOf(mangled) === ScopeKind.GLOBAL_EXPLICIT) return unit.name;
    }
    const locals = parent.kind === 'function' || parent.kind === 'async' || parent.kind === 'lambda';
    return `${parent.qualname}${locals ? '.<locals>' : ''}.${unit.name}`;
  }

  /** Assembles the current unit and goes back to the one around it. `loc` is the range to go on with. */
  leaveScope(addNone: boolean, extraFlags: number, loc: Where | null): CodeObject {
    const u = this.unit;
    if (!u.current.returns) {
      this.nextBlock();
      this.loc = null;
      if (addNone) this.loadConst(null);
      this.emit(Op.RETURN_VALUE);
    }
    const code = assemble(u, this.settings.filename, this.settings.flags | extraFlags);
    this.shallower();
    if (u.parent !== null) this.unit = u.parent;
    this.loc = loc;
    return code;
  }

  // ---- names ------------------------------------------------------------------------------------

  loadName(name: string): void {
    this.nameOp(name, 'Load');
  }

  storeName(name: string): void {
    this.forbidDebug(name, 'Store');
    this.nameOp(name, 'Store');
  }

  deleteName(name: string): void {
    this.forbidDebug(name, 'Del');
    this.nameOp(name, 'Del');
  }

  forbidDebug(name: string, ctx: ast.ExprContext, where: Where | null = this.loc): void {
    if (name !== '__debug__') return;
    if (ctx === 'Store') throw this.error('cannot assign to __debug__', where);
    if (ctx === 'Del') throw this.error('cannot delete __debug__', where);
  }

  private nameOp(name: string, ctx: ast.ExprContext): void {
    const u = this.unit;
    const mangled = this.mangle(name);
    const inFunction = u.scope.type === 'function';
    switch (u.scope.kindOf(mangled)) {
      case ScopeKind.FREE:
      case ScopeKind.CELL: {
        const index = u.cellvars.get(mangled) ?? u.freevars.get(mangled) ?? 0;
        const load = u.scope.type === 'class' ? Op.LOAD_CLASSDEREF : Op.LOAD_DEREF;
        return this.emit(ctx === 'Load' ? load : ctx === 'Store' ? Op.STORE_DEREF : Op.DELETE_DEREF, index);
      }
      case ScopeKind.LOCAL:
        if (!inFunction) break;
        return this.emit(
          ctx === 'Load' ? Op.LOAD_FAST : ctx === 'Store' ? Op.STORE_FAST : Op.DELETE_FAST,
          indexIn(u.varnames, mangled),
        );
      case ScopeKind.GLOBAL_IMPLICIT:
        if (!inFunction) break;
      // falls through
      case ScopeKind.GLOBAL_EXPLICIT:
        return this.emit(
          ctx === 'Load' ? Op.LOAD_GLOBAL : ctx === 'Store' ? Op.STORE_GLOBAL : Op.DELETE_GLOBAL,
          u.nameIndex(mangled),
        );
      default:
        break;
    }
    this.emit(ctx === 'Load' ? Op.LOAD_NAME : ctx === 'Store' ? Op.STORE_NAME : Op.DELETE_NAME, u.nameIndex(mangled));
  }
}
