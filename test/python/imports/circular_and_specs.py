# Circular imports by `import a.b as c`, words for them, and `__spec__` while a module's body runs.
import os
import shutil
import sys
import tempfile

FILES = {
    'ring/__init__.py': 'from ring.first import *\n',
    'ring/first.py': '''
__all__ = ['X']
print(__spec__.name, __spec__.parent, __spec__.has_location, type(__loader__).__name__)
X = 1
import ring.first as me
print(me.X, me is __import__('sys').modules[__name__])
from ring import second
import ring.second as again
print(again is second)
''',
    'ring/second.py': '''
import ring.first as f
import ring.third as t
print('second', f.X, t.Z)
''',
    'ring/third.py': '''
Z = 3
import ring.first
try:
    ring.first
except AttributeError as e:
    print(e)
def late():
    import ring.deep.down as d
    return d.W
print(late())
''',
    'ring/deep/__init__.py': 'print(__spec__.submodule_search_locations == __path__, __package__)\n',
    'ring/deep/down.py': 'W = 4\n',
}
where = tempfile.mkdtemp()
try:
    for name, text in FILES.items():
        path = os.path.join(where, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as f:
            f.write(text)
    sys.path.insert(0, where)
    import ring
    print(ring.X, ring.__spec__.name, ring.first.__spec__.origin == ring.first.__file__)
    print(__spec__, type(ring.__spec__), type(ring.__loader__))
    import importlib.resources
    print((importlib.resources.files('ring.deep') / 'down.py').read_text())
finally:
    shutil.rmtree(where)
