"""A gallery of regular expressions."""
import re

print(re.findall(r'(?<![\w.])[\w.+-]+@[\w-]+\.[\w.]+\b', 'a@b.co, x.y+z@sub.example.org; no@no'))
print(re.sub(r'\b(\w)(\w*)\b', lambda m: m[2] + m[1] + 'ay', 'pig latin is fun'))
print(re.fullmatch(r'(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)', '2024-02-29').groupdict())
print(re.split(r'(?:,\s*)|\s+(?=and)', 'a, b,c and d'), re.split(r'(-)', 'a-b'), re.split('x*', 'axbc'))
print([m.span() for m in re.finditer(r'(?=(aa))', 'aaaa')], re.findall(r'(a)|(b)', 'ab'), re.sub('x*', '-', 'abxd'))
print(re.search(r'(?i)HELLO\s+(?-i:World)', 'hello   World')[0], re.match(r'(?s).*', 'a\nb')[0], re.findall(r'(?m)^\w+$', 'ab\ncd e\nfg'))
print(re.findall(r'\w+', 'naïve café ٣٤', re.A), re.findall(r'\w+', 'naïve café ٣٤'), re.findall(r'\d', '٣4'), re.escape('a.b*c'))
print(re.match(r'(a+)+b', 'aaaaaaaaaaac'), re.match(r'(?>a+)ab', 'aaab'), re.match('a++b', 'aaab')[0], re.findall('a{2,3}?', 'aaaaa'))
print(re.compile(r'(\d+)(?:\.(\d+))?').sub(lambda m: f'[{m[1]}|{m[2]}]', '3.14 and 42'), re.subn('a', 'b', 'banana', count=2))
for bad in ('(', '[a', 'a**', '(?P<1>x)', '(?<=a+)b', 'a{3,2}', '*'):
    try:
        re.compile(bad)
    except re.error as e:
        print(f'{bad!r}: {e}')
scanner = re.Scanner([(r'\d+', lambda s, t: int(t)), (r'[a-z]+', lambda s, t: t), (r'\s+', None)])
print(scanner.scan('ab 12 cd!'))
