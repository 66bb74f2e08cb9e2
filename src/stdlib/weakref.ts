/**
 * _weakref, on JavaScript's WeakRef. When an object goes is the engine's business; for references that the program makes itself
 * vm/finalizers.ts finds out, which makes them dead and calls their callbacks (docs/limits.md).
 */
import { andThen, cont, NOVALUE, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, typeError } from '../objects/errors.js';
import { defineType, type TypeRecord } from '../objects/define.js';
import { getattr, setattr } from '../objects/attribute.js';
import { call, callPrelude } from '../objects/call.js';
import { contains } from '../objects/contains.js';
import { address, hash, hashSync, index, len, str, truth } from '../objects/convert.js';
import { richCompare, type CompareOp } from '../objects/compare.js';
import { PyDict } from '../objects/dict.js';
import { nativeHash } from '../objects/hash.js';
import { keyOf } from '../objects/hashtable.js';
import type { Int } from '../objects/int.js';
import { iter, next } from '../objects/iterate.js';
import { NotImplemented } from '../objects/singletons.js';
import { binaryOp, inplaceOp, operatorTable, unaryOp, type BinaryOp } from '../objects/operators.js';
import { delitem, getitem, setitem } from '../objects/subscript.js';
import { asJS } from '../objects/str.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { argTypeName, PyType, typeName } from '../objects/type.js';
import { aliasHook } from '../objects/generator-type.js';
import { NativeFunction, type NativeFn } from '../objects/native.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

/** What a reference holds: a WeakRef, or what stands for an object that is gone. */
type Target = Pick<WeakRef<PyObject>, 'deref'>;
const GONE: Target = { deref: () => undefined };

/** The first watched object changes the loop that runs: Python code that is called makes it look up. */
function settled(vm: VM, r: PyObject): Result {
  if (vm.state.watching !== 'new') return r;
  vm.state.watching = true;
  return callPrelude(vm, 'as_it_is', r);
}

/** Objects whose references the program itself made are watched (vm/finalizers.ts). */
const watch = (vm: VM, o: PyObject): void => (vm.state.watch as ((vm: VM, o: PyObject) => void) | undefined)?.(vm, o);

export class PyWeakRef extends PyObject {
  dict: PyDict | null = null;
  hashed: PyValue | undefined;
  constructor(
    cls: PyType,
    public target: Target,
    readonly callback: PyValue,
  ) {
    super();
    this.cls = cls;
  }
  override callAt(_vm: VM, _st: readonly any[], _at: number, n: number): Result {
    return n === 0 && this.cls === REF ? live(this) : NOVALUE;
  }
}

interface References {
  /** References without callback are shared, as CPython's. */
  readonly shared: WeakMap<object, WeakRef<PyWeakRef>>;
  readonly counts: WeakMap<object, WeakRef<PyObject>[]>;
}

/** Those of one VM: builtin classes and functions are all VMs', and nobody sees who else refers to them. */
const references = (vm: VM): References => (vm.state.weakReferences ??= { shared: new WeakMap(), counts: new WeakMap() }) as References;

const NOT_WEAK = new Set(['list', 'dict', 'tuple', 'int', 'str', 'bytes', 'bytearray', 'float', 'complex', 'bool', 'NoneType', 'range', 'slice', 'object', 'property', 'ellipsis', 'NotImplementedType']);

function checkTarget(o: PyValue): PyObject {
  const t = typeOf(o);
  const bad = typeof o !== 'object' || o === null || (t.flags.heap ? !t.flags.hasWeakref : NOT_WEAK.has(t.name) || t.isSubtype(T.BaseException));
  if (bad) throw typeError(`cannot create weak reference to '${typeName(o)}' object`);
  return o as PyObject;
}

function remember(vm: VM, o: PyObject, r: PyObject): void {
  const { counts } = references(vm);
  const list = counts.get(o);
  if (list === undefined) counts.set(o, [new WeakRef(r)]);
  else {
    // Now and then those that are gone are taken out.
    if ((list.length & (list.length - 1)) === 0) {
      const left = list.filter((x) => x.deref() !== undefined);
      list.length = 0;
      list.push(...left);
    }
    list.push(new WeakRef(r));
  }
}

function reference(vm: VM, cls: PyType, o: PyValue, callback: PyValue): PyWeakRef {
  const target = checkTarget(o);
  watch(vm, target);
  const plain = callback === null && cls === REF;
  if (plain) {
    const known = references(vm).shared.get(target)?.deref();
    if (known !== undefined) return known;
  }
  const r = new PyWeakRef(cls, new WeakRef(target), callback);
  if (plain) references(vm).shared.set(target, new WeakRef(r));
  remember(vm, target, r);
  return r;
}

const live = (r: PyWeakRef): PyObject | null => r.target.deref() ?? null;

const HASHED = cont('weakref.hash', (_vm, h, c) => (c.a.hashed = h!));

