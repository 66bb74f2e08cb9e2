# Containers whose elements or keys need Python code: guest __eq__, __hash__, __lt__, __repr__.
# Called by the natives of src/objects when their synchronous way ends. Top-level defs only; the names in
# use beside the builtins are the intrinsics of src/vm/prelude.ts (table_*, repr_enter, ...).


def find(t, key, h):
    table_general(t)
    version = table_version(t)
    for i in table_candidates(t, h):
        k = table_key(t, i)
        if k is key or k == key:
            if table_version(t) != version:
                return find(t, key, h)
            return i
        if table_version(t) != version:
            return find(t, key, h)
    return -1


def dict_missing(d, key):
    cls = type(d)
    if cls is not dict:
        missing = type_lookup(cls, '__missing__', None)
        if missing is not None:
            return bind(missing, d)(key)
    raise KeyError(key)


def dict_getitem(d, key):
    i = find(d, key, hash(key))
    if i < 0:
        return dict_missing(d, key)
    return table_value(d, i)


def dict_setitem(d, key, value):
    h = hash(key)
    i = find(d, key, h)
    if i < 0:
        table_add(d, h, key, value)
    else:
        table_set(d, i, value)


def dict_delitem(d, key):
    i = find(d, key, hash(key))
    if i < 0:
        raise KeyError(key)
    table_remove(d, i)


def table_contains(d, key):
    return find(d, key, hash(key)) >= 0


def dict_get(d, key, default):
    i = find(d, key, hash(key))
    return default if i < 0 else table_value(d, i)


def dict_setdefault(d, key, default):
    h = hash(key)
    i = find(d, key, h)
    if i < 0:
        table_add(d, h, key, default)
        return default
    return table_value(d, i)


def dict_pop(d, key, *default):
    i = find(d, key, hash(key))
    if i < 0:
        if default:
            return default[0]
        raise KeyError(key)
    value = table_value(d, i)
    table_remove(d, i)
    return value


def dict_update(d, source):
    if isinstance(source, dict) and plain_iteration(source):
        for key in dict.keys(source):
            dict.__setitem__(d, key, dict.__getitem__(source, key))
        return
    if hasattr(source, 'keys'):
        for key in source.keys():
            dict.__setitem__(d, key, source[key])
        return
    it = iter(source)
    for pair in it:
        dict_pairs(d, pair, it, 0)


def dict_pairs(d, pair, it, n):
    while True:
        try:
            items = list(pair)
        except TypeError:
            raise TypeError('cannot convert dictionary update sequence element #%d to a sequence' % n) from None
        if len(items) != 2:
            raise ValueError('dictionary update sequence element #%d has length %d; 2 is required' % (n, len(items)))
        dict.__setitem__(d, items[0], items[1])
        n += 1
        for pair in it:
            break
        else:
            return


def dict_of_mapping(m, name):
    d = {}
    for key in m.keys():
        if key in d:
            raise TypeError("%s got multiple values for keyword argument '%s'" % (name, key))
        d[key] = m[key]
    return d


def dict_equal(a, b):
    if len(a) != len(b):
        return False
    # By index: __eq__ may change either dict.
    at = 0
    while True:
        at = table_next(a, at)
        if at < 0:
            return True
        key = table_key(a, at)
        value = table_value(a, at)
        i = find(b, key, hash(key))
        if i < 0:
            return False
        other = table_value(b, i)
        if other is not value and not other == value:
            return False
        at += 1


def dict_fromkeys(cls, iterable, value):
    d = cls()
    if type(d) is dict:
        for key in iterable:
            dict.__setitem__(d, key, value)
    else:
        for key in iterable:
            d[key] = value
    return d


def dict_repr(d):
    if not d:
        return '{}'
    if repr_enter(d):
        return '{...}'
    try:
        return '{' + ', '.join([repr(k) + ': ' + repr(v) for k, v in dict.items(d)]) + '}'
    finally:
        repr_leave(d)


