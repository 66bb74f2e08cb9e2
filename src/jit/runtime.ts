/** What generated code calls. The functions that set up or leave frames mirror the run loop's cases. */
import { append, tooLong } from '../objects/list-growth.js';
import { CMP_OP, Op } from '../bytecode/opcodes.js';
import { Cont, NOVALUE, PUSHED, PyFloat, PyObject, T, typeOf, type PyValue, type Result } from '../objects/object.js';
import { COMPARE_RIGHT, compareRight, compareTable, type CompareOp } from '../objects/compare.js';
import { TRY_RIGHT, tryRight } from '../objects/operators.js';
import { NotImplemented } from '../objects/singletons.js';
import { PyFunction, PyMethod, PyModule } from '../objects/function.js';
import { PyFrame } from '../objects/frame.js';
import { PyGenerator } from '../objects/generator.js';
import { PyInstance, PyType, Special, specialId, typeName } from '../objects/type.js';
import { typeError } from '../objects/errors.js';
import { plainSlice } from '../objects/list-type.js';
import { emptyTuple, PyList, PyTuple } from '../objects/tuple.js';
import { PyDict } from '../objects/dict.js';
import { PySuper } from '../objects/descriptor-types.js';
import { PyBaseException } from '../objects/exception.js';
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../objects/iterators.js';
import { NativeFunction } from '../objects/native.js';
import { call, setupCells } from '../objects/call.js';
import { andInts, orInts, POWERS_OF_2, xorInts } from '../objects/int.js';
import { plainInit, pushKeywords, pushPython } from '../objects/fast-call.js';
import type { PyCode } from '../objects/code.js';
import { truthSync } from '../objects/convert.js';
import { iter, next } from '../objects/iterate.js';
import { SINK } from '../objects/sink.js';
import { delitem, getitem, PySlice, setitem } from '../objects/subscript.js';
import { setattr } from '../objects/attribute.js';
import type { Thread } from '../vm/thread.js';
import * as ops from '../vm/ops/index.js';
import { Done, Tier1Code } from './code.js';
import { again, bad, bail, drive, fresh, LEFT, MAX_STACK, pushed, seen, settle, notQuick } from './drive.js';
import { pow } from '../bytecode/float-pow.js';
import { miss, type Leaf } from './leaf.js';
import { itemAt, negated, plainEq } from './leaf-natives.js';
import { holds } from '../objects/contains.js';
import { multiplyModulo } from './wrap.js';

/** Calls that `d0` to `d4` do not do in the quick way: defaults, generators, closures with cells of their own, not compiled, ... */
function indirect(vm: Thread, f: PyFrame, fn: PyFunction, args: PyValue[], depth: number): Result | typeof LEFT {
  const { code } = fn;
  let r: Result | null = null;
  if (code.simpleArgs) r = pushPython(vm, fn, undefined, args, 0, args.length);
  else if (!code.isGenerator) r = pushKeywords(vm, fn, undefined, args, 0, args.length, 0);
  if (r === null) r = call(vm, fn, args);
  return r === PUSHED ? again(vm, f, depth) : r;
}

/** Whether a call of `fn` with `n` arguments can be done right here. */
const direct = (vm: Thread, code: PyCode, n: number, depth: number): boolean => code.fastArgs === n && code.jit !== null && ready(vm, depth);

/** Whether another activation of compiled code may start on the JS stack now. */
const ready = (vm: Thread, depth: number): boolean =>
  vm.depth < vm.recursionLimit && depth <= MAX_STACK && vm.budget > 0 && vm.jitExits === 0 && vm.traceFunc === null && vm.profileFunc === null;

