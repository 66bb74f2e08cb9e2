/**
 * `defineType`: a builtin type as one record. Rows of `methods` are `signature: implementation`; a
 * dunder name becomes a wrapper_descriptor, any other a method_descriptor.
 */
import { PyObject, T, type PyValue, type Result, type VM } from './object.js';
import { TYPE_DOC } from './docs.js';
import { PyWrapper } from './descriptors.js';
import { PyDict } from './dict.js';
import { c3, PyType, typeName, type TypeFlags } from './type.js';
import { GetSet, nativeDef, NativeFunction, type NativeDef, type NativeFn } from './native.js';
import { InternalError, typeError } from './errors.js';
import { NotImplemented } from './singletons.js';
import { COEXISTING, isSlotName } from './signature.js';

export interface TypeRecord {
  /** `__name__`; also the key in `T`. May be dotted: `collections.deque`. */
  name: string;
  base?: PyType;
  /** Further bases behind `base`. */
  mixins?: readonly PyType[];
  /** JS class of the instances: natives of this type may rely on it. */
  instance: Function | null;
  doc?: string;
  flags?: Partial<TypeFlags>;
  /** `'__new__(cls, x=0, /)'` and its implementation; missing: not callable by guest code. */
  new?: readonly [signature: string, fn: NativeFn];
  /** NativeDef.make of `new`, and of `__init__` with it. */
  make?: NonNullable<NativeDef['make']>;
  /** NativeDef.bare of `new`. */
  bare?: NonNullable<NativeDef['bare']>;
  /** Signature text to implementation. First parameter `self`. */
  methods?: Record<string, NativeFn>;
  /** The same with a docstring per name. */
  docs?: Record<string, string>;
  classMethods?: Record<string, NativeFn>;
  staticMethods?: Record<string, NativeFn>;
  /** Computed attributes: a getter, or [getter, setter]; the setter's value is undefined for `del`. */
  getset?: Record<string, ((vm: VM, self: any) => Result) | readonly [get: (vm: VM, self: any) => Result, set: (vm: VM, self: any, v: PyValue | undefined) => Result]>;
  /** As getset, shown as member_descriptor (fields of the C struct in CPython). */
  members?: TypeRecord['getset'];
  /** Plain class attributes: `{ __hash__: null }`. */
  attrs?: Record<string, PyValue>;
}

const defaultFlags: TypeFlags = {
  basetype: false,
  heap: false,
  hasDict: false,
  hasWeakref: false,
  sequence: false,
  mapping: false,
  abstract: false,
  noNew: false,
  subscriptOnly: false,
};

/** Types made before `type` and `dict` exist: they get their class later. */
const pending: (readonly [PyType, PyDict])[] = [];
let booted = false;

export function defineType(r: TypeRecord): PyType {
  const base = r.base ?? T.object;
  if (base === undefined && r.name !== 'object') throw new InternalError(`${r.name} is defined before object: boot.ts must be imported first`);
  const dict = new PyDict();
  const bases = base === undefined ? [] : [base, ...(r.mixins ?? [])];
  const inherit: Partial<TypeFlags> = base === undefined ? {} : { hasDict: base.flags.hasDict, sequence: base.flags.sequence, mapping: base.flags.mapping };
  const layout = r.instance !== null && r.instance !== base?.layout.instance ? { name: r.name, instance: r.instance } : (base?.layout ?? { name: r.name, instance: r.instance });
  const t = new PyType(T.type ?? null, r.name, bases, dict, layout, { ...defaultFlags, ...inherit, noNew: r.new === undefined && r.name !== 'object', ...r.flags });
  const mro = c3(t, bases);
  if (!('mro' in mro)) throw new InternalError(`bases of ${r.name}`);
  t.mro = mro.mro;
  for (const b of bases) b.addSubclass(t);
  t.doc = r.doc ?? null;
  T[r.name] = t;
  if (r.instance !== null && PyObject.prototype.isPrototypeOf(r.instance.prototype) && !Object.hasOwn(r.instance.prototype, 'cls')) {
    r.instance.prototype.cls = t;
  }
  if (booted) dict.cls = T.dict;
  else pending.push([t, dict]);
  t.fillWith(() => fill(t, r));
  return t;
}

/** Called once, when the types of types and of their namespaces exist: gives both to every type defined so far. */
export function finishBoot(): void {
  booted = true;
  for (const [t, dict] of pending) {
    t.cls = T.type!;
    dict.cls = T.dict!;
  }
  pending.length = 0;
}

