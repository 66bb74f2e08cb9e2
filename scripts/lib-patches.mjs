// What is changed in CPython's sources while they are frozen: texts and their replacements by file.

/** The position of an instruction is looked up by its offset: instructions are not two bytes wide here. */
const POSITION = [['next(itertools.islice(positions_gen, instruction_index // 2, None))', 'code._position_at(instruction_index)']];

/** 3.11.7 counts the columns of wide characters, and looks for the operator behind brackets (traceback.py). */
const CARETS = [
  ['orig_line_len = len(frame_summary._original_line)', 'line = frame_summary._original_line\n            orig_line_len = len(line)'],
  ['frame_summary._original_line, frame_summary.colno) + 1', 'line, frame_summary.colno)'],
  ['frame_summary._original_line, frame_summary.end_colno) + 1', 'line, frame_summary.end_colno)\n                segment = line[start_offset:end_offset]'],
  ['frame_summary._original_line[start_offset - 1:end_offset - 1]', 'segment'],
  ['end_offset = stripped_characters + len(stripped_line)', 'end_offset = len(line.rstrip())'],
  ["row.append(' ' * (start_offset - stripped_characters))", "column = _columns(line, start_offset)\n                    width = _columns(line, end_offset) - column\n                    row.append(' ' * (column + 1 - stripped_characters))"],
  [
    'row.append(anchors.primary_char * (anchors.left_end_offset))\n                        row.append(anchors.secondary_char * (anchors.right_start_offset - anchors.left_end_offset))\n                        row.append(anchors.primary_char * (end_offset - start_offset - anchors.right_start_offset))',
    'left, right = _columns(segment, anchors.left_end_offset), _columns(segment, anchors.right_start_offset)\n                        row.append(anchors.primary_char * left + anchors.secondary_char * (right - left) + anchors.primary_char * (width - right))',
  ],
  ["row.append('^' * (end_offset - start_offset))", "row.append('^' * width)"],
  ['                    return _Anchors(normalize(left_anchor), normalize(right_anchor))', '                    move = len(segment[left_anchor:]) - len(segment[left_anchor:].lstrip(")#" + _SPACES))\n                    return _Anchors(normalize(left_anchor + move), normalize(right_anchor + move))'],
  [
    'subscript_start = normalize(expr.value.end_col_offset)\n                    subscript_end = normalize(expr.slice.end_col_offset + 1)\n                    return _Anchors(subscript_start, subscript_end)',
    'start = segment.find("[", normalize(expr.value.end_col_offset))\n                    end = segment.find("]", normalize(expr.slice.end_col_offset + 1))\n                    return _Anchors(len(segment) if start < 0 else start, len(segment) if end < 0 else end + 1)',
  ],
  ['class _ExceptionPrintContext:', '_SPACES = " \\t\\n\\r\\x0b\\x0c"\n\ndef _columns(text, n):\n    if text.isascii():\n        return n\n    from unicodedata import east_asian_width\n    return sum(1 + (east_asian_width(c) in "WF") for c in text[:n])\n\n\nclass _ExceptionPrintContext:'],
];

/** Text that has no file (src/stdlib/small-modules.ts, _source): notebook cells, and for inspect that of `-c` too. */
const CELLS = [["filename.endswith('>')):\n        return []", "filename.endswith('>')):\n        import _source\n        return _source.shown(filename) if filename else []"]];
const NO_FILE = [["    if not lines:\n        raise OSError('could not get source code')", "    if not lines:\n        import _source\n        lines = _source.lines(file)\n    if not lines:\n        raise OSError('could not get source code')"]];

/** A named tuple's __new__ needs no compiler (src/stdlib/collections/namedtuple-code.ts); _replace and _asdict are natives mostly (namedtuple-methods.ts). */
const NAMED_TUPLE = [
  ['__new__ = eval(code, namespace)', "__new__ = eval(_native._namedtuple_code(code, field_names), namespace)"],
  ['    _dict, _tuple, _len, _map, _zip = dict, tuple, len, map, zip\n', "    _dict, _tuple, _len, _map, _zip, _native = dict, tuple, len, map, zip, __import__('_collections'); _replaced, _as_dict = _native._namedtuple_replaced, _native._namedtuple_dict\n"],
  ['result = self._make(_map(kwds.pop, field_names, self))', 'result = _replaced(self, kwds, field_names, _make) or self._make(_map(kwds.pop, field_names, self))'],
  ['return _dict(_zip(self._fields, self))', 'return _as_dict(self) or _dict(_zip(self._fields, self))'],
  // So is the beginning of a Counter (counter-methods.ts).
  ['        super().__init__()\n        self.update(iterable, **kwds)', '        waits = kwds or _counter_waits(self, iterable, _counter_update); waits and super().__init__()\n        waits and self.update(iterable, **kwds)'],
  ['########################################################################\n###  ChainMap', '_counter_update = Counter.update\n###  ChainMap'],
  ['    from _collections import _count_elements\nexcept ImportError:\n    pass', '    from _collections import _count_elements, _counter_waits\nexcept ImportError:\n    _counter_waits = lambda *counter: True'],
  // Something that every installation imports at its start has this imported; here it waits for its first use.
  ['__all__ = [\n    \'ChainMap\',', 'from . import abc\n\n__all__ = [\n    \'ChainMap\','],
];

/** Patterns of the library itself are in the archive, compiled (src/stdlib/sre/known.ts). */
const PATTERNS = [['        pattern = p\n        p = _parser.parse(p, flags)', '        pattern = p\n        known = _sre._known(pattern, flags)\n        if known is not None:\n            return known\n        p = _parser.parse(p, flags)']];

/** The module re runs when it is needed: see earlyPatterns in src/freeze.ts. */
const STRING = [
  ['    flags = _re.IGNORECASE\n', "    flags = type('', (), {'__get__': lambda self, obj, cls=None: _re.IGNORECASE})()\n"],
  ['delim = _re.escape(cls.delimiter)', "delim = r'\\$$' if cls.delimiter == '$$' else _re.escape(cls.delimiter)"],
  ['cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)', "cls.pattern = __import__('_sre')._pattern(pattern, 66) if cls.__module__ == 'string' else _re.compile(pattern, cls.flags | _re.VERBOSE)"],
];
/** update_wrapper of functions, natively; the module collections runs when the first cache is asked for its figures. */
const FUNCTOOLS = [
  ['from collections import namedtuple\n', "def __getattr__(name):\n    if name not in ('_CacheInfo', 'namedtuple'):\n        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')\n    global _CacheInfo, namedtuple\n    from collections import namedtuple\n    _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])\n    return globals()[name]\n\n"],
  ['_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])\n', 'def _cache_info(*figures):\n    from functools import _CacheInfo\n    return _CacheInfo(*figures)\n'],
  ['wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)', 'wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info)'],
  ['def update_wrapper(wrapper,', 'try:\n    from _functools import _update_wrapper\nexcept ImportError:\n    def _update_wrapper(wrapper, wrapped):\n        return False\n\ndef update_wrapper(wrapper,'],
  ['    for attr in assigned:\n        try:\n            value = getattr(wrapped, attr)', '    if assigned is WRAPPER_ASSIGNMENTS and updated is WRAPPER_UPDATES and _update_wrapper(wrapper, wrapped):\n        return wrapper\n    for attr in assigned:\n        try:\n            value = getattr(wrapped, attr)'],
];
const TEXTWRAP = [['re.escape(_whitespace)', String.raw`'\\\t\\\n\\\x0b\\\x0c\\\r\\ '`]];
const JSON_FLAGS = [['FLAGS = re.VERBOSE | re.MULTILINE | re.DOTALL', 'FLAGS = 88'], [', FLAGS)', ', 88)']];

