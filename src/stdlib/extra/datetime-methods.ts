/**
 * Methods of date, datetime and timedelta that are put over those of CPython's datetime.py: what they do for instances of
 * just these classes, without a time zone, with fields that are small ints. Everything else the Python methods do, which
 * each native calls that has nothing quick to say.
 */
import { PyObject, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { InternalError, typeError } from '../../objects/errors.js';
import { addMethod } from '../../objects/define.js';
import { getattr } from '../../objects/attribute.js';
import { call } from '../../objects/call.js';
import { docOf, PyFunction } from '../../objects/function.js';
import { GetSet, NativeFunction, nativeDef, type NativeFn } from '../../objects/native.js';
import { asJS } from '../../objects/str.js';
import { PyInstance, type PyType } from '../../objects/type.js';
import { dateOf, MAX_DAYS, MAX_ORDINAL, monthLength, normalize, ordinal, small } from './datetime-fields.js';

const DATE_FIELDS = ['_year', '_month', '_day'] as const;
const TIME_FIELDS = ['_hour', '_minute', '_second', '_microsecond'] as const;
const DELTA_FIELDS = ['_days', '_seconds', '_microseconds'] as const;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

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
class Fields {
  private readonly at: readonly number[];
  private readonly extra: readonly (readonly [at: number, value: PyValue])[];
  readonly tz: number;
  constructor(
    vm: VM,
    readonly cls: PyType,
    private readonly names: readonly string[],
    extra: Record<string, PyValue>,
  ) {
    this.at = names.map((n) => slotOf(vm, cls, n));
    this.extra = Object.entries(extra).map(([n, v]) => [slotOf(vm, cls, n), v] as const);
    this.tz = '_tzinfo' in extra ? slotOf(vm, cls, '_tzinfo') : -1;
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
    return this.at.map((k) => v.slots[k] as number);
  }
  make(values: readonly number[], tz?: PyValue): PyInstance {
    const o = new PyInstance(this.cls);
    const { slots } = o;
    for (let i = 0; i < values.length; i++) slots[this.at[i]!] = values[i]!;
    for (const [k, v] of this.extra) slots[k] = v;
    if (tz !== undefined && this.tz >= 0) slots[this.tz] = tz;
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

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const padded = (n: number, width: number): string => String(n).padStart(width, '0');
const isoDate = (f: readonly number[]): string => `${padded(f[0]!, 4)}-${two(f[1]!)}-${two(f[2]!)}`;
const isoTime = (f: readonly number[]): string => `${two(f[3]!)}:${two(f[4]!)}:${two(f[5]!)}${f[6] === 0 ? '' : `.${padded(f[6]!, 6)}`}`;
/** Years, months and days that make a date. */
const isDate = (y: number, m: number, d: number): boolean => y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= monthLength(y, m);
const isTime = (h: number, min: number, s: number, us: number): boolean => h >= 0 && h < 24 && min >= 0 && min < 60 && s >= 0 && s < 60 && us >= 0 && us < 1000000;

/** The docstring of a method in Python. */
const docText = (f: PyValue): string | null => (f instanceof PyFunction ? (asJS(docOf(f)) ?? null) : null);

/** `strftime` of the fields, or undefined where the format asks for more. */
function formatted(f: readonly number[], format: string): string | undefined {
  const [y, m, d, h = 0, min = 0, s = 0, us = 0] = f as [number, number, number, ...number[]];
  if (y < 1000) return undefined;
  let out = '';
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== '%') {
      out += format[i];
      continue;
    }
    const weekday = (): number => (ordinal(y, m, d) + 6) % 7;
    switch (format[++i]) {
      case 'Y': out += y; break;
      case 'm': out += two(m); break;
      case 'd': out += two(d); break;
      case 'H': out += two(h); break;
      case 'M': out += two(min); break;
      case 'S': out += two(s); break;
      case 'f': out += padded(us, 6); break;
      case 'y': out += two(y % 100); break;
      case 'I': out += two(h % 12 === 0 ? 12 : h % 12); break;
      case 'p': out += h < 12 ? 'AM' : 'PM'; break;
      case 'j': out += padded(ordinal(y, m, d) - ordinal(y, 1, 1) + 1, 3); break;
      case 'a': out += DAYS[weekday()]!.slice(0, 3); break;
      case 'A': out += DAYS[weekday()]!; break;
      case 'b': out += MONTHS[m - 1]!.slice(0, 3); break;
      case 'B': out += MONTHS[m - 1]!; break;
      case '%': out += '%'; break;
      default: return undefined;
    }
  }
  return out;
}

/** Field number, fewest and most digits of the directives of `strptime` that are numbers. */
const NUMBERS: Record<string, readonly [field: number, least: number, most: number]> = {
  Y: [0, 4, 4], m: [1, 1, 2], d: [2, 1, 2], H: [3, 1, 2], M: [4, 1, 2], S: [5, 1, 2], f: [6, 1, 6],
};

/** The fields that `text` gives by `format`, where each number ends at something that is no digit; undefined: ask Python. */
function parsed(text: string, format: string): number[] | undefined {
  const f = [1900, 1, 1, 0, 0, 0, 0];
  let at = 0;
  for (let i = 0; i < format.length; i++) {
    const c = format.charCodeAt(i);
    if (format[i] !== '%') {
      if (text.charCodeAt(at++) !== c || c > 126) return undefined;
      // A blank stands for any number of blanks.
      if (c <= 32 && (c !== 32 || text.charCodeAt(at) <= 32 || format.charCodeAt(i + 1) <= 32)) return undefined;
      continue;
    }
    const row = NUMBERS[format[++i] ?? ''];
    const next = format.charCodeAt(i + 1);
    if (row === undefined || (next >= 48 && next <= 57) || (next === 37 && i + 2 < format.length) || format.indexOf(`%${format[i]}`) !== i - 1) return undefined;
    const start = at;
    let n = 0;
    for (let d = text.charCodeAt(at); d >= 48 && d <= 57; d = text.charCodeAt(++at)) n = n * 10 + d - 48;
    const digits = at - start;
    if (digits < row[1] || digits > row[2]) return undefined;
    f[row[0]] = row[0] === 6 ? n * 10 ** (6 - digits) : n;
  }
  return at === text.length && isDate(f[0]!, f[1]!, f[2]!) && isTime(f[3]!, f[4]!, f[5]!, f[6]!) ? f : undefined;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}|\d{6}))?)?)?$/;
