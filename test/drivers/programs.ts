/**
 * Programs under test/python: NAME.py with CPython's recorded NAME.out (stdout), and NAME.err (last line of
 * stderr, then the exit code) where it does not end with 0. NAME.in is its standard input.
 */
import { recording } from '../../src/jit/feedback.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Machine, type Outcome } from '../../src/vm/machine.js';
import { compileHook } from '../../src/compile-hook.js';
import { caretAnchors } from '../../src/compile-hook-core.js';
import { compileSource, execCode } from '../../src/builtins/scope.js';
import { PyException } from '../../src/objects/errors.js';
import { PyBaseException } from '../../src/objects/exception.js';
import { T } from '../../src/objects/object.js';
import { LazyNames } from '../../src/vm/lazy-names.js';
import { renderException } from '../../src/vm/render.js';
import { runSlow } from '../../src/vm/generated/interpreter-slow.js';
import { NodeHost } from '../../src/cli/node-host.js';
import type { Thread } from '../../src/vm/thread.js';

export const root = new URL('../python', import.meta.url).pathname;

export interface Program {
  /** Path below test/python without `.py`. */
  name: string;
  file: string;
}

export function programs(): Program[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.py') && existsSync(join(root, f.replace(/\.py$/, '.out'))))
    .sort()
    .map((f) => ({ name: f.replace(/\.py$/, ''), file: join(root, f) }));
}

/** Entries of test/known-failures.txt: `name  # reason`. */
export function knownFailures(): Map<string, string> {
  const file = new URL('../known-failures.txt', import.meta.url).pathname;
  const out = new Map<string, string>();
  if (!existsSync(file)) return out;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const m = /^([^\s#]+)\s+#\s*(.+)$/.exec(line);
    if (m !== null) out.set(m[1]!, m[2]!);
  }
  return out;
}

export interface Result {
  stdout: string;
  /** Last line of stderr, '' when there is none. */
  lastError: string;
  exit: number;
}

export function expected(p: Program): Result {
  const base = p.file.replace(/\.py$/, '');
  const stdout = readFileSync(`${base}.out`, 'utf8');
  if (!existsSync(`${base}.err`)) return { stdout, lastError: '', exit: 0 };
  const [lastError, exit] = readFileSync(`${base}.err`, 'utf8').split('\n');
  return { stdout, lastError: lastError!, exit: Number(exit) };
}

export type Mode = 'plain' | 'checked' | 'every step' | 'every 7 steps' | 'tier 1' | 'tier 1, random exits' | 'tier 1, typed' | 'tier 1, recorded';

/** Runs a program in this process. `every n steps`: paused and resumed after each n instructions. */
export function runProgram(p: Program, mode: Mode): Result {
  let stdout = '';
  let stderr = '';
  const files = new NodeHost();
  const input = existsSync(p.file.replace(/\.py$/, '.in')) ? readFileSync(p.file.replace(/\.py$/, '.in'), 'utf8').split(/(?<=\n)/) : [];
  const m = new Machine({
    host: {
      stdout: (s) => void (stdout += s),
      stderr: (s) => void (stderr += s),
      readLine: () => input.shift() ?? '',
      readFile: (path) => files.readFile(path),
      isDirectory: (path) => files.isDirectory(path),
      fs: files.fs,
      now: () => Date.now(),
      monotonic: () => performance.now(),
      frozenModule: (name) => files.frozenModule(name),
    },
    compile: compileHook,
    anchors: caretAnchors,
    argv: [basename(p.file)],
    path: [dirname(p.file)],
  });
  const main = m.makeMain();
  main.dict.setStr('__file__', p.file);
  // As the command does.
  m.thread.state.pendingNames = new LazyNames(main, files);
  let error: PyBaseException | null = null;
  try {
    const code = compileSource(m.thread, readFileSync(p.file), basename(p.file), 'exec');
    m.thread.fuse = mode !== 'checked';
    const bottom = m.begin((vm) => execCode(vm, code, main.dict, main.dict));
    const every = mode === 'every step' ? 1 : mode === 'every 7 steps' ? 7 : Infinity;
    let out: Outcome;
    const fast = mode === 'plain' || mode.startsWith('tier 1');
    m.thread.jitThreshold = mode === 'tier 1, typed' ? 1 : mode.startsWith('tier 1') ? 0 : Infinity;
    // Compiled early, with the types of a few instructions: right for a while, then wrong.
    if (mode === 'tier 1, typed') m.thread.sliceSteps = 7;
    // Recorded for as long as the loops of the programs here last: calls without frames come of it.
    recording.steps = mode === 'tier 1, typed' ? 6 : mode === 'tier 1, recorded' ? 60 : 0;
    m.thread.jitExits = mode === 'tier 1, random exits' ? 0.3 : 0;
    do {
      if (!fast) m.thread.step = { steps: every, line: false, frame: null, startLine: -1, breakpoints: null, checked: mode === 'checked', started: false };
      out = m.resume(bottom, fast ? undefined : (vm: Thread) => runSlow(vm));
    } while (out.kind === 'paused');
    if (out.kind === 'raised') error = out.error;
    else m.finalize();
  } catch (e) {
    if (!(e instanceof PyException)) throw e;
    error = e.value;
  }
  m.thread.step = null;
  let exit = 0;
  if (error !== null) {
    if (error.cls.isSubtype(T.SystemExit!)) {
      const code = error.field('code');
      exit = code === null ? 0 : typeof code === 'number' ? code & 0xff : 1;
      if (code !== null && typeof code !== 'number') stderr += `${String(code)}\n`;
    } else {
      stderr += renderException(m, error);
      exit = error.cls.isSubtype(T.KeyboardInterrupt!) ? 130 : 1;
    }
  }
  const lines = stderr.trimEnd().split('\n');
  return { stdout, lastError: exit === 0 ? '' : lines[lines.length - 1]!, exit };
}

export const shortName = (p: Program): string => relative(root, p.file);
