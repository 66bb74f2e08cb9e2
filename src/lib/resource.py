"""Resource usage: the machine's clock, and no limits."""

import time as _time
from collections import namedtuple as _namedtuple

error = OSError
RUSAGE_SELF = 0
RUSAGE_CHILDREN = -1
RUSAGE_THREAD = 1
RLIM_INFINITY = -1
RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK, RLIMIT_AS = range(10)

struct_rusage = _namedtuple('struct_rusage', 'ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap '
                                             'ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw')


def getrusage(who, /):
    return struct_rusage(_time.process_time(), 0.0, *[0] * 14)


def getrlimit(resource, /):
    return RLIM_INFINITY, RLIM_INFINITY


def setrlimit(resource, limits, /):
    raise ValueError('not allowed to raise maximum limit')


def getpagesize():
    return 4096
