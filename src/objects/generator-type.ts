/** generator, coroutine, async generator and the awaitables around them. */
import { cont, PyObject, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, runtimeError, stopIteration, typeError, valueError } from './errors.js';
import { defineType, type TypeRecord } from './define.js';
import { PyGenerator } from './generator.js';
import { AsyncGenWrapped, Ready } from './async-gen.js';
import { PyBaseException } from './exception.js';
import { PyTraceback } from './traceback.js';
import { PyType, typeName, typeRepr } from './type.js';
import { call, watchGuarded } from './call.js';
import { known, strFromJS, asJS, asStr } from './str.js';
import { address } from './convert.js';
import { raiseStop } from './iterate.js';

/** What resuming frames takes from the VM; installed by vm/ops/generators.ts. */
export interface GeneratorHooks {
  send(vm: VM, gen: PyGenerator, v: PyValue): Result;
  /** `raw`: the arguments of throw(), which a delegate that is no generator gets as they are. */
  throwInto(vm: VM, gen: PyGenerator, exc: PyBaseException, raw?: readonly PyValue[]): Result;
  close(vm: VM, gen: PyGenerator): Result;
  yieldFrom(gen: PyGenerator): PyValue;
}
export const generatorHooks = {} as GeneratorHooks;

/** send() and next() as methods: exhaustion is raised as StopIteration. */
const STOP = cont('generator.stop', (vm, v) => (v !== undefined || vm.exc !== null ? v : raiseStop(vm)), { catches: true, iter: true });

function sendMethod(vm: VM, gen: PyGenerator, v: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, generatorHooks.send(vm, gen, v), STOP);
}

