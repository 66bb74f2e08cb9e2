# What of a class can be deleted and set.
class P: pass
for a in ('__module__','__name__','__qualname__','__doc__','__bases__','__abstractmethods__','__annotations__','__dict__','__mro__','__class__','__base__'):
    try: delattr(P, a); print(a, 'ok')
    except Exception as e: print(a, type(e).__name__, e)
    try: setattr(P, a, 5); print(a, 'ok')
    except Exception as e: print(a, type(e).__name__, e)
    try: delattr(int, a); print(a, 'ok')
    except Exception as e: print(a, type(e).__name__, e)
    try: setattr(int, a, 5); print(a, 'ok')
    except Exception as e: print(a, type(e).__name__, e)
