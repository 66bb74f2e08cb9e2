"""Importing this module enables command line editing using GNU readline."""

_READLINE_VERSION = _READLINE_RUNTIME_VERSION = 0x802
_READLINE_LIBRARY_VERSION = '8.2'

# There is no line to edit; what a program keeps here it finds again.
_history = []
_state = {'delims': ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?', 'limit': -1, 'completer': None, 'auto': True}


def _text(string):
    if not isinstance(string, str):
        raise TypeError('bad argument type for built-in operation')
    return string


def _hook(name, function):
    if function is not None and not callable(function):
        raise TypeError('%s(func): argument not callable' % name)
    _state[name] = function


def _position(pos):
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_history):
        raise ValueError('No history item at position %d' % pos)
    return pos


def _opened(filename, mode):
    import os
    try:
        return open(os.path.expanduser('~/.history') if filename is None else filename, mode)
    except OSError as e:
        raise OSError(e.errno, e.strerror) from None


def _kept(lines):
    limit = _state['limit']
    return lines if limit < 0 else lines[max(len(lines) - limit, 0):]


def parse_and_bind(string, /):
    """Execute the init line provided in the string argument."""
    _text(string)


def read_init_file(filename=None, /):
    """Execute a readline initialization file."""
    _opened('~/.inputrc' if filename is None else filename, 'r').close()


def get_line_buffer():
    """Get the current contents of the line buffer."""
    return ''


def insert_text(string, /):
    """Insert text into the line buffer at the cursor position."""
    _text(string)


def redisplay():
    """Change what's displayed on the screen to reflect contents of the line buffer."""


def read_history_file(filename=None, /):
    """Load a readline history file."""
    with _opened(filename, 'r') as f:
        _history.extend(f.read().splitlines())


def write_history_file(filename=None, /):
    """Save a readline history file."""
    with _opened(filename, 'w') as f:
        f.writelines([line + '\n' for line in _kept(_history)])


def append_history_file(nelements, filename=None, /):
    """Append the last nelements items of the history list to file."""
    with _opened(filename, 'r+') as f:
        lines = _kept(f.read().splitlines() + _history[max(len(_history) - nelements, 0):])
        f.seek(0)
        f.truncate()
        f.writelines([line + '\n' for line in lines])


def get_history_length():
    """Return the maximum number of lines that will be written to the history file."""
    return _state['limit']


def set_history_length(length, /):
    """Set the maximal number of lines which will be written to the history file."""
    _state['limit'] = length


def get_current_history_length():
    """Return the current (not the maximum) length of history."""
    return len(_history)


def get_history_item(index, /):
    """Return the current contents of history item at one-based index."""
    return _history[index - 1] if 0 < index <= len(_history) else None


def remove_history_item(pos, /):
    """Remove history item given by its zero-based position."""
    del _history[_position(pos)]


def replace_history_item(pos, line, /):
    """Replaces history item given by its position with contents of line."""
    _history[_position(pos)] = _text(line)


def add_history(string, /):
    """Add an item to the history buffer."""
    _history.append(_text(string))


def clear_history():
    """Clear the current readline history."""
    _history.clear()


def set_auto_history(enabled, /):
    """Enables or disables automatic history."""
    _state['auto'] = bool(enabled)


def get_completer():
    """Get the current completer function."""
    return _state['completer']


def set_completer(function=None, /):
    """Set or remove the completer function."""
    if function is not None and not callable(function):
        raise TypeError('set_completer(func): argument not callable')
    _state['completer'] = function


def get_completer_delims():
    """Get the word delimiters for completion."""
    return _state['delims']


def set_completer_delims(string, /):
    """Set the word delimiters for completion."""
    _state['delims'] = _text(string)


def get_completion_type():
    """Get the type of completion being attempted."""
    return 0


def get_begidx():
    """Get the beginning index of the completion scope."""
    return 0


def get_endidx():
    """Get the ending index of the completion scope."""
    return 0


def set_startup_hook(function=None, /):
    """Set or remove the function invoked by the rl_startup_hook callback."""
    _hook('set_startup_hook', function)


def set_pre_input_hook(function=None, /):
    """Set or remove the function invoked by the rl_pre_input_hook callback."""
    _hook('set_pre_input_hook', function)


def set_completion_display_matches_hook(function=None, /):
    """Set or remove the completion display function."""
    _hook('set_completion_display_matches_hook', function)
