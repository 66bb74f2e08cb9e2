/**
 * Mutated code objects through the two ways in which a program can bring its own: the constructor of code objects and
 * marshal. What the verifier lets pass is run, with a bound on steps. Anything but a value, a Python exception or a
 * limit error is a fault of ours.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { CodeObject, type CodeConst } from '../../src/bytecode/code.js';
import { encodeCode } from '../../src/bytecode/serialize.js';
import { opByNumber } from '../../src/bytecode/opcodes.js';
import { compileModule } from '../../src/compiler/compile.js';
import { parse } from '../../src/parser/parse.js';
import { Machine } from '../../src/vm/machine.js';
import { LimitError } from '../../src/vm/limits.js';
import { PyException } from '../../src/objects/errors.js';
import { adopt } from '../../src/objects/code-type.js';
import type { PyCode } from '../../src/objects/code.js';
import { PyBytes } from '../../src/objects/bytes.js';
import { PyDict } from '../../src/objects/dict.js';
import { PyCell, PyFunction } from '../../src/objects/function.js';
import { PyGenerator } from '../../src/objects/generator.js';
import { PyList, PyTuple } from '../../src/objects/tuple.js';
import { PyFloat, type PyValue } from '../../src/objects/object.js';
import { call } from '../../src/objects/call.js';
import { makeMarshal } from '../../src/stdlib/extra/marshal.js';
import { next } from '../../src/objects/iterate.js';

export interface FuzzResult {
  mutations: number;
  /** Refused by the verifier (ValueError and its like). */
  refused: number;
  ran: number;
  /** How runs ended. */
  ends: Record<string, number>;
  faults: string[];
}

/** Repeatable noise below n. */
function noise(seed: number): (n: number) => number {
  let x = seed >>> 0;
  return (n) => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return Math.floor((x / 2 ** 32) * n);
  };
}

function* all(code: CodeObject): Generator<CodeObject> {
  yield code;
  for (const c of code.consts) if (c instanceof CodeObject) yield* all(c);
}

const OPCODES = opByNumber.flatMap((row, n) => (row === undefined ? [] : [n]));

/** One changed copy of `code`. */
function mutate(code: CodeObject, rnd: (n: number) => number): CodeObject {
  const bytes = code.code.slice();
  const change: Partial<CodeObject> = {};
  const kind = rnd(10);
  if (kind < 6) {
    for (let m = rnd(3); m >= 0; m--) bytes[rnd(bytes.length)] = rnd(2) === 0 ? OPCODES[rnd(OPCODES.length)]! : rnd(2) === 0 ? rnd(8) : rnd(256);
  } else if (kind === 6) {
    const a = rnd(bytes.length);
    const b = rnd(bytes.length);
    const t = bytes[a]!;
    bytes[a] = bytes[b]!;
    bytes[b] = t;
  } else if (kind === 7) Object.assign(change, { flags: code.flags ^ (1 << rnd(10)) });
  else if (kind === 8) {
    const consts = code.consts.slice() as CodeConst[];
    if (consts.length > 0) consts[rnd(consts.length)] = [null, 0, 'x', true, -1][rnd(5)]!;
    Object.assign(change, { consts, stacksize: code.stacksize + rnd(4) });
    bytes[rnd(bytes.length)] = OPCODES[rnd(OPCODES.length)]!;
  } else {
    Object.assign(change, [{ argcount: rnd(4) }, { stacksize: rnd(6) }, { names: code.names.slice(rnd(2)) }, { kwonlyargcount: rnd(3) }, { cellvars: [...code.varnames].slice(0, 1) }][rnd(5)]);
  }
  return code.with({ ...change, code: bytes });
}

