/** `pyvm dis --quickened` and `--js`: what the tiers make of the bytecode. */
import '../objects/boot.js';
import { generatedJS, Machine } from '../vm/machine.js';
import { decode } from '../vm/decode.js';
import { isOperandForm, Operand, Quick, quickTable } from '../vm/quick.js';
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';
import { compileSource } from '../builtins/scope.js';
import { PyCode } from '../objects/code.js';
import { PyException } from '../objects/errors.js';
import { renderException } from '../vm/render.js';
import { lazyCompile } from './lazy-compiler.js';
import { NodeHost } from './node-host.js';
import { sourceFromArgs } from './source.js';
import { usage } from './usage.js';

/** How many instructions of the code the one at `i` stands for. */
function partsOf(ops: Int32Array, i: number): number {
  const name = Quick[ops[i]!] as keyof typeof Quick | undefined;
  if (name === undefined) return 1;
  const parts = quickTable[name].of.length;
  const right = i + 3 * (parts - 2) + 2;
  // What follows the operator may be part of it, too.
  const more = name.endsWith('_COMPARE') ? ops[i + 3 * (parts - 1)] === Quick.COMPARE_JUMP_FALSE : isOperandForm(name) && (ops[right]! & Operand.STORED) !== 0;
  return parts + (more ? 1 : 0);
}

/** Rows of the decoded instructions: jumps are absolute, EXTENDED_ARG is in the argument of what follows it. */
export function quickenedText(code: PyCode): string {
  decode(code);
  const ops = code.ops!;
  const bytes = code.co.code;
  const rows: string[] = [];
  for (let i = 0; i < bytes.length; ) {
    const op = ops[i]!;
    const name = Quick[op] as keyof typeof Quick | undefined;
    const args: number[] = [];
    const first = i;
    for (let parts = partsOf(ops, i); parts > 0; parts--) {
      if (bytes[i]! >= HAVE_ARGUMENT) args.push(ops[i + 1]!);
      i += bytes[i]! < HAVE_ARGUMENT ? 1 : 3;
    }
    rows.push(`${String(first).padStart(6)} ${(name ?? Op[op] ?? String(op)).padEnd(24)}${args.join(', ')}`.trimEnd());
  }
  return rows.join('\n');
}

function* tree(code: PyCode, path: string): Generator<[string, PyCode]> {
  yield [path, code];
  for (const c of code.constValues().items) if (c instanceof PyCode) yield* tree(c, `${path}.${c.co.name}`);
}

export function showTiers(argv: string[]): void {
  const at = argv.indexOf('-c');
  const own = at < 0 ? argv : argv.slice(0, at);
  const flags = own.filter((a) => a.startsWith('--'));
  for (const f of flags) if (f !== '--quickened' && f !== '--js' && f !== '--recurse') usage(`${f} does not go with ${flags[0]!}`);
  const { text, filename } = sourceFromArgs(argv.filter((a, i) => !(a.startsWith('--') && (at < 0 || i < at))));
  const host = new NodeHost();
  const m = new Machine({ host, compile: lazyCompile });
  let code: PyCode;
  try {
    code = compileSource(m.thread, text, filename, 'exec');
  } catch (e) {
    if (!(e instanceof PyException)) throw e;
    host.stderr(renderException(m, e.value));
    host.flush();
    process.exit(1);
  }
  for (const [path, c] of tree(code, code.co.name)) {
    host.stdout(`# ${path}, line ${c.co.firstlineno}\n`);
    const quickened = quickenedText(c);
    if (flags.includes('--quickened')) host.stdout(`${quickened}\n\n`);
    if (flags.includes('--js')) host.stdout(`${generatedJS(c) ?? '// tier 0 runs this'}\n\n`);
  }
  host.flush();
}
