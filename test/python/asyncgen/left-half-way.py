import sys


def shown(args):
    lines, tb = [], args.exc_traceback
    while tb is not None:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(args.err_msg, repr(args.object).split(' at 0x')[0], type(args.exc_value).__name__, args.exc_value, lines)


sys.unraisablehook = shown
async def g():
    try:
        yield 1
        yield 2
    finally:
        print('fin')
class W:
    def __await__(self): return (yield 'w')
def drive(c):
    try:
        while 1: print('drv', c.send(None))
    except StopIteration as e: return e.value
log=[]
def first(a): log.append(('first', a.__name__))
def final(a): log.append(('final', a.__name__)); print('final', a.__name__); 
old=sys.get_asyncgen_hooks()
print(old)
sys.set_asyncgen_hooks(firstiter=first, finalizer=final)
print(sys.get_asyncgen_hooks()[0] is first)
async def f():
    async for x in g():
        print(x)
        break
    print('after')
drive(f())
print(log)
sys.set_asyncgen_hooks(*old)
async def f():
    async for x in g():
        print(x)
        break
    print('after2')
drive(f())
async def h():
    try:
        yield 1
    finally:
        await W()
        print('finh')
async def f():
    async for x in h():
        print(x)
        break
    print('after3')
drive(f())
async def k():
    try:
        yield 1
    except GeneratorExit:
        yield 5
async def f():
    a = k()
    await a.__anext__()
    del a
    print('after4')
drive(f())
for bad in (1,):
    try: sys.set_asyncgen_hooks(firstiter=1)
    except TypeError as e: print(e)
    try: sys.set_asyncgen_hooks(finalizer=1)
    except TypeError as e: print(e)
