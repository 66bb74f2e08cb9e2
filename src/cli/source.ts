/** The source text a command works on: a file, `-c` text, or standard input. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { usage } from './usage.js';

export interface Source {
  text: Uint8Array | string;
  filename: string;
}

export function readStdin(): Uint8Array {
  try {
    return readFileSync(0);
  } catch {
    return new Uint8Array();
  }
}

export function readSource(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (e) {
    const err = e as NodeJS.ErrnoException;
    const why = err.code === 'ENOENT' ? '[Errno 2] No such file or directory' : err.code === 'EISDIR' ? '[Errno 21] Is a directory' : err.code === 'EACCES' ? '[Errno 13] Permission denied' : err.message;
    usage(`can't open file '${resolve(file)}': ${why}`);
  }
}

/** For `dis` and `ast`: what is left after their own flags. */
export function sourceFromArgs(args: string[]): Source {
  if (args[0] === '-c') {
    if (args[1] === undefined) usage('argument expected for the -c option');
    return { text: args[1], filename: '<string>' };
  }
  if (args.length > 1) usage(`unexpected argument ${args[1]}`);
  if (args[0] === undefined || args[0] === '-') return { text: readStdin(), filename: '<stdin>' };
  return { text: readSource(args[0]), filename: args[0] };
}
