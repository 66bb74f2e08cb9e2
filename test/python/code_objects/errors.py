import types
def f(a,b=1,*,c=2): return a
c=f.__code__
for kw in (dict(co_argcount=-1), dict(co_argcount='a'), dict(co_name=1), dict(co_code='x'), dict(co_consts=[1]), dict(co_names=(1,)), dict(co_varnames=('a',)), dict(co_nlocals=5), dict(foo=1), dict(co_flags=2**40), dict(co_freevars=('a',)), dict(co_firstlineno=-5),dict(co_stacksize=-1),dict(co_posonlyargcount=9),dict(co_kwonlyargcount=9), dict(co_filename=b'x'), dict(co_linetable='x'), dict(co_exceptiontable=1),dict(co_cellvars=(2,))):
    try: print(kw, type(c.replace(**kw)).__name__)
    except Exception as e: print(kw, type(e).__name__, e)
try: c.replace(1)
except Exception as e: print(e)
for a in ((), (1,), ('a',)+(1,)*15):
    try: print(types.CodeType(*a))
    except Exception as e: print(type(e).__name__, e)
for args in ((), (1,), (c,), (c,1), (c,{},1), (c,{}, 'n', 1), (c,{}, 'n', (1,), 5), (c, {}, 'n', None, ()), (c,{},'n',None,(1,))):
    try: print(types.FunctionType(*args).__name__)
    except Exception as e: print(type(e).__name__, e)
def outer():
    x=1
    def inner(): return x
    return inner
i=outer()
for args in ((i.__code__,{}), (i.__code__,{},'n',None,()), (i.__code__,{},'n',None,(1,)), (i.__code__,{},'n',None,5), (i.__code__,{},'n',None,i.__closure__)):
    try: print(types.FunctionType(*args)())
    except Exception as e: print(type(e).__name__, e)
for n,v in (('__code__',1),('__code__',i.__code__),('__defaults__',1),('__defaults__',None),('__kwdefaults__',1),('__kwdefaults__',None),('__closure__',()),('__globals__',{}),('__name__',1),('__qualname__',1),('__annotations__',1),('__dict__',1),('__doc__',5),('__module__',5),('__builtins__',1)):
    try: setattr(f,n,v); print(n,'ok')
    except Exception as e: print(n, type(e).__name__, e)
    try: delattr(f,n); print('del',n,'ok')
    except Exception as e: print('del',n, type(e).__name__, e)
import marshal
print(sorted(x for x in dir(marshal) if x[0]!='_'), marshal.version)
for v in (None, True, False, ..., StopIteration, 0, -5, 2**31, 10**40, -10**30, 1.5, float('inf'), 1+2j, b'ab', 'abc', 'é', '\U0001f600', '\ud800', (), (1,(2,)), [1,[2]], {1:2,'a':[3]}, {1,2}, frozenset('a'), bytearray(b'x'), memoryview(b'q')):
    try: d=marshal.dumps(v); r=marshal.loads(d); print(repr(r), type(r).__name__)
    except Exception as e: print(repr(v)[:30], type(e).__name__, e)
for v in (object(), [object()], int, lambda: 1):
    try: print(marshal.dumps(v))
    except Exception as e: print(type(e).__name__, e)
for b in (b'', b'i', b'i\x01\x00', b'?', b'[\xff\xff\xff\x7f', b's\x05\x00\x00\x00ab', b'(', 'str', 5, b'c'):
    try: print(b, marshal.loads(b))
    except Exception as e: print(b, type(e).__name__, e)
l=[]; l.append(l)
try: print(marshal.loads(marshal.dumps(l)))
except Exception as e: print(type(e).__name__, e)
