/** The type of code objects: attributes, the constructor, replace(). Code made by a program is verified before it can run. */
import { T, typeOf, type PyValue, type VM } from './object.js';
import { error, overflowError, type PyException, typeError, valueError } from './errors.js';
import { defineType } from './define.js';
import { callPrelude } from './call.js';
import { PyCode, constOf } from './code.js';
import { PyBytes, asBytes } from './bytes.js';
import { PyTuple } from './tuple.js';
import { NotImplemented } from './singletons.js';
import { argTypeName, typeName } from './type.js';
import { asJS, strFromJS } from './str.js';
import { address, indexSync } from './convert.js';
import { CO, CodeObject, type CodeConst, type CodeFields } from '../bytecode/code.js';
import { ELLIPSIS } from '../bytecode/consts.js';
import { codeToJson } from '../bytecode/json.js';
import { decodeLines, encodeLines } from '../bytecode/serialize.js';
import { verifyCode } from '../bytecode/verify.js';

const strTuple = (names: readonly string[]): PyTuple => new PyTuple(names.map(strFromJS));

/** CPython's int argument of C type int. */
function intOf(v: PyValue): number {
  const n = indexSync(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  if (typeof n === 'bigint' || Math.abs(n) > 2 ** 31 - 1) throw overflowError('Python int too large to convert to C int');
  return n;
}

/** How an argument of the constructor or of replace() is named in its error. */
type Name = (argument: string, position: number) => string;

function strOf(v: PyValue, name: string): string {
  const s = asJS(v);
  if (s === undefined) throw typeError(`${name} must be str, not ${argTypeName(v)}`);
  return s;
}

function bytesOf(v: PyValue, name: string): Uint8Array {
  const b = asBytes(v);
  if (b === undefined || !typeOf(v).isSubtype(T.bytes)) throw typeError(`${name} must be bytes, not ${typeName(v)}`);
  return b.slice();
}

function tupleOf(v: PyValue, name: string): PyTuple {
  if (!(v instanceof PyTuple)) throw typeError(`${name} must be tuple, not ${argTypeName(v)}`);
  return v;
}

/**
 * Takes over code that did not come from the compiler: refuses it with a ValueError where it is unsound. What is left
 * of its faults (a LIST_APPEND to something that is no list) is a SystemError when it runs.
 */
export function adopt(vm: VM, co: CodeObject, values: PyTuple | null = null): PyCode {
  const wrong = verifyCode(co);
  if (wrong !== null) throw valueError(`bad bytecode: ${wrong}`);
  vm.state.untrustedCode = true;
  return new PyCode(co, values);
}

/** The fields as Python values, in the order of CPython's constructor. */
type Values = readonly PyValue[];

const FIELDS = [
  'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags', 'co_code', 'co_consts', 'co_names', 'co_varnames',
  'co_filename', 'co_name', 'co_qualname', 'co_firstlineno', 'co_linetable', 'co_exceptiontable', 'co_freevars', 'co_cellvars',
] as const;

function fieldsOf(s: PyCode): Values {
  const { co } = s;
  return [
    co.argcount, co.posonlyargcount, co.kwonlyargcount, s.nlocals, co.stacksize, co.flags, new PyBytes(co.code), s.constValues(), strTuple(co.names),
    strTuple(co.varnames), strFromJS(co.filename), strFromJS(co.name), strFromJS(co.qualname), co.firstlineno, new PyBytes(encodeLines(co)),
    new PyBytes(new Uint8Array(0)), strTuple(co.freevars), strTuple(co.cellvars),
  ];
}

const COUNTS = new Set([0, 1, 2, 3, 4, 5, 13]);

/** Makes a code object of `values`. `replaced`: what it is made from, by replace(). */
function makeCode(vm: VM, values: Values, name: Name, negative: (field: string) => PyException, badName: (v: PyValue) => PyException, replaced: PyCode | null): PyCode {
  const [argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, , , , , , , , firstlineno] = values.map((v, i) => (COUNTS.has(i) ? intOf(v) : 0)) as [number, number, number, number, number, number, number, number, number, number, number, number, number, number];
  const code = bytesOf(values[6]!, name('co_code', 7));
  const consts = tupleOf(values[7]!, name('co_consts', 8));
  const tuples = new Map([8, 9, 16, 17].map((i) => [i, tupleOf(values[i]!, name(FIELDS[i]!, i + 1))]));
  const [filename, ownName, qualname] = [10, 11, 12].map((i) => strOf(values[i]!, name(FIELDS[i]!, i + 1))) as [string, string, string];
  const linetable = bytesOf(values[14]!, name('co_linetable', 15));
  bytesOf(values[15]!, name('co_exceptiontable', 16));
  for (const i of COUNTS) if (intOf(values[i]!) < 0) throw negative(FIELDS[i]!);
  const [names, varnames, freevars, cellvars] = [8, 9, 16, 17].map((i) =>
    tuples.get(i)!.items.map((v) => {
      const s = asJS(v);
      if (s === undefined) throw badName(v);
      return s;
    }),
  ) as [string[], string[], string[], string[]];
  if (nlocals !== varnames.length) throw valueError('code: co_nlocals != len(co_varnames)');
  if (posonlyargcount > argcount) throw error('SystemError', 'Objects/codeobject.c:250: bad argument to internal function');
  const stars = (flags & CO.VARARGS ? 1 : 0) + (flags & CO.VARKEYWORDS ? 1 : 0);
  if (argcount + kwonlyargcount + stars > varnames.length) throw valueError('code: co_varnames is too small');
  const fields: CodeFields = {
    name: ownName, qualname, filename, argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno, names, varnames, freevars, cellvars, code,
    // Objects that are no constants of a source text stand in the tuple of values only.
    consts: consts.items.map((v): CodeConst => {
      const c = constOf(v);
      return c === undefined ? ELLIPSIS : c;
    }),
    ...decodeLines(linetable, firstlineno),
  };
  const co = new CodeObject(fields);
  if (replaced !== null && sameBehaviour(replaced.co, co) && consts === replaced.constValues()) return new PyCode(co, consts);
  return adopt(vm, co, consts);
}

/** Whether two code objects differ in names and lines only. */
function sameBehaviour(a: CodeObject, b: CodeObject): boolean {
  const shape = (c: CodeObject): string =>
    JSON.stringify([c.argcount, c.posonlyargcount, c.kwonlyargcount, c.stacksize, c.flags, c.names, c.varnames, c.freevars, c.cellvars, [...c.code]]);
  return shape(a) === shape(b);
}

function sameCode(a: PyCode, b: PyCode): boolean {
  if (a === b) return true;
  const x = a.co;
  const y = b.co;
  if (x.name !== y.name || x.code.length !== y.code.length || x.posonlyargcount !== y.posonlyargcount) return false;
  return JSON.stringify(codeToJson(x, '')) === JSON.stringify(codeToJson(y, '')) && [...x.positions].join() === [...y.positions].join();
}

defineType({
  name: 'code',
  instance: PyCode,
  new: ['__new__(cls, *args, **kwargs)', (vm, _cls, args: PyValue[], kwargs: Map<string, PyValue>) => {
    if (kwargs.size > 0) throw typeError('code() takes no keyword arguments');
    if (args.length < 16) throw typeError(`code expected at least 16 arguments, got ${args.length}`);
    if (args.length > 18) throw typeError(`code expected at most 18 arguments, got ${args.length}`);
    const all = [...args, ...[new PyTuple([]), new PyTuple([])].slice(args.length - 16)];
    const negative = (field: string): PyException => valueError(`code: ${field.slice(3)} must not be negative`);
    const badName = (v: PyValue): PyException => typeError(`name tuples must contain only strings, not '${typeName(v)}'`);
    return makeCode(vm, all, (_n, i) => `code() argument ${i}`, negative, badName, null);
  }],
  methods: {
    '__repr__(self, /)': (_vm, self: PyCode) => strFromJS(`<code object ${self.co.name} at ${address(self)}, file "${self.co.filename}", line ${self.co.firstlineno}>`),
    '__eq__(self, value, /)': (_vm, self: PyCode, o) => (o instanceof PyCode ? sameCode(self, o) : NotImplemented),
    '__ne__(self, value, /)': (_vm, self: PyCode, o) => (o instanceof PyCode ? !sameCode(self, o) : NotImplemented),
    '__hash__(self, /)': (_vm, self: PyCode) => (self.co.firstlineno * 31 + self.co.code.length * 7 + self.co.name.length) >>> 0,
    // For traceback and inspect (scripts/lib-modules.mjs): the row of co_positions of the instruction at `offset`.
    '_position_at(self, offset, /)': (_vm, self: PyCode, offset) => positionAt(self, typeof offset === 'number' ? offset : -1),
    '_varname_from_oparg(self, /, oparg)': (_vm, self: PyCode, oparg) => {
      const i = intOf(oparg);
      const name = [...self.co.varnames, ...self.co.cellvars, ...self.co.freevars][i];
      if (name === undefined) throw error('IndexError', 'tuple index out of range');
      return strFromJS(name);
    },
    '!co_lines(self, /)': (vm, self: PyCode) => callPrelude(vm, 'code_lines', self, positionsOf(self)),
    '!co_positions(self, /)': (vm, self: PyCode) => callPrelude(vm, 'code_positions', self, positionsOf(self)),
    'replace(self, /, *args, **kwargs)': (vm, self: PyCode, args: PyValue[], kwargs: Map<string, PyValue>) => {
      if (args.length > 0) throw typeError('replace() takes no positional arguments');
      const values = [...fieldsOf(self)];
      for (const [k, v] of kwargs) {
        const i = (FIELDS as readonly string[]).indexOf(k);
        if (i < 0) throw typeError(`'${k}' is an invalid keyword argument for replace()`);
        values[i] = v;
      }
      // The number of locals follows their names, as long as it is not given.
      if (!kwargs.has('co_nlocals') && values[9] instanceof PyTuple) values[3] = values[9].items.length;
      const negative = (field: string): PyException => valueError(`${field} must be a positive integer`);
      return makeCode(vm, values, (n) => `replace() argument '${n}'`, negative, () => error('SystemError', 'non-string found in code slot'), self);
    },
    '__sizeof__(self, /)': (_vm, self: PyCode) => 176 + self.co.code.length,
  },
  members: {
    co_nlocals: (_vm, s: PyCode) => s.nlocals,
    co_argcount: (_vm, s: PyCode) => s.co.argcount,
    co_posonlyargcount: (_vm, s: PyCode) => s.co.posonlyargcount,
    co_kwonlyargcount: (_vm, s: PyCode) => s.co.kwonlyargcount,
    co_stacksize: (_vm, s: PyCode) => s.co.stacksize,
    co_flags: (_vm, s: PyCode) => s.co.flags,
    co_names: (_vm, s: PyCode) => strTuple(s.co.names),
    co_filename: (_vm, s: PyCode) => strFromJS(s.co.filename),
    co_name: (_vm, s: PyCode) => strFromJS(s.co.name),
    co_qualname: (_vm, s: PyCode) => strFromJS(s.co.qualname),
    co_firstlineno: (_vm, s: PyCode) => s.co.firstlineno,
    co_consts: (_vm, s: PyCode) => s.constValues(),
    co_linetable: (_vm, s: PyCode) => new PyBytes(encodeLines(s.co)),
    co_exceptiontable: () => new PyBytes(new Uint8Array(0)),
  },
  getset: {
    co_code: (_vm, s: PyCode) => new PyBytes(s.co.code),
    _co_code_adaptive: (_vm, s: PyCode) => new PyBytes(s.co.code),
    co_lnotab: (_vm, s: PyCode) => new PyBytes(s.co.lnotab),
    co_varnames: (_vm, s: PyCode) => strTuple(s.co.varnames),
    co_freevars: (_vm, s: PyCode) => strTuple(s.co.freevars),
    co_cellvars: (_vm, s: PyCode) => strTuple(s.co.cellvars),
  },
});

/** Rows (start, end, line, end line, column, end column) per instruction run. */
function positionsOf(code: PyCode): PyTuple {
  const p = code.co.positions;
  const rows: PyValue[] = [];
  for (let i = 0; i < p.length; i += 5) {
    const end = i + 5 < p.length ? p[i + 5]! : code.co.code.length;
    const cell = (n: number): PyValue => (n < 0 ? null : n);
    rows.push(new PyTuple([p[i]!, end, cell(p[i + 1]!), cell(p[i + 2]!), cell(p[i + 3]!), cell(p[i + 4]!)]));
  }
  return new PyTuple(rows);
}

function positionAt(code: PyCode, offset: number): PyTuple {
  const rows = positionsOf(code).items;
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = (rows[i] as PyTuple).items;
    if ((row[0] as number) <= Math.max(offset, 0)) return new PyTuple(row.slice(2));
  }
  return new PyTuple([null, null, null, null]);
}

