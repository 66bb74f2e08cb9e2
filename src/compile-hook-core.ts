/** Source text to code object, without any VM: what `compile-hook.ts` and the command's compiler file share. */
import type { CodeObject } from './bytecode/code.js';
import { compileModule, symbolTableOf } from './compiler/compile.js';
import type { Scope } from './compiler/scope.js';
import type { ModNode } from './parser/ast.js';
import { findError } from './parser/diagnose/diagnose.js';
import { parse } from './parser/parse.js';
import { normalizeNewlines } from './parser/source-text.js';
import type { WarnPlace } from './parser/tokenizer.js';

type Warn = (category: string, message: string, lineno: number, where?: WarnPlace) => void;

/** A flag of our own, which no code object and no `PyCF_` has: the text is what somebody has written at a prompt so far. */
export const FROM_PROMPT = 0x20000000;

export function compileHook(source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single', options: { flags: number; optimize: number; warn: Warn; lookupName?: ((name: string) => string | null) | undefined }): CodeObject {
  if ((options.flags & 0x4000) !== 0 && typeof source === 'string') {
    // PyCF_ALLOW_INCOMPLETE_INPUT (codeop): what more lines could complete is an error of its own.
    const incomplete = findError(normalizeNewlines(source, mode === 'exec'), { mode, filename, allowIncomplete: true });
    if (incomplete !== null) throw incomplete;
  }
  const interactive = (options.flags & FROM_PROMPT) !== 0;
  const mod = parse(source, { mode, filename, warn: options.warn, lookupName: options.lookupName, interactive });
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  return compileModule(mod, {
    filename,
    source: text,
    // Not the PyCF_ flags: they are no flags of code objects.
    flags: options.flags & ~(0x7f00 | FROM_PROMPT),
    allowTopLevelAwait: (options.flags & 0x2000) !== 0, // PyCF_ALLOW_TOP_LEVEL_AWAIT
    optimize: Math.max(0, options.optimize),
    warn: (category, message, where) => options.warn(category, message, where.lineno, [where.col_offset + 1, where.end_lineno, where.end_col_offset + 1]),
  });
}

/** Parsing and compiling apart: what the ast module and compile() of trees need. */
export const treeHook = {
  parse: (source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single', flags: number, lookupName: ((name: string) => string | null) | undefined): ModNode => {
    void flags;
    return parse(source, { mode, filename, lookupName });
  },
  compile: (mod: ModNode, filename: string, flags: number, optimize: number): CodeObject =>
    compileModule(mod, { filename, flags, optimize: Math.max(0, optimize), allowTopLevelAwait: (flags & 0x2000) !== 0 }),
  symbols: (source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single'): BlockRow => symbolTable(source, filename, mode),
};

/** A block of a symbol table as the module _symtable shows it. */
export interface BlockRow {
  name: string;
  /** 0 function, 1 class, 2 module. */
  type: number;
  lineno: number;
  nested: boolean;
  symbols: [name: string, flags: number][];
  varnames: string[];
  children: BlockRow[];
}

const COMPREHENSIONS = { list: 'listcomp', set: 'setcomp', dict: 'dictcomp', generator: 'genexpr' } as const;

/** The symbol table of a source text. */
export function symbolTable(source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single'): BlockRow {
  const row = (s: Scope): BlockRow => ({
    name: s.comprehension !== null ? COMPREHENSIONS[s.comprehension] : s.type === 'module' ? 'top' : s.name.replace(/^<lambda>$/, 'lambda'),
    type: s.type === 'class' ? 1 : s.type === 'module' ? 2 : 0,
    lineno: s.where?.lineno ?? 0,
    nested: s.nested,
    symbols: [...s.flags].map(([n, f]) => [n, (f & 511) | (s.kindOf(n) << 11)]),
    varnames: s.varnames,
    children: s.children.map(row),
  });
  return row(symbolTableOf(parse(source, { mode, filename }), filename));
}

/** Byte offset in UTF-8 to index in UTF-16. */
function indexAt(text: string, bytes: number): number {
  const all = new TextEncoder().encode(text);
  return new TextDecoder().decode(all.subarray(0, bytes)).length;
}

/**
 * Which part of an expression's text a traceback underlines with `^` (the rest with `~`): a binary operator, or a
 * subscript's brackets, as CPython 3.11 does (Python/traceback.c, extract_anchors_from_expr). null: all of it.
 */
export function caretAnchors(segment: string): [from: number, to: number] | null {
  // Most segments are calls and attributes: do not load the parser for those.
  if (!/[-+*/%@&|^<>[]/.test(segment)) return null;
  let body;
  try {
    const mod = parse(segment, { filename: '<traceback>' });
    body = mod._type === 'Module' ? mod.body : [];
  } catch {
    return null;
  }
  const [first] = body;
  if (body.length !== 1 || first === undefined || first._type !== 'Expr') return null;
  const e = first.value;
  if (e._type === 'BinOp') {
    const end = indexAt(segment, e.right.col_offset);
    let i = indexAt(segment, e.left.end_col_offset);
    while (i < end && /\s/.test(segment[i]!)) i++;
    // Whether the mark is two wide is seen before parentheses are passed: 3.11's marks `+(` in `(a)+(b)`.
    const wide = i + 1 < end && !/\s/.test(segment[i + 1]!) ? 2 : 1;
    while (i < segment.length && /[\s)#]/.test(segment[i]!)) i++;
    return [i, i + wide];
  }
  if (e._type === 'Subscript') {
    let from = indexAt(segment, e.value.end_col_offset);
    let to = indexAt(segment, e.slice.end_col_offset + 1);
    while (from < segment.length && segment[from] !== '[') from++;
    while (to < segment.length && segment[to] !== ']') to++;
    return [from, Math.min(to + 1, segment.length)];
  }
  return null;
}
