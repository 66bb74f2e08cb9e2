/** What operators become in generated code: on numbers known or checked to be such, or in general. */
import { Op } from '../bytecode/opcodes.js';
import type { PyValue } from '../objects/object.js';
import { GlobalCache } from '../vm/ops/names.js';
import type { Analysis, Place } from './analyse.js';
import { Saw, type Feedback } from './feedback.js';
import { ownOperator, ownTest } from './leaf.js';
import { operatorKind, Type, type State } from './types.js';
import { Writer, type Slot } from './writer.js';
import { chainAt, inInt, isLoad, walk } from './wrap.js';

/** Text of the function in `ops/` behind an operator, given its operands as Python values. */
const SLOW: Partial<Record<number, string>> = {
  [Op.BINARY_ADD]: 'add(vm,a,b,false)',
  [Op.INPLACE_ADD]: 'add(vm,a,b,true)',
  [Op.BINARY_SUBTRACT]: 'subtract(vm,a,b,false)',
  [Op.INPLACE_SUBTRACT]: 'subtract(vm,a,b,true)',
  [Op.BINARY_MULTIPLY]: 'multiply(vm,a,b,false)',
  [Op.INPLACE_MULTIPLY]: 'multiply(vm,a,b,true)',
  [Op.BINARY_TRUE_DIVIDE]: 'trueDivide(vm,a,b,false)',
  [Op.INPLACE_TRUE_DIVIDE]: 'trueDivide(vm,a,b,true)',
};
const SIGN: Partial<Record<number, string>> = {
  [Op.BINARY_ADD]: '+',
  [Op.INPLACE_ADD]: '+',
  [Op.BINARY_SUBTRACT]: '-',
  [Op.INPLACE_SUBTRACT]: '-',
  [Op.BINARY_MULTIPLY]: '*',
  [Op.INPLACE_MULTIPLY]: '*',
  [Op.BINARY_TRUE_DIVIDE]: '/',
  [Op.INPLACE_TRUE_DIVIDE]: '/',
  [Op.BINARY_AND]: '&',
  [Op.INPLACE_AND]: '&',
  [Op.BINARY_OR]: '|',
  [Op.INPLACE_OR]: '|',
  [Op.BINARY_XOR]: '^',
  [Op.INPLACE_XOR]: '^',
};
const WIDE_BITS: Readonly<Record<string, string>> = { '&': 'andInts', '|': 'orInts', '^': 'xorInts' };
export const CMP = ['<', '<=', '===', '!==', '>', '>='];
const isShift = (op: number): boolean => op === Op.BINARY_LSHIFT || op === Op.INPLACE_LSHIFT || op === Op.BINARY_RSHIFT || op === Op.INPLACE_RSHIFT;

/** Text that assigns to `to` what operator `op` makes of the JS numbers `a` and `b`; `exit`: text for where it cannot. `t` is a variable to use. */
export function arithmetic(op: number, kind: 'int' | 'float', a: string, b: string, to: string, exit: string): string {
  const sign = SIGN[op];
  const right = b.startsWith('-') ? `(${b})` : b;
  if (kind === 'float') {
    if (op === Op.BINARY_POWER || op === Op.INPLACE_POWER) return `t=power(${a},${b});if(t!==t)${exit}${to}=t;`;
    if (sign === '/') return `if(${b}===0)${exit}${to}=${a}/${b};`;
    return `${to}=${a}${sign}${right};`;
  }
  switch (op) {
    case Op.BINARY_MODULO:
    case Op.INPLACE_MODULO:
      if (/^[1-9]/.test(b)) return `${to}=${a}%${b};if(${to}<0)${to}+=${b};${to}+=0;`;
      return `if(${b}===0)${exit}t=${a}%${b};if(t!==0&&t<0!==${b}<0)t+=${b};${to}=t+0;`;
    case Op.BINARY_FLOOR_DIVIDE:
    case Op.INPLACE_FLOOR_DIVIDE:
      if (!/^[1-9]/.test(b)) return `if(${b}===0)${exit}t=${a}%${b};t=(${a}-t)/${b}-(t!==0&&t<0!==${b}<0?1:0)+0;if(!isInt(t))${exit}${to}=t;`;
      return `t=${a}%${b};${to}=(${a}-t)/${b}-(t<0?1:0)+0;`;
    default:
  }
  if (isShift(op)) {
    if (op === Op.BINARY_RSHIFT || op === Op.INPLACE_RSHIFT) return `if(!(${b}>=0))${exit}${to}=(${a}|0)===${a}&&${b}<32?${a}>>${b}:shiftRight(${a},${b});`;
    return `if(!(${b}>=0&&${b}<31))${exit}t=${a}*(1<<${b});if(!${inInt('t')})${exit}${to}=t;`;
  }
  if (sign === '&' || sign === '|' || sign === '^') {
    // Two numbers below 2**32 are the usual ones of hashes and tables; of a mask, the other operand may be any.
    const small = (v: string): boolean => /^\d+$/.test(v) && Number(v) <= 0x7fffffff;
    if (sign === '&' && (small(a) || small(b))) return `${to}=${a}&${b};`;
    return `if((${a}|0)===${a}&&(${b}|0)===${b})${to}=${a}${sign}${b};else if((${a}>>>0)===${a}&&(${b}>>>0)===${b})${to}=(${a}${sign}${b})>>>0;else{t=${WIDE_BITS[sign]}(${a},${b});if(!isInt(t))${exit}${to}=t;}`;
  }
  // The operands are still whole when the sum is not: `t` first.
  return `t=${a}${sign}${right}${sign === '*' ? '+0' : ''};if(!${inInt('t')})${exit}${to}=t;`;
}

