/** Types of what looks inside: code, frame, traceback; and module. */
import { asInt } from './int.js';
import { T, andThen, cont, type PyValue, type Result, type VM } from './object.js';
import { error, typeError, valueError, runtimeError } from './errors.js';
import { defineType } from './define.js';
import { attrName, genericSet, moduleGet } from './attribute.js';
import { callPrelude } from './call.js';
import { PyCode } from './code.js';
import { PyFrame, frameBack, lineOf, ownLine } from './frame.js';
import { generatorHooks } from './generator-type.js';
import { PyTraceback } from './traceback.js';
import { PyModule, type PyCell } from './function.js';
import { PyBytes } from './bytes.js';
import { PyDict } from './dict.js';
import { PyTuple } from './tuple.js';
import { argTypeName, PyType, typeName } from './type.js';
import { asJS, strFromJS } from './str.js';
import { address } from './convert.js';
import { CO } from '../bytecode/code.js';
import { shown } from './shown.js';
import { NotImplemented } from './singletons.js';
import { typeOf } from './object.js';

const strTuple = (names: readonly string[]): PyTuple => new PyTuple(names.map(strFromJS));

/** `f_locals`: the namespace itself for modules and classes, a fresh picture of the locals for functions. */
export function frameLocals(f: PyFrame): PyValue {
  if (!(f.code.flags & CO.OPTIMIZED)) return f.locals ?? f.globals;
  const d = (f.localsDict ??= new PyDict());
  if (f.tracing !== null) f.tracing.localsRead = true;
  const { co, nlocals } = f.code;
  const put = (name: string, v: PyValue | undefined): void => {
    if (v === undefined) d.delStr(name);
    else d.setStr(name, v);
  };
  co.varnames.forEach((name, i) => put(name, f.st[i] as PyValue | undefined));
  [...co.cellvars, ...co.freevars].forEach((name, i) => put(name, (f.st[nlocals + i] as PyCell | undefined)?.v));
  return d;
}

function flag(v: PyValue | undefined): boolean {
  if (v === undefined) throw typeError("can't delete numeric/char attribute");
  if (typeof v !== 'boolean') throw typeError('attribute value type must be bool');
  return v;
}

const CLOSED = cont('frame.clear.closed', (vm, v, c) => {
  const { exc } = vm;
  if (v !== undefined || exc === null) return null;
  vm.exc = null;
  return callPrelude(vm, 'write_unraisable', exc, c.a, null);
}, { catches: true });

/** The frame's line as 3.11 tells it. */
export function frameLine(f: PyFrame): number {
  const t = f.tracing;
  if (t !== null) {
    if (t.shown >= 0) return t.shown;
    // An instruction without a line (the implicit return) belongs to what ran before it.
    if (t.event !== '' && t.entered && t.line >= 0 && f.lasti >= 0 && ownLine(f.code, f.lasti) < 0) return t.line;
  }
  return f.lasti < 0 ? f.code.co.firstlineno : lineOf(f.code, f.lasti);
}

defineType({
  name: 'frame',
  instance: PyFrame,
  methods: {
    '__repr__(self, /)': (_vm, self: PyFrame) => `<frame at ${address(self)}, file '${self.code.co.filename}', line ${frameLine(self)}, code ${self.code.co.name}>`,
    '!clear(self, /)': (vm, self: PyFrame) => {
      if (self.gen !== null && self.gen.frame === self) {
        if (self.gen.running) return vm.raise(runtimeError('cannot clear an executing frame'));
        // As if the generator were collected: its finally blocks run, what they raise is only told.
        const base = vm.frame;
        return andThen(vm, base, generatorHooks.close(vm, self.gen), CLOSED, self.gen);
      } else if (!self.finished) return vm.raise(runtimeError('cannot clear an executing frame'));
      self.finished = true;
      for (let i = 0; i < self.st.length; i++) self.st[i] = undefined;
      self.sp = self.code.nfixed;
      self.localsDict = null;
      return null;
    },
    '__sizeof__(self, /)': (_vm, self: PyFrame) => 64 + 8 * self.st.length,
  },
  getset: {
    f_back: (_vm, self: PyFrame) => {
      const b = frameBack(self);
      for (let f = b; f !== null && !f.captured; f = frameBack(f)) f.captured = true;
      return b;
    },
    f_code: (_vm, self: PyFrame) => self.code,
    f_globals: (vm, self: PyFrame) => shown(vm, self.globals),
    f_builtins: (_vm, self: PyFrame) => self.builtins,
    f_locals: (vm, self: PyFrame) => shown(vm, frameLocals(self)),
    f_lasti: (_vm, self: PyFrame) => self.lasti,
    f_lineno: [
      (_vm, self: PyFrame) => frameLine(self),
      (vm, self: PyFrame, v) => frameHooks.setLine(vm, self, v),
    ],
    f_trace: [
      (_vm, self: PyFrame) => self.trace,
      (_vm, self: PyFrame, v) => {
        self.trace = v ?? null;
        return null;
      },
    ],
  },
  members: {
    f_trace_lines: [
      (_vm, self: PyFrame) => self.traceLines,
      (_vm, self: PyFrame, v) => {
        self.traceLines = flag(v);
        return null;
      },
    ],
    f_trace_opcodes: [
      (_vm, self: PyFrame) => self.traceOpcodes,
      (_vm, self: PyFrame, v) => {
        self.traceOpcodes = flag(v);
        return null;
      },
    ],
  },
});

