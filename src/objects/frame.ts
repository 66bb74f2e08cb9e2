/**
 * Frames: the state of one running (or suspended, or finished) code object. All of it is here, on the
 * heap: nothing of a Python call is on the JavaScript stack.
 */
import { inherit, PyObject, T, type AnyFrame, type PyValue } from './object.js';
import type { PyCode } from './code.js';
import type { PyDict } from './dict.js';
import type { PyGenerator } from './generator.js';
import type { PyFunction } from './function.js';
import type { PyBaseException } from './exception.js';
import type { FrameTrace } from './frame-trace.js';

/** Block types of `blocks` (CPython 3.5's numbers). */
export const Block = {
  LOOP: 120,
  EXCEPT: 121,
  FINALLY: 122,
  EXCEPT_HANDLER: 257,
} as const;

export class PyFrame {
  readonly isPython = true as const;
  back: AnyFrame | null = null;
  /** Locals, cells, frees, then the value stack. `undefined`: unbound. */
  st: any[];
  /** Index in `st` after the top of the value stack. */
  sp: number;
  /** Offset of the next instruction. */
  pc = 0;
  /** `f_lasti`: offset of the instruction last started, -1 before the first. */
  lasti = -1;
  /** Block stack: (type, handler, level) triples. */
  readonly blocks: number[] = [];
  /** Not 0: compiled code ran this frame, in its copy `virtual - 1` (jit/copies.ts): `blocks` is made when it is needed (ops/unwind.ts, realBlocks). */
  virtual = 0;
  globals: PyDict;
  builtins: PyDict;
  /** Namespace of a module or class body, or what exec was given; null in functions. */
  locals: PyValue | null = null;
  /** The generator, coroutine or async generator this frame belongs to. */
  gen: PyGenerator | null = null;
  /** An `__init__` call made by a class: the instance to return. */
  newObject: PyValue | undefined = undefined;
  /** Someone may keep this frame (traceback, generator, sys._getframe): never pooled again. */
  captured = false;
  /** Returned or raised out. */
  finished = false;
  /** Any of gen, newObject, tracing, ...: return takes the slow path. */
  special = false;
  /** `vm.handled` when the frame was entered; restored when it is left by an exception or return. */
  savedHandled: PyBaseException | null = null;
  /** Function that was called (for names in error messages); null for module and class bodies. */
  func: PyFunction | null = null;
  /** f_trace, f_trace_lines, f_trace_opcodes; only under sys.settrace. */
  trace: PyValue = null;
  traceLines = true;
  traceOpcodes = false;
  /** State of sys.settrace and sys.setprofile in this frame. */
  tracing: FrameTrace | null = null;
  /** The `f_locals` snapshot dict of a function frame, once asked for. */
  localsDict: PyDict | null = null;

  constructor(
    readonly code: PyCode,
    globals: PyDict,
    builtins: PyDict,
  ) {
    this.globals = globals;
    this.builtins = builtins;
    this.st = code.blankState();
    this.sp = code.nfixed;
  }
}
export interface PyFrame extends PyObject {}
inherit(PyFrame, PyObject);

/** The Python frame that called `f`, past native and prelude frames. */
export function frameBack(f: PyFrame): PyFrame | null {
  let b = f.back;
  while (b !== null && (!b.isPython || b.code.hidden)) b = b.back;
  return b;
}

/** Source line (3.11's) of an offset of a code object. */
export function lineOf(code: PyCode, lasti: number): number {
  if (lasti < 0) return code.co.firstlineno;
  const line = ownLine(code, lasti);
  return line < 0 ? lineFromLnotab(code, lasti) : line;
}

/** The line an instruction has of its own; -1 for one that belongs to no line (the implicit return, a loop's end). */
export function ownLine(code: PyCode, lasti: number): number {
  const row = positionRow(code, lasti);
  return row < 0 ? -1 : code.co.positions[row + 1]!;
}

/** Index of the row of `positions` that holds for an instruction; -1 without positions. */
function positionRow(code: PyCode, lasti: number): number {
  const p = code.co.positions;
  if (p.length === 0) return -1;
  let lo = 0;
  let hi = p.length / 5 - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (p[mid * 5]! <= lasti) lo = mid;
    else hi = mid - 1;
  }
  return lo * 5;
}

/** Whether two instructions are of the same text. */
export const samePlace = (code: PyCode, a: number, b: number): boolean => positionRow(code, a) === positionRow(code, b);

/** Column (in bytes) an instruction's text begins at; -1 where that is not known. */
export function columnOf(code: PyCode, lasti: number): number {
  const row = positionRow(code, lasti);
  return row < 0 ? -1 : code.co.positions[row + 3]!;
}

/** `PyCode_Addr2Line`. */
function lineFromLnotab(code: PyCode, lasti: number): number {
  const t = code.co.lnotab;
  let line = code.co.firstlineno;
  let addr = 0;
  for (let i = 0; i + 1 < t.length; i += 2) {
    addr += t[i]!;
    if (addr > lasti) break;
    line += t[i + 1]!;
  }
  return line;
}

export { T };

/** Whether `f` runs the program's own code: what the library's classes, references and generators do is nothing a program notices. */
export const isProgram = (f: PyFrame | null): boolean => f !== null && !isLibraryCode(f.code);
export const isLibraryCode = (code: PyCode): boolean => /^<(frozen|native|prelude)/.test(code.co.filename);
