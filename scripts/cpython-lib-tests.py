#!/usr/bin/env python3
"""Runs CPython's own test files under pyvm and under python3, and tells how many methods pass in each.

    python3 scripts/cpython-lib-tests.py [--tests DIR] [--timeout S] [--verbose] [NAME ...]

DIR is the folder `test` of a CPython 3.11 (the Debian package libpython3.11-testsuite unpacked, or an installation's
Lib/test); nothing of it is copied: a folder with a link to it is put on pyvm's path, so that the library is pyvm's own.
A line a file: methods passed by pyvm / by CPython. --verbose: what failed, by last line, most frequent first.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

DEFAULT = '''json re collections functools itertools heapq bisect dataclasses enum typing contextlib datetime decimal fractions
statistics random string textwrap struct copy pprint csv argparse logging pathlib hashlib base64 difflib shlex configparser tomllib
unicodedata abc array binascii calendar cmath cmd code_module codeop colorsys contextlib_async context copyreg deque defaultdict ordered_dict errno filecmp
fileinput fileio fnmatch genericpath getopt glob graphlib gzip hmac html htmlparser inspect io ipaddress keyword linecache locale math memoryio memoryview
bytes numeric_tower operator optparse pickletools pkgutil platform posixpath queue reprlib runpy sched secrets shutil stringprep strptime symtable tempfile
threading_local time timeit tokenize types urlparse userdict userlist userstring uuid weakref weakset xml_etree xml_etree_c'''.split()

RUNNER = r'''
import sys, json, unittest, importlib, io, os
name, out = sys.argv[1], sys.argv[2]
rows = {}
# Test files import what a part of them needs only: those parts fail, the rest shall run.
import types
class Missing(types.ModuleType):
    """A module that is not there: its functions refuse, its classes can be named, derived from and caught."""
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        def refuse(*args, **kwargs):
            raise OSError(38, self.__name__ + ' is not available')
        if name[:1].isupper() and not name.isupper():
            made = type(name, (OSError,) if name.endswith(('Error', 'Expired')) else (), {'__init__': refuse})
            setattr(self, name, made)
            return made
        return refuse
for missing in ('subprocess', 'socket', 'ssl', 'select', 'selectors', 'multiprocessing', 'socketserver', 'asyncore', 'smtpd', '_testcapi', '_testinternalcapi', 'ctypes'):
    try:
        __import__(missing)
    except ImportError:
        if not missing.startswith('_test'):
            sys.modules[missing] = Missing(missing)
class Result(unittest.TestResult):
    def startTest(self, t):
        super().startTest(t)
        self.bad = None
        self.subs = []
    def addError(self, t, e):
        super().addError(t, e)
        self.note(t, 'error', e)
    def addFailure(self, t, e):
        super().addFailure(t, e)
        self.note(t, 'fail', e)
    def addSubTest(self, t, sub, e):
        super().addSubTest(t, sub, e)
        if e is not None:
            self.note(t, 'fail', e)
    def note(self, t, kind, e):
        text = str(e[1]).strip().split('\n')
        tb = e[2]
        while tb is not None and tb.tb_next is not None:
            tb = tb.tb_next
        rows.setdefault(t.id(), [kind, e[0].__name__ + ': ' + (text[0] if text else '')[:160]])
        save()
    def addSkip(self, t, r):
        super().addSkip(t, r)
        rows.setdefault(t.id(), ['skip', r])
    def addExpectedFailure(self, t, e):
        super().addExpectedFailure(t, e)
        rows.setdefault(t.id(), ['ok', ''])
    def addSuccess(self, t):
        super().addSuccess(t)
        rows.setdefault(t.id(), ['ok', ''])
        save()
count = [0]
def save(force=False):
    count[0] += 1
    if force or count[0] % 20 == 0:
        with open(out, 'w') as f:
            json.dump(rows, f)
def load():
    suite = unittest.defaultTestLoader.loadTestsFromName(name)
    __import__(name)
    return suite
try:
    try:
        suite = load()
    except unittest.SkipTest:
        # The whole file wants them, a part of its tests only uses them.
        for missing in ('_testcapi', '_testinternalcapi'):
            sys.modules.setdefault(missing, Missing(missing))
        suite = load()
except BaseException as e:
    rows['<import>'] = ['error', type(e).__name__ + ': ' + str(e)]
    save(True)
    raise
def each(s):
    for t in s:
        if isinstance(t, unittest.TestSuite):
            yield from each(t)
        else:
            yield t
import sys
result = Result()
try:
    suite.run(result)
finally:
    save(True)
'''


def run(command, name, folder, timeout, env=None):
    with tempfile.TemporaryDirectory() as d:
        runner = os.path.join(d, 'runner.py')
        out = os.path.join(d, 'out.json')
        with open(runner, 'w') as f:
            f.write(RUNNER)
        try:
            p = subprocess.run(command + [runner, name, out], cwd=d, timeout=timeout, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=env)
            note = p.stderr.decode('utf-8', 'replace').strip().split('\n')[-1] if p.returncode else ''
        except subprocess.TimeoutExpired:
            note = 'time limit'
        try:
            with open(out) as f:
                return json.load(f), note
        except (OSError, ValueError):
            return {}, note


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--tests', default='/root/.pyenv/versions/3.11.7/lib/python3.11/test')
    ap.add_argument('--timeout', type=float, default=600)
    ap.add_argument('--pyvm', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '../dist/cli.js'))
    ap.add_argument('--verbose', action='store_true')
    ap.add_argument('names', nargs='*')
    a = ap.parse_args()
    names = a.names or DEFAULT
    total = [0, 0]
    causes = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(a.tests, os.path.join(folder, 'test'))
        # What tests compare io with.
        os.symlink(os.path.join(os.path.dirname(a.tests), '_pyio.py'), os.path.join(folder, '_pyio.py'))
        for short in names:
            name = 'test.test_' + short
            theirs, _ = run([sys.executable], name, folder, a.timeout, {**os.environ, 'PYTHONPATH': folder, 'PYTHONDONTWRITEBYTECODE': '1'})
            ours, note = run(['node', a.pyvm, 'run', '--path', folder], name, folder, a.timeout)
            good = {t for t, (k, _) in theirs.items() if k == 'ok'}
            mine = {t for t in good if ours.get(t, ['missing'])[0] == 'ok'}
            total[0] += len(mine)
            total[1] += len(good)
            print('%-18s %5d / %5d  %5.1f %%  %s' % ('test_' + short, len(mine), len(good), 100 * len(mine) / max(1, len(good)), note[:150]), flush=True)
            for t in sorted(good - mine):
                kind, why = ours.get(t, ['missing', note])
                causes[why if kind != 'skip' else 'skipped: ' + why] += 1
                if a.verbose:
                    print('    %s %s: %s' % (kind, t[len(name) + 1:], why))
    print('%-18s %5d / %5d  %5.1f %%' % ('sum', total[0], total[1], 100 * total[0] / max(1, total[1])))
    for why, n in causes.most_common(25):
        print('%5d  %s' % (n, why))


if __name__ == '__main__':
    main()
