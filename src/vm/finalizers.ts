/**
 * `__del__`. CPython calls it when the last reference goes, which JavaScript tells nobody. So from the moment a program makes an instance of a class with
 * `__del__`, the slow loop runs, and after each instruction that can drop a reference looks for instances which the program
 * reached before and reaches no more (objects/reachable.ts). Instances in a cycle wait for `gc.collect()` or the end of the program, as in CPython.
 * Generators that are left half-way are closed in the same way, from the first that yields inside `with` or `finally`.
 * All this is bounded: a program that makes many objects goes back to the fast loop, and its instances are told at the end.
 */
import { Op } from '../bytecode/opcodes.js';
import { callPrelude } from '../objects/call.js';
import type { PyFrame } from '../objects/frame.js';
import { PyGenerator } from '../objects/generator.js';
import { PyDict } from '../objects/dict.js';
import { PyFunction, PyMethod, PyModule } from '../objects/function.js';
import { PyListIterator, PyRangeIterator } from '../objects/iterators.js';
import { NativeFunction } from '../objects/native.js';
import { PyInstance, PyType } from '../objects/type.js';
import { cont, NOVALUE, PUSHED, andThen, PyFloat, PyObject, T, type PyValue, type Result } from '../objects/object.js';
import { rootsOf, walk } from '../objects/reachable.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { Quick } from './quick.js';
import type { Thread } from './thread.js';

/** Objects that all searches of a program may look at, and instructions that may be watched: with `__del__` or weak references, and with generators only. */
const MOST_SEEN = 3_000_000;
const MOST_STEPS = 1_000_000;
const FEW = 0.2;
/** Classes that are kept for the collector's sake. */
const MOST_ASIDE = 1000;

/** Instructions after which an object may be gone. */
const DROPS = new Set<number>([
  Op.POP_TOP, Op.RETURN_VALUE, Op.YIELD_VALUE, Op.STORE_FAST, Op.STORE_NAME, Op.STORE_GLOBAL, Op.STORE_DEREF, Op.STORE_ATTR, Op.STORE_SUBSCR, Op.DELETE_FAST, Op.DELETE_NAME,
  Op.DELETE_GLOBAL, Op.DELETE_DEREF, Op.DELETE_ATTR, Op.DELETE_SUBSCR, Op.CALL_FUNCTION, Op.CALL_FUNCTION_VAR, Op.CALL_FUNCTION_KW, Op.CALL_FUNCTION_VAR_KW, Op.POP_EXCEPT, Op.FOR_ITER,
  Op.POP_BLOCK, Op.BREAK_LOOP, Op.RAISE_VARARGS, Op.END_FINALLY, Op.LOAD_ATTR, Op.BINARY_SUBSCR, Op.BINARY_ADD, Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE,
]);

const isLibrary = (f: PyFrame): boolean => f.code.co.filename.startsWith('<frozen>/') || f.code.co.filename.startsWith('<native>/');

/** Where an instance was held when it was last reached. */
interface Place {
  holder: unknown;
  at: number;
}

/** Instances that are gone, while they are told one by one from frame `frame`. */
interface Round {
  readonly frame: PyFrame;
  queue: PyObject[];
  /** The one told last has something that may go with it. */
  holds: boolean;
}

/** After `__del__`: the weak references are dead, their callbacks are called. */
const TOLD = cont('finalizer.told', (vm, _v, c) => {
  const callbacks = clearWeakrefs(vm as Thread, c.a);
  return callbacks.length === 0 ? NOVALUE : andThen(vm, vm.frame, callPrelude(vm, 'run_weak_callbacks', new PyList(callbacks)), CALLED);
});
const CALLED = cont('finalizer.called', () => NOVALUE);

/** Pairs of callback and reference. Nothing where the module _weakref was never imported. */
const clearWeakrefs = (vm: Thread, o: PyObject): PyTuple[] => (vm.state.clearWeakrefs as ((o: PyObject) => PyTuple[]) | undefined)?.(o) ?? [];
const hasDel = (o: PyObject): boolean => (o instanceof PyGenerator ? isSuspended(o) : isInstance(o) && o.cls.lookup('__del__') !== undefined);
/** Of a class of the program's. What natives keep to themselves may have no class. */
const isInstance = (o: PyObject): boolean => (o.cls as PyType | undefined)?.flags.heap === true;
/** A generator that is closed when it goes; what it delegates to is closed with it. */
const isSuspended = (g: PyGenerator): boolean => g.frame !== null && !g.running && g.frame.lasti >= 0;

