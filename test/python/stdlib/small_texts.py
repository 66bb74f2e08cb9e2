# Texts and orders of checks that natives got wrong once.
import collections, enum, re

for f, args in [(exec, (1, 2, 3)), (eval, ('1', 2, 3)), (exec, ('1', 2)), (exec, ('1', {}, 3))]:
    try:
        f(*args)
    except TypeError as e:
        print(f.__name__, args, e)

N = collections.namedtuple('N', 'a b')
print(N.a, N.b)

print(re.match('.*', 'x' * 100))
print(re.match(b'.*', b'y' * 100))
print(re.match('.{47}', 'é' * 100))
for n in (0, 1, -1, -5):
    print(n, re.sub('a', 'b', 'aaa', count=n), re.subn('(a)', r'\1\1', 'aaa', n), re.subn('a', lambda m: 'c', 'aaa', n), re.split('a', 'xaxax', n), re.split('(a)', 'xaxax', n))

try:
    class D(enum.Flag):
        a = 'x'
except TypeError as e:
    print(e)
