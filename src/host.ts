/** `process.resourceUsage()` of Node: times in microseconds, `maxRSS` in KiB. */
export interface ResourceUsage {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
  readonly maxRSS: number;
  readonly minorPageFault: number;
  readonly majorPageFault: number;
  readonly fsRead: number;
  readonly fsWrite: number;
  readonly voluntaryContextSwitches: number;
  readonly involuntaryContextSwitches: number;
}

/** What the machine needs from around it. The CLI and the browser each supply one; all of it is optional. */
export interface Host {
  /** Text written to sys.stdout / sys.stderr. A byte that is no UTF-8 comes as a lone surrogate, U+DC80 to U+DCFF. */
  stdout(text: string): void;
  /** Writes what waits of standard output; false: nobody reads it any more. */
  flush?(): boolean;
  stderr(text: string): void;
  /** Next line of input with its newline, '' at the end, or a promise of it; bytes that are no UTF-8 as above. */
  readLine?(prompt: string): string | Promise<string>;
  /** All of a file as bytes; null when there is none (or it may not be read). */
  readFile?(path: string): Uint8Array | null;
  isDirectory?(path: string): boolean;
  /** Files to read and write; without it `open` reads what `readFile` gives. */
  readonly fs?: HostFs;
  /** Milliseconds since the epoch, and a monotonic clock in milliseconds. */
  now?(): number;
  monotonic?(): number;
  /** What the process has used; absent: processor time is the monotonic clock's. */
  resourceUsage?(): ResourceUsage;
  env?: Readonly<Record<string, string>>;
  /** Ends the process at once (os._exit), or by a signal's default action. Without it, that is a SystemExit. */
  exit?(status: number, signal?: string): never;
  /** Fills `out` with random bytes fit for secrets; without it `globalThis.crypto` does. */
  randomBytes?(out: Uint8Array): void;
  /** Bytes in use by the process's heap and buffers, for `limits.maxMemoryBytes`. */
  memoryUsed?(): number;
  /** Whether the heap is so full that the process will soon be ended by its engine: a MemoryError is raised before. */
  heapFull?(): boolean;
  /** Whether the heap has room for another `bytes` at once. */
  heapHas?(bytes: number): boolean;
  /** Bytes the heap may have; asked once, where much is done. */
  heapLimit?(): number;
  /** The body of a library module begins to run, or the outermost one that runs has ended. */
  importing?(on: boolean): void;
  /** Frozen code of a library module: the bytes of its CodeObject, whether it is a package, its file name. */
  frozenModule?(name: string): { code: Uint8Array; isPackage: boolean } | null;
}

/** What a file system says of a file: the fields of `os.stat_result` the library needs. Times in milliseconds. */
export interface FileStat {
  mode: number;
  ino: number;
  dev: number;
  nlink: number;
  uid: number;
  gid: number;
  size: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
}

/** Of a file system: the size of a block, and numbers of blocks and files. */
export interface FileSystemStat {
  bsize: number;
  blocks: number;
  bfree: number;
  bavail: number;
  files: number;
  ffree: number;
}

/**
 * Files, for `open`, `os` and what stands on them; all synchronous. A method that fails throws an object with a `code`
 * of POSIX's names (`{ code: 'ENOENT' }`), which becomes an OSError. Paths are absolute or relative to `cwd()`.
 */
export interface HostFs {
  cwd(): string;
  chdir(path: string): void;
  /** `flags` are Linux's O_ constants. Returns a file descriptor above 2. */
  open(path: string, flags: number, mode: number): number;
  close(fd: number): void;
  /** At most `n` bytes from the descriptor's position; none at the end. */
  read(fd: number, n: number): Uint8Array;
  write(fd: number, data: Uint8Array): number;
  /** New position; `whence` 0 start, 1 current, 2 end. */
  seek(fd: number, offset: number, whence: number): number;
  truncate(fd: number, size: number): void;
  fstat(fd: number): FileStat;
  stat(path: string, followLinks: boolean): FileStat;
  /** The file system that a path or an open file is on; absent: not known. */
  statfs?(file: string | number): FileSystemStat;
  readdir(path: string): string[];
  mkdir(path: string, mode: number): void;
  /** Sets what is taken from the mode of new files, and answers what was before; absent: the caller does that. */
  umask?(mask: number): number;
  rmdir(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
  chmod(path: string, mode: number): void;
  /** -1: as it is. A host without it leaves owners alone. */
  chown?(path: string, uid: number, gid: number): void;
  utime(path: string, atimeMs: number, mtimeMs: number): void;
  symlink(target: string, path: string): void;
  link(target: string, path: string): void;
  readlink(path: string): string;
  access(path: string, mode: number): boolean;
  isatty(fd: number): boolean;
  /** Writes everything that waits in memory. */
  sync(): void;
}
