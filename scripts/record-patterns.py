"""The regular expressions that the library compiles while its modules are imported, and by what nearly every user of
them calls, as one JSON line each: [key, JSON text of [flags, groups, groupindex, code]]. The build runs this on pyvm itself and puts
the result into the archive, where `re._compiler.compile` finds it (src/stdlib/sre/known.ts).

    pyvm scripts/record-patterns.py MODULE..."""
import re
import sys

seen = {}
compile_ = re._compiler.compile


def recording(p, flags=0):
    if isinstance(p, (str, bytes)):
        seen.setdefault((type(p), p, int(flags)))
    return compile_(p, flags)


re._compiler.compile = recording
# Behind that: they have patterns too.
import json
import warnings

warnings.simplefilter('ignore')
for name in sys.argv[1:]:
    try:
        __import__(name)
    except Exception:
        pass  # A module that does not work here compiles nothing.


def exercise():
    """What compiles its patterns at the first call."""
    import argparse, contextlib, datetime, difflib, inspect, io, locale, logging, pprint, shlex, string, textwrap, time, tokenize
    parser = argparse.ArgumentParser(prog='x')
    parser.add_argument('-n', '--number', type=int, help='a number')
    parser.add_argument('file', nargs='*')
    parser.format_help()
    parser.parse_args(['-n', '3', 'a', '-1'])
    for nargs in None, '?', '*', '+', 1, 2, 3, argparse.REMAINDER:
        for count in 1, 2, 3:
            more = argparse.ArgumentParser(prog='x')
            more.add_argument('--option', nargs=nargs)
            more.add_argument('--flag', action='store_true')
            for i in range(count):
                more.add_argument(f'p{i}', nargs=nargs if i == count - 1 else None)
            try:
              with contextlib.redirect_stderr(io.StringIO()):
                more.parse_args(['--flag', *'abcdef'[:count - 1 + (nargs if type(nargs) is int else 1)]])
                more.parse_args(['--option', *'ab'[:nargs if type(nargs) is int else 1], '--flag', *'abcdef'[:count - 1 + (nargs if type(nargs) is int else 1)]])
            except SystemExit:
                pass
    tree = argparse.ArgumentParser(prog='x')
    branch = tree.add_subparsers(dest='command').add_parser('run')
    branch.add_argument('name')
    tree.parse_args(['run', 'a'])
    textwrap.dedent('  a\n  b'), textwrap.fill('a b c'), textwrap.indent('a', ' ')
    list(tokenize.tokenize(io.BytesIO(b'x = [1.5, "a", b"c", f"{x}"]\n').readline))
    for text, form in [('2020-01-02', '%Y-%m-%d'), ('10:20:30', '%H:%M:%S'), ('2020-01-02 10:20:30', '%Y-%m-%d %H:%M:%S'), ('2020-01-02T10:20:30', '%Y-%m-%dT%H:%M:%S')]:
        time.strptime(text, form)
        datetime.datetime.strptime(text, form)
    shlex.split('a b'), shlex.quote('a b')
    string.Template('$a').substitute(a=1)
    pprint.pformat('word ' * 40)
    locale.format_string('%d', 1)
    logging.Formatter('%(message)s'), logging.Formatter('{message}', style='{')
    inspect.cleandoc('a\n  b')
    re._compiler.compile(r'[\w\.]+')  # Of inspect, and dataclasses (scripts/lib-patches.mjs).
    re._compiler.compile('__main__')  # Of the filters that warnings begins with.


exercise()
warnings.simplefilter('error')
for kind, pattern, flags in seen:
    try:
        p = re._parser.parse(pattern, flags)
    except (re.error, Warning):
        continue
    if flags & (re.DEBUG | re.LOCALE):
        continue
    state = p.state
    text = pattern if kind is str else pattern.decode('latin1')
    key = f"{flags}{'s' if kind is str else 'b'}{text}"
    print(json.dumps([key, json.dumps([flags | state.flags, state.groups - 1, state.groupdict, re._compiler._code(p, flags)], separators=(',', ':'))]))
