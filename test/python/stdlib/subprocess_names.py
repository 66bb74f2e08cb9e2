# What programs that import subprocess, multiprocessing and socket without starting anything use of them.
import subprocess
import multiprocessing
import multiprocessing.dummy
import socket
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process, cpu_count
from multiprocessing.pool import ThreadPool
from subprocess import CalledProcessError, CompletedProcess, DEVNULL, PIPE, STDOUT, TimeoutExpired

print(PIPE, STDOUT, DEVNULL, subprocess.list2cmdline(['a b', 'c"d', '']))
print(CompletedProcess(['a'], 3, 'out', None))
for e in (CalledProcessError(2, ['ls', 'x'], b'out'), CalledProcessError(-9, 'x'), CalledProcessError(-99, 'x'), TimeoutExpired('x', 3)):
    print(type(e).__mro__[1], e, getattr(e, 'output', None))
try:
    CompletedProcess(['a'], 3).check_returncode()
except CalledProcessError as e:
    print(repr(e), e.returncode, e.cmd)
try:
    subprocess.run(['x'], capture_output=True, stdout=PIPE)
except ValueError as e:
    print(e)


def square(x):
    return x * x


with ThreadPool(2) as pool:
    print(pool.map(square, range(5)), pool.apply(square, (7,)), sorted(pool.imap_unordered(square, [1, 2])), pool.starmap(pow, [(2, 3), (3, 2)]))
with multiprocessing.dummy.Pool(3) as pool:
    r = pool.map_async(square, [3])
    print(r.get(), r.successful())
    try:
        pool.apply(int, ('x',))
    except ValueError as e:
        print(e)
print(multiprocessing.current_process().name, cpu_count() > 0, multiprocessing.active_children(), multiprocessing.parent_process())
print(Process.__module__, issubclass(multiprocessing.TimeoutError, Exception), multiprocessing.get_start_method())
p = Process(target=square, args=(1,), name='p', daemon=True)
print(p.name, p.daemon, p.is_alive(), p.pid, p.exitcode)
print(issubclass(socket.timeout, OSError), socket.error is OSError, isinstance(socket.gethostname(), str))
