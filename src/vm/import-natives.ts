/** Finding modules: native ones, the frozen library, source files. The rest of import is prelude/imports.py. */
import { reprSync } from '../objects/convert.js';
import { type PyValue, type Result } from '../objects/object.js';
import { PyModule } from '../objects/function.js';
import { PyDict } from '../objects/dict.js';
import { PyCode } from '../objects/code.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { asJS, strFromJS } from '../objects/str.js';
import { decodeCode } from '../bytecode/serialize.js';
import { compileSource, execCode } from '../builtins/scope.js';
import type { NativeFn } from '../objects/native.js';
import { mayWait, putOff, type Importer } from './lazy-modules.js';
import type { Machine } from './machine.js';
import { runModule } from './run-module.js';

/** Why a module CPython has cannot work here. */
export const unavailable: Readonly<Record<string, string>> = {
  ssl: 'there are no sockets',
  _ssl: 'there are no sockets',
  tkinter: 'there is no display',
  _tkinter: 'there is no display',
  sqlite3: 'there is no SQLite library',
};

/** Code of a library module; what stands for a module CPython writes in C is in no traceback. */
function frozenCode(bytes: Uint8Array): PyCode {
  const code = new PyCode(decodeCode(bytes, true));
  code.hidden = code.co.filename.startsWith('<native>');
  return code;
}

const join = (dir: string, name: string): string => (dir === '' ? name : dir.endsWith('/') ? dir + name : `${dir}/${name}`);

const fresh = (full: string, isPackage: boolean, file: string | null, path: string | null): PyModule => {
  const mod = new PyModule(full);
  mod.dict.setStr('__package__', isPackage ? full : full.slice(0, Math.max(0, full.lastIndexOf('.'))));
  if (isPackage) mod.dict.setStr('__path__', new PyList(path === null ? [] : [strFromJS(path)]));
  if (file !== null) {
    mod.dict.setStr('__file__', strFromJS(file));
    mod.dict.setStr('__cached__', strFromJS(file.replace(/([^/]*)\.py$/, '__pycache__/$1.cpython-311.pyc')));
  }
  return mod;
};

/** Whether a namespace is that of a module of the library. */
export const isLibrary = (globals: PyValue): boolean => globals instanceof PyDict && (asJS(globals.getStr('__file__') ?? null) ?? '').startsWith('<frozen>');

/** A module that was found: its body is still to be run (null: it has none). */
export interface Found {
  module: PyModule;
  code: PyCode | null;
  /** Of the frozen library. */
  frozen: boolean;
  /** Its source names `__spec__` or `__loader__`, which importlib has to make. */
  asksForSpec?: boolean;
}

const ASKS = ['__spec__', '__loader__'].map((s) => Uint8Array.from(s, (c) => c.charCodeAt(0)));

/** Whether source text names `__spec__` or `__loader__`. */
export function asksForSpec(text: Uint8Array): boolean {
  for (let at = text.indexOf(0x5f); at >= 0; at = text.indexOf(0x5f, at + 1)) {
    if (text[at + 1] === 0x5f && ASKS.some((name) => name.every((c, i) => text[at + i] === c))) return true;
  }
  return false;
}

function fromFile(m: Machine, full: string, dirs: string[]): Found | null {
  const { host } = m;
  if (host.readFile === undefined) return null;
  /** Entries of sys.path that are relative are the current directory's. */
  const absolute = (dir: string): string => {
    const cwd = host.fs?.cwd();
    return cwd === undefined ? dir : dir === '' ? cwd : join(cwd, dir);
  };
  const last = full.slice(full.lastIndexOf('.') + 1);
  for (const entry of dirs) {
    const dir = entry.startsWith('/') ? entry : absolute(entry);
    const pkg = join(dir, last);
    for (const [file, isPackage] of [[`${pkg}/__init__.py`, true], [`${pkg}.py`, false]] as const) {
      const bytes = host.readFile(file);
      if (bytes === null) continue;
      return { module: fresh(full, isPackage, file, isPackage ? pkg : null), code: m.options.compileModule?.(bytes, file) ?? compileSource(m.thread, bytes, file, 'exec'), frozen: false, asksForSpec: asksForSpec(bytes) };
    }
    if (host.isDirectory?.(pkg)) return { module: fresh(full, true, null, pkg), code: compileSource(m.thread, '', pkg, 'exec'), frozen: false };
  }
  return null;
}

