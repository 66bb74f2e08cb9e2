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
import { carried, carry, findDate, found, MAX_DAYS, MAX_ORDINAL, ordinal } from './datetime-fields.js';

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
  readonly at: readonly number[];
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
  /** A timedelta or a date. */
  make3(a: number, b: number, c: number): PyInstance {
    const o = new PyInstance(this.cls);
    const { slots } = o;
    const { at } = this;
    slots[at[0]!] = a;
    slots[at[1]!] = b;
    slots[at[2]!] = c;
    slots[this.hash] = -1;
    return o;
  }
  /** A datetime. */
  make7(y: number, m: number, d: number, h: number, min: number, s: number, us: number, tz: PyValue, fold: number): PyInstance {
    const o = new PyInstance(this.cls);
    const { slots } = o;
    const { at } = this;
    slots[at[0]!] = y;
    slots[at[1]!] = m;
    slots[at[2]!] = d;
    slots[at[3]!] = h;
    slots[at[4]!] = min;
    slots[at[5]!] = s;
    slots[at[6]!] = us;
    slots[this.hash] = -1;
    slots[this.tz] = tz;
    slots[this.fold] = fold;
    return o;
  }
  compare(a: PyInstance, b: PyInstance): number {
    const { at } = this;
    const x = a.slots;
    const y = b.slots;
    for (let i = 0; i < at.length; i++) {
      const k = at[i]!;
      if (x[k] !== y[k]) return (x[k] as number) < (y[k] as number) ? -1 : 1;
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
  /** `__new__`; `quick` gets the arguments without the class, `quicker` n of them from `st[at]` on, none by name. */
  constructor_(cls: PyType, quick: (args: readonly PyValue[], kwargs: Keywords) => PyInstance | undefined, quicker: (st: readonly any[], at: number, n: number) => PyInstance | undefined = () => undefined): void {
    const old = cls.dict.getStr('__new__')!;
    const slow = old instanceof PyObject && 'func' in old ? (old.func as PyValue) : old;
    const fn: NativeFn = (v, of, args: PyValue[], kwargs: Map<string, PyValue>) => (of === cls ? quick(args, kwargs) : undefined) ?? call(v, slow, [of, ...args], kwargs);
    const def = nativeDef('!__new__(cls, /, *args, **kwargs)', fn, docText(slow));
    def.make = (_v, of, st, at, n) => (of === cls ? (quicker(st, at, n) ?? quick(st.slice(at, at + n), NONE) ?? null) : null);
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
  carry(days, stamps.get(v, 3) * 3600 + stamps.get(v, 4) * 60 + stamps.get(v, 5) + seconds, stamps.get(v, 6) + us);
  found.year = stamps.get(v, 0);
  found.month = stamps.get(v, 1);
  found.day = stamps.get(v, 2);
  if (carried.days !== 0) {
    const n = ordinal(found.year, found.month, found.day) + carried.days;
    if (n < 1 || n > MAX_ORDINAL) return undefined;
    findDate(n);
  }
  const s = carried.seconds;
  const h = (s / 3600) | 0;
  const min = ((s - h * 3600) / 60) | 0;
  return stamps.make7(found.year, found.month, found.day, h, min, s - h * 3600 - min * 60, carried.us, tz, 0);
}

/** The timedelta of these; undefined: it is out of range. */
export function deltaOf(k: Classes, days: number, seconds: number, us: number): PyInstance | undefined {
  carry(days, seconds, us);
  return Math.abs(carried.days) > MAX_DAYS ? undefined : k.deltas.make3(carried.days, carried.seconds, carried.us);
}

/** Parameters of methods whose natives take their arguments apart themselves. */
export const KEYWORDS = 'self, /, *args, **kwargs';
const NONE: Keywords = new Map();

/** The docstring of a method in Python. */
const docText = (f: PyValue): string | null => (f instanceof PyFunction ? (asJS(docOf(f)) ?? null) : null);