/** pickle: what its C version, which programs see in CPython, says where the Python version has other words. */
const PICKLE = [
  ['# An instance of _Stop is raised by', 'for c in PickleError, PicklingError, UnpicklingError:\n    c.__module__ = "_pickle"\ndel c\n\n# An instance of _Stop is raised by'],
  ['self.current_frame = None\n\n    def readinto', 'self.current_frame = None\n\n    def whole(self, n):\n        data = self.file_read(n)\n        if len(data) < n:\n            raise UnpicklingError("pickle data was truncated")\n        return data\n\n    def line(self):\n        data = self.file_readline()\n        if data[-1:] != b"\\n":\n            raise UnpicklingError("pickle data was truncated")\n        return data\n\n    def readinto'],
  ['            return getattr(sys.modules[module], name)', '            try:\n                return getattr(sys.modules[module], name)\n            except AttributeError:\n                raise AttributeError("Can\'t get attribute %r on %r" % (name, sys.modules[module])) from None'],
  ['return self.file_read(n)', 'return self.whole(n)'],
  ['buf[:] = self.file_read(n)', 'buf[:] = self.whole(n)'],
  ['io.BytesIO(self.file_read(frame_size))', 'io.BytesIO(self.whole(frame_size))'],
  ['return self.file_readline()\n', 'return self.line()\n'],
  [
    'except (ImportError, KeyError, AttributeError):\n            raise PicklingError(\n                "Can\'t pickle %r: it\'s not found as %s.%s" %\n                (obj, module_name, name)) from None',
    'except (ImportError, KeyError):\n            raise PicklingError("Can\'t pickle %r: import of module %r failed" % (obj, module_name))\n        except AttributeError:\n            if "<locals>" in name.split("."):\n                raise AttributeError("Can\'t pickle local object %r" % name) from None\n            raise PicklingError("Can\'t pickle %r: attribute lookup %s on %s failed" % (obj, name, module_name)) from None',
  ],
  ['raise PicklingError("%s must return string or tuple" % reduce)', 'raise PicklingError("__reduce__ must return a string or tuple")'],
  ['raise PicklingError("Tuple returned by %s must have "\n                                "two to six elements" % reduce)', 'raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")'],
  [
    'if not isinstance(args, tuple):\n            raise PicklingError("args from save_reduce() must be a tuple")\n        if not callable(func):\n            raise PicklingError("func from save_reduce() must be callable")',
    'if not callable(func):\n            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")\n        if not isinstance(args, tuple):\n            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")\n        for which, value in ("fourth", listitems), ("fifth", dictitems):\n            if value is not None and not hasattr(type(value), "__next__"):\n                raise PicklingError("%s element of the tuple returned by __reduce__ must be an iterator, not %s" % (which, type(value).__name__))\n        if state_setter is not None and not callable(state_setter):\n            raise PicklingError("sixth element of the tuple returned by __reduce__ must be a function, not %s" % type(state_setter).__name__)',
  ],
  ['if not key:\n                    raise EOFError\n                assert isinstance(key, bytes_types)\n                dispatch[key[0]](self)', 'load = dispatch.get(key[0])\n                if load is None:\n                    raise UnpicklingError("invalid load key, \'%s\'." % (chr(key[0]) if 32 <= key[0] < 127 else "\\\\x%02x" % key[0]))\n                load(self)'],
  ['key = read(1)\n', 'try:\n                    key = read(1)\n                except UnpicklingError:\n                    raise EOFError("Ran out of input") from None\n'],
  ['except _Stop as stopinst:\n            return stopinst.value', 'except _Stop as stopinst:\n            return stopinst.value\n        except IndexError as e:\n            if self.stack or e.args not in (("pop from empty list",), ("list index out of range",)):\n                raise\n            raise UnpicklingError("unpickling stack underflow") from None'],
  ['            del self.stack[-1]\n        else:\n', '            del self.stack[-1]\n        elif not self.metastack:\n            raise UnpicklingError("unpickling stack underflow")\n        else:\n'],
  ['items = self.stack\n        self.stack = self.metastack.pop()', 'items = self.stack\n        if not self.metastack:\n            raise UnpicklingError("could not find MARK")\n        self.stack = self.metastack.pop()'],
  ['raise UnpicklingError("unsupported persistent id encountered")', 'raise UnpicklingError("A load persistent id instruction was encountered,\\nbut no persistent_load function was specified.")'],
  ["self._file_readline = file.readline\n        self._file_read = file.read\n", "for name in 'readinto', 'read', 'readline':\n            if name != 'readinto' and not hasattr(file, name):\n                raise TypeError(\"file must have 'read' and 'readline' attributes\")\n        self._file_readline = file.readline\n        self._file_read = file.read\n"],
  ['if isinstance(s, str):\n        raise TypeError("Can\'t load pickle from unicode string")\n    file', 'if isinstance(s, (str, int, type(None))):\n        raise TypeError("a bytes-like object is required, not %r" % type(s).__name__)\n    file'],
  ['    dump, dumps, load, loads = _dump, _dumps, _load, _loads', '    import _type_names\n    dump, dumps, load, loads = [_type_names.builtin(f.__name__[1:], f, "_pickle") for f in (_dump, _dumps, _load, _loads)]\n    del _type_names'],
  // This file is hidden (below): dir() would be that of whoever imports it.
  ['[x for x in dir() if re.match("[A-Z][A-Z0-9_]+$", x)]', '[x for x in sorted(vars(sys.modules[__name__])) if x.isupper() and x[0] != "_"]'],
  // What a program calls `dispatch` is its own: C does not look at it.
  ['f = self.dispatch.get(t)\n            if f is not None:\n                f(self, obj)', 'f = (self.dispatch if isinstance(self.dispatch, dict) else _Pickler.dispatch).get(t)\n            if f is not None:\n                f(self, obj)'],
  // Values of builtin types alone are done natively (src/stdlib/extra/pickle.ts).
  ['import codecs\n', 'import codecs\nimport _pickle_native as _native\n'],
  ['def _dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):\n    f = io.BytesIO()\n', 'def _dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):\n    if buffer_callback is None:\n        native = _native.dumps(obj, DEFAULT_PROTOCOL if protocol is None else HIGHEST_PROTOCOL if protocol == -1 else protocol)\n        if native is not None:\n            return native\n    f = io.BytesIO()\n'],
  ['    file = io.BytesIO(s)\n', '    if buffers is None:\n        native = _native.loads(s)\n        if native is not None:\n            return native[0]\n    file = io.BytesIO(s)\n'],
];

