# Levels, formatters, filters, handlers, adapters, configuration; what is wrong with each.
import logging, logging.config, logging.handlers, io, sys, os, tempfile, warnings, re, time
s=io.StringIO()
h=logging.StreamHandler(s)
def plain(v): return re.sub(r'File ".*?([^/"]*\.py)"', r'File "\1"', v)
def show():
    v=s.getvalue(); s.seek(0); s.truncate(); print(v,end='')
h.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s:%(lineno)d:%(funcName)s:%(module)s:%(filename)s:%(levelno)d:%(threadName)s:%(processName)s'))
root=logging.getLogger(); root.addHandler(h); root.setLevel(logging.DEBUG)
def f(): logging.debug('d %s %d','a',1); root.info('i %(x)s',{'x':3}); root.warning('w'); root.error('e',stack_info=False); root.critical('c'); root.log(25,'custom'); root.log(logging.WARN,'x')
f(); show()
logging.addLevelName(25,'NOTICE'); root.log(25,'n'); show(); print(logging.getLevelName(25), logging.getLevelName('NOTICE'), logging.getLevelName(7), logging.getLevelName('zzz'), logging.getLevelNamesMapping())
h.setFormatter(logging.Formatter('%(message)s'))
try: 1/0
except ZeroDivisionError: root.exception('exc'); root.error('e',exc_info=True); root.debug('no',exc_info=sys.exc_info())
v=s.getvalue(); s.seek(0); s.truncate(); print(plain(v))
def g(): root.warning('stack',stack_info=True)
g(); v=s.getvalue(); s.seek(0); s.truncate(); print(plain(v))
a=logging.getLogger('a'); ab=logging.getLogger('a.b'); print(ab.parent is a, a.parent is root, ab.getEffectiveLevel(), ab.isEnabledFor(10), ab, root, a.getChild('c.d').name, ab.hasHandlers(), a.level, repr(h)[:40])
ab.setLevel('ERROR'); ab.warning('no'); ab.error('yes'); a.propagate=False; ab.error('not seen') if 0 else None; show()
print(a.manager.loggerDict.keys()>={'a','a.b'}, logging.getLogger('x.y.z').parent.name)
a.propagate=True
class F(logging.Filter):
    def filter(self,r): r.extra='X'; return 'secret' not in r.getMessage()
h.addFilter(F()); h.setFormatter(logging.Formatter('%(message)s %(extra)s')); root.info('ok'); root.info('secret'); show(); h.filters.clear()
h.addFilter(logging.Filter('a')); h.setFormatter(logging.Formatter('{name}-{message}',style='{')); root.info('r'); a.info('a'); ab.error('b'); logging.getLogger('ab').info('q'); show(); h.filters.clear()
h.addFilter(lambda r: r.levelno>20); root.info('r'); root.error('e'); show(); h.filters.clear()
h.setFormatter(logging.Formatter('$name $message',style='$')); root.info('dollar'); show()
for st,fm in [('%','%(asctime)s'),('{','{asctime}'),('$','${asctime}'),('%','%(msg)z'),('{','{0}'),('{','{a.b}'),('$','$bad-'),('%','none'),('x','y'),('{','{message!x}'),('{','{message:{w}}')]:
    try: fo=logging.Formatter(fm,style=st); print(fm, fo.usesTime())
    except ValueError as e: print(fm,'ValueError',e)
