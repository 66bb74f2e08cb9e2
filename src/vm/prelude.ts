/**
 * The prelude: Python code behind the builtins, compiled at build time. Its functions see a pristine copy of
 * the builtins and the intrinsics below; their frames are hidden from tracebacks and `f_back`.
 */
import './registry-codecs.js';
import { decodeCode } from '../bytecode/serialize.js';
import { CodeObject } from '../bytecode/code.js';
import { PyCode } from '../objects/code.js';
import { cont, T, andThen, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { nativeFunction } from '../objects/define.js';
import { PyDict } from '../objects/dict.js';
import { PySet } from '../objects/set.js';
import type { HashTable } from '../objects/hashtable.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyCell, PyFunction, PyModule } from '../objects/function.js';
import { PyBaseException } from '../objects/exception.js';
import { PyType, typeName } from '../objects/type.js';
import { asJS, type Str } from '../objects/str.js';
import { checkMro, winnerMeta } from '../objects/type-type.js';
import { hashTupleOf } from '../objects/hash.js';
import { hashFrozenset } from '../objects/set-type.js';
import { index } from '../objects/convert.js';
import { bindDescriptor, call, newFrame, pushFrame, setupCells } from '../objects/call.js';
import { PyGenerator } from '../objects/generator.js';
import { closeGenerator } from './ops/generators.js';
import { PyUnion } from '../objects/union-type.js';
import { DictView } from '../objects/dict-type.js';
import { Walk } from '../objects/iterator-types.js';
import { PyListIterator, PyRangeIterator, PyTableIterator, PyTupleIterator } from '../objects/iterators.js';
import { tableNext } from '../objects/dict-type.js';
import { InternalError } from '../objects/errors.js';
import { importError } from './ops/imports.js';
import { decode } from '../bytecode/decode.js';
import { makeFunctionObject } from './ops/functions.js';
import { matchesSelf } from './ops/match.js';
import { callerFrame } from '../builtins/scope.js';
import { PyTraceback } from '../objects/traceback.js';
import { preludeData } from './generated/prelude-data.js';
import type { NativeFn } from '../objects/native.js';
import type { Thread } from './thread.js';

/** Containers whose repr is in progress (guest code may be running inside it). */
const showing = new WeakMap<VM, object[]>();
const showingOf = (vm: VM): object[] => {
  let s = showing.get(vm);
  if (s === undefined) showing.set(vm, (s = []));
  return s;
};

const hashKey = (h: number | bigint): number => Number(h);

const listOfRest = (vm: VM, it: PyValue): PyList => {
  const out: PyValue[] = [];
  if (it instanceof PyListIterator) {
    if (it.list !== null) for (let i = it.index; i < it.list.items.length; i++) out.push(it.list.items[i]!);
  } else if (it instanceof PyTupleIterator) {
    if (it.tuple !== null) out.push(...it.tuple.items.slice(it.index));
  } else if (it instanceof PyRangeIterator) {
    for (let i = 0, v = it.current; i < it.left; i++, v += it.step) out.push(v);
  } else if (it instanceof PyTableIterator && it.table !== null) {
    const copy = new PyTableIterator(it.table, it.what, it.reverse);
    copy.index = it.index;
    for (;;) {
      const v = tableNext(vm, copy);
      if (v === undefined) break;
      out.push(v);
    }
  }
  return new PyList(out);
};

const RAN = cont('class.body', (_vm, cell) => cell);

/** Names prelude code may use beside the builtins. */
const intrinsics: Record<string, NativeFn> = {
  'table_general(t, /)': (_vm, t: HashTable) => {
    t.toGeneral();
    return null;
  },
  'table_holds(t, i, k, /)': (_vm, t: HashTable, i, k) => t.keys[i] === k && t.hashes !== null,
  'table_candidates(t, h, /)': (_vm, t: HashTable, h) => new PyTuple(t.candidates(hashKey(h)).slice()),
  'table_key(t, i, /)': (_vm, t: HashTable, i) => t.keys[i]!,
  'table_next(t, i, /)': (_vm, t: HashTable, i) => {
    for (let k = i as number; k < t.keys.length; k++) if (t.keys[k] !== undefined) return k;
    return -1;
  },
  'table_hash(t, i, /)': (_vm, t: HashTable, i) => t.hashes?.[i as number] ?? null,
  'is_plain_table(t, /)': (_vm, t) => t instanceof PySet || (t instanceof PyDict && t.cls === T.dict),
  'table_value(t, i, /)': (_vm, t: HashTable, i) => t.vals![i]!,
  'table_set(t, i, v, /)': (_vm, t: HashTable, i, v) => {
    t.vals![i] = v;
    return null;
  },
  'table_add(t, h, k, v, /)': (_vm, t: HashTable, h, k, v) => {
    t.toGeneral();
    const i = t.addGeneral(hashKey(h), k);
    if (t.vals !== null) t.vals[i] = v;
    return null;
  },
  'table_remove(t, i, /)': (_vm, t: PyDict | PySet, i) => {
    t.removeIndex(i);
    return null;
  },
  'table_items(t, /)': (_vm, t: PySet) => new PyList(t.items()),
  'plain_copy(s, /)': (_vm, s: PySet) => s.copyAs(s.cls.isSubtype(T.set) ? T.set : T.frozenset),
  'plain_iteration(d, /)': (_vm, d: PyDict) => d.cls === T.dict || d.cls.ownerOf('__iter__') === T.dict,
  'is_handling()': (vm) => vm.handled !== null,
  'view_table(o, /)': (_vm, o: DictView) => o.d,
  'is_set_view(o, /)': (_vm, o) => o instanceof DictView && o.what !== 'values',
  'is_iterable(o, /)': (_vm, o) => typeOf(o).lookup('__iter__') !== undefined || typeOf(o).lookup('__getitem__') !== undefined,
  // An iterator that for loops take as it is, without asking it for an iterator again.
  'walk(it, /)': (_vm, it) => (typeOf(it).flags.heap ? new Walk(it) : it),
  'is_mapping(o, /)': (_vm, o) => typeOf(o).lookup('__getitem__') !== undefined,
  'union_args(o, /)': (_vm, o) => (o instanceof PyUnion ? o.args : null),
  'is_type(o, /)': (_vm, o) => o instanceof PyType,
  'type_name(o, /)': (_vm, o) => typeName(o),
  'is_tuple(o, /)': (_vm, o) => o instanceof PyTuple,
  // PyObject_TypeCheck: `__class__` and metaclasses are not asked.
  'is_kind(o, cls, /)': (_vm, o, cls) => (cls instanceof PyTuple ? cls.items.some((c) => c instanceof PyType && typeOf(o).isSubtype(c)) : typeOf(o).isSubtype(cls as PyType)),
  'type_is_subtype(a, b, /)': (_vm, a: PyType, b: PyType) => a.isSubtype(b),
  'type_lookup(cls, name, default, /)': (_vm, cls: PyType, name, d) => {
    const v = cls.lookup(asJS(name)!);
    return v === undefined ? d : v;
  },
  'type_dict(cls, /)': (_vm, cls: PyType) => cls.dict,
  'is_generator(o, /)': (_vm, o) => o instanceof PyGenerator,
  // PyGen_Finalize: an event loop closes its async generators itself.
  '!finalize_generator(gen, /)': (vm, gen: PyGenerator) => (gen.finalizer !== null && !gen.closed ? call(vm, gen.finalizer, [gen]) : closeGenerator(vm as Thread, gen)),
  // Of what was raised where no Python code ran: where the program is.
  'traceback_here()': (vm) => {
    const f = callerFrame(vm);
    if (f === null) return null;
    f.captured = true;
    return new PyTraceback(null, f, f.lasti);
  },
  '!bind(method, obj, /)': (vm, m, o) => bindDescriptor(vm, m, o, typeOf(o)),
  'winner_meta(meta, bases, /)': (_vm, meta: PyType, bases: PyTuple) => winnerMeta(meta, bases.items),
  'combine_hashes(hashes, kind, /)': (_vm, hs: PyList, kind) => (kind === 'tuple' ? hashTupleOf(hs.items as number[]) : hashFrozenset(hs.items as number[])),
  'repr_enter(o, /)': (vm, o) => {
    const s = showingOf(vm);
    if (s.includes(o)) return true;
    s.push(o);
    return false;
  },
  'repr_leave(o, /)': (vm, o) => {
    const s = showingOf(vm);
    s.splice(s.lastIndexOf(o), 1);
    return null;
  },
  '!index(o, /)': (vm, o) => index(vm, o),
  'list_of_rest(it, /)': listOfRest,
  '!run_class_body(func, ns, /)': (vm, fn: PyFunction, ns) => {
    const f = newFrame(fn.code, fn.globals, fn.builtins);
    setupCells(fn.code, f.st, fn.closure);
    f.locals = ns;
    const base = vm.frame;
    return andThen(vm, base, pushFrame(vm, f), RAN);
  },
  'cell_content(cell, /)': (_vm, c: PyCell) => (c.v === undefined ? c : c.v),
  'is_native_module(m, /)': (vm, m: PyModule) => (vm.state.nativeModules as Set<PyValue>).has(m),
  'set_mro(cls, mro, /)': (_vm, cls: PyType, mro: PyTuple) => {
    checkMro(cls, mro.items);
    cls.mro = mro.items as PyType[];
    cls.modified();
    return null;
  },
  'cannot_pickle(o, /)': (_vm, o) => {
    // Of a builtin class with fields that neither __getnewargs__ nor __getstate__ would save.
    let c = typeOf(o);
    while (c.flags.heap && c.base !== null) c = c.base;
    // The answer is the name for the message.
    const bad = c !== T.object && c !== T.NoneType && typeOf(o).lookup('__getstate__') === T.object.dict.getStr('__getstate__') && !c.isSubtype(T.list) && !c.isSubtype(T.dict) && !c.isSubtype(T.BaseException) && c !== T.SimpleNamespace;
    return bad ? typeName(o) : null;
  },
  'power_slot(cls, /)': (_vm, cls: PyType) => {
    const owner = cls.mro.find((c) => c.dict.getStr('__pow__') !== undefined || c.dict.getStr('__rpow__') !== undefined);
    // One slot function serves all classes that define it in Python.
    return owner === undefined ? null : owner.flags.heap ? true : owner;
  },
  'match_self_type(cls, /)': (_vm, cls: PyType) => matchesSelf(cls),
  'sys_modules()': (vm) => vm.state.modules,
  'sys_attr(name, /)': (vm, name) => (vm.state.modules.getStr('sys') as PyModule | undefined)?.dict.getStr(asJS(name)!) ?? null,
  'import_error(msg, name, path, /)': (_vm, msg, name, path) => importError(asJS(msg)!, name, path).value,
  'instruction_offsets(code, /)': (_vm, code: PyCode) => new PyList(decode(code.co.code).map((i) => i.offset)),
};

/** Code objects of the prelude's functions, by name; decoded once for all VMs. */
let codes: Map<string, PyCode> | null = null;

function preludeCodes(): Map<string, PyCode> {
  if (codes !== null) return codes;
  codes = new Map();
  for (const bytes of preludeData()) {
    const module = decodeCode(bytes, true);
    for (const c of module.consts) {
      if (!(c instanceof CodeObject)) continue;
      const code = new PyCode(c);
      code.hidden = true;
      codes.set(c.name, code);
    }
  }
  return codes;
}

/** Gives `vm` its prelude. `extra`: natives of the import system and the like. */
export function installPrelude(vm: Thread, extra: Record<string, NativeFn>): void {
  let functions: Map<string, PyFunction> | null = null;
  const make = (): Map<string, PyFunction> => {
    const made = new Map<string, PyFunction>();
    const g = new PyDict();
    const builtins = new PyDict();
    for (const [k, v] of vm.state.builtins.entries()) builtins.setFast(k, v);
    g.setStr('__name__', 'builtins');
    g.setStr('function', T.function);
    for (const [sig, fn] of Object.entries({ ...intrinsics, ...extra })) {
      const f = nativeFunction(sig, fn, 'builtins');
      g.setStr(f.def.name, f);
    }
    for (const [name, code] of preludeCodes()) {
      const fn = makeFunctionObject(code, g, builtins, name);
      fn.module = 'builtins';
      made.set(name, fn);
      // A function that a builtin ends in does not hide that builtin from prelude code: its fast path is there.
      if (builtins.getStr(name) === undefined) g.setStr(name, fn);
    }
    return made;
  };
  vm.preludeLookup = (name) => {
    functions ??= make();
    const f = functions.get(name);
    if (f === undefined) throw new InternalError(`no prelude function ${name}`);
    return f;
  };
}

export type { PyBaseException, Result };
