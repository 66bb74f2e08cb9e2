import sys


def tracer(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)
    return tracer

def helper():
    frame = sys._getframe(1)
    frame.f_trace = tracer
    sys.settrace(lambda *a: None)

def main():
    a = 1
    helper()
    b = 2
    for i in range(2):
        c = i
    sys.settrace(None)
    return c

print(main())