print(logging.Formatter('nothing',validate=False).usesTime())
r=logging.LogRecord('n',20,'/p/f.py',5,'m %s',('a',),None,'fn'); r.created=0; r.msecs=7; print(r, logging.Formatter('%(asctime)s %(msecs)d %(message)s').format(r), logging.Formatter('%(asctime)s',datefmt='%Y/%H').format(r), logging.Formatter().formatTime(r))
fm=logging.Formatter('%(message)s %(foo)s',defaults={'foo':'D'}); print(fm.format(r)); 
logging.Formatter.converter=time.gmtime; print(logging.Formatter('%(asctime)s').format(r)); logging.Formatter.default_msec_format=None; print(logging.Formatter('%(asctime)s').format(r)); logging.Formatter.default_msec_format='%s,%03d'
print(logging.makeLogRecord({'msg':'hi','args':()}).getMessage(), logging.makeLogRecord({'msg':'a %d','args':('x',)}).msg)
ad=logging.LoggerAdapter(root,{'u':1}); h.setFormatter(logging.Formatter('%(message)s %(u)s')); ad.info('adapter'); ad.warning('x',extra={'u':2}); show(); print(ad, ad.isEnabledFor(10), ad.name, ad.getEffectiveLevel())
class Ad(logging.LoggerAdapter):
    def process(self,m,k): return f'[{self.extra["u"]}] {m}',k
h.setFormatter(logging.Formatter('%(message)s')); Ad(root,{'u':'z'}).error('proc'); show()
root.info('ex',extra={'q':1}); show()
try: root.info('x',extra={'message':1})
except KeyError as e: print(e)
logging.disable(logging.WARNING); root.warning('no'); root.error('yes'); show(); logging.disable(logging.NOTSET); print(root.manager.disable)
old=sys.stderr; sys.stderr=e=io.StringIO(); root.info('bad %d','x'); sys.stderr=old; t=e.getvalue(); print('--- Logging error ---' in t, t.strip().split('\n')[-2:], 'TypeError' in t); 
logging.raiseExceptions=False; root.info('bad %d','x'); logging.raiseExceptions=True; show()
for bad in ['foo', 1.5, None]:
    try: root.setLevel(bad)
    except Exception as e: print(type(e).__name__, e)
try: root.log('x','y')
except TypeError as e: print(e)
try: logging.getLogger(5)
except TypeError as e: print(e)
root.warn('dep') if 0 else None
d=tempfile.mkdtemp(); p=os.path.join(d,'l.log')
fh=logging.FileHandler(p,mode='w',encoding='utf-8',delay=True); print(os.path.exists(p)); root.addHandler(fh); root.info('é file'); fh.close(); print(open(p,encoding='utf-8').read(), repr(fh).replace(d,'')); root.removeHandler(fh)
rh=logging.handlers.RotatingFileHandler(p,maxBytes=20,backupCount=2); lg=logging.getLogger('rot'); lg.propagate=False; lg.addHandler(rh)
for i in range(6): lg.info('line %d longer',i)
rh.close(); print(sorted(os.listdir(d)), [open(os.path.join(d,x)).read() for x in sorted(os.listdir(d))])
rh.namer=lambda n: n+'.z'; print(rh.rotation_filename('a'))
th=logging.handlers.TimedRotatingFileHandler(os.path.join(d,'t.log'),when='midnight',backupCount=1,utc=True); print(th.when, th.interval, th.suffix, th.extMatch.pattern); th.close()
for w in ['S','M','H','D','W0','W6']:
    x=logging.handlers.TimedRotatingFileHandler(os.path.join(d,'t2.log'),when=w,interval=2,delay=True); print(w,x.interval,x.suffix); x.close()
