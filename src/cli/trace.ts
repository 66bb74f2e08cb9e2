/**
 * `pyvm trace`: runs a program and prints, before each line (or instruction), where it is and what lies on the frame's
 * value stack and block stack.
 */
import '../objects/boot.js';
import { basename, dirname, resolve } from 'node:path';
import { Machine, type Outcome } from '../vm/machine.js';
import { runSlow } from '../vm/generated/interpreter-slow.js';
import { LimitError } from '../vm/limits.js';
import { renderException } from '../vm/render.js';
import { HAVE_ARGUMENT, Op, opByNumber } from '../bytecode/opcodes.js';
import { jumpTarget } from '../bytecode/dis.js';
import { compileSource, execCode } from '../builtins/scope.js';
import { reprSync } from '../objects/convert.js';
import { PyException } from '../objects/errors.js';
import { PyBaseException } from '../objects/exception.js';
import { Block, frameBack, lineOf, ownLine, type PyFrame } from '../objects/frame.js';
import { asInt } from '../objects/int.js';
import { asJS, strFromJS } from '../objects/str.js';
import { T, typeOf, type PyValue } from '../objects/object.js';
import { lazyCompile } from './lazy-compiler.js';
import { NodeHost } from './node-host.js';
import { sourceFromArgs } from './source.js';
import { usage } from './usage.js';

/** What `--json` prints, one a line; program output as `{"output": text}`. */
interface TraceRecord {
  file: string;
  line: number;
  function: string;
  /** Calls between the program's own code and this frame. */
  depth: number;
  /** Offset of the instruction about to run, and its name and argument. */
  offset: number;
  op: string;
  arg: number | null;
  /** Value stack, bottom to top, as repr() shows it. */
  stack: string[];
  /** Block stack, outermost first: kind, handler's offset, stack level. */
  blocks: { type: string; handler: number; level: number }[];
}

const BLOCKS: Readonly<Record<number, string>> = { [Block.LOOP]: 'loop', [Block.EXCEPT]: 'except', [Block.FINALLY]: 'finally', [Block.EXCEPT_HANDLER]: 'handler' };

/** How many characters of a value are shown. */
const WIDTH = 60;

export async function trace(argv: string[]): Promise<void> {
  const flags = new Set<string>();
  let i = 0;
  for (; i < argv.length && argv[i]!.startsWith('--'); i++) {
    if (!['--opcodes', '--json', '--all'].includes(argv[i]!)) usage(`unknown option ${argv[i]!} of trace`);
    flags.add(argv[i]!);
  }
  const rest = argv.slice(i);
  const isString = rest[0] === '-c';
  const args = isString ? ['-c', ...rest.slice(2)] : rest.length === 0 ? ['-'] : rest;
  const { text, filename } = sourceFromArgs(isString ? rest.slice(0, 2) : rest.slice(0, 1));
  const json = flags.has('--json');
  const host = new NodeHost();
  const write = host.stdout.bind(host);
  if (json) host.stdout = (s: string) => write(`${JSON.stringify({ output: s })}\n`);
  const file = filename.startsWith('<') ? filename : resolve(filename);
  const m = new Machine({ host, compile: lazyCompile, argv: args, path: [file.startsWith('<') ? '' : dirname(file)] });
  const main = m.makeMain();
  if (!file.startsWith('<')) main.dict.setStr('__file__', strFromJS(file));
  const show = (f: PyFrame): void => {
    if (!flags.has('--all') && f.code.co.filename.startsWith('<frozen>')) return;
    const r = record(m, f);
    write(json ? `${JSON.stringify(r)}\n` : flags.has('--opcodes') ? opcodeText(r, m) : lineText(r, m));
  };
  let out: Outcome;
  try {
    const code = compileSource(m.thread, text, file, 'exec');
    const bottom = m.begin((vm) => execCode(vm, code, main.dict, main.dict));
    let last: PyFrame | null = null;
    let lastLine = -1;
    let begun = false;
    for (;;) {
      // The first time it stops before the first instruction, then behind the next one.
      m.thread.step = { steps: 1, line: false, frame: null, startLine: -1, breakpoints: null, checked: false, started: !begun };
      begun = true;
      out = m.resume(bottom, runSlow);
      if (out.kind === 'waiting') {
        m.answer(((await out.promise) as PyValue | undefined) ?? null, null);
        continue;
      }
      if (out.kind !== 'paused') break;
      const top = m.thread.frame;
      if (top === null || !top.isPython || top.code.hidden) continue;
      const line = ownLine(top.code, top.pc);
      const moved = top !== last || (line >= 0 && line !== lastLine) || (line >= 0 && top.pc === 0);
      if (flags.has('--opcodes') || (moved && line >= 0)) show(top);
      if (line >= 0) lastLine = line;
      last = top;
    }
  } catch (e) {
    host.flush();
    if (e instanceof LimitError) {
      host.stderr(`pyvm: ${e.message}\n`);
      process.exit(3);
    }
    if (!(e instanceof PyException)) throw e;
    out = { kind: 'raised', error: e.value };
  }
  host.flush();
  if (out.kind === 'raised') process.exit(ended(m, host, out.error));
  m.finalize();
  host.flush();
}

