/**
 * Tier 1: the JavaScript source of one code object. Python locals are `l0..`, the value stack `s0..`; the
 * frame on the heap is brought up to date where the function is left. Only numbers, opcode templates and
 * names made here appear in the text: guest names and constants come in through arrays.
 *
 * The function answers with a `Done` (code.ts), or with `vm.left` when a nested call was left.
 */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { Block } from '../objects/frame.js';
import { Quick } from '../vm/quick.js';
import { analyse, type Place } from './analyse.js';

const ARITH: Partial<Record<number, readonly [string, string, boolean]>> = {
  [Op.BINARY_ADD]: ['+', 'add', false],
  [Op.INPLACE_ADD]: ['+', 'add', true],
  [Op.BINARY_SUBTRACT]: ['-', 'subtract', false],
  [Op.INPLACE_SUBTRACT]: ['-', 'subtract', true],
  [Op.BINARY_MULTIPLY]: ['*', 'multiply', false],
  [Op.INPLACE_MULTIPLY]: ['*', 'multiply', true],
};
const BITS: Partial<Record<number, string>> = {
  [Op.BINARY_AND]: '&',
  [Op.INPLACE_AND]: '&',
  [Op.BINARY_OR]: '|',
  [Op.INPLACE_OR]: '|',
  [Op.BINARY_XOR]: '^',
  [Op.INPLACE_XOR]: '^',
};
const OTHER_BINARY = new Set<number>([
  Op.BINARY_POWER, Op.INPLACE_POWER, Op.BINARY_MATRIX_MULTIPLY, Op.INPLACE_MATRIX_MULTIPLY,
  Op.BINARY_LSHIFT, Op.INPLACE_LSHIFT, Op.BINARY_RSHIFT, Op.INPLACE_RSHIFT,
]);
const CMP = ['<', '<=', '===', '!==', '>', '>='];

/** Source longer than this many instructions is left to tier 0: V8 would not optimise it. */
const MAX_INSTRUCTIONS = 1500;

