/**
 * Threads: several chains of frames in one machine, of which one runs. As no Python frame is on the JavaScript stack,
 * changing threads is changing `vm.frame` and the little state beside it, between two calls of the run loop
 * (Machine.resume). A thread gives way when it has to wait (for a lock, in time.sleep), when it ends, and when its time
 * slice is over and another one could run.
 */
import { Cont, cont, PUSHED, type AnyFrame, type PyValue, type Result, type VM } from '../objects/object.js';
import { call } from '../objects/call.js';
import { runtimeError } from '../objects/errors.js';
import type { PyBaseException } from '../objects/exception.js';
import type { PyList } from '../objects/tuple.js';
import { HOST_WAIT, STOP, type Thread } from './thread.js';
import type { Raising } from './tracing.js';

export const MAIN_IDENT = 0x7f0000000001;
/** Milliseconds a thread runs while others could: CPython's switch interval. */
const INTERVAL = 5;

/** What can be waited for: `take` gets it for `t`, if it is to be had. */
export interface Waited {
  take(t: GuestThread): boolean;
}

export class GuestThread {
  frame: AnyFrame | null = null;
  handled: PyBaseException | null = null;
  depth = 0;
  traceFunc: PyValue = null;
  profileFunc: PyValue = null;
  inTrace = false;
  raising: Raising | null = null;
  lastStop: PyBaseException | null = null;
  /** What the cells of the machine hold in this thread. */
  cells: PyValue[] = [];
  /** Waiting: on top of its frames, until when (milliseconds), for what (null: for the time). */
  wait: Cont | null = null;
  until = Infinity;
  what: Waited | null = null;
  done = false;
  /** Called when it has ended. */
  atEnd: (() => void)[] = [];
  constructor(readonly ident: number) {}
}

const END = cont(
  'thread.end',
  (vm, v, c) => {
    const t = c.a as GuestThread;
    t.done = true;
    const e = v === undefined ? vm.exc : null;
    vm.exc = null;
    if (e !== null) (c.b as (e: PyBaseException) => void)(e);
    return STOP;
  },
  { catches: true, iter: true },
);
const START = cont('thread.start', (vm, _v, c) => call(vm, c.a, c.b, c.c));

export class Scheduler {
  readonly main = new GuestThread(MAIN_IDENT);
  current = this.main;
  /** In the order in which they run next; those that wait among them. */
  private others: GuestThread[] = [];
  private since = 0;
  private idents = 0;
  /** Lists of one item that are another one in each thread. */
  readonly cells: PyList[] = [];

  constructor(private readonly now: () => number) {}

  /** Threads that are not the main one and have not ended. */
  get count(): number {
    return this.others.length + (this.current === this.main ? 0 : 1) - (this.others.includes(this.main) ? 1 : 0);
  }

  /** Whether the thread that runs is the only one. */
  get alone(): boolean {
    return this.others.length === 0;
  }

  /** `failed` gets an exception that nothing caught. */
  start(fn: PyValue, args: PyValue[], kwargs: Map<string, PyValue> | null, failed: (e: PyBaseException) => void): GuestThread {
    const t = new GuestThread(MAIN_IDENT + 0x1000 * ++this.idents);
    const end = new Cont(END, t, failed, null, null);
    const start = new Cont(START, fn, args, kwargs, null);
    start.back = end;
    t.frame = start;
    this.others.push(t);
    return t;
  }

  /** The running thread waits for `what` (null: for the time), until `ms` from now. The result is whether it got it. */
  block(vm: VM, what: Waited | null, ms: number): Result {
    const c = new Cont(HOST_WAIT, null, null, false, null);
    c.back = vm.frame;
    vm.frame = c;
    const t = this.current;
    t.wait = c;
    t.what = what;
    t.until = ms === Infinity ? Infinity : this.now() + ms;
    return PUSHED;
  }

  /** The run loop has returned. True: it is to go on, maybe with another thread. */
  afterLoop(vm: Thread, bounced: boolean): boolean {
    const t = this.current;
    if (t.done) {
      for (const f of t.atEnd) f();
      this.next(vm);
      return true;
    }
    if (t.wait !== null && vm.frame === t.wait && !t.wait.c) {
      if (this.ready(t)) return true;
      this.save(vm);
      this.others.push(t);
      this.next(vm);
      return true;
    }
    if (bounced && this.others.length > 0 && this.now() - this.since > INTERVAL && this.others.some((o) => this.ready(o))) {
      this.save(vm);
      this.others.push(t);
      this.next(vm);
      return true;
    }
    return false;
  }

  /** Whether `t` can run now; what it waited for is taken then. */
  private ready(t: GuestThread): boolean {
    const c = t.wait;
    if (c === null) return true;
    const got = t.what !== null && t.what.take(t);
    if (!got && this.now() < t.until) return false;
    c.a = got;
    c.c = true;
    t.wait = t.what = null;
    return true;
  }

  /** Makes the next thread that can run the running one, after waiting for it if need be. */
  private next(vm: Thread): void {
    for (;;) {
      const i = this.others.findIndex((t) => this.ready(t));
      if (i >= 0) {
        const [t] = this.others.splice(i, 1);
        this.load(vm, t!);
        return;
      }
      const until = Math.min(...this.others.map((t) => t.until));
      if (until === Infinity) {
        // Nobody can ever go on. CPython would hang.
        const t = this.others.includes(this.main) ? this.main : this.others[0]!;
        const c = t.wait!;
        c.b = runtimeError('deadlock: every thread waits for another one').value;
        c.c = true;
        t.wait = t.what = null;
        continue;
      }
      pause(Math.min(until - this.now(), vm.remaining + 1));
      if (vm.remaining === 0) vm.spend(0);
    }
  }

  private save(vm: Thread): void {
    const t = this.current;
    t.frame = vm.frame;
    t.handled = vm.handled;
    t.depth = vm.depth;
    t.traceFunc = vm.traceFunc;
    t.profileFunc = vm.profileFunc;
    t.inTrace = vm.inTrace;
    t.raising = vm.raising;
    t.lastStop = vm.lastStop;
    t.cells = this.cells.map((c) => c.items[0]!);
  }

  private load(vm: Thread, t: GuestThread): void {
    this.current = t;
    vm.frame = t.frame;
    vm.handled = t.handled;
    vm.depth = t.depth;
    vm.inTrace = t.inTrace;
    vm.raising = t.raising;
    vm.lastStop = t.lastStop;
    vm.setTrace(t.traceFunc, t.profileFunc);
    vm.exc = null;
    this.cells.forEach((c, i) => void (c.items[0] = t.cells[i] ?? null));
    this.since = this.now();
  }

  /** A limit ended the run: no thread goes on. */
  clear(): void {
    this.others = [];
    this.current = this.main;
    this.main.wait = this.main.what = null;
  }
}

/** Nothing else is there to do for `ms`. */
function pause(ms: number): void {
  const end = performance.now() + ms;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(ms, 0));
  } catch {
    // A browser's main thread may not block.
    while (performance.now() < end);
  }
}

/** The machine's scheduler, made when the first thread (or a lock that has to be waited for) asks for it. */
export function schedulerOf(vm: VM): Scheduler {
  return (vm.state.scheduler ??= new Scheduler(() => performance.now())) as Scheduler;
}

/** The identity of the running thread. */
export function currentIdent(vm: VM): number {
  return (vm.state.scheduler as Scheduler | undefined)?.current.ident ?? MAIN_IDENT;
}