/** A frame for `fn`, pushed by `f`; its arguments are filled in by the caller. */
function push(vm: Thread, f: PyFrame, fn: PyFunction, code: PyCode): PyFrame {
  let g = code.pool;
  if (g === null) g = new PyFrame(code, fn.globals, fn.builtins);
  else {
    code.pool = g.back as PyFrame | null;
    if (g.globals !== fn.globals || g.builtins !== fn.builtins) {
      g.globals = fn.globals;
      g.builtins = fn.builtins;
    }
    g.pc = 0;
    g.lasti = -1;
    g.sp = code.nfixed;
  }
  g.back = f;
  g.savedHandled = vm.handled;
  vm.depth++;
  vm.budget--;
  vm.frame = g;
  return g;
}

/** The answer of a call that ended otherwise than by returning a value to `f`. */
function other(vm: Thread, f: PyFrame, k: Done, depth: number): Result | typeof LEFT {
  if (k === Done.PUSHED) return again(vm, f, depth);
  const r = settle(vm, f, k, depth);
  return r === PUSHED ? drive(vm, f, depth) : r;
}

/*
 * Calls of a Python function with 0 to 4 arguments. The calling frame `f` is written back already. Answer: the
 * result, undefined (vm.exc), or LEFT.
 */
const d0 = (vm: Thread, f: PyFrame, depth: number, fn: PyFunction): Result | typeof LEFT => {
  const { code } = fn;
  if (!direct(vm, code, 0, depth)) return indirect(vm, f, fn, [], depth);
  const g = push(vm, f, fn, code);
  if (code.nfixed !== code.nlocals) setupCells(code, g.st, fn.closure);
  const j = code.jit as Tier1Code;
  const k = j.run(vm, g, depth + j.size);
  const r = vm.delivered;
  return k === Done.DELIVER && vm.frame === f && r !== undefined ? r : other(vm, f, j.leave(k, vm), depth);
};
const d1 = (vm: Thread, f: PyFrame, depth: number, fn: PyFunction, a: PyValue): Result | typeof LEFT => {
  const { code } = fn;
  if (!direct(vm, code, 1, depth)) return indirect(vm, f, fn, [a], depth);
  const g = push(vm, f, fn, code);
  g.st[0] = a;
  if (code.nfixed !== code.nlocals) setupCells(code, g.st, fn.closure);
  const j = code.jit as Tier1Code;
  const k = j.run(vm, g, depth + j.size);
  const r = vm.delivered;
  return k === Done.DELIVER && vm.frame === f && r !== undefined ? r : other(vm, f, j.leave(k, vm), depth);
};
const d2 = (vm: Thread, f: PyFrame, depth: number, fn: PyFunction, a: PyValue, b: PyValue): Result | typeof LEFT => {
  const { code } = fn;
  if (!direct(vm, code, 2, depth)) return indirect(vm, f, fn, [a, b], depth);
  const g = push(vm, f, fn, code);
  g.st[0] = a;
  g.st[1] = b;
  if (code.nfixed !== code.nlocals) setupCells(code, g.st, fn.closure);
  const j = code.jit as Tier1Code;
  const k = j.run(vm, g, depth + j.size);
  const r = vm.delivered;
  return k === Done.DELIVER && vm.frame === f && r !== undefined ? r : other(vm, f, j.leave(k, vm), depth);
};
const d3 = (vm: Thread, f: PyFrame, depth: number, fn: PyFunction, a: PyValue, b: PyValue, c: PyValue): Result | typeof LEFT => {
  const { code } = fn;
  if (!direct(vm, code, 3, depth)) return indirect(vm, f, fn, [a, b, c], depth);
  const g = push(vm, f, fn, code);
  g.st[0] = a;
  g.st[1] = b;
  g.st[2] = c;
  if (code.nfixed !== code.nlocals) setupCells(code, g.st, fn.closure);
  const j = code.jit as Tier1Code;
  const k = j.run(vm, g, depth + j.size);
  const r = vm.delivered;
  return k === Done.DELIVER && vm.frame === f && r !== undefined ? r : other(vm, f, j.leave(k, vm), depth);
};
const d4 = (vm: Thread, f: PyFrame, depth: number, fn: PyFunction, a: PyValue, b: PyValue, c: PyValue, d: PyValue): Result | typeof LEFT => {
  const { code } = fn;
  if (!direct(vm, code, 4, depth)) return indirect(vm, f, fn, [a, b, c, d], depth);
  const g = push(vm, f, fn, code);
  g.st[0] = a;
  g.st[1] = b;
  g.st[2] = c;
  g.st[3] = d;
  if (code.nfixed !== code.nlocals) setupCells(code, g.st, fn.closure);
  const j = code.jit as Tier1Code;
  const k = j.run(vm, g, depth + j.size);
  const r = vm.delivered;
  return k === Done.DELIVER && vm.frame === f && r !== undefined ? r : other(vm, f, j.leave(k, vm), depth);
};

