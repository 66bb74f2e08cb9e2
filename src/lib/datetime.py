"""Fast implementation of the datetime type."""

import sys

import _datetime_native as _arith
import _import_native as _native
import _type_names


def _quicken(ns):
    # The constructors and what is called much, natively; what that does not do, CPython's code does.
    slow_ord2ymd, date_of = ns['_ord2ymd'], _arith.date_of
    ns['_ord2ymd'] = lambda n: date_of(n) or slow_ord2ymd(n)
    _arith.install(*[ns[n] for n in ('date', 'datetime', 'time', 'timedelta', 'tzinfo', 'timezone', '_IsoCalendarDate')])


def _load():
    # CPython's own source, without its search for the C implementation, which this stands for: hidden from tracebacks.
    held = sys.modules.get('_datetime')
    sys.modules['_datetime'] = None
    ns = {'__name__': 'datetime'}
    try:
        exec(_native.frozen_code('_pure_datetime'), ns)
    finally:
        if held is None:
            del sys.modules['_datetime']
        else:
            sys.modules['_datetime'] = held
    _quicken(ns)
    week = ns['_IsoCalendarDate']
    week.__name__ = week.__qualname__ = 'IsoCalendarDate'
    week.__repr__ = lambda self: 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % tuple(self)
    return [ns[n] for n in ('MINYEAR', 'MAXYEAR', 'date', 'time', 'datetime', 'timedelta', 'timezone', 'tzinfo')]


MINYEAR, MAXYEAR, date, time, datetime, timedelta, timezone, tzinfo = _load()
_type_names.as_c(date, time, datetime, timedelta, timezone, tzinfo)
UTC = timezone.utc
datetime_CAPI = None
__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')
del _arith, _load, _native, _quicken, _type_names
