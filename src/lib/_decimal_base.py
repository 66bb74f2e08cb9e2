"""Decimal arithmetic: what _decimal and _pydecimal are made of."""

import numbers as _numbers
from collections import namedtuple as _namedtuple

import _decimal_native as _native
from _decimal_native import *
from _decimal_native import Decimal, Context, getcontext, setcontext

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')

_numbers.Number.register(Decimal)


def _compare_rational(d, r, op):
    if not isinstance(r, _numbers.Rational):
        return NotImplemented
    if not d.is_finite():
        left, right = d, Decimal(0)
    else:
        n, m = d.as_integer_ratio()
        left, right = n * r.denominator, r.numerator * m
    if op == '==':
        return left == right
    if op == '!=':
        return left != right
    if op == '<':
        return left < right
    if op == '<=':
        return left <= right
    if op == '>':
        return left > right
    return left >= right


_native.use(DecimalTuple, _compare_rational)
del use


class _ContextManager:
    __module__ = 'decimal'
    __qualname__ = 'ContextManager'

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *args):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    new = ctx.copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        if value is not None:
            setattr(new, name, value)
    return _ContextManager(new)