/** CALL_FUNCTION otherwise; the arguments are at `st[at]`. */
function callAny(vm: Thread, fn: PyValue, st: any[], at: number, n: number): Result {
  return fn instanceof NativeFunction && !fn.bound && fn.self !== undefined ? ops.callNativeStack(vm, fn, st, at, n) : ops.callStack(vm, fn, st, at, n);
}

/** CALL_METHOD whose LOAD_METHOD found a method: self is the first of `n` values at `st[at]`. */
function callMethod(vm: Thread, fn: PyValue, st: any[], at: number, n: number): Result {
  return fn instanceof NativeFunction ? ops.callNativeStack(vm, fn, st, at, n) : ops.callStack(vm, fn, st, at, n);
}

/** RETURN_VALUE without blocks to unwind. */
function ret(vm: Thread, f: PyFrame, v: PyValue, pc: number): Done {
  if (f.virtual !== 0) {
    f.virtual = 0;
    f.blocks.length = 0;
  }
  if (f.special) {
    f.lasti = pc;
    vm.delivered = ops.leaveSpecial(vm, f, v);
    return Done.DELIVER;
  }
  vm.depth--;
  vm.frame = f.back;
  vm.delivered = v;
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
  return Done.DELIVER;
}

/** The blocks of `f` are known by where it stands. */
function noBlocks(f: PyFrame): void {
  while (f.blocks.length > 0) f.blocks.pop();
}

/** YIELD_VALUE; pc, lasti and sp of `f` are set. */
function yieldOut(vm: Thread, f: PyFrame, v: PyValue): Done {
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
    vm.delivered = v;
  } else vm.delivered = ops.yieldValue(vm, f, v);
  return Done.DELIVER;
}

/**
 * LEFT from the method that an operator called: when its value comes, it is to be looked at (NotImplemented), as
 * if the operator had waited for it all along. `c` goes between frame `f` and the one it called.
 */
function waitBelow(vm: Thread, f: PyFrame, c: Cont): typeof LEFT {
  let x = vm.frame!;
  while (x.back !== f) x = x.back!;
  x.back = c;
  c.back = f;
  return LEFT;
}

/** A call of a class with up to 4 arguments; `f` is written back. `__init__` is run at once where it is a plain function. */
function create(vm: Thread, f: PyFrame, depth: number, cls: PyType, n: number, a: PyValue, b: PyValue, c: PyValue, d: PyValue): Result | typeof LEFT {
  const init = plainInit(cls);
  if (init === null || !direct(vm, init.code, n + 1, depth)) {
    const r = ops.callStack(vm, cls, [a, b, c, d], 0, n);
    return r === PUSHED ? again(vm, f, depth) : r;
  }
  const o = new PyInstance(cls);
  if (init.code.leaf !== null && (init.code.leaf as Leaf).makes && n < 4) {
    const { leaf } = init.code;
    const r = n === 0 ? leaf.call(vm, init, o) : n === 1 ? leaf.call(vm, init, o, a) : n === 2 ? leaf.call(vm, init, o, a, b) : leaf.call(vm, init, o, a, b, c);
    if (r === null) return o;
  }
  const g = push(vm, f, init, init.code);
  const { st } = g;
  st[0] = o;
  if (n > 0) st[1] = a;
  if (n > 1) st[2] = b;
  if (n > 2) st[3] = c;
  if (n > 3) st[4] = d;
  if (init.code.nfixed !== init.code.nlocals) setupCells(init.code, st, init.closure);
  const j = init.code.jit as Tier1Code;
  const k = j.run(vm, g, depth + j.size);
  const r = k === Done.DELIVER && vm.frame === f ? vm.delivered : other(vm, f, j.leave(k, vm), depth);
  if (r === null) return o;
  if (r === LEFT) {
    // Whoever ends that frame gives back the instance.
    let x = vm.frame!;
    while (x.back !== f) x = x.back!;
    (x as PyFrame).newObject = o;
    (x as PyFrame).special = true;
    return LEFT;
  }
  if (r === undefined) return undefined;
  return vm.raise(typeError(`__init__() should return None, not '${typeName(r)}'`));
}

