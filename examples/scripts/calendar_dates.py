"""Dates: working days, ages, a calendar, formats."""
import calendar
from datetime import date, datetime, time, timedelta, timezone
from itertools import islice, takewhile

HOLIDAYS = {date(2024, 1, 1), date(2024, 5, 1)}


def workdays(d):
    while True:
        if d.weekday() < 5 and d not in HOLIDAYS:
            yield d
        d += timedelta(1)


print([d.isoformat() for d in islice(workdays(date(2023, 12, 29)), 4)], sum(1 for _ in takewhile(lambda d: d.month == 5, workdays(date(2024, 5, 1)))))
print(calendar.month(2024, 2), end='')
born, today = date(2000, 2, 29), date(2023, 2, 28)
print(today.year - born.year - ((today.month, today.day) < (born.month, born.day)), (today - born).days)
t = datetime(2024, 3, 10, 1, 30, tzinfo=timezone(timedelta(hours=-5), 'EST'))
print(t, t.astimezone(timezone.utc), t.utctimetuple().tm_yday, t.strftime('%a %d %b %Y %H:%M %Z %z|%j|%U|%p|%y'))
print(datetime.strptime('12/31/99 11:59 PM', '%m/%d/%y %I:%M %p'), datetime.fromisoformat('2024-02-29T12:00:00.123456+02:00'))
print(timedelta(days=-1, seconds=3600) / 2, timedelta(hours=25) // timedelta(hours=7), divmod(timedelta(days=1), timedelta(hours=5)), time(23, 59, 59).isoformat())
print(date(2024, 12, 30).isocalendar(), date.fromordinal(738000), date.max, datetime.min, repr(t))
for bad in (lambda: date(2023, 2, 29), lambda: time(24), lambda: datetime.strptime('x', '%Y')):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
