import sys


def show(frame, event, arg):
    if frame.f_code.co_filename != show.__code__.co_filename:
        return
    name = arg.__name__ if event.startswith('c_') else arg if isinstance(arg, (int, str, list, type(None))) else '?'
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, name)

def f(x):
    return len(x)

def gen():
    yield 1
    yield 2

def main():
    a = f([1, 2])
    b = [1]
    b.append(a)
    c = sorted(b, key=lambda v: -v)
    d = list(gen())
    try:
        int('x')
        len(5)
    except ValueError:
        pass
    try:
        len(5)
    except TypeError:
        pass
    return 'end'

sys.setprofile(show)
main()
sys.setprofile(None)
print(sys.getprofile())
