"""What _csv, _json, unicodedata and zlib say of wrong arguments."""
import _csv
import _json
import csv
import io
import json
import unicodedata
import zlib

CASES = '''unicodedata.lookup('\\ud800')|unicodedata.name(None)|unicodedata.decimal('ab')|unicodedata.normalize(None, 1)|unicodedata.ucd_3_2_0.normalize(None, 1)|unicodedata.ucd_3_2_0.name('ab')|unicodedata.lookup(None)
_csv.reader(None, 'abc')|_csv.writer(1, 'abc')|_csv.writer(bogus=1)|_csv.register_dialect()|_csv.register_dialect(1, 2, 3)|_csv.get_dialect([])|_csv.unregister_dialect({})|_csv.get_dialect('abc')
_csv.field_size_limit(2 ** 70)|_csv.field_size_limit(True)|_csv.field_size_limit('a')|_csv.Dialect(None, 1)|_csv.Dialect(None, ';').delimiter|_csv.Dialect(None, ';', True, None, 'x', '"', 3).quoting
csv.reader([], quoting=True)|csv.reader([], quoting=2 ** 70)|csv.reader([], quoting=9)|csv.reader([], delimiter='ab')|csv.reader([], quotechar=None, quoting=1)|setattr(_csv.Dialect(), 'delimiter', 1)|setattr(_csv.Dialect(), 'strict', 1)
_json.scanstring(None, 1.5)|_json.scanstring('a', 2 ** 70)|_json.scanstring(1, 0)|_json.make_scanner(json.JSONDecoder())('a', None)|_json.make_scanner(json.JSONDecoder())(None, 0)|_json.make_scanner(json.JSONDecoder())('1', 2 ** 70)|_json.encode_basestring(1)
zlib.compressobj(strategy=9)|zlib.compressobj(level=10)|zlib.compressobj(wbits=99)|zlib.compressobj(zdict=1)|zlib.decompressobj(wbits=99)|zlib.decompressobj(zdict=1)|zlib.crc32('a')|zlib.decompress(b'x' * 20)|zlib.compress(b'', 10)'''
for code in CASES.replace('\n', '|').split('|'):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
