# Copies of subclasses of bytearray with __slots__ and with a __dict__; what is left of a finished reversed().
import copy
import pickle


class B(bytearray):
    __slots__ = ('x', '__dict__')


class C(bytearray):
    def __getstate__(self):
        return {'kept': 1}


b = B(b'ab')
b.x = 1
b.y = 2
print(b.__reduce_ex__(2), b.__reduce__())
for c in (copy.copy(b), copy.deepcopy(b), pickle.loads(pickle.dumps(b))):
    print(c, c.x, c.y)
print(copy.copy(C(b'q')).__dict__, bytearray(b'z').__reduce__())
it = reversed([1, 2])
for _ in range(4):
    print(it.__reduce__(), next(it, 'end'))
