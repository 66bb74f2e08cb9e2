# What the default hook writes: one head, then the traceback.
import sys


class Out:
    def __init__(self):
        self.text = ''

    def write(self, s):
        self.text += s

    def flush(self):
        pass


class D:
    def __del__(self):
        1 / 0


out = sys.stderr = Out()
d = D()
del d
sys.stderr = sys.__stderr__
for line in out.text.split('\n'):
    if not line.startswith('    '):
        print(line.split(' at 0x')[0].split(', line')[-1])
