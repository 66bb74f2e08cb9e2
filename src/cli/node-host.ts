/** The host on Node: files, standard streams, clock. */
import { heapHas, heapIsFull, heapLimit } from '../heap.js';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, ResourceUsage } from '../host.js';
import { NodeFs } from './node-fs.js';

/** What `performance.now()` counts from, in milliseconds since the epoch, as far as is known; set again when Date disagrees. */
let wallStart = 0;

/** Writes all of it, also to a pipe that is full for the moment. False: the pipe is closed at its other end. */
function writeAll(fd: number, text: string): boolean {
  const bytes = toBytes(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (e) {
      const code = (e as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') continue;
      // Nobody reads any more: what is left is not written.
      if (code === 'EPIPE') return false;
      throw e;
    }
  }
  return true;
}

/** UTF-8; lone surrogates U+DC80 to U+DCFF stand for bytes (Host.stdout). */
function toBytes(text: string): Buffer {
  if (!/[\udc80-\udcff]/.test(text)) return Buffer.from(text, 'utf8');
  const parts: Buffer[] = [];
  for (const part of text.split(/(?<![\ud800-\udbff])([\udc80-\udcff]+)/)) {
    parts.push(/^[\udc80-\udcff]/.test(part) ? Buffer.from(Array.from(part, (c) => c.charCodeAt(0) - 0xdc00)) : Buffer.from(part, 'utf8'));
  }
  return Buffer.concat(parts);
}

/** The other way round. */
function fromBytes(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let out = '';
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    for (let at = 0; at < bytes.length; ) {
      const b = bytes[at]!;
      const n = b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
      try {
        if (n === 0 || at + n > bytes.length) throw new TypeError();
        out += decoder.decode(bytes.subarray(at, at + n));
        at += n;
      } catch {
        out += String.fromCharCode(0xdc00 + b);
        at++;
      }
    }
    return out;
  }
}

/** `fromBytes` of a part. */
function lineOf(bytes: Buffer, from: number, to: number): string {
  for (let i = from; i < to; i++) if (bytes[i]! >= 0x80) return fromBytes(bytes.subarray(from, to));
  return bytes.toString('latin1', from, to);
}

/** Asking process.stdout would load the streams of Node, which a script that prints a line never needs. */
function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    return false;
  }
}

/** stdout is collected and written in large pieces, or at once on a terminal. */
export class NodeHost implements Host {
  private pending: string[] = [];
  private size = 0;
  /** What was read of the standard input; `read` bytes of it, when it is one piece, were asked for already. */
  private input: Buffer[] = [];
  private read = 0;
  private ended = false;
  private readonly interactive = isTerminal(1);

  stdout(text: string): void {
    this.pending.push(text);
    this.size += text.length;
    if ((this.size > 16384 || this.interactive) && !this.flush()) {
      // What was to be written is lost, as in CPython.
      this.pending = [];
      this.size = 0;
      throw { code: 'EPIPE' };
    }
  }

  /** False: standard output is a pipe that is closed at its other end; the text stays, as in CPython's buffer. */
  flush(): boolean {
    this.files?.sync();
    if (this.size === 0) return true;
    const text = this.pending.join('');
    this.pending = [];
    this.size = 0;
    if (writeAll(1, text)) return true;
    this.pending.push(text);
    this.size = text.length;
    return false;
  }

