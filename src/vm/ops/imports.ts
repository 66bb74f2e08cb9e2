/** IMPORT_NAME, IMPORT_FROM, IMPORT_STAR and PRINT_EXPR. */
import { cont, andThen, T, type PyValue, type Result } from '../../objects/object.js';
import { error, nameError, runtimeError, type PyException } from '../../objects/errors.js';
import { call, callPrelude } from '../../objects/call.js';
import { getattrOptional } from '../../objects/attribute.js';
import { PyDict } from '../../objects/dict.js';
import { asJS, strFromJS } from '../../objects/str.js';
import type { PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';
import { discard } from './arithmetic.js';

export function importName(vm: Thread, f: PyFrame, name: string, fromlist: PyValue, level: PyValue): Result {
  const imp = f.builtins.getStr('__import__');
  if (imp === undefined) return vm.raise(error('ImportError', '__import__ not found'));
  return call(vm, imp, [strFromJS(name), f.globals, f.locals, fromlist, level]);
}

export function importFrom(vm: Thread, module: PyValue, name: string): Result {
  const base = vm.frame;
  return andThen(vm, base, getattrOptional(vm, module, name), IMPORT_FROM, module, name);
}

const IMPORT_FROM = cont(
  'import.from',
  (vm, v, c) => {
    if (v !== undefined || vm.exc !== null) return v;
    const base = vm.frame;
    return andThen(vm, base, getattrOptional(vm, c.a, '__name__'), IMPORT_SUBMODULE, c.a, c.b);
  },
  { iter: true },
);

/** `from package import submodule` in a circular import: it is in sys.modules before it is an attribute. */
const IMPORT_SUBMODULE = cont(
  'import.submodule',
  (vm, pkg, c) => {
    const pkgName = pkg === undefined ? undefined : asJS(pkg);
    if (pkgName !== undefined) {
      const m = vm.state.modules.getStr(`${pkgName}.${c.b}`);
      if (m !== undefined) return m;
    }
    return callPrelude(vm, 'import_from_error', c.a, strFromJS(c.b));
  },
  { iter: true },
);

export function importError(msg: string, name: PyValue, path: PyValue): PyException {
  const e = error('ImportError', msg);
  e.value.setField('msg', strFromJS(msg));
  e.value.setField('name', name);
  e.value.setField('path', path);
  return e;
}

export function importStar(vm: Thread, f: PyFrame, m: PyValue): Result {
  if (f.locals === null) return vm.raise(runtimeError('no locals found during import *'));
  return discard(vm, vm.frame, callPrelude(vm, 'import_star', m, f.locals));
}

export function printExpr(vm: Thread, v: PyValue): Result {
  const sys = vm.state.modules.getStr('sys');
  const hook = sys !== undefined && sys !== null && typeof sys === 'object' && 'dict' in sys ? (sys.dict as PyDict).getStr('displayhook') : undefined;
  if (hook === undefined) return vm.raise(runtimeError('lost sys.displayhook'));
  return discard(vm, vm.frame, call(vm, hook, [v]));
}

export { nameError, T };
