/** Entry of the `pyvm` command. */
import { dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import { Machine } from '../vm/machine.js';
import { compileHook } from '../compile-hook.js';
import { NodeHost } from './node-host.js';
import { compileSource } from '../builtins/scope.js';
import { formatException } from '../vm/traceback.js';
import { PyException } from '../objects/errors.js';

const args = process.argv.slice(2);
if (args[0] === 'run') args.shift();
const host = new NodeHost();
let source: string | Uint8Array;
let file: string;
if (args[0] === '-c') {
  source = args[1]!;
  file = '<string>';
  args.splice(0, 2, '-c');
} else {
  file = args[0]!;
  source = readFileSync(file);
}
const m = new Machine({ host, compile: compileHook, argv: args, path: [file === '<string>' ? '' : dirname(file)] });
const main = m.makeMain();
if (file !== '<string>') main.dict.setStr('__file__', file);
try {
  const code = compileSource(m.thread, source, file, 'exec');
  const out = m.runCode(code, main.dict);
  host.flush();
  if (out.kind === 'raised') {
    host.stderr(formatException(m, out.error));
    process.exitCode = 1;
  }
} catch (e) {
  host.flush();
  if (e instanceof PyException) {
    host.stderr(formatException(m, e.value));
    process.exitCode = 1;
  } else throw e;
}
