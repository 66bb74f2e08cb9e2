"""date, datetime and timedelta: what is native, and where it hands over to Python code."""
from datetime import date, datetime, timedelta, timezone, time
import pickle, copy


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = datetime(2020, 2, 28, 23, 59, 30, 5)
for t in [timedelta(seconds=31), timedelta(1, 2, 3), timedelta(days=-60, hours=5), timedelta(weeks=1, milliseconds=5), timedelta(0.5), timedelta(minutes=1.5)]:
    print(d + t, t + d, d - t, repr(t), t + t, t - timedelta(1), -t, t * 3, 2 * t, t.days, t.seconds, t.microseconds, d - (d + t), date(2020, 2, 28) + t, date(2020, 3, 1) - t)
print(timedelta(1) == timedelta(hours=24), timedelta(1) < timedelta(2), timedelta(1) >= timedelta(2), timedelta(1) != 1, timedelta(1) == 1, hash(timedelta(1)) == hash(timedelta(hours=24)))
print(d == datetime(2020, 2, 28, 23, 59, 30, 5), d < datetime(2021, 1, 1), d > datetime(2020, 2, 28), d != d, d == date(2020, 2, 28), date(2020, 1, 1) <= date(2020, 1, 1), date(2020, 1, 1) == 3)
print(date(2020, 3, 1) - date(2020, 2, 1), d.date(), d.date().weekday(), d.weekday(), d.isoweekday(), d.toordinal(), date.min, date.max, d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond, date(1, 2, 3).day)
u = datetime(2020, 5, 17, 10, 20, 30, tzinfo=timezone.utc)
e = datetime(2020, 5, 17, 12, 20, 30, tzinfo=timezone(timedelta(hours=2)))
print(u == e, u < e, u - e, u + timedelta(hours=20), str(u), u.isoformat(), e.isoformat(), u.strftime('%H:%M %z'), u - timedelta(1) == e - timedelta(1), u.date())
for f in ['%Y-%m-%d %H:%M:%S', '%y/%j %a %A %b %B %I%p %f %%', 'x', '%d.%m.', '%-d', '%e %U', '%c', '']:
    print(repr(d.strftime(f)), repr(date(2021, 12, 5).strftime(f)), format(d, f))
print(d.isoformat(), d.isoformat(' '), d.isoformat(timespec='minutes'), str(d), str(d.replace(microsecond=0)), date(987, 1, 2).isoformat(), d.isoformat(sep='x', timespec='seconds'))
for s, f in [('2020-05-17 10:20:30', '%Y-%m-%d %H:%M:%S'), ('2020-5-7', '%Y-%m-%d'), ('17/05/20', '%d/%m/%y'), ('12:30', '%H:%M'), ('2020-02-30', '%Y-%m-%d'), ('x', '%Y'), ('2020', '%Y %m'), ('20200517', '%Y%m%d'),
             ('10:20:30.25', '%H:%M:%S.%f'), ('May 5 2020', '%b %d %Y'), ('2020-05-17T10', '%Y-%m-%dt%H'), ('2020  01', '%Y %m'), ('2020-01-01 ', '%Y-%m-%d'), ('1 1', '%d %d'), ('12:61', '%H:%M'), ('2020-01-01 +0200', '%Y-%m-%d %z'), ('10', '%H%'), ('59:60', '%M:%S')]:
    tell(lambda: datetime.strptime(s, f))
for s in ['2020-05-17', '2020-05-17T10:20', '2020-05-17 10:20:30', '2020-05-17 10:20:30.123', '2020-05-17T10:20:30.123456', '2020-05-17T10:20:30+02:00', '20200517', '2020-W01-1', '2020-13-01', '2020-01-01T25:00', 'x', '2020-05-17T10:20:30Z']:
    tell(lambda: datetime.fromisoformat(s))
for f in [lambda: datetime(2020, 13, 1), lambda: datetime(2020, 1), lambda: datetime(2020, 1, 32), lambda: datetime(2020, 1, 1, 24), lambda: datetime('x', 1, 1), lambda: date(2020, 2, 30), lambda: date(2020), lambda: timedelta('x'),
          lambda: timedelta(10 ** 9), lambda: datetime.max + timedelta(1), lambda: date.min - timedelta(1), lambda: d + 1, lambda: 1 + d, lambda: d - 1, lambda: d < 1, lambda: timedelta(1) < 1, lambda: d < date(2020, 1, 1), lambda: u < d,
          lambda: u - d, lambda: date(2020, 1, 1) - 1, lambda: timedelta(1) + 1, lambda: timedelta(foo=1), lambda: timedelta(1, days=2), lambda: datetime.strptime('x'), lambda: d.strftime(3), lambda: d.isoformat('ab'), lambda: datetime.fromisoformat(3),
          lambda: setattr(d, 'year', 3), lambda: setattr(timedelta(1), 'days', 3), lambda: timedelta(days=999999999) + timedelta(1), lambda: d.weekday(1)]:
    tell(f)


class D(datetime):
    pass


x = D(2020, 1, 1)
print(type(x + timedelta(1)).__name__, type(x), x == datetime(2020, 1, 1), datetime(2020, 1, 1) == x, x - datetime(2019, 1, 1), type(D.strptime('2020', '%Y')).__name__, type(D.fromisoformat('2020-01-01')).__name__, str(x), x.year, x.strftime('%Y'))
print(datetime(year=2020, month=2, day=3, hour=4), datetime(2020, 1, 1, fold=1).fold, datetime(2020, 1, 1).tzinfo, datetime(True, True, True), pickle.loads(pickle.dumps([d, u, timedelta(3)])), copy.copy(d) == d, copy.deepcopy(d) == d)
print({d: 1}[datetime(2020, 2, 28, 23, 59, 30, 5)], {timedelta(1): 2}[timedelta(hours=24)], sorted([d, datetime(2019, 1, 1)])[0], max(date(2020, 1, 1), date(2021, 1, 1)), sum([timedelta(1), timedelta(2)], timedelta()), timedelta(1) / 2, timedelta(1) // timedelta(hours=5), timedelta(5) * 1.5)
print(datetime.combine(date(2020, 1, 1), time(1, 2)), d.replace(day=1), d.timetuple()[:6], date.fromordinal(737425), datetime.fromtimestamp(0, timezone.utc), d.isocalendar(), d.ctime(), repr(d), timedelta(hours=30).total_seconds())
