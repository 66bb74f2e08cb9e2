/** MAKE_FUNCTION and MAKE_CLOSURE. */
import { Op } from '../../bytecode/opcodes.js';
import type { PyValue, Result } from '../../objects/object.js';
import { PyFunction } from '../../objects/function.js';
import { PyDict } from '../../objects/dict.js';
import { PyTuple } from '../../objects/tuple.js';
import { asJS } from '../../objects/str.js';
import { CO } from '../../bytecode/code.js';
import type { PyCode } from '../../objects/code.js';
import { columnOf, type PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';

/** How many values MAKE_x takes off the stack. */
export function makeFunctionPops(op: number, arg: number): number {
  const annotations = arg >>> 16;
  return (arg & 255) + 2 * ((arg >> 8) & 255) + annotations + 2 + (op === Op.MAKE_CLOSURE ? 1 : 0);
}

/** The values start at `st[at]`; see the stack picture in the opcode table. */
export function makeFunction(vm: Thread, f: PyFrame, at: number, op: number, arg: number): Result {
  const { st } = f;
  const ndefaults = arg & 255;
  const nkw = (arg >> 8) & 255;
  const nann = arg >>> 16;
  let p = at;
  const defaults: PyValue[] = [];
  for (let i = 0; i < ndefaults; i++) defaults.push(st[p++]);
  let kwdefaults: PyDict | null = null;
  if (nkw > 0) {
    kwdefaults = new PyDict();
    for (let i = 0; i < nkw; i++, p += 2) kwdefaults.setStr(asJS(st[p])!, st[p + 1]);
  }
  let annotations: PyDict | null = null;
  if (nann > 0) {
    annotations = new PyDict();
    const names = (st[p + nann - 1] as PyTuple).items;
    for (let i = 0; i < nann - 1; i++) annotations.setStr(asJS(names[i]!)!, st[p + i]);
    p += nann;
  }
  const closure = op === Op.MAKE_CLOSURE ? (st[p++] as PyTuple) : null;
  const made = st[p] as PyCode;
  const code = made.co.twins === null ? made : made.twin(columnOf(f.code, f.lasti));
  const fn = makeFunctionObject(code, f.globals, f.builtins, st[p + 1]);
  if (ndefaults > 0) fn.defaults = new PyTuple(defaults);
  fn.kwdefaults = kwdefaults;
  fn.annotations = annotations;
  fn.closure = closure;
  void vm;
  return fn;
}

/** A function object with name, docstring and module filled in as CPython does. */
export function makeFunctionObject(code: PyCode, globals: PyDict, builtins: PyDict, qualname: PyValue): PyFunction {
  const fn = new PyFunction(code, globals, builtins, code.co.name, code.co.qualname || qualname);
  if (code.co.documented && code.flags & CO.OPTIMIZED && code.co.name !== '<lambda>') fn.doc = undefined;
  const mod = globals.getStr('__name__');
  if (mod !== undefined) fn.module = mod;
  return fn;
}
