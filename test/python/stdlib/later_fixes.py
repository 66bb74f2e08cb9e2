import urllib.parse as u
for s in (' http://a/b', 'http://[::1]:80/x', 'http://[1.2.3.4]/', 'http://[v1.x]/', 'http://[vx]/', 'http://[zz]/', 'rtsps://a/b', 'http://a:b@c:99/p;q?r#s', '//x', 'mailto:a@b', 'http://a:99999/'):
    try:
        r = u.urlsplit(s); print(r, r.hostname, r.port, r.geturl())
    except Exception as e: print(s, type(e).__name__, e)
from unittest import mock
m = mock.Mock()
m(1); m.x(2)
for f in (lambda: m.assert_called_with(3), lambda: m.assert_not_called(), lambda: m.assert_has_calls([mock.call(9)]), lambda: m.assert_any_call(8), lambda: m.x.assert_called_once_with(5), lambda: m.y.assert_called()):
    try: f()
    except AssertionError as e: print(e)
import asyncio
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            async with tg: pass
    except BaseException as e: print(repr(e))
    t = asyncio.timeout(1)
    try: t.reschedule(3)
    except BaseException as e: print(repr(e))
    async with t:
        try:
            async with t: pass
        except BaseException as e: print(repr(e))
asyncio.run(main())
import inspect
class A:
    def __init__(self, a): pass
class B(A):
    def __new__(cls, *args, **kw): pass
class C(B): pass
print(inspect.signature(C), inspect.signature(B))
import re
try: re.compile('(?<=((.{%d}){%d}){%d})'%(2**22,2**22,2**22))
except re.error as e: print(e)
import colorsys; print(colorsys.rgb_to_hls(1, 1-2.4492127076447545e-16, 1))
