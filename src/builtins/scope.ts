/** Builtin functions about code and namespaces: eval, exec, compile, globals, locals, vars, dir, import, print, input. */
import { work } from '../objects/work.js';
import '../objects/boot.js';
import { cont, type ContRow, T, andThen, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, runtimeError, systemError, typeError, valueError, type PyException } from '../objects/errors.js';
import { call, callPrelude, dictFromKwargs, newFrame, pushFrame, setupCells, callSpecial, lookupSpecial } from '../objects/call.js';
import { getattr } from '../objects/attribute.js';
import { buildClassStatement } from './build-class.js';
import { PyCode } from '../objects/code.js';
import { frameBack, type PyFrame } from '../objects/frame.js';
import { frameLocals } from '../objects/frame-type.js';
import { dictOf } from '../objects/object-type.js';
import { PyCell, PyModule } from '../objects/function.js';
import { builtinsFrom } from '../objects/odd-builtins.js';
import { PyDict } from '../objects/dict.js';
import { argTypeName, PyInstance, PyType, typeName } from '../objects/type.js';
import { shown } from '../objects/shown.js';
import { MappingProxy } from '../objects/mappingproxy.js';
import { asJS, asStr, strFromJS } from '../objects/str.js';
import { strSync } from '../objects/convert.js';
import { jsStr } from '../objects/str.js';
import { asBytes, PyBytes } from '../objects/bytes.js';
import { CO, type CodeObject } from '../bytecode/code.js';
import type { NativeFn } from '../objects/native.js';
import { PySyntaxErrorInfo } from '../parser/syntax-error.js';
import type { ModNode } from '../parser/ast.js';
import type { WarnPlace } from '../parser/tokenizer.js';
import { PyList, PyTuple } from '../objects/tuple.js';

export interface CompileHookOptions {
  flags: number;
  dontInherit: boolean;
  optimize: number;
  warn: (category: string, message: string, lineno: number, where?: WarnPlace) => void;
  /** Resolves `\\N{...}`. */
  lookupName?: ((name: string) => string | null) | undefined;
}

/** See compile-hook-core.ts. */
export interface SymbolBlock {
  name: string;
  type: number;
  lineno: number;
  nested: boolean;
  symbols: [name: string, flags: number][];
  varnames: string[];
  children: SymbolBlock[];
}

