/** Symbol table, second pass: the scope of every name, from the definitions of all blocks around it. */
import { syntaxError } from './errors.js';
import { DEF, DEF_BOUND, type Scope, ScopeKind } from './scope.js';

/** Decides `kinds` of `top` and all blocks below it. */
export function analyzeScopes(top: Scope, filename: string): void {
  analyzeBlock(top, null, new Set(), new Set(), filename);
}

/**
 * @param bound names bound in enclosing functions; null for the module. Changed.
 * @param free receives what this block and those below leave free.
 * @param global names declared global in enclosing blocks. Changed.
 */
function analyzeBlock(scope: Scope, bound: Set<string> | null, free: Set<string>, global: Set<string>, filename: string): void {
  const local = new Set<string>();
  const newBound = new Set<string>();
  const newGlobal = new Set<string>();
  const isClass = scope.type === 'class';
  if (isClass) {
    // Names of a class are not visible in the functions of it: pass on what came from outside,
    // before this block's own names change it.
    addAll(newGlobal, global);
    if (bound !== null) addAll(newBound, bound);
  }
  for (const [name, flags] of scope.flags) analyzeName(scope, name, flags, bound, local, free, global, filename);
  if (isClass) {
    newBound.add('__class__');
  } else {
    if (scope.type === 'function') addAll(newBound, local);
    if (bound !== null) addAll(newBound, bound);
    addAll(newGlobal, global);
  }
  const newFree = new Set<string>();
  for (const child of scope.children) {
    const childFree = new Set<string>();
    analyzeBlock(child, new Set(newBound), childFree, new Set(newGlobal), filename);
    addAll(newFree, childFree);
    if (child.free || child.childFree) scope.childFree = true;
  }
  if (scope.type === 'function') {
    for (const [name, kind] of scope.kinds) {
      if (kind === ScopeKind.LOCAL && newFree.delete(name)) scope.kinds.set(name, ScopeKind.CELL);
    }
  } else if (isClass && newFree.delete('__class__')) {
    scope.needsClassClosure = true;
  }
  for (const name of newFree) {
    const flags = scope.flags.get(name);
    if (flags !== undefined) {
      // A method's free variable that the class itself also binds: the class must pass the cell on.
      if (isClass && (flags & (DEF_BOUND | DEF.GLOBAL)) !== 0) scope.flags.set(name, flags | DEF.FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      scope.flags.set(name, 0);
      scope.kinds.set(name, ScopeKind.FREE);
    }
  }
  addAll(free, newFree);
}

function analyzeName(
  scope: Scope,
  name: string,
  flags: number,
  bound: Set<string> | null,
  local: Set<string>,
  free: Set<string>,
  global: Set<string>,
  filename: string,
): void {
  const { kinds } = scope;
  const fail = (msg: string): Error =>
    syntaxError(msg, filename, scope.directives.find((d) => d.name === name)?.where ?? scope.where, true);
  if ((flags & DEF.GLOBAL) !== 0) {
    if ((flags & DEF.NONLOCAL) !== 0) throw fail(`name '${name}' is nonlocal and global`);
    kinds.set(name, ScopeKind.GLOBAL_EXPLICIT);
    global.add(name);
    bound?.delete(name);
  } else if ((flags & DEF.NONLOCAL) !== 0) {
    if (bound === null) throw fail('nonlocal declaration not allowed at module level');
    if (!bound.has(name)) throw fail(`no binding for nonlocal '${name}' found`);
    kinds.set(name, ScopeKind.FREE);
    scope.free = true;
    free.add(name);
  } else if ((flags & DEF_BOUND) !== 0) {
    kinds.set(name, ScopeKind.LOCAL);
    local.add(name);
    global.delete(name);
  } else if (bound !== null && bound.has(name)) {
    kinds.set(name, ScopeKind.FREE);
    scope.free = true;
    free.add(name);
  } else {
    if (scope.nested && !global.has(name)) scope.free = true;
    kinds.set(name, ScopeKind.GLOBAL_IMPLICIT);
  }
}

function addAll(target: Set<string>, source: Iterable<string>): void {
  for (const s of source) target.add(s);
}
