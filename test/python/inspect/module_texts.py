# Docstrings of modules: those written natively, and those whose body has not run when somebody asks past `__getattribute__`.
import array
import bisect
import csv
import errno
import gc
import itertools
import math
import operator
import pydoc
import random
import struct
import sys
import time
import types

print(object.__getattribute__(random, '__doc__').splitlines()[0])
print(types.ModuleType.__getattribute__(bisect, '__doc__'))
for module in (array, csv, errno, gc, itertools, math, operator, struct, sys, time):
    print(module.__name__, len(module.__doc__), module.__doc__.splitlines()[-1])
    assert object.__getattribute__(module, '__doc__') == module.__dict__['__doc__'] == module.__doc__
print(pydoc.render_doc(random, renderer=pydoc.plaintext).splitlines()[3])
print(pydoc.render_doc(itertools.groupby, renderer=pydoc.plaintext).splitlines()[:5])
math.__doc__ = 'mine'
print(math.__doc__)
del time.__doc__
try:
    time.__doc__
except AttributeError as e:
    print(e)
try:
    object.__getattribute__(bisect, 'nothing')
except AttributeError as e:
    print(e)