export interface TreeHook {
  parse(source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single', flags: number, lookupName: ((name: string) => string | null) | undefined): ModNode;
  compile(mod: ModNode, filename: string, flags: number, optimize: number): CodeObject;
  symbols(source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single'): SymbolBlock;
}

/** The compiler as the VM sees it: handed in, so that running frozen code never loads the parser. */
export interface CompilerHook {
  (source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single', options: CompileHookOptions): CodeObject;
  /** Parsing and compiling apart, for trees of the ast module. */
  tree?(): TreeHook;
}

/** The Python frame a native was called from. */
export function callerFrame(vm: VM): PyFrame | null {
  let f = vm.frame;
  while (f !== null && (!f.isPython || f.code.hidden)) f = f.back;
  return f;
}

/** `f`, to be seen by guest code: it and the frames below it are kept as they are. */
export function captured(f: PyFrame | null): PyFrame | null {
  for (let b = f; b !== null && !b.captured; b = frameBack(b)) b.captured = true;
  return f;
}

/** A SyntaxError object from the parser's or compiler's report. */
export function syntaxErrorObject(e: PySyntaxErrorInfo): PyException {
  const kind = e.kind;
  // The parser had no room: CPython says no more.
  if (kind === 'MemoryError') return e.message === '' ? error(kind) : error(kind, strFromJS(e.message));
  const info = new PyTuple([
    strFromJS(e.filename),
    e.lineno,
    e.offset,
    e.text === null ? null : strFromJS(e.text),
    e.endLineno,
    e.endOffset,
  ]);
  const made = e.bare ? error(kind, strFromJS(e.message)) : error(kind, strFromJS(e.message), info);
  const v = made.value;
  ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'].forEach((f, i) => v.setField(f, info.items[i] ?? null));
  v.setField('msg', strFromJS(e.message));
  return made;
}

export type CompilerWarning = Parameters<CompileHookOptions['warn']>;

/** Runs a program's main code; `pending`: what compiling it warned of, with the module `warnings` there. */
export function execMain(vm: VM, code: PyCode, pending: CompilerWarning[], file: string, namespace: PyDict): Result {
  if (pending.length > 0) return afterWarnings(vm, pending, file, THEN_EXEC, code, { globals: namespace, locals: namespace });
  return execCode(vm, code, namespace, namespace);
}

/** Gives the compiler's warnings through the module `warnings`, then goes on with `row`. */
function afterWarnings(vm: VM, pending: CompilerWarning[], file: string, row: ContRow, a: unknown, b?: unknown): Result {
  const base = vm.frame;
  const rows = pending.map(([category, message, line, where]) => new PyTuple([T[category]!, strFromJS(message), line, where === undefined ? null : new PyTuple([...where])]));
  return andThen(vm, base, callPrelude(vm, 'syntax_warnings', new PyList(rows), strFromJS(file)), row, a, b);
}
const THEN_CODE = cont('compile.warned', (_vm, _v, c) => c.a);
const THEN_EVAL = cont('eval.warned', (vm, _v, c) => execCode(vm, c.a, c.b.globals, c.b.locals));
const THEN_EXEC = cont('exec.warned', (vm, _v, c) => {
  const base = vm.frame;
  return andThen(vm, base, execCode(vm, c.a, c.b.globals, c.b.locals), DISCARD);
});

/** Compiles source text for the guest; syntax errors become Python exceptions. */
export function compileSource(vm: VM, source: string | Uint8Array, filename: string, mode: 'exec' | 'eval' | 'single', flags = 0, dontInherit = true, optimize = -1, pending: CompilerWarning[] | null = null): PyCode {
  const hook = vm.state.compile as CompilerHook | undefined;
  if (hook === undefined) throw systemError('no compiler in this VM');
  const warnings: CompilerWarning[] = [];
  const withModule = vm.state.modules.getStr('warnings') !== undefined;
  const tell = (): void => {
    for (const [category, message, line] of warnings) (vm.state.syntaxWarning as (c: string, m: string, f: string, l: number) => void)?.(category, message, filename, line);
  };
  work(64 * source.length);
  try {
    const code = new PyCode(hook(source, filename, mode, { flags, dontInherit, optimize: optimize < 0 ? ((vm.state.optimize as number | undefined) ?? 0) : optimize, lookupName: vm.state.lookupName as CompileHookOptions['lookupName'], warn: (...w) => warnings.push(w) }));
    if (warnings.length > 0) vm.state.warnings = ((vm.state.warnings as number | undefined) ?? 0) + warnings.length;
    if (pending !== null && withModule) pending.push(...warnings);
    else tell();
    return code;
  } catch (e) {
    if (!withModule) tell();
    if (e instanceof PySyntaxErrorInfo) throw syntaxErrorObject(e.late && e.lineno !== null ? e.withText(vm.state.sourceLine(filename, e.lineno)) : e);
    throw e;
  }
}

/** Runs a module-like code object in given namespaces. Result: what it returns (None for 'exec' code). */
export function execCode(vm: VM, code: PyCode, globals: PyDict, locals: PyValue, closure: PyTuple | null = null): Result {
  let b = globals.getStr('__builtins__');
  if (b === undefined) {
    b = vm.state.builtins;
    globals.setStr('__builtins__', b);
  }
  const f = newFrame(code, globals, builtinsFrom(b));
  f.locals = locals;
  if (closure !== null) setupCells(code, f.st, closure);
  return pushFrame(vm, f);
}

const DISCARD = cont('exec.done', () => null);

interface Scope {
  globals: PyDict;
  locals: PyValue;
}

function scopes(vm: VM, name: string, globals: PyValue, locals: PyValue): Scope {
  // exec() looks at the globals first, eval() at the locals.
  if (name === 'exec' && globals !== null && !(globals instanceof PyDict)) throw typeError(`exec() globals must be a dict, not ${typeName(globals)}`);
  if (locals !== null && typeOf(locals).lookup('__getitem__') === undefined) {
    throw typeError(name === 'exec' ? `locals must be a mapping or None, not ${typeName(locals)}` : 'locals must be a mapping');
  }
  if (globals !== null && !(globals instanceof PyDict)) {
    throw typeError(typeOf(globals).lookup('__getitem__') !== undefined ? 'globals must be a real dict; try eval(expr, {}, mapping)' : 'globals must be a dict');
  }
  if (globals === null) {
    const f = callerFrame(vm);
    if (f === null) throw systemError('globals and locals cannot be NULL');
    return { globals: f.globals, locals: locals ?? frameLocals(f) };
  }
  return { globals, locals: locals ?? globals };
}

/** Future features of the calling code hold for what it compiles. */
function inheritedFlags(vm: VM): number {
  const f = callerFrame(vm);
  return f === null ? 0 : f.code.flags & (CO.FUTURE_BARRY_AS_BDFL | CO.FUTURE_GENERATOR_STOP | CO.FUTURE_ANNOTATIONS);
}

function nullBytes(): PyException {
  const msg = 'source code string cannot contain null bytes';
  const e = error('SyntaxError', msg);
  e.value.setField('msg', msg);
  return e;
}

function sourceOf(v: PyValue, name: string): string | Uint8Array {
  const s = asJS(v);
  if (s !== undefined) {
    if (s.includes('\0')) throw nullBytes();
    return s;
  }
  if (v instanceof PyBytes) return checkNull(v.v);
  const b = asBytes(v);
  if (b !== undefined) return checkNull(b.slice());
  throw typeError(`${name}() arg 1 must be a string, bytes or ${name === 'compile' ? 'AST' : 'code'} object`);
}

function checkNull(b: Uint8Array): Uint8Array {
  if (b.includes(0)) throw nullBytes();
  return b;
}

/** `compile()`'s flags with 3.11's numbers of __future__ features as 3.5's code objects have them. */
const ownFlags = (flags: number): number => (flags & ~0x1fe0000) | ((flags & 0x1c00000) >> 4);

type TreeCompiler = (vm: VM, source: PyValue, text: string | Uint8Array | null, file: string, mode: string, flags: number, optimize: number) => Result;
/** compile() from or to a tree: the _ast module does it (stdlib/extra/ast-tree.ts). */
const compileTree: TreeCompiler = (vm, ...args) => (vm.state.compileAst as TreeCompiler)(vm, ...args);
/** compile(), when the name of the file is known: a str or bytes. */
function compileNamed(vm: VM, filename: PyValue, source: PyValue, mode: PyValue, flags: any, dont: PyValue, optimize: any): Result {
  const file = filename instanceof PyBytes ? new TextDecoder().decode(filename.v) : asJS(filename);
  if (file === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(filename)}`);
  const m = asJS(mode);
  if (m === undefined) throw typeError(`compile() argument 'mode' must be str, not ${argTypeName(mode)}`);
  const PyCF_ONLY_AST = 0x400;
  if (m !== 'exec' && m !== 'eval' && m !== 'single' && !(m === 'func_type' && flags & PyCF_ONLY_AST)) {
    throw valueError(flags & PyCF_ONLY_AST ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'" : "compile() mode must be 'exec', 'eval' or 'single'");
  }
  if (typeof optimize === 'number' && (optimize < -1 || optimize > 2)) throw valueError('compile(): invalid optimize value');
  if (flags & ~0x1ff7e10) throw valueError('compile(): unrecognised flags');
  const all = ownFlags(flags as number) | (dont ? 0 : inheritedFlags(vm));
  const astBase = vm.state.astBase as PyType | undefined;
  if (astBase !== undefined && typeOf(source).isSubtype(astBase)) return compileTree(vm, source, null, file, m, all, optimize);
  if (flags & PyCF_ONLY_AST) {
    const text = sourceOf(source, 'compile');
    if (astBase !== undefined) return compileTree(vm, source, text, file, m, all, optimize);
    const base = vm.frame;
    return andThen(vm, base, callPrelude(vm, 'import_module', '_ast'), AST_THERE, [source, text, file, m, all, optimize]);
  }
  if (source instanceof PyCode) return source;
  const pending: CompilerWarning[] = [];
  const code = compileSource(vm, sourceOf(source, 'compile'), file, m as 'exec', all, dont === true, optimize, pending);
  return pending.length > 0 ? afterWarnings(vm, pending, file, THEN_CODE, code) : code;
}
const COMPILE_NAMED = cont('compile.named', (vm, path, c) => {
  if (asJS(path!) === undefined && !(path instanceof PyBytes)) throw typeError(`expected ${c.b}.__fspath__() to return str or bytes, not ${typeName(path!)}`);
  const [source, mode, flags, dont, optimize] = c.a as [PyValue, PyValue, any, PyValue, any];
  return compileNamed(vm, path!, source, mode, flags, dont, optimize);
});

const AST_THERE = cont('compile.ast', (vm, _m, c) => compileTree(vm, ...(c.a as [PyValue, string, string, string, number, number])));

const VARS = cont('vars', (vm, d, c) => (d !== undefined ? d : vm.exc !== null && vm.exc.cls.isSubtype(T.AttributeError!) ? vm.raise(typeError('vars() argument must have __dict__ attribute')) : (void c, undefined)), { catches: true });

/** See vm/import.ts. */
export type ImportHook = (vm: VM, name: string, globals: PyValue, fromlist: PyValue, level: number | bigint) => Result;

const SORTED = cont('dir.shown', (vm, names) => callPrelude(vm, 'sorted_names', names!));

export const scopeFunctions: Record<string, NativeFn> = {
  "!open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)": (vm, ...args: PyValue[]) => callPrelude(vm, 'builtin_open', new PyTuple(args), new PyDict()),
  '!globals()': (vm) => shown(vm, callerFrame(vm)?.globals ?? null),
  '!locals()': (vm) => {
    const f = callerFrame(vm);
    if (f === null) throw systemError('frame does not exist');
    return shown(vm, frameLocals(f));
  },
  '!vars(object=<unset>, /)': (vm, o) => {
    if (o === undefined) return shown(vm, frameLocals(callerFrame(vm)!));
    const base = vm.frame;
    return andThen(vm, base, getattr(vm, o, '__dict__'), VARS, o);
  },
  '!dir(object=<unset>, /)': (vm, o) => {
    if (o === undefined) return andThen(vm, vm.frame, shown(vm, frameLocals(callerFrame(vm)!)), SORTED);
    return callPrelude(vm, 'dir_of', o);
  },
  '!eval(source, globals=None, locals=None, /)': (vm, source, globals, locals) => {
    const s = scopes(vm, 'eval', globals, locals);
    if (source instanceof PyCode) {
      if (source.nfrees > 0) throw typeError('code object passed to eval() may not contain free variables');
      return execCode(vm, source, s.globals, s.locals);
    }
    const text = sourceOf(source, 'eval');
    const trimmed = typeof text === 'string' ? text.replace(/^[ \t]+/, '') : text;
    const pending: CompilerWarning[] = [];
    const code = compileSource(vm, trimmed, '<string>', 'eval', inheritedFlags(vm), true, -1, pending);
    return pending.length > 0 ? afterWarnings(vm, pending, '<string>', THEN_EVAL, code, s) : execCode(vm, code, s.globals, s.locals);
  },
  '!exec(source, globals=None, locals=None, /, *, closure=None)': (vm, source, globals, locals, closure) => {
    const s = scopes(vm, 'exec', globals, locals);
    const base = vm.frame;
    if (source instanceof PyCode) {
      const n = source.nfrees;
      if (n === 0 && closure !== null) throw typeError('cannot use a closure with this code object');
      if (n > 0 && (!(closure instanceof PyTuple) || closure.items.length !== n || !closure.items.every((c) => c instanceof PyCell))) {
        throw typeError(`code object requires a closure of exactly length ${n}`);
      }
      return andThen(vm, base, execCode(vm, source, s.globals, s.locals, closure as PyTuple | null), DISCARD);
    }
    if (closure !== null) throw typeError('closure can only be used when source is a code object');
    const pending: CompilerWarning[] = [];
    const code = compileSource(vm, sourceOf(source, 'exec'), '<string>', 'exec', inheritedFlags(vm), true, -1, pending);
    if (pending.length > 0) return afterWarnings(vm, pending, '<string>', THEN_EXEC, code, s);
    return andThen(vm, base, execCode(vm, code, s.globals, s.locals), DISCARD);
  },
  '!compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)': (vm, source, filename, mode, flags, dont, optimize) => {
    const fspath = asJS(filename) === undefined ? lookupSpecial(filename, '__fspath__') : undefined;
    if (fspath === undefined) return compileNamed(vm, filename, source, mode, flags, dont, optimize);
    const base = vm.frame;
    return andThen(vm, base, callSpecial(vm, filename, '__fspath__', []), COMPILE_NAMED, [source, mode, flags, dont, optimize], typeName(filename));
  },
  '!breakpoint(*args, **kws)': (vm, args: PyValue[], kw: Map<string, PyValue>) => call(vm, sysAttr(vm, 'breakpointhook'), args, kw.size === 0 ? null : kw),
  '!__import__(name, globals=None, locals=None, fromlist=<unset>, level=0)': (vm, name, globals, _locals, fromlist, level) => {
    if (asStr(name) === undefined) throw typeError('module name must be a string');
    const text = asJS(name)!;
    // The commonest case, `import x` of a module that is there, makes no frames.
    if (level === 0 && (fromlist === undefined || fromlist === null) && !text.includes('.')) {
      const m = vm.state.modules.getStr(text);
      if (m !== undefined && m !== null) return m;
    }
    return (vm.state.importName as ImportHook)(vm, text, globals, fromlist ?? null, level);
  },
  '!__build_class__(*args, metaclass=None, **kwds)': buildClassStatement,
  '!print(*args, sep=None, end=None, file=None, flush=False)': (vm, sep, end, file, flush, args: PyValue[]) => {
    const fast = file === null && (flush === false || flush === null) ? (vm.state.stdoutSink as ((vm: VM) => ((s: string) => void) | null) | undefined)?.(vm) : null;
    if (fast !== null && fast !== undefined && (sep === null || typeof sep === 'string') && (end === null || typeof end === 'string')) {
      let out = '';
      let ok = true;
      for (let i = 0; i < args.length; i++) {
        const s = strSync(vm, args[i]!);
        if (s === undefined) {
          if (vm.exc !== null) return undefined;
          ok = false;
          break;
        }
        out += (i > 0 ? (sep ?? ' ') : '') + jsStr(s);
      }
      out += end ?? '\n';
      // Lone surrogates are the stream's business.
      if (ok && !(/[\ud800-\udfff]/.test(out) && /\p{Cs}/u.test(out))) {
        vm.charge(1 + (out.length >> 6));
        fast(out);
        return null;
      }
    }
    if (file === null && vm.state.modules.getStr('sys') instanceof PyModule && (vm.state.modules.getStr('sys') as PyModule).dict.getStr('stdout') === undefined) throw runtimeError('lost sys.stdout');
    return callPrelude(vm, 'print_slow', new PyTuple(args), sep, end, file, flush);
  },
  '!input(prompt=<unset>, /)': (vm, prompt) => callPrelude(vm, 'input_from', sysAttr(vm, 'stdin', 'input(): '), sysAttr(vm, 'stdout', 'input(): '), prompt ?? null),
};


export function sysAttr(vm: VM, name: string, who = ''): PyValue {
  const sys = vm.state.modules.getStr('sys');
  const v = sys instanceof PyModule ? sys.dict.getStr(name) : undefined;
  if (v === undefined || v === null) throw runtimeError(`${who}lost sys.${name}`);
  return v;
}

export { dictOf, MappingProxy, PyType };
