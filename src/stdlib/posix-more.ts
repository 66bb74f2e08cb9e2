/** posix: names for completeness, of a Linux machine: constants, the parts of exit statuses, what reads and writes at a place. */
import { type PyValue, type VM } from '../objects/object.js';
import { type PyException, typeError, valueError } from '../objects/errors.js';
import { asBytes, PyBytes } from '../objects/bytes.js';
import { PyDict } from '../objects/dict.js';
import { asInt } from '../objects/int.js';
import { itemsSync } from '../objects/iterate.js';
import { PySet } from '../objects/set.js';
import { asJS } from '../objects/str.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import type { HostFs } from '../host.js';
import type { NativeFn } from '../objects/native.js';

/** `NAME=value`, Linux on x86-64. */
const CONSTANTS = `
  EFD_CLOEXEC=524288 EFD_NONBLOCK=2048 EFD_SEMAPHORE=1 EX_CANTCREAT=73 EX_NOHOST=68 EX_NOPERM=77 EX_NOUSER=67 EX_OSFILE=72 EX_PROTOCOL=76 EX_TEMPFAIL=75
  F_LOCK=1 F_TEST=3 F_TLOCK=2 F_ULOCK=0 GRND_NONBLOCK=1 GRND_RANDOM=2 NGROUPS_MAX=65536 O_ACCMODE=3 O_ASYNC=8192 O_DIRECT=16384 O_DSYNC=4096
  O_FSYNC=1052672 O_LARGEFILE=0 O_NDELAY=2048 O_NOATIME=262144 O_NOCTTY=256 O_PATH=2097152 O_RSYNC=1052672 O_TMPFILE=4259840 POSIX_FADV_DONTNEED=4
  POSIX_FADV_NOREUSE=5 POSIX_FADV_NORMAL=0 POSIX_FADV_RANDOM=1 POSIX_FADV_SEQUENTIAL=2 POSIX_FADV_WILLNEED=3 PRIO_PGRP=1 PRIO_PROCESS=0 PRIO_USER=2
  P_ALL=0 P_PGID=2 P_PID=1 P_PIDFD=3 RTLD_DEEPBIND=8 RTLD_GLOBAL=256 RTLD_LAZY=1 RTLD_LOCAL=0 RTLD_NODELETE=4096 RTLD_NOLOAD=4 RTLD_NOW=2 RWF_APPEND=16
  RWF_DSYNC=2 RWF_HIPRI=1 RWF_NOWAIT=8 RWF_SYNC=4 SCHED_BATCH=3 SCHED_FIFO=1 SCHED_IDLE=5 SCHED_OTHER=0 SCHED_RESET_ON_FORK=1073741824 SCHED_RR=2
  ST_APPEND=256 ST_MANDLOCK=64 ST_NOATIME=1024 ST_NODEV=4 ST_NODIRATIME=2048 ST_NOEXEC=8 ST_NOSUID=2 ST_RDONLY=1 ST_RELATIME=4096 ST_SYNCHRONOUS=16 ST_WRITE=128
  TMP_MAX=238328 WCONTINUED=8 WEXITED=4 WNOHANG=1 WNOWAIT=16777216 WSTOPPED=2 WUNTRACED=2 XATTR_CREATE=1 XATTR_REPLACE=2
  XATTR_SIZE_MAX=65536 CLD_CONTINUED=6 CLD_DUMPED=3 CLD_EXITED=1 CLD_KILLED=2 CLD_STOPPED=5 CLD_TRAPPED=4
`;

export const posixConstants = (): Record<string, PyValue> => Object.fromEntries(CONSTANTS.trim().split(/\s+/).map((row) => row.split('=')).map(([name, v]) => [name!, Number(v)]));

/** What `os.sysconf` knows: number and value by name. */
const SYSCONF: Readonly<Record<string, readonly [number, number]>> = {
  SC_ARG_MAX: [0, 2097152], SC_CLK_TCK: [2, 100], SC_NGROUPS_MAX: [3, 65536], SC_OPEN_MAX: [4, 1024], SC_PAGESIZE: [30, 4096], SC_PAGE_SIZE: [30, 4096], SC_NPROCESSORS_CONF: [83, 1], SC_NPROCESSORS_ONLN: [84, 1],
  SC_LINE_MAX: [43, 2048], SC_IOV_MAX: [60, 1024], SC_HOST_NAME_MAX: [180, 64],
};

function num(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return Number(n);
}

