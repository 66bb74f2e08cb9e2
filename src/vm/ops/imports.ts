/** IMPORT_NAME, IMPORT_FROM, IMPORT_STAR and PRINT_EXPR. */
import { cont, andThen, NOVALUE, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { error, nameError, runtimeError, type PyException } from '../../objects/errors.js';
import { call, callPrelude } from '../../objects/call.js';
import { getattrOptional } from '../../objects/attribute.js';
import { PyDict } from '../../objects/dict.js';
import { PyModule } from '../../objects/function.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { asJS, strFromJS } from '../../objects/str.js';
import { NativeFunction } from '../../objects/native.js';
import { shown } from '../../objects/shown.js';
import type { PyFrame } from '../../objects/frame.js';
import type { LazyNames } from '../lazy-names.js';
import type { Thread } from '../thread.js';
import { discard } from './arithmetic.js';

export function importName(vm: Thread, f: PyFrame, name: string, fromlist: PyValue, level: PyValue): Result {
  const imp = f.builtins.getStr('__import__');
  if (imp === undefined) return vm.raise(error('ImportError', '__import__ not found'));
  const asked = [strFromJS(name), f.globals, f.locals, fromlist, level];
  // Somebody else's function sees the globals.
  if (imp instanceof NativeFunction || vm.state.pendingNames === undefined) return call(vm, imp, asked);
  return andThen(vm, vm.frame, shown(vm, f.globals), SHOWN, imp, asked);
}

const SHOWN = cont('import.shown', (vm, _globals, c) => call(vm, c.a, c.b));

/** IMPORT_FROM in a program, where the name may be bound later; undefined: it may not. */
export function importFromLater(vm: Thread, f: PyFrame, pc: number, module: PyValue, name: string): PyValue | undefined {
  const names = vm.state.pendingNames as LazyNames | undefined;
  if (names === undefined || names.globals !== f.globals || !(module instanceof PyModule)) return undefined;
  return names.later(vm, f, pc, module, name) ?? undefined;
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
  // The body of a module that waits runs first.
  if (m instanceof PyModule && m.cls !== T.module) return andThen(vm, vm.frame, getattrOptional(vm, m, '__all__'), STAR_READY, m, f.locals);
  return star(vm, m, f.locals);
}
const star = (vm: Thread, m: PyValue, ns: PyValue): Result => (starFast(m, ns) ? NOVALUE : discard(vm, vm.frame, callPrelude(vm, 'import_star', m, ns)));
const STAR_READY = cont('import.star', (vm, v, c) => (v === undefined && vm.exc !== null ? undefined : star(vm as Thread, c.a, c.b)), { iter: true });

/** `from m import *` where all names are there, in a module like any other; false: nothing has happened. */
function starFast(m: PyValue, ns: PyValue): boolean {
  if (!(m instanceof PyModule) || m.cls !== T.module || !(ns instanceof PyDict) || ns.cls !== T.dict) return false;
  const all = m.dict.getStr('__all__');
  const pairs: [string, PyValue][] = [];
  if (all === undefined) {
    if (m.dict.getStr('__getattr__') !== undefined) return false;
    for (const [k, v] of m.dict.entries()) {
      if (typeof k !== 'string') return false;
      if (!k.startsWith('_')) pairs.push([k, v]);
    }
  } else {
    if (!(all instanceof PyList || all instanceof PyTuple) || typeOf(all).flags.heap) return false;
    for (const k of all.items) {
      const v = typeof k === 'string' ? m.dict.getStr(k) : undefined;
      if (v === undefined) return false;
      pairs.push([k as string, v]);
    }
  }
  for (const [k, v] of pairs) ns.setStr(k, v);
  return true;
}

export function printExpr(vm: Thread, v: PyValue): Result {
  const sys = vm.state.modules.getStr('sys');
  const hook = sys !== undefined && sys !== null && typeof sys === 'object' && 'dict' in sys ? (sys.dict as PyDict).getStr('displayhook') : undefined;
  if (hook === undefined) return vm.raise(runtimeError('lost sys.displayhook'));
  return discard(vm, vm.frame, call(vm, hook, [v]));
}

export { nameError, T };