/** What the writers of all instructions share, and operators. */
export class Operators {
  /** Offsets of instructions with an inline cache that stands in a constant of its own. */
  readonly caches = new Set<number>();
  /** Values and natives that stand in constants `k0..` */
  readonly constants: PyValue[] = [];

  constructor(
    protected readonly w: Writer,
    protected readonly a: Analysis,
    protected readonly states: ReadonlyMap<number, State>,
    protected readonly fb: Feedback,
    /** Text of a jump, null where it has to be left to tier 0. */
    protected readonly jumpText: (from: number, target: number) => string | null,
  ) {}

  /** What is added to offsets in the code being written: not 0 in copies (copies.ts). */
  protected get base(): number {
    return this.w.base;
  }

  /** A jump from offset `from` to `target`, both in the code being written, with the stack as it is now. */
  protected jump(from: number, target: number): string {
    return this.jumpTo(from + this.base, target + this.base);
  }

  /** The same for ids. */
  jumpTo(from: number, target: number): string {
    const { w } = this;
    const state = this.states.get(target);
    const text = state === undefined || state.stack.length !== w.depth ? null : this.jumpText(from, target);
    const base = target - (target % this.a.size);
    if (text === null) return w.leave(target % this.a.size, '1', w.inCopy(base));
    return `{${w.moves(state!)}${w.inCopy(base)}${text}}`;
  }

  /** Leaves to tier 0 because what was assumed at `pc` is wrong; the operands are still on the stack. */
  protected bail(pc: number): string {
    return this.w.leave(pc, `bail(f,${pc})`);
  }

  /** In the version that records: notes what `a` and `b` are. */
  protected see(pc: number): string {
    return this.fb.pending > 0 ? `F.see(${pc},a,b);` : '';
  }

  /** The name of the cache of a global at `pc`. */
  protected global(pc: number): string {
    this.caches.add(pc);
    this.w.code.caches[pc] ??= new GlobalCache();
    return `c${pc}`;
  }

  /** The name of a constant of generated code that holds `v`. */
  protected constant(v: PyValue): string {
    let i = this.constants.indexOf(v);
    if (i < 0) i = this.constants.push(v) - 1;
    return `k${i}`;
  }

  /** The operand as a JS number of `type`; what turns out to be something else leaves to tier 0, by `exit`. */
  protected number(s: Slot, type: Type, k: number, exit: string): string {
    const { w } = this;
    if (s.type === Type.INT || s.type === Type.FLOAT) return s.text;
    if (type === Type.INT) {
      const v = w.variable(`m${k}`);
      w.write(`if(typeof ${s.text}!=='number')${exit}${v}=+${s.text};`);
      return v;
    }
    const v = w.variable(`y${k}`);
    w.write(`if(!(${s.text} instanceof PyFloat))${exit}${v}=${s.text}.v;`);
    return v;
  }

