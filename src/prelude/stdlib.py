# Python behind the native modules of src/stdlib: what has to call guest code at every step.


def math_prod(rest, total):
    for x in rest:
        total = total * x
    return total


# ---- _functools ----

def reduce_iter(iterable):
    try:
        return iter(iterable)
    except TypeError:
        pass
    raise TypeError('reduce() arg 2 must support iteration')


def reduce_bare(function, iterable):
    it = walk(reduce_iter(iterable))
    for total in it:
        break
    else:
        raise TypeError('reduce() of empty iterable with no initial value')
    for x in it:
        total = function(total, x)
    return total


def reduce_from(function, iterable, total):
    for x in reduce_iter(iterable):
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
        # tp_name: dotted for the type of C, short for classes.
        name = 'functools.partial' if cls.__module__ == 'functools' and cls.__qualname__ == 'partial' else cls.__name__
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
        raise ValueError('%r is not in deque' % (item,))
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
    state = object_getstate(d)
    if d.maxlen is None:
        return (type(d), (), state, it)
    return (type(d), ((), d.maxlen), state, it)


def count_elements(mapping, iterable):
    get = mapping.get
    for x in iterable:
        mapping[x] = get(x, 0) + 1


def defaultdict_repr(d):
    items = dict.__repr__(d)
    factory = d.default_factory
    if factory is None:
        shown = 'None'
    elif repr_enter(factory):
        shown = '...'
    else:
        try:
            shown = repr(factory)
        finally:
            repr_leave(factory)
    return '%s(%s, %s)' % (type(d).__name__, shown, items)


def defaultdict_reduce(d):
    args = () if d.default_factory is None else (d.default_factory,)
    return (type(d), args, None, None, iter(d.items()))


def ordered_update(d, args, kwargs):
    if args:
        source = args[0]
        if is_kind(source, dict):
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


def ordered_move(d, key, last, move_index):
    i = find(d, key, hash(key))
    if i < 0:
        raise KeyError(*key) if is_kind(key, tuple) else KeyError(key)
    move_index(d, i, last)


def ordered_copy(d):
    new = type(d)()
    for key in d:
        new[key] = d[key]
    state = object_getstate(d)
    if state:
        new.__dict__.update(state)
    return new


def ordered_setdefault(d, key, default):
    if key in d:
        return d[key]
    d[key] = default
    return default


def ordered_pop(d, key, pop_index, default):
    i = find(d, key, hash(key))
    if i >= 0:
        return pop_index(d, i)
    if default:
        return default[0]
    raise KeyError(*key) if is_kind(key, tuple) else KeyError(key)


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
    return (type(d), (), object_getstate(d) or None, None, iter(d.items()))


def ordered_fromkeys(cls, iterable, value):
    d = cls()
    for key in iterable:
        d[key] = value
    return d


# ---- _abc ----

def abc_register(cls, subclass):
    if not is_kind(subclass, type):
        raise TypeError('Can only register classes')
    if issubclass(subclass, cls):
        return subclass
    if issubclass(cls, subclass):
        raise RuntimeError('Refusing to create an inheritance cycle')
    abc_add(cls, subclass)
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
    if not is_kind(subclass, type):
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
    if not is_kind(n, int):
        raise TypeError('__length_hint__ must be an integer, not %s' % type_name(n))
    if n < 0:
        raise ValueError('__length_hint__() should return >= 0')
    if n > 0x7fffffffffffffff:
        raise OverflowError('Python int too large to convert to C ssize_t')
    return n + 0


# ---- types: GenericAlias, UnionType, SimpleNamespace ----

def type_name_in_repr(t):
    if t is ...:
        return '...'
    if is_kind(t, list):
        return '[' + ', '.join([type_name_in_repr(x) for x in t]) + ']'
    if hasattr(t, '__origin__') and hasattr(t, '__args__'):
        return repr(t)
    qualname = getattr(t, '__qualname__', None)
    if qualname is None:
        return repr(t)
    module = getattr(t, '__module__', None)
    if module is None:
        return repr(t)
    if module == 'builtins':
        return qualname
    return '%s.%s' % (module, qualname)


def alias_repr(a):
    star = '*' if a.__unpacked__ else ''
    if len(a.__args__) == 0:
        return '%s%s[()]' % (star, type_name_in_repr(a.__origin__))
    return '%s%s[%s]' % (star, type_name_in_repr(a.__origin__), ', '.join([type_name_in_repr(x) for x in a.__args__]))