function fill(t: PyType, r: TypeRecord): void {
  const d = t.dict;
  if (r.new !== undefined) {
    // `__new__` is a builtin method bound to the type, as CPython's tp_new wrapper is.
    const def = nativeDef(r.new[0], r.new[1]);
    def.make = r.make ?? null;
    def.bare = r.bare ?? null;
    d.setStr('__new__', new NativeFunction(def, T.builtin_function_or_method, t, t, null));
  }
  for (const [sig, fn] of Object.entries(r.methods ?? {})) addMethod(t, sig, fn, r.docs);
  for (const [sig, fn] of Object.entries(r.classMethods ?? {})) {
    const def = nativeDef(sig, fn, r.docs?.[sig.slice(0, sig.indexOf('('))] ?? null);
    d.setStr(def.name, new NativeFunction(def, T.classmethod_descriptor, undefined, t, null));
  }
  for (const [sig, fn] of Object.entries(r.staticMethods ?? {})) {
    const def = nativeDef(sig, fn);
    d.setStr(def.name, new PyStaticMethod(new NativeFunction(def, T.builtin_function_or_method, t, t, null)));
  }
  for (const [table, cls] of [[r.getset, T.getset_descriptor], [r.members, T.member_descriptor]] as const) {
    for (const [name, row] of Object.entries(table ?? {})) {
      const [get, set] = typeof row === 'function' ? [row, null] : row;
      d.setStr(name, new GetSet(name, get, set, t, r.docs?.[name] ?? null, cls));
    }
  }
  for (const [name, v] of Object.entries(r.attrs ?? {})) d.setStr(name, v);
  if (d.getStr('__doc__') === undefined) d.setStr('__doc__', t.doc ?? TYPE_DOC);
  ownRows(t);
}

const COMPARISONS = ['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'];

/** Types whose C struct names PyObject_GenericGetAttr, so that `__getattribute__` stands in their own namespace (object.h's tp_getattro). */
const OWN_GETATTRIBUTE = new Set(
  `memoryview bytearray bytes complex dict enumerate filter float frozenset property int list map range reversed set slice str tuple zip BaseException async_generator
  builtin_function_or_method cell classmethod_descriptor code coroutine ellipsis frame generator getset_descriptor mappingproxy member_descriptor method_descriptor method-wrapper
  types.SimpleNamespace traceback wrapper_descriptor list_iterator tuple_iterator dict_keyiterator dict_itemiterator dict_valueiterator set_iterator str_ascii_iterator str_iterator
  bytes_iterator bytearray_iterator range_iterator longrange_iterator list_reverseiterator dict_keys dict_values dict_items callable_iterator memory_iterator`.split(/\s+/),
);
/** The same with PyObject_GenericSetAttr, which is two rows. */
const OWN_SETATTR = new Set(['BaseException', 'frame', 'method', 'types.SimpleNamespace', 'module']);

/** One slot of a C struct is several rows: all six comparisons where there is one, and object's own where the struct names them again. */
function ownRows(t: PyType): void {
  if (t.base === null) return;
  const d = t.dict;
  const again = (name: string): void => {
    const row = T.object!.dict.getStr(name);
    if (row instanceof NativeFunction && d.getStr(name) === undefined) d.setStr(name, new NativeFunction(row.def, T.wrapper_descriptor, undefined, t, null));
  };
  if (COMPARISONS.some((name) => d.getStr(name) !== undefined)) COMPARISONS.forEach(again);
  if (OWN_GETATTRIBUTE.has(t.name)) again('__getattribute__');
  if (OWN_SETATTR.has(t.name)) ['__setattr__', '__delattr__'].forEach(again);
}

export function addMethod(t: PyType, sig: string, fn: NativeFn, docs?: Record<string, string>): void {
  const name = sig.slice(sig.startsWith('!') ? 1 : 0, sig.indexOf('('));
  const strict = SEQUENCES.has(t.name) ? sequenceSlot(t, name, fn) : null;
  const def = nativeDef(sig, strict ?? fn, docs?.[name] ?? null);
  if (strict !== null) def.op = fn;
  t.dict.setStr(name, new NativeFunction(def, (isSlotName(name) && !COEXISTING.has(`${t.name}.${name}`)) || name === '__init__' ? T.wrapper_descriptor : T.method_descriptor, undefined, t, null));
}

/** Types whose `+` and `*` are sq_concat and sq_repeat: called by name they raise where an operator asks the other side. */
const SEQUENCES = new Set(['list', 'tuple', 'str', 'bytes', 'bytearray']);

function sequenceSlot(t: PyType, name: string, fn: NativeFn): NativeFn | null {
  const concat = name === '__add__' || name === '__iadd__';
  if (!concat && name !== '__mul__' && name !== '__rmul__' && name !== '__imul__') return null;
  return (vm, self, other) => {
    const r = fn(vm, self, other);
    if (r !== NotImplemented) return r;
    const what = typeName(other);
    if (!concat) return vm.raise(typeError(`'${what}' object cannot be interpreted as an integer`));
    return vm.raise(typeError(t.name.startsWith('byte') ? `can't concat ${what} to ${typeName(self)}` : `can only concatenate ${t.name} (not "${what}") to ${t.name}`));
  };
}

/** Adds rows to a type defined elsewhere (a large type's methods may span files). */
export function extendType(t: PyType, r: Pick<TypeRecord, 'methods' | 'getset' | 'members' | 'attrs' | 'classMethods' | 'staticMethods' | 'docs' | 'new'>): void {
  t.fillWith(() => fill(t, { name: t.name, instance: null, ...r }));
}

/** staticmethod objects; the type itself stands in descriptor-types.ts. */
export class PyStaticMethod extends PyWrapper {
  constructor(func: PyValue, cls?: PyType) {
    super(func, cls ?? T.staticmethod);
  }
}

/** A function of a builtin module. */
export function nativeFunction(sig: string, fn: NativeFn, module: string, doc: string | null = null): NativeFunction {
  return new NativeFunction(nativeDef(sig, fn, doc), T.builtin_function_or_method, null, null, module);
}
