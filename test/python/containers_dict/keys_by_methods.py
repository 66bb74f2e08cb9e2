# Keys whose classes define __hash__ and __eq__, in all operations of dict and set that look one up.
class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, other):
        return isinstance(other, K) and self.v == other.v

    def __repr__(self):
        return f'K({self.v})'


d = {}
for i in range(10):
    d[K(i % 4)] = i
print(d, K(2) in d, K(9) in d, d.get(K(1)), d.get(K(8), 'x'))
print(d.setdefault(K(5), 7), d.setdefault(K(5), 8), d.pop(K(0)), d.pop(K(0), None))
del d[K(1)]
print(d)
for f in (lambda: d[K(77)], lambda: d.pop(K(77)), lambda: d.__delitem__(K(77))):
    try:
        f()
    except KeyError as e:
        print(repr(e))

s = set()
for i in (1, 1, 2):
    s.add(K(i))
print(len(s), K(1) in s, K(3) in s, {K(i % 3) for i in range(9)} == {K(0), K(1), K(2)})


class Raises(K):
    def __eq__(self, other):
        raise ValueError('no')
    __hash__ = K.__hash__


for f in (lambda: d[Raises(2)], lambda: Raises(2) in d, lambda: d.get(Raises(2)), lambda: d.update({Raises(2): 1}), lambda: Raises(1) in s):
    try:
        print(f())
    except ValueError as e:
        print('ValueError', e, e.__traceback__.tb_next.tb_frame.f_code.co_name)


class M(dict):
    def __missing__(self, key):
        return 'missing', key


print(M()[K(1)], M({K(1): 2})[K(1)])


class BadHash(K):
    def __hash__(self):
        return 'x'


for f in (lambda: d[BadHash(1)], lambda: s.add(BadHash(1)), lambda: BadHash(1) in d):
    try:
        f()
    except TypeError as e:
        print(e)


class Clears:
    def __init__(self, d):
        self.d = d

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.d.clear()
        return True


e = {}
e[Clears(e)] = 1
e[Clears(e)] = 2
print(len(e))


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __hash__(self):
        return 6

    def __eq__(self, other):
        return self.answer


e = {}
for answer in ([], [1], 0, 2, None, '', 'x', NotImplemented):
    for i in range(3):
        e[Answers(answer)] = i
    print(answer, len(e))


class Truth:
    def __init__(self, what):
        self.what = what

    def __bool__(self):
        print('bool', self.what)
        if self.what is None:
            raise ZeroDivisionError
        return self.what


e = {Answers(Truth(False)): 1}
print(Answers(1) in e)
e = {Answers(Truth(True)): 1}
print(Answers(1) in e, e[Answers(1)])
e = {Answers(Truth(None)): 1}
try:
    print(Answers(1) in e)
except ZeroDivisionError:
    print('ZeroDivisionError')
print({(K(1), 2): 3}[(K(1), 2)], {(K(1), 2): 3}.get((K(1), 3)))


class Int(int):
    def __hash__(self):
        return int(self) + 1

    def __eq__(self, other):
        print('eq', int(self), other)
        return int(self) == other


t = {1: 'one', Int(0): 'zero'}
print(t.get(Int(5)), t.get(1), Int(0) in t)
many = {}
for i in range(200):
    many[Answers(False)] = i
print(len(many))
