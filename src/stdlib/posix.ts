/** posix: what Lib/os.py and _io need, over the host's files. */
import { andThen, cont, PyFloat, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, typeError, valueError, type PyException } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { call, callPrelude } from '../objects/call.js';
import { asBytes, PyBytes } from '../objects/bytes.js';
import { PyDict } from '../objects/dict.js';
import { asInt, norm } from '../objects/int.js';
import { asDouble } from '../objects/float.js';
import { aliasHook } from '../objects/generator-type.js';
import { index } from '../objects/convert.js';
import { asJS, strFromJS } from '../objects/str.js';
import { structSequence } from '../objects/struct-sequence.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import type { FileStat, HostFs } from '../host.js';
import { defineModule } from './define-module.js';
import { Descriptors } from './descriptors.js';
import { ERRNO } from './errno-table.js';
import { gid, posixConstants, posixMore, sysconfNames, uid } from './posix-more.js';
import { osError, strerror } from './os-error.js';
import { randomBytes } from './random-bytes.js';
import type { NativeModuleMaker } from './registry.js';

const statResult = structSequence(
  'os.stat_result',
  ['st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime', 'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns', 'st_blksize', 'st_blocks', 'st_rdev'],
  'stat_result: Result from stat, fstat, or lstat.',
  { visible: 10 },
);
// The items of the tuple are whole seconds; the attributes are floats.
['st_atime', 'st_mtime', 'st_ctime'].forEach((name, i) => {
  const d = statResult.type.dict.getStr(name) as unknown as { get: (vm: VM, self: PyTuple) => PyValue };
  d.get = (_vm, self) => floats.get(self)?.[i] ?? self.items[7 + i]!;
});
const floats = new WeakMap<PyTuple, PyValue[]>();

const statvfsResult = structSequence(
  'os.statvfs_result',
  ['f_bsize', 'f_frsize', 'f_blocks', 'f_bfree', 'f_bavail', 'f_files', 'f_ffree', 'f_favail', 'f_flag', 'f_namemax', 'f_fsid'],
  'statvfs_result: Result from statvfs or fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and so on.\n\nSee os.statvfs for more information.',
  { visible: 10 },
);
const terminalSize = structSequence('os.terminal_size', ['columns', 'lines'], 'A tuple of (columns, lines) for holding terminal window size');
const unameResult = structSequence('posix.uname_result', ['sysname', 'nodename', 'release', 'version', 'machine'], 'uname_result: Result from os.uname().');
const timesResult = structSequence('posix.times_result', ['user', 'system', 'children_user', 'children_system', 'elapsed'], 'times_result: Result from os.times().');

function statTuple(s: FileStat): PyTuple {
  const ns = (ms: number): PyValue => norm(BigInt(Math.round(ms * 1e6)));
  const times = [s.atimeMs, s.mtimeMs, s.ctimeMs];
  const t = statResult.make([s.mode, s.ino, s.dev, s.nlink, s.uid, s.gid, s.size, ...times.map((x) => Math.floor(x / 1000)), ...times.map(ns), 4096, Math.ceil(s.size / 512), 0]);
  floats.set(t, times.map((x) => new PyFloat(x / 1000)));
  return t;
}

/** What the program itself put into the environment, null where it took something out: TZ counts (time.ts). */
function setEnvironment(vm: VM, name: PyValue, value: PyValue): Result {
  const own = (vm.state.environment ??= new Map()) as Map<string, string | null>;
  own.set(pathText(name), value === null ? null : pathText(value));
  return null;
}

