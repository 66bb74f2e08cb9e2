/** The verifier refuses what would break a VM, takes all our compiler makes, and survives anything. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CO, CodeObject } from '../../src/bytecode/code.js';
import { Op } from '../../src/bytecode/opcodes.js';
import { decodeCode, encodeCode } from '../../src/bytecode/serialize.js';
import { verifyCode } from '../../src/bytecode/verify.js';
import { compileModule } from '../../src/compiler/compile.js';
import { parse } from '../../src/parser/parse.js';

const base = compileModule(parse('def f(a): return a\n'), { filename: 'x' });

function made(bytes: readonly number[], fields: Partial<CodeObject> = {}): CodeObject {
  return base.with({ consts: [null, 1], names: ['n'], varnames: ['v'], cellvars: ['c'], stacksize: 20, ...fields, code: Uint8Array.from(bytes) });
}

const bad: readonly (readonly [name: string, code: CodeObject, message: RegExp])[] = [
  ['empty', made([]), /empty/],
  ['cut off', made([Op.LOAD_CONST, 0]), /cut off/],
  ['runs off the end', made([Op.LOAD_CONST, 0, 0]), /runs off/],
  ['unknown opcode', made([0, Op.RETURN_VALUE]), /unknown opcode/],
  ['constant', made([Op.LOAD_CONST, 9, 0, Op.RETURN_VALUE]), /out of range/],
  ['name', made([Op.LOAD_NAME, 9, 0, Op.RETURN_VALUE]), /out of range/],
  ['local', made([Op.LOAD_FAST, 9, 0, Op.RETURN_VALUE]), /out of range/],
  ['cell', made([Op.LOAD_DEREF, 9, 0, Op.RETURN_VALUE]), /out of range/],
  ['underflow', made([Op.POP_TOP, Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]), /underflow/],
  ['jump into an instruction', made([Op.JUMP_ABSOLUTE, 4, 0, Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]), /jump/],
  ['jump out', made([Op.JUMP_FORWARD, 99, 0, Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]), /jump/],
  ['no block', made([Op.POP_BLOCK, Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]), /no block/],
  ['no handler', made([Op.POP_EXCEPT, Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]), /no exception handler/],
  ['no status', made([Op.LOAD_CONST, 1, 0, Op.END_FINALLY, Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]), /no status/],
  ['break outside', made([Op.BREAK_LOOP, Op.RETURN_VALUE]), /outside loop/],
  ['too deep', made([Op.LOAD_CONST, 0, 0, Op.DUP_TOP, Op.RETURN_VALUE], { stacksize: 1 }), /deeper/],
  ['growing loop', made([Op.LOAD_CONST, 0, 0, Op.JUMP_ABSOLUTE, 0, 0]), /too many states|deeper/],
  ['yield in a function', made([Op.LOAD_CONST, 0, 0, Op.YIELD_VALUE, Op.RETURN_VALUE], { flags: 0 }), /not a generator/],
  ['arguments without names', made([Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE], { argcount: 5 }), /co_varnames/],
  ['prefix of nothing', made([Op.EXTENDED_ARG, 0, 0, Op.RETURN_VALUE]), /EXTENDED_ARG|cut off/],
  ['odd line table', made([Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE], { lnotab: Uint8Array.of(1) }), /co_lnotab/],
];

test.each(bad)('%s', (_name, code, message) => expect(verifyCode(code)).toMatch(message));

test('a sound one', () => {
  expect(verifyCode(made([Op.LOAD_CONST, 0, 0, Op.RETURN_VALUE]))).toBeNull();
  expect(verifyCode(made([Op.LOAD_CONST, 0, 0, Op.YIELD_VALUE, Op.RETURN_VALUE], { flags: CO.GENERATOR }))).toBeNull();
});

/** Repeatable noise. */
function noise(seed: number): (n: number) => number {
  let x = seed;
  return (n) => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return Math.floor((x / 2 ** 32) * n);
  };
}

function* all(code: CodeObject): Generator<CodeObject> {
  yield code;
  for (const c of code.consts) if (c instanceof CodeObject) yield* all(c);
}

describe('mutations', () => {
  const folder = fileURLToPath(new URL('../unit/compiler/corpus/', import.meta.url));
  const trees = readdirSync(folder).filter((f) => f.endsWith('.py')).map((f) => compileModule(parse(readFileSync(folder + f)), { filename: f }));

  test('of code are judged', () => {
    const rnd = noise(1);
    let refused = 0;
    let total = 0;
    for (const code of trees.flatMap((t) => [...all(t)])) {
      for (let k = 0; k < 10; k++) {
        const bytes = code.code.slice();
        for (let m = rnd(3); m >= 0; m--) bytes[rnd(bytes.length)] = rnd(256);
        const verdict = verifyCode(code.with({ code: bytes }));
        total++;
        if (verdict !== null) refused++;
      }
    }
    expect(total).toBeGreaterThan(4000);
    expect(refused).toBeGreaterThan(total / 2);
  });

  test('of encoded code are read or refused', () => {
    const rnd = noise(2);
    for (const tree of trees) {
      const bytes = encodeCode(tree);
      for (let k = 0; k < 200; k++) {
        const changed = bytes.slice(0, rnd(4) === 0 ? rnd(bytes.length) : bytes.length);
        for (let m = rnd(4); m >= 0; m--) changed[rnd(changed.length)] = rnd(256);
        try {
          decodeCode(changed);
        } catch (e) {
          expect(e).toBeInstanceOf(Error);
          expect(String(e)).toMatch(/code data/);
        }
      }
    }
  });
});
