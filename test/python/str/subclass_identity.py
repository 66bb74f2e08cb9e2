import sys
class S(str): pass
s = S('abc')
def who(x): return type(x).__name__, x is s
print(who('%s' % s), who(str(s)), who(format(s)), who(format(s,'')), who('{}'.format(s)), who(f'{s}'), who(f'{s!s}'), who(''.join([s])), who(s[:]), who(s*1), who(s+''), who(''+s), who(s.strip()), who(s.replace('x','y')), who(s.lower()), who(s.zfill(1)), who(s.ljust(1)), who(s.expandtabs()), who(s.translate({})), who(s.format()), who(s % ()), who(ascii(s)), who(repr(s)))
class R(str):
    def __str__(self): return s
    def __repr__(self): return s
    def __format__(self, f): return s
r = R('q')
print(who(str(r)), who(repr(r)), who(format(r)), who('%s' % r), who('%r' % r), who('%a' % r), who(ascii(r)), who(f'{r}'), who(f'{r!r}'), who(f'{r!s}'), who(f'{r!a}'),who('{}'.format(r)),who('{!r}'.format(r)),who('{!s}'.format(r)))
print(who(s.removeprefix('x')), who(s.removesuffix('z')), who(s.center(1)), who(s.rjust(2)), [who(x) for x in s.split()], [who(x) for x in s.partition('z')], [who(x) for x in s.rpartition('z')], [who(x) for x in s.splitlines()])
class N:
    def __str__(self): return s
    def __repr__(self): return s
    def __format__(self, f): return s
r = N()
print(who(str(r)), who(repr(r)), who(format(r)), who('%s' % r), who('%r' % r), who('%a' % r), who(ascii(r)), who(f'{r}'), who(f'{r!r}'), who(f'{r!s}'), who(f'{r!a}'),who('{}'.format(r)),who('{!r}'.format(r)),who('{!s}'.format(r)), who(S(r)), who(str(r)))
class B(bytes): pass
b = B(b'abc')
def who(x): return type(x).__name__, x is b
print(who(b'%s' % b), who(bytes(b)), who(b[:]), who(b.strip()), who(b.lower()), who(b*1), who(b+b''), who(b''.join([b])), who(b.replace(b'x',b'')), who(b.zfill(1)), who(b.ljust(1)), who(b.translate(None)), who(b.expandtabs()), [who(x) for x in b.partition(b'z')])
class T(tuple): pass
t = T((1,2))
def who(x): return type(x).__name__, x is t
print(who(tuple(t)), who(t[:]), who(t+()), who(t*1))
t=(1,2)
print(who(tuple(t)), who(t[:]), who(t+()), who(t*1))
class I(int): pass
i = I(5)
def who(x): return type(x).__name__, x is i
print(who(int(i)), who(i+0), who(+i), who(abs(i)), who(i.conjugate()), who(i.real), who(i.numerator), who(round(i)), who(i.__int__()), who(i.__index__()), who(i.__floor__()), who(i.__round__()), who(i.__pos__()), who(i|0))
import operator
print(who(operator.index(i)))
class F(float): pass
i = F(5)
print(who(float(i)), who(+i), who(abs(i)), who(i.conjugate()), who(i.real), who(round(i,1)), who(i.__float__()))