export class Finalizers {
  /** Instances of classes with `__del__`, in the order they were made. */
  private readonly known = new Map<PyObject, Place | null>();
  private readonly told = new WeakSet<PyObject>();
  private readonly rounds: Round[] = [];
  private last = 0;
  /** The instruction just done may have let go of an object. */
  private drops = false;
  /** So may have a function of the prelude that ran since. */
  private hidden = false;
  /** An instruction did, since an instance was told. */
  private dropped = false;
  /** What only the library held when all was searched last; the library's code has not run since. */
  private elsewhere = new Set<PyObject>();
  private libraryRan = true;
  private steps = 0;
  private seen = 0;
  /** Instructions are watched. */
  active = false;
  /** They were once. */
  begun = false;
  private share = FEW;
  /** Classes with weak references: only the collector tells of them. */
  private readonly aside = new Set<PyObject>();

  /** From now on instructions are watched. */
  begin(): void {
    this.active = this.begun = true;
  }

  /** A weak reference to the class `o` was made. */
  putAside(o: PyObject): void {
    if (this.aside.size < MOST_ASIDE && !this.told.has(o)) this.aside.add(o);
  }

  /** There are not only generators to be watched. */
  full(): void {
    if (this.share === 1) return;
    this.share = 1;
    this.begin();
  }

  /** Before an instruction of `f`. True: the call of a `__del__` was pushed. */
  before(vm: Thread, f: PyFrame): boolean {
    if (f.code.hidden) {
      this.hidden = true;
      return false;
    }
    if (f.sp > f.code.nfixed) this.note(f.st[f.sp - 1]);
    const dropped = this.drops || this.hidden;
    this.dropped ||= this.drops;
    this.hidden = false;
    const op = f.code.co.code[f.pc]!;
    const library = isLibrary(f);
    if (library) this.libraryRan = true;
    this.drops = library || (DROPS.has(op) && mayDrop(f, op, this.last));
    this.last = op;
    if (++this.steps > MOST_STEPS * this.share || this.seen > MOST_SEEN * this.share) this.stop(vm);
    const round = this.rounds[this.rounds.length - 1];
    if (round !== undefined && round.frame === f) return this.goOn(vm, round);
    // What the library's own code drops is seen when the program's goes on.
    // And before something is let go of: where it was held tells the order.
    if (this.known.size === 0 || !(dropped || this.drops) || library) return false;
    const queue = this.gone(vm, false);
    if (queue.length === 0) return false;
    const next = { frame: f, queue, holds: false };
    this.rounds.push(next);
    return this.tell(vm, next);
  }

  /** From now on only the end tells. What has no `__del__` is not held any longer. */
  private stop(vm: Thread): void {
    this.active = false;
    for (const o of this.known.keys()) if (o instanceof PyGenerator || !hasDel(o)) this.known.delete(o);
    vm.endSlice();
  }

  private note(v: unknown): void {
    if (v instanceof PyObject && (v instanceof PyGenerator ? v.cls !== T.coroutine && v.frame !== null : hasDel(v))) this.watch(v);
  }

  /** `o` has a `__del__`, or weak references of the program's own. */
  watch(o: PyObject): void {
    if (this.active && !this.known.has(o) && !this.told.has(o)) this.known.set(o, null);
  }

  /** Instances that are there already: their class got a `__del__`. */
  survey(vm: Thread): void {
    walk(vm, rootsOf(vm), true, (v) => (this.note(v), false));
  }

  /** Back in the frame a round began in: what the last `__del__` left behind goes first. */
  private goOn(vm: Thread, round: Round): boolean {
    if (round.holds || this.dropped) round.queue.unshift(...this.gone(vm, false));
    return this.tell(vm, round);
  }

  private tell(vm: Thread, round: Round): boolean {
    for (;;) {
      const o = round.queue.shift();
      if (o === undefined) {
        this.rounds.pop();
        return false;
      }
      round.holds = Object.values(o).some((part) => part !== o.cls && (Array.isArray(part) ? part.some(matters) : part instanceof Map || part instanceof Set || matters(part)));
      this.dropped = false;
      if (this.push(vm, o) === PUSHED) return true;
      if (round.holds) round.queue.unshift(...this.gone(vm, false));
    }
  }

  private push(vm: Thread, o: PyObject): Result {
    this.known.delete(o);
    this.told.add(o);
    // The weak references of a generator are told first, those of an instance last.
    if (o instanceof PyGenerator) {
      const callbacks = clearWeakrefs(vm, o);
      if (callbacks.length > 0) return andThen(vm, vm.frame, callPrelude(vm, 'run_dels', new PyList(callbacks), new PyList(hasDel(o) ? [o] : [])), CALLED);
    }
    return andThen(vm, vm.frame, hasDel(o) ? callPrelude(vm, 'run_del', o) : null, TOLD, o);
  }

