#!/usr/bin/env python3
"""Writes docs/stdlib.md: the library's modules, their public names here and in CPython, and where they come from.

Run with CPython 3.11 after a build:  python3 scripts/stdlib-table.py
"""
import importlib
import json
import os
import subprocess
import sys
import warnings

warnings.simplefilter('ignore')
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
MODULES = '''abc argparse array ast asyncio base64 binascii bisect builtins bz2 calendar cmath cmd code codecs codeop collections collections.abc
colorsys concurrent.futures configparser contextlib contextvars copy copyreg csv ctypes dataclasses datetime decimal difflib dis doctest email enum
errno filecmp fnmatch fractions functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html html.parser http importlib
importlib.machinery importlib.util inspect io ipaddress itertools json keyword linecache locale logging logging.handlers lzma marshal math mimetypes mmap
multiprocessing numbers opcode operator optparse os os.path pathlib pdb pickle pickletools pkgutil platform plistlib pprint profile pstats pwd pydoc
queue quopri random re reprlib resource runpy sched secrets select shelve shlex shutil signal socket ssl stat statistics string stringprep struct
subprocess symtable sys sysconfig tabnanny tarfile tempfile textwrap this threading time timeit token tokenize tomllib trace traceback tracemalloc
types typing unicodedata unittest unittest.mock urllib.parse urllib.request uuid warnings wave weakref xml.dom.minidom xml.etree.ElementTree
xml.parsers.expat xml.sax zipfile zipimport zlib zoneinfo'''.split()
NOTES = {
    'asyncio': 'own loop on the host\'s timers; no streams, no subprocesses',
    'ctypes': 'data types only; libraries cannot be opened', 'multiprocessing': 'no processes can be started; pools of threads work', 'subprocess': 'no processes can be started',
    'socket': 'no sockets can be made; addresses, byte order and constants work', 'ssl': 'there are no sockets', 'lzma': 'valid streams, not liblzma\'s bytes; no branch filters (x86, ARM ...)',
    'decimal': 'General Decimal Arithmetic on bigints', 'gc': 'nothing can be asked of the JavaScript engine',
    'dis': 'the layout of CPython 3.5', 'opcode': 'the opcodes of CPython 3.5', 'threading': 'threads take turns; one runs at a time', 'concurrent.futures': 'no processes',
    'tracemalloc': 'traces nothing', 'resource': 'no limits', 'select': 'waits for time only', 'zlib': 'compressed bytes are zlib 1.2.13\'s',
    'os': 'the host\'s files; no processes', 'sys': '', 'this': '',
}
PROBE = '''
import sys, json
out = {}
def there(m, n):
    try:
        return hasattr(m, n)
    except ImportError:
        return False
for name in sys.argv[1:]:
    try:
        m = __import__(name, fromlist=['*'])
        out[name] = [sorted(n for n in (getattr(m, '__all__', None) or dir(m)) if not n.startswith('_') and there(m, n)), str(getattr(m, '__file__', ''))]
    except BaseException as e:
        out[name] = [None, type(e).__name__ + ': ' + str(e)]
sys.stderr.write('\\x01' + json.dumps(out))
'''


def ask(command):
    err = subprocess.run(command + [PROBE] + MODULES, capture_output=True, text=True).stderr
    return json.loads(err[err.index('\x01') + 1:])


def main():
    theirs = ask([sys.executable, '-W', 'ignore', '-c'])
    ours = ask(['node', os.path.join(ROOT, 'dist/cli.js'), '-c'])
    own = {f[:-3].replace('/', '.') for f in os.listdir(os.path.join(ROOT, 'src/lib'))} | {'asyncio'}
    rows = []
    total = [0, 0]
    absent = []
    for name in MODULES:
        want = theirs[name][0] or []
        have, where = ours[name]
        if have is None:
            rows.append(f'| {name} | - / {len(want)} | absent | {NOTES.get(name, where)} |')
            continue
        missing = sorted(set(want) - set(have))
        total[0] += len(want) - len(missing)
        total[1] += len(want)
        source = 'own Python' if name.split('.')[0] in own and '<frozen>' in where or '<native>' in where or (name in own) else 'frozen Lib' if '<frozen>' in where else 'native'
        note = NOTES.get(name, '')
        if missing:
            absent.append(f'- **{name}**: {", ".join(f"`{n}`" for n in missing)}')
        rows.append(f'| {name} | {len(want) - len(missing)} / {len(want)} | {source} | {note} |')
    size = os.path.getsize(os.path.join(ROOT, 'dist/lib.bin'))
    text = f'''# The library

Made by `python3 scripts/stdlib-table.py`. A module's names are those of its `__all__`, or its public ones. *Frozen Lib* is CPython's own source,
taken from the pinned `pyodide` package at build time (Python Software Foundation License, `dist/LICENSE-PYTHON.txt`); *own Python* stands in
`src/lib`; *native* is TypeScript. Other modules of CPython's Lib that need nothing else are frozen too: `scripts/lib-modules.mjs`.

{total[0]} of {total[1]} names are there. The archive `dist/lib.bin` is {size / 1e6:.1f} MB; a module is read from it when it is imported.

| module | names here / CPython | source | notes |
| --- | --- | --- | --- |
''' + '\n'.join(rows) + '\n\n## Names that are not there\n\n' + '\n'.join(absent) + '\n'
    with open(os.path.join(ROOT, 'docs/stdlib.md'), 'w') as f:
        f.write(text)
    print(f'{total[0]} of {total[1]} names')


main()
