# Not hidden from tracebacks: Python code in CPython too.
"""The asyncio package, tracking PEP 3156.

The event loop waits for timers only: there are no sockets, pipes and processes here, so streams and subprocesses are
left out.
"""

import sys as _sys
import types as _types

# The submodules import these for names that only servers use.
_held = {}
for _name in ('socket', 'subprocess', 'ssl'):
    _held[_name] = _sys.modules.get(_name)
_socket = _types.ModuleType('socket')
_socket.__dict__.update(AF_UNSPEC=0, AF_INET=2, AF_INET6=10, SOCK_STREAM=1, SOCK_DGRAM=2, AI_PASSIVE=1, IPPROTO_TCP=6, IPPROTO_UDP=17,
                        IPPROTO_IPV6=41, SOL_SOCKET=1, SO_REUSEADDR=2, SO_REUSEPORT=15, SO_BROADCAST=6, socket=type('socket', (), {}))
_subprocess = _types.ModuleType('subprocess')
_subprocess.__dict__.update(PIPE=-1, STDOUT=-2, DEVNULL=-3, Popen=type('Popen', (), {}))
_sys.modules['socket'] = _socket
_sys.modules['subprocess'] = _subprocess
_sys.modules['ssl'] = None
try:
    from .base_events import *
    from .coroutines import *
    from .events import *
    from .exceptions import *
    from .futures import *
    from .locks import *
    from .protocols import *
    from .runners import *
    from .queues import *
    from .tasks import *
    from .taskgroups import *
    from .timeouts import *
    from .threads import *
    from .transports import *
finally:
    for _name, _module in _held.items():
        if _module is None:
            del _sys.modules[_name]
        else:
            _sys.modules[_name] = _module
    del _name, _module, _held, _socket, _subprocess, _types, _sys

from .unix_events import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ + locks.__all__ +
           protocols.__all__ + runners.__all__ + queues.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__ +
           transports.__all__ + unix_events.__all__)
