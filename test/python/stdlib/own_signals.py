# os.kill reaches the process itself; what only an interactive session has.
import os, signal, sys

print(os.kill(os.getpid(), 0), hasattr(sys, 'ps1'))
old = signal.signal(signal.SIGUSR1, lambda n, f: print('got', signal.Signals(n).name))
os.kill(os.getpid(), signal.SIGUSR1)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print('interrupted')
for f in (lambda: sys.setswitchinterval(-1), lambda: sys.setswitchinterval('x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
