"""The elements, the tree builder and the parser of xml.etree.ElementTree, which CPython writes in C."""

__all__ = ['Element', 'ParseError', 'SubElement', 'TreeBuilder', 'XMLParser']

from copy import deepcopy
from operator import index as _as_index
from warnings import warn
from xml.etree import ElementPath
import pyexpat


class ParseError(SyntaxError):
    __module__ = 'xml.etree.ElementTree'


def _none_or_type(v):
    return 'None' if v is None else type(v).__name__


def _need_element(v):
    if not isinstance(v, Element):
        raise TypeError('expected an Element, not "%s"' % type(v).__name__)


def _attributes(name, args, extra):
    """The dict of attributes that a call of `name` gives, as the last of `args` or by keywords."""
    if args:
        attrib = args[0]
        if not isinstance(attrib, dict):
            raise TypeError('%s must be dict, not %s' % (name, _none_or_type(attrib)))
        attrib = attrib.copy()
    else:
        attrib = extra.pop('attrib', None)
        if attrib is None:
            return extra
        if not isinstance(attrib, dict):
            raise TypeError('attrib must be dict, not %s' % type(attrib).__name__)
        attrib = attrib.copy()
    attrib.update(extra)
    return attrib


class Element:
    __module__ = 'xml.etree.ElementTree'
    __slots__ = ('tag', '_attrib', 'text', 'tail', '_children', '__weakref__')

    def __init__(self, *args, **extra):
        if not 1 <= len(args) <= 2:
            raise TypeError('Element() takes at %s (%d given)' % ('most 2 arguments' if args else 'least 1 argument', len(args)))
        self._attrib = _attributes('Element() argument 2', args[1:], extra)
        self.tag = args[0]
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        try:
            return '<Element %r at %#x>' % (self.tag, id(self))
        except AttributeError:
            return '<Element at %#x>' % id(self)

    @property
    def attrib(self):
        return self._attrib

    @attrib.setter
    def attrib(self, value):
        if not isinstance(value, dict):
            raise TypeError('attrib must be dict, not %s' % type(value).__name__)
        self._attrib = value

    def makeelement(self, tag, attrib, /):
        if not isinstance(attrib, dict):
            raise TypeError('makeelement() argument 2 must be dict, not %s' % _none_or_type(attrib))
        return _made(tag, attrib.copy())

    def __copy__(self):
        e = _made(self.tag, self._attrib)
        e.text = self.text
        e.tail = self.tail
        e._children = self._children[:]
        return e

    def __deepcopy__(self, memo, /):
        e = _made(deepcopy(self.tag, memo), deepcopy(self._attrib, memo))
        e.text = deepcopy(self.text, memo)
        e.tail = deepcopy(self.tail, memo)
        e._children = [deepcopy(c, memo) for c in self._children]
        memo[id(self)] = e
        return e

    def __getstate__(self):
        return {'tag': self.tag, '_children': self._children[:], 'attrib': self._attrib, 'text': self.text, 'tail': self.tail}

    def __setstate__(self, state, /):
        if not isinstance(state, dict):
            raise TypeError('Don\'t know how to unpickle "%.200r" as an Element' % (state,))
        self.tag = state.get('tag')
        self._attrib = state.get('attrib') or {}
        self.text = state.get('text')
        self.tail = state.get('tail')
        self._children = list(state.get('_children') or ())

    def __len__(self):
        return len(self._children)

    def __getitem__(self, key, /):
        out = False
        try:
            return self._children[key]
        except IndexError:
            out = True
        except TypeError:
            pass
        if out:
            raise IndexError('child index out of range')
        raise TypeError('element indices must be integers')

    def __delattr__(self, name, /):
        if name in ('tag', 'text', 'tail', 'attrib'):
            raise AttributeError("can't delete element attribute")
        object.__delattr__(self, name)

    def _key(self, key):
        if isinstance(key, slice):
            return key
        if not hasattr(type(key), '__index__'):
            raise TypeError('element indices must be integers')
        n = _as_index(key)
        if not -len(self._children) <= n < len(self._children):
            raise IndexError('child assignment index out of range')
        return n

    def __setitem__(self, key, value, /):
        key = self._key(key)
        if isinstance(key, slice):
            if not hasattr(type(value), '__iter__') and not hasattr(type(value), '__getitem__'):
                raise TypeError('expected sequence, not "%s"' % type(value).__name__)
            value = list(value)
            for v in value:
                _need_element(v)
        else:
            _need_element(value)
        self._children[key] = value

    def __delitem__(self, key, /):
        del self._children[self._key(key)]

    def append(self, subelement, /):
        if not isinstance(subelement, Element):
            raise TypeError('append() argument must be xml.etree.ElementTree.Element, not %s' % _none_or_type(subelement))
        self._children.append(subelement)

    def extend(self, elements, /):
        if not hasattr(type(elements), '__iter__') and not hasattr(type(elements), '__getitem__'):
            raise TypeError('expected sequence, not "%s"' % type(elements).__name__)
        for e in list(elements):
            _need_element(e)
            self._children.append(e)

    def insert(self, index, subelement, /):
        index = _as_index(index)
        if not isinstance(subelement, Element):
            raise TypeError('insert() argument 2 must be xml.etree.ElementTree.Element, not %s' % _none_or_type(subelement))
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        if not isinstance(subelement, Element):
            raise TypeError('remove() argument must be xml.etree.ElementTree.Element, not %s' % _none_or_type(subelement))
        self._children.remove(subelement)

    def find(self, path, namespaces=None):
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        self._attrib = {}
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self._attrib.get(key, default)

    def set(self, key, value, /):
        self._attrib[key] = value

    def keys(self):
        return list(self._attrib)

    def items(self):
        return list(self._attrib.items())

    def iter(self, tag=None):
        return _walk(self, None if tag == '*' else tag)

    def itertext(self):
        return _texts(self)


