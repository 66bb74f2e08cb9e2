# ElementTree's elements and parser are C in CPython: no truth warning, no extra frames, no attributes of their own, C's words.
import copy, locale, pickle, traceback, warnings
import xml.etree.ElementTree as ET

warnings.simplefilter('always')
e = ET.fromstring('<a k="v" j="w"><b/>t<c><b x="1">u</b></c>v</a>')
print(bool(e), bool(ET.Element('x')), e.keys(), e.items(), ET.Element.__module__, ET.SubElement)
print(copy.deepcopy(e)[1][0].attrib, pickle.loads(pickle.dumps(e)).attrib, copy.copy(e).attrib is e.attrib, list(e.itertext()), [x.tag for x in e.iter()], len(list(e.iter('b'))))


def t(*calls):
    for f in calls:
        try:
            print(f())
        except Exception as x:
            print(type(x).__name__, x, len(traceback.extract_tb(x.__traceback__)))


t(lambda: e.foo, lambda: setattr(e, 'foo', 1), lambda: e.remove(e), lambda: e.append(1), lambda: e.append(), lambda: e.extend([1]), lambda: e.extend(3), lambda: e.insert(0),
  lambda: e.insert(0, 1), lambda: e.insert('x', e), lambda: e.set('a'), lambda: e.get(), lambda: e.iter(1, 2), lambda: e.find(), lambda: e.clear(1), lambda: e[5], lambda: e['x'],
  lambda: e.__setitem__(0, 1), lambda: e.__setitem__('x', e), lambda: e.__delitem__(9), lambda: setattr(e, 'attrib', 3), lambda: delattr(e, 'tag'))
t(lambda: ET.Element(), lambda: ET.Element('a', 5), lambda: ET.Element('a', {}, 6), lambda: ET.SubElement(), lambda: ET.SubElement(e), lambda: ET.SubElement(None, 'a'),
  lambda: ET.SubElement(e, 'a', 3), lambda: ET.SubElement(e, 'a', {'x': '1'}, y='2').attrib, lambda: ET.XMLParser(1), lambda: ET.XMLParser().feed(), lambda: ET.XMLParser().feed(3),
  lambda: ET.TreeBuilder().start('a'), lambda: ET.TreeBuilder().end('a'), lambda: ET.fromstring('<a>'), lambda: ET.fromstring('<a>&nope;</a>'), lambda: ET.fromstring(None),
  lambda: ET.fromstring('<a>]]></a>'), lambda: ET.iterparse('/dev/null', ['x']))
try:
    locale.setlocale(locale.LC_ALL, 'xx_YY')
except locale.Error as x:
    print(x, locale.setlocale(locale.LC_ALL, 'C'))


class Sub(ET.Element):
    pass


x = Sub('q', {'a': '1'}, b='2')
x.new = 3
x.append(ET.Element('z'))
print(ET.tostring(x), x.__dict__)


class Target:
    def start(self, tag, attrs): print('start', tag, attrs)
    def end(self, tag): print('end', tag)
    def data(self, text): print('data', repr(text))
    def comment(self, text): print('comment', text)
    def pi(self, target, data): print('pi', target, data)
    def doctype(self, *a): print('doctype', a)
    def start_ns(self, *a): print('ns', a)
    def end_ns(self, *a): print('/ns', a)
    def close(self): return 'closed'


p = ET.XMLParser(target=Target())
p.entity['q'] = 'quoted'
p.feed('<!DOCTYPE a PUBLIC "-//X" "u"><a xmlns:n="urn:q" n:k="v"><!--c--><?p d?>x &q; &amp;</a>')
print(p.close())
pull = ET.XMLPullParser(['start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'])
pull.feed('<a xmlns="u"><!--c--><?p d?><b>1</b></a>')
for name, what in pull.read_events():
    print(name, what if what is None or type(what) is tuple else what.tag if isinstance(what.tag, str) else what.text)
b = ET.TreeBuilder(insert_comments=True)
b.start('r', {}); b.comment('hey'); b.data('x'); b.data('y'); b.end('r')
print(ET.tostring(b.close()))
