/** The files of Node's host. Written data is collected per file and goes out before anything else is done with files. */
import * as fs from 'node:fs';
import type { FileStat, FileSystemStat, HostFs } from '../host.js';

interface OpenFile {
  readonly fd: number;
  /** null: not seekable (a pipe, a terminal): Node keeps the position. */
  position: number | null;
  readonly append: boolean;
  pending: Uint8Array[];
  pendingSize: number;
}

const O_APPEND = 1024;
const MOST_PENDING = 65536;
const fail = (code: string): never => {
  throw { code };
};

const statOf = (s: fs.Stats): FileStat => ({
  mode: s.mode, ino: s.ino, dev: s.dev, nlink: s.nlink, uid: s.uid, gid: s.gid, size: s.size, atimeMs: s.atimeMs, mtimeMs: s.mtimeMs, ctimeMs: s.ctimeMs,
});

export class NodeFs implements HostFs {
  private readonly files = new Map<number, OpenFile>();
  private readonly dirty = new Set<OpenFile>();

  private file(fd: number): OpenFile {
    let f = this.files.get(fd);
    if (f === undefined) {
      // Standard streams, and files opened from outside. Anything else is Node's own: to close it would end the process.
      if (fd < 0 || !Number.isInteger(fd) || (fd > 2 && !fs.fstatSync(fd).isFile())) return fail('EBADF');
      fs.fstatSync(fd);
      f = { fd, position: null, append: false, pending: [], pendingSize: 0 };
      this.files.set(fd, f);
    }
    return f;
  }

  private flush(f: OpenFile): void {
    if (f.pendingSize === 0) return;
    const parts = f.pending;
    f.pending = [];
    f.pendingSize = 0;
    this.dirty.delete(f);
    const data = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    let at = 0;
    while (at < data.length) {
      try {
        const n = fs.writeSync(f.fd, data, at, data.length - at, f.append ? null : f.position);
        at += n;
        if (f.position !== null) f.position += n;
      } catch (e) {
        if ((e as { code?: string }).code !== 'EAGAIN') throw e;
      }
    }
    if (f.append && f.position !== null) f.position = fs.fstatSync(f.fd).size;
  }
  sync(): void {
    for (const f of [...this.dirty]) this.flush(f);
  }

  /** Our own, so that two machines in one process do not disturb each other. */
  private directory: string | null = null;
  cwd(): string {
    return (this.directory ??= process.cwd());
  }
  chdir(path: string): void {
    const p = fs.realpathSync(this.at(path));
    if (!fs.statSync(p).isDirectory()) fail('ENOTDIR');
    this.directory = p;
  }
  /** An absolute path. */
  at(path: string): string {
    if (path === '') return fail('ENOENT');
    return path.startsWith('/') || this.directory === null ? path : `${this.directory}/${path}`;
  }
  open(path: string, flags: number, mode: number): number {
    this.sync();
    const fd = fs.openSync(this.at(path), flags & ~0o2000000, mode);
    const s = fs.fstatSync(fd);
    const append = (flags & O_APPEND) !== 0;
    this.files.set(fd, { fd, position: s.isFile() ? (append ? s.size : 0) : null, append, pending: [], pendingSize: 0 });
    return fd;
  }
  close(fd: number): void {
    const f = this.file(fd);
    this.flush(f);
    this.files.delete(fd);
    fs.closeSync(fd);
  }
  read(fd: number, n: number): Uint8Array {
    this.sync();
    const f = this.file(fd);
    let size = n;
    if (f.position !== null) size = Math.max(0, Math.min(n, fs.fstatSync(fd).size - f.position));
    const b = Buffer.allocUnsafe(size);
    let got = 0;
    try {
      got = size === 0 ? 0 : fs.readSync(fd, b, 0, size, f.position);
    } catch (e) {
      if ((e as { code?: string }).code !== 'EOF') throw e;
    }
    if (f.position !== null) f.position += got;
    return new Uint8Array(b.buffer, b.byteOffset, got).slice();
  }
  write(fd: number, data: Uint8Array): number {
    const f = this.file(fd);
    f.pending.push(data.slice());
    f.pendingSize += data.length;
    this.dirty.add(f);
    if (f.pendingSize >= MOST_PENDING || fd <= 2) this.flush(f);
    return data.length;
  }
  seek(fd: number, offset: number, whence: number): number {
    const f = this.file(fd);
    this.flush(f);
    if (f.position === null) return fail('ESPIPE');
    const base = whence === 0 ? 0 : whence === 1 ? f.position : fs.fstatSync(fd).size;
    if (base + offset < 0) return fail('EINVAL');
    return (f.position = base + offset);
  }
  truncate(fd: number, size: number): void {
    this.flush(this.file(fd));
    fs.ftruncateSync(fd, size);
  }
  fstat(fd: number): FileStat {
    this.file(fd);
    this.sync();
    return statOf(fs.fstatSync(fd));
  }
  stat(path: string, follow: boolean): FileStat {
    this.sync();
    // That nothing is there is asked all the time: an exception of Node's costs five times the rest.
    const known = { throwIfNoEntry: false } as const;
    const found = follow ? fs.statSync(this.at(path), known) : fs.lstatSync(this.at(path), known);
    return found === undefined ? fail('ENOENT') : statOf(found);
  }
  statfs(file: string | number): FileSystemStat {
    if (typeof file === 'number') this.file(file);
    return fs.statfsSync(typeof file === 'number' ? `/proc/self/fd/${file}` : this.at(file));
  }
  readdir(path: string): string[] {
    return fs.readdirSync(this.at(path));
  }
  umask(mask: number): number {
    return process.umask(mask);
  }
  mkdir(path: string, mode: number): void {
    fs.mkdirSync(this.at(path), { mode });
  }
  rmdir(path: string): void {
    fs.rmdirSync(this.at(path));
  }
  unlink(path: string): void {
    if (fs.lstatSync(this.at(path)).isDirectory()) fail('EISDIR');
    fs.unlinkSync(this.at(path));
  }
  rename(from: string, to: string): void {
    this.sync();
    fs.renameSync(this.at(from), this.at(to));
  }
  chown(path: string, uid: number, gid: number): void {
    const now = fs.statSync(this.at(path));
    fs.chownSync(this.at(path), uid < 0 ? now.uid : uid, gid < 0 ? now.gid : gid);
  }

  chmod(path: string, mode: number): void {
    fs.chmodSync(this.at(path), mode);
  }
  utime(path: string, atimeMs: number, mtimeMs: number): void {
    this.sync();
    fs.utimesSync(this.at(path), atimeMs / 1000, mtimeMs / 1000);
  }
  symlink(target: string, path: string): void {
    fs.symlinkSync(target, this.at(path));
  }
  link(target: string, path: string): void {
    this.sync();
    fs.linkSync(this.at(target), this.at(path));
  }
  readlink(path: string): string {
    return fs.readlinkSync(this.at(path));
  }
  access(path: string, mode: number): boolean {
    try {
      fs.accessSync(this.at(path), mode);
      return true;
    } catch {
      return false;
    }
  }
  isatty(fd: number): boolean {
    // node:tty brings the streams and sockets of Node with it: only for what may be a terminal at all.
    if (!fs.fstatSync(fd).isCharacterDevice()) return false;
    const tty = (process as { getBuiltinModule?(name: string): { isatty(fd: number): boolean } }).getBuiltinModule?.('node:tty');
    return tty === undefined || tty.isatty(fd);
  }
}
