/** The compiler as a hook: parser and code generator, loaded when the first source text comes. */
import { compileModule } from '../compiler/compile.js';
import { parse } from '../parser/parse.js';
import type { CompilerHook } from '../builtins/scope.js';

export const compileHook: CompilerHook = (source, filename, mode, options) => {
  const warn = (category: 'SyntaxWarning' | 'DeprecationWarning', message: string, lineno: number): void => options.warn(category, message, lineno);
  const mod = parse(source, { mode, filename, warn });
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  return compileModule(mod, {
    filename,
    source: text,
    flags: options.flags,
    optimize: Math.max(0, options.optimize),
    warn: (category, message, where) => warn(category, message, where.lineno),
  });
};
