"""What 3.11.4 to 3.11.7 changed in typing and logging.config; struct at the edge of exact floats; umask; a generator's state that fails to be set."""
import csv
import logging.config
import os
import random
import struct
import tempfile
import typing

for f in ('<q', '>q', 'n', '<Q'):
    for v in (-2 ** 53, 2 ** 53, -2 ** 53 - 1, 2 ** 53 - 1, -2 ** 53 + 1, 2 ** 63 - 1):
        try:
            print(struct.unpack(f, struct.pack(f, v))[0] == v, end=' ')
        except struct.error:
            print('-', end=' ')
print(list(csv.reader(['"a",9'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader([' 9,1 '], quoting=csv.QUOTE_NONNUMERIC)))
r = random.Random(5)
before = r.getstate()
for state in ((1,) * 624 + (625,), (1,) * 624 + (-1,), (1,) * 624 + ('x',), (-1,) * 625, ('a',) * 625):
    try:
        r.setstate((3, state, None))
    except Exception as e:
        print(type(e).__name__, e, r.getstate() == before)


class A(typing.TypedDict, total=False):
    x: int
    y: typing.Required[int]


class B(A):
    x: int
    y: typing.NotRequired[int]


print(sorted(B.__required_keys__), sorted(B.__optional_keys__), typing.Annotated[int, 1] is typing.Annotated[int, True])


@typing.final
class P(typing.Protocol):
    pass


@typing.final
@typing.runtime_checkable
class Q(typing.Protocol):
    def m(self): ...


class Impl:
    def m(self): ...


print(issubclass(Impl, Q), isinstance(Impl(), Q))
with tempfile.TemporaryDirectory() as d:
    old = os.umask(0)
    open(d + '/a', 'w').close()
    os.mkdir(d + '/b')
    print(oct(os.stat(d + '/a').st_mode), oct(os.stat(d + '/b').st_mode), os.umask(0o77))
    open(d + '/c', 'w').close()
    print(oct(os.stat(d + '/c').st_mode), oct(os.umask(old)))
    for name, text in (('none', None), ('empty', ''), ('bad', 'x\n')):
        if text is not None:
            with open(os.path.join(d, name), 'w') as f:
                f.write(text)
        try:
            logging.config.fileConfig(os.path.join(d, name))
        except Exception as e:
            print(type(e).__name__, str(e).replace(d, ''))
