import re
for p in (r'\Aabc', r'^abc', r'(\Aab)c', r'\Aabc|\Axyz'):
    print(re.search(p, 'x' * 20000), re.findall(p, 'x' * 2000), re.sub(p, '', 'abc' + 'x' * 10)[:5])
print(re.findall(r'(?m)^\w', 'ab\ncd\n\nef'), re.search('(?m)^z', 'x\n' * 2000))
c = re.compile(r'\Aa|b')
print(c.search('xxb').span(), c.search('ab', 1).span(), re.compile('^a', re.M).search('b\na', 1, 3).span(), re.compile('a').search('bab', 2, 1))
print([m.span() for m in re.finditer('(?m)^', 'a\n\nb\n')], re.sub('(?m)^', '>', 'a\nb'), re.split('(?m)^', 'a\nb'), re.compile('^', re.M).search('a\n\n', 1, 2).span())
print(re.findall('ab', 'abxabab'), re.compile('ab').findall('abxabab', 1, 5), re.compile('ab').fullmatch('abab'), re.compile('abab').fullmatch('abab').span(), re.findall(b'ab', b'xabab'), re.findall('\U0001F600a', 'x\U0001F600a\U0001F600a'))
it = re.finditer('(a)(b)?', 'aba')
m = next(it)
re.compile('(a)(b)?').search('zzab')
print(m.span(1), m.groups(), [x.groups() for x in it])
print(re.sub('a', lambda m: re.sub('b', 'c', 'b' + m.group()), 'xax'), re.sub('(a)', lambda m: str(re.match('(a)', 'ab').span()), 'xa'))
for p in (r'[^x]*', r'\w*', r'a*', r'.*', r'(?s).*', r'[é-ü]*', r'(?i)[A-C]*', r'(?i)a*', r'[^\n]*'):
    print([re.match(p, t).end() for t in ('aab\nx', 'éüabc', 'ABCabc', '', 'aaaa', '\U0001F600aé')], re.match(p.encode('latin1'), b'aab\nx').end())
