/** What loops, returns and calls become in generated code. */
import { Op } from '../bytecode/opcodes.js';
import { Block } from '../objects/frame.js';
import type { NativeFunction } from '../objects/native.js';
import type { PyCode } from '../objects/code.js';
import type { PyValue } from '../objects/object.js';
import { isPlainException, plainInit } from '../objects/fast-call.js';
import type { PyType } from '../objects/type.js';
import { Why } from '../vm/why.js';
import { LEAVES, RETURNS, withException, type Exit, type OpenBlock, type Place } from './analyse.js';
import { fillParams, type Leaf } from './leaf.js';
import { Operators } from './operators.js';
import { countsUp, nativeAt, Type } from './types.js';
import { Writer } from './writer.js';

export abstract class Flow extends Operators {
  /** Writes one instruction. */
  abstract one(pc: number, p: Place): void;

  /** The exception handlers among the blocks from `from` on are left at once: what was handled before them is again. */
  protected endHandlers(blocks: readonly OpenBlock[], from: number): void {
    const first = blocks.findIndex((b, i) => i >= from && b.type === Block.EXCEPT_HANDLER);
    if (first < 0) return;
    const outermost = !blocks.slice(0, first).some((b) => b.type === Block.EXCEPT_HANDLER);
    this.w.write(outermost ? 'vm.handled=f.savedHandled;' : `vm.handled=s${blocks[first]!.level + 1};`);
  }

  /** Way `x` out of blocks, of those open at `p`. The value of a `return` is on top of the stack. */
  protected leaveBlocks(pc: number, p: Place, x: Exit): void {
    const { w } = this;
    if (x.to === LEAVES) {
      w.write(w.leave(pc, '1'));
      return;
    }
    let value = '';
    if (x.why === Why.RETURN) {
      value = Writer.boxed(w.pop());
      w.write(`t=${value};`);
    }
    this.endHandlers(p.blocks, x.to === RETURNS ? 0 : x.blocks.length);
    if (x.to === RETURNS) {
      w.pushText(Type.OBJECT, 't');
      this.ret(pc);
      return;
    }
    w.stack.length = x.level;
    if (x.pushed === 2) {
      if (x.why === Why.RETURN) w.write(`${w.define(Type.OBJECT)}=t;`);
      else w.pushText(Type.OBJECT, String(x.target));
    }
    if (x.pushed > 0) w.pushText(Type.OBJECT, String(x.why));
    if (x.why === Why.CONTINUE && x.pushed === 0) this.backEdge(pc, x.to);
    else w.write(this.jumpTo(pc + this.base, x.to));
  }

  /** END_FINALLY without an exception: goes on, or with what the `finally` body has interrupted. */
  protected endFinally(pc: number, p: Place): void {
    const { w } = this;
    const why = w.top().text;
    if (p.leaves) {
      w.write(w.leave(pc, '1'));
      return;
    }
    if (p.exits.length === 0) {
      if (why !== 'null') w.write(`if(${why}!==null)${w.leave(pc, '1')}`);
      w.pop();
      return;
    }
    for (const x of p.exits) {
      w.write(`if(${why}===${x.why}${x.why === Why.CONTINUE ? `&&${w.stack.at(-2)!.text}===${x.target}` : ''}){`);
      w.branch(() => {
        if (x.to !== LEAVES) {
          w.pop();
          if (x.why === Why.CONTINUE) w.pop();
        }
        this.leaveBlocks(pc, p, x);
      });
      w.write('}');
    }
    w.write(w.leave(pc, '1'));
  }

