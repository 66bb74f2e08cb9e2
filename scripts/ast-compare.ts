/**
 * Compares our AST with CPython's over every file of this machine's Lib.
 *
 *   node scripts/ast-compare.mjs            all files; CPython's hashes are kept in .cache
 *   node scripts/ast-compare.mjs FILE...    these files, with the first difference shown
 *   node scripts/ast-compare.mjs --bench    parse throughput on Lib without tests
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dumpAst, parse, PySyntaxErrorInfo } from '../src/parser/parse.js';

const HASHES = '.cache/ast-hashes.txt';
const python = (...args: string[]): string => execFileSync('python3', ['scripts/ast-compare.py', ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });

if (!existsSync(HASHES)) python(HASHES);
const names = JSON.parse(python('--names')) as Record<string, string>;
const lookupName = (name: string): string | null => names[name] ?? null;

function ours(path: string): string {
  const node = parse(readFileSync(path), { filename: path, lookupName });
  return dumpAst(node, { includeAttributes: true, indent: 1 });
}

/** UTF-8 with lone surrogates written as three bytes, as Python's `surrogatepass`. */
function encode(text: string): Uint8Array {
  if (!/[\ud800-\udfff]/.test(text)) return Buffer.from(text);
  const parts: Uint8Array[] = [];
  for (const ch of text) {
    const c = ch.codePointAt(0)!;
    parts.push(c >= 0xd800 && c <= 0xdfff ? Uint8Array.of(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63)) : Buffer.from(ch));
  }
  return Buffer.concat(parts);
}

const args = process.argv.slice(2);
const rows = readFileSync(HASHES, 'utf8').trim().split('\n').map((line) => line.split(' ') as [string, string]);
if (args[0] === '--bench') {
  const texts = rows.filter(([digest, path]) => !digest.startsWith('error') && !/\/(?:test|tests|idlelib|lib2to3)\//.test(path)).map(([, path]) => readFileSync(path));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  for (let round = 0; round < 5; round++) {
    const begin = performance.now();
    for (const text of texts) parse(text, { lookupName });
    const seconds = (performance.now() - begin) / 1000;
    console.log(`round ${round}: ${texts.length} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s: ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`);
  }
} else if (args.length > 0) {
  for (const path of args) {
    const theirs = python('--dump', path).split('\n');
    const mine = ours(path).split('\n');
    const at = mine.findIndex((line, i) => line !== theirs[i]);
    if (at < 0 && mine.length === theirs.length) console.log(`equal ${path}`);
    else console.log(`DIFFERS ${path} at dump line ${at}:\n--- CPython\n${theirs.slice(Math.max(0, at - 12), at + 8).join('\n')}\n--- pyvm\n${mine.slice(Math.max(0, at - 12), at + 8).join('\n')}`);
  }
} else {
  let equal = 0;
  let refused = 0;
  const bad: string[] = [];
  for (const [digest, path] of rows) {
    try {
      const mine = createHash('sha1').update(encode(ours(path))).digest('hex');
      if (mine === digest) equal++;
      else bad.push(`differs ${path}${digest.startsWith('error') ? ` (CPython: ${digest})` : ''}`);
    } catch (e) {
      if (digest.startsWith('error') && e instanceof PySyntaxErrorInfo) refused++;
      else bad.push(`${e instanceof PySyntaxErrorInfo ? 'refused' : 'CRASHED'} ${path}: ${e instanceof Error ? e.stack : String(e)}`);
    }
  }
  console.log(`${equal} equal, ${refused} refused by both, ${bad.length} not equal, of ${rows.length}`);
  for (const line of bad.slice(0, 40)) console.log(line);
  process.exitCode = bad.length > 0 ? 1 : 0;
}