def list_repr(s):
    if repr_enter(s):
        return '[...]'
    try:
        return '[' + ', '.join([repr(x) for x in list.__iter__(s)]) + ']'
    finally:
        repr_leave(s)


def tuple_repr(s):
    if repr_enter(s):
        return '(...)'
    try:
        parts = [repr(x) for x in tuple.__iter__(s)]
        if len(parts) == 1:
            return '(' + parts[0] + ',)'
        return '(' + ', '.join(parts) + ')'
    finally:
        repr_leave(s)


def set_repr(s):
    name = type(s).__name__
    if repr_enter(s):
        return name + '(...)'
    try:
        body = '{' + ', '.join([repr(x) for x in table_items(s)]) + '}'
        return body if type(s) is set else name + '(' + body + ')'
    finally:
        repr_leave(s)


def build_map(d, rest):
    for i in range(0, len(rest), 2):
        dict.__setitem__(d, rest[i], rest[i + 1])
    return d


def build_set(s, rest):
    for x in rest:
        set_add(s, x)
    return s


def build_set_unpack(parts):
    s = set()
    for part in parts:
        set.update(s, part)
    return s


def build_map_unpack(d, parts):
    for part in parts:
        if isinstance(part, dict) and plain_iteration(part):
            dict_update(d, part)
            continue
        if not hasattr(part, 'keys'):
            raise TypeError("'%s' object is not a mapping" % type(part).__name__)
        for key in part.keys():
            dict.__setitem__(d, key, part[key])
    return d


def build_kwargs(parts, name):
    d = {}
    for part in parts:
        if not hasattr(part, 'keys'):
            raise TypeError('%s argument after ** must be a mapping, not %s' % (name, type(part).__name__))
        for key in part.keys():
            if key in d:
                raise TypeError("%s got multiple values for keyword argument '%s'" % (name, key))
            d[key] = part[key]
    return d


def unpack_into(out, parts):
    for part in parts:
        if not is_iterable(part):
            raise TypeError('Value after * must be an iterable, not %s' % type(part).__name__)
        list.extend(out, part)
    return out


# ---- sets ----

def set_contains(s, key):
    try:
        h = hash(key)
    except TypeError:
        if isinstance(key, set):
            return find(s, frozenset(key), hash(frozenset(key))) >= 0
        raise
    return find(s, key, h) >= 0


def set_add(s, key):
    h = hash(key)
    if find(s, key, h) < 0:
        table_add(s, h, key, None)


def set_discard(s, key, must):
    probe = key
    try:
        h = hash(probe)
    except TypeError:
        if not isinstance(key, set):
            raise
        probe = frozenset(key)
        h = hash(probe)
    i = find(s, probe, h)
    if i >= 0:
        table_remove(s, i)
    elif must:
        raise KeyError(key)


def set_update(s, others):
    for other in others:
        if is_plain_table(other):
            # By index, with the hashes that are there: __eq__ may change it, __hash__ is not called again.
            at = table_next(other, 0)
            while at >= 0:
                key = table_key(other, at)
                h = table_hash(other, at)
                if h is None:
                    h = hash(key)
                if find(s, key, h) < 0:
                    table_add(s, h, key, None)
                at = table_next(other, at + 1)
        else:
            for x in other:
                set_add(s, x)


def set_operation(a, b, op):
    return set_many(plain_copy(a), (b,), op)


def set_many(s, others, op):
    cls = type(s)
    for other in others:
        out = set()
        if op == 'union':
            set_update(out, (table_items(s), other))
        elif op == 'intersection':
            for x in other:
                if set_contains(s, x):
                    set_add(out, x)
        elif op == 'difference':
            gone = set()
            set_update(gone, (other,))
            for x in table_items(s):
                if not set_contains(gone, x):
                    set_add(out, x)
        else:
            right = set()
            set_update(right, (other,))
            for x in table_items(s):
                if not set_contains(right, x):
                    set_add(out, x)
            for x in right:
                if not set_contains(s, x):
                    set_add(out, x)
        s = out
    return s if cls is set else frozenset(s)


