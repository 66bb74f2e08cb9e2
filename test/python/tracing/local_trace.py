import sys


def f():
    a = 1
    b = 2
    return a + b

def g():
    x = f()
    y = f()
    return x + y

def only_calls(frame, event, arg):
    print('global', event, frame.f_code.co_name)
    return None

def stops(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)
    def local(frame, event, arg):
        print('local', event, frame.f_lineno - frame.f_code.co_firstlineno)
        if event == 'line' and frame.f_code.co_name == 'f':
            return other
        return local
    def other(frame, event, arg):
        print('other', event, frame.f_lineno - frame.f_code.co_firstlineno)
        return None
    return local

sys.settrace(only_calls)
g()
sys.settrace(stops)
g()
print(sys.gettrace() is stops)
sys.settrace(None)
print(sys.gettrace())
g()
