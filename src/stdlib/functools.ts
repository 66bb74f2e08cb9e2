/** _functools: partial, reduce, cmp_to_key and the lru_cache wrapper. */
import { andThen, cont, PyObject, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callPrelude } from '../objects/call.js';
import { call2 } from '../objects/fast-call.js';
import { richCompare, type CompareOp } from '../objects/compare.js';
import type { NativeFn } from '../objects/native.js';
import { defineModule } from './define-module.js';
import { LRU } from './functools/lru-cache.js';
import { PARTIAL } from './functools/partial.js';
import { updateWrapper } from './functools/update-wrapper.js';
import type { NativeModuleMaker } from './registry.js';

/** What cmp_to_key's result makes: a key that compares by a function. */
class Key extends PyObject {
  constructor(
    readonly cmp: PyValue,
    public object: PyValue | undefined,
  ) {
    super();
  }
}

const compareKeys = (op: CompareOp): NativeFn => (vm: VM, self: Key, other: PyValue): Result => {
  if (!(other instanceof Key)) throw typeError("other argument must be K instance");
  const base = vm.frame;
  const r = call2(vm, self.cmp, self.object!, other.object!);
  return typeof r === 'number' ? holds(op, r) : andThen(vm, base, r, COMPARED, op);
};
const holds = (op: CompareOp, n: number): boolean => (op === '<' ? n < 0 : op === '<=' ? n <= 0 : op === '>' ? n > 0 : op === '>=' ? n >= 0 : op === '==' ? n === 0 : n !== 0);
const COMPARED = cont('cmp_to_key.compared', (vm, r, c) => {
  if (typeof r === 'number') return holds(c.a, r);
  return richCompare(vm, r!, 0, c.a);
});

defineType({
  name: 'functools.KeyWrapper',
  instance: Key,
  methods: {
    '!__lt__(self, value, /)': compareKeys('<'),
    '!__le__(self, value, /)': compareKeys('<='),
    '!__eq__(self, value, /)': compareKeys('=='),
    '!__ne__(self, value, /)': compareKeys('!='),
    '!__gt__(self, value, /)': compareKeys('>'),
    '!__ge__(self, value, /)': compareKeys('>='),
    '__call__(self, obj)': (_vm, self: Key, obj) => new Key(self.cmp, obj),
  },
  members: { obj: (_vm, self: Key) => self.object ?? null },
  attrs: { __hash__: null },
});

export const makeFunctools: NativeModuleMaker = () =>
  defineModule({
    name: '_functools',
    doc: 'Tools that operate on functions.',
    functions: {
      '!reduce(function, iterable, initial=<unset>, /)': (vm, f, iterable, initial) =>
        initial === undefined ? callPrelude(vm, 'reduce_bare', f, iterable) : callPrelude(vm, 'reduce_from', f, iterable, initial),
      // For module functools (scripts/lib-patches.mjs).
      '_update_wrapper(wrapper, wrapped, /)': (_vm, wrapper, wrapped) => updateWrapper(wrapper, wrapped),
      'cmp_to_key(mycmp)': (_vm, cmp) => new Key(cmp, undefined),
    },
    values: { partial: PARTIAL, _lru_cache_wrapper: LRU },
  });