export const pathText = (v: PyValue): string => {
  const s = asJS(v);
  const text = s ?? (asBytes(v) === undefined ? undefined : new TextDecoder().decode(asBytes(v)));
  if (text === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(v)}`);
  if (text.includes('\0')) throw valueError('embedded null byte');
  return text;
};
const bytesOf = (s: string): PyBytes => new PyBytes(new TextEncoder().encode(s));

const fdOf = (v: PyValue): number => {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return Number(n);
};

class DirEntry extends PyObject {
  constructor(
    readonly fs: HostFs,
    readonly name: PyValue,
    readonly path: PyValue,
  ) {
    super();
  }
  stat(follow: boolean): FileStat {
    return attempt(() => this.fs.stat(pathText(this.path), follow), this.path);
  }
  is(kind: number, follow: PyValue): boolean {
    try {
      return (this.fs.stat(pathText(this.path), follow !== false).mode & 0o170000) === kind;
    } catch {
      return false;
    }
  }
}
const DIR_ENTRY = defineType({
  name: 'posix.DirEntry',
  instance: DirEntry,
  methods: {
    'is_dir(self, /, *, follow_symlinks=True)': (_vm, self: DirEntry, follow) => self.is(0o040000, follow),
    'is_file(self, /, *, follow_symlinks=True)': (_vm, self: DirEntry, follow) => self.is(0o100000, follow),
    'is_symlink(self, /)': (_vm, self: DirEntry) => self.is(0o120000, false),
    'inode(self, /)': (_vm, self: DirEntry) => self.stat(false).ino,
    'stat(self, /, *, follow_symlinks=True)': (_vm, self: DirEntry, follow) => statTuple(self.stat(follow !== false)),
    '__fspath__(self, /)': (_vm, self: DirEntry) => self.path,
    '__repr__(self, /)': (_vm, self: DirEntry) => `<DirEntry '${asJS(self.name)}'>`,
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  members: { name: (_vm, self: DirEntry) => self.name, path: (_vm, self: DirEntry) => self.path },
});
DIR_ENTRY.dict.setStr('__module__', 'posix');

class ScandirIterator extends PyObject {
  at = 0;
  constructor(public entries: DirEntry[]) {
    super();
  }
}
defineType({
  name: 'posix.ScandirIterator',
  instance: ScandirIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (vm, self: ScandirIterator) => {
      const e = self.entries[self.at++];
      if (e === undefined) vm.exc = null;
      return e;
    },
    'close(self, /)': (_vm, self: ScandirIterator) => {
      self.entries = [];
      return null;
    },
    '__enter__(self, /)': (_vm, self) => self,
    '__exit__(self, /, *args)': (_vm, self: ScandirIterator) => {
      self.entries = [];
      return null;
    },
  },
});

/** Runs a file operation; the host's error becomes an OSError about `file`. */
function attempt<R>(f: () => R, file?: PyValue, file2?: PyValue): R {
  try {
    return f();
  } catch (e) {
    const code = (e as { code?: unknown } | null)?.code;
    const n = typeof code === 'string' ? ERRNO[code] : undefined;
    if (n === undefined) throw e;
    throw osError(n, file, file2);
  }
}

/** Functions whose path may be a file descriptor, and those that take None for the current directory (or an open file). */
const TAKES_FD = new Set(['stat', 'statvfs', 'chdir', 'listdir', 'scandir', 'chmod', 'chown', 'utime', 'truncate']);
const TAKES_NONE = new Set(['listdir', 'scandir']);

/** What is wrong with a path given to `name` (CPython's path_converter), or null. */
function pathError(name: string, arg: string, v: PyValue): PyException | null {
  if (asJS(v) !== undefined) return asJS(v)!.includes('\0') ? valueError('embedded null byte') : null;
  if (asBytes(v) !== undefined) return asBytes(v)!.includes(0) ? valueError(`${name}: embedded null character in ${arg}`) : null;
  if (v === null ? TAKES_NONE.has(name) : asInt(v) !== undefined && TAKES_FD.has(name)) return null;
  const kinds = TAKES_NONE.has(name) ? ', os.PathLike, integer or None' : TAKES_FD.has(name) ? ', os.PathLike or integer' : ' or os.PathLike';
  return typeError(`${name}: ${arg} should be string, bytes${kinds}, not ${v === null ? 'NoneType' : typeName(v)}`);
}

/** Paths may be os.PathLike objects: those among the first `n` arguments are asked for their path first. */
type PathFn = (vm: VM, ...args: any[]) => Result;
function withPaths(name: string, n: number, fn: PathFn): PathFn {
  return (vm, ...args) => convertPaths(vm, { name, n, fn }, args, 0);
}
interface PathCall {
  name: string;
  n: number;
  fn: PathFn;
}
function convertPaths(vm: VM, call: PathCall, args: PyValue[], from: number): Result {
  for (let i = from; i < call.n; i++) {
    const a = args[i]!;
    if (typeof a === 'object' && a !== null && asJS(a) === undefined && asBytes(a) === undefined) {
      const row = typeOf(a).lookup('__fspath__') !== undefined ? 'os_fspath' : TAKES_FD.has(call.name) && asInt(a) === undefined && typeOf(a).lookup('__index__') !== undefined ? 'index' : null;
      const base = vm.frame;
      if (row !== null) return andThen(vm, base, row === 'index' ? index(vm, a) : callPrelude(vm, row, a), FSPATH, call, args, i);
    }
    const e = pathError(call.name, call.n === 1 ? 'path' : i === 0 ? 'src' : 'dst', a);
    if (e !== null) throw e;
  }
  return call.fn(vm, ...args);
}
const FSPATH = cont('posix.fspath', (vm, p, c) => {
  const [call, i] = [c.a as PathCall, c.c as number];
  const args = (c.b as PyValue[]).slice();
  args[i] = p!;
  const e = pathError(call.name, call.n === 1 ? 'path' : i === 0 ? 'src' : 'dst', p!);
  if (e !== null) throw e;
  return convertPaths(vm, call, args, i + 1);
});

const noChild = (): never => {
  throw osError(10);
};
const ownPid = (): number => (globalThis as { process?: { pid?: number } }).process?.pid ?? 1;

export const makePosix: NativeModuleMaker = (_vm, machine) => {
  const { host } = machine;
  const environ = new PyDict();
  for (const [k, v] of Object.entries(host.env ?? {})) if (typeof v === 'string') environ.setFast(bytesOf(k), bytesOf(v));
  const fs = new Descriptors(host.fs ?? readOnly(host), machine);
  /** A name of a file in the kind (str or bytes) the caller used. */
  const named = (like: PyValue, s: string): PyValue => (asBytes(like) !== undefined ? bytesOf(s) : strFromJS(s));
  const stat = (path: PyValue, follow: boolean): PyTuple => {
    const fd = asInt(path);
    if (fd !== undefined) return statTuple(attempt(() => fs.fstat(Number(fd))));
    return statTuple(attempt(() => fs.stat(pathText(path), follow), path));
  };
  const statvfs = (path: PyValue): PyTuple => {
    if (fs.statfs === undefined) throw osError(38);
    const fd = asInt(path);
    const s = attempt(() => fs.statfs!(fd === undefined ? pathText(path) : Number(fd)), fd === undefined ? path : undefined);
    // Node does not tell the rest: flags, the identity, and the length of names, which is 255 on Linux's file systems.
    return statvfsResult.make([s.bsize, s.bsize, s.blocks, s.bfree, s.bavail, s.files, s.ffree, s.ffree, 0, 255, 0]);
  };
  const noDirFd = (fd: PyValue): void => {
    if (fd !== null && fd !== undefined) throw error('NotImplementedError', 'dir_fd unavailable on this platform');
  };
  const seconds = (v: PyValue): number => {
    const d = asDouble(v);
    if (d === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    return d * 1000;
  };
  const simple = (name: string, f: (path: string) => void): PathFn =>
    withPaths(name, 1, (_v, path) => {
      attempt(() => f(pathText(path)), path);
      return null;
    });
  const remove = (name: string): PathFn => simple(name, (p) => fs.unlink(p));
  const two = (name: string, f: (a: string, b: string) => void): PathFn =>
    withPaths(name, 2, (_v, a, b) => {
      attempt(() => f(pathText(a), pathText(b)), a, b);
      return null;
    });
  // The host's own where it has one.
  let umask = fs.umask === undefined ? 0o22 : 0;
  return defineModule({
    name: 'posix',
    functions: {
      'getcwd()': () => strFromJS(attempt(() => fs.cwd())),
      'getcwdb()': () => bytesOf(attempt(() => fs.cwd())),
      '!stat(path, *, dir_fd=None, follow_symlinks=True)': withPaths('stat', 1, (_v, path, dir, follow) => {
        noDirFd(dir);
        return stat(path, follow !== false);
      }),
      '!lstat(path, *, dir_fd=None)': withPaths('lstat', 1, (_v, path) => stat(path, false)),
      'fstat(fd)': (_v, fd) => statTuple(attempt(() => fs.fstat(fdOf(fd)))),
      '!statvfs(path)': withPaths('statvfs', 1, (_v, path) => statvfs(path)),
      'fstatvfs(fd, /)': (_v, fd) => statvfs(fdOf(fd)),
      '!access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)': withPaths('access', 1, (_v, path, mode) => fs.access(pathText(path), fdOf(mode))),
      '!open(path, flags, mode=511, *, dir_fd=None)': withPaths('open', 1, (_v, path, flags, mode) => attempt(() => fs.open(pathText(path), fdOf(flags), fdOf(mode) & ~umask), path)),
      'close(fd)': (_v, fd) => {
        attempt(() => fs.close(fdOf(fd)));
        return null;
      },
      'read(fd, length, /)': (_v, fd, n) => {
        const size = fdOf(n);
        if (size < 0) throw osError(22);
        return new PyBytes(attempt(() => fs.read(fdOf(fd), size)));
      },
      'write(fd, data, /)': (_v, fd, data) => {
        const b = asBytes(data);
        if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(data)}'`);
        return attempt(() => fs.write(fdOf(fd), b));
      },
      '_readinto(fd, buffer, /)': (_v, fd, buffer) => {
        const b = asBytes(buffer);
        if (b === undefined || buffer instanceof PyBytes) throw typeError(`readinto() argument must be read-write bytes-like object, not ${typeName(buffer)}`);
        const data = attempt(() => fs.read(fdOf(fd), b.length));
        b.set(data);
        return data.length;
      },
      'lseek(fd, position, how, /)': (_v, fd, pos, how) => attempt(() => fs.seek(fdOf(fd), fdOf(pos), fdOf(how))),
      'ftruncate(fd, length, /)': (_v, fd, n) => {
        attempt(() => fs.truncate(fdOf(fd), fdOf(n)));
        return null;
      },
      'fsync(fd)': () => {
        fs.sync();
        return null;
      },
      'isatty(fd, /)': (_v, fd) => {
        try {
          return fs.isatty(fdOf(fd));
        } catch {
          return false;
        }
      },
      'getpid()': ownPid,
      'getppid()': () => 0,
      'getuid()': uid,
      'geteuid()': uid,
      'getgid()': gid,
      'getegid()': gid,
      'getlogin()': () => 'user',
      'cpu_count()': () => 1,
      'strerror(code, /)': (_v, n) => strerror(n),
      'urandom(size, /)': (_v, n) => {
        const size = fdOf(n);
        if (size < 0) throw valueError('negative argument not allowed');
        const out = new Uint8Array(size);
        randomBytes(host, out);
        return new PyBytes(out);
      },
      'get_terminal_size(fd=1, /)': () => {
        throw osError(25);
      },
      'uname()': () => unameResult.make(['pyvm', 'localhost', '', '', 'pyvm']),
      'umask(mask, /)': (_v, mask) => {
        if (fs.umask !== undefined) return fs.umask(fdOf(mask) & 0o777);
        const old = umask;
        umask = fdOf(mask);
        return old;
      },
      'putenv(name, value, /)': (v, name, value) => setEnvironment(v, name, value),
      'unsetenv(name, /)': (v, name) => setEnvironment(v, name, null),
      '!fspath(path)': (v, path) => (asJS(path) !== undefined || path instanceof PyBytes ? path : callPrelude(v, 'os_fspath', path)),
      '!listdir(path=None)': withPaths('listdir', 1, (_v, path) => {
        const p = path ?? '.';
        return new PyList(attempt(() => fs.readdir(pathText(p)), p).map((n) => named(p, n)));
      }),
      '!scandir(path=None)': withPaths('scandir', 1, (_v, path) => {
        const p = path ?? '.';
        const dir = pathText(p);
        const names = attempt(() => fs.readdir(dir), p);
        return new ScandirIterator(names.map((n) => new DirEntry(fs, named(p, n), named(p, dir.endsWith('/') ? dir + n : `${dir}/${n}`))));
      }),
      '!mkdir(path, mode=511, *, dir_fd=None)': withPaths('mkdir', 1, (_v, path, mode) => {
        attempt(() => fs.mkdir(pathText(path), fdOf(mode) & ~umask), path);
        return null;
      }),
      '!rmdir(path, *, dir_fd=None)': simple('rmdir', (p) => fs.rmdir(p)),
      '!remove(path, *, dir_fd=None)': remove('remove'),
      '!unlink(path, *, dir_fd=None)': remove('unlink'),
      '!rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)': two('rename', (a, b) => fs.rename(a, b)),
      '!replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)': two('replace', (a, b) => fs.rename(a, b)),
      '!symlink(src, dst, target_is_directory=False, *, dir_fd=None)': two('symlink', (a, b) => fs.symlink(a, b)),
      '!link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)': two('link', (a, b) => fs.link(a, b)),
      '!chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)': withPaths('chown', 1, (_v, path, u, g) => {
        attempt(() => fs.chown?.(pathText(path), fdOf(u), fdOf(g)), path);
        return null;
      }),
      '!chmod(path, mode, *, dir_fd=None, follow_symlinks=True)': withPaths('chmod', 1, (_v, path, mode) => {
        attempt(() => fs.chmod(pathText(path), fdOf(mode)), path);
        return null;
      }),
      '!utime(path, times=None, *, ns=<unset>, dir_fd=None, follow_symlinks=True)': withPaths('utime', 1, (_v, path, times, ns) => {
        let a = Date.now();
        let m = a;
        if (ns !== undefined && ns !== null) {
          if (times !== null) throw valueError("utime: you may specify either 'times' or 'ns' but not both");
          if (!(ns instanceof PyTuple) || ns.items.length !== 2) throw typeError("utime: 'ns' must be a tuple of two ints");
          a = Number(asInt(ns.items[0])!) / 1e6;
          m = Number(asInt(ns.items[1])!) / 1e6;
        } else if (times !== null) {
          if (!(times instanceof PyTuple) || times.items.length !== 2) throw typeError("utime: 'times' must be either a tuple of two ints or None");
          a = seconds(times.items[0]!);
          m = seconds(times.items[1]!);
        }
        // CPython's error names no file.
        attempt(() => fs.utime(pathText(path), a, m), undefined);
        return null;
      }),
      '!chdir(path)': simple('chdir', (p) => fs.chdir(p)),
      '!readlink(path, *, dir_fd=None)': withPaths('readlink', 1, (_v, path) => named(path, attempt(() => fs.readlink(pathText(path)), path))),
      '!truncate(path, length)': withPaths('truncate', 1, (_v, path, n) => {
        attempt(() => {
          const fd = fs.open(pathText(path), 1, 0);
          fs.truncate(fd, fdOf(n));
          fs.close(fd);
        }, path);
        return null;
      }),
      ...posixMore(fs, attempt, () => osError(22)),
      'times()': () => {
        const used = machine.host.resourceUsage?.();
        // In ticks of the kernel, a hundred a second.
        const tick = (us = 0): number => Math.floor(us / 1e4) / 100;
        return timesResult.make([tick(used?.userCPUTime), tick(used?.systemCPUTime), 0, 0, tick(performance.now() * 1000)].map((x) => new PyFloat(x)));
      },
      'getpgrp()': () => 1,
      'getloadavg()': () => new PyTuple([0, 0, 0].map(() => new PyFloat(0))),
      'sched_yield()': () => null,
      '_exit(status)': (_v, n) => {
        machine.host.exit?.(fdOf(n) & 0xff);
        throw error('SystemExit', n);
      },
      'abort()': () => {
        machine.host.exit?.(134, 'SIGABRT');
        throw error('SystemExit', 134);
      },
      '!kill(pid, signal, /)': (vm, pid, signal) => {
        if (fdOf(pid) !== ownPid()) throw osError(1);
        if (fdOf(signal) === 0) return null;
        return call(vm, machine.nativeModule('_signal')!.dict.getStr('raise_signal')!, [signal]);
      },
      'system(command)': () => {
        throw osError(38);
      },
      // There never is a child to wait for.
      'wait()': noChild,
      'waitpid(pid, options, /)': noChild,
      'wait3(options)': noChild,
      'wait4(pid, options)': noChild,
      'waitid(idtype, id, options, /)': noChild,
      'dup(fd, /)': (_v, fd) => attempt(() => fs.dup(fdOf(fd))),
      'dup2(fd, fd2, inheritable=True)': (_v, fd, fd2) => attempt(() => fs.dup2(fdOf(fd), fdOf(fd2))),
      'pipe()': () => new PyTuple(fs.pipe()),
      'pipe2(flags, /)': () => new PyTuple(fs.pipe()),
      'device_encoding(fd)': () => null,
      'get_inheritable(fd, /)': () => false,
      'set_inheritable(fd, inheritable, /)': () => null,
      'WIFEXITED(status)': () => true,
      'WEXITSTATUS(status)': (_v, s) => fdOf(s) >> 8,
    },
    values: {
      ...posixConstants(),
      sysconf_names: sysconfNames(),
      environ,
      error: T.OSError!,
      stat_result: statResult.type,
      statvfs_result: statvfsResult.type,
      terminal_size: terminalSize.type,
      uname_result: unameResult.type,
      times_result: timesResult.type,
      DirEntry: DIR_ENTRY,
      _have_functions: new PyList(['HAVE_FSTATAT', 'HAVE_LSTAT', 'HAVE_FTRUNCATE', 'HAVE_FDOPENDIR'].slice(1, 3)),
      F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1,
      O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_NONBLOCK: 2048, O_CLOEXEC: 524288, O_NOFOLLOW: 131072, O_DIRECTORY: 65536, O_SYNC: 1052672,
      SEEK_DATA: 3, SEEK_HOLE: 4,
      EX_OK: 0, EX_USAGE: 64, EX_DATAERR: 65, EX_NOINPUT: 66, EX_UNAVAILABLE: 69, EX_SOFTWARE: 70, EX_OSERR: 71, EX_IOERR: 74, EX_CONFIG: 78,
    },
  });
};

