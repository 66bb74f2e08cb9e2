import csv,_csv,io
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
for kw in (dict(delimiter=''),dict(delimiter='ab'),dict(delimiter=1),dict(delimiter=None),dict(quotechar='aa'),dict(quotechar=1),dict(quotechar=None),dict(quotechar=None,quoting=csv.QUOTE_NONE),dict(escapechar='xx'),dict(lineterminator=1),dict(lineterminator=None),dict(quoting=9),dict(quoting='x'),dict(quoting=None),dict(foo=1),dict(strict=2),dict(delimiter='\n'),dict(skipinitialspace=[])):
    t(lambda: {k:getattr(csv.reader([],**kw).dialect,k) for k in ('delimiter','doublequote','escapechar','lineterminator','quotechar','quoting','skipinitialspace','strict')})
t(lambda: csv.reader([], 'nope')); t(lambda: csv.get_dialect('nope')); t(lambda: csv.unregister_dialect('x')); t(lambda: csv.register_dialect(1)); t(lambda: csv.register_dialect('a', 1))
t(lambda: list(csv.reader([1]))); t(lambda: list(csv.reader([b'ab']))); t(lambda: list(csv.reader(['a"b','"a"b'],strict=True))); t(lambda: list(csv.reader(['"abc'],strict=True))); t(lambda: list(csv.reader(['"abc'])));t(lambda: list(csv.reader(['a\nb'])));t(lambda: list(csv.reader(['a\rb'])));t(lambda: list(csv.reader(['a\x00b'])))
t(lambda: csv.writer(1)); 
def w(row,**kw):
    s=io.StringIO(); csv.writer(s,**kw).writerow(row); return s.getvalue()
for row,kw in ((['a',1,2.5,None,'x,y','q"q','\n','\r',' '],{}),([''],{}),([],{}),(['a'],dict(quoting=1)),([1,'a',2.5,None],dict(quoting=2)),(['a,b'],dict(quoting=3)),(['a,b','c"d','e\nf'],dict(quoting=3,escapechar='\\')),([''],dict(quoting=3)),(['a"b'],dict(doublequote=False)),(['a"b'],dict(doublequote=False,escapechar='\\')),(5,{}),(['a\\b'],dict(escapechar='\\')),([' a'],{}),((),dict(quoting=1)),([None],{}),(['a"b', 'c'],dict(quotechar="'")),([' a'],dict(delimiter=' ', skipinitialspace=True)),(['x;y'],dict(lineterminator=';;'))):
    t(lambda: w(row,**kw))
t(lambda: _csv.field_size_limit()); t(lambda: _csv.field_size_limit('a')); t(lambda: csv.reader()); t(lambda: csv.reader(1)); 
t(lambda: list(csv.reader(['1,"2",x'],quoting=csv.QUOTE_NONNUMERIC))); t(lambda: list(csv.reader(['a, "b" , c'],skipinitialspace=True))); t(lambda: list(csv.reader(['a\\,b,"c\\"d"'],escapechar='\\')));t(lambda: list(csv.reader(['"a','b"','c'])));t(lambda:_csv.__version__)
t(lambda: list(csv.reader(['a'*200000])))
class D: delimiter=';'
t(lambda: list(csv.reader(['a;b,c'],D)));t(lambda: list(csv.reader(['a;b,c'],D(),delimiter=',')))
t(lambda: list(csv.reader(['','a',' ','\n'])))
t(lambda: list(csv.reader(["'a''b', 'c'"],quotechar="'")))
t(lambda: list(csv.DictReader(io.StringIO('a,b\n1,2\n3,"4\n5"\n'))))
def gen():
    yield 'a,b'
    yield '"x'
    yield 'y",z'
t(lambda: list(csv.reader(gen())))
class F:
    def __str__(self): return 'F,F'
s=io.StringIO(); d=csv.DictWriter(s, ['p','q']); d.writeheader(); d.writerows({'p':i,'q':F()} for i in range(2)); t(s.getvalue)
t(lambda: csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter); t(csv.list_dialects)
class E(csv.excel): delimiter='|'
csv.register_dialect('e', E); t(lambda: w(['a','b|c'],dialect='e'))
