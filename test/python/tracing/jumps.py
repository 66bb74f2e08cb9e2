import sys
def run(fn, jumps, event='line'):
    first = fn.__code__.co_firstlineno
    log=[]
    todo=dict(jumps)
    def tr(f,e,a):
        if f.f_code is not fn.__code__: return None
        rel=f.f_lineno-first
        if e==event and rel in todo:
            t=todo.pop(rel)
            try:
                f.f_lineno = first+t if isinstance(t,int) else t
                log.append(('jumped',rel,t,f.f_lineno-first))
            except Exception as x:
                log.append((type(x).__name__, str(x).replace(str(first+t) if isinstance(t,int) else 'zzz','N')))
        elif e=='line': log.append(rel)
        return tr
    sys.settrace(tr)
    try: r=fn()
    except Exception as x: r=repr(x)
    sys.settrace(None)
    print(fn.__name__, jumps, log, r)
def a():
    x=1
    x=2
    x=3
    x=4
    return x
for t in (1,2,3,4,5,0,-1,6,100,'a',None,1.5,10**30,True): run(a,{2:t})
run(a,{0:3},'call'); run(a,{5:3},'return')
def b():
    x=[]
    for i in (1,2):
        x.append(i)
        x.append(-i)
    x.append(9)
    return x
for s in (1,2,3,5): 
    for t in (1,2,3,4,5,6): run(b,{s:t})
def c():
    x=[]
    try:
        x.append(1)
        x.append(2)
    except ValueError as e:
        x.append(3)
    finally:
        x.append(4)
        x.append(5)
    return x
for s in (1,2,3,4,8,10):
    for t in (1,2,3,4,5,6,7,8,9,10): run(c,{s:t})
class CM:
    def __init__(s,x): s.x=x
    def __enter__(s): s.x.append('in')
    def __exit__(s,*a): s.x.append('out')
def d():
    x=[]
    with CM(x):
        x.append(1)
        x.append(2)
    x.append(3)
    return x
for s in (1,2,3,5):
    for t in (1,2,3,4,5,6): run(d,{s:t})
def e():
    x=[]
    while len(x)<3:
        x.append(1)
        x.append(2)
    x.append(3)
    return x
for s in (1,2,3,5):
    for t in (1,2,3,4,5,6): run(e,{s:t})
def f():
    x=[]
    try:
        raise ValueError
    except ValueError as z:
        x.append(3)
        x.append(4)
    x.append(5)
    return x
for s in (1,3,4,5,7):
    for t in (1,2,3,4,5,6,7): run(f,{s:t})
def g():
    x=[]
    def h():
        x.append(1)
    if x:
        x.append(2)
    else:
        x.append(3)
    for i in (1,):
        for j in (2,):
            x.append(j)
    return x
for s,t in ((1,3),(4,5),(5,7),(4,8),(10,8),(10,9),(10,11),(8,10),(9,10)): run(g,{s:t})
run(f,{3:7},'exception')
def gen():
    yield 1
    yield 2
    yield 3
def u():
    return list(gen())
first=gen.__code__.co_firstlineno
for ev in ('call','return','line'):
    n=0
    def tr(f,e,a):
        global n
        if f.f_code is gen.__code__ and e==ev:
            n+=1
            if n==2:
                try: f.f_lineno=first+1; print('ok')
                except Exception as x: print(ev, x)
        return tr
    sys.settrace(tr)
    r=[]
    for v in gen():
        r.append(v)
        if len(r)>5: break
    sys.settrace(None)
    print(ev,r)
fr=sys._getframe()
for v in (1,'x'):
    try: fr.f_lineno=v
    except Exception as x: print(repr(x))
try: del fr.f_lineno
except Exception as x: print(repr(x))
