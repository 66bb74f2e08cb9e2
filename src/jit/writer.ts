/**
 * The state of the generator while it writes one code object: which JavaScript variable holds which value. Python
 * locals are `l0..` (as on the heap), `n0..` (ints) or `x0..` (floats, unboxed); the value stack `s0..`, `m0..`,
 * `y0..` in the same way. A value that only lies on the stack for a moment has no variable of its own: it is
 * an expression, written where it is used.
 */
import type { PyCode } from '../objects/code.js';
import { Exits } from './exits.js';
import { copyState, Type, type State } from './types.js';

/** A value on the stack: `text` is a variable, or a literal. */
export interface Slot {
  readonly type: Type;
  readonly text: string;
  /** Local whose variable `text` is, or -1. */
  readonly local: number;
  /** Of a float: an object that has been made of it. */
  readonly object?: string;
}

/** Which operations push frames: that is found out while types are recorded. */
export interface Pushes {
  /** Whether the one at an offset may well do so. */
  may(pc: number): boolean;
  /** Text that notes that it did. */
  note(pc: number): string;
}

/** Where exceptions go to inside the function, just before their handler. */
export interface Landing {
  readonly base: number;
  /** State at the handler. */
  readonly state: State;
  /** Text that jumps there; null: from here it cannot be come to. */
  jump: string | null;
  /** Ids of the instructions that raise, by the text that moves everything to where the handler expects it. */
  readonly groups: Map<string, number[]>;
}

function note(groups: Map<string, number[]>, text: string, id: number): void {
  const at = groups.get(text);
  if (at === undefined) groups.set(text, [id]);
  else if (!at.includes(id)) at.push(id);
}

export class Writer {
  readonly out: string[] = [];
  stack: Slot[] = [];
  locals: Type[] = [];
  clean: boolean[] = [];
  /** Names of variables, beyond those every function has. */
  readonly variables = new Set<string>();
  /** Ways out: see exits.ts. */
  readonly exits = new Exits();
  /** What an exception at an offset has to write back first. */
  private readonly raises = new Map<string, number[]>();
  /** Deepest value stack of a handler. */
  handlerDepth = 0;
  private temps = 0;
  /** Added to offsets in the code being written (copies.ts). */
  base = 0;
  /** Where exceptions at the instruction being written go to, if not out of the function. */
  landing: Landing | null = null;
  /** What was being handled before, if an exception ends handlers on its way to `landing`: an expression. */
  handledBefore = '';

  constructor(
    readonly code: PyCode,
    /** Locals that are assigned somewhere: the others are always as the frame has them. */
    readonly stored: ReadonlySet<number>,
    /** Locals that code reached here names: the others have no variables. */
    readonly used: ReadonlySet<number>,
    /** What is known of the operations that pushed frames; see `check`. */
    private readonly pushes: Pushes,
    /** Whether any of the code stands in copies. */
    private readonly usesCopies: boolean,
  ) {}

  get nf(): number {
    return this.code.nfixed;
  }

  get depth(): number {
    return this.stack.length;
  }

  write(...parts: string[]): void {
    this.out.push(...parts);
  }

  // ---- variables ----------------------------------------------------------------------------

  variable(name: string): string {
    this.variables.add(name);
    return name;
  }

  static stackName(type: Type, k: number): string {
    return `${type === Type.INT ? 'm' : type === Type.FLOAT ? 'y' : 's'}${k}`;
  }

  static localName(type: Type, i: number): string {
    return `${type === Type.INT || type === Type.MAYBE_INT ? 'n' : type === Type.FLOAT || type === Type.MAYBE_FLOAT ? 'x' : 'l'}${i}`;
  }

  /** The value of a slot as it is on the heap. */
  static boxed(s: Slot): string {
    return s.type === Type.FLOAT ? (s.object ?? `new PyFloat(${s.text})`) : s.text;
  }

  // ---- the stack ------------------------------------------------------------------------------

  pop(): Slot {
    return this.stack.pop()!;
  }

  top(): Slot {
    return this.stack.at(-1)!;
  }

  /** Pushes a value of `type`; the answer is the variable to assign it to. */
  define(type: Type): string {
    const text = this.variable(Writer.stackName(type, this.depth));
    this.stack.push({ type, text, local: -1 });
    return text;
  }

  pushText(type: Type, text: string, local = -1): void {
    this.stack.push({ type, text, local });
  }

  /** Pushes constant `k` of the code, a float: `text` is its value. */
  pushFloat(text: string, k: number): void {
    this.stack.push({ type: Type.FLOAT, text, local: -1, object: `K[${k}]` });
  }

