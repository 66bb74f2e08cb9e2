import sys


def second(frame, event, arg):
    print('second', event, frame.f_code.co_name)
    return second

def first(frame, event, arg):
    print('first', event, frame.f_code.co_name)
    if event == 'line':
        sys.settrace(second)
    return first

def g():
    return 2

def f():
    a = g()
    b = g()
    return a + b

sys.settrace(first)
f()
sys.settrace(None)
