/**
 * Classes: name, bases, MRO, namespace, attribute lookup with a per-class cache, and the shapes of
 * their instances.
 *
 * A class has a `version`; any change to it or to a base bumps it, which is what every inline cache
 * checks. Instance attributes live in a slots array whose layout is a Shape, a node of a per-class
 * tree of "then attribute x was added".
 */
import { inherit, NOVALUE, PyObject, T, typeOf, type PyValue, type Result, type VM, type VMState } from './object.js';
import { PyDict } from './dict.js';

/** Shapes longer than this, or instances that lost attributes often, go over to a real dict. */
const MAX_SHAPE = 48;

/** Layout of the slots of an instance: attribute name to index. */
export class Shape {
  private next: Map<string, Shape> | null = null;
  private table: Map<string, number> | null = null;
  constructor(
    readonly cls: PyType,
    /** `__slots__` members first (invisible in `__dict__`), then attributes in order of assignment. */
    readonly names: readonly string[],
    readonly nmembers: number,
  ) {}

  /** Index of an attribute (not of a `__slots__` member), or -1. */
  indexOf(name: string): number {
    const names = this.names;
    if (names.length <= 8) {
      for (let i = this.nmembers; i < names.length; i++) if (names[i] === name) return i;
      return -1;
    }
    if (this.table === null) {
      this.table = new Map();
      for (let i = this.nmembers; i < names.length; i++) this.table.set(names[i]!, i);
    }
    return this.table.get(name) ?? -1;
  }

  /** The shape with one more attribute. */
  with(name: string): Shape {
    let s = this.next?.get(name);
    if (s === undefined) {
      s = new Shape(this.cls, [...this.names, name], this.nmembers);
      (this.next ??= new Map()).set(name, s);
    }
    return s;
  }
}

/** An array of `n` places. Written out, V8 makes it as long as it says and no longer. */
function emptySlots(n: number): undefined[] {
  switch (n) {
    case 0:
      return [];
    case 1:
      return [undefined];
    case 2:
      return [undefined, undefined];
    case 3:
      return [undefined, undefined, undefined];
    case 4:
      return [undefined, undefined, undefined, undefined];
    case 5:
      return [undefined, undefined, undefined, undefined, undefined];
    case 6:
      return [undefined, undefined, undefined, undefined, undefined, undefined];
    default: {
      const known = (BLANK[n] ??= Array.from<undefined>({ length: n }).slice());
      return known.slice();
    }
  }
}
/** By length. A copy is as long as the array it is made of. */
const BLANK: undefined[][] = [];

/** Instance of a class defined by guest code whose base is object. */
export class PyInstance {
  shape: Shape;
  /** By index of `shape`; may be longer than that. */
  slots: (PyValue | undefined)[];
  /** Once `__dict__` was asked for, attributes live here and `shape` has members only. */
  dict: PyDict | null = null;
  constructor(cls: PyType) {
    this.cls = cls;
    this.shape = cls.shape;
    this.slots = emptySlots(cls.room);
  }

  getOwn(name: string): PyValue | undefined {
    if (this.dict !== null) return this.dict.getStr(name);
    const i = this.shape.indexOf(name);
    return i < 0 ? undefined : this.slots[i];
  }

  setOwn(name: string, v: PyValue): void {
    if (this.dict !== null) {
      this.dict.setStr(name, v);
      return;
    }
    const i = this.shape.indexOf(name);
    if (i >= 0) this.slots[i] = v;
    else if (this.shape.names.length >= MAX_SHAPE) this.toDict().setStr(name, v);
    else {
      this.slots[this.shape.names.length] = v;
      this.shape = this.shape.with(name);
      if (this.cls.room < this.slots.length) this.cls.room = this.slots.length;
    }
  }

  delOwn(name: string): boolean {
    if (this.dict !== null) return this.dict.delStr(name);
    const i = this.shape.indexOf(name);
    if (i < 0) return false;
    let s = this.cls.shape;
    for (let j = s.nmembers; j < this.shape.names.length; j++) if (j !== i) s = s.with(this.shape.names[j]!);
    this.shape = s;
    this.slots.splice(i, 1);
    return true;
  }

