/** time: clocks, and the calendar in UTC (the zone of a VM is UTC: what a program prints does not depend on the host). */
import { andThen, cont, PyFloat, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError, valueError } from '../objects/errors.js';
import type { PyModule } from '../objects/function.js';
import { asDouble } from '../objects/float.js';
import { asInt, norm } from '../objects/int.js';
import { asJS, strFromJS } from '../objects/str.js';
import { structSequence } from '../objects/struct-sequence.js';
import { callPrelude } from '../objects/call.js';
import { PyNamespace } from '../objects/namespace.js';
import { PyTuple } from '../objects/tuple.js';
import { argTypeName, typeName } from '../objects/type.js';
import { waitForHost } from '../vm/machine.js';
import type { NativeModuleMaker } from './registry.js';
import { osError } from './posix.js';
import { defineModule } from './define-module.js';

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
const pad = (n: number, width = 2, fill = '0'): string => String(n).padStart(width, fill);

/** Nine numbers of a struct_time or tuple; weekday Monday 0. */
type Fields = readonly number[];

function fieldsOf(t: PyValue): Fields {
  if (!(t instanceof PyTuple)) throw typeError('Tuple or struct_time argument required');
  if (t.items.length !== 9) throw typeError('time tuple must have exactly 9 elements');
  return t.items.map((v) => {
    const n = asInt(v);
    if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    return Number(n);
  });
}

