"""Natives over some thousands of items, with something unusual late among them."""
from collections import Counter

class S(str):
    pass

words = [str(i * 7919 % 5000) for i in range(5000)]
for at, odd in ((10, 3), (1024, None), (1025, b'x'), (4999, ['y'])):
    items = words.copy()
    items[at] = odd
    try:
        print(''.join(items))
    except TypeError as e:
        print(e)
    try:
        sorted(items)
    except TypeError as e:
        print(e)
    c = Counter()
    try:
        c.update(items)
        print(c[odd], len(c))
    except TypeError as e:
        print(e, sum(c.values()) == at)

items = words.copy()
items[3000] = S('sub')
joined = '-'.join(items)
print(len(joined), type(joined), joined.count('sub'), '-'.join(items[2999:3002]) in joined)
items[2000] = 'wide \U0001f600'
print(len('-'.join(items)), '-'.join(items)[-20:])
print(sorted(items)[-2:], sorted(items, reverse=True)[:2], sorted(items, key=len)[-1], sorted(items, key=lambda s: (len(s), s))[:3])
pairs = [(w, i % 3) for i, w in enumerate(words)]
print(sorted(pairs)[1500:1503], sorted(pairs, key=lambda p: p[1])[1666:1669], sorted(pairs, reverse=True)[1030:1032])
print(Counter(words).most_common(2), Counter('abracadabra' * 1000).most_common(2), sum(Counter(range(3000)).values()))
print(Counter(w[0] for w in words) == Counter(map(lambda w: w[0], words)), Counter({'a': 2 ** 53 - 1}) + Counter(['a'] * 2000))
big = Counter({'x': 2 ** 53 - 100})
big.update(['x'] * 3000)
print(big)
