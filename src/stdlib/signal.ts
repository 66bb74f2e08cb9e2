/** _signal: handlers are kept and called for signals that the program raises itself, and for the host's interrupt (SIGINT); it sends no others. */
import { andThen, cont, T, type PyValue, type VM } from '../objects/object.js';
import { callerFrame, captured } from '../builtins/scope.js';
import { error, typeError, valueError } from '../objects/errors.js';
import { call } from '../objects/call.js';
import { asInt } from '../objects/int.js';
import { PyList } from '../objects/tuple.js';
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

export const makeSignal: NativeModuleMaker = (_vm, machine) => {
  const handlers = new Map<number, PyValue>();
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
        const h = handlers.get(n) ?? DEFAULT;
        if (asInt(h) === undefined) return andThen(vm, vm.frame, call(vm, h, [n, captured(callerFrame(vm))]), HANDLED);
        if (Number(h) === DEFAULT && !HARMLESS.has(n)) {
          const name = Object.entries(SIGNALS).find(([, value]) => value === n)?.[0];
          machine.host.exit?.(128 + n, name);
        }
        return null;
      },
      'set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)': () => -1,
      'strsignal(signalnum, /)': (_vm, number) => {
        const n = signalNumber(number);
        return n >= SIGNALS.SIGRTMIN ? `Real-time signal ${n - SIGNALS.SIGRTMIN}` : (WORDS[n - 1] ?? `Unknown signal ${n}`);
      },
      'valid_signals()': () => new PyList([...new Set(Object.values(SIGNALS))]),
    },
    values: { ...SIGNALS, SIG_DFL: DEFAULT, SIG_IGN: IGNORE, SIG_BLOCK: 0, SIG_UNBLOCK: 1, SIG_SETMASK: 2, ITIMER_REAL: 0, ITIMER_VIRTUAL: 1, ITIMER_PROF: 2, NSIG: 65, ItimerError: T.OSError! },
  });
  const defaultHandler = (): PyValue => module.dict.getStr('default_int_handler')!;
  handlers.set(SIGNALS.SIGINT, defaultHandler());
  return module;
};

const HANDLED = cont('signal.handled', () => null);

const callable = (v: PyValue): boolean => typeof v === 'object' && v !== null && v.cls.lookup('__call__') !== undefined;
