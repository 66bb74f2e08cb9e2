"""Fast implementation of the datetime type."""

import sys

import _datetime_native as _arith
import _import_native as _native
import _type_names


def _quicken(ns):
    # The constructors of timedelta and datetime and the arithmetic of datetimes, on natives; what those do not do,
    # CPython's code does.
    date, datetime, timedelta, unset = ns['date'], ns['datetime'], ns['timedelta'], ns['_unset']
    new = object.__new__
    slow_timedelta, slow_datetime, slow_add, slow_sub = timedelta.__new__, datetime.__new__, datetime.__add__, datetime.__sub__
    slow_ord2ymd = ns['_ord2ymd']
    valid, fields, plus, minus, date_of, ordinal_of = _arith.valid, _arith.timedelta_fields, _arith.datetime_plus, _arith.datetime_minus, _arith.date_of, _arith.ordinal_of

    def timedelta_new(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0, *rest, **more):
        f = None if rest or more else fields(days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        if f is None:
            return slow_timedelta(cls, days, seconds, microseconds, milliseconds, minutes, hours, weeks, *rest, **more)
        self = new(cls)
        self._days, self._seconds, self._microseconds = f
        self._hashcode = -1
        return self

    def datetime_new(cls, year=unset, month=unset, day=unset, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *rest, fold=0, **more):
        if tzinfo is not None or rest or more or not valid(year, month, day, hour, minute, second, microsecond, fold):
            return slow_datetime(cls, year, month, day, hour, minute, second, microsecond, tzinfo, *rest, fold=fold, **more)
        self = new(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = None
        self._hashcode = -1
        self._fold = fold
        return self

    def moved(self, f):
        r = new(datetime)
        r._year, r._month, r._day, r._hour, r._minute, r._second, r._microsecond = f
        r._tzinfo = self._tzinfo
        r._hashcode = -1
        r._fold = 0
        return r

    def __add__(self, other):
        if type(self) is datetime and type(other) is timedelta:
            f = plus(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                     other._days, other._seconds, other._microseconds, 1)
            if f is not None:
                return moved(self, f)
        return slow_add(self, other)

    def __sub__(self, other):
        if type(self) is datetime:
            if type(other) is datetime:
                if self._tzinfo is other._tzinfo:
                    r = new(timedelta)
                    r._days, r._seconds, r._microseconds = minus(
                        self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                        other._year, other._month, other._day, other._hour, other._minute, other._second, other._microsecond)
                    r._hashcode = -1
                    return r
            elif type(other) is timedelta:
                f = plus(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                         other._days, other._seconds, other._microseconds, -1)
                if f is not None:
                    return moved(self, f)
        return slow_sub(self, other)

    def toordinal(self):
        return ordinal_of(self._year, self._month, self._day)

    def replace(cls, name, f):
        old = getattr(cls, name)
        f.__doc__, f.__name__, f.__qualname__, f.__module__ = old.__doc__, name, old.__qualname__, old.__module__
        setattr(cls, name, f)

    ns['_ord2ymd'] = lambda n: date_of(n) or slow_ord2ymd(n)
    replace(timedelta, '__new__', timedelta_new)
    replace(datetime, '__new__', datetime_new)
    replace(datetime, '__add__', __add__)
    replace(datetime, '__sub__', __sub__)
    replace(date, 'toordinal', toordinal)
    datetime.__radd__ = datetime.__add__


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
