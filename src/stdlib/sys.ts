/** sys. */
import { asDouble } from '../objects/float.js';
import { cont, PyFloat, T, andThen, idOf, type PyValue, type VM } from '../objects/object.js';
import { error, overflowError, typeError, valueError } from '../objects/errors.js';
import { frameBack, isProgram, type PyFrame } from '../objects/frame.js';
import { callerFrame, captured } from '../builtins/scope.js';
import { PyNamespace } from '../objects/namespace.js';
import { PyDict } from '../objects/dict.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { Late, PyModule } from '../objects/function.js';
import { PyBaseException } from '../objects/exception.js';
import { PyTraceback } from '../objects/traceback.js';
import { frozensetOf } from '../objects/set.js';
import { nativeFunction } from '../objects/define.js';
import { structSequence } from '../objects/struct-sequence.js';
import { call, callPrelude, dictFromKwargs, callUnbound } from '../objects/call.js';
import { asJS, strFromJS } from '../objects/str.js';
import { typeOf } from '../objects/object.js';
import { argTypeName, PyType, typeName } from '../objects/type.js';
import { asInt, toCInt } from '../objects/int.js';
import { headSize } from '../objects/sizes.js';
import { formatException, formatUnraisable } from '../vm/traceback.js';
import type { InterpreterFlags, Machine } from '../vm/machine.js';
import { setTracing } from '../vm/tracing.js';
import type { Thread } from '../vm/thread.js';
import { defineModule } from './define-module.js';
import { osError } from './os-error.js';
import { extraNames, nativeModules } from './registry.js';
import { configureStreams, TextSink, TextSource } from './text-sink.js';
import { VERSION } from '../version.js';

const versionInfo = structSequence('sys.version_info', ['major', 'minor', 'micro', 'releaselevel', 'serial'], 'sys.version_info\n\nVersion information as a named tuple.', { callable: false });
const flagsInfo = structSequence(
  'sys.flags',
  ['debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site', 'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode', 'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits'],
  'sys.flags\n\nFlags provided through command line arguments or environment vars.',
  { callable: false },
);
const floatInfo = structSequence('sys.float_info', ['max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'], 'sys.float_info');
const intInfo = structSequence('sys.int_info', ['bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'], 'sys.int_info');
const hashInfo = structSequence('sys.hash_info', ['width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'], 'hash_info');
const threadInfo = structSequence('sys.thread_info', ['name', 'lock', 'version'], 'sys.thread_info');
const unraisableArgs = structSequence('UnraisableHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'], 'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.');
const hooksInfo = structSequence('asyncgen_hooks', ['firstiter', 'finalizer'], 'asyncgen_hooks\n\nA named tuple providing information about asynchronous\ngenerators hooks.  The attributes are read only.');

const SIZEOF = cont(
  'sys.getsizeof',
  (vm, n, c) => {
    if (n === undefined) {
      if (c.b === undefined || !vm.exc!.cls.isSubtype(T.TypeError!)) return undefined;
      vm.exc = null;
      return c.b;
    }
    const size = asInt(n);
    if (size === undefined) return c.b !== undefined ? c.b : vm.raise(typeError('an integer is required'));
    if (size > 0x7fffffffffffffffn) return vm.raise(overflowError('Python int too large to convert to C ssize_t'));
    if (size < 0) return vm.raise(valueError('__sizeof__() should return >= 0'));
    return Number(size) + headSize(c.a as PyType);
  },
  { catches: true },
);

function sysFlags(f: InterpreterFlags | undefined): PyTuple {
  if (f === undefined) return flagsInfo.make([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, false, 1, 0, false, 4300]);
  // No two runs hash differently, so hash_randomization is 0; max_str_digits is -1 where nobody set it.
  return flagsInfo.make([
    f.debug, f.inspect, f.interactive, f.optimize, Number(f.dontWriteBytecode), f.noUserSite, f.noSite, Number(f.ignoreEnvironment), f.verbose, f.bytesWarning, f.quiet, 0, Number(f.isolated), f.devMode, Number(f.utf8Mode), 0, f.safePath,
    f.maxStrDigits ?? -1,
  ]);
}

