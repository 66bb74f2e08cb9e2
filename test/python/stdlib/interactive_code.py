"""code and codeop: what is complete, what more lines could complete, what is wrong."""
import code
import codeop
import io
import sys

for text in 'if x:', 'x = 1', 'x = (1,', 'for i in y:\n  z', 'for i in y:\n  z\n', 'def f():\n  """a', 'a b', '"abc', 'x = \\', '', '# c', 'class A:\n  pass\n', '1 +', '@d':
    try:
        print(repr(text), codeop.compile_command(text) and 'code')
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg)
sys.stderr = sys.stdout
c = code.InteractiveConsole({'x': 3})
for line in 'for i in range(2):', '    print(i)', '', 'x * 2', 'if x:', '  y', '', '1/0', 'x +', 'def f(a):', '  return a', '', 'f(5)':
    print(c.push(line))
c = code.InteractiveConsole()
c.raw_input = None
lines = iter(['a = 1', 'if a:', '  print("yes")', '', 'a'])


def read(prompt):
    print(prompt, end='')
    for line in lines:
        return line
    raise EOFError


c.raw_input = read
c.interact(banner='hello', exitmsg='bye')
