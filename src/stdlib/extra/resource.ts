/** resource: what the process has used, as the host tells; limits are remembered, and change nothing. */
import { andThen, cont, PyFloat, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError, valueError } from '../../objects/errors.js';
import { asInt } from '../../objects/int.js';
import { listFrom } from '../../objects/iterate.js';
import { structSequence } from '../../objects/struct-sequence.js';
import { PyTuple, type PyList } from '../../objects/tuple.js';
import { typeName } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

/** Linux's limits: number, and the soft and hard one that a process begins with. -1 is infinity. */
const LIMITS: Readonly<Record<string, readonly [id: number, soft: number, hard: number]>> = {
  RLIMIT_CPU: [0, -1, -1],
  RLIMIT_FSIZE: [1, -1, -1],
  RLIMIT_DATA: [2, -1, -1],
  RLIMIT_STACK: [3, 8388608, -1],
  RLIMIT_CORE: [4, 0, -1],
  RLIMIT_RSS: [5, -1, -1],
  RLIMIT_NPROC: [6, -1, -1],
  RLIMIT_NOFILE: [7, 1024, 1048576],
  RLIMIT_OFILE: [7, 1024, 1048576],
  RLIMIT_MEMLOCK: [8, 8388608, 8388608],
  RLIMIT_AS: [9, -1, -1],
  RLIMIT_SIGPENDING: [11, -1, -1],
  RLIMIT_MSGQUEUE: [12, 819200, 819200],
  RLIMIT_NICE: [13, 0, 0],
  RLIMIT_RTPRIO: [14, 0, 0],
  RLIMIT_RTTIME: [15, -1, -1],
};
const RUSAGE = { RUSAGE_SELF: 0, RUSAGE_CHILDREN: -1, RUSAGE_THREAD: 1 };
const FIELDS = 'utime stime maxrss ixrss idrss isrss minflt majflt nswap inblock oublock msgsnd msgrcv nsignals nvcsw nivcsw'.split(' ');

const rusage = structSequence(
  'resource.struct_rusage',
  FIELDS.map((f) => `ru_${f}`),
  `struct_rusage: Result from getrusage.

This object may be accessed either as a tuple of
    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,
    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)
or via the attributes ru_utime, ru_stime, ru_maxrss, and so on.`,
);

function int(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return Number(n);
}

type Change = (items: readonly PyValue[]) => PyTuple;
const CHANGED = cont('resource.setrlimit', (_v, list, c) => {
  const old = (c.a as Change)((list as PyList).items);
  return c.b === true ? old : null;
});

export const makeResource: NativeModuleMaker = (_vm, machine) => {
  const { host } = machine;
  const limits = new Map(Object.values(LIMITS).map(([id, soft, hard]) => [id, [soft, hard] as readonly [number, number]]));
  const limit = (id: number): PyTuple => {
    const pair = limits.get(id);
    if (pair === undefined) throw valueError('invalid resource specified');
    return new PyTuple([...pair]);
  };
  const change = (id: number, items: readonly PyValue[]): PyTuple => {
    if (items.length !== 2) throw valueError('expected a tuple of 2 integers');
    const [soft, hard] = items.map(int) as [number, number];
    const old = limit(id);
    // As unsigned numbers: infinity is the largest.
    if (hard !== -1 && (soft === -1 || soft > hard)) throw valueError('current limit exceeds maximum limit');
    limits.set(id, [soft, hard]);
    return old;
  };
  const set = (vm: VM, id: number, pair: PyValue, answer: boolean): Result => {
    limit(id);
    return andThen(vm, vm.frame, listFrom(vm, pair), CHANGED, (items: readonly PyValue[]) => change(id, items), answer);
  };
  return defineModule({
    name: 'resource',
    functions: {
      'getrusage(who, /)': (_v, who) => {
        const of = int(who);
        if (!Object.values(RUSAGE).includes(of)) throw valueError('invalid who parameter');
        const u = of === RUSAGE.RUSAGE_CHILDREN ? undefined : host.resourceUsage?.();
        const times = [u?.userCPUTime ?? 0, u?.systemCPUTime ?? 0].map((us) => new PyFloat(us / 1e6));
        const counts = [u?.maxRSS, 0, 0, 0, u?.minorPageFault, u?.majorPageFault, 0, u?.fsRead, u?.fsWrite, 0, 0, 0, u?.voluntaryContextSwitches, u?.involuntaryContextSwitches];
        return rusage.make([...times, ...counts.map((n) => n ?? 0)]);
      },
      'getrlimit(resource, /)': (_v, id) => limit(int(id)),
      '!setrlimit(resource, limits, /)': (v, id, pair) => set(v, int(id), pair, false),
      '!prlimit(pid, resource, limits=<unset>, /)': (v, pid, id, pair) => {
        int(pid);
        return pair === undefined ? limit(int(id)) : set(v, int(id), pair, true);
      },
      'getpagesize()': () => 4096,
    },
    values: {
      error: T.OSError!,
      RLIM_INFINITY: -1,
      ...RUSAGE,
      ...Object.fromEntries(Object.entries(LIMITS).map(([name, [id]]) => [name, id])),
      struct_rusage: rusage.type,
    },
  });
};
