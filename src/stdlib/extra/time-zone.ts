/**
 * Time zones for the module time: what TZ names. A file of the zone database (RFC 8536) or a POSIX rule
 * (`EST5EDT,M3.2.0,M11.1.0`), read as the C library does; without TZ the zone is UTC.
 */

import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

/** What holds at a time: seconds east of UTC, whether it is summer time, the abbreviation. */
export interface ZoneState {
  readonly offset: number;
  readonly dst: boolean;
  readonly name: string;
}

export interface Zone {
  /** At seconds since the epoch. */
  at(seconds: number): ZoneState;
  /** `time.tzname`, and the states behind `timezone` and `altzone`. */
  readonly standard: ZoneState;
  readonly summer: ZoneState;
}

const fixed = (offset: number, name: string): Zone => {
  const state = { offset, dst: false, name };
  return { at: () => state, standard: state, summer: state };
};
const UTC = fixed(0, 'UTC');

const DAY = 86400;
const daysFromCivil = (year: number, month: number, day: number): number => {
  const d = new Date(0);
  d.setUTCFullYear(year, month - 1, day);
  return Math.round(d.getTime() / 1000 / DAY);
};

/** When a rule applies: the day of a year, and seconds of that day in local time. */
type Change = (year: number) => number;

const TIME = /^([+-]?)(\d{1,3})(?::(\d\d?))?(?::(\d\d?))?/;
function seconds(m: RegExpExecArray): number {
  const n = Number(m[2]) * 3600 + Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0);
  return m[1] === '-' ? -n : n;
}

function change(text: string): Change | null {
  const [day, time] = text.split('/') as [string, string | undefined];
  const t = time === undefined ? null : TIME.exec(time);
  const at = t === null ? 7200 : seconds(t);
  const month = /^M(\d\d?)\.(\d)\.(\d)$/.exec(day);
  if (month !== null) {
    const [mon, week, weekday] = month.slice(1).map(Number) as [number, number, number];
    return (year) => {
      const first = daysFromCivil(year, mon, 1);
      let d = first + ((weekday - ((first + 4) % 7) + 7) % 7) + 7 * (week - 1);
      const next = mon === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, mon + 1, 1);
      if (d >= next) d -= 7;
      return d * DAY + at;
    };
  }
  const julian = /^(J?)(\d{1,3})$/.exec(day);
  if (julian === null) return null;
  const n = Number(julian[2]);
  return (year) => {
    const leap = daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1) === 366;
    const add = julian[1] === '' ? n : n - 1 + (leap && n >= 60 ? 1 : 0);
    return (daysFromCivil(year, 1, 1) + add) * DAY + at;
  };
}

/** A POSIX rule; null: it is none. */
export function posixZone(text: string): Zone | null {
  const NAME = /^(?:<([^>]+)>|([A-Za-z]{3,}))/;
  const name = NAME.exec(text);
  if (name === null) return null;
  let rest = text.slice(name[0].length);
  const std = TIME.exec(rest);
  // A name alone: that many letters, at no offset.
  if (std === null) return rest === '' || text === name[0] + rest ? fixed(0, name[1] ?? name[2]!) : null;
  rest = rest.slice(std[0].length);
  const standard: ZoneState = { offset: -seconds(std), dst: false, name: name[1] ?? name[2]! };
  const other = NAME.exec(rest);
  if (other === null) return fixed(standard.offset, standard.name);
  rest = rest.slice(other[0].length);
  const dst = TIME.exec(rest);
  if (dst !== null) rest = rest.slice(dst[0].length);
  const summer: ZoneState = { offset: dst === null ? standard.offset + 3600 : -seconds(dst), dst: true, name: other[1] ?? other[2]! };
  const [begin, end] = (rest === '' ? ',M3.2.0,M11.1.0' : rest).split(',').slice(1).map(change);
  if (begin === undefined || end === undefined || begin === null || end === null) return fixed(standard.offset, standard.name);
  return {
    standard,
    summer,
    at: (s) => {
      const year = new Date((s + standard.offset) * 1000).getUTCFullYear();
      const from = begin(year) - standard.offset;
      const to = end(year) - summer.offset;
      const inside = from < to ? s >= from && s < to : s >= from || s < to;
      return inside ? summer : standard;
    },
  };
}

