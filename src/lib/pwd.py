"""Users: those of the host's /etc/passwd, or the one user there is."""

import os as _os
from collections import namedtuple as _namedtuple

struct_passwd = _namedtuple('struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell', module='pwd')
struct_passwd.__name__ = 'pwd.struct_passwd'


def getpwall():
    users = []
    try:
        with open('/etc/passwd', errors='surrogateescape') as f:
            for line in f:
                parts = line.rstrip('\n').split(':')
                if len(parts) == 7 and parts[2].isdigit() and parts[3].isdigit():
                    users.append(struct_passwd(parts[0], parts[1], int(parts[2]), int(parts[3]), *parts[4:]))
    except OSError:
        pass
    if not users:
        users.append(struct_passwd(_os.environ.get('USER', 'user'), 'x', _os.getuid(), _os.getgid(), '', _os.environ.get('HOME', '/'), '/bin/sh'))
    return users


def getpwuid(uid, /):
    for user in getpwall():
        if user.pw_uid == uid:
            return user
    raise KeyError('getpwuid(): uid not found: %d' % uid)


def getpwnam(name, /):
    for user in getpwall():
        if user.pw_name == name:
            return user
    raise KeyError("getpwnam(): name not found: %r" % name)