  /** WITH_CLEANUP_START: `__exit__` is taken from under what is on the stack, and called. */
  protected cleanupStart(pc: number, p: Place): void {
    const { w } = this;
    const { next } = p;
    const top = w.depth;
    if (withException(p)) {
      const at = p.blocks.at(-1)!.level;
      // What was handled before stays where it was, too: if `__exit__` raises, the block of this instruction is the one that ends.
      const moved = [at - 1, at].map((k) => w.variable(Writer.stackName(Type.OBJECT, k)));
      w.write(`a=${w.stack[at - 1]!.text};${moved.map((v, k) => `${v}=${w.stack[at + k]!.text};`).join('')}`);
      const [tb, exc, cls] = w.stack.slice(top - 3).map((x) => x.text);
      moved.forEach((text, k) => (w.stack[at - 1 + k] = { type: Type.OBJECT, text, local: -1 }));
      w.write(`${w.variable(Writer.stackName(Type.OBJECT, at + 2))}=undefined;`);
      w.stack[at + 2] = { type: Type.OBJECT, text: 'undefined', local: -1 };
      w.pushText(Type.OBJECT, cls!);
      this.callExit(pc, next, cls!, exc!, `(${exc!}.traceback??${tb!})`);
      return;
    }
    const pending = this.a.pendingAt(pc + this.base);
    if (pending > 0) {
      const from = top - 1 - pending;
      w.write(`a=${w.stack[from]!.text};`);
      for (let k = from; k < top - 1; k++) {
        const text = w.variable(Writer.stackName(Type.OBJECT, k));
        w.write(`${text}=${w.stack[k + 1]!.text};`);
        w.stack[k] = { type: Type.OBJECT, text, local: -1 };
      }
      w.stack.length = top - 1;
    } else {
      const status = w.top();
      if (status.text !== 'null') w.write(`if(${status.text}!==null)${w.leave(pc, '1')}`);
      w.pop();
      w.write(`a=${Writer.boxed(w.pop())};`);
      w.pushText(Type.OBJECT, 'null');
    }
    w.pushText(Type.OBJECT, 'null');
    this.callExit(pc, next, 'null', 'null', 'null');
  }

  /** Calls `a`, an `__exit__`. */
  private callExit(pc: number, next: number, cls: string, exc: string, tb: string): void {
    const { w } = this;
    w.write(`f.lasti=${pc};`);
    const save = w.save(next);
    const args = exc === 'null' ? 'NONES' : `[${cls},${exc},${tb}]`;
    w.write(`if(a instanceof PyMethod&&a.func instanceof PyFunction){${save}r=d4(vm,f,jd,a.func,a.self,${cls},${exc},${tb});${w.checkLeft(pc)}}else{r=callAny(vm,a,${args},0,3);${w.check(pc, next)}}`);
    w.write(`${w.define(Type.OBJECT)}=r;`);
  }

  protected cleanupFinish(pc: number, p: Place): void {
    const { w } = this;
    const res = w.top().text;
    if (withException(p)) {
      w.write(`f.lasti=${pc};t=${res};if(t!==true&&t!==false&&t!==null){t=truthSync(vm,t);if(t===undefined)${w.leave(pc, '1')}}if(t){`);
      w.branch(() => this.leaveBlocks(pc, p, p.exits[0]!));
      w.write('}');
    } else {
      const exc = w.stack[w.depth - 2]!;
      if (exc.text !== 'null') w.write(`if(${exc.text}!==null)${w.leave(pc, '1')}`);
    }
    w.stack.length -= 2;
  }

  /** RETURN_VALUE of a plain frame is done in place; `ret` does the others. */
  protected ret(pc: number): void {
    const { w } = this;
    const v = Writer.boxed(w.pop());
    w.write(`r=${v};`);
    w.write(w.code.isGenerator ? `${w.spillLocals()}return ret(vm,f,r,${pc});` : w.returns(pc));
  }

  /** A jump back to the instruction with id `to`. */
  protected backEdge(pc: number, to: number): void {
    const { w } = this;
    const state = this.states.get(to)!;
    const text = this.jumpText(pc + this.base, to);
    const target = to % this.a.size;
    w.write(w.inCopy(to - target));
    if (text === null) {
      w.write(w.leave(target, '1'));
      return;
    }
    w.write(w.moves(state));
    w.start(state);
    w.write(`if(--vm.budget<0${this.fb.pending > 0 ? '||--F.pending<0' : ''})${w.leave(target, '0', `f.lasti=${target};`)}${text}`);
  }

