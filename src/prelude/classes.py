# Classes: what type.__new__ calls in Python, isinstance and issubclass, dir, copying.


def set_name_message(value, name, cls):
    return "Error calling __set_name__ on '%s' instance %r in '%s'" % (type_name(value), name, cls.__name__)


def custom_mro(cls):
    return tuple(bind(type_lookup(type(cls), 'mro', None), cls)())


def redo_mros(cls):
    # After an assignment to __bases__: new mros from the class down; the old ones again where one fails.
    saved = []
    try:
        redo_mro(cls, saved)
    except BaseException:
        for c, before in saved:
            set_mro(c, before)
        raise


def redo_mro(c, saved):
    before = c.__mro__
    after = custom_mro(c)
    if c.__mro__ is not before and c.__mro__ != before:
        # mro() has assigned bases itself.
        return
    saved.append((c, before))
    set_mro(c, after)
    for s in bind(type_lookup(type, '__subclasses__', None), c)():
        redo_mro(s, saved)


def isinstance(o, cls):
    if type(o) is cls:
        return True
    if type(cls) is tuple:
        for c in cls:
            if isinstance(o, c):
                return True
        return False
    args = union_args(cls)
    if args is not None:
        return union_instancecheck(args, o)
    method = type_lookup(type(cls), '__instancecheck__', None)
    if method is not None and method is not type_lookup(type, '__instancecheck__', None):
        return truth(bind(method, cls)(o))
    return real_isinstance(o, cls)


def real_isinstance(o, cls):
    # type.__instancecheck__
    if is_type(cls):
        if type_is_subtype(type(o), cls):
            return True
        c = getattr(o, '__class__', None)
        return c is not type(o) and is_type(c) and type_is_subtype(c, cls)
    bases = abstract_bases(cls)
    if bases is None:
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    c = getattr(o, '__class__', None)
    return c is not None and abstract_issubclass(c, cls)


def issubclass(c, cls):
    if type(cls) is tuple:
        for x in cls:
            if issubclass(c, x):
                return True
        return False
    args = union_args(cls)
    if args is not None:
        return union_subclasscheck(args, c)
    method = type_lookup(type(cls), '__subclasscheck__', None)
    if method is not None and method is not type_lookup(type, '__subclasscheck__', None):
        return truth(bind(method, cls)(c))
    return real_issubclass(c, cls)


def real_issubclass(c, cls):
    # type.__subclasscheck__
    if is_type(cls) and is_type(c):
        return type_is_subtype(c, cls)
    if not is_type(c) and abstract_bases(c) is None:
        raise TypeError('issubclass() arg 1 must be a class')
    if not is_type(cls) and abstract_bases(cls) is None:
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return abstract_issubclass(c, cls)


def truth(x):
    return True if x else False


def abstract_bases(cls):
    bases = getattr(cls, '__bases__', None)
    return bases if type(bases) is tuple or is_tuple(bases) else None


def abstract_issubclass(derived, cls):
    if derived is cls:
        return True
    bases = abstract_bases(derived)
    if bases is None:
        return False
    for b in bases:
        if abstract_issubclass(b, cls):
            return True
    return False


def object_dir(o):
    names = {}
    d = getattr(o, '__dict__', None)
    if is_kind(d, dict):
        for k in d:
            names[k] = None
    cls = getattr(o, '__class__', None)
    if cls is not None:
        merge_class_dir(names, cls)
    return list(names)


def merge_class_dir(names, cls):
    d = getattr(cls, '__dict__', None)
    if d is not None:
        for k in d:
            names[k] = None
    bases = getattr(cls, '__bases__', None)
    if bases is not None:
        for b in bases:
            merge_class_dir(names, b)


def type_dir(cls):
    names = {}
    merge_class_dir(names, cls)
    return list(names)


def module_dir(m):
    d = m.__dict__
    if not is_kind(d, dict):
        raise TypeError('<module>.__dict__ is not a dictionary')
    if '__dir__' in d:
        return d['__dir__']()
    return list(d)


