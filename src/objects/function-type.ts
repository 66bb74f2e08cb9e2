/** Types of callables: function, method, native functions and their descriptors; cell. */
import { attributeDoc, functionDoc, functionTextSignature } from './docs.js';
import { PyObject, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, typeError, valueError } from './errors.js';
import { richCompare, type CompareOp } from './compare.js';
import { defineType } from './define.js';
import { call } from './call.js';
import { attrName, genericGet, getattr, getattrOptional } from './attribute.js';
import { GetSet, NativeFunction } from './native.js';
import { docOf, PyCell, PyFunction, PyMethod } from './function.js';
import { PyCode } from './code.js';
import { PyDict } from './dict.js';
import { PyTuple } from './tuple.js';
import { argTypeName, PyType, typeName } from './type.js';
import { known, strFromJS, asJS, asStr } from './str.js';
import { address, repr } from './convert.js';
import { idOf, cont, andThen } from './object.js';
import { shown } from './shown.js';
import { NotImplemented } from './singletons.js';
import { builtinsFrom, OddBuiltins } from './odd-builtins.js';

const need = (v: PyValue | undefined, ok: boolean, msg: string): void => {
  if (v === undefined || !ok) throw typeError(msg);
};

defineType({
  name: 'function',
  instance: PyFunction,
  flags: { hasDict: true, hasWeakref: true },
  new: ['__new__(cls, code, globals, name=None, argdefs=None, closure=None)', (vm, _cls, code, globals, name, argdefs, closure) => {
    if (!(code instanceof PyCode)) throw typeError(`function() argument 'code' must be code, not ${argTypeName(code)}`);
    if (!(globals instanceof PyDict)) throw typeError(`function() argument 'globals' must be dict, not ${typeName(globals)}`);
    if (name !== null && asStr(name) === undefined) throw typeError('arg 3 (name) must be None or string');
    if (argdefs !== null && !(argdefs instanceof PyTuple)) throw typeError('arg 4 (defaults) must be None or tuple');
    const nfree = code.nfrees;
    if (!(closure instanceof PyTuple)) {
      if (nfree > 0 && closure === null) throw typeError('arg 5 (closure) must be tuple');
      if (closure !== null) throw typeError('arg 5 (closure) must be None or tuple');
    }
    const n = closure === null ? 0 : closure.items.length;
    if (n !== nfree) throw valueError(`${code.co.name} requires closure of length ${nfree}, not ${n}`);
    for (const cell of closure?.items ?? []) if (!(cell instanceof PyCell)) throw typeError(`arg 5 (closure) expected cell, found ${typeName(cell)}`);
    const fn = new PyFunction(code, globals, vm.state.builtins, name ?? code.co.name, code.co.qualname);
    fn.defaults = argdefs;
    fn.closure = closure;
    const b = globals.getStr('__builtins__');
    if (b !== undefined) fn.builtins = builtinsFrom(b);
    const mod = globals.getStr('__name__');
    if (mod !== undefined) fn.module = mod;
    const doc = code.constValues().items[0];
    if (doc !== undefined && asStr(doc) !== undefined) fn.doc = doc;
    return fn;
  }],
  methods: {
    '__repr__(self, /)': (_vm, self: PyFunction) => strFromJS(`<function ${asJS(self.qualname) ?? ''} at ${address(self)}>`),
    '!__call__(self, /, *args, **kwargs)': (vm, self, args, kw) => call(vm, self, args, kw),
    '__get__(self, instance, owner=None, /)': (_vm, self: PyFunction, o, owner) => {
      if (o === null && owner === null) throw typeError('__get__(None, None) is invalid');
      return o === null && owner !== T.NoneType ? self : new PyMethod(self, o);
    },
  },
  getset: {
    __code__: [
      (_vm, self: PyFunction) => self.code,
      (_vm, self: PyFunction, v) => {
        if (!(v instanceof PyCode)) throw typeError('__code__ must be set to a code object');
        const have = self.closure === null ? 0 : self.closure.items.length;
        if (v.nfrees !== have) throw valueError(`${asJS(self.name)}() requires a code object with ${have} free vars, not ${v.nfrees}`);
        docOf(self);
        self.code = v;
        return null;
      },
    ],
    __defaults__: [
      (_vm, self: PyFunction) => self.defaults,
      (_vm, self: PyFunction, v) => {
        if (v === undefined || v === null) self.defaults = null;
        else if (v instanceof PyTuple) self.defaults = v;
        else throw typeError('__defaults__ must be set to a tuple object');
        return null;
      },
    ],
    __kwdefaults__: [
      (_vm, self: PyFunction) => self.kwdefaults,
      (_vm, self: PyFunction, v) => {
        if (v === undefined || v === null) self.kwdefaults = null;
        else if (v instanceof PyDict) self.kwdefaults = v;
        else throw typeError('__kwdefaults__ must be set to a dict object');
        return null;
      },
    ],
    __annotations__: [
      (_vm, self: PyFunction) => (self.annotations ??= new PyDict()),
      (_vm, self: PyFunction, v) => {
        if (v === undefined || v === null) self.annotations = null;
        else if (v instanceof PyDict) self.annotations = v;
        else throw typeError('__annotations__ must be set to a dict object');
        return null;
      },
    ],
    __dict__: [
      (_vm, self: PyFunction) => (self.dict ??= new PyDict()),
      (_vm, self: PyFunction, v) => {
        if (v === undefined) throw typeError('cannot delete __dict__');
        if (!(v instanceof PyDict)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(v)}'`);
        self.dict = v;
        return null;
      },
    ],
    __name__: [
      (_vm, self: PyFunction) => known(self.name),
      (_vm, self: PyFunction, v) => {
        need(v, v !== undefined && asStr(v) !== undefined, '__name__ must be set to a string object');
        self.name = v!;
        return null;
      },
    ],
    __qualname__: [
      (_vm, self: PyFunction) => known(self.qualname),
      (_vm, self: PyFunction, v) => {
        need(v, v !== undefined && asStr(v) !== undefined, '__qualname__ must be set to a string object');
        self.qualname = v!;
        return null;
      },
    ],
  },
  members: {
    __closure__: (_vm, self: PyFunction) => self.closure,
    __globals__: (vm, self: PyFunction) => shown(vm, self.globals),
    __builtins__: (_vm, self: PyFunction) => (self.builtins instanceof OddBuiltins ? self.builtins.value : self.builtins),
    __doc__: [
      (_vm, self: PyFunction) => docOf(self),
      (_vm, self: PyFunction, v) => {
        self.doc = v ?? null;
        return null;
      },
    ],
    __module__: [
      (_vm, self: PyFunction) => self.module,
      (_vm, self: PyFunction, v) => {
        self.module = v ?? null;
        return null;
      },
    ],
  },
});

