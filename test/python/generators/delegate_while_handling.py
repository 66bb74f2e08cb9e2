# A generator that delegates inside try, driven by code that is handling an exception itself.
def leaf(n):
    for i in range(n):
        yield i
    if n % 3 == 2:
        raise KeyError(n)
    return n


def outer(n, log):
    for k in range(n):
        try:
            got = yield from leaf(k)
        except KeyError as e:
            log.append(e.args[0])
        else:
            log.append(-got)
        finally:
            log.append('f')
    try:
        yield from leaf(4)
    except ValueError:
        log.append('thrown in')
        yield 'after'


def drive(n):
    log = []
    total = 0
    try:
        raise IndexError(n)
    except IndexError:
        g = outer(n, log)
        for v in g:
            if v == 3 and log.count('f') == n:
                try:
                    total += len(g.throw(ValueError()))
                except StopIteration:
                    pass
            else:
                total += v
    return total, len(log), log[-3:]


for n in (3, 7, 30, 31, 32, 60):
    print(drive(n))
