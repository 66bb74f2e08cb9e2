/** Leaves (leaf.ts): their text. */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { plainInit } from '../objects/fast-call.js';
import { PyFunction } from '../objects/function.js';
import { NativeFunction } from '../objects/native.js';
import { PyFloat, T, type PyValue } from '../objects/object.js';
import { PyType } from '../objects/type.js';
import type { GlobalCache } from '../vm/ops/names.js';
import { Quick } from '../vm/quick.js';
import type { Analysis, Place } from './analyse.js';
import type { Feedback } from './feedback.js';
import { fillParams, leafOf, leafParams, ownOperator, ownTest, Stores, type Leaf } from './leaf.js';
import { copyPath, EXIT, LeafValues, waitingFor, type Path, type Value } from './leaf-values.js';
import { leafNative } from './leaf-natives.js';
import { arithmetic, CMP } from './operators.js';
import { constType, NUMERIC, operatorKind, Type } from './types.js';
import { chainAt } from './wrap.js';

/** Instructions written for one leaf, over all its branches. */
const MAX_SIZE = 160;
const MAX_PARAMS = 6;
const MAX_NESTING = 3;

/** Names that the text takes from the runtime. */
const LEAF_NAMES = 'NOVALUE,NotImplemented,PyFloat,PyInstance,PyFunction,PyModule,PyMethod,PyTuple,PyList,miss,itemAt,holds,negated,plainEq,unpack,truthSync,power,shiftRight,andInts,orInts,xorInts,append,emptyTuple';

class LeafWriter extends LeafValues {
  /** The call being written is the last thing that happens. */
  private last = false;

  /** The text from `pc` on. */
  emit(pc: number, p: Path): string {
    let out = '';
    for (;;) {
      const at = this.a.places[pc];
      if (at === undefined || at.depth < 0 || at.leaves || ++this.size > MAX_SIZE) return out + EXIT;
      if (this.a.leaders.has(pc) && this.fb.cold(pc)) return out + EXIT;
      const { op, arg, next } = at;
      if (op === Op.RETURN_VALUE) return out + this.ret(p);
      if (op === Op.JUMP_FORWARD || op === Op.JUMP_ABSOLUTE) {
        if (arg <= pc) return out + EXIT;
        pc = arg;
        continue;
      }
      if (op === Op.POP_JUMP_IF_FALSE || op === Op.POP_JUMP_IF_TRUE || op === Op.JUMP_IF_FALSE_OR_POP || op === Op.JUMP_IF_TRUE_OR_POP) {
        if (arg <= pc) return out + EXIT;
        const v = this.known(p, p.stack.pop()!);
        const want = op === Op.POP_JUMP_IF_TRUE || op === Op.JUMP_IF_TRUE_OR_POP;
        let test: string;
        if (v.type === Type.BOOL) test = `(${v.text}===true)`;
        else if (v.type === Type.INT || v.type === Type.FLOAT) test = `(${v.text}!==0)`;
        else {
          const t = this.name();
          out += `const ${t}=truthSync(vm,${v.text});if(${t}===undefined)${EXIT}`;
          test = `(${t}===true)`;
        }
        const other = copyPath(p);
        if (op === Op.JUMP_IF_FALSE_OR_POP || op === Op.JUMP_IF_TRUE_OR_POP) other.stack.push(v);
        return `${out}if(${want ? '' : '!'}${test}){${this.emit(arg, other)}}${this.emit(next, p)}`;
      }
      const text = this.one(pc, at, p);
      if (text === null) return out + EXIT;
      out += text;
      pc = next;
    }
  }

  private ret(p: Path): string {
    const v = p.stack.pop()!;
    let out = '';
    for (const s of p.stores) {
      out += s.text;
      const where = s.base === 'l0' ? Stores.SELF : p.fresh.has(s.base) ? Stores.NOTHING : Stores.ANYTHING;
      if (where > this.stores) this.stores = where;
    }
    this.returns = true;
    return `${out}return ${this.boxed(this.known(p, v))};`;
  }