def module_repr(m):
    # importlib._bootstrap._module_repr; a module of ours without a spec says so itself.
    d = m.__dict__
    spec = getattr(m, '__spec__', None)
    if spec is not None:
        name = '?' if spec.name is None else spec.name
        if spec.origin is None:
            if spec.loader is None:
                return '<module %r>' % (name,)
            return '<module %r (%r)>' % (name, spec.loader)
        if spec.has_location:
            return '<module %r from %r>' % (name, spec.origin)
        return '<module %r (%s)>' % (spec.name, spec.origin)
    name = d.get('__name__', '?')
    if '__file__' in d:
        return '<module %r from %r>' % (name, d['__file__'])
    if is_native_module(m):
        return '<module %r (built-in)>' % (name,)
    loader = getattr(m, '__loader__', None)
    if loader is None:
        return '<module %r>' % (name,)
    return '<module %r (%r)>' % (name, loader)


def set_attributes(o, state):
    for k, v in state.items():
        setattr(o, k, v)


def object_getstate(o):
    state = getattr(o, '__dict__', None)
    if not state:
        state = None
    names = type_dict(type(o)).get('__slotnames__')
    if names is None:
        names = import_module('copyreg')._slotnames(type(o))
    if names:
        values = {}
        for name in list(names):
            v = getattr(o, name, values)
            if v is not values:
                values[name] = v
        if values:
            return (state, values)
    return state


def object_reduce_ex(o, protocol):
    cls = type(o)
    reduce = getattr(o, '__reduce__')
    if type_lookup(cls, '__reduce__', None) is not type_lookup(object, '__reduce__', None):
        return reduce()
    return object_reduce(o, protocol)


