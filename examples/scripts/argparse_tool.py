"""A command-line tool with sub-commands."""
import argparse
import sys


def build():
    p = argparse.ArgumentParser(prog='units', description='Convert between units.')
    p.add_argument('--precision', type=int, default=2, help='digits after the point (default: %(default)s)')
    sub = p.add_subparsers(dest='command', required=True)
    t = sub.add_parser('temp', help='temperatures')
    t.add_argument('value', type=float)
    t.add_argument('--to', choices=['c', 'f'], default='c')
    d = sub.add_parser('dist', help='distances')
    d.add_argument('values', type=float, nargs='+')
    d.add_argument('-v', '--verbose', action='count', default=0)
    return p


def run(argv):
    try:
        a = build().parse_args(argv)
    except SystemExit as e:
        print('exit', e.code)
        return
    if a.command == 'temp':
        v = (a.value - 32) * 5 / 9 if a.to == 'c' else a.value * 9 / 5 + 32
        print(f'{v:.{a.precision}f}')
    else:
        for v in a.values:
            print(f'{v} mi = {v * 1.609344:.{a.precision}f} km' if a.verbose else f'{v * 1.609344:.{a.precision}f}')


sys.stderr = sys.stdout
for line in ('temp 212', 'temp 100 --to f', '--precision 4 dist 1 26.2 -vv', 'temp abc', 'dist', 'fly 1', '--help', 'temp --help', 'temp 1 --to k'):
    print('$ units', line)
    run(line.split())