/** A binary operator whose left operand is an instance of a guest class; `f` is written back. */
function operator(vm: Thread, f: PyFrame, depth: number, op: number, a: PyInstance, b: PyValue): Result | typeof LEFT {
  const row = ops.operatorOf(op);
  const { cls } = a;
  const m = cls.special(row.id);
  const tb = typeOf(b);
  if (m instanceof PyFunction && m.code.fastArgs === 2 && (tb === cls || !tb.isSubtype(cls)) && (!ops.isInplace(op) || cls.special(row.inplaceId) === undefined)) {
    const { leaf } = m.code;
    if (leaf !== null) {
      const quick = leaf.call(vm, m, a, b);
      if (quick !== NOVALUE && quick !== NotImplemented) return quick;
    }
    const r = d2(vm, f, depth, m, a, b);
    if (r !== LEFT && r !== NotImplemented) return r;
    const right = tb === cls ? undefined : tb.special(row.reflectedId);
    if (r === LEFT) return waitBelow(vm, f, new Cont(TRY_RIGHT, a, b, row, right === undefined ? ops.isInplace(op) : [right, ops.isInplace(op)]));
    const r2 = tryRight(vm, row, a, b, right, ops.isInplace(op));
    return r2 === PUSHED ? again(vm, f, depth) : r2;
  }
  const r = ops.binarySlow(vm, op, a, b);
  return r === PUSHED ? again(vm, f, depth) : r;
}

/** A comparison (COMPARE_OP's `arg` 0 to 5) in the same way. */
function comparison(vm: Thread, f: PyFrame, depth: number, arg: number, a: PyInstance, b: PyValue): Result | typeof LEFT {
  const op = CMP_OP[arg] as CompareOp;
  const row = compareTable[op];
  const { cls } = a;
  const m = cls.special(row.id);
  const tb = typeOf(b);
  if (m instanceof PyFunction && m.code.fastArgs === 2 && (tb === cls || !tb.isSubtype(cls))) {
    const { leaf } = m.code;
    if (leaf !== null) {
      const quick = leaf.call(vm, m, a, b);
      if (quick !== NOVALUE && quick !== NotImplemented) return quick;
    }
    const r = d2(vm, f, depth, m, a, b);
    if (r !== LEFT && r !== NotImplemented) return r;
    if (r === LEFT) return waitBelow(vm, f, new Cont(COMPARE_RIGHT, a, b, op, false));
    const r2 = compareRight(vm, a, b, op, false);
    return r2 === PUSHED ? again(vm, f, depth) : r2;
  }
  const r = ops.compare(vm, arg, a, b);
  return r === PUSHED ? again(vm, f, depth) : r;
}

/** `resumed`: the generator has to go the long way; nothing has happened. */
const NOT_HERE = -1;

/**
 * Resumes `it` with `v` right here, on top of `f`, where its code is compiled and it is suspended at a yield, or has not begun:
 * anything else (a delegation, a place tier 0 left it at) goes the long way. What its code answered, or NOT_HERE.
 */
