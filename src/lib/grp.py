"""Groups: those of the host's /etc/group, or the one group there is."""

import os as _os
from collections import namedtuple as _namedtuple

struct_group = _namedtuple('struct_group', 'gr_name gr_passwd gr_gid gr_mem', module='grp')
struct_group.__name__ = 'grp.struct_group'


def getgrall():
    groups = []
    try:
        with open('/etc/group', errors='surrogateescape') as f:
            for line in f:
                parts = line.rstrip('\n').split(':')
                if len(parts) == 4 and parts[2].isdigit():
                    groups.append(struct_group(parts[0], parts[1], int(parts[2]), [m for m in parts[3].split(',') if m]))
    except OSError:
        pass
    return groups or [struct_group('user', 'x', _os.getgid(), [])]


def getgrgid(id):
    for group in getgrall():
        if group.gr_gid == id:
            return group
    raise KeyError('getgrgid(): gid not found: %d' % id)


def getgrnam(name):
    for group in getgrall():
        if group.gr_name == name:
            return group
    raise KeyError('getgrnam(): name not found: %r' % name)
