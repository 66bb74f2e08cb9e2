import zlib, binascii, random, base64
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
random.seed(1)
for n in (0,1,200):
    for data in (bytes(n), bytes(random.randrange(256) for _ in range(n)), bytes(random.choice(b'abcde ') for _ in range(n))):
        for l in (0,1,6,9):
            for w in (15,-15,31):
                c=zlib.compress(data,l,w)
                assert zlib.decompress(c,w)==data,(n,l,w)
        d=zlib.decompressobj(); out=b''
        c=zlib.compress(data)+b'tail'
        for i in range(0,len(c),7): out+=d.decompress(c[i:i+7])
        assert out==data and d.eof and len(d.unused_data)<=4, (out==data,d.eof,d.unused_data)
        d=zlib.decompressobj(); out=d.decompress(c,100)
        while not d.eof and (d.unconsumed_tail or len(out)<len(data)): 
            x=d.decompress(d.unconsumed_tail,1000); out+=x
        assert out==data
import sys
t(lambda: zlib.decompress(b'abc')); t(lambda: zlib.decompress(zlib.compress(b'hello')[:-2])); t(lambda: zlib.decompress(b'x\x9c'+b'\xff'*10)); t(lambda: zlib.compress('a')); t(lambda: zlib.compress(b'',10))
t(lambda: zlib.adler32(b'hello')); t(lambda: zlib.crc32(b'hello', 5)); t(lambda: zlib.decompress(bytes.fromhex('789ccb48cdc9c95728cf2fca49010019ab0447')[:16]))
c=zlib.compressobj(zdict=b'hello world'); x=c.compress(b'hello world hello')+c.flush(); t(lambda: zlib.decompressobj(zdict=b'hello world').decompress(x)); t(lambda: zlib.decompress(x))
for s in (b'',b'a',b'ab',b'abc',bytes(range(256))): t(lambda: (binascii.b2a_base64(s), binascii.hexlify(s), binascii.b2a_qp(s), binascii.b2a_uu(s[:45]), binascii.crc_hqx(s,1)))
for s in ('YQ==','YQ=','YQ','Y','YWI=x','=YQ','Y Q\n=\n=','YWJj','!!'): t(lambda: binascii.a2b_base64(s)); t(lambda: binascii.a2b_base64(s,strict_mode=True))
t(lambda: binascii.unhexlify('abc')); t(lambda: binascii.unhexlify('zz')); t(lambda: binascii.unhexlify('é')); t(lambda: binascii.hexlify(b'abcdef','-',2)); t(lambda: binascii.hexlify(b'abcde',b':',-2)); t(lambda: binascii.a2b_uu(binascii.b2a_uu(b'hello world'))); t(lambda: binascii.a2b_qp(b'a=3Db=\nc_', header=True)); t(lambda: binascii.b2a_qp(b'a b\tc =\n'*20)); t(lambda: binascii.a2b_hex(1)); t(lambda: binascii.a2b_base64(1)); t(lambda: binascii.Error.__mro__)
t(lambda: base64.b32encode(b'hello')); t(lambda: base64.b85encode(b'hello')); t(lambda: base64.a85encode(b'hello')); t(lambda: base64.urlsafe_b64decode('-_-_')); t(lambda: base64.b64decode('YQ=', validate=True))
