/** What the build needs of parser and compiler: source text to frozen code. */
import { parse } from './parser/parse.js';
import { compileModule } from './compiler/compile.js';
import { encodeCode } from './bytecode/serialize.js';

/** Compiles a module's source to the bytes the frozen library holds. */
export function freeze(source: Uint8Array | string, filename: string): Uint8Array {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const mod = parse(source, { filename });
  return encodeCode(compileModule(mod, { filename, source: text }));
}
