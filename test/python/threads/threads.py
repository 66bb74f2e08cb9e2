# Threads: started, joined, waiting for each other, with data of their own.
import concurrent.futures as cf
import contextvars
import queue
import threading
import time

log = []


def work(name, count):
    for i in range(count):
        log.append((name, i))
        time.sleep(0.001)
    return name


threads = [threading.Thread(target=work, args=(n, 2), name=n) for n in 'ab']
for t in threads:
    print(t.name, t.is_alive(), t.daemon, t.ident)
    t.start()
for t in threads:
    t.join()
    print(t.name, t.is_alive(), t.ident is not None)
print(sorted(log), threading.active_count(), threading.current_thread() is threading.main_thread())

q = queue.Queue(maxsize=2)
results = []


def worker():
    while True:
        item = q.get()
        try:
            if item is None:
                return
            results.append(item * item)
        finally:
            q.task_done()


pool = [threading.Thread(target=worker, daemon=True) for _ in range(2)]
for t in pool:
    t.start()
for i in range(6):
    q.put(i)
for _ in pool:
    q.put(None)
q.join()
for t in pool:
    t.join(timeout=5)
print(sorted(results), [t.is_alive() for t in pool])

with cf.ThreadPoolExecutor(max_workers=2) as executor:
    print(list(executor.map(lambda x: x + 1, range(4))))
    future = executor.submit(lambda: 1 / 0)
    print(repr(future.exception()))
    done = [f.result() for f in cf.as_completed([executor.submit(pow, 2, i) for i in range(3)])]
    print(sorted(done))
    gate = threading.Event()
    slow = executor.submit(gate.wait)
    try:
        slow.result(timeout=0.001)
    except cf.TimeoutError as e:
        print('timeout', type(e).__name__)
    gate.set()
    print(slow.result())

counter = 0
lock = threading.Lock()


def increment():
    global counter
    for _ in range(200):
        with lock:
            counter += 1


threads = [threading.Thread(target=increment) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)

local = threading.local()
local.x = 'main'


class Own(threading.local):
    def __init__(self, v):
        self.v = v


own = Own(5)
own.v = 6
var = contextvars.ContextVar('var', default='unset')
var.set('main')
seen = []


def looks():
    seen.append((hasattr(local, 'x'), own.v, var.get()))
    local.x = own.v = 'thread'
    var.set('thread')


t = threading.Thread(target=looks)
t.start()
t.join()
print(seen, local.x, own.v, var.get())

event = threading.Event()
answers = []
t = threading.Thread(target=lambda: answers.append(event.wait(5)))
t.start()
event.set()
t.join()
print(answers, event.wait(0), threading.Event().wait(0.001))

barrier = threading.Barrier(3, action=lambda: answers.append('action'))
threads = [threading.Thread(target=lambda: answers.append(barrier.wait() in (0, 1, 2))) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(answers)

condition = threading.Condition()
items = []


def consume():
    with condition:
        while not items:
            condition.wait()
        answers.append(items.pop())


t = threading.Thread(target=consume)
t.start()
with condition:
    items.append('item')
    condition.notify()
t.join()
print(answers[-1])

timer = threading.Timer(0.002, answers.append, ('timer',))
timer.start()
timer.join()
cancelled = threading.Timer(5, print, ('never',))
cancelled.start()
cancelled.cancel()
cancelled.join()
print(answers[-1])

semaphore = threading.BoundedSemaphore(2)
inside = most = 0


def limited():
    global inside, most
    with semaphore:
        inside += 1
        most = max(most, inside)
        time.sleep(0.001)
        inside -= 1


threads = [threading.Thread(target=limited) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most <= 2)

caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))


def fails():
    raise ValueError('in a thread')


t = threading.Thread(target=fails, name='failing')
t.start()
t.join()
print(caught)

rlock = threading.RLock()
rlock.acquire()
rlock.acquire()
t = threading.Thread(target=lambda: answers.append(rlock.acquire(timeout=0.002)))
t.start()
t.join()
print(answers[-1], lock.acquire(timeout=0.001), lock.acquire(blocking=False), lock.acquire(timeout=0.001))
for f in (rlock.release, rlock.release, rlock.release):
    try:
        f()
    except RuntimeError as e:
        print(e)

# A loop that never waits does not keep others from running.
finished = False


def finish():
    global finished
    finished = True


threading.Timer(0.001, finish).start()
while not finished:
    pass
print('spun')


def generate():
    for i in range(3):
        yield i
        time.sleep(0.0005)


sums = []
threads = [threading.Thread(target=lambda: sums.append(sum(generate()))) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sums)
for f in (lambda: t.start(), lambda: threading.current_thread().join(), lambda: threading.Thread().join(), lambda: threading.Thread(group=1)):
    try:
        f()
    except (RuntimeError, AssertionError) as e:
        print(type(e).__name__, e)
threading.Thread(target=lambda: (time.sleep(5), print('never')), daemon=True).start()
ended = threading.Event()
threading.Thread(target=lambda: (ended.wait(), print('after main'))).start()
print('main ends')
ended.set()
