# Containers whose elements or keys need Python code: guest __eq__, __hash__, __lt__, __repr__.
# Called by the natives of src/objects when their synchronous way ends. Top-level defs only; the names in
# use beside the builtins are the intrinsics of src/vm/prelude.ts (table_*, repr_enter, ...).


def find(t, key, h):
    table_general(t)
    for i in table_candidates(t, h):
        k = table_key(t, i)
        if k is key:
            return i
        same = k == key
        # As in CPython, it only matters whether the comparison left that entry where it was.
        if not table_holds(t, i, k):
            return find(t, key, h)
        if same:
            return i
    return -1


def dict_update(d, source):
    if is_kind(source, dict) and plain_iteration(source):
        merge_table(d, source)
    elif hasattr(source, 'keys'):
        merge_mapping(d, source)
    else:
        it = walk(iter(source))
        for pair in it:
            dict_pairs(d, pair, it, 0)


def merge_table(d, m):
    # By index, with the hashes that are there: __eq__ may change it, __hash__ is not called again.
    n = len(m)
    at = table_next(m, 0)
    while at >= 0:
        key = table_key(m, at)
        value = table_value(m, at)
        h = table_hash(m, at)
        if h is None:
            h = hash(key)
        i = find(d, key, h)
        if i < 0:
            table_add(d, h, key, value)
        else:
            table_set(d, i, value)
        if len(m) != n:
            raise RuntimeError('dict mutated during update')
        at = table_next(m, at + 1)


def merge_mapping(d, m):
    for key in mapping_keys(m):
        dict.__setitem__(d, key, m[key])


def mapping_keys(m):
    keys = m.keys()
    it = None
    try:
        it = iter(keys)
    except TypeError:
        pass
    if it is None:
        raise TypeError('%s.keys() returned a non-iterable (type %s)' % (type_name(m), type_name(keys)))
    return list(it)


def dict_pairs(d, pair, it, n):
    while True:
        items = None
        try:
            items = list(pair)
        except TypeError:
            pass
        if items is None:
            raise TypeError('cannot convert dictionary update sequence element #%d to a sequence' % n)
        if len(items) != 2:
            raise ValueError('dictionary update sequence element #%d has length %d; 2 is required' % (n, len(items)))
        dict.__setitem__(d, items[0], items[1])
        n += 1
        for pair in it:
            break
        else:
            return


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
        h = table_hash(a, at)
        i = find(b, key, hash(key) if h is None else h)
        if i < 0:
            return False
        other = table_value(b, i)
        if other is not value and not other == value:
            return False
        at += 1


def dict_fromkeys(cls, iterable, value):
    d = cls()
    if type(d) is dict:
        if type(iterable) is set or type(iterable) is frozenset or type(iterable) is dict:
            for key, h in entries(iterable):
                i = find(d, key, h)
                if i < 0:
                    table_add(d, h, key, value)
                else:
                    table_set(d, i, value)
        else:
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
        body = '{' + repr(list(s))[1:-1] + '}'
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


def build_set_unpack(s, parts):
    for part in parts:
        set.update(s, part)
    return s


def build_map_unpack(d, parts):
    for part in parts:
        if is_kind(part, dict) and plain_iteration(part):
            dict.update(d, part)
            continue
        done = False
        try:
            merge_mapping(d, part)
            done = True
        except AttributeError:
            pass
        if not done:
            raise TypeError("'%s' object is not a mapping" % type_name(part))
    return d


def unpack_into(out, parts):
    for part in parts:
        if not is_iterable(part):
            star_error(None, part, True)
        list.extend(out, part)
    return out


# ---- stars in calls ----

def callee_str(f):
    name = getattr(f, '__qualname__', None)
    if name is None:
        return str(f)
    module = getattr(f, '__module__', None)
    if module is None or module == 'builtins':
        return '%s()' % name
    return '%s.%s()' % (module, name)


def star_error(f, v, behind):
    # Behind other arguments, CPython makes a list first, which does not know the function.
    what = 'Value' if behind else callee_str(f) + ' argument'
    raise TypeError('%s after * must be an iterable, not %s' % (what, type_name(v)))


def merge_kwargs(d, parts, f, names):
    # names: the keyword arguments written out before the first mapping.
    names = dict.fromkeys(names)
    for key in d:
        if key in names:
            keyword_twice(f, key)
    for m in parts:
        done = False
        twice = ()
        try:
            plain = is_kind(m, dict) and plain_iteration(m)
            for key in dict.keys(m) if plain else mapping_keys(m):
                if key in d or key in names:
                    twice = (key,)
                    break
                d[key] = dict.__getitem__(m, key) if plain else m[key]
            done = True
        except AttributeError:
            pass
        if not done:
            raise TypeError('%s argument after ** must be a mapping, not %s' % (callee_str(f), type_name(m)))
        if twice:
            keyword_twice(f, *twice)
    return d