/** Native modules, files of the program, the frozen library. `path`: `__path__` of the package it is in, None for none. */
export function findModule(m: Machine, full: string, path: PyValue): Found | null {
  const { host } = m;
  const native = m.nativeModule(full);
  if (native !== undefined) return { module: native, code: null, frozen: false };
  if (path === null && !m.isCore(full)) {
    // A script's own modules go before the library's, as sys.path[0] does.
    const own = fromFile(m, full, m.sysPath());
    if (own !== null) return own;
  }
  const frozen = host.frozenModule?.(full) ?? null;
  if (frozen !== null) {
    const mod = fresh(full, frozen.isPackage, null, null);
    const file = frozenFile(full, frozen.isPackage);
    if (frozen.isPackage) mod.dict.setStr('__path__', new PyList([strFromJS(file.slice(0, file.lastIndexOf('/')))]));
    mod.dict.setStr('__file__', strFromJS(file));
    return { module: mod, code: frozenCode(frozen.code), frozen: true };
  }
  if (path === null) return null;
  const dirs = path instanceof PyList || path instanceof PyTuple ? path.items.map((p) => asJS(p) ?? '') : [];
  return fromFile(m, full, dirs);
}

/** Natives the prelude's import code uses; they know the machine they were made for. */
export function importNatives(m: Machine): Record<string, NativeFn> {
  const { host } = m;

  return {
    'find_module(name, path, /)': (_vm, name, path) => {
      const found = findModule(m, asJS(name)!, path);
      return found === null ? null : new PyTuple([found.frozen ? 'frozen' : found.code === null ? 'builtin' : found.asksForSpec === true ? 'source with spec' : 'source', found.module, found.code]);
    },
    /** Entries of a path (sys.path for None) that lead to or into a file: an archive, perhaps. */
    'archive_entries(path, /)': (_vm, path) => {
      const { fs } = host;
      if (fs === undefined) return new PyTuple([]);
      const items = path === null ? m.sysPath() : path instanceof PyList || path instanceof PyTuple ? path.items.map((p) => asJS(p) ?? '') : [];
      const isFile = (p: string): boolean => {
        try {
          return (fs.stat(p, true).mode & 0o170000) === 0o100000;
        } catch {
          return false;
        }
      };
      const leads = (p: string): boolean => p !== '' && (isFile(p) || (!host.isDirectory?.(p) && p.includes('/') && leads(p.slice(0, p.lastIndexOf('/')))));
      return new PyTuple(items.filter((p) => /\.\w/.test(p) && leads(p)).map(strFromJS));
    },
    '!run_module(code, module, /)': (vm, code: PyCode, mod: PyModule): Result => runModule(vm as Machine['thread'], m, code, mod),
    /** Whether what imports is a module of the library, whose own imports may run later. */
    'is_library(globals, /)': (_vm, globals) => isLibrary(globals),
    'put_off(name, code, module, importer, /)': (_vm, name, code: PyCode, mod: PyModule, importer) => {
      if (!mayWait(asJS(name)!, importer as Importer)) return false;
      putOff(m, mod, code);
      return true;
    },
    'find_module_for_main(name, /)': (_vm, name) => {
      const full = asJS(name)!;
      for (const [target, pkg] of [[`${full}.__main__`, full], [full, full.slice(0, Math.max(0, full.lastIndexOf('.')))]] as const) {
        const dirs = m.sysPath();
        const rel = target.replaceAll('.', '/');
        for (const dir of dirs) {
          const file = join(dir, `${rel}.py`);
          const bytes = host.readFile?.(file) ?? null;
          if (bytes !== null) return new PyTuple([target, pkg, file, compileSource(m.thread, bytes, file, 'exec'), asksForSpec(bytes)]);
        }
        const frozen = host.frozenModule?.(target) ?? null;
        if (frozen !== null && !frozen.isPackage) return new PyTuple([target, pkg, frozenFile(target, false), new PyCode(decodeCode(frozen.code, true)), false]);
      }
      return null;
    },
    '!exec_in(code, namespace, /)': (vm, code: PyCode, ns: PyDict): Result => execCode(vm, code, ns, ns),
    'new_module(name, /)': (_vm, name) => fresh(asJS(name)!, false, null, null),
    /** importlib's function that gives a module its `__spec__`, once importlib is there. */
    'spec_setter()': (vm) => (vm.state.setSpec as PyValue | undefined) ?? null,
    'is_initializing(m, /)': (_vm, mod) => m.initializing.has(mod),
    'is_default_finder(f, /)': (_vm, f) => m.defaultFinders.has(f),
    'missing_module_message(name, /)': (vm, name) => {
      const full = asJS(name)!;
      const why = unavailable[full];
      return why === undefined ? `No module named ${asJS(reprSync(vm, full)!)}` : `No module named '${full}' (not available in pyvm: ${why})`;
    },
  };
}

/** `__file__` of a library module: no such file exists, but tracebacks and reprs name it. */
export const frozenFile = (full: string, isPackage: boolean): string => `<frozen>/${full.replaceAll('.', '/')}${isPackage ? '/__init__' : ''}.py`;
