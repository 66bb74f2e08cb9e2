# Numbers below a bound: whose getrandbits is asked, and the stream that comes of it.
import random

r = random.Random(5)
print([r.randint(1, 100) for _ in range(5)], [r.randrange(3, 10 ** 30, 7) for _ in range(2)], r.choice('abc'), r.sample(range(50), 5), r.randrange(1), r.getrandbits(70))
a = list(range(10))
r.shuffle(a)
print(a, r._randbelow(2 ** 32), r._randbelow(2 ** 32 + 1), r._randbelow(True))


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


class Rand(random.Random):
    def random(self):
        return 0.75


class Both(Rand):
    pass


class Plain(random.Random):
    pass


for c in (Bits, Rand, Both, Plain):
    print(c.__name__, c(1).randrange(10), c(1).choice([1, 2, 3, 4]))
r.getrandbits = lambda k: 0
print(r.randrange(10), r.randint(5, 6))
for f in (lambda: random.Random(1)._randbelow('x'), lambda: random.Random(1).randrange(0), lambda: random.Random(1).choice([]), lambda: random.SystemRandom().randrange(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
