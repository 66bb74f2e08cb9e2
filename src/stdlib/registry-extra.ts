/** Native modules beside the machine's file: see extra-loader.ts. One row a module; `extraNames` lists the names. */
import type { NativeModuleMaker } from './registry.js';
import { makeAstTree } from './extra/ast-tree.js';

export const extraModules: Readonly<Record<string, NativeModuleMaker>> = {
  _ast_tree: makeAstTree,
};
