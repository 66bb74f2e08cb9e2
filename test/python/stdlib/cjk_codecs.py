"""The multi-byte codecs of East Asia: what they map, errors, incremental and stream forms."""
import codecs
import hashlib
import io

ENCODINGS = 'gbk gb18030 hz euc_kr iso2022_kr shift_jis iso2022_jp_1'.split()
SAMPLE = 'abc 中文日本語ひらがなカタカナ한국어각뷁Жé¥~\\か゚ﾊ😀𠀀\n'
CHARS = ''.join(map(chr, [*range(0x80, 0x460, 3), *range(0x2010, 0x2700, 7), *range(0x3000, 0x3400, 5), *range(0x4e00, 0x9fa0, 97), *range(0xac00, 0xd7a0, 131), *range(0xff00, 0xfff0, 3)]))
for e in ENCODINGS:
    every = CHARS.encode(e, 'ignore')
    print(e, len(every), hashlib.md5(every).hexdigest(), len(every.decode(e, 'replace')))
    for errors in ('strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace'):
        try:
            b = SAMPLE.encode(e, errors)
            print('  ', errors, b, ascii(b.decode(e)))
        except UnicodeError as x:
            print('  ', errors, ascii(str(x)))
    for raw in (b'\xff', b'a\x81', b'\xa4\xd4', b'\x8f\xa1', b'\x81\x30\x81', b'\xfe\x39\xfe\x39x', b'\x1b$Bx', b'\x1b(Z', b'~{0', b'~x', b'\xa1\x20\xb0\xa1', b'\x1b$)C\x0e0!\n0!'):
        try:
            print('  ', raw, ascii(raw.decode(e)), end=' ')
        except UnicodeError as x:
            print('  ', raw, x, ascii(raw.decode(e, 'replace')), end=' ')
    print()
    b = SAMPLE.encode(e, 'ignore')
    d = codecs.getincrementaldecoder(e)()
    text = ''.join(d.decode(b[i:i + 1]) for i in range(len(b))) + d.decode(b'', True)
    w = codecs.getincrementalencoder(e)('ignore')
    out = b''.join(w.encode(c) for c in SAMPLE) + w.encode('', True)
    f = io.BytesIO()
    codecs.getwriter(e)(f, 'ignore').write(SAMPLE)
    r = codecs.getreader(e)(io.BytesIO(b + b))
    print('  ', text == b.decode(e), out == b, f.getvalue() == b, ascii(r.read(3)), ascii(r.readline()), len(r.read()))


codecs.register_error('test.bytes', lambda x: (b'<%d>' % x.start, x.end) if isinstance(x, UnicodeEncodeError) else ('<%d>' % x.start, x.end))
print('\xe9中'.encode('gbk', 'test.bytes'), '\xe9😀中'.encode('euc-kr', 'test.bytes'), ascii(b'\xff\xffa'.decode('sjis', 'test.bytes')))
for bad in ('gbk9', 'iso2022_cn'):
    try:
        'a'.encode(bad)
    except LookupError as x:
        print(x)
print(codecs.lookup('GB2312-80').name, codecs.lookup('ms_kanji').name, codecs.lookup('uhc').name, 'x'.encode('mac_roman'))