/** The exception that throw(type, value, tb) stands for; may call the class. */
function makeThrown(vm: VM, type: PyValue, value: PyValue | undefined, tb: PyValue | undefined): Result {
  if (tb !== undefined && tb !== null && !(tb instanceof PyTraceback)) return vm.raise(typeError('throw() third argument must be a traceback object'));
  const base = vm.frame;
  if (type instanceof PyType && type.isSubtype(T.BaseException)) {
    if (value instanceof PyBaseException && value.cls.isSubtype(type)) return withTraceback(value, tb);
    const args = value === undefined || value === null ? [] : typeOf(value).isSubtype(T.tuple) ? (value as unknown as { items: PyValue[] }).items : [value];
    return andThen(vm, base, call(vm, type, args), THROWN_MADE, tb ?? null, type);
  }
  if (type instanceof PyBaseException) {
    if (value !== undefined && value !== null) return vm.raise(typeError('instance exception may not have a separate value'));
    return withTraceback(type, tb);
  }
  return vm.raise(typeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`));
}

function withTraceback(e: PyBaseException, tb: PyValue | undefined): PyBaseException {
  if (tb instanceof PyTraceback) e.traceback = tb;
  return e;
}
const THROWN_MADE = cont('throw.made', (_vm, e, c) => {
  // What is no exception is thrown as a TypeError: into the generator, which it ends.
  if (!(e instanceof PyBaseException)) return typeError(`calling ${typeRepr(c.b)} should have returned an instance of BaseException, not ${typeName(e!)}`).value;
  return withTraceback(e, c.a);
});

function throwMethod(vm: VM, gen: PyGenerator, type: PyValue, value: PyValue | undefined, tb: PyValue | undefined): Result {
  const base = vm.frame;
  const raw = [type, value, tb].filter((v) => v !== undefined);
  return andThen(vm, base, makeThrown(vm, type, value, tb), DO_THROW, gen, raw);
}
const DO_THROW = cont('throw.do', (vm, e, c) => {
  const base = vm.frame;
  return andThen(vm, base, generatorHooks.throwInto(vm, c.a, e as PyBaseException, c.b), STOP);
});

function names(self: PyGenerator): string {
  return asJS(self.qualname) ?? '';
}

function setName(field: 'name' | 'qualname'): (vm: VM, self: PyGenerator, v: PyValue | undefined) => Result {
  return (_vm, self, v) => {
    if (v === undefined || asStr(v) === undefined) throw typeError(`__${field}__ must be set to a string object`);
    self[field] = v;
    return null;
  };
}

const nameGetset: TypeRecord['getset'] = {
  __name__: [(_vm, self: PyGenerator) => known(self.name), setName('name')],
  __qualname__: [(_vm, self: PyGenerator) => known(self.qualname), setName('qualname')],
};

/** What the frame takes in CPython beside the object: locals and value stack. */
const sizeofGenerator = (_vm: VM, self: PyGenerator): number => 152 + 8 * (self.code.nfixed + self.code.stackSize);
const AWAITED = 'object being awaited on, or None';
const suspendedOf = (self: PyGenerator): boolean => self.frame !== null && !self.running && self.frame.lasti >= 0;

defineType({
  name: 'generator',
  instance: PyGenerator,
  flags: { hasWeakref: true },
  methods: {
    '__repr__(self, /)': (_vm, self) => strFromJS(`<generator object ${names(self)} at ${address(self)}>`),
    '__iter__(self, /)': (_vm, self) => self,
    '!__next__(self, /)': (vm, self) => generatorHooks.send(vm, self, null),
    '!send(self, arg, /)': sendMethod,
    '!throw(self, type, value=<unset>, tb=<unset>, /)': throwMethod,
    '!close(self, /)': (vm, self) => generatorHooks.close(vm, self),
    '__del__(self, /)': () => null,
    '__sizeof__(self, /)': sizeofGenerator,
  },
  docs: {
    send: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
    throw: 'throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.',
    close: 'close() -> raise GeneratorExit inside generator.',
    gi_yieldfrom: 'object being iterated by yield from, or None',
  },
  getset: {
    ...nameGetset,
    gi_yieldfrom: (_vm, self) => generatorHooks.yieldFrom(self),
    gi_running: (_vm, self: PyGenerator) => self.running,
    gi_frame: (_vm, self: PyGenerator) => self.frame,
    gi_suspended: (_vm, self: PyGenerator) => suspendedOf(self),
  },
  members: { gi_code: (_vm, self: PyGenerator) => self.code },
});

class CoroutineWrapper extends PyObject {
  constructor(readonly coro: PyGenerator) {
    super();
  }
}

defineType({
  name: 'coroutine_wrapper',
  instance: CoroutineWrapper,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '!__next__(self, /)': (vm, self: CoroutineWrapper) => generatorHooks.send(vm, self.coro, null),
    '!send(self, arg, /)': (vm, self: CoroutineWrapper, v) => sendMethod(vm, self.coro, v),
    '!throw(self, type, value=<unset>, tb=<unset>, /)': (vm, self: CoroutineWrapper, t, v, tb) => throwMethod(vm, self.coro, t, v, tb),
    '!close(self, /)': (vm, self: CoroutineWrapper) => generatorHooks.close(vm, self.coro),
  },
});

defineType({
  name: 'coroutine',
  instance: null,
  flags: { hasWeakref: true },
  methods: {
    '__repr__(self, /)': (_vm, self) => strFromJS(`<coroutine object ${names(self)} at ${address(self)}>`),
    '__await__(self, /)': (_vm, self) => new CoroutineWrapper(self),
    '!send(self, arg, /)': (vm, self, v) => {
      if (self.frame?.lasti === -1) watchGuarded(vm, self);
      return sendMethod(vm, self, v);
    },
    '!throw(self, type, value=<unset>, traceback=<unset>, /)': throwMethod,
    '!close(self, /)': (vm, self) => generatorHooks.close(vm, self),
    '__del__(self, /)': () => null,
    '__sizeof__(self, /)': sizeofGenerator,
  },
  docs: { cr_await: AWAITED },
  getset: {
    ...nameGetset,
    cr_await: (_vm, self) => generatorHooks.yieldFrom(self),
    cr_running: (_vm, self: PyGenerator) => self.running,
    cr_frame: (_vm, self: PyGenerator) => self.frame,
    cr_suspended: (_vm, self: PyGenerator) => suspendedOf(self),
  },
  members: {
    cr_code: (_vm, self: PyGenerator) => self.code,
    cr_origin: (_vm, self: PyGenerator) => self.origin,
  },
});

/** How far an awaitable of an async generator has got (CPython's ag_states). */
type State = 'init' | 'iter' | 'closed';

/** asend() and __anext__ (value), athrow() and aclose() (exc). */
class AsyncGenAwaitable extends PyObject {
  state: State = 'init';
  constructor(
    readonly gen: PyGenerator,
    readonly kind: 'asend' | 'athrow' | 'aclose',
    readonly args: PyValue[],
  ) {
    super();
    this.cls = kind === 'asend' ? T.async_generator_asend! : T.async_generator_athrow!;
  }
}

/** Looks at what the generator's frame gave: an item of the generator, or something awaited inside it. */
const AG_RESULT = cont(
  'asyncgen.result',
  (vm, v, c) => {
    const a = c.a as AsyncGenAwaitable;
    const { gen } = a;
    if (v instanceof AsyncGenWrapped) {
      gen.asyncRunning = false;
      a.state = 'closed';
      if (a.kind === 'aclose') return vm.raise(runtimeError('async generator ignored GeneratorExit'));
      return vm.raise(stopIteration(v.v));
    }
    if (v !== undefined) return v;
    gen.asyncRunning = false;
    a.state = 'closed';
    const e = vm.exc;
    if (e === null) return raiseStop(vm);
    if (e.cls.isSubtype(T.StopAsyncIteration!) || e.cls.isSubtype(T.GeneratorExit!)) {
      gen.closed = true;
      if (a.kind === 'aclose') {
        vm.exc = null;
        return vm.raise(stopIteration(null));
      }
    }
    return undefined;
  },
  { catches: true, iter: true },
);

function agSend(vm: VM, a: AsyncGenAwaitable, v: PyValue): Result {
  const { gen } = a;
  if (a.state === 'closed') {
    return vm.raise(runtimeError(a.kind === 'asend' ? 'cannot reuse already awaited __anext__()/asend()' : 'cannot reuse already awaited aclose()/athrow()'));
  }
  const base = vm.frame;
  if (a.state === 'init') {
    if (gen.asyncRunning) {
      a.state = 'closed';
      const what = a.kind === 'asend' ? 'anext()' : a.kind === 'aclose' ? 'aclose()' : 'athrow()';
      return vm.raise(runtimeError(`${what}: asynchronous generator is already running`));
    }
    if (a.kind !== 'asend') {
      if (gen.closed || gen.frame === null) {
        a.state = 'closed';
        if (gen.frame === null) return vm.raise(stopIteration(null));
        return vm.raise(error('StopAsyncIteration'));
      }
      if (v !== null) return vm.raise(runtimeError("can't send non-None value to a just-started coroutine"));
      if (a.kind === 'athrow' && (a.args.length === 0 || a.args.length > 3)) {
        return vm.raise(typeError(`athrow expected at ${a.args.length === 0 ? 'least 1 argument' : 'most 3 arguments'}, got ${a.args.length}`));
      }
      a.state = 'iter';
      gen.asyncRunning = true;
      if (a.kind === 'aclose') {
        gen.closed = true;
        return andThen(vm, base, generatorHooks.throwInto(vm, gen, error('GeneratorExit').value), AG_RESULT, a);
      }
      return andThen(vm, base, makeThrown(vm, a.args[0]!, a.args[1], a.args[2]), AG_THROW, a);
    }
    if (v === null) v = a.args[0]!;
    a.state = 'iter';
    gen.asyncRunning = true;
    if (gen.frame === null) {
      gen.asyncRunning = false;
      a.state = 'closed';
      return vm.raise(error('StopAsyncIteration'));
    }
  }
  return andThen(vm, base, generatorHooks.send(vm, gen, v), AG_RESULT, a);
}

const AG_THROW = cont('asyncgen.throw', (vm, e, c) => {
  const base = vm.frame;
  return andThen(vm, base, generatorHooks.throwInto(vm, (c.a as AsyncGenAwaitable).gen, e as PyBaseException), AG_RESULT, c.a);
});

function agThrow(vm: VM, a: AsyncGenAwaitable, type: PyValue, value: PyValue | undefined, tb: PyValue | undefined): Result {
  if (a.state === 'closed') {
    return vm.raise(runtimeError(a.kind === 'asend' ? 'cannot reuse already awaited __anext__()/asend()' : 'cannot reuse already awaited aclose()/athrow()'));
  }
  if (a.state === 'init') {
    if (a.gen.asyncRunning) {
      a.state = 'closed';
      return vm.raise(runtimeError(`${a.kind === 'asend' ? 'anext()' : 'aclose()'}: asynchronous generator is already running`));
    }
    a.state = 'iter';
    a.gen.asyncRunning = true;
  }
  const base = vm.frame;
  return andThen(vm, base, makeThrown(vm, type, value, tb), AG_THROW, a);
}

for (const name of ['async_generator_asend', 'async_generator_athrow'] as const) {
  defineType({
    name,
    instance: name === 'async_generator_asend' ? AsyncGenAwaitable : null,
    methods: {
      '__iter__(self, /)': (_vm, self) => self,
      '__await__(self, /)': (_vm, self) => self,
      '!__next__(self, /)': (vm, self) => agSend(vm, self, null),
      '!send(self, arg, /)': (vm, self, v) => agSend(vm, self, v),
      '!throw(self, type, value=<unset>, tb=<unset>, /)': agThrow,
      'close(self, /)': (_vm, self: AsyncGenAwaitable) => {
        self.state = 'closed';
        return null;
      },
    },
  });
}

defineType({ name: 'async_generator_wrapped_value', instance: AsyncGenWrapped });
defineType({
  name: 'ready',
  instance: Ready,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (vm, self: Ready) => {
      vm.stopValue = self.v;
      return undefined;
    },
  },
});

function init(vm: VM, gen: PyGenerator): void {
  if (gen.hooksCalled) return;
  gen.hooksCalled = true;
  const h = vm.state.asyncGenHooks as { firstiter: PyValue; finalizer: PyValue } | undefined;
  if (h !== undefined) gen.finalizer = h.finalizer;
}

defineType({
  name: 'async_generator',
  instance: null,
  flags: { hasWeakref: true },
  methods: {
    '__repr__(self, /)': (_vm, self) => strFromJS(`<async_generator object ${names(self)} at ${address(self)}>`),
    '__aiter__(self, /)': (_vm, self) => self,
    '!__anext__(self, /)': (vm, self) => started(vm, self, new AsyncGenAwaitable(self, 'asend', [null])),
    '!asend(self, value, /)': (vm, self, v) => started(vm, self, new AsyncGenAwaitable(self, 'asend', [v])),
    '!athrow(self, /, *args)': (vm, self, args: PyValue[]) => started(vm, self, new AsyncGenAwaitable(self, 'athrow', args)),
    '!aclose(self, /)': (vm, self) => started(vm, self, new AsyncGenAwaitable(self, 'aclose', [])),
    '__del__(self, /)': () => null,
    '__sizeof__(self, /)': sizeofGenerator,
  },
  classMethods: {
    '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item),
  },
  getset: {
    ...nameGetset,
    ag_await: (_vm, self) => generatorHooks.yieldFrom(self),
    ag_frame: (_vm, self: PyGenerator) => self.frame,
  },
  docs: { ag_await: AWAITED },
  members: {
    ag_running: (_vm, self: PyGenerator) => self.asyncRunning,
    ag_code: (_vm, self: PyGenerator) => self.code,
  },
});

/** Calls the event loop's first-iteration hook (sys.set_asyncgen_hooks) before the first awaitable. */
function started(vm: VM, gen: PyGenerator, a: AsyncGenAwaitable): Result {
  if (gen.hooksCalled) return a;
  init(vm, gen);
  const h = vm.state.asyncGenHooks as { firstiter: PyValue; finalizer: PyValue } | undefined;
  if (h === undefined || h.firstiter === null) return a;
  const base = vm.frame;
  return andThen(vm, base, call(vm, h.firstiter, [gen]), HOOKED, a);
}
const HOOKED = cont('asyncgen.hooked', (_vm, _v, c) => c.a);

/** `X[item]` as a GenericAlias; installed by generic-alias.ts. */
export const aliasHook: { make: (vm: VM, origin: PyValue, item: PyValue) => Result } = {
  make: (vm) => vm.raise(valueError('no alias')),
};