/** The name of a callable that is no function: its `__qualname__`, else its `__name__`, else `?`. */
const METHOD_NAME = cont('method.name', (vm, name, c) => {
  const base = vm.frame;
  if (name === undefined && c.b) return andThen(vm, base, getattrOptional(vm, c.a.func, '__name__'), METHOD_NAME, c.a, false);
  return andThen(vm, base, repr(vm, c.a.self), METHOD_REPR, name === undefined ? '?' : (asJS(name) ?? '?'));
}, { iter: true });

const METHOD_REPR = cont('method.repr', (_vm, s, c) => strFromJS(`<bound method ${c.a} of ${asJS(s!)}>`));

defineType({
  name: 'method',
  instance: PyMethod,
  new: ['__new__(cls, function, instance, /)', (_vm, _cls, f, o) => {
    if (f === null || typeof f !== 'object' || (!(f instanceof PyFunction) && typeOf(f).lookup('__call__') === undefined)) throw typeError('first argument must be callable');
    if (o === null) throw typeError('instance must not be None');
    return new PyMethod(f, o);
  }],
  methods: {
    '!__repr__(self, /)': (vm, self: PyMethod) => {
      const f = self.func;
      const base = vm.frame;
      if (f instanceof PyFunction) return andThen(vm, base, repr(vm, self.self), METHOD_REPR, asJS(f.qualname));
      if (f instanceof NativeFunction) return andThen(vm, base, repr(vm, self.self), METHOD_REPR, f.qualname);
      return andThen(vm, base, getattrOptional(vm, f, '__qualname__'), METHOD_NAME, self, true);
    },
    '!__call__(self, /, *args, **kwargs)': (vm, self, args, kw) => call(vm, self, args, kw),
    '__eq__(self, value, /)': (_vm, self: PyMethod, o) => (o instanceof PyMethod ? self.self === o.self && self.func === o.func : NotImplemented),
    '__ne__(self, value, /)': (_vm, self: PyMethod, o) => (o instanceof PyMethod ? !(self.self === o.self && self.func === o.func) : NotImplemented),
    '__hash__(self, /)': (_vm, self: PyMethod) => (idOf(self.self) ^ (idOf(self.func) & 0x7fffffff)) >>> 0,
    '!__getattribute__(self, name, /)': (vm, self: PyMethod, name) => {
      const n = attrName(name);
      if (T.method.lookup(n) !== undefined) return genericGet(vm, self, T.method, n);
      return getattr(vm, self.func, n);
    },
    '!__reduce__(self, /)': (vm, self: PyMethod) => {
      const g = vm.state.builtins.getStr('getattr')!;
      const f = self.func;
      return new PyTuple([g, new PyTuple([self.self, f instanceof PyFunction ? f.name : f instanceof NativeFunction ? f.def.name : null])]);
    },
  },
  members: {
    __func__: (_vm, self: PyMethod) => self.func,
    __self__: (_vm, self: PyMethod) => self.self,
  },
  getset: {
    __doc__: (vm, self: PyMethod) => getattr(vm, self.func, '__doc__'),
  },
});

