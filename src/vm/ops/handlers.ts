/**
 * What the run loop's fast paths hand over to: one handler per opcode, called from one place of the loop.
 *
 * That place is why they are in a table. V8 compiles a function with what it has seen of it: a call that never ran, when
 * it runs at last, throws the compiled loop away. The one call of a table's entry has always run, and nothing behind it
 * becomes part of the loop, whose compilation takes as long as it is large.
 *
 * A handler finds `f.sp` above its operands, `f.lasti` at its instruction and `f.pc` behind it, takes the operands off
 * by setting `f.sp`, and answers as any native does: a value is pushed by the loop, NOVALUE pushes nothing, PUSHED lets
 * other frames run first, undefined is an exception. Where the loop goes on is `f.pc`.
 */
import { Op } from '../../bytecode/opcodes.js';
import { NOVALUE, PUSHED, type Result } from '../../objects/object.js';
import { setattr } from '../../objects/attribute.js';
import { iter, next } from '../../objects/iterate.js';
import { delitem, getitem, PySlice, setitem } from '../../objects/subscript.js';
import type { PyFrame } from '../../objects/frame.js';
import { PyInstance } from '../../objects/type.js';
import { fits } from '../code-space.js';
import { isOperandForm, Operand, Quick, quickTable } from '../quick.js';
import type { Thread } from '../thread.js';
import { add, binarySlow, compare, discard, jumpOrPopSlow, jumpSlow, multiply, notSlow, subtract, trueDivide, unary } from './arithmetic.js';
import { methodSelf, loadAttr, loadMethod, storeAttr } from './attributes.js';
import { addTo, build, formatValue, unpackEx, unpackSequence } from './build.js';
import { callKeywords, callStar } from './calls.js';
import { makeFunction, makeFunctionPops } from './functions.js';
import { getAiter, getAnext, getAwaitable, getYieldFromIter } from './generators.js';
import { checkEgMatch, prepReraiseStar } from './groups.js';
import { importFrom, importFromLater, importName, importStar, printExpr } from './imports.js';
import { copyDictWithoutKeys, matchClass, matchKeys, matchTest } from './match.js';
import { deleteGlobal, deleteName, loadBuildClass, loadClassDeref, loadGlobal, loadName, setupAnnotations, storeGlobal, storeName, unboundCell, unboundLocal } from './names.js';
import { rotN, unknownOpcode } from './unwind.js';
import { beforeAsyncWith, setupWith, withCleanupFinish, withCleanupStart } from './with.js';

type Handler = (vm: Thread, f: PyFrame, st: any[], pc: number) => Result;

/** The handler of each opcode the loop knows, quick ones included. */
export const HANDLERS: Handler[] = new Array<Handler>(256).fill((_vm, f, _st, pc) => unknownOpcode(f, pc, f.code.ops![pc]!));

function handle(ops: readonly number[], handler: Handler): void {
  for (const op of ops) HANDLERS[op] = handler;
}

const argument = (f: PyFrame, pc: number): number => f.code.ops![pc + 1]!;
const nameAt = (f: PyFrame, pc: number): string => f.code.names[f.code.ops![pc + 1]!]!;

// Where the run loops on the JS stack can end first, there is place then; else everything goes on in the slow loop.
handle([Quick.NO_PLACE], (vm, f, _st, pc) => {
  vm.lackPlace(fits(f.code));
  f.pc = pc;
  return PUSHED;
});

