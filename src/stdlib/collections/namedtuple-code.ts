/**
 * The `__new__` of a named tuple. CPython's collections module writes it as text and evaluates that; here the code
 * object is put together directly, the same as the compiler makes of the text (test/unit/namedtuple-code.test.ts), so
 * that a named tuple needs no parser.
 */
import { CO, CodeObject } from '../../bytecode/code.js';
import { HAVE_ARGUMENT, Op } from '../../bytecode/opcodes.js';

const NO_ROWS = new Int32Array(0);

/** Instructions and their places in the text, from column to column of line 1. */
class Instructions {
  readonly bytes: number[] = [];
  readonly rows: number[] = [];

  add(op: number, arg: number, from: number, to: number): void {
    // Neighbours at the same place share a row.
    const { rows } = this;
    if (rows[rows.length - 2] !== from || rows[rows.length - 1] !== to || rows.length === 0) rows.push(this.bytes.length, 1, 1, from, to);
    this.bytes.push(op);
    if (op >= HAVE_ARGUMENT) this.bytes.push(arg & 255, arg >> 8);
  }
}

function codeObject(name: string, flags: number, stacksize: number, made: Instructions, more: Partial<CodeObject>): CodeObject {
  return new CodeObject({
    name, qualname: name, filename: '<string>', argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize, flags, firstlineno: 1, names: [], varnames: [], freevars: [], cellvars: [], consts: [null],
    ...more, code: Uint8Array.from(made.bytes), lnotab: new Uint8Array(0), positions: Int32Array.from(made.rows), edges: NO_ROWS,
  });
}

/** Code of `lambda _cls, a, b: _tuple_new(_cls, (a, b))` for the fields `a` and `b`, as of an `eval`; null: leave it to the compiler. */
export function namedTupleCode(fields: readonly string[]): CodeObject | null {
  if (!fields.every((f) => /^[A-Za-z_][A-Za-z_0-9]*$/.test(f)) || fields.length > 60000 || fields.length === 0) return null;
  const args = fields.join(', ') + (fields.length === 1 ? ',' : '');
  const call = 'lambda _cls, '.length + args.length + 2;
  const tuple = call + '_tuple_new(_cls, '.length;
  const end = tuple + args.length + 3;
  const body = new Instructions();
  body.add(Op.LOAD_GLOBAL, 0, call, call + 10);
  body.add(Op.LOAD_FAST, 0, call + 11, call + 15);
  let at = tuple + 1;
  fields.forEach((f, i) => {
    body.add(Op.LOAD_FAST, i + 1, at, at + f.length);
    at += f.length + 2;
  });
  body.add(Op.BUILD_TUPLE, fields.length, tuple, end - 1);
  body.add(Op.CALL_FUNCTION, 2, call, end);
  body.add(Op.RETURN_VALUE, 0, 0, end);
  const lambda = codeObject('<lambda>', CO.OPTIMIZED | CO.NEWLOCALS | CO.NOFREE, fields.length + 2, body, { argcount: fields.length + 1, names: ['_tuple_new'], varnames: ['_cls', ...fields] });
  const outer = new Instructions();
  outer.add(Op.LOAD_CONST, 0, 0, end);
  outer.add(Op.LOAD_CONST, 1, 0, end);
  outer.add(Op.MAKE_FUNCTION, 0, 0, end);
  outer.add(Op.RETURN_VALUE, 0, 0, end);
  return codeObject('<module>', CO.NOFREE, 2, outer, { consts: [lambda, '<lambda>'] });
}
