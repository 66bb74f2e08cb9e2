# Who gets a program's globals as an object gets the names that were imported but not used yet.
import sys
from typing import List, Optional, ClassVar
from dataclasses import dataclass, field, InitVar
from itertools import chain
from contextlib import contextmanager, suppress
from datetime import date

def names():
    return sorted(n for n in ('List', 'Optional', 'contextmanager', 'date', 'suppress') if n in sys._getframe(1).f_globals)

def scope():
    return eval('suppress'), sorted(k for k in names.__globals__ if k in ('date', 'suppress', 'field'))

class Tree:
    kind = suppress
    def __init__(self, v: 'Optional[int]' = None):
        self.v = v

print(eval('date(2020, 1, 2)'), Tree.kind)
exec('print(contextmanager.__name__)')
exec('from fractions import Fraction\nprint(Fraction(1, 3))')

@dataclass
class Row:
    a: 'int'
    b: 'List[int]' = field(default_factory=list)
    c: 'ClassVar[int]' = 3
print(Row(1), [f.name for f in Row.__dataclass_fields__.values() if f._field_type.name == '_FIELD'])

import typing
print(typing.get_type_hints(Tree.__init__))
print(names(), scope())
import __main__
from __main__ import date as same
print(__main__.List is List, same is date, __main__.__name__, type(__main__).__name__)
