"""sub with texts, templates and functions."""
import re

for repl in ['x', r'\1', r'<\2-\1>', r'\g<0>\g<n>', r'\\', r'\n', '', r'a\1b\1c']:
    for text in ['', 'a1', 'a1 b2-', 'zz', '\U0001f600a1', 'a']:
        print(repl, re.sub(r'(?P<n>[a-z])(\d)?', repl, text), re.subn(r'(?P<n>[a-z])(\d)?', repl, text, 1))
print(re.sub(rb'(a)(b)?', rb'<\1\2>', b'ab a'), re.sub(rb'(a)', bytearray(b'[]'), b'xa'), re.sub(rb'(a)', memoryview(rb'[\1]'), b'xa'), re.subn(b'a', memoryview(b'y'), bytearray(b'aba')))

seen = []


def f(m):
    seen.append(m.span())
    return {'a': 'A', 'b': None}.get(m[0], m.group() * 2)


print(re.sub(r'\w', f, 'a-b-c'), re.sub('x*', f, 'axb'), re.subn(r'\w', f, 'abc', 2), re.subn(r'\w', f, '-'), seen)


class S(str):
    pass


print(type(re.sub('x', 'y', S('abc'))), re.sub('b', S('Q'), S('abc')), re.sub(r'(b)', S(r'[\1]'), S('abc')), re.sub('b', lambda m: S('!'), 'abc'))
p = re.compile('(a)(b)?')
for call in [lambda: p.sub(r'\3', 'a'), lambda: p.sub(r'\g<x>', 'a'), lambda: p.sub(lambda m: 1, 'xa'), lambda: p.sub(b'x', 'a'), lambda: p.sub(rb'\1x', 'a'), lambda: p.sub('x', b'a'),
             lambda: p.sub(3, 'a'), lambda: p.sub([], 'a'), lambda: re.sub(rb'(a)', bytearray(rb'[\1]'), b'xa'), lambda: p.sub('x', 'a', count='1'), lambda: p.sub(lambda m: 1 / 0, 'a'), lambda: p.sub(b'x', 'zz')]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
m = re.search(r'(?P<first>a)|(?P<second>b)|(c)', 'b')
print(m.lastgroup, m.lastindex, re.search(r'(?P<first>a)|(?P<second>b)|(c)', 'c').lastgroup, m[True], m.start('second'), m.end(2), m.span('first'))


class I:
    def __index__(self):
        return 2


print(m[I()], m.group(I(), 0), m.start(I()))
for k in [4, -1, 'zz', None, 1.0]:
    try:
        print(m[k])
    except Exception as e:
        print(type(e).__name__, e)
it = re.finditer('a', 'aXa')
print(next(it), list(it), next(it, 'end'))
print([m.start() for m in re.finditer(r'(?=(a))|b', 'ab')], [x.span() for x in zip(re.finditer('.', 'ab'), 'xy') for x in x[:1]])