  protected numeric(pc: number, p: Place): void {
    const { w } = this;
    const k = w.depth - 2;
    const B = w.top();
    const A = w.stack[k]!;
    const [kind, ta, tb] = operatorKind(p, pc, A.type, B.type, this.fb);
    const { op } = p;
    if (kind === 'object') {
      this.general(pc, p);
      return;
    }
    const exit = this.bail(pc);
    const a = this.number(A, ta, k, exit);
    const b = this.number(B, tb, k + 1, exit);
    w.pop();
    w.pop();
    const to = w.define(kind === 'float' ? Type.FLOAT : Type.INT);
    w.write(arithmetic(op, kind, a, b, to, exit));
  }

  /** A chain of wrap.ts that begins at `pc`, written as one piece. The number of its instructions, 0 for none. */
  protected wrapped(pc: number): number {
    const { w } = this;
    const { code } = w;
    const found = chainAt(code, this.a, pc + this.base, this.fb);
    if (found === undefined) return 0;
    const exit = this.bail(pc);
    let n = 0;
    const keep = (text: string): string => {
      const v = w.variable(`u${n++}`);
      w.write(`${v}=${text};`);
      return v;
    };
    /** The value as a number, or the chain is left. */
    const checked = (text: string, type: Type): string => {
      if (type === Type.INT) return text;
      if (type !== Type.OBJECT) w.write(exit);
      else w.write(`if(typeof ${text}!=='number')${exit}`);
      return keep(`+${text}`);
    };
    const taken = w.stack.slice(w.depth - found.takes).map((s) => ({ text: checked(s.text, s.type), whole: true }));
    const load = (at: number, p: Place): string => {
      if (p.op === Op.LOAD_CONST) {
        const v = code.consts[p.arg] as number;
        return v < 0 ? `(${v})` : String(v);
      }
      if (p.op === Op.LOAD_FAST) {
        const type = w.locals[p.arg]!;
        if (type === Type.MAYBE_INT) w.write(`if(!b${p.arg})${exit}`);
        const name = w.variable(Writer.localName(type, p.arg));
        const text = type === Type.INT || type === Type.MAYBE_INT ? name : checked(name, type === Type.MAYBE ? Type.OBJECT : type);
        if (type === Type.MAYBE || type === Type.UNBOUND || type === Type.MAYBE_FLOAT) w.locals[p.arg] = type === Type.MAYBE_FLOAT ? Type.FLOAT : Type.OBJECT;
        else if (type === Type.MAYBE_INT) w.locals[p.arg] = Type.INT;
        return text;
      }
      w.write(`if(${this.global(at)}.layout!==G.layout)${exit}t=G.vals[c${at}.index];if(typeof t!=='number')${exit}`);
      return keep('+t');
    };
    let result: string;
    if (found.modulo === undefined) {
      result = walk(code, this.a, pc + this.base, taken, { load, keep, unless: (condition) => w.write(`if(${condition})${exit}`) })!.result;
    } else {
      const loaded = found.at.filter((at) => isLoad(code, this.a.places[at]!)).map((at) => load(this.a.places[at]!.pc, this.a.places[at]!));
      const [a, b] = taken.slice(-2).map((v) => v.text);
      const m = loaded.at(-1)!;
      // The product itself has to be whole: with something added, a rounded one may look it.
      const c = found.modulo === '' ? '0' : `${found.modulo}(${found.takes > 2 ? taken[0]!.text : loaded[0]!})`;
      w.write(`if(!(${m}>0))${exit}t=${a}*${b};if(isInt(t)&&isInt(t=t${found.modulo === '' ? '' : c})){t%=${m};if(t<0)t+=${m};}else t=multiplyModulo(${a},${b},${c},${m});`);
      result = 't+0';
    }
    w.stack.length -= found.takes;
    w.write(`${w.define(Type.INT)}=${result};`);
    return found.at.length;
  }

  /** Text before an operator of instances of a guest class, `{` at its end: where its method has a leaf, that does it. */
  private own(pc: number, op: number | undefined, arg: number, to: string): string {
    const own = ownOperator(this.fb, pc, op, arg);
    if (own === null) return '{';
    const m = this.constant(own.method);
    const call = `${m}.code.leaf===${this.constant(own.leaf as unknown as PyValue)}&&(r=${this.constant(own.leaf.call as unknown as PyValue)}(vm,${m},a,b))`;
    return `if(${ownTest(own, this.constant(own.cls), 'a', 'b')}&&${call}!==NOVALUE&&r!==NotImplemented)${to}=r;else{`;
  }

