/** `docs/bytecode.md`, from the opcode table and a compiled example of each opcode. */
import { CodeObject } from '../src/bytecode/code.js';
import { codeRepr, disassemble, disText } from '../src/bytecode/dis.js';
import { constRepr } from '../src/bytecode/const-repr.js';
import { CMP_OP, HAVE_ARGUMENT, Op, opTable, type OpInfo, type OperandKind, type OpName } from '../src/bytecode/opcodes.js';
import { compileModule } from '../src/compiler/compile.js';
import { parse } from '../src/parser/parse.js';
import { opcodeExamples } from './opcode-examples.js';

const operands: Record<OperandKind, string> = {
  none: 'none',
  const: 'index into `co_consts`',
  name: 'index into `co_names`',
  local: 'index into `co_varnames`',
  free: 'index into cellvars, then freevars',
  jrel: 'distance from the end of the instruction',
  jabs: 'offset',
  compare: 'operator number',
  count: 'number',
  nargs: 'positional | keyword << 8',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

function effect(row: OpInfo): string {
  const base = typeof row.effect === 'number' ? String(row.effect) : `\`${String(row.effect).replace(/^\(?n\)? => /, '')}\``;
  return row.jumpEffect === undefined ? base : `${base} (jump ${String(row.jumpEffect)})`;
}

/** The innermost code object with the instruction: of the deepest, the first. */
function holder(code: CodeObject, op: Op): CodeObject | null {
  for (const c of code.consts) {
    const inner = c instanceof CodeObject ? holder(c, op) : null;
    if (inner !== null) return inner;
  }
  return disassemble(code).some((row) => row.op === op) ? code : null;
}

/** Compiles the example and shows its instruction, marked, in the listing. Throws if it has none. */
function example(name: OpName): string {
  const { source, mode = 'exec', why } = opcodeExamples[name];
  const note = why === undefined ? '' : `${why}\n\n`;
  if (source === null) return note;
  const code = holder(compileModule(parse(source, { mode, filename: 'example.py' }), { filename: 'example.py' }), Op[name]);
  if (code === null) throw new Error(`the example of ${name} has no such instruction`);
  const lasti = disassemble(code).find((row) => row.op === Op[name])!.offset;
  const listing = disText(code, { lasti, constRepr: (v) => (v instanceof CodeObject ? codeRepr(v).replace(' at 0x0', '') : constRepr(v)) });
  return `${note}\`\`\`python\n${source.trimEnd()}\n\`\`\`\n\n\`\`\`text\n${listing}\`\`\`\n\n`;
}

/** The whole page. */
export function bytecodePage(): string {
  const rows = (Object.keys(opTable) as OpName[]).map((name) => ({ name, number: Op[name], row: opTable[name] })).sort((a, b) => a.number - b.number);
  const table = rows.map(({ name, number, row }) =>
    `| ${number} | [${name}](#${name.toLowerCase()}) | ${cell(operands[row.operand])} | \`${cell(row.stack)}\` | ${cell(effect(row))} | ${cell(row.doc)} | ${row.since ?? ''} |`);
  return `# Bytecode

Made by \`node scripts/gen-docs.mjs\` from \`src/bytecode/opcodes.ts\` and \`scripts/opcode-examples.ts\`. Code objects have
CPython 3.5's layout: an opcode below ${HAVE_ARGUMENT} is one byte, the others three (argument low byte first); \`EXTENDED_ARG\`
holds the high 16 bits of the next argument. Rows with a version in the last column are newer syntax in the same layout.

*Effect* is what the compiler's stack-depth walk adds, as in CPython 3.5 (for some opcodes a deliberate over-estimate);
the stack picture, bottom to top, is what the instruction does.

| no | name | argument | stack | effect | meaning | since |
| --- | --- | --- | --- | --- | --- | --- |
${table.join('\n')}

Operators of COMPARE_OP: ${CMP_OP.map((o, i) => `${i} \`${o}\``).join(', ')}.

## Examples

Each listing is of the innermost code object that has the instruction; \`-->\` marks the first one.

${rows.map(({ name }) => `### ${name}\n\n${example(name)}`).join('').trimEnd()}
`;
}
