"""A small class-based program: properties, operators, exceptions, context managers."""


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f'{account.owner} cannot pay {amount}')
        self.account = account


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def __repr__(self):
        return f'{type(self).__name__}({self.owner!r}, {self.balance})'

    def __lt__(self, other):
        return self.balance < other.balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('deposit must be positive')
        self._balance += amount

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount


class Savings(Account):
    rate = 0.05

    def pay_interest(self):
        self.deposit(round(self.balance * self.rate, 2))


class Transaction:
    """Undoes what happened to the accounts if the block fails."""

    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.before = [a.balance for a in self.accounts]
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            for account, balance in zip(self.accounts, self.before):
                account._balance = balance
            print('rolled back:', error)
        return kind is InsufficientFunds


ann, bob = Account('Ann', 100), Savings('Bob', 50)
with Transaction(ann, bob):
    ann.withdraw(30)
    bob.deposit(30)
print(ann, bob)
with Transaction(ann, bob):
    bob.deposit(1000)
    ann.withdraw(1000)
print(ann, bob)
bob.pay_interest()
print(sorted([bob, ann]), max(ann, bob).owner)