  protected forIter(pc: number, p: Place): void {
    const { w } = this;
    const { arg, next } = p;
    const it = w.top().text;
    const before = w.leave(pc, `notQuick(f,${pc})`);
    const saved = w.stack.slice();
    w.pop();
    const end = this.jump(pc, arg);
    w.stack = saved;
    const save = w.save(next);
    if (countsUp(this.fb, pc)) {
      const exit = this.bail(pc);
      const to = w.define(Type.INT);
      w.write(`if(!(${it} instanceof PyRangeIterator))${exit}if(${it}.left<=0)${end}${it}.left--;${to}=${it}.current;${it}.current=${to}+${it}.step;`);
      return;
    }
    const slow = this.fb.may(pc)
      ? `{${this.fb.note(pc)}f.lasti=${pc};${save}if((r=forAny(vm,f,jd,a))===LEFT)return 7;if(r===undefined)${w.raise(pc)}if(r===NOVALUE)${end}}`
      : before;
    // A comprehension's iterator is an argument: who calls its code by hand may give anything.
    const guard = w.code.co.varnames[0] === '.0' ? `if(typeof a!=='object'||a===null)${this.bail(pc)}` : '';
    const to = w.define(Type.OBJECT);
    w.write(
      `a=b=${it};${this.see(pc)}${guard}r=a.quickNext();if(r===NOVALUE)${slow}else if(r===undefined)${end}${to}=r;`,
    );
  }

  /** FOR_ITER whose item is unpacked into two at once: where the iterator can, without making a tuple. */
  protected forPair(pc: number): number {
    const { w } = this;
    const p = this.a.places[pc + this.base]!;
    const then = p.op === Op.FOR_ITER ? this.a.places[p.next + this.base] : undefined;
    if (then === undefined || then.op !== Op.UNPACK_SEQUENCE || then.arg !== 2 || this.a.leaders.has(p.next + this.base) || countsUp(this.fb, pc)) return 0;
    const it = w.top().text;
    const stack = w.stack.slice();
    w.pop();
    const end = this.jump(pc, p.arg);
    w.stack = stack;
    // The same values of the stack, in the text that makes no tuple and in the one that does.
    const second = w.variable(Writer.stackName(Type.OBJECT, w.depth));
    const first = w.variable(Writer.stackName(Type.OBJECT, w.depth + 1));
    const guard = w.code.co.varnames[0] === '.0' ? `if(typeof ${it}!=='object'||${it}===null)${this.bail(pc)}` : '';
    w.write(`${guard}r=${it}.quickPair();if(r!==NOVALUE){if(r===undefined)${end}${first}=r;${second}=${it}.second;}else{`);
    this.forIter(pc, p);
    this.one(p.next, then);
    w.write('}');
    return 2;
  }

  /** SETUP_WITH of what has both `__enter__` and `__exit__` as Python functions, or both as natives; tier 0 does any other. */
  protected setupWith(pc: number, next: number): void {
    const { w } = this;
    w.settle(w.depth - 1, Type.OBJECT);
    const mgr = w.top().text;
    w.write(`a=${mgr};t=enterOf(vm,a);if(t===null)${w.leave(pc, '1')}`);
    w.pop();
    w.boxAll();
    w.write(`f.lasti=${pc};${w.define(Type.OBJECT)}=vm.method;${w.save(next)}r=t instanceof PyFunction?d1(vm,f,jd,t,a):enterNative(vm,f,jd,t,a);${w.checkLeft(pc)}`);
    w.write(`${w.define(Type.OBJECT)}=r;`);
  }

  /** An operation that takes its `n` operands from the frame; its value is pushed. */
  protected onStack(pc: number, next: number, n: number, call: (at: number) => string): void {
    const { w } = this;
    const at = w.depth - n;
    w.write(`f.lasti=${pc};${w.spillStack(at)}`);
    w.stack.length = at;
    w.write(`r=${call(w.nf + at)};${w.check(pc, next)}`);
    w.write(`${w.define(Type.OBJECT)}=r;`);
  }