def keyword_twice(f, key):
    # CPython finds its own KeyError only while no other exception is handled.
    if is_handling():
        raise KeyError(key)
    raise TypeError("%s got multiple values for keyword argument '%s'" % (callee_str(f), key))


# ---- sets ----

def set_contains(s, key):
    try:
        h = hash(key)
    except TypeError:
        if not is_kind(key, set):
            raise
        h = None
    if h is None:
        key = frozenset(key)
        h = hash(key)
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
        if not is_kind(key, set):
            raise
        h = None
    if h is None:
        probe = frozenset(key)
        h = hash(probe)
    i = find(s, probe, h)
    if i >= 0:
        table_remove(s, i)
    elif must:
        raise KeyError(key)


def entries(o):
    # Keys with their hashes: those that a table has are not asked for again. By index, as __eq__ may change it.
    if is_plain_table(o):
        at = table_next(o, 0)
        while at >= 0:
            key = table_key(o, at)
            h = table_hash(o, at)
            yield key, hash(key) if h is None else h
            at = table_next(o, at + 1)
    else:
        for key in o:
            yield key, hash(key)


def members(o):
    # Where CPython takes the hashes of sets only.
    if is_kind(o, (set, frozenset)):
        yield from entries(o)
    else:
        for key in o:
            yield key, hash(key)


def add_entry(s, key, h):
    if find(s, key, h) < 0:
        table_add(s, h, key, None)


def set_update(s, others):
    for other in others:
        for key, h in entries(other):
            add_entry(s, key, h)


def toggle_entries(s, other):
    for key, h in entries(other):
        i = find(s, key, h)
        if i >= 0:
            table_remove(s, i)
        else:
            add_entry(s, key, h)


def set_difference_update(s, others):
    # What is found before an error stays removed.
    for other in others:
        for key, h in members(other):
            i = find(s, key, h)
            if i >= 0:
                table_remove(s, i)


def set_symmetric_update(s, other):
    if not is_plain_table(other):
        right = set()
        set_update(right, (other,))
        other = right
    toggle_entries(s, other)


def set_operation(a, b, op):
    return set_many(plain_copy(a), (b,), op)


def set_many(s, others, op):
    cls = type(s)
    for other in others:
        out = set()
        if op == 'union':
            set_update(out, (s, other))
        elif op == 'intersection':
            if is_kind(other, (set, frozenset)) and len(other) > len(s):
                s, other = other, s
            for key, h in members(other):
                if find(s, key, h) >= 0:
                    add_entry(out, key, h)
                    if len(out) >= len(s):
                        break
        elif op == 'difference':
            if is_plain_table(other) and len(s) >> 2 <= len(other):
                for key, h in entries(s):
                    if find(other, key, h) < 0:
                        add_entry(out, key, h)
            else:
                set_update(out, (s,))
                for key, h in members(other):
                    i = find(out, key, h)
                    if i >= 0:
                        table_remove(out, i)
        else:
            set_update(out, (other,))
            toggle_entries(out, s)
        s = out
    return s if cls is set else frozenset(s)


def set_relation(a, other, rel, negate):
    b = other
    if not is_kind(other, (set, frozenset)):
        if rel == 'superset':
            for key in other:
                if find(a, key, hash(key)) < 0:
                    return negate
            return not negate
        b = set()
        set_update(b, (other,))
    if rel == 'superset':
        a, b = b, a
    r = len(a) == len(b) if rel == 'equal' else len(a) <= len(b)
    if r:
        for key, h in entries(a):
            if find(b, key, h) < 0:
                r = False
                break
    return r != negate


def set_isdisjoint(s, other):
    if type(other) is set or type(other) is frozenset:
        if len(other) > len(s):
            s, other = other, s
        for key, h in entries(other):
            if find(s, key, h) >= 0:
                return False
    else:
        for key in other:
            if find(s, key, hash(key)) >= 0:
                return False
    return True


def set_reduce(s):
    return (type(s), (list(s),), s.__getstate__())


def bytearray_reduce(b, args):
    return (type(b), args, b.__getstate__())


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
    if op == '&':
        return view_and(a, b)
    if op == '^' and type_name(a) == 'dict_items' == type_name(b):
        return items_xor(a, b)
    s = set()
    set_update(s, (view_table(a) if type_name(a) == 'dict_keys' else a,))
    if op == '|':
        set_update(s, (b,))
        return s
    if op == '^':
        set_symmetric_update(s, b)
        return s
    for key, h in members(b):
        i = find(s, key, h)
        if i >= 0:
            table_remove(s, i)
    return s


