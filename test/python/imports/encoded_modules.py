"""Modules whose coding lines name parts of ISO 8859 as Python does."""
import importlib
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    for i, name in enumerate(['latin9', 'latin2', 'l5', 'iso-8859-15', 'cyrillic', 'greek', 'koi8-r', 'cp1251', 'iso8859_7', 'mac-roman', 'latin-1']):
        with open(os.path.join(folder, f'encoded{i}.py'), 'wb') as f:
            f.write(b'# coding: ' + name.encode() + b'\nx = "\xa4\xb5\xe0\xf0"\n')
        importlib.invalidate_caches()
        print(name, ascii(importlib.import_module(f'encoded{i}').x))
    with open(os.path.join(folder, 'encoded_not.py'), 'wb') as f:
        f.write(b'# coding: nope\nx = 1\n')
    try:
        import encoded_not
    except SyntaxError as e:
        print(e.msg)