  /** Instances that cannot be reached any more, in the order CPython drops them. `cycles`: also those that hold themselves. */
  private gone(vm: Thread, cycles: boolean): PyObject[] {
    const reached = new Map<PyObject, Place>();
    const roots = [...rootsOf(vm), vm.throwing, vm.raising, ...this.rounds.map((r) => r.queue)];
    const visit = (v: object, holder: unknown, at: number): boolean => {
      if (v instanceof PyObject) {
        this.note(v);
        if (this.known.has(v)) reached.set(v, { holder, at });
      }
      return false;
    };
    // Mostly all is found without looking through the library.
    let quick: ReadonlySet<PyObject> | null = null;
    if (!cycles && this.known.size > 0) {
      const modules = vm.state.modules.vals.filter((m) => m !== undefined);
      const main = vm.state.modules.getStr('__main__');
      const closed = modules.flatMap((m) => (m instanceof PyModule && m !== main ? [m, m.dict] : []));
      this.seen += walk(vm, [main, ...roots.filter((r) => r !== vm.state.modules)], true, visit, new Set([vm.state.modules, ...closed]));
      let found = reached.size;
      // What the program has got since may have been all that there is.
      for (const o of reached.keys()) this.elsewhere.delete(o);
      if (!this.libraryRan) for (const o of this.elsewhere) if (this.known.has(o)) found++;
      if (found === this.known.size) {
        for (const [o, place] of reached) this.known.set(o, place);
        return [];
      }
      quick = new Set(reached.keys());
    }
    const live = new Set<unknown>();
    this.seen += walk(vm, roots, true, visit, live);
    if (quick !== null) {
      this.elsewhere = new Set([...reached.keys()].filter((o) => !quick.has(o)));
      this.libraryRan = false;
    }
    let dead: PyObject[] = [];
    for (const o of this.known.keys()) {
      const place = reached.get(o);
      if (o instanceof PyGenerator && o.frame === null) this.known.delete(o);
      else if (place === undefined) dead.push(o);
      else this.known.set(o, place);
    }
    if (dead.length === 0) return dead;
    if (!cycles) dead = outside(vm, dead, live);
    return inOrder(dead, this.known);
  }

  /** gc.collect(): NOVALUE when nothing is left to be told. */
  collect(vm: Thread): Result {
    for (const o of this.aside) this.known.set(o, null);
    const queue = this.gone(vm, true);
    for (const o of queue) this.aside.delete(o);
    for (const o of this.aside) this.known.delete(o);
    // The collector tells the weak references first.
    return queue.length === 0 ? NOVALUE : this.tellAll(vm, queue, queue.flatMap((o) => clearWeakrefs(vm, o)));
  }

  private tellAll(vm: Thread, queue: readonly PyObject[], callbacks: PyTuple[]): Result {
    for (const o of queue) {
      this.known.delete(o);
      this.told.add(o);
    }
    return callPrelude(vm, 'run_dels', new PyList(callbacks), new PyList(queue.filter(hasDel)));
  }

  /** The program has ended: cycles first, then the others as they were made; what lists, tuples and dicts hold last. */
  atEnd(vm: Thread): Result {
    const lost = this.gone(vm, true);
    const main = vm.state.modules.getStr('__main__');
    const inContainer = (place: Place | null): boolean =>
      inSequence(place) || (place !== null && place.holder instanceof PyDict && !(main instanceof PyModule && place.holder === main.dict));
    const rest = [...this.known].filter(([o]) => !lost.includes(o));
    const inside = rest.filter(([, place]) => inContainer(place)).map(([o]) => o);
    const queue = [...lost, ...rest.filter(([, place]) => !inContainer(place)).map(([o]) => o), ...inOrder(inside, this.known)];
    return queue.length === 0 ? null : this.tellAll(vm, queue, []);
  }
}

const inSequence = (place: Place | null): boolean => place !== null && (place.holder instanceof PyList || place.holder instanceof PyTuple);

/** The items of a list or tuple go from its end; else what was made first goes first. */
function inOrder(dead: readonly PyObject[], places: ReadonlyMap<PyObject, Place | null>): PyObject[] {
  const groups = new Map<unknown, PyObject[]>();
  for (const o of dead) {
    const place = places.get(o) ?? null;
    const key = inSequence(place) ? place!.holder : o;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [o]);
    else group.push(o);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => (places.get(b)?.at ?? 0) - (places.get(a)?.at ?? 0)));
}

/** Of objects that are gone, those that nothing else that is gone holds: the others go with them, or wait for the collector. */
function outside(vm: Thread, dead: readonly PyObject[], live: Set<unknown>): PyObject[] {
  const held = new Set<unknown>();
  for (const o of dead) walk(vm, Object.values(o), true, (v) => (held.add(v), false), live);
  return dead.filter((o) => !held.has(o));
}

