/** bool: the type. */
import './int-type.js';
import { T, andThen, cont, type PyValue, type Result, type VM } from './object.js';
import { defineType } from './define.js';
import { checkNew } from './args.js';
import { asInt, intAnd, intOr, intXor, type Int } from './int.js';
import { NotImplemented } from './singletons.js';
import { truth } from './convert.js';
import type { NativeFn } from './native.js';

const logic = (onBool: (a: boolean, b: boolean) => boolean, onInt: (a: Int, b: Int) => Int): NativeFn => (_vm, self, other) => {
  if (typeof self === 'boolean' && typeof other === 'boolean') return onBool(self, other);
  const b = asInt(other);
  return b === undefined ? NotImplemented : onInt(asInt(self)!, b);
};
const and = logic((a, b) => a && b, intAnd);
const or = logic((a, b) => a || b, intOr);
const xor = logic((a, b) => a !== b, intXor);

function boolNew(vm: VM, cls: PyValue, x: PyValue): Result {
  checkNew(cls, T.bool);
  if (typeof x === 'boolean') return x;
  return andThen(vm, vm.frame, truth(vm, x), RESULT);
}

const RESULT = cont('bool.new', (_vm, v) => v);

T.bool = defineType({
  name: 'bool',
  base: T.int,
  instance: null,
  new: ['!__new__(cls, x=False, /)', boolNew],
  methods: {
    '__repr__(self, /)': (_vm, self) => (self ? 'True' : 'False'),
    '__and__(self, value, /)': and,
    '__rand__(self, value, /)': and,
    '__xor__(self, value, /)': xor,
    '__rxor__(self, value, /)': xor,
    '__or__(self, value, /)': or,
    '__ror__(self, value, /)': or,
  },
});
