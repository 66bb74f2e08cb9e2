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
import { AstralStr, NOVALUE, PUSHED, PyFloat, type PyValue, type Result } from '../objects/object.js';
import { PyFunction, PyMethod, PyModule } from '../objects/function.js';
import { PyFrame, Block } from '../objects/frame.js';
import { PyGenerator } from '../objects/generator.js';
import { PyInstance } from '../objects/type.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyDict } from '../objects/dict.js';
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../objects/iterators.js';
import { NativeFunction } from '../objects/native.js';
import { setupCells } from '../objects/call.js';
import { truth, truthSync } from '../objects/convert.js';
import { iter, next } from '../objects/iterate.js';
import { getattr, setattr } from '../objects/attribute.js';
import { delitem, getitem, setitem, PySlice } from '../objects/subscript.js';
import { T } from '../objects/object.js';
import { STOP, type Thread } from './thread.js';
import { Quick } from './quick.js';
import { decode } from './decode.js';
import { driverHooks } from '../jit/drive.js';
import { compile, runTier1 } from '../jit/tier1.js';
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
}

/**
 * Runs the frames of `vm` until the HOST_RETURN below them, a limit, or something to wait for. With `floor`, a frame
 * whose compiled code called this: until that frame's operation has its result. True: it has, in `vm.delivered`.
 * `depth`: bytes of JS stack that compiled code takes below.
 */
