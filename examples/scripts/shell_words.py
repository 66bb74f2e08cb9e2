"""shlex, string templates, fnmatch, getopt, glob patterns, sorting keys."""
import fnmatch
import getopt
import locale
import operator
import shlex
import string
from functools import cmp_to_key

line = '''cp -v "my file.txt" 'a b'/c\\ d --to=dest # comment'''
print(shlex.split(line), shlex.split(line, comments=True), shlex.join(['a b', "it's", 'plain']), shlex.quote('$x'))
print(getopt.gnu_getopt(['-a', 'x', '--long=3', 'rest', '-b'], 'a:b', ['long=']))
try:
    shlex.split('"open')
except ValueError as e:
    print(e)
t = string.Template('$who owes ${what}s $$5')
print(t.substitute(who='Ann', what='pear'), t.safe_substitute(who='Bob'))
try:
    t.substitute(who='x')
except KeyError as e:
    print('missing', e)
print([n for n in ('a.py', 'b.txt', 'test_c.py') if fnmatch.fnmatch(n, '*[!t].py')], fnmatch.translate('a*.[ch]'))
people = [('Bob', 30), ('ann', 25), ('Cid', 30)]
print(sorted(people, key=operator.itemgetter(1, 0)), sorted(people, key=lambda p: p[0].lower()), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
print(string.capwords('hello big world'), string.Formatter().format('{0!r:>6} {x[k]} {y.real}', 'a', x={'k': 1}, y=2), f"{'é':*^7}|{12345.678:,.1f}|{0.00001:g}|{1e16}|{-0.0}")
