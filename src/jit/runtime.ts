/** What generated code calls. The functions that set up or leave frames mirror the run loop's cases. */
import { Op } from '../bytecode/opcodes.js';
import { NOVALUE, PUSHED, PyFloat, T, type PyValue, type Result } from '../objects/object.js';
import { PyFunction, PyModule } from '../objects/function.js';
import { PyFrame } from '../objects/frame.js';
import { PyGenerator } from '../objects/generator.js';
import { PyInstance } from '../objects/type.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyDict } from '../objects/dict.js';
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../objects/iterators.js';
import { NativeFunction } from '../objects/native.js';
import { setupCells } from '../objects/call.js';
import { truthSync } from '../objects/convert.js';
import { iter, next } from '../objects/iterate.js';
import { delitem, getitem, PySlice, setitem } from '../objects/subscript.js';
import { setattr } from '../objects/attribute.js';
import type { Thread } from '../vm/thread.js';
import * as ops from '../vm/ops/index.js';

/** A frame for `fn`, pushed, when `n` positional arguments are all it takes; else null. `f` is the caller. */
function push(vm: Thread, f: PyFrame, fn: PyValue, n: number): any[] | null {
  if (!(fn instanceof PyFunction)) return null;
  const callee = fn.code;
  if (!callee.simpleArgs || n !== callee.argcount || callee.isGenerator || vm.depth >= vm.recursionLimit) return null;
  let g = callee.pool;
  if (g === null) g = new PyFrame(callee, fn.globals, fn.builtins);
  else {
    callee.pool = g.back as PyFrame | null;
    g.globals = fn.globals;
    g.builtins = fn.builtins;
    g.pc = 0;
    g.lasti = -1;
    g.sp = callee.nfixed;
  }
  g.back = f;
  g.savedHandled = vm.handled;
  vm.depth++;
  vm.frame = g;
  return g.st;
}

function cells(vm: Thread, st: any[], fn: PyFunction): true {
  const { code } = fn;
  if (code.nfixed !== code.nlocals) setupCells(code, st, fn.closure);
  void vm;
  return true;
}

const c0 = (vm: Thread, f: PyFrame, fn: PyValue): boolean => {
  const st = push(vm, f, fn, 0);
  return st !== null && cells(vm, st, fn as PyFunction);
};
const c1 = (vm: Thread, f: PyFrame, fn: PyValue, a: PyValue): boolean => {
  const st = push(vm, f, fn, 1);
  if (st === null) return false;
  st[0] = a;
  return cells(vm, st, fn as PyFunction);
};
const c2 = (vm: Thread, f: PyFrame, fn: PyValue, a: PyValue, b: PyValue): boolean => {
  const st = push(vm, f, fn, 2);
  if (st === null) return false;
  st[0] = a;
  st[1] = b;
  return cells(vm, st, fn as PyFunction);
};
const c3 = (vm: Thread, f: PyFrame, fn: PyValue, a: PyValue, b: PyValue, c: PyValue): boolean => {
  const st = push(vm, f, fn, 3);
  if (st === null) return false;
  st[0] = a;
  st[1] = b;
  st[2] = c;
  return cells(vm, st, fn as PyFunction);
};
const c4 = (vm: Thread, f: PyFrame, fn: PyValue, a: PyValue, b: PyValue, c: PyValue, d: PyValue): boolean => {
  const st = push(vm, f, fn, 4);
  if (st === null) return false;
  st[0] = a;
  st[1] = b;
  st[2] = c;
  st[3] = d;
  return cells(vm, st, fn as PyFunction);
};

/** CALL_FUNCTION otherwise; the arguments are at `st[at]`. */
function callAny(vm: Thread, fn: PyValue, st: any[], at: number, n: number): Result {
  return fn instanceof NativeFunction && !fn.bound && fn.self !== undefined ? ops.callNativeStack(vm, fn, st, at, n) : ops.callStack(vm, fn, st, at, n);
}

/** CALL_METHOD whose LOAD_METHOD found a method: self is the first of `n` values at `st[at]`. */
function callMethod(vm: Thread, fn: PyValue, st: any[], at: number, n: number): Result {
  return fn instanceof NativeFunction ? ops.callNativeStack(vm, fn, st, at, n) : ops.callStack(vm, fn, st, at, n);
}

/** RETURN_VALUE without blocks to unwind. The code says how the trampoline goes on. */
function ret(vm: Thread, f: PyFrame, v: PyValue, pc: number): number {
  const back = f.back!;
  if (f.special) {
    f.lasti = pc;
    const r = ops.leaveSpecial(vm, f, v);
    if (back.isPython) {
      if (r !== undefined) {
        back.st[back.sp++] = r;
        return 0;
      }
      if (vm.exc === null && back.code.co.code[back.lasti] === Op.FOR_ITER && back.code.ops !== null) {
        back.sp--;
        back.pc = back.code.ops[back.lasti + 1]!;
        return 0;
      }
    }
    vm.delivered = r;
    return 3;
  }
  vm.depth--;
  vm.frame = back;
  if (f.captured) {
    f.lasti = pc;
    ops.finishCaptured(f);
  } else {
    const c = f.code;
    const st = f.st;
    const n = c.nfixed;
    for (let i = 0; i < n; i++) st[i] = undefined;
    f.back = c.pool;
    c.pool = f;
  }
  if (back.isPython) {
    back.st[back.sp++] = v;
    return 0;
  }
  vm.delivered = v;
  return 3;
}

