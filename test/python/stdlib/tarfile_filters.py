# Filters of what tarfile extracts: names, links, modes; callables; what is refused.
import tarfile, io, os, tempfile
d=tempfile.mkdtemp(); os.chdir(d)
def make(*items):
    b=io.BytesIO()
    with tarfile.open(fileobj=b,mode='w') as t:
        for name,kw in items:
            ti=tarfile.TarInfo(name); data=kw.pop('data',b'x'); 
            for k,v in kw.items(): setattr(ti,k,v)
            if ti.isreg(): ti.size=len(data); t.addfile(ti,io.BytesIO(data))
            else: t.addfile(ti)
    b.seek(0); return b
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, str(e).replace(os.path.realpath(d),'D'))
n=0
for items in [[('a.txt',{'mode':0o777}),('d',{'type':tarfile.DIRTYPE,'mode':0o755}),('d/b',{})],[('/abs',{})],[('../up',{})],[('l',{'type':tarfile.SYMTYPE,'linkname':'/etc/passwd'})],[('l',{'type':tarfile.SYMTYPE,'linkname':'../y'})],[('ok',{}),('h',{'type':tarfile.LNKTYPE,'linkname':'ok'})]]:
    for flt in ['data','tar','nope',lambda m,p: None if m.name.startswith('a') else m.replace(name='renamed_'+m.name.replace('/','_'),deep=False), None]:
        if flt in (None,) and items[0][0] in ('/abs','../up','f','l'): continue
        if not isinstance(flt,str) and flt and items[0][0] in ('f','l'): continue
        n+=1; o=os.path.join(d,'o%d'%n); os.mkdir(o)
        with tarfile.open(fileobj=make(*[(a,dict(b)) for a,b in items])) as tf:
            t(tf.extractall,o,filter=flt)
        print(items[0][0], flt if isinstance(flt,str) or flt is None else 'fn', sorted((r.replace(o,''),sorted(ds),sorted(fs)) for r,ds,fs in os.walk(o)), [oct(os.stat(os.path.join(o,f)).st_mode&0o777) for f in sorted(os.listdir(o)) if os.path.isfile(os.path.join(o,f))])
print(sorted(x for x in dir(tarfile) if x.endswith('filter') or x.endswith('Error')), tarfile.TarFile.extraction_filter)
with tarfile.open(fileobj=make(('q',{}))) as tf: t(tf.extract,'q','o1',filter='data'); t(tf.extract,'zz')
import xml.etree.ElementTree as ET
e=ET.Element('a',b='1',c='2'); print(e.keys(), e.items())
