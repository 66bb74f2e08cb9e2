/** Blocks of instructions to a code object: layout, jump sizes, line table, positions, stack depth. */
import { CO, CodeObject } from '../bytecode/code.js';
import { Op, opByNumber } from '../bytecode/opcodes.js';
import { reachedDepth } from '../bytecode/verify.js';
import type { Block, Instr, Unit } from './codegen/unit.js';
import { stackDepth } from './depth.js';
import type { Where } from './errors.js';
import { optimize } from './peephole.js';

/** Ranges of instructions by offset, ascending: parallel arrays, null where there is none. */
export interface LocTable {
  offsets: number[];
  locs: (Where | null)[];
}

const isRelative: readonly boolean[] = opByNumber.map((row) => row?.operand === 'jrel');

export function assemble(unit: Unit, filename: string, extraFlags: number): CodeObject {
  const { blocks } = unit;
  if (unit.firstlineno === 0) unit.firstlineno = (blocks[0] as Block).instrs[0]?.line ?? 1;
  resolveLocs(blocks, unit.firstlineno);
  const size = layOut(blocks);
  const raw = emitBytes(blocks, size, unit.firstlineno);
  const done = optimize(raw.code, unit.consts.items, raw.lnotab, raw.table, edgesOf(blocks));
  const { scope } = unit;
  const estimate = stackDepth(blocks[0] as Block);
  const code = new CodeObject({
    name: unit.name,
    qualname: unit.qualname,
    filename,
    argcount: unit.argcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    stacksize: estimate,
    flags: codeFlags(unit) | extraFlags,
    firstlineno: unit.firstlineno,
    names: [...unit.names.keys()],
    varnames: [...unit.varnames.keys()],
    freevars: [...unit.freevars.keys()],
    cellvars: [...unit.cellvars.keys()],
    consts: unit.consts.items,
    code: done.code,
    lnotab: done.lnotab,
    positions: encodePositions(done.table),
    edges: Int32Array.from(done.edges),
  });
  // 3.5's estimate is kept as it is for 3.5's instructions; sequences that it never saw are measured.
  if (!usesNewer(blocks)) return code;
  const depth = reachedDepth(code);
  return depth > estimate ? code.with({ stacksize: depth }) : code;

  function codeFlags(u: Unit): number {
    let flags = 0;
    if (scope.type === 'function') {
      flags |= CO.NEWLOCALS | CO.OPTIMIZED;
      if (scope.nested) flags |= CO.NESTED;
      const isAsync = u.kind === 'async' || scope.coroutine;
      if (scope.generator && isAsync) flags |= CO.ASYNC_GENERATOR;
      else {
        if (scope.generator || scope.awaits) flags |= CO.GENERATOR;
        if (isAsync) flags |= CO.COROUTINE;
      }
      if (scope.varargs) flags |= CO.VARARGS;
      if (scope.varkeywords) flags |= CO.VARKEYWORDS;
    } else if (u.kind === 'module' && scope.coroutine) {
      // A module that awaits, as a compile flag allows.
      flags |= CO.COROUTINE;
    }
    if (u.freevars.size === 0 && u.cellvars.size === 0) flags |= CO.NOFREE;
    return flags;
  }
}

/**
 * Artificial instructions (a loop's back jump, the implicit return) belong to the line of what ran
 * before them; where that depends on the way taken they have none.
 */
function resolveLocs(blocks: readonly Block[], firstline: number): void {
  // A function without a body returns on its own line.
  const first = (blocks[0] as Block).instrs[0] ?? blocks[1]?.instrs[0];
  if (first?.op === Op.LOAD_CONST && first.loc === null && !blocks.some((b) => b.marks.length > 0)) {
    first.loc = { lineno: firstline, end_lineno: firstline, col_offset: 0, end_col_offset: 0 };
  }
  const entries = new Map<Block, number>();
  const from = new Map<Block, Where | null>();
  const enter = (block: Block, loc: Where | null): void => {
    entries.set(block, (entries.get(block) ?? 0) + 1);
    from.set(block, loc);
  };
  let fallsIn = true;
  let last: Where | null = null;
  for (const block of blocks) {
    if (fallsIn && block !== blocks[0]) enter(block, last);
    let current: Where | null = entries.get(block) === 1 ? (from.get(block) ?? null) : null;
    // What stands behind a return or jump in its block is never reached: it leads nowhere.
    fallsIn = true;
    let marks = 0;
    const passMarks = (i: number): void => {
      for (; marks < block.marks.length && block.marks[marks]!.at <= i; marks++) current = block.marks[marks]!.loc;
    };
    for (const [i, instr] of block.instrs.entries()) {
      passMarks(i);
      if (instr.loc === null) instr.loc = current;
      current = instr.loc;
      if (fallsIn && instr.target !== null) {
        enter(instr.target, current);
        // A handler is entered from anywhere in its block.
        if (instr.op === Op.SETUP_EXCEPT || instr.op === Op.SETUP_FINALLY) enter(instr.target, null);
      }
      if (leaves.has(instr.op)) fallsIn = false;
    }
    passMarks(block.instrs.length);
    last = current;
  }
}

