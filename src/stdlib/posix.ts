/** posix: what Lib/os.py needs, over the host's files. Nothing can be written yet. */
import { PyFloat, T, type PyValue } from '../objects/object.js';
import { error, typeError } from '../objects/errors.js';
import { callPrelude } from '../objects/call.js';
import { asBytes, PyBytes } from '../objects/bytes.js';
import { PyDict } from '../objects/dict.js';
import { asInt } from '../objects/int.js';
import { asJS, strFromJS } from '../objects/str.js';
import { structSequence } from '../objects/struct-sequence.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { ERRNO } from './errno-table.js';
import type { NativeModuleMaker } from './registry.js';

const MESSAGES: Readonly<Record<number, string>> = {
  1: 'Operation not permitted', 2: 'No such file or directory', 3: 'No such process', 4: 'Interrupted system call', 5: 'Input/output error', 9: 'Bad file descriptor', 11: 'Resource temporarily unavailable',
  12: 'Cannot allocate memory', 13: 'Permission denied', 17: 'File exists', 20: 'Not a directory', 21: 'Is a directory', 22: 'Invalid argument', 28: 'No space left on device', 30: 'Read-only file system', 32: 'Broken pipe', 38: 'Function not implemented', 39: 'Directory not empty',
};
export const strerror = (n: number): string => MESSAGES[n] ?? `Unknown error ${n}`;

const SUBCLASS: Readonly<Record<number, 'FileNotFoundError' | 'PermissionError' | 'FileExistsError' | 'NotADirectoryError' | 'IsADirectoryError'>> = {
  1: 'PermissionError', 2: 'FileNotFoundError', 13: 'PermissionError', 17: 'FileExistsError', 20: 'NotADirectoryError', 21: 'IsADirectoryError',
};

/** OSError (or its subclass) of an errno, with the file's name. */
export function osError(n: number, file?: PyValue): ReturnType<typeof error> {
  const e = error(SUBCLASS[n] ?? 'OSError', n, strerror(n));
  e.value.setField('errno', n);
  e.value.setField('strerror', strerror(n));
  if (file !== undefined) e.value.setField('filename', file);
  return e;
}

const statResult = structSequence(
  'os.stat_result',
  ['st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime'],
  'stat_result: Result from stat, fstat, or lstat.',
);
const terminalSize = structSequence('os.terminal_size', ['columns', 'lines'], 'A tuple of (columns, lines) for holding terminal window size');
const unameResult = structSequence('posix.uname_result', ['sysname', 'nodename', 'release', 'version', 'machine'], 'uname_result: Result from os.uname().');

