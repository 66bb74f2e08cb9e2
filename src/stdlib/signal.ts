/** _signal: handlers are kept and called for signals that the program raises itself or asks for by time, and for the host's interrupt (SIGINT); it sends no others. */
import { andThen, cont, PyFloat, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { defineException } from '../objects/define-exception.js';
import { error, overflowError, typeError, valueError, type PyException } from '../objects/errors.js';
import { index } from '../objects/convert.js';
import { asDouble } from '../objects/float.js';
import { asInt, toCInt, type Int } from '../objects/int.js';
import { listFrom } from '../objects/iterate.js';
import { PySet } from '../objects/set.js';
import { callHandler, SignalTimers } from '../vm/signal-timers.js';
import type { Thread } from '../vm/thread.js';
import { osError } from './os-error.js';
import { sleepUntil } from './time.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { argTypeName, typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

/** Linux's signal numbers. */
const SIGNALS = {
  SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGIOT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10, SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15,
  SIGSTKFLT: 16, SIGCHLD: 17, SIGCLD: 17, SIGCONT: 18, SIGSTOP: 19, SIGTSTP: 20, SIGTTIN: 21, SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27, SIGWINCH: 28,
  SIGIO: 29, SIGPOLL: 29, SIGPWR: 30, SIGSYS: 31, SIGRTMIN: 34, SIGRTMAX: 64,
} as const;

/** Descriptions by number, from 1. */
const WORDS =
  (
    'Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|Floating point exception|Killed|User defined signal 1|Segmentation fault|User defined signal 2|Broken pipe|Alarm clock|Terminated|Stack fault|Child exited|Continued|' +
    'Stopped (signal)|Stopped|Stopped (tty input)|Stopped (tty output)|Urgent I/O condition|CPU time limit exceeded|File size limit exceeded|Virtual timer expired|Profiling timer expired|Window changed|I/O possible|Power failure|Bad system call'
  ).split('|');

/** Signals whose default action does not end the process (those that stop it are not sent either); Python ignores SIGPIPE and SIGXFSZ. */
const HARMLESS = new Set<number>([13, 17, 18, 19, 20, 21, 22, 23, 25, 28]);

const DEFAULT = 0;
const IGNORE = 1;

function signalNumber(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${argTypeName(v)}' object cannot be interpreted as an integer`);
  if (n < 1 || n > 64) throw valueError('signal number out of range');
  return Number(n);
}

export const makeSignal: NativeModuleMaker = (machineVm, machine) => {
  const handlers = new Map<number, PyValue>();
  /** pthread_sigmask: what is held back, and what has been. */
  const blocked = new Set<number>();
  const pending = new Set<number>();
  /** Does what the signal does by itself; the handler to be called, or null. */
  const send = (n: number): PyValue => {
    const h = handlers.get(n) ?? DEFAULT;
    if (h === IGNORE) return null;
    if (blocked.has(n)) {
      pending.add(n);
      return null;
    }
    if (asInt(h) === undefined) return h;
    if (!HARMLESS.has(n)) {
      const name = Object.entries(SIGNALS).find(([, value]) => value === n)?.[0];
      machine.host.exit?.(128 + n, name);
    }
    return null;
  };
  /** Sends what is held back no longer, one after the other. */
  const flush = (vm: VM): Result => {
    for (const n of pending) {
      if (blocked.has(n)) continue;
      pending.delete(n);
      const h = send(n);
      if (h !== null) return andThen(vm, vm.frame, callHandler(vm, h, n), FLUSHED, flush);
    }
    return null;
  };
  const timers = (): SignalTimers => (machine.thread.timers ??= new SignalTimers(send));
  const module = defineModule({
    name: '_signal',
    functions: {
      'signal(signalnum, handler, /)': (_vm, number, h) => {
        const n = signalNumber(number);
        const plain = asInt(h);
        if (plain === undefined ? !callable(h) : plain !== DEFAULT && plain !== IGNORE) throw typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
        const old = handlers.get(n) ?? DEFAULT;
        handlers.set(n, h);
        if (n === SIGNALS.SIGINT) machine.thread.onInterrupt = plain === undefined && h !== defaultHandler() ? h : plain === IGNORE ? null : undefined;
        return old;
      },
      'getsignal(signalnum, /)': (_vm, n) => handlers.get(signalNumber(n)) ?? DEFAULT,
      'default_int_handler(signalnum, frame, /)': () => {
        throw error('KeyboardInterrupt');
      },
      '!raise_signal(signalnum, /)': (vm: VM, number) => {
        const n = signalNumber(number);
        const h = send(n);
        return h === null ? null : andThen(vm, vm.frame, callHandler(vm, h, n), HANDLED);
      },
      '!alarm(seconds, /)': (vm, seconds) => andThen(vm, vm.frame, index(vm, seconds), ALARM, timers),
      'setitimer(which, seconds, interval=0, /)': (_vm, which, after, interval) => {
        const n = timerNumber(which);
        const [ms, every] = [milliseconds(after), milliseconds(interval)];
        if (n === undefined || ms < 0 || every < 0) throw itimerError();
        return timerState(timers().set(n, ms, every));
      },
      'getitimer(which, /)': (_vm, which) => {
        const n = timerNumber(which);
        if (n === undefined) throw itimerError();
        return timerState(timers().get(n));
      },
      '!pause()': (vm) => sleepUntil(vm as Thread, Infinity, true),
      'siginterrupt(signalnum, flag, /)': (_vm, number) => {
        signalNumber(number);
        return null;
      },
      '!pthread_sigmask(how, mask, /)': (vm, how, mask) => {
        const kind = asInt(how);
        if (kind === undefined) throw typeError(`'${argTypeName(how)}' object cannot be interpreted as an integer`);
        return andThen(vm, vm.frame, listFrom(vm, mask), SET_MASK, Number(kind), blocked, flush);
      },
      'sigpending()': () => setOf(pending),
      '!sigwait(sigset, /)': (vm, sigset) => andThen(vm, vm.frame, listFrom(vm, sigset), WAITED, pending),
      'set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)': () => -1,
      'strsignal(signalnum, /)': (_vm, number) => {
        const n = signalNumber(number);
        return n >= SIGNALS.SIGRTMIN ? `Real-time signal ${n - SIGNALS.SIGRTMIN}` : (WORDS[n - 1] ?? `Unknown signal ${n}`);
      },
      'valid_signals()': () => new PyList([...new Set(Object.values(SIGNALS))]),
    },
    values: { ...SIGNALS, SIG_DFL: DEFAULT, SIG_IGN: IGNORE, SIG_BLOCK: 0, SIG_UNBLOCK: 1, SIG_SETMASK: 2, ITIMER_REAL: 0, ITIMER_VIRTUAL: 1, ITIMER_PROF: 2, NSIG: 65, ItimerError: ITIMER_ERROR },
  });
  // _thread.interrupt_main: it does nothing where there is no handler.
  machineVm.state.handleSignal = (vm: VM, n: number): Result => {
    const h = handlers.get(n) ?? DEFAULT;
    return asInt(h) === undefined ? andThen(vm, vm.frame, callHandler(vm, h, n), HANDLED) : null;
  };
  const defaultHandler = (): PyValue => module.dict.getStr('default_int_handler')!;
  handlers.set(SIGNALS.SIGINT, defaultHandler());
  return module;
};

const HANDLED = cont('signal.raised', () => null);
const FLUSHED = cont('signal.flushed', (vm, _v, c) => (c.a as (vm: VM) => Result)(vm));

const ITIMER_ERROR = defineException('signal.itimer_error', T.OSError!);

function itimerError(): PyException {
  const e = osError(22);
  e.value.cls = ITIMER_ERROR;
  return e;
}

/** ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF (all count time that goes by); undefined: there is no such timer. */
function timerNumber(v: PyValue): number | undefined {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${argTypeName(v)}' object cannot be interpreted as an integer`);
  return n >= 0 && n <= 2 ? Number(n) : undefined;
}

function milliseconds(v: PyValue): number {
  const s = asDouble(v);
  if (s === undefined) throw typeError(`'${argTypeName(v)}' object cannot be interpreted as an integer`);
  if (Number.isNaN(s)) throw valueError('Invalid value NaN (not a number)');
  if (Math.abs(s) > 2 ** 63 / 1e9) throw overflowError('timestamp too large to convert to C _PyTime_t');
  return s * 1000;
}

/** Seconds left and between, as a tuple. */
const timerState = ([left, interval]: [number, number]): PyTuple => new PyTuple([new PyFloat(left / 1000), new PyFloat(interval / 1000)]);

const ALARM = cont('signal.alarm', (_vm, v, c) => {
  const seconds = toCInt(v as Int);
  return Math.ceil((c.a as () => SignalTimers)().set(0, (seconds < 0 ? seconds + 2 ** 32 : seconds) * 1000, 0)[0] / 1000);
});

/** The numbers of an iterable of signals. */
function signalSet(v: PyValue): number[] {
  return (v as PyList).items.map((x) => {
    const n = asInt(x!);
    if (n === undefined) throw typeError(`'${argTypeName(x!)}' object cannot be interpreted as an integer`);
    if (n < 1 || n > 64) throw valueError(`signal number ${n} out of range [1; 64]`);
    return Number(n);
  });
}

const SET_MASK = cont('signal.mask', (vm, v, c) => {
  const [how, blocked] = [c.a as number, c.b as Set<number>];
  const set = signalSet(v!);
  if (how < 0 || how > 2) throw osError(22);
  const old = setOf(blocked);
  if (how === 2) blocked.clear();
  // SIGKILL and SIGSTOP cannot be held back.
  for (const n of set) if (how === 1) blocked.delete(n);
  else if (n !== SIGNALS.SIGKILL && n !== SIGNALS.SIGSTOP) blocked.add(n);
  return andThen(vm, vm.frame, (c.c as (vm: VM) => Result)(vm), MASKED, old);
});
const MASKED = cont('signal.masked', (_vm, _v, c) => c.a);

const WAITED = cont('signal.wait', (vm, v, c) => {
  const set = v === null ? (c.b as number[]) : signalSet(v!);
  for (const n of set) if ((c.a as Set<number>).delete(n)) return n;
  // Nothing else sends any: as pause, which a timer ends.
  const base = vm.frame;
  return andThen(vm, base, sleepUntil(vm as Thread, Infinity, true), WAITED, c.a, set);
});

function setOf(numbers: Iterable<number>): PySet {
  const s = new PySet();
  for (const n of numbers) s.addFast(n);
  return s;
}

const callable = (v: PyValue): boolean => typeof v === 'object' && v !== null && v.cls.lookup('__call__') !== undefined;
