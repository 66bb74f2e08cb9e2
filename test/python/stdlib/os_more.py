"""Later additions to os and time; format of decimals; out-of-band pickles; patterns of letters with equal capitals."""
import os, tempfile, time, re, decimal, pickle
print(format(decimal.Decimal('1234.5'), ',.2f'), f"{decimal.Decimal('0.1'):.3e}")
for n in ('WIFSIGNALED','WTERMSIG','WIFSTOPPED','WSTOPSIG','WCOREDUMP','WIFCONTINUED','waitstatus_to_exitcode'):
    for s in (0, 256, 9, 0x137f, 0x89, 0xffff):
        try: print(n, s, getattr(os,n)(s))
        except Exception as e: print(n, s, type(e).__name__, e)
d = os.makedev(8, 300); print(d, os.major(d), os.minor(d))
f=tempfile.mkstemp()[1]; fd=os.open(f, os.O_CREAT|os.O_RDWR|os.O_TRUNC); print(os.write(fd, b'hello world'), os.pread(fd, 5, 6), os.pwrite(fd, b'J', 0), os.pread(fd, 20, 0), os.lseek(fd, 0, 1), os.writev(fd, [b'a', b'bc'])); os.close(fd)
try: os.sysconf('x')
except ValueError as e: print(e)
print(time.CLOCK_MONOTONIC, time.clock_gettime(time.CLOCK_REALTIME) > 1e9, type(time.clock_gettime_ns(0)), time.clock_getres(1))
try: time.clock_gettime(99)
except OSError as e: print(e)
print(re.sub(b'y', bytearray(b'a'), bytearray(b'xyz')), re.match('\ufb05', '\ufb06', re.I), re.match('[\ufb04-\ufb05]', '\ufb06', re.I))
pb = pickle.PickleBuffer(b'abc'); print(bytes(pb), pickle.dumps(pb, 5), pickle.loads(pickle.dumps(pb, 5)))
bufs = []; x = pickle.dumps(pickle.PickleBuffer(bytearray(b'xyz')), 5, buffer_callback=bufs.append); print(x, len(bufs))
try: pickle.dumps(pb, 4)
except pickle.PicklingError as e: print(e)
