# A library module that the program imports may run its body later; nobody can tell.
import atexit
import sys
import logging
import os.path
import collections.abc
import json as j
import random as r
import typing
import types

print(os.path.join('a', 'b'), isinstance([], collections.abc.Sequence), j.dumps([1]))
print(type(r) is types.ModuleType, isinstance(r, types.ModuleType), r.__name__, r.__class__)
print(vars(typing)['List'], 'List' in dir(typing), hasattr(typing, 'nothing'))
import xml.etree.ElementTree as ET
print(ET.fromstring('<a/>').tag, ET.__name__)
import json
print(json is j, json.decoder.JSONDecodeError, 'json.decoder' in sys.modules)
from json import *
print(loads('[1]'))
from collections import abc, OrderedDict
print(abc.Mapping, OrderedDict, abc is collections.abc)
import string
del string.digits
print(hasattr(string, 'digits'), string.ascii_letters[:3])
import textwrap
textwrap.dedent = len
print(textwrap.dedent('  a'), textwrap.indent('a', '- '))
try:
    import json.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import os.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    __import__('copy', globals(), None, (), -1)
except ValueError as e:
    print(e)
print(__import__('xml.dom').__name__, __import__('xml.dom', fromlist=['x']).__name__, __import__('heapq').heappop([1]))

# Threads that are the first to use a module find it whole.
import threading, copy, statistics, fractions


def work():
    for i in range(3):
        results.append((fractions.Fraction(1, 2) + statistics.mean([1, 2]), copy.copy([1])))


results = []
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(results), results[0])

# Being traced, the body of a module is nothing that happens at its first use.
import shlex
seen = []
sys.settrace(lambda f, e, a: seen.append(f.f_code.co_name))
shlex.quote('a b')
sys.settrace(None)
print(seen)


# What is imported first is left last.
import importlib
import csv
print(csv.__spec__.name, importlib.import_module('textwrap') is textwrap, importlib.reload(textwrap).dedent('  a'))
log = logging.getLogger()
log.addHandler(logging.StreamHandler(sys.stdout))
atexit.register(lambda: log.warning('still open %s', [h.closed for h in ()]))
