/**
 * Compiled scripts, kept in the user's cache directory: a second run of the same text parses nothing. A cache file
 * holds the source it was made from and is used only for exactly that text, so its name need not be a strong hash
 * (loading node:crypto would cost more than it saves). One that cannot be read or decoded is as good as none.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeObject } from '../bytecode/code.js';
import { decodeCode, encodeCode } from '../bytecode/serialize.js';

/** Where caches go on this system. */
function cacheDirectory(): string {
  const { env, platform } = process;
  if (env.PYVM_CACHE !== undefined) return env.PYVM_CACHE;
  const home = env.HOME ?? env.USERPROFILE ?? '.';
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? home, 'pyvm', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'pyvm');
  return join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'pyvm');
}

/** FNV-1a, 32 bits. */
function hash(h: number, bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return h >>> 0;
}

/** What a cached code object depends on beside the source: compiler and file name. */
function header(filename: string, build: string): Uint8Array {
  return new TextEncoder().encode(`pyvm code ${build}\n${filename}\n`);
}

function fileFor(head: Uint8Array, source: Uint8Array, kind = 'code'): string {
  const h = hash(hash(0x811c9dc5, head), source);
  return join(cacheDirectory(), `${h.toString(16).padStart(8, '0')}-${source.length}.${kind}`);
}

/** The file for what a program itself compiles (TextCache). */
export const textsFile = (source: Uint8Array, filename: string, build: string): string => fileFor(header(filename, build), source, 'texts');

/** Bytes that the directory may hold, and one in how many writes looks whether it holds more. */
const MOST = 64 * 2 ** 20;
const RARELY = 64;

/** Where the files take more than `most` bytes: removes those written longest ago, to half of it. Errors are none: another process may do the same. */
export function pruneCache(most: number = MOST): void {
  try {
    const directory = cacheDirectory();
    const files = readdirSync(directory).map((name) => {
      const { size, mtimeMs } = statSync(join(directory, name));
      return { name, size, mtimeMs };
    });
    let total = files.reduce((n, f) => n + f.size, 0);
    if (total <= most) return;
    files.sort((a, b) => a.mtimeMs - b.mtimeMs);
    for (const f of files) {
      if (total <= most / 2) return;
      unlinkSync(join(directory, f.name));
      total -= f.size;
    }
  } catch {
    // The next one looks again.
  }
}

/** Writes a file aside and renames it: another process never reads half a file. One that cannot be written is no error. */
export function writeCacheFile(file: string, data: Uint8Array | string): void {
  try {
    mkdirSync(cacheDirectory(), { recursive: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, data);
    renameSync(temporary, file);
    if (Math.random() < 1 / RARELY) pruneCache();
  } catch {
    // It only takes longer without.
  }
}

function startsWith(data: Uint8Array, at: number, part: Uint8Array): boolean {
  return Buffer.compare(data.subarray(at, at + part.length), part) === 0;
}

export function cachedCode(source: Uint8Array, filename: string, build: string): CodeObject | null {
  try {
    const head = header(filename, build);
    const data = readFileSync(fileFor(head, source));
    if (!startsWith(data, 0, head) || !startsWith(data, head.length, source)) return null;
    return decodeCode(data.subarray(head.length + source.length));
  } catch {
    return null;
  }
}

export function storeCode(source: Uint8Array, filename: string, build: string, code: CodeObject): void {
  const head = header(filename, build);
  writeCacheFile(fileFor(head, source), Buffer.concat([head, source, encodeCode(code)]));
}
