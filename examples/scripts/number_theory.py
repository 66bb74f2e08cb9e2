"""Integers and bits: primes, Miller-Rabin, digits of pi, bases."""
import math
from itertools import compress, islice

sieve = bytearray([0, 0]) + bytearray([1]) * 998
for i in range(2, 32):
    if sieve[i]:
        sieve[i * i::i] = bytes(len(range(i * i, 1000, i)))
print(list(compress(range(60), sieve)), sum(sieve))


def is_prime(n):
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % a == 0:
            return n == a
        x = pow(a, d, n)
        if x not in (1, n - 1) and not any((x := x * x % n) == n - 1 for _ in range(s - 1)):
            return False
    return True


print([p for p in range(2**61 - 60, 2**61 + 20) if is_prime(p)], is_prime(2**127 - 1), is_prime(2**89 + 1))
print([f'{i ^ i >> 1:03b}' for i in range(8)], bin(0b1011 << 3 | 5), (255).bit_count(), (1 << 100).bit_length(), ~5 & 0xff, -17 >> 2)


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


print(''.join(map(str, islice(pi_digits(), 60))))
print(int('zz', 36), f'{10**15:_} {255:#x} {-5:+08b}', int.from_bytes(b'\x01\x00', 'little'), 3**200, math.factorial(25), pow(3, -1, 11), divmod(-7, 3), round(12345, -2))
