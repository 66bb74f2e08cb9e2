"""Exception groups: except*, split and subgroup, derive, notes, nesting, and every error of making them."""
import traceback
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
V, T, K, O = ValueError, TypeError, KeyError, OSError
g = ExceptionGroup('g', [V(1), T('t'), ExceptionGroup('in', [K('k'), V(2)])])
for c in (V, (V, T), Exception, ExceptionGroup, BaseException, KeyboardInterrupt, lambda e: isinstance(e, K), lambda e: False, lambda e: True, 5, 'x', (V, 5), [V], None, int, len): t(lambda: g.split(c)); t(lambda: g.subgroup(c))
for a in (('m', [V(1)]), ('m', (V(1), T())), ('m', []), ('m', [1]), ('m', [V]), (1, [V()]), ('m',), (), ('m', [V()], 1), ('m', None), ('m', 5), ('m', [KeyboardInterrupt()]), ('m', {V(1): 2}), ('m', 'ab')): t(lambda: ExceptionGroup(*a)); t(lambda: BaseExceptionGroup(*a))
t(lambda: ExceptionGroup('m', [V()], x=1)); t(lambda: BaseExceptionGroup('m', [V()]).__class__); t(lambda: BaseExceptionGroup('m', [SystemExit()]).__class__)
print(str(g), g.message, len(g.exceptions), g.args[0], type(g.exceptions).__name__); t(lambda: setattr(g, 'message', 1)); t(lambda: setattr(g, 'exceptions', ()))
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message + '!', excs)
class Bad(ExceptionGroup):
    def derive(self, excs): return 5
class Ext(ExceptionGroup):
    def __new__(cls, msg, excs, code): o = super().__new__(cls, msg, excs); o.code = code; return o
    def __init__(self, *a): pass
    def derive(self, excs): return Ext(self.message, excs, self.code)
m = MyGroup('my', [V(1), T(2)]); print(m.split(V)); t(lambda: Bad('b', [V(1), T(2)]).split(V)); e = Ext('e', [V(1), T(2)], 7); print(e.split(T)[0].code, e.code)
m.add_note('note'); m.__cause__ = K('c'); a, b = m.split(V); print(a.__notes__, b.__cause__, a.__notes__ is m.__notes__, a.__traceback__ is m.__traceback__)
def run(make, src):
    ns = {'make': make, 'V': V, 'T': T, 'K': K, 'O': O, 'log': []}
    try: exec(src, ns)
    except BaseException as e: print('raised', show(e), ns['log'])
    else: print('done', ns['log'])
def show(e, d=0):
    return '%s(%s)%s' % (type(e).__name__, ', '.join(show(x) for x in e.exceptions) if isinstance(e, BaseExceptionGroup) else e, ' <- ' + show(e.__context__) if e.__context__ and d < 2 else '')
makers = [lambda: V(1), lambda: K('k'), lambda: ExceptionGroup('g', [V(1), T(2)]), lambda: ExceptionGroup('g', [V(1), ExceptionGroup('h', [T(2), V(3), O(4)])]), lambda: BaseExceptionGroup('b', [V(1), KeyboardInterrupt()]), lambda: SystemExit(1), lambda: None]
for src in ('try:\n x = make()\n if x: raise x\nexcept* V as e: log.append(repr(e))\nexcept* T as e: log.append(repr(e))\nelse: log.append("else")\nfinally: log.append("fin")', 'try:\n x = make()\n if x: raise x\nexcept* (V, T): log.append("vt")', 'try:\n x = make()\n if x: raise x\nexcept* V: raise', 'try:\n x = make()\n if x: raise x\nexcept* V: raise K("new")', 'try:\n x = make()\n if x: raise x\nexcept* V as e: raise O("from") from e\nexcept* T: raise', 'try:\n x = make()\n if x: raise x\nexcept* V as e: raise e\nexcept* T as e: raise e', 'try:\n x = make()\n if x: raise x\nexcept* Exception: pass', 'try:\n x = make()\n if x: raise x\nexcept* BaseException as e: log.append(type(e).__name__)', 'def f():\n for i in range(2):\n  try:\n   x = make()\n   if x: raise x\n  except* V: log.append(i)\n return i\nlog.append(f())', 'try:\n try:\n  x = make()\n  if x: raise x\n except* V: log.append("inner")\nexcept* T: log.append("outer")', 'try:\n x = make()\n if x: raise x\nexcept* V as e: pass\nlog.append("e" in globals())'):
    print(src.replace('\n', ' / '))
    for k in makers: run(k, src)
for src in ('try: pass\nexcept* V: pass\nexcept T: pass', 'try: pass\nexcept*: pass', 'try: pass\nexcept *V: pass\nelse: pass', 'def f():\n try: pass\n except* V: return', 'for x in y:\n try: pass\n except* V: break', 'for x in y:\n try: pass\n except* V: continue', 'def f():\n try: pass\n except* V:\n  for i in []: break', 'try: raise ValueError\nexcept* ExceptionGroup: pass', 'try: raise ValueError\nexcept* 5: pass', 'try: raise ValueError\nexcept* (ValueError, ExceptionGroup): pass', 'try: raise ValueError\nexcept* (ValueError, 5): pass', 'try: raise ValueError\nexcept* undefined: pass'):
    try: exec(src)
    except BaseException as e: print(src.replace('\n', ' / '), type(e).__name__, e.msg if isinstance(e, SyntaxError) else show(e))