def _made(tag, attrib):
    e = Element.__new__(Element)
    e.tag = tag
    e._attrib = attrib
    e.text = e.tail = None
    e._children = []
    return e


def _walk(e, tag):
    if tag is None or e.tag == tag:
        yield e
    open_ = [iter(e._children)]
    while open_:
        for e in open_[-1]:
            if tag is None or e.tag == tag:
                yield e
            if e._children:
                open_.append(iter(e._children))
                break
        else:
            open_.pop()


def _texts(e):
    if not isinstance(e.tag, str) and e.tag is not None:
        return
    if e.text:
        yield e.text
    for c in e._children:
        yield from _texts(c)
        if c.tail:
            yield c.tail


def SubElement(*args, **extra):
    if not 2 <= len(args) <= 3:
        raise TypeError('SubElement() takes at %s 2 arguments (%d given)' % ('least', len(args)) if len(args) < 2 else 'SubElement() takes at most 3 arguments (%d given)' % len(args))
    parent = args[0]
    if not isinstance(parent, Element):
        raise TypeError('SubElement() argument 1 must be xml.etree.ElementTree.Element, not %s' % _none_or_type(parent))
    e = _made(args[1], _attributes('SubElement() argument 3', args[2:], extra))
    parent._children.append(e)
    return e


_comment = _instruction = None


def _set_factories(comment_factory, pi_factory, /):
    global _comment, _instruction
    old = _comment, _instruction
    _comment, _instruction = comment_factory, pi_factory
    return old


class TreeBuilder:
    __module__ = 'xml.etree.ElementTree'

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._factory = _made if element_factory is None or element_factory is Element else element_factory
        self._comment_factory = comment_factory or _comment
        self._pi_factory = pi_factory or _instruction
        self.insert_comments = bool(insert_comments)
        self.insert_pis = bool(insert_pis)
        self._open = []
        self._data = []
        # Where text goes: behind the last element, or into it.
        self._last = None
        self._behind = False
        self._root = None
        self._report = {}

    def close(self):
        self._flush()
        return self._root

    def _flush(self):
        if self._data:
            text = ''.join(self._data)
            self._data = []
            e = self._last
            if e is not None:
                if self._behind:
                    e.tail = text if e.tail is None else e.tail + text
                else:
                    e.text = text if e.text is None else e.text + text

    def _event(self, name, value):
        append = self._report.get(name)
        if append is not None:
            append((name, value))

    def data(self, data, /):
        self._data.append(data)

    def start(self, tag, attrs, /):
        if not isinstance(attrs, dict):
            raise TypeError('start() argument 2 must be dict, not %s' % _none_or_type(attrs))
        if self._data:
            self._flush()
        e = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(e)
        elif self._root is None:
            self._root = e
        self._open.append(e)
        self._last = e
        self._behind = False
        if self._report:
            self._event('start', e)
        return e

    def end(self, tag, /):
        if self._data:
            self._flush()
        if not self._open:
            raise IndexError('pop from empty stack')
        self._last = e = self._open.pop()
        self._behind = True
        if self._report:
            self._event('end', e)
        return e

    def _single(self, e, insert, event):
        if insert:
            self._flush()
            if self._open:
                self._open[-1].append(e)
            self._last = e
            self._behind = True
        self._event(event, e)
        return e

    def comment(self, text, /):
        return self._single(self._comment_factory(text), self.insert_comments, 'comment')

    def pi(self, target, text=None, /):
        return self._single(self._pi_factory(target, text), self.insert_pis, 'pi')


