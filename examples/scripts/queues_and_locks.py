"""Queues, locks, events, a scheduler and weak references."""
import queue
import sched
import threading
import weakref
from concurrent.futures import Future

q = queue.PriorityQueue()
for item in ((3, 'c'), (1, 'a'), (2, 'b')):
    q.put(item)
print([q.get() for _ in range(q.qsize())], q.empty())
small = queue.Queue(maxsize=1)
small.put_nowait(1)
for f in (lambda: small.put_nowait(2), lambda: queue.LifoQueue().get_nowait()):
    try:
        f()
    except (queue.Full, queue.Empty) as e:
        print(type(e).__name__)
lock = threading.RLock()
with lock, lock:
    print('held twice')
e, s = threading.Event(), threading.Semaphore(2)
print(e.is_set(), e.wait(0), e.set(), e.wait(), s.acquire(), s.acquire(), s.acquire(blocking=False))
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
f = Future()
f.add_done_callback(lambda f: print('result', f.result()))
f.set_result(42)
events, now = [], [0]
sc = sched.scheduler(lambda: now[0], lambda d: now.__setitem__(0, now[0] + d))
for delay, priority, what in ((5, 1, 'late'), (1, 2, 'second'), (1, 1, 'first')):
    sc.enter(delay, priority, events.append, (what,))
sc.run()
print(events, now)
t = type('Thing', (), {})()
r, d = weakref.ref(t), weakref.WeakValueDictionary(k=t)
print(r() is t, d['k'] is t)
