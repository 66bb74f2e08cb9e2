/** The compiler as the VM sees it: source text to code objects. Handed in, so that frozen code needs no parser. */
import './objects/boot.js';
import type { CodeObject } from './bytecode/code.js';
import { compileHook as compileText, treeHook } from './compile-hook-core.js';
import { compileModule } from './compiler/compile.js';
import { parse } from './parser/parse.js';
import type { StmtNode as Stmt } from './parser/ast.js';
import { PySyntaxErrorInfo } from './parser/syntax-error.js';
import type { CompilerHook } from './builtins/scope.js';
import { syntaxErrorObject } from './builtins/scope.js';

/**
 * A notebook cell in two parts: its statements, and a final expression statement's value on its own. Either is
 * null when there is none. Syntax errors are thrown as Python exceptions.
 */
function cell(source: string, filename: string, lookupName: ((name: string) => string | null) | undefined): { body: CodeObject | null; last: CodeObject | null } {
  try {
    const mod = parse(source, { mode: 'exec', filename, lookupName });
    if (mod._type !== 'Module') throw new Error('a cell is a module');
    const options = { filename, source };
    const tail = mod.body[mod.body.length - 1];
    if (tail === undefined) return { body: null, last: null };
    if (tail._type !== 'Expr') return { body: compileModule(mod, options), last: null };
    const rest: Stmt[] = mod.body.slice(0, -1);
    return {
      body: rest.length === 0 ? null : compileModule({ _type: 'Module', body: rest, type_ignores: [] }, options),
      last: compileModule({ _type: 'Expression', body: tail.value }, options),
    };
  } catch (e) {
    if (e instanceof PySyntaxErrorInfo) throw syntaxErrorObject(e);
    throw e;
  }
}

export const compileHook: CompilerHook & { cell: typeof cell } = Object.assign(((...args) => compileText(...args)) as CompilerHook, { cell, tree: () => treeHook });
