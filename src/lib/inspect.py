# Not hidden from tracebacks: Python code in CPython too.
"""Information from live objects: frames, generators, signatures. The commonly used part of CPython's module."""

import functools
import sys
import types
import enum
import collections
from keyword import iskeyword

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or hasattr(type(object), '__await__'))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def _has_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    f = functools._unwrap_partial(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def currentframe():
    return sys._getframe(1)


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_CREATED


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError('%r is not a Python generator' % (generator,))
    frame = getattr(generator, 'gi_frame', None)
    return frame.f_locals if frame is not None else {}


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, 'cr_frame', None)
    return frame.f_locals if frame is not None else {}


def getmembers(object, predicate=None):
    results = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError('wrapper loop when unwrapping {!r}'.format(func))
        seen.add(id(func))
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = sys.maxsize
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            margin = min(margin, len(line) - content)
    if lines:
        lines[0] = lines[0].lstrip()
    if margin < sys.maxsize:
        for i in range(1, len(lines)):
            lines[i] = lines[i][margin:]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and not isclass(object):
        owner = getattr(object, '__self__', None)
        name = getattr(object, '__name__', None)
        if owner is not None and name is not None:
            for base in type(owner).__mro__:
                doc = getattr(getattr(base, name, None), '__doc__', None)
                if doc is not None:
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError('{!r} is a built-in class'.format(object))
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got {}'.format(
        type(object).__name__))


getsourcefile = getfile


def findsource(object):
    import linecache
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        name = object.__qualname__.rpartition('.')[2]
        for i, line in enumerate(lines):
            text = line.lstrip()
            if text.startswith('class ' + name) and not (text[6 + len(name):7 + len(name)].isidentifier()):
                return lines, i
        raise OSError('could not find class definition')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return lines, object.co_firstlineno - 1


def getblock(lines):
    first = lines[0]
    indent = len(first) - len(first.lstrip())
    end = 1
    header = not first.lstrip().startswith('@')
    for i in range(1, len(lines)):
        line = lines[i]
        if not line.strip() or line.lstrip().startswith('#'):
            continue
        depth = len(line) - len(line.lstrip())
        if depth <= indent and header:
            break
        if depth <= indent and line.lstrip().split(None, 1)[0] in ('def', 'class', 'async'):
            header = True
        end = i + 1
    return lines[:end]


def getsourcelines(object):
    object = unwrap(object)
    lines, n = findsource(object)
    if ismodule(object):
        return lines, 0
    return getblock(lines[n:]), n + 1


def getsource(object):
    lines, n = getsourcelines(object)
    return ''.join(lines)


FrameInfo = collections.namedtuple('FrameInfo', 'frame filename lineno function code_context index')


def stack(context=1):
    out = []
    frame = sys._getframe(1)
    while frame is not None:
        out.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None, None))
        frame = frame.f_back
    return out


