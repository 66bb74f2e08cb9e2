/**
 * Methods of date, time, datetime and timedelta that are put over those of CPython's datetime.py: what they do for instances
 * of just these classes, without a time zone or with a `timezone`, with fields that are small ints. Everything else the Python methods do, which
 * each native calls that has nothing quick to say.
 */
import { T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError, valueError } from '../../objects/errors.js';
import { PyTuple } from '../../objects/tuple.js';
import type { PyInstance } from '../../objects/type.js';
import type { Machine } from '../../vm/machine.js';
import { dateOf, findDate, found, isoCalendar, MAX_ORDINAL, monthLength, ordinal, small } from './datetime-fields.js';
import { deltaOf, KEYWORDS, microseconds, microsecondsBetween, movedStamp, type Classes, type Fields, type Keywords } from './datetime-objects.js';
import { installHashes } from './datetime-hash.js';
import { installZones } from './datetime-zones.js';

const DATE_FIELDS = ['_year', '_month', '_day'] as const;
const TIME_FIELDS = ['_hour', '_minute', '_second', '_microsecond'] as const;
const DELTA_FIELDS = ['_days', '_seconds', '_microseconds'] as const;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const padded = (n: number, width: number): string => String(n).padStart(width, '0');
const isoDate = (f: readonly number[]): string => `${padded(f[0]!, 4)}-${two(f[1]!)}-${two(f[2]!)}`;
/** Hour, minute, second, microsecond; undefined: no such `timespec` here. */
function isoTime(f: readonly number[], spec: string): string | undefined {
  const [h, m, s, us] = f as [number, number, number, number];
  switch (spec) {
    case 'auto':
      return `${two(h)}:${two(m)}:${two(s)}${us === 0 ? '' : `.${padded(us, 6)}`}`;
    case 'seconds':
      return `${two(h)}:${two(m)}:${two(s)}`;
    case 'minutes':
      return `${two(h)}:${two(m)}`;
    case 'milliseconds':
      return `${two(h)}:${two(m)}:${two(s)}.${padded(Math.floor(us / 1000), 3)}`;
    case 'microseconds':
      return `${two(h)}:${two(m)}:${two(s)}.${padded(us, 6)}`;
    default:
      return undefined;
  }
}

/** The offset of a zone, a timedelta's fields: `+02:00`. */
function isoOffset([days, seconds, us]: readonly number[]): string {
  let t = days! * 86400e6 + seconds! * 1e6 + us!;
  const sign = t < 0 ? '-' : '+';
  t = Math.abs(t);
  const s = Math.floor(t / 1e6);
  const rest = t % 1e6;
  return `${sign}${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}${s % 60 === 0 && rest === 0 ? '' : `:${two(s % 60)}`}${rest === 0 ? '' : `.${padded(rest, 6)}`}`;
}

