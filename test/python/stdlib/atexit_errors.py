"""Errors of functions for the exit are unraisable: told to that hook, also SystemExit."""
import atexit
import sys


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__name__, args.exc_traceback is not None)


def excepthook(*args):
    print('not this one')


def fails():
    raise ValueError('x')


def leaves():
    sys.exit(3)


sys.unraisablehook = hook
sys.excepthook = excepthook
atexit.register(print, 'the others run')
atexit.register(fails)
atexit.register(leaves)
