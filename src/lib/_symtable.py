"""Symbol tables of source text, from the machine's compiler."""

import _ast_tree
from os import fsdecode

USE = 16
DEF_GLOBAL = 1
DEF_LOCAL = 2
DEF_PARAM = 4
DEF_NONLOCAL = 8
DEF_FREE = 32
DEF_FREE_CLASS = 64
DEF_IMPORT = 128
DEF_BOUND = 134
DEF_ANNOT = 256
SCOPE_OFF = 11
SCOPE_MASK = 15
LOCAL = 1
GLOBAL_EXPLICIT = 2
GLOBAL_IMPLICIT = 3
FREE = 4
CELL = 5
TYPE_FUNCTION = 0
TYPE_CLASS = 1
TYPE_MODULE = 2


class _Entry:
    __qualname__ = 'symtable entry'
    __module__ = 'builtins'

    def __init__(self, row):
        self.name, self.type, self.lineno, self.nested, self.symbols, self.varnames, children = row
        self.children = [_Entry(c) for c in children]

    @property
    def id(self):
        return id(self)

    def __repr__(self):
        return '<symtable entry %s(%d), line %d>' % (self.name, self.id, self.lineno)


def symtable(source, filename, startstr, /):
    filename = fsdecode(filename)
    if not isinstance(source, (str, bytes, bytearray, memoryview)):
        raise TypeError('symtable() arg 1 must be a string or bytes object')
    if ('\0' if isinstance(source, str) else b'\0') in source:
        raise SyntaxError('source code string cannot contain null bytes')
    if startstr not in ('exec', 'eval', 'single'):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    return _Entry(_ast_tree.symbols(source, filename, startstr))
