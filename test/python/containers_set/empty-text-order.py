# The empty str and bytes have hash 0 in every run: sets with them have CPython's order.
print({'', 97, 32, 98}, {b'', 3, 1}, {8, ''}, {(97, 5), ('', 5), (1, '')})
s = {'', 5, 16}
s.add(8)
s.discard('')
print(s, [q for q in {'', *b'a b'}])
print({(q, 5) for q in {'', *b'a b'}})

import collections

# A defaultdict in itself, and one with itself as its factory's receiver.
d = collections.defaultdict(list)
d[1].append(d)
print(d, [d])
d = collections.defaultdict(None, a=1)
d['self'] = d
print(d)
print(list[int].__bases__, issubclass(list[int], list), issubclass(list[int], object))
