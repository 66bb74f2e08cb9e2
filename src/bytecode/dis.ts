/** Disassembler: line starts, labels, rows, and the text of CPython 3.5's `dis.dis` and `show_code`. */
import { CodeObject, type CodeConst } from './code.js';
import { constRepr } from './const-repr.js';
import { CMP_OP, HAVE_ARGUMENT, Op, opByNumber } from './opcodes.js';

/** What is known of a bare byte string, or of a code object. */
type Source = CodeObject | Uint8Array;

export type ConstRepr = (value: CodeConst) => string;

/** One row of a listing; an EXTENDED_ARG is a row of its own. */
export interface Row {
  offset: number;
  op: number;
  opname: string;
  /** null: takes none. Behind an EXTENDED_ARG the whole argument. */
  arg: number | null;
  /** What the argument stands for, as `dis` prints it in parentheses; '' if nothing. */
  argrepr: string;
  /** Line that starts here, or null. */
  line: number | null;
  isJumpTarget: boolean;
}

export interface DisOptions {
  constRepr?: ConstRepr;
  /** Offset to mark with `-->`. */
  lasti?: number;
}

export const codeRepr = (code: CodeObject, address = '0x0'): string =>
  `<code object ${code.name} at ${address}, file "${code.filename}", line ${code.firstlineno}>`;

const defaultRepr: ConstRepr = (v) => (v instanceof CodeObject ? codeRepr(v) : constRepr(v));

/** (offset, line) of every line start, ascending by offset. */
export function findLineStarts(code: Pick<CodeObject, 'lnotab' | 'firstlineno'>): [offset: number, line: number][] {
  const out: [number, number][] = [];
  let last: number | null = null;
  let line = code.firstlineno;
  let offset = 0;
  const { lnotab } = code;
  for (let i = 0; i + 1 < lnotab.length; i += 2) {
    const bytes = lnotab[i] as number;
    if (bytes !== 0) {
      if (line !== last) {
        out.push([offset, line]);
        last = line;
      }
      offset += bytes;
    }
    line += lnotab[i + 1] as number;
  }
  if (line !== last) out.push([offset, line]);
  return out;
}

/** Line of the instruction at an offset, by the line table. */
export function lineOfOffset(code: Pick<CodeObject, 'lnotab' | 'firstlineno'>, at: number): number {
  let line = code.firstlineno;
  let offset = 0;
  for (let i = 0; i + 1 < code.lnotab.length; i += 2) {
    offset += code.lnotab[i] as number;
    if (offset > at) break;
    line += code.lnotab[i + 1] as number;
  }
  return line;
}

interface Step {
  offset: number;
  op: number;
  arg: number | null;
}

/** As 3.5's `dis` walks: an EXTENDED_ARG is a step, and adds to the next argument. */
function* steps(code: Uint8Array): Generator<Step> {
  let extended = 0;
  for (let i = 0; i < code.length; ) {
    const op = code[i] as number;
    if (op < HAVE_ARGUMENT) {
      yield { offset: i++, op, arg: null };
      continue;
    }
    const arg = (code[i + 1] ?? 0) + (code[i + 2] ?? 0) * 256 + extended;
    extended = op === Op.EXTENDED_ARG ? arg * 65536 : 0;
    yield { offset: i, op, arg };
    i += 3;
  }
}

/** Where a jump goes; undefined for other instructions. */
export function jumpTarget(op: number, arg: number, offset: number): number | undefined {
  const operand = opByNumber[op]?.operand;
  return operand === 'jrel' ? offset + 3 + arg : operand === 'jabs' ? arg : undefined;
}

/** Targets of all jumps, each once, in order of first mention. */
export function findLabels(code: Uint8Array): number[] {
  const labels = new Set<number>();
  for (const s of steps(code)) {
    const target = s.arg === null ? undefined : jumpTarget(s.op, s.arg, s.offset);
    if (target !== undefined) labels.add(target);
  }
  return [...labels];
}

/** The listing as data. Bare bytes have no names: indices are shown instead. */
export function disassemble(source: Source, options: DisOptions = {}): Row[] {
  const code = source instanceof CodeObject ? source : null;
  const bytes = source instanceof CodeObject ? source.code : source;
  const labels = new Set(findLabels(bytes));
  const lines = new Map(code === null ? [] : findLineStarts(code));
  const repr = options.constRepr ?? defaultRepr;
  const rows: Row[] = [];
  for (const { offset, op, arg } of steps(bytes)) {
    rows.push({
      offset,
      op,
      opname: opname(op),
      arg,
      argrepr: arg === null ? '' : argRepr(code, op, arg, offset, repr),
      line: lines.get(offset) ?? null,
      isJumpTarget: labels.has(offset),
    });
  }
  return rows;
}

