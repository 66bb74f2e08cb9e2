# The docstring that a data class without one gets: its signature.
import typing, collections.abc, abc, enum
from dataclasses import dataclass, field, InitVar, KW_ONLY, make_dataclass, fields
from typing import List, Optional, Union, ClassVar, Callable, Any

class Kind(enum.Enum):
    A = 1

@dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    tags: List[str] = field(default_factory=list)
    kind: Optional[Kind] = None
    u: Union[int, str] = 'a -> None'
    d: dict[str, list[int]] = field(default_factory=dict, repr=False)
    c: ClassVar[int] = 3
    f: Callable[[int], Any] = print
    p: 'int' = 3
    q: int | None = None
    i: InitVar[int] = 0
    k: Kind = Kind.A
    s: collections.abc.Sequence = ()
    t: typing.Any = object
    _: KW_ONLY
    kw: bytes = b'x'
    need: int
print(Item.__doc__)

@dataclass
class Empty: pass
@dataclass(frozen=True, slots=True)
class Frozen:
    a: Item
    b: 'Frozen' = None
@dataclass
class Own:
    "own"
    a: int
@dataclass(init=False)
class NoInit:
    a: int
@dataclass
class HasInit:
    a: int
    def __init__(self, x, *, y: int = 3): pass
@dataclass
class HasNew:
    a: int
    def __new__(cls, *args): return super().__new__(cls)
class Base:
    def __init__(self, base): pass
@dataclass(init=False)
class Sub(Base):
    a: int
@dataclass
class Abstract(abc.ABC):
    a: int
    @abc.abstractmethod
    def m(self): pass
class Meta(type):
    def __call__(cls, *args, extra=None): return super().__call__(*args)
@dataclass
class WithMeta(metaclass=Meta):
    a: int
class BadRepr:
    def __repr__(self): raise ValueError('no')
@dataclass
class Bad:
    a: int = field(default=BadRepr())
for c in (Empty, Frozen, Own, NoInit, HasInit, HasNew, Sub, Abstract, WithMeta, Bad, make_dataclass('Made', ['x', ('y', int), ('z', 'str', field(default=5))])):
    print(c.__name__, '|', c.__doc__)
class Plain:
    class Inner: pass
@dataclass
class Nested:
    i: Plain.Inner = None
    n: None = None
    e: ... = ...
    lit: typing.Literal['a', 1] = 'a'
    v: typing.Tuple[typing.List[int], ...] = ()
print(Nested.__doc__)
