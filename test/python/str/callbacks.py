class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class E:
    def __index__(self): raise KeyError('boom')
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
def gen(*a):
    for x in a: yield x
t(lambda: ','.join(gen('a', 'b😀', '\ud83d', '\ude00'))); t(lambda: ','.join(gen('a', 1))); t(lambda: ''.join(map(str, range(12)))); t(lambda: '\ud83d'.join(['', '\ude00'])); t(lambda: len('\ud83d' + '\ude00')); t(lambda: len('\ud83d\ude00' if 0 else '😀'))
t(lambda: 'abc'.center(I(7), '*')); t(lambda: 'abcabc'.find('c', I(3))); t(lambda: 'abcabc'.find('c', I(-9), I(3))); t(lambda: 'a-b-c'.split('-', I(1))); t(lambda: 'aaa'.replace('a', 'b', I(2))); t(lambda: 'abc'.zfill(I(5))); t(lambda: 'a\tb'.expandtabs(I(3))); t(lambda: 'abc'.center(E())); t(lambda: 'abc'.find('a', E())); t(lambda: 'abc'[I(1)]); t(lambda: 'abc'[I(-1):]); t(lambda: 'abcdef'[::I(2)]); t(lambda: 'abc'[E()]); t(lambda: 'abc'['x']); t(lambda: 'abc'[1.0]); t(lambda: 'abc'[5]); t(lambda: 'a😀c'[1]); t(lambda: 'a😀c'[::-1]); t(lambda: 'a😀c'[1:]); t(lambda: 'abc'.splitlines(I(1)))
t(lambda: list('a😀b')); t(lambda: [c for c in 'xy😀']); t(lambda: max('a😀b')); t(lambda: sorted('b😀a\uffff')); t(lambda: '😀' > '\uffff'); t(lambda: '\U00010000' < '\ue000'); t(lambda: len('a😀b')); t(lambda: 'a😀b'.index('b')); t(lambda: '😀' in 'a😀b'); t(lambda: '\ud83d' in '😀'); t(lambda: 'x😀y😀z'.split('😀')); t(lambda: 'a😀b'.replace('😀', '')); t(lambda: 'a😀b'.encode()); t(lambda: ord('😀')); t(lambda: chr(0x1f600)); t(lambda: chr(0xd800)); t(lambda: ascii('é😀\n')); t(lambda: {'😀': 1}['😀']); t(lambda: hash('😀') == hash(chr(0x1f600))); t(lambda: 'a😀'.center(6, '😀')); t(lambda: '%s' % '😀' + '{}'.format('😀')); t(lambda: f'{"😀":>4}|')
it = iter('a😀c'); t(lambda: type(it).__name__); t(lambda: it.__length_hint__()); t(lambda: next(it)); t(lambda: next(it)); t(lambda: it.__reduce__()[1:]); it.__setstate__(0); t(lambda: list(it)); t(lambda: next(it, 'end')); t(lambda: type(iter('abc')).__name__)
t(lambda: 'a' + 1); t(lambda: 1 + 'a'); t(lambda: 'a' < 1); t(lambda: 'a' == 1); t(lambda: 1 in 'a'); t(lambda: 'a' - 'b'); t(lambda: 'a' * 'b'); t(lambda: 'a'.foo); t(lambda: 'abc'.startswith(('x', 'a'))); t(lambda: 'abc'.startswith('b', I(1))); t(lambda: 'abc'.startswith(['a'])); t(lambda: 'a,b'.split(sep=',', maxsplit=1)); t(lambda: 'a b'.split(None)); t(lambda: 'a'.split(foo=1)); t(lambda: 'a'.encode(encoding='utf-16-le', errors='strict')); t(lambda: 'a'.upper(1)); t(lambda: str.upper()); t(lambda: str.upper(1)); t(lambda: str.join(',', 'abc')); t(lambda: 'abc'.count('')); t(lambda: 'abc'.rindex('z')); t(lambda: 'x'.join('abc', 'd')); t(lambda: 'abc'.isidentifier()); t(lambda: 'ǆ'.title()); t(lambda: 'ΑΣ ΑΣΑ'.lower()); t(lambda: 'straße'.upper()); t(lambda: 'ﬁ'.capitalize()); t(lambda: 'İ'.lower()); t(lambda: 'ß'.casefold() == 'SS'.casefold())
t(lambda: str(b'caf\xc3\xa9', 'utf-8')); t(lambda: str(b'x', errors='ignore')); t(lambda: str(object=b'x')); t(lambda: b'\xff'.decode()); t(lambda: b'\xff\xfea\x00'.decode('utf-16')); t(lambda: '\udc80'.encode('utf-8', 'surrogateescape')); t(lambda: b'\x80'.decode('utf-8', 'surrogateescape')); t(lambda: 'é'.encode('ascii', 'xmlcharrefreplace')); t(lambda: 'é'.encode('ascii')); t(lambda: 'a\ud800é'.encode('cp1252', 'backslashreplace')); t(lambda: '\x81'.encode('cp1252')); t(lambda: b'\x81'.decode('cp1252')); t(lambda: 'é'.encode('rot')); t(lambda: 'é'.encode('ascii', 'nope'))
try:
    'aé€b'.encode('ascii')
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e)
try:
    b'ab\xe2\x82'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e, sep='|')
class K(str):
    def __eq__(self, o): return 'eq'
    def __hash__(self): return 1
t(lambda: K('a') == 'a'); t(lambda: 'a' == K('a')); t(lambda: K('a') != 'a'); t(lambda: hash(K('a')))
class LS(str):
    def __len__(self): return 99
    def __getitem__(self, i): return 'gi%r' % (i,)
    def __iter__(self): return iter([1, 2])
    def __contains__(self, x): return True
t(lambda: len(LS('ab'))); t(lambda: LS('ab')[0]); t(lambda: list(LS('ab'))); t(lambda: 'z' in LS('ab')); t(lambda: '-'.join(LS('ab'))); t(lambda: LS('ab') + 'c'); t(lambda: LS('ab').upper())
