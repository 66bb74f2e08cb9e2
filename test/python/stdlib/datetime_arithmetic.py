import datetime as D, random
r = random.Random(3)
out = []
for i in range(400):
    a = D.datetime(r.randint(1, 9999), r.randint(1, 12), r.randint(1, 28), r.randint(0, 23), r.randint(0, 59), r.randint(0, 59), r.randint(0, 999999))
    b = D.datetime.fromordinal(r.randint(1, 3652059))
    t = D.timedelta(r.randint(-400000, 400000), r.randint(-10**6, 10**6), r.randint(-10**9, 10**9), hours=r.randint(-50, 50), weeks=r.randint(-3, 3))
    for f in (lambda: a + t, lambda: t + a, lambda: a - t, lambda: a - b, lambda: b.toordinal(), lambda: a.date() + t, lambda: b.date() - a.date(), lambda: D.timedelta(days=1.5 * i, milliseconds=i), lambda: t * 3, lambda: -t):
        try: out.append(repr(f()))
        except OverflowError as e: out.append('overflow')
import hashlib
print(hashlib.md5('\n'.join(out).encode()).hexdigest())
for o in range(1, 3652059, 997): assert D.date.fromordinal(o).toordinal() == o
print([str(D.date.fromordinal(o)) for o in (1, 365, 366, 730119, 730120, 730179, 146097, 146098, 3652059)])
class S(D.datetime): pass
s = S(2020, 2, 28, 23, 59, 59)
print(type(s + D.timedelta(seconds=1)).__name__, s + D.timedelta(1, 1), s - s, type(s - D.timedelta(1)).__name__)
u = D.datetime(2020, 1, 1, tzinfo=D.timezone.utc)
v = D.datetime(2020, 1, 1, tzinfo=D.timezone(D.timedelta(hours=2)))
print(u - v, u + D.timedelta(1), (u - D.timedelta(1)).tzinfo)
try: u - D.datetime(2020, 1, 1)
except TypeError as e: print(e)
for f in (lambda: u + 1, lambda: u - 'x', lambda: 1 - u, lambda: D.timedelta('x'), lambda: D.timedelta(10**12), lambda: D.timedelta(days=10**30)):
    try: print(f())
    except Exception as e: print(type(e).__name__)
print(D.timedelta(True, 5), D.timedelta.__new__(D.timedelta, 1), D.datetime(1, 1, 1).__radd__(D.timedelta(5)))
import pickle, copy
print(copy.copy(u + D.timedelta(1)) == u + D.timedelta(1), pickle.loads(pickle.dumps(D.timedelta(1, 2, 3))), hash(u + D.timedelta(0)) == hash(u))
for a in [(2021, 2, 29), (2020, 2, 29), (0, 1, 1), (2020, 13, 1), (2020, 1, 1, 24), (2020, 1, 1, 0, 0, 0, 10**6), (True, True, True), (2020, 1, 1.0), ('2020', 1, 1)]:
    try: print(D.datetime(*a))
    except Exception as e: print(type(e).__name__, e)
try: D.datetime(2020, 1, 1, fold=2)
except Exception as e: print(type(e).__name__, e)
print(D.datetime(2020, 1, 1, fold=1).fold, S(2020, 1, 2), type(S(2020, 1, 2)).__name__)
