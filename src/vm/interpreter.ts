/**
 * Tier 0: the run loop. One switch over decoded instructions; `pc` and `sp` in JS locals, everything else
 * of a Python call in its heap Frame. A Python call is a new frame in the same loop.
 *
 * How the loop is arranged: a case that is done ends in `continue`. A case that had to ask somebody
 * (`r = ...`) ends in `break` with `npc` set, and the code after the switch looks at `r`: a value is pushed,
 * PUSHED means other frames run first, undefined is an exception. Hot operations are inlined by hand
 * (V8 would not: its inlining budget for one function is used up at once). Fast paths never raise.
 *
 * Size: V8 does not optimise a function above 61,440 bytes of bytecode; test/repo checks a bound. Rare
 * opcodes are one call into `ops/`.
 *
 * Lines starting with `//@slow ` are active in the second copy of this loop (scripts/gen-slow-loop.ts):
 * stepping, tracing and checked mode.
 */
import { Op } from '../bytecode/opcodes.js';
import { NOVALUE, PUSHED, PyFloat, type PyValue, type Result } from '../objects/object.js';
import { PyFunction, PyModule } from '../objects/function.js';
import { PyFrame, Block } from '../objects/frame.js';
import { PyGenerator } from '../objects/generator.js';
import { PyInstance } from '../objects/type.js';
import { emptyTuple, PyList, PyTuple } from '../objects/tuple.js';
import { PyDict } from '../objects/dict.js';
import { exhausted, PyListIterator, PyRangeIterator, PyTupleIterator } from '../objects/iterators.js';
import { NativeFunction } from '../objects/native.js';
import { setupCells } from '../objects/call.js';
import { holds } from '../objects/contains.js';
import { NotImplemented } from '../objects/singletons.js';
import { MAX_ITEMS, tooLong } from '../objects/list-growth.js';
import { truthSync } from '../objects/convert.js';
import { SINK, type Sink } from '../objects/sink.js';
import { T } from '../objects/object.js';
import { STOP, type Thread } from './thread.js';
import { Operand, Quick, WIDTH } from './quick.js';
import { BOXES, HOLDS_BOXES, PLACES, settle } from './temps.js';
import { CODE, place, Place } from './code-space.js';
import { decode } from './decode.js';
import { driverHooks } from '../jit/drive.js';
import { compile, runTier1 } from '../jit/tier1.js';
import { DATA } from './ops/attributes.js';
import { iteratorKind, Site } from './ops/site.js';
import * as ops from './ops/index.js';
//@slow import { beforeInstruction } from './slow-hooks.js';
//@slow import { unfused } from './decode.js';

/** What the loop does next, when it is not dispatching. */
const enum Mode {
  DISPATCH,
  /** Run the frame on top. */
  ENTER,
  /** Hand `r` to the frame on top. */
  DELIVER,
  /** Raise `vm.exc` at `pc` in `f`. */
  RAISE,
  /** The same without a new traceback entry. */
  RERAISE,
  /** `f` got new pc and sp from outside. */
  RELOAD,
  /** The run ends, or waits: what `run` answers is false. */
  STOPPED,
  /** The slice is used up, the frames are as they are to go on. */
  SLICED,
  /** The operation of `floor` has its result. */
  DONE,
}

/**
 * Runs the frames of `vm` until the HOST_RETURN below them, a limit, or something to wait for. With `floor`, a frame
 * whose compiled code called this: until that frame's operation has its result. True: it has, in `vm.delivered`.
 * `depth`: bytes of JS stack that compiled code takes below.
 *
 * This is what happens between frames; `interpret` runs instructions. They are two functions as V8 takes long to optimise
 * the latter, and a program that is in compiled code most of the time needs the former alone.
 */
export function run(vm: Thread, floor: PyFrame | null = null, depth = 0): boolean {
  let f: PyFrame = null as unknown as PyFrame;
  let r: Result = undefined;
  let mode: Mode = Mode.ENTER;

  for (;;) {
    try {
      for (;;) {
        if (mode === Mode.RAISE || mode === Mode.RERAISE) {
          if (!ops.unwindException(vm, f, f.lasti, mode === Mode.RERAISE)) {
            r = undefined;
            mode = Mode.DELIVER;
            continue;
          }
        } else if (mode === Mode.ENTER) {
          const top = vm.frame!;
          if (!top.isPython) {
            // A Cont on top starts right away (or waits for the host).
            if (vm.suspended(top)) return false;
            r = NOVALUE;
            mode = Mode.DELIVER;
            continue;
          }
          f = top;
          if (vm.throwing !== null) {
            vm.exc = vm.throwing;
            vm.throwing = null;
            if (f.code.ops === null) decode(f.code);
            if (f.lasti < 0) f.lasti = 0;
            else if (f.gen !== null && f.code.co.code[f.lasti + 1] === Op.YIELD_FROM) f.lasti++;
            mode = Mode.RAISE;
            continue;
          }
        } else if (mode === Mode.DELIVER) {
          if (!vm.frame!.isPython) {
            r = ops.resumeConts(vm, r);
            if (r === PUSHED) {
              if (--vm.budget < 0) {
                vm.outOfBudget();
                return false;
              }
              mode = Mode.ENTER;
              continue;
            }
            if (r === STOP) return false;
          }
          f = vm.frame as PyFrame;
          if (f === floor) {
            vm.delivered = r;
            return true;
          }
          if (r === undefined) {
            const to = ops.deliverFailure(vm, f);
            if (to < 0) {
              mode = Mode.RAISE;
              continue;
            }
            f.pc = to;
          } else if (r !== NOVALUE) f.st[f.sp++] = r;
        }
        // RELOAD, and the end of the others: the frame runs.
        if (f.code.ops === null) {
          decode(f.code, vm.fuse);
          if (vm.jitThreshold === 0) compile(f.code);
        }
        if (f.code.jit !== null && vm.step === null && vm.traceFunc === null && vm.profileFunc === null) {
          const k = runTier1(vm, f, floor, depth);
          if (k === 0) { mode = Mode.ENTER; continue; }
          if (k === 4) return false;
          if (k === 5) return true;
          f = vm.frame as PyFrame;
        }
        if (f.virtual !== 0) ops.realBlocks(f, f.pc);
        mode = interpret(vm, f, floor);
        if (mode === Mode.STOPPED) return false;
        if (mode === Mode.DONE) return true;
        f = vm.leftFrame!;
        r = vm.answer;
      }
    } catch (e) {
      // A native threw: a PyException becomes the sentinel here; a limit or a bug of ours leaves the loop.
      ops.nativeThrew(vm, e, f, f === null ? 0 : f.lasti);
      if (vm.frame !== f && vm.frame !== null) {
        r = undefined;
        mode = Mode.DELIVER;
      } else mode = Mode.RAISE;
    }
  }
}

/**
 * Runs `f` from `f.pc` on, and the frames it calls and returns to, until something is to be done between frames: answers
 * what. The frame it is then about is `vm.leftFrame`, the result to deliver `vm.answer`.
 *
 * `pc` is a place in `instructions`, those of code-space.ts; less `base` it is the offset in the code. To V8 a variable of a
 * function around this one that is never assigned is a constant (a module's is not, once bundled), if it is read before the loop.
 */
