// What the bundles leave out: parts of Chevrotain that its entry point pulls in and nothing here runs.
import { readFileSync } from 'node:fs';

/** Replacement text by the end of the file's path. */
const STUBS = {
  // We have our own tokenizer; the parser only wants the mark of a token type without a pattern.
  'chevrotain/lib/src/scan/lexer_public.js': 'export class Lexer {}\nLexer.NA = /NOT_APPLICABLE/;\nexport const LexerDefinitionErrorType = {};\n',
  // Checks of a grammar: tests parse with the same grammar, and the parser is made with skipValidations.
  'chevrotain/lib/src/parse/grammar/checks.js': [
    'validateLookahead',
    'validateGrammar',
    'validateRuleIsOverridden',
    'validateRuleDoesNotAlreadyExist',
    'validateNoLeftRecursion',
    'validateEmptyOrAlternative',
    'validateAmbiguousAlternationAlternatives',
    'validateTooManyAlts',
    'validateSomeNonEmptyLookaheadPath',
  ]
    .map((name) => `export const ${name} = () => [];\n`)
    .join(''),
};

/** An esbuild plugin: Chevrotain without its lexer and its checks of grammars, and without lodash. */
export const slimParser = {
  name: 'slim-parser',
  setup(b) {
    b.onResolve({ filter: /^lodash-es$/ }, () => ({ path: new URL('lodash-shim.mjs', import.meta.url).pathname }));
    b.onLoad({ filter: /(lexer_public|grammar[\\/]checks)\.js$/ }, (a) => {
      const path = a.path.replaceAll('\\', '/');
      const key = Object.keys(STUBS).find((end) => path.endsWith(end));
      return key === undefined ? undefined : { contents: STUBS[key] };
    });
  },
};

/**
 * An esbuild plugin for the browser's file, which is UTF-8 (the command's is ASCII, read as latin1): the frozen
 * prelude with one character a byte. base64 would hide every repetition from gzip that is not a multiple of three away.
 */
export const plainPrelude = {
  name: 'plain-prelude',
  setup(b) {
    b.onLoad({ filter: /generated[\\/]prelude-data\.ts$/ }, (a) => {
      const rows = [...readFileSync(a.path, 'utf8').matchAll(/^ {2}'([^']*)',$/gm)].map((m) => JSON.stringify(Buffer.from(m[1], 'base64').toString('latin1')));
      return { contents: `const DATA = [${rows.join(',\n')}];\nexport const preludeData = () => DATA.map((s) => Uint8Array.from(s, (c) => c.charCodeAt(0)));\n` };
    });
  },
};
