"""Years that no Date of JavaScript knows, and times that no clock does."""
import time

for x in (1e15, -1e15, 9007199254740000, -62135596801, 253402300800, 8.64e12, 8.64e12 + 86400, 1e17, -1e18, 2**62, 2**63, 1e20, float('nan'), float('inf')):
    for f in (time.gmtime, time.localtime, time.ctime):
        try:
            print(f.__name__, x, f(x))
        except Exception as e:
            print(f.__name__, x, type(e).__name__, e)
