# Not hidden from tracebacks: Python code in CPython too.
"""Opcodes of the bytecode: numbers, names and kinds, from the machine's own table."""

from _opcode_table import (opmap, cmp_op, HAVE_ARGUMENT, EXTENDED_ARG, hasconst, hasname, hasjrel, hasjabs,
                           haslocal, hascompare, hasfree, hasnargs, stack_effect)

__all__ = ['cmp_op', 'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal', 'hascompare', 'hasfree', 'opname', 'opmap',
           'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasnargs', 'stack_effect']

opname = ['<%r>' % (i,) for i in range(256)]
for _name, _op in opmap.items():
    opname[_op] = _name
del _name, _op
