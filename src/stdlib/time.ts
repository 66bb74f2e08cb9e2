/** time: clocks and the calendar. The zone is UTC, whatever the host's is, unless TZ names another (extra/time-zone.ts). */
import { andThen, cont, PyFloat, type PyValue, type Result, type VM } from '../objects/object.js';
import { overflowError, typeError, valueError } from '../objects/errors.js';
import type { PyModule } from '../objects/function.js';
import { asDouble } from '../objects/float.js';
import { asInt, norm } from '../objects/int.js';
import { asJS, strFromJS } from '../objects/str.js';
import { structSequence } from '../objects/struct-sequence.js';
import { callPrelude } from '../objects/call.js';
import { PyNamespace } from '../objects/namespace.js';
import { PyTuple } from '../objects/tuple.js';
import { argTypeName, typeName } from '../objects/type.js';
import { callHandler } from '../vm/signal-timers.js';
import { waitForHost } from '../vm/machine.js';
import type { Scheduler } from '../vm/scheduler.js';
import type { Thread } from '../vm/thread.js';
import type { NativeModuleMaker } from './registry.js';
import { osError } from './os-error.js';
import { defineModule } from './define-module.js';
import type { Zone, ZoneState } from './extra/time-zone.js';

const structTime = structSequence(
  'time.struct_time',
  ['tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst', 'tm_zone', 'tm_gmtoff'],
  'The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().',
  { visible: 9 },
);

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** Numbers of the clocks of Linux. */
const CLOCK_IDS = { CLOCK_REALTIME: 0, CLOCK_MONOTONIC: 1, CLOCK_PROCESS_CPUTIME_ID: 2, CLOCK_THREAD_CPUTIME_ID: 3, CLOCK_MONOTONIC_RAW: 4, CLOCK_BOOTTIME: 7, CLOCK_TAI: 11 };
const UTC_STATE: ZoneState = { offset: 0, dst: false, name: 'UTC' };
/** What gmtime() calls it. */
const GMT_STATE: ZoneState = { ...UTC_STATE, name: 'GMT' };
const UTC: Zone = { at: () => UTC_STATE, standard: UTC_STATE, summer: UTC_STATE };
const pad = (n: number, width = 2, fill = '0'): string => String(n).padStart(width, fill);

/** Nine numbers of a struct_time or tuple; weekday Monday 0. */
type Fields = readonly number[];

/** What a struct_time says of its zone; of other tuples nothing is known. */
interface ZoneFields {
  name: string | null;
  offset: number;
}
const NO_ZONE: ZoneFields = { name: null, offset: 0 };

function fieldsOf(t: PyValue, what: string): Fields {
  if (!(t instanceof PyTuple)) throw typeError('Tuple or struct_time argument required');
  const illegal = (): never => {
    throw typeError(`${what}(): illegal time tuple argument`);
  };
  if (t.items.length < 9 || (t.items.length > 9 && t.cls !== structTime.type)) illegal();
  const fields = t.items.slice(0, 9).map((v) => {
    const n = asInt(v) ?? illegal();
    if (typeof n === 'bigint' || n > 2 ** 31 - 1 || n < -(2 ** 31)) throw overflowError(`signed integer is ${n > 0 ? 'greater than maximum' : 'less than minimum'}`);
    return n;
  });
  return fields;
}

const zoneFields = (t: PyValue): ZoneFields => {
  if (!(t instanceof PyTuple) || t.cls !== structTime.type) return NO_ZONE;
  const [name, offset] = structTime.rest(t);
  return { name: name === undefined ? null : (asJS(name) ?? null), offset: Number(asInt(offset ?? 0) ?? 0) };
};

