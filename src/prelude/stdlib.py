# Python behind the native modules of src/stdlib: what has to call guest code at every step.


def math_prod(rest, total):
    for x in rest:
        total = total * x
    return total


# ---- _functools ----

def reduce_bare(function, iterable):
    it = iter(iterable)
    for total in it:
        break
    else:
        raise TypeError('reduce() of empty iterable with no initial value')
    for x in it:
        total = function(total, x)
    return total


def reduce_from(function, iterable, total):
    for x in iterable:
        total = function(total, x)
    return total


def partial_repr(p):
    if repr_enter(p):
        return '...'
    try:
        parts = [repr(p.func)]
        parts.extend([repr(x) for x in p.args])
        parts.extend(['%s=%r' % (k, v) for k, v in p.keywords.items()])
        cls = type(p)
        name = cls.__qualname__ if cls.__module__ == 'builtins' else cls.__module__ + '.' + cls.__qualname__
        return name + '(' + ', '.join(parts) + ')'
    finally:
        repr_leave(p)


def qualname_of(o):
    return o.__qualname__


def lru_call(w, key, args, kwargs):
    table, maxsize, function = lru_parts(w)
    h = hash(key)
    i = find(table, key, h)
    if i >= 0:
        lru_count(w, True)
        value = table_value(table, i)
        if maxsize is not None:
            stored = table_key(table, i)
            table_remove(table, i)
            table_add(table, h, stored, value)
        return value
    lru_count(w, False)
    value = function(*args, **kwargs)
    table = lru_parts(w)[0]
    if find(table, key, h) < 0:
        if maxsize is not None and len(table) >= maxsize:
            table_remove(table, table_first(table))
        table_add(table, h, key, value)
    return value


# ---- _collections ----

def deque_count(d, item):
    n = 0
    for x in d:
        if x is item or x == item:
            n += 1
    return n


def deque_index(d, item, start, stop):
    start = index(start)
    stop = index(stop)
    n = len(d)
    if start < 0:
        start = start + n
        if start < 0:
            start = 0
    if stop < 0:
        stop = stop + n
        if stop < 0:
            stop = 0
    i = 0
    for x in d:
        if start <= i < stop and (x is item or x == item):
            return i
        i += 1
    raise ValueError('%r is not in deque' % (item,))


def deque_remove(d, item):
    i = 0
    n = len(d)
    found = -1
    for x in list(d):
        same = x is item or x == item
        if len(d) != n:
            raise IndexError('deque mutated during remove().')
        if same:
            found = i
            break
        i += 1
    if found < 0:
        raise ValueError('deque.remove(x): x not in deque')
    del d[found]


def deque_repr(d):
    if repr_enter(d):
        return '[...]'
    try:
        body = '[' + ', '.join([repr(x) for x in d]) + ']'
        tail = '' if d.maxlen is None else ', maxlen=%d' % d.maxlen
        return type(d).__name__ + '(' + body + tail + ')'
    finally:
        repr_leave(d)


def deque_compare(a, b, op):
    if op == '==':
        return a == b
    if op == '!=':
        return a != b
    if op == '<':
        return a < b
    if op == '<=':
        return a <= b
    if op == '>':
        return a > b
    return a >= b


def deque_reduce(d, it):
    state = instance_state(d)
    if d.maxlen is None:
        return (type(d), (), state, it)
    return (type(d), ((), d.maxlen), state, it)


def count_elements(mapping, iterable):
    get = mapping.get
    for x in iterable:
        mapping[x] = get(x, 0) + 1


def defaultdict_repr(d):
    if repr_enter(d):
        return '...'
    try:
        factory = d.default_factory
        if factory is not None and repr_enter(factory):
            shown = '...'
        else:
            try:
                shown = repr(factory)
            finally:
                if factory is not None:
                    repr_leave(factory)
    finally:
        repr_leave(d)
    return '%s(%s, %s)' % (type(d).__name__, shown, dict.__repr__(d))


def defaultdict_reduce(d):
    args = () if d.default_factory is None else (d.default_factory,)
    return (type(d), args, None, None, iter(d.items()))


def ordered_update(d, args, kwargs):
    if args:
        source = args[0]
        if isinstance(source, dict):
            for key in source:
                d[key] = source[key]
        elif hasattr(source, 'keys'):
            for key in source.keys():
                d[key] = source[key]
        elif hasattr(source, 'items'):
            for key, value in source.items():
                d[key] = value
        else:
            n = 0
            for pair in source:
                items = list(pair)
                if len(items) < 2:
                    raise ValueError('need more than %d value%s to unpack' % (len(items), '' if len(items) == 1 else 's'))
                if len(items) > 2:
                    raise ValueError('too many values to unpack (expected 2)')
                d[items[0]] = items[1]
    for key, value in kwargs.items():
        d[key] = value


def ordered_move(d, key, last):
    i = find(d, key, hash(key))
    if i < 0:
        raise KeyError(key)
    d._move_index(i, last)


