import contextlib
log = []
class M:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append(('in', self.n)); return self
    def __exit__(self, *a): log.append(('out', self.n, a[0])); return self.n == 9
class E:
    def __enter__(self): return 1
    def __exit__(self, *a): raise KeyError('exit')
def f1(x):
    try:
        return x + 1
    finally:
        log.append(x)
def f2(x):
    try:
        return x
    finally:
        x = x * 2
        log.append(x)
def f3(x):
    with M(x) as m:
        return m.n + 1
def f4(x):
    for i in range(3):
        try:
            with M(i):
                try:
                    if i == x % 3:
                        return i, x
                finally:
                    log.append('inner')
        finally:
            log.append('outer')
def f5(x):
    try:
        raise ValueError(x)
    except ValueError as e:
        try:
            return e.args
        finally:
            log.append('f')
def f6(x):
    try:
        try:
            return 1
        finally:
            raise KeyError(x) if x % 7 == 3 else ValueError(x)
    except ValueError as e:
        return e.args[0], 'v'
    finally:
        log.append(x)
def f7(x):
    with E():
        return x
def f8(x):
    try:
        return x
    finally:
        y = {}[x] if x % 50 == 7 else 3
        log.append(y)
def f9(x):
    try:
        return 1.5 * x
    finally:
        return -x
def g(x):
    try:
        yield x
        return x + 1
    finally:
        log.append('gen')
def h(x):
    r = yield from g(x)
    return r
def deep(n):
    try:
        if n == 0:
            return 0
        return 1 + deep(n - 1)
    finally:
        log.append(n)
def cb(x):
    with M(x):
        with M(x + 1):
            return sorted([3, 1, 2], key=lambda v: (log.append(v), -v)[1])
for i in range(120):
    for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, cb):
        try:
            r = f(i)
        except Exception as e:
            r = type(e).__name__, e.args
        log.append(r)
    log.append(list(h(i)))
    log.append(deep(i % 5))
import zlib
print(zlib.crc32(repr(log).encode()), len(log))
def tb(x):
    try:
        return x
    finally:
        if 1: log.append(1 // (x % 100))
import traceback
n = 0
for i in range(1, 120):
    try: tb(i)
    except ZeroDivisionError as e: n += traceback.format_exc().count('finally') + e.__traceback__.tb_next.tb_lineno
print(n)
def ea(x):
    try:
        if x % 3: raise ValueError(x)
        return 'fine'
    except ValueError as e:
        return e.args[0]
    finally:
        log.append('ea')
def eb(x):
    for k in range(4):
        try:
            raise KeyError(k)
        except KeyError as e:
            try:
                if k == x % 4: return str(e)
            finally:
                log.append(repr(e))
def ec(x):
    try:
        {}[x]
    except KeyError as e:
        return lambda: x
import sys
for i in range(150):
    log.append(ea(i)); log.append(eb(i)); log.append(ec(i)()); log.append(sys.exc_info()[0])
print(zlib.crc32(repr(log).encode()), len(log))
