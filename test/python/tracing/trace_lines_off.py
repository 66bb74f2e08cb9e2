import sys


def f():
    a = 1
    b = 2
    try:
        raise ValueError
    except ValueError:
        pass
    return b

def tracer(frame, event, arg):
    frame.f_trace_lines = False
    print(event, frame.f_code.co_name, frame.f_trace_lines, frame.f_trace_opcodes)
    return tracer

sys.settrace(tracer)
f()
sys.settrace(None)

def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    seen[event] = seen.get(event, 0) + 1
    return opcodes
seen = {}
sys.settrace(opcodes)
f()
sys.settrace(None)
print(sorted(seen), seen['call'], seen['line'], seen['return'], seen['exception'], seen['opcode'] > 10)
for v in (1, None, 'x'):
    try:
        sys._getframe().f_trace_lines = v
    except TypeError as e:
        print(e)
    try:
        sys._getframe().f_trace_opcodes = v
    except TypeError as e:
        print(e)
