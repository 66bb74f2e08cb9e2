def g():
    yield 1
def chain(e): return type(e).__name__, type(e.__context__).__name__, type(e.__cause__).__name__
w = g(); w.close()
async def c(): pass
async def ag(): yield
try:
    try: 1/0
    finally:
        for make in (lambda: w, lambda: g(), lambda: (lambda q: (next(q), q)[1])(g())):
            try: make().throw(KeyError)
            except KeyError as e: print(chain(e))
            try: make().throw(KeyError(1))
            except KeyError as e: print(chain(e))
        try: next(w)
        except StopIteration as e: print(chain(e))
        co = c()
        try: co.throw(KeyError)
        except KeyError as e: print(chain(e))
        a = ag()
        try: a.athrow(KeyError).send(None)
        except KeyError as e: print(chain(e))
        try: a.athrow(KeyError).send(None)
        except BaseException as e: print(chain(e))
        def outer():
            try: yield from w
            except KeyError as e: print('in', chain(e))
            try:
                raise OSError
            except OSError:
                try: w.throw(KeyError)
                except KeyError as e: print('gen', chain(e))
        list(outer())
        e = KeyError(5)
        try: w.throw(e)
        except KeyError as x: print(chain(x))
        try: raise e
        except KeyError as x: print(chain(x))
except ZeroDivisionError: pass
