/**
 * `_replace` and `_asdict` of named tuples of which nobody has redefined a part: what the expressions in their bodies would
 * give. For all others the answer is the empty tuple, nothing has happened, and the Python code beside it runs (`NAMED_TUPLE` in scripts/lib-patches.mjs).
 */
import { T, type PyValue } from '../../objects/object.js';
import { ownAttr } from '../../objects/attribute.js';
import { PyDict } from '../../objects/dict.js';
import { NativeFunction, type NativeFn } from '../../objects/native.js';
import { PyTuple } from '../../objects/tuple.js';

const NOTHING = new PyTuple([]);

/** Whether attributes of `self` are looked up, and its items run through, as those of a tuple. */
function isPlain(self: PyTuple): boolean {
  const get = self.cls.lookup('__getattribute__');
  const iter = self.cls.lookup('__iter__');
  return get instanceof NativeFunction && !get.owner!.flags.heap && iter instanceof NativeFunction && iter.owner === T.tuple;
}

/** Functions of the module _collections. */
export const namedTupleMethods: Record<string, NativeFn> = {
  /** `self._make(map(kwds.pop, names, self))`, where that leaves nothing in `kwds`; `make`: what `_make` is if nobody has changed it. */
  '_namedtuple_replaced(self, kwds, names, make, /)': (_vm, self: PyTuple, kwds: PyDict, fields: PyTuple, make) => {
    const names = fields.items;
    const { items, cls } = self;
    if (items.length !== names.length || cls.lookup('_make') !== make || ownAttr(self, '_make') !== undefined || !isPlain(self)) return NOTHING;
    let left = kwds.used;
    const out: PyValue[] = [];
    for (let i = 0; i < items.length; i++) {
      const v = kwds.getStr(names[i] as string);
      if (v !== undefined) left--;
      out.push(v === undefined ? items[i]! : v);
    }
    if (left !== 0) return NOTHING;
    if (kwds.used > 0) kwds.clear();
    return new PyTuple(out, cls);
  },
  /** `dict(zip(self._fields, self))`. */
  '_namedtuple_dict(self, /)': (_vm, self: PyTuple) => {
    const fields = self.cls.lookup('_fields');
    if (!(fields instanceof PyTuple) || fields.cls !== T.tuple || ownAttr(self, '_fields') !== undefined || !isPlain(self)) return NOTHING;
    const names = fields.items;
    const out = new PyDict();
    const n = Math.min(names.length, self.items.length);
    for (let i = 0; i < n; i++) {
      const name = names[i];
      if (typeof name !== 'string') return NOTHING;
      out.setStr(name, self.items[i]!);
    }
    return out;
  },
};
