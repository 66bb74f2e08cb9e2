/**
 * File descriptors over the host's: numbers that os.dup and os.dup2 made stand for the same open file, and pipes, which
 * are buffers of our own. Standard output may so lead somewhere else, also for what is printed (Machine.redirected).
 */
import { decodeBytes, encodeBytes } from '../objects/codecs.js';
import { jsStr, strFromJS } from '../objects/str.js';
import type { FileStat, FileSystemStat, HostFs } from '../host.js';
import type { Machine } from '../vm/machine.js';

const fail = (code: string): never => {
  throw { code };
};

/** What a pipe holds, and how many descriptors lead to its ends. */
class Pipe {
  private chunks: Uint8Array[] = [];
  readers = 1;
  writers = 1;

  /** Nobody can be waited for here: where CPython would wait for a writer, EAGAIN. */
  read(n: number): Uint8Array {
    if (this.chunks.length === 0) return this.writers === 0 || n === 0 ? new Uint8Array(0) : fail('EAGAIN');
    const out = new Uint8Array(Math.min(n, this.chunks.reduce((sum, c) => sum + c.length, 0)));
    for (let at = 0; at < out.length; ) {
      const c = this.chunks[0]!;
      const part = c.subarray(0, out.length - at);
      out.set(part, at);
      at += part.length;
      if (part.length === c.length) this.chunks.shift();
      else this.chunks[0] = c.subarray(part.length);
    }
    return out;
  }
  write(data: Uint8Array): number {
    if (this.readers === 0) fail('EPIPE');
    if (data.length > 0) this.chunks.push(data.slice());
    return data.length;
  }
}

/** An open file that several descriptors may stand for. */
interface OpenFile {
  /** The host's number; -1 for an end of a pipe. */
  readonly fd: number;
  readonly pipe: Pipe | null;
  readonly writes: boolean;
  count: number;
}

export class Descriptors implements HostFs {
  /** Numbers that are not simply the host's. */
  private readonly table = new Map<number, OpenFile>();
  /** Numbers of the host's that the program closed while others still stand for the file. */
  private readonly closed = new Set<number>();
  readonly statfs?: (file: string | number) => FileSystemStat;
  readonly umask?: (mask: number) => number;
  readonly chown?: (path: string, uid: number, gid: number) => void;

  constructor(
    private readonly fs: HostFs,
    private readonly machine: Machine,
  ) {
    if (fs.statfs !== undefined) this.statfs = (file) => fs.statfs!(typeof file === 'number' ? this.hostFd(file) : file);
    if (fs.umask !== undefined) this.umask = (mask) => fs.umask!(mask);
    if (fs.chown !== undefined) this.chown = (path, uid, gid) => fs.chown!(path, uid, gid);
  }

  private hostFd(fd: number): number {
    const file = this.table.get(fd);
    if (file === undefined) return this.closed.has(fd) ? fail('EBADF') : fd;
    return file.pipe === null ? file.fd : fail('ESPIPE');
  }
  private pipeOf(fd: number, writes: boolean): Pipe | null {
    const file = this.table.get(fd);
    if (file === undefined || file.pipe === null) return null;
    return file.writes === writes ? file.pipe : fail('EBADF');
  }

  /** The open file behind `fd`, in the table from now on. */
  private shared(fd: number): OpenFile {
    const known = this.table.get(fd);
    if (known !== undefined) return known;
    if (this.closed.has(fd)) fail('EBADF');
    // Fails where there is none.
    if (fd > 2 || fd < 0) this.fs.fstat(fd);
    const file: OpenFile = { fd, pipe: null, writes: true, count: 1 };
    this.table.set(fd, file);
    return file;
  }
  /** Above what a host's own numbers are. */
  private fresh(file: OpenFile): number {
    let fd = 1000;
    while (this.table.has(fd)) fd++;
    this.table.set(fd, file);
    return fd;
  }

  dup(fd: number): number {
    const file = this.shared(fd);
    this.count(file, 1);
    return this.fresh(file);
  }

