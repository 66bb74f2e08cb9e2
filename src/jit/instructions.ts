/** What each instruction becomes in generated code. */
import { MAX_ITEMS } from '../objects/list-growth.js';
import { Op } from '../bytecode/opcodes.js';
import { CO } from '../bytecode/code.js';
import { Block } from '../objects/frame.js';
import { InternalError } from '../objects/errors.js';
import { PyFunction } from '../objects/function.js';
import { PyFloat, T, type PyValue } from '../objects/object.js';
import type { PyTuple } from '../objects/tuple.js';
import { CLASS_METHOD, CONSTANT, DATA, GETTER, METHOD, STATIC, SUPER, UNLESS_OWN, type AttrCache } from '../vm/ops/attributes.js';
import type { GlobalCache } from '../vm/ops/names.js';
import { Quick } from '../vm/quick.js';
import { raisesAgain, starOperands, withException, type Place } from './analyse.js';
import { Flow } from './flow.js';
import { leafOf } from './leaf.js';
import { couldBe } from './operators.js';
import { constType, NUMERIC, Type } from './types.js';
import { Writer } from './writer.js';

export class Instructions extends Flow {
  static readonly names =
    'PUSHED,NOVALUE,NotImplemented,LEFT,PyFloat,PyInstance,PyList,PyTuple,PyListIterator,PyTupleIterator,PyRangeIterator,PySlice,PyModule,PyFunction,PyGenerator,' +
    'again,noBlocks,bail,pushed,notQuick,bad,seen,fresh,d0,d1,d2,d3,d4,callAny,callMethod,ret,yieldOut,yieldFrom,forAny,getIter,getItem,setItem,delItem,delAttr,loadMethod,unpack,thrown,truthSync,next,' +
    'SINK,enterOf,NONES,PyMethod,multiplyModulo,andInts,orInts,xorInts,shiftRight,power,holds,tooLong,emptyTuple,operator,comparison,create,caught,matches,enterNative,PyBaseException,PySuper';
  static readonly opNames =
    'notSlow,aboutAttribute,add,subtract,multiply,trueDivide,binarySlow,unary,compare,unboundLocal,unboundCell,loadGlobal,loadName,storeName,storeGlobal,loadClassDeref,deleteName,deleteGlobal,loadAttr,storeAttr,' +
    'callKeywords,makeFunction,methodSelf,getYieldFromIter,getAwaitable,build,addTo,formatValue,raiseVarargs,jumpSlow,callStar,unpackEx,unpackSequence,matchTest,matchKeys,matchClass,copyDictWithoutKeys,importName,importFrom,loadBuildClass';

  /** Instructions from `pc` on that are written as one piece: a chain of wrap.ts, a loop over pairs. Their number, 0 for none. */
  chain(pc: number): number {
    return this.wrapped(pc) || this.forPair(pc);
  }

  /** Whether a native may take what the code yields without its being left. */
  readonly sinks = (this.w.code.co.flags & CO.GENERATOR) !== 0;

  /** The comparison just written, when the next instruction is a jump on it. */
  private pending: string | undefined;