/** Fields in their ranges (zeros of months and days of the year count as ones). */
function checked(t: Fields): Fields {
  const [year, mon, day, hour, min, sec, wday, yday, dst] = t as [number, number, number, number, number, number, number, number, number];
  const bad = (what: string): never => {
    throw valueError(`${what} out of range`);
  };
  if (mon < 0 || mon > 12) bad('month');
  if (day < 0 || day > 31) bad('day of month');
  if (hour < 0 || hour > 23) bad('hour');
  if (min < 0 || min > 59) bad('minute');
  if (sec < 0 || sec > 61) bad('seconds');
  if (wday < -1) bad('day of week');
  if (yday < 0 || yday > 366) bad('day of year');
  return [year, Math.max(mon, 1), Math.max(day, 1), hour, min, sec, ((wday % 7) + 7) % 7, Math.max(yday, 1), Math.sign(dst)];
}

/** Seconds of 400 years. */
const CYCLE = 146097 * 86400;

function broken(seconds: number, state: ZoneState): PyTuple {
  const whole = Math.floor(seconds) + state.offset;
  // Date knows 275,000 years; the calendar is the same every 400.
  const cycles = Math.floor(whole / CYCLE);
  const d = new Date((whole - cycles * CYCLE) * 1000);
  const year = d.getUTCFullYear() + 400 * cycles;
  if (year - 1900 < -(2 ** 31) || year - 1900 >= 2 ** 31) throw osError(75);
  const day = Math.floor((d.getTime() - Date.UTC(d.getUTCFullYear(), 0, 1)) / 86400000) + 1;
  return structTime.make([year, d.getUTCMonth() + 1, d.getUTCDate(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), (d.getUTCDay() + 6) % 7, day, Number(state.dst), strFromJS(state.name), state.offset]);
}

/** Week of the year, weeks beginning with `first` (0 Sunday, 1 Monday). */
const week = (t: Fields, first: number): number => Math.floor((t[7]! - 1 + 7 - ((t[6]! + 1 - first + 7) % 7)) / 7);

function isoWeek(t: Fields): [year: number, week: number] {
  let year = t[0]!;
  let w = Math.floor((t[7]! - 1 - t[6]! + 10) / 7);
  const weeks = (y: number): number => {
    const p = (k: number): number => (k + Math.floor(k / 4) - Math.floor(k / 100) + Math.floor(k / 400)) % 7;
    return p(y) === 4 || p(y - 1) === 3 ? 53 : 52;
  };
  if (w < 1) w = weeks(--year);
  else if (w > weeks(year)) {
    w = 1;
    year++;
  }
  return [year, w];
}

/** Conversions that E and O may go before. */
const ALTERNATIVE = { E: 'cCxXyY', O: 'BbhdeHIkmMSuUVwWy' } as const;

