for f in (lambda: float(bytearray(b'ab')), lambda: float(b'x'), lambda: int(memoryview(b'12'), 10), lambda: int(memoryview(b'12')), lambda: iter([]).__setstate__('a'), lambda: iter(()).__setstate__(2**70), lambda: b'a'.translate(None, ''), lambda: b'abc'.translate(None, delete=b'b'), lambda: b'a'.hex({1: 2}), lambda: b'ab'.hex('::'), lambda: b'ab'.hex(memoryview(b':'))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: float(memoryview(b'ab'))
except ValueError as e: print(str(e)[:45])