/** datetime (run as `_pure_datetime`): the words of its C version, which is what programs see in CPython. */
const DATETIME = [
  // The order of the parts of a datetime's repr.
  ['        if self._tzinfo is not None:\n            assert s[-1:] == ")"\n            s = s[:-1] + ", tzinfo=%r" % self._tzinfo + ")"\n        if self._fold:\n            assert s[-1:] == ")"\n            s = s[:-1] + ", fold=1)"\n        return s\n\n    def __str__(self):\n        "Convert to string, for str()."',
    '        if self._fold:\n            s = s[:-1] + ", fold=1)"\n        if self._tzinfo is not None:\n            s = s[:-1] + ", tzinfo=%r" % self._tzinfo + ")"\n        return s\n\n    def __str__(self):\n        "Convert to string, for str()."'],
  ["raise ValueError('year must be in %d..%d' % (MINYEAR, MAXYEAR), year)", "_as_int(year)\n        raise ValueError('year %d is out of range' % year)"],
  ["raise ValueError('month must be in 1..12', month)", "_as_int(month)\n        raise ValueError('month must be in 1..12')"],
  ["raise ValueError('day must be in 1..%d' % dim, day)", "_as_int(day)\n        raise ValueError('day is out of range for month')"],
  ["'hour must be in 0..23', hour", "'hour must be in 0..23'"],
  ["'minute must be in 0..59', minute", "'minute must be in 0..59'"],
  ["'second must be in 0..59', second", "'second must be in 0..59'"],
  ["'microsecond must be in 0..999999', microsecond", "'microsecond must be in 0..999999'"],
  ["raise ValueError('fold must be either 0 or 1', fold)", "_index(fold)\n        raise ValueError('fold must be either 0 or 1')"],
  ['raise TypeError("tzinfo argument must be None or of a tzinfo subclass")', 'raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type %r" % _type_name(tz))'],
  ['raise TypeError("tz argument must be an instance of tzinfo")', '_check_tzinfo_arg(tz)'],
  ['def _cmperror(x, y):\n    raise TypeError("can\'t compare \'%s\' to \'%s\'" % (\n                    type(x).__name__, type(y).__name__))', 'def _cmperror(x, y):\n    raise TypeError("can\'t compare %s to %s" % (_type_name(x), _type_name(y)))'],
  ['raise TypeError("tzinfo.tzname() must return None or string, "\n                        "not \'%s\'" % type(name))', 'raise TypeError("tzinfo.tzname() must return None or a string, not %r" % _type_name(name))'],
  ['"or timedelta, not \'%s\'" % (name, type(offset)))', '"or timedelta, not %r" % (name, _type_name(offset)))'],
  ['raise ValueError("%s()=%s, must be strictly between "\n                         "-timedelta(hours=24) and timedelta(hours=24)" %\n                         (name, offset))', 'raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")'],
  // The constructors' arguments.
  ['milliseconds=0, minutes=0, hours=0, weeks=0):\n', 'milliseconds=0, minutes=0, hours=0, weeks=0, *rest, **more):\n        if rest or more:\n            _bad_arguments("__new__()", 7, 7, (days, seconds, microseconds, milliseconds, minutes, hours, weeks), rest, more)\n'],
  ['days += weeks*7\n        seconds += minutes*60 + hours*3600\n        microseconds += milliseconds*1000\n', 'try:\n            days += weeks*7\n            seconds += minutes*60 + hours*3600\n            microseconds += milliseconds*1000\n        except TypeError:\n            _bad_component(microseconds=microseconds, milliseconds=milliseconds, seconds=seconds, minutes=minutes, hours=hours, days=days, weeks=weeks)\n            raise\n        if type(days) not in _NUMBERS or type(seconds) not in _NUMBERS or type(microseconds) not in _NUMBERS:\n            _bad_component(microseconds=microseconds, milliseconds=milliseconds, seconds=seconds, minutes=minutes, hours=hours, days=days, weeks=weeks)\n'],
  ['raise OverflowError("timedelta # of days is too large: %d" % d)', '_as_int(d, True)\n            raise OverflowError("days=%d; must have magnitude <= 999999999" % d)'],
  ['def __new__(cls, year, month=None, day=None):', 'def __new__(cls, year=_unset, month=_unset, day=_unset, *rest, **more):'],
  ['if (month is None and\n            isinstance(year', 'if (month is _unset and\n            isinstance(year'],
  ['year, month, day = _check_date_fields(year, month, day)\n        self = object.__new__(cls)\n        self._year = year\n        self._month = month\n        self._day = day\n        self._hashcode', 'if day is _unset or rest or more:\n            _bad_arguments("function", 3, 3, (year, month, day), rest, more, "year", "month", "day")\n        year, month, day = _check_date_fields(year, month, day)\n        self = object.__new__(cls)\n        self._year = year\n        self._month = month\n        self._day = day\n        self._hashcode'],
  ['def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):', 'def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *rest, fold=0, **more):\n        if rest or more:\n            _bad_arguments("function", 5, 6, (hour, minute, second, microsecond, tzinfo), rest, more)'],
  ['def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0,\n                microsecond=0, tzinfo=None, *, fold=0):', 'def __new__(cls, year=_unset, month=_unset, day=_unset, hour=0, minute=0, second=0,\n                microsecond=0, tzinfo=None, *rest, fold=0, **more):'],
  ['self.__setstate(year, month)\n', 'self.__setstate(year, None if month is _unset else month)\n'],
  ['        year, month, day = _check_date_fields(year, month, day)\n        hour, minute, second, microsecond, fold = _check', '        if day is _unset or rest or more:\n            _bad_arguments("function", 8, 9, (year, month, day, hour, minute, second, microsecond, tzinfo), rest, more, "year", "month", "day")\n        year, month, day = _check_date_fields(year, month, day)\n        hour, minute, second, microsecond, fold = _check'],
  ['frac, t = _math.modf(t)\n', 'frac, t = _math.modf(_as_timestamp(t))\n'],
  ['= _time.localtime(t)\n        return cls(y, m, d)', '= _time.localtime(_as_timestamp(t))\n        return cls(y, m, d)'],
  ['Invalid weekday: {day} (range', 'Invalid day: {day} (range'],
  ['def _isoweek_to_gregorian(year, week, day):\n', 'def _isoweek_to_gregorian(year, week, day):\n    year, week, day = _index(year), _index(week), _index(day)\n'],
  ['        s = ("%04d-%02d-%02d%c" %', '        if type(sep) is not str or len(sep) != 1:\n            raise TypeError("isoformat() argument 1 must be a unicode character, not %s" % _none_or_type(sep))\n        if not isinstance(timespec, str):\n            raise TypeError("isoformat() argument 2 must be str, not %s" % _none_or_type(timespec))\n        s = ("%04d-%02d-%02d%c" %'],
  ['def __new__(cls, offset, name=_Omitted):\n        if not isinstance(offset, timedelta):\n            raise TypeError("offset must be a timedelta")', 'def __new__(cls, offset=_unset, name=_Omitted, *rest, **more):\n        if offset is _unset or rest or more:\n            _bad_arguments("timezone()", 2, 2, (offset, name), rest, more, "offset")\n        if not isinstance(offset, timedelta):\n            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % _none_or_type(offset))'],
  ['raise TypeError("name must be a string")', 'raise TypeError("timezone() argument 2 must be str, not %s" % _none_or_type(name))'],
  ['"strictly between -timedelta(hours=24) and "\n                             "timedelta(hours=24).")', '"strictly between -timedelta(hours=24) and "\n                             "timedelta(hours=24), not %r." % (offset,))'],
  // Texts.
  ['raise ValueError("dt.tzinfo is not self")', 'raise ValueError("fromutc: dt.tzinfo is not self")'],
  ['tzinfo subclass must override', 'a tzinfo subclass must implement'],
  ['raise TypeError("fromutc() requires a datetime argument")', 'raise TypeError("fromutc: argument must be a datetime")'],
  ['raise TypeError("fromutc() argument must be a datetime instance"\n                        " or None")', 'raise TypeError("fromutc: argument must be a datetime")'],
  ['fromutc() requires a non-None utcoffset() "\n                             "result', 'fromutc: non-None utcoffset() result required'],
  ['fromutc() requires a non-None dst() result', 'fromutc: non-None dst() result required'],
  ['"fromutc(): dt.dst gave inconsistent "\n                                 "results; cannot convert"', '"fromutc: tz.dst() gave inconsistent results; cannot convert"'],
  ['cannot compare naive and aware times', "can't compare offset-naive and offset-aware times"],
  ['cannot compare naive and aware datetimes', "can't compare offset-naive and offset-aware datetimes"],
  ['cannot mix naive and timezone-aware time', "can't subtract offset-naive and offset-aware datetimes"],
  ['raise OverflowError("result out of range")', 'raise OverflowError("date value out of range")'],
  ['        if isinstance(other, date):\n            days1', '        if isinstance(other, datetime):\n            return NotImplemented\n        if isinstance(other, date):\n            days1'],
  ['utcoffset() argument must be a datetime instance"\n                        " or None"', 'utcoffset(dt) argument must be a datetime instance"\n                        " or None, not " + _type_name(dt)'],
  ['tzname() argument must be a datetime instance"\n                        " or None"', 'tzname(dt) argument must be a datetime instance"\n                        " or None, not " + _type_name(dt)'],
  ['dst() argument must be a datetime instance"\n                        " or None"', 'dst(dt) argument must be a datetime instance"\n                        " or None, not " + _type_name(dt)'],
  ['raise TypeError("date argument must be a date instance")', 'raise TypeError("combine() argument 1 must be datetime.date, not %s" % _none_or_type(date))'],
  ['raise TypeError("time argument must be a time instance")', 'raise TypeError("combine() argument 2 must be datetime.time, not %s" % _none_or_type(time))'],
  ['raise TypeError("must be str, not %s" % type(fmt).__name__)', 'raise TypeError("__format__() argument 1 must be str, not %s" % _none_or_type(fmt))'],
  ['def _wrap_strftime(object, format, timetuple):\n', 'def _wrap_strftime(object, format, timetuple):\n    if not isinstance(format, str):\n        raise TypeError("strftime() argument 1 must be str, not %s" % _none_or_type(format))\n'],
  // A class shows itself by its own name; those of here with the module.
  ['"%s.%s(%s)" % (self.__class__.__module__,\n                              self.__class__.__qualname__,', '"%s(%s)" % (_type_name(self),'],
  ['"%s.%s(%d, %d, %d)" % (self.__class__.__module__,\n                                      self.__class__.__qualname__,', '"%s(%d, %d, %d)" % (_type_name(self),'],
  ['"%s.%s(%d, %d%s)" % (self.__class__.__module__,\n                                self.__class__.__qualname__,', '"%s(%d, %d%s)" % (_type_name(self),'],
  ['"%s.%s(%s)" % (self.__class__.__module__,\n                           self.__class__.__qualname__,', '"%s(%s)" % (_type_name(self),'],
  ['"%s.%s(%r)" % (self.__class__.__module__,\n                                  self.__class__.__qualname__,', '"%s(%r)" % (_type_name(self),'],
  ['"%s.%s(%r, %r)" % (self.__class__.__module__,\n                                  self.__class__.__qualname__,', '"%s(%r, %r)" % (_type_name(self),'],
  // What is no ISO text at all is told apart from fields that are out of range.
  ['if len(date_string) not in (7, 8, 10):', 'if len(date_string) not in (7, 8, 10) or not date_string.isascii():'],
  ['        try:\n            return cls(*_parse_isoformat_date(date_string))\n        except Exception:\n            raise ValueError(f\'Invalid isoformat string: {date_string!r}\')', '        try:\n            fields = _parse_isoformat_date(date_string)\n        except Exception:\n            raise ValueError(f\'Invalid isoformat string: {date_string!r}\') from None\n        return cls(*fields)'],
  ['        try:\n            return cls(*_parse_isoformat_time(time_string))\n        except Exception:\n            raise ValueError(f\'Invalid isoformat string: {time_string!r}\')', '        try:\n            fields = _parse_isoformat_time(time_string)\n        except Exception as e:\n            if str(e).startswith("offset must"):\n                raise\n            raise ValueError(f\'Invalid isoformat string: {time_string!r}\') from None\n        return cls(*fields)'],
  ["        if len(date_string) < 7:\n", "        if len(date_string) < 7 or not (date_string[:8] + date_string[11:]).isascii():\n"],
  ['        if tstr:\n            try:\n                time_components = _parse_isoformat_time(tstr)\n            except ValueError:', '        if len(date_string) > separator_location:\n            try:\n                time_components = _parse_isoformat_time(tstr)\n            except ValueError as e:\n                if str(e).startswith("offset must"):\n                    raise'],
  ['        y, m, d = _ord2ymd(n)\n        return cls(y, m, d)', '        n = _as_int(_index(n))\n        if n < 1:\n            raise ValueError("ordinal must be >= 1")\n        y, m, d = _ord2ymd(n)\n        return cls(y, m, d)'],
  // timedelta and timezone have no instance dictionary in C and need no state to be copied.
  ['    def __getinitargs__(self):\n        """pickle support"""', '    def __reduce__(self):\n        return (self.__class__, self.__getinitargs__())\n\n    def __getinitargs__(self):\n        """pickle support"""'],
];

