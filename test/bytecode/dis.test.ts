/** The listing's layout, line starts, labels, flags; and the float and JSON spellings. */
import { describe, expect, test } from 'vitest';
import { CodeObject } from '../../src/bytecode/code.js';
import { constRepr } from '../../src/bytecode/const-repr.js';
import { ConstBytes, ConstComplex, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, ELLIPSIS } from '../../src/bytecode/consts.js';
import { disText, disassemble, findLabels, findLineStarts, lineOfOffset, prettyFlags, showCodeText } from '../../src/bytecode/dis.js';
import { floatHex } from '../../src/bytecode/json.js';
import { Op } from '../../src/bytecode/opcodes.js';
import { encodeCode, decodeCode } from '../../src/bytecode/serialize.js';
import { compileModule } from '../../src/compiler/compile.js';
import { parse } from '../../src/parser/parse.js';

const code = compileModule(parse('for x in y:\n    f(x, k=1)\nz = x < 2\n'), { filename: 'a.py' });

test('listing of a module', () => {
  expect(disText(code)).toBe(`  1           0 SETUP_LOOP              30 (to 33)
              3 LOAD_NAME                0 (y)
              6 GET_ITER
        >>    7 FOR_ITER                22 (to 32)
             10 STORE_NAME               1 (x)

  2          13 LOAD_NAME                2 (f)
             16 LOAD_NAME                1 (x)
             19 LOAD_CONST               0 ('k')
             22 LOAD_CONST               1 (1)
             25 CALL_FUNCTION          257 (1 positional, 1 keyword pair)
             28 POP_TOP
             29 JUMP_ABSOLUTE            7
        >>   32 POP_BLOCK

  3     >>   33 LOAD_NAME                1 (x)
             36 LOAD_CONST               2 (2)
             39 COMPARE_OP               0 (<)
             42 STORE_NAME               3 (z)
             45 LOAD_CONST               3 (None)
             48 RETURN_VALUE
`);
});

test('the current instruction is marked', () => {
  expect(disText(code, { lasti: 16 }).split('\n').find((l) => l.includes('-->'))).toBe('    -->      16 LOAD_NAME                1 (x)');
});

test('bare bytes have indices for names', () => {
  const text = disText(Uint8Array.of(Op.LOAD_FAST, 1, 0, Op.LOAD_CONST, 2, 0, Op.COMPARE_OP, 2, 0, Op.JUMP_FORWARD, 1, 0, Op.POP_TOP, Op.RETURN_VALUE));
  expect(text).toBe(`          0 LOAD_FAST                1 (1)
          3 LOAD_CONST               2 (2)
          6 COMPARE_OP               2 (==)
          9 JUMP_FORWARD             1 (to 13)
         12 POP_TOP
    >>   13 RETURN_VALUE
`);
});

test('a long argument has its prefix on a line of its own', () => {
  const rows = disassemble(Uint8Array.of(Op.EXTENDED_ARG, 2, 0, Op.MAKE_FUNCTION, 1, 0));
  expect(rows.map((r) => [r.opname, r.arg])).toEqual([
    ['EXTENDED_ARG', 2],
    ['MAKE_FUNCTION', 131073],
  ]);
});

test('a free number', () => expect(disText(Uint8Array.of(0))).toContain('<0>'));

test('line starts and lines', () => {
  expect(findLineStarts({ firstlineno: 5, lnotab: Uint8Array.of(6, 1, 255, 0, 10, 255, 0, 45) })).toEqual([
    [0, 5],
    [6, 6],
    [271, 306],
  ]);
  expect([0, 5, 6, 270, 271, 999].map((at) => lineOfOffset({ firstlineno: 5, lnotab: Uint8Array.of(6, 1, 255, 0, 10, 44) }, at))).toEqual([5, 5, 6, 6, 50, 50]);
});

test('labels', () => expect(findLabels(code.code).length).toBeGreaterThan(1));