function utc(seconds: number): PyTuple {
  const d = new Date(Math.floor(seconds) * 1000);
  if (Number.isNaN(d.getTime())) throw valueError('year is out of range');
  const year = d.getUTCFullYear();
  const start = new Date(0);
  start.setUTCFullYear(year, 0, 1);
  const day = Math.floor((d.getTime() - start.getTime()) / 86400000) + 1;
  return structTime.make([year, d.getUTCMonth() + 1, d.getUTCDate(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), (d.getUTCDay() + 6) % 7, day, 0, 'UTC', 0]);
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

export function strftime(format: string, t: Fields): string {
  const [year, mon, day, hour, min, sec, wday, yday] = t as [number, number, number, number, number, number, number, number];
  if (mon < 0 || mon > 12) throw valueError('month out of range');
  const weekday = (wday + 1) % 7;
  const month = Math.max(0, mon - 1);
  const h12 = hour % 12 === 0 ? 12 : hour % 12;
  const one = (c: string): string => {
    switch (c) {
      case 'a': return DAYS[weekday]!.slice(0, 3);
      case 'A': return DAYS[weekday]!;
      case 'b': case 'h': return MONTHS[month]!.slice(0, 3);
      case 'B': return MONTHS[month]!;
      case 'c': return `${one('a')} ${one('b')} ${pad(day, 2, ' ')} ${one('T')} ${year}`;
      case 'C': return pad(Math.floor(year / 100));
      case 'd': return pad(day);
      case 'D': case 'x': return `${pad(mon)}/${pad(day)}/${pad(((year % 100) + 100) % 100)}`;
      case 'e': return pad(day, 2, ' ');
      case 'F': return `${year}-${pad(mon)}-${pad(day)}`;
      case 'g': return pad(isoWeek(t)[0] % 100);
      case 'G': return String(isoWeek(t)[0]);
      case 'H': return pad(hour);
      case 'I': return pad(h12);
      case 'j': return pad(yday, 3);
      case 'k': return pad(hour, 2, ' ');
      case 'l': return pad(h12, 2, ' ');
      case 'm': return pad(mon);
      case 'M': return pad(min);
      case 'n': return '\n';
      case 'p': return hour < 12 ? 'AM' : 'PM';
      case 'P': return hour < 12 ? 'am' : 'pm';
      case 'r': return `${pad(h12)}:${pad(min)}:${pad(sec)} ${one('p')}`;
      case 'R': return `${pad(hour)}:${pad(min)}`;
      case 's': return String(seconds(t));
      case 'S': return pad(sec);
      case 't': return '\t';
      case 'T': case 'X': return `${pad(hour)}:${pad(min)}:${pad(sec)}`;
      case 'u': return String(weekday === 0 ? 7 : weekday);
      case 'U': return pad(week(t, 0));
      case 'V': return pad(isoWeek(t)[1]);
      case 'w': return String(weekday);
      case 'W': return pad(week(t, 1));
      case 'y': return pad(((year % 100) + 100) % 100);
      case 'Y': return String(year);
      case 'z': return '+0000';
      case 'Z': return 'UTC';
      case '%': return '%';
      default: return `%${c}`;
    }
  };
  return format.replace(/%(-?)([a-zA-Z%])/g, (_, minus: string, c: string) => (minus === '' ? one(c) : one(c).replace(/^[0 ]+(?=.)/, '')));
}

/** Seconds since the epoch of UTC fields. */
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

const SLEPT = cont('time.sleep', () => null);

export const makeTime: NativeModuleMaker = (_vm, machine): PyModule => {
  const { host } = machine;
  const mono = (): number => (host.monotonic?.() ?? performance.now()) / 1000;
  const now = (): number => (host.now?.() ?? Date.now()) / 1000;
  const secs = (v: PyValue | undefined): number => {
    if (v === undefined || v === null) return now();
    const n = asDouble(v);
    if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    return n;
  };
  /** Seconds of the clock with that number. */
  const clock = (id: PyValue): number => {
    const n = asInt(id);
    if (n === undefined) throw typeError(`'${typeName(id)}' object cannot be interpreted as an integer`);
    if (!Object.values(CLOCK_IDS).includes(Number(n))) throw osError(22);
    return n === CLOCK_IDS.CLOCK_REALTIME || n === CLOCK_IDS.CLOCK_TAI ? now() : mono();
  };
  /** Waits without a promise: for hosts that run a VM synchronously. */
  const sleep = (vm: VM, v: PyValue): Result => {
    const s = asDouble(v);
    if (s === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    if (s < 0) throw valueError('sleep length must be non-negative');
    const wait = (host as { sleep?: (ms: number) => PromiseLike<unknown> | undefined }).sleep?.(s * 1000);
    if (wait !== undefined) {
      const base = vm.frame;
      return andThen(vm, base, waitForHost(vm, wait), SLEPT);
    }
    const end = performance.now() + s * 1000;
    try {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, s * 1000);
    } catch {
      // A browser's main thread may not block.
      while (performance.now() < end) vm.charge(1);
    }
    return null;
  };
  return defineModule({
    name: 'time',
    doc: 'This module provides various functions to manipulate time values.',
    functions: {
      'time()': () => new PyFloat(now()),
      'time_ns()': () => BigInt(Math.round(now() * 1e6)) * 1000n,
      'perf_counter()': () => new PyFloat(mono()),
      'monotonic()': () => new PyFloat(mono()),
      'process_time()': () => new PyFloat(mono()),
      'thread_time()': () => new PyFloat(mono()),
      'perf_counter_ns()': () => Math.round(mono() * 1e9),
      'monotonic_ns()': () => Math.round(mono() * 1e9),
      'process_time_ns()': () => Math.round(mono() * 1e9),
      'thread_time_ns()': () => Math.round(mono() * 1e9),
      'clock_gettime(clk_id, /)': (_v, id) => new PyFloat(clock(id)),
      'clock_gettime_ns(clk_id, /)': (_v, id) => norm(BigInt(Math.round(clock(id) * 1e6)) * 1000n),
      'clock_getres(clk_id, /)': (_v, id) => {
        clock(id);
        return new PyFloat(1e-9);
      },
      '!sleep(seconds, /)': sleep,
      'gmtime(seconds=None, /)': (_v, s) => utc(secs(s)),
      'localtime(seconds=None, /)': (_v, s) => utc(secs(s)),
      'mktime(tuple, /)': (_v, t) => new PyFloat(seconds(fieldsOf(t))),
      'asctime(tuple=<unset>, /)': (_v, t) => asctime(fieldsOf(t ?? utc(now()))),
      'ctime(seconds=None, /)': (_v, s) => asctime(fieldsOf(utc(secs(s)))),
      'strftime(format, tuple=<unset>, /)': (_v, f, t) => {
        const format = asJS(f);
        if (format === undefined) throw typeError(`strftime() argument 1 must be str, not ${argTypeName(f)}`);
        return strFromJS(strftime(format, fieldsOf(t ?? utc(now()))));
      },
      '!strptime(string, format=\'%a %b %d %H:%M:%S %Y\', /)': (v, s, f) => callPrelude(v, 'time_strptime', s, f),
      'get_clock_info(name, /)': (_v, name) => clockInfo(asJS(name)),
      'tzset()': () => null,
    },
    values: { ...CLOCK_IDS, struct_time: structTime.type, timezone: 0, altzone: 0, daylight: 0, _STRUCT_TM_ITEMS: 11, tzname: new PyTuple(['UTC', 'UTC']) },
  });
};
