import sys


def f():
    a = 1
    b = 2
    c = a + b
    return c

def tracer(frame, event, arg):
    if frame.f_code.co_name == 'f':
        if event == 'line' and frame.f_lineno - frame.f_code.co_firstlineno == 3:
            frame.f_locals['a'] = 100
            print(sorted(frame.f_locals))
        return tracer

sys.settrace(tracer)
print(f())
sys.settrace(None)

def g():
    x = 1
    def h():
        return x
    y = 2
    return h()

def cells(frame, event, arg):
    if frame.f_code.co_name == 'g':
        if event == 'line':
            d = frame.f_locals
            d['x'] = 7
        return cells
sys.settrace(cells)
print(g())
sys.settrace(None)
