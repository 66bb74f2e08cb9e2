"""Generic interface to all dbm clones: here there is one, dbm.dumb."""

import os as _os

__all__ = ['open', 'whichdb', 'error']


class error(Exception):
    pass


_error = error
error = (error, OSError)


def open(file, flag='r', mode=0o666):
    """Open or create database at path given by *file*."""
    from dbm import dumb
    kind = whichdb(file) if 'n' not in flag else ''
    if kind is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    elif kind not in ('', 'dbm.dumb'):
        raise error[0]("db type is %s, but the module is not available" % kind)
    elif kind == '' and 'n' not in flag:
        raise error[0]('db type could not be determined')
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """The name of the module that can open the database, '' when that is not known, None when there is none."""
    filename = _os.fsencode(filename)
    if _os.path.exists(filename + b'.dat') and _os.path.exists(filename + b'.dir'):
        return 'dbm.dumb'
    return '' if _os.path.exists(filename) else None
