/** What the machine needs from around it. The CLI and the browser each supply one; all of it is optional. */
export interface Host {
  /** Text written to sys.stdout / sys.stderr. */
  stdout(text: string): void;
  stderr(text: string): void;
  /** Next line of input with its newline, '' at the end, or a promise of it. */
  readLine?(prompt: string): string | Promise<string>;
  /** All of a file as bytes; null when there is none (or it may not be read). */
  readFile?(path: string): Uint8Array | null;
  isDirectory?(path: string): boolean;
  /** Milliseconds since the epoch, and a monotonic clock in milliseconds. */
  now?(): number;
  monotonic?(): number;
  env?: Readonly<Record<string, string>>;
  /** Frozen code of a library module: the bytes of its CodeObject, whether it is a package, its file name. */
  frozenModule?(name: string): { code: Uint8Array; isPackage: boolean } | null;
}
