# Sizes and times at the edges: huge ints, None where an int must be, fold in repr, the zone of gmtime.
import datetime, io, itertools, re, time, zoneinfo
from collections import deque

for f in (lambda: io.StringIO('abc').read(10 ** 30), lambda: io.StringIO('abc').read(2 ** 62), lambda: io.StringIO('a\nb').readline(2 ** 62),
          lambda: io.StringIO('abc').readlines('x'), lambda: io.StringIO('ab').readlines(1), lambda: io.BytesIO(b'abc').read(2 ** 62), lambda: io.StringIO('x').read(1.5),
          lambda: io.StringIO('x').seek(0, 'x'), lambda: itertools.combinations('x', None), lambda: list(itertools.combinations('abc', 2)), lambda: type(re.finditer('a', 'b')),
          lambda: datetime.datetime(2024, 11, 3, fold=1, tzinfo=zoneinfo.ZoneInfo('America/New_York')), lambda: datetime.time(1, fold=1, tzinfo=datetime.timezone.utc),
          lambda: time.gmtime(0).tm_zone, lambda: time.strftime('%Z', time.gmtime(0)), lambda: type(iter(deque()))(deque([1, 2, 3]), 1).__next__(), lambda: type(reversed(deque()))(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