/** strftime of the C library (glibc): `%`, flags (`_ - 0 ^ #`), a width, E or O, the conversion. */
export function strftime(format: string, t: Fields, zone: ZoneFields, local: Zone): string {
  const [year, mon, day, hour, min, sec, wday, yday, dst] = t as [number, number, number, number, number, number, number, number, number];
  const weekday = (wday + 1) % 7;
  const h12 = hour % 12 === 0 ? 12 : hour % 12;
  const whole = (f: string): string => strftime(f, t, zone, local);
  /** A number with its least width, and what it is filled with; or text. */
  const one = (c: string): string | readonly [n: number, width: number, fill?: string] => {
    switch (c) {
      case 'a': return DAYS[weekday]!.slice(0, 3);
      case 'A': return DAYS[weekday]!;
      case 'b': case 'h': return MONTHS[mon - 1]!.slice(0, 3);
      case 'B': return MONTHS[mon - 1]!;
      case 'c': return whole('%a %b %e %H:%M:%S %Y');
      case 'C': return [Math.floor(year / 100), 1];
      case 'd': return [day, 2];
      case 'D': case 'x': return whole('%m/%d/%y');
      case 'e': return [day, 2, ' '];
      case 'F': return whole('%Y-%m-%d');
      case 'g': return [((isoWeek(t)[0] % 100) + 100) % 100, 2];
      case 'G': return [isoWeek(t)[0], 1];
      case 'H': return [hour, 2];
      case 'I': return [h12, 2];
      case 'j': return [yday, 3];
      case 'k': return [hour, 2, ' '];
      case 'l': return [h12, 2, ' '];
      case 'm': return [mon, 2];
      case 'M': return [min, 2];
      case 'n': return '\n';
      case 'p': return hour < 12 ? 'AM' : 'PM';
      case 'P': return hour < 12 ? 'am' : 'pm';
      case 'r': return whole('%I:%M:%S %p');
      case 'R': return whole('%H:%M');
      case 's': return [seconds(t) - (local.at(seconds(t) - local.standard.offset).offset), 1];
      case 'S': return [sec, 2];
      case 't': return '\t';
      case 'T': case 'X': return whole('%H:%M:%S');
      case 'u': return [weekday === 0 ? 7 : weekday, 1];
      case 'U': return [week(t, 0), 2];
      case 'V': return [isoWeek(t)[1], 2];
      case 'w': return [weekday, 1];
      case 'W': return [week(t, 1), 2];
      case 'y': return [((year % 100) + 100) % 100, 2];
      case 'Y': return [year, 1];
      case 'z': {
        if (dst < 0) return '';
        const n = Math.floor(Math.abs(zone.offset) / 60);
        return `${zone.offset < 0 ? '-' : '+'}${pad(Math.floor(n / 60))}${pad(n % 60)}`;
      }
      case 'Z': return zone.name !== null && zone.name !== '' ? zone.name : dst < 0 ? '' : (dst > 0 ? local.summer : local.standard).name;
      default: return '%';
    }
  };
  return format.replace(/%([_\-0^#]*)(\d*)([EO]?)([a-zA-Z%])/g, (all, flags: string, width: string, modifier: '' | 'E' | 'O', c: string) => {
    if (!'aAbhBcCdDxeFgGHIjklmMnpPrRsStTXuUVwWyYzZ%'.includes(c)) return all;
    if (modifier !== '' && !ALTERNATIVE[modifier].includes(c)) return all;
    const v = one(c);
    const fill = /[_\-0]/.exec([...flags].reverse().join(''))?.[0];
    if (typeof v !== 'string') {
      const [n, least, own = '0'] = v;
      const f = fill === undefined ? own : fill === '0' ? '0' : ' ';
      return pad(n, Math.max(fill === '-' ? 1 : least, Number(width)), f);
    }
    let s = v;
    if (flags.includes('^')) s = s.toUpperCase();
    if (flags.includes('#')) s = c === 'p' || c === 'Z' ? s.toLowerCase() : 'aAbBh'.includes(c) ? s.toUpperCase() : s;
    return s.padStart(Number(width), fill === '0' ? '0' : ' ');
  });
}

/** Seconds since the epoch, were the fields in UTC. */
function seconds(t: Fields): number {
  const d = new Date(0);
  d.setUTCFullYear(t[0]!, t[1]! - 1, t[2]!);
  d.setUTCHours(t[3]!, t[4]!, t[5]!);
  return d.getTime() / 1000;
}

const asctime = (t: Fields): string => `${DAYS[(t[6]! + 1) % 7]!.slice(0, 3)} ${MONTHS[t[1]! - 1]!.slice(0, 3)} ${pad(t[2]!, 2, ' ')} ${pad(t[3]!)}:${pad(t[4]!)}:${pad(t[5]!)} ${t[0]}`;

const CLOCKS: Readonly<Record<string, readonly [id: string, monotonic: boolean]>> = {
  monotonic: ['MONOTONIC', true], time: ['REALTIME', false], perf_counter: ['MONOTONIC', true], process_time: ['PROCESS_CPUTIME_ID', true], thread_time: ['THREAD_CPUTIME_ID', true],
};

function clockInfo(name: string | undefined): PyNamespace {
  const row = name !== undefined && Object.hasOwn(CLOCKS, name) ? CLOCKS[name]! : undefined;
  if (row === undefined) throw valueError('unknown clock');
  const ns = new PyNamespace();
  const fields = [['implementation', `clock_gettime(CLOCK_${row[0]})`], ['monotonic', row[1]], ['adjustable', !row[1]], ['resolution', new PyFloat(1e-9)]] as const;
  for (const [k, v] of fields) ns.attributes.setStr(k, v);
  return ns;
}

/** Waits without a promise where the host runs a VM synchronously. A signal's handler that is due in between is called, and the rest slept then. */
function sleep(vm: VM, v: PyValue): Result {
  const s = asDouble(v);
  if (s === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  if (s < 0) throw valueError('sleep length must be non-negative');
  const threads = vm.state.scheduler as Scheduler | undefined;
  if (threads !== undefined && !threads.alone) {
    const base = vm.frame;
    return andThen(vm, base, threads.block(vm, null, s * 1000), SLEPT, null);
  }
  return sleepUntil(vm as Thread, performance.now() + s * 1000, false);
}

/** `once`: until a signal was handled (signal.pause). */
export function sleepUntil(t: Thread, end: number, once: boolean): Result {
  const wanted = end - performance.now();
  const signal = t.timers === null ? Infinity : t.timers.next - performance.now();
  // No longer than the limit lets it, which then ends the run.
  const ms = Math.max(0, Math.min(wanted, t.remaining + 1, signal));
  if (t.mayWait && ms >= 1 && ms < 2 ** 31) {
    const base = t.frame;
    return andThen(t, base, waitForHost(t, new Promise((done) => setTimeout(done, ms))), SLEPT, ms, signal <= wanted ? end : null, once);
  }
  const until = performance.now() + ms;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  } catch {
    // A browser's main thread may not block.
    while (performance.now() < until) t.charge(1);
  }
  if (signal <= wanted) return afterSignal(t, end, once);
  if (ms < wanted) t.spend(0);
  return null;
}

/** Calls the handler of the signal that is due, and sleeps on. */
function afterSignal(t: Thread, end: number, once: boolean): Result {
  const due = t.timers?.due() ?? null;
  if (due === null) return once ? null : sleepUntil(t, end, once);
  const base = t.frame;
  return andThen(t, base, callHandler(t, due.handler, due.signal), WOKEN, end, once);
}

const SLEPT = cont('time.sleep', (vm, _v, c) => {
  if (c.a !== null) (vm as Thread).spend(c.a as number);
  return typeof c.b === 'number' ? afterSignal(vm as Thread, c.b, c.c === true) : null;
});
const WOKEN = cont('time.woken', (vm, _v, c) => (c.b === true ? null : sleepUntil(vm as Thread, c.a as number, false)));

export const makeTime: NativeModuleMaker = (vm, machine): PyModule => {
  const { host } = machine;
  const mono = (): number => (host.monotonic?.() ?? performance.now()) / 1000;
  const cpu = (): number => {
    const used = host.resourceUsage?.();
    return used === undefined ? mono() : (used.userCPUTime + used.systemCPUTime) / 1e6;
  };
  const now = (): number => (host.now?.() ?? Date.now()) / 1000;
  const secs = (v: PyValue | undefined): number => {
    if (v === undefined || v === null) return now();
    const n = asDouble(v);
    if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    if (Number.isNaN(n)) throw valueError('Invalid value NaN (not a number)');
    if (Math.abs(n) >= 2 ** 63) throw overflowError('timestamp out of range for platform time_t');
    return n;
  };
  /** Seconds of the clock with that number. */
  const clock = (id: PyValue): number => {
    const n = asInt(id);
    if (n === undefined) throw typeError(`'${typeName(id)}' object cannot be interpreted as an integer`);
    if (!Object.values(CLOCK_IDS).includes(Number(n))) throw osError(22);
    if (n === CLOCK_IDS.CLOCK_PROCESS_CPUTIME_ID || n === CLOCK_IDS.CLOCK_THREAD_CPUTIME_ID) return cpu();
    return n === CLOCK_IDS.CLOCK_REALTIME || n === CLOCK_IDS.CLOCK_TAI ? now() : mono();
  };
  let zone = UTC;
  const tzname = (): PyTuple => new PyTuple([strFromJS(zone.standard.name), strFromJS(zone.summer.name)]);
  /** TZ as the program last set it, else the host's. */
  const readZone = (): void => {
    const own = (vm.state.environment as Map<string, string | null> | undefined)?.get('TZ');
    const tz = own === undefined ? host.env?.TZ : (own ?? undefined);
    if (tz === undefined || tz === '' || tz === 'UTC') zone = UTC;
    else {
      machine.nativeModule('_time_zone');
      zone = (vm.state.zoneOf as ((tz: string, read: (file: string) => Uint8Array | null) => Zone) | undefined)?.(tz, (f) => host.readFile?.(f) ?? null) ?? UTC;
    }
    // datetime asks.
    vm.state.localZone = zone === UTC ? null : zone;
  };
  readZone();
  const local = (s: number): PyTuple => broken(s, zone.at(Math.floor(s)));
  const utc = (s: number): PyTuple => broken(s, GMT_STATE);
  const module = defineModule({
    name: 'time',
    doc: 'This module provides various functions to manipulate time values.',
    functions: {
      'time()': () => new PyFloat(now()),
      'time_ns()': () => BigInt(Math.round(now() * 1e6)) * 1000n,
      'perf_counter()': () => new PyFloat(mono()),
      'monotonic()': () => new PyFloat(mono()),
      'process_time()': () => new PyFloat(cpu()),
      'thread_time()': () => new PyFloat(cpu()),
      'perf_counter_ns()': () => Math.round(mono() * 1e9),
      'monotonic_ns()': () => Math.round(mono() * 1e9),
      'process_time_ns()': () => Math.round(cpu() * 1e9),
      'thread_time_ns()': () => Math.round(cpu() * 1e9),
      'clock_gettime(clk_id, /)': (_v, id) => new PyFloat(clock(id)),
      'clock_gettime_ns(clk_id, /)': (_v, id) => norm(BigInt(Math.round(clock(id) * 1e6)) * 1000n),
      'clock_getres(clk_id, /)': (_v, id) => {
        clock(id);
        return new PyFloat(1e-9);
      },
      '!sleep(seconds, /)': sleep,
      'gmtime(seconds=None, /)': (_v, s) => utc(secs(s)),
      'localtime(seconds=None, /)': (_v, s) => local(secs(s)),
      'mktime(tuple, /)': (_v, t) => {
        const f = fieldsOf(t, 'mktime');
        const s = seconds(f);
        if (Number.isNaN(s)) throw overflowError('mktime argument out of range');
        return new PyFloat(zone === UTC ? s : ((vm.state.fromLocal as ((zone: Zone, local: number, dst: number) => number) | undefined)?.(zone, s, f[8]!) ?? s));
      },
      'asctime(tuple=<unset>, /)': (_v, t) => asctime(checked(fieldsOf(t === undefined ? local(now()) : t, 'asctime'))),
      'ctime(seconds=None, /)': (_v, s) => asctime(fieldsOf(local(secs(s)), 'asctime')),
      'strftime(format, tuple=<unset>, /)': (_v, f, t) => {
        const format = asJS(f);
        if (format === undefined) throw typeError(`strftime() argument 1 must be str, not ${argTypeName(f)}`);
        const v = t === undefined ? local(now()) : t;
        return strFromJS(strftime(format, checked(fieldsOf(v, 'strftime')), zoneFields(v), zone));
      },
      '!strptime(string, format=\'%a %b %d %H:%M:%S %Y\', /)': (v, s, f) => callPrelude(v, 'time_strptime', s, f),
      'get_clock_info(name, /)': (_v, name) => clockInfo(asJS(name)),
      'tzset()': () => {
        readZone();
        setZone();
        return null;
      },
    },
    values: { ...CLOCK_IDS, struct_time: structTime.type, _STRUCT_TM_ITEMS: 11 },
  });
  const setZone = (): void => {
    const { standard, summer } = zone;
    const rows: Record<string, PyValue> = { timezone: -standard.offset + 0, altzone: -summer.offset + 0, daylight: standard === summer ? 0 : 1, tzname: tzname() };
    for (const [name, v] of Object.entries(rows)) module.dict.setStr(name, v);
  };
  setZone();
  return module;
};