def alias_parameters(args):
    out = []
    for arg in args:
        if is_kind(arg, type):
            continue
        if hasattr(arg, '__typing_subst__'):
            if arg not in out:
                out.append(arg)
        else:
            inner = getattr(arg, '__parameters__', None)
            if is_kind(inner, tuple):
                for p in inner:
                    if p not in out:
                        out.append(p)
    return tuple(out)


def unpack_alias_args(item):
    items = item if is_kind(item, tuple) else (item,)
    out = []
    for x in items:
        sub = getattr(x, '__typing_unpacked_tuple_args__', None) if not is_kind(x, type) else None
        if sub is not None and is_kind(sub, tuple) and not (sub and sub[-1] is ...):
            out.extend(sub)
        else:
            out.append(x)
    return tuple(out)


def substitute(self, args, params, item):
    if not params:
        raise TypeError('%r is not a generic class' % (self,))
    item = unpack_alias_args(item)
    for p in params:
        prepare = getattr(p, '__typing_prepare_subst__', None)
        if prepare is not None:
            item = prepare(self, item if is_kind(item, tuple) else (item,))
    items = item if is_kind(item, tuple) else (item,)
    if len(items) != len(params):
        raise TypeError('Too %s arguments for %r; actual %d, expected %d' % ('many' if len(items) > len(params) else 'few', self, len(items), len(params)))
    out = []
    for arg in args:
        if is_kind(arg, type):
            out.append(arg)
            continue
        unpack = getattr(arg, '__typing_is_unpacked_typevartuple__', False)
        subst = getattr(arg, '__typing_subst__', None)
        if subst is not None:
            new = subst(items[params.index(arg)])
        else:
            inner = getattr(arg, '__parameters__', None)
            if is_kind(inner, tuple) and inner:
                picked = []
                for p in inner:
                    x = items[params.index(p)] if p in params else p
                    if hasattr(p, '__typing_prepare_subst__') and is_kind(x, tuple):
                        picked.extend(x)
                    else:
                        picked.append(x)
                new = arg[tuple(picked)]
            else:
                new = arg
        if unpack:
            out.extend(new)
        else:
            out.append(new)
    return tuple(out)


def alias_getitem(a, item):
    args = substitute(a, a.__args__, a.__parameters__, item)
    new = type(list[int])(a.__origin__, args)
    if a.__unpacked__:
        return next(iter(new))
    return new


def alias_eq(a, b):
    return a.__origin__ == b.__origin__ and a.__args__ == b.__args__


def alias_reduce(a, cls):
    if a.__unpacked__:
        return (next, (iter(cls(a.__origin__, a.__args__)),))
    return (cls, (a.__origin__, a.__args__))


def alias_dir(a):
    names = dir(a.__origin__)
    for name in ('__origin__', '__args__', '__parameters__', '__mro_entries__', '__reduce_ex__', '__reduce__', '__copy__',
                 '__deepcopy__', '__unpacked__', '__typing_unpacked_tuple_args__', '__class__'):
        if name not in names:
            names.append(name)
    return names


def union_make(items):
    out = []
    for x in items:
        if x not in out:
            out.append(x)
    return union_from(out)


def union_repr(args):
    return ' | '.join(['None' if x is type(None) else type_name_in_repr(x) for x in args])


def union_hash(args):
    return hash(frozenset(args))


def union_eq(a, b):
    return set(a) == set(b)


def union_getitem(u, item):
    out = substitute(u, u.__args__, u.__parameters__, item)
    result = out[0]
    for x in out[1:]:
        result = result | x
    return result


def union_instancecheck(args, o):
    for c in args:
        if not is_kind(c, type):
            raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
        if isinstance(o, c):
            return True
    return False


def union_subclasscheck(args, sub):
    if not is_kind(sub, type):
        raise TypeError('issubclass() arg 1 must be a class')
    for c in args:
        if not is_kind(c, type):
            raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
        if issubclass(sub, c):
            return True
    return False


def namespace_repr(o, name, d):
    if repr_enter(o):
        return name + '(...)'
    try:
        return name + '(' + ', '.join(['%s=%r' % (k, v) for k, v in d.items() if is_kind(k, str) and k]) + ')'
    finally:
        repr_leave(o)


