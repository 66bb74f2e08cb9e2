import signal, os, time

def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e), e)

t(signal.setitimer, 5, 1); t(signal.setitimer, 0, -1); t(signal.getitimer, 9); t(signal.setitimer, 0, 'x')
t(signal.setitimer, 'x', 1); t(signal.setitimer, 0, 1, 'x'); t(signal.setitimer, 0); t(signal.getitimer, 'x')
t(signal.alarm, 2 ** 40); t(signal.alarm, 1.5); t(signal.alarm, 0); t(signal.alarm, 30); t(signal.alarm, 0); t(signal.alarm, 0)
t(signal.setitimer, 0, float('nan')); t(signal.setitimer, 0, 2 ** 80); t(signal.setitimer, 0, 0, 5)
print(signal.ItimerError, signal.ItimerError.__mro__)

# A handler between two instructions, in a sleep that goes on, and one that raises.
got = []
signal.signal(signal.SIGALRM, lambda n, f: got.append((n, f.f_code.co_name)))
signal.setitimer(signal.ITIMER_REAL, 0.002)
end = time.time() + 5
while not got and time.time() < end: pass
print(got)
got.clear()
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.002)
t0 = time.monotonic(); time.sleep(0.01); print(time.monotonic() - t0 >= 0.0099)
while len(got) < 3 and time.time() < end: time.sleep(0.002)
print(len(got) > 2)
print(signal.getitimer(0)[1])
signal.setitimer(0, 0)

def late(n, f): raise TimeoutError('late')
signal.signal(signal.SIGALRM, late)
def work():
    signal.setitimer(signal.ITIMER_REAL, 0.002)
    i = 0
    while True: i += 1
try:
    work()
except TimeoutError as e:
    print(e)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.setitimer(0, 0.001); time.sleep(0.003)
signal.signal(signal.SIGALRM, lambda n, f: print('alarm'))
signal.setitimer(0, 0.001); print(signal.pause())

# Signals held back.
t(signal.pthread_sigmask, 0, []); t(signal.pthread_sigmask, 0, [signal.SIGUSR1, 12]); t(signal.pthread_sigmask, 0, 5)
t(signal.pthread_sigmask, 9, []); t(signal.pthread_sigmask, 0, ['x']); t(signal.pthread_sigmask, 0, [500])
signal.signal(10, lambda n, f: print('usr1', n)); signal.signal(12, lambda n, f: print('usr2', n))
os.kill(os.getpid(), 10); print(signal.sigpending())
t(signal.pthread_sigmask, signal.SIG_UNBLOCK, [10]); print(signal.sigpending())
signal.pthread_sigmask(signal.SIG_BLOCK, [10]); os.kill(os.getpid(), 10); print(signal.sigwait([10, 11])); print(signal.sigpending())
t(signal.siginterrupt, 10, True); t(signal.siginterrupt, 10); t(signal.siginterrupt, 100, 1)
print(signal.Sigmasks, list(signal.Sigmasks))
