/** What the build needs of parser and compiler: source text to frozen code. */
import { CodeObject } from './bytecode/code.js';
import { parse } from './parser/parse.js';
import { compileModule } from './compiler/compile.js';
import { encodeCode } from './bytecode/serialize.js';

/** A code object without line table and positions: prelude frames are in no traceback. */
function bare(code: CodeObject): CodeObject {
  return code.with({
    consts: code.consts.map((c) => (c instanceof CodeObject ? bare(c) : c)),
    positions: new Int32Array(0),
    edges: new Int32Array(0),
    lnotab: new Uint8Array(0),
    filename: '',
  });
}

/** Rows of text as the bytes of a code object that has them as constants: a table of the frozen library. */
export function freezeTable(name: string, rows: readonly string[]): Uint8Array {
  return encodeCode(compileModule(parse(''), { filename: name }).with({ consts: [null, ...rows] }));
}

/** Compiles a module's source to the bytes the frozen library holds. `prelude`: without what only tracebacks need. */
export function freeze(source: Uint8Array | string, filename: string, prelude = false): Uint8Array {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const mod = parse(source, { filename });
  const code = compileModule(mod, { filename, source: text });
  return encodeCode(prelude ? bare(code) : code);
}