/** YIELD_VALUE; pc, lasti and sp of `f` are set. */
function yieldOut(vm: Thread, f: PyFrame, v: PyValue): number {
  const gen = f.gen!;
  const back = f.back!;
  if (gen.cls === T.generator && back.isPython && back.gen === null) {
    gen.running = false;
    if (vm.handled !== f.savedHandled) {
      gen.handled = vm.handled;
      vm.handled = f.savedHandled;
    }
    vm.depth--;
    f.back = null;
    vm.frame = back;
    back.st[back.sp++] = v;
    return 0;
  }
  vm.delivered = ops.yieldValue(vm, f, v);
  return 3;
}

/** FOR_ITER over a generator: its frame is pushed; `f`'s own state is spilled by the caller. */
function forGen(vm: Thread, f: PyFrame, it: PyValue): boolean {
  if (!(it instanceof PyGenerator) || it.cls !== T.generator || it.running || it.frame === null || vm.depth >= vm.recursionLimit) return false;
  const g = it.frame;
  if (g.lasti >= 0) g.st[g.sp++] = null;
  it.running = true;
  vm.depth++;
  g.back = f;
  g.savedHandled = vm.handled;
  if (it.handled !== null) {
    vm.handled = it.handled;
    it.handled = null;
  }
  vm.frame = g;
  return true;
}

function getIter(vm: Thread, v: PyValue): Result {
  if (v instanceof PyList && v.cls === T.list) return new PyListIterator(v);
  if (v instanceof PyTuple && v.cls === T.tuple) return new PyTupleIterator(v);
  if (v instanceof PyGenerator && v.cls === T.generator) return v;
  return iter(vm, v);
}

function getItem(vm: Thread, o: PyValue, k: PyValue): Result {
  if (o instanceof PyDict && o.cls === T.dict) {
    const i = typeof k === 'string' || typeof k === 'number' ? o.findPrim(k) : o.find(k);
    if (i >= 0) return o.vals[i];
  }
  if (typeof o === 'string' && typeof k === 'number' && k >= 0 && k < o.length) return o[k]!;
  return getitem(vm, o, k);
}

function storeNameFast(vm: Thread, f: PyFrame, name: string, v: PyValue): Result {
  const d = f.locals;
  if (d instanceof PyDict && d.cls === T.dict) {
    d.setStr(name, v);
    return NOVALUE;
  }
  return ops.storeName(vm, f, name, v);
}

function setItem(vm: Thread, o: PyValue, k: PyValue, v: PyValue): Result {
  if (o instanceof PyDict && o.cls === T.dict && o.setFast(k, v)) return NOVALUE;
  return ops.discard(vm, vm.frame, setitem(vm, o, k, v));
}

function delItem(vm: Thread, o: PyValue, k: PyValue): Result {
  return ops.discard(vm, vm.frame, delitem(vm, o, k));
}

function delAttr(vm: Thread, o: PyValue, name: string): Result {
  return ops.discard(vm, vm.frame, setattr(vm, o, name, undefined));
}

function loadMethod(vm: Thread, f: PyFrame, pc: number, o: PyValue, name: string): Result {
  const c = f.code.caches[pc];
  if (c !== undefined && c.index < 0 && c.shape === null) {
    if (typeof o === 'object' && o !== null ? o.cls === c.cls && c.cls.version === c.version : typeof o === 'string' && c.cls === T.str) {
      vm.method = c.value;
      return NOVALUE;
    }
  } else if (c !== undefined && o instanceof PyModule && c.dict === o.dict && c.dict.keys[c.index] === c.name) return c.dict.vals[c.index];
  return ops.loadMethod(vm, f, pc, o, name);
}

/** Tuples and lists of the right length: their items; else null. */
function unpack(v: PyValue, n: number): PyValue[] | null {
  if (v !== null && typeof v === 'object' && (v.cls === T.tuple || v.cls === T.list)) {
    const { items } = v as PyTuple;
    if (items.length === n) return items;
  }
  return null;
}

/** A JS exception out of generated code, whose state is spilled. */
function thrown(vm: Thread, e: unknown, f: PyFrame): number {
  ops.nativeThrew(vm, e, f, f.lasti);
  if (vm.frame !== f && vm.frame !== null) {
    vm.delivered = undefined;
    return 3;
  }
  return 2;
}

export const runtime = {
  PUSHED, NOVALUE, PyFloat, PyInstance, PyList, PyTuple, PyListIterator, PyTupleIterator, PyRangeIterator, PySlice, PyModule, PyDict,
  tList: () => T.list, tTuple: () => T.tuple,
  c0, c1, c2, c3, c4, callAny, callMethod, ret, yieldOut, forGen, getIter, getItem, setItem, delItem, delAttr, loadMethod, storeNameFast, unpack, thrown,
  truthSync, next, ops,
} as const;
