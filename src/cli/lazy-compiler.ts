/**
 * The compiler, loaded when the first source text comes: a program from the code cache that compiles nothing
 * never loads the parser. It is a second file of the build (scripts/build.mjs), which takes the classes both
 * sides know (code objects, constants, syntax errors) from here.
 */
import * as code from '../bytecode/code.js';
import * as consts from '../bytecode/consts.js';
import * as opcodes from '../bytecode/opcodes.js';
import * as syntaxError from '../parser/syntax-error.js';
import type { CompilerHook } from '../builtins/scope.js';

/** Modules the compiler's file shares with the command's, by path below src. */
const shared = {
  'bytecode/code': code,
  'bytecode/consts': consts,
  'bytecode/opcodes': opcodes,
  'parser/syntax-error': syntaxError,
};

type CompilerFile = typeof import('./compiler-entry.js');
let loaded: CompilerFile | null = null;

export function compilerFile(): CompilerFile {
  if (loaded === null) {
    const g = globalThis as { __pyvmShared?: Record<string, object> };
    g.__pyvmShared = { ...g.__pyvmShared, ...shared };
    // The loader's `require`, which compiles with V8's code cache.
    loaded = (globalThis as unknown as { __pyvmLoad(name: string): CompilerFile }).__pyvmLoad('pyvm-compiler');
  }
  return loaded;
}

export const lazyCompile: CompilerHook = Object.assign((...args: Parameters<CompilerHook>) => compilerFile().compileHook(...args), { tree: () => compilerFile().treeHook });