/** Whether `v` is, or may hold, what is to be told. */
function matters(v: unknown): boolean {
  // Bound methods of bound methods are followed so far only.
  for (let depth = 0; depth < 8; depth++) {
    if (!(v instanceof PyObject) || v instanceof PyFloat || v instanceof PyModule) return false;
    if (v instanceof PyFunction) return v.closure !== null || v.defaults !== null || v.kwdefaults !== null || v.dict !== null;
    if (!(v instanceof NativeFunction)) return true;
    v = v.self;
  }
  return true;
}

const VARIABLES = new Set<number>([Op.LOAD_FAST, Op.LOAD_NAME, Op.LOAD_GLOBAL, Op.LOAD_DEREF]);
/** Callers' frames, and names in a namespace, that are looked through instead of all there is. */
const CALLERS = 3;
const NAMES = 300;

/** Whether `f` has `v` besides, below `top`. A class has itself. */
function kept(f: PyFrame, v: unknown, top: number): boolean {
  if (v instanceof PyType || !matters(v)) return true;
  for (let i = 0; i < top; i++) if (f.st[i] === v) return true;
  return false;
}

/** Whether what the end of `f` lets go of is held by what it returns, or by a caller. */
function keptByCaller(f: PyFrame, v: unknown): boolean {
  if (v === f.st[f.sp - 1] || v === f.newObject) return true;
  let b = f.back;
  for (let n = 0; n < CALLERS && b !== null && b.isPython; n++, b = b.back) {
    if (kept(b, v, b.sp) || v === b.newObject) return true;
    const names = b.locals ?? b.globals;
    if (names instanceof PyDict && names.size < NAMES && names.vals.includes(v as PyValue)) return true;
  }
  return false;
}

/** Whether a call of `cls` leaves its arguments to a function, whose end lets go of them. */
function passesOn(cls: PyType): boolean {
  if (!cls.flags.heap || cls.cls !== T.type) return false;
  const make = cls.lookup('__new__');
  return make instanceof NativeFunction && make.owner === T.object && cls.lookup('__init__') instanceof PyFunction;
}

/** Whether the instruction `f` is at, one of DROPS, lets go of something that matters; loops over numbers and strings are not searched after. */
function mayDrop(f: PyFrame, op: number, last: number): boolean {
  const { st, sp, code } = f;
  const arg = code.ops![f.pc + 1]!;
  switch (op) {
    case Op.STORE_FAST:
      return matters(st[arg]);
    case Op.STORE_NAME:
    case Op.STORE_GLOBAL: {
      const names = op === Op.STORE_NAME ? f.locals : f.globals;
      return !(names instanceof PyDict) || matters(names.getStr(code.names[arg]!));
    }
    case Op.STORE_DEREF:
      return matters(st[code.nlocals + arg].v);
    case Op.STORE_ATTR: {
      const o = st[sp - 1];
      const name = code.names[arg]!;
      if (o instanceof PyType) return o.cls !== T.type || matters(o.dict.getStr(name));
      return !(o instanceof PyInstance) || matters(o.getOwn(name)) || !(VARIABLES.has(last) || kept(f, o, sp - 2));
    }
    case Op.STORE_SUBSCR: {
      const o = st[sp - 2];
      const k = st[sp - 1];
      return !(o instanceof PyList && typeof k === 'number' && k >= 0) || matters(o.items[k]);
    }
    case Op.POP_TOP:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      return matters(st[sp - 1]);
    case Op.LOAD_ATTR:
      // A variable still has it.
      return !VARIABLES.has(last) && !kept(f, st[sp - 1], sp - 1);
    case Op.BINARY_ADD:
    case Op.BINARY_SUBSCR:
    case Op.COMPARE_OP:
      return !kept(f, st[sp - 1], sp - 2) || !kept(f, st[sp - 2], sp - 2);
    case Op.FOR_ITER: {
      const it = st[sp - 1];
      return !(it instanceof PyRangeIterator || (it instanceof PyListIterator && it.list !== null && it.index < it.list.items.length));
    }
    case Op.CALL_FUNCTION: {
      const n = (arg & 255) + 2 * (arg >> 8);
      const fn = st[sp - n - 1];
      // A function's own end lets go of its arguments.
      if (fn instanceof PyFunction || (fn instanceof PyMethod && fn.func instanceof PyFunction)) return false;
      if (code.ops![f.pc] === Quick.CALL_METHOD && st[sp - n - 2] instanceof PyFunction) return false;
      if (fn instanceof PyType && (n === 0 ? fn.flags.heap && fn.cls === T.type : passesOn(fn))) return false;
      if (!(fn instanceof NativeFunction) || matters(fn)) return true;
      for (let i = sp - n; i < sp; i++) if (matters(st[i])) return true;
      return false;
    }
    case Op.RETURN_VALUE:
      if (!f.back!.isPython) return true;
      for (let i = 0; i < sp - 1; i++) if (matters(st[i]) && !keptByCaller(f, st[i])) return true;
      return false;
    default:
      return true;
  }
}
