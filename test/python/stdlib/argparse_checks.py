# What add_argument refuses, nargs of all kinds, formatters of the program's own, messages.
import argparse, os, sys, io, contextlib
os.environ['COLUMNS'] = '70'

def make(**kw):
    return argparse.ArgumentParser(prog='prog', **kw)

for kw in ({'nargs': 2, 'metavar': ('a', 'b', 'c')}, {'nargs': 'x'}, {'nargs': None, 'metavar': ('a', 'b')}, {'nargs': '?', 'metavar': ('a', 'b')}, {'nargs': 3, 'metavar': ('a', 'b', 'c')},
           {'nargs': -1}, {'nargs': 0}, {'nargs': 2.5}, {'choices': [1, 2], 'metavar': ('m', 'n')}, {'choices': 'ab', 'nargs': 2}, {'type': 'int'}, {'action': 'nothing'}, {'nargs': '*', 'metavar': ('X', 'Y')}):
    try:
        p = make()
        p.add_argument('--opt', **kw)
        print(kw, 'ok', p.format_usage().strip())
    except (ValueError, TypeError) as e:
        print(kw, type(e).__name__, e)

class Choices:
    def __iter__(self): raise RuntimeError('asked')
try:
    make().add_argument('--c', choices=Choices())
except RuntimeError as e:
    print(e)

made = []
class Formatter(argparse.HelpFormatter):
    def __init__(self, prog):
        made.append(prog)
        super().__init__(prog, max_help_position=12)
p = make(formatter_class=Formatter)
p.add_argument('-x', help='an option')
print(len(made), p.format_help())

def parse(args, *specs):
    p = make()
    for names, kw in specs:
        p.add_argument(*names.split(), **kw)
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            print(args, vars(p.parse_args(args.split())))
    except SystemExit as e:
        print(args, e.code, err.getvalue().strip().splitlines()[-1])

for nargs in None, '?', '*', '+', 1, 2, '...', 'A...':
    for args in '', 'a', 'a b', 'a b c', '-v a', 'a -v b', '-o 1 a', 'a -o 1 2 -v b', '-- a -v', '-1 a':
        parse(args, ('-v', {'action': 'store_true'}), ('-o', {'nargs': '*'}), ('pos', {'nargs': nargs}))
parse('-5 3', ('n', {'type': int, 'nargs': '+'}))
parse('a b c d', ('x', {}), ('y', {'nargs': '?'}), ('z', {'nargs': '*'}))
parse('--name=a --num 1.5x', ('--name', {}), ('--num', {'type': float}))
parse('--unknown', ('--name', {'required': True}))

p = make(description='Long ' * 30, epilog='end')
sub = p.add_subparsers(dest='cmd', metavar='CMD', help='what to do')
a = sub.add_parser('add', help='adds')
a.add_argument('n', type=int, nargs=2, metavar='N')
g = a.add_mutually_exclusive_group()
g.add_argument('--fast', action='store_true')
g.add_argument('--slow', action='count', default=0)
print(p.parse_args(['add', '1', '2', '--fast']))
p.print_help()
a.print_help()