export function emit(code: PyCode, extra: ReadonlySet<number>): string | null {
  const a = analyse(code, extra);
  const { places, order, leaders, entries } = a;
  const reached = order.filter((pc) => places[pc]!.depth >= 0);
  if (reached.length > MAX_INSTRUCTIONS) return null;
  const nf = code.nfixed;
  const nl = code.nlocals;
  const out: string[] = [];
  const stored = new Set<number>();
  const deleted = new Set<number>();
  let maxDepth = 1;
  let maxLevel = 0;
  let entryDepth = 0;
  const usedLocals = new Set<number>();
  for (const pc of reached) {
    const p = places[pc]!;
    if (p.op === Op.STORE_FAST || p.op === Op.DELETE_FAST) stored.add(p.arg);
    if (p.op === Op.DELETE_FAST) deleted.add(p.arg);
    if (p.op === Op.STORE_FAST || p.op === Op.LOAD_FAST || p.op === Op.DELETE_FAST) usedLocals.add(p.arg);
    maxDepth = Math.max(maxDepth, p.depth + 4 + (p.op === Op.UNPACK_SEQUENCE ? p.arg : 0));
    if (entries.has(pc)) entryDepth = Math.max(entryDepth, p.depth);
    for (const b of p.blocks) if (b.type !== Block.LOOP) maxLevel = Math.max(maxLevel, b.level);
  }
  const s = (i: number): string => `s${i}`;
  const spill = (d: number): string => {
    let t = '';
    for (let k = 0; k < d; k++) t += `st[${nf + k}]=s${k};`;
    return t;
  };
  const spillRange = (from: number, to: number): string => {
    let t = '';
    for (let k = from; k < to; k++) t += `st[${nf + k}]=s${k};`;
    return t;
  };
  const spillLocals = [...stored].map((i) => `st[${i}]=l${i};`).join('');
  /** Leaves with `d` values on the stack, to go on at `pc`. */
  const leave = (xc: number, pc: number, d: number): string => `${spill(d)}f.sp=${nf + d};f.pc=${pc};xc=${xc};break X;`;
  const toTier0 = (pc: number, d: number): string => leave(1, pc, d);
  const jump = (target: number, d: number, nblocks: number): string => {
    const t = places[target];
    if (t === undefined || t.depth !== d || t.blocks.length !== nblocks) return `{${toTier0(target, d)}}`;
    return `{pc=${target};continue L;}`;
  };
  /** Writes the frame back, with `d` values on the stack, to go on at `next`. */
  const save = (next: number, d: number): string => `${spillLocals}${spill(d)}f.sp=${nf + d};f.pc=${next};`;
  /** What follows `r=...`: raising, or running the frames that were pushed, with `d` values kept. */
  const check = (next: number, d: number): string => `if(r===PUSHED){${save(next, d)}if((r=again(vm,f,jd))===LEFT)return vm.left;}if(r===undefined)break Y;`;
  const CHECK_LEFT = 'if(r===LEFT)return vm.left;if(r===undefined)break Y;';

  /** Locals known to be bound, within one block. */
  let bound = new Set<number>();
  const sure = (i: number): boolean => (i < code.nparams && !deleted.has(i)) || bound.has(i);

  const one = (pc: number, p: Place): void => {
    const { op, arg, next, depth: d, blocks } = p;
    const A = s(d - 2);
    const B = s(d - 1);
    const nb = blocks.length;
    const arith = ARITH[op];
    if (arith !== undefined) {
      const [sign, fn, inplace] = arith;
      out.push(
        `a=${A};b=${B};if(typeof a==='number'&&typeof b==='number'&&isInt(t=a${sign}b${sign === '*' ? '+0' : ''}))${A}=t;` +
          `else if(a instanceof PyFloat&&b instanceof PyFloat)${A}=new PyFloat(a.v${sign}b.v);` +
          `else{f.lasti=${pc};r=${fn}(vm,a,b,${inplace});${check(next, d - 2)}${A}=r;}`,
      );
      return;
    }
    const bit = BITS[op];
    if (bit !== undefined) {
      out.push(
        `a=${A};b=${B};if(typeof a==='number'&&typeof b==='number'&&(a|0)===a&&(b|0)===b)${A}=a${bit}b;` +
          `else{f.lasti=${pc};r=binarySlow(vm,${op},a,b);${check(next, d - 2)}${A}=r;}`,
      );
      return;
    }
    if (OTHER_BINARY.has(op)) {
      const shift = op === Op.BINARY_RSHIFT || op === Op.INPLACE_RSHIFT ? 'a>>b' : op === Op.BINARY_LSHIFT || op === Op.INPLACE_LSHIFT ? 'a*(1<<b)' : '';
      const fast = shift === '' ? '' : `if(typeof a==='number'&&typeof b==='number'&&(a|0)===a&&b>=0&&b<21)${A}=${shift};else`;
      out.push(`a=${A};b=${B};${fast}{f.lasti=${pc};r=binarySlow(vm,${op},a,b);${check(next, d - 2)}${A}=r;}`);
      return;
    }
    switch (op) {
      case Op.POP_TOP:
      case Op.NOP:
      case Op.EXTENDED_ARG:
        return;
      case Op.ROT_TWO:
        out.push(`t=${B};${B}=${A};${A}=t;`);
        return;
      case Op.ROT_THREE:
        out.push(`t=${B};${B}=${A};${A}=${s(d - 3)};${s(d - 3)}=t;`);
        return;
      case Op.DUP_TOP:
        out.push(`${s(d)}=${B};`);
        return;
      case Op.DUP_TOP_TWO:
        out.push(`${s(d)}=${A};${s(d + 1)}=${B};`);
        return;
      case Op.LOAD_FAST:
        if (!sure(arg)) out.push(`if(l${arg}===undefined){f.lasti=${pc};r=unboundLocal(vm,f,${arg});break Y;}`);
        bound.add(arg);
        out.push(`${s(d)}=l${arg};`);
        return;
      case Op.STORE_FAST:
        out.push(`l${arg}=${B};`);
        bound.add(arg);
        return;
      case Op.DELETE_FAST:
        out.push(`if(l${arg}===undefined){f.lasti=${pc};r=unboundLocal(vm,f,${arg});break Y;}l${arg}=undefined;`);
        bound.delete(arg);
        return;
      case Op.LOAD_CONST: {
        const v = code.consts[arg];
        out.push(`${s(d)}=${typeof v === 'number' || typeof v === 'boolean' || v === null ? String(v) : `K[${arg}]`};`);
        return;
      }
      case Op.BINARY_TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        out.push(
          `a=${A};b=${B};if(a instanceof PyFloat&&b instanceof PyFloat&&b.v!==0)${A}=new PyFloat(a.v/b.v);` +
            `else{f.lasti=${pc};r=trueDivide(vm,a,b,${op === Op.INPLACE_TRUE_DIVIDE});${check(next, d - 2)}${A}=r;}`,
        );
        return;
      case Op.BINARY_MODULO:
      case Op.INPLACE_MODULO:
        out.push(
          `a=${A};b=${B};if(typeof a==='number'&&typeof b==='number'&&b>0){t=a%b;${A}=t<0?t+b:t+0;}` +
            `else{f.lasti=${pc};r=binarySlow(vm,${op},a,b);${check(next, d - 2)}${A}=r;}`,
        );
        return;
      case Op.BINARY_FLOOR_DIVIDE:
      case Op.INPLACE_FLOOR_DIVIDE:
        out.push(
          `a=${A};b=${B};if(typeof a==='number'&&typeof b==='number'&&b>0){t=a%b;if(t<0)t+=b;${A}=(a-t)/b+0;}` +
            `else{f.lasti=${pc};r=binarySlow(vm,${op},a,b);${check(next, d - 2)}${A}=r;}`,
        );
        return;
      case Op.UNARY_NEGATIVE:
        out.push(
          `a=${B};if(typeof a==='number')${B}=0-a;else if(a instanceof PyFloat)${B}=new PyFloat(-a.v);` +
            `else{f.lasti=${pc};r=unary(vm,${op},a);${check(next, d - 1)}${B}=r;}`,
        );
        return;
      case Op.UNARY_POSITIVE:
      case Op.UNARY_INVERT:
        out.push(`f.lasti=${pc};r=unary(vm,${op},${B});${check(next, d - 1)}${B}=r;`);
        return;
      case Op.UNARY_NOT:
        out.push(`a=${B};if(a===true)${B}=false;else if(a===false||a===null)${B}=true;else{t=truthSync(vm,a);if(t===undefined){${toTier0(pc, d)}}${B}=!t;}`);
        return;
      case Op.COMPARE_OP: {
        if (arg === 8 || arg === 9) {
          out.push(`${A}=${A}${arg === 8 ? '===' : '!=='}${B};`);
          return;
        }
        const slow = `{f.lasti=${pc};r=compare(vm,${arg},a,b);${check(next, d - 2)}${A}=r;}`;
        if (arg > 5) {
          out.push(`a=${A};b=${B};${slow}`);
          return;
        }
        const c = CMP[arg]!;
        out.push(
          `a=${A};b=${B};if(typeof a==='number'&&typeof b==='number')${A}=a${c}b;else if(a instanceof PyFloat&&b instanceof PyFloat)${A}=a.v${c}b.v;` +
            (arg === 2 || arg === 3 ? `else if(typeof a==='string'&&typeof b==='string')${A}=a${c}b;` : '') +
            `else${slow}`,
        );
        return;
      }
      case Op.JUMP_FORWARD:
      case Op.JUMP_ABSOLUTE:
        out.push(jump(arg, d, nb));
        return;
      case Quick.JUMP_BACK:
        out.push(`if(--vm.budget<0){f.lasti=${arg};${leave(0, arg, d)}}${jump(arg, d, nb)}`);
        return;
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE: {
        const [yes, no] = op === Op.POP_JUMP_IF_TRUE ? ['t', '!t'] : ['!t', 't'];
        void no;
        out.push(`t=${B};if(t!==true&&t!==false){t=truthSync(vm,t);if(t===undefined){${toTier0(pc, d)}}}if(${yes})${jump(arg, d - 1, nb)}`);
        return;
      }
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        out.push(`t=truthSync(vm,${B});if(t===undefined){${toTier0(pc, d)}}if(${op === Op.JUMP_IF_TRUE_OR_POP ? 't' : '!t'})${jump(arg, d, nb)}`);
        return;
      case Op.GET_ITER:
        out.push(`f.lasti=${pc};r=getIter(vm,${B});${check(next, d - 1)}${B}=r;`);
        return;
      case Op.FOR_ITER: {
        const end = jump(arg, d - 1, nb);
        out.push(
          `a=${B};if(a instanceof PyRangeIterator){if(a.left>0){a.left--;${s(d)}=a.current;a.current+=a.step;}else${end}}` +
            `else if(a instanceof PyListIterator){t=a.list;if(t!==null&&a.index<t.items.length)${s(d)}=t.items[a.index++];else{a.list=null;${end}}}` +
            `else if(a instanceof PyTupleIterator){t=a.tuple;if(t!==null&&a.index<t.items.length)${s(d)}=t.items[a.index++];else{a.tuple=null;${end}}}` +
            `else{f.lasti=${pc};${save(next, d)}r=forGen(vm,f,jd,a);if(r===NOVALUE){r=next(vm,a);if(r===PUSHED)r=again(vm,f,jd);}` +
            `if(r===LEFT)return vm.left;if(r===undefined){if(vm.exc===null)${end}break Y;}${s(d)}=r;}`,
        );
        return;
      }
      case Op.SETUP_LOOP:
      case Op.SETUP_EXCEPT:
      case Op.SETUP_FINALLY:
        out.push(`f.blocks.push(${op === Op.SETUP_LOOP ? Block.LOOP : op === Op.SETUP_EXCEPT ? Block.EXCEPT : Block.FINALLY},${arg},${nf + d});`);
        return;
      case Op.POP_BLOCK:
        if (nb === 0) out.push(toTier0(pc, d));
        else out.push(`f.blocks.length=${(nb - 1) * 3};`);
        return;
      case Op.POP_EXCEPT:
        if (nb === 0 || blocks[nb - 1]!.type !== Block.EXCEPT_HANDLER) out.push(toTier0(pc, d));
        else out.push(`f.sp=${nf + d};popExcept(vm,f);`);
        return;
      case Op.END_FINALLY:
        out.push(`if(${B}!==null){${toTier0(pc, d)}}`);
        return;
      case Op.BREAK_LOOP: {
        const b = blocks.at(-1);
        if (b === undefined || b.type !== Block.LOOP) out.push(toTier0(pc, d));
        else out.push(`f.blocks.length=${(nb - 1) * 3};${jump(b.handler, b.level, nb - 1)}`);
        return;
      }
      case Op.LOAD_GLOBAL:
        out.push(
          `c=C[${pc}];if(c!==undefined&&c.dict===G&&c.inGlobals&&G.keys[c.index]===c.name)${s(d)}=G.vals[c.index];` +
            `else if(c!==undefined&&c.dict===G&&!c.inGlobals&&G.version===c.version&&f.builtins.keys[c.index]===c.name)${s(d)}=f.builtins.vals[c.index];` +
            `else{f.lasti=${pc};r=loadGlobal(vm,f,${pc},N[${arg}]);${check(next, d)}${s(d)}=r;}`,
        );
        return;
      case Op.STORE_GLOBAL:
        out.push(`G.setStr(N[${arg}],${B});`);
        return;
      case Op.LOAD_NAME:
        out.push(`f.lasti=${pc};r=loadName(vm,f,N[${arg}]);${check(next, d)}${s(d)}=r;`);
        return;
      case Op.STORE_NAME:
        out.push(`f.lasti=${pc};r=storeNameFast(vm,f,N[${arg}],${B});${check(next, d - 1)}`);
        return;
      case Op.LOAD_DEREF:
        out.push(`t=st[${nl + arg}].v;if(t===undefined){f.lasti=${pc};r=unboundCell(vm,f,${arg});break Y;}${s(d)}=t;`);
        return;
      case Op.STORE_DEREF:
        out.push(`st[${nl + arg}].v=${B};`);
        return;
      case Op.LOAD_CLOSURE:
        out.push(`${s(d)}=st[${nl + arg}];`);
        return;
      case Op.LOAD_ATTR:
        out.push(
          `a=${B};c=C[${pc}];if(c!==undefined&&a instanceof PyInstance&&a.shape===c.shape&&c.cls.version===c.version&&c.index>=0&&(t=a.slots[c.index])!==undefined)${B}=t;` +
            `else if(c!==undefined&&a instanceof PyModule&&c.dict===a.dict&&c.dict.keys[c.index]===c.name)${B}=c.dict.vals[c.index];` +
            `else{f.lasti=${pc};r=loadAttr(vm,f,${pc},a,N[${arg}]);${check(next, d - 1)}${B}=r;}`,
        );
        return;
      case Quick.LOAD_METHOD:
        out.push(
          `a=${B};c=C[${pc}];if(c!==undefined&&a instanceof PyInstance&&a.shape===c.shape&&c.cls.version===c.version){if(c.index<0){${B}=c.value;${s(d)}=a;}else{${B}=undefined;${s(d)}=a.slots[c.index];}}` +
            `else{f.lasti=${pc};r=loadMethod(vm,f,${pc},a,N[${arg}]);if(r===NOVALUE){${B}=vm.method;${s(d)}=a;}else{${B}=undefined;${check(next, d)}${s(d)}=r;}}`,
        );
        return;
      case Op.STORE_ATTR:
        out.push(
          `a=${B};c=C[${pc}];if(c!==undefined&&a instanceof PyInstance&&a.shape===c.shape&&c.cls.version===c.version){if(c.next===null)a.slots[c.index]=${A};else{a.slots.push(${A});a.shape=c.next;}}` +
            `else{f.lasti=${pc};r=storeAttr(vm,f,${pc},a,N[${arg}],${A});${check(next, d - 2)}}`,
        );
        return;
      case Op.DELETE_ATTR:
        out.push(`f.lasti=${pc};r=delAttr(vm,${B},N[${arg}]);${check(next, d - 1)}`);
        return;
      case Op.BINARY_SUBSCR:
        out.push(
          `a=${A};b=${B};if(typeof b==='number'&&a!==null&&typeof a==='object'&&(a.cls===TL||a.cls===TT)&&b<a.items.length&&(t=b>=0?a.items[b]:a.items[b+a.items.length])!==undefined)${A}=t;` +
            `else{f.lasti=${pc};r=getItem(vm,a,b);${check(next, d - 2)}${A}=r;}`,
        );
        return;
      case Op.STORE_SUBSCR:
        out.push(
          `a=${A};b=${B};if(typeof b==='number'&&a instanceof PyList&&a.cls===TL&&b>=0&&b<a.items.length)a.items[b]=${s(d - 3)};` +
            `else{f.lasti=${pc};r=setItem(vm,a,b,${s(d - 3)});${check(next, d - 3)}}`,
        );
        return;
      case Op.DELETE_SUBSCR:
        out.push(`f.lasti=${pc};r=delItem(vm,${A},${B});${check(next, d - 2)}`);
        return;
      case Op.CALL_FUNCTION: {
        if (arg > 255) {
          const at = d - (arg & 255) - 2 * (arg >> 8) - 1;
          out.push(`f.lasti=${pc};${spillLocals}${spillRange(at, d)}r=callKeywords(vm,st,${nf + at},${arg});${check(next, at)}${s(at)}=r;`);
          return;
        }
        const at = d - arg - 1;
        let args = '';
        for (let k = at + 1; k < d; k++) args += `,s${k}`;
        const any = `${spillLocals}${spillRange(at + 1, d)}r=callAny(vm,${s(at)},st,${nf + at + 1},${arg});`;
        out.push(
          `f.lasti=${pc};` +
            (arg <= 4 ? `if(${s(at)} instanceof PyFunction){${save(next, at)}r=d${arg}(vm,f,jd,${s(at)}${args});${CHECK_LEFT}}else{${any}${check(next, at)}}` : `${any}${check(next, at)}`) +
            `${s(at)}=r;`,
        );
        return;
      }
      case Quick.CALL_METHOD: {
        const at = d - arg - 2;
        let args = '';
        for (let k = at + 2; k < d; k++) args += `,s${k}`;
        const direct = (fn: number, n: number): string => `if(${s(fn)} instanceof PyFunction){${save(next, at)}r=d${n}(vm,f,jd,${s(fn)}${n > arg ? `,${s(at + 1)}` : ''}${args});if(r===LEFT)return vm.left;}else`;
        out.push(
          `f.lasti=${pc};if(${s(at)}!==undefined){${arg <= 3 ? direct(at, arg + 1) : ''}{${spillLocals}${spillRange(at + 1, d)}r=callMethod(vm,${s(at)},st,${nf + at + 1},${arg + 1});}}` +
            `else{${arg <= 4 ? direct(at + 1, arg) : ''}{${spillLocals}${spillRange(at + 2, d)}r=callAny(vm,${s(at + 1)},st,${nf + at + 2},${arg});}}` +
            `${check(next, at)}${s(at)}=r;`,
        );
        return;
      }
      case Op.RETURN_VALUE:
        if (blocks.some((b) => b.type !== Block.LOOP)) out.push(toTier0(pc, d));
        else out.push(`${nb > 0 ? 'f.blocks.length=0;' : ''}${spillLocals === '' ? '' : `if(f.captured){${spillLocals}}`}return ret(vm,f,${B},${pc});`);
        return;
      case Op.YIELD_VALUE:
        out.push(`${spillLocals}${spill(d - 1)}f.sp=${nf + d - 1};f.lasti=${pc};f.pc=${next};return yieldOut(vm,f,${B});`);
        return;
      case Op.GET_YIELD_FROM_ITER:
        out.push(`f.lasti=${pc};r=getYieldFromIter(vm,f,${B});${check(next, d - 1)}${B}=r;`);
        return;
      case Op.MAKE_FUNCTION:
      case Op.MAKE_CLOSURE: {
        const at = d - ((arg & 255) + 2 * ((arg >> 8) & 255) + (arg >>> 16) + 2 + (op === Op.MAKE_CLOSURE ? 1 : 0));
        out.push(`f.lasti=${pc};${spillRange(at, d)}r=makeFunction(vm,f,${nf + at},${op},${arg});${check(next, at)}${s(at)}=r;`);
        return;
      }
      case Op.BUILD_TUPLE:
      case Op.BUILD_LIST: {
        const items = [];
        for (let k = d - arg; k < d; k++) items.push(`s${k}`);
        out.push(`${s(d - arg)}=new ${op === Op.BUILD_TUPLE ? 'PyTuple' : 'PyList'}([${items.join(',')}]);`);
        return;
      }
      case Op.BUILD_MAP:
      case Op.BUILD_SET:
      case Op.BUILD_STRING: {
        const at = d - (op === Op.BUILD_MAP ? 2 * arg : arg);
        out.push(`f.lasti=${pc};${spillRange(at, d)}r=build(vm,f,${op},st,${nf + at},${arg});${check(next, at)}${s(at)}=r;`);
        return;
      }
      case Op.BUILD_SLICE:
        out.push(arg === 2 ? `${A}=new PySlice(${A},${B},null);` : `${s(d - 3)}=new PySlice(${s(d - 3)},${A},${B});`);
        return;
      case Op.LIST_APPEND:
        out.push(`${s(d - 1 - arg)}.items.push(${B});`);
        return;
      case Op.SET_ADD:
        out.push(`f.lasti=${pc};r=addTo(vm,${op},${s(d - 1 - arg)},${B},undefined);${check(next, d - 1)}`);
        return;
      case Op.MAP_ADD:
      case Op.MAP_ADD_VK:
        out.push(`f.lasti=${pc};r=addTo(vm,${op},${s(d - 2 - arg)},${A},${B});${check(next, d - 2)}`);
        return;
      case Op.UNPACK_SEQUENCE: {
        let t = '';
        for (let i = 0; i < arg; i++) t += `${s(d - 1 + i)}=t[${arg - 1 - i}];`;
        out.push(`t=unpack(${B},${arg});if(t===null){${toTier0(pc, d)}}${t}`);
        return;
      }
      case Op.FORMAT_VALUE: {
        const at = d - (arg & 4 ? 2 : 1);
        const v = s(at);
        const test = arg === 0 ? `if(typeof ${v}!=='string')` : '';
        out.push(`${test}{f.lasti=${pc};r=formatValue(vm,${v},${arg & 3},${arg & 4 ? B : "''"});${check(next, at)}${v}=r;}`);
        return;
      }
      case Op.RAISE_VARARGS:
        if (arg === 0) out.push(toTier0(pc, d));
        else out.push(`f.lasti=${pc};r=raiseVarargs(vm,${arg},${s(d - arg)},${arg === 2 ? B : 'undefined'});${check(next, d - arg)}break Y;`);
        return;
      default:
        out.push(toTier0(pc, d));
    }
  };

  const cases: string[] = [];
  let text: string[] = [];
  for (let i = 0; i < reached.length; i++) {
    const pc = reached[i]!;
    const p = places[pc]!;
    if (leaders.has(pc)) {
      bound = new Set();
      text.push(`case ${pc}:`);
    }
    out.length = 0;
    one(pc, p);
    text.push(out.join(''));
    // Going on to the next instruction, where that is possible and not what follows in the text.
    const following = reached[i + 1];
    const falls = !ENDS.has(p.op);
    if (!falls) continue;
    if (following === undefined || following !== p.next) text.push(toTier0(p.next, depthAfter(p)));
    else if (places[following]!.depth !== depthAfter(p)) text.push(toTier0(p.next, depthAfter(p)));
  }
  cases.push(text.join('\n'));
  text = [];

  const decl = [...usedLocals].map((i) => `l${i}=st[${i}]`);
  for (let k = 0; k < maxDepth; k++) decl.push(k < entryDepth ? `s${k}=st[${nf + k}]` : `s${k}`);
  const levels = spill(maxLevel);
  const entryTable = [...entries].map((pc) => `entry[${pc}]=${nf + places[pc]!.depth};`).join('');
  return (
    `"use strict";const {PUSHED,NOVALUE,PyFloat,PyInstance,PyList,PyTuple,PyListIterator,PyTupleIterator,PyRangeIterator,PySlice,PyModule,PyFunction,LEFT,again,d0,d1,d2,d3,d4,callAny,callMethod,ret,yieldOut,forGen,getIter,getItem,setItem,delItem,delAttr,loadMethod,storeNameFast,unpack,thrown,truthSync,next}=R;` +
    `const {add,subtract,multiply,trueDivide,binarySlow,unary,compare,unboundLocal,unboundCell,loadGlobal,loadName,loadAttr,storeAttr,callKeywords,makeFunction,getYieldFromIter,build,addTo,formatValue,raiseVarargs,popExcept}=R.ops;` +
    `const isInt=Number.isSafeInteger,TL=R.tList(),TT=R.tTuple();` +
    `const entry=new Int32Array(${code.co.code.length + 1}).fill(-1);${entryTable}` +
    `const run=function(vm,f,jd){const st=f.st,G=f.globals;let pc=f.pc,xc=0,r,t,a,b,c,${decl.join(',')};` +
    `X:{Y:{try{L:for(;;)switch(pc){${cases.join('')}\ndefault:return 1;}}catch(e){${levels}${spillLocals}return thrown(vm,e,f);}}${levels}xc=2;}${spillLocals}return xc;};` +
    `return {run,entry,size:${200 + 8 * (decl.length + 10)}};`
  );

  function depthAfter(p: Place): number {
    switch (p.op) {
      case Op.POP_BLOCK:
      case Op.POP_EXCEPT:
        return p.blocks.at(-1)?.level ?? p.depth;
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        return p.depth - 1;
      default: {
        const n = places[p.next];
        const e = effectOf(p);
        return e !== undefined ? p.depth + e : (n?.depth ?? p.depth);
      }
    }
  }
}

import { effect } from './analyse.js';
const effectOf = (p: Place): number | undefined => effect(p.op, p.arg);

/** Instructions after which the text does not go on to the next. */
const ENDS = new Set<number>([Op.JUMP_FORWARD, Op.JUMP_ABSOLUTE, Quick.JUMP_BACK, Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.BREAK_LOOP, Op.YIELD_VALUE]);
export { analyse };
