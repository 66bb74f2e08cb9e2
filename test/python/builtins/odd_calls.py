# Odds and ends that random calls of methods found: whose __new__ it is, views and sets, names of bound wrappers, mapping proxies of other mappings.
import types, collections
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: str.maketrans.__self__); t(lambda: str.maketrans.__qualname__); t(lambda: bytes.maketrans.__name__); pass
t(lambda: [].__add__.__qualname__); t(lambda: (5).__setattr__.__qualname__); t(lambda: [].append.__qualname__); t(lambda: types.SimpleNamespace().__eq__.__qualname__)
t(lambda: (None).__delattr__(**5)); t(lambda: types.MappingProxyType('abc')); t(lambda: types.MappingProxyType([])); t(lambda: types.MappingProxyType(5)); t(lambda: types.MappingProxyType(b'x'))
t(lambda: collections.deque('ab') * [1]); t(lambda: [1] * collections.deque('ab')); t(lambda: collections.deque('ab') * 1.5)
t(lambda: {"a": [1]}.items().isdisjoint({1, 3})); t(lambda: {}.keys().isdisjoint({"a": [1]}.items())); t(lambda: {1:2}.items().isdisjoint([(1,2)])); d={1:2}.keys(); t(lambda: d.isdisjoint(d))
t(lambda: "ab".maketrans('a','b')); t(lambda: str.maketrans(5))
def t2(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
ts=[int,bool,str,list,dict,set,frozenset,tuple,float,complex,bytes,bytearray,memoryview,range,slice,property,classmethod,staticmethod,super,zip,map,filter,reversed,object,type,BaseException,OSError,KeyError,ValueError,ExceptionGroup,UnicodeDecodeError,types.SimpleNamespace,types.FunctionType,types.CodeType,types.CellType,types.MethodType,types.ModuleType,types.MappingProxyType,types.GenericAlias,type(None),type(...),StopIteration]
for c in ts:
    for a in ((),(5,),(int,),(object,),(type('C',(c,),{}) if c.__flags__ & (1<<10) else 1,), (None,)):
        def f():
            r=c.__new__(*a)
            return type(r).__name__
        print(c.__name__, end=' '); t2(f)