  /** Puts the value at `k` into the variable of its place, so that nothing else it stood for can change it. */
  settle(k: number, type = this.stack[k]!.type): void {
    const s = this.stack[k]!;
    const name = this.variable(Writer.stackName(type, k));
    if (s.text === name) return;
    this.write(`${name}=${type === s.type || type === Type.INT || type === Type.FLOAT ? s.text : Writer.boxed(s)};`);
    this.stack[k] = { type, text: name, local: -1 };
  }

  /** Like settle, into a variable that belongs to no place: for values about to be moved. */
  detach(k: number): void {
    const s = this.stack[k]!;
    if (s.local >= 0 || /^[^smy]/.test(s.text) || s.text.startsWith('st[')) return;
    const name = this.variable(`q${s.type === Type.INT ? 'm' : s.type === Type.FLOAT ? 'y' : 's'}${this.temps++}`);
    this.write(`${name}=${s.text};`);
    this.stack[k] = { type: s.type, text: name, local: -1 };
  }

  /** Before local `i` is assigned: stack values that stand for it get variables of their own. */
  unalias(i: number): void {
    for (let k = 0; k < this.depth; k++) if (this.stack[k]!.local === i) this.settle(k);
  }

  /** Everything on the stack as on the heap, each in its place. */
  boxAll(): void {
    for (let k = 0; k < this.depth; k++) this.settle(k, this.stack[k]!.type === Type.BOOL ? Type.BOOL : Type.OBJECT);
  }

  // ---- writing back -----------------------------------------------------------------------------

  private local(i: number): string {
    switch (this.locals[i]) {
      case Type.INT:
        return `n${i}`;
      case Type.FLOAT:
        return `new PyFloat(x${i})`;
      case Type.MAYBE_INT:
        return `b${i}?n${i}:undefined`;
      case Type.MAYBE_FLOAT:
        return `b${i}?new PyFloat(x${i}):undefined`;
      case Type.UNBOUND:
        return 'undefined';
      default:
        return `l${i}`;
    }
  }

  spillLocals(): string {
    let t = '';
    for (const i of this.stored) if (!this.clean[i]) t += `st[${i}]=${this.local(i)};`;
    return t;
  }

  spillStack(from = 0, to = this.depth): string {
    let t = '';
    for (let k = from; k < to; k++) t += `st[${this.nf + k}]=${Writer.boxed(this.stack[k]!)};`;
    return t;
  }

  /** Brings the frame up to date, to go on at `next` with what is on the stack now. */
  save(next: number): string {
    return this.spillLocals() + this.saveStack(next);
  }

  /** RETURN_VALUE of `r`, by a frame that is no generator's: one text for all. */
  returns(pc: number): string {
    return this.exits.addReturn(this.spillLocals(), `return ret(vm,f,r,${pc});`);
  }

  /** That text: frames that nothing else knows of are done in place. */
  returned(hasBlocks: boolean): string {
    if (this.nf > 12) return 'return ret(vm,f,r,0);';
    let clear = '';
    for (let i = 0; i < this.nf; i++) clear += `st[${i}]=`;
    return `${hasBlocks ? 'f.virtual=0;' : ''}vm.depth--;vm.frame=f.back;vm.delivered=r;${clear === '' ? '' : `${clear}undefined;`}f.back=code.pool;code.pool=f;return 3;`;
  }

  private saveStack(next: number): string {
    return `${this.spillStack()}f.sp=${this.nf + this.depth};f.pc=${next};`;
  }

  /** Text that leaves the function as it stands now, to go on at `pc`, after `first`, answering `done` (an expression). */
  leave(pc: number, done: string, first = ''): string {
    return this.exit(`${first}${this.saveStack(pc)}return ${done};`);
  }

  /** Text that leaves the function, after the locals were written back and `rest` was done (exits.ts). */
  exit(rest: string): string {
    return this.exits.add(this.spillLocals(), rest);
  }

  /**
   * After `r=...`: raising, or running the frames that were pushed; what is on the stack now is kept. `operand`: stands above it
   * meanwhile, for whoever goes on with the frame; `failed`: what is done when those frames raise.
   *
   * Where no frames were pushed while it was recorded, they are run by whoever called, and the function is left: most
   * operations never push any, and what writes the frame back at each of them was most of the text.
   */
  check(pc: number, next: number, operand = '', failed = ''): string {
    const raise = this.raise(pc);
    const more = operand === '' ? '' : `st[f.sp]=${operand};`;
    if (!this.pushes.may(pc)) return `if(r===PUSHED)${this.exit(`${this.saveStack(next)}${more}return pushed(f,${pc});`)}if(r===undefined)${raise}`;
    return `if(r===PUSHED){${this.pushes.note(pc)}${this.save(next)}${more}if((r=again(vm,f,jd))===LEFT)return 7;${failed === '' ? '' : `if(r===undefined)${failed};`}}if(r===undefined)${raise}`;
  }

