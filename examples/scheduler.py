"""A round-robin scheduler: tasks are generators, a yield hands the turn on."""


def countdown(name, n):
    while n > 0:
        print(f'{name}: {n}')
        yield
        n -= 1
    return f'{name} is done'


def fibonacci(name, limit):
    a, b = 0, 1
    while a < limit:
        print(f'{name}: {a}')
        a, b = b, a + b
        yield
    return f'{name} stopped below {limit}'


def run(tasks):
    queue = list(tasks)
    while queue:
        task = queue.pop(0)
        try:
            next(task)
        except StopIteration as stop:
            print('*', stop.value)
        else:
            queue.append(task)


run([countdown('launch', 3), fibonacci('fib', 6), countdown('tea', 2)])
