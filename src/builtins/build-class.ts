/** `__build_class__`: what a class statement calls. */
import { andThen, cont, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { runtimeError, typeError } from '../objects/errors.js';
import { call, newFrame, pushFrame, setupCells } from '../objects/call.js';
import { getattrOptional } from '../objects/attribute.js';
import { reprSync } from '../objects/convert.js';
import { PyDict } from '../objects/dict.js';
import { PyCell, PyFunction } from '../objects/function.js';
import { asJS, asStr } from '../objects/str.js';
import { setitem } from '../objects/subscript.js';
import { PyTuple } from '../objects/tuple.js';
import { PyType, typeName } from '../objects/type.js';
import { winnerMeta } from '../objects/type-type.js';

/** A class statement on its way. */
interface Statement {
  readonly fn: PyFunction;
  readonly name: PyValue;
  readonly written: PyTuple;
  readonly kwds: Map<string, PyValue>;
  /** The metaclass; what `metaclass=` says, or None, before the bases are known. */
  meta: PyValue;
  bases: PyTuple;
  ns: PyValue;
}

export function buildClassStatement(vm: VM, metaclass: PyValue, args: PyValue[], kwds: Map<string, PyValue>): Result {
  const [fn, name] = args;
  if (fn === undefined || name === undefined) throw typeError('__build_class__: not enough arguments');
  if (!(fn instanceof PyFunction)) throw typeError('__build_class__: func must be a function');
  if (asStr(name) === undefined) throw typeError('__build_class__: name is not a string');
  const bases = new PyTuple(args.slice(2));
  const s: Statement = { fn, name, written: bases, kwds, meta: metaclass, bases, ns: null };
  return bases.items.every((b) => b instanceof PyType) ? prepare(vm, s) : resolveBases(vm, s, []);
}

/** Replaces bases that are no classes by what their `__mro_entries__` says; `found`: what the first ones became. */
function resolveBases(vm: VM, s: Statement, found: PyValue[][]): Result {
  const { items } = s.written;
  while (found.length < items.length) {
    const base = items[found.length]!;
    if (!(base instanceof PyType)) {
      const below = vm.frame;
      return andThen(vm, below, getattrOptional(vm, base, '__mro_entries__'), ENTRIES, s, found);
    }
    found.push([base]);
  }
  if (found.some((f, i) => f.length !== 1 || f[0] !== items[i])) s.bases = new PyTuple(found.flat());
  return prepare(vm, s);
}
const ENTRIES = cont(
  'class.entries',
  (vm, entries, c) => {
    const s = c.a as Statement;
    if (entries === undefined || entries === null) {
      if (entries === undefined && vm.exc !== null) return undefined;
      c.b.push([s.written.items[c.b.length]!]);
      return resolveBases(vm, s, c.b);
    }
    const base = vm.frame;
    return andThen(vm, base, call(vm, entries, [s.written]), REPLACED, s, c.b);
  },
  { iter: true },
);
const REPLACED = cont('class.replaced', (vm, bases, c) => {
  if (!(bases instanceof PyTuple)) throw typeError('__mro_entries__ must return a tuple');
  c.b.push(bases.items);
  return resolveBases(vm, c.a, c.b);
});

/** The metaclass, and the namespace that it makes. */
function prepare(vm: VM, s: Statement): Result {
  const { items } = s.bases;
  const meta = s.meta !== null ? s.meta : items.length > 0 ? typeOf(items[0]!) : T.type;
  s.meta = meta instanceof PyType ? winnerMeta(meta, items) : meta;
  if (s.meta instanceof PyType && s.meta.cls === T.type && s.meta.lookup('__prepare__') === T.type.dict.getStr('__prepare__')) return runBody(vm, s, new PyDict());
  const base = vm.frame;
  return andThen(vm, base, getattrOptional(vm, s.meta, '__prepare__'), PREPARE, s);
}
const PREPARE = cont(
  'class.prepare',
  (vm, prepareIt, c) => {
    const s = c.a as Statement;
    if (prepareIt === undefined) return vm.exc !== null ? undefined : runBody(vm, s, new PyDict());
    const base = vm.frame;
    return andThen(vm, base, call(vm, prepareIt, [s.name, s.bases], s.kwds), PREPARED, s);
  },
  { iter: true },
);
const PREPARED = cont('class.prepared', (vm, ns, c) => {
  const s = c.a as Statement;
  if (typeOf(ns!).lookup('__getitem__') === undefined) {
    throw typeError(`${s.meta instanceof PyType ? s.meta.name : '<metaclass>'}.__prepare__() must return a mapping, not ${typeName(ns!)}`);
  }
  return runBody(vm, s, ns!);
});

function runBody(vm: VM, s: Statement, ns: PyValue): Result {
  s.ns = ns;
  const { fn } = s;
  const f = newFrame(fn.code, fn.globals, fn.builtins);
  setupCells(fn.code, f.st, fn.closure);
  f.locals = ns;
  const base = vm.frame;
  return andThen(vm, base, pushFrame(vm, f), RAN_BODY, s);
}
/** The body answers the cell of `__class__`, or None; in CPython it puts that into the namespace itself. */
const RAN_BODY = cont('class.ran', (vm, cell, c) => {
  const s = c.a as Statement;
  const base = vm.frame;
  return andThen(vm, base, cell === null ? null : setitem(vm, s.ns, '__classcell__', cell!), CELL_SET, s, cell);
});
const CELL_SET = cont('class.cell', (vm, _v, c) => {
  const s = c.a as Statement;
  const base = vm.frame;
  return andThen(vm, base, s.bases === s.written ? null : setitem(vm, s.ns, '__orig_bases__', s.written), ORIGINS_SET, s, c.b);
});
const ORIGINS_SET = cont('class.origins', (vm, _v, c) => {
  const s = c.a as Statement;
  const base = vm.frame;
  return andThen(vm, base, call(vm, s.meta, [s.name, s.bases, s.ns], s.kwds.size === 0 ? null : s.kwds), MADE, s, c.b);
});
const MADE = cont('class.made', (vm, cls, c) => {
  if (!(c.b instanceof PyCell) || !(cls instanceof PyType) || c.b.v === cls) return cls;
  const s = c.a as Statement;
  const shown = (v: PyValue): string => asJS(reprSync(vm, v)!) ?? '';
  if (c.b.v === undefined) return vm.raise(runtimeError(`__class__ not set defining ${shown(s.name)} as ${shown(cls)}. Was __classcell__ propagated to type.__new__?`));
  return vm.raise(typeError(`__class__ set to ${shown(c.b.v)} defining ${shown(s.name)} as ${shown(cls)}`));
});
