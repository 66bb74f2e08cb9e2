import unicodedata as u, hashlib
print("\N{LATIN SMALL LETTER A}\N{GREEK SMALL LETTER ALPHA}\N{line feed}".encode(), '\u20ac'.encode('ascii','namereplace'), b'\\N{EURO SIGN}'.decode('unicode_escape'))
h=hashlib.sha1()
for c in range(0,0x110000,331):
    c=chr(c)
    h.update(repr((u.name(c,None),u.category(c),u.bidirectional(c),u.combining(c),u.east_asian_width(c),u.mirrored(c),u.decomposition(c),u.decimal(c,None),u.digit(c,None),u.numeric(c,None),u.ucd_3_2_0.category(c))).encode())
print(h.hexdigest())
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: u.name(1), lambda: u.name('ab'), lambda: u.name('\n'), lambda: u.decimal('x'), lambda: u.digit('x'), lambda: u.numeric('x'), lambda: u.lookup('foo'), lambda: u.lookup('x'*300), lambda: u.lookup(1), lambda: u.normalize('X','a'), lambda:u.normalize(1,'a'), lambda:u.normalize('NFC',1), lambda:u.is_normalized('X','a'), lambda: u.category(''), lambda:u.name(), lambda:u.name('a','b','c'), lambda: u.decimal('x','d'), lambda:u.lookup('KATAKANA LETTER AINU P'), lambda:u.lookup(b'LATIN SMALL LETTER A'),  lambda:u.UCD, lambda:u.ucd_3_2_0.unidata_version, lambda: type(u.ucd_3_2_0)(), lambda: u.lookup('Hangul syllable Gag'), lambda:u.lookup('CJK UNIFIED IDEOGRAPH-4E00'), lambda: u.normalize('NFD','\xe9\u1e9b\u0323'), lambda: eval(r'"\N{foo}"'), lambda: u.unidata_version):
    t(f)
