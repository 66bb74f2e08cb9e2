# The same where the module `__main__` is looked at first, or changed.
from shlex import split, quote
from decimal import Decimal
from fnmatch import fnmatch
import sys
main = sys.modules['__main__']
print(hasattr(main, 'split'), main.quote('a b'), main.__doc__)
main.extra = 5
print(extra, list(vars(main))[-3:], Decimal('1.5'))
from glob import escape
print('escape' in vars(main), escape('*'), fnmatch('a', '?'))

def shallow(n):
    return shallow(n - 1) if n else split('a "b c"')
print(shallow(50))

import builtins
own = builtins.__import__
def hooked(name, globals=None, locals=None, fromlist=(), level=0):
    if 'pprint' in (name, *(fromlist or ())):
        print('import', name, fromlist, 'escape' in globals)
    return own(name, globals, locals, fromlist, level)
builtins.__import__ = hooked
from pprint import pformat
builtins.__import__ = own
print(pformat([1]))
