/** _opcode_table: the opcode table of src/bytecode/opcodes.ts for our `opcode` and `dis`. */
import { valueError } from '../objects/errors.js';
import { PyDict } from '../objects/dict.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { CMP_OP, HAVE_ARGUMENT, Op, opByNumber, stackEffect, type OpInfo } from '../bytecode/opcodes.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

const withOperand = (...kinds: OpInfo['operand'][]): PyList => {
  const out: number[] = [];
  for (let i = 0; i < 256; i++) {
    const row = opByNumber[i];
    if (row !== undefined && kinds.includes(row.operand)) out.push(i);
  }
  return new PyList(out);
};

export const makeOpcodeTable: NativeModuleMaker = () => {
  const opmap = new PyDict();
  for (let i = 0; i < 256; i++) if (typeof Op[i] === 'string') opmap.setStr(Op[i]!, i);
  return defineModule({
    name: '_opcode_table',
    functions: {
      'stack_effect(opcode, oparg=None, /)': (_vm, op, arg) => {
        if (typeof op !== 'number' || opByNumber[op] === undefined) throw valueError('invalid opcode or oparg');
        if (op >= HAVE_ARGUMENT && arg === null) throw valueError('stack_effect: opcode requires oparg but oparg was not specified');
        if (op < HAVE_ARGUMENT && arg !== null) throw valueError('stack_effect: opcode does not permit oparg but oparg was specified');
        return stackEffect(op, (arg as number | null) ?? 0);
      },
    },
    values: {
      opmap,
      cmp_op: new PyTuple([...CMP_OP]),
      HAVE_ARGUMENT,
      EXTENDED_ARG: Op.EXTENDED_ARG,
      hasconst: withOperand('const'),
      hasname: withOperand('name'),
      hasjrel: withOperand('jrel'),
      hasjabs: withOperand('jabs'),
      haslocal: withOperand('local'),
      hascompare: withOperand('compare'),
      hasfree: withOperand('free'),
      hasnargs: withOperand('nargs'),
    },
  });
};