  /** A call of the leaf of `code` inside this one; `fn`: text of the function. */
  protected nested(p: Path, code: PyCode, fn: string, args: readonly Value[], fresh = false, tested = false): string | null {
    const { last } = this;
    this.last = false;
    const leaf = leafOf(code);
    if (leaf === null || args.length !== leafParams(code) || leaf.nesting >= MAX_NESTING || p.stores.length > 0) return null;
    if (leaf.stores > (fresh ? Stores.SELF : Stores.NOTHING)) {
      // What it stores is the last thing that happens here: nothing is tested any more.
      if (!last || fresh) return null;
      const where = leaf.stores === Stores.SELF && args[0]!.text === 'l0' ? Stores.SELF : Stores.ANYTHING;
      if (where > this.stores) this.stores = where;
    }
    this.nesting = Math.max(this.nesting, leaf.nesting + 1);
    const v = this.name();
    p.stack.push({ type: Type.OBJECT, text: v });
    // A function may have been given other code.
    const test = tested ? '' : `if(${fn}.code.leaf!==${this.constant(leaf as unknown as PyValue)})${EXIT}`;
    return `${test}const ${v}=${this.constant(leaf.call as unknown as PyValue)}(vm,${fn}${args.map((x) => `,${this.boxed(this.known(p, x))}`).join('')});if(${v}===NOVALUE)${EXIT}`;
  }

  /** Whether nothing but a return follows at `pc`, which is behind a call: of its value, or of None. */
  private returnsAt(pc: number): boolean {
    const { places, leaders } = this.a;
    let at = pc;
    if (places[at]?.op === Op.POP_TOP) {
      const none = places[places[at]!.next];
      if (none?.op !== Op.LOAD_CONST || this.code.consts[none.arg] !== null || leaders.has(at) || leaders.has(places[at]!.next)) return false;
      at = none.next;
    }
    return places[at]?.op === Op.RETURN_VALUE && !leaders.has(at) && this.size + 4 < MAX_SIZE;
  }

  private call(pc: number, p: Path, args: readonly Value[], callee: Value, keywords: readonly (readonly [PyValue, Value])[] = []): string | null {
    const known = callee.known ?? this.fb.callee(pc);
    if (keywords.length > 0 && (known instanceof PyType || known instanceof NativeFunction)) return null;
    if (known instanceof PyType) {
      const init = plainInit(known);
      if (init === null || p.stores.length > 0) return null;
      const k = this.constant(known);
      const o = this.name();
      const test = callee.known === undefined ? `${callee.text}!==${k}||` : '';
      const self: Value = { type: Type.OBJECT, text: o };
      const call = this.nested(p, init.code, this.constant(init), [self, ...args], true);
      if (call === null) return null;
      const r = p.stack.pop()!;
      p.stack.push(self);
      p.fresh.add(o);
      return `if(${test}${k}.version!==${known.version})${EXIT}const ${o}=new PyInstance(${k});${call}if(${r.text}!==null)${EXIT}`;
    }
    if (callee.known instanceof PyFunction) return this.function(p, callee.known.code, callee.text, args, keywords, []);
    if (known instanceof NativeFunction) return this.native(p, known, args, callee);
    const code = this.fb.code(pc);
    const leaf = leafOf(code);
    if (leaf === null || !/^[lv]/.test(callee.text)) return null;
    const c = callee.text;
    return this.function(p, code!, c, args, keywords, [`${c} instanceof PyFunction`, `${c}.code.leaf===${this.constant(leaf as unknown as PyValue)}`]);
  }

  private native(p: Path, fn: NativeFunction, args: readonly Value[], callee: Value): string | null {
    const row = leafNative(fn);
    if (row === undefined || row.args !== args.length || p.stores.some((s) => s.kind === 'list')) return null;
    const v = this.name();
    p.stack.push({ type: row.type, text: v });
    const text = `const ${v}=${this.constant(row.fn as unknown as PyValue)}(${args.map((a) => this.boxed(this.known(p, a))).join(',')});if(${v}===undefined)${EXIT}`;
    return callee.known === undefined ? `if(${callee.text}!==${this.constant(fn)})${EXIT}${text}` : text;
  }

  /** A nested call of function `c`, which has `code` if all of `tests`. */
  private function(p: Path, code: PyCode, c: string, args: readonly Value[], keywords: readonly (readonly [PyValue, Value])[], tests: readonly string[]): string | null {
    let temps = '';
    const temp = (): string => {
      const t = this.name();
      temps += `let ${t};`;
      return t;
    };
    const text = (v: Value): string => this.boxed(this.known(p, v));
    const filled = fillParams(code, c, args.map(text), keywords.map(([k, v]) => [k, text(v)]), (v) => this.constant(v), temp);
    const call = filled === null ? null : this.nested(p, code, c, filled.args.map((t) => ({ type: Type.OBJECT, text: t })), false, tests.length > 0);
    if (call === null) return null;
    const all = [...tests, ...filled!.tests];
    return `${temps}${all.length === 0 ? '' : `if(!(${all.join('&&')}))${EXIT}`}${call}`;
  }

