a = 'x' "y" '''z''' r'\n' u'kind' U"no kind"
b = '\x41\u00e9\U0001F600\101\0\n\t\\\'\"\a\b\f\v\
joined'
c = '''two
lines''' 'and more'
d = ('implicit '
     'concatenation')
e = u'first' 'second'
f = 'first' u'second'
