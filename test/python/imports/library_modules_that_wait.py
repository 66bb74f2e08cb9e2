# A library module that another one imports is in sys.modules and whole for whoever asks.
import sys
import types
import dataclasses
import logging
import argparse

# Their own bodies wait as well, until something is asked of them.
dataclasses.field, logging.Logger, argparse.ArgumentParser

inspect = sys.modules['inspect']
print(type(inspect) is types.ModuleType, isinstance(inspect, types.ModuleType), inspect.__class__.__name__, inspect.__name__)
print(types.ModuleType.__subclasses__() == [] or all(c.__module__ != 'builtins' for c in types.ModuleType.__subclasses__()))
print(inspect.__doc__.splitlines()[0])
import inspect as again
print(again is inspect, again is dataclasses.inspect)
print(inspect.signature(lambda a, b=1, *, c: 0))

traceback = logging.traceback
traceback.print_exc = 'mine'
print(traceback.print_exc, callable(traceback.format_exc))
import traceback
print(traceback.print_exc)
del traceback.print_exc
print(hasattr(traceback, 'print_exc'), hasattr(traceback, 'format_exception'))

import pathlib
pathlib.PurePath
ntpath = sys.modules['ntpath']
print('splitdrive' in vars(ntpath), 'join' in dir(ntpath))
print(pathlib.PureWindowsPath('c:/a', 'b'))
fnmatch = pathlib.fnmatch
print(getattr(fnmatch, 'nothing', 'default'))
try:
    fnmatch.nothing
except AttributeError as e:
    print(e, e.obj is fnmatch, e.name)

print([m for m in ('inspect', 'ast', 'dis', 'tokenize', 'linecache') if m in sys.modules])


def uses_gettext():
    import gettext
    return gettext.gettext('text')


print(uses_gettext(), argparse._('text'))
import copy
print(copy.deepcopy([1, [2]]), copy.copy.__module__)
match inspect:
    case types.ModuleType():
        print('a module')