export function fuzzCode(n: number, seed: number, corpus: string, jit: boolean): FuzzResult {
  const rnd = noise(seed);
  const files = readdirSync(corpus).filter((f) => f.endsWith('.py'));
  const codes = files.flatMap((f) => [...all(compileModule(parse(readFileSync(`${corpus}/${f}`)), { filename: f }))]).filter((c) => c.code.length < 600);
  const out: FuzzResult = { mutations: n, refused: 0, ran: 0, ends: {}, faults: [] };
  let m = machine(jit);
  const end = (what: string): void => void (out.ends[what] = (out.ends[what] ?? 0) + 1);
  for (let i = 0; i < n; i++) {
    if (i % 5000 === 4999) m = machine(jit);
    const vm = m.thread;
    const original = codes[rnd(codes.length)]!;
    let code: PyCode;
    const where = (): string => `mutation ${i} of seed ${seed} (${original.name} of ${original.filename})`;
    try {
      if (rnd(8) === 0) {
        const bytes = encodeCode(mutate(original, rnd));
        if (rnd(2) === 0) bytes[rnd(bytes.length)] = rnd(256);
        const data = Uint8Array.from([99, bytes.length & 255, (bytes.length >> 8) & 255, bytes.length >> 16, 0, ...bytes]);
        const loaded = loads(m, data);
        if (loaded === null) {
          out.refused++;
          continue;
        }
        code = loaded;
      } else code = adopt(vm, mutate(original, rnd));
    } catch (e) {
      if (!(e instanceof PyException)) out.faults.push(`${where()}: making: ${String(e)}`);
      else out.refused++;
      continue;
    }
    out.ran++;
    try {
      end(execute(m, code, rnd));
    } catch (e) {
      if (e instanceof LimitError) {
        end('limit');
        m = machine(jit);
      }
      else if (e instanceof PyException) end('exception');
      else {
        out.faults.push(`${where()}: ${e instanceof Error ? (e.stack ?? e.message).split('\n').slice(0, 4).join(' | ') : String(e)}`);
        m = machine(jit);
      }
      if (out.faults.length > 20) break;
    }
  }
  return out;
}

function loads(m: Machine, data: Uint8Array): PyCode | null {
  const marshal = makeMarshal(m.thread, m);
  const o = m.execute((vm) => call(vm, marshal.dict.getStr('loads')!, [new PyBytes(data)]));
  return o.kind === 'done' ? (o.value as PyCode) : null;
}

function machine(jit: boolean): Machine {
  const m = new Machine({
    host: { stdout: () => {}, stderr: () => {}, readLine: () => '', readFile: () => null, isDirectory: () => false, now: () => 0, monotonic: () => 0, frozenModule: () => null },
    argv: ['fuzz'],
    path: [],
    limits: { maxSteps: 3000 },
  });
  m.thread.jitThreshold = jit ? 0 : Infinity;
  return m;
}

function execute(m: Machine, code: PyCode, rnd: (n: number) => number): string {
  const vm = m.thread;
  vm.steps = 0;
  const globals = new PyDict();
  globals.setStr('__builtins__', new PyDict());
  globals.setStr('__name__', 'fuzz');
  const some = (): PyValue => [null, 1, 'ab', new PyList([1, 2]), new PyTuple([1, 'x']), new PyFloat(1.5), true, new PyDict(), code][rnd(9)]!;
  for (const name of code.co.names) if (rnd(2) === 0) globals.setStr(name, some());
  const fn = new PyFunction(code, globals, new PyDict(), code.co.name, code.co.name);
  if (code.nfrees > 0) fn.closure = new PyTuple(code.co.freevars.map(() => new PyCell(some())));
  const args = Array.from({ length: code.argcount }, some);
  const kwargs = new Map(code.co.varnames.slice(code.argcount, code.argcount + code.co.kwonlyargcount).map((k) => [k, some()]));
  const o = m.execute((v) => call(v, fn, args, kwargs));
  if (o.kind === 'waiting' || o.kind === 'paused') throw new Error(o.kind);
  if (o.kind === 'raised') return o.error.cls.name;
  if (!(o.value instanceof PyGenerator)) return 'value';
  const g = o.value;
  for (let k = 0; k < 3; k++) {
    const step = m.execute((v) => next(v, g));
    if (step.kind === 'raised') return step.error.cls.name;
  }
  return 'generator';
}