// ---- locals, names ----
handle([Op.LOAD_FAST, Quick.LOAD_FAST_LOAD_FAST, Quick.LOAD_FAST_LOAD_CONST, Quick.LOAD_FAST_LOAD_ATTR, Quick.LOAD_FAST_LOAD_METHOD, Quick.LOAD_FAST_DUP_ATTR], (vm, f, _st, pc) => unboundLocal(vm, f, argument(f, pc)));
// The loop comes here when an operand has no value. It may be the second: then the first is pushed.
handle((Object.keys(quickTable) as (keyof typeof Quick)[]).filter(isOperandForm).map((name) => Quick[name]), (vm, f, st, pc) => {
  const n = argument(f, pc);
  const kind = f.code.ops![pc + 2]!;
  if (kind === Operand.CELL) {
    const { v } = st[f.code.nlocals + n];
    return v === undefined ? unboundCell(vm, f, n) : v;
  }
  if ((kind & Operand.CONST) !== 0) return f.code.consts[n];
  return st[n] === undefined ? unboundLocal(vm, f, n) : st[n];
});
handle([Quick.DUP_TOP_TWO_SUBSCR], (_vm, f, st) => {
  st[f.sp] = st[f.sp - 2];
  st[f.sp + 1] = st[f.sp - 1];
  f.sp += 2;
  return NOVALUE;
});
handle([Quick.ROT_THREE_STORE_SUBSCR], (_vm, f, st) => {
  rotN(st, f.sp, 3);
  return NOVALUE;
});
handle([Op.DELETE_FAST], (vm, f, st, pc) => {
  const i = argument(f, pc);
  if (st[i] === undefined) return unboundLocal(vm, f, i);
  st[i] = undefined;
  return NOVALUE;
});
handle([Op.LOAD_GLOBAL], (vm, f, _st, pc) => loadGlobal(vm, f, pc, nameAt(f, pc)));
handle([Op.STORE_GLOBAL], (_vm, f, st, pc) => {
  storeGlobal(f, pc, nameAt(f, pc), st[--f.sp]);
  return NOVALUE;
});
handle([Op.LOAD_NAME], (vm, f, _st, pc) => loadName(vm, f, pc, nameAt(f, pc)));
handle([Op.STORE_NAME], (vm, f, st, pc) => storeName(vm, f, pc, nameAt(f, pc), st[--f.sp]));
handle([Op.DELETE_NAME], (vm, f, _st, pc) => deleteName(vm, f, nameAt(f, pc)));
handle([Op.DELETE_GLOBAL], (vm, f, _st, pc) => deleteGlobal(vm, f, nameAt(f, pc)));
handle([Op.LOAD_DEREF], (vm, f, _st, pc) => unboundCell(vm, f, argument(f, pc)));
handle([Op.DELETE_DEREF], (vm, f, st, pc) => {
  const c = st[f.code.nlocals + argument(f, pc)];
  if (c.v === undefined) return unboundCell(vm, f, argument(f, pc));
  c.v = undefined;
  return NOVALUE;
});
handle([Op.LOAD_CLASSDEREF], (vm, f, _st, pc) => loadClassDeref(vm, f, argument(f, pc)));

// ---- operators ----
/** `handler` of the operands below the top of the stack, which are taken off. */
function binary(ops: readonly number[], handler: (vm: Thread, a: any, b: any, op: number) => Result): void {
  handle(ops, (vm, f, st, pc) => {
    const sp = (f.sp -= 2);
    return handler(vm, st[sp], st[sp + 1], f.code.co.code[pc]!);
  });
}
binary([Op.BINARY_ADD, Op.INPLACE_ADD, Quick.ADD_TEMP], (vm, a, b, op) => (a instanceof PyInstance ? binarySlow(vm, op, a, b) : add(vm, a, b, op === Op.INPLACE_ADD)));
binary([Op.BINARY_SUBTRACT, Op.INPLACE_SUBTRACT, Quick.SUBTRACT_TEMP], (vm, a, b, op) => (a instanceof PyInstance ? binarySlow(vm, op, a, b) : subtract(vm, a, b, op === Op.INPLACE_SUBTRACT)));
binary([Op.BINARY_MULTIPLY, Op.INPLACE_MULTIPLY, Quick.MULTIPLY_TEMP], (vm, a, b, op) => (a instanceof PyInstance ? binarySlow(vm, op, a, b) : multiply(vm, a, b, op === Op.INPLACE_MULTIPLY)));
binary([Op.BINARY_TRUE_DIVIDE, Op.INPLACE_TRUE_DIVIDE, Quick.DIVIDE_TEMP], (vm, a, b, op) => (a instanceof PyInstance ? binarySlow(vm, op, a, b) : trueDivide(vm, a, b, op === Op.INPLACE_TRUE_DIVIDE)));
binary(
  [
    Op.BINARY_MODULO, Op.INPLACE_MODULO, Op.BINARY_FLOOR_DIVIDE, Op.INPLACE_FLOOR_DIVIDE, Op.BINARY_AND, Op.INPLACE_AND, Op.BINARY_OR, Op.INPLACE_OR,
    Op.BINARY_XOR, Op.INPLACE_XOR, Op.BINARY_LSHIFT, Op.INPLACE_LSHIFT, Op.BINARY_RSHIFT, Op.INPLACE_RSHIFT,
    Op.BINARY_POWER, Op.INPLACE_POWER, Op.BINARY_MATRIX_MULTIPLY, Op.INPLACE_MATRIX_MULTIPLY,
  ],
  (vm, a, b, op) => binarySlow(vm, op, a, b),
);
handle([Op.UNARY_NEGATIVE, Op.UNARY_POSITIVE, Op.UNARY_INVERT], (vm, f, st, pc) => unary(vm, f.code.ops![pc]!, st[--f.sp]));
handle([Op.UNARY_NOT], (vm, f, st) => notSlow(vm, st[--f.sp]));
handle([Op.COMPARE_OP, Quick.COMPARE_JUMP_FALSE], (vm, f, st, pc) => {
  const sp = (f.sp -= 2);
  return compare(vm, argument(f, pc), st[sp], st[sp + 1]);
});

