"""The elements, the tree builder and the parser of xml.etree.ElementTree, which CPython writes in C: native, but for what other modules of the library do."""

__all__ = ['Element', 'ParseError', 'SubElement', 'TreeBuilder', 'XMLParser']

from _elementtree_native import Element, SubElement, TreeBuilder, XMLParser, _connect, _set_factories
import copy
from xml.etree import ElementPath


class ParseError(SyntaxError):
    __module__ = 'xml.etree.ElementTree'


def _copied(element, memo):
    """A deep copy of an element with tags, texts or children that are no plain ones."""
    deepcopy = copy.deepcopy
    e = element.makeelement(deepcopy(element.tag, memo), deepcopy(element.attrib, memo))
    e.text = deepcopy(element.text, memo)
    e.tail = deepcopy(element.tail, memo)
    e.extend([deepcopy(c, memo) for c in element])
    memo[id(element)] = e
    return e


ParseError = _connect(ElementPath, _copied, ParseError)
