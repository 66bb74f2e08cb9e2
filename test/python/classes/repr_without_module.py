g = {}
exec('''
def f():
    class B: pass
    return B
B = f()
print(B, repr(B), B.__qualname__, B.__module__)
class E(Exception): pass
def k():
    class E2(ValueError): pass
    raise E2("x")
try: k()
except Exception as e: print(type(e), repr(e))
''', g)
import io
print(io.StringIO, type(iter([])), type({}.keys()), type(None))
import traceback
exec('''
def k():
    class E2(ValueError): pass
    raise E2("x")
try: k()
except Exception as e:
    import traceback; print(traceback.format_exception_only(e))
''', {})