const nativeGetset = {
  __doc__: (vm: VM, self: NativeFunction): Result => functionDoc(vm, self),
  __name__: (_vm: VM, self: NativeFunction): Result => self.def.name,
  __qualname__: (_vm: VM, self: NativeFunction): Result => self.qualname,
  __text_signature__: (vm: VM, self: NativeFunction): Result => functionTextSignature(vm, self),
};

const sameNative = (a: NativeFunction, b: PyValue): boolean => b instanceof NativeFunction && a.def === b.def && a.self === b.self && a.owner === b.owner;

for (const name of ['builtin_function_or_method', 'method-wrapper'] as const) {
  defineType({
    name,
    instance: name === 'builtin_function_or_method' ? NativeFunction : null,
    methods: {
      '__repr__(self, /)': (_vm, self: NativeFunction) => {
        if (name === 'method-wrapper') return `<method-wrapper '${self.def.name}' of ${typeName(self.self!)} object at ${address(self.self!)}>`;
        if (!self.bound && (self.self === null || self.self === undefined)) return `<built-in function ${self.def.name}>`;
        return `<built-in method ${self.def.name} of ${self.self instanceof PyType ? 'type' : typeName(self.self!)} object at ${address(self.self!)}>`;
      },
      '!__call__(self, /, *args, **kwargs)': (vm, self, args, kw) => call(vm, self, args, kw),
      '__eq__(self, value, /)': (_vm, self, o) => (o instanceof NativeFunction && o.cls === self.cls ? sameNative(self, o) : NotImplemented),
      '__ne__(self, value, /)': (_vm, self, o) => (o instanceof NativeFunction && o.cls === self.cls ? !sameNative(self, o) : NotImplemented),
      '__hash__(self, /)': (_vm, self: NativeFunction) => (idOf(self.def as unknown as PyObject) + (self.self === null || self.self === undefined ? 0 : idOf(self.self))) % 0x7fffffff,
      '__reduce__(self, /)': (vm, self: NativeFunction) => {
        if (!self.bound && (self.self === null || self.self === undefined)) return self.def.name;
        return new PyTuple([vm.state.builtins.getStr('getattr')!, new PyTuple([self.self!, self.def.name])]);
      },
    },
    getset: {
      ...nativeGetset,
      // A static method has its class there, but does not show it.
      __self__: (vm, self: NativeFunction) => (self.self === null && !self.bound ? moduleOf(vm, self) : !self.bound && self.self === self.owner && self.def.name !== '__new__' ? null : self.self!),
      ...(name === 'method-wrapper' ? { __objclass__: (_vm: VM, self: NativeFunction): Result => self.owner } : {}),
    },
    members: name === 'builtin_function_or_method' ? { __module__: (_vm, self: NativeFunction) => self.module } : {},
  });
}

/** `__self__` of a module's function is the module. */
const moduleOf = (vm: VM, f: NativeFunction): PyValue => (f.module === null ? null : (vm.state.modules.getStr(f.module) ?? f.module));

/** How an attribute of a class is pickled: `getattr(owner, name)`. */
const byAttribute = (vm: VM, owner: PyType | null, name: string): PyValue => new PyTuple([vm.state.builtins.getStr('getattr')!, new PyTuple([owner, name])]);