  /** A binary operator on any values; ints and floats are done here. */
  protected general(pc: number, p: Place): void {
    const { w } = this;
    const { op, arg } = p;
    const B = w.pop();
    const A = w.pop();
    w.write(`a=${Writer.boxed(A)};b=${Writer.boxed(B)};${this.see(pc)}`);
    const sign = SIGN[op];
    const slow = SLOW[op] ?? `binarySlow(vm,${op},a,b)`;
    let to = '';
    const result = (): string => (to === '' ? (to = w.define(Type.OBJECT)) : to);
    // Guest classes' own methods are called right here, where the operand can be one at all.
    const own = A.type === Type.OBJECT && !literal(A) && this.fb.mayBeGuest(pc) ? `if(a instanceof PyInstance){${this.own(pc, op, arg, '@TO@')}f.lasti=${pc};${w.save(p.next)}r=operator(vm,f,jd,${op},a,b);${w.checkLeft(pc)}@TO@=r;}}else` : '';
    const call = `{f.lasti=${pc};r=${slow};${w.check(pc, p.next)}${result()}=r;}`;
    const ints = couldBe(A, Type.INT) && couldBe(B, Type.INT);
    const floats = couldBe(A, Type.FLOAT) && couldBe(B, Type.FLOAT);
    const tests = (A.type === Type.INT ? '' : "typeof a==='number'&&") + (B.type === Type.INT ? '' : "typeof b==='number'&&");
    let fast = '';
    if (sign === '/') {
      if (floats) fast = `if(a instanceof PyFloat&&b instanceof PyFloat&&b.v!==0)${to}=new PyFloat(a.v/b.v);else`;
    } else if (sign === '&' || sign === '|' || sign === '^') {
      if (ints) fast = `if(${tests}(a|0)===a&&(b|0)===b)${to}=a${sign}b;else`;
    } else if (sign !== undefined) {
      // Strings, where there were no numbers; as tier 0 does it.
      if (sign === '+' && this.fb.pending <= 0 && this.fb.left(pc) === Saw.OTHER && this.fb.right(pc) === Saw.OTHER && this.fb.leftClass(pc) === undefined && A.type === Type.OBJECT && B.type === Type.OBJECT) {
        fast = `if(typeof a==='string'&&typeof b==='string'&&(b.charCodeAt(0)&64512)!==56320&&(t=a+b).length<=4096)${to}=t;else `;
      }
      if (ints) fast += `if(${tests}${inInt('t', `(t=a${sign}b${sign === '*' ? '+0' : ''})`)})${to}=t;else `;
      if (floats) fast += `if(a instanceof PyFloat&&b instanceof PyFloat)${to}=new PyFloat(a.v${sign}b.v);else`;
    } else if (ints) {
      if (op === Op.BINARY_MODULO || op === Op.INPLACE_MODULO) fast = `if(${tests}b>0){t=a%b;${to}=t<0?t+b:t+0;}else`;
      else if (op === Op.BINARY_FLOOR_DIVIDE || op === Op.INPLACE_FLOOR_DIVIDE) fast = `if(${tests}b>0){t=a%b;${to}=(a-t)/b-(t<0?1:0)+0;}else`;
      else if (op === Op.BINARY_RSHIFT || op === Op.INPLACE_RSHIFT) fast = `if(${tests}(a|0)===a&&b>=0&&b<32)${to}=a>>b;else`;
      else if (op === Op.BINARY_LSHIFT || op === Op.INPLACE_LSHIFT) fast = `if(${tests}(a|0)===a&&b>=0&&b<21)${to}=a*(1<<b);else`;
    }
    w.write(`${fast}${fast === '' ? '' : ' '}${own.replaceAll('@TO@', to)}${call}`);
  }

