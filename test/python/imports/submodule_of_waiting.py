# Submodules that the body of their parent puts into sys.modules, imported after the parent and before anything was asked of it.
import os
import contextlib
import os.path
import os.path as p
from os.path import join
print(join('a', 'b'), p is os.path, os.path.__name__)
import collections
import collections.abc
import collections.abc as abc
from collections.abc import Mapping
print(abc is collections.abc, Mapping.__module__, collections.abc.Mapping is Mapping)
import typing
import sys
try:
    import typing.nothing
except ModuleNotFoundError as e:
    print(e)
try:
    import random.nothing
except ModuleNotFoundError as e:
    print(e)
import xml.etree.ElementTree as ET
print(ET.fromstring('<a/>').tag)
