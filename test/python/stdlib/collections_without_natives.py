"""The module collections where _collections cannot be imported: its classes in Python."""
import sys

held = {name: sys.modules.pop(name) for name in list(sys.modules) if name in ('collections', '_collections')}
sys.modules['_collections'] = None
try:
    import collections
finally:
    del sys.modules['_collections']
    sys.modules.update(held)

c = collections.Counter('abca')
c.update('ab')
print(c, collections.Counter(a=2), collections.Counter({'x': 1}), collections.Counter().total())
d = collections.OrderedDict(a=1, b=2)
d.move_to_end('a')
print(list(d.items()), d.pop('b'), d.setdefault('z'), type(d).__module__, 'move_to_end' in vars(type(d)))
