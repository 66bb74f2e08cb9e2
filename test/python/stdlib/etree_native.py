"""xml.etree.ElementTree as its C parts behave: elements, searches, builders, parsers, events."""
import copy
import io
import pickle
import xml.etree.ElementTree as ET
from xml.dom import minidom
import xml.sax


def shown(e):
    return (e.tag if isinstance(e.tag, str) else e.tag.__name__, dict(e.attrib), e.text, e.tail, [shown(c) for c in e])


SOURCE = '<r a="1" xmlns:p="u">x<!-- c --><p:i p:k="v">y</p:i>z<?go now?><i/>\U0001f600<b><i>deep</i></b>&#65;</r>'
r = ET.fromstring(SOURCE)
print(shown(r), ET.tostring(r), list(r.itertext()), [e.tag for e in r.iter()], [e.text for e in r.iter('i')])
print(r.find('i').tag, r.find('b/i').text, r.findtext('i'), r.findtext('none', 7), r.findtext('{u}i'), r.findall('i') == [r[1]], r.findall('.//i')[1].text, list(r.iterfind('*'))[2].tag)
print(r.find('{*}i').tag, r.find('p:i', {'p': 'u'}).text, r.find(''), r.get('a'), r.get('b', 2), r.keys(), r.items(), len(r), bool(r.find('b')))
c = copy.deepcopy(r)
s = copy.copy(r)
d = pickle.loads(pickle.dumps(r))
print(shown(c) == shown(r) == shown(d), c[0] is r[0], s[0] is r[0], s.attrib is r.attrib)
e = ET.Element('q', {'a': '1'}, b='2')
e.extend([ET.Element(n) for n in 'abc'])
e.insert(1, ET.Element('n'))
e[0:2] = [ET.Element('z')]
del e[-1]
e.remove(e[0])
print(shown(e), e[-1].tag, [x.tag for x in e[::-1]], repr(e).split(' at ')[0])
for code in '''ET.Element()|ET.Element('a', 1)|ET.Element('a', attrib=3)|ET.SubElement(1, 2)|ET.SubElement(e)|ET.SubElement(e, 'x', 3)|e.append(1)|e.append(None)|e.extend(1)|e.extend([1])
e.insert('a', e)|e.insert(1, 1)|e.remove(1)|e.remove(ET.Element('q'))|e['a']|e[10]|e.__setitem__(10, e)|e.__setitem__(0, 1)|e.__setitem__(slice(0, 1), 1)|e.__setitem__(slice(0, 1), [1])
e.__setitem__(slice(None, None, 2), [e, e, e])|e.__delitem__('a')|e.__delitem__(10)|delattr(e, 'tag')|setattr(e, 'attrib', 1)|setattr(e, 'x', 1)|e.find(1)|e.find()|e.makeelement(1, 2)|e.__setstate__(1)
e.__deepcopy__(1)|ET.TreeBuilder().start('a', 1)|ET.TreeBuilder().end('a')|ET.TreeBuilder(1, 2)|ET.XMLParser(1)|ET.XMLParser(encoding=3)|ET.XMLParser().feed(1)|ET.XMLParser().close()
ET.fromstring('<a>&nope;</a>')|ET.fromstring('<a></b>')|ET.fromstring(b'<a>\\xff</a>')|ET.fromstring('<a/>x')|ET.fromstring('<?xml version="1.0" encoding="none"?><a/>'.encode())'''.replace('\n', '|').split('|'):
    try:
        print(code, eval(code))
    except Exception as x:
        print(code, type(x).__name__, x, getattr(x, 'code', ''), getattr(x, 'position', ''))


class Path(str):
    def __eq__(self, other):
        print('eq', other)
        return other == 'b'

    __hash__ = str.__hash__


print(r.find(Path('zz')).tag, [x.tag for x in r.findall(Path('zz'))])
b = ET.TreeBuilder(insert_comments=True, insert_pis=True)
print(shown(ET.fromstring(SOURCE, ET.XMLParser(target=b))))
b = ET.TreeBuilder(element_factory=lambda tag, attrib: ET.Element(tag.upper(), attrib), comment_factory=lambda text: ET.Element('note', n=text), insert_comments=True)
print(shown(ET.fromstring(SOURCE, ET.XMLParser(target=b))))


class Target:
    def __getattr__(self, name):
        if name.startswith('_') or name == 'pi':
            raise AttributeError(name)
        return lambda *args: print(' ', name, args) or name


print(ET.fromstring('<!DOCTYPE r PUBLIC "p" "s">' + SOURCE, ET.XMLParser(target=Target())))
p = ET.XMLParser()
p.entity['nope'] = 'known'
p.feed('<!DOCTYPE a SYSTEM "x"><a>&nope;')
p.feed('</a>')
print(shown(p.close()), p.version[:5])
for event, x in ET.iterparse(io.BytesIO(SOURCE.encode()), ['start', 'end', 'comment', 'pi', 'start-ns', 'end-ns']):
    print(event, x if x is None or isinstance(x, tuple) else x.text)
q = ET.XMLPullParser(['end'])
for i in range(0, len(SOURCE), 9):
    q.feed(SOURCE[i:i + 9])
print([(event, x.tag) for event, x in q.read_events()])
print(shown(ET.parse(io.StringIO('<a>\xe9</a>')).getroot()), shown(ET.parse(io.BytesIO('<a>\xe9</a>'.encode('utf-16'))).getroot()))
print(minidom.parseString(SOURCE).toxml())


class Handler(xml.sax.ContentHandler):
    def startElementNS(self, name, qname, attrs):
        print(name, qname, dict(attrs.items()), self.place.getLineNumber(), self.place.getColumnNumber())

    def setDocumentLocator(self, place):
        self.place = place


reader = xml.sax.make_parser()
reader.setFeature(xml.sax.handler.feature_namespaces, True)
reader.setContentHandler(Handler())
reader.parse(io.BytesIO(SOURCE.encode()))
try:
    xml.sax.parseString('<a>\n<b></a>', xml.sax.ContentHandler())
except xml.sax.SAXParseException as x:
    print(x, x.getLineNumber(), x.getColumnNumber())
