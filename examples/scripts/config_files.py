"""Reads INI and TOML configuration, shows differences."""
import configparser
import difflib
import io
import tomllib

INI = """[DEFAULT]
timeout = 30
[server]
host = example.org
port = 8080
url = http://%(host)s:%(port)s/
debug = yes
; comment
[paths]
list =
    one
    two
"""
c = configparser.ConfigParser()
c.read_string(INI)
print(c.sections(), c['server']['url'], c.getint('server', 'timeout'), c.getboolean('server', 'debug'), c['paths']['list'].split(), c.get('server', 'nope', fallback='none'))
for bad in ('[a]\nx', 'x=1', '[a]\nk=1\nk=2', '[a]\nu=%(nope)s'):
    p = configparser.ConfigParser()
    try:
        p.read_string(bad)
        print(p['a']['u'])
    except configparser.Error as e:
        print(type(e).__name__, str(e).splitlines()[0])
out = io.StringIO()
c['server']['port'] = '9090'
c.remove_section('paths')
c.write(out)
for line in difflib.unified_diff(INI.splitlines(), out.getvalue().splitlines(), 'before', 'after', lineterm='', n=0):
    print(line)
print(tomllib.loads('title = "x"\n[owner]\ndob = 1979-05-27T07:32:00Z\n[[points]]\nx = 1\ny = 0x1f\n[[points]]\nx = 1_000\ny = -inf\n'))
try:
    tomllib.loads('a = 1\na = 2')
except tomllib.TOMLDecodeError as e:
    print(e)