/** Name of an opcode; `<n>` where the number is free. */
export function opname(op: number): string {
  return Op[op] ?? `<${op}>`;
}

function argRepr(code: CodeObject | null, op: number, arg: number, offset: number, repr: ConstRepr): string {
  switch (opByNumber[op]?.operand) {
    case 'const': {
      const value = code?.consts[arg];
      return code === null || value === undefined ? String(arg) : repr(value);
    }
    case 'name':
      return code?.names[arg] ?? String(arg);
    case 'local':
      return code?.varnames[arg] ?? String(arg);
    case 'free':
      return code === null ? String(arg) : (code.cellvars[arg] ?? code.freevars[arg - code.cellvars.length] ?? String(arg));
    case 'jrel':
      return `to ${offset + 3 + arg}`;
    case 'compare':
      return CMP_OP[arg] ?? '';
    case 'nargs':
      return `${arg % 256} positional, ${Math.floor(arg / 256)} keyword pair`;
    default:
      return '';
  }
}

/** The text `dis.dis` prints for a code object or byte string. */
export function disText(source: Source, options: DisOptions = {}): string {
  const hasLines = source instanceof CodeObject;
  let out = '';
  for (const row of disassemble(source, options)) {
    if (row.line !== null && row.offset > 0) out += '\n';
    const fields: string[] = [];
    if (hasLines) fields.push(row.line === null ? '   ' : String(row.line).padStart(3));
    fields.push(row.offset === options.lasti ? '-->' : '   ');
    fields.push(row.isJumpTarget ? '>>' : '  ');
    fields.push(String(row.offset).padStart(4));
    fields.push(row.opname.padEnd(20));
    if (row.arg !== null) {
      fields.push(String(row.arg).padStart(5));
      if (row.argrepr !== '') fields.push(`(${row.argrepr})`);
    }
    out += fields.join(' ').trimEnd() + '\n';
  }
  return out;
}

const flagNames: readonly (readonly [bit: number, name: string])[] = [
  [1, 'OPTIMIZED'],
  [2, 'NEWLOCALS'],
  [4, 'VARARGS'],
  [8, 'VARKEYWORDS'],
  [16, 'NESTED'],
  [32, 'GENERATOR'],
  [64, 'NOFREE'],
  [128, 'COROUTINE'],
  [256, 'ITERABLE_COROUTINE'],
  [512, 'ASYNC_GENERATOR'],
];

/** `co_flags` by name. */
export function prettyFlags(flags: number): string {
  if (flags === 0) return '0x0';
  const names = new Map(flagNames);
  const out: string[] = [];
  for (let i = 0; i < 32; i++) {
    const bit = 2 ** i;
    if (Math.floor(flags / bit) % 2 === 1) out.push(names.get(bit) ?? '0x' + bit.toString(16));
  }
  return out.join(', ');
}

/** The text `dis.show_code` prints (without the final newline). */
export function showCodeText(code: CodeObject, options: Pick<DisOptions, 'constRepr'> = {}): string {
  const repr = options.constRepr ?? defaultRepr;
  const lines = [
    `Name:              ${code.name}`,
    `Filename:          ${code.filename}`,
    `Argument count:    ${code.argcount}`,
    `Kw-only arguments: ${code.kwonlyargcount}`,
    `Number of locals:  ${code.nlocals}`,
    `Stack size:        ${code.stacksize}`,
    `Flags:             ${prettyFlags(code.flags)}`,
  ];
  const section = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push(title, ...items.map((s, i) => `${String(i).padStart(4)}: ${s}`));
  };
  section('Constants:', code.consts.map(repr));
  section('Names:', code.names);
  section('Variable names:', code.varnames);
  section('Free variables:', code.freevars);
  section('Cell variables:', code.cellvars);
  return lines.join('\n');
}

/** The listings of a code object and of all below it, each under a heading. */
export function disTree(code: CodeObject, options: DisOptions = {}, path = code.name): string {
  let out = `=== ${path} (line ${code.firstlineno}) ===\n${showCodeText(code, options)}\n\n${disText(code, options)}\n`;
  for (const c of code.consts) if (c instanceof CodeObject) out += disTree(c, options, `${path}.${c.name}`);
  return out;
}