// ---- jumps and loops ----
handle([Op.POP_JUMP_IF_FALSE], (vm, f, st, pc) => jumpSlow(vm, f, st[--f.sp], false, argument(f, pc)));
handle([Op.POP_JUMP_IF_TRUE], (vm, f, st, pc) => jumpSlow(vm, f, st[--f.sp], true, argument(f, pc)));
handle([Op.JUMP_IF_FALSE_OR_POP], (vm, f, st, pc) => jumpOrPopSlow(vm, f, st[f.sp - 1], false, argument(f, pc)));
handle([Op.JUMP_IF_TRUE_OR_POP], (vm, f, st, pc) => jumpOrPopSlow(vm, f, st[f.sp - 1], true, argument(f, pc)));
handle([Op.GET_ITER], (vm, f, st) => iter(vm, st[--f.sp]));
handle([Op.FOR_ITER, Quick.FOR_ITER_STORE_FAST], (vm, f, st, pc) => {
  const r = next(vm, st[f.sp - 1]);
  if (r !== undefined || vm.exc !== null) return r;
  f.sp--;
  f.pc = argument(f, pc);
  return NOVALUE;
});

// ---- attributes and subscripts ----
handle([Op.LOAD_ATTR], (vm, f, st, pc) => loadAttr(vm, f, pc, st[--f.sp], nameAt(f, pc)));
handle([Quick.LOAD_METHOD], (vm, f, st, pc) => {
  const at = f.sp - 1;
  const o = st[at];
  const r = loadMethod(vm, f, pc, o, nameAt(f, pc));
  if (r === NOVALUE) {
    // A method: function below, self on top.
    st[at] = vm.method;
    return methodSelf(o);
  }
  st[at] = undefined;
  return r;
});
handle([Op.STORE_ATTR], (vm, f, st, pc) => {
  const sp = (f.sp -= 2);
  return storeAttr(vm, f, pc, st[sp + 1], nameAt(f, pc), st[sp]);
});
handle([Op.DELETE_ATTR], (vm, f, st, pc) => discard(vm, vm.frame, setattr(vm, st[--f.sp], nameAt(f, pc), undefined)));
binary([Op.BINARY_SUBSCR], (vm, o, k) => getitem(vm, o, k));
handle([Op.STORE_SUBSCR], (vm, f, st) => {
  const sp = (f.sp -= 3);
  return discard(vm, vm.frame, setitem(vm, st[sp + 1], st[sp + 2], st[sp]));
});
binary([Op.DELETE_SUBSCR], (vm, o, k) => discard(vm, vm.frame, delitem(vm, o, k)));

// ---- calls, functions ----
handle([Op.CALL_FUNCTION], (vm, f, st, pc) => {
  const arg = argument(f, pc);
  f.sp -= (arg & 255) + 2 * (arg >> 8) + 1;
  return callKeywords(vm, st, f.sp, arg);
});
handle([Op.CALL_FUNCTION_VAR, Op.CALL_FUNCTION_KW, Op.CALL_FUNCTION_VAR_KW], (vm, f, st, pc) => {
  const arg = argument(f, pc);
  const op = f.code.ops![pc]!;
  f.sp -= (arg & 255) + 2 * ((arg >> 8) & 255) + (op === Op.CALL_FUNCTION_VAR_KW ? 3 : 2);
  return callStar(vm, st, f.sp, arg, op);
});
handle([Op.MAKE_FUNCTION, Op.MAKE_CLOSURE], (vm, f, _st, pc) => {
  const op = f.code.ops![pc]!;
  f.sp -= makeFunctionPops(op, argument(f, pc));
  return makeFunction(vm, f, f.sp, op, argument(f, pc));
});
handle([Op.LOAD_BUILD_CLASS], (vm, f) => loadBuildClass(vm, f));

