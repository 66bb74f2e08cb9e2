import codecs
def t(f, *a, **k):
    try: print(ascii(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
codecs.register_error('q', lambda e: ('?<%s %d %d>' % (e.encoding, e.start, e.end), e.end))
codecs.register_error('b', lambda e: (b'??', e.end))
for enc in 'ascii latin-1 utf-8 utf-16 utf-16-be utf-32 utf-8-sig cp1252 cp437'.split():
    for h in ['q', 'b', 'replace', 'nope', 'surrogateescape', 'surrogatepass', 'namereplace', 'xmlcharrefreplace', 'backslashreplace','ignore']:
        print(enc, h)
        t('a\udc80b\ud800\udfffc\u20ac'.encode, enc, h)
        t(b'\xff\xfea\x80\xd8\x00\xd8\xff\xff\\ud'.decode, enc, h)
        t(b'a\xff\xed\xa0\x80\\x'.decode, enc, h)
        t(b'+\xff+2\xff+2AA-\xff'.decode, enc, h)

for enc in ['charmap', 'idna', 'punycode', 'rot13', 'hex', 'nosuch', 'a\0b', '', 'cp1252']:
    t(bytes, 'abc', enc); t(bytearray, 'abc', enc); t('a\xff\ud800'.encode, enc, 'nope'); t(str, b'abc', enc, 'nope'); t(codecs.encode, 'a\u1234', enc)
t(codecs.lookup_error, 'foo'); t(codecs.lookup_error, 5); t(codecs.register_error, 5, len)
for answer in 5, (5, 5), ('x', 'y'), ('x', 100), ('x', -100), ('\u1234', 1), (b'\x12', 1):
    codecs.register_error('mine', lambda e: answer)
    t('\xff'.encode, 'ascii', 'mine'); t(b'\xff'.decode, 'ascii', 'mine')
