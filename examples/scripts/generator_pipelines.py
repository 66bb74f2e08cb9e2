"""Generators as coroutines: a pipeline fed character by character, delegation, return values."""
from contextlib import closing


def consumer(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start


@consumer
def words(sink):
    word = []
    try:
        while True:
            c = yield
            if c == '"':
                while (c := (yield)) != '"':
                    word.append(c)
            elif not c.isspace():
                word.append(c)
            elif word:
                sink.send(''.join(word))
                word.clear()
    finally:
        if word:
            sink.send(''.join(word))
        sink.close()


@consumer
def numbered(out):
    n = 0
    try:
        while True:
            n += 1
            out.append(f'{n}:{(yield n)}')
    finally:
        out.append('end')


out = []
with closing(words(numbered(out))) as w:
    for c in 'say "hello world" to  "the" moon':
        w.send(c)
print(out)


def tree(n):
    if n > 0:
        left = yield from tree(n - 1)
        yield n
        right = yield from tree(n - 2)
        return left + right + 1
    return 0


g, seen = tree(4), []
while True:
    try:
        seen.append(next(g))
    except StopIteration as e:
        print(seen, e.value)
        break
