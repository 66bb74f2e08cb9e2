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
  // The analysis of a grammar: the build does it (src/parser/grammar/decisions.ts).
  'chevrotain/lib/src/parse/parser/traits/gast_recorder.js': 'export class GastRecorder {\n  initGastRecorder() {\n    this.RECORDING_PHASE = false;\n  }\n}\n',
  'chevrotain/lib/src/parse/parser/traits/looksahead.js': 'export class LooksAhead {\n  initLooksAhead() {}\n}\nexport const collectMethods = () => ({});\n',
  'chevrotain/lib/src/parse/parser/traits/context_assist.js': 'export class ContentAssist {\n  initContentAssist() {}\n}\n',
  'chevrotain/lib/src/parse/grammar/llk_lookahead.js': 'export class LLkLookaheadStrategy {}\n',
  'chevrotain/lib/src/parse/grammar/lookahead.js': 'export const PROD_TYPE = {};\nexport const getLookaheadPaths = () => [];\nexport const getLookaheadPathsForOr = () => [];\nexport const getLookaheadPathsForOptionalProd = () => [];\n',
  'chevrotain/lib/src/parse/grammar/follow.js': 'export const computeAllProdsFollows = () => ({});\n',
  'chevrotain/lib/src/parse/grammar/gast/gast_resolver_public.js': 'export const resolveGrammar = () => [];\nexport const validateGrammar = () => [];\n',
  'chevrotain/lib/src/parse/grammar/interpreter.js': ['AbstractNextTerminalAfterProductionWalker', 'NextTerminalAfterAtLeastOneSepWalker', 'NextTerminalAfterAtLeastOneWalker', 'NextTerminalAfterManySepWalker', 'NextTerminalAfterManyWalker', 'NextAfterTokenWalker']
    .map((name) => `export class ${name} {}\n`)
    .join(''),
};

/** An esbuild plugin: Chevrotain without its lexer, its checks of grammars and their analysis, and without lodash. */
export const slimParser = {
  name: 'slim-parser',
  setup(b) {
    b.onResolve({ filter: /^lodash-es$/ }, () => ({ path: new URL('lodash-shim.mjs', import.meta.url).pathname }));
    b.onLoad({ filter: /chevrotain[\\/]lib[\\/]src[\\/](scan|parse)[\\/].*\.js$/ }, (a) => {
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
