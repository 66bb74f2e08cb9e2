/** What the build needs of parser and compiler: source text to frozen code. */
import { CodeObject } from './bytecode/code.js';
import type { Call, ExprNode } from './parser/ast.js';
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

/** What library modules call the module re. */
const RE: ReadonlySet<string> = new Set(['re', '_re', 'stdlib_re']);
const FLAGS: Readonly<Record<string, number>> = { A: 256, ASCII: 256, I: 2, IGNORECASE: 2, M: 8, MULTILINE: 8, S: 16, DOTALL: 16, U: 32, UNICODE: 32, X: 64, VERBOSE: 64 };

/** The value of `re.X | re.Y`; null: it is something else. */
function flagsOf(e: ExprNode): number | null {
  if (e._type === 'Constant') return typeof e.value === 'number' ? e.value : null;
  if (e._type === 'Attribute') return e.value._type === 'Name' && RE.has(e.value.id) ? (FLAGS[e.attr] ?? null) : null;
  if (e._type !== 'BinOp' || e.op !== 'BitOr') return null;
  const left = flagsOf(e.left);
  const right = flagsOf(e.right);
  return left === null || right === null ? null : left | right;
}

/**
 * `re.compile(pattern, re.X)` in the body of a module or class becomes `__import__('_sre')._pattern(pattern, 64)`: the pattern is
 * in the archive, compiled (src/stdlib/sre/known.ts), and the module re, which is large, need not run before somebody else uses it.
 */
function earlyPatterns(node: unknown): void {
  if (Array.isArray(node)) node.forEach(earlyPatterns);
  if (typeof node !== 'object' || node === null || !('_type' in node)) return;
  const type = node._type;
  if (type === 'FunctionDef' || type === 'AsyncFunctionDef' || type === 'Lambda') return;
  Object.values(node).forEach(earlyPatterns);
  if (type !== 'Call') return;
  const call = node as Call;
  const { func } = call;
  if (func._type !== 'Attribute' || func.attr !== 'compile' || func.value._type !== 'Name' || !RE.has(func.value.id) || call.keywords.length > 0) return;
  const flags = call.args[1];
  const value = flags === undefined ? 0 : flagsOf(flags);
  if (value === null) return;
  const { lineno, col_offset, end_lineno, end_col_offset } = func.value;
  const at = { lineno, col_offset, end_lineno, end_col_offset };
  func.attr = '_pattern';
  func.value = { _type: 'Call', func: { _type: 'Name', id: '__import__', ctx: 'Load', ...at }, args: [{ _type: 'Constant', value: '_sre', kind: null, ...at }], keywords: [], ...at };
  if (flags !== undefined) call.args[1] = { _type: 'Constant', value, kind: null, ...at };
}

/** Compiles a module's source to the bytes the frozen library holds. `prelude`: without what only tracebacks need. */
export function freeze(source: Uint8Array | string, filename: string, prelude = false): Uint8Array {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const mod = parse(source, { filename });
  if (!prelude) earlyPatterns(mod);
  const code = compileModule(mod, { filename, source: text });
  return encodeCode(prelude ? bare(code) : code);
}
