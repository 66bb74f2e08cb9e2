/**
 * _locale: POSIX locales. There are the C locale and C.UTF-8, as in a container without language packs; they differ in the
 * name of their encoding only. The message catalogues of C (`gettext` of this module, not the module of that name) are empty.
 */
import { T, type PyValue } from '../../objects/object.js';
import { PyException, typeError, valueError } from '../../objects/errors.js';
import { PyBaseException } from '../../objects/exception.js';
import { defineException } from '../../objects/define-exception.js';
import { PyDict } from '../../objects/dict.js';
import { asInt } from '../../objects/int.js';
import { asJS, asStr, strFromJS } from '../../objects/str.js';
import { PyList } from '../../objects/tuple.js';
import { argTypeName, typeName } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

/** glibc's categories; the number of LC_ALL, 6, lies between them. */
const CATEGORIES: readonly (readonly [name: string, id: number])[] = [
  ['LC_CTYPE', 0], ['LC_NUMERIC', 1], ['LC_TIME', 2], ['LC_COLLATE', 3], ['LC_MONETARY', 4], ['LC_MESSAGES', 5],
  ['LC_PAPER', 7], ['LC_NAME', 8], ['LC_ADDRESS', 9], ['LC_TELEPHONE', 10], ['LC_MEASUREMENT', 11], ['LC_IDENTIFICATION', 12],
];
const LC_ALL = 6;
const LC_CTYPE = 0;

/** What setlocale() answers for a name; absent: it knows no such locale. */
const LOCALES: Readonly<Record<string, string>> = { C: 'C', POSIX: 'C', 'C.UTF-8': 'C.UTF-8', 'C.utf8': 'C.utf8' };
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const CODESET = 14;

/** The constants of nl_langinfo() with glibc's numbers, and their texts in both locales. */
const LANGINFO: Readonly<Record<string, readonly [id: number, text: string]>> = {
  ...Object.fromEntries(DAYS.flatMap((day, i) => [[`ABDAY_${i + 1}`, [131072 + i, day.slice(0, 3)]], [`DAY_${i + 1}`, [131079 + i, day]]])),
  ...Object.fromEntries(MONTHS.flatMap((month, i) => [[`ABMON_${i + 1}`, [131086 + i, month.slice(0, 3)]], [`MON_${i + 1}`, [131098 + i, month]]])),
  RADIXCHAR: [65536, '.'],
  THOUSEP: [65537, ''],
  AM_STR: [131110, 'AM'],
  PM_STR: [131111, 'PM'],
  D_T_FMT: [131112, '%a %b %e %H:%M:%S %Y'],
  D_FMT: [131113, '%m/%d/%y'],
  T_FMT: [131114, '%H:%M:%S'],
  T_FMT_AMPM: [131115, '%I:%M:%S %p'],
  ERA: [131116, ''],
  ERA_D_FMT: [131118, ''],
  ALT_DIGITS: [131119, ''],
  ERA_D_T_FMT: [131120, ''],
  ERA_T_FMT: [131121, ''],
  _DATE_FMT: [131180, '%a %b %e %H:%M:%S %Z %Y'],
  CRNCYSTR: [262159, '-'],
  YESEXPR: [327680, '^[yY]'],
  NOEXPR: [327681, '^[nN]'],
  CODESET: [CODESET, ''],
};

/** Numbers and money as localeconv() has them, in its order; 127 is CHAR_MAX, "not known". */
function conventions(): PyDict {
  const d = new PyDict();
  const text = (...names: string[]): void => names.forEach((n) => d.setStr(n, n === 'decimal_point' ? '.' : ''));
  const unknown = (...names: string[]): void => names.forEach((n) => d.setStr(n, 127));
  text('int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep');
  d.setStr('mon_grouping', new PyList([]));
  text('positive_sign', 'negative_sign');
  unknown('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn');
  text('decimal_point', 'thousands_sep');
  d.setStr('grouping', new PyList([]));
  return d;
}

function int(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return Number(n);
}

/** A text without NUL; `where` as in `strcoll() argument 1`. */
function text(v: PyValue, where: string, orNone = false): string {
  const s = asJS(v);
  if (s === undefined || asStr(v) === undefined) throw typeError(`${where} must be str${orNone ? ' or None' : ''}, not ${argTypeName(v)}`);
  if (s.includes('\0')) throw valueError('embedded null character');
  return s;
}

