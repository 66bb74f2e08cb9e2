#!/usr/bin/env python3
"""What pyvm's builtin types and module lack beside CPython 3.11's, and have beyond them: dir() of each, compared.

Run under python3; `pyvm` is dist/cli.js beside this script. Prints nothing but what docs/limits.md does not list
(lines of the form "- `T.name`"), and ends with exit code 1 then.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

PROGRAM = r'''
import sys
def gen(): yield
async def coro(): pass
async def agen(): yield
def outer():
    x = 1
    def inner(): return x
    return inner
class Slots:
    __slots__ = ('a',)
    def m(self): pass
def frame(): return sys._getframe()
def tb():
    try: 1 // 0
    except ZeroDivisionError as e: return e.__traceback__
c = coro()
c.close()
d = {}
sources = {
    'int': int, 'bool': bool, 'float': float, 'complex': complex, 'str': str, 'bytes': bytes, 'bytearray': bytearray,
    'memoryview': 'memoryview', 'list': list, 'tuple': tuple, 'range': range, 'slice': slice, 'dict': dict,
    'dict_keys': type(d.keys()), 'dict_values': type(d.values()), 'dict_items': type(d.items()), 'set': set,
    'frozenset': frozenset, 'object': object, 'type': type, 'function': type(gen), 'builtin_function': type(len),
    'method': type([].append), 'bound_method': type(Slots().m), 'classmethod': classmethod, 'staticmethod': staticmethod,
    'property': property, 'super': super, 'generator': type(gen()), 'coroutine': type(c), 'async_generator': type(agen()),
    'module': type(sys), 'code': type(gen.__code__), 'frame': type(frame()), 'traceback': type(tb()),
    'cell': type(outer().__closure__[0]), 'NotImplementedType': type(NotImplemented), 'ellipsis': type(...),
    'NoneType': type(None), 'GenericAlias': 'type(list[int])', 'UnionType': 'type(int | str)',
    'SimpleNamespace': 'type(sys.implementation)', 'mappingproxy': type(int.__dict__), 'map': map, 'filter': filter, 'zip': zip,
    'enumerate': enumerate, 'reversed': reversed, 'list_iterator': type(iter([])), 'tuple_iterator': type(iter(())),
    'range_iterator': type(iter(range(1))), 'longrange_iterator': type(iter(range(2 ** 70))), 'str_iterator': type(iter('')),
    'str_iterator2': type(iter('\u0444')),
    'bytes_iterator': type(iter(b'')), 'bytearray_iterator': type(iter(bytearray())), 'set_iterator': type(iter(set())),
    'dict_keyiterator': type(iter({})), 'dict_valueiterator': type(iter({}.values())),
    'dict_itemiterator': type(iter({}.items())), 'list_reverseiterator': type(reversed([])),
    'dict_reversekeyiterator': type(reversed({})), 'callable_iterator': type(iter(int, 1)),
    'coroutine_wrapper': type(coro().__await__()) if False else type(c.__await__()),
    'async_generator_asend': type(agen().asend(None)), 'async_generator_athrow': type(agen().athrow(ValueError)),
    'wrapper_descriptor': type(int.__add__), 'method_descriptor': type(str.join), 'method_wrapper': type((1).__add__),
    'classmethod_descriptor': type(dict.__dict__['fromkeys']), 'getset_descriptor': type(type.__dict__['__dict__']),
    'member_descriptor': type(Slots.a), 'Slots': Slots, 'function object': gen,
}
for name, v in sources.items():
    if type(v) is str:
        try: v = eval(v)
        except Exception as e:
            print(name, '!', type(e).__name__, e)
            continue
    print(name, *sorted(dir(v)))
import builtins
for name in sorted(dir(builtins)):
    v = getattr(builtins, name)
    if isinstance(v, type) and issubclass(v, BaseException): print(name, *sorted(dir(v)))
print('builtins', *sorted(dir(builtins)))
'''


def table(command):
    done = subprocess.run(command, input=PROGRAM, capture_output=True, text=True, timeout=60)
    if done.returncode:
        sys.exit('%s: %s' % (command[0], done.stderr))
    return {line.split(' ')[0] + ('' if line.split(' ')[1] != 'object' else ' '): set(line.split()[1:])
            for line in done.stdout.splitlines()}


def limits():
    path = os.path.join(ROOT, 'docs', 'limits.md')
    if not os.path.exists(path):
        return set()
    with open(path) as f:
        return set(re.findall(r'`([\w ]+\.\w+)`', f.read()))


def main():
    want = table([sys.executable, '-'])
    have = table(['node', os.environ.get('PYVM_CLI') or os.path.join(ROOT, 'dist', 'cli.js'), '-'])
    known = limits()
    lines = []
    for name, names in want.items():
        got = have.get(name, set())
        for sign, rest in (('-', names - got), ('+', got - names)):
            rest = sorted(n for n in rest if '%s.%s' % (name, n) not in known)
            if rest:
                lines.append('%s %s: %s' % (sign, name, ' '.join(rest)))
    print('\n'.join(lines), end='\n' if lines else '')
    sys.exit(1 if lines else 0)


main()
