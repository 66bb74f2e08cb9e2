# Special methods set to None: what calls them says so.
class A:
    __add__=None; __neg__=None; __radd__=None;__lt__=None;__contains__=None;__bool__=None;__len__=None;__index__=None;__iter__=None;__getitem__=None;__call__=None;__hash__=None;__str__=None;__format__=None;__enter__=None;__int__=None; __reversed__=None;__eq__=None;__await__=None
import operator
for s in ('a+1','1+a','-a','a<1','1<a','1 in a','bool(a)','len(a)','[1][a]','iter(a)','a[0]','a()','hash(a)','str(a)','format(a)','int(a)','reversed(a)','a==1','1==a','a!=1','a+a','a in [1]','abs(a)','operator.index(a)','{**a}','[*a]','f(*a)','\"%s\"%a','a if a else 1','round(a)','sorted([a,a])'):
    a=A()
    try: print(s, eval(s))
    except BaseException as e: print(s, type(e).__name__, e)
