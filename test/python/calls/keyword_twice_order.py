# A keyword given twice is found when its mapping is merged: before what stands behind it is looked at.
def f(*a, **k): return a, k
class M:
    def keys(self): print('keys'); return ['b','q']
    def __getitem__(self, k): print('get', k); return 1
class Bad:
    def keys(self): 1/0
z=[1]
def p(n, v=None): print('eval', n); return v
for src in ['f(b=3, **{"b": 5}, **z)','f(b=3, **z, **{"b": 5})','f(**{"b":1}, **{"b":5}, **z)','f(b=3, **M())','f(**M(), **M())','f(b=p("b"), **p("m", {"b":1}), c=p("c"))','f(**p("m", {"b":1}), c=p("c"), **p("n", {"c":1}), d=p("d"))','f(*p("s",5), **p("m", 7))','f(**p("m",7), d=p("d"))','f(**p("m",{1:2}), d=p("d"), **p("n", {"d":3}))','f(**{1:2}, **{1:3})','f(**{1:2})','f(**Bad())','f(b=1, **Bad())','f(**p("a",{"x":1}), **p("b",Bad()), x=p("c"))','f(*[1], b=2, **{"b":3})','f(*z, *p("n", None), b=p("b"))','f(1, *p("n", None), b=p("b"), **p("k"))','f(b=p("b",1), **p("k"), **p("l"))','f(a=1, b=2, **{"c":3}, d=4, **{"a":5})','f.x(b=1, **{"b":2})','M().nope(**{"b":2})','print(**{"b":2})','print(b=3, **{"b":2})','"".join(b=3, **{"b":2})','int(**{"b":2})','int(b=3,**{"b":2})','M(b=3,**{"b":2})','(lambda **k:k)(b=3,**{"b":2})','f(b=3, **None)','f(**None)','f(*None)','f(*5, b=p("b"))','M().keys(*5)','len(*5)','len(**5)','len(*[1], **5)','f(**"ab")', 'f(*p("x",[1]), p("y"), **p("z",{}), w=p("w"))']:
    try: print(src, eval(src))
    except Exception as e: print(src, type(e).__name__, e)
for src in ['f(b=3, **{"c":5,"b":4}, **{"c":6})','f(b=p("b",3), **p("m",{"b": 5}), **p("z",[1]))','f(b=p("b",3), **p("m",{"b": 5}), c=p("c"))','f(1,*[2],b=3, **{"b": 5}, **z)','f(*[1],*[2],b=3,c=4, **{"c": 5}, **z)','f(a=1,b=3,c=4, **{"d": 5}, **{"a":1}, **{"d":3})','f(a=1,b=3,**z, **{"a":1})','f(a=1, **M(), **{"b":2})','f(b=1, **M(), **z)','f(b=1, **{1:2}, **z)','f(b=1, **{1:2}, **{"b":2})']:
    try: print(src, eval(src))
    except Exception as e: print(src, type(e).__name__, e)