const DATETIME_HEAD = `
_unset = object()
_NUMBERS = (int, float, bool)
def _type_name(o):
    t = type(o)
    return 'datetime.' + t.__name__ if t.__module__ == 'datetime' and t.__name__ in _NAMES else t.__name__
_NAMES = ('date', 'time', 'datetime', 'timedelta', 'timezone', 'tzinfo')
def _none_or_type(o):
    return 'None' if o is None else _type_name(o)
def _as_int(n, small=False):
    if not -2**63 <= n < 2**63:
        raise OverflowError('Python int too large to convert to C ' + ('int' if small else 'long'))
    if not -2**31 <= n < 2**31:
        raise OverflowError('Python int too large to convert to C int' if small else 'signed integer is ' + ('greater than maximum' if n > 0 else 'less than minimum'))
    return n
def _as_timestamp(t):
    if not isinstance(t, float):
        t = _index(t)
    elif t != t:
        raise ValueError('Invalid value NaN (not a number)')
    if not -2**63 <= t < 2**63:
        raise OverflowError('timestamp out of range for platform time_t')
    return t
def _bad_component(**given):
    for name, v in given.items():
        if not isinstance(v, (int, float)):
            raise TypeError('unsupported type for timedelta %s component: %s' % (name, _type_name(v)))
def _bad_arguments(what, positional, most, values, rest, more, *needed):
    """The error for arguments of a constructor that do not fit, in the words of C's argument parser."""
    given = len([v for v in values if v is not _unset]) + len(rest) + len(more)
    if given > most and (needed or rest):
        raise TypeError('%s takes at most %d arguments (%d given)' % (what, most, given))
    if rest:
        raise TypeError('%s takes at most %d positional arguments (%d given)' % (what, positional, len(values) + len(rest)))
    for i, name in enumerate(needed):
        if i == 1 and values[0] is not _unset and type(values[0]) not in (bytes, str):
            _index(values[0])
        if values[i] is _unset:
            raise TypeError('%s missing required argument %r (pos %d)' % (what, name, i + 1))
    raise TypeError('%r is an invalid keyword argument for %s' % (next(iter(more)), 'this function' if what == 'function' else what))
`;

/** The source of CPython's datetime with all that. */
export const datetimePatches = [['def _cmp(x, y):', `${DATETIME_HEAD}\ndef _cmp(x, y):`], ['__slots__ = date.__slots__ + time.__slots__', "__slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'"], ...DATETIME];

/** The arguments of strptime() are checked by C code before this is called. */
const STRPTIME = [
  ['msg = "strptime() argument {} must be str, not {}"\n            raise TypeError(msg.format(index, type(arg)))', 'msg = "strptime() argument {} must be str, not {}"\n            raise TypeError(msg.format(index + 1, "None" if arg is None else type(arg).__name__))'],
];

/** enum: the pinned package has 3.11.3; how flags, aliases and pickles behave since 3.11.4. */
const ENUM = [
  // What every class asks, natively (src/stdlib/enum-natives.ts).
  ['def _is_single_bit(num):', 'from _enum_native import _is_dunder, _is_sunder, _is_private, _set_item, _may_have_members, _data_type\n\ndef _is_single_bit(num):'],
  ['        if _is_internal_class(self._cls_name, value):\n            import warnings', '        if _set_item(self, key, value):\n            return\n        if _is_internal_class(self._cls_name, value):\n            import warnings'],
  ['        for chain in bases:\n            for base in chain.__mro__:\n                if isinstance(base, EnumType) and base._member_names_:', '        for chain in bases if _may_have_members(bases, EnumType) else ():\n            for base in chain.__mro__:\n                if isinstance(base, EnumType) and base._member_names_:'],
  ['        data_types = set()\n        base_chain = set()\n', '        data_type = _data_type(bases, EnumType)\n        if data_type is not NotImplemented:\n            return data_type\n        data_types = set()\n        base_chain = set()\n'],
  ["'EnumCheck', 'CONTINUOUS',", "'pickle_by_global_name', 'pickle_by_enum_name', 'EnumCheck', 'CONTINUOUS',"],
  ["            if self.fget is None:\n                raise AttributeError(\n                        '%r member has no attribute %r' % (ownerclass, self.name)\n                        )\n", "            if self.fget is None:\n                member = ownerclass._member_map_.get(self.name)\n                if member is None:\n                    raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))\n                return member\n"],
  ["        value = enum_member._value_\n        enum_member._name_ = member_name", "        value = enum_member._value_\n        if Flag is not None and issubclass(enum_class, Flag):\n            enum_class._flag_mask_ |= value\n            mask = enum_class._flag_mask_\n            enum_class._all_bits_ = (1 << mask.bit_length()) - 1\n            if _is_single_bit(value):\n                enum_class._singles_mask_ |= value\n        enum_member._name_ = member_name"],
  ["        need_override = False\n        descriptor = None\n", "        found = None\n"],
  ["                    break\n                else:\n                    need_override = True\n                    # keep looking for an enum.property\n        if descriptor and not need_override:\n            # previous enum.property found, no further action needed\n            pass\n        elif descriptor and need_override:", "                    found = descriptor\n                    break\n                if all(hasattr(descriptor, f) for f in ('fget', 'fset', 'fdel')):\n                    found = descriptor\n        if found:"],
  ["            # Previous enum.property found, but some other inherited attribute\n            # is in the way; copy fget, fset, fdel to this one.\n            redirect.fget = descriptor.fget\n            redirect.fset = descriptor.fset\n            redirect.fdel = descriptor.fdel", "            redirect.fget, redirect.fset, redirect.fdel = found.fget, found.fset, found.fdel"],
  ["            if isinstance(value, int):\n                flag_mask |= value\n            classdict[name]", "            classdict[name]"],
  ["        classdict['_flag_mask_'] = flag_mask\n        classdict['_all_bits_'] = 2 ** ((flag_mask).bit_length()) - 1\n", "        classdict.update(_flag_mask_=0, _singles_mask_=0, _all_bits_=0)\n"],
  ["            delattr(enum_class, '_flag_mask_')\n", "            delattr(enum_class, '_flag_mask_')\n            delattr(enum_class, '_singles_mask_')\n"],
  ["            # ensure _all_bits_ is correct and there are no missing flags\n            single_bit_total = 0\n            multi_bit_total = 0\n            for flag in enum_class._member_map_.values():\n                flag_value = flag._value_\n                if _is_single_bit(flag_value):\n                    single_bit_total |= flag_value\n                else:\n                    # multi-bit flags are considered aliases\n                    multi_bit_total |= flag_value\n            enum_class._flag_mask_ = single_bit_total\n", ''],
  ["            names = names.replace(',', ' ').split()\n        if isinstance(names, (tuple, list)) and names and", "            names = names.replace(',', ' ').split()\n        names = () if names is None else names\n        if isinstance(names, (tuple, list)) and names and"],
  ["(tmp_cls)\n        cls.__reduce_ex__ = _reduce_ex_by_global_name\n", "(tmp_cls)\n"],
  ["module=module, boundary=boundary or KEEP)\n    cls.__reduce_ex__ = _reduce_ex_by_global_name\n", "module=module, boundary=boundary or KEEP)\n"],
  ["or '__init__' in base.__dict__:", "or '__dataclass_fields__' in base.__dict__:"],
  ["        # still not found -- try _missing_ hook\n", "        if not cls._member_map_:\n            raise TypeError('%r has no members defined' % cls)\n"],
  ["            for v in last_values:\n                try:\n                    return v + 1", "            for v in reversed(last_values):\n                try:\n                    return v + 1"],
  ["        if self.__class__._member_type_ is object:\n            interesting = set(['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'])\n        else:\n            interesting = set(object.__dir__(self))", "        interesting = set() if self.__class__._member_type_ is object else set(object.__dir__(self))"],
  ["            if name[0] != '_':\n                interesting.add(name)", "            if name[0] != '_' and name not in self._member_map_:\n                interesting.add(name)"],
  ["                        interesting.discard(name)\n                else:\n                    interesting.add(name)", "                        interesting.discard(name)\n                elif name not in self._member_map_:\n                    interesting.add(name)"],
  ["    def __reduce_ex__(self, proto):\n        return getattr, (self.__class__, self._name_)\n", "    def __reduce_ex__(self, proto):\n        return self.__class__, (self._value_,)\n\n    def __copy__(self):\n        return self\n\n    def __deepcopy__(self, memo):\n        return self\n"],
  ["def _reduce_ex_by_global_name(self, proto):\n    return self.name\n", "def pickle_by_global_name(self, proto):\n    return self.name\n\n\ndef pickle_by_enum_name(self, proto):\n    return getattr, (self.__class__, self._name_)\n\n\n_reduce_ex_by_global_name = pickle_by_global_name\n"],
  ["class Flag(Enum, boundary=CONFORM):", "class Flag(Enum, boundary=STRICT):"],
  ["    def __reduce_ex__(self, proto):\n        cls = self.__class__\n        unknown = self._value_ & ~cls._flag_mask_\n        member_value = self._value_ & cls._flag_mask_\n        if unknown and member_value:\n            return _or_, (cls(member_value), unknown)\n        for val in _iter_bits_lsb(member_value):\n            rest = member_value & ~val\n            if rest:\n                return _or_, (cls(rest), cls._value2member_map_.get(val))\n            else:\n                break\n        if self._name_ is None:\n            return cls, (self._value_,)\n        else:\n            return getattr, (cls, self._name_)\n\n", ''],
  ["        member_value = value & flag_mask\n        if unknown and", "        aliases = value & ~cls._singles_mask_\n        member_value = value & cls._singles_mask_\n        if unknown and"],
  ["        if member_value:\n            pseudo_member._name_ = '|'.join([\n                m._name_ for m in cls._iter_member_(member_value)\n                ])\n            if unknown:", "        if member_value or aliases:\n            members = list(cls._iter_member_(member_value))\n            if aliases:\n                members += [m for m in cls._member_map_.values() if m not in members and m._value_ and m._value_ & value == m._value_]\n            covered = 0\n            for m in members:\n                covered |= m._value_\n            unknown = value ^ covered\n            pseudo_member._name_ = '|'.join([m._name_ for m in members]) if covered else None\n            if not covered:\n                pass\n            elif unknown and cls._boundary_ is STRICT:\n                raise ValueError('%r: no members with value %r' % (cls, unknown))\n            elif unknown:"],
  ["        if not unknown:\n            pseudo_member = cls._value2member_map_.setdefault(value, pseudo_member)\n            if neg_value is not None:\n                cls._value2member_map_[neg_value] = pseudo_member\n", "        pseudo_member = cls._value2member_map_.setdefault(value, pseudo_member)\n        if neg_value is not None:\n            cls._value2member_map_[neg_value] = pseudo_member\n"],
  ["            if self._boundary_ is KEEP:\n                # use all bits", "            if self._boundary_ in (KEEP, EJECT):"],
  ["self.__class__(self._flag_mask_ ^ self._value_)\n            if isinstance(self._inverted_, self.__class__):\n                self._inverted_._inverted_ = self", "self.__class__(self._singles_mask_ & ~self._value_)"],
  ["            body['_flag_mask_'] = None\n", "            body['_flag_mask_'] = None\n            body['_singles_mask_'] = None\n"],
  ["            enum_class._flag_mask_ = single_bits\n", "            enum_class._flag_mask_ = single_bits | multi_bits\n            enum_class._singles_mask_ = single_bits\n"],
];