function loopOver(instructions: Int32Array) {
  return function interpret(vm: Thread, f: PyFrame, floor: PyFrame | null): Mode {
  const CODE = instructions;
  CODE[Place.LOOPS]!++;
  let base = (f.code.placed === CODE[Place.AGE] ? f.code.base : place(f, f.pc)) | 0;
  let st: any[] = f.st;
  let caches: any[] = f.code.caches;
  let pc = (base + f.pc) | 0;
  let sp = f.sp | 0;
  let npc = 0;
  let r: Result = undefined;
  let mode: Mode = Mode.DISPATCH;
  try {
    dispatch: for (;;) {
      //@slow { f.pc = pc - base; f.sp = sp; const stop = beforeInstruction(vm, f); if (stop === 1) { CODE[Place.LOOPS]!--; return Mode.STOPPED; } if (stop === 2) { mode = Mode.ENTER; break; } if (stop === 3) { mode = Mode.RAISE; f.lasti = pc - base; break; } if (stop === 4) { pc = base + f.pc; sp = f.sp; } }
      // A case that is done continues; one whose operands its fast path does not take breaks, to its handler; one
      // that asked somebody itself leaves `own`, with `r` and `npc`.
      own: {
        fast: switch (CODE[pc]) {
          case Op.POP_TOP:
            sp--;
            pc++;
            continue;
          case Op.ROT_TWO: {
            const t = st[sp - 1];
            st[sp - 1] = st[sp - 2];
            st[sp - 2] = t;
            pc++;
            continue;
          }
          case Op.ROT_THREE: {
            const t = st[sp - 1];
            st[sp - 1] = st[sp - 2];
            st[sp - 2] = st[sp - 3];
            st[sp - 3] = t;
            pc++;
            continue;
          }
          case Op.ROT_FOUR:
            ops.rotN(st, sp, 4);
            pc++;
            continue;
          case Op.ROT_N:
            ops.rotN(st, sp, CODE[pc + 1]!);
            pc += 3;
            continue;
          case Op.DUP_TOP:
            st[sp] = st[sp - 1];
            sp++;
            pc++;
            continue;
          case Op.DUP_TOP_TWO:
            st[sp] = st[sp - 2];
            st[sp + 1] = st[sp - 1];
            sp += 2;
            pc++;
            continue;
          case Op.NOP:
            pc++;
            continue;
          case Op.EXTENDED_ARG:
            pc += 3;
            continue;

          // ---- locals and constants ----
          case Op.LOAD_FAST: {
            const v = st[CODE[pc + 1]!];
            if (v === undefined) break;
            st[sp++] = v;
            pc += 3;
            continue;
          }
          case Quick.LOAD_FAST_LOAD_FAST: {
            const v = st[CODE[pc + 1]!];
            if (v === undefined) break;
            st[sp++] = v;
            const w = st[CODE[pc + 4]!];
            if (w === undefined) {
              pc += 3;
              continue;
            }
            st[sp++] = w;
            pc += 6;
            continue;
          }
          case Quick.LOAD_FAST_LOAD_CONST: {
            const v = st[CODE[pc + 1]!];
            if (v === undefined) break;
            st[sp] = v;
            st[sp + 1] = caches[pc + 3 - base];
            sp += 2;
            pc += 6;
            continue;
          }
          case Quick.STORE_FAST_LOAD_FAST: {
            st[CODE[pc + 1]!] = st[sp - 1];
            const v = st[CODE[pc + 4]!];
            if (v === undefined) {
              sp--;
              pc += 3;
              continue;
            }
            st[sp - 1] = v;
            pc += 6;
            continue;
          }
          case Op.STORE_FAST:
            st[CODE[pc + 1]!] = st[--sp];
            pc += 3;
            continue;
          case Op.LOAD_CONST:
            st[sp++] = caches[pc - base];
            pc += 3;
            continue;

          // ---- operators ----
          case Op.BINARY_ADD:
          case Op.INPLACE_ADD:
          case Quick.ADD_TEMP:
          case Quick.LOAD_ADD:
          case Quick.LOAD_LOAD_ADD: {
            let a: any, b: any, low: number, next: number;
            let stored = false;
            if (CODE[pc] === Quick.LOAD_LOAD_ADD) {
              a = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              b = (CODE[pc + 5]! & Operand.CONST) !== 0 ? caches[pc + 3 - base] : st[CODE[pc + 4]!];
              stored = CODE[pc + 5]! >= Operand.STORED;
              low = sp;
              next = pc + 7;
            } else if (CODE[pc] === Quick.LOAD_ADD) {
              b = (CODE[pc + 2]! & Operand.CONST) !== 0 ? caches[pc - base] : st[CODE[pc + 1]!];
              stored = CODE[pc + 2]! >= Operand.STORED;
              low = sp - 1;
              a = st[low];
              next = pc + 4;
            } else {
              b = st[sp - 1];
              low = sp - 2;
              a = st[low];
              next = pc + 1;
            }
            quick: {
              if (typeof a === 'number' && typeof b === 'number') {
                const t = a + b;
                if ((t | 0) === t || Number.isSafeInteger(t)) {
                  if (stored) {
                    st[CODE[next + 1]!] = t;
                    sp = low;
                    pc = next + 3;
                  } else {
                    st[low] = t;
                    sp = low + 1;
                    pc = next;
                  }
                  continue;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                const t = a.v + b.v;
                if (CODE[next - 1] === Quick.ADD_TEMP) {
                  const box = BOXES[low & (PLACES - 1)]!;
                  box.v = t;
                  st[low] = box;
                } else if (stored) {
                  st[CODE[next + 1]!] = new PyFloat(t);
                  sp = low;
                  pc = next + 3;
                  continue;
                } else st[low] = new PyFloat(t);
                sp = low + 1;
                pc = next;
                continue;
              } else if (typeof a === 'string' && typeof b === 'string' && (b.charCodeAt(0) & 0xfc00) !== 0xdc00) {
                // A low surrogate could make a pair with what `a` ends with; long strings are charged for.
                const t = a + b;
                if (t.length > 4096) break quick;
                if (stored) {
                  st[CODE[next + 1]!] = t;
                  sp = low;
                  pc = next + 3;
                } else {
                  st[low] = t;
                  sp = low + 1;
                  pc = next;
                }
                continue;
              }
            }
            if (a === undefined || b === undefined) break;
            st[low] = a;
            st[low + 1] = b;
            sp = low + 2;
            pc = next - 1;
            break;
          }
          case Op.BINARY_SUBTRACT:
          case Op.INPLACE_SUBTRACT:
          case Quick.SUBTRACT_TEMP:
          case Quick.LOAD_SUBTRACT:
          case Quick.LOAD_LOAD_SUBTRACT: {
            let a: any, b: any, low: number, next: number;
            let stored = false;
            if (CODE[pc] === Quick.LOAD_LOAD_SUBTRACT) {
              a = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              b = (CODE[pc + 5]! & Operand.CONST) !== 0 ? caches[pc + 3 - base] : st[CODE[pc + 4]!];
              stored = CODE[pc + 5]! >= Operand.STORED;
              low = sp;
              next = pc + 7;
            } else if (CODE[pc] === Quick.LOAD_SUBTRACT) {
              b = (CODE[pc + 2]! & Operand.CONST) !== 0 ? caches[pc - base] : st[CODE[pc + 1]!];
              stored = CODE[pc + 2]! >= Operand.STORED;
              low = sp - 1;
              a = st[low];
              next = pc + 4;
            } else {
              b = st[sp - 1];
              low = sp - 2;
              a = st[low];
              next = pc + 1;
            }
            quick: {
              if (typeof a === 'number' && typeof b === 'number') {
                const t = a - b;
                if ((t | 0) === t || Number.isSafeInteger(t)) {
                  if (stored) {
                    st[CODE[next + 1]!] = t;
                    sp = low;
                    pc = next + 3;
                  } else {
                    st[low] = t;
                    sp = low + 1;
                    pc = next;
                  }
                  continue;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                const t = a.v - b.v;
                if (CODE[next - 1] === Quick.SUBTRACT_TEMP) {
                  const box = BOXES[low & (PLACES - 1)]!;
                  box.v = t;
                  st[low] = box;
                } else if (stored) {
                  st[CODE[next + 1]!] = new PyFloat(t);
                  sp = low;
                  pc = next + 3;
                  continue;
                } else st[low] = new PyFloat(t);
                sp = low + 1;
                pc = next;
                continue;
              }
            }
            if (a === undefined || b === undefined) break;
            st[low] = a;
            st[low + 1] = b;
            sp = low + 2;
            pc = next - 1;
            break;
          }
          case Op.BINARY_MULTIPLY:
          case Op.INPLACE_MULTIPLY:
          case Quick.MULTIPLY_TEMP:
          case Quick.LOAD_MULTIPLY:
          case Quick.LOAD_LOAD_MULTIPLY: {
            let a: any, b: any, low: number, next: number;
            let stored = false;
            if (CODE[pc] === Quick.LOAD_LOAD_MULTIPLY) {
              a = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              b = (CODE[pc + 5]! & Operand.CONST) !== 0 ? caches[pc + 3 - base] : st[CODE[pc + 4]!];
              stored = CODE[pc + 5]! >= Operand.STORED;
              low = sp;
              next = pc + 7;
            } else if (CODE[pc] === Quick.LOAD_MULTIPLY) {
              b = (CODE[pc + 2]! & Operand.CONST) !== 0 ? caches[pc - base] : st[CODE[pc + 1]!];
              stored = CODE[pc + 2]! >= Operand.STORED;
              low = sp - 1;
              a = st[low];
              next = pc + 4;
            } else {
              b = st[sp - 1];
              low = sp - 2;
              a = st[low];
              next = pc + 1;
            }
            quick: {
              if (typeof a === 'number' && typeof b === 'number') {
                const t = a * b + 0; // + 0: an int is never -0
                if ((t | 0) === t || Number.isSafeInteger(t)) {
                  if (stored) {
                    st[CODE[next + 1]!] = t;
                    sp = low;
                    pc = next + 3;
                  } else {
                    st[low] = t;
                    sp = low + 1;
                    pc = next;
                  }
                  continue;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                const t = a.v * b.v;
                if (CODE[next - 1] === Quick.MULTIPLY_TEMP) {
                  const box = BOXES[low & (PLACES - 1)]!;
                  box.v = t;
                  st[low] = box;
                } else if (stored) {
                  st[CODE[next + 1]!] = new PyFloat(t);
                  sp = low;
                  pc = next + 3;
                  continue;
                } else st[low] = new PyFloat(t);
                sp = low + 1;
                pc = next;
                continue;
              }
            }
            if (a === undefined || b === undefined) break;
            st[low] = a;
            st[low + 1] = b;
            sp = low + 2;
            pc = next - 1;
            break;
          }
          case Op.BINARY_TRUE_DIVIDE:
          case Op.INPLACE_TRUE_DIVIDE:
          case Quick.DIVIDE_TEMP: {
            const b = st[sp - 1];
            const a = st[sp - 2];
            let t: number;
            if (a instanceof PyFloat && b instanceof PyFloat && b.v !== 0) t = a.v / b.v;
            else if (typeof a === 'number' && typeof b === 'number' && b !== 0) t = a / b;
            else break;
            sp--;
            if (CODE[pc] === Quick.DIVIDE_TEMP) {
              const box = BOXES[(sp - 1) & (PLACES - 1)]!;
              box.v = t;
              st[sp - 1] = box;
            } else st[sp - 1] = new PyFloat(t);
            pc++;
            continue;
          }
          case Op.BINARY_MODULO:
          case Op.INPLACE_MODULO:
          case Quick.LOAD_MODULO:
          case Quick.LOAD_LOAD_MODULO: {
            let a: any, b: any, low: number, next: number;
            if (CODE[pc] === Quick.LOAD_LOAD_MODULO) {
              a = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              b = CODE[pc + 5] === Operand.CONST ? caches[pc + 3 - base] : st[CODE[pc + 4]!];
              low = sp;
              next = pc + 7;
            } else if (CODE[pc] === Quick.LOAD_MODULO) {
              b = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              low = sp - 1;
              a = st[low];
              next = pc + 4;
            } else {
              b = st[sp - 1];
              low = sp - 2;
              a = st[low];
              next = pc + 1;
            }
            quick: {
              if (typeof a === 'number' && typeof b === 'number' && b > 0) {
                const t = a % b;
                st[low] = t < 0 ? t + b : t + 0;
                sp = low + 1;
                pc = next;
                continue;
              }
            }
            if (a === undefined || b === undefined) break;
            st[low] = a;
            st[low + 1] = b;
            sp = low + 2;
            pc = next - 1;
            break;
          }
          case Op.BINARY_FLOOR_DIVIDE:
          case Op.INPLACE_FLOOR_DIVIDE: {
            const b = st[sp - 1];
            const a = st[sp - 2];
            if (typeof a === 'number' && typeof b === 'number' && b > 0) {
              // By the truncated remainder: `a` less the floored one may not be exact.
              const m = a % b;
              st[--sp - 1] = (a - m) / b - (m < 0 ? 1 : 0) + 0;
              pc++;
              continue;
            }
            break;
          }
          case Op.BINARY_AND:
          case Op.INPLACE_AND:
          case Op.BINARY_OR:
          case Op.INPLACE_OR:
          case Op.BINARY_XOR:
          case Op.INPLACE_XOR:
          case Op.BINARY_LSHIFT:
          case Op.INPLACE_LSHIFT:
          case Op.BINARY_RSHIFT:
          case Op.INPLACE_RSHIFT:
          case Quick.LOAD_BITS: {
            let b: any, low: number, at: number;
            if (CODE[pc] === Quick.LOAD_BITS) {
              b = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              low = sp - 1;
              at = pc + 3;
            } else {
              b = st[sp - 1];
              low = sp - 2;
              at = pc;
            }
            const a = st[low];
            quick: {
              if (typeof a === 'number' && typeof b === 'number') {
                const t = (a | 0) === a && (b | 0) === b ? ops.smallBitOp(CODE[at]!, a, b) : ops.wideBitOp(CODE[at]!, a, b);
                if (t !== undefined) {
                  st[low] = t;
                  sp = low + 1;
                  pc = at + 1;
                  continue;
                }
              }
            }
            if (b === undefined) break;
            st[low + 1] = b;
            sp = low + 2;
            pc = at;
            break;
          }
          case Op.UNARY_NEGATIVE: {
            const a = st[sp - 1];
            if (typeof a === 'number') {
              st[sp - 1] = 0 - a;
              pc++;
              continue;
            }
            if (a instanceof PyFloat) {
              st[sp - 1] = new PyFloat(-a.v);
              pc++;
              continue;
            }
            break;
          }
          case Op.UNARY_NOT: {
            const a = st[sp - 1];
            if (a === true || a === false) {
              st[sp - 1] = !a;
              pc++;
              continue;
            }
            const t = truthSync(vm, a);
            if (t === undefined) break;
            st[sp - 1] = t === false;
            pc++;
            continue;
          }
          case Op.COMPARE_OP:
          case Quick.COMPARE_JUMP_FALSE:
          case Quick.LOAD_COMPARE:
          case Quick.LOAD_LOAD_COMPARE: {
            let a: any, b: any, low: number, at: number;
            if (CODE[pc] === Quick.LOAD_LOAD_COMPARE) {
              a = CODE[pc + 2] === Operand.LOCAL ? st[CODE[pc + 1]!] : CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[f.code.nlocals + CODE[pc + 1]!].v;
              b = CODE[pc + 5] === Operand.LOCAL ? st[CODE[pc + 4]!] : CODE[pc + 5] === Operand.CONST ? caches[pc + 3 - base] : st[f.code.nlocals + CODE[pc + 4]!].v;
              if (a === undefined || b === undefined) break;
              low = sp;
              at = pc + 6;
            } else if (CODE[pc] === Quick.LOAD_COMPARE) {
              b = CODE[pc + 2] === Operand.LOCAL ? st[CODE[pc + 1]!] : CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[f.code.nlocals + CODE[pc + 1]!].v;
              if (b === undefined) break;
              low = sp - 1;
              a = st[low];
              at = pc + 3;
            } else {
              b = st[sp - 1];
              low = sp - 2;
              a = st[low];
              at = pc;
            }
            const arg = CODE[at + 1];
            let t: boolean | undefined;
            if (typeof a === 'number' && typeof b === 'number') {
              switch (arg) {
                case 0: t = a < b; break;
                case 1: t = a <= b; break;
                case 2: t = a === b; break;
                case 3: t = a !== b; break;
                case 4: t = a > b; break;
                case 5: t = a >= b; break;
                case 8: t = a === b; break;
                case 9: t = a !== b; break;
              }
            } else if (arg === 8) t = a === b;
            else if (arg === 9) t = a !== b;
            else if (arg === 6 || arg === 7) {
              t = holds(b, a);
              if (arg === 7 && t !== undefined) t = t === false;
            } else if (typeof a === 'string' && typeof b === 'string') {
              if (arg === 2) t = a === b;
              else if (arg === 3) t = a !== b;
            } else if (a instanceof PyFloat && b instanceof PyFloat) {
              switch (arg) {
                case 0: t = a.v < b.v; break;
                case 1: t = a.v <= b.v; break;
                case 2: t = a.v === b.v; break;
                case 3: t = a.v !== b.v; break;
                case 4: t = a.v > b.v; break;
                case 5: t = a.v >= b.v; break;
              }
            }
            if (t === undefined) {
              st[low] = a;
              st[low + 1] = b;
              sp = low + 2;
              pc = at;
              break;
            }
            if (CODE[at] === Op.COMPARE_OP) {
              st[low] = t;
              sp = low + 1;
              pc = at + 3;
            } else {
              sp = low;
              const to = CODE[at + 4]!;
              const next = at + 6;
              pc = t === true ? next : to;
            }
            continue;
          }

          // ---- jumps and loops ----
          case Op.JUMP_FORWARD:
          case Op.JUMP_ABSOLUTE:
            pc = CODE[pc + 1]!;
            continue;
          case Quick.JUMP_BACK:
            pc = CODE[pc + 1]!;
            if (--vm.budget < 0) {
              f.pc = pc - base;
              f.sp = sp;
              f.lasti = pc - base;
              mode = Mode.SLICED;
              break own;
            }
            if (f.code.jit !== null) {
              f.pc = pc - base;
              f.sp = sp;
              mode = Mode.RELOAD;
              break own;
            }
            continue;
          case Op.POP_JUMP_IF_FALSE: {
            const v = st[sp - 1];
            const t: boolean | undefined = v === true || v === false ? v : typeof v === 'number' ? v !== 0 : v === null ? false : truthSync(vm, v);
            if (t === undefined) break;
            const to = CODE[pc + 1]!;
            const next = pc + 3;
            pc = t === true ? next : to;
            sp--;
            continue;
          }
          case Op.POP_JUMP_IF_TRUE: {
            const v = st[sp - 1];
            const t: boolean | undefined = v === true || v === false ? v : typeof v === 'number' ? v !== 0 : v === null ? false : truthSync(vm, v);
            if (t === undefined) break;
            const to = CODE[pc + 1]!;
            const next = pc + 3;
            pc = t === true ? to : next;
            sp--;
            continue;
          }
          case Op.JUMP_IF_FALSE_OR_POP:
          case Op.JUMP_IF_TRUE_OR_POP: {
            const t = truthSync(vm, st[sp - 1]);
            if (t === undefined) break;
            if (t === (CODE[pc] === Op.JUMP_IF_TRUE_OR_POP)) pc = CODE[pc + 1]!;
            else {
              sp--;
              pc += 3;
            }
            continue;
          }
          case Op.GET_ITER: {
            const v = st[sp - 1];
            if (v instanceof PyList && v.cls === T.list) st[sp - 1] = new PyListIterator(v);
            else if (v instanceof PyTuple && v.cls === T.tuple) st[sp - 1] = new PyTupleIterator(v);
            else if (!(v instanceof PyGenerator) || v.cls !== T.generator) break;
            pc++;
            continue;
          }
          case Quick.STORE_FAST_JUMP_BACK:
          case Quick.POP_TOP_JUMP_BACK:
          case Quick.JUMP_BACK_FOR:
            if (CODE[pc] === Quick.STORE_FAST_JUMP_BACK) {
              st[CODE[pc + 1]!] = st[--sp];
              pc += 3;
            } else if (CODE[pc] === Quick.POP_TOP_JUMP_BACK) {
              sp--;
              pc++;
            }
            pc = CODE[pc + 1]!;
            if (--vm.budget < 0) {
              f.pc = pc - base;
              f.sp = sp;
              f.lasti = pc - base;
              mode = Mode.SLICED;
              break own;
            }
            if (f.code.jit !== null) {
              f.pc = pc - base;
              f.sp = sp;
              mode = Mode.RELOAD;
              break own;
            }
          // falls through: the loop goes on with its next value
          case Quick.FOR_ITER_STORE_FAST:
          case Op.FOR_ITER: {
            const it = st[sp - 1];
            let v: any;
            // The end of all kinds is one piece, below: what runs for the first time makes V8 start over (decision 0019).
            ended: {
              // What was iterated here last is asked for first.
              for (;;) {
                const kind = CODE[pc + 2];
                if (kind === Site.RANGE) {
                  if (it instanceof PyRangeIterator) {
                    if (it.left <= 0) break ended;
                    it.left--;
                    v = it.current;
                    it.current += it.step;
                    break;
                  }
                } else if (kind === Site.LIST) {
                  if (it instanceof PyListIterator) {
                    const list = it.list;
                    if (list === null || it.index >= list.items.length) break ended;
                    v = list.items[it.index++];
                    break;
                  }
                } else if (kind === Site.GENERATOR) {
                  if (it instanceof PyGenerator) {
                    if (it.cls !== T.generator || it.running !== false || it.frame === null || vm.depth >= vm.recursionLimit) break fast;
                    // resumeGenerator and pushFrame, by hand
                    const g = it.frame;
                    if (g.lasti >= 0) g.st[g.sp++] = null;
                    it.running = true;
                    f.pc = pc + 3 - base;
                    f.lasti = pc - base;
                    f.sp = sp;
                    vm.depth++;
                    g.back = f;
                    g.savedHandled = vm.handled;
                    if (it.handled !== null) {
                      vm.handled = it.handled;
                      it.handled = null;
                    }
                    vm.frame = g;
                    if (--vm.budget < 0 || g.code.jit !== null) {
                      mode = vm.budget < 0 ? Mode.SLICED : Mode.ENTER;
                      break own;
                    }
                    f = g;
                    if (f.code.ops === null) decode(f.code, vm.fuse);
                    base = (f.code.placed === CODE[Place.AGE] ? f.code.base : place(f, f.pc)) | 0;
                    caches = f.code.caches;
                    st = f.st;
                    pc = (base + f.pc) | 0;
                    sp = f.sp | 0;
                    continue dispatch;
                  }
                } else if (kind === Site.TUPLE) {
                  if (it instanceof PyTupleIterator) {
                    const tuple = it.tuple;
                    if (tuple === null || it.index >= tuple.items.length) break ended;
                    v = tuple.items[it.index++];
                    break;
                  }
                } else if (kind === Site.OTHER && typeof it === 'object' && it !== null) {
                  if (CODE[pc + 3] === Quick.UNPACK_STORE && CODE[pc + 4] === 2) {
                    // Two names: no tuple is made.
                    const first = it.quickPair();
                    if (first === undefined) break ended;
                    if (first !== NOVALUE) {
                      st[CODE[pc + 7]!] = first;
                      st[CODE[pc + 10]!] = it.second;
                      pc += 12;
                      continue dispatch;
                    }
                  }
                  v = it.quickNext();
                  if (v === undefined) break ended;
                  if (v !== NOVALUE) break;
                  CODE[pc + 2] = Site.UNKNOWN;
                  break fast;
                }
                CODE[pc + 2] = iteratorKind(it);
                // No object at all: only who calls a comprehension's code by hand has that.
                if (CODE[pc + 2] === Site.UNKNOWN) break fast;
              }
              if (CODE[pc] === Op.FOR_ITER) {
                st[sp++] = v;
                pc += 3;
              } else {
                st[CODE[pc + 4]!] = v;
                pc += 6;
              }
              continue;
            }
            exhausted(it);
            sp--;
            pc = CODE[pc + 1]!;
            continue;
          }
          case Op.SETUP_LOOP:
            f.blocks.push(Block.LOOP, CODE[pc + 1]! - base, sp);
            pc += 3;
            continue;
          case Op.SETUP_EXCEPT:
            f.blocks.push(Block.EXCEPT, CODE[pc + 1]! - base, sp);
            pc += 3;
            continue;
          case Op.SETUP_FINALLY:
            f.blocks.push(Block.FINALLY, CODE[pc + 1]! - base, sp);
            pc += 3;
            continue;
          case Op.SETUP_ASYNC_WITH:
            f.blocks.push(Block.FINALLY, CODE[pc + 1]! - base, sp - 1);
            pc += 3;
            continue;
          case Op.POP_BLOCK: {
            // By pop: V8 sets `length` in its runtime. `| 0`: else `sp` is a tagged value in all of the loop.
            const { blocks } = f;
            sp = blocks.pop()! | 0;
            blocks.pop();
            blocks.pop();
            pc++;
            continue;
          }

          // ---- names ----
          case Op.LOAD_NAME:
            if (f.locals !== f.globals) break;
          // falls through: in a module, the locals are the globals
          case Op.LOAD_GLOBAL: {
            const c = caches[pc - base];
            if (c === undefined) break;
            const d = f.globals;
            if (c.layout === d.layout) st[sp++] = d.vals[c.index];
            else if (c.version === d.version && c.builtins === f.builtins.layout) st[sp++] = f.builtins.vals[c.index];
            else break;
            pc += 3;
            continue;
          }
          case Op.STORE_NAME:
            if (f.locals !== f.globals) break;
          // falls through
          case Op.STORE_GLOBAL: {
            const c = caches[pc - base];
            const d = f.globals;
            if (c === undefined || c.layout !== d.layout) break;
            d.vals[c.index] = st[--sp];
            pc += 3;
            continue;
          }
          case Op.LOAD_DEREF: {
            const v = st[f.code.nlocals + CODE[pc + 1]!].v;
            if (v === undefined) break;
            st[sp++] = v;
            pc += 3;
            continue;
          }
          case Op.STORE_DEREF:
            st[f.code.nlocals + CODE[pc + 1]!].v = st[--sp];
            pc += 3;
            continue;
          case Op.LOAD_CLOSURE:
            st[sp++] = st[f.code.nlocals + CODE[pc + 1]!];
            pc += 3;
            continue;

          // ---- attributes and subscripts ----
          case Op.LOAD_ATTR:
          case Quick.LOAD_FAST_LOAD_ATTR:
          case Quick.LOAD_FAST_DUP_ATTR: {
            let o: any, low: number, at: number;
            if (CODE[pc] === Op.LOAD_ATTR) {
              low = sp - 1;
              o = st[low];
              at = pc;
            } else if (CODE[pc] === Quick.LOAD_FAST_DUP_ATTR) {
              o = st[CODE[pc + 1]!];
              if (o === undefined) break;
              st[sp] = o;
              low = sp + 1;
              at = pc + 4;
            } else {
              o = st[CODE[pc + 1]!];
              low = sp;
              at = pc + 3;
            }
            let c = caches[at - base];
            if (o instanceof PyInstance && c !== undefined) {
              // The caches of other classes seen here are behind it.
              while (o.shape !== c.shape && c.alt !== null) c = c.alt;
              if (o.shape === c.shape && c.cls.version === c.version && (c.index >= 0 || c.index === DATA)) {
                const v = c.index >= 0 ? o.slots[c.index] : c.dict.vals[c.value];
                if (v !== undefined) {
                  st[low] = v;
                  sp = low + 1;
                  pc = at + 3;
                  continue;
                }
              }
            } else if (o instanceof PyModule && c !== undefined && c.dict === o.dict && c.dict.keys[c.index] === c.name) {
              st[low] = c.dict.vals[c.index];
              sp = low + 1;
              pc = at + 3;
              continue;
            }
            if (o === undefined) break;
            st[low] = o;
            sp = low + 1;
            pc = at;
            break;
          }
          case Quick.LOAD_FAST_LOAD_METHOD: {
            const o = st[CODE[pc + 1]!];
            if (o === undefined) break;
            st[sp++] = o;
            pc += 3;
          }
          // falls through: the pair's second half
          case Quick.LOAD_METHOD: {
            const o = st[sp - 1];
            let c = caches[pc - base];
            if (c === undefined) break;
            // First: `instanceof` takes as many steps as there are classes above that of a builtin type's objects.
            if (c.shape === null && c.index === -1 && (typeof o === 'object' ? o !== null && o.cls === c.cls && c.cls.version === c.version : typeof o === 'string' ? c.cls === T.str : typeof o === 'number' && c.cls === T.int)) {
              st[sp - 1] = c.value;
              st[sp++] = o;
              pc += 3;
              continue;
            }
            if (o instanceof PyInstance) {
              while (o.shape !== c.shape && c.alt !== null) c = c.alt;
              if (o.shape === c.shape && c.cls.version === c.version) {
                if (c.index === -1) {
                  st[sp - 1] = c.value;
                  st[sp++] = o;
                } else if (c.index >= 0) {
                  st[sp - 1] = undefined;
                  st[sp++] = o.slots[c.index];
                } else break;
                pc += 3;
                continue;
              }
            } else if (o instanceof PyModule && c.dict === o.dict && c.dict.keys[c.index] === c.name) {
              st[sp - 1] = undefined;
              st[sp++] = c.dict.vals[c.index];
              pc += 3;
              continue;
            }
            break;
          }
          case Op.STORE_ATTR:
          case Quick.LOAD_LOAD_STORE_ATTR:
          case Quick.ROT_TWO_STORE_ATTR: {
            let o: any, v: any, low: number, at: number;
            if (CODE[pc] === Op.STORE_ATTR) {
              o = st[sp - 1];
              v = st[sp - 2];
              low = sp - 2;
              at = pc;
            } else if (CODE[pc] === Quick.ROT_TWO_STORE_ATTR) {
              v = st[sp - 1];
              o = st[sp - 2];
              low = sp - 2;
              at = pc + 1;
            } else {
              v = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
              o = st[CODE[pc + 4]!];
              if (v === undefined) break;
              low = sp;
              at = pc + 6;
            }
            let c = caches[at - base];
            if (o instanceof PyInstance && c !== undefined) {
              while (o.shape !== c.shape && c.alt !== null) c = c.alt;
              if (o.shape === c.shape && c.cls.version === c.version) {
                o.slots[c.index] = v;
                if (c.next !== null) o.shape = c.next;
                sp = low;
                pc = at + 3;
                continue;
              }
            }
            if (o === undefined) break;
            st[low] = v;
            st[low + 1] = o;
            sp = low + 2;
            pc = at;
            break;
          }
          case Op.BINARY_SUBSCR:
          case Quick.LOAD_SUBSCR:
          case Quick.LOAD_LOAD_SUBSCR: {
            let o: any, k: any, low: number, next: number;
            if (CODE[pc] === Quick.LOAD_LOAD_SUBSCR) {
              o = CODE[pc + 2] === Operand.LOCAL ? st[CODE[pc + 1]!] : CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[f.code.nlocals + CODE[pc + 1]!].v;
              k = CODE[pc + 5] === Operand.LOCAL ? st[CODE[pc + 4]!] : CODE[pc + 5] === Operand.CONST ? caches[pc + 3 - base] : st[f.code.nlocals + CODE[pc + 4]!].v;
              if (o === undefined || k === undefined) break;
              low = sp;
              next = pc + 7;
            } else if (CODE[pc] === Quick.LOAD_SUBSCR) {
              k = CODE[pc + 2] === Operand.LOCAL ? st[CODE[pc + 1]!] : CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[f.code.nlocals + CODE[pc + 1]!].v;
              if (k === undefined) break;
              low = sp - 1;
              o = st[low];
              next = pc + 4;
            } else {
              k = st[sp - 1];
              low = sp - 2;
              o = st[low];
              next = pc + 1;
            }
            quick: {
              if (typeof k === 'number' && o !== null && typeof o === 'object') {
                if (o.cls === T.list || o.cls === T.tuple) {
                  const items = (o as PyList).items;
                  const v = k >= 0 ? items[k] : items[k + items.length];
                  if (v === undefined) break quick;
                  st[low] = v;
                  sp = low + 1;
                  pc = next;
                  continue;
                }
              }
              if (typeof o === 'string') {
                if (typeof k !== 'number') break quick;
                const v = k >= 0 ? o[k] : o[k + o.length];
                if (v === undefined) break quick;
                st[low] = v;
                sp = low + 1;
                pc = next;
                continue;
              }
              if (o instanceof PyDict && o.cls === T.dict) {
                const i = typeof k === 'string' || typeof k === 'number' ? o.findPrim(k) : o.find(k);
                if (i < 0) break quick;
                st[low] = o.vals[i];
                sp = low + 1;
                pc = next;
                continue;
              }
            }
            st[low] = o;
            st[low + 1] = k;
            sp = low + 2;
            pc = next - 1;
            break;
          }
          case Quick.ROT_THREE_STORE_SUBSCR: {
            // k, o, v from the top, as an augmented assignment leaves them
            const v = st[sp - 1];
            const k = st[sp - 2];
            const o = st[sp - 3];
            if (o instanceof PyList) {
              if (typeof k !== 'number' || o.cls !== T.list || k < 0 || k >= o.items.length) break;
              o.items[k] = v;
            } else if (!(o instanceof PyDict) || o.cls !== T.dict || !o.setFast(k, v)) break;
            sp -= 3;
            pc += 2;
            continue;
          }
          case Quick.DUP_TOP_TWO_SUBSCR: {
            const k = st[sp - 1];
            const o = st[sp - 2];
            let v: any;
            if (o instanceof PyList) {
              if (typeof k !== 'number' || k < 0 || o.cls !== T.list) break;
              v = o.items[k];
            } else if (o instanceof PyDict && o.cls === T.dict) {
              const i = typeof k === 'string' || typeof k === 'number' ? o.findPrim(k) : o.find(k);
              if (i < 0) break;
              v = o.vals[i];
            }
            if (v === undefined) break;
            st[sp++] = v;
            pc += 2;
            continue;
          }
          case Op.STORE_SUBSCR:
          case Quick.LOAD_LOAD_STORE_SUBSCR: {
            let o: any, k: any, low: number, next: number;
            if (CODE[pc] === Op.STORE_SUBSCR) {
              k = st[sp - 1];
              o = st[sp - 2];
              low = sp - 3;
              next = pc + 1;
            } else {
              o = st[CODE[pc + 1]!];
              k = CODE[pc + 5] === Operand.CONST ? caches[pc + 3 - base] : st[CODE[pc + 4]!];
              if (k === undefined) break;
              low = sp - 1;
              next = pc + 7;
            }
            quick: {
              if (o instanceof PyList) {
                if (typeof k !== 'number' || o.cls !== T.list || k < 0 || k >= o.items.length) break quick;
                o.items[k] = st[low];
              } else if (!(o instanceof PyDict) || o.cls !== T.dict || !o.setFast(k, st[low])) break quick;
              sp = low;
              pc = next;
              continue;
            }
            if (o === undefined) break;
            st[low + 1] = o;
            st[low + 2] = k;
            sp = low + 3;
            pc = next - 1;
            break;
          }

          // ---- calls ----
          case Quick.LOAD_CALL: {
            const v = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
            if (v === undefined) break;
            st[sp++] = v;
            pc += 3;
          }
          // falls through: the operand is the last argument
          case Op.CALL_FUNCTION:
          case Quick.CALL_METHOD: {
            let arg = CODE[pc + 1]!;
            if (arg >= 256) break;
            /** Where the stack goes on after the call, and where the callable is. */
            let low = sp - arg - 1;
            let at = low;
            let fn = st[at];
            if (CODE[pc] === Quick.CALL_METHOD) {
              // What LOAD_METHOD pushed: a function and its self, or a hole and the callable.
              low--;
              if (st[low] !== undefined) {
                fn = st[low];
                at = low;
                arg++;
              }
            }
            // Which kind was called here last is asked for first.
            if (CODE[pc + 2] === Site.NATIVE && !(fn instanceof NativeFunction)) CODE[pc + 2] = Site.UNKNOWN;
            if (CODE[pc + 2] !== Site.NATIVE && fn instanceof PyFunction) {
              const callee = fn.code;
              if (callee.fastArgs === arg && vm.depth < vm.recursionLimit) {
                let g = callee.pool;
                if (g === null) g = new PyFrame(callee, fn.globals, fn.builtins);
                else {
                  callee.pool = g.back as PyFrame | null;
                  g.globals = fn.globals;
                  g.builtins = fn.builtins;
                }
                const gst = g.st;
                for (let i = 0; i < arg; i++) gst[i] = st[at + 1 + i];
                if (callee.nfixed !== callee.nlocals) setupCells(callee, gst, fn.closure);
                f.pc = pc + 3 - base;
                f.lasti = pc - base;
                f.sp = low;
                g.back = f;
                g.savedHandled = vm.handled;
                vm.depth++;
                vm.frame = g;
                if (--vm.budget < 0) {
                  g.pc = 0;
                  g.lasti = -1;
                  g.sp = callee.nfixed;
                  mode = Mode.SLICED;
                  break own;
                }
                if (callee.ops === null) {
                  decode(callee, vm.fuse);
                  if (vm.jitThreshold === 0) compile(callee);
                }
                if (callee.jit !== null) {
                  g.pc = 0;
                  g.lasti = -1;
                  g.sp = callee.nfixed;
                  mode = Mode.ENTER;
                  break own;
                }
                //@slow g.pc = 0; g.lasti = -1;
                f = g;
                base = (callee.placed === CODE[Place.AGE] ? callee.base : place(f, 0)) | 0;
                caches = callee.caches;
                st = gst;
                pc = base;
                sp = callee.nfixed | 0;
                f.lasti = -1;
                continue;
              }
            }
            f.lasti = pc - base;
            npc = pc + 3;
            sp = low;
            // `bound`: unless it is a method called with its self.
            if (fn instanceof NativeFunction && (at !== low || CODE[pc] === Op.CALL_FUNCTION ? fn.bound === false && fn.self !== undefined : true)) {
              CODE[pc + 2] = Site.NATIVE;
              if (fn.def.exact === arg && arg > 0 && arg < 3) r = arg === 1 ? fn.def.fn(vm, st[at + 1]) : fn.def.fn(vm, st[at + 1], st[at + 2]);
              else r = ops.callNativeStack(vm, fn, st, at + 1, arg);
            } else r = ops.callStack(vm, fn, st, at + 1, arg);
            break own;
          }
          case Quick.LOAD_RETURN: {
            const v = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
            if (v === undefined) break;
            st[sp++] = v;
            pc += 3;
          }
          // falls through
          case Op.RETURN_VALUE: {
            let v = st[--sp];
            if (f.blocks.length !== 0) {
              f.sp = sp;
              f.lasti = pc - base;
              if (ops.unwindReturn(vm, f, v)) {
                mode = Mode.RELOAD;
                break own;
              }
            }
            let back = f.back!;
            //@slow f.lasti = pc - base;
            if (f.special === true) {
              const made = f.newObject;
              if (made === undefined || v !== null) {
                f.lasti = pc - base;
                r = ops.leaveSpecial(vm, f, v);
                mode = Mode.DELIVER;
                break own;
              }
              // `__init__` is done: what its class was called for is the result.
              f.newObject = undefined;
              f.special = false;
              v = made;
            }
            vm.depth--;
            // What waits for this operator's method has nothing to do but when it is NotImplemented.
            while (back.isPython === false && back.row.passes === true && v !== NotImplemented) back = back.back!;
            vm.frame = back;
            if (f.captured === true) {
              f.lasti = pc - base;
              ops.finishCaptured(f);
            } else {
              const c = f.code;
              const n = c.nfixed;
              for (let i = 0; i < n; i++) st[i] = undefined;
              f.back = c.pool;
              c.pool = f;
            }
            if (back.isPython === true) {
              f = back;
              if (f.code.jit !== null) {
                if (f === floor) {
                  vm.delivered = v;
                  CODE[Place.LOOPS]!--;
                  return Mode.DONE;
                }
                f.st[f.sp++] = v;
                mode = Mode.RELOAD;
                break own;
              }
              base = (f.code.placed === CODE[Place.AGE] ? f.code.base : place(f, f.pc)) | 0;
              caches = f.code.caches;
              st = f.st;
              pc = (base + f.pc) | 0;
              sp = f.sp | 0;
              st[sp++] = v;
              continue;
            }
            r = v;
            mode = Mode.DELIVER;
            break own;
          }
          case Op.YIELD_VALUE: {
            const v = st[--sp];
            f.lasti = pc - base;
            f.pc = pc + 1 - base;
            f.sp = sp;
            const gen = f.gen!;
            const back = f.back!;
            if (gen.cls === T.generator && back.isPython === true && back.gen === null) {
              gen.running = false;
              if (vm.handled !== f.savedHandled) {
                gen.handled = vm.handled;
                vm.handled = f.savedHandled;
              }
              vm.depth--;
              f.back = null;
              vm.frame = back;
              f = back;
              if (f.code.jit !== null) {
                if (f === floor) {
                  vm.delivered = v;
                  CODE[Place.LOOPS]!--;
                  return Mode.DONE;
                }
                f.st[f.sp++] = v;
                mode = Mode.RELOAD;
                break own;
              }
              base = (f.code.placed === CODE[Place.AGE] ? f.code.base : place(f, f.pc)) | 0;
              caches = f.code.caches;
              st = f.st;
              pc = (base + f.pc) | 0;
              sp = f.sp | 0;
              st[sp++] = v;
              continue;
            }
            if (back.isPython === false && back.row === SINK && vm.budget > 0 && vm.traced === false && (back.b as Sink).take(v)) {
              // Nobody sees that it was suspended.
              st[sp++] = null;
              pc++;
              continue;
            }
            r = ops.yieldValue(vm, f, v);
            mode = Mode.DELIVER;
            break own;
          }
          case Op.YIELD_FROM: {
            const v = st[--sp];
            f.lasti = pc - base;
            f.pc = pc - base;
            f.sp = sp;
            r = ops.yieldFrom(vm, f, st[sp - 1], v);
            if (r === PUSHED) mode = --vm.budget < 0 ? Mode.SLICED : Mode.ENTER;
            else if (r === undefined) {
              if (vm.exc === null) {
                st[sp - 1] = vm.stopValue;
                vm.stopValue = null;
                pc++;
                continue;
              }
              mode = Mode.RAISE;
            } else mode = Mode.DELIVER;
            break own;
          }

          // ---- building ----
          case Op.BUILD_TUPLE: {
            const n = CODE[pc + 1]!;
            const items: PyValue[] = [];
            for (let i = sp - n; i < sp; i++) items.push(st[i]);
            sp -= n;
            st[sp++] = n === 0 ? emptyTuple() : new PyTuple(items);
            pc += 3;
            continue;
          }
          case Op.BUILD_LIST: {
            const n = CODE[pc + 1]!;
            const items: PyValue[] = [];
            for (let i = sp - n; i < sp; i++) items.push(st[i]);
            sp -= n;
            st[sp++] = new PyList(items);
            pc += 3;
            continue;
          }
          case Quick.LOAD_LIST_APPEND: {
            const v = CODE[pc + 2] === Operand.CONST ? caches[pc - base] : st[CODE[pc + 1]!];
            if (v === undefined) break;
            st[sp++] = v;
            pc += 3;
          }
          // falls through
          case Op.LIST_APPEND: {
            const v = st[--sp];
            const { items } = st[sp - CODE[pc + 1]!] as PyList;
            if (items.push(v) > MAX_ITEMS) tooLong(items);
            pc += 3;
            continue;
          }
          case Quick.UNPACK_STORE: {
            const n = CODE[pc + 1]!;
            const v = st[sp - 1];
            if (v !== null && typeof v === 'object' && (v.cls === T.tuple || v.cls === T.list)) {
              const items = (v as PyTuple).items;
              if (items.length === n) {
                sp--;
                pc += 3;
                for (let i = 0; i < n; i++, pc += 3) st[CODE[pc + 1]!] = items[i];
                continue;
              }
            }
            break;
          }
          case Op.UNPACK_SEQUENCE: {
            const n = CODE[pc + 1]!;
            const v = st[sp - 1];
            if (v !== null && typeof v === 'object' && (v.cls === T.tuple || v.cls === T.list)) {
              const items = (v as PyTuple).items;
              if (items.length === n) {
                sp--;
                for (let i = n - 1; i >= 0; i--) st[sp++] = items[i];
                pc += 3;
                continue;
              }
            }
            break;
          }

          // ---- exceptions ----
          case Op.RAISE_VARARGS: {
            const n = CODE[pc + 1]!;
            sp -= n;
            f.lasti = pc - base;
            f.sp = sp;
            r = ops.raiseVarargs(vm, n, st[sp], st[sp + 1]);
            // A bare raise keeps its traceback as it is.
            if (r === NOVALUE) mode = Mode.RERAISE;
            npc = pc + 3;
            break own;
          }
          case Op.RERAISE: {
            vm.exc = st[--sp];
            mode = Mode.RERAISE;
            break own;
          }
          case Op.POP_EXCEPT:
            f.sp = sp;
            ops.popExcept(vm, f);
            sp = f.sp | 0;
            pc++;
            continue;
          case Op.END_FINALLY: {
            const status = st[--sp];
            if (status === null) {
              pc++;
              continue;
            }
            f.sp = sp;
            f.lasti = pc - base;
            f.pc = pc + 1 - base;
            switch (ops.endFinally(vm, f, status)) {
              case 0: // go on (f.pc, f.sp)
                mode = Mode.RELOAD;
                break;
              case 1: // raise again
                sp = f.sp | 0;
                mode = Mode.RERAISE;
                break;
              default: // the return value is on its way out
                r = ops.leaveFrame(vm, f, vm.returning!);
                mode = Mode.DELIVER;
            }
            break own;
          }
          case Op.BREAK_LOOP:
          case Op.CONTINUE_LOOP:
            f.sp = sp;
            f.lasti = pc - base;
            if (CODE[pc] === Op.BREAK_LOOP) ops.unwindBreak(vm, f);
            else ops.unwindContinue(vm, f, CODE[pc + 1]! - base);
            mode = Mode.RELOAD;
            break own;
        }

        // ---- what no fast path took ----
        if (f.code.boxes === true && HOLDS_BOXES[CODE[pc]!] === 1) settle(st, f.code.nfixed, sp);
        f.sp = sp;
        f.lasti = pc - base;
        f.pc = pc - base + WIDTH[CODE[pc]!]!;
        r = ops.HANDLERS[CODE[pc]!]!(vm, f, st, pc - base);
        sp = f.sp | 0;
        npc = (base + f.pc) | 0;
      }

      // ---- after a case that asked somebody ----
      if (mode === Mode.DISPATCH) {
        if (r === PUSHED) {
          f.pc = npc - base;
          f.sp = sp;
          mode = --vm.budget < 0 ? Mode.SLICED : Mode.ENTER;
        } else if (r !== undefined) {
          if (r !== NOVALUE) st[sp++] = r;
          pc = npc;
          continue;
        } else {
          mode = Mode.RAISE;
          if (vm.exc === null) ops.noException(vm);
        }
      }

      // ---- between frames ----
      // `run` does these, too; here, what is usual, without leaving this function and coming back.
      if (mode === Mode.RAISE || mode === Mode.RERAISE) {
        f.sp = sp;
        f.lasti = pc - base;
        if (ops.unwindException(vm, f, pc - base, mode === Mode.RERAISE)) mode = Mode.RELOAD;
        else {
          r = undefined;
          mode = Mode.DELIVER;
        }
      } else if (mode === Mode.DELIVER && r !== undefined && vm.frame!.isPython === false) {
        r = ops.resumeConts(vm, r);
        if (r === PUSHED) {
          // What a native calls is a step as well: the loop is to be left now and then, for V8 makes it faster where it begins only.
          mode = --vm.budget < 0 ? Mode.SLICED : Mode.ENTER;
        } else if (r === STOP) mode = Mode.STOPPED;
      }
      if (mode === Mode.SLICED) {
        vm.outOfBudget();
        mode = Mode.STOPPED;
      }
      if (mode === Mode.STOPPED) {
        CODE[Place.LOOPS]!--;
        return mode;
      }
      const g = mode === Mode.RELOAD ? f : (vm.frame as PyFrame);
      if ((mode === Mode.DELIVER && (r === undefined || g === floor)) || !g.isPython || g.code.jit !== null || vm.throwing !== null) break;
      if (g.code.ops === null) {
        if (vm.jitThreshold === 0) break;
        decode(g.code, vm.fuse);
      }
      if (g.virtual !== 0) ops.realBlocks(g, g.pc);
      f = g;
      base = (f.code.placed === CODE[Place.AGE] ? f.code.base : place(f, f.pc)) | 0;
      caches = f.code.caches;
      st = f.st;
      pc = (base + f.pc) | 0;
      sp = f.sp | 0;
      if (mode === Mode.DELIVER && r !== NOVALUE) st[sp++] = r;
      mode = Mode.DISPATCH;
    }
    CODE[Place.LOOPS]!--;
  } catch (e) {
    CODE[Place.LOOPS]!--;
    ops.nativeThrew(vm, e, f, pc - base);
    if (vm.frame !== f && vm.frame !== null) {
      r = undefined;
      mode = Mode.DELIVER;
    } else mode = Mode.RAISE;
  }
  if (mode === Mode.RAISE) {
    f.sp = sp;
    f.lasti = pc - base;
  }
  vm.leftFrame = f;
  vm.answer = r;
  return mode;
}
}

const interpret = loopOver(CODE);

driverHooks.run = run;