  /** Moves the attributes into a real dict, for good: `__dict__` must keep its identity. */
  toDict(): PyDict {
    if (this.dict !== null) return this.dict;
    const d = new PyDict();
    const { names, nmembers } = this.shape;
    for (let i = nmembers; i < names.length; i++) d.setStr(names[i]!, this.slots[i]!);
    this.slots.length = nmembers;
    this.shape = new Shape(this.cls, names.slice(0, nmembers), nmembers);
    return (this.dict = d);
  }

  /** Makes `d` the instance's `__dict__`. */
  setDict(d: PyDict): void {
    this.toDict();
    this.dict = d;
  }
}
export interface PyInstance extends PyObject {}
inherit(PyInstance, PyObject);

/** How instances are stored: decides `__class__` assignment and which bases can be combined. */
export interface Layout {
  readonly name: string;
  /** JS class of the instances. */
  readonly instance: Function | null;
}

export interface TypeFlags {
  /** May be subclassed by guest code (Py_TPFLAGS_BASETYPE). */
  basetype: boolean;
  /** Made by a class statement or `type()`: attributes may be assigned. */
  heap: boolean;
  /** Instances have a `__dict__`. */
  hasDict: boolean;
  hasWeakref: boolean;
  /** For `match`: a sequence or mapping pattern may match instances. */
  sequence: boolean;
  mapping: boolean;
  /** Has abstract methods (`__abstractmethods__` is not empty). */
  abstract: boolean;
  /** No `__new__`: cannot be instantiated. */
  noNew: boolean;
  /** `__getitem__` is for subscripts only (mp_subscript without sq_item): it makes no sequence to iterate over, or to reverse. */
  subscriptOnly: boolean;
}

/** Special methods that classes keep by number. */
export const enum Special {
  NEXT,
  ITER,
  LEN,
  GETITEM,
  SETITEM,
  BOOL,
  CONTAINS,
  EQ,
  HASH,
}
/** A number for any other special method. */
export function specialId(name: string): number {
  const known = specialNames.indexOf(name);
  return known >= 0 ? known : specialNames.push(name) - 1;
}
const specialNames: string[] = ['__next__', '__iter__', '__len__', '__getitem__', '__setitem__', '__bool__', '__contains__', '__eq__', '__hash__'];

let versions = 1;

/** See PyType.structKey. */
export interface StructKey {
  /** 32 bits; undefined: this one needs Python code. */
  hash(v: any): number | undefined;
  /** Equality of two instances that `hash` knows. */
  same(a: any, b: any): boolean;
  /** `hash(v)` of such an instance. */
  pyHash(v: any): number | bigint;
  /** Whether CPython's `hash(v)` is the same number. */
  ordered(v: any): boolean;
}

export class PyType extends PyObject {
  name: string;
  bases: readonly PyType[];
  /** The base whose layout this class extends. */
  base: PyType | null;
  mro: readonly PyType[] = [];
  private readonly own: PyDict;
  /** What fills the namespace of a builtin type when it is first looked at: a program meets few of them. */
  private rows: (() => void)[] | null = null;
  layout: Layout;
  flags: TypeFlags;
  version = versions++;
  /** Root shape of instances. */
  shape: Shape;
  /** Slots that a new instance gets: as many as one of them ever needed, up to MAX_SHAPE. */
  room = 0;
  /** Instances are strings, lists, tuples, bytes or bytearrays; null: nobody asked yet (operators.ts). */
  sequence: boolean | null = null;
  /** Names of `__slots__` members, own and inherited, by index. */
  members: readonly string[] = [];
  doc: string | null = null;
  /** What `__qualname__` was set to: it is no entry of the namespace, so instances do not find it. */
  ownQualname: PyValue | undefined = undefined;
  /** The VM whose guest made it: builtin classes are all VMs', and show each but its own subclasses. */
  realm: VMState | null = null;
  /** Direct subclasses (weak, as CPython's `__subclasses__`). */
  subclasses: WeakRef<PyType>[] = [];
  /** Attributes of the class object of a metaclass with instance state live in `dict`, as CPython's. */
  private readonly cache = new Map<string, PyValue | null>();
  private cacheNull = new Set<string>();
  /** Special methods by `Special`, as `lookup` finds them; a hole: not asked for since the last change. */
  private specials: (PyValue | undefined)[] = [];
  /** Free for the run loop: what calling this class does, see vm/ops. Valid for one version. */
  callCache: unknown = null;
  /** What its instances are as keys of dicts and sets (hash.ts), as of version `keyVersion`. */
  keyKind = 0;
  keyVersion = -1;
  /** It has a `__del__` of the program's, and no instance yet: its first one has all instructions watched (vm/finalizers.ts). */
  unborn = false;
  /** How instances of just this class are keys of dicts and sets without Python code, where neither identity nor a builtin base says so. */
  structKey: StructKey | null = null;