try: logging.handlers.TimedRotatingFileHandler(os.path.join(d,'t2.log'),when='X')
except ValueError as e: print(e)
mh=logging.handlers.MemoryHandler(3,flushLevel=logging.ERROR,target=h); m=logging.getLogger('mem'); m.propagate=False; m.addHandler(mh); m.info('1'); m.info('2'); show(); print('--'); m.error('3'); show(); m.info('4'); mh.close(); show()
import queue
q=queue.Queue(); qh=logging.handlers.QueueHandler(q); ql=logging.getLogger('q'); ql.propagate=False; ql.addHandler(qh); ql.info('q %s','a'); r=q.get(); print(r.msg, r.args, r.message)
bh=logging.handlers.BufferingHandler(2); bh.emit(r); print(len(bh.buffer), bh.shouldFlush(r)); bh.flush(); print(bh.buffer)
wh=logging.handlers.WatchedFileHandler(os.path.join(d,'w.log')); wh.emit(r); wh.close(); print(open(os.path.join(d,'w.log')).read())
nh=logging.NullHandler(); print(nh.handle(r), nh.emit(r), repr(nh)); print(logging.lastResort)
logging.config.dictConfig({'version':1,'disable_existing_loggers':True,'formatters':{'f':{'format':'%(levelname)s|%(message)s','datefmt':'%H'},'g':{'()':'logging.Formatter','fmt':'G %(message)s'}},'filters':{'flt':{'name':'app'}},'handlers':{'c':{'class':'logging.StreamHandler','formatter':'f','level':'INFO','stream':'ext://sys.stdout','filters':['flt']},'d':{'class':'logging.StreamHandler','formatter':'g','stream':'ext://sys.stdout'}},'loggers':{'app':{'handlers':['c'],'level':'DEBUG','propagate':False},'app.sub':{'handlers':['d'],'level':'WARNING'}},'root':{'handlers':['d'],'level':'ERROR'}})
ap=logging.getLogger('app'); ap.debug('no'); ap.info('cfg'); logging.getLogger('app.sub').warning('sub'); logging.getLogger('other').error('root'); print(a.disabled)
for c in [{},{'version':2},{'version':1,'handlers':{'x':{'class':'nope.Nope'}}},{'version':1,'root':{'handlers':['zz']}},{'version':1,'formatters':{'f':{'format':'{','style':'{'}}},{'version':1,'handlers':{'x':{'class':'logging.StreamHandler','formatter':'none'}}},{'version':1,'loggers':{'l':{'level':'BAD'}}}]:
    try: logging.config.dictConfig(c); print('ok')
    except Exception as e: print(type(e).__name__, e, '|', repr(e.__cause__))
ini=io.StringIO('[loggers]\nkeys=root,p\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nlevel=DEBUG\nhandlers=h\n[logger_p]\nlevel=INFO\nhandlers=h\nqualname=p.q\npropagate=0\n[handler_h]\nclass=StreamHandler\nargs=(sys.stdout,)\nformatter=f\nlevel=NOTSET\n[formatter_f]\nformat=INI %(name)s %(message)s\n')
logging.config.fileConfig(ini,disable_existing_loggers=False); logging.getLogger('p.q').info('fc'); logging.getLogger().debug('rt')
root.handlers.clear(); logging.basicConfig(format='%(levelname)s-%(message)s',level='INFO',stream=sys.stdout,force=True); logging.info('bc'); logging.debug('no'); logging.basicConfig(level=10); logging.debug('still no')
for kw in [dict(stream=sys.stdout,filename='x'),dict(foo=1),dict(style='q'),dict(stream=1,handlers=[])]:
    try: logging.basicConfig(force=True,**kw)
    except ValueError as e: print(e)
o2=io.StringIO(); logging.basicConfig(force=True,stream=o2,format='{message}',style='{',datefmt='x'); logging.captureWarnings(True); warnings.warn('captured'); logging.captureWarnings(False); warnings.resetwarnings(); print(o2.getvalue().split(': ',1)[1].splitlines()[0])
class L(logging.Logger):
    def mine(self): return 'mine'
logging.setLoggerClass(L); print(logging.getLogger('custom').mine(), logging.getLoggerClass()); 
try: logging.setLoggerClass(int)
except TypeError as e: print(e)
logging.setLogRecordFactory(lambda *a,**k: logging.LogRecord(*a,**k)); print(callable(logging.getLogRecordFactory()))
def outer():
    def log(): logging.getLogger('sl').warning('%s','x',stacklevel=2)
    log()
logging.basicConfig(force=True,stream=sys.stdout,format='%(funcName)s %(message)s'); outer()
import pickle; print(pickle.loads(pickle.dumps(logging.getLogger('app'))) is logging.getLogger('app'))
print(logging.getHandlerByName('c') if hasattr(logging,'getHandlerByName') else '', logging.StrFormatStyle.default_format, logging.BufferingFormatter().format([r]), logging._nameToLevel['WARN'])
logging.shutdown()
