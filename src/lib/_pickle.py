"""Optimized C implementation for the Python pickle module."""


class PickleBuffer:
    """Wrapper for potentially out-of-band buffers"""

    def __init__(self, object, /):
        self._view = memoryview(object)

    def raw(self):
        """Return a memoryview of the raw memory underlying this buffer."""
        if self._view is None:
            raise ValueError('operation forbidden on released PickleBuffer object')
        return self._view.cast('B')

    def release(self):
        """Release the underlying buffer exposed by the PickleBuffer object."""
        self._view = None

    def __bytes__(self):
        return self.raw().tobytes()


def __getattr__(name):
    # The rest is pickle's, which asks for PickleBuffer before it has them.
    if name in ('PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads'):
        import pickle
        return getattr(pickle, name)
    raise AttributeError("module '_pickle' has no attribute %r" % name)