function resumed(vm: Thread, f: PyFrame, depth: number, it: PyGenerator, v: PyValue): Done | typeof NOT_HERE {
  const g = it.frame;
  if (g === null || it.running || it.handled !== null || !(g.code.jit instanceof Tier1Code) || !ready(vm, depth)) return NOT_HERE;
  const j = g.code.jit;
  const started = g.lasti >= 0;
  if (!j.enters(g.pc, started ? g.sp + 1 : g.sp) || (started ? g.code.co.code[g.lasti] !== Op.YIELD_VALUE : v !== null)) return NOT_HERE;
  if (started) g.st[g.sp++] = v;
  it.running = true;
  vm.depth++;
  vm.budget--;
  g.back = f;
  g.savedHandled = vm.handled;
  vm.frame = g;
  return j.go(vm, g, depth + j.size);
}

/** FOR_ITER over a generator, which is resumed at once; `f` is written back. */
function forGen(vm: Thread, f: PyFrame, depth: number, it: PyGenerator): Result | typeof LEFT {
  const k = it.cls === T.generator ? resumed(vm, f, depth, it, null) : NOT_HERE;
  if (k === NOT_HERE) {
    const r = it.cls === T.generator ? ops.send(vm, it, null) : next(vm, it);
    return r === PUSHED ? again(vm, f, depth) : r;
  }
  const r = vm.delivered;
  return k === Done.DELIVER && vm.frame === f && r !== undefined ? r : other(vm, f, k, depth);
}

/** FOR_ITER over what is not quick; `f` is written back. NOVALUE: it has ended. */
function forAny(vm: Thread, f: PyFrame, depth: number, it: PyValue): Result | typeof LEFT {
  const r = forOther(vm, f, depth, it);
  return r === undefined && vm.exc === null ? NOVALUE : r;
}

function forOther(vm: Thread, f: PyFrame, depth: number, it: PyValue): Result | typeof LEFT {
  if (it instanceof PyGenerator) return forGen(vm, f, depth, it);
  if (it instanceof PyInstance) return forInstance(vm, f, depth, it);
  const r = next(vm, it);
  return r === PUSHED ? again(vm, f, depth) : r;
}

/** FOR_ITER over an instance of a guest class; `f` is written back. */
function forInstance(vm: Thread, f: PyFrame, depth: number, it: PyInstance): Result | typeof LEFT {
  const m = it.cls.special(Special.NEXT);
  if (m instanceof PyFunction && m.code.fastArgs === 1) {
    const r = d1(vm, f, depth, m, it);
    if (r === undefined && vm.exc !== null && vm.exc.cls.isSubtype(T.StopIteration!)) vm.exc = null;
    return r;
  }
  const r = next(vm, it);
  return r === PUSHED ? again(vm, f, depth) : r;
}

/**
 * YIELD_FROM of `f`, which is written back. -1: the delegate has ended (`vm.stopValue`) or raised (`vm.exc`), and `f` goes
 * on; else what the code of `f` is to return: DELIVER where a value is on its way to whoever resumed `f`.
 */
function yieldFrom(vm: Thread, f: PyFrame, depth: number, it: PyValue, v: PyValue): number {
  const k = it instanceof PyGenerator && it.cls !== T.async_generator ? resumed(vm, f, depth, it, v) : NOT_HERE;
  if (k !== NOT_HERE) return k === Done.DELIVER && vm.frame === f ? -1 : k;
  const r = ops.yieldFrom(vm, f, it, v);
  if (r === PUSHED) return Done.PUSHED;
  if (r === undefined) return -1;
  vm.delivered = r;
  return Done.DELIVER;
}

const shiftRight = (a: number, b: number): number => (b > 60 ? (a < 0 ? -1 : 0) : Math.floor(a / POWERS_OF_2[b]!));

