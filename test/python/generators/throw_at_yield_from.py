# throw() where the delegate has no throw(): the exception is raised at the yield from, also a StopIteration.
def g():
    yield from 'abc'
def run(f):
    try: print('->', f())
    except BaseException as e:
        x=e; out=[]
        while x is not None and len(out)<6:
            out.append(repr(x)); x=x.__context__
        print(out, repr(e.__cause__))
for E in (StopIteration(3), StopIteration, GeneratorExit, ValueError(1), KeyError):
    w=g(); next(w); run(lambda: w.throw(E)); run(lambda: w.throw(E)); run(lambda: w.throw(E))
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def __getattr__(self, n):
        print('getattr', n); raise AttributeError(n)
def h():
    try: yield from It()
    except StopIteration as e: yield ('caught', e)
w=h(); next(w); run(lambda: w.throw(StopIteration(5))); run(lambda: w.throw(StopIteration(6)))
w=h(); next(w); run(lambda: w.throw(GeneratorExit)); 
def fin():
    if 0: yield
e=ValueError('v')
w=fin(); list(w)
def twice():
    try:
        try: 1/0
        except ZeroDivisionError:
            w.throw(e)
    except ValueError:
        try: {}[1]
        except KeyError:
            w.throw(e)
run(twice)
e2=ValueError('w')
def three():
    try: w.throw(e2)
    except ValueError as q:
        print(repr(q.__context__))
        try: raise KeyError('k')
        except KeyError:
            try: w.throw(q)
            except ValueError as z: print(repr(z.__context__), repr(z.__cause__))
            w.throw(e2)
run(three)
def four():
    try: raise IndexError(1)
    except IndexError:
        try: w.throw(TypeError('t'))
        except TypeError as t:
            print(repr(t.__context__))
            raise
run(four)
def five():
    def live():
        try: yield 1
        except ValueError as v:
            yield 2
    x=live(); next(x)
    print(x.throw(e2))
    try: x.throw(e2)
    except ValueError as v: print(repr(v.__context__))
    try: raise OSError
    except OSError: x.throw(e2)
run(five)


# StopIteration thrown into a finished generator comes out as it is: the same object, without a context.
def ended():
    yield 'end'


for E in (StopIteration(3), ValueError(3), StopIteration, KeyError):
    try:
        raise TypeError
    except TypeError:
        w = ended()
        for x in (KeyError, E, E):
            try:
                print(w.throw(x))
            except BaseException as e:
                print(type(e).__name__, e, e is E, repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
x = ended()
list(x)
print(x.gi_code is ended.__code__, x.gi_frame)
