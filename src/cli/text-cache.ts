/**
 * What a program compiles while it runs (`exec` of generated text: dataclasses does it for each class), kept in the user's
 * cache directory, one file a program: a second run does not load the compiler for it. As in code-cache.ts, an entry is used for
 * exactly the text it was made from.
 */
import { readFileSync } from 'node:fs';
import type { CodeObject } from '../bytecode/code.js';
import { decodeCode, encodeCode } from '../bytecode/serialize.js';
import type { CompilerHook } from '../builtins/scope.js';
import { writeCacheFile } from './code-cache.js';

/** Characters of the longest text that is kept, and how many texts are: a program may make new ones for ever. */
const LONGEST = 4096;
const MOST = 64;

export class TextCache {
  /** The program's file; null: it is not known yet, and nothing is kept. */
  file: string | null = null;
  /** Codes in base64, by text and how it is compiled; null: not read yet. */
  private known: Map<string, string> | null = null;
  private changed = false;
  readonly hook: CompilerHook;

  constructor(
    private readonly compiler: CompilerHook,
    private readonly build: string,
  ) {
    this.hook = Object.assign((...args: Parameters<CompilerHook>) => this.compile(...args), { tree: compiler.tree });
  }

  private compile(...args: Parameters<CompilerHook>): CodeObject {
    const [source, filename, mode, options] = args;
    // The main program's own text is in a file of its own; names of characters may be looked up.
    if (this.file === null || typeof source !== 'string' || source.length > LONGEST || mode === 'single' || options.flags !== 0 || source.includes('\\N{')) return this.compiler(...args);
    const known = (this.known ??= this.read());
    const key = `${mode} ${options.optimize} ${filename}\n${source}`;
    const found = known.get(key);
    if (found !== undefined) {
      try {
        return decodeCode(Buffer.from(found, 'base64'));
      } catch {
        // As good as none.
      }
    }
    let warned = false;
    const code = this.compiler(source, filename, mode, {
      ...options,
      warn: (...w) => {
        warned = true;
        options.warn(...w);
      },
    });
    // Text that warns is compiled each time, so that it warns.
    if (!warned && known.size < MOST) {
      known.set(key, Buffer.from(encodeCode(code)).toString('base64'));
      if (!this.changed) process.on('exit', () => this.write());
      this.changed = true;
    }
    return code;
  }

  private read(): Map<string, string> {
    try {
      const { build, texts } = JSON.parse(readFileSync(this.file!, 'utf8')) as { build: string; texts: [string, string][] };
      return new Map(build === this.build ? texts : []);
    } catch {
      return new Map();
    }
  }

  private write(): void {
    writeCacheFile(this.file!, JSON.stringify({ build: this.build, texts: [...this.known!] }));
  }
}