def values_equal(a, b):
    return a == b


def values_differ(a, b):
    return a != b


# ---- atexit ----

def atexit_run(rows):
    for f, args, kwargs in rows:
        try:
            f(*args, **kwargs)
        except BaseException as e:
            write_unraisable(e, f, 'Exception ignored in atexit callback')


# ---- _sre ----

def sre_expand(pattern, match, template):
    return import_module('re')._expand(pattern, match, template)


def sre_sub(pattern, repl, string, count, both):
    if callable(repl):
        filter = repl
    else:
        if is_kind(repl, (bytearray, memoryview)) and b'\\' not in bytes(repl):
            repl = bytes(repl)
        re = import_module('re')
        groups, literals = re._compile_repl(repl, pattern)
        if not groups and len(literals) == 1:
            result = sre_sub_literal(pattern, literals[0], string, count)
        else:
            result = sre_sub_template(pattern, repl, groups, literals, string, count)
        if result is not None:
            return result if both else result[0]
        filter = re._subx(pattern, repl)
    parts = []
    pieces = sre_pieces(pattern, string, count, parts)
    for m in pieces:
        item = filter(m)
        if item is not None:
            parts.append(item)
    if is_kind(string, str):
        text = ''.join(parts)
    else:
        text = b''.join(parts)
    return (text, pieces.n) if both else text


# ---- posix ----

def os_fspath(path):
    method = type_lookup(type(path), '__fspath__', type_lookup)
    try:
        if method is not type_lookup:
            method = bind(method, path)
    except Exception:
        method = type_lookup
    if method is type_lookup:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type_name(path))
    result = method()
    if is_kind(result, (str, bytes)):
        return result
    raise TypeError('expected %s.__fspath__() to return str or bytes, not %s' % (type_name(path), type_name(result)))


# ---- open ----

def builtin_open(args, kwargs):
    return import_module('_io')._open(*args, **kwargs)


def codec_registry(encoding, errors, native):
    try:
        return import_module('_codecs')
    except ImportError:
        pass
    # Without the library there is no registry.
    raise LookupError("unknown error handler name '%s'" % errors if native else 'unknown encoding: ' + encoding)


def str_encode(text, encoding, errors, native):
    return codec_registry(encoding, errors, native)._str_encode(text, encoding, errors, native)


def bytes_decode(data, encoding, errors, native):
    return codec_registry(encoding, errors, native)._bytes_decode(data, encoding, errors, native)


def charmap_encode(text, errors, mapping):
    return import_module('_codecs')._charmap_encode(text, errors, mapping)


def charmap_decode(data, errors, mapping):
    return import_module('_codecs')._charmap_decode(data, errors, mapping)


def std_buffer(fd, stream):
    return import_module('_io')._std_buffer(fd, stream)


# ---- time ----

def time_strptime(string, format):
    return import_module('_strptime')._strptime_time(string, format)


# ---- _heapq, _bisect ----

def heap_less(a, b):
    return bool(a < b)


def heap_check(heap, n):
    if len(heap) != n:
        raise RuntimeError('list changed size during iteration')


def heap_siftdown(heap, start, pos, top):
    n = len(heap)
    item = heap[pos]
    while pos > start:
        up = (pos - 1) >> 1
        parent = heap[up]
        less = parent < item if top else item < parent
        heap_check(heap, n)
        if not less:
            break
        heap[pos] = heap[up]
        heap[up] = item
        pos = up


def heap_siftup(heap, start, pos, top):
    n = len(heap)
    limit = n >> 1
    while pos < limit:
        child = 2 * pos + 1
        if child + 1 < n:
            less = heap[child + 1] < heap[child] if top else heap[child] < heap[child + 1]
            heap_check(heap, n)
            if not less:
                child += 1
        heap[pos], heap[child] = heap[child], heap[pos]
        pos = child
    heap_siftdown(heap, start, pos, top)


def bisect_left(a, x, lo, hi, key):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        v = a[mid]
        if (v if key is None else key(v)) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def bisect_right(a, x, lo, hi, key):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        v = a[mid]
        if x < (v if key is None else key(v)):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_insert(a, x, lo, hi, key, right):
    k = x if key is None else key(x)
    at = bisect_right(a, k, lo, hi, key) if right else bisect_left(a, k, lo, hi, key)
    a.insert(at, x)