test('flags', () => {
  expect(prettyFlags(0)).toBe('0x0');
  expect(prettyFlags(67)).toBe('OPTIMIZED, NEWLOCALS, NOFREE');
  expect(prettyFlags(0x40040)).toBe('NOFREE, 0x40000');
});

test('show_code', () => {
  expect(showCodeText(code)).toBe(`Name:              <module>
Filename:          a.py
Argument count:    0
Kw-only arguments: 0
Number of locals:  0
Stack size:        5
Flags:             NOFREE
Constants:
   0: 'k'
   1: 1
   2: 2
   3: None
Names:
   0: y
   1: x
   2: f
   3: z`);
});

describe('reprs', () => {
  test.each([
    [null, 'None'],
    [true, 'True'],
    [-5, '-5'],
    [12345678901234567890n, '12345678901234567890'],
    [new ConstFloat(1), '1.0'],
    [new ConstFloat(-0), '-0.0'],
    [new ConstFloat(1e16), '1e+16'],
    [new ConstFloat(1e15), '1000000000000000.0'],
    [new ConstFloat(1e-5), '1e-05'],
    [new ConstFloat(0.0001), '0.0001'],
    [new ConstFloat(1.5e300), '1.5e+300'],
    [new ConstComplex(0, 1), '1j'],
    [new ConstComplex(-0, 1), '(-0+1j)'],
    [new ConstComplex(1.5, -2), '(1.5-2j)'],
    ["it's", '"it\'s"'],
    ['a\'b"c', "'a\\'b\"c'"],
    ['\n\t\\\x00\x7f\u00e9\u200b\u{1f600}\ud800', "'\\n\\t\\\\\\x00\\x7f\u00e9\\u200b\u{1f600}\\ud800'"],
    [new ConstStr([0xd83d, 0xde00]), "'\\ud83d\\ude00'"],
    [new ConstBytes(Uint8Array.of(0, 65, 39, 255)), 'b"\\x00A\'\\xff"'],
    [ELLIPSIS, 'Ellipsis'],
    [new ConstTuple([]), '()'],
    [new ConstTuple([1]), '(1,)'],
    [new ConstTuple([1, 'a']), "(1, 'a')"],
    [new ConstFrozenset([1]), 'frozenset({1})'],
  ] as const)('%#', (value, repr) => expect(constRepr(value)).toBe(repr));

  test('hex of floats', () => {
    expect([1, -0, 0.1, 5e-324, NaN, -Infinity, 1.5e300].map(floatHex)).toEqual([
      '0x1.0000000000000p+0',
      '-0x0.0p+0',
      '0x1.999999999999ap-4',
      '0x0.0000000000001p-1022',
      'nan',
      '-inf',
      '0x1.1eb2d66005835p+997',
    ]);
  });
});

test('every constant survives serialisation', () => {
  const consts = [
    null, true, false, 0, -1, 2 ** 53 - 1, -(2 ** 53 - 1), 2n ** 100n, -(2n ** 64n), new ConstFloat(-0), new ConstFloat(NaN), new ConstComplex(1, -2),
    'text', '', '\ud800x', 'long '.repeat(20), '\u00e9\u{1f600}', new ConstStr([0xd83d, 0xde00]), new ConstBytes(Uint8Array.of(1, 2)), ELLIPSIS,
    new ConstTuple([1, new ConstTuple([])]), new ConstFrozenset(['a']), code,
  ];
  const back = decodeCode(encodeCode(code.with({ consts }))).consts;
  expect(back.length).toBe(consts.length);
  back.forEach((c, i) => (c instanceof CodeObject ? expect(disText(c)).toBe(disText(code)) : expect(c).toEqual(consts[i])));
});

test('encoded code of another version is refused', () => {
  const bytes = encodeCode(code);
  bytes[4] = 99;
  expect(() => decodeCode(bytes)).toThrow(/version 99/);
  expect(() => decodeCode(Uint8Array.of(1, 2, 3, 4))).toThrow(/not code data/);
});
