class I(int): pass
class L(list):
    def f(self):
        for s in ['super().append()', 'super().append(1, 2)', 'super().sort(1)', 'super().__format__()', 'super().__init__(1, 2, 3)', 'super().pop("a")', 'super().index()', 'super().__len__(1)', 'super().__eq__()', 'super().__repr__(1)', 'super().__setattr__(1)', 'super().__reduce_ex__()', 'super().__new__()', 'super().__init_subclass__(1)', 'super().__class_getitem__()', 'super().copy(1)', 'super().foo', 'super().foo()']:
            try: print(s, eval(s, {'super': lambda: super(L, self)}))
            except Exception as e: print(s, type(e).__name__, e)
        try: super().append()
        except TypeError as e: print(e)
        try: super().__format__()
        except TypeError as e: print(e)
        m = super().append
        try: m()
        except TypeError as e: print(e)
L().f()
for o in (5, I(5), L()):
    for n in ('__format__', '__reduce_ex__', '__eq__', '__sizeof__', '__dir__'):
        for t in (type(o).__mro__[:-1]):
            try: print(n, getattr(super(t, o), n)(1, 2, 3))
            except Exception as e: print(n, t.__name__, e)
