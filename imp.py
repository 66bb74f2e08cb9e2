
import sys
for m in open('/tmp/ct/mods.txt').read().split():
    try: __import__(m)
    except BaseException as e: print(m, type(e).__name__, e)