const REF: PyType = defineType({
  name: 'weakref.ReferenceType',
  instance: PyWeakRef,
  flags: { basetype: true },
  new: ['!__new__(cls, *args, **kwargs)', (vm, cls: PyType, args: PyValue[], kw: Map<string, PyValue>) => {
    if (args.length === 0 || args.length > 2) throw typeError(`__new__ expected at ${args.length === 0 ? 'least 1 argument' : 'most 2 arguments'}, got ${args.length}`);
    if (cls === REF && kw.size > 0) throw typeError('ref() takes no keyword arguments');
    const [o, callback = null] = args as [PyValue, PyValue?];
    return settled(vm, reference(vm, cls, o, callback));
  }],
  make: (vm, cls, st, at, n) => (cls === REF && vm.state.watching === true && (n === 1 || n === 2) ? reference(vm, cls, st[at], n === 2 ? st[at + 1] : null) : null),
  methods: {
    '__init__(self, object, callback=None, /)': () => null,
    '__call__(self, /)': (_vm, self: PyWeakRef) => live(self),
    '__repr__(self, /)': (_vm, self: PyWeakRef) => {
      const o = live(self);
      if (o === null) return `<weakref at ${address(self)}; dead>`;
      const name = o instanceof PyType ? o.name : o instanceof NativeFunction ? o.def.name : asJS((o as { name?: PyValue }).name ?? null);
      return `<weakref at ${address(self)}; to '${typeName(o)}' at ${address(o)}${typeof name === 'string' ? ` (${name})` : ''}>`;
    },
    '!__eq__(self, value, /)': compareRefs('=='),
    '!__ne__(self, value, /)': compareRefs('!='),
    '!__hash__(self, /)': (vm, self: PyWeakRef) => {
      if (self.hashed !== undefined) return self.hashed;
      const o = live(self);
      if (o === null) throw typeError('weak object has gone away');
      const h = hashSync(vm, o);
      if (h !== undefined) return (self.hashed = h);
      const base = vm.frame;
      return andThen(vm, base, hash(vm, o), HASHED, self);
    },
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  members: { __callback__: (_vm, self: PyWeakRef) => (live(self) === null ? null : self.callback) },
});
REF.dict.setStr('__module__', 'weakref');
/** References to what is found by identity are keys without Python code, dead ones too if they were asked for their hash before. */
const targetHash = (r: PyWeakRef): Int | undefined => {
  if (r.hashed !== undefined) return r.hashed as Int;
  const o = live(r);
  if (o === null || keyOf(o) !== o) return undefined;
  return (r.hashed = nativeHash(o)) as Int;
};
REF.structKey = {
  hash: (r: PyWeakRef) => {
    const h = targetHash(r);
    const o = live(r);
    return h === undefined || (o !== null && keyOf(o) !== o) ? undefined : Number(BigInt.asIntN(32, BigInt(h)));
  },
  same: (a: PyWeakRef, b: PyWeakRef) => {
    const o = live(a);
    return o !== null && o === live(b);
  },
  pyHash: (r: PyWeakRef) => targetHash(r)!,
  ordered: () => false,
};

function compareRefs(op: CompareOp): NativeFn {
  return (vm, self: PyWeakRef, o) => {
    if (!(o instanceof PyWeakRef)) return NotImplemented;
    const a = live(self);
    const b = live(o);
    if (a === null || b === null) return (self === o) === (op === '==');
    return richCompare(vm, a, b, op);
  };
}

// ---- proxies ----

class Proxy_ extends PyObject {
  constructor(
    public target: Target,
    readonly callback: PyValue,
  ) {
    super();
  }
}
/** The object behind a proxy; anything else as it is. */
function behind(v: PyValue): PyValue {
  if (!(v instanceof Proxy_)) return v;
  const o = v.target.deref();
  if (o === undefined) throw error('ReferenceError', 'weakly-referenced object no longer exists');
  return o;
}

function proxyRows(): NonNullable<TypeRecord['methods']> {
  const rows: NonNullable<TypeRecord['methods']> = {
    '!__getattribute__(self, name, /)': (vm, self, name) => getattr(vm, behind(self), asJS(name)!),
    '!__setattr__(self, name, value, /)': (vm, self, name, v) => setattr(vm, behind(self), asJS(name)!, v),
    '!__delattr__(self, name, /)': (vm, self, name) => setattr(vm, behind(self), asJS(name)!, undefined),
    '__repr__(self, /)': (_vm, self: Proxy_) => {
      const o = self.target.deref();
      return `<weakproxy at ${address(self)} to ${o === undefined ? 'NoneType' : typeName(o)} at ${address(o ?? null)}>`;
    },
    '!__str__(self, /)': (vm, self) => str(vm, behind(self)),
    '!__bool__(self, /)': (vm, self) => truth(vm, behind(self)),
    '!__len__(self, /)': (vm, self) => len(vm, behind(self)),
    '!__iter__(self, /)': (vm, self) => iter(vm, behind(self)),
    '!__next__(self, /)': (vm, self) => next(vm, behind(self)),
    '!__index__(self, /)': (vm, self) => index(vm, behind(self)),
    '!__contains__(self, key, /)': (vm, self, k) => contains(vm, behind(self), k),
    '!__getitem__(self, key, /)': (vm, self, k) => getitem(vm, behind(self), k),
    '!__setitem__(self, key, value, /)': (vm, self, k, v) => setitem(vm, behind(self), k, v),
    '!__delitem__(self, key, /)': (vm, self, k) => delitem(vm, behind(self), k),
    '!__neg__(self, /)': (vm, self) => unaryOp(vm, '-', behind(self)),
    '!__pos__(self, /)': (vm, self) => unaryOp(vm, '+', behind(self)),
    '!__invert__(self, /)': (vm, self) => unaryOp(vm, '~', behind(self)),
  };
  for (const [op, row] of Object.entries(operatorTable) as [BinaryOp, (typeof operatorTable)[BinaryOp]][]) {
    rows[`!${row.name}(self, value, /)`] = (vm, a, b) => binaryOp(vm, op, behind(a), behind(b));
    rows[`!${row.reflected}(self, value, /)`] = (vm, a, b) => binaryOp(vm, op, behind(b), behind(a));
    if (row.inplace !== null) rows[`!${row.inplace}(self, value, /)`] = (vm, a, b) => inplaceOp(vm, op, behind(a), behind(b));
  }
  for (const [name, op] of [['__lt__', '<'], ['__le__', '<='], ['__eq__', '=='], ['__ne__', '!='], ['__gt__', '>'], ['__ge__', '>=']] as const) {
    rows[`!${name}(self, value, /)`] = (vm, a, b) => richCompare(vm, behind(a), behind(b), op);
  }
  return rows;
}

const PROXY = defineType({ name: 'weakref.ProxyType', instance: Proxy_, methods: proxyRows(), attrs: { __hash__: null } });
class CallableProxy extends Proxy_ {}
const CALLABLE = defineType({
  name: 'weakref.CallableProxyType',
  instance: CallableProxy,
  methods: { ...proxyRows(), '!__call__(self, /, *args, **kwargs)': (vm, self, args: PyValue[], kw: Map<string, PyValue>) => call(vm, behind(self), args, kw.size === 0 ? null : kw) },
  attrs: { __hash__: null },
});
for (const t of [PROXY, CALLABLE]) t.dict.setStr('__module__', 'weakref');

function makeProxy(vm: VM, o: PyValue, callback: PyValue): Result {
  const target = checkTarget(o);
  watch(vm, target);
  const p = typeOf(o).lookup('__call__') === undefined ? new Proxy_(new WeakRef(target), callback) : new CallableProxy(new WeakRef(target), callback);
  remember(vm, target, p);
  return settled(vm, p);
}

const refsOf = (vm: VM, o: PyValue): PyObject[] => (typeof o !== 'object' || o === null ? [] : (references(vm).counts.get(o) ?? []).map((r) => r.deref()).filter((r) => r !== undefined));

/** `o` is gone: its references are dead. Result: those with a callback, the newest first. */
function clearWeakrefs(vm: VM, o: PyObject): PyTuple[] {
  const out: PyTuple[] = [];
  for (const r of refsOf(vm, o).reverse()) {
    if (!(r instanceof PyWeakRef || r instanceof Proxy_)) continue;
    r.target = GONE;
    if (r.callback !== null) out.push(new PyTuple([r.callback, r]));
  }
  const { shared, counts } = references(vm);
  shared.delete(o);
  counts.delete(o);
  return out;
}

export const makeWeakref: NativeModuleMaker = (vm) => {
  vm.state.clearWeakrefs = (o: PyObject) => clearWeakrefs(vm, o);
  return defineModule({
    name: '_weakref',
    doc: 'Weak-reference support module.',
    functions: {
      'getweakrefcount(object, /)': (v, o) => refsOf(v, o).length,
      'getweakrefs(object, /)': (v, o) => new PyList(refsOf(v, o)),
      '!proxy(object, callback=None, /)': makeProxy,
      '_remove_dead_weakref(dct, key, /)': (_vm, d, key) => {
        if (!(d instanceof PyDict)) throw typeError(`_remove_dead_weakref() argument 1 must be dict, not ${argTypeName(d)}`);
        const i = d.find(key);
        const r = i >= 0 ? d.vals[i]! : null;
        if (r instanceof PyWeakRef && live(r) === null) d.removeIndex(i);
        return null;
      },
    },
    values: { ref: REF, ReferenceType: REF, ProxyType: PROXY, CallableProxyType: CALLABLE },
  });
};
