import sys


def f():
    a = 1
    b = 2
    return b

def failing(when):
    def tracer(frame, event, arg):
        if event == when and frame.f_code.co_name == 'f':
            raise RuntimeError('tracer ' + when)
        return tracer
    return tracer

for when in ('call', 'line', 'return'):
    sys.settrace(failing(when))
    try:
        f()
    except RuntimeError as e:
        print(e, sys.gettrace())
        tb = e.__traceback__
        names = []
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(names)

def g():
    raise KeyError('k')
sys.settrace(failing('exception'))
def tracer(frame, event, arg):
    if event == 'exception':
        raise RuntimeError('instead')
    return tracer
sys.settrace(tracer)
try:
    g()
except RuntimeError as e:
    print(repr(e), sys.gettrace())
