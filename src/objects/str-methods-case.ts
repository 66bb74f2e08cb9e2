/** str methods about case and character classes: upper, title, isalpha, isidentifier, ... */
import { work } from './work.js';
import { T } from './object.js';
import './str-core.js';
import { extendType } from './define.js';
import { codeAt, codePoints, isAsciiStr, strFromJS, strJoin, strLength, type Str } from './str.js';
import { strOf } from './str-methods-search.js';
import { isIdentifier } from './identifier.js';
import { charFlags, foldOf, lowerAt, titleOf, U, upperOf } from './unicode.js';
import type { NativeFn } from './native.js';

/** Outside this the JS engine's own case mapping need not be CPython's. */
const LATIN1 = /^[\x00-\xff]*$/;

/** A mapping of every character, from its code points and index. */
function mapChars(s: Str, f: (cps: Uint32Array, i: number) => string): Str {
  const cps = codePoints(s);
  work(8 * cps.length);
  const parts: string[] = [];
  let simple = true;
  for (let i = 0; i < cps.length; i++) {
    const t = f(cps, i);
    parts.push(t);
    if (cps[i]! >= 0xd800 && cps[i]! < 0xe000) simple = false;
  }
  if (simple) return strFromJS(parts.join(''));
  // Lone surrogates map to themselves and must not pair up.
  return strJoin(parts.map((p) => strFromJS(p)));
}

const isLatin1 = (s: Str): s is string => {
  work(strLength(s) >> 2);
  if (typeof s !== 'string') return false;
  // To start the regular expression costs more than to look at a word.
  if (s.length > 24) return LATIN1.test(s);
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) > 255) return false;
  return true;
};

export const strLower = (s: Str): Str => (isLatin1(s) ? s.toLowerCase() : mapChars(s, lowerAt));
export const strUpper = (s: Str): Str => (isLatin1(s) ? s.toUpperCase() : mapChars(s, (cps, i) => upperOf(cps[i]!)));

function casefold(s: Str): Str {
  return isAsciiStr(s) ? (s as string).toLowerCase() : mapChars(s, (cps, i) => foldOf(cps[i]!));
}

function capitalize(s: Str): Str {
  work(strLength(s) >> 3);
  if (isAsciiStr(s)) return (s as string).charAt(0).toUpperCase() + (s as string).slice(1).toLowerCase();
  return mapChars(s, (cps, i) => (i === 0 ? titleOf(cps[0]!) : lowerAt(cps, i)));
}

function title(s: Str): Str {
  // A word is a run of letters.
  work(4 * strLength(s));
  if (isAsciiStr(s)) return (s as string).replace(/[A-Za-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());
  let inWord = false;
  return mapChars(s, (cps, i) => {
    const c = cps[i]!;
    const t = inWord ? lowerAt(cps, i) : titleOf(c);
    inWord = (charFlags(c) & (U.LOWER | U.UPPER | U.TITLE)) !== 0;
    return t;
  });
}

function swapcase(s: Str): Str {
  return mapChars(s, (cps, i) => {
    const c = cps[i]!;
    const f = charFlags(c);
    if ((f & U.UPPER) !== 0) return lowerAt(cps, i);
    if ((f & U.LOWER) !== 0) return upperOf(c);
    return String.fromCodePoint(c);
  });
}

/** True when the str is not empty and every character has one of the properties. */
const every = (mask: number): NativeFn => (_vm, self) => {
  if (typeof self === 'string') {
    for (let i = 0; i < self.length; i++) {
      if ((i & 4095) === 4095) work(4096);
      if ((charFlags(self.charCodeAt(i)) & mask) === 0) return false;
    }
    return self.length > 0;
  }
  const cps = codePoints(strOf(self));
  if (cps.length === 0) return false;
  for (const c of cps) if ((charFlags(c) & mask) === 0) return false;
  return true;
};

/** At least one cased character, and none of the `other` kinds. */
const allCased = (kind: number, other: number): NativeFn => (_vm, self) => {
  let cased = false;
  if (typeof self === 'string') {
    for (let i = 0; i < self.length; i++) {
      if ((i & 4095) === 4095) work(4096);
      const f = charFlags(self.charCodeAt(i));
      if ((f & other) !== 0) return false;
      if ((f & kind) !== 0) cased = true;
    }
    return cased;
  }
  for (const c of codePoints(strOf(self))) {
    const f = charFlags(c);
    if ((f & other) !== 0) return false;
    if ((f & kind) !== 0) cased = true;
  }
  return cased;
};

function istitle(s: Str): boolean {
  let cased = false;
  let previous = false;
  const n = strLength(s);
  work(2 * n);
  for (let i = 0; i < n; i++) {
    const f = charFlags(codeAt(s, i));
    if ((f & (U.UPPER | U.TITLE)) !== 0) {
      if (previous) return false;
      previous = cased = true;
    } else if ((f & U.LOWER) !== 0) {
      if (!previous) return false;
      cased = true;
    } else previous = false;
  }
  return cased;
}

extendType(T.str, {
  methods: {
    'lower(self, /)': (_vm, self) => strLower(strOf(self)),
    'upper(self, /)': (_vm, self) => strUpper(strOf(self)),
    'casefold(self, /)': (_vm, self) => casefold(strOf(self)),
    'capitalize(self, /)': (_vm, self) => capitalize(strOf(self)),
    'title(self, /)': (_vm, self) => title(strOf(self)),
    'swapcase(self, /)': (_vm, self) => swapcase(strOf(self)),
    'isascii(self, /)': (_vm, self) => isAsciiStr(strOf(self)),
    'isalpha(self, /)': every(U.ALPHA),
    'isalnum(self, /)': every(U.ALNUM),
    'isdecimal(self, /)': every(U.DECIMAL),
    'isdigit(self, /)': every(U.DIGIT),
    'isnumeric(self, /)': every(U.NUMERIC),
    'isspace(self, /)': every(U.SPACE),
    'isprintable(self, /)': (_vm, self) => {
      work(2 * strLength(strOf(self)));
      for (const c of codePoints(strOf(self))) if ((charFlags(c) & U.PRINTABLE) === 0) return false;
      return true;
    },
    'islower(self, /)': allCased(U.LOWER, U.UPPER | U.TITLE),
    'isupper(self, /)': allCased(U.UPPER, U.LOWER | U.TITLE),
    'istitle(self, /)': (_vm, self) => istitle(strOf(self)),
    'isidentifier(self, /)': (_vm, self) => isIdentifier(strOf(self)),
  },
});
