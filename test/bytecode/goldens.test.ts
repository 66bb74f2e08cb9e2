/** The code objects of `goldens/*.py` are those of CPython 3.5.2, and so is their listing. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CodeObject } from '../../src/bytecode/code.js';
import { disTree } from '../../src/bytecode/dis.js';
import { type JsonCode, type JsonConst, codeToJson } from '../../src/bytecode/json.js';
import { decodeCode, encodeCode } from '../../src/bytecode/serialize.js';
import { reachedDepth, verifyCode } from '../../src/bytecode/verify.js';
import { compileModule } from '../../src/compiler/compile.js';
import { parse } from '../../src/parser/parse.js';

const folder = fileURLToPath(new URL('goldens/', import.meta.url));
const programs = readdirSync(folder).filter((f) => f.endsWith('.py')).map((f) => f.slice(0, -3));
const listings = new Set(readdirSync(folder).filter((f) => f.endsWith('.dis')));

/** Character names the programs use; the real table belongs to `unicodedata`. */
const characterNames = new Map([
  ['BULLET', '\u2022'],
  ['LATIN SMALL LETTER A', 'a'],
]);

const compiled = new Map<string, CodeObject>();

function compile(name: string): CodeObject {
  const done = compiled.get(name);
  if (done !== undefined) return done;
  const filename = `${name}.py`;
  const source = readFileSync(folder + filename);
  const mod = parse(source, { filename, lookupName: (n) => characterNames.get(n) ?? null, python35: true });
  const code = compileModule(mod, { filename, source: source.toString(), target35: true });
  compiled.set(name, code);
  return code;
}

/** Members of a frozenset have no order. */
function canonical(c: JsonConst): JsonConst {
  if (c.t === 'code') return { t: 'code', v: canonicalCode(c.v) };
  if (c.t !== 'tuple' && c.t !== 'frozenset') return c;
  const v = c.v.map(canonical);
  return { t: c.t, v: c.t === 'tuple' ? v : v.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

const canonicalCode = (code: JsonCode): JsonCode => ({ ...code, consts: code.consts.map(canonical) });

function each(code: CodeObject, visit: (code: CodeObject) => void): void {
  visit(code);
  for (const c of code.consts) if (c instanceof CodeObject) each(c, visit);
}

describe.each(programs)('%s', (name) => {
  test('document', () => {
    const code = compile(name);
    const golden = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as { code: JsonCode };
    expect(canonicalCode(codeToJson(code, name).code)).toEqual(canonicalCode(golden.code));
  });

  if (listings.has(`${name}.dis`)) {
    test('listing', () => {
      expect(disTree(compile(name))).toBe(readFileSync(`${folder}${name}.dis`, 'utf8'));
    });
  }

  test('verifies, and no deeper than co_stacksize', () => {
    each(compile(name), (c) => {
      expect(verifyCode(c)).toBeNull();
      expect(reachedDepth(c)).toBeLessThanOrEqual(c.stacksize);
    });
  });

  test('survives serialisation', () => {
    const code = compile(name);
    const back = decodeCode(encodeCode(code));
    expect(codeToJson(back, name)).toEqual(codeToJson(code, name));
    const positions: string[] = [];
    each(code, (c) => positions.push(c.positions.join()));
    each(back, (c) => expect(c.positions.join()).toBe(positions.shift()));
  });
});
