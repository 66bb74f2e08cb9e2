"""The words of C's datetime: constructors, ranges, arithmetic, ISO texts, tzinfo classes."""
import operator as O
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def t(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        r = '%s: %s' % (type(e).__name__, e)
    print(r if isinstance(r, str) else repr(r))


for cls in date, datetime, timedelta, timezone:
    t(cls)
t(date, 2020)
t(date, 2020, 1)
t(date, 2020, 13, 1)
t(date, 2020, 2, 30)
t(date, 0, 1, 1)
t(date, 2020, 1, 1, 1)
t(date, 2020, 1, '3')
t(date, 10**20, 1, 1)
t(date, foo=1)
t(time, 25)
t(time, 1, 60)
t(time, 1, tzinfo=3)
t(time, fold=2)
t(time, foo=1)
t(datetime, 2020, 1)
t(datetime, 2020, 1, 1, 24)
t(datetime, 2020, 1, 1, tzinfo=1)
t(timedelta, days='a')
t(timedelta, hours=None)
t(timedelta, days=10**10)
t(timedelta, foo=1)
t(timedelta, 999999999, 86400)
t(timezone, timedelta(hours=25))
t(timezone, 5)
t(timezone, timedelta(0), 3)
for s in '2023-13-01', '2023-02-30', '2023-W54-1', '2023', '0000-01-01', 'x' * 10, '2023-01-0१':
    t(date.fromisoformat, s)
for s in '24:00', '12:60', '12:30+25:00', '12:3', '12:30:45.123':
    t(time.fromisoformat, s)
    t(datetime.fromisoformat, '2023-01-02T' + s)
t(datetime.fromisoformat, '2023-01-02T')
t(date.fromordinal, 0)
t(date.fromordinal, 'a')
t(datetime.fromtimestamp, float('nan'))
t(datetime.fromtimestamp, 1e30)
d, dt, td, tm = date(2023, 5, 17), datetime(2023, 5, 17, 12, 34), timedelta(3, 4, 5), time(1, 2)
tz = timezone(timedelta(hours=5))
aware = dt.replace(tzinfo=tz)
for op in O.add, O.sub, O.lt, O.mul:
    for b in d, dt, tm, 1, 'a', None:
        t(op, d, b)
        t(op, b, td)
        t(op, dt, b)
t(O.sub, dt, aware)
t(O.lt, dt, aware)
t(O.lt, tm, tm.replace(tzinfo=tz))
t(O.add, date.max, timedelta(1))
t(O.sub, datetime.min, timedelta(1))
t(O.mul, timedelta.max, 2)
t(O.truediv, td, 0)
t(setattr, d, 'year', 3)
t(getattr, d, 'foo')
t(dt.isoformat, 'xx')
t(d.strftime, 3)
t(format, d, '%d.%m')
t(datetime.combine, tm, d)
t(datetime.strptime, 1, '%Y')
t(datetime.strptime, '2020-13', '%Y-%m')
t(dt.astimezone, 3)
t(tz.utcoffset, 3)


class T(tzinfo):
    def utcoffset(self, dt):
        return self.v
    dst = tzname = utcoffset


t(tzinfo().utcoffset, dt)
for T.v in 3, None, timedelta(1), timedelta(hours=2):
    w = dt.replace(tzinfo=T())
    for f in w.utcoffset, w.tzname, w.isoformat:
        t(f)
    t(w.__eq__, aware)


class Day(date):
    pass


class Moment(datetime):
    pass


print(repr(Day(2020, 1, 1)), repr(Moment(2020, 1, 1, tzinfo=tz)), type(Day(2020, 1, 1) + timedelta(1)))
for o in d, dt, td, tm, tz, aware:
    print(pickle.dumps(o, 2), pickle.loads(pickle.dumps(o)) == o)