export function run(vm: Thread, floor: PyFrame | null = null, depth = 0): boolean {
  let f: PyFrame = null as unknown as PyFrame;
  let code: Int32Array = null as unknown as Int32Array;
  let st: any[] = [];
  let caches: any[] = [];
  let pc = 0;
  let sp = 0;
  let npc = 0;
  let r: Result = undefined;
  let mode: Mode = Mode.ENTER;

  for (;;) {
    try {
      for (;;) {
        // ---- between frames --------------------------------------------------------------------
        while (mode !== Mode.DISPATCH) {
          if (mode === Mode.RAISE || mode === Mode.RERAISE) {
            f.sp = sp;
            f.lasti = pc;
            if (ops.unwindException(vm, f, pc, mode === Mode.RERAISE)) mode = Mode.RELOAD;
            else {
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
              sp = f.sp;
              pc = f.lasti < 0 ? 0 : f.lasti;
              if (f.gen !== null && f.code.co.code[f.lasti + 1] === Op.YIELD_FROM && f.lasti >= 0) pc = f.lasti + 1;
              mode = Mode.RAISE;
              continue;
            }
          } else if (mode === Mode.DELIVER) {
            if (!vm.frame!.isPython) {
              r = ops.resumeConts(vm, r);
              if (r === PUSHED) {
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
                sp = f.sp;
                pc = f.lasti;
                code = f.code.ops!;
                st = f.st;
                caches = f.code.caches;
                mode = Mode.RAISE;
                continue;
              }
              f.pc = to;
            } else if (r !== NOVALUE) f.st[f.sp++] = r;
          }
          // RELOAD, and the end of the others: registers from the frame.
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
          if (f.virtual) ops.realBlocks(f, f.pc);
          code = f.code.ops!;
          caches = f.code.caches;
          st = f.st;
          pc = f.pc;
          sp = f.sp;
          mode = Mode.DISPATCH;
        }

        // ---- instructions ----------------------------------------------------------------------
        for (;;) {
          //@slow { f.pc = pc; f.sp = sp; const stop = beforeInstruction(vm, f); if (stop === 1) return false; if (stop === 2) { mode = Mode.ENTER; break; } if (stop === 3) { mode = Mode.RAISE; f.lasti = pc; break; } if (stop === 4) { pc = f.pc; sp = f.sp; } }
          switch (code[pc]) {
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
              ops.rotN(st, sp, code[pc + 1]!);
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
              const v = st[code[pc + 1]!];
              if (v === undefined) {
                r = ops.unboundLocal(vm, f, code[pc + 1]!);
                break;
              }
              st[sp++] = v;
              pc += 3;
              continue;
            }
            case Quick.LOAD_FAST_LOAD_FAST: {
              const v = st[code[pc + 1]!];
              const w = st[code[pc + 4]!];
              if (v === undefined || w === undefined) {
                if (v !== undefined) {
                  pc += 3;
                  r = ops.unboundLocal(vm, f, code[pc + 1]!);
                } else r = ops.unboundLocal(vm, f, code[pc + 1]!);
                break;
              }
              st[sp] = v;
              st[sp + 1] = w;
              sp += 2;
              pc += 6;
              continue;
            }
            case Quick.LOAD_FAST_LOAD_CONST: {
              const v = st[code[pc + 1]!];
              if (v === undefined) {
                r = ops.unboundLocal(vm, f, code[pc + 1]!);
                break;
              }
              st[sp] = v;
              st[sp + 1] = f.code.consts[code[pc + 4]!];
              sp += 2;
              pc += 6;
              continue;
            }
            case Quick.STORE_FAST_LOAD_FAST: {
              st[code[pc + 1]!] = st[sp - 1];
              const v = st[code[pc + 4]!];
              if (v === undefined) {
                sp--;
                pc += 3;
                r = ops.unboundLocal(vm, f, code[pc + 1]!);
                break;
              }
              st[sp - 1] = v;
              pc += 6;
              continue;
            }
            case Op.STORE_FAST:
              st[code[pc + 1]!] = st[--sp];
              pc += 3;
              continue;
            case Op.DELETE_FAST: {
              const i = code[pc + 1]!;
              if (st[i] === undefined) {
                r = ops.unboundLocal(vm, f, i);
                break;
              }
              st[i] = undefined;
              pc += 3;
              continue;
            }
            case Op.LOAD_CONST:
              st[sp++] = f.code.consts[code[pc + 1]!];
              pc += 3;
              continue;

            // ---- operators ----
            case Op.BINARY_ADD:
            case Op.INPLACE_ADD: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (typeof a === 'number' && typeof b === 'number') {
                const t = a + b;
                if (Number.isSafeInteger(t)) {
                  st[--sp - 1] = t;
                  pc++;
                  continue;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                st[--sp - 1] = new PyFloat(a.v + b.v);
                pc++;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.add(vm, a, b, code[pc] === Op.INPLACE_ADD);
              break;
            }
            case Op.BINARY_SUBTRACT:
            case Op.INPLACE_SUBTRACT: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (typeof a === 'number' && typeof b === 'number') {
                const t = a - b;
                if (Number.isSafeInteger(t)) {
                  st[--sp - 1] = t;
                  pc++;
                  continue;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                st[--sp - 1] = new PyFloat(a.v - b.v);
                pc++;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.subtract(vm, a, b, code[pc] === Op.INPLACE_SUBTRACT);
              break;
            }
            case Op.BINARY_MULTIPLY:
            case Op.INPLACE_MULTIPLY: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (typeof a === 'number' && typeof b === 'number') {
                const t = a * b + 0; // + 0: an int is never -0
                if (Number.isSafeInteger(t)) {
                  st[--sp - 1] = t;
                  pc++;
                  continue;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                st[--sp - 1] = new PyFloat(a.v * b.v);
                pc++;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.multiply(vm, a, b, code[pc] === Op.INPLACE_MULTIPLY);
              break;
            }
            case Op.BINARY_TRUE_DIVIDE:
            case Op.INPLACE_TRUE_DIVIDE: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (a instanceof PyFloat && b instanceof PyFloat && b.v !== 0) {
                st[--sp - 1] = new PyFloat(a.v / b.v);
                pc++;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.trueDivide(vm, a, b, code[pc] === Op.INPLACE_TRUE_DIVIDE);
              break;
            }
            case Op.BINARY_MODULO:
            case Op.INPLACE_MODULO: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (typeof a === 'number' && typeof b === 'number' && b > 0) {
                const t = a % b;
                st[--sp - 1] = t < 0 ? t + b : t + 0;
                pc++;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.binarySlow(vm, code[pc]!, a, b);
              break;
            }
            case Op.BINARY_FLOOR_DIVIDE:
            case Op.INPLACE_FLOOR_DIVIDE: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (typeof a === 'number' && typeof b === 'number' && b > 0) {
                let m = a % b;
                if (m < 0) m += b;
                st[--sp - 1] = (a - m) / b + 0;
                pc++;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.binarySlow(vm, code[pc]!, a, b);
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
            case Op.INPLACE_RSHIFT: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b) {
                const t = ops.smallBitOp(code[pc]!, a, b);
                if (t !== undefined) {
                  st[--sp - 1] = t;
                  pc++;
                  continue;
                }
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.binarySlow(vm, code[pc]!, a, b);
              break;
            }
            case Op.BINARY_POWER:
            case Op.BINARY_MATRIX_MULTIPLY:
            case Op.INPLACE_POWER:
            case Op.INPLACE_MATRIX_MULTIPLY: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.binarySlow(vm, code[pc]!, a, b);
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
              sp--;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.unary(vm, Op.UNARY_NEGATIVE, a);
              break;
            }
            case Op.UNARY_POSITIVE:
            case Op.UNARY_INVERT: {
              const a = st[--sp];
              f.lasti = pc;
              npc = pc + 1;
              r = ops.unary(vm, code[pc]!, a);
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
              if (t !== undefined) {
                st[sp - 1] = !t;
                pc++;
                continue;
              }
              sp--;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.notSlow(vm, a);
              break;
            }
            case Op.COMPARE_OP: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              const arg = code[pc + 1]!;
              if (typeof a === 'number' && typeof b === 'number') {
                let t = false;
                switch (arg) {
                  case 0: t = a < b; break;
                  case 1: t = a <= b; break;
                  case 2: t = a === b; break;
                  case 3: t = a !== b; break;
                  case 4: t = a > b; break;
                  case 5: t = a >= b; break;
                  case 8: t = a === b; break;
                  case 9: t = a !== b; break;
                  default: npc = -1;
                }
                if (npc !== -1) {
                  st[--sp - 1] = t;
                  pc += 3;
                  continue;
                }
              } else if (arg === 8) {
                st[--sp - 1] = a === b;
                pc += 3;
                continue;
              } else if (arg === 9) {
                st[--sp - 1] = a !== b;
                pc += 3;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 3;
              r = ops.compare(vm, arg, a, b);
              break;
            }
            case Quick.COMPARE_JUMP_FALSE: {
              const b = st[sp - 1];
              const a = st[sp - 2];
              let t: boolean | undefined;
              if (typeof a === 'number' && typeof b === 'number') {
                switch (code[pc + 1]) {
                  case 0: t = a < b; break;
                  case 1: t = a <= b; break;
                  case 2: t = a === b; break;
                  case 3: t = a !== b; break;
                  case 4: t = a > b; break;
                  case 5: t = a >= b; break;
                  case 8: t = a === b; break;
                  case 9: t = a !== b; break;
                }
              } else if (a instanceof PyFloat && b instanceof PyFloat) {
                switch (code[pc + 1]) {
                  case 0: t = a.v < b.v; break;
                  case 1: t = a.v <= b.v; break;
                  case 2: t = a.v === b.v; break;
                  case 3: t = a.v !== b.v; break;
                  case 4: t = a.v > b.v; break;
                  case 5: t = a.v >= b.v; break;
                  case 8: t = a === b; break;
                  case 9: t = a !== b; break;
                }
              } else if (code[pc + 1] === 8) t = a === b;
              else if (code[pc + 1] === 9) t = a !== b;
              if (t !== undefined) {
                sp -= 2;
                pc = t ? pc + 6 : code[pc + 4]!;
                continue;
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 3;
              r = ops.compare(vm, code[pc + 1]!, a, b);
              break;
            }

            // ---- jumps and loops ----
            case Op.JUMP_FORWARD:
            case Op.JUMP_ABSOLUTE:
              pc = code[pc + 1]!;
              continue;
            case Quick.JUMP_BACK:
              pc = code[pc + 1]!;
              if (--vm.budget < 0) {
                f.pc = pc;
                f.sp = sp;
                f.lasti = pc;
                if (vm.outOfBudget()) return false;
                mode = Mode.ENTER;
                break;
              }
              if (f.code.jit !== null) {
                f.pc = pc;
                f.sp = sp;
                mode = Mode.RELOAD;
                break;
              }
              continue;
            case Op.POP_JUMP_IF_FALSE: {
              const v = st[--sp];
              if (v === true) pc += 3;
              else if (v === false || v === null) pc = code[pc + 1]!;
              else {
                const t = truthSync(vm, v);
                if (t === undefined) {
                  f.lasti = pc;
                  npc = pc + 3;
                  r = ops.jumpSlow(vm, f, v, false, code[pc + 1]!);
                  if (r === NOVALUE) npc = f.pc;
                  break;
                }
                pc = t ? pc + 3 : code[pc + 1]!;
              }
              continue;
            }
            case Op.POP_JUMP_IF_TRUE: {
              const v = st[--sp];
              if (v === true) pc = code[pc + 1]!;
              else if (v === false || v === null) pc += 3;
              else {
                const t = truthSync(vm, v);
                if (t === undefined) {
                  f.lasti = pc;
                  npc = pc + 3;
                  r = ops.jumpSlow(vm, f, v, true, code[pc + 1]!);
                  if (r === NOVALUE) npc = f.pc;
                  break;
                }
                pc = t ? code[pc + 1]! : pc + 3;
              }
              continue;
            }
            case Op.JUMP_IF_FALSE_OR_POP:
            case Op.JUMP_IF_TRUE_OR_POP: {
              const v = st[sp - 1];
              const t = truthSync(vm, v);
              const jumpIf = code[pc] === Op.JUMP_IF_TRUE_OR_POP;
              if (t === undefined) {
                f.lasti = pc;
                npc = pc + 3;
                f.sp = sp;
                r = ops.jumpOrPopSlow(vm, f, v, jumpIf, code[pc + 1]!);
                if (r === NOVALUE) {
                  npc = f.pc;
                  sp = f.sp;
                }
                break;
              }
              if (t === jumpIf) pc = code[pc + 1]!;
              else {
                sp--;
                pc += 3;
              }
              continue;
            }
            case Op.GET_ITER: {
              const v = st[sp - 1];
              if (v instanceof PyList && v.cls === T.list) {
                st[sp - 1] = new PyListIterator(v);
                pc++;
                continue;
              }
              if (v instanceof PyGenerator && v.cls === T.generator) {
                pc++;
                continue;
              }
              if (v instanceof PyTuple && v.cls === T.tuple) {
                st[sp - 1] = new PyTupleIterator(v);
                pc++;
                continue;
              }
              sp--;
              f.lasti = pc;
              npc = pc + 1;
              r = iter(vm, v);
              break;
            }
            case Quick.FOR_ITER_STORE_FAST: {
              const it = st[sp - 1];
              if (it instanceof PyRangeIterator) {
                if (it.left > 0) {
                  it.left--;
                  st[code[pc + 4]!] = it.current;
                  it.current += it.step;
                  pc += 6;
                } else {
                  sp--;
                  pc = code[pc + 1]!;
                }
                continue;
              }
              if (it instanceof PyListIterator) {
                const list = it.list;
                if (list !== null && it.index < list.items.length) {
                  st[code[pc + 4]!] = list.items[it.index++];
                  pc += 6;
                } else {
                  it.list = null;
                  sp--;
                  pc = code[pc + 1]!;
                }
                continue;
              }
            }
            // falls through: the pair's first half does the rest
            case Op.FOR_ITER: {
              const it = st[sp - 1];
              if (it instanceof PyGenerator && it.cls === T.generator && !it.running && it.frame !== null && vm.depth < vm.recursionLimit) {
                // resumeGenerator and pushFrame, by hand
                const g = it.frame;
                if (g.lasti >= 0) g.st[g.sp++] = null;
                it.running = true;
                f.pc = pc + 3;
                f.lasti = pc;
                f.sp = sp;
                vm.depth++;
                g.back = f;
                g.savedHandled = vm.handled;
                if (it.handled !== null) {
                  vm.handled = it.handled;
                  it.handled = null;
                }
                vm.frame = g;
                if (--vm.budget < 0 && vm.outOfBudget()) return false;
                if (vm.frame !== g || g.code.jit !== null) {
                  mode = Mode.ENTER;
                  break;
                }
                f = g;
                if (f.code.ops === null) decode(f.code, vm.fuse);
                code = f.code.ops!;
                caches = f.code.caches;
                st = f.st;
                pc = f.pc;
                sp = f.sp;
                continue;
              }
              if (it instanceof PyListIterator) {
                const list = it.list;
                if (list !== null && it.index < list.items.length) {
                  st[sp++] = list.items[it.index++];
                  pc += 3;
                } else {
                  it.list = null;
                  sp--;
                  pc = code[pc + 1]!;
                }
                continue;
              }
              if (it instanceof PyTupleIterator) {
                const tuple = it.tuple;
                if (tuple !== null && it.index < tuple.items.length) {
                  st[sp++] = tuple.items[it.index++];
                  pc += 3;
                } else {
                  it.tuple = null;
                  sp--;
                  pc = code[pc + 1]!;
                }
                continue;
              }
              if (it instanceof PyRangeIterator) {
                if (it.left > 0) {
                  it.left--;
                  st[sp++] = it.current;
                  it.current += it.step;
                  pc += 3;
                } else {
                  sp--;
                  pc = code[pc + 1]!;
                }
                continue;
              }
              f.lasti = pc;
              npc = pc + 3;
              r = next(vm, it);
              if (r === undefined && vm.exc === null) {
                sp--;
                pc = code[pc + 1]!;
                continue;
              }
              break;
            }
            case Op.SETUP_LOOP:
              f.blocks.push(Block.LOOP, code[pc + 1]!, sp);
              pc += 3;
              continue;
            case Op.SETUP_EXCEPT:
              f.blocks.push(Block.EXCEPT, code[pc + 1]!, sp);
              pc += 3;
              continue;
            case Op.SETUP_FINALLY:
              f.blocks.push(Block.FINALLY, code[pc + 1]!, sp);
              pc += 3;
              continue;
            case Op.POP_BLOCK: {
              const n = f.blocks.length;
              sp = f.blocks[n - 1]!;
              f.blocks.length = n - 3;
              pc++;
              continue;
            }

            // ---- names ----
            case Op.LOAD_GLOBAL: {
              const c = caches[pc];
              if (c !== undefined) {
                const d = f.globals;
                if (c.layout === d.layout) {
                  st[sp++] = d.vals[c.index];
                  pc += 3;
                  continue;
                }
                if (c.version === d.version && c.builtins === f.builtins.layout) {
                  st[sp++] = f.builtins.vals[c.index];
                  pc += 3;
                  continue;
                }
              }
              f.lasti = pc;
              npc = pc + 3;
              r = ops.loadGlobal(vm, f, pc, f.code.names[code[pc + 1]!]!);
              break;
            }
            case Op.STORE_GLOBAL: {
              const c = caches[pc];
              const d = f.globals;
              if (c !== undefined && c.layout === d.layout) d.vals[c.index] = st[--sp];
              else ops.storeGlobal(f, pc, f.code.names[code[pc + 1]!]!, st[--sp]);
              pc += 3;
              continue;
            }
            case Op.LOAD_NAME: {
              const c = caches[pc];
              const d = f.globals;
              if (c !== undefined && d === f.locals) {
                if (c.layout === d.layout) {
                  st[sp++] = d.vals[c.index];
                  pc += 3;
                  continue;
                }
                if (c.version === d.version && c.builtins === f.builtins.layout) {
                  st[sp++] = f.builtins.vals[c.index];
                  pc += 3;
                  continue;
                }
              }
              f.lasti = pc;
              npc = pc + 3;
              r = ops.loadName(vm, f, pc, f.code.names[code[pc + 1]!]!);
              break;
            }
            case Op.STORE_NAME: {
              const c = caches[pc];
              const d = f.globals;
              const v = st[--sp];
              if (c !== undefined && d === f.locals && c.layout === d.layout) {
                d.vals[c.index] = v;
                pc += 3;
                continue;
              }
              f.lasti = pc;
              npc = pc + 3;
              r = ops.storeName(vm, f, pc, f.code.names[code[pc + 1]!]!, v);
              break;
            }
            case Op.DELETE_NAME:
              f.lasti = pc;
              npc = pc + 3;
              r = ops.deleteName(vm, f, f.code.names[code[pc + 1]!]!);
              break;
            case Op.DELETE_GLOBAL:
              f.lasti = pc;
              npc = pc + 3;
              r = ops.deleteGlobal(vm, f, f.code.names[code[pc + 1]!]!);
              break;
            case Op.LOAD_DEREF: {
              const v = st[f.code.nlocals + code[pc + 1]!].v;
              if (v === undefined) {
                r = ops.unboundCell(vm, f, code[pc + 1]!);
                break;
              }
              st[sp++] = v;
              pc += 3;
              continue;
            }
            case Op.STORE_DEREF:
              st[f.code.nlocals + code[pc + 1]!].v = st[--sp];
              pc += 3;
              continue;
            case Op.DELETE_DEREF: {
              const c = st[f.code.nlocals + code[pc + 1]!];
              if (c.v === undefined) {
                r = ops.unboundCell(vm, f, code[pc + 1]!);
                break;
              }
              c.v = undefined;
              pc += 3;
              continue;
            }
            case Op.LOAD_CLOSURE:
              st[sp++] = st[f.code.nlocals + code[pc + 1]!];
              pc += 3;
              continue;
            case Op.LOAD_CLASSDEREF:
              f.lasti = pc;
              npc = pc + 3;
              r = ops.loadClassDeref(vm, f, code[pc + 1]!);
              break;

            // ---- attributes and subscripts ----
            case Quick.LOAD_FAST_LOAD_ATTR: {
              const o = st[code[pc + 1]!];
              const c = caches[pc + 3];
              if (c !== undefined && o instanceof PyInstance && o.shape === c.shape && c.cls.version === c.version && c.index >= 0) {
                const v = o.slots[c.index];
                if (v !== undefined) {
                  st[sp++] = v;
                  pc += 6;
                  continue;
                }
              }
              if (o === undefined) {
                r = ops.unboundLocal(vm, f, code[pc + 1]!);
                break;
              }
              st[sp++] = o;
              pc += 3;
            }
            // falls through: LOAD_ATTR
            case Op.LOAD_ATTR: {
              const o = st[sp - 1];
              const c = caches[pc];
              if (c !== undefined) {
                if (o instanceof PyInstance) {
                  if (o.shape === c.shape && c.cls.version === c.version && c.index >= 0) {
                    const v = o.slots[c.index];
                    if (v !== undefined) {
                      st[sp - 1] = v;
                      pc += 3;
                      continue;
                    }
                  }
                } else if (o instanceof PyModule && c.dict === o.dict && c.dict.keys[c.index] === c.name) {
                  st[sp - 1] = c.dict.vals[c.index];
                  pc += 3;
                  continue;
                }
              }
              sp--;
              f.lasti = pc;
              npc = pc + 3;
              r = ops.loadAttr(vm, f, pc, o, f.code.names[code[pc + 1]!]!);
              break;
            }
            case Quick.LOAD_METHOD: {
              const o = st[sp - 1];
              const c = caches[pc];
              if (c !== undefined) {
                if (o instanceof PyInstance) {
                  if (o.shape === c.shape && c.cls.version === c.version) {
                    if (c.index < 0) {
                      st[sp - 1] = c.value;
                      st[sp++] = o;
                    } else {
                      st[sp - 1] = undefined;
                      st[sp++] = o.slots[c.index];
                    }
                    pc += 3;
                    continue;
                  }
                } else if (typeof o === 'object' && o !== null) {
                  if (c.index < 0 && o.cls === c.cls && c.shape === null && c.cls.version === c.version) {
                    st[sp - 1] = c.value;
                    st[sp++] = o;
                    pc += 3;
                    continue;
                  }
                  if (o instanceof PyModule && c.dict === o.dict && c.dict.keys[c.index] === c.name) {
                    st[sp - 1] = undefined;
                    st[sp++] = c.dict.vals[c.index];
                    pc += 3;
                    continue;
                  }
                } else if (typeof o === 'string' && c.cls === T.str && c.shape === null) {
                  st[sp - 1] = c.value;
                  st[sp++] = o;
                  pc += 3;
                  continue;
                }
              }
              f.lasti = pc;
              npc = pc + 3;
              r = ops.loadMethod(vm, f, pc, o, f.code.names[code[pc + 1]!]!);
              if (r === NOVALUE) {
                // A method: function below, self on top.
                st[sp - 1] = vm.method;
                st[sp++] = o;
                pc += 3;
                continue;
              }
              st[sp - 1] = undefined;
              break;
            }
            case Op.STORE_ATTR: {
              const o = st[sp - 1];
              const c = caches[pc];
              if (c !== undefined && o instanceof PyInstance && o.shape === c.shape && c.cls.version === c.version) {
                o.slots[c.index] = st[sp - 2];
                if (c.next !== null) o.shape = c.next;
                sp -= 2;
                pc += 3;
                continue;
              }
              const v = st[sp - 2];
              sp -= 2;
              f.lasti = pc;
              npc = pc + 3;
              r = ops.storeAttr(vm, f, pc, o, f.code.names[code[pc + 1]!]!, v);
              break;
            }
            case Op.DELETE_ATTR: {
              const o = st[--sp];
              f.lasti = pc;
              npc = pc + 3;
              r = ops.discard(vm, vm.frame, setattr(vm, o, f.code.names[code[pc + 1]!]!, undefined));
              break;
            }
            case Op.BINARY_SUBSCR: {
              const k = st[sp - 1];
              const o = st[sp - 2];
              if (typeof k === 'number' && o !== null && typeof o === 'object') {
                if (o.cls === T.list || o.cls === T.tuple) {
                  const items = (o as PyList).items;
                  const v = k >= 0 ? items[k] : items[k + items.length];
                  if (v !== undefined) {
                    st[--sp - 1] = v;
                    pc++;
                    continue;
                  }
                }
              }
              if (o instanceof PyDict && o.cls === T.dict) {
                const i = typeof k === 'string' || typeof k === 'number' ? o.findPrim(k) : o.find(k);
                if (i >= 0) {
                  st[--sp - 1] = o.vals[i];
                  pc++;
                  continue;
                }
              }
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = getitem(vm, o, k);
              break;
            }
            case Op.STORE_SUBSCR: {
              const k = st[sp - 1];
              const o = st[sp - 2];
              const v = st[sp - 3];
              sp -= 3;
              if (o instanceof PyList) {
                if (typeof k === 'number' && o.cls === T.list) {
                  const items = o.items;
                  if (k >= 0 && k < items.length) {
                    items[k] = v;
                    pc++;
                    continue;
                  }
                }
              } else if (o instanceof PyDict && o.cls === T.dict && o.setFast(k, v)) {
                pc++;
                continue;
              }
              f.lasti = pc;
              npc = pc + 1;
              r = ops.discard(vm, vm.frame, setitem(vm, o, k, v));
              break;
            }
            case Op.DELETE_SUBSCR: {
              const k = st[sp - 1];
              const o = st[sp - 2];
              sp -= 2;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.discard(vm, vm.frame, delitem(vm, o, k));
              break;
            }

            // ---- calls ----
            case Op.CALL_FUNCTION: {
              const arg = code[pc + 1]!;
              if (arg < 256) {
                const at = sp - arg - 1;
                const fn = st[at];
                if (fn instanceof PyFunction) {
                  const callee = fn.code;
                  if (callee.simpleArgs && arg === callee.argcount && !callee.isGenerator && vm.depth < vm.recursionLimit) {
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
                    f.pc = pc + 3;
                    f.lasti = pc;
                    f.sp = at;
                    g.back = f;
                    g.savedHandled = vm.handled;
                    vm.depth++;
                    vm.frame = g;
                    if (--vm.budget < 0) {
                      g.pc = 0;
                      g.lasti = -1;
                      g.sp = callee.nfixed;
                      if (vm.outOfBudget()) return false;
                      if (vm.frame !== g) {
                        mode = Mode.ENTER;
                        break;
                      }
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
                      break;
                    }
                    //@slow g.pc = 0; g.lasti = -1;
                    f = g;
                    code = callee.ops!;
                    caches = callee.caches;
                    st = gst;
                    pc = 0;
                    sp = callee.nfixed;
                    f.lasti = -1;
                    continue;
                  }
                }
                f.lasti = pc;
                npc = pc + 3;
                sp = at;
                r = fn instanceof NativeFunction && !fn.bound && fn.self !== undefined ? ops.callNativeStack(vm, fn, st, at + 1, arg) : ops.callStack(vm, fn, st, at + 1, arg);
                break;
              }
              f.lasti = pc;
              npc = pc + 3;
              sp -= (arg & 255) + 2 * (arg >> 8) + 1;
              r = ops.callKeywords(vm, st, sp, arg);
              break;
            }
            case Quick.CALL_METHOD: {
              let arg = code[pc + 1]!;
              let at = sp - arg - 2;
              let fn = st[at];
              if (fn === undefined) {
                // Not a method: the callable is where self would be.
                at++;
                fn = st[at];
                if (fn instanceof NativeFunction && !fn.bound && fn.self !== undefined) {
                  f.lasti = pc;
                  npc = pc + 3;
                  sp = at - 1;
                  r = ops.callNativeStack(vm, fn, st, at + 1, arg);
                  break;
                }
                f.lasti = pc;
                npc = pc + 3;
                sp = at - 1;
                r = ops.callStack(vm, fn, st, at + 1, arg);
                break;
              }
              arg++;
              if (fn instanceof PyFunction) {
                const callee = fn.code;
                if (callee.simpleArgs && arg === callee.argcount && !callee.isGenerator && vm.depth < vm.recursionLimit) {
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
                  f.pc = pc + 3;
                  f.lasti = pc;
                  f.sp = at;
                  g.back = f;
                  g.savedHandled = vm.handled;
                  vm.depth++;
                  vm.frame = g;
                  if (--vm.budget < 0) {
                    g.pc = 0;
                    g.lasti = -1;
                    g.sp = callee.nfixed;
                    if (vm.outOfBudget()) return false;
                    if (vm.frame !== g) {
                      mode = Mode.ENTER;
                      break;
                    }
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
                    break;
                  }
                  //@slow g.pc = 0; g.lasti = -1;
                  f = g;
                  code = callee.ops!;
                  caches = callee.caches;
                  st = gst;
                  pc = 0;
                  sp = callee.nfixed;
                  f.lasti = -1;
                  continue;
                }
              }
              f.lasti = pc;
              npc = pc + 3;
              sp = at;
              r = fn instanceof NativeFunction ? ops.callNativeStack(vm, fn, st, at + 1, arg) : ops.callStack(vm, fn, st, at + 1, arg);
              break;
            }
            case Op.CALL_FUNCTION_VAR:
            case Op.CALL_FUNCTION_KW:
            case Op.CALL_FUNCTION_VAR_KW: {
              const arg = code[pc + 1]!;
              const op = code[pc]!;
              f.lasti = pc;
              npc = pc + 3;
              sp -= (arg & 255) + 2 * ((arg >> 8) & 255) + (op === Op.CALL_FUNCTION_VAR_KW ? 3 : 2);
              r = ops.callStar(vm, st, sp, arg, op);
              break;
            }
            case Op.RETURN_VALUE: {
              const v = st[--sp];
              if (f.blocks.length !== 0) {
                f.sp = sp;
                f.lasti = pc;
                if (ops.unwindReturn(vm, f, v)) {
                  mode = Mode.RELOAD;
                  break;
                }
              }
              const back = f.back!;
              //@slow f.lasti = pc;
              if (f.special) {
                f.lasti = pc;
                r = ops.leaveSpecial(vm, f, v);
                mode = Mode.DELIVER;
                break;
              }
              vm.depth--;
              vm.frame = back;
              if (f.captured) {
                f.lasti = pc;
                ops.finishCaptured(f);
              } else {
                const c = f.code;
                const n = c.nfixed;
                for (let i = 0; i < n; i++) st[i] = undefined;
                f.back = c.pool;
                c.pool = f;
              }
              if (back.isPython) {
                f = back;
                if (f.code.jit !== null) {
                  if (f === floor) {
                    vm.delivered = v;
                    return true;
                  }
                  f.st[f.sp++] = v;
                  mode = Mode.RELOAD;
                  break;
                }
                code = f.code.ops!;
                caches = f.code.caches;
                st = f.st;
                pc = f.pc;
                sp = f.sp;
                st[sp++] = v;
                continue;
              }
              r = v;
              mode = Mode.DELIVER;
              break;
            }
            case Op.YIELD_VALUE: {
              const v = st[--sp];
              f.lasti = pc;
              f.pc = pc + 1;
              f.sp = sp;
              const gen = f.gen!;
              const back = f.back!;
              if (gen.cls === T.generator && back.isPython && back.gen === null) {
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
                    return true;
                  }
                  f.st[f.sp++] = v;
                  mode = Mode.RELOAD;
                  break;
                }
                code = f.code.ops!;
                caches = f.code.caches;
                st = f.st;
                pc = f.pc;
                sp = f.sp;
                st[sp++] = v;
                continue;
              }
              r = ops.yieldValue(vm, f, v);
              mode = Mode.DELIVER;
              break;
            }
            case Op.YIELD_FROM: {
              const v = st[--sp];
              f.lasti = pc;
              f.pc = pc;
              f.sp = sp;
              r = ops.yieldFrom(vm, f, st[sp - 1], v);
              if (r === PUSHED) mode = Mode.ENTER;
              else if (r === undefined) {
                if (vm.exc === null) {
                  st[sp - 1] = vm.stopValue;
                  vm.stopValue = null;
                  pc++;
                  continue;
                }
                mode = Mode.RAISE;
              } else mode = Mode.DELIVER;
              break;
            }
            case Op.GET_YIELD_FROM_ITER:
            case Op.GET_AWAITABLE: {
              const v = st[--sp];
              f.lasti = pc;
              npc = pc + 1;
              r = code[pc] === Op.GET_AWAITABLE ? ops.getAwaitable(vm, f, v) : ops.getYieldFromIter(vm, f, v);
              break;
            }
            case Op.GET_AITER: {
              const v = st[--sp];
              f.lasti = pc;
              npc = pc + 1;
              r = ops.getAiter(vm, v);
              break;
            }
            case Op.GET_ANEXT:
              f.lasti = pc;
              npc = pc + 1;
              r = ops.getAnext(vm, st[sp - 1]);
              break;
            case Op.MAKE_FUNCTION:
            case Op.MAKE_CLOSURE:
              f.lasti = pc;
              npc = pc + 3;
              sp -= ops.makeFunctionPops(code[pc]!, code[pc + 1]!);
              r = ops.makeFunction(vm, f, sp, code[pc]!, code[pc + 1]!);
              break;
            case Op.LOAD_BUILD_CLASS:
              f.lasti = pc;
              npc = pc + 1;
              r = ops.loadBuildClass(vm, f);
              break;

            // ---- building ----
            case Op.BUILD_TUPLE: {
              const n = code[pc + 1]!;
              const items: PyValue[] = [];
              for (let i = sp - n; i < sp; i++) items.push(st[i]);
              sp -= n;
              st[sp++] = new PyTuple(items);
              pc += 3;
              continue;
            }
            case Op.BUILD_LIST: {
              const n = code[pc + 1]!;
              const items: PyValue[] = [];
              for (let i = sp - n; i < sp; i++) items.push(st[i]);
              sp -= n;
              st[sp++] = new PyList(items);
              pc += 3;
              continue;
            }
            case Op.BUILD_MAP:
            case Op.BUILD_SET:
            case Op.BUILD_STRING:
            case Op.BUILD_LIST_UNPACK:
            case Op.BUILD_TUPLE_UNPACK:
            case Op.BUILD_SET_UNPACK:
            case Op.BUILD_MAP_UNPACK:
            case Op.BUILD_MAP_UNPACK_WITH_CALL: {
              const op = code[pc]!;
              const n = op === Op.BUILD_MAP_UNPACK_WITH_CALL ? code[pc + 1]! & 255 : code[pc + 1]!;
              f.lasti = pc;
              npc = pc + 3;
              sp -= op === Op.BUILD_MAP ? 2 * n : n;
              r = ops.build(vm, f, op, st, sp, n);
              break;
            }
            case Op.BUILD_SLICE:
              if (code[pc + 1] === 2) {
                sp--;
                st[sp - 1] = new PySlice(st[sp - 1], st[sp], null);
              } else {
                sp -= 2;
                st[sp - 1] = new PySlice(st[sp - 1], st[sp], st[sp + 1]);
              }
              pc += 3;
              continue;
            case Op.LIST_APPEND: {
              const v = st[--sp];
              (st[sp - code[pc + 1]!] as PyList).items.push(v);
              pc += 3;
              continue;
            }
            case Op.SET_ADD:
            case Op.MAP_ADD:
            case Op.MAP_ADD_VK: {
              const op = code[pc]!;
              f.lasti = pc;
              npc = pc + 3;
              sp -= op === Op.SET_ADD ? 1 : 2;
              r = ops.addTo(vm, op, st[sp - code[pc + 1]!], st[sp], st[sp + 1]);
              break;
            }
            case Op.UNPACK_SEQUENCE: {
              const n = code[pc + 1]!;
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
              sp--;
              f.lasti = pc;
              f.sp = sp;
              npc = pc + 3;
              r = ops.unpackSequence(vm, f, v, n);
              if (r === NOVALUE) sp = f.sp;
              break;
            }
            case Op.UNPACK_EX: {
              const v = st[--sp];
              f.lasti = pc;
              f.sp = sp;
              npc = pc + 3;
              r = ops.unpackEx(vm, f, v, code[pc + 1]!);
              if (r === NOVALUE) sp = f.sp;
              break;
            }
            case Op.FORMAT_VALUE: {
              const arg = code[pc + 1]!;
              const spec = arg & 4 ? st[--sp] : '';
              const v = st[--sp];
              if (arg === 0 && typeof v === 'string') {
                sp++;
                pc += 3;
                continue;
              }
              f.lasti = pc;
              npc = pc + 3;
              r = ops.formatValue(vm, v, arg & 3, spec);
              break;
            }

            // ---- exceptions and with ----
            case Op.RAISE_VARARGS: {
              const n = code[pc + 1]!;
              sp -= n;
              f.lasti = pc;
              f.sp = sp;
              r = ops.raiseVarargs(vm, n, st[sp], st[sp + 1]);
              if (r === NOVALUE) {
                // A bare raise keeps its traceback as it is.
                mode = Mode.RERAISE;
                break;
              }
              npc = pc + 3;
              break;
            }
            case Op.RERAISE: {
              vm.exc = st[--sp];
              mode = Mode.RERAISE;
              break;
            }
            case Op.POP_EXCEPT:
              f.sp = sp;
              ops.popExcept(vm, f);
              sp = f.sp;
              pc++;
              continue;
            case Op.END_FINALLY: {
              const status = st[--sp];
              if (status === null) {
                pc++;
                continue;
              }
              f.sp = sp;
              f.lasti = pc;
              f.pc = pc + 1;
              switch (ops.endFinally(vm, f, status)) {
                case 0: // go on (f.pc, f.sp)
                  mode = Mode.RELOAD;
                  break;
                case 1: // raise again
                  sp = f.sp;
                  mode = Mode.RERAISE;
                  break;
                default: // the return value is on its way out
                  r = ops.leaveFrame(vm, f, vm.returning!);
                  mode = Mode.DELIVER;
              }
              break;
            }
            case Op.BREAK_LOOP:
            case Op.CONTINUE_LOOP:
              f.sp = sp;
              f.lasti = pc;
              if (code[pc] === Op.BREAK_LOOP) ops.unwindBreak(vm, f);
              else ops.unwindContinue(vm, f, code[pc + 1]!);
              mode = Mode.RELOAD;
              break;
            case Op.SETUP_WITH: {
              const mgr = st[--sp];
              f.lasti = pc;
              npc = pc + 3;
              f.sp = sp;
              r = ops.setupWith(vm, f, mgr, code[pc + 1]!);
              sp = f.sp;
              break;
            }
            case Op.SETUP_ASYNC_WITH:
              f.blocks.push(Block.FINALLY, code[pc + 1]!, sp - 1);
              pc += 3;
              continue;
            case Op.BEFORE_ASYNC_WITH: {
              const mgr = st[--sp];
              f.lasti = pc;
              npc = pc + 1;
              f.sp = sp;
              r = ops.beforeAsyncWith(vm, f, mgr);
              sp = f.sp;
              break;
            }
            case Op.WITH_CLEANUP_START:
              f.sp = sp;
              f.lasti = pc;
              npc = pc + 1;
              r = ops.withCleanupStart(vm, f);
              sp = f.sp;
              break;
            case Op.WITH_CLEANUP_FINISH: {
              const res = st[--sp];
              const exc = st[--sp];
              npc = pc + 1;
              if (exc === null) {
                pc++;
                continue;
              }
              f.lasti = pc;
              f.sp = sp;
              r = ops.withCleanupFinish(vm, res);
              break;
            }

            // ---- imports, classes, interactive ----
            case Op.IMPORT_NAME: {
              const fromlist = st[--sp];
              const level = st[--sp];
              f.lasti = pc;
              npc = pc + 3;
              r = ops.importName(vm, f, f.code.names[code[pc + 1]!]!, fromlist, level);
              break;
            }
            case Op.IMPORT_FROM:
              f.lasti = pc;
              npc = pc + 3;
              r = ops.importFrom(vm, st[sp - 1], f.code.names[code[pc + 1]!]!);
              break;
            case Op.IMPORT_STAR: {
              const m = st[--sp];
              f.lasti = pc;
              npc = pc + 1;
              r = ops.importStar(vm, f, m);
              break;
            }
            case Op.SETUP_ANNOTATIONS:
              f.lasti = pc;
              npc = pc + 1;
              r = ops.setupAnnotations(vm, f);
              break;
            case Op.PRINT_EXPR: {
              const v = st[--sp];
              f.lasti = pc;
              npc = pc + 1;
              r = ops.printExpr(vm, v);
              break;
            }

            // ---- match, except* ----
            case Op.GET_LEN:
            case Op.MATCH_MAPPING:
            case Op.MATCH_SEQUENCE:
              f.lasti = pc;
              npc = pc + 1;
              r = ops.matchTest(vm, code[pc]!, st[sp - 1]);
              break;
            case Op.MATCH_KEYS:
            case Op.COPY_DICT_WITHOUT_KEYS:
              f.lasti = pc;
              f.sp = sp;
              npc = pc + 1;
              r = code[pc] === Op.MATCH_KEYS ? ops.matchKeys(vm, f) : ops.copyDictWithoutKeys(vm, f);
              sp = f.sp;
              break;
            case Op.MATCH_CLASS:
              f.lasti = pc;
              f.sp = sp;
              npc = pc + 3;
              r = ops.matchClass(vm, f, code[pc + 1]!);
              sp = f.sp;
              break;
            case Op.CHECK_EG_MATCH:
              f.lasti = pc;
              f.sp = sp;
              npc = pc + 1;
              r = ops.checkEgMatch(vm, f);
              sp = f.sp;
              break;
            case Op.PREP_RERAISE_STAR: {
              const list = st[--sp];
              const orig = st[--sp];
              f.lasti = pc;
              npc = pc + 3;
              r = ops.prepReraiseStar(vm, orig, list);
              break;
            }
            default:
              ops.unknownOpcode(f, pc, code[pc]!);
          }

          // ---- after a case that asked somebody ----
          if (mode !== Mode.DISPATCH) break;
          if (r === PUSHED) {
            f.pc = npc;
            f.sp = sp;
            if (--vm.budget < 0 && vm.outOfBudget()) return false;
            mode = Mode.ENTER;
            break;
          }
          if (r === undefined) {
            mode = Mode.RAISE;
            if (vm.exc === null) ops.noException(vm);
            break;
          }
          if (r !== NOVALUE) st[sp++] = r;
          pc = npc;
        }
      }
    } catch (e) {
      // A native threw: a PyException becomes the sentinel here; a limit or a bug of ours leaves the loop.
      ops.nativeThrew(vm, e, f, pc);
      if (vm.frame !== f && vm.frame !== null) {
        r = undefined;
        mode = Mode.DELIVER;
      } else mode = Mode.RAISE;
    }
  }
}

driverHooks.run = run;

export { AstralStr, PyMethod, getattr, truth };
