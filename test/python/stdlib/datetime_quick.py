# Constructors, replace, zones, clocks and texts that have natives over CPython's Python code.
from datetime import *

zones = [None, timezone.utc, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5, minutes=-30)), timezone(timedelta(hours=1, seconds=17, microseconds=5), 'X')]


class Own(tzinfo):
    def utcoffset(self, d):
        return timedelta(hours=3)

    def dst(self, d):
        return timedelta(0)

    def tzname(self, d):
        return 'own'

    def __repr__(self):
        return 'Own()'


class Sub(datetime):
    pass


def show(*fs):
    for f in fs:
        try:
            print(repr(f()), end=' ')
        except Exception as e:
            print(f'{type(e).__name__}: {e}', end=' ')
    print()


zones.append(Own())
stamps = [datetime(2024, 2, 29, 23, 59, 59, 999999), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59), datetime(1970, 1, 1, fold=1), Sub(2020, 5, 6, 7)]
for i, a in enumerate(stamps):
    for k, z in enumerate(zones):
        b = a.replace(tzinfo=z)
        c = stamps[(i + k) % 5].replace(tzinfo=zones[(k * 2) % 6])
        show(lambda: b, lambda: str(b), lambda: b.isoformat('_', ['auto', 'seconds', 'minutes', 'hours', 'milliseconds', 'microseconds'][k]), lambda: b + timedelta(-1, 1), lambda: b - c,
             lambda: b < c, lambda: b == c, lambda: b.timestamp(), lambda: b.utcoffset(), lambda: b.astimezone(zones[1]) if z else None, b.date, b.time, b.isocalendar, b.isoweekday)
        show(lambda: b.replace(2000, 1, 30), lambda: b.replace(month=2, day=30), lambda: b.replace(fold=2, hour=25), lambda: b.replace(hour=1, tzinfo=None, fold=True), lambda: b.replace(years=1), lambda: type(b + timedelta(1)).__name__)
day = date(2021, 1, 3)
clock = time(1, 2, 3, 4, timezone.utc, fold=1)
show(lambda: day.isocalendar(), lambda: day.replace(day=31), lambda: day.replace(2, 3), lambda: day.replace(day=0), lambda: date.fromordinal(1), lambda: date.fromordinal(0), lambda: datetime.fromordinal(737000))
show(lambda: datetime.combine(day, clock), lambda: datetime.combine(day, clock, tzinfo=None), lambda: datetime.combine(day, time(5), zones[2]), lambda: datetime.combine(day, 5), lambda: Sub.combine(day, time(1)))
show(lambda: clock, lambda: str(clock), lambda: time(5, 6), lambda: time(minute=5).isoformat('seconds'), lambda: time(24), lambda: time(1, 2) < time(1, 2, 1), lambda: clock == clock.replace(tzinfo=None), lambda: clock.replace(second=61))
show(lambda: datetime(2020, 1, 1, tzinfo=zones[2], fold=1), lambda: datetime(2020, 1, 1, 1, 1, 1, 1, zones[3]), lambda: datetime(2020, 1), lambda: datetime(2020, 1, 1, tzinfo=3), lambda: datetime(2020, 13, 1), lambda: datetime(year=2020, month=2, day=3, minute=9))
for t in [0, -1, 1.5, 1.0000005, 2.5e-6, -1.25, 253402300799, 253402300800, -62135596801, 2 ** 60, 1e19, float('nan'), 'x', True]:
    show(lambda: datetime.fromtimestamp(t, timezone.utc), lambda: datetime.utcfromtimestamp(t), lambda: datetime.fromtimestamp(t, tz=zones[3]), lambda: datetime.fromtimestamp(t, 5))
show(*[lambda d=d: (str(d), d) for d in [timedelta(0), timedelta(1), timedelta(-1), timedelta(5, 3661), timedelta(-2, 1, 5), timedelta(microseconds=7), timedelta(days=999999999)]])
for zone in [None] + zones[1:3]:
    now = datetime.now(zone)
    show(lambda: now.tzinfo, lambda: abs(now - datetime.fromtimestamp(now.timestamp(), zone)) < timedelta(seconds=1))
show(lambda: datetime.now(tz=zones[1]).tzinfo, lambda: datetime.now(5), lambda: datetime.utcnow().tzinfo, lambda: type(Sub.now()).__name__, lambda: type(datetime.today()).__name__, lambda: type(date.today()).__name__)
