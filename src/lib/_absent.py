"""What library modules get for a module that does not exist here, when only a part of them needs it.

Programs that import such a module are told by an ImportError why there is none.
"""

import types

NAMES = frozenset(['socket', 'ssl', 'subprocess', '_socket', '_ssl'])
_made = {}
_VALUES = {
    'socket': dict(AF_UNSPEC=0, AF_UNIX=1, AF_INET=2, AF_INET6=10, SOCK_STREAM=1, SOCK_DGRAM=2, AI_PASSIVE=1, IPPROTO_TCP=6, IPPROTO_UDP=17,
                   IPPROTO_IPV6=41, IPV6_V6ONLY=26, SOL_SOCKET=1, SO_REUSEADDR=2, SO_REUSEPORT=15, SO_BROADCAST=6, SHUT_RD=0, SHUT_WR=1, SHUT_RDWR=2,
                   TCP_NODELAY=1, SOMAXCONN=4096, has_ipv6=False, error=OSError, timeout=TimeoutError, herror=OSError, gaierror=OSError,
                   _GLOBAL_DEFAULT_TIMEOUT=object()),
    'subprocess': dict(PIPE=-1, STDOUT=-2, DEVNULL=-3, SubprocessError=Exception, CalledProcessError=Exception, TimeoutExpired=Exception),
}


class _Absent(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        where = self.__name__

        class absent:
            def __init__(self, *args, **kwargs):
                raise OSError(38, 'no %s in pyvm' % where)
        absent.__name__ = absent.__qualname__ = name
        setattr(self, name, absent)
        return absent


def stand_in(name):
    m = _made.get(name)
    if m is None:
        m = _made[name] = _Absent(name)
        m.__dict__.update(_VALUES.get(name, ()))
    return m
