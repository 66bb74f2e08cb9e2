# What CPython writes in C is no Python function: it does not bind, and shows as a builtin.
import array, contextvars, datetime, inspect, io, pickle, warnings

for f in open, pickle.dumps, pickle.loads, warnings.warn, contextvars.copy_context, io.text_encoding, io.StringIO.write, datetime.date.weekday:
    print(f, type(f).__name__, inspect.isfunction(f), f.__name__)
print(open is io.open, inspect.signature(io.open), inspect.signature(pickle.dumps))


class Store:
    dump = pickle.dumps
    load = pickle.loads
    open = io.open
    copy = contextvars.copy_context


s = Store()
print(s.load(s.dump([1, 'x'])), s.open('/dev/null').read() == '', s.copy() is not None)
for f in (lambda: pickle.dumps(), lambda: pickle.loads(zzz=1), lambda: warnings.warn(), lambda: open()):
    try:
        f()
    except TypeError as e:
        print(e)
a = array.array('i', [0, 0])
print(io.BytesIO(b'\1\0\0\0\2\0\0\0').readinto(a), a)
print(io.BufferedReader(io.BytesIO(b'\3\0\0\0\4\0\0\0')).readinto(a), a)