def ordered_copy(d):
    new = type(d)()
    for key in d:
        new[key] = d[key]
    state = instance_state(d)
    if state:
        new.__dict__.update(state)
    return new


def ordered_setdefault(d, key, default):
    if type(d).__name__ == 'OrderedDict':
        return dict.setdefault(d, key, default)
    if key in d:
        return d[key]
    d[key] = default
    return default


def ordered_pop(d, key, *default):
    try:
        return dict.pop(d, key)
    except KeyError:
        if default:
            return default[0]
        missing = getattr(type(d), '__missing__', None)
        if missing is not None:
            return missing(d, key)
        raise


def ordered_eq(a, b, both):
    if not dict.__eq__(a, b):
        return False
    if not both:
        return True
    other = iter(b)
    for x in a:
        y = next(other, None)
        if x is not y and not x == y:
            return False
    return True


def ordered_ne(a, b, both):
    return not ordered_eq(a, b, both)


def ordered_or(d, left, right):
    new = type(d)(left)
    new.update(right)
    return new


def ordered_ior(d, other):
    d.update(other)
    return d


def ordered_repr(d):
    name = type(d).__name__
    if len(d) == 0:
        return name + '()'
    if repr_enter(d):
        return '...'
    try:
        if type(d).__name__ == 'OrderedDict':
            items = list(dict.items(d))
        else:
            items = list(d.items())
        return '%s(%s)' % (name, '[' + ', '.join([repr(p) for p in items]) + ']')
    finally:
        repr_leave(d)


def ordered_reduce(d):
    return (type(d), (), instance_state(d) or None, None, iter(d.items()))


def ordered_fromkeys(cls, iterable, value):
    d = cls()
    for key in iterable:
        d[key] = value
    return d


# ---- _abc ----

def abc_init(cls):
    abstracts = []
    for name, value in list(type_dict(cls).items()):
        if getattr(value, '__isabstractmethod__', False):
            abstracts.append(name)
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            value = getattr(cls, name, None)
            if getattr(value, '__isabstractmethod__', False) and name not in abstracts:
                abstracts.append(name)
    abc_prepare(cls, abstracts)
    flags = type_dict(cls).get('__abc_tpflags__', 0)
    if type(flags) is int:
        if flags & 96:
            if flags & 96 == 96:
                raise TypeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')
            abc_patterns(cls, flags & 32, flags & 64)
        if '__abc_tpflags__' in type_dict(cls):
            del cls.__abc_tpflags__


def abc_register(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError('Can only register classes')
    if issubclass(subclass, cls):
        return subclass
    if issubclass(cls, subclass):
        raise RuntimeError('Refusing to create an inheritance cycle')
    abc_add(cls, subclass)
    abc_inherit_patterns(cls, subclass)
    return subclass


def abc_instancecheck(cls, instance):
    subclass = instance.__class__
    known = abc_cached(cls, subclass)
    if known:
        return True
    subtype = type(instance)
    if subtype is subclass:
        if known is False:
            return False
        return cls.__subclasscheck__(subclass)
    return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)


def abc_subclasscheck(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError('issubclass() arg 1 must be a class')
    known = abc_cached(cls, subclass)
    if known is not None:
        return known
    ok = cls.__subclasshook__(subclass)
    if ok is not NotImplemented:
        if ok is not True and ok is not False:
            raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
        return abc_remember(cls, subclass, ok)
    if cls in getattr(subclass, '__mro__', ()):
        return abc_remember(cls, subclass, True)
    for c in abc_registry(cls):
        if issubclass(subclass, c):
            return abc_remember(cls, subclass, True)
    for c in cls.__subclasses__():
        if issubclass(subclass, c):
            return abc_remember(cls, subclass, True)
    return abc_remember(cls, subclass, False)


# ---- _operator ----

def getter_repr(name, items):
    return name + '(' + ', '.join([repr(x) for x in items]) + ')'


def methodcaller_repr(name, args, kwargs):
    parts = [repr(name)]
    parts.extend([repr(x) for x in args])
    parts.extend(['%s=%r' % (k, v) for k, v in kwargs.items()])
    return 'operator.methodcaller(' + ', '.join(parts) + ')'


def methodcaller_reduce(cls, name, args, kwargs):
    if not kwargs:
        return (cls, (name,) + args)
    return (import_module('functools').partial(cls, name, **kwargs), args)


def operator_abs(x):
    return abs(x)


def operator_count(a, b):
    n = 0
    for x in a:
        if x is b or x == b:
            n += 1
    return n


def operator_index(a, b):
    i = 0
    for x in a:
        if x is b or x == b:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


def length_hint(o, default):
    method = type_lookup(type(o), '__len__', None)
    if method is not None:
        try:
            return len(o)
        except TypeError:
            pass
    method = type_lookup(type(o), '__length_hint__', None)
    if method is None:
        return default
    try:
        n = bind(method, o)()
    except TypeError:
        return default
    if n is NotImplemented:
        return default
    if not isinstance(n, int):
        raise TypeError('__length_hint__ must be an integer, not %s' % type(n).__name__)
    if n < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return n
