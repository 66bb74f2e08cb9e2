/** functools.partial. */
import { NOVALUE, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { call, callPrelude, dictFromKwargs, kwargsFromDict } from '../../objects/call.js';
import { pushPython } from '../../objects/fast-call.js';
import { PyFunction } from '../../objects/function.js';
import { checkNew } from '../../objects/args.js';
import { PyDict } from '../../objects/dict.js';
import { dictOf } from '../../objects/object-type.js';
import { PyTuple } from '../../objects/tuple.js';
import { typeName, type PyType } from '../../objects/type.js';
import { aliasHook } from '../../objects/generator-type.js';

export class Partial extends PyObject {
  dict: PyDict | null = null;
  constructor(
    cls: PyType,
    public func: PyValue,
    public args: PyTuple,
    public keywords: PyDict,
  ) {
    super();
    this.cls = cls;
  }
  override callAt(vm: VM, st: readonly any[], at: number, n: number): Result {
    if (this.cls !== PARTIAL) return NOVALUE;
    const { func } = this;
    const args = this.args.items.slice();
    for (let i = 0; i < n; i++) args.push(st[at + i]);
    if (this.keywords.used > 0) return call(vm, func, args, kwargsFromDict(this.keywords));
    return (func instanceof PyFunction ? pushPython(vm, func, undefined, args, 0, args.length) : null) ?? call(vm, func, args);
  }
}

export const PARTIAL: PyType = defineType({
  name: 'functools.partial',
  instance: Partial,
  flags: { basetype: true, hasDict: true, hasWeakref: true },
  doc: 'partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n',
  new: ['__new__(cls, *args, **keywords)', (_vm, cls, args: PyValue[], kw: Map<string, PyValue>) => {
    cls = checkNew(cls, PARTIAL);
    if (args.length < 1) throw typeError("type 'partial' takes at least one argument");
    let [func, ...rest] = args as [PyValue, ...PyValue[]];
    if (typeof func !== 'object' || func === null || !isCallable(func)) throw typeError('the first argument must be callable');
    if (func instanceof Partial && func.cls === PARTIAL && cls === PARTIAL && func.dict === null) {
      // A partial of a partial is one partial.
      rest = [...func.args.items, ...rest];
      kw = new Map([...kwargsFromDict(func.keywords), ...kw]);
      func = func.func;
    }
    return new Partial(cls, func, new PyTuple(rest), dictFromKwargs(kw));
  }],
  methods: {
    '!__call__(self, /, *args, **kwargs)': (vm, self: Partial, args: PyValue[], kw: Map<string, PyValue>) => {
      const all = self.args.items.length === 0 ? args : [...self.args.items, ...args];
      if (self.keywords.used === 0) return call(vm, self.func, all, kw.size === 0 ? null : kw);
      return call(vm, self.func, all, new Map([...kwargsFromDict(self.keywords), ...kw]));
    },
    '!__repr__(self, /)': (vm, self) => callPrelude(vm, 'partial_repr', self),
    '__reduce__(self, /)': (_vm, self: Partial) =>
      new PyTuple([self.cls, new PyTuple([self.func]), new PyTuple([self.func, self.args, self.keywords, self.dict === null ? null : self.dict])]),
    '__setstate__(self, state, /)': (_vm, self: Partial, state) => {
      if (!(state instanceof PyTuple) || state.items.length !== 4) throw typeError('invalid partial state');
      const [func, args, kw, dict] = state.items as [PyValue, PyValue, PyValue, PyValue];
      if (!isCallable(func) || !(args instanceof PyTuple) || (kw !== null && !(kw instanceof PyDict))) throw typeError('invalid partial state');
      self.func = func;
      self.args = args.cls === T.tuple ? args : new PyTuple(args.items.slice());
      self.keywords = kw === null ? new PyDict() : kw.cls === T.dict ? kw : dictFromKwargs(kwargsFromDict(kw));
      self.dict = dict instanceof PyDict ? dict : null;
      return null;
    },
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  getset: {
    __dict__: [
      (_vm, self) => dictOf(self)!,
      (_vm, self: Partial, v) => {
        if (v === undefined) throw typeError('cannot delete __dict__');
        if (!(v instanceof PyDict)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(v)}'`);
        self.dict = v;
        return null;
      },
    ],
  },
  members: {
    func: (_vm, self: Partial) => self.func,
    args: (_vm, self: Partial) => self.args,
    keywords: (_vm, self: Partial) => self.keywords,
  },
});

export const isCallable = (v: PyValue): boolean => typeOf(v).lookup('__call__') !== undefined;
