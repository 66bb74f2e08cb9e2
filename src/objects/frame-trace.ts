/** What sys.settrace and sys.setprofile remember of one frame. Made by vm/tracing.ts only while one of them is set. */
import type { PyValue } from './object.js';

export class FrameTrace {
  /** The frame has been announced with a call event (or was running already when tracing began). */
  entered = false;
  /** Which of the events before the instruction at `pc` have been sent. */
  stage = 0;
  /** Lines still to be told before the instruction (statements that left no code first). */
  lines: number[] | null = null;
  /** Offset of the instruction executed last, -1 before the first. */
  previous = -1;
  /** Line told (or passed) last, -1: none. */
  line = -1;
  /** What f_lineno is while a statement without code is told; -1: the instruction's own line. */
  shown = -1;
  /** How the generator that FOR_ITER or YIELD_FROM resumed is asked for its next value; null: no generator. */
  delegate: 'send' | 'next' | null = null;
  /** The conditional jump executed last was (or will be) taken. */
  taken = false;
  /** The body of a while loop on one line is about to be reached once more. */
  toBody = false;
  /** f_lineno may be assigned: a trace function runs for a line of this frame. */
  settable = false;
  /** The event a trace function runs for: what an assignment to f_lineno is refused with. */
  event = '';
  /** The trace function looked at f_locals: what it changed goes back into the locals. */
  localsRead = false;
  /** Native whose return is still to be told to the profiler. */
  native: PyValue | undefined = undefined;

  constructor(
    /** Which period of tracing this belongs to; of an older one it says nothing. */
    readonly period: number,
  ) {}
}