  one(pc: number, p: Place): void {
    const { w } = this;
    const { op, arg, next, blocks } = p;
    const nl = w.code.nlocals;
    const nb = blocks.length;
    if (NUMERIC.has(op)) {
      this.numeric(pc, p);
      return;
    }
    const pending = this.pending;
    this.pending = undefined;
    /** `r=...` with the operands already popped, its value pushed. */
    const value = (call: string): void => {
      w.write(`f.lasti=${pc};r=${call};${w.check(pc, next)}`);
      w.write(`${w.define(Type.OBJECT)}=r;`);
    };
    const effect = (call: string): void => w.write(`f.lasti=${pc};r=${call};${w.check(pc, next)}`);
    const pop = (): string => Writer.boxed(w.pop());
    /** Pops the top value into a variable that may be written several times. */
    const popVariable = (name: 'a' | 'b'): string => {
      const s = w.pop();
      if (s.type !== Type.FLOAT && /^[a-z]/.test(s.text)) return s.text;
      w.write(`${name}=${Writer.boxed(s)};`);
      return name;
    };

    switch (op) {
      case Op.NOP:
      case Op.EXTENDED_ARG:
      case Op.SETUP_LOOP:
        return;
      case Op.POP_TOP:
        w.pop();
        return;
      case Op.ROT_TWO: {
        w.detach(w.depth - 1);
        w.detach(w.depth - 2);
        const b = w.pop();
        const a = w.pop();
        w.stack.push(b, a);
        return;
      }
      case Op.ROT_THREE:
      case Op.ROT_FOUR:
      case Op.ROT_N: {
        const n = op === Op.ROT_THREE ? 3 : op === Op.ROT_FOUR ? 4 : arg;
        for (let k = 1; k <= n; k++) w.detach(w.depth - k);
        w.stack.splice(w.depth - n, 0, w.pop());
        return;
      }
      case Op.DUP_TOP: {
        const s = w.top();
        w.write(`${w.define(s.type)}=${s.text};`);
        return;
      }
      case Op.DUP_TOP_TWO: {
        const a = w.stack[w.depth - 2]!;
        const b = w.stack[w.depth - 1]!;
        w.write(`${w.define(a.type)}=${a.text};`);
        w.write(`${w.define(b.type)}=${b.text};`);
        return;
      }
      case Op.LOAD_FAST: {
        const type = w.locals[arg]!;
        if (type === Type.MAYBE || type === Type.UNBOUND || type === Type.MAYBE_INT || type === Type.MAYBE_FLOAT) {
          const test = type === Type.UNBOUND ? 'true' : type === Type.MAYBE ? `l${arg}===undefined` : `!b${arg}`;
          w.write(`if(${test}){f.lasti=${pc};r=unboundLocal(vm,f,${arg});${w.raise(pc)}}`);
          w.locals[arg] = type === Type.MAYBE_INT ? Type.INT : type === Type.MAYBE_FLOAT ? Type.FLOAT : Type.OBJECT;
        }
        w.pushText(w.locals[arg]!, w.variable(Writer.localName(w.locals[arg]!, arg)), arg);
        return;
      }
      case Op.STORE_FAST: {
        const v = w.pop();
        w.unalias(arg);
        const name = w.variable(Writer.localName(v.type, arg));
        if (name !== v.text) w.write(`${name}=${v.text};`);
        w.locals[arg] = v.type;
        w.clean[arg] = false;
        return;
      }
      case Op.DELETE_FAST: {
        w.unalias(arg);
        const type = w.locals[arg]!;
        const test = type === Type.UNBOUND ? 'true' : type === Type.MAYBE ? `l${arg}===undefined` : type === Type.MAYBE_INT || type === Type.MAYBE_FLOAT ? `!b${arg}` : 'false';
        w.write(test === 'false' ? `l${arg}=undefined;` : `if(${test}){f.lasti=${pc};r=unboundLocal(vm,f,${arg});${w.raise(pc)}}l${arg}=undefined;`);
        w.locals[arg] = Type.MAYBE;
        w.clean[arg] = false;
        return;
      }
      case Op.LOAD_CONST: {
        const v = w.code.consts[arg];
        if (typeof v === 'number') w.pushText(Type.INT, v < 0 ? `(${v})` : String(v));
        else if (typeof v === 'boolean') w.pushText(Type.BOOL, String(v));
        else if (v === null) w.pushText(Type.OBJECT, 'null');
        else if (v instanceof PyFloat) w.pushFloat(Object.is(v.v, -0) ? '(-0)' : v.v < 0 ? `(${v.v})` : String(v.v), arg);
        else w.pushText(Type.OBJECT, `K[${arg}]`);
        return;
      }
      case Op.UNARY_NEGATIVE: {
        const s = w.top();
        if (s.type === Type.INT || s.type === Type.FLOAT) {
          w.pop();
          w.write(`${w.define(s.type)}=${s.type === Type.INT ? `0-${s.text}` : `-(${s.text})`};`);
          return;
        }
        w.pop();
        w.write(`a=${Writer.boxed(s)};`);
        const check = w.check(pc, next);
        const to = w.define(Type.OBJECT);
        w.write(`if(typeof a==='number')${to}=0-a;else if(a instanceof PyFloat)${to}=new PyFloat(-a.v);else{f.lasti=${pc};r=unary(vm,${op},a);${check}${to}=r;}`);
        return;
      }
      case Op.UNARY_POSITIVE:
      case Op.UNARY_INVERT:
        value(`unary(vm,${op},${pop()})`);
        return;
      case Op.UNARY_NOT: {
        const s = w.top();
        if (s.type === Type.BOOL || s.type === Type.INT || s.type === Type.FLOAT) {
          w.pop();
          w.write(`${w.define(Type.BOOL)}=${s.type === Type.BOOL ? `!${s.text}` : `${s.text}===0`};`);
          return;
        }
        w.pop();
        const check = w.check(pc, next);
        const to = w.define(Type.BOOL);
        w.write(`a=${s.text};if(a===true)${to}=false;else if(a===false||a===null)${to}=true;else{t=truthSync(vm,a);if(t===undefined){f.lasti=${pc};r=notSlow(vm,a);${check}${to}=r;}else ${to}=!t;}`);
        return;
      }
      case Op.COMPARE_OP: {
        const cond = this.compare(pc, p);
        if (cond === undefined) return;
        const after = this.a.places[next + this.base];
        if (after !== undefined && (after.op === Op.POP_JUMP_IF_FALSE || after.op === Op.POP_JUMP_IF_TRUE) && !this.a.leaders.has(next + this.base)) {
          this.pending = cond;
          return;
        }
        w.write(`${w.define(Type.BOOL)}=${cond};`);
        return;
      }
      case Op.JUMP_FORWARD:
        w.write(this.jump(pc, arg));
        return;
      case Op.JUMP_ABSOLUTE:
      case Quick.JUMP_BACK: {
        const state = this.states.get(arg + this.base);
        if (arg > pc || state === undefined || state.stack.length !== w.depth) {
          w.write(this.jump(pc, arg));
          return;
        }
        this.backEdge(pc, arg + this.base);
        return;
      }
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
        this.branch(pc, next, arg, op === Op.POP_JUMP_IF_TRUE, pending);
        return;
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP: {
        const v = w.top();
        const want = op === Op.JUMP_IF_TRUE_OR_POP ? '' : '!';
        if (v.type === Type.BOOL) w.write(`if(${want}${v.text})${this.jump(pc, arg)}`);
        else if (v.type === Type.INT || v.type === Type.FLOAT) w.write(`if(${want}(${v.text}!==0))${this.jump(pc, arg)}`);
        else w.write(`t=truthSync(vm,${v.text});if(t===undefined)${w.leave(pc, '1')}if(${want}t)${this.jump(pc, arg)}`);
        w.pop();
        return;
      }
      case Op.GET_ITER:
        value(`getIter(vm,${pop()})`);
        return;
      case Op.FOR_ITER:
        this.forIter(pc, p);
        return;
      case Op.SETUP_EXCEPT:
      case Op.SETUP_FINALLY:
        w.boxAll();
        return;
      case Op.POP_BLOCK:
        if (nb === 0) w.write(w.leave(pc, '1'));
        else w.stack.length = blocks[nb - 1]!.level;
        return;
      case Op.POP_EXCEPT: {
        const b = blocks[nb - 1];
        if (b === undefined || b.type !== Block.EXCEPT_HANDLER) {
          w.write(w.leave(pc, '1'));
          return;
        }
        this.endHandlers(blocks, nb - 1);
        w.stack.length = b.level;
        return;
      }
      case Op.END_FINALLY:
        if (raisesAgain(p)) {
          w.write(`f.lasti=${pc};vm.exc=${w.stack[w.depth - 2]!.text};g=1;${w.raise(pc)}`);
          return;
        }
        this.endFinally(pc, p);
        return;
      case Op.BREAK_LOOP:
      case Op.CONTINUE_LOOP:
        this.leaveBlocks(pc, p, p.exits[0]!);
        return;
      case Op.SETUP_WITH:
        this.setupWith(pc, next);
        return;
      case Op.WITH_CLEANUP_START:
        this.cleanupStart(pc, p);
        return;
      case Op.WITH_CLEANUP_FINISH:
        this.cleanupFinish(pc, p);
        return;
      case Op.LOAD_GLOBAL: {
        const check = w.check(pc, next);
        const to = w.define(Type.OBJECT);
        this.global(pc);
        const known = w.code.caches[pc] as GlobalCache;
        const global = `if(c${pc}.layout===G.layout)${to}=G.vals[c${pc}.index];else `;
        const builtin = `if(c${pc}.version===G.version&&c${pc}.builtins===f.builtins.layout)${to}=f.builtins.vals[c${pc}.index];else `;
        w.write(
          `${known.layout < 0 ? builtin : ''}${known.version < 0 ? global : ''}{f.lasti=${pc};r=loadGlobal(vm,f,${pc},N[${arg}]);${check}${to}=r;}`,
        );
        return;
      }
      case Op.LOAD_CLASSDEREF:
        value(`loadClassDeref(vm,f,${arg})`);
        return;
      case Op.DELETE_NAME:
        effect(`deleteName(vm,f,N[${arg}])`);
        return;
      case Op.DELETE_GLOBAL:
        effect(`deleteGlobal(vm,f,N[${arg}])`);
        return;
      case Op.DELETE_DEREF:
        w.write(`t=st[${nl + arg}];if(t.v===undefined){f.lasti=${pc};r=unboundCell(vm,f,${arg});${w.raise(pc)}}t.v=undefined;`);
        return;
      case Op.BINARY_MATRIX_MULTIPLY:
      case Op.INPLACE_MATRIX_MULTIPLY: {
        const b = pop();
        value(`binarySlow(vm,${op},${pop()},${b})`);
        return;
      }
      case Op.STORE_GLOBAL:
        w.write(`t=${pop()};if(${this.global(pc)}.layout===G.layout)G.vals[c${pc}.index]=t;else storeGlobal(f,${pc},N[${arg}],t);`);
        return;
      case Op.LOAD_NAME: {
        const check = w.check(pc, next);
        const to = w.define(Type.OBJECT);
        const c = this.global(pc);
        w.write(
          `if(f.locals===G&&${c}.layout===G.layout)${to}=G.vals[${c}.index];else if(f.locals===G&&${c}.version===G.version&&${c}.builtins===f.builtins.layout)${to}=f.builtins.vals[${c}.index];` +
            `else{f.lasti=${pc};r=loadName(vm,f,${pc},N[${arg}]);${check}${to}=r;}`,
        );
        return;
      }
      case Op.STORE_NAME: {
        const c = this.global(pc);
        w.write(`a=${pop()};if(f.locals===G&&${c}.layout===G.layout)G.vals[${c}.index]=a;else{f.lasti=${pc};r=storeName(vm,f,${pc},N[${arg}],a);${w.check(pc, next)}}`);
        return;
      }
      case Op.LOAD_DEREF: {
        const to = w.define(Type.OBJECT);
        w.write(`${to}=st[${nl + arg}].v;if(${to}===undefined){f.lasti=${pc};r=unboundCell(vm,f,${arg});${w.raise(pc)}}`);
        return;
      }
      case Op.STORE_DEREF:
        w.write(`st[${nl + arg}].v=${pop()};`);
        return;
      case Op.LOAD_CLOSURE:
        w.write(`${w.define(Type.OBJECT)}=st[${nl + arg}];`);
        return;
      case Op.LOAD_ATTR: {
        // Of this frame itself, maybe.
        if (w.code.names[arg] === 'f_locals') w.write(w.spillLocals());
        const o = popVariable('a');
        const check = w.check(pc, next, o, `aboutAttribute(vm,${o},N[${arg}])`);
        const property = (w.code.caches[pc] as AttrCache | undefined)?.index === GETTER;
        const getter = property
          ? `else if(b!==undefined&&b.index===${GETTER}&&${o} instanceof PyInstance&&${o}.shape===b.shape&&b.cls.version===b.version){f.lasti=${pc};${w.save(next)}st[f.sp]=${o};r=d1(vm,f,jd,b.value,${o});if(r===undefined)aboutAttribute(vm,${o},N[${arg}]);${w.checkLeft(pc)}${Writer.stackName(Type.OBJECT, w.depth)}=r;}`
          : '';
        const to = w.define(Type.OBJECT);
        const own = property ? this.property(pc, o, to) : '';
        const known = this.attributes(pc, (c) => c.index >= 0 || c.index === DATA || c.index === METHOD || c.index === CONSTANT);
        const tests = known
          .map((c) => {
            if (c.index === CONSTANT) return `if(${this.shapeTest(c)})${to}=${this.constant(c.value!)};else`;
            if (c.index === METHOD) return `if(${this.shapeTest(c)})${to}=new PyMethod(${this.constant(c.value!)},${o});else`;
            if (c.index === DATA) return `if(${this.shapeTest(c)})${to}=${this.constant(c.dict!)}.vals[${c.value as number}];else`;
            return `if(${this.shapeTest(c)}${c.index < c.shape!.nmembers ? `&&(b=${o}.slots[${c.index}])!==undefined` : ''})${to}=${c.index < c.shape!.nmembers ? 'b' : `${o}.slots[${c.index}]`};else`;
          })
          .join(' ');
        const slow = `{f.lasti=${pc};r=loadAttr(vm,f,${pc},${o},N[${arg}]);${check}${to}=r;}`;
        if (known.length > 0 && !property) {
          w.write(`t=${o} instanceof PyInstance?${o}.shape:null;${tests}${slow}`);
          return;
        }
        const cache = this.w.code.caches[pc] as AttrCache | undefined;
        if (this.fb.pending <= 0 && cache !== undefined && cache.dict !== null && cache.shape === null && cache.cls !== T.module) {
          // An attribute of a class.
          w.write(`if(${this.classTest(cache, o)})${to}=${this.constant(cache.dict)}.vals[${cache.index}];else${slow}`);
          return;
        }
        w.write(
          `${own}{b=C[${pc}];if(b!==undefined&&${o} instanceof PyInstance&&${o}.shape===b.shape&&b.cls.version===b.version&&b.index>=0&&(t=${o}.slots[b.index])!==undefined)${to}=t;` +
            `else if(b!==undefined&&${o} instanceof PyModule&&b.dict===${o}.dict&&b.dict.keys[b.index]===b.name)${to}=b.dict.vals[b.index];${getter}else${slow}}`,
        );
        return;
      }
      case Quick.LOAD_METHOD: {
        const o = pop();
        w.write(`a=${o};`);
        // A value that is no method, and its hole below: where Python code makes it, the hole is in the frame first.
        w.pushText(Type.OBJECT, 'undefined');
        const check = w.check(pc, next);
        w.pop();
        const fn = w.define(Type.OBJECT);
        const self = w.define(Type.OBJECT);
        const slow = `{f.lasti=${pc};r=loadMethod(vm,f,${pc},a,N[${arg}]);if(r===NOVALUE){${fn}=vm.method;${self}=methodSelf(a);}else{${check}${fn}=undefined;${self}=r;}}`;
        const known = this.attributes(pc, (c) => c.index === -1 || c.index === STATIC || c.index === CLASS_METHOD || (c.index >= c.shape!.nmembers));
        if (known.length > 0) {
          const found = (c: AttrCache): string => {
            if (c.index >= 0) return `${fn}=undefined;${self}=a.slots[${c.index}];`;
            const d = this.constant(c.value!);
            return c.index === STATIC ? `${fn}=undefined;${self}=${d}.func;` : c.index === CLASS_METHOD ? `${fn}=${d}.func;${self}=a.cls;` : `${fn}=${d};${self}=a;`;
          };
          const tests = known.map((c) => `if(${this.shapeTest(c)}){${found(c)}}else`).join(' ');
          w.write(`t=a instanceof PyInstance?a.shape:null;${tests}${slow}`);
          return;
        }
        const cache = this.w.code.caches[pc] as AttrCache | undefined;
        if (this.fb.pending <= 0 && cache !== undefined && cache.shape === null && cache.dict !== null) {
          // A function of a module, or of a class.
          const { dict, index } = cache;
          const test = cache.cls === T.module ? `a instanceof PyModule&&a.dict===${this.constant(dict)}&&a.dict.keys[${index}]===N[${arg}]` : this.classTest(cache, 'a');
          w.write(`if(${test}){${fn}=undefined;${self}=${this.constant(dict)}.vals[${index}];}else${slow}`);
          return;
        }
        if (this.fb.pending <= 0 && cache !== undefined && cache.shape === null && cache.dict === null && (cache.index === STATIC || cache.index === CLASS_METHOD)) {
          // A static or class method of a class.
          const k = this.constant(cache.cls);
          const d = this.constant(cache.value!);
          w.write(`if(a===${k}&&a.version===${cache.version}){${cache.index === STATIC ? `${fn}=undefined;${self}=${d}.func;` : `${fn}=${d}.func;${self}=a;`}}else${slow}`);
          return;
        }
        if (this.fb.pending <= 0 && cache !== undefined && cache.index === SUPER) {
          const [type, method] = (cache.value as PyTuple).items;
          const cls = this.constant(cache.cls);
          w.write(`if(a instanceof PySuper&&a.selfClass===${cls}&&a.self!==${cls}&&${cls}.version===${cache.version}&&a.type===${this.constant(type!)}){${fn}=${this.constant(method!)};${self}=a.self;}else${slow}`);
          return;
        }
        if (this.fb.pending <= 0 && cache !== undefined && cache.shape === null && (cache.index === -1 || cache.index === UNLESS_OWN)) {
          // A method of a builtin type, or of a class made of one.
          const own = cache.index === -1 ? '' : '&&a.dict===null';
          const test = cache.cls === T.str ? "typeof a==='string'" : `typeof a==='object'&&a!==null&&a.cls===${this.constant(cache.cls)}&&a.cls.version===${cache.version}${own}`;
          w.write(`if(${test}){${fn}=${this.constant(cache.value!)};${self}=a;}else${slow}`);
          return;
        }
        w.write(
          `b=C[${pc}];if(b!==undefined&&a instanceof PyInstance&&a.shape===b.shape&&b.cls.version===b.version&&b.index>=-1){if(b.index<0){${fn}=b.value;${self}=a;}else{${fn}=undefined;${self}=a.slots[b.index];}}else${slow}`,
        );
        return;
      }
      case Op.STORE_ATTR: {
        const o = popVariable('a');
        const v = popVariable('b');
        const slow = `{f.lasti=${pc};r=storeAttr(vm,f,${pc},${o},N[${arg}],${v});${w.check(pc, next)}}`;
        const known = this.attributes(pc, (c) => c.index >= 0);
        if (known.length > 0) {
          const tests = known.map((c) => `if(${this.shapeTest(c)}){${o}.slots[${c.index}]=${v};${c.next === null ? '' : `${o}.shape=${this.constant(c.next as unknown as PyValue)};`}}else`).join(' ');
          w.write(`t=${o} instanceof PyInstance?${o}.shape:null;${tests}${slow}`);
          return;
        }
        w.write(
          `t=C[${pc}];if(t!==undefined&&${o} instanceof PyInstance&&${o}.shape===t.shape&&t.cls.version===t.version){${o}.slots[t.index]=${v};if(t.next!==null)${o}.shape=t.next;}else${slow}`,
        );
        return;
      }
      case Op.DELETE_ATTR:
        effect(`delAttr(vm,${pop()},N[${arg}])`);
        return;
      case Op.BINARY_SUBSCR: {
        const B = w.pop();
        const A = w.pop();
        w.write(`a=${Writer.boxed(A)};b=${Writer.boxed(B)};`);
        const check = w.check(pc, next);
        const to = w.define(Type.OBJECT);
        const fast = couldBe(B, Type.INT) && A.type === Type.OBJECT;
        w.write(
          (fast ? `if(${B.type === Type.INT ? '' : "typeof b==='number'&&"}a!==null&&typeof a==='object'&&(a.cls===TL||a.cls===TT)&&b<a.items.length&&(t=b>=0?a.items[b]:a.items[b+a.items.length])!==undefined)${to}=t;else` : '') +
            `{f.lasti=${pc};r=getItem(vm,a,b);${check}${to}=r;}`,
        );
        return;
      }
      case Op.STORE_SUBSCR: {
        const B = w.pop();
        const A = w.pop();
        const V = w.pop();
        w.write(`a=${Writer.boxed(A)};b=${Writer.boxed(B)};t=${Writer.boxed(V)};`);
        const fast = couldBe(B, Type.INT) && A.type === Type.OBJECT;
        w.write(
          (fast ? `if(${B.type === Type.INT ? '' : "typeof b==='number'&&"}a instanceof PyList&&a.cls===TL&&b>=0&&b<a.items.length)a.items[b]=t;else` : '') +
            `{f.lasti=${pc};r=setItem(vm,a,b,t);${w.check(pc, next)}}`,
        );
        return;
      }
      case Op.DELETE_SUBSCR: {
        const b = pop();
        effect(`delItem(vm,${pop()},${b})`);
        return;
      }
      case Op.CALL_FUNCTION:
        this.call(pc, p);
        return;
      case Quick.CALL_METHOD:
        this.callMethod(pc, p);
        return;
      case Op.RETURN_VALUE:
        if (p.exits.length > 0) {
          this.leaveBlocks(pc, p, p.exits[0]!);
          return;
        }
        this.endHandlers(blocks, 0);
        this.ret(pc);
        return;
      case Op.YIELD_VALUE: {
        const s = w.pop();
        const out = `${w.save(next)}f.lasti=${pc};return yieldOut(vm,f,r);`;
        if (!this.sinks) {
          w.write(`r=${Writer.boxed(s)};${out}`);
          w.clean.fill(true);
          w.define(Type.OBJECT);
          return;
        }
        // A native that runs through the generator takes the value here (objects/sink.ts); `clean` stays as it is.
        w.write(s.type === Type.FLOAT ? `y=${s.text};if(S===null||vm.leafDepth<0||!S.takeFloat(y)){r=new PyFloat(y);` : `r=${s.text};if(S===null||vm.leafDepth<0||!S.take(r)){`);
        w.write(`${out}}${w.define(Type.OBJECT)}=null;`);
        return;
      }
      case Op.YIELD_FROM: {
        // The delegate stays on the stack; its yields pass this frame by.
        const v = pop();
        w.write(`a=${v};b=${w.top().text};${w.save(pc)}f.lasti=${pc};t=yieldFrom(vm,f,jd,b,a);if(t>=0)return t;if(vm.exc!==null)${w.raise(pc)}`);
        w.pop();
        w.clean.fill(true);
        w.write(`${w.define(Type.OBJECT)}=vm.stopValue;vm.stopValue=null;`);
        return;
      }
      case Op.GET_YIELD_FROM_ITER:
        value(`getYieldFromIter(vm,f,${pop()})`);
        return;
      case Op.GET_AWAITABLE:
        value(`getAwaitable(vm,f,${pop()})`);
        return;
      case Op.MAKE_FUNCTION:
      case Op.MAKE_CLOSURE:
        this.onStack(pc, next, (arg & 255) + 2 * ((arg >> 8) & 255) + (arg >>> 16) + 2 + (op === Op.MAKE_CLOSURE ? 1 : 0), (at) => `makeFunction(vm,f,${at},${op},${arg})`);
        return;
      case Op.BUILD_TUPLE:
      case Op.BUILD_LIST: {
        const items = w.stack.slice(w.depth - arg).map((s) => Writer.boxed(s));
        w.stack.length -= arg;
        const made = op === Op.BUILD_TUPLE && arg === 0 ? 'emptyTuple()' : `new ${op === Op.BUILD_TUPLE ? 'PyTuple' : 'PyList'}([${items.join(',')}])`;
        w.write(`${w.define(Type.OBJECT)}=${made};`);
        return;
      }
      case Op.CALL_FUNCTION_VAR:
      case Op.CALL_FUNCTION_KW:
      case Op.CALL_FUNCTION_VAR_KW:
        w.write(w.spillLocals());
        w.clean.fill(true);
        this.onStack(pc, next, starOperands(op, arg), (at) => `callStar(vm,st,${at},${arg},${op})`);
        return;
      case Op.BUILD_LIST_UNPACK:
      case Op.BUILD_TUPLE_UNPACK:
      case Op.BUILD_SET_UNPACK:
      case Op.BUILD_MAP_UNPACK:
        this.onStack(pc, next, arg, (at) => `build(vm,f,${op},st,${at},${arg})`);
        return;
      case Op.BUILD_MAP_UNPACK_WITH_CALL:
        // Its messages name the function, which lies further down.
        w.write(w.spillStack());
        this.onStack(pc, next, arg & 255, (at) => `build(vm,f,${op},st,${at},${arg & 255})`);
        return;
      case Op.UNPACK_EX: {
        const v = pop();
        const count = (arg & 255) + (arg >> 8) + 1;
        w.write(`a=${v};f.lasti=${pc};f.sp=${w.nf + w.depth};r=unpackEx(vm,f,a,${arg});${w.check(pc, next)}`);
        for (let i = 0; i < count; i++) {
          const at = w.nf + w.depth;
          w.write(`${w.define(Type.OBJECT)}=st[${at}];`);
        }
        return;
      }
      case Op.GET_LEN:
      case Op.MATCH_MAPPING:
      case Op.MATCH_SEQUENCE:
        w.settle(w.depth - 1, Type.OBJECT);
        value(`matchTest(vm,${op},${w.top().text})`);
        return;
      case Op.MATCH_KEYS:
      case Op.MATCH_CLASS: {
        w.write(`${w.spillStack()}f.lasti=${pc};f.sp=${w.nf + w.depth};`);
        if (op === Op.MATCH_CLASS) w.stack.length -= 3;
        w.write(`r=${op === Op.MATCH_CLASS ? `matchClass(vm,f,${arg})` : 'matchKeys(vm,f)'};${w.check(pc, next)}`);
        const at = w.nf + w.depth;
        w.write(`${w.define(Type.OBJECT)}=st[${at}];`);
        w.write(`${w.define(Type.OBJECT)}=r;`);
        return;
      }
      case Op.COPY_DICT_WITHOUT_KEYS:
        w.write(`${w.spillStack()}f.lasti=${pc};f.sp=${w.nf + w.depth};`);
        w.pop();
        w.write(`r=copyDictWithoutKeys(vm,f);${w.check(pc, next)}`);
        w.write(`${w.define(Type.OBJECT)}=r;`);
        return;
      case Op.IMPORT_NAME: {
        const fromlist = pop();
        value(`importName(vm,f,N[${arg}],${fromlist},${pop()})`);
        return;
      }
      case Op.IMPORT_FROM:
        w.settle(w.depth - 1, Type.OBJECT);
        value(`importFrom(vm,${w.top().text},N[${arg}])`);
        return;
      case Op.LOAD_BUILD_CLASS:
        value('loadBuildClass(vm,f)');
        return;
      case Op.BUILD_MAP:
      case Op.BUILD_SET:
      case Op.BUILD_STRING:
        this.onStack(pc, next, op === Op.BUILD_MAP ? 2 * arg : arg, (at) => `build(vm,f,${op},st,${at},${arg})`);
        return;
      case Op.BUILD_SLICE: {
        const c = arg === 3 ? pop() : 'null';
        const b = pop();
        const a = pop();
        w.write(`${w.define(Type.OBJECT)}=new PySlice(${a},${b},${c});`);
        return;
      }
      case Op.LIST_APPEND: {
        const v = pop();
        w.write(`if((t=${w.stack[w.depth - arg]!.text}.items).push(${v})>${MAX_ITEMS}){f.lasti=${pc};tooLong(t);}`);
        return;
      }
      case Op.SET_ADD: {
        const v = pop();
        effect(`addTo(vm,${op},${w.stack[w.depth - arg]!.text},${v},undefined)`);
        return;
      }
      case Op.MAP_ADD:
      case Op.MAP_ADD_VK: {
        const b = pop();
        const a = pop();
        effect(`addTo(vm,${op},${w.stack[w.depth - arg]!.text},${a},${b})`);
        return;
      }
      case Op.UNPACK_SEQUENCE: {
        w.write(`a=${pop()};`);
        const check = w.check(pc, next);
        const at = w.nf + w.depth;
        const places = Array.from({ length: arg }, () => w.define(Type.OBJECT));
        w.write(
          `t=unpack(a,${arg});if(t!==null){${places.map((s, i) => `${s}=t[${arg - 1 - i}];`).join('')}}` +
            `else{f.lasti=${pc};f.sp=${at};r=unpackSequence(vm,f,a,${arg});${check}${places.map((s, i) => `${s}=st[${at + i}];`).join('')}}`,
        );
        return;
      }
      case Op.FORMAT_VALUE: {
        const spec = arg & 4 ? pop() : "''";
        const v = pop();
        w.write(`a=${v};b=${spec};`);
        const check = w.check(pc, next);
        const to = w.define(Type.OBJECT);
        w.write(`${arg === 0 ? `if(typeof a==='string')${to}=a;else` : ''}{f.lasti=${pc};r=formatValue(vm,a,${arg & 3},b);${check}${to}=r;}`);
        return;
      }
      case Op.RAISE_VARARGS: {
        if (arg === 0) {
          // What is being handled, with its traceback as it is.
          w.write(`f.lasti=${pc};if(raiseVarargs(vm,0,null,undefined)===NOVALUE)g=1;${w.raise(pc)}`);
          return;
        }
        const cause = arg === 2 ? pop() : 'undefined';
        const exc = pop();
        w.write(`f.lasti=${pc};r=raiseVarargs(vm,${arg},${exc},${cause});${w.check(pc, next)}${w.raise(pc)}`);
        return;
      }
      default:
        if (!p.leaves) throw new InternalError(`tier 1 knows the stack effect of opcode ${op} but not what it does`);
        w.write(w.leave(pc, '1'));
    }
  }

