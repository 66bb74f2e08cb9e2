import sys


def shown(args):
    lines, tb = [], args.exc_traceback
    while tb is not None:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(args.err_msg, repr(args.object).split(' at 0x')[0], type(args.exc_value).__name__, args.exc_value, lines)


sys.unraisablehook = shown
def g():
    try:
        yield 1
    except GeneratorExit:
        yield 2
x = g(); next(x)
x = None
print('a')
def f():
    y = g()
    next(y)
f()
print('b')
import types
@types.coroutine
def w():
    return (yield 'w')
async def c():
    try:
        await w()
    finally:
        print('c fin')
def f():
    y = c()
    print(y.send(None))
f()
print('c')
y = c(); y.send(None)
del y
print('d')
async def c2():
    try:
        await w()
    except GeneratorExit:
        await w()
y = c2(); y.send(None)
del y
print('e')
async def c3():
    try:
        await w()
    finally:
        1/0
y = c3(); y.send(None)
y=None
class It:
    def __await__(self):
        try: yield 1
        finally: print('await fin')
async def c4():
    await It()
y = c4(); y.send(None)
y = None
print('f')
import weakref
async def ag():
    try:
        yield 1
    finally:
        print('ag fin')
a = ag()
def cb(r): print('dead', r() is None)
r = weakref.ref(a, cb)
try: a.__anext__().send(None)
except StopIteration as e: print(e.value)
a = None
print(r())
def boom(a): 1/0
import sys
sys.set_asyncgen_hooks(finalizer=boom)
a = ag()
try: a.__anext__().send(None)
except StopIteration as e: print(e.value)
a = None
sys.set_asyncgen_hooks(finalizer=None)
async def ag5():
    yield 1
a = ag5()
try: a.__anext__().send(None)
except StopIteration as e: print(e.value)
def late(a): print('late')
sys.set_asyncgen_hooks(finalizer=late)
a=None
a=ag5()
try: a.__anext__().send(None)
except StopIteration as e: print(e.value)
a=None
a=ag5()
a=None
import contextlib
@contextlib.asynccontextmanager
async def cm():
    print('enter')
    try: yield 5
    finally: print('exit')
async def m():
    async with cm() as q: print(q); await w()
c=m(); c.send(None)
c=None
sys.set_asyncgen_hooks(finalizer=None)
c=m(); c.send(None)
c.close()
print('end')
