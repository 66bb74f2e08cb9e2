/**
 * Compiled scripts, kept in the user's cache directory: a second run of the same text parses nothing. Keyed by
 * content, file name and version; a file that cannot be read or decoded is as good as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { CodeObject } from '../bytecode/code.js';
import { decodeCode, encodeCode } from '../bytecode/serialize.js';
import { VERSION } from '../version.js';

/** Where caches go on this system. */
export function cacheDirectory(): string {
  const { env } = process;
  if (env.PYVM_CACHE !== undefined) return env.PYVM_CACHE;
  if (platform() === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'pyvm', 'cache');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', 'pyvm');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pyvm');
}

/** Texts shorter than this are compiled faster than looked up... except that the parser has to be loaded first. */
function fileFor(source: Uint8Array, filename: string, build: string): string {
  const h = createHash('sha1').update(`${VERSION}\0${build}\0${filename}\0`).update(source).digest('hex');
  return join(cacheDirectory(), `${h}.code`);
}

export function cachedCode(source: Uint8Array, filename: string, build: string): CodeObject | null {
  try {
    return decodeCode(readFileSync(fileFor(source, filename, build)));
  } catch {
    return null;
  }
}

export function storeCode(source: Uint8Array, filename: string, build: string, code: CodeObject): void {
  try {
    const file = fileFor(source, filename, build);
    mkdirSync(cacheDirectory(), { recursive: true });
    // Written aside and renamed: another process never reads half a file.
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, encodeCode(code));
    renameSync(temporary, file);
  } catch {
    // A cache that cannot be written is no error.
  }
}
