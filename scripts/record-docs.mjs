// Docstrings and signature texts of CPython's builtins and of its C modules that are native here too, as rows for a table of the frozen library
// (src/stdlib/docs.ts). They are asked of the CPython 3.11.3 in the pinned `pyodide` package, at build time. Prints JSON, a row
// [text, key, key, ...] per text. A key is `module.name` of a function, `module.Type` of a type, `module.Type.name` of what stands in its
// namespace, `module` of a module; `builtins.` is left out. With `#` before it, it
// is the key of a `__text_signature__`, which is empty where there is none.
import { loadPyodide } from 'pyodide';

const MODULES = `builtins _abc _bisect _codecs _collections _csv _functools _heapq _json _operator _random _signal _sre _string _struct
 _asyncio _contextvars _locale _thread _weakref array atexit binascii cmath errno gc itertools marshal math posix sys time unicodedata zlib`.split(/\s+/);

/** Texts that 3.11.7 has otherwise: what stands in all of them, and what it is there. */
const LATER = [
  ['(including \\\\n \\\\r \\\\t \\\\f and spaces)', '(including \\n \\r \\t \\f and spaces)'],
  ['def f(cls, arg1, arg2, ...):', 'def f(cls, arg1, arg2, argN):'],
  ['def f(arg1, arg2, ...):', 'def f(arg1, arg2, argN):'],
  ['list of weak references to the object (if defined)', 'list of weak references to the object'],
];

/** Signatures that 3.11.7 has otherwise, by key. */
const SIGNATURES = { '#code.replace': '($self, /, **changes)' };

const PROGRAM = `
import importlib, json
rows = {}
def put(key, doc):
    if isinstance(doc, str) and doc: rows.setdefault(doc, {})[key.removeprefix('builtins.')] = 1
def put_both(key, v):
    put(key, v.__doc__)
    if hasattr(v, '__text_signature__'): rows.setdefault(v.__text_signature__ or '', {})['#' + key.removeprefix('builtins.')] = 1
seen = set()
def add_type(t):
    if t in seen: return
    seen.add(t)
    for s in type.__subclasses__(t): add_type(s)
    here = t.__module__
    # Types written in Python are on the heap; so are some of C modules, which have no functions.
    if here not in TYPES or t.__flags__ & 1 << 9 and here not in MODULES and any(type(v) is type(put) for v in t.__dict__.values()): return
    where = here + '.' + t.__qualname__
    put(where, t.__dict__.get('__doc__') if t.__flags__ & 1 << 9 else t.__doc__)
    signature = t.__dict__['__doc__'] and t.__text_signature__
    if signature: rows.setdefault(signature, {})['#' + where.removeprefix('builtins.')] = 1
    for name, v in list(t.__dict__.items()):
        if isinstance(v, (staticmethod, classmethod)): v = v.__func__
        # Of a plain value it would be its type's.
        if not isinstance(v, type) and '__doc__' in type(v).__dict__ and not isinstance(type(v).__dict__['__doc__'], str): put_both(where + '.' + name, v)
TYPES = set(MODULES) | {'collections', 'functools', 'types', 'weakref', 'operator', 're'}
for name in MODULES:
    m = importlib.import_module(name)
    put(name, m.__doc__)
    for key, v in list(vars(m).items()):
        if type(v) is type(len): put_both((v.__module__ if isinstance(v.__module__, str) else name) + '.' + key, v)
add_type(object)
# No text, but as long: what the sys module of ours makes the names of the library's modules of.
import sys
put('sys.stdlib_module_names', ' '.join(sorted(sys.stdlib_module_names)))
json.dumps([[doc, *keys] for doc, keys in rows.items()])
`;

const print = process.stdout.write.bind(process.stdout);
const py = await loadPyodide({ stdout: () => {}, stderr: () => {} });
py.globals.set('MODULES', py.toPy(MODULES));
let rows = JSON.parse(py.runPython(PROGRAM));
rows = rows.map((row) => row.filter((key) => !Object.hasOwn(SIGNATURES, key)));
for (const [key, text] of Object.entries(SIGNATURES)) rows.push([text, key]);
for (const row of rows) for (const [from, to] of LATER) row[0] = row[0].replaceAll(from, to);
print(JSON.stringify(rows), () => process.exit(0));
