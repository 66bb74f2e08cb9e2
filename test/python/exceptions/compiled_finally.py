"""Ways into `finally` and `with`, and out of them, often enough to be compiled; what tracebacks, contexts and frames tell then."""
import sys


class Ctx:
    def __init__(self, log, silence=False):
        self.log = log
        self.silence = silence

    def __enter__(self):
        self.log.append('in')
        return self

    def __exit__(self, kind, value, tb):
        self.log.append(('out', kind.__name__ if kind else None, tb is not None))
        return self.silence and kind is ValueError


def act(i):
    """All that may happen inside of a block."""
    k = i % 4
    if k == 1:
        raise ValueError(i)
    if k == 2:
        raise KeyError(i)
    return i


def ways(i, log):
    """return, break, continue and exceptions through two finally blocks and a with."""
    total = 0
    for j in range(4):
        try:
            with Ctx(log, i & 1):
                try:
                    if (i + j) % 7 == 3:
                        return total, 'returned'
                    if (i + j) % 7 == 4:
                        break
                    if (i + j) % 7 == 5:
                        continue
                    total += act(i + j)
                finally:
                    total += 100
                    for k in range(3):
                        if k == i % 3:
                            break
                    else:
                        total += 1000
        except (KeyError, ValueError) as e:
            total += e.args[0]
        finally:
            total += 10000
            log.append(total)
    else:
        return total, 'end'
    return total, 'broken'


def swallow(i):
    """A finally that ends by itself what it interrupts."""
    for j in range(3):
        try:
            act(i)
        finally:
            if i % 3 == 0:
                return 'return'
            if i % 3 == 1:
                break
            continue
    return 'loop'


def nested(i):
    """finally inside of finally, entered in all ways."""
    out = []
    try:
        try:
            act(i)
            out.append('body')
        finally:
            try:
                out.append(1)
                if i % 5 == 0:
                    act(i + 1)
            finally:
                out.append(2)
                try:
                    act(i + 2)
                except ValueError:
                    out.append(3)
                finally:
                    out.append(sys.exc_info()[0])
    except Exception as e:
        out.append((type(e), e.args, type(e.__context__), type(e.__cause__)))
    out.append(sys.exc_info())
    return out


def chained(i):
    try:
        try:
            act(i)
        except KeyError as e:
            raise ValueError(i) from e
        except ValueError:
            raise
        finally:
            i += 1
    except ValueError as e:
        tb = e.__traceback__
        lines = []
        while tb is not None:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - chained.__code__.co_firstlineno))
            tb = tb.tb_next
        return lines, type(e.__cause__), e.__suppress_context__, i
    return i


def generator(n):
    """Yields inside of finally and with, also while an exception is on its way."""
    log = []
    for i in range(n):
        try:
            with Ctx(log):
                yield act(i)
        except KeyError:
            yield 'key'
        except ValueError:
            try:
                yield sys.exc_info()[1].args
            finally:
                yield sys.exc_info()[0]
        finally:
            yield len(log)


class Bad:
    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        raise TypeError('exit')


def exit_raises(i):
    """What is handled after an `__exit__` has raised, inside of other handlers."""
    out = []
    try:
        act(1)
    except ValueError:
        try:
            with Bad():
                if i & 1:
                    act(2)
        except TypeError as e:
            out.append((str(e), repr(e.__context__), repr(e.__context__ and e.__context__.__context__)))
            out.append(repr(sys.exc_info()[1]))
        out.append(repr(sys.exc_info()[1]))
        try:
            try:
                act(2)
            finally:
                with Bad():
                    act(i)
        except Exception as e:
            out.append((repr(e), repr(e.__context__)))
        out.append(repr(sys.exc_info()[1]))
    out.append(sys.exc_info()[1])
    return out


def silenced(n):
    got = 0
    log = []
    for i in range(n):
        with Ctx(log, True):
            raise ValueError
        got += 1
    return got, len(log)


def locals_seen(n):
    """What frames show is what the code has at the time."""
    wrong = 0
    d = {}
    for i in range(n):
        x = i * 2
        if locals()['x'] != x or sys._getframe().f_locals['i'] != i:
            wrong += 1
        try:
            d[i]
        except KeyError as e:
            x += 1
            if e.__traceback__.tb_frame.f_locals['x'] != x or eval('x') != x:
                wrong += 1
    return wrong


class Base(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def describe(self):
        return f'{self.code}'


class Derived(Base):
    def __init__(self, code):
        super().__init__(code, 'derived')
        self.more = [code]

    def describe(self):
        return 'D' + super().describe()


def own(i):
    try:
        raise Derived(i)
    except (KeyError, Base) as e:
        e.code += 1
        return e.args, e.code, e.more, e.describe(), e.__dict__


N = 400
last = None
for i in range(N):
    log = []
    last = ways(i, log)
    if i < 14 or i > N - 8:
        print(i, last, log)
print([swallow(i) for i in range(N)][-6:])
for i in range(N):
    r = nested(i)
    if i > N - 21:
        print(r)
for i in range(N):
    r = chained(i)
    if i > N - 5:
        print(r)
print(list(generator(12)), len(list(generator(N))))
g = generator(N)
print(next(g), g.throw(KeyError('thrown')), next(g), next(g), len(list(g)))
for i in range(N):
    r = exit_raises(i)
    if i < 4 or i > N - 5:
        print(r)
print(silenced(5000))
print(locals_seen(20000))
for i in range(N):
    r = own(i)
print(r)


def cleared(n):
    for i in range(n):
        try:
            act(1)
        except ValueError as e:
            pass
        try:
            e
        except UnboundLocalError as u:
            text = str(u)
    return text


print(cleared(N))


def matched(n):
    """An except clause with what is no exception class."""
    out = set()
    for i in range(n):
        try:
            try:
                act(1)
            except (KeyError if i & 1 else 3):
                pass
        except Exception as e:
            out.add((type(e).__name__, str(e) if i == 0 else '', type(e.__context__).__name__))
    return sorted(out)


print(matched(N))
