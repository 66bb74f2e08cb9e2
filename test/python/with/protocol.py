"""with: order of calls, what __exit__ is given, swallowing, errors in each phase, several managers, flow out of the block."""
log = []
class C:
    def __init__(self, name, enter=None, exit=False, fail=None): self.name, self.e, self.x, self.fail = name, enter, exit, fail
    def __enter__(self):
        log.append('enter ' + self.name)
        if self.fail == 'enter': raise KeyError(self.name)
        return self.e or self.name
    def __exit__(self, t, v, tb):
        log.append('exit %s %s %r %s' % (self.name, t and t.__name__, v, tb is not None))
        if self.fail == 'exit': raise LookupError(self.name)
        if self.fail == 'reraise': raise v
        return self.x
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
class BadBool:
    def __enter__(self): pass
    def __exit__(self, *a):
        class B:
            def __bool__(self): raise TypeError('bool of exit')
        return B()
class Inst: pass
inst = Inst(); inst.__enter__ = lambda: 1; inst.__exit__ = lambda *a: 1
def t(src):
    log.clear()
    ns = dict(globals())
    try: exec(src, ns); r = ns.get('r')
    except BaseException as e:
        r = '%s: %s' % (type(e).__name__, e); c = e.__context__
        while c is not None: r += ' <- %r' % c; c = c.__context__
    print(src.replace('\n', ' / '), '->', r, log)
for src in ('with C("a") as r: pass', 'with C("a"): 1/0', 'with C("a", exit=True): 1/0\nr = "after"', 'with C("a", exit=1): raise KeyError("k")', 'with C("a"), C("b"): pass', 'with C("a"), C("b", exit=True): 1/0', 'with C("a", exit=True), C("b"): 1/0', 'with C("a"), C("b", fail="enter"): pass', 'with C("a", exit=True), C("b", fail="enter"): pass\nr = 1', 'with C("a", fail="enter"): pass', 'with C("a", fail="exit"): pass', 'with C("a", fail="exit"): 1/0', 'with C("a", exit=True), C("b", fail="exit"): 1/0\nr = 2', 'with C("a", fail="reraise"): 1/0', 'with (C("a") as x, C("b") as y): r = x + y', 'with (C("a"), C("b"),): r = 1', 'with (C("a")): r = 1', 'with (C("a")) as r: pass', 'with C("a", enter=(1, 2)) as (p, q): r = p, q', 'with C("a", enter=5) as (p, q): pass', 'd = {}\nwith C("a") as d["k"]: r = d', 'with C("a") as undefined.x: pass', 'with NoEnter(): pass', 'with NoExit(): pass', 'with 5: pass', 'with inst: pass', 'with BadBool(): 1/0', 'with BadBool(): r = 1', 'with C: pass', 'with C("a") as x, x: pass', 'def f():\n with C("a"): return 1\nr = f()', 'def f():\n with C("a", fail="exit"): return 1\nr = f()', 'def f():\n for i in range(3):\n  with C(str(i)):\n   if i == 1: break\n   continue\n return i\nr = f()', 'def f():\n while True:\n  with C("a"): break\n return "b"\nr = f()', 'def g():\n with C("a"): yield 1; yield 2\nr = list(g())', 'def g():\n with C("a", exit=True): yield 1; 1/0\n yield 3\nr = list(g())', 'def g():\n with C("a"): yield 1\nx = g(); next(x); x.close()', 'def g():\n with C("a", exit=True): yield 1\n yield 2\nx = g(); next(x); r = x.throw(ValueError)', 'try:\n with C("a"): raise ValueError\nexcept ValueError as e: r = e.__context__', 'try: 1/0\nexcept ZeroDivisionError:\n with C("a"): raise ValueError("in")', 'with C("a"):\n try: 1/0\n finally: log.append("finally")', 'with C("a"): raise SystemExit(3)', 'with C("a", exit=True): raise KeyboardInterrupt\nr = "swallowed"', 'with C("a"): raise StopIteration(1)', 'with C("a") as a, C(a + "2") as b: r = a, b', 'import contextlib\n@contextlib.contextmanager\ndef cm(x):\n log.append("in")\n try: yield x\n except KeyError as e: log.append(repr(e))\n finally: log.append("out")\nwith cm(5) as r: pass\nwith cm(6): raise KeyError("q")', 'import contextlib\n@contextlib.contextmanager\ndef cm(): yield 1; yield 2\nwith cm(): pass', 'import contextlib\n@contextlib.contextmanager\ndef cm(): return; yield\nwith cm(): pass', 'import contextlib\nwith contextlib.suppress(ZeroDivisionError): 1/0\nr = "ok"', 'import contextlib\nwith contextlib.ExitStack() as s: s.enter_context(C("a")); s.callback(log.append, "cb"); s.push(C("b")); 1/0', 'import contextlib\nwith contextlib.closing(type("X", (), {"close": lambda s: log.append("closed")})()): pass', 'import contextlib\nwith contextlib.nullcontext(7) as r: pass'):
    t(src)