  protected call(pc: number, p: Place): void {
    const { w } = this;
    const { arg, next } = p;
    const n = arg & 255;
    const kw = arg >> 8;
    const at = w.depth - n - 2 * kw - 1;
    const nf = w.nf;
    const spilled = w.spillLocals();
    w.write(`f.lasti=${pc};`);
    if (kw > 0) {
      w.settle(at, w.stack[at]!.type === Type.FLOAT ? Type.OBJECT : w.stack[at]!.type);
      const fn = w.stack[at]!.text;
      if (this.fb.pending > 0) w.write(`F.call(${pc},${fn});`);
      const stays = this.fb.stays.has(pc);
      const values = w.stack.slice(at + 1).map((s) => Writer.boxed(s));
      const keywords: [PyValue, string][] = [];
      for (let i = n; i < values.length; i += 2) keywords.push([w.code.consts[Number(/^K\[(\d+)\]$/.exec(values[i]!)?.[1] ?? -1)] ?? null, values[i + 1]!]);
      const onStack = w.spillStack(at);
      if (stays) w.write(`${this.leafCall(this.fb.code(pc), fn, values.slice(0, n), keywords)}{`);
      else w.clean.fill(true);
      w.stack.length = at;
      w.write(`${spilled}${onStack}r=callKeywords(vm,st,${nf + at},${arg});${w.check(pc, next)}${stays ? '}' : ''}${w.define(Type.OBJECT)}=r;`);
      return;
    }
    w.settle(at, w.stack[at]!.type === Type.FLOAT ? Type.OBJECT : w.stack[at]!.type);
    const fn = w.stack[at]!.text;
    if (this.fb.pending > 0) w.write(`F.call(${pc},${fn});`);
    const values = w.stack.slice(at + 1).map((s) => Writer.boxed(s));
    const args = values.map((v) => `,${v}`).join('');
    const onStack = w.spillStack(at + 1);
    const native = nativeAt(p, pc, this.fb);
    const made = this.fb.created(pc);
    const leaf = native === undefined && this.fb.stays.has(pc) ? (made === undefined ? this.leafCall(this.fb.code(pc), fn, values) : this.leafMade(made, fn, values)) : '';
    const quick = this.fb.stays.has(pc);
    if (!quick) w.write(spilled);
    else if (native === undefined) w.write(`${leaf}{${spilled}`);
    w.stack.length = at;
    const nativeCheck = w.check(pc, next);
    if (!quick) w.clean.fill(true);
    const save = w.save(next);
    const check = w.check(pc, next);
    const any = `${onStack}r=callAny(vm,${fn},st,${nf + at + 1},${n});${check}`;
    if (native === undefined && made !== undefined && n <= 4) {
      w.write(`if(${fn}===${this.constant(made)}){${save}r=create(vm,f,jd,${fn},${n}${args});${w.checkLeft(pc)}}else`);
    }
    const general = n <= 4 ? `if(${fn} instanceof PyFunction){${save}r=d${n}(vm,f,jd,${fn}${args});${w.checkLeft(pc)}}else{${any}}` : any;
    if (native === undefined) w.write(`${general}${quick ? '}' : ''}`);
    else w.write(`if(${fn}===${this.constant(native)}){${this.nativeCall(native, values)}${nativeCheck}}else{${general}}`);
    w.write(`${w.define(Type.OBJECT)}=r;`);
  }

  /** Text before a block that makes a call of function `fn`: where its code has a leaf, that does. */
  private leafCall(code: PyCode | null | undefined, fn: string, values: readonly string[], keywords: readonly (readonly [PyValue, string])[] = []): string {
    if (code === null) {
      if (keywords.length > 0) return '';
      // One of several functions.
      const args = values.map((v) => `,${v}`).join('');
      return `if(!(${fn} instanceof PyFunction&&(t=${fn}.code.leaf)!==null&&${fn}.code.fastArgs===${values.length}&&(r=t.call(vm,${fn}${args}))!==NOVALUE))`;
    }
    const leaf = code?.leaf;
    let n = 0;
    const filled = leaf == null ? null : fillParams(code!, fn, values, keywords, (v) => this.constant(v), () => this.w.variable(`kw${n++}`));
    if (filled === null) return '';
    const tests = [`${fn} instanceof PyFunction`, `${fn}.code.leaf===${this.constant(leaf as unknown as PyValue)}`, ...filled.tests];
    return `if(!(${tests.join('&&')}&&(r=${this.constant(leaf!.call as unknown as PyValue)}(vm,${fn}${filled.args.map((v) => `,${v}`).join('')}))!==NOVALUE))`;
  }

