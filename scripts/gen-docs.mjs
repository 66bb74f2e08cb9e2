// docs/bytecode.md, from the opcode table. `--check`: fail if the committed page is not what would be made.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, dirname, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'build/opcodes.mjs');
await build({ entryPoints: [join(root, 'src/bytecode/opcodes.ts')], bundle: true, format: 'esm', platform: 'node', outfile: out, logLevel: 'error' });
const { Op, opTable, HAVE_ARGUMENT, CMP_OP } = await import(`${out}?${Date.now()}`);

const operands = {
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
const effect = (row) => (typeof row.effect === 'number' ? String(row.effect) : `\`${String(row.effect).replace(/^\(n\) => /, '')}\``) + (row.jumpEffect === undefined ? '' : ` (jump ${row.jumpEffect})`);
const cell = (s) => s.replaceAll('|', '\\|');
const rows = Object.keys(opTable)
  .map((name) => ({ name, number: Op[name], ...opTable[name] }))
  .sort((a, b) => a.number - b.number);

const page = `# Bytecode

Made by \`node scripts/gen-docs.mjs\` from \`src/bytecode/opcodes.ts\`. Code objects have CPython 3.5's layout: an opcode
below ${HAVE_ARGUMENT} is one byte, the others three (argument low byte first); \`EXTENDED_ARG\` holds the high 16 bits of the
next argument. Rows with a version in the last column are newer syntax in the same layout.

*Effect* is what the compiler's stack-depth walk adds, as in CPython 3.5 (for some opcodes a deliberate over-estimate);
the stack picture, bottom to top, is what the instruction does.

| no | name | argument | stack | effect | meaning | since |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((r) => `| ${r.number} | ${r.name} | ${operands[r.operand]} | \`${cell(r.stack)}\` | ${cell(effect(r))} | ${cell(r.doc)} | ${r.since ?? ''} |`).join('\n')}

Operators of COMPARE_OP: ${CMP_OP.map((o, i) => `${i} \`${o}\``).join(', ')}.
`;
const file = join(root, 'docs/bytecode.md');
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/bytecode.md is stale: node scripts/gen-docs.mjs');
    process.exit(1);
  }
} else writeFileSync(file, page);
