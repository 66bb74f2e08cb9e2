"""Multi-byte codecs that CPython writes in C."""

from _multibytecodec import _getter

getcodec = _getter('jp')
del _getter
