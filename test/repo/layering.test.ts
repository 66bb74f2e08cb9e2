/** Who may import whom: reads the import lines of src and fails on any edge the table does not have. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const src = new URL('../../src', import.meta.url).pathname;

/** Folder (or file at the top) to the folders it may import besides itself. */
const MAY: Record<string, readonly string[]> = {
  bytecode: [],
  parser: ['bytecode'],
  compiler: ['parser', 'bytecode'],
  objects: ['bytecode', 'host'],
  builtins: ['objects', 'bytecode', 'parser'],
  vm: ['objects', 'bytecode', 'builtins', 'stdlib', 'host', 'jit'],
  jit: ['vm', 'objects', 'bytecode'],
  stdlib: ['builtins', 'objects', 'vm', 'bytecode', 'version', 'parser', 'compiler'],
  embed: ['objects', 'builtins', 'vm', 'bytecode', 'host', 'heap', 'compile-hook', 'compile-hook-core'],
  'compile-hook': ['objects', 'builtins', 'parser', 'compiler', 'bytecode', 'compile-hook-core'],
  'compile-hook-core': ['parser', 'compiler', 'bytecode'],
  freeze: ['parser', 'compiler', 'bytecode'],
  cli: ['embed', 'objects', 'builtins', 'vm', 'bytecode', 'parser', 'compiler', 'host', 'heap', 'compile-hook', 'compile-hook-core', 'version', 'stdlib', 'index'],
  index: ['embed', 'objects', 'vm', 'host', 'version', 'stdlib'],
  host: [],
  heap: [],
  version: [],
};

/**
 * Edges against the table that are type-only, or one named file: the parser's error class is plain data the VM turns
 * into an exception.
 */
const ALLOWED_FILES = new Set(['parser/syntax-error']);

const layerOf = (path: string): string => path.split('/')[0]!.replace(/\.ts$/, '');

function importsOf(file: string): { to: string; typeOnly: boolean }[] {
  const text = readFileSync(join(src, file), 'utf8');
  const out: { to: string; typeOnly: boolean }[] = [];
  for (const m of text.matchAll(/^(import|export)\s+(type\s+)?(?:[^'"();]*?from\s+)?['"](\.[^'"]+)['"]/gm)) {
    out.push({ to: normalize(join(dirname(file), m[3]!)).replace(/\.js$/, ''), typeOnly: m[2] !== undefined });
  }
  return out;
}

test('imports follow the layers', () => {
  const wrong: string[] = [];
  for (const f of readdirSync(src, { recursive: true }).map(String)) {
    if (!f.endsWith('.ts')) continue;
    const from = layerOf(f);
    const may = MAY[from];
    expect(may, `layer ${from} is in the table`).toBeDefined();
    for (const { to, typeOnly } of importsOf(f)) {
      const target = layerOf(to);
      if (target === from || may!.includes(target) || ALLOWED_FILES.has(to)) continue;
      if (typeOnly) continue; // erased: no edge at run time
      wrong.push(`${f} -> ${to}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the parser and the bytecode layer import nothing else', () => {
  for (const layer of ['bytecode', 'parser']) {
    for (const f of readdirSync(join(src, layer), { recursive: true }).map(String)) {
      if (!f.endsWith('.ts')) continue;
      for (const m of readFileSync(join(src, layer, f), 'utf8').matchAll(/from\s+['"]([^.'"][^'"]*)['"]/g)) {
        expect(layer === 'parser' && m[1] === 'chevrotain', `${layer}/${f} imports ${m[1]}`).toBe(true);
      }
    }
  }
});
