/**
 * `from module import name` in a program, of a library module whose body waits (lazy-modules.ts): the name is bound when
 * somebody first asks for it. Programs import names that they need in one branch only, or never.
 *
 * Until then the name is not in the table of the program's globals: its place there is kept. So whoever looks
 * into the table finds nothing, and goes the way of names that are not there, on which LOAD_GLOBAL and LOAD_NAME ask here.
 * As soon as the body has run, for whatever reason, all names that were imported from the module are bound: nobody can
 * change one in the module before. Whoever gets the globals as an object (`globals()`, `f_globals`, the module
 * `__main__`) gets them whole.
 */
import { andThen, cont, NOVALUE, PyObject, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { Op } from '../bytecode/opcodes.js';
import { nameError } from '../objects/errors.js';
import type { PyDict } from '../objects/dict.js';
import type { PyFrame } from '../objects/frame.js';
import type { PyModule } from '../objects/function.js';
import { pendingOf, type PendingNames } from '../objects/shown.js';
import { callerFrame } from '../builtins/scope.js';
import type { Host } from '../host.js';
import { frozenTable } from './frozen-table.js';
import { FOR_PROGRAMS } from './lazy-list.js';
import { isWaiting, loadNow, wait } from './lazy-modules.js';
import type { Machine } from './machine.js';

type Vm = Machine['thread'];

/** What IMPORT_FROM gives to the STORE_NAME behind it in place of the value, and what keeps the name's place. */
class LazyName extends PyObject {
  constructor(
    readonly module: PyModule,
    readonly attribute: string,
  ) {
    super();
    this.cls = T.object;
  }
}

/** Functions of the library that ask a program's globals for its `__name__` only, or make functions with them. */
const ASK_ONLY_NAME: Readonly<Record<string, string>> = {
  namedtuple: '<frozen>/collections/__init__.py',
  _caller: '<frozen>/typing.py',
  _create_: '<frozen>/enum.py',
  _process_class: '<frozen>/dataclasses.py',
};

/** Whether who is running is such a function. */
function asksOnlyName(vm: VM): boolean {
  const f = callerFrame(vm);
  return f !== null && ASK_ONLY_NAME[f.code.co.name] === f.code.co.filename;
}

export class LazyNames implements PendingNames {
  private readonly rows = new Map<string, LazyName>();
  readonly globals: PyDict;

  constructor(
    private readonly main: PyModule,
    private readonly host: Host,
  ) {
    this.globals = main.dict;
    pendingOf.set(main.dict, this);
  }

  /** Whether the body of library module `module`, run by itself, defines all of `names`: recorded by the build (scripts/record-names.py). */
  defines(module: string, names: readonly PyValue[]): boolean {
    if (!FOR_PROGRAMS.has(module)) return false;
    const known = frozenTable(this.host, 'library.names').get(module);
    return known !== undefined && names.every((n) => typeof n === 'string' && known.includes(` ${n} `));
  }

  /** What IMPORT_FROM at `pc` of `f`, whose globals these are, gives without running the body of `module`; null: it has to. */
  later(vm: Vm, f: PyFrame, pc: number, module: PyModule, name: string): LazyName | null {
    if (!isWaiting(module) || module === this.main || vm.traceFunc !== null || vm.profileFunc !== null || vm.needsSlowLoop || vm.step !== null) return null;
    const target = storedName(f, pc + 3);
    if (target === null || this.rows.has(target) || this.globals.getStr(target) !== undefined) return null;
    const full = module.dict.getStr('__name__');
    return typeof full === 'string' && this.defines(full, [name]) ? new LazyName(module, name) : null;
  }

  asksOnlyName(vm: VM): boolean {
    return asksOnlyName(vm);
  }

  takes(name: string, v: PyValue): boolean {
    if (!(v instanceof LazyName)) return false;
    if (this.rows.size === 0) wait(this.main, { start: (vm) => this.complete(vm) });
    this.globals.keepPlace(v);
    this.rows.set(name, v);
    return true;
  }

  /** The value of a name that is not in the table, or NOVALUE. */
  load(vm: Vm, name: string): Result {
    const row = this.rows.get(name);
    if (row === undefined) return NOVALUE;
    const base = vm.frame;
    return andThen(vm, base, loadNow(vm, row.module, null), FOUND, this, name);
  }

  /** The name is deleted, or has got another value and lost it. False: it is none of these. */
  forget(name: string): boolean {
    const row = this.rows.get(name);
    if (row === undefined) return false;
    this.globals.freePlace(row);
    return this.rows.delete(name);
  }

  /** Names for suggestions. */
  names(): string[] {
    return [...this.rows.keys()];
  }

  /** The body of `module` has run: binds what was imported from it. */
  fill(module: PyModule): void {
    for (const [name, row] of this.rows) {
      if (row.module !== module) continue;
      this.rows.delete(name);
      const v = module.dict.getStr(row.attribute);
      if (v !== undefined && this.globals.getStr(name) === undefined) this.globals.setKept(row, name, v);
      else this.globals.freePlace(row);
    }
    if (this.rows.size === 0 && isWaiting(this.main)) this.main.cls = T.module;
  }

  /** Binds everything; from then on nothing is put off. */
  complete(vm: VM): Result {
    if (asksOnlyName(vm)) return this.globals;
    for (const { module } of this.rows.values()) {
      const base = vm.frame;
      return andThen(vm, base, loadNow(vm as Vm, module, null), NEXT, this);
    }
    vm.state.pendingNames = undefined;
    this.main.cls = T.module;
    return this.globals;
  }
}

const FOUND = cont('names.found', (vm, _m, c) => (c.a as LazyNames).globals.getStr(c.b) ?? vm.raise(nameError(`name '${c.b}' is not defined`, c.b)));
const NEXT = cont('names.next', (vm, _m, c) => (c.a as LazyNames).complete(vm));

/** The name that a STORE_NAME at `pc` stores; null: it is none, or stores elsewhere than into the globals. */
function storedName(f: PyFrame, pc: number): string | null {
  const { code, names } = f.code.co;
  return f.locals === f.globals && code[pc] === Op.STORE_NAME ? names[code[pc + 1]! | (code[pc + 2]! << 8)]! : null;
}