  /** The caches for instances of guest classes at an attribute instruction, once everything was recorded. */
  private attributes(pc: number, usable: (c: AttrCache) => boolean): AttrCache[] {
    const out: AttrCache[] = [];
    if (this.fb.pending > 0) return out;
    for (let c = (this.w.code.caches[pc] as AttrCache | null | undefined) ?? null; c !== null && out.length < 4; c = c.alt) {
      if (c.shape !== null && c.cls.version === c.version && usable(c)) out.push(c);
    }
    return out;
  }

  /** Text before LOAD_ATTR of `o`: properties whose getters have leaves are done by them, into `to`. */
  private property(pc: number, o: string, to: string): string {
    return this.attributes(pc, (c) => c.index === GETTER)
      .map((c) => {
        const leaf = c.value instanceof PyFunction ? leafOf(c.value.code) : null;
        if (leaf === null || c.value === undefined) return '';
        const m = this.constant(c.value);
        const test = `${m}.code.leaf===${this.constant(leaf as unknown as PyValue)}&&(r=${this.constant(leaf.call as unknown as PyValue)}(vm,${m},${o}))!==NOVALUE`;
        return `if(${o} instanceof PyInstance&&(t=${o}.shape,${this.shapeTest(c)})&&${test})${to}=r;else `;
      })
      .join('');
  }

  /** The test that the shape in `t` is that of `c`, and its class as it was. */
  private shapeTest(c: AttrCache): string {
    return `t===${this.constant(c.shape as unknown as PyValue)}&&${this.constant(c.cls)}.version===${c.version}`;
  }

  /** Whether `o` is the class whose attribute is at the place `c` tells. */
  private classTest(c: AttrCache, o: string): string {
    const cls = this.constant(c.cls);
    const meta = c.value === undefined ? '' : `&&${cls}.cls===${this.constant(c.cls.cls)}&&${cls}.cls.version===${c.value as number}`;
    return `${o}===${cls}&&${cls}.version===${c.version}${meta}`;
  }
}