/** contextlib (3.11.4): a generator that goes on when it should end is closed. */
const CONTEXTLIB = [
  ['from collections import deque', 'from _collections import deque'],
  ['                next(self.gen)\n            except StopIteration:\n                return False\n            else:\n                raise RuntimeError("generator didn\'t stop")', '                next(self.gen)\n            except StopIteration:\n                return False\n            try:\n                raise RuntimeError("generator didn\'t stop")\n            finally:\n                self.gen.close()'],
  ['            raise RuntimeError("generator didn\'t stop after throw()")', '            try:\n                raise RuntimeError("generator didn\'t stop after throw()")\n            finally:\n                self.gen.close()'],
];

/** dataclasses (3.11.4). */
/** str(inspect.signature(cls)) of a class whose __init__ was just made: inspect is large. */
const SIGNATURE_TEXT = `def _signature_text(cls):
    init = cls.__dict__.get('__init__')
    if (type(init) is not types.FunctionType or init.__code__.co_filename != '<string>' or '__new__' in cls.__dict__
            or type(cls).__call__ is not type.__call__ or hasattr(cls, '__signature__') or init.__code__.co_flags & 12 or init.__code__.co_posonlyargcount):
        return None
    def shown(annotation):
        if getattr(annotation, '__module__', None) == 'typing':
            return __import__('_sre')._pattern(r'[\\w\\.]+').sub(lambda match: match.group().removeprefix('typing.'), repr(annotation))
        if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
            if annotation.__module__ == 'builtins':
                return annotation.__qualname__
            return annotation.__module__ + '.' + annotation.__qualname__
        return repr(annotation)
    code = init.__code__
    n = code.co_argcount
    names = code.co_varnames[:n + code.co_kwonlyargcount]
    annotations = init.__annotations__
    defaults = dict(zip(names[n - len(init.__defaults__ or ()):n], init.__defaults__ or ()), **init.__kwdefaults__ or {})
    parts = []
    for i, name in enumerate(names):
        text = name
        if i == n:
            parts.append('*')
        if name in annotations:
            text = f'{name}: {shown(annotations[name])}'
        if name in defaults:
            text += f' = {defaults[name]!r}' if name in annotations else f'={defaults[name]!r}'
        if i:
            parts.append(text)
    text = '(' + ', '.join(parts) + ')'
    return f"{text} -> {shown(annotations['return'])}" if 'return' in annotations else text

`;
const DATACLASSES = [
  ['def _process_class(', SIGNATURE_TEXT + 'def _process_class('],
  ["        cls.__doc__ = (cls.__name__ +\n                       str(inspect.signature(cls)).replace(' -> None', ''))", "        try:\n            text = (_signature_text(cls) or str(inspect.signature(cls))).replace(' -> None', '')\n        except (TypeError, ValueError):\n            text = ''\n        cls.__doc__ = cls.__name__ + text"],
  ["        cls.__getstate__ = _dataclass_getstate\n        cls.__setstate__ = _dataclass_setstate", "        for name, f in ('__getstate__', _dataclass_getstate), ('__setstate__', _dataclass_setstate):\n            if name not in cls_dict:\n                setattr(cls, name, f)"],
];