/** `attempt` turns what the host throws into an OSError. */
export function posixMore(fs: HostFs, attempt: <R>(f: () => R) => R, einval: () => PyException): Record<string, NativeFn> {
  const status: Record<string, (s: number) => PyValue> = {
    WCOREDUMP: (s) => (s & 0x80) !== 0, WIFCONTINUED: (s) => s === 0xffff, WIFSIGNALED: (s) => (s & 0x7f) !== 0 && (s & 0x7f) !== 0x7f, WIFSTOPPED: (s) => (s & 0xff) === 0x7f,
    WSTOPSIG: (s) => (s >> 8) & 0xff, WTERMSIG: (s) => s & 0x7f,
  };
  const at = <R>(fd: number, offset: number, f: () => R): R =>
    attempt(() => {
      const here = fs.seek(fd, 0, 1);
      fs.seek(fd, offset, 0);
      try {
        return f();
      } finally {
        fs.seek(fd, here, 0);
      }
    });
  const bytes = (v: PyValue): Uint8Array => {
    const b = asBytes(v);
    if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
    return b;
  };
  return {
    ...Object.fromEntries(Object.entries(status).map(([name, f]) => [`${name}(status)`, (_vm: VM, s: PyValue) => f(num(s))])),
    'waitstatus_to_exitcode(status)': (_v, v) => {
      const s = num(v);
      if ((s & 0x7f) === 0) return (s >> 8) & 0xff;
      if ((s & 0xff) === 0x7f) throw valueError(`process stopped by delivery of signal ${(s >> 8) & 0xff}`);
      if ((s & 0x7f) === 0x7f) throw valueError(`invalid wait status: ${s}`);
      return -(s & 0x7f);
    },
    'major(device, /)': (_v, d) => Math.floor(num(d) / 256) % 4096,
    'minor(device, /)': (_v, d) => (num(d) % 256) + (Math.floor(num(d) / 2 ** 20) % 4096) * 256,
    'makedev(major, minor, /)': (_v, a, b) => num(a) * 256 + (num(b) % 256) + Math.floor(num(b) / 256) * 2 ** 20,
    'pread(fd, length, offset, /)': (_v, fd, n, offset) => new PyBytes(at(num(fd), num(offset), () => fs.read(num(fd), num(n)))),
    'pwrite(fd, buffer, offset, /)': (_v, fd, b, offset) => at(num(fd), num(offset), () => fs.write(num(fd), bytes(b))),
    'writev(fd, buffers, /)': (_v, fd, buffers) => {
      let n = 0;
      for (const b of itemsSync(buffers) ?? []) n += attempt(() => fs.write(num(fd), bytes(b)));
      return n;
    },
    'sync()': () => null,
    'fdatasync(fd)': () => null,
    'getgroups()': () => new PyList([gid()]),
    'getpgid(pid)': () => 1,
    'getsid(pid, /)': () => 1,
    'getresuid()': () => new PyTuple([uid(), uid(), uid()]),
    'getresgid()': () => new PyTuple([gid(), gid(), gid()]),
    'getpriority(which, who)': () => 0,
    'nice(increment, /)': () => 0,
    'sched_getaffinity(pid, /)': () => {
      const s = new PySet();
      s.addFast(0);
      return s;
    },
    'sched_get_priority_max(policy)': (_v, p) => (num(p) === 1 || num(p) === 2 ? 99 : 0),
    'sched_get_priority_min(policy)': (_v, p) => (num(p) === 1 || num(p) === 2 ? 1 : 0),
    'get_blocking(fd, /)': () => true,
    'set_blocking(fd, blocking, /)': () => null,
    'ctermid()': () => '/dev/tty',
    'sysconf(name, /)': (_v, name) => {
      const text = asJS(name);
      const row = text === undefined ? Object.values(SYSCONF).find(([n]) => n === num(name)) : SYSCONF[text];
      if (row === undefined) throw text === undefined ? einval() : valueError('unrecognized configuration name');
      return row[1];
    },
  };
}

export function sysconfNames(): PyDict {
  const d = new PyDict();
  for (const [name, [n]] of Object.entries(SYSCONF)) d.setStr(name, n);
  return d;
}

type Ids = { getuid?(): number; getgid?(): number };
const ids = (): Ids => (globalThis as { process?: Ids }).process ?? {};
/** The user's and group's number: the host process's, or an ordinary user's. */
export const uid = (): number => ids().getuid?.() ?? 1000;
export const gid = (): number => ids().getgid?.() ?? 1000;
