/** _abc: what a class with ABCMeta knows of its virtual subclasses. The protocol itself is prelude Python. */
import { andThen, cont, type PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { getattrOptional } from '../objects/attribute.js';
import { truth } from '../objects/convert.js';
import { PyFunction } from '../objects/function.js';
import { listFrom } from '../objects/iterate.js';
import { NativeFunction } from '../objects/native.js';
import { asJS } from '../objects/str.js';
import { AbcCaches, abcState, subclassSync } from '../objects/abc.js';
import { typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callPrelude } from '../objects/call.js';
import type { NativeFn } from '../objects/native.js';
import { frozensetOf, PySet } from '../objects/set.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyType } from '../objects/type.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

export class AbcData extends AbcCaches {}

const DATA = defineType({ name: '_abc._abc_data', instance: AbcData, new: ['__new__(cls, *args, **kwargs)', () => new AbcData()], doc: "Internal state held by ABC machinery." });

function dataOf(cls: PyValue): AbcData {
  const d = cls instanceof PyType ? cls.lookup('_abc_impl') : undefined;
  if (!(d instanceof AbcData)) throw typeError('_abc_impl is set to a wrong type');
  return d;
}

/** isinstance(o, abc): the caches answer at once; else the prelude asks `__subclasscheck__`. */
function instanceCheck(vm: VM, cls: PyValue, o: PyValue): Result {
  const data = dataOf(cls);
  const t = typeOf(o);
  if (t.lookup('__class__') === T.object.lookup('__class__')) {
    if (data.cache.has(t)) return true;
    if (data.negativeVersion === abcState.invalidation && data.negative.has(t)) return false;
  }
  return callPrelude(vm, 'abc_instancecheck', cls, o);
}

/** Natives of prelude/stdlib.py's abc_* functions. */
export const abcNatives: Record<string, NativeFn> = {
  'abc_cached(cls, subclass, /)': (_vm, cls, sub) => {
    const d = dataOf(cls);
    if (d.cache.has(sub)) return true;
    d.refresh();
    return d.negative.has(sub) ? false : null;
  },
  'abc_remember(cls, subclass, yes, /)': (_vm, cls, sub, yes) => dataOf(cls).remember(sub, yes as boolean),
  'abc_registry(cls, /)': (_vm, cls) => {
    const out: PyValue[] = [];
    for (const r of dataOf(cls).registry) {
      const c = r.deref();
      if (c !== undefined) out.push(c);
    }
    return new PyList(out);
  },
  'abc_add(cls, subclass, /)': (_vm, cls: PyType, sub: PyType) => {
    addVirtual(cls, sub);
    return null;
  },
};

/** Adds a virtual subclass, for which the patterns of `match` are then what they are for the class. */
function addVirtual(cls: PyType, sub: PyType): void {
  dataOf(cls).registry.push(new WeakRef(sub));
  abcState.invalidation++;
  const mark = (c: PyType): void => {
    if (c.flags.sequence ? cls.flags.sequence : c.flags.mapping && cls.flags.mapping) return;
    c.flags.sequence = cls.flags.sequence;
    c.flags.mapping ||= cls.flags.mapping;
    for (const s of c.liveSubclasses()) mark(s);
  };
  if (sub.flags.heap && (cls.flags.sequence || cls.flags.mapping)) mark(sub);
}

function register(vm: VM, cls: PyType, sub: PyValue): Result {
  if (sub instanceof PyType) {
    const already = subclassSync(cls, sub);
    if (already === true) return sub;
    if (already === false && subclassSync(sub, cls) === false) {
      addVirtual(cls, sub);
      return sub;
    }
  }
  return callPrelude(vm, 'abc_register', cls, sub);
}

/** _abc_init on its way: which names of a class are abstract. */
interface Abstracts {
  readonly cls: PyType;
  readonly names: PyValue[];
  /** Names that are to be looked at, with their values; undefined: the class has it from a base and is yet to be asked. */
  rest: [name: PyValue, value: PyValue | undefined][];
  /** Bases whose abstract methods were not looked at yet; null: the class's own names are not done. */
  bases: PyValue[] | null;
}

function findAbstracts(vm: VM, s: Abstracts): Result {
  for (;;) {
    const next = s.rest[0];
    const base = vm.frame;
    if (next === undefined) {
      s.bases ??= [...s.cls.bases];
      const from = s.bases.shift();
      if (from === undefined) return setAbstracts(vm, s);
      if (from instanceof PyType && from.cls.lookup('__getattribute__') === T.type.lookup('__getattribute__') && from.dict.getStr('__abstractmethods__') === undefined) continue;
      return andThen(vm, base, getattrOptional(vm, from, '__abstractmethods__'), INHERITED, s);
    }
    const [name, value] = next;
    if (value === undefined) return andThen(vm, base, getattrOptional(vm, s.cls, asJS(name) ?? ''), INHERITED_VALUE, s);
    // What most classes are made of is not abstract.
    if (value === null || typeof value !== 'object' || (value instanceof PyFunction && value.dict === null) || value instanceof NativeFunction) {
      s.rest.shift();
      continue;
    }
    return andThen(vm, base, getattrOptional(vm, value, '__isabstractmethod__'), MARK, s);
  }
}
const INHERITED = cont(
  'abc.inherited',
  (vm, names, c) => {
    if (names === undefined) return vm.exc !== null ? undefined : findAbstracts(vm, c.a);
    const base = vm.frame;
    return andThen(vm, base, listFrom(vm, names), INHERITED_NAMES, c.a);
  },
  { iter: true },
);
const INHERITED_NAMES = cont('abc.inherited_names', (vm, list, c) => {
  (c.a as Abstracts).rest = (list as PyList).items.map((n) => [n, undefined]);
  return findAbstracts(vm, c.a);
});
const INHERITED_VALUE = cont(
  'abc.inherited_value',
  (vm, value, c) => {
    if (value === undefined && vm.exc !== null) return undefined;
    const s = c.a as Abstracts;
    s.rest[0] = [s.rest[0]![0], value ?? null];
    return findAbstracts(vm, s);
  },
  { iter: true },
);
const MARK = cont(
  'abc.mark',
  (vm, mark, c) => {
    if (mark === undefined && vm.exc !== null) return undefined;
    const base = vm.frame;
    return andThen(vm, base, mark === undefined ? false : truth(vm, mark), MARKED, c.a);
  },
  { iter: true },
);
const MARKED = cont('abc.marked', (vm, yes, c) => {
  const s = c.a as Abstracts;
  const [name] = s.rest.shift()!;
  if (yes === true && !(s.bases !== null && s.names.includes(name))) s.names.push(name);
  return findAbstracts(vm, s);
});

const TPFLAGS_SEQUENCE = 32;
const TPFLAGS_MAPPING = 64;

function setAbstracts(vm: VM, { cls, names }: Abstracts): Result {
  cls.setAttr('__abstractmethods__', frozensetOf(names));
  cls.flags.abstract = names.length > 0;
  cls.setAttr('_abc_impl', new AbcData());
  const flags = cls.dict.getStr('__abc_tpflags__');
  if (flags === undefined) return null;
  if (typeof flags === 'number') {
    const both = TPFLAGS_SEQUENCE | TPFLAGS_MAPPING;
    if ((flags & both) === both) throw typeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
    if (flags & TPFLAGS_SEQUENCE) cls.flags.sequence = true;
    if (flags & TPFLAGS_MAPPING) cls.flags.mapping = true;
  }
  cls.dict.delStr('__abc_tpflags__');
  cls.modified();
  return null;
}

export const makeAbc: NativeModuleMaker = () =>
  defineModule({
    name: '_abc',
    doc: 'Module contains faster C implementation of abc.ABCMeta',
    functions: {
      'get_cache_token()': () => abcState.invalidation,
      '!_abc_init(self, /)': (vm, cls: PyType) => findAbstracts(vm, { cls, names: [], rest: [...cls.dict.entries()], bases: null }),
      '!_abc_register(self, subclass, /)': register,
      '!_abc_instancecheck(self, instance, /)': instanceCheck,
      '!_abc_subclasscheck(self, subclass, /)': (vm, cls: PyType, sub) => (sub instanceof PyType ? subclassSync(cls, sub) : undefined) ?? callPrelude(vm, 'abc_subclasscheck', cls, sub),
      '_reset_registry(self, /)': (_vm, cls) => {
        dataOf(cls).registry.length = 0;
        return null;
      },
      '_reset_caches(self, /)': (_vm, cls) => {
        const d = dataOf(cls);
        d.cache = new WeakSet();
        d.negative = new WeakSet();
        return null;
      },
      '_get_dump(self, /)': (_vm, cls) => {
        const d = dataOf(cls);
        return new PyTuple([new PySet(), new PySet(), new PySet(), d.negativeVersion]);
      },
    },
    values: { _abc_data: DATA },
  });
