/** Entry of the compiler: AST to code object. */
import { CO, type CodeObject } from '../bytecode/code.js';
import type * as ast from '../parser/ast.js';
import { Codegen } from './codegen/codegen.js';
import { visitExpr } from './codegen/expression.js';
import { moduleBody, visitBody } from './codegen/statement.js';
import { TooDeep, UnlocatedSyntaxError, type WarnCallback, recursionError } from './errors.js';
import { findFutures } from './future.js';
import type { Scope } from './scope.js';
import { buildSymtable } from './symtable.js';

export interface CompileOptions {
  filename: string;
  /** The text, for the source line and the character offsets of errors. */
  source?: string;
  /** Bits of future features inherited from the caller (`CO.FUTURE_*`). */
  flags?: number;
  /** 0: all; 1: no asserts, `__debug__` false; 2: no docstrings either. */
  optimize?: number;
  /** `await` and its kin may stand outside functions; code that uses them is a coroutine's. */
  allowTopLevelAwait?: boolean;
  /**
   * Exactly what CPython 3.5 makes, also where 3.11 evaluates in another order or forbids: dict
   * comprehensions add value before key, `yield` may stand in a comprehension, a name may be used
   * before its `global` statement; with `source`, `with (a, b):` is one tuple. For showing code, not
   * for running it.
   */
  target35?: boolean;
  /** Told about SyntaxWarnings; may throw to make one an error. */
  warn?: WarnCallback;
}

/**
 * Compiles a module, an interactive statement or an expression (by the kind of `mod`). Throws a
 * `PySyntaxErrorInfo`: a SyntaxError or, for source nested too deeply, a RecursionError; never a
 * RangeError of the host.
 */
export function compileModule(mod: ast.ModNode, options: CompileOptions): CodeObject {
  return guarded(options.filename, options.source ?? null, () => compileUnguarded(mod, options));
}

/** The scope of a module's symbol table; throws as `compileModule` does, without the source line. */
export function symbolTableOf(mod: ast.ModNode, filename: string): Scope {
  return guarded(filename, null, () => {
    const future = findFutures(mod, filename);
    return buildSymtable(mod, filename, (future.flags & CO.FUTURE_ANNOTATIONS) !== 0).top;
  });
}

function guarded<R>(filename: string, source: string | null, work: () => R): R {
  try {
    return work();
  } catch (e) {
    if (e instanceof UnlocatedSyntaxError) throw e.locate(source);
    if (e instanceof TooDeep || (e instanceof RangeError && /call stack/i.test(e.message))) throw recursionError(filename);
    throw e;
  }
}

function compileUnguarded(mod: ast.ModNode, options: CompileOptions): CodeObject {
  const { filename } = options;
  const future = findFutures(mod, filename);
  const flags = (options.flags ?? 0) | future.flags;
  const settings = {
    filename,
    optimize: options.optimize ?? 0,
    interactive: mod._type === 'Interactive',
    allowTopLevelAwait: options.allowTopLevelAwait ?? false,
    flags,
    futureLine: future.line,
    target35: options.target35 ?? false,
    lines35: options.target35 === true && options.source !== undefined ? options.source.split(/\r\n|\r|\n/) : null,
    warn: options.warn ?? null,
  };
  const c = new Codegen(buildSymtable(mod, filename, (flags & CO.FUTURE_ANNOTATIONS) !== 0, settings.target35), settings);
  c.enterScope('module', '<module>', mod, 0, { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 });
  let addNone = true;
  switch (mod._type) {
    case 'Module':
      moduleBody(c, mod.body);
      break;
    case 'Interactive':
      visitBody(c, mod.body);
      break;
    case 'Expression':
      visitExpr(c, mod.body);
      c.loc = mod.body;
      addNone = false;
      break;
    case 'FunctionType':
      throw c.error('this compiler does not handle FunctionTypes', null);
  }

  return c.leaveScope(addNone, 0, null);
}