/** tarfile (3.11.4): filters of what is extracted (PEP 706). */
const TARFILE = [
  ['class SubsequentHeaderError(HeaderError):\n    """Exception for missing and invalid extended headers."""\n    pass\n', `class SubsequentHeaderError(HeaderError):
    """Exception for missing and invalid extended headers."""
    pass
class FilterError(TarError):
    """A filter refused a member."""
    text = ''
    def __init__(self, tarinfo, path=None):
        self.tarinfo = tarinfo
        if path is not None:
            self._path = path
        super().__init__(self.text.format(tarinfo.name, path))
class AbsolutePathError(FilterError):
    text = 'member {!r} has an absolute path'
class OutsideDestinationError(FilterError):
    text = '{!r} would be extracted to {!r}, which is outside the destination'
class SpecialFileError(FilterError):
    text = '{!r} is a special file'
class AbsoluteLinkError(FilterError):
    text = '{!r} is a link to an absolute path'
class LinkOutsideDestinationError(FilterError):
    text = '{!r} would link to {!r}, which is outside the destination'

def _outside(path, directory):
    return os.path.commonpath([path, directory]) != directory

def _filtered(member, directory, data):
    """The member as the filters tar and data let it through."""
    changes = {}
    directory = os.path.realpath(directory)
    name = member.name
    if name.startswith(('/', os.sep)):
        name = changes['name'] = member.path.lstrip('/' + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(directory, name))
    if _outside(target, directory):
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode &= 0o755
        if data:
            if member.isreg() or member.islnk():
                mode = (mode if mode & 0o100 else mode & ~0o111) | 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changes['mode'] = mode
    if data:
        changes.update((k, None) for k in ('uid', 'gid', 'uname', 'gname') if getattr(member, k) is not None)
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            start = os.path.join(directory, os.path.dirname(name)) if member.issym() else directory
            target = os.path.realpath(os.path.join(start, member.linkname))
            if _outside(target, directory):
                raise LinkOutsideDestinationError(member, target)
    return changes

def fully_trusted_filter(member, dest_path):
    return member

def tar_filter(member, dest_path):
    changes = _filtered(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member

def data_filter(member, dest_path):
    changes = _filtered(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member

_NAMED_FILTERS = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}
`],
  ['    def __repr__(self):\n        return "<%s %r at %#x>" % (self.__class__.__name__,self.name,id(self))\n', `    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__,self.name,id(self))

    def replace(self, *, name=..., mtime=..., mode=..., linkname=..., uid=..., gid=..., uname=..., gname=..., deep=True):
        """Return a deep copy of self with the given attributes replaced."""
        changes = dict(name=name, mtime=mtime, mode=mode, linkname=linkname, uid=uid, gid=gid, uname=uname, gname=gname)
        result = copy.deepcopy(self) if deep else copy.copy(self)
        for k, v in changes.items():
            if v is not ...:
                setattr(result, k, v)
        return result
`],
  // What a filter returned is a copy.
  ['members[:members.index(tarinfo)]', 'members[:next((i for i, m in enumerate(members) if m.offset == tarinfo.offset), len(members))]'],
  ['    errorlevel = 1 ', '    extraction_filter = None    # The default filter for extraction.\n\n    errorlevel = 1 '],
  ['    def extractall(self, path=".", members=None, *, numeric_owner=False):\n', `    def _through(self, tarinfo, path, filter):
        """What the filter makes of a member; None: it is left out."""
        if filter is None:
            filter = self.extraction_filter or fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.')
        elif not callable(filter):
            try:
                filter = _NAMED_FILTERS[filter]
            except KeyError:
                raise ValueError(f"filter {filter!r} not found") from None
        try:
            result = filter(tarinfo, path)
        except (OSError, FilterError) as e:
            if self.errorlevel > 0:
                raise
            self._dbg(1, "tarfile: %s %s" % (type(e).__name__, e))
            return None
        except ExtractError as e:
            if self.errorlevel > 1:
                raise
            self._dbg(1, "tarfile: %s %s" % (type(e).__name__, e))
            return None
        if result is None:
            self._dbg(2, 'tarfile: Excluded %s' % tarinfo.name)
        return result

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
`],
  ['        for tarinfo in members:\n            if tarinfo.isdir():\n', '        for tarinfo in members:\n            tarinfo = self._through(tarinfo, path, filter)\n            if tarinfo is None:\n                continue\n            if tarinfo.isdir():\n'],
  ['                         numeric_owner=numeric_owner)\n\n        # Reverse sort directories.', "                         numeric_owner=numeric_owner, filter='fully_trusted')\n\n        # Reverse sort directories."],
  ['    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False):', '    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):'],
  ['            tarinfo = member\n\n        # Prepare the link target for makelink().\n', '            tarinfo = member\n        tarinfo = self._through(tarinfo, path, filter)\n        if tarinfo is None:\n            return\n\n        # Prepare the link target for makelink().\n'],
  ['            g = tarinfo.gid\n            u = tarinfo.uid\n', '            g = tarinfo.gid\n            u = tarinfo.uid\n            if g is None or u is None:\n                return\n'],
  ['        try:\n            os.chmod(targetpath, tarinfo.mode)', '        if tarinfo.mode is None:\n            return\n        try:\n            os.chmod(targetpath, tarinfo.mode)'],
  ["        if not hasattr(os, 'utime'):\n            return\n        try:", "        if not hasattr(os, 'utime') or tarinfo.mtime is None:\n            return\n        try:"],
];

/** Modules of which one function is wanted, and rarely: imported when it is called. */
const QUOTE = ['from urllib.parse import quote_from_bytes as urlquote_from_bytes\n', 'def urlquote_from_bytes(path):\n    from urllib.parse import quote_from_bytes\n    return quote_from_bytes(path)\n'];

/** argparse translates when it prints something. */
/** What making a parser and parsing with it took the modules re, shutil and locale for. */
const ARGPARSE = [
  ["_re.compile(r'\\s+', _re.ASCII)", "__import__('_sre')._pattern(r'\\s+', 256)"],
  ["_re.compile(r'\\n\\n\\n+')", "__import__('_sre')._pattern(r'\\n\\n\\n+')"],
  ["_re.compile(r'^-\\d+$|^-\\d*\\.\\d+$')", "__import__('_sre')._pattern(r'^-\\d+$$|^-\\d*\\.\\d+$$')"],
  ['_re.match(nargs_pattern, arg_strings_pattern)', "__import__('_sre')._pattern(nargs_pattern).match(arg_strings_pattern)"],
  ['_re.match(pattern, arg_strings_pattern)', "__import__('_sre')._pattern(pattern).match(arg_strings_pattern)"],
  // A formatter is made to see that metavar fits nargs: nothing but a tuple can be wrong.
  ['        if hasattr(self, "_get_formatter"):\n            try:', '        if (hasattr(self, "_get_formatter") and not (action.metavar is None and action.choices is None and (action.nargs is None or type(action.nargs) is int or action.nargs in ("?", "*", "+"))\n                and getattr(self, "formatter_class", None) is HelpFormatter)):\n            try:'],
];
const GETTEXT = ['from gettext import gettext as _, ngettext\n', 'def _(message):\n    from gettext import gettext\n    return gettext(message)\n\ndef ngettext(singular, plural, n):\n    from gettext import ngettext\n    return ngettext(singular, plural, n)\n'];

