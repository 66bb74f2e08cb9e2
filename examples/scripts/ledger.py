"""Double-entry book-keeping in exact decimals: accounts, transactions, a trial balance, statements, JSON and back."""
import abc
import collections
import contextlib
import datetime
import enum
import functools
import io
import itertools
import json
from dataclasses import asdict, dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation, localcontext


class Kind(enum.StrEnum):
    ASSET = enum.auto()
    LIABILITY = enum.auto()
    EQUITY = enum.auto()
    INCOME = enum.auto()
    EXPENSE = enum.auto()

    @property
    def sign(self):
        return 1 if self in (Kind.ASSET, Kind.EXPENSE) else -1


class LedgerError(Exception):
    """Something is wrong with what was to be booked."""


class Unbalanced(LedgerError):
    def __init__(self, difference):
        super().__init__(f'debits and credits differ by {difference}')
        self.difference = difference


@functools.singledispatch
def money(value):
    raise LedgerError(f'no amount of money: {value!r}')


@money.register
def _(value: Decimal):
    return value.quantize(Decimal('0.01'), rounding=ROUND_HALF_EVEN)


@money.register
def _(value: int):
    return money(Decimal(value))


@money.register
def _(value: str):
    try:
        return money(Decimal(value.replace(',', '')))
    except InvalidOperation:
        raise LedgerError(f'no amount of money: {value!r}') from None


@dataclass(frozen=True, order=True)
class Entry:
    account: str
    amount: Decimal = field(compare=False)


@dataclass(order=True)
class Transaction:
    date: datetime.date
    text: str
    entries: list[Entry] = field(default_factory=list, compare=False)

    def __post_init__(self):
        total = sum((e.amount for e in self.entries), Decimal())
        if total:
            raise Unbalanced(total)


class Report(abc.ABC):
    def __init__(self, ledger):
        self.ledger = ledger

    @abc.abstractmethod
    def lines(self): ...

    def __str__(self):
        return '\n'.join([f'== {type(self).__name__} ==', *self.lines()])


class TrialBalance(Report):
    def lines(self):
        debit = credit = Decimal()
        for name, kind in self.ledger.accounts.items():
            b = self.ledger.balance(name)
            d, c = (b, None) if b * kind.sign >= 0 and kind.sign == 1 or b * kind.sign < 0 and kind.sign == -1 else (None, -b)
            debit += d or 0
            credit += c or 0
            yield f'{name:<14}{"" if d is None else f"{d:>12,}"!s:>12}{"" if c is None else f"{c:>12,}"!s:>12}'
        yield f'{"total":<14}{debit:>12,}{credit:>12,}'


class Statement(Report):
    def __init__(self, ledger, account):
        super().__init__(ledger)
        self.account = account

    def lines(self):
        sign = self.ledger.accounts[self.account].sign
        running = Decimal()
        rows = ((t, e) for t in sorted(self.ledger.book) for e in t.entries if e.account == self.account)
        for month, group in itertools.groupby(rows, key=lambda r: r[0].date.strftime('%B %Y')):
            yield month
            for t, e in group:
                running += e.amount * sign
                yield f'  {t.date:%d} {t.text:<18}{e.amount * sign:>+10,.2f}{running:>12,.2f}'


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.book = []

    def open(self, name, kind):
        if self.accounts.setdefault(name, Kind(kind)) is not Kind(kind):
            raise LedgerError(f'{name} is {self.accounts[name]}')

    def post(self, date, text, **entries):
        unknown = entries.keys() - self.accounts.keys()
        if unknown:
            raise LedgerError(f'no such accounts: {", ".join(sorted(unknown))}')
        self.book.append(Transaction(datetime.date.fromisoformat(date), text, [Entry(a, money(v)) for a, v in entries.items()]))

    def balance(self, name):
        return sum((e.amount for t in self.book for e in t.entries if e.account == name), Decimal())

    @contextlib.contextmanager
    def together(self):
        """All of what is posted inside, or nothing of it."""
        before = len(self.book)
        try:
            yield self
        except LedgerError:
            del self.book[before:]
            raise

    def close_year(self, date, into):
        results = {n: -self.balance(n) for n, k in self.accounts.items() if k in (Kind.INCOME, Kind.EXPENSE) and self.balance(n)}
        self.post(date, 'closing', **results, **{into: -sum(results.values(), Decimal())})

    def dump(self, file):
        def encode(o):
            match o:
                case Decimal() | datetime.date():
                    return str(o)
            raise TypeError(f'cannot save {o!r}')
        json.dump({'accounts': self.accounts, 'book': [asdict(t) for t in self.book]}, file, default=encode, indent=1)

    @classmethod
    def load(cls, file):
        data = json.load(file)
        ledger = cls()
        for name, kind in data['accounts'].items():
            ledger.open(name, kind)
        for t in data['book']:
            ledger.post(t['date'], t['text'], **{e['account']: e['amount'] for e in t['entries']})
        return ledger


ledger = Ledger()
for name, kind in [('cash', 'asset'), ('bank', 'asset'), ('loan', 'liability'), ('capital', 'equity'), ('sales', 'income'), ('rent', 'expense'), ('interest', 'expense')]:
    ledger.open(name, kind)
ledger.post('2024-01-02', 'start', bank='10,000', capital='-10000')
ledger.post('2024-01-15', 'loan', bank=5000, loan=-5000)
ledger.post('2024-02-01', 'rent', rent='1200.50', bank='-1200.50')
ledger.post('2024-02-10', 'sale', cash='333.335', sales='-333.335')
ledger.post('2024-01-31', 'till', cash=50, bank=-50)
with localcontext() as ctx:
    ctx.prec = 6
    ledger.post('2024-03-31', 'interest', interest=Decimal(5000) * Decimal('0.0475') / 4, loan=-(Decimal(5000) * Decimal('0.0475') / 4))
for attempt in [dict(cash=1), dict(gold=1, cash=-1), dict(cash='a lot', bank=0), dict(cash=1.5, bank=-1.5)]:
    try:
        with ledger.together():
            ledger.post('2024-04-01', 'fine', cash=1, bank=-1)
            ledger.post('2024-04-01', 'wrong', **attempt)
    except LedgerError as e:
        print(f'{type(e).__name__}: {e}')
try:
    ledger.open('cash', 'income')
except LedgerError as e:
    print(e)
print(TrialBalance(ledger), Statement(ledger, 'bank'), Statement(ledger, 'loan'), sep='\n')
buffer = io.StringIO()
ledger.dump(buffer)
print(len(buffer.getvalue()), buffer.getvalue()[:150].replace('\n', ' '))
buffer.seek(0)
again = Ledger.load(buffer)
print(again.book == ledger.book, {n: str(again.balance(n)) for n in again.accounts})
ledger.close_year('2024-12-31', into='capital')
print(TrialBalance(ledger))
kinds = collections.defaultdict(Decimal)
for n, k in ledger.accounts.items():
    kinds[k.name] += ledger.balance(n)
print({k: f'{v:,}' for k, v in kinds.items()}, sum(kinds.values()))
try:
    Report(ledger)
except TypeError as e:
    print(e)
