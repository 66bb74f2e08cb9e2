# Control flow and calls that compiled code does itself: with, continue and break out of except,
# return out of handlers, star calls, displays with stars, patterns, class statements in loops.
import sys


class Manager:
    def __init__(self, swallow=False):
        self.log = []
        self.swallow = swallow

    def __enter__(self):
        self.log.append('in')
        return len(self.log)

    def __exit__(self, kind, value, tb):
        self.log.append('out' if kind is None else kind.__name__)
        return self.swallow


def with_loop(n):
    m = Manager(True)
    total = 0
    for i in range(n):
        with m as k, Manager() as other:
            total += k + other
            if i % 7 == 3:
                raise ValueError(i)
            if i % 5 == 4:
                continue
            if i == n - 2:
                break
        total += 1
    return total, m.log.count('out'), m.log.count('ValueError'), len(m.log)


def handlers(n):
    d = {i: i * i for i in range(0, n, 2)}
    total = 0
    for i in range(n):
        try:
            v = d[i]
        except KeyError as e:
            total += e.args[0]
            continue
        except ValueError:
            break
        try:
            try:
                if v % 3 == 0:
                    raise IndexError(v)
            except IndexError:
                if v % 9 == 0:
                    continue
                total -= 1
            total += v
        finally:
            total += 1000
    return total, sys.exc_info()


def lookup(d, k):
    try:
        return d[k]
    except KeyError:
        return -1
    except TypeError as e:
        return str(e)


def nested(k):
    try:
        raise KeyError(k)
    except KeyError:
        for j in range(3):
            try:
                if j == k:
                    return sys.exc_info()[0].__name__, j
                raise IndexError(j)
            except IndexError:
                if j == 1:
                    break
                continue
        return sys.exc_info()[0].__name__, 'end'


def gather(*args, sep='-', **kw):
    return sep.join(map(str, args)) + str(sorted(kw.items()))


def stars(n):
    out = []
    for i in range(n):
        pair = (i, i + 1)
        kw = {'a': i}
        out.append(gather(*pair))
        out.append(gather(0, *pair, sep='+'))
        out.append(gather(*pair, **kw))
        out.append(gather(**kw, b=2))
        first, *rest = [*pair, 'x', *range(i % 3)]
        *init, last = rest
        d = {**kw, 'z': first, **{'y': last}}
        s = {*pair, *rest}
        out.append(f'{first}{init}{last}{d}{len(s)}{(*pair, 5)}')
    return out[:5], out[-5:], len(out)


def match(v):
    match v:
        case [int(a), *rest]:
            return 'list', a, rest
        case {'kind': str(k), **others}:
            return 'dict', k, others
        case Manager(swallow=True):
            return 'manager'
        case (1 | 2) as n:
            return 'small', n
        case str():
            return 'str', len(v)
    return None


def patterns(n):
    out = set()
    values = [[1, 2, 3], [4], {'kind': 'a', 'x': 1}, {'kind': 3}, Manager(True), Manager(), 1, 5, 'text', []]
    for i in range(n):
        out.add(repr(match(values[i % len(values)])))
    return sorted(out)


def local_import(n):
    total = 0
    for i in range(n):
        from math import floor, sqrt as root
        import os.path as p
        total += floor(root(i)) + len(p.join('a', 'b'))

        class Local:
            x = i
        total += Local.x
    return total


for n in (3, 30, 300):
    print(with_loop(n))
    print(handlers(n))
    print([lookup({1: 2}, k) for k in [1, 2, []] * (n // 3)][-3:])
    print([nested(i % 4) for i in range(n)][:6])
    print(stars(n))
    print(patterns(n))
    print(local_import(n))


class Counter:
    made = 0
    kind = 'first'

    def __init__(self):
        Counter.made += 1
        self.number = self.made

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def twice(x):
        return 2 * x


class Sub(Counter):
    pass


def counters(n):
    total = 0
    for i in range(n):
        c = Sub.make() if i % 2 else Counter.make()
        total += c.number + Counter.twice(i) + c.twice(1) + len(c.kind)
        if i == n // 2:
            Counter.kind = 'second kind'
        if i == n // 2 + 1:
            Sub.kind = 'own'
        if i == n // 2 + 2:
            Counter.kind = property(lambda self: 'computed')
    r = total, Counter.made, type(Counter.kind).__name__, Sub.kind, c.kind
    Counter.kind = 'first'
    del Sub.kind
    Counter.made = 0
    return r


for n in (10, 400):
    print(counters(n))


class Later:
    pass


class Holder:
    thing = Later()
    thing.name = 'plain'


def holders(n):
    h = Holder()
    out = []
    for i in range(n):
        v = h.thing
        out.append(getattr(v, 'name', v))
        if i == n // 2:
            Later.__get__ = lambda self, obj, owner=None: f'got by {type(obj).__name__}'
    del Later.__get__
    return out[0], out[n // 2], out[-1], h.thing.name


print(holders(10))
print(holders(200))


class Getter:
    def __get__(self, obj, owner=None):
        return 'got'


class Plain:
    pass


class Derived(Plain):
    pass


class Owner:
    first = Plain()
    second = Derived()


def owned(o, n):
    for i in range(n):
        r = type(o.first).__name__, type(o.second).__name__
    return r


for n in (10, 400):
    Derived.__bases__ = (Plain,)
    Owner.first = Plain()
    o = Owner()
    print(owned(o, n))
    Owner.__dict__['first'].__class__ = Getter
    print(owned(o, n))
    Plain2 = type('Plain2', (Plain,), {'__get__': Getter.__get__})
    Derived.__bases__ = (Plain2,)
    print(owned(o, n), o.first, o.second)