def object_reduce(o, protocol):
    import copyreg
    if protocol < 2:
        return copyreg._reduce_ex(o, protocol)
    cls = type(o)
    getnewargs_ex = type_lookup(cls, '__getnewargs_ex__', None)
    getnewargs = type_lookup(cls, '__getnewargs__', None)
    kwargs = None
    if getnewargs_ex is not None:
        pair = bind(getnewargs_ex, o)()
        if not is_kind(pair, tuple):
            raise TypeError("__getnewargs_ex__ should return a tuple, not '%s'" % type_name(pair))
        if len(pair) != 2:
            raise ValueError('__getnewargs_ex__ should return a tuple of length 2, not %d' % len(pair))
        args, kwargs = pair
        if not is_kind(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'" % type_name(args))
        if not is_kind(kwargs, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'" % type_name(kwargs))
    else:
        args = bind(getnewargs, o)() if getnewargs is not None else ()
        if getnewargs is not None and not is_kind(args, tuple):
            raise TypeError("__getnewargs__ should return a tuple, not '%s'" % type_name(args))
    if getnewargs_ex is None and getnewargs is None:
        name = cannot_pickle(o)
        if name is not None:
            raise TypeError("cannot pickle %s objects" % name if name == 'code' or name == 'memoryview' else "cannot pickle %r object" % name)
    state = o.__getstate__()
    items = iter(o) if is_kind(o, list) else None
    pairs = iter(o.items()) if is_kind(o, dict) else None
    if kwargs:
        return (copyreg.__newobj_ex__, (cls, args, kwargs), state, items, pairs)
    return (copyreg.__newobj__, (cls,) + args, state, items, pairs)


# ---- match ----

def match_keys(subject, keys):
    seen = set()
    values = []
    missing = object()
    get = subject.get
    for k in keys:
        if k in seen:
            raise ValueError('mapping pattern checks duplicate key (%r)' % (k,))
        seen.add(k)
        v = get(k, missing)
        if v is missing:
            return None
        values.append(v)
    return tuple(values)


def copy_dict_without_keys(subject, keys):
    rest = dict(subject)
    for k in keys:
        del rest[k]
    return rest


def match_class_type_error(cls):
    raise TypeError('called match pattern must be a type')


def match_class(subject, cls, npos, names):
    if not isinstance(subject, cls):
        return None
    seen = set()
    attrs = []
    missing = object()
    if npos:
        args = getattr(cls, '__match_args__', missing)
        match_self = False
        if args is missing:
            args = ()
            match_self = match_self_type(cls)
        elif type(args) is not tuple:
            raise TypeError('%s.__match_args__ must be a tuple (got %s)' % (cls.__name__, type_name(args)))
        allowed = 1 if match_self else len(args)
        if allowed < npos:
            plural = '' if allowed == 1 else 's'
            raise TypeError('%s() accepts %d positional sub-pattern%s (%d given)' % (cls.__name__, allowed, plural, npos))
        if match_self:
            attrs.append(subject)
        else:
            for i in range(npos):
                name = args[i]
                if not is_kind(name, str):
                    raise TypeError('__match_args__ elements must be strings (got %s)' % type_name(name))
                if name in seen:
                    raise TypeError('%s() got multiple sub-patterns for attribute %r' % (cls.__name__, name))
                seen.add(name)
                v = getattr(subject, name, missing)
                if v is missing:
                    return None
                attrs.append(v)
    for name in names:
        if name in seen:
            raise TypeError('%s() got multiple sub-patterns for attribute %r' % (cls.__name__, name))
        seen.add(name)
        v = getattr(subject, name, missing)
        if v is missing:
            return None
        attrs.append(v)
    return tuple(attrs)


# ---- exception groups ----

def group_condition(condition):
    if is_kind(condition, type) and issubclass(condition, BaseException):
        return lambda e: is_kind(e, condition)
    if type(condition) is tuple:
        for c in condition:
            if not (is_kind(c, type) and issubclass(c, BaseException)):
                raise TypeError('expected a function, exception type or tuple of exception types')
        return lambda e: is_kind(e, condition)
    if type(condition).__name__ == 'function':
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')


def group_derive(group, excs):
    eg = group.derive(excs)
    if not is_kind(eg, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    eg.__traceback__ = group.__traceback__
    eg.__context__ = group.__context__
    eg.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if notes is not None and is_iterable(notes):
        eg.__notes__ = list(notes)
    return eg


def group_split_by(group, test):
    if test(group):
        return group, None
    match = []
    rest = []
    for e in group.exceptions:
        if is_kind(e, BaseExceptionGroup):
            m, r = group_split_by(e, test)
        elif test(e):
            m, r = e, None
        else:
            m, r = None, e
        if m is not None:
            match.append(m)
        if r is not None:
            rest.append(r)
    return (group_derive(group, match) if match else None), (group_derive(group, rest) if rest else None)


def group_split(group, condition):
    return group_split_by(group, group_condition(condition))


def group_subgroup(group, condition):
    return group_split_by(group, group_condition(condition))[0]


def eg_match(rest, types):
    check_eg_types(types)
    if rest is None:
        return None, None
    if is_kind(rest, types):
        if is_kind(rest, BaseExceptionGroup):
            return None, rest
        wrapped = ExceptionGroup('', (rest,)) if is_kind(rest, Exception) else BaseExceptionGroup('', (rest,))
        return None, wrapped
    if is_kind(rest, BaseExceptionGroup):
        match, left = rest.split(types)
        # Where nothing matches, it stays the group that it was.
        return (rest, None) if match is None else (left, match)
    return rest, None


def check_eg_types(types):
    for t in types if is_kind(types, tuple) else (types,):
        if not (is_kind(t, type) and issubclass(t, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(t, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')


def prep_reraise_star(orig, excs):
    excs = [e for e in excs if e is not None]
    if not excs:
        return None
    if not is_kind(orig, BaseExceptionGroup):
        return excs[0]
    raised = []
    reraised = []
    for e in excs:
        if same_exception_metadata(e, orig):
            reraised.append(e)
        else:
            raised.append(e)
    projected = exception_group_projection(orig, reraised) if reraised else None
    if not raised:
        return projected
    if projected is not None:
        raised.append(projected)
    if len(raised) == 1:
        return raised[0]
    return ExceptionGroup('', raised) if all_exceptions(raised) else BaseExceptionGroup('', raised)


def all_exceptions(excs):
    for e in excs:
        if not is_kind(e, Exception):
            return False
    return True


def same_exception_metadata(e, orig):
    return (is_kind(e, BaseExceptionGroup) and getattr(e, '__notes__', None) == getattr(orig, '__notes__', None)
            and e.__traceback__ is orig.__traceback__ and e.__cause__ is orig.__cause__ and e.__context__ is orig.__context__)


def exception_group_projection(orig, keep):
    leaves = set()
    for e in keep:
        collect_leaves(e, leaves)
    return group_split_by(orig, lambda e: not is_kind(e, BaseExceptionGroup) and id(e) in leaves)[0]


def collect_leaves(e, out):
    if is_kind(e, BaseExceptionGroup):
        for x in e.exceptions:
            collect_leaves(x, out)
    else:
        out.add(id(e))
