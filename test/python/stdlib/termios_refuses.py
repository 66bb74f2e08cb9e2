# termios for what is no terminal; co_positions as programs index it.
import itertools
import os
import sys
import termios
import tty

null = os.open(os.devnull, os.O_RDONLY)
print(termios.error.__module__, termios.error.__mro__[1], termios.TCSANOW, termios.TCSAFLUSH, termios.ECHO, termios.VMIN, tty.LFLAG)
for call in (lambda: termios.tcgetattr(0.5), lambda: termios.tcgetattr(-1), lambda: termios.tcgetattr(98765), lambda: termios.tcgetattr(null), lambda: termios.tcsetattr(null, termios.TCSANOW, []),
             lambda: termios.tcgetwinsize(null), lambda: termios.tcsetwinsize(null, 3), lambda: tty.setraw(null), lambda: termios.tcflush(null, termios.TCIFLUSH)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)


def divide(a, b):
    c = a + b
    return (c *
            a / b)


try:
    divide(1, 0)
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb is not None:
        print(next(itertools.islice(tb.tb_frame.f_code.co_positions(), tb.tb_lasti // 2, None)))
        tb = tb.tb_next

# There is no child to wait for.
import pty
for call in os.wait, lambda: os.waitpid(-1, 0), lambda: os.waitpid(-1, os.WNOHANG), lambda: os.wait3(0), lambda: os.wait4(-1, 0), lambda: os.waitid(os.P_ALL, 0, os.WEXITED):
    try:
        call()
    except ChildProcessError as e:
        print(e)