/** Fixes of 3.11.4 to 3.11.7 that programs notice, by file. */
const LATER = {
  // Hidden (below), as it is written in C: frames are counted from the caller.
  'warnings.py': [['re.compile(message, re.I)', "__import__('_sre')._pattern(message, 2)"], ['re.compile(module)', "__import__('_sre')._pattern(module)"], ['    filters = []\n    defaultaction', '    import _type_names\n    warn, warn_explicit = [_type_names.builtin(f.__name__, f, "_warnings") for f in (warn, warn_explicit)]\n    del _type_names\n    filters = []\n    defaultaction'], ['_is_internal_frame(sys._getframe(1))', '_is_internal_frame(sys._getframe(0))'], ['frame = sys._getframe(stacklevel)', 'frame = sys._getframe(max(stacklevel - 1, 0))'], ['            frame = sys._getframe(1)\n', '            frame = sys._getframe(0)\n'], ['stacklevel=2, source=coro', 'stacklevel=1, source=coro'], ['DeprecationWarning, stacklevel=3', 'DeprecationWarning, stacklevel=2'], ['WarningMessage(message, category, filename, lineno, source)', 'WarningMessage(message, category, filename, lineno, source=source)']],
  'gettext.py': [['def _expand_lang(loc):\n', "def _expand_lang(loc):\n    if loc in ('C', 'POSIX'):\n        return ['C']\n    if loc in ('C.UTF-8', 'en_US.UTF-8'):\n        return ['en_US.UTF-8', 'en_US', 'en.UTF-8', 'en']\n"]],
  'pdb.py': [['lines, lineno = inspect.getsourcelines(self.curframe)', 'lines, lineno = inspect.getsourcelines(self.curframe)\n            lineno = max(1, lineno)']],
  'unittest/mock.py': [
    ['%s not found.\\nExpected: %s\\nActual: %s', '%s not found.\\nExpected: %s\\n  Actual: %s'],
    ['expected call not found.\\nExpected: %s\\nActual: %s', 'expected call not found.\\nExpected: %s\\n  Actual: %s'],
    ['_calls_repr(prefix="Actual")', '_calls_repr(prefix="  Actual")'],
  ],
  // CPython keeps all tasks weakly, and the finished ones are gone; here they would be looked through until V8 collects them,
  // and weak references cost as much as the rest of a task. A task leaves the set when it has finished.
  'asyncio/tasks.py': [
    ['            if futures._get_loop(t) is loop and not t.done()}', '            if not (t.done() and _all_tasks.discard(t) is None) and futures._get_loop(t) is loop}'],
    ['_all_tasks = weakref.WeakSet()', '_all_tasks = set()'],
    ['            _leave_task(self._loop, self)\n', "            _leave_task(self._loop, self); self._state == 'PENDING' or _all_tasks.discard(self)\n"],
  ],
  // The same, without a call with a star.
  'asyncio/events.py': [
    ['            self._context.run(self._callback, *self._args)\n', '            _run_in(self._context, self._callback, self._args)\n'],
    ['import contextvars\n', 'import contextvars\nfrom _asyncio_native import _run_in\n'],
  ],
  // Nobody can be asked who refers to an object; 3.11's code objects know.
  'trace.py': [
    ['            funcs = [f for f in gc.get_referrers(code)\n                         if inspect.isfunction(f)]\n', '            *_, name = [None, *code.co_qualname.split(".")[:-1]]\n            if name is not None and name != "<locals>":\n                self._caller_cache[code] = clsname = name\n            funcs = ()\n'],
  ],
  'asyncio/taskgroups.py': [
    ['has been already entered")\n        self._entered = True\n', 'has already been entered")\n'],
    ['                f\'TaskGroup {self!r} cannot determine the parent task\')\n', '                f\'TaskGroup {self!r} cannot determine the parent task\')\n        self._entered = True\n'],
  ],
  'asyncio/timeouts.py': [
    ['        assert self._state is not _State.CREATED\n        if self._state is not _State.ENTERED:\n', '        if self._state is not _State.ENTERED:\n            if self._state is _State.CREATED:\n                raise RuntimeError("Timeout has not been entered")\n'],
    ['        self._state = _State.ENTERED\n        self._task = tasks.current_task()\n', '        if self._state is not _State.CREATED:\n            raise RuntimeError("Timeout has already been entered")\n        self._task = tasks.current_task()\n        if self._task is None:\n            raise RuntimeError("Timeout should be used inside a task")\n        self._state = _State.ENTERED\n'],
  ],
  'asyncio/futures.py': [["'Result is not ready.'", "'Result is not set.'"], ["exceptions.InvalidStateError(f'{self._state}: {self!r}')", "exceptions.InvalidStateError('invalid state')"], ['        self.__log_traceback = True\n', '        self.__log_traceback = True\n        getattr(self._loop, "_note_failed", id)(self)\n']],
  'locale.py': [["    warnings.warn(\n        \"Use setlocale(), getencoding() and getlocale() instead\",\n        DeprecationWarning, stacklevel=2\n    )", "    warnings._deprecated('locale.getdefaultlocale', '{name!r} is deprecated and slated for removal in Python {remove}. Use setlocale(), getencoding() and getlocale() instead.', remove=(3, 15))"]],
  'shutil.py': [["        if support_root_dir:\n", "        if not stat.S_ISDIR(os.stat(root_dir).st_mode):\n            import errno\n            raise NotADirectoryError(errno.ENOTDIR, 'Not a directory', root_dir)\n        if support_root_dir:\n"]],
  'zoneinfo/_zoneinfo.py': [['f"{self.__class__.__name__}(key', 'f"{_class_name(self)}(key'], ['f"{self.__class__.__name__}.from_file', 'f"{_class_name(self)}.from_file'], ['class ZoneInfo(tzinfo):', 'def _class_name(zone):\n    return "zoneinfo.ZoneInfo" if type(zone) is ZoneInfo else type(zone).__name__\n\n\nclass ZoneInfo(tzinfo):']],
  'codeop.py': [
    ['    return compiler(source, filename, symbol)\n', '    return compiler(source, filename, symbol, incomplete_input=False)\n'],
    ['def _compile(source, filename, symbol):\n    return compile(source, filename, symbol, PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)', 'def _compile(source, filename, symbol, incomplete_input=True):\n    return compile(source, filename, symbol, PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT if incomplete_input else 0)'],
    ['    def __call__(self, source, filename, symbol):\n        codeob = compile(source, filename, symbol, self.flags, True)', '    def __call__(self, source, filename, symbol, **more):\n        flags = self.flags\n        if not more.get("incomplete_input", True):\n            flags &= ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)\n        codeob = compile(source, filename, symbol, flags, True)'],
  ],
  'inspect.py': [
    ["            # Now we check if the 'obj' class has an own '__new__' method\n            if '__new__' in obj.__dict__:\n                factory_method = new\n            # or an own '__init__' method\n            elif '__init__' in obj.__dict__:\n                factory_method = init\n            # If not, we take inherited '__new__' or '__init__', if present\n            elif new is not None:\n                factory_method = new\n            elif init is not None:\n                factory_method = init\n", "            # The first class of the MRO that has one of the two in Python decides.\n            for base in obj.__mro__:\n                if new is not None and '__new__' in base.__dict__:\n                    factory_method = new\n                elif init is not None and '__init__' in base.__dict__:\n                    factory_method = init\n                else:\n                    continue\n                break\n"],
    ['                    elif kind > top_kind:\n                        kind_defaults = False\n', '                    elif kind > top_kind:\n'],
  ],
  'urllib/parse.py': [
    ["'prospero', 'rtsp', 'rtspu'", "'prospero', 'rtsp', 'rtsps', 'rtspu'"],
    ["'https', 'shttp', 'rtsp', 'rtspu'", "'https', 'shttp', 'rtsp', 'rtsps', 'rtspu'"],
    ["'gopher', 'rtsp', 'rtspu'", "'gopher', 'rtsp', 'rtsps', 'rtspu'"],
    ['    for b in _UNSAFE_URL_BYTES_TO_REMOVE:\n        url = url.replace(b, "")\n        scheme = scheme.replace(b, "")\n\n    allow_fragments = bool(allow_fragments)\n    netloc', '    blank = "".join(map(chr, range(33)))\n    url = url.lstrip(blank)\n    scheme = scheme.strip(blank)\n    for b in _UNSAFE_URL_BYTES_TO_REMOVE:\n        url = url.replace(b, "")\n        scheme = scheme.replace(b, "")\n\n    allow_fragments = bool(allow_fragments)\n    netloc'],
    ['            raise ValueError("Invalid IPv6 URL")\n    if allow_fragments', '            raise ValueError("Invalid IPv6 URL")\n        if "[" in netloc:\n            _check_brackets(netloc[netloc.index("[") + 1:].partition("]")[0])\n    if allow_fragments'],
    ['def _checknetloc(netloc):', 'def _check_brackets(host):\n    """What stands in brackets is an address of IPv6 or of a later version (RFC 3986, 3.2.2)."""\n    import ipaddress\n    if not host.startswith("v"):\n        if ipaddress.ip_address(host).version == 4:\n            raise ValueError("An IPv4 address cannot be in brackets")\n    elif re.match(r"v[0-9a-fA-F]+\\..+\\Z", host) is None:\n        raise ValueError("IPvFuture address is invalid")\n\n\ndef _checknetloc(netloc):'],
  ],
  'argparse.py': [GETTEXT, ...ARGPARSE, ['            if file is None:\n                file = _sys.stderr\n            file.write(message)', '            try:\n                (file or _sys.stderr).write(message)\n            except (AttributeError, OSError):\n                pass']],
  'unittest/loader.py': [
    ["        testCaseNames = self.getTestCaseNames(testCaseClass)\n        if not testCaseNames", "        testCaseNames = [] if testCaseClass in (case.TestCase, case.FunctionTestCase) else self.getTestCaseNames(testCaseClass)\n        if not testCaseNames"],
    ['issubclass(obj, case.TestCase):', 'issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):'],
  ],
  're/_parser.py': [
    ['SPECIAL_CHARS = ', '# More than any repetition count and any width that C could hold.\nMAXWIDTH = 1 << 64\nSPECIAL_CHARS = '],
    ['i = MAXREPEAT - 1\n', 'i = MAXWIDTH\n'],
    ['hi = hi + j * av[1]', 'hi = MAXWIDTH if av[1] == MAXREPEAT and j else hi + j * av[1]'],
    ['min(lo, MAXREPEAT - 1), min(hi, MAXREPEAT)', 'min(lo, MAXWIDTH), min(hi, MAXWIDTH)'],
  ],
  're/_compiler.py': [['TYPE_FLAGS=_parser.TYPE_FLAGS', 'TYPE_FLAGS=SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE'], ['                if lo != hi:\n                    raise error("look-behind requires fixed-width pattern")\n', '                if lo != hi:\n                    raise error("look-behind requires fixed-width pattern")\n                if lo > MAXCODE:\n                    raise error("looks too much behind")\n']],
  'io.py': [['"SEEK_CUR", "SEEK_END"]', '"SEEK_CUR", "SEEK_END",\n           "DEFAULT_BUFFER_SIZE", "text_encoding", "IncrementalNewlineDecoder"]']],
  'doctest.py': [
    ['exc_msg = traceback.format_exception_only(*exception[:2])[-1]', 'lines = traceback.format_exception_only(*exception[:2])\n                if issubclass(exception[0], SyntaxError):\n                    name = exception[0].__qualname__\n                    while not lines[0].startswith((name + ":", exception[0].__module__ + "." + name + ":")):\n                        del lines[0]\n                exc_msg = "".join(lines)'],
  ],
  'pathlib.py': [QUOTE, ['entry_is_dir = entry.is_dir()', 'entry_is_dir = entry.is_dir(follow_symlinks=False)'], ['if entry_is_dir and not entry.is_symlink():', 'if entry_is_dir:']],
  // The words of _stat.c.
  'stat.py': [['    perm = []\n    for table in _filemode_table:', '    perm = []\n    for i, table in enumerate(_filemode_table):'], ['            perm.append("-")', '            perm.append("-" if i else "?")']],
  // 3.11.4 and later say what is wrong with a file.
  'logging/config.py': [
    ['import errno\nimport io\n', 'import errno\nimport io\nimport os\n'],
    ['    import configparser\n\n    if isinstance', '    import configparser\n\n    if isinstance(fname, str):\n        if not os.path.exists(fname):\n            raise FileNotFoundError(fname + " doesn\'t exist")\n        if os.path.getsize(fname) == 0:\n            raise RuntimeError(fname + " is an empty file")\n    if isinstance'],
    ['            cp.read_file(fname)\n', '            try:\n                cp.read_file(fname)\n            except configparser.ParsingError as e:\n                raise RuntimeError("%s is invalid: %s" % (fname, e))\n'],
    ['            cp.read(fname, encoding=encoding)\n', '            try:\n                cp.read(fname, encoding=encoding)\n            except configparser.ParsingError as e:\n                raise RuntimeError("%s is invalid: %s" % (fname, e))\n'],
  ],
  'colorsys.py': [['rangec / (2.0-sumc)', 'rangec / (2.0-maxc-minc)']],
  'calendar.py': [['locale to be used from month', 'locale to use for month']],
};

