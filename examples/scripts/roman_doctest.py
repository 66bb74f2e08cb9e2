"""Roman numerals, tested by doctest.

>>> to_roman(1994)
'MCMXCIV'
>>> to_roman(0)
Traceback (most recent call last):
    ...
ValueError: 0 is out of range
"""
import doctest

TABLE = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]


def to_roman(n):
    """
    >>> [to_roman(n) for n in (1, 4, 9, 40, 3999)]
    ['I', 'IV', 'IX', 'XL', 'MMMCMXCIX']
    >>> to_roman(5)  # this one fails
    'IIIII'
    """
    if not 0 < n < 4000:
        raise ValueError(f'{n} is out of range')
    out = ''
    for value, letters in TABLE:
        k, n = divmod(n, value)
        out += letters * k
    return out


print(doctest.testmod())
