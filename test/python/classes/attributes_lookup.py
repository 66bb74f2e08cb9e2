# Instance, class and inherited attributes; deletion; shadowing.
class A:
    x = 1
    def f(self): return 'A.f'
class B(A):
    y = 2
b = B()
print(b.x, b.y, b.f())
b.x = 10
print(b.x, B.x, A.x, b.__dict__)
del b.x
print(b.x, b.__dict__)
for action in ('del b.x', 'del b.nope', 'b.nope', 'B.nope', 'del B.x', 'del B.nope', 'b.f.attr = 1', 'b.f.zz'):
    try:
        exec(action)
        print(action, 'ok')
    except Exception as e:
        print(action, type(e).__name__, e)
B.x = 5
print(b.x, A.x)
del B.x
print(b.x)
b.f = lambda: 'own'
print(b.f())
del b.f
print(b.f(), B.f is A.f, b.f == b.f, b.f is b.f)
print(b.f.__self__ is b, b.f.__func__ is A.f, b.f.__name__, B.f.__qualname__)
print(sorted(k for k in vars(A) if not k.startswith('__')), sorted(vars(b)))
print(hasattr(b, 'x'), hasattr(b, 'zzz'), getattr(b, 'zzz', 'default'))
setattr(b, 'new name', 3)
print(getattr(b, 'new name'), b.__dict__)
delattr(b, 'new name')
print(b.__dict__)
for bad in (1, None, b'x'):
    for f in (lambda: getattr(b, bad), lambda: setattr(b, bad, 1), lambda: delattr(b, bad), lambda: hasattr(b, bad)):
        try:
            print(f())
        except TypeError as e:
            print(e)