def view_and(a, b):
    if not is_set_view(a):
        a, b = b, a
    if type(b) is set and len(a) <= len(b):
        return b.intersection(a)
    if is_set_view(b) and len(b) > len(a):
        a, b = b, a
    # Only what is in both is hashed as a whole.
    s = set()
    for x in b:
        if x in a:
            s.add(x)
    return s


def items_xor(a, b):
    if len(b) > len(a):
        a, b = b, a
    s = set()
    other = a.mapping
    for key, value in b:
        if key in other:
            if other[key] is value or other[key] == value:
                continue
            s.add((key, other[key]))
        s.add((key, value))
    mine = b.mapping
    for key, value in a:
        if key not in mine:
            s.add((key, value))
    return s


def view_compare(a, b, op):
    if not (is_kind(b, (set, frozenset)) or is_set_view(b)):
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
    if a is b:
        return len(a) == 0
    # The longer of two sets is asked.
    if (type(b) is set or type(b) is frozenset or is_set_view(b)) and len(b) > len(a):
        a, b = b, a
    for x in b:
        if x in a:
            return False
    return True


def items_contains(d, item):
    if not is_kind(item, tuple) or len(item) != 2:
        return False
    i = find(d, item[0], hash(item[0]))
    if i < 0:
        return False
    value = table_value(d, i)
    return value is item[1] or value == item[1]


# ---- sequences ----

def contains(o, item):
    it = None
    try:
        it = iter(o)
    except TypeError:
        pass
    if it is None:
        raise TypeError("argument of type '%s' is not iterable" % type_name(o))
    for x in walk(it):
        if x is item or x == item:
            return True
    return False


def bytes_from(it, what):
    out = []
    for x in walk(it):
        n = index(x)
        if not 0 <= n <= 255:
            raise ValueError(what + ' must be in range(0, 256)')
        out.append(n)
    return bytes(out)


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
    if is_kind(s, tuple):
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


def sequence_equal(a, b, start, negate):
    i = start
    getitem = list.__getitem__ if is_kind(a, list) else tuple.__getitem__
    length = list.__len__ if is_kind(a, list) else tuple.__len__
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
    getitem = list.__getitem__ if is_kind(a, list) else tuple.__getitem__
    length = list.__len__ if is_kind(a, list) else tuple.__len__
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


# ---- builtins over iterables ----

def min_rest(x, it, best):
    if x < best:
        best = x
    for x in walk(it):
        if x < best:
            best = x
    return best


def max_rest(x, it, best):
    if x > best:
        best = x
    for x in walk(it):
        if x > best:
            best = x
    return best


def sum(iterable, total):
    for x in iterable:
        total = total + x
    return total


def sum_rest(x, it, total):
    # Not sum(it, total + x): the builtin, which that would be, takes no strings to begin with.
    total = total + x
    for x in walk(it):
        total = total + x
    return total


def any(iterable):
    for x in iterable:
        if x:
            return True
    return False


def any_rest(x, it):
    return True if x else any(walk(it))


def all_rest(x, it):
    return all(walk(it)) if x else False


def all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def pow3(a, b, m):
    # CPython's ternary_op: the slots of all three classes are asked; one of Python classes is the same for all.
    first = power_slot(type(a))
    second = power_slot(type(b))
    if second is first:
        second = None
    if first is not None:
        if second is not None and type_is_subtype(type(b), type(a)):
            r = pow3_by(second, a, b, m)
            if r is not NotImplemented:
                return r
            second = None
        r = pow3_by(first, a, b, m)
        if r is not NotImplemented:
            return r
    if second is not None:
        r = pow3_by(second, a, b, m)
        if r is not NotImplemented:
            return r
    third = power_slot(type(m))
    if third is not None and third is not first and third is not second:
        r = pow3_by(third, a, b, m)
        if r is not NotImplemented:
            return r
    raise TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'" % (type_name(a), type_name(b), type_name(m)))


def iterator_reduce(it):
    return (iter, (list_of_rest(it),))


def pow3_by(slot, a, b, m):
    if slot is float:
        raise TypeError('pow() 3rd argument not allowed unless all arguments are integers')
    if slot is complex:
        if is_kind(a, (int, float, complex)) and is_kind(b, (int, float, complex)):
            raise ValueError('complex modulo')
        return NotImplemented
    if slot is not True:
        return slot.__pow__(a, b, m) if is_kind(a, slot) else NotImplemented
    if power_slot(type(a)) is not True:
        return NotImplemented
    method = type_lookup(type(a), '__pow__', None)
    if method is None:
        raise AttributeError('__pow__')
    return bind(method, a)(b, m)