  checkLeft(pc: number): string {
    return `if(r===LEFT)return 7;if(r===undefined)${this.raise(pc)}`;
  }

  /** Has `write` write what leaves the text here: the state is afterwards as it was. */
  branch(write: () => void): void {
    const { stack, locals, clean } = this;
    this.stack = stack.slice();
    this.locals = locals.slice();
    this.clean = clean.slice();
    write();
    Object.assign(this, { stack, locals, clean });
  }

  /** Text before code with ids from `base` on, if it is another copy. */
  inCopy(base: number): string {
    return base === this.base ? '' : `f.virtual=${1 + base / this.code.co.code.length};`;
  }

  /** Raises `vm.exc` at `offset`. Notes what the exception finds in variables. */
  raise(offset: number): string {
    this.mayRaise(offset);
    return this.landing?.jump ?? 'break Y;';
  }

  private mayRaise(offset: number): void {
    const id = offset + this.base;
    note(this.raises, this.spillLocals(), id);
    if (this.landing !== null) note(this.landing.groups, `${this.movesOfLocals(this.landing.state)}${this.handledBefore === '' ? '' : `b=${this.handledBefore};`}`, id);
  }

  /** The text of a landing: `caught` has the exception, or it goes the long way. Then it is as at the entry of the handler, at depth `level` + 6. */
  land(to: Landing, level: number, again: boolean): string {
    const s = Array.from({ length: 6 }, (_, k) => this.variable(Writer.stackName(Type.OBJECT, level + k)));
    const groups = [...to.groups].filter(([text]) => text !== '');
    const moves = groups.length === 0 ? '' : `switch(${this.idText()}){${groups.map(([text, at]) => `${at.map((id) => `case ${id}:`).join('')}${text}break;`).join('')}}`;
    return (
      `b=vm.handled;if(!caught(vm,f,${again ? 'g' : 0}))break Y;${again ? 'g=0;' : ''}${moves}${this.usesCopies ? `f.virtual=${1 + to.base / this.code.co.code.length};` : ''}` +
      `if(b===null)${s[0]!}=${s[1]!}=${s[2]!}=null;else{${s[0]!}=b.traceback;${s[1]!}=b;${s[2]!}=b.cls;}a=vm.handled;${s[3]!}=a.traceback;${s[4]!}=a;${s[5]!}=a.cls;`
    );
  }

  /** The id of the instruction last started. */
  private idText(): string {
    return this.usesCopies ? `f.lasti+(f.virtual-1)*${this.code.co.code.length}` : 'f.lasti';
  }

  /** The text behind label Y (and of the catch): the frame is brought up to date for an exception at its lasti. */
  raiseText(): string {
    let t = '';
    for (let k = 0; k < this.handlerDepth; k++) t += `st[${this.nf + k}]=${this.variable(`s${k}`)};`;
    const groups = [...this.raises].filter(([text]) => text !== '');
    if (groups.length === 0) return t;
    return `${t}switch(${this.idText()}){${groups.map(([text, at]) => `${at.map((pc) => `case ${pc}:`).join('')}${text}break;`).join('')}}`;
  }

  // ---- control flow ------------------------------------------------------------------------------

  start(s: State): void {
    const { locals, clean, stack } = copyState(s);
    this.locals = locals;
    this.clean = clean;
    this.stack = stack.map((type, k) => ({ type, text: this.variable(Writer.stackName(type, k)), local: -1 }));
  }

  /** Moves everything to where state `to` expects it. Text; nothing here changes. */
  moves(to: State): string {
    let t = '';
    for (let k = 0; k < to.stack.length; k++) {
      const s = this.stack[k]!;
      const type = to.stack[k]!;
      const name = this.variable(Writer.stackName(type, k));
      if (s.text !== name) t += `${name}=${Writer.stackName(type, 0)[0] === 's' ? Writer.boxed(s) : s.text};`;
    }
    return t + this.movesOfLocals(to);
  }

  private movesOfLocals(to: State): string {
    let t = '';
    for (const i of this.used) {
      const from = this.locals[i]!;
      const type = to.locals[i]!;
      if (from === type) continue;
      const name = Writer.localName(type, i);
      if (type === Type.MAYBE_INT || type === Type.MAYBE_FLOAT) t += `${this.variable(`b${i}`)}=${from === Type.UNBOUND ? 0 : 1};`;
      else if (Writer.localName(from, i) !== name || from === Type.UNBOUND) t += `${name}=${this.local(i)};`;
    }
    return t;
  }
}
