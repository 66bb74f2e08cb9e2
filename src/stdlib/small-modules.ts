/** Modules of a few functions each: gc, atexit, errno, _signal, _string, _contextvars' likes. */
import { andThen, cont, T, type PyValue, type VM } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { call, callPrelude } from '../objects/call.js';
import { getattr } from '../objects/attribute.js';
import { reprSync } from '../objects/convert.js';
import { docOf, PyModule, type PyFunction } from '../objects/function.js';
import { nativeDef, NativeFunction } from '../objects/native.js';
import { PyDict } from '../objects/dict.js';
import { referents, referrers } from '../objects/referrers.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { asJS, strFromJS } from '../objects/str.js';
import { PyType } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { ERRNO } from './errno-table.js';
import type { NativeModuleMaker } from './registry.js';

export const makeErrno: NativeModuleMaker = () => {
  const byCode = new PyDict();
  for (const [name, n] of Object.entries(ERRNO)) if (byCode.find(n) < 0) byCode.setFast(n, name);
  return defineModule({ name: 'errno', doc: 'This module makes available standard errno system symbols.', values: { ...ERRNO, errorcode: byCode } });
};

const lineList = (lines: readonly string[]): PyList => new PyList(lines.map((line) => strFromJS(`${line}\n`)));

/** The text of what was compiled from no file: notebook cells (linecache), and `-c` (inspect). */
export const makeSource: NativeModuleMaker = (_vm, machine) =>
  defineModule({
    name: '_source',
    doc: 'Source text that has no file.',
    functions: {
      'shown(filename, /)': (_v, name) => lineList(machine.linesWithoutFile(asJS(name) ?? '', true)),
      'lines(filename, /)': (_v, name) => lineList(machine.linesWithoutFile(asJS(name) ?? '', false)),
    },
  });

/** What is written in Python and stands for C: classes, whose names in messages have the module, as `datetime.date`; functions. */
export const makeTypeNames: NativeModuleMaker = () =>
  defineModule({
    name: '_type_names',
    functions: {
      'as_c(*classes)': (_vm, classes: PyValue[]) => {
        for (const c of classes) if (c instanceof PyType) c.messageName = `${asJS(c.dict.getStr('__module__') ?? null) ?? 'builtins'}.${c.name}`;
        return null;
      },
      // A builtin function that calls a Python one: to guest code it is what CPython has there.
      'builtin(name, function, module, /)': (vm, name, f: PyFunction, module) => {
        const def = nativeDef(`!${asJS(name)!}(*args, **kwargs)`, (v, args: PyValue[], kw: Map<string, PyValue>) => call(v, f, args, kw.size === 0 ? null : kw), asJS(docOf(f)) ?? null);
        def.shown = shownParameters(vm, f);
        return new NativeFunction(def, T.builtin_function_or_method, null, null, asJS(module) ?? null);
      },
    },
  });

function shownParameters(vm: VM, f: PyFunction): string {
  const { co, argcount } = f.code;
  const defaults = f.defaults?.items ?? [];
  const parts: string[] = [];
  for (let i = 0; i < argcount + co.kwonlyargcount; i++) {
    const name = co.varnames[i]!;
    if (i === argcount) parts.push('*');
    const value = i < argcount ? defaults[i - argcount + defaults.length] : f.kwdefaults?.getStr(name);
    parts.push(value === undefined ? name : `${name}=${asJS(reprSync(vm, value) ?? null) ?? '<unrepresentable>'}`);
    if (i === co.posonlyargcount - 1) parts.push('/');
  }
  return `(${parts.join(', ')})`;
}

const COLLECTED = cont('gc.collected', () => 0);

