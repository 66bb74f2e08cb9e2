/** _operator. */
import { andThen, cont, NOVALUE, PUSHED, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { call, callPrelude, dictFromKwargs } from '../objects/call.js';
import { getattr } from '../objects/attribute.js';
import { contains } from '../objects/contains.js';
import { index, truth } from '../objects/convert.js';
import { richCompare, type CompareOp } from '../objects/compare.js';
import { asBytes } from '../objects/bytes.js';
import { binaryOp, inplaceOp, unaryOp, type BinaryOp } from '../objects/operators.js';
import { delitem, getitem, setitem } from '../objects/subscript.js';
import { asJS, asStr, codePoints, strFromJS } from '../objects/str.js';
import type { NativeFn } from '../objects/native.js';
import { PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

// ---- itemgetter ----

class ItemGetter extends PyObject {
  constructor(readonly keys: readonly PyValue[]) {
    super();
  }
  override callAt(vm: VM, st: readonly any[], at: number, n: number): Result {
    return n === 1 ? getItems(vm, this, st[at], []) : NOVALUE;
  }
}
function getItems(vm: VM, self: ItemGetter, o: PyValue, got: PyValue[]): Result {
  const { keys } = self;
  if (keys.length === 1) return getitem(vm, o, keys[0]!);
  if (got.length === keys.length) return new PyTuple(got);
  for (;;) {
    const base = vm.frame;
    const v = getitem(vm, o, keys[got.length]!);
    if (v === PUSHED || v === undefined) return andThen(vm, base, v, GOT_ITEM, self, o, got);
    got.push(v);
    if (got.length === keys.length) return new PyTuple(got);
  }
}
const GOT_ITEM = cont('itemgetter.item', (vm, v, c) => {
  c.c.push(v);
  return getItems(vm, c.a, c.b, c.c);
});
const ITEMGETTER = defineType({
  name: 'operator.itemgetter',
  instance: ItemGetter,
  new: ['__new__(cls, *args)', (_vm, _cls, args: PyValue[]) => {
    if (args.length === 0) throw typeError('itemgetter expected 1 argument, got 0');
    return new ItemGetter(args);
  }],
  methods: {
    '!__call__(self, obj, /)': (vm, self, o) => getItems(vm, self, o, []),
    '!__repr__(self, /)': (vm, self: ItemGetter) => callPrelude(vm, 'getter_repr', 'operator.itemgetter', new PyTuple([...self.keys])),
    '__reduce__(self, /)': (_vm, self: ItemGetter) => new PyTuple([self.cls, new PyTuple([...self.keys])]),
  },
});

// ---- attrgetter ----

class AttrGetter extends PyObject {
  constructor(
    readonly names: readonly PyValue[],
    readonly paths: readonly (readonly string[])[],
  ) {
    super();
  }
  override callAt(vm: VM, st: readonly any[], at: number, n: number): Result {
    return n === 1 ? getAttrs(vm, this, st[at], []) : NOVALUE;
  }
}
function follow(vm: VM, o: PyValue, path: readonly string[], i: number): Result {
  if (i === path.length) return o;
  for (;;) {
    const base = vm.frame;
    const v = getattr(vm, o, path[i]!);
    if (v === PUSHED || v === undefined) return andThen(vm, base, v, FOLLOWED, path, i + 1);
    if (++i === path.length) return v;
    o = v;
  }
}
const FOLLOWED = cont('attrgetter.dot', (vm, v, c) => follow(vm, v!, c.a, c.b));
function getAttrs(vm: VM, self: AttrGetter, o: PyValue, got: PyValue[]): Result {
  const { paths } = self;
  if (paths.length === 1) return follow(vm, o, paths[0]!, 0);
  if (got.length === paths.length) return new PyTuple(got);
  for (;;) {
    const base = vm.frame;
    const v = follow(vm, o, paths[got.length]!, 0);
    if (v === PUSHED || v === undefined) return andThen(vm, base, v, GOT_ATTR, self, o, got);
    got.push(v);
    if (got.length === paths.length) return new PyTuple(got);
  }
}
const GOT_ATTR = cont('attrgetter.attr', (vm, v, c) => {
  c.c.push(v);
  return getAttrs(vm, c.a, c.b, c.c);
});
const ATTRGETTER = defineType({
  name: 'operator.attrgetter',
  instance: AttrGetter,
  new: ['__new__(cls, *args)', (_vm, _cls, args: PyValue[]) => {
    if (args.length === 0) throw typeError('attrgetter expected 1 argument, got 0');
    const paths = args.map((a) => {
      const s = asJS(a);
      if (s === undefined) throw typeError('attribute name must be a string');
      return s.split('.');
    });
    return new AttrGetter(args, paths);
  }],
  methods: {
    '!__call__(self, obj, /)': (vm, self, o) => getAttrs(vm, self, o, []),
    '!__repr__(self, /)': (vm, self: AttrGetter) => callPrelude(vm, 'getter_repr', 'operator.attrgetter', new PyTuple([...self.names])),
    '__reduce__(self, /)': (_vm, self: AttrGetter) => new PyTuple([self.cls, new PyTuple([...self.names])]),
  },
});

// ---- methodcaller ----

class MethodCaller extends PyObject {
  constructor(
    readonly name: string,
    readonly args: PyValue[],
    readonly kw: Map<string, PyValue>,
  ) {
    super();
  }
}
const CALL_METHOD = cont('methodcaller.call', (vm, m, c) => call(vm, m!, (c.a as MethodCaller).args, c.a.kw.size === 0 ? null : c.a.kw));
const METHODCALLER = defineType({
  name: 'operator.methodcaller',
  instance: MethodCaller,
  new: ['__new__(cls, *args, **kwargs)', (_vm, _cls, args: PyValue[], kw: Map<string, PyValue>) => {
    if (args.length === 0) throw typeError('methodcaller needs at least one argument, the method name');
    const name = asJS(args[0]!);
    if (name === undefined) throw typeError('method name must be a string');
    return new MethodCaller(name, args.slice(1), kw);
  }],
  methods: {
    '!__call__(self, obj, /)': (vm, self: MethodCaller, o) => {
      const base = vm.frame;
      return andThen(vm, base, getattr(vm, o, self.name), CALL_METHOD, self);
    },
    '!__repr__(self, /)': (vm, self: MethodCaller) => callPrelude(vm, 'methodcaller_repr', strFromJS(self.name), new PyTuple(self.args), dictFromKwargs(self.kw)),
    '!__reduce__(self, /)': (vm, self: MethodCaller) => callPrelude(vm, 'methodcaller_reduce', self.cls, strFromJS(self.name), new PyTuple(self.args), dictFromKwargs(self.kw)),
  },
});

// ---- the functions ----

const binary = (op: BinaryOp): NativeFn => (vm, a, b) => binaryOp(vm, op, a, b);
const inplace = (op: BinaryOp): NativeFn => (vm, a, b) => inplaceOp(vm, op, a, b);
const compare = (op: CompareOp): NativeFn => (vm, a, b) => richCompare(vm, a, b, op);
const NOT = cont('operator.not', (_vm, t) => t !== true);
const isSequence = (v: PyValue): boolean => typeOf(v).lookup('__getitem__') !== undefined && !typeOf(v).isSubtype(T.dict);

const binaries: readonly [name: string, op: BinaryOp][] = [
  ['add', '+'], ['sub', '-'], ['mul', '*'], ['matmul', '@'], ['floordiv', '//'], ['truediv', '/'], ['mod', '%'],
  ['lshift', '<<'], ['rshift', '>>'], ['and_', '&'], ['xor', '^'], ['or_', '|'], ['pow', '**'],
];
const comparisons: readonly [name: string, op: CompareOp][] = [['lt', '<'], ['le', '<='], ['eq', '=='], ['ne', '!='], ['gt', '>'], ['ge', '>=']];

function sequenceFunctions(): Record<string, NativeFn> {
  const rows: Record<string, NativeFn> = {};
  for (const [name, op] of binaries) {
    rows[`!${name}(a, b, /)`] = binary(op);
    rows[`!i${name.replace('_', '')}(a, b, /)`] = inplace(op);
  }
  for (const [name, op] of comparisons) rows[`!${name}(a, b, /)`] = compare(op);
  return rows;
}

const needSequence = (op: 'concat' | 'iconcat', a: PyValue): void => {
  if (!isSequence(a)) throw typeError(`'${typeName(a)}' object can't be concatenated`);
  void op;
};

/** True for what may be searched; else the TypeError of `in`. */
function iterable(v: PyValue): true {
  if (typeOf(v).lookup('__iter__') === undefined && typeOf(v).lookup('__getitem__') === undefined) throw typeError(`argument of type '${typeName(v)}' is not iterable`);
  return true;
}

/** Constant-time comparison of two byte strings or ASCII strs. */
function compareDigest(_vm: VM, a: PyValue, b: PyValue): Result {
  const x = asStr(a);
  const y = asStr(b);
  let p: ArrayLike<number>;
  let q: ArrayLike<number>;
  if (x !== undefined && y !== undefined) {
    p = codePoints(x);
    q = codePoints(y);
    if (Array.from(p).some((c) => c > 127) || Array.from(q).some((c) => c > 127)) throw typeError('comparing strings with non-ASCII characters is not supported');
  } else {
    const i = asBytes(a);
    const j = asBytes(b);
    if ((i === undefined) !== (j === undefined)) throw typeError(`a bytes-like object is required, not '${typeName(i === undefined ? a : b)}'`);
    if (i === undefined || j === undefined) throw typeError(`unsupported operand types(s) or combination of types: '${typeName(a)}' and '${typeName(b)}'`);
    p = i;
    q = j;
  }
  let diff = p.length ^ q.length;
  for (let i = 0; i < p.length; i++) diff |= p[i]! ^ (q[i] ?? 0);
  return diff === 0;
}

export const makeOperator: NativeModuleMaker = () =>
  defineModule({
    name: '_operator',
    doc: 'Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.',
    functions: {
      ...sequenceFunctions(),
      '!truth(a, /)': (vm, a) => truth(vm, a),
      '!not_(a, /)': (vm, a) => {
        const base = vm.frame;
        return andThen(vm, base, truth(vm, a), NOT);
      },
      'is_(a, b, /)': (_vm, a, b) => a === b,
      'is_not(a, b, /)': (_vm, a, b) => a !== b,
      '!neg(a, /)': (vm, a) => unaryOp(vm, '-', a),
      '!pos(a, /)': (vm, a) => unaryOp(vm, '+', a),
      '!inv(a, /)': (vm, a) => unaryOp(vm, '~', a),
      '!invert(a, /)': (vm, a) => unaryOp(vm, '~', a),
      '!abs(a, /)': (vm, a) => callPrelude(vm, 'operator_abs', a),
      '!index(a, /)': (vm, a) => index(vm, a),
      '!concat(a, b, /)': (vm, a, b) => {
        needSequence('concat', a);
        return binaryOp(vm, '+', a, b);
      },
      '!iconcat(a, b, /)': (vm, a, b) => {
        needSequence('iconcat', a);
        return inplaceOp(vm, '+', a, b);
      },
      '!contains(a, b, /)': (vm, a, b) => contains(vm, a, b),
      '!getitem(a, b, /)': (vm, a, b) => getitem(vm, a, b),
      '!setitem(a, b, c, /)': (vm, a, b, v) => {
        const base = vm.frame;
        return andThen(vm, base, setitem(vm, a, b, v), NONE);
      },
      '!delitem(a, b, /)': (vm, a, b) => {
        const base = vm.frame;
        return andThen(vm, base, delitem(vm, a, b), NONE);
      },
      '!countOf(a, b, /)': (vm, a, b) => iterable(a) && callPrelude(vm, 'operator_count', a, b),
      '!indexOf(a, b, /)': (vm, a, b) => iterable(a) && callPrelude(vm, 'operator_index', a, b),
      '!length_hint(obj, default=0, /)': (vm, o, d) => {
        if (typeof d !== 'number') throw typeError(`'${typeName(d)}' object cannot be interpreted as an integer`);
        return callPrelude(vm, 'length_hint', o, d);
      },
      '!call(obj, /, *args, **kwargs)': (vm, f, args: PyValue[], kw) => call(vm, f, args, kw.size === 0 ? null : kw),
      '_compare_digest(a, b, /)': compareDigest,
    },
    values: { itemgetter: ITEMGETTER, attrgetter: ATTRGETTER, methodcaller: METHODCALLER },
  });

const NONE = cont('operator.none', () => null);
