"""Nodes of the abstract syntax tree: the classes. Trees are made and read by the native side (_ast_tree)."""

import _ast_tree

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


class AST:
    __module__ = 'ast'
    _fields = ()
    __match_args__ = ()
    _attributes = ()

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError('%s constructor takes at most %d positional argument%s' % (cls.__name__, len(fields), '' if len(fields) == 1 else 's'))
        for name, value in zip(fields, args):
            setattr(self, name, value)
        if kwargs:
            given = fields[:len(args)]
            for name, value in kwargs.items():
                if name in given:
                    raise TypeError('%s got multiple values for argument %r' % (cls.__name__, name))
                setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), dict(self.__dict__)


def _make():
    g = AST.__init__.__globals__  # globals() would be those of the caller: these frames are hidden
    made = {'AST': AST}
    positions = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
    for name, base, fields, attributes, doc in _ast_tree.rows():
        ns = {'__module__': 'ast', '__doc__': doc}
        if fields is not None:
            ns['_fields'] = ns['__match_args__'] = tuple([f for f, _ in fields])
            for f, optional in fields:
                if optional:
                    ns[f] = None
        if attributes is not None:
            ns['_attributes'] = positions if attributes else ()
            if attributes:
                ns['end_lineno'] = ns['end_col_offset'] = None
        made[name] = g[name] = type(name, (made[base],), ns)
    _ast_tree.use(made)


_make()
del _make
