/** Signals that the program asked for by time: signal.alarm and signal.setitimer. */
import { cont, NOVALUE, andThen, type PyValue, type Result, type VM } from '../objects/object.js';
import { callerFrame, captured } from '../builtins/scope.js';
import { call } from '../objects/call.js';

/** One of ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF; times in milliseconds of `performance.now()`. */
interface Timer {
  at: number;
  /** 0: it goes off once. */
  interval: number;
  readonly signal: number;
}

/** Numbers of SIGALRM, SIGVTALRM and SIGPROF, by the kind of timer. */
const SIGNAL_OF = [14, 26, 27] as const;

export class SignalTimers {
  private readonly timers: Timer[] = SIGNAL_OF.map((signal) => ({ at: Infinity, interval: 0, signal }));

  /** `send` answers the handler of a signal that is sent, null when there is nothing to call. */
  constructor(private readonly send: (signal: number) => PyValue) {}

  /** Sets a timer; both in milliseconds, `after` 0 stops it. What it was before: milliseconds left, and its interval. */
  set(which: number, after: number, interval: number): [left: number, interval: number] {
    const old = this.get(which);
    const t = this.timers[which]!;
    t.at = after === 0 ? Infinity : performance.now() + after;
    t.interval = after === 0 ? 0 : interval;
    return old;
  }

  get(which: number): [left: number, interval: number] {
    const t = this.timers[which]!;
    return [t.at === Infinity ? 0 : Math.max(t.at - performance.now(), 1e-3), t.interval];
  }

  /** When the next one goes off. */
  get next(): number {
    return Math.min(this.timers[0]!.at, this.timers[1]!.at, this.timers[2]!.at);
  }

  /** Sends the signal of a timer that is due; the handler to be called and its signal. */
  due(): { handler: PyValue; signal: number } | null {
    const now = performance.now();
    for (const t of this.timers) {
      if (t.at > now) continue;
      t.at = t.interval === 0 ? Infinity : Math.max(t.at + t.interval, now);
      const handler = this.send(t.signal);
      return handler === null ? null : { handler, signal: t.signal };
    }
    return null;
  }
}

/** Calls its `a`, the program's handler of the signal `b`, between two instructions of the frame below it. */
export const SIGNALLED = cont('signal', (vm, _v, c) => {
  const base = vm.frame;
  return andThen(vm, base, callHandler(vm, c.a as PyValue, c.b as number), HANDLED);
});
const HANDLED = cont('signal.handled', (): Result => NOVALUE);

/** Calls a handler with the signal's number and the frame that is interrupted. */
export function callHandler(vm: VM, handler: PyValue, signal: number): Result {
  return call(vm, handler, [signal, captured(callerFrame(vm))]);
}