export const makeGc: NativeModuleMaker = (_vm, machine) => {
  let enabled = true;
  let threshold: PyValue[] = [700, 10, 10];
  const set = (on: boolean) => () => {
    enabled = on;
    return null;
  };
  return defineModule({
    name: 'gc',
    doc: 'This module provides access to the garbage collector for reference cycles.\nHere it is the JavaScript engine\'s: nothing can be asked of it.',
    functions: {
      '!collect(generation=2)': (v) => {
        const { finalizers } = machine.thread;
        return finalizers === null ? 0 : andThen(v, v.frame, finalizers.collect(machine.thread), COLLECTED);
      },
      'enable()': set(true),
      'disable()': set(false),
      'isenabled()': () => enabled,
      'get_threshold()': () => new PyTuple(threshold),
      'set_threshold(*args)': (_vm, args: PyValue[]) => {
        threshold = [...args, ...threshold.slice(args.length)];
        return null;
      },
      'get_count()': () => new PyTuple([0, 0, 0]),
      'get_stats()': () => new PyList([]),
      'get_objects(generation=None)': () => new PyList([]),
      'get_referrers(*objs)': (v, objs: PyValue[]) => new PyList(referrers(v, new Set(objs.filter((o) => typeof o === 'object' && o !== null)))),
      'get_referents(*objs)': (_vm, objs: PyValue[]) => new PyList(objs.flatMap(referents)),
      'is_tracked(obj, /)': (_vm, o) => typeof o === 'object' && o !== null,
      'is_finalized(obj, /)': () => false,
      'freeze()': () => null,
      'unfreeze()': () => null,
      'get_freeze_count()': () => 0,
      'set_debug(flags, /)': () => null,
      'get_debug()': () => 0,
    },
    values: { garbage: new PyList([]), callbacks: new PyList([]), DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 },
  });
};

interface ExitRow {
  readonly f: PyValue;
  readonly args: PyTuple;
  readonly kw: PyDict;
}

const addRow = (vm: VM, row: ExitRow): PyValue => {
  (vm.state.atexitRows as ExitRow[]).push(row);
  return row.f;
};
const REGISTER = cont('atexit.register', (vm, _v, c) => addRow(vm, c.a));

export const makeAtexit: NativeModuleMaker = (vm, machine) => {
  vm.state.atexitRows = [];
  const rowsOf = (): ExitRow[] => vm.state.atexitRows as ExitRow[];
  const hooks = ((vm.state.atexit as (() => void)[] | undefined) ??= []) as (() => void)[];
  vm.state.atexit = hooks;
  const take = (): PyList => {
    const list = rowsOf().reverse().map((r) => new PyTuple([r.f, r.args, r.kw]));
    vm.state.atexitRows = [];
    return new PyList(list);
  };
  const runAll = (v: VM) => callPrelude(v, 'atexit_run', take());
  hooks.push(() => {
    machine.execute((t) => runAll(t));
  });
  return defineModule({
    name: 'atexit',
    doc: 'allow programmer to define multiple exit functions to be executed\nupon normal program termination.',
    functions: {
      '!register(func, /, *args, **kwargs)': (v, f, args: PyValue[], kw: Map<string, PyValue>) => {
        if (typeof f !== 'object' || f === null || f.cls.lookup('__call__') === undefined) throw typeError('the first argument must be callable');
        const d = new PyDict();
        for (const [k, x] of kw) d.setStr(k, x);
        const row = { f, args: new PyTuple(args), kw: d };
        const logging = v.state.modules.getStr('logging');
        const base = v.frame;
        // Where the body of logging waits (vm/lazy-modules.ts), what it registers comes first.
        if (logging instanceof PyModule && logging.cls !== T.module) return andThen(v, base, getattr(v, logging, 'shutdown'), REGISTER, row);
        return addRow(v, row);
      },
      'unregister(func, /)': (_vm, f) => {
        vm.state.atexitRows = rowsOf().filter((r) => r.f !== f);
        return null;
      },
      '_clear()': () => {
        vm.state.atexitRows = [];
        return null;
      },
      '!_run_exitfuncs()': runAll,
      '_ncallbacks()': () => rowsOf().length,
    },
  });
};

/** _typing: the identity function NewType's types are called through. */
export const makeTyping: NativeModuleMaker = () => defineModule({ name: '_typing', doc: 'Accelerators for the typing module.\n', functions: { '_idfunc(x, /)': (_vm, x) => x } });
