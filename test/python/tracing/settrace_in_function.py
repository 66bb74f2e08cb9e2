import sys


def tracer(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)
    return tracer

def g():
    x = 1
    return x

def on():
    sys.settrace(tracer)
    g()
    y = 2

def main():
    a = 1
    on()
    b = g()
    sys.settrace(None)
    return b

main()
g()