class XMLParser:
    __module__ = 'xml.etree.ElementTree'

    def __init__(self, *, target=None, encoding=None):
        self._parser = parser = pyexpat.ParserCreate(encoding, '}')
        self.target = target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = 'Expat %d.%d.%d' % pyexpat.version_info
        self._names = {}
        parser.ordered_attributes = True
        parser.DefaultHandlerExpand = self._default
        parser.StartDoctypeDeclHandler = self._document_type
        for method, name, handler in (('start', 'StartElementHandler', self._start), ('end', 'EndElementHandler', self._end),
                                      ('start_ns', 'StartNamespaceDeclHandler', self._start_ns), ('end_ns', 'EndNamespaceDeclHandler', self._end_ns),
                                      ('data', 'CharacterDataHandler', None), ('comment', 'CommentHandler', None), ('pi', 'ProcessingInstructionHandler', None)):
            found = getattr(target, method, None)
            if found is not None:
                setattr(parser, name, handler or found)

    def _name(self, key):
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = '{' + key if '}' in key else key
        return name

    def _start(self, tag, attrs):
        name = self._name
        attrib = {}
        for i in range(0, len(attrs), 2):
            attrib[name(attrs[i])] = attrs[i + 1]
        return self.target.start(name(tag), attrib)

    def _end(self, tag):
        return self.target.end(self._name(tag))

    def _start_ns(self, prefix, uri):
        return self.target.start_ns(prefix or '', uri or '')

    def _end_ns(self, prefix):
        return self.target.end_ns(prefix or '')

    def _default(self, text):
        if len(text) < 2 or text[0] != '&':
            return
        value = self.entity.get(text[1:-1])
        if value is not None:
            if hasattr(self.target, 'data'):
                self.target.data(value)
            return
        parser = self._parser
        raise self._error('undefined entity ' + text, 11, parser.ErrorLineNumber, parser.ErrorColumnNumber)

    def _document_type(self, name, system, public, has_internal_subset):
        if hasattr(self.target, 'doctype'):
            self.target.doctype(name, public, system)
        elif hasattr(self, 'doctype'):
            warn('The doctype() method of XMLParser is deprecated.  Define doctype() method on the TreeBuilder target.', RuntimeWarning, 3)

    def _error(self, message, code, line, column):
        e = ParseError('%s: line %d, column %d' % (message, line, column))
        e.code = code
        e.position = line, column
        return e

    def _parse(self, data, final):
        failed = None
        try:
            self._parser.Parse(data, final)
        except pyexpat.ExpatError as e:
            failed = e
        if failed is not None:
            raise self._error(pyexpat.ErrorString(failed.code), failed.code, failed.lineno, failed.offset)

    def feed(self, data, /):
        if not isinstance(data, str):
            try:
                data = bytes(memoryview(data))
            except TypeError:
                data = None if data is None else type(data)
            if type(data) is not bytes:
                raise TypeError("a bytes-like object is required, not '%s'" % ('NoneType' if data is None else data.__name__))
        self._parse(data, False)

    def close(self):
        self._parse(b'', True)
        close = getattr(self.target, 'close', None)
        return None if close is None else close()

    def _parse_whole(self, file, /):
        while True:
            data = file.read(65536)
            if not data:
                break
            self.feed(data)
        return self.close()

    def _setevents(self, events_queue, events_to_report=None, /):
        target = self.target
        if not isinstance(target, TreeBuilder):
            raise TypeError('event handling only supported for ElementTree.TreeBuilder targets')
        append = events_queue.append
        report = target._report = {}
        if events_to_report is None:
            report['end'] = append
            return
        for name in events_to_report:
            if not isinstance(name, (str, bytes)):
                raise ValueError('invalid events sequence')
            if name not in ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'):
                raise ValueError("unknown event '%s'" % name)
            report[name] = append
            if name == 'start-ns':
                def start_ns(prefix, uri):
                    append(('start-ns', (prefix or '', uri or '')))
                self._parser.StartNamespaceDeclHandler = start_ns
            elif name == 'end-ns':
                def end_ns(prefix):
                    append(('end-ns', None))
                self._parser.EndNamespaceDeclHandler = end_ns


import _type_names
_type_names.as_c(Element, TreeBuilder, XMLParser)
SubElement = _type_names.builtin('SubElement', SubElement, '_elementtree')
del _type_names
