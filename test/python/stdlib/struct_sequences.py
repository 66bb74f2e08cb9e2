"""Struct sequences are made from any iterable; the number of items is checked."""
import os
import sys
import time

print(time.struct_time(range(9)))
print(time.struct_time(iter('abcdefghijk')).tm_zone)
print(time.struct_time(x * x for x in range(9))[3:])
for bad in (range(8), range(12), 5, None):
    try:
        time.struct_time(bad)
    except TypeError as e:
        print(e)
for n in (9, 10):
    try:
        print(os.stat_result(range(n)).st_size)
    except TypeError as e:
        print(e)
try:
    os.terminal_size((1, 2, 3))
except TypeError as e:
    print(e)
print(os.terminal_size((1, 2)), sys.version_info.n_fields)


def fails():
    yield 1
    raise KeyError('k')


try:
    time.struct_time(fails())
except KeyError as e:
    print(repr(e))
