/**
 * What the second run loop does before each instruction: stepping, checked mode. (Tracing functions:
 * tracing.ts.)
 */
import { Op } from '../bytecode/opcodes.js';
import { possibleDepths } from '../bytecode/verify.js';
import type { PyCode } from '../objects/code.js';
import { InternalError } from '../objects/errors.js';
import type { PyFrame } from '../objects/frame.js';
import { plainOp, Quick } from './quick.js';
import type { Thread } from './thread.js';
import { ownLine } from '../objects/frame.js';
import { traceInstruction } from './tracing.js';

/** What the host wants of the slow loop. */
export interface StepRequest {
  /** Stop after this many instructions; Infinity: not for that reason. */
  steps: number;
  /** Stop before the first instruction of another line (or frame). */
  line: boolean;
  /** Frame and line the step started in. */
  frame: PyFrame | null;
  startLine: number;
  /** Breakpoints: "file:line". */
  breakpoints: ReadonlySet<string> | null;
  checked: boolean;
  started: boolean;
}

/** 0: go on; 1: return to the host; 2: another frame is on top; 3: raise vm.exc; 4: pc/sp changed. */
export function beforeInstruction(vm: Thread, f: PyFrame): 0 | 1 | 2 | 3 | 4 {
  const req = vm.step;
  if (req !== null) {
    const stop = beforeStep(vm, f, req);
    if (stop !== 0) return stop;
  }
  if (vm.finalizers !== null && vm.finalizers.active && !vm.inTrace && vm.finalizers.before(vm, f)) return 2;
  return vm.traced || vm.raising !== null ? traceInstruction(vm, f) : 0;
}

function beforeStep(vm: Thread, f: PyFrame, req: StepRequest): 0 | 1 {
  // Between an exception and its handler the operands of the instruction that raised are gone.
  if (req.checked && vm.raising?.frame !== f) check(f);
  if (f.code.hidden) return 0;
  if (!req.started) {
    req.started = true;
  } else {
    if (req.steps !== Infinity && --req.steps <= 0) {
      vm.paused = true;
      return 1;
    }
    if (req.line || req.breakpoints !== null) {
      const line = ownLine(f.code, f.pc);
      const moved = line >= 0 && (f !== req.frame || line !== req.startLine);
      if (req.line && moved) {
        vm.paused = true;
        return 1;
      }
      if (moved && req.breakpoints !== null && req.breakpoints.has(`${f.code.co.filename}:${line}`)) {
        vm.paused = true;
        return 1;
      }
      if (!req.line && line >= 0) {
        req.frame = f;
        req.startLine = line;
      }
    }
  }
  return 0;
}

/** Depths each code object can have, worked out once. */
const depths = new WeakMap<PyCode, Map<number, Set<number>>>();

/** Checked mode: before every instruction the value stack is as deep as the opcode table says it can be there. */
function check(f: PyFrame): void {
  const { code } = f;
  const depth = f.sp - code.nfixed;
  if (depth < 0 || depth > code.stackSize) throw stackError(f, depth, `co_stacksize ${code.stackSize}`);
  if (code.fused) return;
  let known = depths.get(code);
  if (known === undefined) {
    const found = possibleDepths(code.co);
    if (found === null) throw new InternalError(`the compiler made unsound code: ${code.co.name} of ${code.co.filename}`);
    depths.set(code, (known = found));
  }
  // A test may go back through a jump that nothing else leads to (decode.ts, countBackJumps).
  const here = known.get(plainOp(code.ops!, code.co.code, f.pc) === Quick.JUMP_BACK ? code.ops![f.pc + 1]! : f.pc);
  if (here === undefined || !here.has(depth)) throw stackError(f, depth, here === undefined ? 'unreachable' : [...here].join(' or '));
}

function stackError(f: PyFrame, depth: number, want: string): InternalError {
  return new InternalError(`stack depth ${depth}, not ${want}, in ${f.code.co.name} before ${Op[f.code.co.code[f.pc]!] ?? '?'} at ${f.pc}`);
}
