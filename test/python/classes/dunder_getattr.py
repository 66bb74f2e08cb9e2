class A:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith('x_'):
            return name[2:]
        raise AttributeError(f'no {name} here')
a = A()
print(a.real, a.x_foo)
try: a.other
except AttributeError as e: print(e, e.name, e.obj is a)
print(hasattr(a, 'q'), getattr(a, 'q', 7))
class B:
    def __getattribute__(self, name):
        if name == 'magic': return 42
        if name == 'boom': raise ValueError('boom')
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        return 'fallback ' + name
b = B()
b.z = 1
print(b.magic, b.z, b.nothing)
try: b.boom
except ValueError as e: print('ValueError', e)
class C:
    def __setattr__(self, k, v):
        print('set', k, v)
        super().__setattr__(k, v)
    def __delattr__(self, k):
        print('del', k)
        object.__delattr__(self, k)
c = C()
c.a = 1
c.a += 2
del c.a
try: del c.a
except AttributeError as e: print(e)
class D:
    def __getattr__(self, name): return name
    @property
    def p(self): raise AttributeError('inside property')
d = D()
print(d.p)
class E:
    @property
    def p(self): raise AttributeError('inside property')
try: E().p
except AttributeError as e: print(e)
class F:
    def __len__(self): return 3
    def __getattribute__(self, name): print('lookup', name); return super().__getattribute__(name)
f = F()
print(len(f), bool(f))
print(f.__len__())
