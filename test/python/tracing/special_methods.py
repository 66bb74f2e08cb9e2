import sys


def record(func, *args):
    """Calls func under a trace function; prints what happened in this file."""
    def tracer(frame, event, arg):
        code = frame.f_code
        if code.co_filename != record.__code__.co_filename:
            return None
        if event == 'exception':
            shown = (arg[0].__name__, str(arg[1]), arg[2] and arg[2].tb_lineno)
        elif event == 'return' and isinstance(arg, (int, str, list, tuple, dict, set, bool, type(None))):
            shown = arg
        else:
            shown = type(arg).__name__ if arg is not None else None
        print(event, code.co_name, frame.f_lineno, shown)
        return tracer
    sys.settrace(tracer)
    try:
        result = func(*args)
    except BaseException as e:
        sys.settrace(None)
        print('raised', type(e).__name__, e)
    else:
        sys.settrace(None)
        if isinstance(result, (int, str, list, tuple, dict, set, type(None))):
            print('result', result)


class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + o.n)
    def __lt__(self, o): return self.n < o.n
    def __bool__(self): return self.n > 0
    def __len__(self): return self.n
    def __getitem__(self, i): return i
    def __contains__(self, i): return True
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n

def f():
    a = V(1) + V(2)
    b = a < V(5)
    if a:
        c = a[3]
    d = 7 in a
    e = {V(1): 1, V(1): 2}
    not a
    return sorted([V(2), V(1)])[0].n

record(f)
