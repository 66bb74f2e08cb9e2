# The profiler behind cProfile, as CPython's Modules/_lsprof.c: an entry for each code object or native function, with
# how often it was called, the time in it alone and with what it calls; and the same for each of its callees.
import sys
import time


class profiler_entry(tuple):
    __slots__ = ()
    code = property(lambda self: self[0])
    callcount = property(lambda self: self[1])
    reccallcount = property(lambda self: self[2])
    totaltime = property(lambda self: self[3])
    inlinetime = property(lambda self: self[4])
    calls = property(lambda self: self[5])

    def __repr__(self):
        return '_lsprof.profiler_entry(code=%r, callcount=%r, reccallcount=%r, totaltime=%r, inlinetime=%r, calls=%r)' % tuple(self)


class profiler_subentry(tuple):
    __slots__ = ()
    code = property(lambda self: self[0])
    callcount = property(lambda self: self[1])
    reccallcount = property(lambda self: self[2])
    totaltime = property(lambda self: self[3])
    inlinetime = property(lambda self: self[4])

    def __repr__(self):
        return '_lsprof.profiler_subentry(code=%r, callcount=%r, reccallcount=%r, totaltime=%r, inlinetime=%r)' % tuple(self)


class _Entry:
    """Counts of one function, or of one function called by another."""
    __slots__ = ('code', 'count', 'recursive', 'total', 'inline', 'depth', 'callees')

    def __init__(self, code):
        self.code = code
        self.count = self.recursive = self.depth = 0
        self.total = self.inline = 0.0
        self.callees = {}

    def begin(self):
        self.depth += 1

    def end(self, total, inline):
        self.depth -= 1
        # Of calls within calls only the outermost counts as time.
        if self.depth == 0:
            self.total += total
        else:
            self.recursive += 1
        self.inline += inline
        self.count += 1


def _native_name(f):
    """What a native function is called in reports."""
    owner = getattr(f, '__self__', None)
    name = getattr(f, '__name__', '?')
    if owner is not None and type(owner) is not type(sys):
        return '<method %r of %r objects>' % (name, type(owner).__name__)
    module = getattr(f, '__module__', None)
    if module is None and hasattr(f, '__objclass__'):
        return '<method %r of %r objects>' % (name, f.__objclass__.__name__)
    if module not in (None, 'builtins'):
        return '<%s.%s>' % (module, name)
    return '<built-in method builtins.%s>' % name if module == 'builtins' else '<built-in method %s>' % name


class Profiler:
    """Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)

    Builds a profiler object using the specified timer function.
    The default timer is a fast built-in one based on real time.
    For custom timer functions returning integers, 'timeunit' can
    be a float specifying a scale (that is, how long each integer unit
    is, in seconds)."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer
        self._unit = timeunit if timer is not None and timeunit else 1.0
        self._subcalls = subcalls
        self._builtins = builtins
        self._entries = {}
        self._stack = []
        self._enabled = False

    def enable(self, subcalls=True, builtins=True):
        """enable(subcalls=True, builtins=True)

        Start collecting profiling information.
        If 'subcalls' is True, also records for each function
        statistics separated according to its current caller.
        If 'builtins' is True, records the time spent in
        built-in functions separately from their caller."""
        self._subcalls = bool(subcalls)
        self._builtins = bool(builtins)
        self._enabled = True
        sys.setprofile(self._event)

    def disable(self):
        """disable()

        Stop collecting profiling information."""
        if self._enabled:
            sys.setprofile(None)
            if self._builtins:
                # In CPython this is itself a call of a native function.
                name = "<method 'disable' of '_lsprof.Profiler' objects>"
                self._begin(name, name)
            self._enabled = False
            while self._stack:
                self._end()

    def clear(self):
        """clear()

        Clear all profiling information collected so far."""
        self._entries = {}
        self._stack = []

    def _now(self):
        if self._timer is None:
            return time.perf_counter()
        return self._timer() * self._unit

    def _event(self, frame, event, arg):
        if event == 'call':
            self._begin(frame.f_code, frame.f_code)
        elif event == 'return':
            self._end()
        elif self._builtins:
            if event == 'c_call':
                # The function that stops it all is called inside of it.
                name = _native_name(arg)
                self._begin(name, name)
            else:
                self._end()

    def _begin(self, key, code):
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(code)
        sub = None
        if self._stack and self._subcalls:
            callees = self._stack[-1][0].callees
            sub = callees.get(key)
            if sub is None:
                sub = callees[key] = _Entry(code)
            sub.begin()
        entry.begin()
        self._stack.append([entry, sub, self._now(), 0.0])

    def _end(self):
        if not self._stack:
            return
        entry, sub, start, below = self._stack.pop()
        total = self._now() - start
        if self._stack:
            self._stack[-1][3] += total
        entry.end(total, total - below)
        if sub is not None:
            sub.end(total, total - below)

    def getstats(self):
        """getstats() -> list of profiler_entry objects

        Return all information collected by the profiler.
        Each profiler_entry is a tuple-like object with the
        following attributes:

            code          code object
            callcount     how many times this was called
            reccallcount  how many times called recursively
            totaltime     total time in this entry
            inlinetime    inline time in this entry (not in subcalls)
            calls         details of the calls

        The calls attribute is either None or a list of
        profiler_subentry objects:

            code          called code object
            callcount     how many times this is called
            reccallcount  how many times this is called recursively
            totaltime     total time spent in this call
            inlinetime    inline time (not in further subcalls)
        """
        rows = []
        for e in self._entries.values():
            if e.count == 0:
                continue
            calls = [profiler_subentry((s.code, s.count, s.recursive, s.total, s.inline)) for s in e.callees.values() if s.count]
            rows.append(profiler_entry((e.code, e.count, e.recursive, e.total, e.inline, calls or None)))
        return rows
