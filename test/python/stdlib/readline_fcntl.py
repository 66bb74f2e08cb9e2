# The history a program keeps in readline; locks and flags of files; the library's names.
import cmd
import fcntl
import io
import os
import readline
import sys
import tempfile


def attempt(f, *args):
    try:
        print(f.__name__, [a for a in args if not isinstance(a, io.IOBase)], repr(f(*args)))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


for f in (readline.get_completer, readline.get_completer_delims, readline.get_current_history_length, readline.get_history_length, readline.get_begidx,
          readline.get_endidx, readline.get_line_buffer, readline.get_completion_type, readline.clear_history, readline.redisplay):
    attempt(f)
for line in ('first', 'second', 'third', 5):
    attempt(readline.add_history, line)
for i in (-1, 0, 1, 3, 4):
    attempt(readline.get_history_item, i)
attempt(readline.replace_history_item, 0, 'FIRST')
attempt(readline.replace_history_item, 9, 'x')
attempt(readline.replace_history_item, -1, 'x')
attempt(readline.remove_history_item, 1)
attempt(readline.remove_history_item, 5)
attempt(readline.remove_history_item, -1)
path = os.path.join(tempfile.mkdtemp(), 'history')
readline.set_history_length(1)
readline.write_history_file(path)
print(open(path).read())
readline.append_history_file(2, path)
print(open(path).read(), readline.get_history_length())
readline.clear_history()
readline.read_history_file(path)
print([readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())])
attempt(readline.read_history_file, '/none/x')
attempt(readline.write_history_file, '/none/x')
attempt(readline.append_history_file, 1, '/none/x')
attempt(readline.read_init_file, '/none/x')
for value in (5, len, None):
    attempt(readline.set_completer, value)
    print(readline.get_completer())
    attempt(readline.set_startup_hook, value)
attempt(readline.set_completer_delims, ' ')
attempt(readline.set_completer_delims, 5)
attempt(readline.parse_and_bind, 'tab: complete')
attempt(readline.parse_and_bind)


class Shop(cmd.Cmd):
    use_rawinput = False

    def do_buy(self, line):
        print('buy', line)

    def do_EOF(self, line):
        return True


Shop(stdin=io.StringIO('buy pear\n'), stdout=sys.stdout).cmdloop('open')

with open(path, 'r+') as f:
    for operation in (fcntl.LOCK_EX, fcntl.LOCK_UN, fcntl.LOCK_SH | fcntl.LOCK_NB):
        attempt(fcntl.flock, f, operation)
        print(fcntl.lockf(f.fileno(), operation | fcntl.LOCK_EX))
    attempt(fcntl.lockf, f, 16)
    attempt(fcntl.flock, f, 'x')
    attempt(fcntl.fcntl, f, fcntl.F_GETFD)
    attempt(fcntl.fcntl, f, fcntl.F_SETFD, 0)
    attempt(fcntl.fcntl, f, fcntl.F_SETFL, os.O_NONBLOCK)
    print(bool(fcntl.fcntl(f, fcntl.F_GETFL) & os.O_NONBLOCK))
    attempt(fcntl.ioctl, f, 21505, b'1234')
for what in (-1, 98765, 'a', None):
    attempt(fcntl.flock, what, fcntl.LOCK_EX)
print(len(sys.stdlib_module_names), {'json', '_thread', 'winreg', 'tkinter'} <= sys.stdlib_module_names, 'numpy' in sys.stdlib_module_names)
os.remove(path)
os.rmdir(os.path.dirname(path))