/** The exit code for an exception that nothing caught; its traceback, unless it is SystemExit. */
function ended(m: Machine, host: NodeHost, e: PyBaseException): number {
  if (e.cls.isSubtype(T.SystemExit!)) {
    const code = e.field('code');
    if (code === null) return 0;
    const n = asInt(code);
    if (n !== undefined) return Number(n) & 0xff;
    host.stderr(`${asJS(code) ?? ''}\n`);
  } else host.stderr(renderException(m, e));
  host.flush();
  return 1;
}

function record(m: Machine, f: PyFrame): TraceRecord {
  const { co, nfixed } = f.code;
  const op = co.code[f.pc]!;
  let depth = 0;
  for (let b = frameBack(f); b !== null; b = frameBack(b)) depth++;
  const blocks = [];
  for (let k = 0; k < f.blocks.length; k += 3) blocks.push({ type: BLOCKS[f.blocks[k]!]!, handler: f.blocks[k + 1]!, level: f.blocks[k + 2]! - nfixed });
  return {
    file: co.filename,
    line: lineOf(f.code, f.pc),
    function: co.name,
    depth,
    offset: f.pc,
    op: Op[op] ?? String(op),
    arg: op < HAVE_ARGUMENT ? null : co.code[f.pc + 1]! | (co.code[f.pc + 2]! << 8),
    stack: f.st.slice(nfixed, f.sp).map((v) => shown(m, v as PyValue | undefined)),
    blocks,
  };
}

/** A value's repr, without running any Python code for it. */
function shown(m: Machine, v: PyValue | undefined): string {
  if (v === undefined) return '-';
  let s: string | undefined;
  try {
    const r = reprSync(m.thread, v);
    s = r === undefined ? undefined : asJS(r);
  } catch {
    s = undefined;
  }
  s ??= `<${typeOf(v).name} object>`;
  // Addresses say nothing here, and would make no two runs alike.
  s = s.replace(/ at 0x[0-9a-f]+/g, '');
  return s.length > WIDTH ? `${s.slice(0, WIDTH - 3)}...` : s;
}

const stacks = (r: TraceRecord): string =>
  `stack [${r.stack.join(', ')}]${r.blocks.length === 0 ? '' : `  blocks [${r.blocks.map((b) => (b.handler < 0 ? b.type : `${b.type} to ${b.handler}`)).join(', ')}]`}`;

function lineText(r: TraceRecord, m: Machine): string {
  const source = m.sourceLines(r.file)?.[r.line - 1]?.trim() ?? '';
  return `${'  '.repeat(r.depth)}${basename(r.file)}:${r.line} ${r.function}: ${source}\n${'  '.repeat(r.depth)}    ${stacks(r)}\n`;
}

function opcodeText(r: TraceRecord, m: Machine): string {
  void m;
  const row = opByNumber[Op[r.op as keyof typeof Op] as number];
  const target = r.arg === null || row === undefined ? undefined : jumpTarget(Op[r.op as keyof typeof Op] as number, r.arg, r.offset);
  const arg = r.arg === null ? '' : target === undefined ? String(r.arg) : `to ${target}`;
  return `${'  '.repeat(r.depth)}${basename(r.file)}:${r.line} ${r.function} ${String(r.offset).padStart(4)} ${r.op.padEnd(20)} ${arg.padEnd(8)} ${stacks(r)}\n`;
}