  /** The name in error messages where it is not `name`: of a class in Python that stands for a C type, with its module. */
  messageName: string | null = null;
  constructor(meta: PyType | null, name: string, bases: readonly PyType[], dict: PyDict, layout: Layout, flags: TypeFlags) {
    super();
    this.cls = meta as PyType; // null only while `type` itself is made
    this.name = name;
    this.bases = bases;
    this.base = bases[0] ?? null;
    this.own = dict;
    this.layout = layout;
    this.flags = flags;
    this.shape = new Shape(this, [], 0);
  }

  /** The class's own namespace. */
  get dict(): PyDict {
    if (this.rows !== null) this.fillNamespace();
    return this.own;
  }

  /** Has `rows` fill the namespace: at its first use, or at once where that was. */
  fillWith(rows: () => void): void {
    if (this.rows === null && this.own.size > 0) {
      rows();
      this.modified();
    } else (this.rows ??= []).push(rows);
  }

  // No cache knows of a name that is not there yet: whoever looks one up along the MRO comes past `dict`.
  private fillNamespace(): void {
    const rows = this.rows!;
    this.rows = null;
    for (const f of rows) f();
  }

  /** The attribute found along the MRO, unbound; undefined when there is none. */
  lookup(name: string): PyValue | undefined {
    const hit = this.cache.get(name);
    if (hit !== undefined) {
      if (hit !== null) return hit;
      return this.cacheNull.has(name) ? null : undefined;
    }
    let found: PyValue | undefined;
    for (const c of this.mro) {
      found = c.dict.getStr(name);
      if (found !== undefined) break;
    }
    if (found === null) this.cacheNull.add(name);
    this.cache.set(name, found === undefined ? null : found);
    return found;
  }

  /** `lookup` of a special method that is asked for all the time. */
  special(id: number): PyValue | undefined {
    const known = this.specials[id];
    if (known !== undefined) return known === NOVALUE ? undefined : known;
    const found = this.lookup(specialNames[id]!);
    while (this.specials.length <= id) this.specials.push(undefined);
    this.specials[id] = found === undefined ? NOVALUE : found;
    return found;
  }

  /** The class along the MRO whose own namespace holds `name`. */
  ownerOf(name: string): PyType | undefined {
    for (const c of this.mro) if (c.dict.getStr(name) !== undefined) return c;
    return undefined;
  }

  /** Must be called after any change of `dict`, `bases` or `mro`. */
  modified(): void {
    this.version = versions++;
    this.cache.clear();
    this.cacheNull.clear();
    this.callCache = null;
    this.specials = [];
    for (const ref of this.subclasses) ref.deref()?.modified();
  }

  /** `__qualname__`, for messages. */
  get qualname(): string {
    if (typeof this.ownQualname === 'string') return this.ownQualname;
    return this.flags.heap ? this.name : this.name.slice(this.name.lastIndexOf('.') + 1);
  }

  setAttr(name: string, v: PyValue): void {
    this.dict.setStr(name, v);
    this.modified();
  }

  /** Notes a new direct subclass. References to classes that are gone are dropped whenever the list has doubled. */
  addSubclass(cls: PyType): void {
    const n = this.subclasses.length;
    if (n >= 16 && (n & (n - 1)) === 0) this.subclasses = this.subclasses.filter((r) => r.deref() !== undefined);
    this.subclasses.push(new WeakRef(cls));
  }

