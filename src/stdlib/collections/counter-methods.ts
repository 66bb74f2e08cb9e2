/** Counting, and the beginning of a Counter of which nobody has redefined a part (`NAMED_TUPLE` in scripts/lib-patches.mjs). */
import { T, type PyValue, type VM } from '../../objects/object.js';
import { ownAttr } from '../../objects/attribute.js';
import { inChunks } from '../../objects/chunks.js';
import { PyDict } from '../../objects/dict.js';
import { update } from '../../objects/dict-type.js';
import { PyFunction, PyModule } from '../../objects/function.js';
import { isInstanceSync } from '../../objects/instance-check.js';
import { intAdd } from '../../objects/int.js';
import { itemsSync } from '../../objects/iterate.js';
import { NativeFunction, type NativeFn } from '../../objects/native.js';

/** Whether `d` has a method as dict has it. */
export const ownedBy = (d: PyDict, name: string): boolean => {
  const m = d.cls.lookup(name);
  return m instanceof NativeFunction && m.owner === T.dict;
};

/** Counts `items` in `d` as far as that needs no Python code; how many. */
export function count(vm: VM, d: PyDict, items: readonly PyValue[]): number {
  vm.charge(items.length);
  let done = 0;
  inChunks(items.length, (from, to) => {
    for (done = from; done < to; done++) {
      const x = items[done]!;
      const i = d.find(x);
      const old = i >= 0 ? d.vals[i]! : 0;
      if (i < -1 || typeof old !== 'number' || !(i >= 0 || d.setFast(x, 1))) return false;
      if (i >= 0) d.vals[i] = intAdd(old, 1);
    }
    return true;
  });
  return done;
}

/** Functions of the module _collections. */
export const counterMethods: Record<string, NativeFn> = {
  /**
   * False: a Counter was given what `super().__init__()` and `self.update(iterable)` give it; `original`: what `update` is if nobody has changed it.
   * True: they have to run, and nothing has happened.
   */
  '_counter_waits(self, iterable, original, /)': (vm, self: PyDict, iterable, original: PyFunction) => {
    const { cls } = self;
    const { mro } = cls;
    const n = mro.length - 2;
    // Behind Counter comes dict, whose __init__ does nothing here.
    if (self.used > 0 || mro[n] !== T.dict || mro[n - 1]!.dict.getStr('update') !== original || cls.lookup('update') !== original || ownAttr(self, 'update') !== undefined) return true;
    if (!ownedBy(self, '__getattribute__') || !ownedBy(self, 'get') || !ownedBy(self, '__setitem__')) return true;
    if (iterable === null) return false;
    const counts = original.globals.getStr('_count_elements');
    const abc = original.globals.getStr('_collections_abc');
    const mapping = abc instanceof PyModule ? abc.dict.getStr('Mapping') : undefined;
    if (!(counts instanceof NativeFunction && counts.def.name === '_count_elements') || mapping === undefined) return true;
    const maps = isInstanceSync(iterable, mapping);
    if (maps === true && iterable instanceof PyDict && ownedBy(iterable, '__iter__')) return update(vm, self, iterable, null) !== null;
    const items = maps === false ? itemsSync(iterable) : undefined;
    if (items === undefined) return true;
    if (count(vm, self, items) === items.length) return false;
    self.clear();
    return true;
  },
};
