/** What datetime has to do with clocks and with time zones that are a `timezone`: natives as in datetime-methods.ts. */
import { AnyFloat, PyFloat, type PyValue, type VM } from '../../objects/object.js';
import { overflowError, valueError } from '../../objects/errors.js';
import type { PyInstance } from '../../objects/type.js';
import type { Machine } from '../../vm/machine.js';
import { osError } from '../os-error.js';
import { dateOf, MAX_ORDINAL, ordinal } from './datetime-fields.js';
import { microseconds, movedStamp, type Classes } from './datetime-objects.js';

/** The day number of January 1 in 1970. */
const EPOCH = 719163;
/** Numbers of microseconds are exact below, and so is their quotient by a million rounded once. */
const EXACT = 2 ** 53;

/** The day number of a time in seconds, which is to be one of the years 1 to 9999. */
function dayOf(seconds: number): number {
  const days = Math.floor(seconds / 86400);
  const n = EPOCH + days;
  if (n >= 1 && n <= MAX_ORDINAL) return n;
  // Years of 365.2425 days, beginning with March.
  const march = days + 719468;
  const era = Math.floor(march / 146097);
  const inEra = march - era * 146097;
  const year = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365);
  const day = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const y = year + era * 400 + (day >= 306 ? 1 : 0);
  // What does not fit into C's struct tm.
  if (Math.abs(y - 1900) >= 2 ** 31) throw osError(75);
  throw valueError(`year ${y} is out of range`);
}

/** A timestamp as seconds and microseconds, rounded half to even as CPython does; undefined: not a number. */
function timestamp(v: PyValue | undefined): [seconds: number, us: number] | undefined {
  const t = typeof v === 'number' || typeof v === 'bigint' ? Number(v) : v instanceof AnyFloat ? v.v : undefined;
  if (t === undefined) return undefined;
  if (t !== t) throw valueError('Invalid value NaN (not a number)');
  if (!(Math.abs(t) < 2 ** 63)) throw overflowError('timestamp out of range for platform time_t');
  const whole = Math.trunc(t);
  const part = (t - whole) * 1e6;
  let us = Math.floor(part);
  if (part - us > 0.5 || (part - us === 0.5 && us % 2 !== 0)) us++;
  return us < 0 ? [whole - 1, us + 1e6] : us >= 1e6 ? [whole + 1, us - 1e6] : [whole, us];
}

export function installZones(vm: VM, k: Classes, machine: Machine): void {
  const { date, datetime, deltas, stamps, dates } = k;
  const now = (): number => Math.floor((machine.host.now?.() ?? Date.now()) * 1000);
  /** Local time is UTC (see time.ts). */
  const localIsUtc = (): boolean => vm.state.localZone === null;

  /** What clocks in UTC show so many microseconds after the epoch, moved by `offset`. */
  const at = (us: number, tz: PyValue, offset: number): PyInstance | undefined => {
    us += offset;
    if (!(Math.abs(us) < EXACT)) return undefined;
    let s = Math.floor(us / 1e6);
    const micro = us - s * 1e6;
    const n = dayOf(s);
    s -= Math.floor(s / 86400) * 86400;
    const h = Math.floor(s / 3600);
    const min = Math.floor((s - h * 3600) / 60);
    return stamps.make([...dateOf(n), h, min, s - h * 3600 - min * 60, micro], tz);
  };
  const inZone = (us: number, tz: PyValue): PyInstance | undefined => {
    if (tz === null) return localIsUtc() ? at(us, null, 0) : undefined;
    const d = k.fixed(tz);
    return d === undefined ? undefined : at(us, tz, microseconds(deltas, d));
  };
  /** The argument of `now(tz=None)` and its like; undefined: other ones were given. */
  const zoneArg = (args: readonly PyValue[], kwargs: ReadonlyMap<string, PyValue>, at: number): PyValue | undefined => {
    if (args.length > at + 1 || kwargs.size > 1) return undefined;
    if (kwargs.size === 1) return args.length === at ? kwargs.get('tz') : undefined;
    return args.length > at ? args[at]! : null;
  };

  k.classMethod(datetime, 'now', (args, kwargs) => {
    const tz = zoneArg(args, kwargs, 0);
    return tz === undefined ? undefined : inZone(now(), tz);
  });
  k.classMethod(datetime, 'utcnow', (args, kwargs) => (args.length + kwargs.size === 0 ? at(now(), null, 0) : undefined));
  k.classMethod(datetime, 'fromtimestamp', (args, kwargs) => {
    const tz = args.length > 0 ? zoneArg(args, kwargs, 1) : undefined;
    if (tz === undefined || !k.isZone(tz)) return undefined;
    const t = timestamp(args[0]);
    if (t === undefined) return undefined;
    dayOf(t[0]);
    return inZone(t[0] * 1e6 + t[1], tz);
  });
  k.classMethod(datetime, 'utcfromtimestamp', (args, kwargs) => {
    const t = args.length === 1 && kwargs.size === 0 ? timestamp(args[0]) : undefined;
    if (t === undefined) return undefined;
    dayOf(t[0]);
    return at(t[0] * 1e6 + t[1], null, 0);
  });
  k.classMethod(date, 'today', (args, kwargs) => (args.length + kwargs.size === 0 && localIsUtc() ? dates.make(dateOf(EPOCH + Math.floor(now() / 86400e6))) : undefined));
  k.classMethod(date, 'fromtimestamp', (args, kwargs) => {
    const t = args.length === 1 && kwargs.size === 0 ? timestamp(args[0]) : undefined;
    if (t === undefined) return undefined;
    const n = dayOf(t[0]);
    return localIsUtc() ? dates.make(dateOf(n)) : undefined;
  });
  k.over(datetime, 'timestamp', 'self, /', (a) => {
    if (!stamps.is(a)) return undefined;
    const tz = stamps.zone(a);
    const offset = tz === null ? undefined : k.fixed(tz);
    if (tz === null ? !localIsUtc() : offset === undefined) return undefined;
    const [y, m, d, h, min, s, us] = stamps.all(a) as [number, number, number, number, number, number, number];
    const seconds = (ordinal(y, m, d) - EPOCH) * 86400 + h * 3600 + min * 60 + s;
    // CPython looks at the day before for a change of clocks.
    if (offset === undefined) dayOf(seconds - 86400);
    if (offset === undefined) return new PyFloat(seconds + us / 1e6);
    const all = seconds * 1e6 + us - microseconds(deltas, offset);
    return Math.abs(all) < EXACT ? new PyFloat(all / 1e6) : undefined;
  });
  k.over(datetime, 'utcoffset', 'self, /', (a) => (stamps.is(a) ? k.fixed(stamps.zone(a)) : undefined));
  k.over(datetime, 'astimezone', 'self, tz=None', (a, tz: PyValue) => {
    if (!stamps.is(a)) return undefined;
    const from = k.fixed(stamps.zone(a));
    const to = k.fixed(tz);
    if (from === undefined || to === undefined) return undefined;
    if (stamps.zone(a) === tz) return a;
    const by = (i: number): number => deltas.get(to, i) - deltas.get(from, i);
    return movedStamp(k, a, by(0), by(1), by(2), tz);
  });
}
