/** Source text to code object, without any VM: what `compile-hook.ts` and the command's compiler file share. */
import type { CodeObject } from './bytecode/code.js';
import { compileModule } from './compiler/compile.js';
import { parse } from './parser/parse.js';

type Warn = (category: string, message: string, lineno: number) => void;

export function compileHook(source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single', options: { flags: number; optimize: number; warn: Warn }): CodeObject {
  const mod = parse(source, { mode, filename, warn: options.warn });
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  return compileModule(mod, {
    filename,
    source: text,
    flags: options.flags,
    optimize: Math.max(0, options.optimize),
    warn: (category, message, where) => options.warn(category, message, where.lineno),
  });
}
