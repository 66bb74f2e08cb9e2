/**
 * Modules of the frozen library that another module of it imports: their bodies run when something is first asked of
 * them. `dataclasses` imports `inspect`, which nearly no program that has data classes ever needs.
 *
 * Until then the module is in sys.modules, as what `import` made before it runs a body, with a class that differs from
 * `module` in what getting, setting and deleting of attributes do: they run the body first. (importlib.util.LazyLoader
 * works the same way.) Nothing else can tell such a module from others: its namespace is reached through it only.
 */
import { andThen, cont, T, type PyValue, type Result } from '../objects/object.js';
import { attrName, getattr, moduleGet, noAttribute, setattr } from '../objects/attribute.js';
import { callMethod } from '../objects/call.js';
import type { PyCode } from '../objects/code.js';
import { PyDict } from '../objects/dict.js';
import type { PyModule } from '../objects/function.js';
import { nativeDef, NativeFunction, type NativeFn } from '../objects/native.js';
import { PyType } from '../objects/type.js';
import type { Machine } from './machine.js';
import { runModule } from './run-module.js';

/**
 * Modules whose bodies do something outside of themselves (register with others, take part in starting up), so that it
 * matters when they run.
 */
const AT_ONCE: ReadonlySet<string> = new Set([
  'abc', 'codecs', 'collections', 'collections.abc', 'concurrent.futures.thread', 'copyreg', 'encodings', 'enum', 'functools', 'importlib', 'io', 'logging', 'numbers', 'os', 're', 'site', 'threading', 'this', 'types',
  'warnings',
]);

/** Names that import itself gives a module, and reads. */
const OF_IMPORT: ReadonlySet<string> = new Set(['__name__', '__spec__', '__loader__', '__package__', '__file__', '__path__', '__cached__', '__builtins__']);
/** What is asked of every module there is (unittest, warnings), and no body defines. */
const NEVER_DEFINED = '__warningregistry__';

interface Waiting {
  readonly code: PyCode;
  readonly machine: Machine;
}
const waiting = new WeakMap<PyModule, Waiting>();
let lazyType: PyType | null = null;

/** Whether the body of a library module may run later. */
export const mayWait = (name: string): boolean => !AT_ONCE.has(name) && !name.startsWith('_') && !name.startsWith('encodings.');

/** Leaves the body of `m` for later. */
export function putOff(machine: Machine, m: PyModule, code: PyCode): void {
  waiting.set(m, { code, machine });
  m.cls = lazyType ??= makeType();
}

/** Runs the body now; `row` goes on with what was asked. */
function load(vm: Machine['thread'], m: PyModule): Result {
  const { code, machine } = waiting.get(m)!;
  m.cls = T.module;
  return runModule(vm, machine, code, m);
}

function whenLoaded(what: string, goOn: (vm: Machine['thread'], m: PyModule, name: PyValue, v: PyValue | undefined) => Result) {
  const row = cont(
    `module.${what}`,
    (v0, v, c) => {
      const vm = v0 as Machine['thread'];
      // The body failed: another use runs it again, as another import would.
      if (v === undefined) c.a.cls = lazyType;
      return v === undefined ? undefined : goOn(vm, c.a, c.b, c.c);
    },
    { catches: true },
  );
  return (vm: Machine['thread'], m: PyModule, name: PyValue, v?: PyValue): Result => {
    if (m.cls !== lazyType) return goOn(vm, m, name, v);
    const base = vm.frame;
    return andThen(vm, base, load(vm, m), row, m, name, v);
  };
}

const get = whenLoaded('get', (vm, m, name) => getattr(vm, m, attrName(name)));
const set = whenLoaded('set', (vm, m, name, v) => setattr(vm, m, attrName(name), v));
const dir = whenLoaded('dir', (vm, m) => callMethod(vm, m, '__dir__', []));

function makeType(): PyType {
  const { module } = T as { module: PyType };
  const t = new PyType(T.type, 'module', [module], new PyDict(), module.layout, { ...module.flags });
  t.mro = [t, ...module.mro];
  const rows: Record<string, NativeFn> = {
    '!__getattribute__(self, name, /)': (vm, m: PyModule, name) => {
      const s = attrName(name);
      if (s === '__class__') return T.module;
      if (OF_IMPORT.has(s)) return moduleGet(vm, m, s);
      if (s === NEVER_DEFINED) return vm.raise(noAttribute(m, s));
      return get(vm as Machine['thread'], m, name);
    },
    '!__setattr__(self, name, value, /)': (vm, m: PyModule, name, v) => {
      if (!OF_IMPORT.has(attrName(name))) return set(vm as Machine['thread'], m, name, v);
      m.dict.setStr(attrName(name), v);
      return null;
    },
    '!__delattr__(self, name, /)': (vm, m: PyModule, name) => set(vm as Machine['thread'], m, name),
    '!__dir__(self, /)': (vm, m: PyModule) => dir(vm as Machine['thread'], m, null),
  };
  for (const [sig, fn] of Object.entries(rows)) {
    const def = nativeDef(sig, fn);
    t.dict.setStr(def.name, new NativeFunction(def, T.wrapper_descriptor, undefined, t, null));
  }
  return t;
}
