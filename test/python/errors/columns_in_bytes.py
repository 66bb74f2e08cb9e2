# Columns of syntax errors in lines that are not ASCII: of characters where the text is a str or names its encoding,
# else of bytes; of bytes in f-string fields and in what the compiler finds. Of IndentationErrors the start is marked only.
import io
import sys


def place(source):
    try:
        compile(source, '<string>', 'exec')
    except SyntaxError as e:
        return e.lineno, e.offset, e.end_offset


for text in ("é = = 3", "é(\n", "é = é 5", "é; f() = 3", "é; None = 2", "é; b'ü'", "é; f(**é, *a)", "if 'é' = 3: pass", "print 'é'",
             "é = f'{é(ü b)}'", "é = f'''é\né{é 1}'''", "é = f'{é=é}'", "é = 1; return 3", "é; x = yield", "é; f(a=1, é=2, a=3)",
             "def é(a, a): pass", "é: int; global é", "é; 'ab", "é; 0777", "é; 1__0", "é; [é, 1\n}"):
    print(text.encode(), place(text), place(text.encode()), place(('# coding: utf-8\n' + text).encode()), place(b'\xef\xbb\xbf' + text.encode()))


def shown(source):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        compile(source, '<string>', 'exec')
    except SyntaxError as e:
        e.__traceback__ = None
        sys.excepthook(type(e), e, None)
    text, sys.stderr = sys.stderr.getvalue(), stderr
    print(text)


for source in "def f():\nprint(3)\n", "if x:\npass\n", "class A:\n\n  def f(self):\n  return 1\n", "x = 1\n  y = 2\n", "if x:\n    y\n  z\n", "é = f('日本' 3)", "f('ü', 'é' = 3)".encode():
    shown(source)


class Mine(SyntaxError):
    pass


for cls in SyntaxError, IndentationError, TabError, Mine:
    sys.stderr = io.StringIO()
    for place in (2, 1, 'pass\n', 2, 5), (2, 3, 'pass it\n', 3, 2), (1, 1, 'ab\n', 1, 99):
        sys.excepthook(cls, cls('message', ('file',) + place), None)
    text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
    print(text)
