"""Waiting for files and sockets: there is nothing to wait for but time."""

import time as _time

error = OSError
PIPE_BUF = 4096


def select(rlist, wlist, xlist, timeout=None, /):
    if not rlist and not wlist and not xlist:
        if timeout is None:
            raise RuntimeError('deadlock: select() waits for nothing, without a timeout')
        _time.sleep(timeout)
        return [], [], []
    raise OSError(38, 'Function not implemented')
