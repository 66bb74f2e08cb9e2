"""This module performs file control and I/O control on file
descriptors.  It is an interface to the fcntl() and ioctl() Unix
routines.  File descriptors can be obtained with the fileno() method of
a file or socket object."""

import os as _os

# The numbers of Linux.
DN_ACCESS, DN_ATTRIB, DN_CREATE, DN_DELETE, DN_MODIFY, DN_MULTISHOT = 1, 32, 4, 8, 2, 2147483648
DN_RENAME, FASYNC, FD_CLOEXEC, F_ADD_SEALS, F_DUPFD, F_DUPFD_CLOEXEC = 16, 8192, 1, 1033, 0, 1030
F_EXLCK, F_GETFD, F_GETFL, F_GETLEASE, F_GETLK, F_GETLK64 = 4, 1, 3, 1025, 5, 5
F_GETOWN, F_GETPIPE_SZ, F_GETSIG, F_GET_SEALS, F_NOTIFY, F_OFD_GETLK = 9, 1032, 11, 1034, 1026, 36
F_OFD_SETLK, F_OFD_SETLKW, F_RDLCK, F_SEAL_GROW, F_SEAL_SEAL, F_SEAL_SHRINK = 37, 38, 0, 4, 1, 2
F_SEAL_WRITE, F_SETFD, F_SETFL, F_SETLEASE, F_SETLK, F_SETLK64 = 8, 2, 4, 1024, 6, 6
F_SETLKW, F_SETLKW64, F_SETOWN, F_SETPIPE_SZ, F_SETSIG, F_SHLCK = 7, 7, 8, 1031, 10, 8
F_UNLCK, F_WRLCK, LOCK_EX, LOCK_MAND, LOCK_NB, LOCK_READ = 2, 1, 2, 32, 4, 64
LOCK_RW, LOCK_SH, LOCK_UN, LOCK_WRITE = 192, 1, 8, 128


# PyObject_AsFileDescriptor; termios takes it from here.
def _as_descriptor(fd):
    if not isinstance(fd, int):
        try:
            fd = fd.fileno
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        fd = fd()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError('file descriptor cannot be a negative integer (%d)' % fd)
    return fd


def _fileno(fd):
    fd = _as_descriptor(fd)
    try:
        _os.fstat(fd)
    except OSError as e:
        raise OSError(e.errno, e.strerror) from None
    return fd


def _integer(n):
    try:
        return n.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(n).__name__) from None


_flags = {}


def fcntl(fd, cmd, arg=0, /):
    fd = _fileno(fd)
    cmd = _integer(cmd)
    if cmd == F_GETFD:
        return 1 if fd > 2 else 0
    if cmd == F_GETFL:
        return _flags.get(fd, 0o100002)
    if cmd in (F_SETFD, F_SETLK, F_SETLKW):
        return arg if isinstance(arg, bytes) else 0
    if cmd == F_SETFL:
        _flags[fd] = 0o100002 | _integer(arg)
        return 0
    raise OSError(22, 'Invalid argument')


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    _fileno(fd)
    _integer(request)
    raise OSError(25, 'Inappropriate ioctl for device')


# A lock is for other processes, which there are none of: whoever asks for it has it.

def flock(fd, operation, /):
    _fileno(fd)
    _integer(operation)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    _fileno(fd)
    if not _integer(cmd) & (LOCK_UN | LOCK_SH | LOCK_EX):
        raise ValueError('unrecognized lockf argument')
