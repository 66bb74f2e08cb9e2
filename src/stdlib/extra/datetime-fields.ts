/** Arithmetic of dates: what datetime.ts and datetime-methods.ts share. */
import type { PyValue } from '../../objects/object.js';

export const DAY = 86400;
export const MICRO = 1000000;
export const MAX_DAYS = 999999999;
/** The ordinal of December 31 in 9999. */
export const MAX_ORDINAL = 3652059;
/** Largest field that is surely exact after all multiplications. */
const SMALL = 1e12;

export const small = (v: PyValue | undefined): v is number => typeof v === 'number' && Math.abs(v) < SMALL;
const isLeap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
/** Days before each month of a common year; index 1 is January. */
const BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Day number of a date in the proleptic Gregorian calendar; January 1 of year 1 is 1. */
export function ordinal(y: number, m: number, d: number): number {
  const p = y - 1;
  return p * 365 + (p >> 2) - ((p / 100) | 0) + ((p / 400) | 0) + BEFORE[m]! + (m > 2 && isLeap(y) ? 1 : 0) + d;
}

/** What `findDate` found: three numbers without an array for them. */
export const found = { year: 0, month: 0, day: 0 };

/** The date of a day number, in `found`. */
export function findDate(n: number): void {
  let y = (((n - 1) / 365.2425) | 0) + 1;
  let first = ordinal(y, 1, 1);
  if (n < first) first = ordinal(--y, 1, 1);
  else {
    const length = isLeap(y) ? 366 : 365;
    if (n >= first + length) {
      y++;
      first += length;
    }
  }
  const day = n - first + 1;
  const leap = isLeap(y) ? 1 : 0;
  // Right, or one too many (_pydatetime's estimate).
  let m = (day + 49) >> 5;
  if (BEFORE[m]! + (m > 2 ? leap : 0) >= day) m--;
  found.year = y;
  found.month = m;
  found.day = day - BEFORE[m]! - (m > 2 ? leap : 0);
}

/** The date of a day number. */
export function dateOf(n: number): [y: number, m: number, d: number] {
  findDate(n);
  return [found.year, found.month, found.day];
}

/** ISO year, week and weekday of a day number. */
export function isoCalendar(n: number): [year: number, week: number, weekday: number] {
  /** The Monday that the ISO year begins with: of the week with January 4. */
  const start = (y: number): number => {
    const fourth = ordinal(y, 1, 4);
    return fourth - ((fourth + 6) % 7);
  };
  let [y] = dateOf(n);
  if (n < start(y)) y--;
  else if (n >= start(y + 1)) y++;
  return [y, Math.floor((n - start(y)) / 7) + 1, ((n + 6) % 7) + 1];
}

/** What `carry` found. */
export const carried = { days: 0, seconds: 0, us: 0 };

/** Seconds within a day and microseconds within a second, the rest carried into the days: in `carried`. */
export function carry(days: number, seconds: number, us: number): void {
  if (us < 0 || us >= MICRO) {
    const more = Math.floor(us / MICRO);
    seconds += more;
    us -= more * MICRO;
  }
  if (seconds < 0 || seconds >= DAY) {
    const more = Math.floor(seconds / DAY);
    days += more;
    seconds -= more * DAY;
  }
  carried.days = days;
  carried.seconds = seconds;
  carried.us = us;
}

/** What `carry` finds, as an array. */
export function normalize(d: number, s: number, us: number): [d: number, s: number, us: number] {
  carry(d, s, us);
  return [carried.days, carried.seconds, carried.us];
}

export const monthLength = (y: number, m: number): number => (m === 2 && isLeap(y) ? 29 : BEFORE[m + 1]! - BEFORE[m]!);