class _void:
    """A private marker."""


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[self]


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a Signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError('value {!r} is not a valid Parameter.kind'.format(kind))
        if default is not _empty and self._kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            raise ValueError('{} parameters cannot have default values'.format(self._kind.description))
        if not isinstance(name, str):
            raise TypeError('name must be a str, not a {}'.format(type(name).__name__))
        if not name.isidentifier() or iskeyword(name):
            raise ValueError('{!r} is not a valid parameter name'.format(name))
        self._name = name
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = '{}: {}'.format(text, formatannotation(self._annotation))
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        if self._kind == Parameter.VAR_POSITIONAL:
            text = '*' + text
        elif self._kind == Parameter.VAR_KEYWORD:
            text = '**' + text
        return text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def __hash__(self):
        return hash((self.name, self.kind, self.annotation, self.default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Result of Signature.bind()."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        out = []
        for name, p in self._signature.parameters.items():
            if p.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if p.kind == Parameter.VAR_POSITIONAL:
                out.extend(value)
            else:
                out.append(value)
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        started = False
        for name, p in self._signature.parameters.items():
            if not started:
                if p.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if p.kind == Parameter.VAR_KEYWORD:
                out.update(self.arguments[name])
            else:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        out = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                out[name] = self.arguments[name]
            elif p.default is not _empty:
                out[name] = p.default
            elif p.kind == Parameter.VAR_POSITIONAL:
                out[name] = ()
            elif p.kind == Parameter.VAR_KEYWORD:
                out[name] = {}
        self.arguments = out

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return '<{} ({})>'.format(self.__class__.__name__, ', '.join('{}={!r}'.format(k, v) for k, v in self.arguments.items()))


class Signature:
    """The parameters and the return annotation of a callable."""

    __slots__ = ('_return_annotation', '_parameters')
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = {}
        top = Parameter.POSITIONAL_ONLY
        defaults = False
        for p in parameters or ():
            if p.kind < top:
                raise ValueError('wrong parameter order: {} parameter before {} parameter'.format(top.description, p.kind.description))
            top = p.kind
            if p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                if p.default is _empty:
                    if defaults:
                        raise ValueError('non-default argument follows default argument')
                else:
                    defaults = True
            if p.name in params:
                raise ValueError('duplicate parameter name: {!r}'.format(p.name))
            params[p.name] = p
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped, cls)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()) == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self.return_annotation))

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        values = list(args)
        given = dict(kwargs)
        extra = None
        for p in self.parameters.values():
            if p.kind == Parameter.VAR_POSITIONAL:
                if values:
                    arguments[p.name] = tuple(values)
                values = []
            elif p.kind == Parameter.VAR_KEYWORD:
                extra = p
            elif p.kind != Parameter.KEYWORD_ONLY and values:
                if p.name in given and p.kind == Parameter.POSITIONAL_OR_KEYWORD:
                    raise TypeError('multiple values for argument {!r}'.format(p.name))
                arguments[p.name] = values.pop(0)
            elif p.kind != Parameter.POSITIONAL_ONLY and p.name in given:
                arguments[p.name] = given.pop(p.name)
            elif p.default is _empty and not partial:
                if p.kind == Parameter.POSITIONAL_ONLY and p.name in given:
                    raise TypeError('{!r} parameter is positional only, but was passed as a keyword'.format(p.name))
                raise TypeError('missing a required argument: {!r}'.format(p.name))
        if values:
            raise TypeError('too many positional arguments')
        if given:
            if extra is None:
                raise TypeError('got an unexpected keyword argument {!r}'.format(next(iter(given))))
            arguments[extra.name] = given
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return '<{} {}>'.format(self.__class__.__name__, self)

    def __str__(self):
        result = []
        pos_only = False
        kw_separator = True
        for p in self.parameters.values():
            if p.kind == Parameter.POSITIONAL_ONLY:
                pos_only = True
            elif pos_only:
                result.append('/')
                pos_only = False
            if p.kind == Parameter.VAR_POSITIONAL:
                kw_separator = False
            elif p.kind == Parameter.KEYWORD_ONLY and kw_separator:
                result.append('*')
                kw_separator = False
            result.append(str(p))
        if pos_only:
            result.append('/')
        text = '({})'.format(', '.join(result))
        if self.return_annotation is not _empty:
            text += ' -> {}'.format(formatannotation(self.return_annotation))
        return text