function usesNewer(blocks: readonly Block[]): boolean {
  return blocks.some((b) => b.instrs.some((instr) => opByNumber[instr.op]?.since !== undefined));
}

/** Nothing behind them runs next. */
const leaves: ReadonlySet<Op> = new Set([
  Op.JUMP_FORWARD, Op.JUMP_ABSOLUTE, Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.RERAISE, Op.BREAK_LOOP, Op.CONTINUE_LOOP,
]);

function sizeOf(instr: Instr): number {
  if (instr.op < 90) return 1;
  return instr.arg > 0xffff ? 6 : 3;
}

/** Offsets of blocks and arguments of jumps, until no jump grows any more. Returns the code's length. */
function layOut(blocks: readonly Block[]): number {
  let extended = -1;
  for (;;) {
    let total = 0;
    for (const b of blocks) {
      b.offset = total;
      for (const instr of b.instrs) total += sizeOf(instr);
    }
    let now = 0;
    for (const b of blocks) {
      let at = b.offset;
      for (const instr of b.instrs) {
        at += sizeOf(instr);
        if (instr.target === null) continue;
        instr.arg = isRelative[instr.op] === true ? instr.target.offset - at : instr.target.offset;
        if (instr.arg > 0xffff) now++;
      }
    }
    if (now === extended || (extended === -1 && now === 0)) return total;
    extended = now;
  }
}

/** `CodeObject.edges` before the optimiser: which statements without code are passed after which instruction. */
function edgesOf(blocks: readonly Block[]): number[] {
  const rows: number[] = [];
  if (!blocks.some((b) => b.marks.length > 0)) return rows;
  const add = (from: number, kind: number, block: Block | null, at: number): void => {
    for (let b = block; b !== null; b = b.next, at = 0) {
      for (const m of b.marks) if (m.at === at) rows.push(from, kind, m.loc.lineno);
      if (at < b.instrs.length) return;
    }
  };
  add(-1, 0, blocks[0] as Block, 0);
  for (const b of blocks) {
    let offset = b.offset;
    b.instrs.forEach((instr, i) => {
      const size = sizeOf(instr);
      // An instruction is where its opcode is, behind an EXTENDED_ARG.
      const at = offset + (size === 6 ? 3 : 0);
      offset += size;
      if (!leaves.has(instr.op)) add(at, 0, b, i + 1);
      if (instr.target !== null) add(at, 1, instr.target, 0);
    });
  }
  return rows;
}

function emitBytes(blocks: readonly Block[], size: number, firstlineno: number): { code: Uint8Array; lnotab: Uint8Array; table: LocTable } {
  const code = new Uint8Array(size);
  const lnotab: number[] = [];
  const offsets: number[] = [];
  const locs: (Where | null)[] = [];
  let at = 0;
  let lineOffset = 0;
  let line = firstlineno;
  for (const b of blocks) {
    for (const instr of b.instrs) {
      if (instr.line > 0 && instr.line >= line) {
        addLine(lnotab, at - lineOffset, instr.line - line);
        lineOffset = at;
        line = instr.line;
      }
      offsets.push(at);
      locs.push(instr.loc);
      const { op, arg } = instr;
      if (op >= 90) {
        if (arg > 0xffff) {
          code[at++] = Op.EXTENDED_ARG;
          code[at++] = (arg >>> 16) & 255;
          code[at++] = arg >>> 24;
        }
        code[at++] = op;
        code[at++] = arg & 255;
        code[at++] = (arg >>> 8) & 255;
      } else {
        code[at++] = op;
      }
    }
  }
  return { code, lnotab: Uint8Array.from(lnotab), table: { offsets, locs } };
}

/** One step of the line table; steps over 255 are cut into several pairs. */
function addLine(lnotab: number[], bytes: number, lines: number): void {
  if (bytes === 0 && lines === 0) return;
  if (bytes > 255) {
    for (; bytes >= 255; bytes -= 255) lnotab.push(255, 0);
  }
  if (lines > 255) {
    for (; lines >= 255; lines -= 255) {
      lnotab.push(bytes, 255);
      bytes = 0;
    }
  }
  lnotab.push(bytes, lines);
}

function encodePositions(table: LocTable): Int32Array {
  const rows: number[] = [];
  let last: Where | null | undefined;
  for (let i = 0; i < table.offsets.length; i++) {
    const loc = table.locs[i] ?? null;
    if (loc === last || (loc !== null && last && sameLoc(loc, last))) continue;
    last = loc;
    if (loc === null) rows.push(table.offsets[i] as number, -1, -1, -1, -1);
    else rows.push(table.offsets[i] as number, loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset);
  }
  return Int32Array.from(rows);
}

function sameLoc(a: Where, b: Where): boolean {
  return a.lineno === b.lineno && a.end_lineno === b.end_lineno && a.col_offset === b.col_offset && a.end_col_offset === b.end_col_offset;
}