  private cell(i: number): string {
    return `fn.closure.items[${i - this.code.ncells}]`;
  }

  /** One instruction; null: a leaf cannot do it. */
  private one(pc: number, at: Place, p: Path): string | null {
    const { code, fb } = this;
    const { op, arg } = at;
    const { stack } = p;
    this.last = false;
    if (NUMERIC.has(op)) {
      if (chainAt(code, this.a, pc, fb) !== undefined) return null;
      const b = stack.pop()!;
      const a = stack.pop()!;
      const [kind, ta, tb] = operatorKind(at, pc, this.known(p, a).type, this.known(p, b).type, fb);
      if (kind === 'object') return this.own(pc, op, arg, p, this.known(p, a), this.known(p, b));
      const [t1, x] = this.number(p, a, ta);
      const [t2, y] = this.number(p, b, tb);
      const to = this.name();
      stack.push({ type: kind === 'float' ? Type.FLOAT : Type.INT, text: to });
      return `${t1}${t2}let ${to};${arithmetic(op, kind, x, y, to, EXIT)}`;
    }
    switch (op) {
      case Op.NOP:
      case Op.EXTENDED_ARG:
        return '';
      case Op.POP_TOP:
        stack.pop();
        return '';
      case Op.ROT_TWO:
      case Op.ROT_THREE:
      case Op.ROT_FOUR:
      case Op.ROT_N:
        // Under as many of the others as it says: what is left after the pop counts from the end.
        stack.splice(op === Op.ROT_TWO ? -1 : op === Op.ROT_THREE ? -2 : op === Op.ROT_FOUR ? -3 : 1 - arg, 0, stack.pop()!);
        return '';
      case Op.DUP_TOP:
        stack.push(stack.at(-1)!);
        return '';
      case Op.DUP_TOP_TWO:
        stack.push(stack.at(-2)!, stack.at(-1)!);
        return '';
      case Op.LOAD_FAST: {
        const v = p.locals[arg];
        if (v === undefined) return null;
        stack.push(v);
        return '';
      }
      case Op.STORE_FAST:
        p.locals[arg] = stack.pop()!;
        return '';
      case Op.LOAD_CONST: {
        const v = code.consts[arg]!;
        const type = constType(v);
        if (type === Type.INT) stack.push({ type, text: (v as number) < 0 || Object.is(v, -0) ? `(${v as number})` : String(v) });
        else if (type === Type.BOOL) stack.push({ type, text: String(v) });
        else if (v === null) stack.push({ type: Type.OBJECT, text: 'null' });
        else if (v instanceof PyFloat && type === Type.FLOAT) stack.push({ type, text: Object.is(v.v, -0) ? '(-0)' : v.v < 0 ? `(${v.v})` : String(v.v), boxed: this.constant(v) });
        else stack.push({ type: Type.OBJECT, text: this.constant(v), known: v });
        return '';
      }
      case Op.LOAD_GLOBAL: {
        const c = code.caches[pc] as GlobalCache | undefined;
        if (c === undefined) return null;
        const key = `global ${arg}`;
        const again = p.facts.get(key);
        if (again !== undefined) {
          stack.push(again);
          return '';
        }
        const k = this.constant(c as unknown as PyValue);
        this.usesGlobals = true;
        const v = this.name();
        stack.push({ type: Type.OBJECT, text: v });
        p.facts.set(key, stack.at(-1)!);
        if (c.layout >= 0) return `if(${k}.layout!==G.layout)${EXIT}const ${v}=G.vals[${k}.index];`;
        if (c.version >= 0) return `if(${k}.version!==G.version||${k}.builtins!==fn.builtins.layout)${EXIT}const ${v}=fn.builtins.vals[${k}.index];`;
        return null;
      }
      case Op.LOAD_DEREF: {
        const cell = this.cell(arg);
        const waiting = waitingFor(p, 'cell', cell, '');
        if (waiting !== undefined) {
          stack.push(waiting.value!);
          return '';
        }
        const known = p.facts.get(`cell ${arg}`);
        if (known !== undefined) {
          stack.push(known);
          return '';
        }
        // Two free variables may be one, where a function was put together by hand.
        const apart = [...new Set(p.stores.filter((s) => s.kind === 'cell').map((s) => s.base))].map((b) => `if(${b}===${cell})${EXIT}`).join('');
        const text = this.push(p, Type.OBJECT, `${cell}.v`);
        const v = stack.at(-1)!;
        p.facts.set(`cell ${arg}`, v);
        return `${apart}${text}if(${v.text}===undefined)${EXIT}`;
      }
      case Op.STORE_DEREF: {
        const [text, value] = this.kept(this.known(p, stack.pop()!));
        const cell = this.cell(arg);
        for (let i = 0; i < code.nfrees; i++) p.facts.delete(`cell ${code.ncells + i}`);
        p.stores.push({ kind: 'cell', base: cell, key: '', value, text: `${cell}.v=${this.boxed(value)};` });
        return text;
      }
      case Op.LOAD_ATTR:
        return this.loadAttr(pc, arg, p);
      case Op.STORE_ATTR:
        return this.storeAttr(pc, arg, p);
      case Quick.LOAD_METHOD:
        return this.loadMethod(pc, arg, p);
      case Quick.CALL_METHOD: {
        const args = stack.splice(stack.length - arg, arg);
        const self = stack.pop()!;
        const callee = stack.pop()!;
        this.last = this.returnsAt(at.next);
        if (callee.known !== undefined && callee.text === 'undefined') {
          // A method of a builtin type.
          if (!(callee.known instanceof NativeFunction) || callee.known.owner !== T.list || callee.known.def.name !== 'append' || args.length !== 1) return null;
          const v = this.known(p, args[0]!);
          p.stores.push({ kind: 'list', base: self.text, key: '', value: undefined, text: `append(${self.text}.items,${this.boxed(v)});` });
          stack.push({ type: Type.OBJECT, text: 'null' });
          return '';
        }
        if (callee.text === 'undefined') return this.call(pc, p, args, self);
        return this.call(pc, p, [self, ...args], callee);
      }
      case Op.CALL_FUNCTION: {
        const pairs = stack.splice(stack.length - 2 * (arg >> 8), 2 * (arg >> 8));
        const keywords: [PyValue, Value][] = [];
        for (let i = 0; i < pairs.length; i += 2) keywords.push([pairs[i]!.known ?? null, pairs[i + 1]!]);
        const args = stack.splice(stack.length - (arg & 255), arg & 255);
        this.last = this.returnsAt(at.next);
        return this.call(pc, p, args, stack.pop()!, keywords);
      }
      case Op.UNARY_NOT: {
        const v = this.known(p, stack.pop()!);
        if (v.type === Type.BOOL || v.type === Type.INT || v.type === Type.FLOAT) {
          stack.push({ type: Type.BOOL, text: v.type === Type.BOOL ? `!${v.text}` : `(${v.text}===0)` });
          return '';
        }
        const t = this.name();
        stack.push({ type: Type.BOOL, text: `!${t}` });
        return `const ${t}=truthSync(vm,${v.text});if(${t}===undefined)${EXIT}`;
      }
      case Op.UNARY_NEGATIVE: {
        const v = this.known(p, stack.pop()!);
        if (v.type === Type.INT || v.type === Type.FLOAT) return this.push(p, v.type, v.type === Type.INT ? `0-${v.text}` : `-(${v.text})`);
        if (v.type !== Type.OBJECT) return null;
        const text = this.push(p, Type.OBJECT, `negated(${v.text})`);
        return `${text}if(${stack.at(-1)!.text}===undefined)${EXIT}`;
      }
      case Op.COMPARE_OP:
        return this.compare(pc, at, p);
      case Op.BINARY_SUBSCR: {
        if (p.stores.some((s) => s.kind === 'list')) return null;
        const b = this.known(p, stack.pop()!);
        const a = this.known(p, stack.pop()!);
        if (a.type !== Type.OBJECT || b.type === Type.FLOAT || b.type === Type.BOOL) return null;
        const text = this.push(p, Type.OBJECT, `itemAt(${a.text},${b.text})`);
        return `${text}if(${stack.at(-1)!.text}===undefined)${EXIT}`;
      }
      case Op.BUILD_TUPLE:
      case Op.BUILD_LIST: {
        const items = stack.splice(stack.length - arg, arg).map((v) => this.boxed(this.known(p, v)));
        return this.push(p, Type.OBJECT, op === Op.BUILD_TUPLE && arg === 0 ? 'emptyTuple()' : `new ${op === Op.BUILD_TUPLE ? 'PyTuple' : 'PyList'}([${items.join(',')}])`);
      }
      case Op.UNPACK_SEQUENCE: {
        if (p.stores.some((s) => s.kind === 'list')) return null;
        const v = this.known(p, stack.pop()!);
        if (v.type !== Type.OBJECT) return null;
        const t = this.name();
        let out = `const ${t}=unpack(${v.text},${arg});if(${t}===null)${EXIT}`;
        for (let i = arg - 1; i >= 0; i--) out += this.push(p, Type.OBJECT, `${t}[${i}]`);
        return out;
      }
      default:
        return null;
    }
  }