export const makeLocale: NativeModuleMaker = (vm, machine) => {
  const ERROR = defineException('locale.Error', T.Exception!);
  const fail = (message: string): PyException => new PyException(new PyBaseException(ERROR, [message]));
  const getenv = (name: string): string | undefined => {
    const own = (vm.state.environment as Map<string, string | null> | undefined)?.get(name);
    return own === undefined ? machine.host.env?.[name] : (own ?? undefined);
  };
  const fromEnvironment = (category: string): string => getenv('LC_ALL') || getenv(category) || getenv('LANG') || 'C';
  // At its start CPython takes LC_CTYPE from the environment, and C.UTF-8 where that names no locale but C (PEP 538).
  const atStart = LOCALES[fromEnvironment('LC_CTYPE')] ?? 'C';
  const coerced = atStart === 'C' && !getenv('LC_ALL');
  const current = new Map(CATEGORIES.map(([, id]) => [id, id === LC_CTYPE && coerced ? 'C.UTF-8' : id === LC_CTYPE ? atStart : 'C']));

  const known = (name: string): string => {
    const found = LOCALES[name];
    if (found === undefined) throw fail('unsupported locale setting');
    return found;
  };
  const named = (name: string, category: string): string => {
    if (name !== '') return known(name);
    const wanted = fromEnvironment(category);
    return coerced && category === 'LC_CTYPE' ? 'C.UTF-8' : known(wanted);
  };
  const all = (): string => {
    const names = new Set(current.values());
    return names.size === 1 ? [...names][0]! : CATEGORIES.map(([name, id]) => `${name}=${current.get(id)!}`).join(';');
  };
  const ask = (category: number): string => {
    const name = category === LC_ALL ? all() : current.get(category);
    if (name === undefined) throw fail('locale query failed');
    return name;
  };
  const set = (category: number, name: string): void => {
    if (category !== LC_ALL) {
      const row = CATEGORIES.find(([, id]) => id === category);
      if (row === undefined) throw fail('unsupported locale setting');
      current.set(category, named(name, row[0]));
      return;
    }
    // What setlocale(LC_ALL) answered where categories differ.
    const parts = name.includes('=') ? new Map(name.split(';').map((part) => part.split('=', 2) as [string, string])) : null;
    const chosen = CATEGORIES.map(([category, id]) => [id, named(parts === null ? name : (parts.get(category) ?? '?'), category)] as const);
    for (const [id, to] of chosen) current.set(id, to);
  };
  const encoding = (): string => (current.get(LC_CTYPE) === 'C' ? 'ANSI_X3.4-1968' : 'UTF-8');
  let domain = 'messages';
  const directories = new Map<string, string>();
  const codesets = new Map<string, string>();
  const domainName = (v: PyValue, where: string): string => {
    const name = text(v, where);
    if (name === '') throw fail('domain must be a non-empty string');
    return name;
  };
  return defineModule({
    name: '_locale',
    doc: 'Support for POSIX locales.',
    functions: {
      'setlocale(category, locale=<unset>, /)': (_v, category, locale) => {
        const id = int(category);
        if (locale !== undefined && locale !== null) set(id, text(locale, 'setlocale() argument 2', true));
        return strFromJS(ask(id));
      },
      'localeconv()': () => conventions(),
      'nl_langinfo(key, /)': (_v, key) => {
        const id = int(key);
        if (id === CODESET) return encoding();
        const row = Object.values(LANGINFO).find(([n]) => n === id);
        if (row === undefined) throw valueError('unsupported langinfo constant');
        return row[1];
      },
      'getencoding()': () => encoding(),
      'strcoll(os1, os2, /)': (_v, a, b) => {
        const x = [...text(a, 'strcoll() argument 1')].map((c) => c.codePointAt(0)!);
        const y = [...text(b, 'strcoll() argument 2')].map((c) => c.codePointAt(0)!);
        const at = x.findIndex((c, i) => c !== y[i]);
        return at < 0 ? (x.length === y.length ? 0 : -1) : Math.sign(x[at]! - (y[at] ?? -1));
      },
      'strxfrm(string, /)': (_v, s) => {
        text(s, 'strxfrm() argument');
        return s;
      },
      'gettext(msg, /)': (_v, msg) => strFromJS(text(msg, 'gettext() argument')),
      'dgettext(domain, msg, /)': (_v, of, msg) => {
        if (of !== null) text(of, 'dgettext() argument 1', true);
        return strFromJS(text(msg, 'dgettext() argument 2'));
      },
      'dcgettext(domain, msg, category, /)': (_v, of, msg, category) => {
        if (of !== null) text(of, 'dcgettext() argument 1', true);
        const shown = strFromJS(text(msg, 'dcgettext() argument 2'));
        int(category);
        return shown;
      },
      'textdomain(domain, /)': (_v, name) => {
        if (name !== null) domain = text(name, 'textdomain() argument', true) || 'messages';
        return strFromJS(domain);
      },
      'bindtextdomain(domain, dir, /)': (_v, of, dir) => {
        const name = domainName(of, 'bindtextdomain() argument 1');
        if (dir !== null) directories.set(name, text(dir, 'bindtextdomain() argument 2'));
        return strFromJS(directories.get(name) ?? '/usr/share/locale');
      },
      'bind_textdomain_codeset(domain, codeset, /)': (_v, of, codeset) => {
        const name = text(of, 'bind_textdomain_codeset() argument 1');
        if (codeset !== null) codesets.set(name, text(codeset, 'bind_textdomain_codeset() argument 2', true));
        const now = codesets.get(name);
        return now === undefined ? null : strFromJS(now);
      },
    },
    values: {
      Error: ERROR,
      CHAR_MAX: 127,
      LC_ALL,
      ...Object.fromEntries(CATEGORIES.slice(0, 6)),
      ...Object.fromEntries(Object.entries(LANGINFO).map(([name, [id]]) => [name, id])),
    },
  });
};