  dup2(fd: number, fd2: number): number {
    const file = this.shared(fd);
    if (fd2 < 0) fail('EBADF');
    if (fd === fd2) return fd2;
    this.fs.sync();
    this.count(file, 1);
    let open = fd2 <= 2 || this.table.has(fd2);
    try {
      if (!open) this.fs.fstat(fd2);
      open = !this.closed.has(fd2);
    } catch {
      // It was not open.
    }
    // The standard streams stay open on the host's side.
    if (open && (fd2 > 2 || this.table.has(fd2))) this.close(fd2);
    this.closed.delete(fd2);
    this.table.set(fd2, file);
    this.machine.redirected ??= (n, text) => this.redirect(n, text);
    return fd2;
  }

  private redirect(fd: 1 | 2, text: string): boolean {
    const file = this.table.get(fd);
    if (this.closed.has(fd)) fail('EBADF');
    if (file === undefined || (file.pipe === null && file.fd === fd)) return false;
    this.write(fd, encodeBytes(this.machine.thread, strFromJS(text), 'utf-8', 'surrogateescape'));
    return true;
  }

  /** Numbers of the two ends: to read from, to write to. */
  pipe(): number[] {
    const pipe = new Pipe();
    return [false, true].map((writes) => this.fresh({ fd: -1, pipe, writes, count: 1 }));
  }

  private count(file: OpenFile, by: number): void {
    file.count += by;
    if (file.pipe === null) return;
    if (file.writes) file.pipe.writers += by;
    else file.pipe.readers += by;
  }

  open(path: string, flags: number, mode: number): number {
    const fd = this.fs.open(path, flags, mode);
    this.closed.delete(fd);
    // dup2 gave the number away.
    return this.table.has(fd) ? this.fresh({ fd, pipe: null, writes: true, count: 1 }) : fd;
  }
  close(fd: number): void {
    const file = this.table.get(fd);
    if (file === undefined) {
      if (this.closed.has(fd)) fail('EBADF');
      return this.fs.close(fd);
    }
    this.table.delete(fd);
    this.count(file, -1);
    if (file.count > 0 || file.fd <= 2) {
      this.closed.add(fd);
      return;
    }
    this.fs.close(file.fd);
    this.closed.delete(file.fd);
  }
  read(fd: number, n: number): Uint8Array {
    return this.pipeOf(fd, false)?.read(n) ?? this.fs.read(this.hostFd(fd), n);
  }
  write(fd: number, data: Uint8Array): number {
    const pipe = this.pipeOf(fd, true);
    if (pipe !== null) return pipe.write(data);
    const to = this.hostFd(fd);
    if (to !== 1 && to !== 2) return this.fs.write(to, data);
    const text = jsStr(decodeBytes(this.machine.thread, data, 'utf-8', 'surrogateescape'));
    if (to === 1) this.machine.host.stdout(text);
    else this.machine.host.stderr(text);
    return data.length;
  }
  seek(fd: number, offset: number, whence: number): number {
    return this.fs.seek(this.hostFd(fd), offset, whence);
  }
  truncate(fd: number, size: number): void {
    this.fs.truncate(this.hostFd(fd), size);
  }
  fstat(fd: number): FileStat {
    if (this.table.get(fd)?.pipe) return { mode: 0o010600, ino: fd, dev: 0, nlink: 1, uid: 0, gid: 0, size: 0, atimeMs: 0, mtimeMs: 0, ctimeMs: 0 };
    return this.fs.fstat(this.hostFd(fd));
  }
  isatty(fd: number): boolean {
    return !this.table.get(fd)?.pipe && this.fs.isatty(this.hostFd(fd));
  }

  cwd = (): string => this.fs.cwd();
  chdir = (path: string): void => this.fs.chdir(path);
  stat = (path: string, follow: boolean): FileStat => this.fs.stat(path, follow);
  readdir = (path: string): string[] => this.fs.readdir(path);
  mkdir = (path: string, mode: number): void => this.fs.mkdir(path, mode);
  rmdir = (path: string): void => this.fs.rmdir(path);
  unlink = (path: string): void => this.fs.unlink(path);
  rename = (from: string, to: string): void => this.fs.rename(from, to);
  chmod = (path: string, mode: number): void => this.fs.chmod(path, mode);
  utime = (path: string, atimeMs: number, mtimeMs: number): void => this.fs.utime(path, atimeMs, mtimeMs);
  symlink = (target: string, path: string): void => this.fs.symlink(target, path);
  link = (target: string, path: string): void => this.fs.link(target, path);
  readlink = (path: string): string => this.fs.readlink(path);
  access = (path: string, mode: number): boolean => this.fs.access(path, mode);
  sync = (): void => this.fs.sync();
}
