/** _collections: the accelerators behind module collections. Types: collections/. */
import { T, type PyValue } from '../objects/object.js';
import { error, indexError, typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callPrelude } from '../objects/call.js';
import { PyCode } from '../objects/code.js';
import { reprSync } from '../objects/convert.js';
import { PyDict } from '../objects/dict.js';
import { itemsSync } from '../objects/iterate.js';
import { PyListIterator, PyTupleIterator } from '../objects/iterators.js';
import { asJS, jsStr } from '../objects/str.js';
import { PyTuple } from '../objects/tuple.js';
import { TupleGetter } from '../objects/tuple-getter.js';
import { typeName } from '../objects/type.js';
import { count, counterMethods, ownedBy } from './collections/counter-methods.js';
import { DEQUE } from './collections/deque.js';
import { DEFAULTDICT, ORDERED } from './collections/dicts.js';
import { namedTupleCode } from './collections/namedtuple-code.js';
import { namedTupleMethods } from './collections/namedtuple-methods.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';


const GETTER = defineType({
  name: '_collections._tuplegetter',
  instance: TupleGetter,
  new: ['__new__(cls, index, doc, /)', (_vm, _cls, index, doc) => new TupleGetter(index, doc)],
  methods: {
    '__get__(self, instance, owner=None, /)': (_vm, self: TupleGetter, o) => {
      if (o === null) return self;
      if (!(o instanceof PyTuple)) throw typeError(`descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeName(o)}' object`);
      const v = o.items[self.index];
      if (v === undefined) throw indexError('tuple index out of range');
      return v;
    },
    '__set__(self, instance, value, /)': () => {
      throw error('AttributeError', "can't set attribute");
    },
    '__delete__(self, instance, /)': () => {
      throw error('AttributeError', "can't delete attribute");
    },
    '__repr__(self, /)': (vm, self: TupleGetter) => `_tuplegetter(${self.index}, ${jsStr(reprSync(vm, self.doc) ?? '')})`,
    '__reduce__(self, /)': (_vm, self: TupleGetter) => new PyTuple([self.cls, new PyTuple([self.index, self.doc])]),
  },
  members: {
    __doc__: [
      (_vm, self: TupleGetter) => self.doc,
      (_vm, self: TupleGetter, v) => {
        self.doc = v ?? null;
        return null;
      },
    ],
  },
});

/** What an iterator has left, which it gives without Python code. */
function restOf(it: PyListIterator | PyTupleIterator): PyValue[] {
  const out: PyValue[] = [];
  for (let v = it.quickNext(); v !== undefined; v = it.quickNext()) out.push(v);
  return out;
}

export const makeCollections: NativeModuleMaker = () =>
  defineModule({
    name: '_collections',
    doc: 'High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n',
    functions: {
      // For namedtuple() (scripts/lib-modules.mjs): what its eval() is to run in place of `text`.
      '_namedtuple_code(text, fields, /)': (_vm, text, fields) => {
        const code = namedTupleCode((fields as PyTuple).items.map((f) => asJS(f) ?? ''));
        return code === null ? text : new PyCode(code);
      },
      ...namedTupleMethods,
      '!_count_elements(mapping, iterable, /)': (vm, mapping, iterable) => {
        if (!(mapping instanceof PyDict && ownedBy(mapping, 'get') && ownedBy(mapping, '__setitem__'))) return callPrelude(vm, 'count_elements', mapping, iterable);
        const items = itemsSync(iterable) ?? (iterable instanceof PyListIterator || iterable instanceof PyTupleIterator ? restOf(iterable) : undefined);
        if (items === undefined) return callPrelude(vm, 'count_elements', mapping, iterable);
        const n = count(vm, mapping, items);
        return n === items.length ? null : callPrelude(vm, 'count_elements', mapping, new PyTuple(items.slice(n)));
      },
      ...counterMethods,
    },
    values: { deque: DEQUE, defaultdict: DEFAULTDICT, OrderedDict: ORDERED, _tuplegetter: GETTER, _deque_iterator: T['_collections._deque_iterator']!, _deque_reverse_iterator: T['_collections._deque_reverse_iterator']! },
  });
