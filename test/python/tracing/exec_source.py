import sys


SOURCE = """
x = 1
def f(a):
    if a:
        return a
    return 0
y = f(x)
class A:
    z = 1
for i in range(2):
    y += i
"""

def tracer(frame, event, arg):
    code = frame.f_code
    if code.co_filename == '<src>':
        print(event, code.co_name, frame.f_lineno)
        return tracer

code = compile(SOURCE, '<src>', 'exec')
sys.settrace(tracer)
exec(code, {})
sys.settrace(None)
