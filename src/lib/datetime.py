"""Fast implementation of the datetime type."""

import sys

import _import_native as _native
import _type_names


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
    week = ns['_IsoCalendarDate']
    week.__name__ = week.__qualname__ = 'IsoCalendarDate'
    week.__repr__ = lambda self: 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % tuple(self)
    return [ns[n] for n in ('MINYEAR', 'MAXYEAR', 'date', 'time', 'datetime', 'timedelta', 'timezone', 'tzinfo')]


MINYEAR, MAXYEAR, date, time, datetime, timedelta, timezone, tzinfo = _load()
_type_names.as_c(date, time, datetime, timedelta, timezone, tzinfo)
UTC = timezone.utc
datetime_CAPI = None
__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')
del _load, _native, _type_names