  /** An operator whose left operand is an instance of a guest class. */
  private own(pc: number, op: number | undefined, arg: number, p: Path, a: Value, b: Value): string | null {
    const own = ownOperator(this.fb, pc, op, arg);
    if (own === null || a.type !== Type.OBJECT || !/^[lv]/.test(a.text)) return null;
    const right = b.type === Type.OBJECT ? b : { ...b, text: 'null' };
    const call = this.nested(p, own.method.code, this.constant(own.method), [a, b]);
    if (call === null) return null;
    return `if(!(${a.text} instanceof PyInstance&&${ownTest(own, this.constant(own.cls), a.text, right.text)}))${EXIT}${call}if(${p.stack.at(-1)!.text}===NotImplemented)${EXIT}`;
  }

  private compare(pc: number, at: Place, p: Path): string | null {
    const { arg } = at;
    const { stack } = p;
    const b = stack.pop()!;
    const a = stack.pop()!;
    const A = this.known(p, a);
    const B = this.known(p, b);
    if (arg === 8 || arg === 9) {
      // Whether two floats are one object is for those who keep them.
      if (A.type === Type.FLOAT || B.type === Type.FLOAT) return null;
      stack.push({ type: Type.BOOL, text: `(${A.text}${arg === 8 ? '===' : '!=='}${B.text})` });
      return '';
    }
    if (arg > 9) return null;
    if (arg > 5) {
      if (p.stores.some((s) => s.kind === 'list')) return null;
      const t = this.name();
      stack.push({ type: Type.BOOL, text: arg === 6 ? t : `!${t}` });
      return `const ${t}=holds(${this.boxed(B)},${this.boxed(A)});if(${t}===undefined)${EXIT}`;
    }
    const [kind, ta, tb] = operatorKind(at, pc, A.type, B.type, this.fb);
    if (kind !== 'object') {
      const [t1, x] = this.number(p, a, ta);
      const [t2, y] = this.number(p, b, tb);
      stack.push({ type: Type.BOOL, text: `(${x}${CMP[arg]}${y})` });
      return t1 + t2;
    }
    if (this.fb.leftClass(pc) !== undefined) return this.own(pc, undefined, arg, p, A, B);
    if ((arg !== 2 && arg !== 3) || p.stores.some((s) => s.kind === 'list')) return null;
    const t = this.name();
    stack.push({ type: Type.BOOL, text: arg === 2 ? t : `!${t}` });
    return `const ${t}=plainEq(${this.boxed(A)},${this.boxed(B)});if(${t}===undefined)${EXIT}`;
  }
}

