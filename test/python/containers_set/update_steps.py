s=set(bytearray(b'ab'))
for x in 1,2,3: s.add(x)
print(s)
print({1,2,3}.symmetric_difference(bytearray(b'ab')), {1,2,3} ^ {97,98}, {97,98} ^ {1,2,3}, {1,2,3}.symmetric_difference([97,98]), {1,2,3}.symmetric_difference([3,97,98]),{1,2,3}.symmetric_difference({3,97,98}))
s={1,2,3}; s.symmetric_difference_update(b'a'); print(s)
s={1,2,3}; s.symmetric_difference_update({97}); print(s)
s={1,2,3}; s ^= {97,98, 1}; print(s)
s={1,2,3}; s.symmetric_difference_update([97,98, 1]); print(s)
s={1,2,3}; s.symmetric_difference_update(range(20,0,-3)); print(s)
s=frozenset({1,2,3}); s ^= {97,98, 1}; print(s)
s={1,2,3}; s.symmetric_difference_update({97:1, 1:2}); print(s)
s = {1:0,2:0}.keys() ^ [97,98]; print(s)
s = {1:0,2:0}.keys() ^ {97:1}.keys(); print(s); print({1:0}.items() ^ {97:1, 1:0}.items(), [97] ^ {1:0, 9:0}.keys(), {1:0}.keys() - [5], [97,98,1] - {1:0}.keys(), [1,97] | {1:0, 9:0}.keys(), {1, 9} & {9:0, 1:0}.keys())
def t(s, n, *a):
    try: getattr(s, n)(*a)
    except Exception as e: print(type(e).__name__, e, s)
    else: print(s)
for n in 'update difference_update intersection_update symmetric_difference_update'.split():
    t({1,2,3}, n, [1], 5); t({1,2,3}, n, [1], [[]]); t({1,2,3}, n, 5, [1]); t({1,2,3}, n, [1, []]); t({1,2,3}, n, [2], [3, []], [1]); t({1,2,3}, n, iter([1, 2])); t({1,2,3}, n, {2: 3}); t({1,2,3}, n, 'b', 'b'); t({1, 2, 3}, n)
class Boom:
    def __iter__(self):
        yield 1
        yield 2
        raise KeyError('boom')
for n in 'update difference_update intersection_update symmetric_difference_update union difference intersection symmetric_difference'.split(): t({1,2,3}, n, Boom()); t({1, 2, 3}, n, Boom(), [3])
b = bytearray(b'abc')
def u(f):
    try: f()
    except Exception as e: print(type(e).__name__, e, b)
    else: print(b)
u(lambda: b.__init__('a', 5)); b[:] = b'abc'; u(lambda: b.__init__(5, 'a')); b[:] = b'abc'; 
class X: pass
u(lambda: b.__setitem__(slice(1), X())); u(lambda: b.__setitem__(slice(1), None)); u(lambda: b.__setitem__(slice(1), 5)); u(lambda: b.__setitem__(slice(1), 'a')); u(lambda: b.__setitem__(2**70, 5)); u(lambda: b.__setitem__(2**70, 'x')); u(lambda: b.__setitem__(5, 'x')); u(lambda: b.insert(2**70, 5)); u(lambda: b.insert(2**70, 'x')); u(lambda: b.insert(0, 'x')); u(lambda: b.insert(0, 300)); u(lambda: b.insert('a', 300)); u(lambda: b.__delitem__(2**70)); u(lambda: b.pop(2**70)); u(lambda: b.__setitem__(slice(None), [1, 'a'])); u(lambda: b.__setitem__(slice(None), [1, 256])); u(lambda: b.extend([1, 'a'])); u(lambda: b.extend([1, 256])); u(lambda: b.extend('a')); u(lambda: b.extend(5)); u(lambda: b.__iadd__([1])); u(lambda: b.append('a')); u(lambda: b.append(256)); u(lambda: b.remove('a')); u(lambda: b.remove(300)); u(lambda: b.remove(90))
m = memoryview(b'abcd')
u(lambda: m.cast('é')); u(lambda: m.hex(1, 2**70)); u(lambda: m.hex('aa', 2**70)); u(lambda: m.hex(':', 2)); u(lambda: b''.hex(1, 2**70)); u(lambda: m.cast(5)); u(lambda: m.cast('B', 5)); u(lambda: m.cast('B', [])); u(lambda: m.cast('')); u(lambda: m.cast('zz'))
u(lambda: type.__setattr__(X, 5, 1)); u(lambda: setattr(int, 5, 1)); u(lambda: type.__setattr__(int, 'x', 1)); u(lambda: type.__getattribute__(int, 5)); u(lambda: object.__setattr__(X(), 5, 1)); u(lambda: object.__setattr__(X, 'a', 1))
e = ExceptionGroup('g', [ValueError(1)])
u(lambda: e.derive(range(3))); u(lambda: e.derive([])); u(lambda: e.derive(5)); u(lambda: e.derive('ab')); u(lambda: e.derive({1: 2})); u(lambda: ExceptionGroup('m', range(2))); u(lambda: ExceptionGroup('m', {1})); u(lambda: ExceptionGroup('m', 'a')); u(lambda: ExceptionGroup('m', iter([ValueError()])));u(lambda: ExceptionGroup('m', b'a'))
