/** _sre: the matcher behind module re. */
import { typeError } from '../objects/errors.js';
import { asInt } from '../objects/int.js';
import { callPrelude } from '../objects/call.js';
import { PyDict } from '../objects/dict.js';
import { PyList } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { lowerAscii, lowerUnicode, upperUnicode } from './sre/charset.js';
import { Pattern, PATTERN, piecesOf, subNative, subTemplate } from './sre/pattern.js';
import { MAXREPEAT } from './sre/program.js';
import { knownPattern } from './sre/known.js';
import { MATCH } from './sre/match.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** What the prelude's part of `re.sub` calls. */
export interface SreNatives {
  piecesOf: typeof piecesOf;
  subNative: typeof subNative;
  subTemplate: typeof subTemplate;
}

export const makeSre: NativeModuleMaker = (vm, machine) => {
  /** What `_pattern` gave. */
  const early = new Map<string, Pattern>();
  vm.state.sre = { piecesOf, subNative, subTemplate } satisfies SreNatives;
  return defineModule({
    name: '_sre',
    functions: {
      'compile(pattern, flags, code, groups, groupindex, indexgroup)': (_vm, pattern, flags, code, groups, groupindex) => {
        if (!(code instanceof PyList)) throw typeError(`compile() argument 'code' must be list, not ${typeName(code)}`);
        if (!(groupindex instanceof PyDict)) throw typeError(`compile() argument 'groupindex' must be dict, not ${typeName(groupindex)}`);
        return new Pattern(pattern, Number(asInt(flags)), code.items.map((x) => Number(asInt(x))), Number(asInt(groups)), groupindex);
      },
      // For re._compiler (scripts/lib-patches.mjs).
      '_known(pattern, flags, /)': (_v, pattern, flags) => knownPattern(machine.host, pattern, flags),
      // In place of re.compile() in the bodies of library modules (src/freeze.ts).
      '!_pattern(pattern, flags=0, /)': (v, pattern, flags) => {
        const name = typeof pattern === 'string' && typeof flags === 'number' ? `${flags} ${pattern}` : null;
        const made = name === null ? undefined : early.get(name);
        if (made !== undefined) return made;
        const known = knownPattern(machine.host, pattern, flags);
        if (known === null) return callPrelude(v, 're_compile', pattern, flags);
        if (name !== null) early.set(name, known);
        return known;
      },
      'getcodesize()': () => 4,
      'ascii_iscased(character, /)': (_vm, c) => isLetter(c),
      'unicode_iscased(character, /)': (_vm, c) => lowerUnicode(c) !== c || upperUnicode(c) !== c || String.fromCodePoint(Number(c)).toUpperCase() !== String.fromCodePoint(Number(c)),
      'ascii_tolower(character, /)': (_vm, c) => lowerAscii(c),
      'unicode_tolower(character, /)': (_vm, c) => lowerUnicode(c),
    },
    values: { _Pattern: PATTERN, _Match: MATCH, MAGIC: 20220615, CODESIZE: 4, MAXREPEAT, MAXGROUPS: 1073741823, copyright: ' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ' },
  });
};