// ---- generators ----
handle([Op.GET_YIELD_FROM_ITER], (vm, f, st) => getYieldFromIter(vm, f, st[--f.sp]));
handle([Op.GET_AWAITABLE], (vm, f, st) => getAwaitable(vm, f, st[--f.sp]));
handle([Op.GET_AITER], (vm, f, st) => getAiter(vm, st[--f.sp]));
handle([Op.GET_ANEXT], (vm, f, st) => getAnext(vm, st[f.sp - 1]));

// ---- building ----
handle(
  [Op.BUILD_MAP, Op.BUILD_SET, Op.BUILD_STRING, Op.BUILD_LIST_UNPACK, Op.BUILD_TUPLE_UNPACK, Op.BUILD_SET_UNPACK, Op.BUILD_MAP_UNPACK, Op.BUILD_MAP_UNPACK_WITH_CALL],
  (vm, f, st, pc) => {
    const op = f.code.ops![pc]!;
    const n = op === Op.BUILD_MAP_UNPACK_WITH_CALL ? argument(f, pc) & 255 : argument(f, pc);
    f.sp -= op === Op.BUILD_MAP ? 2 * n : n;
    return build(vm, f, op, st, f.sp, n);
  },
);
handle([Op.BUILD_SLICE], (_vm, f, st, pc) => {
  const n = argument(f, pc);
  const sp = (f.sp -= n);
  return new PySlice(st[sp], st[sp + 1], n === 3 ? st[sp + 2] : null);
});
handle([Op.SET_ADD, Op.MAP_ADD, Op.MAP_ADD_VK], (vm, f, st, pc) => {
  const op = f.code.ops![pc]!;
  const sp = (f.sp -= op === Op.SET_ADD ? 1 : 2);
  return addTo(vm, op, st[sp - argument(f, pc)], st[sp], st[sp + 1]);
});
handle([Op.UNPACK_SEQUENCE, Quick.UNPACK_STORE], (vm, f, st, pc) => unpackSequence(vm, f, st[--f.sp], argument(f, pc)));
handle([Op.UNPACK_EX], (vm, f, st, pc) => unpackEx(vm, f, st[--f.sp], argument(f, pc)));
handle([Op.FORMAT_VALUE], (vm, f, st, pc) => {
  const arg = argument(f, pc);
  const spec = arg & 4 ? st[--f.sp] : '';
  return formatValue(vm, st[--f.sp], arg & 3, spec);
});

// ---- with, exception groups ----
handle([Op.SETUP_WITH], (vm, f, st, pc) => setupWith(vm, f, st[--f.sp], argument(f, pc)));
handle([Op.BEFORE_ASYNC_WITH], (vm, f, st) => beforeAsyncWith(vm, f, st[--f.sp]));
handle([Op.WITH_CLEANUP_START], (vm, f) => withCleanupStart(vm, f));
handle([Op.WITH_CLEANUP_FINISH], (vm, f, st) => {
  const sp = (f.sp -= 2);
  return st[sp] === null ? NOVALUE : withCleanupFinish(vm, st[sp + 1]);
});
handle([Op.CHECK_EG_MATCH], (vm, f) => checkEgMatch(vm, f));
handle([Op.PREP_RERAISE_STAR], (vm, f, st) => {
  const sp = (f.sp -= 2);
  return prepReraiseStar(vm, st[sp], st[sp + 1]);
});

// ---- imports, classes, interactive ----
handle([Op.IMPORT_NAME], (vm, f, st, pc) => {
  const sp = (f.sp -= 2);
  return importName(vm, f, nameAt(f, pc), st[sp + 1], st[sp]);
});
handle([Op.IMPORT_FROM], (vm, f, st, pc) => importFromLater(vm, f, pc, st[f.sp - 1], nameAt(f, pc)) ?? importFrom(vm, st[f.sp - 1], nameAt(f, pc)));
handle([Op.IMPORT_STAR], (vm, f, st) => importStar(vm, f, st[--f.sp]));
handle([Op.SETUP_ANNOTATIONS], (vm, f) => setupAnnotations(vm, f));
handle([Op.PRINT_EXPR], (vm, f, st) => printExpr(vm, st[--f.sp]));

// ---- match ----
handle([Op.GET_LEN, Op.MATCH_MAPPING, Op.MATCH_SEQUENCE], (vm, f, st, pc) => matchTest(vm, f.code.ops![pc]!, st[f.sp - 1]));
handle([Op.MATCH_KEYS], (vm, f) => matchKeys(vm, f));
handle([Op.COPY_DICT_WITHOUT_KEYS], (vm, f) => copyDictWithoutKeys(vm, f));
handle([Op.MATCH_CLASS], (vm, f, _st, pc) => matchClass(vm, f, argument(f, pc)));
