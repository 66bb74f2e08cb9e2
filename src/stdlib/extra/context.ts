/**
 * _contextvars (PEP 567). A Context holds a map that its copies share until one of them changes, where CPython has a hash trie: a copy costs nothing, and the first
 * `set()` after one as much as the context has variables.
 */
import { andThen, Cont, cont, insertCont, PUSHED, PyObject, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { call } from '../../objects/call.js';
import { richCompare } from '../../objects/compare.js';
import { address, repr, reprSync } from '../../objects/convert.js';
import { defineType } from '../../objects/define.js';
import { PyDict } from '../../objects/dict.js';
import { error, keyError, runtimeError, typeError, valueError } from '../../objects/errors.js';
import { aliasHook } from '../../objects/generator-type.js';
import { NotImplemented } from '../../objects/singletons.js';
import { asJS, asStr, strFromJS } from '../../objects/str.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { schedulerOf } from '../../vm/scheduler.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

export class PyContextVar extends PyObject {
  constructor(
    readonly name: PyValue,
    /** undefined: none. */
    readonly fallback: PyValue | undefined,
  ) {
    super();
  }
}

export class PyContext extends PyObject {
  entered = false;
  /** Another context has the same map. */
  private shared = false;
  constructor(private map: Map<PyContextVar, PyValue> = new Map()) {
    super();
  }
  get size(): number {
    return this.map.size;
  }
  value(v: PyContextVar): PyValue | undefined {
    return this.map.get(v);
  }
  /** undefined: `v` has no value any more. */
  change(v: PyContextVar, value: PyValue | undefined): void {
    if (this.shared) {
      this.map = new Map(this.map);
      this.shared = false;
    }
    if (value === undefined) this.map.delete(v);
    else this.map.set(v, value);
  }
  copy(): PyContext {
    const c = new PyContext(this.map);
    c.shared = this.shared = true;
    return c;
  }
  entries(): [PyContextVar, PyValue][] {
    return [...this.map];
  }
}

class Token extends PyObject {
  used = false;
  constructor(
    readonly context: PyContext,
    readonly variable: PyContextVar,
    /** undefined: there was none. */
    readonly old: PyValue | undefined,
  ) {
    super();
  }
}

class ContextIterator extends PyObject {
  private at = 0;
  constructor(
    cls: PyType,
    private readonly items: readonly PyValue[],
  ) {
    super();
    this.cls = cls;
  }
  override quickNext(): PyValue | undefined {
    return this.items[this.at++];
  }
  get length(): number {
    return this.items.length;
  }
}
class Missing extends PyObject {}

/** What keeps a native value per context: told when another context becomes the running one. */
export interface ContextFollower {
  save(left: PyContext): void;
  load(entered: PyContext): void;
}
interface ContextState {
  /** Its item is the running context of the thread, None before there is one. */
  readonly cell: PyList;
  follower: ContextFollower | null;
}

const stateOf = (vm: VM): ContextState => {
  let s = vm.state.contexts as ContextState | undefined;
  if (s === undefined) {
    s = { cell: new PyList([null]), follower: null };
    schedulerOf(vm).cells.push(s.cell);
    vm.state.contexts = s;
  }
  return s;
};
function newContext(): PyContext {
  contextTypes();
  return new PyContext();
}
/** The running context of the thread. */
export function running(vm: VM): PyContext {
  const { items } = stateOf(vm).cell;
  return (items[0] ?? (items[0] = newContext())) as PyContext;
}
export function follow(vm: VM, follower: ContextFollower): void {
  stateOf(vm).follower = follower;
}
export function copyContext(vm: VM): PyContext {
  const c = running(vm);
  stateOf(vm).follower?.save(c);
  return c.copy();
}

function switchTo(vm: VM, left: PyContext, entered: PyContext): void {
  const s = stateOf(vm);
  s.cell.items[0] = entered;
  if (s.follower !== null) {
    s.follower.save(left);
    s.follower.load(entered);
  }
}

/** Makes `c` the running context; the one that was is to come back at the end. */
function enterContext(vm: VM, c: PyContext): PyContext {
  if (c.entered) throw runtimeError(`cannot enter context: <_contextvars.Context object at ${address(c)}> is already entered`);
  const left = running(vm);
  c.entered = true;
  switchTo(vm, left, c);
  return left;
}
function leave(vm: VM, c: PyContext, left: PyContext): void {
  c.entered = false;
  switchTo(vm, c, left);
}
const RAN = cont(
  'context.ran',
  (vm, v, c) => {
    leave(vm, c.a, c.b);
    return v;
  },
  { catches: true, iter: true, abandoned: (c: Cont) => leave(c.c as VM, c.a, c.b) },
);

/** `go` inside of `self`; what it gives is the result. */
export function runIn(vm: VM, self: PyContext, go: (vm: VM, f: PyValue, args: readonly PyValue[], kwargs: Map<string, PyValue> | null) => Result, f: PyValue, args: readonly PyValue[], kwargs: Map<string, PyValue> | null): Result {
  const left = enterContext(vm, self);
  const base = vm.frame;
  let r: Result;
  try {
    r = go(vm, f, args, kwargs);
  } catch (e) {
    leave(vm, self, left);
    throw e;
  }
  if (r === PUSHED) return insertCont(vm, base, new Cont(RAN, self, left, vm, null));
  leave(vm, self, left);
  return r;
}

function run(vm: VM, self: PyContext, args: readonly PyValue[], kwargs: Map<string, PyValue> | null): Result {
  if (args.length === 0) throw typeError('run() missing 1 required positional argument');
  return runIn(vm, self, call, args[0]!, args.slice(1), kwargs);
}

const WRONG_KEY = cont('context.wrong_key', (vm, text) => vm.raise(typeError(`a ContextVar key was expected, got ${asJS(text!) ?? ''}`)));
/** Goes on with the variable that `key` is. */
function withKey(vm: VM, key: PyValue, go: (v: PyContextVar) => PyValue): Result {
  return key instanceof PyContextVar ? go(key) : andThen(vm, vm.frame, repr(vm, key), WRONG_KEY);
}

const SHOWN = cont('contextvar.shown', (_vm, text, c) => strFromJS(`<ContextVar name=${c.b}${c.c}${asJS(text!) ?? ''} at ${address(c.a)}>`));
function showVar(vm: VM, self: PyContextVar): Result {
  const name = asJS(reprSync(vm, self.name) ?? null) ?? '';
  if (self.fallback === undefined) return strFromJS(`<ContextVar name=${name} at ${address(self)}>`);
  return andThen(vm, vm.frame, repr(vm, self.fallback), SHOWN, self, name, ' default=');
}
const TOKEN_SHOWN = cont('token.shown', (_vm, text, c) => strFromJS(`<Token${c.a.used ? ' used' : ''} var=${asJS(text!) ?? ''} at ${address(c.a)}>`));
const showToken = (vm: VM, self: Token): Result => andThen(vm, vm.frame, showVar(vm, self.variable), TOKEN_SHOWN, self);
/** The text is of a token that cannot be used to reset. */
const TOKEN_REFUSED = cont('token.refused', (vm, text, c) => {
  const message = `${asJS(text!) ?? ''} ${c.b}`;
  return vm.raise(c.a ? runtimeError(message) : valueError(message));
});

function reset(vm: VM, self: PyContextVar, token: PyValue): Result {
  if (!(token instanceof Token)) return andThen(vm, vm.frame, repr(vm, token), NO_TOKEN);
  const c = running(vm);
  const why = token.used ? 'has already been used once' : token.variable !== self ? 'was created by a different ContextVar' : token.context !== c ? 'was created in a different Context' : null;
  if (why !== null) return andThen(vm, vm.frame, showToken(vm, token), TOKEN_REFUSED, token.used, why);
  token.used = true;
  c.change(self, token.old);
  return null;
}
const NO_TOKEN = cont('token.none', (vm, text) => vm.raise(typeError(`expected an instance of Token, got ${asJS(text!) ?? ''}`)));

function get(vm: VM, self: PyContextVar, fallback: PyValue | undefined): Result {
  let found = running(vm).value(self);
  if (found === undefined) found = fallback === undefined ? self.fallback : fallback;
  return found === undefined ? vm.raise(error('LookupError', self)) : found;
}

function set(vm: VM, self: PyContextVar, value: PyValue): PyValue {
  const c = running(vm);
  const token = new Token(c, self, c.value(self));
  c.change(self, value);
  return token;
}

const dictOf = (c: PyContext): PyDict => {
  const d = new PyDict();
  for (const [k, v] of c.entries()) d.setFast(k, v);
  return d;
};

function newVar(args: PyValue[], kwargs: Map<string, PyValue>): PyContextVar {
  if (args.length === 0) throw typeError('ContextVar() takes exactly 1 positional argument (0 given)');
  if (args.length + kwargs.size > 2 || args.length > 1) throw typeError(args.length > 1 ? `ContextVar() takes at most 1 positional argument (${args.length} given)` : `ContextVar() takes at most 2 arguments (${args.length + kwargs.size} given)`);
  for (const k of kwargs.keys()) if (k !== 'default') throw typeError(`'${k}' is an invalid keyword argument for ContextVar()`);
  if (asStr(args[0]!) === undefined) throw typeError('context variable name must be a str');
  return new PyContextVar(args[0]!, kwargs.get('default'));
}

function makeTypes() {
  const iterator = (name: string): PyType =>
    defineType({
      name,
      instance: null,
      methods: {
        '__iter__(self, /)': (_vm, self) => self,
        '__len__(self, /)': (_vm, self: ContextIterator) => self.length,
        '__next__(self, /)': (vm, self: ContextIterator) => {
          vm.stopValue = null;
          return self.quickNext();
        },
      },
    });
  const keys = iterator('keys');
  const values = iterator('values');
  const items = iterator('items');
  const keysOf = (_vm: VM, self: PyContext): PyValue => new ContextIterator(keys, self.entries().map(([k]) => k));
  const compare = (op: '==' | '!=') => (vm: VM, self: PyContext, other: PyValue): Result => (other instanceof PyContext ? richCompare(vm, dictOf(self), dictOf(other), op) : NotImplemented);
  defineType({
    name: '_contextvars.ContextVar',
    instance: PyContextVar,
    flags: { hasWeakref: true },
    new: ['__new__(cls, *args, **kwargs)', (_vm, _cls, args, kwargs) => newVar(args, kwargs)],
    methods: {
      '!__repr__(self, /)': showVar,
      '!get(self, default=<unset>, /)': get,
      'set(self, value, /)': set,
      '!reset(self, token, /)': reset,
    },
    classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
    members: { name: (_vm, self: PyContextVar) => self.name },
  });
  defineType({
    name: '_contextvars.Context',
    instance: PyContext,
    flags: { hasWeakref: true },
    new: ['__new__(cls, *args, **kwargs)', (_vm, _cls, args: PyValue[], kwargs: Map<string, PyValue>) => {
      if (args.length + kwargs.size > 0) throw typeError('Context() does not accept any arguments');
      return new PyContext();
    }],
    methods: {
      '!__eq__(self, value, /)': compare('=='),
      '!__ne__(self, value, /)': compare('!='),
      '__iter__(self, /)': keysOf,
      '__len__(self, /)': (_vm, self: PyContext) => self.size,
      '!__getitem__(self, key, /)': (vm, self: PyContext, key) =>
        withKey(vm, key, (v) => {
          const value = self.value(v);
          if (value === undefined) throw keyError(v);
          return value;
        }),
      '!__contains__(self, key, /)': (vm, self: PyContext, key) => withKey(vm, key, (v) => self.value(v) !== undefined),
      '!get(self, key, default=None, /)': (vm, self: PyContext, key, fallback: PyValue) =>
        withKey(vm, key, (v) => {
          const value = self.value(v);
          return value === undefined ? fallback : value;
        }),
      'keys(self, /)': keysOf,
      'values(self, /)': (_vm, self: PyContext) => new ContextIterator(values, self.entries().map(([, v]) => v)),
      'items(self, /)': (_vm, self: PyContext) => new ContextIterator(items, self.entries().map((pair) => new PyTuple(pair))),
      'copy(self, /)': (_vm, self: PyContext) => self.copy(),
      '!run(self, /, *args, **kwargs)': (vm, self: PyContext, args: PyValue[], kwargs: Map<string, PyValue>) => run(vm, self, args, kwargs.size === 0 ? null : kwargs),
    },
    attrs: { __hash__: null },
  });
  defineType({ name: 'Token.MISSING', instance: Missing, methods: { '__repr__(self, /)': () => '<Token.MISSING>' } });
  const missing = new Missing();
  defineType({
    name: '_contextvars.Token',
    instance: Token,
    new: ['__new__(cls, *args, **kwargs)', () => {
      throw runtimeError('Tokens can only be created by ContextVars');
    }],
    methods: { '!__repr__(self, /)': showToken },
    classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
    getset: {
      var: (_vm, self: Token) => self.variable,
      old_value: (_vm, self: Token) => (self.old === undefined ? missing : self.old),
    },
    attrs: { __hash__: null, MISSING: missing },
  });
}
/** The types are made when somebody needs them. */
let made = false;
export function contextTypes(): void {
  if (made) return;
  made = true;
  makeTypes();
}

export const makeContextvars: NativeModuleMaker = (vm) => {
  contextTypes();
  return defineModule({
    name: '_contextvars',
    functions: { 'copy_context()': () => copyContext(vm) },
    values: { Context: T['_contextvars.Context']!, ContextVar: T['_contextvars.ContextVar']!, Token: T['_contextvars.Token']! },
  });
};
