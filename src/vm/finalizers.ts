/**
 * `__del__`. CPython calls it when the last reference goes, which JavaScript tells nobody. So from the moment a program defines a class with
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
import { PyModule } from '../objects/function.js';
import { cont, NOVALUE, PUSHED, andThen, PyObject, T, type Result } from '../objects/object.js';
import { rootsOf, walk } from '../objects/reachable.js';
import type { PyType } from '../objects/type.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import type { Thread } from './thread.js';

/** Objects that all searches of a program may look at, and instructions that may be watched: with `__del__` or weak references, and with generators only. */
const MOST_SEEN = 6_000_000;
const MOST_STEPS = 1_500_000;
const FEW = 0.2;

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
const isSuspended = (g: PyGenerator): boolean => g.cls === T.generator && g.frame !== null && !g.running && g.frame.lasti >= 0;

export class Finalizers {
  /** Instances of classes with `__del__`, in the order they were made. */
  private readonly known = new Map<PyObject, Place | null>();
  private readonly told = new WeakSet<PyObject>();
  private readonly rounds: Round[] = [];
  private last = 0;
  private steps = 0;
  private seen = 0;
  /** Instructions are watched. */
  active = true;
  private share = FEW;

  /** There are not only generators to be watched. */
  full(): void {
    if (this.share === 1) return;
    this.share = 1;
    this.active = true;
  }

  /** Before an instruction of `f`. True: the call of a `__del__` was pushed. */
  before(vm: Thread, f: PyFrame): boolean {
    if (f.code.hidden) return false;
    if (f.sp > f.code.nfixed) this.note(f.st[f.sp - 1]);
    const { last } = this;
    this.last = f.code.co.code[f.pc]!;
    if (++this.steps > MOST_STEPS * this.share || this.seen > MOST_SEEN * this.share) this.stop(vm);
    const round = this.rounds[this.rounds.length - 1];
    if (round !== undefined && round.frame === f) return this.goOn(vm, round);
    // What the library's own code drops is seen when the program's goes on.
    if (this.known.size === 0 || !DROPS.has(last) || isLibrary(f)) return false;
    const queue = this.gone(vm, false);
    if (queue.length === 0) return false;
    const next = { frame: f, queue };
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
    if (v instanceof PyObject && (v instanceof PyGenerator ? v.cls === T.generator && v.frame !== null : hasDel(v))) this.watch(v);
  }

  /** `o` has a `__del__`, or weak references of the program's own. */
  watch(o: PyObject): void {
    if (this.active && !this.known.has(o) && !this.told.has(o)) this.known.set(o, null);
  }

  /** Back in the frame a round began in: what the last `__del__` left behind goes first. */
  private goOn(vm: Thread, round: Round): boolean {
    round.queue.unshift(...this.gone(vm, false));
    return this.tell(vm, round);
  }

  private tell(vm: Thread, round: Round): boolean {
    for (;;) {
      const o = round.queue.shift();
      if (o === undefined) {
        this.rounds.pop();
        return false;
      }
      if (this.push(vm, o) === PUSHED) return true;
      round.queue.unshift(...this.gone(vm, false));
    }
  }

  private push(vm: Thread, o: PyObject): Result {
    this.known.delete(o);
    this.told.add(o);
    return andThen(vm, vm.frame, hasDel(o) ? callPrelude(vm, 'run_del', o) : null, TOLD, o);
  }

  /** Instances that cannot be reached any more, in the order CPython drops them. `cycles`: also those that hold themselves. */
  private gone(vm: Thread, cycles: boolean): PyObject[] {
    const reached = new Map<PyObject, Place>();
    const roots = [...rootsOf(vm), vm.returning, vm.throwing, vm.raising, ...this.rounds.map((r) => r.queue)];
    const visit = (v: object, holder: unknown, at: number): boolean => {
      if (v instanceof PyObject) {
        this.note(v);
        if (this.known.has(v)) reached.set(v, { holder, at });
      }
      return false;
    };
    // Mostly all is found without looking through the library.
    if (!cycles && this.known.size > 0) {
      const modules = vm.state.modules.vals.filter((m) => m !== undefined);
      const main = vm.state.modules.getStr('__main__');
      const closed = modules.flatMap((m) => (m instanceof PyModule && m !== main ? [m, m.dict] : []));
      this.seen += walk(vm, [main, ...roots.filter((r) => r !== vm.state.modules)], true, visit, new Set([vm.state.modules, ...closed]));
      if (reached.size === this.known.size) {
        for (const [o, place] of reached) this.known.set(o, place);
        return [];
      }
    }
    const live = new Set<unknown>();
    this.seen += walk(vm, roots, true, visit, live);
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
    const queue = this.gone(vm, true);
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