/** The source of the leaf of `code` and its constants; null where there is none. */
export function leafText(code: PyCode, a: Analysis, fb: Feedback, leaf: Leaf): { text: string; constants: readonly PyValue[] } | null {
  const n = leafParams(code);
  if (n < 0 || n > MAX_PARAMS || code.ncells > 0 || code.hidden || !fb.recorded || fb.pending > 0) return null;
  const w = new LeafWriter(code, a, fb);
  const locals: (Value | undefined)[] = [];
  const params: string[] = [];
  for (let i = 0; i < code.nlocals; i++) locals.push(i < n ? { type: Type.OBJECT, text: `l${i}` } : undefined);
  for (let i = 0; i < n; i++) params.push(`,l${i}`);
  const body = w.emit(0, { locals, stack: [], facts: new Map(), shapes: new Map(), fresh: new Set(), stores: [] });
  // What was stored is not to be done once more by an operator that goes on to the other side.
  if (!w.returns || (w.stores !== Stores.NOTHING && code.names.includes('NotImplemented'))) return null;
  leaf.stores = w.stores;
  leaf.nesting = w.nesting;
  const text =
    `"use strict";const{${LEAF_NAMES}}=R;const isInt=Number.isSafeInteger;${w.constants.map((_, i) => `const k${i}=X[${i}];`).join('')}` +
    `return function(vm,fn${params.join('')}){if(vm.depth>=vm.leafDepth${w.nesting > 0 ? `-${w.nesting}` : ''})return NOVALUE;vm.budget--;L.hits++;${w.usesGlobals ? 'const G=fn.globals;' : ''}let t;${body}};`;
  return { text, constants: w.constants };
}
