"""Streams that are cut, changed, followed by more, given in pieces with limits and dictionaries: what zlib gives, keeps and says."""
import random
import zlib

rng=random.Random(11)
def show(f,*a,**k):
    try: r=f(*a,**k); return r if len(r)<60 else (len(r),hash_(r))
    except Exception as e: return type(e).__name__+': '+str(e)
def hash_(b): return zlib.crc32(b)
for it in range(25):
    n=rng.choice([0,1,5,100,1000,5000])
    data=bytes(rng.choice([rng.randrange(256),97,98]) for _ in range(n)) if rng.random()<.7 else b'abc'*n
    wbits=rng.choice([15,15,9,-15,-9,31,25,12,47,0,8,-8,14])
    cw=wbits if wbits not in(47,0,8,-8) else {47:rng.choice([15,31]),0:15,8:9,-8:-9}[wbits]
    zd=rng.choice([None,None,b'abcabcabc'+data[:10]]) if cw<16 else None
    c=zlib.compressobj(rng.randrange(-1,10),8,cw,zdict=zd) if zd else zlib.compressobj(rng.randrange(-1,10),8,cw)
    z=c.compress(data)+c.flush()
    mode=rng.randrange(6)
    if mode==1: z=z[:rng.randrange(len(z)+1)]
    if mode==2:
        b=bytearray(z); 
        if b: b[rng.randrange(len(b))]^=1<<rng.randrange(8)
        z=bytes(b)
    if mode==3: z+=b'trailing'
    print(it,wbits,cw,mode,show(zlib.decompress,z,wbits))
    for zz in ((zd,None) if zd else (None,)):
        try: d=zlib.decompressobj(wbits,zdict=zz) if zz else zlib.decompressobj(wbits)
        except Exception as e: print('init',type(e).__name__,e); continue
        buf=z; k=0
        mx=rng.choice([0,0,1,7,100,2000])
        while k<30:
            k+=1
            step=rng.choice([10,100,1000,100000])
            part,buf=buf[:step],buf[step:]
            r=show(d.decompress,d.unconsumed_tail+part,mx)
            print('  ',step,mx,r,len(d.unconsumed_tail),d.unused_data[:20],d.eof)
            if isinstance(r,str): break
            if rng.random()<.1: d=d.copy()
            if not buf and not d.unconsumed_tail: break
        print('  fl',show(d.flush),len(d.unconsumed_tail),d.unused_data[:20],d.eof)
        if rng.random()<.3: print('  again',show(d.decompress,b'more'),d.unused_data[-6:],d.eof,len(d.unconsumed_tail))
for w in (-16,-7,7,16,23,32,39,48,1,5): print(w,show(zlib.decompress,zlib.compress(b'x'),w)); 
for w in (-16,-7,7,16,23,32,39,48,1,5):
    try: zlib.decompressobj(w); print('ok')
    except Exception as e: print(w,e)