/** Files whose functions stand for C code: hidden from tracebacks. */
export const hiddenFiles = new Set(['pickle.py', 'warnings.py']);

/** json.dumps with an indentation, natively where no Python code is needed (src/stdlib/json.ts). */
const JSON_INDENT = [
  ['        if (_one_shot and c_make_encoder is not None\n', `        if _one_shot and self.indent is not None and c_make_encoder is not None:
            text = _indented(c_make_encoder(
                markers, self.default, _encoder, self.indent,
                self.key_separator, self.item_separator, self.sort_keys,
                self.skipkeys, self.allow_nan), o)
            if text is not None:
                return (text,)
        if (_one_shot and c_make_encoder is not None\n`],
  ['    from _json import make_encoder as c_make_encoder\n', '    from _json import make_encoder as c_make_encoder, _indented\n'],
];

/** typing: its aliases are made without the detour of their `__setattr__`, which only sorts these names out again. */
const TYPING = [
  ['_alias(stdlib_re.Pattern, 1)', "_alias(__import__('_sre')._Pattern, 1)"],
  ['_alias(stdlib_re.Match, 1)', "_alias(__import__('_sre')._Match, 1)"],
  // 3.11.4 and later: a key that a subclass declares anew, names of `final`, the words.
  ["required_keys.update(base.__dict__.get('__required_keys__', ()))\n            optional_keys.update(base.__dict__.get('__optional_keys__', ()))", "for mine, other, name in (required_keys, optional_keys, '__required_keys__'), (optional_keys, required_keys, '__optional_keys__'):\n                inherited = base.__dict__.get(name, ())\n                mine.update(inherited)\n                other.difference_update(inherited)"],
  ["required_keys.add(annotation_key)", "required_keys.add(annotation_key)\n                optional_keys.discard(annotation_key)"],
  ["optional_keys.add(annotation_key)", "optional_keys.add(annotation_key)\n                required_keys.discard(annotation_key)"],
  ["'_is_protocol', '_is_runtime_protocol']", "'_is_protocol', '_is_runtime_protocol', '__final__']"],
  // Annotated[int, 1] is not Annotated[int, True]: kept by the kinds of all of them.
  ['    @_tp_cache\n    def __class_getitem__(cls, params):\n        if not isinstance(params, tuple) or len(params) < 2:', '    def __class_getitem__(cls, params):\n        return cls._of(*params) if isinstance(params, tuple) else cls._of(params)\n\n    @classmethod\n    @_tp_cache(typed=True)\n    def _of(cls, *params):\n        if len(params) < 2:'],
  ['Cannot inherit from Generic[...] multiple types.', 'Cannot inherit from Generic[...] multiple times.'],
  ['        self._inst = inst\n        self._name = name\n        self.__origin__ = origin\n        self.__slots__ = None', '        own = object.__setattr__\n        own(self, "_inst", inst)\n        own(self, "_name", name)\n        own(self, "__origin__", origin)\n        own(self, "__slots__", None)'],
  ["        self._nparams = nparams\n        if origin.__module__ == 'builtins':\n            self.__doc__ = f'A generic version of {origin.__qualname__}.'\n        else:\n            self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'", "        own = object.__setattr__\n        own(self, '_nparams', nparams)\n        if origin.__module__ == 'builtins':\n            own(self, '__doc__', f'A generic version of {origin.__qualname__}.')\n        else:\n            own(self, '__doc__', f'A generic version of {origin.__module__}.{origin.__qualname__}.')"],
];

/** statistics: exact sums of ints and floats natively (src/stdlib/extra/statistics.ts). */
const STATISTICS = [
  ['    count = 0\n    types = set()\n    types_add = types.add\n    partials = {}\n', '    quick = _exact_sum(data)\n    if quick is not None:\n        T, n, d, count = quick\n        return (T, Fraction(n, d), count)\n    count = 0\n    types = set()\n    types_add = types.add\n    partials = {}\n'],
  ['    count = 0\n    types = set()\n    types_add = types.add\n    sx_partials', '    quick = _exact_squares(data)\n    if quick is not None:\n        T, n, d, nn, dd, count = quick\n        sx = Fraction(n, d)\n        return (T, (count * Fraction(nn, dd) - sx * sx) / count, sx / count, count)\n    count = 0\n    types = set()\n    types_add = types.add\n    sx_partials'],
  ['from fractions import Fraction\n', 'from fractions import Fraction\nfrom _statistics_native import exact_sum as _exact_sum, exact_squares as _exact_squares\n'],
];

/** random: numbers below a bound natively (src/stdlib/random.ts). */
const RANDOM = [['    _randbelow = _randbelow_with_getrandbits\n', '    _randbelow = _random._below\n']];

/** What is changed in CPython's sources while they are frozen: [text, replacement] by file. */
/** There are no processes: as where CPython runs on WebAssembly. */
const NO_PROCESSES = [
  ['_can_fork_exec = sys.platform not in {"emscripten", "wasi"}', '_can_fork_exec = False'],
  ['f"{sys.platform} does not support processes."', '"pyvm does not support processes."'],
];
const REFUSE = "raise OSError(95, 'pyvm does not support processes.')";
const NO_FORK = [['parent_r, child_w = os.pipe()', REFUSE]];
const NO_PIPE = [['fd1, fd2 = os.pipe()', REFUSE]];
/** Pools of threads are told of changes by a queue instead of a pipe. */
const THREAD_POOL = [
  ['self._change_notifier = self._ctx.SimpleQueue()', 'self._change_notifier = queue.SimpleQueue() if isinstance(self, ThreadPool) else self._ctx.SimpleQueue()'],
  ['        return [self._change_notifier._reader]\n', '        return []\n'],
  ['        wait(sentinels, timeout=timeout)\n', '        if isinstance(change_notifier, queue.SimpleQueue):\n            change_notifier.get()\n        else:\n            wait(sentinels, timeout=timeout)\n'],
];

export const libPatches = {
  'subprocess.py': NO_PROCESSES, 'multiprocessing/popen_fork.py': NO_FORK, 'multiprocessing/connection.py': NO_PIPE, 'multiprocessing/pool.py': THREAD_POOL,
  ...LATER, 'traceback.py': [...POSITION, ...CARETS], 'inspect.py': [...POSITION, ...NO_FILE, ...LATER['inspect.py']], 'linecache.py': CELLS, 'pickle.py': PICKLE, '_strptime.py': STRPTIME, 'json/encoder.py': JSON_INDENT, 'json/decoder.py': JSON_FLAGS, 'string.py': STRING, 'functools.py': FUNCTOOLS, 'textwrap.py': TEXTWRAP,
  'enum.py': ENUM, 'random.py': RANDOM, 'statistics.py': STATISTICS, 'typing.py': TYPING, 'tarfile.py': TARFILE, 're/_compiler.py': [...PATTERNS, ...LATER['re/_compiler.py']], 'collections/__init__.py': NAMED_TUPLE, 'contextlib.py': CONTEXTLIB, 'dataclasses.py': DATACLASSES,
};
