"""A handler gets the frame that was interrupted; what it returns is dropped."""
import os
import signal


def handler(number, frame):
    print(signal.Signals(number).name, frame.f_code.co_name, frame.f_lineno, frame.f_locals.get('x'))
    return 'dropped'


def f(x):
    print(signal.raise_signal(signal.SIGUSR1))
    print(os.kill(os.getpid(), signal.SIGUSR1))


signal.signal(signal.SIGUSR1, handler)
f(5)
signal.raise_signal(signal.SIGUSR1)


def fails(number, frame):
    raise LookupError(frame.f_back)


signal.signal(signal.SIGUSR2, fails)
try:
    signal.raise_signal(signal.SIGUSR2)
except LookupError as e:
    print(repr(e))
