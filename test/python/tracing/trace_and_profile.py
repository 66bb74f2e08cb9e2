import sys


def t(frame, event, arg):
    if frame.f_code.co_name in ('f', 'g'):
        print('trace', event, frame.f_code.co_name)
        return t

def p(frame, event, arg):
    if frame.f_code.co_name in ('f', 'g'):
        print('profile', event, frame.f_code.co_name)

def g():
    raise ValueError

def f():
    try:
        g()
    except ValueError:
        return 1

sys.setprofile(p)
sys.settrace(t)
f()
sys.settrace(None)
sys.setprofile(None)
