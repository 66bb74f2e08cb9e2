# How often sets and dicts ask for hashes of keys whose __hash__ is Python code.
class H(int):
    count = 0

    def __hash__(self):
        H.count += 1
        return int.__hash__(self)

    __eq__ = int.__eq__


d = dict.fromkeys(map(H, range(6)))
s = set(map(H, range(6)))
more = set(map(H, range(9)))
for text in ('set(d)', 'frozenset(d)', 'dict.fromkeys(s)', 'dict.fromkeys(d)', 'set().union(d)', 's | more', 'd.copy()', '{**d}', 'd | d', 's.difference(d)', 's - more', 's & more',
             's.intersection(d)', 's.intersection(list(d))', 's.issubset(more)', 'more.issuperset(d)', 's ^ more', 's.symmetric_difference(d)', 's.isdisjoint(d)', 's.isdisjoint(more)',
             's == set(d)', 'd == dict(d)', 'd.keys() & s', 'd.keys() | s', 'd.keys() - s', 'd.keys() ^ s', '{*d}', '[k for k in d]', 's <= more', 'more > s'):
    H.count = 0
    r = eval(text)
    print(text, H.count, sorted(r) if not isinstance(r, bool) else r)
