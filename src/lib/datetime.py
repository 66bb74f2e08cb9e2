"""Fast implementation of the datetime type."""

import sys

import _import_native as _native


def _c_words(check):
    """A check of fields with the messages of the C implementation."""
    def checked(*fields):
        try:
            return check(*fields)
        except ValueError as e:
            text = e.args[0]
        if text.startswith('year'):
            text = 'year %d is out of range' % fields[0]
        elif text.startswith('day'):
            text = 'day is out of range for month'
        raise ValueError(text)
    return checked


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
    ns['_check_date_fields'] = _c_words(ns['_check_date_fields'])
    ns['_check_time_fields'] = _c_words(ns['_check_time_fields'])
    week = ns['_IsoCalendarDate']
    week.__name__ = week.__qualname__ = 'IsoCalendarDate'
    week.__repr__ = lambda self: 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % tuple(self)
    return [ns[n] for n in ('MINYEAR', 'MAXYEAR', 'date', 'time', 'datetime', 'timedelta', 'timezone', 'tzinfo')]


MINYEAR, MAXYEAR, date, time, datetime, timedelta, timezone, tzinfo = _load()
UTC = timezone.utc
datetime_CAPI = None
__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')
del _c_words, _load, _native
