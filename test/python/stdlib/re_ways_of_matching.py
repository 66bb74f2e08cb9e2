"""Patterns whose parts need choices, and patterns whose parts need none: match, search, fullmatch, finditer, with bounds."""
import re
import zlib

PATTERNS = [
    # alternatives: told apart by the first character, by a later one, not at all; empty ones
    r'(?:ab|cd|ef)g?', r'(?:ab|ac|a)c', r'(a|ab)(c|bcd)(d*)', r'(?:a*|b)c', r'(?:aa)??[^ab\n]', r'(?:|a|ab)b', r'((?:\s1|1|\S))?',
    # runs: their end is sure, or they give back
    r'(\w+)\s(\d*)', r'\w+\b', r'(\w+)(\w)', r'a{2,3}a', r'.*b', r'(.*?)b', r'(.{1,3}?)(b|$)', r'[^b]*?$', r'a*+b', r'\d{2}:\d{2}',
    # repeats of more than one thing
    r'(?:ab)*', r'(?:ab)*a', r'(ab|a)*b', r'(?:(a)|b)*', r'(?:(a)|(b))+?$', r'(?:a|b?)*c', r'(?:a|ab){2,3}c', r'(?:a?){3}b', r'(?:(?:a+)b?)+$', r'(a*)*', r'(?:ab|cd){2}',
    r'"(?:[^"\\]|\\.)*"', r'(?:(\w)-?)+', r'(?:x(?:y(z)?)?)*w',
    # groups that are asked for
    r'(a+)b\1', r'(a)?b(?(1)c|d)', r'(?:(a)|b)\1?c', r'(?i:(a)b)\1',
    # look-arounds, atomic groups
    r'(?=(a+))a*b\1', r'(?!ab)\w+', r'(?<=a)b+', r'(?<!a)b', r'(?=a(?:b|bc)d)abc?', r'(?!(?:a|ab)c)\w\w', r'(?>a|ab)c', r'(?>(a+)b?)(?:b|c)', r'(?<=(ab))c',
    # places
    r'^\w*$', r'(?m:^(\w+)$)', r'\Aa|b\Z', r'\bb', r'\Bb', r'a$\n?',
    # characters
    r'(?i:[k-m]+|\u017f)', r'[^\W\d]+', r'[\w-]+', r'(?a:\w+)', r'(?s:a.b)', r'[\u0100-\u0200]+', r'\s+', r'\D\S',
]
TEXTS = ['', 'ab', 'abcd', 'aaab', 'ababa', 'aabaac', 'ba b', 'a-12:34', '"a\\"b" c', 'ab\nb\n', 'a\u0161b\u017fK', 'a\U0001f600b ab']


def show(m):
    return None if m is None else (m.regs, m.lastindex)


def digest(p, t):
    c = re.compile(p)
    out = [show(c.match(t)), show(c.search(t)), show(c.fullmatch(t)), show(c.search(t, 1)), show(c.match(t, 1, 3)), show(c.fullmatch(t, 0, 2))]
    out += [show(m) for m in c.finditer(t)]
    return repr(out + [c.split(t), c.sub('<>', t), c.findall(t, 1)])


for p in PATTERNS:
    print(p.encode('unicode_escape').decode(), zlib.crc32(' '.join([digest(p, t) for t in TEXTS]).encode()))

for p in [rb'(\w+)\s(\d*)', rb'(?:ab|a)*b', rb'(?i)[k-m\xe9]+', rb'"(?:[^"\\]|\\.)*"', rb'a(?=b)|\Z']:
    print([(re.findall(p, t), show(re.search(p, t)), re.sub(p, b'<>', t)) for t in (b'', b'ab', b'aab 12', b'"a\\"b"', b'KLm\xe9\xc9')])
