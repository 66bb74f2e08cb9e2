/** _abc: what a class with ABCMeta knows of its virtual subclasses. The protocol itself is prelude Python. */
import { type PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { AbcCaches, abcState } from '../objects/abc.js';
import { typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callPrelude } from '../objects/call.js';
import type { NativeFn } from '../objects/native.js';
import { frozensetOf, PySet } from '../objects/set.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyType } from '../objects/type.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

export class AbcData extends AbcCaches {
  readonly registry: WeakRef<PyObject>[] = [];
}

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
    if (d.negativeVersion < abcState.invalidation) {
      d.negative = new WeakSet();
      d.negativeVersion = abcState.invalidation;
    } else if (d.negative.has(sub)) return false;
    return null;
  },
  'abc_remember(cls, subclass, yes, /)': (_vm, cls, sub, yes) => {
    const d = dataOf(cls);
    if (yes) d.cache.add(sub);
    else d.negative.add(sub);
    return yes;
  },
  'abc_registry(cls, /)': (_vm, cls) => {
    const out: PyValue[] = [];
    for (const r of dataOf(cls).registry) {
      const c = r.deref();
      if (c !== undefined) out.push(c);
    }
    return new PyList(out);
  },
  'abc_add(cls, subclass, /)': (_vm, cls, sub) => {
    dataOf(cls).registry.push(new WeakRef(sub));
    abcState.invalidation++;
    return null;
  },
  'abc_inherit_patterns(cls, subclass, /)': (_vm, cls: PyType, sub: PyType) => {
    const mark = (c: PyType): void => {
      if (c.flags.sequence ? cls.flags.sequence : c.flags.mapping && cls.flags.mapping) return;
      c.flags.sequence = cls.flags.sequence;
      c.flags.mapping ||= cls.flags.mapping;
      for (const s of c.liveSubclasses()) mark(s);
    };
    if (sub.flags.heap && (cls.flags.sequence || cls.flags.mapping)) mark(sub);
    return null;
  },
  'abc_prepare(cls, abstracts, /)': (_vm, cls: PyType, abstracts: PyList) => {
    cls.setAttr('__abstractmethods__', frozensetOf(abstracts.items));
    cls.flags.abstract = abstracts.items.length > 0;
    cls.setAttr('_abc_impl', new AbcData());
    return null;
  },
  'abc_patterns(cls, sequence, mapping, /)': (_vm, cls: PyType, sequence, mapping) => {
    if (sequence) cls.flags.sequence = true;
    if (mapping) cls.flags.mapping = true;
    return null;
  },
};

export const makeAbc: NativeModuleMaker = () =>
  defineModule({
    name: '_abc',
    doc: 'Module contains faster C implementation of abc.ABCMeta',
    functions: {
      'get_cache_token()': () => abcState.invalidation,
      '!_abc_init(self, /)': (vm, cls) => callPrelude(vm, 'abc_init', cls),
      '!_abc_register(self, subclass, /)': (vm, cls, sub) => callPrelude(vm, 'abc_register', cls, sub),
      '!_abc_instancecheck(self, instance, /)': instanceCheck,
      '!_abc_subclasscheck(self, subclass, /)': (vm, cls, sub) => callPrelude(vm, 'abc_subclasscheck', cls, sub),
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
