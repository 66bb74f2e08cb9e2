/**
 * _datetime_native: the arithmetic of datetime.py (CPython's own, see src/lib/datetime.py) on fields that are small ints.
 * Each function gives None where that is not so, or where the result is out of range: then the Python code does it.
 */
import type { PyValue } from '../../objects/object.js';
import { PyTuple } from '../../objects/tuple.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const DAY = 86400;
const MICRO = 1000000;
const MAX_DAYS = 999999999;
/** The ordinal of December 31 in 9999. */
const MAX_ORDINAL = 3652059;
/** Largest field that is surely exact after all multiplications. */
const SMALL = 1e12;

const small = (v: PyValue): v is number => typeof v === 'number' && Math.abs(v) < SMALL;
const isLeap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
/** Days before each month of a common year; index 1 is January. */
const BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Day number of a date in the proleptic Gregorian calendar; January 1 of year 1 is 1. */
function ordinal(y: number, m: number, d: number): number {
  const p = y - 1;
  return p * 365 + Math.floor(p / 4) - Math.floor(p / 100) + Math.floor(p / 400) + BEFORE[m]! + (m > 2 && isLeap(y) ? 1 : 0) + d;
}

/** The date of a day number. */
function dateOf(n: number): [y: number, m: number, d: number] {
  let y = Math.floor((n - 1) / 365.2425) + 1;
  if (ordinal(y + 1, 1, 1) <= n) y++;
  else if (ordinal(y, 1, 1) > n) y--;
  const day = n - ordinal(y, 1, 1) + 1;
  let m = 12;
  while (BEFORE[m]! + (m > 2 && isLeap(y) ? 1 : 0) >= day) m--;
  return [y, m, day - BEFORE[m]! - (m > 2 && isLeap(y) ? 1 : 0)];
}

/** Days, seconds and microseconds with the latter two in range. */
function normalize(d: number, s: number, us: number): [d: number, s: number, us: number] {
  const seconds = Math.floor(us / MICRO);
  const total = s + seconds;
  const days = Math.floor(total / DAY);
  return [d + days, total - days * DAY, us - seconds * MICRO];
}

const tupleOf = (items: number[]): PyTuple => new PyTuple(items);

export const makeDatetimeNative: NativeModuleMaker = () =>
  defineModule({
    name: '_datetime_native',
    functions: {
      /** Whether these are fields of a datetime. */
      'valid(year, month, day, hour, minute, second, microsecond, fold, /)': (_vm, y, m, d, h, min, s, us, fold) =>
        small(y) && small(m) && small(d) && small(h) && small(min) && small(s) && small(us) && small(fold) &&
        y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= (m === 2 && isLeap(y) ? 29 : BEFORE[m + 1]! - BEFORE[m]!) &&
        h >= 0 && h < 24 && min >= 0 && min < 60 && s >= 0 && s < 60 && us >= 0 && us < MICRO && (fold === 0 || fold === 1),
      /** What the constructor of timedelta makes of its arguments: (days, seconds, microseconds). */
      'timedelta_fields(days, seconds, microseconds, milliseconds, minutes, hours, weeks, /)': (_vm, d, s, us, ms, min, h, w) => {
        if (!small(d) || !small(s) || !small(us) || !small(ms) || !small(min) || !small(h) || !small(w)) return null;
        const f = normalize(d + w * 7, s + min * 60 + h * 3600, us + ms * 1000);
        return Math.abs(f[0]) > MAX_DAYS ? null : tupleOf(f);
      },
      /** The fields of a datetime `days`, `seconds` and `us` later; `sign` -1: earlier. */
      'datetime_plus(year, month, day, hour, minute, second, microsecond, days, seconds, us, sign, /)': (_vm, ...a: PyValue[]) => {
        if (!a.every(small)) return null;
        const [y, m, d, h, min, s, us, days, seconds, micro, sign] = a as [number, number, number, number, number, number, number, number, number, number, number];
        const [n, sec, left] = normalize(ordinal(y, m, d) + sign * days, s + min * 60 + h * 3600 + sign * seconds, us + sign * micro);
        if (n < 1 || n > MAX_ORDINAL) return null;
        const hour = Math.floor(sec / 3600);
        const minute = Math.floor((sec - hour * 3600) / 60);
        return tupleOf([...dateOf(n), hour, minute, sec - hour * 3600 - minute * 60, left]);
      },
      /** The fields of the timedelta from the second datetime to the first. */
      'datetime_minus(year, month, day, hour, minute, second, microsecond, year2, month2, day2, hour2, minute2, second2, microsecond2, /)': (_vm, ...a: PyValue[]) => {
        if (!a.every(small)) return null;
        const [y, m, d, h, min, s, us, y2, m2, d2, h2, min2, s2, us2] = a as [number, number, number, number, number, number, number, number, number, number, number, number, number, number];
        return tupleOf(normalize(ordinal(y, m, d) - ordinal(y2, m2, d2), (h - h2) * 3600 + (min - min2) * 60 + s - s2, us - us2));
      },
      /** Year, month and day of an ordinal. */
      'date_of(ordinal, /)': (_vm, n) => (small(n) && n >= 1 && n <= MAX_ORDINAL ? tupleOf(dateOf(n)) : null),
      'ordinal_of(year, month, day, /)': (_vm, y, m, d) => (small(y) && small(m) && small(d) && m >= 1 && m <= 12 ? ordinal(y, m, d) : null),
    },
  });
