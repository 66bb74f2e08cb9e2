/** `pyvm dis`: as `python3.5 -m dis`, and more of the code object on request. */
import { CodeObject } from '../bytecode/code.js';
import { disText, disTree, showCodeText } from '../bytecode/dis.js';
import { codeToJson } from '../bytecode/json.js';
import { compileModule } from '../compiler/compile.js';
import { parse } from '../parser/parse.js';
import { PySyntaxErrorInfo } from '../parser/syntax-error.js';
import { sourceFromArgs } from './source.js';
import { reportSyntaxError } from './syntax.js';
import { usage } from './usage.js';

export function dis(argv: string[], lookupName?: (name: string) => string | null): void {
  const flags = new Set<string>();
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const a = argv[i]!;
    if (a === '-c') {
      rest.push(a, ...argv.slice(i + 1));
      break;
    }
    if (a.startsWith('--')) {
      if (!['--json', '--show-code', '--recurse'].includes(a)) usage(`unknown option ${a} of dis`);
      flags.add(a);
    } else rest.push(a);
  }
  const { text, filename } = sourceFromArgs(rest);
  let code: CodeObject;
  try {
    const mod = parse(text, { filename, python35: true, lookupName });
    const source = typeof text === 'string' ? text : new TextDecoder().decode(text);
    // The listing is CPython 3.5's, where the two versions compile one source differently.
    code = compileModule(mod, { filename, source, target35: true });
  } catch (e) {
    if (e instanceof PySyntaxErrorInfo) reportSyntaxError(e);
    throw e;
  }
  if (flags.has('--json')) process.stdout.write(`${JSON.stringify(codeToJson(code, filename))}\n`);
  else if (flags.has('--recurse')) process.stdout.write(disTree(code));
  else process.stdout.write((flags.has('--show-code') ? showCodeText(code) + '\n' : '') + disText(code));
}
