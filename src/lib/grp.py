"""The one group there is."""

from collections import namedtuple as _namedtuple

struct_group = _namedtuple('struct_group', 'gr_name gr_passwd gr_gid gr_mem')
_GROUP = struct_group('user', 'x', 1000, [])


def getgrgid(id):
    if id != 1000:
        raise KeyError('getgrgid(): gid not found: %d' % id)
    return _GROUP


def getgrnam(name):
    if name != 'user':
        raise KeyError('getgrnam(): name not found: %r' % name)
    return _GROUP


def getgrall():
    return [_GROUP]