  stderr(text: string): void {
    this.flush();
    // sys.stderr's error handler is backslashreplace.
    writeAll(2, text.replace(/\p{Surrogate}/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`));
  }

  readLine(): string {
    this.flush();
    for (;;) {
      const { input } = this;
      const last = input[input.length - 1];
      const i = last === undefined ? -1 : last.indexOf(10, this.read);
      if (input.length === 1 && i >= 0) {
        const line = lineOf(last!, this.read, i + 1);
        this.read = i + 1;
        if (this.read === last!.length) this.take();
        return line;
      }
      if (i >= 0 || this.ended) {
        const line = this.take();
        if (i >= 0 && i + 1 < last!.length) {
          line[line.length - 1] = last!.subarray(0, i + 1);
          this.input = [last!.subarray(i + 1)];
        }
        return line.length === 0 ? '' : fromBytes(line.length === 1 ? line[0]! : Buffer.concat(line));
      }
      const chunk = Buffer.allocUnsafe(65536);
      let n = 0;
      try {
        n = readSync(0, chunk, 0, chunk.length, null);
      } catch (e) {
        const code = (e as NodeJS.ErrnoException).code;
        if (code === 'EAGAIN') continue;
        if (code !== 'EOF') throw e;
      }
      if (n === 0) this.ended = true;
      else this.input = [...this.take(), chunk.subarray(0, n)];
    }
  }

  /** All that was read and not asked for. */
  private take(): Buffer[] {
    const { input } = this;
    if (this.read > 0) input[0] = input[0]!.subarray(this.read);
    this.input = [];
    this.read = 0;
    return input;
  }

  readFile(path: string): Uint8Array | null {
    try {
      const file = this.files?.at(path) ?? path;
      // Most files that import asks for are not there; an exception of Node's costs more than looking.
      return existsSync(file) ? readFileSync(file) : null;
    } catch {
      return null;
    }
  }

  /** From the system's own source: `globalThis.crypto` takes 20 ms to load. */
  randomBytes(out: Uint8Array): void {
    let fd = -1;
    try {
      fd = openSync('/dev/urandom', 'r');
      for (let at = 0; at < out.length; ) at += readSync(fd, out, at, out.length - at, null);
    } catch {
      for (let i = 0; i < out.length; i += 65536) globalThis.crypto.getRandomValues(out.subarray(i, i + 65536));
    } finally {
      if (fd >= 0) closeSync(fd);
    }
  }

  /** Made when a program first opens a file. */
  get fs(): NodeFs {
    return (this.files ??= new NodeFs());
  }
  private files: NodeFs | null = null;

  isDirectory(path: string): boolean {
    try {
      return statSync(this.files?.at(path) ?? path, { throwIfNoEntry: false })?.isDirectory() === true;
    } catch {
      return false;
    }
  }

  exit(status: number, signal?: string): never {
    // What CPython holds in its buffers is lost.
    if (process.env.PYTHONUNBUFFERED) this.flush();
    this.pending = [];
    this.files?.sync();
    if (signal === 'SIGABRT') process.abort();
    if (signal !== undefined) process.kill(process.pid, signal);
    process.exit(status);
  }

  heapFull(): boolean {
    return heapIsFull();
  }

  heapHas(bytes: number): boolean {
    return heapHas(bytes);
  }

  heapLimit(): number {
    return heapLimit();
  }

  memoryUsed(): number {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }

  /** Date tells whole milliseconds; what passed since the last of them, the monotonic clock. */
  now(): number {
    const wall = Date.now();
    const ticks = performance.now();
    const finer = wallStart + ticks;
    if (finer >= wall && finer < wall + 1) return finer;
    wallStart = wall - ticks;
    return wall;
  }

  resourceUsage(): ResourceUsage {
    return process.resourceUsage();
  }

  monotonic(): number {
    return performance.now();
  }

  get env(): Record<string, string> {
    return process.env as Record<string, string>;
  }

  /** The command's loader (scripts/cli-loader.cjs) sets V8 up for it. */
  importing(on: boolean): void {
    (globalThis as { __pyvmImporting?: (on: boolean) => void }).__pyvmImporting?.(on);
  }

  private library: Library | null | undefined;

  /** From the archive beside the program, read piece by piece. */
  frozenModule(name: string): { code: Uint8Array; isPackage: boolean } | null {
    if (this.library === undefined) this.library = openLibrary();
    if (this.library === null) return null;
    const row = Object.hasOwn(this.library.index, name) ? this.library.index[name] : undefined;
    if (row === undefined) return null;
    const [offset, length, isPackage] = row;
    const bytes = new Uint8Array(length);
    readSync(this.library.fd, bytes, 0, length, this.library.start + offset);
    return { code: bytes, isPackage: isPackage === 1 };
  }
}

interface Library {
  fd: number;
  /** Module name to offset, length, 1 for a package. */
  index: Record<string, [number, number, number]>;
  start: number;
}

function openLibrary(): Library | null {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (const file of [join(here, 'lib.bin'), join(here, '..', 'lib.bin'), join(here, '..', '..', 'build', 'lib.bin')]) {
    let fd: number;
    try {
      fd = openSync(file, 'r');
    } catch {
      continue;
    }
    const head = Buffer.alloc(4);
    readSync(fd, head, 0, 4, 0);
    const n = head.readUInt32LE(0);
    if (fstatSync(fd).size < n) {
      closeSync(fd);
      continue;
    }
    const json = Buffer.alloc(n);
    readSync(fd, json, 0, n, 4);
    return { fd, index: JSON.parse(json.toString('utf8')), start: 4 + n };
  }
  return null;
}
