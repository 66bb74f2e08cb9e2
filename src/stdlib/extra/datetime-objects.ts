/** The classes of CPython's datetime.py as natives see them: where their fields are, and how natives are put over their methods. */
import { PyObject, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { InternalError, typeError } from '../../objects/errors.js';
import { addMethod } from '../../objects/define.js';
import { getattr } from '../../objects/attribute.js';
import { call } from '../../objects/call.js';
import { docOf, PyFunction } from '../../objects/function.js';
import { GetSet, NativeDef, NativeFunction, nativeDef, type NativeFn } from '../../objects/native.js';
import { asJS } from '../../objects/str.js';
import { PyInstance, type PyType } from '../../objects/type.js';
import { dateOf, MAX_ORDINAL, normalize, ordinal } from './datetime-fields.js';

/** Where a class keeps its `__slots__` members: CPython's datetime declares those of date once more. */
function slotOf(vm: VM, cls: PyType, name: string): number {
  for (const c of cls.mro) {
    const d = c.dict.getStr(name);
    if (!(d instanceof GetSet)) continue;
    const probe = new PyInstance(cls);
    d.set!(vm, probe, true);
    return probe.slots.indexOf(true);
  }
  throw new InternalError(`no member ${name} in ${cls.name}`);
}

/** Instances of one class by their fields, all of which are ints. */
export class Fields {
  private readonly at: readonly number[];
  private readonly hash: number;
  /** Of classes with a time zone, else -1. */
  private readonly tz: number;
  private readonly fold: number;
  constructor(
    vm: VM,
    readonly cls: PyType,
    private readonly names: readonly string[],
    zoned: boolean,
  ) {
    this.at = names.map((n) => slotOf(vm, cls, n));
    this.hash = slotOf(vm, cls, '_hashcode');
    this.tz = zoned ? slotOf(vm, cls, '_tzinfo') : -1;
    this.fold = zoned ? slotOf(vm, cls, '_fold') : -1;
  }
  is(v: PyValue | undefined): v is PyInstance {
    return v instanceof PyInstance && v.cls === this.cls;
  }
  named(v: PyInstance, name: string): PyValue {
    return v.slots[this.at[this.names.indexOf(name)]!]!;
  }
  get(v: PyInstance, i: number): number {
    return v.slots[this.at[i]!] as number;
  }
  all(v: PyInstance): number[] {
    const { at } = this;
    const out: number[] = [];
    for (let i = 0; i < at.length; i++) out.push(v.slots[at[i]!] as number);
    return out;
  }
  zone(v: PyInstance): PyValue {
    return v.slots[this.tz] ?? null;
  }
  foldOf(v: PyInstance): number {
    return v.slots[this.fold] as number;
  }
  make(values: readonly number[], tz: PyValue = null, fold = 0): PyInstance {
    const o = new PyInstance(this.cls);
    const { slots } = o;
    const { at } = this;
    for (let i = 0; i < at.length; i++) slots[at[i]!] = values[i]!;
    slots[this.hash] = -1;
    if (this.tz >= 0) {
      slots[this.tz] = tz;
      slots[this.fold] = fold;
    }
    return o;
  }
  compare(a: PyInstance, b: PyInstance): number {
    for (const k of this.at) {
      const x = a.slots[k] as number;
      const y = b.slots[k] as number;
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  }
}

export type Keywords = ReadonlyMap<string, PyValue>;

/** The classes, and what they have in common. */
export class Classes {
  readonly deltas: Fields;
  readonly dates: Fields;
  readonly stamps: Fields;
  readonly times: Fields;
  /** Where `timezone` keeps its offset, a timedelta. */
  private readonly offset: number;
  constructor(
    vm: VM,
    readonly date: PyType,
    readonly datetime: PyType,
    readonly time: PyType,
    readonly timedelta: PyType,
    private readonly tzinfo: PyType,
    readonly timezone: PyType,
    readonly week: PyType,
  ) {
    const day = ['_year', '_month', '_day'];
    const clock = ['_hour', '_minute', '_second', '_microsecond'];
    this.deltas = new Fields(vm, timedelta, ['_days', '_seconds', '_microseconds'], false);
    this.dates = new Fields(vm, date, day, false);
    this.times = new Fields(vm, time, clock, true);
    this.stamps = new Fields(vm, datetime, [...day, ...clock], true);
    this.offset = slotOf(vm, timezone, '_offset');
  }
  /** May be a time zone. */
  isZone(v: PyValue | undefined): v is PyValue {
    return v === null || (v instanceof PyObject && v.cls.isSubtype(this.tzinfo));
  }
  /** The timedelta of a `timezone` itself; undefined: Python code says. */
  fixed(zone: PyValue): PyInstance | undefined {
    if (!(zone instanceof PyInstance) || zone.cls !== this.timezone) return undefined;
    const d = zone.slots[this.offset];
    return this.deltas.is(d) ? d : undefined;
  }

  /** Puts a native over a Python method, which it calls where `quick` gives undefined. `params` are its names, self the first. */
  over(cls: PyType, name: string, params: string, quick: (self: PyInstance, ...args: any[]) => Result): void {
    const old = cls.dict.getStr(name)!;
    const text = `!${name}(${params})`;
    let fn: NativeFn;
    if (params === 'self, /') fn = (v, self) => quick(self) ?? call(v, old, [self]);
    else if (params === 'self, value, /') fn = (v, self, a) => quick(self, a) ?? call(v, old, [self, a]);
    else if (params === KEYWORDS) fn = (v, self, args: PyValue[], kwargs: Keywords) => quick(self, args, kwargs) ?? call(v, old, [self, ...args], kwargs as Map<string, PyValue>);
    else fn = (v, self, ...args) => quick(self, ...args) ?? call(v, old, [self, ...args]);
    const doc = docText(old);
    addMethod(cls, text, fn, doc === null ? {} : { [name]: doc });
  }
  private static(cls: PyType, def: NativeDef, kind: PyType | undefined): void {
    cls.dict.setStr(def.name, new NativeFunction(def, kind ?? T.builtin_function_or_method, kind === undefined ? cls : undefined, cls, null));
  }
  /** `__new__`; `quick` gets the arguments without the class. */
  constructor_(cls: PyType, quick: (args: readonly PyValue[], kwargs: Keywords) => PyInstance | undefined): void {
    const old = cls.dict.getStr('__new__')!;
    const slow = old instanceof PyObject && 'func' in old ? (old.func as PyValue) : old;
    const fn: NativeFn = (v, of, args: PyValue[], kwargs: Map<string, PyValue>) => (of === cls ? quick(args, kwargs) : undefined) ?? call(v, slow, [of, ...args], kwargs);
    const def = nativeDef('!__new__(cls, /, *args, **kwargs)', fn, docText(slow));
    def.make = (_v, of, st, at, n) => (of === cls ? (quick(st.slice(at, at + n), NONE) ?? null) : null);
    this.static(cls, def, undefined);
  }
  /** `count`: it takes just that many arguments, none by name. */
  classMethod(cls: PyType, name: string, quick: (args: readonly PyValue[], kwargs: Keywords) => PyInstance | undefined, count = -1): void {
    const slow = (cls.dict.getStr(name) as unknown as { func: PyValue }).func;
    if (count >= 0) {
      const fn: NativeFn = (v, of, args: PyValue[]) => {
        if (args.length !== count) throw typeError(count === 1 ? `${cls.name}.${name}() takes exactly one argument (${args.length} given)` : `${name}() takes exactly ${count} arguments (${args.length} given)`);
        return (of === cls ? quick(args, NONE) : undefined) ?? call(v, slow, [of, ...args]);
      };
      this.static(cls, nativeDef(`!${name}(cls, *args)`, fn, docText(slow)), T.classmethod_descriptor);
      return;
    }
    const fn: NativeFn = (v, of, args: PyValue[], kwargs: Map<string, PyValue>) => (of === cls ? quick(args, kwargs) : undefined) ?? call(v, slow, [of, ...args], kwargs);
    this.static(cls, nativeDef(`!${name}(cls, /, *args, **kwargs)`, fn, docText(slow)), T.classmethod_descriptor);
  }
  /** Fields as attributes; `quick`: the classes whose members are known here. */
  attributes(cls: PyType, names: readonly string[], kind: PyType, ...quick: Fields[]): void {
    for (const name of names) {
      const shown = name.slice(1);
      const get = (v: VM, self: PyInstance): Result => {
        for (const of of quick) if (of.cls === self.cls) return of.named(self, name);
        return getattr(v, self, name);
      };
      cls.dict.setStr(shown, new GetSet(shown, get, null, cls, null, kind));
    }
  }
}

/** All of a timedelta; exact for those below 285 years. */
export const microseconds = (deltas: Fields, d: PyInstance): number => (deltas.get(d, 0) * 86400 + deltas.get(d, 1)) * 1e6 + deltas.get(d, 2);

/** `a - b` as the clocks show it. Exact when it is small, of the right sign always. */
export function microsecondsBetween(stamps: Fields, a: PyInstance, b: PyInstance): number {
  const days = ordinal(stamps.get(a, 0), stamps.get(a, 1), stamps.get(a, 2)) - ordinal(stamps.get(b, 0), stamps.get(b, 1), stamps.get(b, 2));
  const seconds = (stamps.get(a, 3) - stamps.get(b, 3)) * 3600 + (stamps.get(a, 4) - stamps.get(b, 4)) * 60 + stamps.get(a, 5) - stamps.get(b, 5);
  return (days * 86400 + seconds) * 1e6 + stamps.get(a, 6) - stamps.get(b, 6);
}

/** The datetime `v` moved, in zone `tz`; undefined: it is out of range. */
export function movedStamp(k: Classes, v: PyInstance, days: number, seconds: number, us: number, tz: PyValue): PyInstance | undefined {
  const { stamps } = k;
  const f = stamps.all(v);
  const [shift, sec, micro] = normalize(days, f[3]! * 3600 + f[4]! * 60 + f[5]! + seconds, f[6]! + us);
  if (shift !== 0) {
    const n = ordinal(f[0]!, f[1]!, f[2]!) + shift;
    if (n < 1 || n > MAX_ORDINAL) return undefined;
    [f[0], f[1], f[2]] = dateOf(n);
  }
  f[3] = Math.floor(sec / 3600);
  f[4] = Math.floor((sec - f[3] * 3600) / 60);
  f[5] = sec - f[3] * 3600 - f[4] * 60;
  f[6] = micro;
  return stamps.make(f, tz);
}

/** Parameters of methods whose natives take their arguments apart themselves. */
export const KEYWORDS = 'self, /, *args, **kwargs';
const NONE: Keywords = new Map();

/** The docstring of a method in Python. */
const docText = (f: PyValue): string | null => (f instanceof PyFunction ? (asJS(docOf(f)) ?? null) : null);