/** Assigning `f_lineno` is the tracer's business (vm/tracing.ts). */
export const frameHooks: { setLine: (vm: VM, f: PyFrame, v: PyValue | undefined) => Result } = {
  setLine: (vm) => vm.raise(valueError('f_lineno can only be set by a trace function')),
};

function cInt(v: PyValue): number {
  const i = asInt(v);
  if (i === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  if (i > 0x7fffffff || i < -0x80000000) throw error('OverflowError', 'Python int too large to convert to C int');
  return Number(i);
}

defineType({
  name: 'traceback',
  instance: PyTraceback,
  new: ['__new__(cls, *args, **kwargs)', (_vm, _cls, args: PyValue[], kwargs: Map<string, PyValue>) => {
    const { length } = args;
    if (length + kwargs.size > 4) throw typeError(`TracebackType() takes at most 4 ${length === 0 ? 'keyword ' : ''}arguments (${length + kwargs.size} given)`);
    const left = new Map(kwargs);
    const [next, frame, lasti, line] = ['tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno'].map((name, i) => {
      const v = i < length ? args[i]! : left.get(name);
      if (v === undefined) throw typeError(`TracebackType() missing required argument '${name}' (pos ${i + 1})`);
      if (i < length && left.has(name)) throw typeError(`argument for TracebackType() given by name ('${name}') and position (${i + 1})`);
      left.delete(name);
      return v;
    }) as [PyValue, PyValue, PyValue, PyValue];
    for (const name of left.keys()) throw typeError(`'${name}' is an invalid keyword argument for TracebackType()`);
    if (!(frame instanceof PyFrame)) throw typeError(`TracebackType() argument 'tb_frame' must be frame, not ${argTypeName(frame)}`);
    const numbers = [cInt(lasti), cInt(line)] as const;
    if (next !== null && !(next instanceof PyTraceback)) throw typeError(`expected traceback object or None, got '${typeName(next)}'`);
    return new PyTraceback(next, frame, ...numbers);
  }],
  members: {
    tb_frame: (_vm, s: PyTraceback) => s.frame,
    tb_lasti: (_vm, s: PyTraceback) => s.lasti,
  },
  getset: {
    tb_lineno: (_vm, s: PyTraceback) => s.lineno,
    tb_next: [
      (_vm, s: PyTraceback) => s.next,
      (vm, s: PyTraceback, v) => {
        if (v === undefined) return vm.raise(typeError("can't delete tb_next attribute"));
        if (v !== null && !(v instanceof PyTraceback)) return vm.raise(typeError(`expected traceback object, got '${typeName(v)}'`));
        for (let t = v; t !== null; t = t.next) if (t === s) return vm.raise(valueError('traceback loop detected'));
        s.next = v;
        return null;
      },
    ],
  },
  methods: {
    '__dir__(self, /)': () => strList(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno']),
  },
});

import { PyList } from './tuple.js';
const strList = (xs: string[]): PyList => new PyList(xs);

defineType({
  name: 'module',
  instance: PyModule,
  flags: { basetype: true, hasDict: true, hasWeakref: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => {
    // No names before __init__, as in CPython.
    return new PyModule('', cls, new PyDict());
  }],
  methods: {
    '__init__(self, /, name, doc=None)': (_vm, self: PyModule, name, doc) => {
      if (asJS(name) === undefined) throw typeError(`module() argument 'name' must be str, not ${argTypeName(name)}`);
      self.dict.setStr('__name__', name);
      self.dict.setStr('__doc__', doc);
      for (const n of ['__package__', '__loader__', '__spec__']) self.dict.setStr(n, null);
      return null;
    },
    '!__repr__(self, /)': (vm, self) => callPrelude(vm, 'module_repr', self),
    '!__getattribute__(self, name, /)': (vm, self: PyModule, name) => moduleGet(vm, self, attrName(name)),
    '!__setattr__(self, name, value, /)': (vm, self, name, v) => genericSet(vm, self, typeOf(self), attrName(name), v),
    '!__dir__(self, /)': (vm, self) => callPrelude(vm, 'module_dir', self),
  },
  members: { __dict__: (_vm, self: PyModule) => self.dict },
  getset: {
    __annotations__: [
      (_vm, self: PyModule) => {
        let d = self.dict.getStr('__annotations__');
        if (d === undefined) self.dict.setStr('__annotations__', (d = new PyDict()));
        return d;
      },
      (_vm, self: PyModule, v) => {
        if (v === undefined) {
          if (!self.dict.delStr('__annotations__')) throw error('AttributeError', '__annotations__');
        } else self.dict.setStr('__annotations__', v);
        return null;
      },
    ],
  },
});

export { T };