def set_relation(a, other, rel, negate):
    b = other if isinstance(other, (set, frozenset)) else set(other)
    if rel == 'superset':
        a, b = b, a
    if rel == 'equal':
        r = len(a) == len(b)
    else:
        r = len(a) <= len(b)
    if r:
        for x in table_items(a):
            if not set_contains(b, x):
                r = False
                break
    return r != negate


def set_isdisjoint(s, other):
    for x in other:
        if set_contains(s, x):
            return False
    return True


def set_reduce(s):
    return (type(s), (list(s),), object_getstate(s))


def frozenset_hash(s):
    return combine_hashes([hash(x) for x in table_items(s)], 'frozenset')


def tuple_hash(t):
    return combine_hashes([hash(x) for x in tuple.__iter__(t)], 'tuple')


# ---- dict views ----

def view_repr(view, name, items):
    if repr_enter(view):
        return '...'
    try:
        return '%s(%r)' % (name, items)
    finally:
        repr_leave(view)


def view_operation(a, b, op):
    s = set(a)
    if op == '&':
        if len(s) == 0:
            iter(b)
            return s
        return s.intersection(b)
    if op == '|':
        return s.union(b)
    if op == '^':
        return s.symmetric_difference(b)
    return s.difference(b)


def view_compare(a, b, op):
    if not (isinstance(b, (set, frozenset)) or is_set_view(b)):
        return NotImplemented
    if op == '==' or op == '!=':
        same = len(a) == len(b) and view_within(a, b)
        return same if op == '==' else not same
    if op == '<':
        return len(a) < len(b) and view_within(a, b)
    if op == '<=':
        return len(a) <= len(b) and view_within(a, b)
    if op == '>':
        return len(a) > len(b) and view_within(b, a)
    return len(a) >= len(b) and view_within(b, a)


def view_within(a, b):
    for x in a:
        if x not in b:
            return False
    return True


def view_isdisjoint(a, b):
    for x in b:
        if x in a:
            return False
    return True


def items_contains(d, item):
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    i = find(d, item[0], hash(item[0]))
    if i < 0:
        return False
    value = table_value(d, i)
    return value is item[1] or value == item[1]


# ---- sequences ----

def contains(o, item):
    for x in o:
        if x is item or x == item:
            return True
    return False


def sequence_contains(s, item):
    for x in s:
        if x is item or x == item:
            return True
    return False


def sequence_index(s, item, start, stop):
    i = start
    for x in s[start:stop]:
        if x is item or x == item:
            return i
        i += 1
    if isinstance(s, tuple):
        raise ValueError('tuple.index(x): x not in tuple')
    raise ValueError('%r is not in list' % (item,))


def range_index(r, item):
    i = 0
    for x in r:
        if x == item:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


def sequence_count(s, item):
    n = 0
    for x in s:
        if x is item or x == item:
            n += 1
    return n


def list_remove(s, item):
    i = 0
    while i < len(s):
        x = list.__getitem__(s, i)
        if x is item or x == item:
            list.__delitem__(s, i)
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')


def sequence_multiply(s, n):
    return s * index(n)


def sequence_equal(a, b, start, negate):
    i = start
    getitem = list.__getitem__ if isinstance(a, list) else tuple.__getitem__
    length = list.__len__ if isinstance(a, list) else tuple.__len__
    while i < length(a) and i < length(b):
        x = getitem(a, i)
        y = getitem(b, i)
        if x is not y and not x == y:
            if i < length(a) and i < length(b):
                return negate
            break
        i += 1
    return (length(a) == length(b)) != negate


