# Not hidden from tracebacks.
"""Interfaces for launching and remotely controlling web browsers: here there are none but those that a program registers."""

__all__ = ['Error', 'open', 'open_new', 'open_new_tab', 'get', 'register']


class Error(Exception):
    pass


class BaseBrowser:
    """Parent class for all browsers. Do not use directly."""

    args = ['%s']

    def __init__(self, name=''):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


_browsers = {}
_tryorder = []


def register(name, klass, instance=None, *, preferred=False):
    """Register a browser connector."""
    _browsers[name.lower()] = [klass, instance]
    if preferred:
        _tryorder.insert(0, name)
    else:
        _tryorder.append(name)


def get(using=None):
    """Return a browser launcher instance appropriate for the environment."""
    for name in _tryorder if using is None else [using]:
        entry = _browsers.get(name.lower())
        if entry is not None:
            return entry[1] if entry[1] is not None else entry[0]()
    raise Error('could not locate runnable browser')


def open(url, new=0, autoraise=True):
    """Display url using the default browser: whether one of those registered did."""
    for name in _tryorder:
        if get(name).open(url, new, autoraise):
            return True
    return False


def open_new(url):
    """Open url in a new window of the default browser."""
    return open(url, 1)


def open_new_tab(url):
    """Open url in a new page ("tab") of the default browser."""
    return open(url, 2)