  /** Gives an attribute that is no descriptor another such value: what was looked up stays valid but for that value. */
  replaceData(name: string, v: PyValue): void {
    this.dict.setStr(name, v);
    this.forgetValue(name);
  }

  private forgetValue(name: string): void {
    this.cache.delete(name);
    this.cacheNull.delete(name);
    for (const ref of this.subclasses) ref.deref()?.forgetValue(name);
  }

  isSubtype(of: PyType): boolean {
    if (this === of) return true;
    const mro = this.mro;
    for (let i = 1; i < mro.length; i++) if (mro[i] === of) return true;
    return false;
  }

  liveSubclasses(): PyType[] {
    const out: PyType[] = [];
    for (const ref of this.subclasses) {
      const c = ref.deref();
      if (c !== undefined) out.push(c);
    }
    return out;
  }
}

/**
 * C3 linearisation (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996).
 * Returns the MRO or, when the bases conflict, the classes that could not be placed.
 */
export function c3(cls: PyType, bases: readonly PyType[]): { mro: PyType[] } | { conflict: PyType[] } {
  if (bases.length === 1) return { mro: [cls, ...bases[0]!.mro] };
  const seqs: (readonly PyType[])[] = [...bases.map((b) => b.mro), bases];
  /** Where each sequence stands, and how often a class comes behind the heads of all of them. */
  const at = seqs.map(() => 0);
  const behind = new Map<PyType, number>();
  for (const s of seqs) for (let i = 1; i < s.length; i++) behind.set(s[i]!, (behind.get(s[i]!) ?? 0) + 1);
  const out: PyType[] = [cls];
  for (;;) {
    const heads = seqs.map((s, k) => s[at[k]!]);
    const head = heads.find((c) => c !== undefined && !behind.get(c));
    if (head === undefined) {
      const left = heads.filter((c) => c !== undefined);
      return left.length === 0 ? { mro: out } : { conflict: [...new Set(left)] };
    }
    out.push(head);
    seqs.forEach((s, k) => {
      if (heads[k] !== head) return;
      const next = s[++at[k]!];
      if (next !== undefined) behind.set(next, behind.get(next)! - 1);
    });
  }
}

export function isInstance(v: PyValue, cls: PyType): boolean {
  return typeOf(v).isSubtype(cls);
}

/** Builtin types, and classes that stand for ones of C: their attributes are not set. */
export const isImmutable = (t: PyType): boolean => !t.flags.heap || t.messageName !== null;

/** How `argument 1 must be str, not X` names the type of `v`: the Argument Clinic's errors say None for None. */
export const argTypeName = (v: PyValue): string => (v === null ? 'None' : typeName(v));

/** Name as error messages show it (`tp_name`): plain for guest classes, dotted for some builtin ones. */
export function typeName(v: PyValue): string {
  const t = typeOf(v);
  return t.messageName ?? t.name;
}

/** `__module__` of a builtin type: of `collections.deque` the part before the dot. */
export function builtinModule(t: PyType): string {
  const m = t.dict.getStr('__module__');
  if (typeof m === 'string') return m;
  const dot = t.name.lastIndexOf('.');
  return dot < 0 ? 'builtins' : t.name.slice(0, dot);
}

/** `repr()` of a class object. */
export function typeRepr(t: PyType): string {
  const mod = t.flags.heap ? t.dict.getStr('__module__') : builtinModule(t);
  // CPython shows tp_name then.
  return typeof mod !== 'string' || mod === 'builtins' ? `<class '${t.flags.heap ? t.name : t.qualname}'>` : `<class '${mod}.${t.qualname}'>`;
}

export type { Result, VM };
export { NOVALUE, T };

/** What `type(v)` is. Modules that wait (src/vm/lazy-modules.ts) have a class of their own, which is not shown. */
export function classOf(v: PyValue): PyType {
  const c = typeOf(v);
  return c.layout === T.module!.layout && !c.flags.heap ? T.module! : c;
}
