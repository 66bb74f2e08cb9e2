"""A library with unit tests, run by unittest."""
import unittest
from unittest import mock


class Account:
    def __init__(self, owner, notify=print):
        self.owner, self.balance, self.notify = owner, 0, notify

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('amount must be positive')
        self.balance += amount
        self.notify(f'{self.owner} +{amount}')


class TestAccount(unittest.TestCase):
    def setUp(self):
        self.notify = mock.Mock()
        self.account = Account('ann', self.notify)

    def test_deposit(self):
        self.account.deposit(10)
        self.assertEqual(self.account.balance, 10)
        self.notify.assert_called_once_with('ann +10')

    def test_bad_deposits(self):
        for n in (0, -1):
            with self.subTest(n=n), self.assertRaisesRegex(ValueError, 'positive'):
                self.account.deposit(n)
        self.notify.assert_not_called()

    @unittest.skip('not yet')
    def test_interest(self):
        pass

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(1, 2)

    def test_patch(self):
        with mock.patch.object(Account, 'deposit', return_value='patched') as d:
            self.assertEqual(Account('x').deposit(3), 'patched')
        d.assert_called_with(3)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestAccount)
print([t.id().rpartition('.')[2] for t in suite])
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
