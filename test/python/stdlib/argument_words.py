# Wrong numbers of arguments to what CPython writes in C: how the errors name the function.
from collections import OrderedDict, deque, defaultdict
import array, re, struct, weakref, functools, operator, io, datetime, zlib, math, heapq, binascii, queue


def show(*calls):
    for f in calls:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


show(lambda: deque().append(), lambda: deque().append(1, 2), lambda: deque().pop(1), lambda: deque().insert(), lambda: deque().index(),
     lambda: deque([1]).index(1, 'x'), lambda: deque([1]).remove('x'), lambda: deque([1])[10 ** 30], lambda: deque([1]).rotate(10 ** 30))
show(lambda: OrderedDict().copy(1), lambda: OrderedDict('x'), lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict(b'x'), lambda: OrderedDict(a=1).keys(),
     lambda: OrderedDict(a=1).values(), lambda: OrderedDict(a=1).items(), lambda: type(iter(OrderedDict())), lambda: type(reversed(OrderedDict().keys())),
     lambda: defaultdict().copy(1), lambda: defaultdict().__missing__())
show(lambda: array.array('i').append(), lambda: array.array('i').tolist(1), lambda: array.array('i').insert(1), lambda: array.array(None))
show(lambda: re.match('a', 'a').group(o=1), lambda: struct.Struct('i').unpack(), lambda: struct.Struct(None), lambda: struct.Struct('i', 1), lambda: struct.pack([1]),
     lambda: functools.partial(show).__setstate__(), lambda: deque.append.__qualname__, lambda: weakref.ref(), lambda: weakref.ref(show, 1, 2),
     lambda: zlib.crc32(b'', 'x'), lambda: zlib.compressobj('x'), lambda: binascii.b2a_qp(b'', 'x'), lambda: binascii.hexlify(b'a', 1), lambda: binascii.hexlify(b'a', [1, 2]),
     lambda: operator.attrgetter(), lambda: operator.call(), lambda: operator.countOf(1, 1), lambda: math.log(), lambda: math.comb(None, 1), lambda: math.comb(1, None),
     lambda: math.perm(-1), lambda: math.prod(), lambda: heapq.heappop(None), lambda: heapq.heappush(None, 1))
day = datetime.datetime(2020, 1, 1)
show(lambda: day.isocalendar(1), lambda: datetime.date.fromisoformat(), lambda: datetime.date.fromisoformat('a', 'b'), lambda: day.strftime(), lambda: day.timetuple(1),
     lambda: day.replace(1, 2, 3, 4, 5, 6, 7, 8, 9), lambda: datetime.timedelta(1).total_seconds(1), lambda: datetime.date.fromtimestamp(), lambda: day.weekday(a=1))
show(lambda: io.StringIO().write(), lambda: io.StringIO().getvalue(1), lambda: io.StringIO().close(1), lambda: io.StringIO().read(1, 2), lambda: io.StringIO().seek(),
     lambda: io.BytesIO().getbuffer(1), lambda: io.StringIO().flush(1), lambda: io.StringIO().writelines(), lambda: io.StringIO(zzz=1))
q = queue.SimpleQueue()
q.put(1)
show(lambda: type(q), q.qsize, q.get, q.get_nowait, lambda: q.get(timeout=-1), lambda: q.put(), lambda: q.get(1, 2, 3), lambda: queue.SimpleQueue[int])
