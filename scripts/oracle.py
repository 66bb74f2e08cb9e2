#!/usr/bin/env python3
"""Record what CPython prints for the programs under test/python (npm run oracle [-- path ...]).

For NAME.py: NAME.out is its stdout; NAME.err holds the last line of stderr and the exit code, if that is not 0.
Addresses are not masked: programs must not print them.
"""
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'test', 'python')


def record(path):
    base = path[:-3]
    stdin = open(base + '.in', 'rb') if os.path.exists(base + '.in') else subprocess.DEVNULL
    done = subprocess.run([sys.executable, '-X', 'utf8', os.path.basename(path)], cwd=os.path.dirname(path), stdin=stdin,
                          capture_output=True, timeout=60)
    with open(base + '.out', 'wb') as f:
        f.write(done.stdout)
    if done.returncode != 0:
        lines = done.stderr.decode().rstrip('\n').split('\n')
        with open(base + '.err', 'w') as f:
            # Ended by a signal: what a shell reports.
            f.write('%s\n%d\n' % (lines[-1], done.returncode if done.returncode > 0 else 128 - done.returncode))
    elif os.path.exists(base + '.err'):
        os.remove(base + '.err')


def main():
    paths = [os.path.abspath(p) for p in sys.argv[1:]]
    if not paths:
        for folder, _, files in os.walk(ROOT):
            paths.extend(os.path.join(folder, f) for f in files if f.endswith('.py') and not f.startswith('_'))
    for p in sorted(paths):
        record(p)


main()
