"""Tracing of memory: the JavaScript engine tells nothing of its allocations, so nothing is traced."""

__all__ = ['BaseFilter', 'Filter', 'Snapshot', 'Statistic', 'StatisticDiff', 'Trace', 'Traceback', 'clear_traces', 'get_object_traceback',
           'get_traced_memory', 'get_traceback_limit', 'is_tracing', 'reset_peak', 'start', 'stop', 'take_snapshot', 'get_tracemalloc_memory']

_tracing = False


def start(nframe=1, /):
    global _tracing
    _tracing = True


def stop():
    global _tracing
    _tracing = False


def is_tracing():
    return _tracing


def clear_traces():
    pass


def reset_peak():
    pass


def get_traced_memory():
    return 0, 0


def get_tracemalloc_memory():
    return 0


def get_traceback_limit():
    return 1


def get_object_traceback(obj):
    return None


class Frame:
    pass


class Traceback(tuple):
    pass


class Trace:
    pass


class Statistic:
    pass


class StatisticDiff:
    pass


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self.filename_pattern = filename_pattern
        self.lineno = lineno


class Snapshot:
    traces = ()
    traceback_limit = 1

    def statistics(self, key_type, cumulative=False):
        return []

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        return []

    def filter_traces(self, filters):
        return self


def take_snapshot():
    if not _tracing:
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    return Snapshot()