# ---- _json ----

def json_error(msg, doc, pos):
    raise import_module('json.decoder').JSONDecodeError(msg, doc, pos)


def call2(f, a, b):
    return f(a, b)


def json_python_scanner(context):
    return import_module('json.scanner').py_make_scanner(context)


def json_python_encode(markers, default, encoder, key_separator, item_separator, sort_keys, skipkeys, allow_nan, o, level):
    json = import_module('json.encoder')

    def floatstr(x):
        if x != x:
            text = 'NaN'
        elif x == json.INFINITY:
            text = 'Infinity'
        elif x == -json.INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(x)
        if not allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    return list(json._make_iterencode(markers, default, encoder, None, floatstr, key_separator, item_separator, sort_keys, skipkeys, True)(o, level))

# ---- warnings ----

def warn(category, message):
    import_module('warnings').warn(message, category, 1)


def syntax_warnings(rows, file):
    # What the compiler warned of, where the program has imported warnings and may have changed its filters.
    warnings = import_module('warnings')
    for category, message, line, where in rows:
        try:
            warnings.warn_explicit(message, category, file, line)
        except Warning as e:
            if type(e) is not category:
                raise
            error = SyntaxError(message, (file, line, None, None) if where is None else (file, line, where[0], None, where[1], where[2]))
            break
    else:
        return
    raise error


# ---- sys ----

def write_stderr(text):
    file = sys_attr('stderr')
    if file is not None:
        file.write(text)


def write_unraisable_text(message, o, trace):
    file = sys_attr('stderr')
    if file is None:
        return
    if o is not None:
        try:
            text = repr(o)
        except BaseException:
            text = '<object repr() failed>'
        file.write('%s: %s\n' % ('Exception ignored in' if message is None else message, text))
    elif message is not None:
        file.write('%s:\n' % message)
    file.write(trace)


def write_unraisable(e, o, message):
    trace = e.__traceback__
    if trace is None:
        trace = traceback_here()
        e.__traceback__ = trace
    args = sys_attr('UnraisableHookArgs')((type(e), e, trace, message, o))
    hook = sys_attr('unraisablehook')
    try:
        hook(args)
    except BaseException as other:
        sys_attr('__unraisablehook__')(sys_attr('UnraisableHookArgs')((type(other), other, other.__traceback__, 'Exception ignored in sys.unraisablehook', hook)))


def warn_unawaited(coroutine):
    try:
        import_module('warnings')._warn_unawaited_coroutine(coroutine)
    except BaseException as e:
        write_unraisable(e, coroutine, None)


# ---- site ----

def print_text(text):
    print(text)


def help_about(args, kwargs):
    return import_module('pydoc').help(*args, **kwargs)


def breakpoint_hook(args, kwargs):
    # PYTHONBREAKPOINT: 0 for nothing, else the dotted name of what is called.
    name = import_module('os').environ.get('PYTHONBREAKPOINT', '')
    if name == '0':
        return None
    if not name:
        name = 'pdb.set_trace'
    module, _, attribute = name.rpartition('.')
    try:
        hook = getattr(import_module(module or 'builtins'), attribute)
    except (ImportError, AttributeError):
        import_module('warnings').warn('Ignoring unimportable $PYTHONBREAKPOINT: "%s"' % name, RuntimeWarning)
        return None
    return hook(*args, **kwargs)


# ---- __del__ ----

def run_del(o):
    method = type_lookup(type(o), '__del__', None)
    failed = None
    if is_generator(o):
        shown = o
        call = lambda: finalize_generator(o)
    else:
        shown = method
        try:
            call = bind(method, o)
        except BaseException:
            return
    try:
        call()
    except BaseException as e:
        failed = e
    if failed is not None:
        write_unraisable(failed, shown, None)


def run_dels(callbacks, objects):
    run_weak_callbacks(callbacks)
    for o in objects:
        run_del(o)


def run_weak_callbacks(callbacks):
    for callback, ref in callbacks:
        failed = None
        try:
            callback(ref)
        except BaseException as e:
            failed = e
        if failed is not None:
            write_unraisable(failed, callback, None)


def as_it_is(o):
    # A call by Python code is where the run loop looks whether its slice is over.
    return itself(o)


def itself(o):
    return o


# ---- _sre ----

def re_compile(pattern, flags):
    return import_module('re').compile(pattern, flags)
