"""Records in plain classes: inheritance, properties, super, isinstance, sorting by several keys, formatting, with."""
import time
from contextlib import contextmanager


class Item:
    count = 0

    def __init__(self, name, price, amount):
        Item.count += 1
        self.name = name
        self._price = price
        self.amount = amount

    @property
    def price(self):
        return self._price

    @price.setter
    def price(self, value):
        if value < 0:
            raise ValueError(f'negative price: {value}')
        self._price = value

    def total(self):
        return self.price * self.amount

    def __repr__(self):
        return f'{type(self).__name__}({self.name!r}, {self.price}, {self.amount})'


class Perishable(Item):
    def __init__(self, name, price, amount, days):
        super().__init__(name, price, amount)
        self.days = days

    def total(self):
        full = super().total()
        return full // 2 if self.days < 3 else full


class Crate(Item):
    def __init__(self, name, items):
        super().__init__(name, 0, 1)
        self.items = items

    @property
    def price(self):
        return sum(i.total() for i in self.items)


class Lock:
    def __init__(self):
        self.held = 0
        self.times = 0

    def __enter__(self):
        self.held += 1
        self.times += 1
        return self

    def __exit__(self, kind, value, tb):
        self.held -= 1
        return kind is ValueError


@contextmanager
def audit(log, what):
    log.append('begin ' + what)
    try:
        yield len(log)
    finally:
        log.append('end ' + what)


def main(n):
    items = []
    lock = Lock()
    log = []
    for i in range(n):
        kind = i % 5
        if kind < 3:
            items.append(Item(f'item {i % 97}', i % 31, i % 7))
        elif kind == 3:
            items.append(Perishable(f'fruit {i % 89}', i % 17, i % 5, i % 9))
        else:
            items.append(Crate(f'crate {i}', items[-3:]))
        with lock:
            if isinstance(items[-1], Perishable):
                items[-1].price = items[-1].price - 1
        if i % 10 == 0:
            with audit(log, str(i)):
                items[-1].amount += 1
    items.sort(key=lambda it: (it.name, -it.amount, it._price))
    by_kind = {}
    for it in items:
        by_kind.setdefault(type(it).__name__, []).append(it.total())
    report = [f'{k:<12}{len(v):>8}{sum(v):>14,}{sum(v) / len(v):>12.3f}' for k, v in sorted(by_kind.items())]
    text = ', '.join(repr(i) for i in items if not isinstance(i, Crate))
    return report, lock.times, lock.held, len(log), len(text), Item.count


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(220000))
    print(time.perf_counter() - start)