  /** The same for a call of class `made`, whose `__init__` has a leaf. */
  private leafMade(made: PyType, fn: string, values: readonly string[]): string {
    if (isPlainException(made)) {
      const k = this.constant(made);
      return `if(${fn}===${k}&&${k}.version===${made.version})r=new PyBaseException(${k},[${values.join(',')}]);else`;
    }
    const init = plainInit(made);
    const leaf = init === null ? null : (init.code.leaf as Leaf | null);
    if (init === null || leaf === null || !leaf.makes) return '';
    const k = this.constant(made);
    const i = this.constant(init);
    let n = 0;
    const filled = fillParams(init.code, i, ['r=new PyInstance(' + k + ')', ...values], [], (v) => this.constant(v), () => this.w.variable(`kw${n++}`));
    if (filled === null) return '';
    const tests = [`${fn}===${k}`, `${k}.version===${made.version}`, `${i}.code.leaf===${this.constant(leaf as unknown as PyValue)}`, ...filled.tests];
    return `if(!(${tests.join('&&')}&&${this.constant(leaf.call as unknown as PyValue)}(vm,${i}${filled.args.map((v) => `,${v}`).join('')})===null))`;
  }

  /** A call of a native function known to be called here; missing arguments are its defaults. */
  protected nativeCall(fn: NativeFunction, values: readonly string[]): string {
    const { sig } = fn.def;
    const args = values.slice();
    for (let i = values.length; i < sig.npos; i++) args.push(this.constant(sig.params[i]!.default as PyValue));
    return `r=${this.constant(fn.def.fn as unknown as PyValue)}(${['vm', ...args].join(',')});`;
  }

  protected callMethod(pc: number, p: Place): void {
    const { w } = this;
    const { arg, next } = p;
    const at = w.depth - arg - 2;
    const nf = w.nf;
    const fn = w.stack[at]!.text;
    const self = w.stack[at + 1]!.text;
    const values = w.stack.slice(at + 2).map((s) => Writer.boxed(s));
    const args = values.map((v) => `,${v}`).join('');
    if (this.fb.pending > 0) w.write(`F.call(${pc},${fn}!==undefined?${fn}:${self});`);
    const native = nativeAt(p, pc, this.fb);
    const code = native === undefined && this.fb.stays.has(pc) ? this.fb.code(pc) : undefined;
    const bound = this.leafCall(code, fn, [self, ...values]);
    const unbound = bound === '' || code === null || code!.argcount <= arg ? this.leafCall(code, self, values) : '';
    const withSelf = w.spillStack(at + 1);
    const without = w.spillStack(at + 2);
    const spilled = w.spillLocals();
    w.write(`f.lasti=${pc};`);
    w.stack.length = at;
    const quick = this.fb.stays.has(pc);
    if (!quick) w.write(spilled);
    if (native !== undefined) {
      const method = native.self === undefined;
      const test = method ? `${fn}===${this.constant(native)}` : `${fn}===undefined&&${self}===${this.constant(native)}`;
      w.write(`if(${test}){${this.nativeCall(native, method ? [self, ...values] : values)}${w.check(pc, next)}}else{`);
    }
    if (!quick) w.clean.fill(true);
    const save = w.save(next);
    const check = w.check(pc, next);
    const direct = (f: string, n: number, first: string): string => `if(${f} instanceof PyFunction){${save}r=d${n}(vm,f,jd,${f}${first}${args});if(r===LEFT)return 7;}else`;
    w.write(
      `if(${fn}!==undefined){${bound}{${quick ? spilled : ''}${arg <= 3 ? direct(fn, arg + 1, `,${self}`) : ''}{${withSelf}r=callMethod(vm,${fn},st,${nf + at + 1},${arg + 1});}}}` +
        `else{${unbound}{${quick ? spilled : ''}${arg <= 4 ? direct(self, arg, '') : ''}{${without}r=callAny(vm,${self},st,${nf + at + 2},${arg});}}}${check}${native === undefined ? '' : '}'}`,
    );
    w.write(`${w.define(Type.OBJECT)}=r;`);
  }
}
