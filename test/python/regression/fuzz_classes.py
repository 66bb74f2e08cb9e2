# Found by scripts/fuzz-diff.py.
import traceback


def g():
    x = 1
    yield x


# An exception thrown into a generator that has not started leaves its body, too.
for e in ValueError(1), StopIteration(2):
    try:
        g().throw(e)
    except BaseException as x:
        print(repr(x), [(f.name, f.lineno) for f in traceback.extract_tb(x.__traceback__)], repr(x.__cause__))


async def c():
    pass


async def ag():
    yield


for make in (lambda: c().throw(StopIteration(3)), lambda: ag().athrow(StopIteration(1)).send(None), lambda: ag().athrow(StopAsyncIteration(1)).send(None)):
    try:
        make()
    except BaseException as e:
        print(repr(e), repr(e.__cause__))

for source in (
    'class A:\n __slots__ = ("__x",)\n _A__x = 1', 'class A(int):\n __slots__ = ("__dict__",)', 'class A:\n __slots__ = ("a", "1")\n a = 1',
    'class A(int):\n __slots__ = ("a", "a")\n a = 1', 'class A(tuple):\n __slots__ = {"q": 1}', 'class A:\n __slots__ = "a"\n a = 1', '"a"[10**20] = 1', 'del (1,)[-10**20]',
    '"a"[1] = 2', 'del range(3)[0]', '{1}[10**20] = 1', '(5)[0] = 1', '{**list[int]}', 'print(**list[int])', '"%d" % type("I", (), {"__int__": lambda s: s})()',
    '"%d" % type("I", (), {"__index__": lambda s: {}["k"]})()', '"%x" % type("I", (), {"__index__": lambda s: 1 + "k"})()', 'object()[1] = 1',
):
    try:
        exec(source)
    except Exception as e:
        print(source, '->', type(e).__name__, e)


class S(str):
    pass


# Where nothing is added or cut, the formatted string is the object itself.
print(type(format(S('abc'), '2')).__name__, type(f"{S('abc'):3}").__name__, type(format(S('abc'), '5')).__name__, type(format(S('abc'), '')).__name__, type(f"{S('abc')}").__name__)
print('%d' % type('N', (str,), {'__float__': lambda s: 1.5})('12'))

try:
    dict(dict[1:2])
except TypeError as e:
    print(e)
for step in (lambda: list(map(str, int | str)), lambda: 1 in (int | str), lambda: [1][:'a':0], lambda: 'abc'['x'::0], lambda: memoryview(b'a')[:{}:0]):
    try:
        step()
    except Exception as e:
        print(type(e).__name__, e)
