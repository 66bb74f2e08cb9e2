import sys


def f():
    return 1

def inner(frame, event, arg):
    print('inner', event, frame.f_code.co_name)
    return inner

def tracer(frame, event, arg):
    print('outer', event, frame.f_code.co_name)
    f()
    [f() for i in range(2)]
    if event == 'line':
        sys.call_tracing(f, ())
    return tracer

def main():
    x = f()
    return x

sys.settrace(tracer)
main()
sys.settrace(None)
