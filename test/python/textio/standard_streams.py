# sys.stdin, sys.stdout: sizes, bytes that are no UTF-8, encodings set later.
import io
import sys

sys.stdout.buffer.write('é\n'.encode())
sys.stdout.flush()
for text in '\ud800', 'a\udfff':
    try:
        print(text)
    except UnicodeEncodeError as e:
        print(e.encoding, e.start, e.reason)
print('😀', '\ud83d\ude00' == '😀')
print(sys.stdin.readable(), sys.stdin.writable(), sys.stdin.fileno(), sys.stdin.mode, sys.stdin.encoding, sys.stdin.closed)
print(repr(sys.stdin.readline()), repr(sys.stdin.read(5)), sys.stdin.readlines(), list(sys.stdin))
sys.stdin.close()
print(sys.stdin.closed)
try:
    sys.stdin.readline()
except ValueError as e:
    print(e)
sys.stdout.reconfigure(encoding='ascii', errors='backslashreplace')
print('é', sys.stdout.encoding, sys.stdout.errors)
sys.stdout.write('ü\n')
sys.stdout.reconfigure(encoding='utf-8')
print('é', sys.stdout.encoding, sys.stdout.errors)
wrapped = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8', newline='\n')
wrapped.write('wrapped é\n')
wrapped.flush()
wrapped.detach()
