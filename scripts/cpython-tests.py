#!/usr/bin/env python3
"""CPython's own tests of the language, in python3 and in pyvm: cpython-tests.py [--why] [--limit S] [test_int ...].

They are read from the standard library of the python3 that runs this script (nothing of it is copied): a temporary folder
gets a package `test` of symbolic links, so that pyvm takes everything else from itself. Each method is started and ended
with a line of output; a file that dies or exceeds its time limit is started again without the method it was in.
A table is printed: methods that pass in CPython, those of them that pass in pyvm. --why lists each of the others.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CLI = os.environ.get('PYVM_CLI') or os.path.join(ROOT, 'dist', 'cli.js')
CACHE = os.path.join(tempfile.gettempdir(), 'pyvm-cpython-tests.json')

NAMED = '''test_generators test_yield_from test_coroutines test_asyncgen test_grammar test_syntax test_exceptions test_scope test_class
test_descr test_int test_float test_long test_bool test_unicode test_bytes test_list test_tuple test_dict test_set test_range test_slice test_iter
test_extcall test_unpack_ex test_patma test_fstring test_format test_with test_raise test_super test_property test_augassign test_listcomps
test_named_expressions test_positional_only_arg test_keywordonlyarg'''.split()
MORE = '''test_builtin test_types test_complex test_enumerate test_funcattrs test_compare test_contains test_exception_group test_except_star
test_traceback test_dictviews test_strtod test_generator_stop test_setcomps test_dictcomps test_genexps test_metaclass test_pow test_math test_memoryview
test_string_literals test_eof test_decorators test_binop test_userdict test_userlist test_userstring test_baseexception test_exception_variations
test_exception_hierarchy test_call test_unpack test_global test_numeric_tower test_hash test_index test_isinstance test_subclassinit
test_genericalias test_genericclass test_typechecks test_abstract_numbers test_richcmp test_operator test_opcodes test_pkg test_print test_sort
test_ucn test_unary test_weakset test_weakref test_finalization test_flufl test_future test_frame test_dynamic test_dynamicclassattribute
test_eval_like test_exec_like test_code test_compile test_dict_version test_difflib test_errno test_fractions test_functools test_itertools
test_heapq test_bisect test_collections test_copy test_abc test_contextlib test_dataclasses test_enum test_string test_textwrap test_type_annotations
test_type_comments test_typing test_warnings test_import test_unicode_identifiers test_utf8source test_source_encoding test_raise test_reprlib
test_sys test_tokenize test_utf8_mode test_userdict test_stringprep test_defaultdict test_ordered_dict test_structseq test_deque test_bufio
test_charmapcodec test_codecs test_int_literal test_longexp test_slots_like test_tabnanny test_subscript_like test_list_like'''.split()

RUNNER = r'''
import sys, time
if hasattr(sys, 'set_int_max_str_digits'): sys.set_int_max_str_digits(4300)
name, skip = sys.argv[1], set(sys.argv[2:])
out = sys.stdout
def say(*a):
    out.write('\x01' + '\x02'.join(a).replace('\n', '\x03') + '\n'); out.flush()
if 'pyvm' in sys.version.lower() or not hasattr(sys, 'getrefcount'):
    # Modules that do not exist there: the file can be imported, the methods that use them fail.
    import types
    class Absent(types.ModuleType):
        __path__ = []
        def __getattr__(self, n):
            if n[:2] == '__': raise AttributeError(n)
            if n.isupper(): return 2 ** 31 - 1
            return type(n, (Exception,), {})
    for n in 'importlib importlib.util importlib.machinery _imp py_compile binascii unittest.mock marshal xmlrpc xmlrpc.client venv bz2 lzma zlib _struct array decimal fractions pickle unicodedata contextvars select socket subprocess sysconfig stringprep asyncio concurrent.futures.thread filecmp http http.client http.cookies mailbox pydoc _pyio _testcapi _testinternalcapi multiprocessing multiprocessing.managers multiprocessing.pool multiprocessing.queues multiprocessing.shared_memory ctypes urllib urllib.parse'.split():
        try: __import__(n)
        except Exception: sys.modules[n] = Absent(n)
    # Of CPython's test helpers in C, those that plain Python can stand for.
    def methods(own):
        return {'meth_varargs': lambda self, *a: (own(self), a), 'meth_varargs_keywords': lambda self, *a, **k: (own(self), a, k), 'meth_o': lambda self, o, /: (own(self), o), 'meth_noargs': own,
                'meth_fastcall': lambda self, *a: (own(self), list(a)), 'meth_fastcall_keywords': lambda self, *a, **k: (own(self), list(a), k)}
    c = sys.modules['_testcapi']
    c.MethInstance = type('MethInstance', (), methods(lambda self: self))
    c.MethClass = type('MethClass', (), {n: classmethod(f) for n, f in methods(lambda self: self).items()})
    c.MethStatic = type('MethStatic', (), {n: staticmethod((lambda f: lambda *a, **k: f(None, *a, **k))(f)) for n, f in methods(lambda self: None).items()})
    for n, f in methods(lambda self: c).items(): setattr(c, n, f.__get__(c))
    c.pyobject_fastcall = lambda f, args: f(*args or ())
    c.pyobject_fastcalldict = lambda f, args, kw: f(*args or (), **kw or {})
    c.pyobject_vectorcall = lambda f, args, names: f(*(args or ())[:len(args or ()) - len(names or ())], **dict(zip(names or (), (args or ())[len(args or ()) - len(names or ()):])))
    class Config(dict):
        def __missing__(self, key): return 1
    def get_recursion_depth():
        n, f = 0, sys._getframe(1)
        while f is not None: n, f = n + 1, f.f_back
        return n
    sys.modules['_testinternalcapi'].get_config = Config
    sys.modules['_testinternalcapi'].get_recursion_depth = get_recursion_depth
    if isinstance(sys.modules['sysconfig'], Absent):
        sys.modules['sysconfig'].get_config_var = lambda n: ''
        sys.modules['sysconfig'].get_config_vars = lambda *n: {}
import unittest
class Result(unittest.TestResult):
    def startTest(self, t):
        super().startTest(t); self.bad = None; self.sub = 0
        say('start', t.id())
    def stopTest(self, t):
        super().stopTest(t)
        say('end', t.id(), self.bad or 'ok')
    def note(self, err, kind):
        if self.bad is None:
            try: text = err[0].__name__ + ': ' + str(err[1])
            except Exception as e: text = err[0].__name__
            tb = err[2]; where = ''
            while tb is not None:
                f = tb.tb_frame.f_code.co_filename
                if 'unittest' not in f and 'support' not in f: where = f.rsplit('/', 1)[-1] + ':' + str(tb.tb_lineno)
                tb = tb.tb_next
            self.bad = kind + ' ' + where + ' ' + text[:1500]
    def addError(self, t, err):
        self.note(err, 'error')
        if not hasattr(t, '_testMethodName') or type(t).__name__ == '_ErrorHolder': say('end', t.id(), self.bad)
        self.bad2 = 1
    def addFailure(self, t, err): self.note(err, 'fail')
    def addSubTest(self, t, s, err):
        if err is not None: self.note(err, 'sub')
    def addSkip(self, t, why):
        if not getattr(self, 'bad', None): self.bad = 'skip ' + why
    def addExpectedFailure(self, t, err): self.bad = None
    def addUnexpectedSuccess(self, t): self.bad = 'unexpected success'
def flat(s):
    for t in s:
        if isinstance(t, unittest.TestSuite): yield from flat(t)
        else: yield t
class Suite(unittest.TestSuite):
    pass
try:
    from test import support
    support.verbose = 0
    suite = unittest.defaultTestLoader.loadTestsFromName('test.' + name)
except BaseException as e:
    import traceback
    say('import', type(e).__name__ + ': ' + str(e))
    raise
tests = [t for t in flat(suite) if t.id() not in skip]
say('count', str(len(tests)))
r = Result()
import io
keep = sys.stdout
try:
    unittest.TestSuite(tests).run(r)
finally:
    sys.stdout = keep
say('done')
'''


def link_tests(folder):
    source = os.path.join(os.path.dirname(os.__file__), 'test')
    os.makedirs(os.path.join(folder, 'test'))
    for f in os.listdir(source):
        if f != '__pycache__':
            os.symlink(os.path.join(source, f), os.path.join(folder, 'test', f))
    with open(os.path.join(folder, 'runner.py'), 'w') as f:
        f.write(RUNNER)
    return source


def run(command, folder, name, limit, path):
    """{method id: 'ok' or why not}, and seconds."""
    results, skip, began = {}, [], time.time()
    env = dict(os.environ, PYTHONPATH=path, PYTHONHASHSEED='0')
    work = tempfile.mkdtemp(dir=folder)
    for attempt in range(12):
        left = limit - (time.time() - began)
        if left < 1:
            break
        log = os.path.join(folder, 'log')
        why = 'died'
        with open(log, 'wb') as f, open(os.path.join(folder, 'err'), 'wb') as err:
            try:
                child = subprocess.run(command + [os.path.join(folder, 'runner.py'), name] + skip, stdout=f, stderr=err, stdin=subprocess.DEVNULL,
                                       env=env, cwd=work, timeout=left if attempt else limit * .7)
            except subprocess.TimeoutExpired:
                why = 'time limit'
        running, done = None, False
        for line in open(log, errors='replace'):
            at = line.find('\x01')
            if at < 0:
                continue
            parts = line[at + 1:].rstrip('\n').split('\x02')
            if parts[0] == 'start':
                running = parts[1]
            elif parts[0] == 'end':
                results[parts[1]] = parts[2].replace('\x03', '\n')
                running = None
            elif parts[0] == 'import':
                results['import'] = parts[1].replace('\x03', '\n')
                done = True
            elif parts[0] == 'done':
                done = True
        if done:
            break
        tail = open(os.path.join(folder, 'err'), errors='replace').read()[-400:]
        if running is None:
            results['file'] = why + ' ' + tail
            break
        results[running] = why + ' ' + tail
        skip = [k for k in results]
    return results, time.time() - began


def main():
    p = argparse.ArgumentParser()
    p.add_argument('tests', nargs='*')
    p.add_argument('--limit', type=float, default=100)
    p.add_argument('--why', action='store_true')
    p.add_argument('--width', type=int, default=200)
    p.add_argument('--save', help='write what each method did in pyvm into this JSON file')
    args = p.parse_args()
    cache = {}
    if os.path.exists(CACHE):
        cache = json.load(open(CACHE))
    total = collections.Counter()
    saved = {}
    with tempfile.TemporaryDirectory() as folder:
        source = link_tests(folder)
        for name in args.tests or NAMED:
            if not os.path.exists(os.path.join(source, name + '.py')) and not os.path.isdir(os.path.join(source, name)):
                continue
            if name not in cache:
                cache[name] = run([sys.executable], folder, name, args.limit * 2, '')[0]
                json.dump(cache, open(CACHE, 'w'))
            want = [k for k, v in cache[name].items() if v == 'ok']
            got, seconds = run(['node', CLI], folder, name, args.limit, folder)
            saved[name] = got
            good = [k for k in want if got.get(k) == 'ok']
            only = sum(got.get(k, '').startswith('skip implementation detail') for k in want)
            total['only'] += only
            total['want'] += len(want)
            total['good'] += len(good)
            print('%-28s %5d of %5d  %5.1f%%  %4.0f s%s' % (name, len(good), len(want), 100 * len(good) / max(1, len(want)), seconds, '  (%d marked CPython-only)' % only if only else ''), flush=True)
            for k in ('import', 'file'):
                if k in got:
                    print('    ' + got[k][-600:])
            if args.why and 'import' not in got:
                missing = [k for k in want if k not in got]
                if missing:
                    print('  - not run: %d' % len(missing))
                for k, v in got.items():
                    if v != 'ok' and k not in ('import', 'file') and (k in want or '(' in k):
                        print('  - %s: %s' % (k.split('.', 2)[-1], v[:args.width].replace('\n', ' | ')))
    print('%-28s %5d of %5d  %5.1f%%, %d marked CPython-only by CPython itself' % ('all', total['good'], total['want'], 100 * total['good'] / max(1, total['want']), total['only']))
    if args.save:
        json.dump(saved, open(args.save, 'w'), indent=1)


main()
