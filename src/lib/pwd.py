"""The one user there is."""

import os as _os
from collections import namedtuple as _namedtuple

struct_passwd = _namedtuple('struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell')


def _user():
    return struct_passwd(_os.environ.get('USER', 'user'), 'x', 1000, 1000, '', _os.environ.get('HOME', '/'), '/bin/sh')


def getpwuid(uid, /):
    if uid != 1000:
        raise KeyError('getpwuid(): uid not found: %d' % uid)
    return _user()


def getpwnam(name, /):
    user = _user()
    if name != user.pw_name:
        raise KeyError("getpwnam(): name not found: %r" % name)
    return user


def getpwall():
    return [_user()]