  /** COMPARE_OP: the condition as an expression where it is known to be quick, else undefined and the result is on the stack. */
  protected compare(pc: number, p: Place): string | undefined {
    const { w } = this;
    const { arg } = p;
    const k = w.depth - 2;
    const B = w.top();
    const A = w.stack[k]!;
    if (arg === 8 || arg === 9) {
      w.pop();
      w.pop();
      const same = A.type === Type.FLOAT || B.type === Type.FLOAT ? (A.text === B.text ? 'true' : 'false') : `${A.text}===${B.text}`;
      return arg === 8 ? `(${same})` : `!(${same})`;
    }
    const [kind, ta, tb] = arg < 6 ? operatorKind(p, pc, A.type, B.type, this.fb) : (['object', A.type, B.type] as const);
    if (kind !== 'object') {
      const exit = this.bail(pc);
      const a = this.number(A, ta, k, exit);
      const b = this.number(B, tb, k + 1, exit);
      w.pop();
      w.pop();
      return `(${a}${CMP[arg]}${b})`;
    }
    w.pop();
    w.pop();
    w.write(`a=${Writer.boxed(A)};b=${Writer.boxed(B)};${arg < 6 ? this.see(pc) : ''}`);
    const to = w.define(Type.OBJECT);
    w.pop();
    const own = arg < 6 && A.type === Type.OBJECT && !literal(A) && this.fb.mayBeGuest(pc) ? `if(a instanceof PyInstance){${this.own(pc, undefined, arg, to)}f.lasti=${pc};${w.save(p.next)}r=comparison(vm,f,jd,${arg},a,b);${w.checkLeft(pc)}${to}=r;}}else` : '';
    const slow = `${own}{f.lasti=${pc};r=compare(vm,${arg},a,b);${w.check(pc, p.next)}${to}=r;}`;
    w.pushText(Type.OBJECT, to);
    if (arg > 5) {
      w.write(arg < 8 ? `t=holds(b,a);if(t!==undefined)${to}=${arg === 6 ? 't' : '!t'};else ` : `t=matches(a,b);if(t!==undefined)${to}=t;else `, slow);
      return undefined;
    }
    const c = CMP[arg]!;
    const tests = (A.type === Type.INT ? '' : "typeof a==='number'&&") + (B.type === Type.INT ? '' : "typeof b==='number'&&");
    let fast = couldBe(A, Type.INT) && couldBe(B, Type.INT) ? `if(${tests === '' ? 'true' : tests.slice(0, -2)})${to}=a${c}b;else ` : '';
    if (couldBe(A, Type.FLOAT) && couldBe(B, Type.FLOAT)) fast += `if(a instanceof PyFloat&&b instanceof PyFloat)${to}=a.v${c}b.v;else `;
    if ((arg === 2 || arg === 3) && A.type === Type.OBJECT && B.type === Type.OBJECT) fast += `if(typeof a==='string'&&typeof b==='string')${to}=a${c}b;else `;
    w.write(fast, slow);
    return undefined;
  }

  /** Jumps to `target` when the popped value's truth is `want`. `cond`: the value is that condition instead. */
  protected branch(pc: number, next: number, target: number, want: boolean, cond: string | undefined): void {
    const { w } = this;
    let test = cond;
    if (test === undefined) {
      const v = w.top();
      if (v.type === Type.BOOL) test = `(${v.text}===true)`;
      else if (v.type === Type.INT || v.type === Type.FLOAT) test = `(${v.text}!==0)`;
      else {
        const leave = w.leave(pc, `notQuick(f,${pc})`);
        w.pop();
        // `__bool__` in Python: what it answers is seen in where the frame goes on.
        if (!this.fb.may(pc)) w.write(`t=${v.text};if(t!==true&&t!==false){t=truthSync(vm,t);if(t===undefined)${leave}}`);
        else w.write(
          `t=${v.text};if(t!==true&&t!==false){t=truthSync(vm,t);if(t===undefined){${this.fb.note(pc)}f.lasti=${pc};${w.save(next)}r=jumpSlow(vm,f,${v.text},${want},${target});` +
            `if(r===PUSHED)r=again(vm,f,jd);if(r===LEFT)return 7;if(r===undefined)${w.raise(pc)}t=f.pc${want ? '=' : '!'}==${target};}}`,
        );
        // Not `if(t)`: V8 asks of a value it knows nothing of whether it is 0, '', ...
        w.write(`if(t${want ? '=' : '!'}==true)${this.jump(pc, target)}`);
        return;
      }
      w.pop();
    }
    w.write(`if(${want ? '' : '!'}${test})${this.jump(pc, target)}`);
  }
}

/** A constant: no instance of a guest class. */
const literal = (s: Slot): boolean => /^[^a-z]|^null$/.test(s.text);

/** Whether a value may turn out to be of a number type. */
export const couldBe = (s: Slot, type: Type): boolean => s.type === type || s.type === Type.OBJECT;