/** Files of a host that only reads them. */
function readOnly(host: { readFile?(p: string): Uint8Array | null; isDirectory?(p: string): boolean }): HostFs {
  const files = new Map<number, { bytes: Uint8Array; at: number }>();
  let nextFd = 3;
  const fail = (code: string): never => {
    throw { code };
  };
  const file = (fd: number): { bytes: Uint8Array; at: number } => files.get(fd) ?? fail('EBADF');
  const at = (mode: number, size: number): FileStat => ({ mode, ino: 0, dev: 0, nlink: 1, uid: 0, gid: 0, size, atimeMs: 0, mtimeMs: 0, ctimeMs: 0 });
  const full = (p: string): string => (p.startsWith('/') ? p : `/${p}`);
  const load = (p: string): Uint8Array => host.readFile?.(p) ?? host.readFile?.(full(p)) ?? fail('ENOENT');
  const refuse = (): never => fail('EROFS');
  return {
    cwd: () => '/',
    chdir: refuse,
    open: (p, flags) => {
      if ((flags & 3) !== 0) refuse();
      if (host.isDirectory?.(full(p)) === true) fail('EISDIR');
      files.set(nextFd, { bytes: load(p), at: 0 });
      return nextFd++;
    },
    close: (fd) => void (files.delete(fd) || fail('EBADF')),
    read: (fd, n) => {
      const f = file(fd);
      const b = f.bytes.slice(f.at, f.at + n);
      f.at += b.length;
      return b;
    },
    write: refuse,
    seek: (fd, offset, whence) => {
      const f = file(fd);
      const pos = offset + (whence === 0 ? 0 : whence === 1 ? f.at : f.bytes.length);
      return pos < 0 ? fail('EINVAL') : (f.at = pos);
    },
    truncate: refuse,
    fstat: (fd) => at(0o100644, file(fd).bytes.length),
    stat: (p) => (host.isDirectory?.(full(p)) === true ? at(0o040755, 0) : at(0o100644, load(p).length)),
    readdir: () => fail('ENOSYS'),
    mkdir: refuse,
    rmdir: refuse,
    unlink: refuse,
    rename: refuse,
    chmod: refuse,
    utime: refuse,
    symlink: refuse,
    link: refuse,
    readlink: () => fail('EINVAL'),
    access: (p, mode) => (mode & 2) === 0 && (host.isDirectory?.(full(p)) === true || host.readFile?.(p) != null),
    isatty: () => false,
    sync: () => undefined,
  };
}