for (const name of ['method_descriptor', 'wrapper_descriptor', 'classmethod_descriptor'] as const) {
  defineType({
    name,
    instance: null,
    methods: {
      '__repr__(self, /)': (_vm, self: NativeFunction) => `<${name === 'wrapper_descriptor' ? 'slot wrapper' : 'method'} '${self.def.name}' of '${self.owner!.messageName ?? self.owner!.name}' objects>`,
      '!__call__(self, /, *args, **kwargs)': (vm, self, args, kw) => {
        if (name === 'classmethod_descriptor') return call(vm, (self as NativeFunction).bind(args[0]), args.slice(1), kw);
        return call(vm, self, args, kw);
      },
      '__get__(self, instance, owner=None, /)': (_vm, self: NativeFunction, o, owner) => {
        if (name === 'classmethod_descriptor') return self.bind(owner ?? typeOf(o));
        if (o === null && owner === null) throw typeError('__get__(None, None) is invalid');
        if (o === null && owner !== T.NoneType) return self;
        if (!typeOf(o).isSubtype(self.owner!)) {
          throw typeError(`descriptor '${self.def.name}' for '${self.owner!.name}' objects doesn't apply to a '${typeName(o)}' object`);
        }
        return self.bind(o);
      },
      ...(name === 'classmethod_descriptor' ? {} : { '__reduce__(self, /)': (vm: VM, self: NativeFunction) => byAttribute(vm, self.owner, self.def.name) }),
    },
    getset: nativeGetset,
    members: { __objclass__: (_vm, self: NativeFunction) => self.owner },
  });
}

for (const name of ['getset_descriptor', 'member_descriptor'] as const) {
  defineType({
    name,
    instance: name === 'getset_descriptor' ? GetSet : null,
    methods: {
      '__repr__(self, /)': (_vm, self: GetSet) => `<${name === 'getset_descriptor' ? 'attribute' : 'member'} '${self.name}' of '${self.owner.name}' objects>`,
      '!__get__(self, instance, owner=None, /)': (vm, self: GetSet, o, owner) => {
        if (o === null && owner === null) throw typeError('__get__(None, None) is invalid');
        if (o === null && owner !== T.NoneType) return self;
        if (!typeOf(o).isSubtype(self.owner)) {
          throw typeError(`descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${typeName(o)}' object`);
        }
        return self.get(vm, o);
      },
      '!__set__(self, instance, value, /)': (vm, self: GetSet, o, v) => setThrough(vm, self, o, v),
      '!__delete__(self, instance, /)': (vm, self: GetSet, o) => setThrough(vm, self, o, undefined),
      ...(name === 'getset_descriptor' ? {} : { '__reduce__(self, /)': (vm: VM, self: GetSet) => byAttribute(vm, self.owner, self.name) }),
    },
    getset: {
      __doc__: (vm, self: GetSet) => attributeDoc(vm, self),
      __qualname__: (_vm, self: GetSet) => `${self.owner.qualname}.${self.name}`,
    },
    members: {
      __name__: (_vm, self: GetSet) => self.name,
      __objclass__: (_vm, self: GetSet) => self.owner,
    },
  });
}

function setThrough(vm: VM, self: GetSet, o: PyValue, v: PyValue | undefined): Result {
  if (!typeOf(o).isSubtype(self.owner)) {
    throw typeError(`descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${typeName(o)}' object`);
  }
  if (self.set === null) {
    return vm.raise(error('AttributeError', self.cls === T.member_descriptor ? 'readonly attribute' : `attribute '${self.name}' of '${self.owner.messageName ?? self.owner.name}' objects is not writable`));
  }
  return self.set(vm, o, v);
}

/** Cells compare by what is in them; an empty one is less than any other. */
const cellCompare =
  (op: CompareOp) =>
  (vm: VM, self: PyCell, o: PyValue): Result => {
    if (!(o instanceof PyCell)) return NotImplemented;
    if (self.v !== undefined && o.v !== undefined) return richCompare(vm, self.v, o.v, op);
    return richCompare(vm, self.v === undefined ? 0 : 1, o.v === undefined ? 0 : 1, op);
  };

defineType({
  name: 'cell',
  instance: PyCell,
  new: ['__new__(cls, contents=<unset>, /)', (_vm, _cls, v) => new PyCell(v)],
  methods: {
    '__repr__(self, /)': (_vm, self: PyCell) =>
      self.v === undefined ? `<cell at ${address(self)}: empty>` : `<cell at ${address(self)}: ${typeName(self.v)} object at ${address(self.v)}>`,
    '!__eq__(self, value, /)': cellCompare('=='),
    '!__ne__(self, value, /)': cellCompare('!='),
    '!__lt__(self, value, /)': cellCompare('<'),
    '!__le__(self, value, /)': cellCompare('<='),
    '!__gt__(self, value, /)': cellCompare('>'),
    '!__ge__(self, value, /)': cellCompare('>='),
  },
  getset: {
    cell_contents: [
      (vm, self: PyCell) => (self.v !== undefined ? self.v : vm.raise(valueError('Cell is empty'))),
      (_vm, self: PyCell, v) => {
        self.v = v;
        return null;
      },
    ],
  },
  attrs: { __hash__: null },
});
