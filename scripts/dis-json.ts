/**
 * `dis-json FILE`: the file's code objects as CPython 3.5 would make them, as one JSON document.
 * `dis-json -`: file names on standard input, a document a line. For scripts/score.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { codeToJson } from '../src/bytecode/json.js';
import { compileModule } from '../src/compiler/compile.js';
import { parse } from '../src/parser/parse.js';

function dump(filename: string): string {
  const bytes = readFileSync(filename);
  const mod = parse(bytes, { filename });
  return JSON.stringify(codeToJson(compileModule(mod, { filename, source: bytes.toString(), target35: true }), filename));
}

const [file] = process.argv.slice(2);
if (file === undefined || file === '-') {
  createInterface({ input: process.stdin }).on('line', (name) => {
    try {
      console.log(dump(name));
    } catch (e) {
      console.log(JSON.stringify({ filename: name, error: String(e instanceof Error ? e.stack : e) }));
    }
  });
} else {
  console.log(dump(file));
}
