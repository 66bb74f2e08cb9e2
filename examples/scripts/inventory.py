"""Stock keeping with dataclasses, enums and typing."""
from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import total_ordering
from typing import ClassVar


class Kind(enum.Enum):
    TOOL = 'tool'
    FOOD = 'food'


class Care(enum.Flag):
    FRAGILE = enum.auto()
    COLD = enum.auto()


@total_ordering
@dataclass(frozen=True)
class Item:
    name: str
    price: float
    kind: Kind = Kind.TOOL
    care: Care = Care(0)

    def __lt__(self, other):
        return (self.price, self.name) < (other.price, other.name)


@dataclass
class Stock:
    rows: dict[str, int] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict, repr=False)
    limit: ClassVar[int] = 100

    def add(self, item: Item, n: int = 1) -> None:
        if self.rows.get(item.name, 0) + n > self.limit:
            raise OverflowError(f'too many of {item.name}')
        self.items[item.name] = item
        self.rows[item.name] = self.rows.get(item.name, 0) + n

    def __iter__(self) -> Iterator[tuple[Item, int]]:
        return ((self.items[n], k) for n, k in self.rows.items())


s = Stock()
hammer, milk = Item('hammer', 12.5), Item('milk', 0.99, Kind.FOOD, Care.COLD | Care.FRAGILE)
s.add(hammer, 4)
s.add(milk, 20)
print(s, sum(i.price * k for i, k in s), sorted(i for i, _ in s), max(hammer, milk).name)
print(replace(milk, price=1.09), asdict(hammer))
for bad in (lambda: setattr(milk, 'price', 2), lambda: s.add(hammer, 97), lambda: Item()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(list(Kind), Kind('food'), Care.COLD in milk.care, milk.care, Stock.__annotations__['rows'])