const pathText = (v: PyValue): string => {
  const s = asJS(v);
  if (s !== undefined) return s;
  const b = asBytes(v);
  if (b !== undefined) return new TextDecoder().decode(b);
  throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(v)}`);
};
const bytesOf = (s: string): PyBytes => new PyBytes(new TextEncoder().encode(s));

export const makePosix: NativeModuleMaker = (_vm, machine) => {
  const { host } = machine;
  const environ = new PyDict();
  for (const [k, v] of Object.entries(host.env ?? {})) if (typeof v === 'string') environ.setFast(bytesOf(k), bytesOf(v));
  const cwd = (): string => (globalThis as { process?: { cwd?: () => string } }).process?.cwd?.() ?? '/';
  const full = (p: string): string => (p.startsWith('/') ? p : `${cwd()}/${p}`);
  const stat = (path: PyValue): PyTuple => {
    if (asInt(path) !== undefined) throw osError(9);
    const p = full(pathText(path));
    if (host.isDirectory?.(p) === true) return statResult.make([0o40755, 0, 0, 1, 0, 0, 4096, 0, 0, 0]);
    const bytes = host.readFile?.(p) ?? null;
    if (bytes === null) throw osError(2, path);
    return statResult.make([0o100644, 0, 0, 1, 0, 0, bytes.length, 0, 0, 0]);
  };
  const refused = (path: PyValue): never => {
    throw osError(30, path);
  };
  return defineModule({
    name: 'posix',
    functions: {
      'getcwd()': () => strFromJS(cwd()),
      'getcwdb()': () => bytesOf(cwd()),
      'stat(path, *, dir_fd=None, follow_symlinks=True)': (_v, path) => stat(path),
      'lstat(path, *, dir_fd=None)': (_v, path) => stat(path),
      'fstat(fd)': () => {
        throw osError(9);
      },
      'access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)': (_v, path, mode) => {
        try {
          stat(path);
        } catch {
          return false;
        }
        return (Number(asInt(mode)) & 2) === 0;
      },
      '_read_file(path, /)': (_v, path) => {
        const p = full(pathText(path));
        if (host.isDirectory?.(p) === true) throw osError(21, path);
        const bytes = host.readFile?.(p) ?? null;
        if (bytes === null) throw osError(2, path);
        return new PyBytes(bytes);
      },
      'getpid()': () => 1,
      'getppid()': () => 0,
      'getuid()': () => 1000,
      'geteuid()': () => 1000,
      'getgid()': () => 1000,
      'getegid()': () => 1000,
      'getlogin()': () => 'user',
      'cpu_count()': () => 1,
      'strerror(code, /)': (_v, n) => strerror(n),
      'urandom(size, /)': (_v, n) => {
        const out = new Uint8Array(n);
        for (let i = 0; i < n; i += 65536) globalThis.crypto.getRandomValues(out.subarray(i, Math.min(n, i + 65536)));
        return new PyBytes(out);
      },
      'isatty(fd, /)': () => false,
      'get_terminal_size(fd=1, /)': () => terminalSize.make([80, 24]),
      'uname()': () => unameResult.make(['pyvm', 'localhost', '', '', 'pyvm']),
      'umask(mask, /)': () => 0o22,
      'putenv(name, value, /)': () => null,
      'unsetenv(name, /)': () => null,
      '!fspath(path)': (v, path) => (asJS(path) !== undefined || path instanceof PyBytes ? path : callPrelude(v, 'os_fspath', path)),
      'listdir(path=None)': (_v, path) => refusedList(path),
      'mkdir(path, mode=511, *, dir_fd=None)': (_v, path) => refused(path),
      'rmdir(path, *, dir_fd=None)': (_v, path) => refused(path),
      'remove(path, *, dir_fd=None)': (_v, path) => refused(path),
      'unlink(path, *, dir_fd=None)': (_v, path) => refused(path),
      'rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)': (_v, path) => refused(path),
      'replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)': (_v, path) => refused(path),
      'chmod(path, mode, *, dir_fd=None, follow_symlinks=True)': (_v, path) => refused(path),
      'utime(path, times=None, *, ns=<unset>, dir_fd=None, follow_symlinks=True)': (_v, path) => refused(path),
      'chdir(path)': (_v, path) => refused(path),
      'readlink(path, *, dir_fd=None)': (_v, path) => {
        throw osError(22, path);
      },
      'scandir(path=None)': (_v, path) => refusedList(path),
      'open(path, flags, mode=511, *, dir_fd=None)': (_v, path) => refused(path),
      'close(fd)': () => null,
      'times()': () => new PyTuple([0, 0, 0, 0, 0].map(() => new PyFloat(0))),
      '_exit(status)': (_v, n) => {
        throw error('SystemExit', n);
      },
    },
    values: {
      environ,
      error: T.OSError!,
      stat_result: statResult.type,
      terminal_size: terminalSize.type,
      uname_result: unameResult.type,
      _have_functions: new PyList([]),
      F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1,
      O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_CLOEXEC: 524288, O_NOFOLLOW: 131072,
      EX_OK: 0,
    },
  });
};

function refusedList(path: PyValue): never {
  throw osError(ERRNO.ENOSYS!, path);
}