function xOptions(f: InterpreterFlags | undefined): PyDict {
  const d = new PyDict();
  for (const x of f?.xOptions ?? []) {
    const at = x.indexOf('=');
    d.setStr(at < 0 ? x : x.slice(0, at), at < 0 ? true : strFromJS(x.slice(at + 1)));
  }
  return d;
}

/** A host's standard output may be a pipe that nobody reads any more. */
function toPipe(write: () => void): void {
  try {
    write();
  } catch (e) {
    throw typeof e === 'object' && e !== null && (e as { code?: unknown }).code === 'EPIPE' ? osError(32) : e;
  }
}

export function makeSys(vm: VM, machine: Machine): PyModule {
  const t = vm as Thread;
  const stdout = new TextSink('<stdout>', 1, (s) => toPipe(() => machine.writeText(1, s)), 'strict', () => {
    if (machine.host.flush?.() === false) throw osError(32);
  });
  const stderr = new TextSink('<stderr>', 2, (s) => machine.writeText(2, s), 'backslashreplace');
  const stdin = new TextSource(machine);
  const f = machine.options.flags;
  configureStreams(f?.ignoreEnvironment ? undefined : machine.host.env, [stdin, stdout, stderr]);
  const version = versionInfo.make([3, 11, 7, 'final', 0]);

  const m = defineModule({
    name: 'sys',
    doc: 'This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.',
    functions: {
      '_getframe(depth=0, /)': (_v, depth) => {
        if (typeof depth !== 'number' && typeof depth !== 'boolean') throw typeError(`'${typeName(depth)}' object cannot be interpreted as an integer`);
        let f: PyFrame | null = callerFrame(vm);
        for (let i = 0; i < Number(depth) && f !== null; i++) f = frameBack(f);
        if (f === null) throw valueError('call stack is not deep enough');
        return captured(f);
      },
      'exc_info()': () => {
        const e = t.handled;
        return e === null ? new PyTuple([null, null, null]) : new PyTuple([e.cls, e, e.traceback]);
      },
      'exception()': () => t.handled,
      'exit(status=None, /)': (_v, status) => {
        const e = error('SystemExit', ...(status === null ? [] : status instanceof PyTuple ? status.items : [status]));
        e.value.setField('code', status);
        throw e;
      },
      'getrecursionlimit()': () => t.recursionLimit,
      'setrecursionlimit(limit, /)': (_v, n) => {
        if (asInt(n) === undefined) throw typeError(`'${typeName(n)}' object cannot be interpreted as an integer`);
        n = toCInt(asInt(n)!);
        if (n < 1) throw valueError('recursion limit must be greater or equal than 1');
        if (t.depth >= n) throw error('RecursionError', `cannot set the recursion limit to ${n} at the recursion depth ${t.depth}: the limit is too low`);
        const max = t.limits.maxRecursion;
        t.limitRecursion(max === undefined ? n : Math.min(n, max));
        return null;
      },
      'intern(string, /)': (_v, s) => {
        if (typeof s !== 'string' && typeOf(s) !== T.str) throw typeError(asJS(s) !== undefined ? "can't intern " + typeName(s) : `intern() argument must be str, not ${argTypeName(s)}`);
        return s;
      },
      '!getsizeof(object, default=<unset>, /)': (v, o, dflt) => {
        const f = typeOf(o).lookup('__sizeof__');
        if (f === undefined) return 16;
        const base = v.frame;
        return andThen(v, base, callUnbound(v, f, o, []), SIZEOF, typeOf(o), dflt);
      },
      'getrefcount(object, /)': () => 2,
      'getdefaultencoding()': () => 'utf-8',
      'getfilesystemencoding()': () => 'utf-8',
      'getfilesystemencodeerrors()': () => 'surrogateescape',
      'get_int_max_str_digits()': () => vm.state.intMaxStrDigits as number,
      'set_int_max_str_digits(maxdigits)': (_v, n) => {
        if (typeof n !== 'number' || (n !== 0 && n < 640)) throw valueError('maxdigits must be 0 or larger than 640');
        vm.state.intMaxStrDigits = n;
        return null;
      },
      'getswitchinterval()': () => new PyFloat(0.005),
      'setswitchinterval(interval, /)': (_v, n) => {
        const s = asDouble(n);
        if (s === undefined) throw typeError(`must be real number, not ${typeName(n)}`);
        if (!(s > 0)) throw valueError('switch interval must be strictly positive');
        return null;
      },
      'is_finalizing()': () => false,
      '_clear_type_cache()': () => null,
      'getallocatedblocks()': () => 0,
      'audit(event, /, *args)': () => null,
      'addaudithook(hook)': () => null,
      '!call_tracing(func, args, /)': (_v, f, args) => {
        if (!(args instanceof PyTuple)) throw typeError(`call_tracing() argument 2 must be tuple, not ${argTypeName(args)}`);
        // In 3.11 nothing is told from inside a trace function, so this is a call like any other.
        return call(t, f, args.items);
      },
      '!displayhook(object, /)': (v, o) => callPrelude(v, 'displayhook', o),
      '!excepthook(exctype, value, traceback, /)': (v, _type, e, tb) => {
        if (!(e instanceof PyBaseException)) throw typeError(`print_exception(): Exception expected for value, ${typeName(e)} found`);
        if (tb instanceof PyTraceback && e.traceback === null) e.traceback = tb;
        return callPrelude(v, 'write_stderr', strFromJS(formatException(machine, e)));
      },
      '!unraisablehook(unraisable, /)': (v, u) => {
        if (!(u instanceof PyTuple) || u.cls !== unraisableArgs.type) throw typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
        const e = u.items[1];
        return callPrelude(v, 'write_unraisable_text', u.items[3]!, u.items[4]!, e instanceof PyBaseException ? strFromJS(formatUnraisable(machine, e)) : '');
      },
      '!breakpointhook(*args, **kws)': (v, args: PyValue[], kw: Map<string, PyValue>) => callPrelude(v, 'breakpoint_hook', new PyTuple(args), dictFromKwargs(kw)),
      'get_asyncgen_hooks()': () => {
        const h = vm.state.asyncGenHooks as { firstiter: PyValue; finalizer: PyValue } | undefined;
        return hooksInfo.make([h?.firstiter ?? null, h?.finalizer ?? null]);
      },
      'set_asyncgen_hooks(firstiter=<unset>, finalizer=<unset>)': (_v, firstiter, finalizer) => {
        const h = (vm.state.asyncGenHooks ??= { firstiter: null, finalizer: null }) as { firstiter: PyValue; finalizer: PyValue };
        const hook = (name: string, f: PyValue): PyValue => {
          if (f !== null && typeOf(f).lookup('__call__') === undefined) throw typeError(`callable ${name} expected, got ${typeName(f)}`);
          return f;
        };
        if (finalizer !== undefined) h.finalizer = hook('finalizer', finalizer);
        vm.state.ownFinalizer = h.finalizer !== null && isProgram(callerFrame(vm));
        if (firstiter !== undefined) h.firstiter = hook('firstiter', firstiter);
        return null;
      },
      'get_coroutine_origin_tracking_depth()': () => (vm.state.originDepth as number | undefined) ?? 0,
      'set_coroutine_origin_tracking_depth(depth)': (_v, n) => {
        const depth = asInt(n);
        if (depth === undefined) throw typeError(`'${typeName(n)}' object cannot be interpreted as an integer`);
        if (depth < 0) throw valueError('depth must be >= 0');
        vm.state.originDepth = depth == 0 ? undefined : Number(depth);
        return null;
      },
      '!settrace(function, /)': (_v, f) => setTracing(t, f, t.profileFunc),
      'gettrace()': () => t.traceFunc,
      '!setprofile(function, /)': (_v, f) => setTracing(t, t.traceFunc, f),
      'getprofile()': () => t.profileFunc,
    },
    values: {
      version: `3.11.7 (pyvm ${VERSION}, bytecode of 3_5) [JavaScript]`,
      version_info: version,
      hexversion: 0x030b07f0,
      api_version: 1013,
      copyright: 'Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.',
      platform: 'pyvm',
      maxsize: 2n ** 63n - 1n,
      maxunicode: 0x10ffff,
      byteorder: 'little',
      executable: strFromJS(machine.options.executable ?? ''),
      _base_executable: strFromJS(machine.options.executable ?? ''),
      prefix: '/usr',
      exec_prefix: '/usr',
      base_prefix: '/usr',
      base_exec_prefix: '/usr',
      abiflags: '',
      _framework: '',
      _git: new PyTuple(['CPython', '', '']),
      _home: null,
      _stdlib_dir: null,
      platlibdir: 'lib',
      float_repr_style: 'short',
      dont_write_bytecode: f?.dontWriteBytecode ?? true,
      pycache_prefix: null,
      flags: sysFlags(f),
      float_info: floatInfo.make([new PyFloat(Number.MAX_VALUE), 1024, 308, new PyFloat(2.2250738585072014e-308), -1021, -307, 15, 53, new PyFloat(Number.EPSILON), 2, 1]),
      int_info: intInfo.make([30, 4, 4300, 640]),
      hash_info: hashInfo.make([64, 2n ** 61n - 1n, 314159, 0, 1000003, 'siphash13', 64, 128, 0]),
      thread_info: threadInfo.make(['pyvm', null, null]),
      argv: new PyList((machine.options.argv ?? ['']).map(strFromJS)),
      orig_argv: new PyList((machine.options.origArgv ?? machine.options.argv ?? ['']).map(strFromJS)),
      path: new PyList((machine.options.path ?? []).map(strFromJS)),
      path_hooks: new PyList([]),
      path_importer_cache: new PyDict(),
      meta_path: new PyList([]),
      modules: machine.modules,
      warnoptions: new PyList((f?.warnOptions ?? []).map(strFromJS)),
      _xoptions: xOptions(f),
      stdout,
      stderr,
      stdin,
      __stdout__: stdout,
      __stderr__: stderr,
      __stdin__: stdin,
    },
  });
  const impl = new PyNamespace();
  for (const [k, v] of [['name', 'pyvm'], ['version', version], ['hexversion', 0x030b07f0], ['cache_tag', 'pyvm-311']] as const) impl.attributes.setStr(k, v);
  m.dict.setStr('implementation', impl);
  m.dict.setStr('builtin_module_names', new PyTuple([...Object.keys(nativeModules), ...extraNames, 'builtins'].sort()));
  // Of any platform, whether they are here or not; without the table of texts, those that are.
  m.dict.setStr('stdlib_module_names', new Late((vm) => frozensetOf(vm.state.doc('sys.stdlib_module_names')?.split(' ') ?? Object.keys(nativeModules))));
  m.dict.setStr('__displayhook__', m.dict.getStr('displayhook')!);
  m.dict.setStr('UnraisableHookArgs', unraisableArgs.type);
  m.dict.setStr('__excepthook__', m.dict.getStr('excepthook')!);
  m.dict.setStr('__unraisablehook__', m.dict.getStr('unraisablehook')!);
  m.dict.setStr('__breakpointhook__', m.dict.getStr('breakpointhook')!);

  const write = T['_io.TextIOWrapper']!.lookup('write');
  // print's short cut: sys.stdout is still ours, and its write too.
  vm.state.stdoutSink = () => {
    const out = m.dict.getStr('stdout');
    return out === stdout && !stdout.closed && stdout.dict === null && stdout.encoding === 'utf-8' && T['_io.TextIOWrapper']!.lookup('write') === write ? putSafely : null;
  };
  const putSafely = (s: string): void => stdout.put(s);
  return m;
}

export { idOf, nativeFunction, PyType };