/** Names that the constructor of timedelta takes. */
const UNITS = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];

export function installDatetime(vm: VM, date: PyType, datetime: PyType, timedelta: PyType): void {
  const deltas = new Fields(vm, timedelta, DELTA_FIELDS, { _hashcode: -1 });
  const dates = new Fields(vm, date, DATE_FIELDS, { _hashcode: -1 });
  const stamps = new Fields(vm, datetime, [...DATE_FIELDS, ...TIME_FIELDS], { _hashcode: -1, _fold: 0, _tzinfo: null });
  const zone = (v: PyInstance): PyValue => v.slots[stamps.tz] ?? null;

  const delta = (days: number, seconds: number, us: number): PyInstance | undefined => {
    const f = normalize(days, seconds, us);
    return Math.abs(f[0]) > MAX_DAYS ? undefined : deltas.make(f);
  };
  /** `v` moved by `sign` times the delta `d`. */
  const moved = (v: PyInstance, d: PyInstance, sign: number): PyInstance | undefined => {
    const f = stamps.all(v);
    const [n, sec, us] = normalize(
      ordinal(f[0]!, f[1]!, f[2]!) + sign * deltas.get(d, 0),
      f[3]! * 3600 + f[4]! * 60 + f[5]! + sign * deltas.get(d, 1),
      f[6]! + sign * deltas.get(d, 2),
    );
    if (n < 1 || n > MAX_ORDINAL) return undefined;
    const h = Math.floor(sec / 3600);
    const min = Math.floor((sec - h * 3600) / 60);
    return stamps.make([...dateOf(n), h, min, sec - h * 3600 - min * 60, us], zone(v));
  };
  const movedDate = (v: PyInstance, d: PyInstance, sign: number): PyInstance | undefined => {
    const n = ordinal(dates.get(v, 0), dates.get(v, 1), dates.get(v, 2)) + sign * deltas.get(d, 0);
    return n < 1 || n > MAX_ORDINAL ? undefined : dates.make(dateOf(n));
  };

  /** Puts a native over the Python method, which it calls where `quick` gives undefined. */
  const over = (cls: PyType, name: string, params: string, quick: (self: PyInstance, ...args: PyValue[]) => Result): void => {
    const old = cls.dict.getStr(name)!;
    const doc = docText(old);
    addMethod(cls, `!${name}(${params})`, (v: VM, self: PyValue, ...args: PyValue[]) => quick(self as PyInstance, ...args) ?? call(v, old, [self, ...args]), doc === null ? {} : { [name]: doc });
  };
  const static_ = (cls: PyType, name: string, signature: string, fn: NativeFn, kind: PyType | undefined, doc: string | null): void => {
    const def = nativeDef(signature, fn, doc);
    cls.dict.setStr(name, new NativeFunction(def, kind ?? T.builtin_function_or_method, kind === undefined ? cls : undefined, cls, null));
  };
  /** `__new__` from positional ints. */
  const constructor = (cls: PyType, quick: (args: readonly PyValue[], kwargs: Map<string, PyValue>) => PyInstance | undefined): void => {
    const old = cls.dict.getStr('__new__')!;
    const slow = old instanceof PyObject && 'func' in old ? (old.func as PyValue) : old;
    static_(cls, '__new__', '!__new__(cls, /, *args, **kwargs)', (v, of, args: PyValue[], kwargs: Map<string, PyValue>) => (of === cls ? quick(args, kwargs) : undefined) ?? call(v, slow, [of, ...args], kwargs), undefined, docText(slow));
  };
  const classMethod = (cls: PyType, name: string, count: number, quick: (...args: PyValue[]) => PyInstance | undefined): void => {
    const slow = (cls.dict.getStr(name) as unknown as { func: PyValue }).func;
    const fn: NativeFn = (v, of, args: PyValue[]) => {
      if (args.length !== count) throw typeError(count === 1 ? `${cls.name}.${name}() takes exactly one argument (${args.length} given)` : `${name}() takes exactly ${count} arguments (${args.length} given)`);
      return (of === cls ? quick(...args) : undefined) ?? call(v, slow, [of, ...args]);
    };
    static_(cls, name, `!${name}(cls, *args)`, fn, T.classmethod_descriptor, docText(slow));
  };
  const comparisons = (of: Fields, same: (a: PyInstance, b: PyInstance) => boolean): void => {
    const rows: [string, (n: number) => boolean][] = [['__eq__', (n) => n === 0], ['__lt__', (n) => n < 0], ['__le__', (n) => n <= 0], ['__gt__', (n) => n > 0], ['__ge__', (n) => n >= 0]];
    for (const [name, test] of rows) over(of.cls, name, 'self, value, /', (a, b) => (of.is(a) && of.is(b) && same(a, b) ? test(of.compare(a, b)) : undefined));
  };
  /** Fields as attributes; `quick`: the classes whose members are known here. */
  const attributes = (cls: PyType, names: readonly string[], kind: PyType, ...quick: Fields[]): void => {
    names.forEach((name) => {
      const shown = name.slice(1);
      const get = (v: VM, self: PyInstance): Result => {
        for (const of of quick) if (of.cls === self.cls) return of.named(self, name);
        return getattr(v, self, name);
      };
      cls.dict.setStr(shown, new GetSet(shown, get, null, cls, null, kind));
    });
  };

  constructor(timedelta, (args, kwargs) => {
    const f: PyValue[] = [0, 0, 0, 0, 0, 0, 0];
    if (args.length > 7) return undefined;
    args.forEach((a, i) => (f[i] = a));
    for (const [k, v] of kwargs) {
      const i = UNITS.indexOf(k);
      if (i < 0) return undefined;
      if (i < args.length) throw typeError(`argument for __new__() given by name ('${k}') and position (${i + 1})`);
      f[i] = v;
    }
    if (!f.every(small)) return undefined;
    const [d, s, us, ms, min, h, w] = f as number[];
    return delta(d! + w! * 7, s! + min! * 60 + h! * 3600, us! + ms! * 1000);
  });
  constructor(date, (args, kwargs) => {
    const [y, m, d] = args;
    return kwargs.size === 0 && args.length === 3 && small(y) && small(m) && small(d) && isDate(y, m, d) ? dates.make([y, m, d]) : undefined;
  });
  constructor(datetime, (args, kwargs) => {
    if (kwargs.size > 0 || args.length < 3 || args.length > 7 || !args.every(small)) return undefined;
    const f = [0, 0, 0, 0, 0, 0, 0];
    (args as number[]).forEach((a, i) => (f[i] = a));
    return isDate(f[0]!, f[1]!, f[2]!) && isTime(f[3]!, f[4]!, f[5]!, f[6]!) ? stamps.make(f) : undefined;
  });
  attributes(timedelta, DELTA_FIELDS, T.member_descriptor, deltas);
  attributes(date, DATE_FIELDS, T.getset_descriptor, stamps, dates);
  attributes(datetime, TIME_FIELDS, T.getset_descriptor, stamps);
  comparisons(deltas, () => true);
  comparisons(dates, () => true);
  comparisons(stamps, (a, b) => zone(a) === zone(b));

  const sumOf = (sign: number) => (a: PyInstance, b: PyValue): Result =>
    deltas.is(a) && deltas.is(b) ? delta(deltas.get(a, 0) + sign * deltas.get(b, 0), deltas.get(a, 1) + sign * deltas.get(b, 1), deltas.get(a, 2) + sign * deltas.get(b, 2)) : undefined;
  over(timedelta, '__add__', 'self, value, /', sumOf(1));
  over(timedelta, '__sub__', 'self, value, /', sumOf(-1));
  over(timedelta, '__neg__', 'self, /', (a) => (deltas.is(a) ? delta(-deltas.get(a, 0), -deltas.get(a, 1), -deltas.get(a, 2)) : undefined));
  for (const name of ['__mul__', '__rmul__']) {
    over(timedelta, name, 'self, value, /', (a, n) =>
      deltas.is(a) && typeof n === 'number' && Math.abs(n) < 1e6 && Math.abs(deltas.get(a, 0)) < 1e6 ? delta(deltas.get(a, 0) * n, deltas.get(a, 1) * n, deltas.get(a, 2) * n) : undefined,
    );
  }
  over(datetime, '__add__', 'self, value, /', (a, b) => (stamps.is(a) && deltas.is(b) ? moved(a, b, 1) : undefined));
  over(datetime, '__radd__', 'self, value, /', (a, b) => (stamps.is(a) && deltas.is(b) ? moved(a, b, 1) : undefined));
  over(datetime, '__sub__', 'self, value, /', (a, b) => {
    if (!stamps.is(a)) return undefined;
    if (deltas.is(b)) return moved(a, b, -1);
    if (!stamps.is(b) || zone(a) !== zone(b)) return undefined;
    const x = stamps.all(a);
    const y = stamps.all(b);
    const seconds = (x[3]! - y[3]!) * 3600 + (x[4]! - y[4]!) * 60 + x[5]! - y[5]!;
    return delta(ordinal(x[0]!, x[1]!, x[2]!) - ordinal(y[0]!, y[1]!, y[2]!), seconds, x[6]! - y[6]!);
  });
  over(date, '__add__', 'self, value, /', (a, b) => (dates.is(a) && deltas.is(b) ? movedDate(a, b, 1) : undefined));
  over(date, '__radd__', 'self, value, /', (a, b) => (dates.is(a) && deltas.is(b) ? movedDate(a, b, 1) : undefined));
  over(date, '__sub__', 'self, value, /', (a, b) => {
    if (!dates.is(a)) return undefined;
    if (deltas.is(b)) return movedDate(a, b, -1);
    return dates.is(b) ? delta(ordinal(dates.get(a, 0), dates.get(a, 1), dates.get(a, 2)) - ordinal(dates.get(b, 0), dates.get(b, 1), dates.get(b, 2)), 0, 0) : undefined;
  });
  const day = (a: PyInstance): number | undefined =>
    dates.is(a) ? ordinal(dates.get(a, 0), dates.get(a, 1), dates.get(a, 2)) : stamps.is(a) ? ordinal(stamps.get(a, 0), stamps.get(a, 1), stamps.get(a, 2)) : undefined;
  over(date, 'toordinal', 'self, /', day);
  over(date, 'weekday', 'self, /', (a) => {
    const n = day(a);
    return n === undefined ? undefined : (n + 6) % 7;
  });
  over(datetime, 'date', 'self, /', (a) => (stamps.is(a) ? dates.make([stamps.get(a, 0), stamps.get(a, 1), stamps.get(a, 2)]) : undefined));

  over(date, 'isoformat', 'self, /', (a) => (dates.is(a) ? isoDate(dates.all(a)) : undefined));
  over(date, '__str__', 'self, /', (a) => (dates.is(a) ? isoDate(dates.all(a)) : undefined));
  const iso = (a: PyInstance, separator: PyValue): Result => {
    if (!stamps.is(a) || zone(a) !== null || typeof separator !== 'string' || separator.length !== 1) return undefined;
    const f = stamps.all(a);
    return `${isoDate(f)}${separator}${isoTime(f)}`;
  };
  over(datetime, 'isoformat', "self, sep='T', timespec='auto'", (a, separator, spec) => (spec === 'auto' ? iso(a, separator!) : undefined));
  over(datetime, '__str__', 'self, /', (a) => iso(a, ' '));
  over(date, 'strftime', 'self, format', (a, format) => {
    if (typeof format !== 'string') return undefined;
    return dates.is(a) ? formatted(dates.all(a), format) : stamps.is(a) && zone(a) === null ? formatted(stamps.all(a), format) : undefined;
  });
  classMethod(datetime, 'strptime', 2, (text, format) => {
    const f = typeof text === 'string' && typeof format === 'string' ? parsed(text, format) : undefined;
    return f === undefined ? undefined : stamps.make(f);
  });
  classMethod(datetime, 'fromisoformat', 1, (text) => {
    const m = typeof text === 'string' ? ISO.exec(text) : null;
    if (m === null) return undefined;
    const f = m.slice(1, 7).map((x) => (x === undefined ? 0 : Number(x)));
    f.push(m[7] === undefined ? 0 : Number(m[7].padEnd(6, '0')));
    return isDate(f[0]!, f[1]!, f[2]!) && isTime(f[3]!, f[4]!, f[5]!, f[6]!) ? stamps.make(f) : undefined;
  });
  for (const c of [date, datetime, timedelta]) c.modified();
}