def sequence_compare(a, b, op):
    i = 0
    getitem = list.__getitem__ if isinstance(a, list) else tuple.__getitem__
    length = list.__len__ if isinstance(a, list) else tuple.__len__
    while i < length(a) and i < length(b):
        x = getitem(a, i)
        y = getitem(b, i)
        if x is not y and not x == y:
            if op == '<':
                return x < y
            if op == '<=':
                return x <= y
            if op == '>':
                return x > y
            return x >= y
        i += 1
    n = length(a)
    m = length(b)
    if op == '<':
        return n < m
    if op == '<=':
        return n <= m
    if op == '>':
        return n > m
    return n >= m


def sort(s, keys, reverse):
    # Stable merge sort on heap frames: the order is decided by guest __lt__.
    items = list_take(s)
    if keys is None:
        keys = items
    n = len(items)
    try:
        order = list(range(n))
        if reverse:
            order.reverse()
        order = merge_sort(order, keys)
        if reverse:
            order.reverse()
        result = [items[i] for i in order]
    except BaseException:
        list_give(s, items)
        raise
    if list_give(s, result):
        raise ValueError('list modified during sort')


def merge_sort(order, keys):
    n = len(order)
    # Runs of 8 by binary insertion, then bottom-up merging.
    run = 8
    for lo in range(0, n, run):
        hi = lo + run
        if hi > n:
            hi = n
        i = lo + 1
        while i < hi:
            x = order[i]
            key = keys[x]
            a = lo
            b = i
            while a < b:
                m = (a + b) // 2
                if key < keys[order[m]]:
                    b = m
                else:
                    a = m + 1
            j = i
            while j > a:
                order[j] = order[j - 1]
                j -= 1
            order[a] = x
            i += 1
    while run < n:
        out = []
        for lo in range(0, n, 2 * run):
            mid = lo + run
            hi = mid + run
            if mid > n:
                mid = n
            if hi > n:
                hi = n
            i = lo
            j = mid
            while i < mid and j < hi:
                if keys[order[j]] < keys[order[i]]:
                    out.append(order[j])
                    j += 1
                else:
                    out.append(order[i])
                    i += 1
            while i < mid:
                out.append(order[i])
                i += 1
            while j < hi:
                out.append(order[j])
                j += 1
        order = out
        run *= 2
    return order


# ---- builtins over iterables ----

def min(iterable, key, *default):
    it = iter(iterable)
    for best in it:
        break
    else:
        if default:
            return default[0]
        raise ValueError('min() arg is an empty sequence')
    if key is None:
        for x in it:
            if x < best:
                best = x
        return best
    best_key = key(best)
    for x in it:
        k = key(x)
        if k < best_key:
            best = x
            best_key = k
    return best


def max(iterable, key, *default):
    it = iter(iterable)
    for best in it:
        break
    else:
        if default:
            return default[0]
        raise ValueError('max() arg is an empty sequence')
    if key is None:
        for x in it:
            if x > best:
                best = x
        return best
    best_key = key(best)
    for x in it:
        k = key(x)
        if k > best_key:
            best = x
            best_key = k
    return best


def sum(iterable, total):
    for x in iterable:
        total = total + x
    return total


def any(iterable):
    for x in iterable:
        if x:
            return True
    return False


def all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def ascii(o):
    return ascii_text(repr(o))


def pow3(a, b, m):
    for x, name in ((a, '__pow__'),):
        method = type_lookup(type(x), name, None)
        if method is not None:
            r = bind(method, x)(b, m)
            if r is not NotImplemented:
                return r
    if isinstance(a, float) or isinstance(b, float):
        raise TypeError('pow() 3rd argument not allowed unless all arguments are integers')
    if isinstance(a, complex) or isinstance(b, complex):
        raise ValueError('complex modulo')
    raise TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'" % (type(a).__name__, type(b).__name__, type(m).__name__))


def iterator_reduce(it):
    return (iter, (list_of_rest(it),))