/** A file of the zone database. */
export function fileZone(bytes: Uint8Array): Zone | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes.length < 44 || text(0, 4) !== 'TZif') return null;
  const header = (at: number): number[] => [0, 1, 2, 3, 4, 5].map((i) => view.getUint32(at + 20 + 4 * i));
  let at = 0;
  let size = 4;
  let [utcs, stds, leaps, times, types, chars] = header(0) as [number, number, number, number, number, number];
  if (bytes[4]! >= 50) {
    // The second block has times of eight bytes, and a rule for the time after the last.
    at = 44 + times * 5 + types * 6 + chars + leaps * 8 + stds + utcs;
    size = 8;
    [utcs, stds, leaps, times, types, chars] = header(at) as [number, number, number, number, number, number];
  }
  let p = at + 44;
  const when: number[] = [];
  for (let i = 0; i < times; i++) when.push(size === 8 ? Number(view.getBigInt64(p + 8 * i)) : view.getInt32(p + 4 * i));
  p += times * size;
  const kinds = bytes.subarray(p, p + times);
  p += times;
  const names = p + types * 6;
  const states: ZoneState[] = [];
  for (let i = 0; i < types; i++) {
    const from = names + bytes[p + 6 * i + 5]!;
    states.push({ offset: view.getInt32(p + 6 * i), dst: bytes[p + 6 * i + 4] !== 0, name: text(from, bytes.indexOf(0, from)) });
  }
  p = names + chars + leaps * (size + 4) + stds + utcs;
  const rule = size === 8 ? posixZone(text(p + 1, Math.max(p + 1, bytes.indexOf(10, p + 1)))) : null;
  const first = states.find((s) => !s.dst) ?? states[0]!;
  const zone = (s: number): ZoneState => {
    if (when.length === 0 || s < when[0]!) return when.length === 0 && rule !== null ? rule.at(s) : first;
    if (s >= when.at(-1)! && rule !== null) return rule.at(s);
    let low = 0;
    let high = when.length;
    while (high - low > 1) {
      const mid = (low + high) >> 1;
      if (when[mid]! <= s) low = mid;
      else high = mid;
    }
    return states[kinds[low]!]!;
  };
  const latest = (dst: boolean): ZoneState | undefined => {
    for (let i = when.length - 1; i >= 0; i--) if (states[kinds[i]!]!.dst === dst) return states[kinds[i]!]!;
    return undefined;
  };
  const standard = rule?.standard ?? latest(false) ?? first;
  return { at: zone, standard, summer: rule?.summer ?? standard };
}

/** The zone that TZ names; `read` gives the bytes of a file or null. */
export function zoneOf(tz: string | undefined, read: (file: string) => Uint8Array | null): Zone {
  if (tz === undefined || tz === '' || tz === 'UTC' || tz === 'UTC0') return UTC;
  const name = tz.startsWith(':') ? tz.slice(1) : tz;
  const bytes = name.split('/').includes('..') ? null : read(name.startsWith('/') ? name : `/usr/share/zoneinfo/${name}`);
  return (bytes === null ? null : fileZone(bytes)) ?? posixZone(name) ?? UTC;
}

/** Seconds since the epoch of seconds of local time; `dst` as tm_isdst: 1, 0, or below 0 for whichever holds then. */
export function fromLocal(zone: Zone, local: number, dst: number): number {
  const guesses = [zone.at(local - zone.standard.offset), zone.at(local - zone.summer.offset), zone.standard, zone.summer];
  const fits = guesses.filter((g) => zone.at(local - g.offset).offset === g.offset);
  const wanted = dst < 0 ? fits[0] : fits.find((g) => g.dst === dst > 0);
  if (wanted !== undefined) return local - wanted.offset;
  // No such time, or not of that kind: as if the other rule held.
  if (dst >= 0) {
    const other = dst > 0 ? zone.summer : zone.standard;
    return local - other.offset;
  }
  return local - zone.at(local - zone.standard.offset - DAY).offset;
}

/** `_time_zone`: nothing of it is Python's; making it lets the module time read zones. */
export const makeTimeZone: NativeModuleMaker = (vm) => {
  vm.state.zoneOf = zoneOf;
  vm.state.fromLocal = fromLocal;
  return defineModule({ name: '_time_zone', functions: {} });
};
