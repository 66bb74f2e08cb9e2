"""Context variables: contexts are dicts that are copied when a running one is asked for its copy."""

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

import _thread

_MISSING = object()
# The running context of the thread.
_state = _thread._cell()
# What keeps a native value per context (decimal): pairs of functions (save it there, load it from there).
_followers = []


def _running():
    c = _state[0]
    if c is None:
        c = _state[0] = Context()
    return c


def _enter(left, entered):
    _state[0] = entered
    for save, load in _followers:
        save(left)
        load(entered)


class _NoDefault:
    __slots__ = ()
    __module__ = 'Token'
    __qualname__ = 'MISSING'

    def __repr__(self):
        return '<Token.MISSING>'


_TOKEN_MISSING = _NoDefault()


class ContextVar:
    __slots__ = ('name', '_default', '__weakref__')

    def __init__(self, *args, default=_MISSING):
        if len(args) != 1:
            raise TypeError('ContextVar() takes exactly 1 positional argument (%d given)' % len(args))
        name, = args
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        _set_name(self, name)
        _set_default(self, default)

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.ContextVar' is not an acceptable base type")

    def get(self, default=_MISSING, /):
        """Return a value for the context variable for the current context."""
        value = _running()._data.get(self, _MISSING)
        if value is not _MISSING:
            return value
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Call to set a new value for the context variable in the current context."""
        context = _running()
        old = context._data.get(self, _MISSING)
        data = dict(context._data)
        data[self] = value
        context._data = data
        return Token(context, self, old, _make=True)

    def reset(self, token, /):
        """Reset the context variable to the value it had before the matching set()."""
        if not isinstance(token, Token):
            raise TypeError('expected an instance of Token, got %r' % (token,))
        if token._used:
            raise RuntimeError('%r has already been used once' % (token,))
        if token._var is not self:
            raise ValueError('%r was created by a different ContextVar' % (token,))
        context = _running()
        if token._context is not context:
            raise ValueError('%r was created in a different Context' % (token,))
        token._used = True
        data = dict(context._data)
        if token._old is _MISSING:
            data.pop(self, None)
        else:
            data[self] = token._old
        context._data = data

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        default = '' if self._default is _MISSING else ' default=%r' % (self._default,)
        return '<ContextVar name=%r%s at %#x>' % (self.name, default, id(self))


_set_name = ContextVar.name.__set__
_set_default = ContextVar._default.__set__


class Token:
    __slots__ = ('_context', '_var', '_old', '_used')
    MISSING = _TOKEN_MISSING
    __hash__ = None

    def __init__(self, context=None, var=None, old=None, *, _make=False):
        if not _make:
            raise RuntimeError('Tokens can only be created by ContextVars')
        self._context = context
        self._var = var
        self._old = old
        self._used = False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return _TOKEN_MISSING if self._old is _MISSING else self._old

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        return '<Token%s var=%r at %#x>' % (' used' if self._used else '', self._var, id(self))


class Context:
    __slots__ = ('_data', '_entered', '_previous', '__weakref__')
    __hash__ = None

    def __init__(self):
        self._data = {}
        self._entered = False
        self._previous = None

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Context' is not an acceptable base type")

    def run(self, /, *args, **kwargs):
        if not args:
            raise TypeError('run() missing 1 required positional argument')
        callable, *args = args
        if self._entered:
            raise RuntimeError('cannot enter context: %r is already entered' % (self,))
        previous = _running()
        self._entered = True
        _enter(previous, self)
        try:
            return callable(*args, **kwargs)
        finally:
            _enter(self, previous)
            self._entered = False

    def copy(self):
        """Return a shallow copy of the context object."""
        new = Context()
        new._data = self._data
        return new

    def _check(self, key):
        if not isinstance(key, ContextVar):
            raise TypeError('a ContextVar key was expected, got %r' % (key,))

    def __getitem__(self, key):
        self._check(key)
        return self._data[key]

    def __contains__(self, key):
        self._check(key)
        return key in self._data

    def get(self, key, default=None, /):
        self._check(key)
        return self._data.get(key, default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._data == other._data

    def __repr__(self):
        return '<_contextvars.Context object at %#x>' % id(self)


def copy_context():
    current = _running()
    for save, load in _followers:
        save(current)
    return current.copy()


import _type_names
copy_context = _type_names.builtin('copy_context', copy_context, '_contextvars')
del _type_names
