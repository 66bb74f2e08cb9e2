/** The parser and compiler, and the commands that need nothing else, as a file of their own beside the command. */
export { caretAnchors, compileHook, treeHook } from '../compile-hook-core.js';
export { FROM_PROMPT } from '../compile-hook-core.js';
export { isIncompleteInput, isOpenInput } from '../parser/parse.js';
export { ast } from './ast.js';
export { dis } from './dis.js';
