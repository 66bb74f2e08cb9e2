# Classes that are C in CPython: their names in messages have the module, and their attributes are not set.
import datetime
import decimal
import io
import os
import resource
import sys
import time
import warnings


def attempt(what, **names):
    try:
        print(what, '->', eval(what, globals(), names))
    except Exception as e:
        print(what, type(e).__name__, e)


for cls in (datetime.date, datetime.time, datetime.datetime, datetime.timedelta, datetime.timezone, datetime.tzinfo, decimal.Decimal, io.StringIO, io.BytesIO):
    attempt('cls.nothing', cls=cls)
    attempt('setattr(cls, "nothing", 1)', cls=cls)
    attempt('delattr(cls, "nothing")', cls=cls)
    attempt('setattr(cls, "__name__", "x")', cls=cls)
    print(cls.__name__)


class Day(datetime.date):
    pass


Day.shop = 'open'
attempt('cls.nothing', cls=Day)
attempt('[].__delitem__(0)')
for value in (datetime.date(2024, 1, 2), datetime.time(1), datetime.timedelta(1), Day(2024, 1, 2)):
    attempt('exec("del value[0]")', value=value)
    attempt('exec("value[0] = 1")', value=value)

# Who is named by a warning about a module: the one that imports it.
warnings.simplefilter('always')
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print(category.__name__, os.path.basename(filename), lineno, message)
import sndhdr


def inside():
    import uu


inside()

# What the process has used (numbers that the machine's host may not tell).
used = resource.getrusage(resource.RUSAGE_SELF)
print(type(used), len(used), type(used.ru_utime), type(used.ru_maxrss), used.ru_utime < 1000)
print(type(time.process_time()), os.times().user < 1000)
attempt('resource.getrusage(9)')
attempt('resource.getrlimit(99)')
attempt('resource.setrlimit(resource.RLIMIT_CORE, (5, 3))')
attempt('resource.setrlimit(resource.RLIMIT_CORE, (5,))')
attempt('resource.setrlimit(resource.RLIMIT_CORE, ("a", 1))')
attempt('resource.setrlimit(resource.RLIMIT_CORE, 5)')
print(resource.setrlimit(resource.RLIMIT_CORE, (0, -1)), resource.getrlimit(resource.RLIMIT_CORE), resource.prlimit(0, resource.RLIMIT_CORE, [0, -1]))
print(resource.struct_rusage(range(16)))
