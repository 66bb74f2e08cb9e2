"""Pickling and copying of object graphs."""
import copy
import pickle
from collections import OrderedDict, deque
from datetime import date


class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent:
            parent.children.append(self)

    def __getstate__(self):
        return {**self.__dict__, 'saved': True}

    def paths(self):
        yield self.name
        for c in self.children:
            for p in c.paths():
                yield self.name + '/' + p


class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


root = Node('root')
Node('b', Node('a', root))
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    back = pickle.loads(pickle.dumps(root, protocol))
    print(protocol, list(back.paths()), back.children[0].parent is back, back.saved)
values = [1, -1, 2**70, 1.5, 'é\n', b'x', None, True, (1,), {'k': [1]}, {1, 2}, frozenset([3]), date(2020, 1, 2), OrderedDict(a=1), deque([1], 3), range(3), Point(1, 2), print, int, 3 + 4j]
print([pickle.loads(pickle.dumps(v)) == v for v in values])
shared = [1]
d = copy.deepcopy({'a': shared, 'b': shared})
print(d['a'] is d['b'], d['a'] is shared, copy.copy(values)[9] is values[9])
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b'garbage'), lambda: pickle.loads(b'')):
    try:
        bad()
    except Exception:
        print('refused')
