"""faulthandler module: there is no native code that could crash, and nothing is dumped."""

_enabled = False


def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was = _enabled
    _enabled = False
    return was


def is_enabled():
    return _enabled


def dump_traceback(file=None, all_threads=True):
    import sys
    import traceback
    out = sys.stderr if file is None else file
    out.write('Current thread (most recent call first):\n')
    for frame, line in reversed(list(traceback.walk_stack(sys._getframe()))):
        out.write('  File "%s", line %d in %s\n' % (frame.f_code.co_filename, line, frame.f_code.co_name))


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    pass


def cancel_dump_traceback_later():
    pass


def register(signum, file=None, all_threads=True, chain=False):
    pass


def unregister(signum):
    return False
