/**
 * Modules of the frozen library whose bodies run when something is first asked of them. `dataclasses` imports `inspect`, which
 * nearly no program that has data classes ever needs; and programs import what they need in one branch only.
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

/**
 * Modules that may wait when a program says `import name`: their bodies do no more than define what is asked of them later.
 * Not among them: modules that warn of their end, that start something or look at the clock, that a program imports for what
 * importing them does, and those that are used at once anyway.
 */
const FOR_PROGRAMS: ReadonlySet<string> = new Set(
  `abc argparse ast base64 bisect calendar cmd code collections colorsys configparser contextlib copy csv dataclasses datetime decimal difflib
  dis enum filecmp fileinput fnmatch fractions functools getopt glob graphlib gzip hashlib heapq hmac html inspect io json keyword linecache logging
  numbers operator optparse os pathlib pickle pprint random re reprlib secrets shelve shlex shutil statistics string struct tempfile textwrap timeit
  token tokenize tomllib traceback types typing uuid weakref zipfile zoneinfo`.split(/\s+/),
);

/** Who imports: a module of the library, a program by `import name`, somebody to whom it matters that the body has run. */
export type Importer = 'library' | 'program' | 'at once';

/** Whether the body of a library module may run later. */
export function mayWait(name: string, importer: Importer): boolean {
  if (importer === 'program') return FOR_PROGRAMS.has(name);
  return importer === 'library' && !AT_ONCE.has(name) && !name.startsWith('_') && !name.startsWith('encodings.');
}

export const isWaiting = (m: PyModule): boolean => m.cls === lazyType;

/** Leaves the body of `m` for later. */
export function putOff(machine: Machine, m: PyModule, code: PyCode): void {
  waiting.set(m, { code, machine });
  m.cls = lazyType ??= makeType();
}

/** Runs the body now. A program that is being traced does not see that: it did when it said `import`. */
function load(vm: Machine['thread'], m: PyModule): Result {
  const { code, machine } = waiting.get(m)!;
  m.cls = T.module;
  if (vm.traceFunc !== null || vm.profileFunc !== null) vm.inTrace = true;
  return runModule(vm, machine, code, m);
}

function whenLoaded(what: string, goOn: (vm: Machine['thread'], m: PyModule, name: PyValue, v: PyValue | undefined) => Result) {
  const row = cont(
    `module.${what}`,
    (v0, v, c) => {
      const vm = v0 as Machine['thread'];
      // The body failed: another use runs it again, as another import would.
      if (v === undefined) c.a.cls = lazyType;
      vm.inTrace = c.d;
      return v === undefined ? undefined : goOn(vm, c.a, c.b, c.c);
    },
    { catches: true, abandoned: (c) => (c.a.cls = lazyType) },
  );
  return (vm: Machine['thread'], m: PyModule, name: PyValue, v?: PyValue): Result => {
    if (m.cls !== lazyType) return goOn(vm, m, name, v);
    const base = vm.frame;
    const { inTrace } = vm;
    return andThen(vm, base, load(vm, m), row, m, name, v, inTrace);
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
