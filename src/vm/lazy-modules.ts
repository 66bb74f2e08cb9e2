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
import { asJS } from '../objects/str.js';
import { PyType } from '../objects/type.js';
import { AT_ONCE, FOR_PROGRAMS } from './lazy-list.js';
import type { Machine } from './machine.js';
import type { LazyNames } from './lazy-names.js';
import { runModule } from './run-module.js';

/** Names that import itself gives a module, and reads. */
const OF_IMPORT: ReadonlySet<string> = new Set(['__name__', '__spec__', '__loader__', '__package__', '__file__', '__path__', '__cached__', '__builtins__']);
/** What is asked of every module there is (unittest, warnings), and no body defines. */
const NEVER_DEFINED = '__warningregistry__';

type Vm = Machine['thread'];

/** What runs before anybody sees the module's namespace, and what is done when that has happened. */
interface Waiting {
  start(vm: Vm, m: PyModule): Result;
  done?(vm: Vm, m: PyModule): void;
  /** A limit ended it: it will be started again. */
  undone?(m: PyModule): void;
}
const waiting = new WeakMap<PyModule, Waiting>();
let lazyType: PyType | null = null;

/** Who imports: a module of the library, a program by `import name`, somebody to whom it matters that the body has run. */
export type Importer = 'library' | 'program' | 'at once';

/** Whether the body of a library module may run later. */
export function mayWait(name: string, importer: Importer): boolean {
  if (importer === 'program') return FOR_PROGRAMS.has(name);
  return importer === 'library' && !AT_ONCE.has(name) && (!name.startsWith('_') || name === '_collections_abc') && !name.startsWith('encodings.');
}

export const isWaiting = (m: PyModule): boolean => m.cls === lazyType;

/** Leaves what is to happen first for later. */
export function wait(m: PyModule, w: Waiting): void {
  waiting.set(m, w);
  m.cls = lazyType ??= makeType();
}

/** Leaves the body of `m` for later. */
export function putOff(machine: Machine, m: PyModule, code: PyCode): void {
  wait(m, {
    start: (vm) => runModule(vm, machine, code, m),
    done: (vm) => (vm.state.pendingNames as LazyNames | undefined)?.fill(m),
    undone: () => {
      // Others have it already: it is no half of a module, but one that waits.
      const name = asJS(m.dict.getStr('__name__') ?? null);
      if (name !== undefined && machine.modules.getStr(name) === undefined) machine.modules.setStr(name, m);
    },
  });
}

/** Runs the body now. A program that is being traced does not see that: it did when it said `import`. */
function load(vm: Vm, m: PyModule): Result {
  m.cls = T.module;
  if (vm.traceFunc !== null || vm.profileFunc !== null) vm.inTrace = true;
  return waiting.get(m)!.start(vm, m);
}

function whenLoaded(what: string, goOn: (vm: Vm, m: PyModule, name: PyValue, v: PyValue | undefined) => Result) {
  const row = cont(
    `module.${what}`,
    (v0, v, c) => {
      const vm = v0 as Vm;
      vm.inTrace = c.d.inTrace;
      vm.depth += c.d.below;
      // The body failed: another use runs it again, as another import would.
      if (v === undefined) {
        c.a.cls = lazyType;
        return undefined;
      }
      waiting.get(c.a)?.done?.(vm, c.a);
      return goOn(vm, c.a, c.b, c.c);
    },
    {
      catches: true,
      abandoned: (c) => {
        c.a.cls = lazyType;
        c.d.vm.depth += c.d.below;
        waiting.get(c.a)?.undone?.(c.a);
      },
    },
  );
  return (vm: Vm, m: PyModule, name: PyValue, v?: PyValue): Result => {
    if (m.cls !== lazyType) return goOn(vm, m, name, v);
    const base = vm.frame;
    // The program may be deep in a recursion, where CPython imported the module long before.
    const before = { vm, inTrace: vm.inTrace, below: vm.depth };
    vm.depth = 0;
    return andThen(vm, base, load(vm, m), row, m, name, v, before);
  };
}

const get = whenLoaded('get', (vm, m, name) => getattr(vm, m, attrName(name)));
const set = whenLoaded('set', (vm, m, name, v) => setattr(vm, m, attrName(name), v));
/** Runs the body of a module that waits. */
export const loadNow = whenLoaded('load', (_vm, m) => m);
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
      if (s === '__dict__' && vm.state.pendingNames?.asksOnlyName(vm) === true) return m.dict;
      return get(vm as Vm, m, name);
    },
    '!__setattr__(self, name, value, /)': (vm, m: PyModule, name, v) => {
      if (!OF_IMPORT.has(attrName(name))) return set(vm as Vm, m, name, v);
      m.dict.setStr(attrName(name), v);
      return null;
    },
    '!__delattr__(self, name, /)': (vm, m: PyModule, name) => set(vm as Vm, m, name),
    '!__dir__(self, /)': (vm, m: PyModule) => dir(vm as Vm, m, null),
  };
  for (const [sig, fn] of Object.entries(rows)) {
    const def = nativeDef(sig, fn);
    t.dict.setStr(def.name, new NativeFunction(def, T.wrapper_descriptor, undefined, t, null));
  }
  return t;
}