const DATE_NAMES = ['year', 'month', 'day'];
const STAMP_NAMES = [...DATE_NAMES, 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'];
const TIME_NAMES = ['hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'];

/** What `replace` looks at first. */
function checkKeywords(names: readonly string[], kwargs: Keywords): void {
  if (kwargs.size === 0) return;
  for (const name of kwargs.keys()) if (!names.includes(name)) throw typeError(`'${name}' is an invalid keyword argument for replace()`);
  const fold = kwargs.get('fold');
  if (typeof fold === 'number' && fold !== 0 && fold !== 1) throw valueError('fold must be either 0 or 1');
}

const plain = (v: PyValue): PyValue => (typeof v === 'boolean' ? Number(v) : v);

/** Puts arguments into `f`, of which the first `most` may be given by position. False: they do not fit. */
function placed(f: PyValue[], names: readonly string[], most: number, args: readonly PyValue[], kwargs: Keywords): boolean {
  if (args.length > most) return false;
  for (let i = 0; i < args.length; i++) f[i] = plain(args[i]!);
  if (kwargs.size === 0) return true;
  for (const [name, v] of kwargs) {
    const i = names.indexOf(name);
    if (i < args.length) return false;
    f[i] = plain(v);
  }
  return true;
}

/** From the values of STAMP_NAMES. */
function madeStamp(k: Classes, f: readonly PyValue[]): PyInstance | undefined {
  const [y, m, d, h, min, s, us, tz, fold] = f as number[] & PyValue[];
  if (!(small(y) && small(m) && small(d) && small(h) && small(min) && small(s) && small(us)) || !isDate(y, m, d) || !isTime(h, min, s, us)) return undefined;
  return (fold === 0 || fold === 1) && k.isZone(tz as PyValue) ? k.stamps.make(f as number[], tz as PyValue, fold) : undefined;
}
function madeTime(k: Classes, f: readonly PyValue[]): PyInstance | undefined {
  const [h, min, s, us, tz, fold] = f as number[] & PyValue[];
  if (!(small(h) && small(min) && small(s) && small(us)) || !isTime(h, min, s, us)) return undefined;
  return (fold === 0 || fold === 1) && k.isZone(tz as PyValue) ? k.times.make(f as number[], tz as PyValue, fold) : undefined;
}
/** Years, months and days that make a date. */
const isDate = (y: number, m: number, d: number): boolean => y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= monthLength(y, m);
const isTime = (h: number, min: number, s: number, us: number): boolean => h >= 0 && h < 24 && min >= 0 && min < 60 && s >= 0 && s < 60 && us >= 0 && us < 1000000;

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

export function installDatetime(vm: VM, k: Classes, machine: Machine): void {
  const { date, datetime, time, timedelta, deltas, dates, stamps, times } = k;
  const over = k.over.bind(k);
  const delta = (days: number, seconds: number, us: number): PyInstance | undefined => deltaOf(k, days, seconds, us);
  const movedDate = (v: PyInstance, d: PyInstance, sign: number): PyInstance | undefined => {
    const n = ordinal(dates.get(v, 0), dates.get(v, 1), dates.get(v, 2)) + sign * deltas.get(d, 0);
    if (n < 1 || n > MAX_ORDINAL) return undefined;
    findDate(n);
    return dates.make3(found.year, found.month, found.day);
  };
  const moved = (v: PyInstance, d: PyInstance, sign: number): PyInstance | undefined =>
    movedStamp(k, v, sign * deltas.get(d, 0), sign * deltas.get(d, 1), sign * deltas.get(d, 2), stamps.zone(v));
  /** Microseconds of the offset of two times with a fixed zone each, the first less the second; 0 where it is one zone, or none; undefined: ask Python. */
  const apart = (of: Fields, a: PyInstance, b: PyInstance): number | undefined => {
    const x = of.zone(a);
    const y = of.zone(b);
    if (x === y) return 0;
    const p = k.fixed(x);
    const q = k.fixed(y);
    return p === undefined || q === undefined ? undefined : microseconds(deltas, p) - microseconds(deltas, q);
  };
  const comparisons = (of: Fields, compare: (a: PyInstance, b: PyInstance) => number | undefined): void => {
    const rows: [string, (n: number) => boolean][] = [['__eq__', (n) => n === 0], ['__lt__', (n) => n < 0], ['__le__', (n) => n <= 0], ['__gt__', (n) => n > 0], ['__ge__', (n) => n >= 0]];
    for (const [name, test] of rows) {
      over(of.cls, name, 'self, value, /', (a, b) => {
        const n = of.is(a) && of.is(b) ? compare(a, b) : undefined;
        return n === undefined ? undefined : test(n);
      });
    }
  };

  k.constructor_(timedelta, (args, kwargs) => {
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
  k.constructor_(date, (args, kwargs) => {
    const [y, m, d] = args;
    return kwargs.size === 0 && args.length === 3 && small(y) && small(m) && small(d) && isDate(y, m, d) ? dates.make3(y, m, d) : undefined;
  }, (st, at, n) => {
    const y = st[at];
    const m = st[at + 1];
    const d = st[at + 2];
    return n === 3 && small(y) && small(m) && small(d) && isDate(y, m, d) ? dates.make3(y, m, d) : undefined;
  });
  k.constructor_(datetime, (args, kwargs) => {
    const f: PyValue[] = [undefined!, undefined!, undefined!, 0, 0, 0, 0, null, 0];
    if (!placed(f, STAMP_NAMES, 8, args, kwargs)) return undefined;
    return madeStamp(k, f);
  }, (st, at, n) => {
    if (n < 3 || n > 7) return undefined;
    for (let i = 0; i < n; i++) if (!small(st[at + i])) return undefined;
    const y: number = st[at];
    const m: number = st[at + 1];
    const d: number = st[at + 2];
    const h: number = n > 3 ? st[at + 3] : 0;
    const min: number = n > 4 ? st[at + 4] : 0;
    const s: number = n > 5 ? st[at + 5] : 0;
    const us: number = n > 6 ? st[at + 6] : 0;
    return isDate(y, m, d) && isTime(h, min, s, us) ? stamps.make7(y, m, d, h, min, s, us, null, 0) : undefined;
  });
  k.constructor_(time, (args, kwargs) => {
    const f: PyValue[] = [0, 0, 0, 0, null, 0];
    if (!placed(f, TIME_NAMES, 5, args, kwargs)) return undefined;
    return madeTime(k, f);
  });
  k.attributes(timedelta, DELTA_FIELDS, T.member_descriptor, deltas);
  k.attributes(date, DATE_FIELDS, T.getset_descriptor, stamps, dates);
  k.attributes(datetime, TIME_FIELDS, T.getset_descriptor, stamps);
  k.attributes(time, TIME_FIELDS, T.getset_descriptor, times);
  comparisons(deltas, (a, b) => deltas.compare(a, b));
  comparisons(dates, (a, b) => dates.compare(a, b));
  comparisons(times, (a, b) => (times.zone(a) === times.zone(b) ? times.compare(a, b) : undefined));
  comparisons(stamps, (a, b) => {
    const d = apart(stamps, a, b);
    return d === undefined ? undefined : d === 0 ? stamps.compare(a, b) : microsecondsBetween(stamps, a, b) - d;
  });

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
    const apartBy = stamps.is(b) ? apart(stamps, a, b) : undefined;
    if (!stamps.is(b) || apartBy === undefined) return undefined;
    const days = ordinal(stamps.get(a, 0), stamps.get(a, 1), stamps.get(a, 2)) - ordinal(stamps.get(b, 0), stamps.get(b, 1), stamps.get(b, 2));
    const seconds = (stamps.get(a, 3) - stamps.get(b, 3)) * 3600 + (stamps.get(a, 4) - stamps.get(b, 4)) * 60 + stamps.get(a, 5) - stamps.get(b, 5);
    return delta(days, seconds, stamps.get(a, 6) - stamps.get(b, 6) - apartBy);
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
  over(date, 'isoweekday', 'self, /', (a) => {
    const n = day(a);
    return n === undefined ? undefined : ((n + 6) % 7) + 1;
  });
  over(date, 'isocalendar', 'self, /', (a) => {
    const n = day(a);
    if (n === undefined) return undefined;
    const [y, week, weekday] = isoCalendar(n);
    const t = new PyTuple([y, week, weekday]);
    t.cls = k.week;
    return t;
  });
  over(datetime, 'date', 'self, /', (a) => (stamps.is(a) ? dates.make([stamps.get(a, 0), stamps.get(a, 1), stamps.get(a, 2)]) : undefined));
  over(datetime, 'time', 'self, /', (a) => (stamps.is(a) ? times.make(stamps.all(a).slice(3), null, stamps.foldOf(a)) : undefined));
  over(date, 'replace', KEYWORDS, (a, args, kwargs) => {
    checkKeywords(DATE_NAMES, kwargs);
    if (!dates.is(a)) return undefined;
    const f: PyValue[] = dates.all(a);
    return placed(f, DATE_NAMES, 3, args, kwargs) && small(f[0]) && small(f[1]) && small(f[2]) && isDate(f[0], f[1], f[2]) ? dates.make(f as number[]) : undefined;
  });
  over(datetime, 'replace', KEYWORDS, (a, args, kwargs) => {
    checkKeywords(STAMP_NAMES, kwargs);
    if (!stamps.is(a)) return undefined;
    const f: PyValue[] = [...stamps.all(a), stamps.zone(a), stamps.foldOf(a)];
    return placed(f, STAMP_NAMES, 8, args, kwargs) ? madeStamp(k, f) : undefined;
  });
  over(time, 'replace', KEYWORDS, (a, args, kwargs) => {
    checkKeywords(TIME_NAMES, kwargs);
    if (!times.is(a)) return undefined;
    const f: PyValue[] = [...times.all(a), times.zone(a), times.foldOf(a)];
    return placed(f, TIME_NAMES, 5, args, kwargs) ? madeTime(k, f) : undefined;
  });
  k.classMethod(datetime, 'combine', (args, kwargs) => {
    const [d, t] = args;
    if (kwargs.size > 0 || args.length < 2 || args.length > 3 || !dates.is(d) || !times.is(t)) return undefined;
    const tz = args.length === 3 ? args[2]! : times.zone(t);
    return k.isZone(tz) ? stamps.make([...dates.all(d), ...times.all(t)], tz, times.foldOf(t)) : undefined;
  });
  k.classMethod(date, 'fromordinal', ([n], kwargs) => (kwargs.size === 0 && small(n) && Number.isInteger(n) && n >= 1 && n <= MAX_ORDINAL ? dates.make(dateOf(n)) : undefined), 1);

  over(date, 'isoformat', 'self, /', (a) => (dates.is(a) ? isoDate(dates.all(a)) : undefined));
  over(date, '__str__', 'self, /', (a) => (dates.is(a) ? isoDate(dates.all(a)) : undefined));
  const iso = (a: PyInstance, separator: PyValue, spec: string): Result => {
    if (!stamps.is(a) || typeof separator !== 'string' || separator.length !== 1) return undefined;
    const tz = stamps.zone(a);
    const offset = tz === null ? undefined : k.fixed(tz);
    if (tz !== null && offset === undefined) return undefined;
    const f = stamps.all(a);
    const t = isoTime(f.slice(3), spec);
    return t === undefined ? undefined : `${isoDate(f)}${separator}${t}${offset === undefined ? '' : isoOffset(deltas.all(offset))}`;
  };
  over(datetime, 'isoformat', "self, sep='T', timespec='auto'", (a, separator, spec) => (typeof spec === 'string' ? iso(a, separator, spec) : undefined));
  over(datetime, '__str__', 'self, /', (a) => iso(a, ' ', 'auto'));
  const isoClock = (a: PyInstance, spec: PyValue): Result => (times.is(a) && times.zone(a) === null && typeof spec === 'string' ? isoTime(times.all(a), spec) : undefined);
  over(time, 'isoformat', "self, timespec='auto'", isoClock);
  over(time, '__str__', 'self, /', (a) => isoClock(a, 'auto'));
  over(timedelta, '__str__', 'self, /', (a) => {
    if (!deltas.is(a)) return undefined;
    const [d, s, us] = deltas.all(a) as [number, number, number];
    const clock = `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}${us === 0 ? '' : `.${padded(us, 6)}`}`;
    return d === 0 ? clock : `${d} day${Math.abs(d) === 1 ? '' : 's'}, ${clock}`;
  });
  over(timedelta, '__repr__', 'self, /', (a) => {
    if (!deltas.is(a)) return undefined;
    const f = deltas.all(a);
    const parts = ['days', 'seconds', 'microseconds'].filter((_, i) => f[i] !== 0).map((name) => `${name}=${f[['days', 'seconds', 'microseconds'].indexOf(name)]!}`);
    return `datetime.timedelta(${parts.length === 0 ? '0' : parts.join(', ')})`;
  });
  over(date, '__repr__', 'self, /', (a) => (dates.is(a) ? `datetime.date(${dates.all(a).join(', ')})` : undefined));
  over(datetime, '__repr__', 'self, /', (a) => {
    if (!stamps.is(a) || stamps.zone(a) !== null || stamps.foldOf(a) !== 0) return undefined;
    const f = stamps.all(a);
    if (f[6] === 0) f.length = f[5] === 0 ? 5 : 6;
    return `datetime.datetime(${f.join(', ')})`;
  });
  over(date, 'strftime', 'self, format', (a, format) => {
    if (typeof format !== 'string') return undefined;
    return dates.is(a) ? formatted(dates.all(a), format) : stamps.is(a) && stamps.zone(a) === null ? formatted(stamps.all(a), format) : undefined;
  });
  k.classMethod(datetime, 'strptime', ([text, format]) => {
    const f = typeof text === 'string' && typeof format === 'string' ? parsed(text, format) : undefined;
    return f === undefined ? undefined : stamps.make(f);
  }, 2);
  k.classMethod(datetime, 'fromisoformat', ([text]) => {
    const m = typeof text === 'string' ? ISO.exec(text) : null;
    if (m === null) return undefined;
    const f = m.slice(1, 7).map((x) => (x === undefined ? 0 : Number(x)));
    f.push(m[7] === undefined ? 0 : Number(m[7].padEnd(6, '0')));
    return isDate(f[0]!, f[1]!, f[2]!) && isTime(f[3]!, f[4]!, f[5]!, f[6]!) ? stamps.make(f) : undefined;
  }, 1);
  installHashes(k);
  installZones(vm, k, machine);
  for (const c of [date, datetime, time, timedelta]) c.modified();
}
