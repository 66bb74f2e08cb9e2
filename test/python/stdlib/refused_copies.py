# What cannot be pickled or found says so as CPython does.
import asyncio, copy, io, itertools, os, pickle

for f in (lambda: pickle.dumps(open('/dev/null')), lambda: copy.deepcopy(open('/dev/null', 'rb')), lambda: pickle.dumps(io.StringIO('a')) and 1,
          lambda: pickle.loads(b'csys\nnope\n.'), lambda: pickle.loads(pickle.dumps(len).replace(b'len', b'lon')), lambda: os.utime('/nope/x'), lambda: itertools.zip_longest('a', fill=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


async def main():
    t = asyncio.create_task(asyncio.sleep(5), name='T')
    await asyncio.sleep(0)
    print(repr(t).split('wait_for=')[1])
    t.cancel()


asyncio.run(main())
