e = ValueError('x')
print(hasattr(e, '__notes__'))
e.add_note('first'); e.add_note('second\nline')
print(e.__notes__, e.__dict__)
for bad in (1, None, b'x'):
    try: e.add_note(bad)
    except TypeError as t: print(t)
e.__notes__ = 'not a list'
try: e.add_note('z')
except TypeError as t: print(t)
try: ValueError.add_note('x')
except TypeError as t: print(t)
e = ValueError('y')
print(e.with_traceback(None) is e, e.__traceback__)
try: e.with_traceback(5)
except TypeError as t: print(t)
def f(): raise KeyError('in f')
try: f()
except KeyError as k: tb = k.__traceback__; saved = k
print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name)
try: raise ValueError('z').with_traceback(tb)
except ValueError as v:
    t, n = v.__traceback__, 0
    while t: n += 1; t = t.tb_next
    print(n)
for bad in (5, 'x'):
    try: tb.tb_next = bad
    except TypeError as x: print(x)
try: tb.tb_next.tb_next = tb
except ValueError as x: print(x)
tb.tb_next = None
print(tb.tb_next, dir(tb))
try: del tb.tb_next
except TypeError as x: print(x)
for a in ('tb_frame', 'tb_lasti', 'tb_lineno'):
    try: setattr(tb, a, 1)
    except AttributeError as x: print(x)
class E(Exception):
    def __str__(self): return 'custom ' + super().__str__()
    def __repr__(self): return '<E>'
print(str(E(1)), repr(E(1)), [E(1)], f'{E(2)}', '%s' % E(3))
x = Exception(1, 2)
x.extra = 5
print(x.__dict__, x.args, x.__reduce__(), x.__setstate__({'q': 1}), x.q)
try: x.__setstate__(5)
except TypeError as t: print(t)
print(Exception(1) == Exception(1), x == x, hash(x) == hash(x))