def _from_function(func, cls):
    code = func.__code__
    names = code.co_varnames
    npos = code.co_argcount
    nonly = code.co_posonlyargcount
    nkw = code.co_kwonlyargcount
    notes = func.__annotations__
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    params = []
    make = cls._parameter_cls
    first = npos - len(defaults)
    for i in range(npos):
        kind = Parameter.POSITIONAL_ONLY if i < nonly else Parameter.POSITIONAL_OR_KEYWORD
        params.append(make(names[i], kind, annotation=notes.get(names[i], _empty), default=defaults[i - first] if i >= first else _empty))
    at = npos + nkw
    if code.co_flags & CO_VARARGS:
        params.append(make(names[at], Parameter.VAR_POSITIONAL, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[npos:npos + nkw]:
        params.append(make(name, Parameter.KEYWORD_ONLY, annotation=notes.get(name, _empty), default=kwdefaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(make(names[at], Parameter.VAR_KEYWORD, annotation=notes.get(names[at], _empty)))
    return cls(params, return_annotation=notes.get('return', _empty))


def _from_text(obj, text, cls):
    # __text_signature__ of a native function: '($self, x, /, y=None, *, z=1)'.
    ns = {}
    text = text.replace('($self, /)', '()').replace('$', '').replace('<unset>', 'None').replace('<unrepresentable>', 'None')
    try:
        exec('def f' + text + ': pass', ns)
    except SyntaxError:
        raise ValueError('{!r} builtin has invalid signature'.format(obj)) from None
    sig = _from_function(ns['f'], cls)
    params = list(sig.parameters.values())
    if params and params[0].name in ('self', 'type', 'module') and getattr(obj, '__self__', None) is not None:
        params = params[1:]
    return sig.replace(parameters=params)


def _drop_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind != Parameter.VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(p, cls):
    sig = _signature_of(p.func, True, cls)
    bound = sig.bind_partial(*p.args, **p.keywords)
    params = []
    keyword_only = False
    for name, param in sig.parameters.items():
        if name in bound.arguments and param.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            if name not in p.keywords:
                continue
            param = param.replace(default=p.keywords[name])
            keyword_only = True
        if keyword_only:
            if param.kind == Parameter.POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=Parameter.KEYWORD_ONLY)
            elif param.kind == Parameter.VAR_POSITIONAL:
                continue
        params.append(param)
    return sig.replace(parameters=params)


def _signature_of(obj, follow_wrapped=True, cls=Signature):
    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))
    if ismethod(obj):
        return _drop_first(_signature_of(obj.__func__, follow_wrapped, cls))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, follow_wrapped, cls)
    sig = getattr(obj, '__signature__', None)
    if sig is not None:
        return sig
    if isfunction(obj):
        return _from_function(obj, cls)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, cls)
    if isinstance(obj, type):
        call = type(obj).__call__
        if isfunction(call):
            return _drop_first(_from_function(call, cls))
        for name in ('__new__', '__init__'):
            f = getattr(obj, name)
            if isfunction(f):
                return _drop_first(_signature_of(f, follow_wrapped, cls))
        text = getattr(obj, '__text_signature__', None)
        if text:
            return _from_text(obj, text, cls)
        if obj.__new__ is object.__new__ and obj.__init__ is object.__init__:
            return cls()
        raise ValueError('no signature found for builtin type {!r}'.format(obj))
    text = getattr(obj, '__text_signature__', None)
    if text:
        return _from_text(obj, text, cls)
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _drop_first(_signature_of(call, follow_wrapped, cls))
    raise ValueError('no signature found for builtin {!r}'.format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return _signature_of(obj, follow_wrapped)


FullArgSpec = collections.namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    try:
        sig = _signature_of(func, False)
    except Exception as e:
        raise TypeError('unsupported callable') from e
    args, kwonly, notes, kwdefaults, defaults = [], [], {}, {}, ()
    varargs = varkw = None
    if sig.return_annotation is not _empty:
        notes['return'] = sig.return_annotation
    for p in sig.parameters.values():
        if p.kind == Parameter.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind == Parameter.VAR_KEYWORD:
            varkw = p.name
        elif p.kind == Parameter.KEYWORD_ONLY:
            kwonly.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
        else:
            args.append(p.name)
            if p.default is not _empty:
                defaults += (p.default,)
        if p.annotation is not _empty:
            notes[p.name] = p.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, notes)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object."""
    if isinstance(obj, type):
        notes = obj.__dict__.get('__annotations__', None)
    else:
        notes = getattr(obj, '__annotations__', None)
    if notes is None:
        return {}
    if not isinstance(notes, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not eval_str:
        return dict(notes)
    if globals is None:
        globals = getattr(sys.modules.get(getattr(obj, '__module__', None)), '__dict__', None) or getattr(obj, '__globals__', {})
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in notes.items()}


def getattr_static(obj, attr, default=_void):
    if isinstance(obj, type):
        for c in obj.__mro__:
            if attr in c.__dict__:
                return c.__dict__[attr]
        obj = type(obj)
    else:
        d = getattr(obj, '__dict__', {})
        for c in type(obj).__mro__:
            if attr in c.__dict__:
                found = c.__dict__[attr]
                if isdatadescriptor(found) or attr not in d:
                    return found
        if attr in d:
            return d[attr]
    if default is not _void:
        return default
    raise AttributeError(attr)
