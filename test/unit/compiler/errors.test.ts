/** What the compiler refuses and warns of, in CPython 3.11's words and places (recorded from it). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileModule } from '../../../src/compiler/compile.js';
import { PySyntaxErrorInfo, parse } from '../../../src/parser/parse.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Chunks of a file between `---` lines: source, then `###` lines. */
function cases(file: string): [source: string, expected: string[]][] {
  return readFileSync(here + file, 'utf8')
    .trimEnd()
    .split('\n---\n')
    .map((chunk) => {
      const lines = chunk.split('\n');
      return [lines.filter((l) => !l.startsWith('### ')).join('\n') + '\n', lines.filter((l) => l.startsWith('### '))];
    });
}

describe('errors', () => {
  test.each(cases('errors.txt'))('%s', (source, [expected]) => {
    const mod = parse(source, { filename: 'x.py' });
    let have = '### ok';
    try {
      compileModule(mod, { filename: 'x.py', source });
    } catch (e) {
      if (!(e instanceof PySyntaxErrorInfo)) throw e;
      have = `### ${e.lineno}:${e.offset}-${e.endLineno}:${e.endOffset ?? 'None'} ${e.message}`;
    }
    expect(have).toBe(expected);
  });
});

describe('warnings', () => {
  test.each(cases('warnings.txt'))('%s', (source, expected) => {
    const have: string[] = [];
    compileModule(parse(source), { filename: 'x', warn: (_category, message, where) => have.push(`### ${where.lineno} ${message}`) });
    expect(have.length > 0 ? have : ['### none']).toEqual(expected);
  });
});

describe('depth', () => {
  const compiles = (source: string): string => {
    try {
      compileModule(parse(source), { filename: 'x' });
      return 'ok';
    } catch (e) {
      return e instanceof PySyntaxErrorInfo ? e.message : String(e);
    }
  };
  const nest = (n: number, line: string): string =>
    Array.from({ length: n }, (_, i) => ' '.repeat(i) + line).join('\n') + '\n' + ' '.repeat(n) + 'pass\n';
  const long: readonly (readonly [name: string, source: string])[] = [
    ['sum', 'x = ' + Array(10000).fill('a').join(' + ')],
    ['sum of strings', 'x = ' + Array(10000).fill('"a"').join(' + ')],
    ['and', 'x = ' + Array(10000).fill('a').join(' and ')],
    ['compare', 'x = ' + Array(10000).fill('a').join(' < ')],
    ['attributes', 'x = a' + '.b'.repeat(5000)],
    ['calls', 'x = a' + '()'.repeat(5000)],
    ['subscripts', 'x = a' + '[0]'.repeat(5000)],
    ['conditional', 'x = ' + 'a if b else '.repeat(2000) + 'c'],
    ['elif', 'if a: b\n' + 'elif c: d\n'.repeat(3000)],
    ['list', 'x = [' + 'a, '.repeat(100000) + ']'],
    ['dict', 'x = {' + '1: a, '.repeat(100000) + '}'],
    ['ifs', nest(99, 'if a:')],
    ['defs', nest(99, 'def f():')],
    ['classes', nest(99, 'class A:')],
    ['parentheses', 'x = ' + '('.repeat(200) + '1' + ')'.repeat(200)],
    ['brackets', 'x = ' + '['.repeat(200) + '1' + ']'.repeat(200)],
    ['try statements', 'try: a\nexcept E: b\n'.repeat(2000)],
  ];
  test.each(long)('%s', (_name, source) => expect(compiles(source + '\n')).toBe('ok'));

  test('too deep is said so', () => {
    const inner = { _type: 'Constant', value: 1, kind: null, lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 1 };
    let body: object = inner;
    for (let i = 0; i < 100000; i++) body = { ...inner, _type: 'List', elts: [body], ctx: 'Load' };
    const error = (mod: object): string => {
      try {
        compileModule(mod as Parameters<typeof compileModule>[0], { filename: 'x' });
        return 'ok';
      } catch (e) {
        return e instanceof PySyntaxErrorInfo ? `${e.kind}: ${e.message}` : String(e);
      }
    };
    expect(error({ _type: 'Expression', body })).toBe('RecursionError: maximum recursion depth exceeded during compilation');
  });
});