/** `a ** b` where both and the result are ordinary numbers; NaN: ask the slow path. */
function power(a: number, b: number): number {
  if (!(a > 0 && a < Infinity && b - b === 0)) return NaN;
  const r = pow(a, b);
  return r < Infinity && r > 0 ? r : NaN;
}

/** `__enter__` of what has both methods of a `with` as Python functions, or both as natives; the bound `__exit__` in `vm.method`. */
function enterOf(vm: Thread, mgr: PyValue): PyFunction | NativeFunction | null {
  if (!(mgr instanceof PyObject)) return null;
  const enter = mgr.cls.special(ENTER);
  const exit = mgr.cls.special(EXIT);
  if (enter instanceof PyFunction && exit instanceof PyFunction) vm.method = new PyMethod(exit, mgr);
  else if (isMethod(enter) && isMethod(exit)) vm.method = exit.bind(mgr);
  else return null;
  return enter;
}
const isMethod = (m: PyValue | undefined): m is NativeFunction => m instanceof NativeFunction && m.self === undefined && m.cls !== T.classmethod_descriptor;

/** Calls an `__enter__` that is a native; `f` is written back. */
function enterNative(vm: Thread, f: PyFrame, depth: number, enter: NativeFunction, mgr: PyValue): Result | typeof LEFT {
  const r = ops.callNativeStack(vm, enter, [mgr], 0, 1);
  return r === PUSHED ? again(vm, f, depth) : r;
}
const ENTER = specialId('__enter__');
const EXIT = specialId('__exit__');
/** Arguments of `__exit__` where nothing was raised. */
const NONES: PyValue[] = [null, null, null];

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
  if (k instanceof PySlice && o instanceof PyObject && (o.cls === T.list || o.cls === T.tuple)) {
    const part = plainSlice(o as PyList | PyTuple, k);
    if (part !== undefined) return part;
  }
  return getitem(vm, o, k);
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
  if (c !== undefined && c.index === -1 && c.shape === null) {
    if (typeof o === 'object' && o !== null ? o.cls === c.cls && c.cls.version === c.version : typeof o === 'string' && c.cls === T.str) {
      vm.method = c.value;
      return NOVALUE;
    }
  } else if (c !== undefined && o instanceof PyModule && c.dict === o.dict && c.dict.keys[c.index] === c.name) return c.dict.vals[c.index];
  return ops.loadMethod(vm, f, pc, o, name);
}

/** COMPARE_OP of `except` clauses; undefined: not a class, or several. */
function matches(e: PyValue, cls: PyValue): boolean | undefined {
  if (e === cls) return e instanceof PyType && e.isSubtype(T.BaseException!) ? true : undefined;
  return e instanceof PyType && cls instanceof PyType && cls.isSubtype(T.BaseException!) ? e.isSubtype(cls) : undefined;
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
function thrown(vm: Thread, e: unknown, f: PyFrame): Done {
  ops.nativeThrew(vm, e, f, f.lasti);
  if (vm.frame !== f && vm.frame !== null) {
    vm.delivered = undefined;
    return Done.DELIVER;
  }
  return Done.RAISE;
}

export const runtime = {
  PUSHED, NOVALUE, NotImplemented, PyFloat, PyInstance, PyList, PyTuple, PyListIterator, PyTupleIterator, PyRangeIterator, PySlice, PyModule, PyDict, PyFunction, PyGenerator,
  tList: () => T.list, tTuple: () => T.tuple,
  LEFT, noBlocks, again, d0, d1, d2, d3, d4, callAny, callMethod, ret, yieldOut, yieldFrom, bail, pushed, notQuick, bad, seen, fresh, andInts, orInts, xorInts, shiftRight, power, operator, comparison, create, forAny, getIter, getItem, setItem, delItem, delAttr, loadMethod, unpack, thrown,
  caught: ops.caught, matches, enterNative, PyBaseException, PySuper, miss, append, tooLong, emptyTuple, itemAt, holds, negated, plainEq, SINK, enterOf, NONES, PyMethod, multiplyModulo, truthSync, next, ops,
} as const;
