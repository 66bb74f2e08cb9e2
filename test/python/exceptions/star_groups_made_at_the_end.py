def chain(e):
    out=[]
    e=e.__context__
    while e is not None:
        out.append((type(e).__name__, str(e))); e=e.__context__
    return out
try:
    1/0
except Exception as e:
    def eg1():
        try:
            raise ExceptionGroup("g2", [ValueError(1), OSError(2, "m"), IndexError()])
        except* OSError as e:
            raise e.exceptions[0]
        except* (KeyError, IndexError) as e:
            raise RuntimeError(1)
    try: eg1()
    except BaseException as e: print(chain(e), [chain(x) for x in e.exceptions])
def f():
    try:
        1/0
    except Exception:
        try:
            try:
                raise ExceptionGroup("g", [ValueError(1), OSError(2, "m")])
            except* OSError as e:
                raise
        except BaseException as e:
            print(chain(e), [chain(x) for x in e.exceptions])
        try:
            try:
                raise ExceptionGroup("g", [ValueError(1), OSError(2, "m")])
            except* OSError as e:
                pass
        except BaseException as e:
            print(chain(e), [chain(x) for x in e.exceptions])
        try:
            try:
                raise ExceptionGroup("g", [ValueError(1), OSError(2, "m")])
            except* ValueError as e:
                raise KeyError(3)
        except BaseException as e:
            print(chain(e), [chain(x) for x in e.exceptions])
        try:
            try:
                raise ExceptionGroup("g", [ValueError(1)])
            except* ValueError as e:
                raise KeyError(3)
        except BaseException as e:
            print(chain(e))
f()
def one():
    try:
        raise ExceptionGroup("g2", [ValueError(1), OSError(2, "m"), IndexError()])
    except* OSError as e:
        raise KeyError(1)
def two():
    try:
        raise ExceptionGroup("g2", [OSError(2, "m"), IndexError()])
    except* OSError as e:
        raise KeyError(1)
    except* IndexError as e:
        raise RuntimeError(1)
def fromgroup():
    try:
        raise ExceptionGroup("g2", [OSError(2, "m"), IndexError()])
    except* OSError as e:
        raise e.exceptions[0]
for f in one, two, fromgroup:
    try:
        1/0
    except Exception as e:
        try: f()
        except BaseException as e: print(f.__name__, chain(e))
