"""Multi-byte codecs that CPython writes in C."""

from _multibytecodec import _getter

getcodec = _getter('tw')
del _getter
